//! What is not for everybody stays out of the public editions of a programme, in every format.

use std::io::{Cursor, Read as _};

use chrono::{DateTime, FixedOffset};
use erfa::diagnostic::Severity;
use erfa::document::model::Document;
use erfa::document::template::Template;
use erfa::document::{changes as change_words, release as release_words, spreadsheet};
use erfa::domain::workspace::Workspace;
use erfa::input;
use erfa::input::edit::{NewRelease, add_release};
use erfa::plan::programme::release::next;
use erfa::render::csv::csv;
use erfa::render::docx::docx;
use erfa::render::html::html;
use erfa::render::ics;
use erfa::render::json::json;
use erfa::render::markdown::markdown;
use erfa::render::terminal::{Options, terminal};
use erfa::render::text::text;
use erfa::source::{RawFile, Sources};
use erfa::text::{Language, Vocabulary as _};
use erfa::view::DocumentKind;
use erfa::view::calendar;
use erfa::view::changes::changes;
use erfa::view::item::{item, only};
use erfa::view::placeholders::Placeholders;
use erfa::view::programme::{Edition, programme};
use erfa::view::release::releases;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use snapbox::str;

use crate::harness::{Test, files};

mod slips;

use slips::{CHAIR, INNER, MEMBERS, PLANNED, Slip, meeting, network, slips};

fn read(meeting: String) -> Workspace {
    let reading = input::read(network(meeting).into_iter().map(RawFile::from).collect());
    let errors: Vec<_> =
        reading.findings.iter().filter(|it| it.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    reading.workspace.expect("a sound workspace")
}

/// The file of a meeting with what it says given out as its first version.
fn released(meeting: &str) -> String {
    let workspace = read(meeting.to_owned());
    let of = &workspace.meetings[0];
    let version = next(&workspace, of).expect("a first version");
    let released: DateTime<FixedOffset> = "2027-01-12T12:00:00+01:00".parse().unwrap();
    let new = NewRelease {
        has_programme: true,
        number: version.number,
        released,
        by: "Amt",
        reason: "Probe",
        sequence: version.sequence,
        uid: &version.uid,
        facts: &version.facts,
    };
    let ids: Vec<_> = of.sessions.iter().map(|session| &session.id).collect();
    add_release(of.origin.file, meeting, &new, &ids).expect("a sound file")
}

/// A document in every format of documents but PDF, whose words `render::pdf` looks at.
fn printed(document: &Document) -> Vec<(&'static str, String)> {
    let screen = terminal(document, Options { width: Some(200), colour: false });
    let word = docx(document).expect("a document for Word");
    vec![
        ("text", text(document)),
        ("table", screen),
        ("markdown", markdown(document)),
        ("html", html(document)),
        ("docx", unpacked(&word)),
    ]
}

/// Every file that a document for Word is packed from.
fn unpacked(file: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut text = String::new();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        text += &part.name().unwrap();
        part.read_to_string(&mut text).unwrap();
    }
    text
}

fn filled<T: Placeholders>(kind: DocumentKind, language: Language, answer: &T) -> Document {
    let sources = Sources::default();
    Template::find(kind, language, &sources).render(answer).expect("a sound template")
}

/// A programme and everything that can be printed of it, with the name of the format.
fn told(workspace: &Workspace, edition: Edition, language: Language) -> Vec<(String, String)> {
    let of = &workspace.meetings[0];
    let answer = programme(workspace, of, language, edition);
    let data = |answer: &_| ("json", json(answer).expect("data"));
    let table = |answer: &_| {
        let file = csv(&spreadsheet::programme(answer)).expect("a table");
        ("csv", String::from_utf8(file).unwrap())
    };
    let kind =
        if edition == Edition::RunSheet { DocumentKind::RunSheet } else { DocumentKind::Programme };
    let mut all = printed(&filled(kind, language, &answer));
    all.extend([data(&answer), table(&answer)]);
    let mut all: Vec<_> = all.into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    for session in &of.sessions {
        let id = session.id.as_str();
        let Some(alone) = only(answer.clone(), id) else { continue };
        let sheet = item(workspace, alone.clone(), id).expect("it is there");
        let mut forms = printed(&filled(DocumentKind::Item, language, &sheet));
        forms.extend([data(&alone), table(&alone)]);
        all.extend(forms.into_iter().map(|(name, text)| (format!("{id} as {name}"), text)));
    }
    // Calendars are for everybody, whatever edition there is beside them.
    if edition == Edition::Full {
        for items in [false, true] {
            let calendar = calendar::meeting(workspace, of, language, items).expect("a day");
            all.push((format!("ics {items}"), ics::calendar(&calendar).replace("\r\n ", "")));
        }
        let feed = calendar::Feed::of(workspace, language).expect("a day");
        all.push(("feed".to_owned(), ics::feed(&feed).replace("\r\n ", "")));
    }
    for release in &of.releases {
        let changes = changes(workspace, of, release, language, edition);
        let forms = printed(&change_words::document(&changes, language));
        let data = json(&changes).expect("data");
        all.extend(
            forms
                .into_iter()
                .chain([("json", data)])
                .map(|(name, text)| (format!("changes as {name}"), text)),
        );
    }
    all
}

/// What readers of an edition must not see.
fn secrets(edition: Edition) -> Vec<&'static str> {
    match edition {
        Edition::Short | Edition::Full => vec![INNER, MEMBERS, CHAIR, PLANNED],
        Edition::Internal => vec![INNER, CHAIR, PLANNED],
        Edition::RunSheet => vec![],
    }
}

fn languages() -> impl Strategy<Value = Language> {
    prop::sample::select(Language::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn public_editions_keep_what_is_not_for_everybody(slips in slips(), language in languages()) {
        let workspace = read(meeting(&slips));
        for edition in Edition::all() {
            for (form, output) in told(&workspace, edition, language) {
                for secret in secrets(edition) {
                    prop_assert!(!output.contains(secret), "{edition:?} {form}: {secret}\n{output}");
                }
            }
        }
    }

    #[test]
    fn versions_keep_it_too(before in slips(), after in slips(), language in languages()) {
        let (_, entries) = split(&released(&meeting(&before)));
        let workspace = read(meeting(&after) + &entries);
        for edition in Edition::all() {
            for (form, output) in told(&workspace, edition, language) {
                for secret in secrets(edition) {
                    prop_assert!(!output.contains(secret), "{edition:?} {form}: {secret}\n{output}");
                }
            }
        }
        let listed = releases(&workspace, &workspace.meetings[0]);
        let mut forms = printed(&release_words::document(&listed, language));
        forms.push(("json", json(&listed).expect("data")));
        for (form, output) in forms {
            for secret in [INNER, MEMBERS, CHAIR, PLANNED] {
                prop_assert!(!output.contains(secret), "versions {form}: {secret}\n{output}");
            }
        }
    }
}

/// The file of a meeting, and the versions that stand at its end.
fn split(file: &str) -> (String, String) {
    let (text, versions) = file.split_once("[[release]]").expect("a version");
    (text.to_owned(), format!("[[release]]{versions}"))
}

/// One session of each audience, with everything that can be said of it.
fn each() -> Vec<Slip> {
    let first = Slip { has_start: true, ..Slip::full("talk", ("public", "offen")) };
    vec![first, Slip::full("tour", ("internal", MEMBERS)), Slip::full("workshop", ("lead", CHAIR))]
}

#[test]
fn the_run_sheet_tells_all_of_it() {
    let workspace = read(meeting(&each()));
    for (form, output) in told(&workspace, Edition::RunSheet, Language::German) {
        // A single item is handed to those who have a part in it, and no calendar has a run sheet.
        if form.contains(" as ") {
            continue;
        }
        let of_all = [" head", " venue"].into_iter().filter(|_| form != "csv");
        for word in [" note", " who", " what"].into_iter().chain(of_all) {
            assert!(output.contains(&format!("{INNER}{word}")), "{form}: {word}\n{output}");
        }
        // A table marks no planning values: those have columns of their own.
        let told = |word: &&str| output.contains(*word) || (form == "csv" && *word == PLANNED);
        assert!([MEMBERS, CHAIR, PLANNED].iter().all(told), "{form}: {output}");
        assert!(!output.contains(&format!("{INNER} network")), "{output}");
    }
}

#[test]
fn the_whole_set_keeps_it() {
    let test = network(meeting(&each()))
        .into_iter()
        .fold(Test::new("programme a --all set"), |test, (path, text)| test.file(path, &text));
    let output = test.run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let written = files(&output.path("set"), |_| true);
    assert!(written.len() >= 13, "{written:?}");
    for path in written {
        let bytes = std::fs::read(&path).unwrap();
        let is_word = path.extension().is_some_and(|ending| ending == "docx");
        let unfolded = String::from_utf8_lossy(&bytes).replace("\r\n ", "");
        let words = if is_word { unpacked(&bytes) } else { unfolded };
        for secret in [INNER, MEMBERS, CHAIR, PLANNED] {
            assert!(!words.contains(secret), "{}: {secret}\n{words}", path.display());
        }
    }
}

#[test]
fn a_run_sheet_keeps_the_times_of_what_fits_and_says_what_is_too_much() {
    let meeting = "title = \"Treffen\"\ndate = 2027-03-16\nend = \"12:00\"\n\
        [[session]]\ntitle = \"Auftakt\"\nstart = \"09:00\"\nend = \"10:00\"\n\
        [[session]]\ntitle = \"Lauf\"\nduration = \"30 min\"\nwalk = \"20 min\"\nmeet-at = \"Brunnen\"\n\
        [[session]]\ntitle = \"Museum\"\nduration = \"90 min\"\n\
        [[session]]\ntitle = \"Ausklang\"\nduration = \"10 min\"\n";
    Test::new("programme --edition run-sheet")
        .network()
        .file("meetings/a.toml", meeting)
        .stdout(str![[r#"
Netz

Ablaufplan: Treffen
===================

Nur für die Leitung

Wann  Dienstag, 16. März 2027, bis 12:00 Uhr

Ablauf
------

09:00–10:00 Uhr    60 min  Auftakt

≈ 10:00–10:20 Uhr  20 min  Fußweg zu „Brunnen“

≈ 10:20–10:50 Uhr  30 min  Lauf
                           Treffpunkt: Brunnen

≈ 10:50 Uhr        90 min  Museum

                   10 min  Ausklang
                           30 min zu viel

≈ Planungswert: aus Reihenfolge, Dauer und Wegen errechnet, nirgends
veröffentlicht.

Entwurf

"#]])
        .stderr(str![[r#"
Next meeting: Treffen (a)
1 warning; see `erfa check`

"#]])
        .status(0);
}
