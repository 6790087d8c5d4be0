//! What is shown before mails are made: who gets what, and what changes with it.

use std::fmt::Write as _;

use super::drafts::{Draft, Drafts};
use crate::cli::outbox::invited;
use crate::domain::meeting::Meeting;
use crate::plan::post::document_kind::Document;
use crate::text::{Language, count, list, visible};

/// The mails in words: what they are, who gets them and why, what is attached to them, the version that
/// is `told` to be given out for them, and what sending them makes of `meeting`, whose file is at `path`.
pub(super) fn preview(
    drafts: &Drafts,
    meeting: &Meeting,
    path: &str,
    enclosed: &[String],
    told: Option<&str>,
    language: Language,
) -> String {
    let mut words = String::new();
    let (title, id) = (&meeting.title.value, &meeting.id);
    let version = meeting.releases.last().map(|release| release.number);
    let version = match (version, language) {
        (None, Language::German) => "ohne Fassung".to_owned(),
        (None, Language::English) => "without a version".to_owned(),
        (Some(number), Language::German) => format!("Fassung {number}"),
        (Some(number), Language::English) => format!("version {number}"),
    };
    let _ = writeln!(words, "{title} ({id}), {version}");
    let mut documents: Vec<&Document> = Vec::new();
    for Draft { document, .. } in &drafts.mails {
        if !documents.contains(&document) {
            documents.push(document);
        }
    }
    for document in documents {
        let mails = || drafts.mails.iter().filter(|draft| draft.document == *document);
        let nouns = (language.pick("Mail", "mail"), language.pick("Mails", "mails"));
        let number = count(mails().count(), nouns.0, nouns.1);
        // A reason that all have is told once.
        let first = mails().next().map(|draft| draft.why_shown.as_str()).unwrap_or_default();
        let shared = Some(first).filter(|first| mails().all(|draft| draft.why_shown == *first));
        let shared = shared.filter(|shared| !shared.is_empty());
        let head = shared.map(|shared| format!(" ({shared})")).unwrap_or_default();
        let _ = writeln!(words, "{number}: {}{head}", document.summary(language));
        for Draft { recipient, why_shown, .. } in mails() {
            let mail = recipient.mail.as_deref().unwrap_or_default();
            let own = if shared.is_some() { String::new() } else { format!(": {why_shown}") };
            let _ = writeln!(words, "  {} <{mail}>{own}", recipient.name);
        }
    }
    let attached = language.pick("Anlagen", "Attached");
    let none = language.pick("keine", "nothing");
    let enclosed =
        if enclosed.is_empty() { none.to_owned() } else { list::and(enclosed, language) };
    let _ = writeln!(words, "{attached}: {enclosed}");
    words.push_str(told.unwrap_or_default());
    if drafts.invitation().is_some() && invited::waits(meeting) {
        let _ = writeln!(words, "{}", invited::once_sent(path, language));
    }
    visible(&words)
}
