//! The outbox as tables.

use super::model::{Block, Document, Inline, Table};
use crate::text::{DateStyle, Language, Vocabulary as _, count, list};
use crate::view::DocumentKind;
use crate::view::State;
use crate::view::outbox::{MailCount, Message, Outbox, PurgedRun, Run, UPDATE};

/// A line of the list that lies beside the mails of a run.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'l> {
    /// The full name.
    pub name: &'l str,
    /// The address.
    pub mail: &'l str,
    /// Why they were chosen.
    pub why: &'l str,
    /// The file.
    pub file: &'l str,
}

/// What a mail is, in a word; a document of the user's own goes by its own name.
fn kind(name: &str, language: Language) -> String {
    DocumentKind::read(name).map_or(name, |kind| kind.name(language)).to_owned()
}

/// "2 wartend, 1 versandt".
fn states(run: &Run, language: Language) -> String {
    let number = |state| run.messages.iter().filter(|one| one.state == state).count();
    enumerated(|state| (number(state) > 0).then(|| number(state).to_string()), language)
}

/// Each state that has a number, with it.
fn enumerated(number: impl Fn(State) -> Option<String>, language: Language) -> String {
    let words = |state: State| Some(format!("{} {}", number(state)?, state.name(language)));
    State::all().filter_map(words).collect::<Vec<_>>().join(", ")
}

pub(super) fn day(date: chrono::NaiveDate, language: Language) -> String {
    DateStyle { language, ..DateStyle::default() }.numeric(date)
}

pub(super) fn moment(at: chrono::DateTime<chrono::FixedOffset>, language: Language) -> String {
    format!("{} {}", day(at.date_naive(), language), at.format("%H:%M"))
}

/// All runs, and what of them is no longer true.
pub fn runs(outbox: &Outbox, language: Language) -> Document {
    let title = language.pick("Postausgang", "Outbox");
    let heading = Block::Heading(1, vec![Inline::text(title)]);
    if outbox.runs.is_empty() && outbox.purged.is_empty() {
        let empty = language.pick("Der Postausgang ist leer.", "The outbox is empty.");
        return Document::new(language, title, vec![heading, Block::paragraph(empty)]);
    }
    let headings = [
        (language.pick("Lauf", "run"), false),
        (language.pick("erzeugt", "made"), false),
        (language.pick("Fassung", "version"), true),
        (language.pick("Mails", "mails"), false),
    ];
    let row = |run: &Run| {
        let made = moment(run.made, language);
        vec![run.name.clone(), made, run.version.to_string(), states(run, language)]
    };
    let rows = outbox.runs.iter().map(row).collect();
    let rows: Vec<Vec<String>> = rows;
    let mut blocks = vec![heading];
    if !rows.is_empty() {
        blocks.push(Block::Table(Table::of_words(&headings, rows)));
    }
    blocks.extend(outbox.runs.iter().flat_map(|run| bounced(run, language)));
    blocks.extend(outbox.runs.iter().flat_map(|run| stale(run, &outbox.runs, language)));
    blocks.extend(purged_runs(&outbox.purged, language));
    Document::new(language, title, blocks)
}

/// The runs that were purged.
fn purged_runs(runs: &[PurgedRun], language: Language) -> Vec<Block> {
    if runs.is_empty() {
        return Vec::new();
    }
    let headings = [
        (language.pick("Lauf", "run"), false),
        (language.pick("erzeugt", "made"), false),
        (language.pick("gelöscht", "purged"), false),
        (language.pick("Mails", "mails"), false),
    ];
    let row = |run: &PurgedRun| {
        let made = moment(run.made, language);
        vec![run.name.clone(), made, day(run.purged, language), counted(&run.counts, language)]
    };
    let title = language.pick("Gelöscht bis auf die Zahlen", "Purged, with the numbers kept");
    let rows = runs.iter().map(row).collect();
    vec![
        Block::Heading(2, vec![Inline::text(title)]),
        Block::Table(Table::of_words(&headings, rows)),
    ]
}

/// "2 versandt, 1 abgelehnt", whatever they were.
pub(super) fn counted(counts: &[MailCount], language: Language) -> String {
    let number = |state: State| -> u32 {
        let counts = counts.iter().filter(|count| count.state == state);
        counts.fold(0, |sum, count| sum.saturating_add(count.number))
    };
    enumerated(|state| (number(state) > 0).then(|| number(state).to_string()), language)
}

/// What is left of a run that was purged.
pub fn purged(run: &PurgedRun, language: Language) -> Document {
    let heading = Block::Heading(1, vec![Inline::text(&run.name)]);
    let (made, purged) = (moment(run.made, language), day(run.purged, language));
    let head = match language {
        Language::German => format!(
            "Erzeugt am {made}, nach Fassung {}; Mails, Namen und Adressen gelöscht am {purged}",
            run.version
        ),
        Language::English => format!(
            "Made on {made} from version {}; mails, names and addresses purged on {purged}",
            run.version
        ),
    };
    let headings = [
        (language.pick("was", "what"), false),
        (language.pick("Zustand", "state"), false),
        (language.pick("Mails", "mails"), true),
    ];
    let row = |count: &MailCount| {
        let state = count.state.name(language).to_owned();
        vec![count.kind.clone(), state, count.number.to_string()]
    };
    let mut blocks = vec![heading, Block::paragraph(head)];
    if !run.to.is_empty() {
        let by = language.pick("Gewählt durch", "Chosen by");
        blocks.push(Block::paragraph(format!("{by}: {}", list::and(&run.to, language))));
    }
    if !run.counts.is_empty() {
        let rows = run.counts.iter().map(row).collect();
        blocks.push(Block::Table(Table::of_words(&headings, rows)));
    }
    Document::new(language, &run.name, blocks)
}

/// What has changed since a run was made, and which of all `runs` waits that tells of it.
fn stale(run: &Run, runs: &[Run], language: Language) -> Vec<Block> {
    if run.stale.is_empty() {
        return Vec::new();
    }
    let tells = |other: &&Run| {
        let waits = other.messages.iter().any(|message| message.state == State::Pending);
        let is_later = other.meeting == run.meeting && other.version > run.version;
        is_later && waits && other.kind == UPDATE && other.stale.is_empty()
    };
    let told = runs.iter().find(tells).map(|other| match language {
        Language::German => format!(" ({} wartet und teilt es mit)", other.name),
        Language::English => format!(" ({} waits and tells of it)", other.name),
    });
    let told = told.unwrap_or_default();
    let title = match language {
        Language::German => format!("Überholt: {}{told}", run.name),
        Language::English => format!("Out of date: {}{told}", run.name),
    };
    let entry = |line: &String| vec![Block::paragraph(line)];
    vec![
        Block::Heading(2, vec![Inline::text(title)]),
        Block::List(None, run.stale.iter().map(entry).collect()),
    ]
}

/// Which mails of a run came back, why, and the way out.
fn bounced(run: &Run, language: Language) -> Vec<Block> {
    let bounced = run.messages.iter().filter(|one| one.state == State::Bounced);
    let entry = |message: &Message| {
        let Message { name, mail, file, .. } = message;
        let words = message.words.as_deref().unwrap_or(mail);
        let (run_is_stale, meeting, run) = (!run.stale.is_empty(), &run.meeting, &run.name);
        // What is out of date is written anew, not sent once more.
        let (way, then) = match (run_is_stale, language) {
            (false, Language::German) => (
                format!("`erfa send {run}` versendet neu"),
                format!("versendet `erfa send {run}` neu"),
            ),
            (true, Language::German) => (
                format!("`erfa outbox make update {meeting}` schreibt, was heute gilt"),
                format!("schreibt `erfa outbox make update {meeting}`, was heute gilt"),
            ),
            (false, Language::English) => {
                let way = format!("`erfa send {run}` sends anew");
                (way.clone(), way)
            }
            (true, Language::English) => {
                let way = format!("`erfa outbox make update {meeting}` writes what holds today");
                (way.clone(), way)
            }
        };
        vec![Block::paragraph(match (&message.held, &message.mended, language) {
            (Some(held), ..) => format!("{name}: {words}. {held}."),
            (None, Some(to), Language::German) => {
                format!("{name}: {words}. Die Adresse ist jetzt {to}: {way}.")
            }
            (None, Some(to), Language::English) => {
                format!("{name}: {words}. The address is {to} now: {way}.")
            }
            (None, None, Language::German) => format!(
                "{name}: {words}. Berichtigen Sie die Adresse {mail} im Verzeichnis, dann {then}; \
                 stimmt sie doch: `erfa outbox settle {file} --as pending`."
            ),
            (None, None, Language::English) => format!(
                "{name}: {words}. Mend the address {mail} on file, then {then}; \
                 if it is right after all: `erfa outbox settle {file} --as pending`."
            ),
        })]
    };
    let entries: Vec<Vec<Block>> = bounced.map(entry).collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let title = match language {
        Language::German => format!("Unzustellbar: {}", run.name),
        Language::English => format!("Came back: {}", run.name),
    };
    vec![Block::Heading(2, vec![Inline::text(title)]), Block::List(None, entries)]
}

/// One run with all its mails.
pub fn run(run: &Run, language: Language) -> Document {
    let heading = Block::Heading(1, vec![Inline::text(&run.name)]);
    let made = moment(run.made, language);
    let head = match language {
        Language::German => format!("Erzeugt am {made}, nach Fassung {}", run.version),
        Language::English => format!("Made on {made} from version {}", run.version),
    };
    let headings = [
        (language.pick("wer", "who"), false),
        (language.pick("Adresse", "address"), false),
        (language.pick("was", "what"), false),
        (language.pick("gewählt durch", "chosen by"), false),
        (language.pick("Zustand", "state"), false),
        (language.pick("Datei", "file"), false),
    ];
    let row = |message: &Message| {
        let file = message.file.rsplit('/').next().unwrap_or_default().to_owned();
        let mut state = match (message.state, message.is_temporary) {
            (State::Failed, true) => {
                language.pick("vorerst abgelehnt", "refused for now").to_owned()
            }
            (state, _) => state.name(language).to_owned(),
        };
        if let Some(words) = &message.words {
            state = format!("{state}: {words}");
        }
        // It is what to look for on the server.
        if message.state == State::Unsure {
            state = format!("{state} (Message-ID <{}>)", message.message_id);
        }
        vec![
            message.name.clone(),
            message.mail.clone(),
            kind(&message.kind, language),
            message.chosen_by.join(", "),
            state,
            file,
        ]
    };
    let rows = run.messages.iter().map(row).collect();
    let mut blocks =
        vec![heading, Block::paragraph(head), Block::Table(Table::of_words(&headings, rows))];
    blocks.extend(bounced(run, language));
    blocks.extend(stale(run, &[], language));
    Document::new(language, &run.name, blocks)
}

/// Who gets the mails of a run that are about to go out.
pub fn recipients(run: &Run, language: Language) -> Document {
    let number = match language {
        Language::German => count(run.messages.len(), "Mail", "Mails"),
        Language::English => count(run.messages.len(), "mail", "mails"),
    };
    let title = match language {
        Language::German => format!("Versand von {}: {number}", run.name),
        Language::English => format!("Sending {}: {number}", run.name),
    };
    let headings = [
        (language.pick("wer", "who"), false),
        (language.pick("Adresse", "address"), false),
        (language.pick("was", "what"), false),
    ];
    let row = |one: &Message| vec![one.name.clone(), one.mail.clone(), kind(&one.kind, language)];
    let rows = run.messages.iter().map(row).collect();
    let heading = Block::Heading(1, vec![Inline::text(&title)]);
    let table = Block::Table(Table::of_words(&headings, rows));
    Document::new(language, &title, vec![heading, table])
}

/// What stands above the list that lies beside the mails.
pub fn list_head(name: &str, mails: usize, language: Language) -> Document {
    let number = match language {
        Language::German => count(mails, "Mail", "Mails"),
        Language::English => count(mails, "mail", "mails"),
    };
    let heading = Block::Heading(1, vec![Inline::text(format!("{name}: {number}"))]);
    Document::new(language, name, vec![heading])
}

/// The list that lies beside the mails: who, why, which file.
pub fn list<'l>(
    name: &str,
    listed: impl Iterator<Item = Listed<'l>>,
    language: Language,
) -> Document {
    let headings = [
        (language.pick("wer", "who"), false),
        (language.pick("Adresse", "address"), false),
        (language.pick("warum", "why"), false),
        (language.pick("Datei", "file"), false),
    ];
    let row = |one: Listed<'_>| [one.name, one.mail, one.why, one.file].map(str::to_owned).to_vec();
    let rows = listed.map(row).collect();
    Document::new(language, name, vec![Block::Table(Table::of_words(&headings, rows))])
}

/// Names that chose somebody, joined.
pub fn chosen_by(names: &[String], language: Language) -> String {
    list::and(names, language)
}
