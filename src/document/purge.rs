//! What a purge takes away, for the eyes of whoever must agree.

use super::model::{Block, Document, Inline, Table};
use super::outbox::counted;
use crate::text::{DateStyle, Language, MemberWords, count, list};
use crate::view::purge::{Purge, PurgedMeeting};

/// So many files of a folder are named one by one.
const NAMED: usize = 12;

/// All that goes, with what stays of it and the files.
pub fn purge(purge: &Purge, members: &MemberWords, language: Language) -> Document {
    let day = DateStyle { language, ..DateStyle::default() }.numeric(purge.before);
    let title = match language {
        Language::German => format!("Gelöscht wird zu Treffen vor dem {day}"),
        Language::English => format!("To be purged of meetings before {day}"),
    };
    let mut blocks = vec![Block::Heading(1, vec![Inline::text(&title)])];
    let headings = [
        (language.pick("Treffen", "meeting"), false),
        (language.pick("Zweck", "purpose"), false),
        (language.pick("was geht", "what goes"), false),
        (language.pick("was bleibt", "what stays"), false),
    ];
    let rows: Vec<_> = purge.meetings.iter().flat_map(|one| rows(one, members, language)).collect();
    if !rows.is_empty() {
        blocks.push(Block::Table(Table::of_words(&headings, rows)));
    }
    let files = [
        (language.pick("Geänderte Dateien", "Files that change"), &purge.changed),
        (language.pick("Gelöschte Dateien", "Files that are removed"), &purge.removed),
    ];
    for (heading, paths) in files.into_iter().filter(|(_, paths)| !paths.is_empty()) {
        let entry = |line: String| vec![Block::Paragraph(vec![Inline::text(line)])];
        blocks.push(Block::Heading(2, vec![Inline::text(heading)]));
        blocks.push(Block::List(None, by_folder(paths, language).into_iter().map(entry).collect()));
    }
    Document::new(language, title, blocks)
}

/// A row for each purpose.
fn rows(meeting: &PurgedMeeting, members: &MemberWords, language: Language) -> Vec<Vec<String>> {
    let is_german = language == Language::German;
    let number = |number, german: [&'static str; 2], english: [&'static str; 2]| {
        let [one, many] = if is_german { german } else { english };
        count(number, one, many).to_string()
    };
    let mut rows = Vec::new();
    let mut add = |purpose: &str, what: String, rest: String| {
        rows.push(vec![meeting.id.clone(), purpose.to_owned(), what, rest]);
    };
    if meeting.notes > 0 {
        let what = number(meeting.notes, ["Notiz", "Notizen"], ["note", "notes"]);
        add(language.pick("Notizen", "notes"), what, String::new());
    }
    if meeting.replies > 0 {
        let what = number(meeting.replies, ["Antwort", "Antworten"], ["reply", "replies"]);
        let member = members.one(language, language.pick("Stadt", "city"));
        let rest = format!("{} {member}", language.pick("Zahlen je", "numbers of each"));
        add(language.pick("Antworten", "replies"), what, rest);
    }
    if meeting.attendance > 0 {
        let (german, english) = (["Teilnahme", "Teilnahmen"], ["attendance", "attendances"]);
        let what = number(meeting.attendance, german, english);
        let member = members.one(language, language.pick("Stadt", "city"));
        let rest = format!("{} {member}", language.pick("Zahlen je", "numbers of each"));
        add(language.pick("wer da war", "who was there"), what, rest);
    }
    for run in &meeting.runs {
        let mails = run.counts.iter().fold(0u32, |sum, one| sum.saturating_add(one.number));
        let mails = usize::try_from(mails).unwrap_or(usize::MAX);
        let what = number(mails, ["Mail", "Mails"], ["mail", "mails"]);
        let states = counted(&run.counts, language);
        let states = if states.is_empty() { String::new() } else { format!(": {states}") };
        let name = run.name.rsplit('/').next().unwrap_or_default();
        add(language.pick("Mails", "mails"), format!("{what} ({name})"), format!("{name}{states}"));
    }
    rows
}

/// A line for each folder with the names of its files; of many the number.
fn by_folder(paths: &[String], language: Language) -> Vec<String> {
    let mut folders: Vec<(&str, Vec<&str>)> = Vec::new();
    for path in paths {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        match folders.iter_mut().find(|(known, _)| *known == folder) {
            Some((_, names)) => names.push(name),
            None => folders.push((folder, vec![name])),
        }
    }
    let line = |(folder, names): &(&str, Vec<&str>)| {
        let shown = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
        let more = names.len().saturating_sub(NAMED);
        let more = match (more, language) {
            (0, _) => String::new(),
            (more, Language::German) => format!(" und {more} weitere"),
            (more, Language::English) => format!(" and {more} more"),
        };
        match names.as_slice() {
            [name] => format!("{folder}/{name}"),
            _ => format!("{folder}/: {shown}{more}"),
        }
    };
    folders.iter().map(line).collect()
}

/// What was done.
pub fn done(purge: &Purge, language: Language) -> String {
    let sum =
        |number: fn(&PurgedMeeting) -> usize| purge.meetings.iter().map(number).sum::<usize>();
    let number = |number, german: [&'static str; 2], english: [&'static str; 2]| {
        let [one, many] = if language == Language::German { german } else { english };
        (number > 0).then(|| count(number, one, many).to_string())
    };
    let parts = [
        number(sum(|one| one.notes), ["Notiz", "Notizen"], ["note", "notes"]),
        number(sum(|one| one.replies), ["Antwort", "Antworten"], ["reply", "replies"]),
        number(
            sum(|one| one.attendance),
            ["Teilnahme", "Teilnahmen"],
            ["attendance", "attendances"],
        ),
        number(sum(|one| one.mails), ["Mail", "Mails"], ["mail", "mails"]),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let what = if parts.is_empty() {
        language.pick("Reste früherer Läufe", "what earlier runs had left").to_owned()
    } else {
        list::and(parts, language)
    };
    match language {
        Language::German => format!(
            "Gelöscht: {what}. Kontakte und Programme sind unverändert. Frühere Stände können noch in git \
             und in Sicherungen stehen, Mails im Gesendet-Ordner und bei den Empfängern."
        ),
        Language::English => format!(
            "Purged: {what}. Contacts and programmes are as they were. Earlier versions may still stand \
             in git and in backups, mails among those sent and with their recipients."
        ),
    }
}
