//! Whether a meeting is ready to be invited to and to be given out: what readers cannot do without.

use super::document_kind::{Document, Lack, Settled};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::writing::{NotReady, NotReadyYet};
use crate::domain::meeting::{Meeting, Status};
use crate::text::{Language, Vocabulary as _, list};

/// What `meeting` lacks. What is over or cancelled lacks nothing, nor does one that is postponed until a
/// day is found: that is what readers are told.
pub fn lacks(meeting: &Meeting) -> Vec<Lack> {
    let when = &meeting.when;
    let is_settled = match meeting.status.value {
        Status::Held | Status::Cancelled => true,
        Status::Postponed => when.date.is_none(),
        Status::Idea | Status::Planned | Status::Invited => false,
    };
    if is_settled {
        return Vec::new();
    }
    // What is printed in words instead of a day is a time of the year that nobody can keep free.
    let has_day = when.date.is_some() && when.date_text.is_none();
    let sessions = &meeting.sessions;
    // Letters name the host where no place is known yet.
    let has_place = meeting.place.is_some()
        || !meeting.hosts.is_empty()
        || meeting.online.is_some()
        || sessions.iter().any(|session| session.place.is_some());
    let has_time = when.start.is_some()
        || sessions
            .iter()
            .any(|session| session.timing.start.is_some() || session.timing.part_of_day.is_some());
    let there = [(Lack::Day, has_day), (Lack::Place, has_place), (Lack::Time, has_time)];
    there.into_iter().filter(|(_, is_there)| !is_there).map(|(lack, _)| lack).collect()
}

/// What speaks against writing `document` to those who are to come, or for none against giving a version of
/// `meeting` out: it is only an idea, or lacks day, place or time. With `anyway` it is only said, and so is a
/// time that is not known yet: whoever knows day and place can come.
pub fn objection(
    document: Option<&Document>,
    meeting: &Meeting,
    anyway: bool,
) -> Option<Diagnostic> {
    let needed = match document.map_or(Settled::Always(Lack::ALL), Document::settled) {
        Settled::Never => return None,
        Settled::InMails(needed) | Settled::Always(needed) => needed,
    };
    let is_idea = meeting.status.value == Status::Idea;
    let mut lacks = lacks(meeting);
    lacks.retain(|lack| needed.contains(lack));
    if !is_idea && lacks.is_empty() {
        return None;
    }
    let words = |language: Language| {
        let idea = language.pick("es ist erst eine Idee", "it is only an idea");
        let names = list::and(lacks.iter().map(|lack| lack.name(language)), language);
        let missing = match (lacks.len(), language) {
            (0, _) => None,
            (1, Language::German) => Some(format!("{names} fehlt")),
            (_, Language::German) => Some(format!("{names} fehlen")),
            (1, Language::English) => Some(format!("the {names} is missing")),
            (_, Language::English) => Some(format!("{names} are missing")),
        };
        let parts = is_idea.then(|| idea.to_owned()).into_iter().chain(missing);
        parts.collect::<Vec<_>>().join("; ")
    };
    let (german, english) = (words(Language::German), words(Language::English));
    let way = |language: Language| {
        let confirm = match language {
            Language::German => format!("`erfa confirm {}` macht ein Treffen daraus", meeting.id),
            Language::English => format!("`erfa confirm {}` makes it a meeting", meeting.id),
        };
        let add = language.pick("ergänzen Sie es in der Datei", "add it to the file");
        let add = (!lacks.is_empty()).then(|| add.to_owned());
        add.into_iter().chain(is_idea.then_some(confirm)).collect::<Vec<_>>().join("; ")
    };
    let [german_way, english_way] = [Language::German, Language::English].map(way);
    let place = if is_idea { meeting.status.origin } else { meeting.title.origin };
    let stops = is_idea || lacks.iter().any(|lack| *lack != Lack::Time);
    Some(if anyway || !stops {
        Diagnostic::at(place, NotReadyYet { german, english })
    } else {
        Diagnostic::at(place, NotReady { german, english, german_way, english_way })
    })
}
