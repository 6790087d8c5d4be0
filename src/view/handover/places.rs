//! Where things are, and how mails go out.

use serde::Serialize;

use crate::domain::workspace::Workspace;
use crate::plan::post::document_kind::DocumentKind;
use crate::source::Sources;
use crate::text::Language::{English, German};
use crate::text::{Vocabulary as _, count, list};
use crate::view::outbox::Outbox;
use crate::view::words::Words;

/// Where something is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file or folder, below the folder of the network.
    pub path: String,
    /// What is there.
    pub what: String,
}

/// The files and folders in which a network is kept, with what each holds.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "network.toml",
        "das Netzwerk: Name, Absender, Reihenfolge, Fristen, Gestaltung",
        "the network: name, sender, rules of turns, deadlines, look",
    ),
    ("cities.toml", "die Mitglieder, auch ehemalige", "the members, former ones too"),
    (
        "contacts.toml",
        "die Menschen mit Anschriften und Mailadressen",
        "the people with their addresses",
    ),
    ("venues.toml", "die Orte und ihre Räume", "the venues and their rooms"),
    ("rotation.toml", "ausgesetzte und getauschte Turnusse", "turns passed over and exchanged"),
    (
        "topics.toml",
        "Themen: wer sie hören will und wer berichten kann",
        "topics: who wants them, who can tell",
    ),
    ("actions.toml", "Verabredetes und was daraus wurde", "what was agreed and what came of it"),
    (
        "meetings/",
        "die Treffen mit Programm und freigegebenen Fassungen",
        "the meetings, with programmes and versions given out",
    ),
    ("replies/", "Antworten und wer da war", "replies, and who was there"),
    ("minutes/", "die Protokolle", "the minutes"),
    (
        "calendar/",
        "Ferien, Feste und Ratssitzungen der Mitglieder",
        "holidays, festivals and council days of the members",
    ),
];

/// Where things are: what there is of it, with how much.
pub(super) fn places(
    workspace: &Workspace,
    sources: &Sources,
    outbox: &Outbox,
    words: Words,
) -> Vec<Place> {
    let number = |path: &str| {
        let is_meant =
            |found: &str| if path.ends_with('/') { found.starts_with(path) } else { found == path };
        sources.iter().filter(|(_, file)| is_meant(&file.path)).count()
    };
    let known = KNOWN.iter().filter_map(|(path, german, english)| {
        let about = words.pick(*german, *english);
        let what = match number(path) {
            0 => return None,
            files if path.ends_with('/') => {
                let files =
                    words.pick(count(files, "Datei", "Dateien"), count(files, "file", "files"));
                format!("{about} ({files})")
            }
            _ => about.to_owned(),
        };
        Some(Place { path: (*path).to_owned(), what })
    });
    let mut places: Vec<Place> = known.collect();
    places.extend(templates(sources, words));
    let runs = outbox.runs.len() + outbox.purged.len();
    if runs > 0 {
        let runs = words.pick(count(runs, "Lauf", "Läufe"), count(runs, "run", "runs"));
        let what = match words.language {
            German => {
                format!("alle Mails ({runs}) und das Versandbuch ledger.txt; nichts davon ändern")
            }
            English => {
                format!("all mails ({runs}) and the ledger ledger.txt; change nothing there")
            }
        };
        places.push(Place { path: "outbox/".to_owned(), what });
    }
    let logos = workspace.network.style.logos.iter();
    places.extend(
        logos.map(|logo| Place {
            path: logo.file.value.as_str().to_owned(),
            what: words
                .pick("Logo im Kopf der Schriftstücke", "logo at the head of documents")
                .to_owned(),
        }),
    );
    let keeping = workspace.network.journal;
    let kept = match (words.language, keeping.changes) {
        (German, 0) => "die Sperre des Programms; frühere Stände hält es nicht fest".to_owned(),
        (English, 0) => "the program's lock; earlier states are not kept".to_owned(),
        (German, _) => format!(
            "frühere Stände: erfa log nennt sie, erfa undo nimmt den letzten zurück (höchstens {} \
             Änderungen, {} Tage)",
            keeping.changes, keeping.days
        ),
        (English, _) => format!(
            "earlier states: erfa log names them, erfa undo takes the last one back (at most {} changes, \
             {} days)",
            keeping.changes, keeping.days
        ),
    };
    places.push(Place { path: ".erfa/".to_owned(), what: kept });
    places
}

/// Templates and designs of the network's own.
fn templates(sources: &Sources, words: Words) -> Option<Place> {
    let mut names: Vec<&str> = sources
        .iter()
        .filter_map(|(_, file)| file.path.strip_prefix("templates/"))
        .map(|path| path.rsplit('/').next().unwrap_or(path))
        .collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() {
        return None;
    }
    let is_ours = |name: &&&str| {
        let stem = name.strip_suffix(".md");
        stem.is_none_or(|stem| DocumentKind::read(stem).is_some())
    };
    let (ours, own): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| is_ours(name));
    let mut parts = Vec::new();
    if !ours.is_empty() {
        let told = list::and(&ours, words.language);
        parts.push(words.pick(format!("ersetzt wird: {told}"), format!("replaced: {told}")));
    }
    if !own.is_empty() {
        let told = list::and(&own, words.language);
        parts.push(words.pick(
            format!("eigene Schriftstücke: {told}"),
            format!("documents of our own: {told}"),
        ));
    }
    let head = words.pick("eigene Vorlagen und Gestaltung", "templates and designs of our own");
    Some(Place { path: "templates/".to_owned(), what: format!("{head}; {}", parts.join("; ")) })
}

/// How mails go out.
pub(super) fn sending(workspace: &Workspace, words: Words) -> Vec<String> {
    let Some(server) = &workspace.network.submission else {
        return vec![
            words
                .pick(
                    "Ein Mailserver ist nicht eingetragen: Mails entstehen als Entwürfe, die ein Mailprogramm \
                     öffnet, oder gehen mit erfa outbox pipe an ein anderes Programm.",
                    "No mail server is entered: mails are drafts that a mail program opens, or go to another \
                     program with erfa outbox pipe.",
                )
                .to_owned(),
        ];
    };
    let host = &server.host;
    let password = if server.password_command.is_empty() {
        words.pick(
            "Das Kennwort steht in keiner Datei: es kommt aus ERFA_SMTP_PASSWORD, wenn der Server eines \
             verlangt.",
            "The password is not kept in any file: it comes from ERFA_SMTP_PASSWORD if the server wants one.",
        )
    } else {
        words.pick(
            "Das Kennwort steht in keiner Datei: password-command unter [smtp] in network.toml nennt das \
             Programm, das es ausgibt; den Zugang dazu muss jemand geben, der ihn hat.",
            "The password is not kept in any file: password-command below [smtp] in network.toml names the \
             program that prints it; whoever has access to that must give it.",
        )
    };
    vec![
        words.pick(
            format!("erfa send zeigt erst Namen und Zahl und versendet dann über {host}."),
            format!("erfa send shows names and number first, and then sends through {host}."),
        ),
        password.to_owned(),
    ]
}
