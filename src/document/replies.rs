//! Replies as tables.

use super::model::{Block, Document, Table};
use crate::text::{DateStyle, Language, MemberWords, count, list};
use crate::view::ReplyAnswer;
use crate::view::replies::reading::{Bounced, Open, Reading, Recorded};
use crate::view::replies::{Company, Earlier, Numbers, Person, Replies};

/// Who comes, by town; below it who is open, and who brings or sends somebody.
pub fn table(replies: &Replies, members: &MemberWords, language: Language) -> Document {
    let is_known = replies.invitations_known || replies.purged.is_some();
    let number = |words| (words, true);
    let mut headings = vec![(members.noun(language), false)];
    headings.extend(is_known.then(|| number(language.pick("eingeladen", "invited"))));
    headings.push(number(language.pick("ja", "yes")));
    headings.push(number(language.pick("nein", "no")));
    headings.push(number(language.pick("vielleicht", "maybe")));
    headings.extend(is_known.then(|| number(language.pick("offen", "open"))));
    let mut rows: Vec<Vec<String>> =
        replies.towns.iter().map(|town| row(&town.name, town.numbers, is_known)).collect();
    if replies.others.invited > 0 {
        let member = members.noun(language);
        let none = format!("{} {member}", language.pick("ohne", "of no"));
        rows.push(row(&none, replies.others, is_known));
    }
    rows.push(row(language.pick("Summe", "sum"), replies.sum, is_known));
    let mut blocks = vec![Block::heading(1, replies.title.clone())];
    if let Some(purged) = replies.purged {
        let day = DateStyle { language, ..DateStyle::default() }.numeric(purged);
        blocks.push(Block::paragraph(match language {
            Language::German => {
                format!("Am {day} wurden Antworten gelöscht; ihre Zahlen sind mitgezählt.")
            }
            Language::English => {
                format!("Replies were purged on {day}; their numbers are counted.")
            }
        }));
    } else if !replies.invitations_known {
        blocks.push(Block::paragraph(language.pick("Aus dem Postausgang ist zu diesem Treffen noch keine Mail hinausgegangen: Gezählt ist nur, wer geantwortet hat.",
            "No mail about this meeting has gone out from the outbox: only those who answered are counted.",
        )));
    }
    blocks.push(Block::Table(Table::of_words(&headings, rows)));
    if replies.is_cancelled {
        blocks.push(Block::paragraph(language.pick(
            "Das Treffen ist abgesagt; erwartet wird niemand.",
            "The meeting is cancelled; nobody is expected.",
        )));
    } else if replies.expected > 0 {
        blocks.push(Block::paragraph(expected(replies, language)));
    }
    let open: Vec<String> = replies
        .people
        .iter()
        .filter(|one| one.answer.is_none())
        .map(|one| {
            let earlier = one.earlier.as_ref().map(|earlier| self::earlier(earlier, language));
            of_town(one) + &earlier.unwrap_or_default()
        })
        .collect();
    blocks.extend(section(language.pick("Offen", "Open"), open));
    let company = replies.company.iter().flat_map(|one| company(one, language)).collect();
    let title = language.pick("Begleitung und Vertretung", "Companions and substitutes");
    blocks.extend(section(title, company));
    Document::new(language, &replies.title, blocks)
}

/// How many are expected; a town that comes has not said how many of its people it sends.
fn expected(replies: &Replies, language: Language) -> String {
    let number = replies.expected;
    let is_open =
        replies.people.iter().any(|one| one.by_town && one.answer == Some(ReplyAnswer::Yes));
    let least = match (is_open, language) {
        (false, _) => "",
        (true, Language::German) => "mindestens ",
        (true, Language::English) => "At least ",
    };
    match language {
        Language::German if number == 1 => format!("Zugesagt hat {least}1 Person."),
        Language::German => format!(
            "Zugesagt haben {least}{number} Personen, Begleitung und Vertretung eingeschlossen."
        ),
        Language::English if number == 1 => format!("{least}1 person has said yes."),
        Language::English => {
            format!("{least}{number} people have said yes, companions and substitutes included.")
        }
    }
}

/// The numbers behind a name; who was invited and has not answered only where that `is_known`.
fn row(name: &str, numbers: Numbers, is_known: bool) -> Vec<String> {
    let Numbers { invited, yes, no, maybe, open } = numbers;
    let numbers = if is_known { vec![invited, yes, no, maybe, open] } else { vec![yes, no, maybe] };
    let numbers = numbers.into_iter().map(|number| number.to_string());
    std::iter::once(name.to_owned()).chain(numbers).collect()
}

fn section(title: &str, lines: Vec<String>) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let items = lines.into_iter().map(|line| vec![Block::paragraph(line)]).collect();
    vec![Block::heading(2, title), Block::List(None, items)]
}

fn of_town(person: &Person) -> String {
    in_town(&person.name, person.city.as_deref())
}

/// "Konrad von der Aue (Dornwerder)".
fn in_town(name: &str, city: Option<&str>) -> String {
    match city.filter(|city| *city != name) {
        Some(city) => format!("{name} ({city})"),
        None => name.to_owned(),
    }
}

/// What somebody said of another day: ": nein zum 28.02.2028".
fn earlier(earlier: &Earlier, language: Language) -> String {
    let answer = earlier.answer.name(language);
    let day = earlier.day.map(|day| DateStyle { language, ..DateStyle::default() }.numeric(day));
    match (language, day) {
        (Language::German, _) if earlier.unknown => {
            format!(": {answer}, aber zu welchem Termin, ist nicht vermerkt (`for`)")
        }
        (Language::English, _) if earlier.unknown => {
            format!(": {answer}, but to which day is not recorded (`for`)")
        }
        (Language::German, Some(day)) if earlier.never => {
            format!(": {answer} zum {day}, den die Datei des Treffens nicht kennt (`for`)")
        }
        (Language::English, Some(day)) if earlier.never => {
            format!(": {answer} to {day}, which the file of the meeting does not know (`for`)")
        }
        (language, _) if let Some(since) = earlier.since => {
            format!(": {answer}, {}", since.name(language))
        }
        (Language::German, Some(day)) => format!(": {answer} zum {day}, vor der Verlegung"),
        (Language::English, Some(day)) => format!(": {answer} to {day}, before it was moved"),
        (Language::German, None) => format!(": {answer}, als der Tag noch offen war"),
        (Language::English, None) => format!(": {answer}, when the day was still open"),
    }
}

fn company(company: &Company, language: Language) -> Vec<String> {
    let name = in_town(&company.name, company.city.as_deref());
    let number = usize::try_from(company.unnamed).unwrap_or_default();
    let is_alone = company.with.is_empty();
    let unnamed = (number > 0).then(|| match language {
        Language::German if is_alone => count(number, "Person", "Personen").to_string(),
        Language::German => format!("{number} weiteren"),
        Language::English if is_alone => count(number, "person", "people").to_string(),
        Language::English => format!("{number} more"),
    });
    let with: Vec<&String> = company.with.iter().chain(&unnamed).collect();
    let with = (!with.is_empty()).then(|| {
        let with = list::and(&with, language);
        match language {
            Language::German => format!("{name} mit {with}"),
            Language::English => format!("{name} with {with}"),
        }
    });
    let substitute = company.substitute.as_ref().map(|substitute| match language {
        Language::German => format!("{substitute} für {name}"),
        Language::English => format!("{substitute} for {name}"),
    });
    with.into_iter().chain(substitute).collect()
}

/// What became of replies that came in.
pub fn reading(reading: &Reading, language: Language) -> Document {
    let title = language.pick("Gelesene Antworten", "Replies read");
    let mut blocks = vec![Block::heading(1, title)];
    if !reading.recorded.is_empty() {
        blocks.push(Block::Table(recorded(&reading.recorded, language)));
    }
    blocks.extend(paragraphs(reading, language));
    let title = language.pick("Unzustellbar", "Came back");
    blocks.extend(section(title, reading.bounced.iter().map(|it| bounced(it, language)).collect()));
    if !reading.unclear.is_empty() {
        let number = reading.unclear.len();
        let title = match language {
            Language::German => format!("Für Sie zu klären: {number}"),
            Language::English => format!("For you to look at: {number}"),
        };
        blocks.push(Block::heading(2, title));
        let items = reading.unclear.iter().map(|one| open(one, language)).collect();
        blocks.push(Block::List(None, items));
    }
    blocks.extend(passed_over(&reading.passed_over, language));
    Document::new(language, title, blocks)
}

/// What was not read, and how programs save what is.
fn passed_over(files: &[String], language: Language) -> Vec<Block> {
    if files.is_empty() {
        return Vec::new();
    }
    let names = list::and(files, language);
    let mut words = match language {
        Language::German => format!("Übergangen, weder Mail noch Kalender noch Tabelle: {names}."),
        Language::English => format!("Passed over, no mail, calendar or table: {names}."),
    };
    let ends = |ending: &str| files.iter().any(|file| file.to_lowercase().ends_with(ending));
    if ends(".msg") {
        words.push_str(language.pick(" Mails im Format `.msg` liest nur Outlook; speichern Sie sie als `.eml`, wie es das neue Outlook tut.",
            " Only Outlook reads mails in the format `.msg`; save them as `.eml`, as the new Outlook does.",
        ));
    }
    if ends(".xlsx") || ends(".xls") {
        words.push_str(language.pick(
            " Tabellen speichern Sie in Excel als „CSV UTF-8“.",
            " Save tables in Excel as “CSV UTF-8”.",
        ));
    }
    vec![Block::paragraph(words)]
}

fn recorded(recorded: &[Recorded], language: Language) -> Table {
    let headings = [
        (language.pick("wer", "who"), false),
        (language.pick("Antwort", "answer"), false),
        (language.pick("bisher", "so far"), false),
        (language.pick("Treffen", "meeting"), false),
        (language.pick("aus", "from"), false),
    ];
    let row = |one: &Recorded| {
        let sent_by = one.sent_by.as_ref().map(|address| match language {
            Language::German => format!(" (durch {address})"),
            Language::English => format!(" (by {address})"),
        });
        vec![
            format!("{}{}", one.name, sent_by.unwrap_or_default()),
            one.answer.name(language).to_owned(),
            one.before.map_or(language.pick("offen", "open"), |it| it.name(language)).to_owned(),
            one.meeting.clone(),
            place(&one.file, one.line, language),
        ]
    };
    Table::of_words(&headings, recorded.iter().map(row).collect())
}

fn paragraphs(reading: &Reading, language: Language) -> Vec<Block> {
    let mut words = Vec::new();
    if reading.files == 0 {
        words
            .push(language.pick("Hier liegt keine Antwort.", "There is no reply here.").to_owned());
    } else if reading.recorded.is_empty() && reading.bounced.is_empty() {
        words
            .push(language.pick("Nichts Neues zu vermerken.", "Nothing new to record.").to_owned());
    }
    let mut tell = |number: usize, german: [&str; 3], english: [&str; 3]| {
        let [one, several, rest] = language.pick(german, english);
        if number > 0 {
            words.push(format!("{} {rest}", count(number, one, several)));
        }
    };
    tell(
        reading.known,
        ["Antwort ist", "Antworten sind", "schon vermerkt oder älter als das Vermerkte."],
        ["reply is", "replies are", "recorded already, or older than what is."],
    );
    tell(
        reading.reported,
        ["Meldung ist", "Meldungen sind", "schon vermerkt."],
        ["report is", "reports are", "recorded already."],
    );
    tell(
        reading.unanswered,
        ["Zeile ist", "Zeilen sind", "noch ohne Antwort."],
        ["row has", "rows have", "no answer yet."],
    );
    if words.is_empty() { Vec::new() } else { vec![Block::paragraph(words.join(" "))] }
}

/// Who was not reached, and why; what comes next depends on more than the address.
fn bounced(bounced: &Bounced, language: Language) -> String {
    let Bounced { name, words, file, .. } = bounced;
    match language {
        Language::German => format!(
            "{name} ({file}): {words}. Berichtigen Sie die Adresse; `erfa outbox list` sagt, wie es weitergeht."
        ),
        Language::English => format!(
            "{name} ({file}): {words}. Mend the address; `erfa outbox list` says what comes next."
        ),
    }
}

/// Where it stands, from whom, why; how it begins; what records it.
fn open(open: &Open, language: Language) -> Vec<Block> {
    let place = place(&open.file, open.line, language);
    let sender = open.sender.as_ref().map(|sender| format!(", {sender}")).unwrap_or_default();
    let mut blocks = vec![Block::paragraph(format!("{place}{sender}: {}", open.words))];
    blocks.extend(open.excerpt.as_ref().map(|excerpt| {
        let short: String = excerpt.chars().take(EXCERPT).collect();
        let more = if excerpt.chars().count() > EXCERPT { " …" } else { "" };
        Block::paragraph(match language {
            Language::German => format!("„{}{more}“", short.trim_end()),
            Language::English => format!("“{}{more}”", short.trim_end()),
        })
    }));
    blocks.extend(open.command.as_ref().map(Block::paragraph));
    blocks
}

/// The most letters of a mail that are shown.
const EXCERPT: usize = 120;

fn place(file: &str, line: Option<u64>, language: Language) -> String {
    match (line, language) {
        (None, _) => file.to_owned(),
        (Some(line), Language::German) => format!("{file}, Zeile {line}"),
        (Some(line), Language::English) => format!("{file}, line {line}"),
    }
}
