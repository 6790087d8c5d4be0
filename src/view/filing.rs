//! What is in the file of a meeting: each paper with its number, version and readers, what is missing and
//! why, and what is out of date.

use chrono::NaiveDate;

use super::changes::changes;
use super::programme::Edition;
use super::words::{Words, shown};
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::filing::{Absence, Filing, Paper, has_minutes, papers};
use crate::plan::post::document_kind::DocumentKind;
use crate::plan::programme::release::next;
use crate::text::{Language, slug};

/// What is in the file of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contents {
    /// The language of its words.
    pub language: Language,
    /// The title of the meeting.
    pub title: String,
    /// Day, hosts and place: a label and what it stands for each.
    pub facts: Vec<(String, String)>,
    /// What is in it.
    pub filed: Vec<Filed>,
    /// What lies there from before.
    pub earlier: Vec<String>,
    /// What is not there, with the reason.
    pub missing: Vec<(String, String)>,
    /// What has changed since the last version was given out, and which that is; none if nothing has.
    pub since: Option<(String, Vec<String>)>,
    /// What mails tell that is no longer true, each run with what has changed.
    pub stale: Vec<(String, Vec<String>)>,
}

/// A paper of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// Its number, which begins its name.
    pub number: usize,
    /// The name of its file.
    pub file: String,
    /// What it is.
    pub paper: String,
    /// Of which version or day it is.
    pub state: String,
    /// Who reads it.
    pub readers: String,
}

/// What a paper is called.
pub fn name(paper: Paper, language: Language) -> &'static str {
    let pick = |german, english| language.pick(german, english);
    match paper {
        Paper::Contents => pick("Inhalt", "contents"),
        Paper::Programme => DocumentKind::Programme.name(language),
        Paper::Internal => pick("Programm für Mitglieder", "programme for members"),
        Paper::RunSheet => DocumentKind::RunSheet.name(language),
        Paper::Calendar => pick("Kalendereintrag", "calendar entry"),
        Paper::Document(kind) => kind.name(language),
        Paper::Mails => pick("Mails", "mails"),
        Paper::Replies => pick("Antworten", "replies"),
        Paper::Attendance => pick("Anwesenheit", "attendance"),
        Paper::Actions => pick("Aufgaben", "actions"),
    }
}

/// The name of its file without its ending: "02-programm".
pub fn stem(number: usize, paper: Paper, language: Language) -> String {
    format!("{number:02}-{}", slug(name(paper, language)))
}

/// The papers that are filed, each with its number.
pub fn filed(filing: Filing<'_>) -> Vec<(usize, Paper)> {
    let all = (1..).zip(papers());
    all.filter(|(_, paper)| filing.absence(*paper).is_none()).collect()
}

/// What is in the file; its papers have these `names`, and those of `earlier` lie there from before.
pub fn contents(
    filing: Filing<'_>,
    papers: &[(usize, Paper)],
    names: &[String],
    earlier: Vec<String>,
    language: Language,
) -> Contents {
    let Filing { workspace, meeting, today, .. } = filing;
    let words = Words::new(&workspace.network, language);
    let told = crate::view::programme::programme(workspace, meeting, language, Edition::Full);
    let head = &told.meeting;
    let facts = [
        (words.pick("Wann", "When"), head.when.clone()),
        (words.pick("Wo", "Where"), head.place.as_ref().map(|place| place.line.clone())),
        (head.host_role.as_str(), head.host_words.clone()),
        (words.pick("Stand", "State"), Some(status(meeting, head.status_words.clone(), words))),
        (words.pick("Kennung", "Id"), Some(meeting.id.to_string())),
        (words.pick("Abgelegt am", "Filed on"), Some(words.dates.long(today))),
    ];
    let facts = facts.into_iter().filter_map(|(label, value)| Some((label.to_owned(), value?)));
    let version = version(workspace, meeting, words);
    let one = |((number, paper), file): (&(usize, Paper), &String)| Filed {
        number: *number,
        file: file.clone(),
        paper: name(*paper, language).to_owned(),
        state: state(*paper, workspace, meeting, &version, today, words),
        readers: readers(*paper, words).to_owned(),
    };
    let missing = crate::plan::filing::papers().into_iter().filter_map(|paper| {
        let why = why(filing.absence(paper)?, words);
        Some((name(paper, language).to_owned(), why.to_owned()))
    });
    let outbox = super::outbox::outbox(workspace, filing.outbox, today, language);
    let stale = outbox.runs.into_iter();
    let stale = stale.filter(|run| run.meeting == meeting.id.as_str() && !run.stale.is_empty());
    Contents {
        language,
        title: head.full_title.clone(),
        facts: facts.collect(),
        filed: papers.iter().zip(names).map(one).collect(),
        earlier,
        missing: missing.collect(),
        since: since(workspace, meeting, words),
        stale: stale.map(|run| (run.name, run.stale)).collect(),
    }
}

/// How far the meeting has come, and why, where readers are told that.
fn status(meeting: &Meeting, told: Option<String>, words: Words) -> String {
    told.unwrap_or_else(|| meeting.status.value.name(words.language).to_owned())
}

/// Which version was given out last; a draft where what is told now is none.
fn version(workspace: &Workspace, meeting: &Meeting, words: Words) -> String {
    let Some(last) = meeting.releases.last() else {
        return words.pick("keine Fassung freigegeben", "no version given out").to_owned();
    };
    let (number, day) = (last.number, words.dates.numeric(last.released.date_naive()));
    match next(workspace, meeting) {
        None => words.pick(format!("Fassung {number}, {day}"), format!("version {number}, {day}")),
        Some(_) => words.pick(
            format!("geändert seit Fassung {number} ({day})"),
            format!("changed since version {number} ({day})"),
        ),
    }
}

fn state(
    paper: Paper,
    workspace: &Workspace,
    meeting: &Meeting,
    version: &str,
    today: NaiveDate,
    words: Words,
) -> String {
    match paper {
        Paper::Document(DocumentKind::Minutes) if has_minutes(workspace, meeting) => {
            words.pick("wie festgehalten", "as kept").to_owned()
        }
        Paper::Document(DocumentKind::Minutes) => {
            format!("{}; {version}", words.pick("Vordruck", "form"))
        }
        Paper::Programme
        | Paper::Internal
        | Paper::RunSheet
        | Paper::Calendar
        | Paper::Document(_) => version.to_owned(),
        Paper::Contents | Paper::Mails | Paper::Replies | Paper::Attendance | Paper::Actions => {
            words.dates.numeric(today)
        }
    }
}

/// Who reads a paper.
fn readers(paper: Paper, words: Words) -> &'static str {
    let pick = |german, english| words.pick(german, english);
    match paper {
        Paper::Programme | Paper::Calendar => pick("alle", "everybody"),
        Paper::Internal => pick("Mitglieder", "members"),
        Paper::RunSheet => pick("Leitung", "the chair"),
        Paper::Contents | Paper::Mails | Paper::Replies | Paper::Attendance | Paper::Actions => {
            pick("nur diese Akte", "this file alone")
        }
        Paper::Document(kind) => {
            let (german, english) = kind.row().readers;
            pick(german, english)
        }
    }
}

/// Why a paper is not there.
fn why(absence: Absence, words: Words) -> &'static str {
    let pick = |german, english| words.pick(german, english);
    match absence {
        Absence::Unfit((german, english)) => pick(german, english),
        Absence::NotReady => pick(
            "das Treffen ist eine Idee, oder Tag, Ort oder Uhrzeit fehlen",
            "the meeting is an idea, or lacks day, place or time",
        ),
        Absence::Confidential => {
            pick("vertraulich; gehört in keine Akte", "confidential; it belongs into no file")
        }
        Absence::ForSingle => pick(
            "geht an Einzelne; was als Mail hinausging, steht unter den Mails",
            "goes to single people; what went out by mail stands with the mails",
        ),
        Absence::AllPublic => pick(
            "nichts im Programm ist nur für die Mitglieder",
            "nothing in the programme is for members alone",
        ),
        Absence::NoDay => pick("das Treffen hat keinen Tag", "the meeting has no day"),
        Absence::Nothing => pick("dazu ist nichts festgehalten", "nothing is on record"),
    }
}

/// What has changed since the last version, as far as everybody may know.
fn since(workspace: &Workspace, meeting: &Meeting, words: Words) -> Option<(String, Vec<String>)> {
    let last = meeting.releases.last().filter(|_| next(workspace, meeting).is_some())?;
    let found = changes(workspace, meeting, last, words.language, Edition::Internal);
    let items = found.items.iter().map(|change| change.sentence(words.language));
    let mut told: Vec<String> = found.whole.into_iter().chain(items).collect();
    if told.is_empty() {
        let inner = words.pick("Nur, was die Leitung liest.", "Only what the chair reads.");
        told.push(inner.to_owned());
    }
    let number = last.number;
    let day = shown(words.dates.long(last.released.date_naive()));
    Some((
        words.pick(format!("Fassung {number} vom {day}"), format!("version {number} of {day}")),
        told,
    ))
}
