//! `erfa write`: every document in both languages, and whom it goes to.
//!
//! `tests/documents/<name>.<language>.txt` holds all that a command of [`DOCUMENTS`] prints for the
//! network in `examples/netzwerk-flusstal`. With `SNAPSHOTS=overwrite` they are written anew; read
//! them as the mayor's office would.

use std::collections::BTreeSet;

use snapbox::{Data, str};

use crate::harness::{Output, Test, difference, files, project};

mod documents;
mod list;
mod network;

use documents::DOCUMENTS;

/// The meeting with a full programme, in [`EXAMPLE`].
const SPRING: &str = "2027-04-20-eschenquell";
const EXAMPLE: &str = "examples/netzwerk-flusstal";

fn written(day: &str, command: &str, language: &str) -> Output {
    let command = format!("--today {day} --lang {language} {command}");
    Test::new(&command).workspace(EXAMPLE).env("ERFA_LANG", language).run()
}

#[test]
fn every_document_reads_as_it_should_in_both_languages() {
    let mut faults = Vec::new();
    let mut expected = BTreeSet::new();
    for (name, day, command) in DOCUMENTS {
        for language in ["de", "en"] {
            let Output { status, stdout, stderr, .. } = &written(day, command, language);
            let file = format!("{name}.{language}.txt");
            let path = project("tests/documents").join(&file);
            let said = format!("$ erfa {command}\n{stderr}{stdout}exit status: {status}\n");
            faults.extend(difference(&said, Data::read_from(&path, None)));
            expected.insert(file);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let there = files(&project("tests/documents"), |_| true);
    let there: BTreeSet<String> =
        there.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(there, expected, "tests/documents/ holds what no test looks at");
}

#[test]
fn no_document_has_gaps() {
    for (name, day, command) in DOCUMENTS {
        for language in ["de", "en"] {
            let said = written(day, command, language).stdout;
            for gap in
                ["null", "none", "undefined", "{{", "{%", " ,", " .", ",,", "..", "()", ":\n\n\n"]
            {
                assert!(!said.contains(gap), "{name} in {language} has `{gap}`:\n{said}");
            }
            assert!(!said.lines().any(|line| line.ends_with(' ')), "{name} in {language}");
        }
    }
}

#[test]
fn a_template_of_ones_own_is_a_document_of_its_own() {
    Test::new("write grusswort --to muster")
        .file("network.toml", "name = 'Netz'\n")
        .file(
            "contacts.toml",
            "[[contact]]\nid = 'muster'\nfamily-name = 'Muster'\nform-of-address = 'Frau'\n",
        )
        .file("meetings/a.toml", "title = 'Frühjahr'\ndate = 2027-04-20\n")
        .file(
            "templates/de/grusswort.md",
            "# {{ subject }}\n\n{{ salutation }}\n\nzum *Gruß*: {{ story | lines }}\n",
        )
        .stdout(str![[r#"
Treffen am 20.04.2027
=====================

Sehr geehrte Frau Muster,

zum Gruß:

"#]])
        .stderr(str![[r#"
Next meeting: Frühjahr (a)

"#]])
        .status(0);
}

#[test]
fn a_press_notice_tells_the_newspapers_programme() {
    // The built-in network; the article behind it says the same in other words.
    Test::new("--lang de --today 2024-09-18 -q write press 2024-09-24-muehlhausen")
        .workspace("data")
        .stdout(str![[r#"
Pressemitteilung
18. September 2024

Gemeinsamer Erfahrungsaustausch in Mühlhausen
=============================================

Die Städte des Netzwerks „Innenstädte erfolgreich machen“ kommen am
Dienstag, dem 24. September 2024, ab 9.30 Uhr in Mühlhausen zusammen.
Ort der Veranstaltung: Stadt-Werkstatt, Steinweg 4, 99974 Mühlhausen.

Nach der Begrüßung um 9.30 Uhr steht die Präsentation „Aktueller Stand
des Smart City Projektes der Stadt Mühlhausen“ auf dem Programm. Danach
beginnt der Rundgang im neu eröffneten Test- und Tauschladen
Frei.Handel. Im Anschluss steht die Präsentation „Teilkonzept Stadtgrün“
auf dem Programm. Nach der Mittagspause folgen die Präsentation zum
Gedenkjahr „500 Jahre Bauernkrieg 2025“ sowie die Vorstellung des
Augmented Reality Projektes. Dazu gehört „Abschließender kleiner
Stadtrundgang zu den virtuellen Touren in Mühlhausen“.

Termin  Dienstag, 24. September 2024, ab 09:30 Uhr
Ort     Stadt-Werkstatt, Steinweg 4, 99974 Mühlhausen

Über das Netzwerk
-----------------

Mehrmals im Jahr treffen sich die Mitgliedsstädte zum
Erfahrungsaustausch (ERFA), jedes Mal in einer anderen Stadt. Verwaltung
und Innenstadtakteure stellen dort ihre Stadt mit ihren Problemen,
Strategien und Projekten vor. Ziele sind: Profilierung der Innenstädte
als Wirtschaftsraum, Lebensmittelpunkt und Kommunikationsort in den
beteiligten Städten; Stärkung der öffentlich-privaten Partnerschaft vor
Ort und im Verbund durch die Vernetzung unterschiedlicher Sichtweisen:
städtebaulich-funktionale, unternehmerische Perspektiven, Ansprüche von
Zielgruppen, Perspektiven von Nachhaltigkeit, Tradition und Moderne;
Entwicklung von strategischen Zielen und anwendbaren, übertragbaren
Lösungen und Projekten, ausgehend von ähnlichen Problemen; Unterstützung
der Netzwerk-Akteure und kommunaler Entscheidungsträger bei der
komplexen Querschnittsaufgabe Innenstadtbelebung; intensiver
Erfahrungsaustausch und Ideentransfer, auch über das Netzwerk hinaus;
Mitwirkung im Thüringer Aktionsbündnis „Innenstädte mit Zukunft“.
Mitglieder sind Apolda, Bad Frankenhausen, Bad Langensalza, Eisenach,
Gotha, Leinefelde-Worbis, Mühlhausen, Sömmerda und Sondershausen.
Partner: IHK Erfurt und Thüringer Aktionsbündnis „Innenstädte mit
Zukunft“.

"#]])
        .status(0);
}

#[test]
fn one_letter_to_many_greets_high_guests_first() {
    Test::new("write save-the-date --to all --together")
        .file("network.toml", "name = 'Netz'\n")
        .file("meetings/a.toml", "title = 'Frühjahr'\ndate = 2027-04-20\n")
        .file(
            "contacts.toml",
            "[[contact]]\nid = 'a'\nfamily-name = 'Muster'\nform-of-address = 'Herr'\noffice = 'Landrat'\n\
             [[contact]]\nid = 'b'\nfamily-name = 'Meier'\n\
             [[contact]]\nid = 'c'\nfamily-name = 'Abel'\nform-of-address = 'Frau'\noffice = 'Ministerin'\n",
        )
        .stdout(str![[r#"
Bitte vormerken: Treffen am 20.04.2027
======================================

Sehr geehrte Frau Ministerin,
sehr geehrter Herr Landrat,
sehr geehrte Damen und Herren,

bitte merken Sie sich den folgenden Termin vor.

Frühjahr

Wann  Dienstag, 20. April 2027

Die Einladung mit dem Programm folgt.

Mit freundlichen Grüßen

Netz

"#]])
        .stderr(str![[r#"
Next meeting: Frühjahr (a)

"#]])
        .status(0);
}

#[test]
fn letters_go_into_a_folder_one_file_each() {
    let output = Test::new("write reminder --to working-level --output letters/")
        .arg(SPRING)
        .workspace(EXAMPLE)
        .stderr(str![[r#"
Has answered already, no letter: Hanna Eichbaum
Has answered already, no letter: Konrad von der Aue
2 files in `letters/`

"#]])
        .status(0);
    let names = files(&output.path("letters"), |_| true);
    let names: Vec<&str> =
        names.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(
        names,
        [
            "2027-04-20-eschenquell-reminder-kim-steinacker.txt",
            "2027-04-20-eschenquell-reminder-ole-tannhauer.txt",
        ]
    );
}

#[test]
fn a_mail_has_its_subject_in_its_head_and_a_name_of_its_own() {
    let letter = Test::new("write thanks 2026-03-17-birkenfurt --to veit-salzwinkel --format eml")
        .workspace(EXAMPLE)
        .run();
    assert_eq!(letter.status, 0, "{}", letter.stderr);
    let message_id = "Message-ID: <thanks.2026-03-17-birkenfurt.veit-salzwinkel@example.org>␍\n";
    assert!(letter.stdout.contains(message_id), "{}", letter.stdout);
    assert!(
        letter.stdout.contains("␍\n␍\nSehr geehrter Herr Oberb=C3=BCrgermeister,␍\n"),
        "{}",
        letter.stdout
    );
    // A notice to the press is no letter: its heading is part of it.
    let notice = Test::new(
        "--today 2027-04-14 write press 2027-04-20-eschenquell --to kim-steinacker --format eml",
    )
    .workspace(EXAMPLE)
    .run();
    assert_eq!(notice.status, 0, "{}", notice.stderr);
    assert!(notice.stdout.contains("␍\n␍\nPressemitteilung␍\n"), "{}", notice.stdout);
}

#[test]
fn invite_is_write_invitation() {
    for options in ["", " --to mayor --format json", " --to mayor --format markdown"] {
        let say =
            |command: &str| Test::new(&format!("{command}{options}")).workspace(EXAMPLE).run();
        let (invite, write) = (say("invite"), say("write invitation"));
        assert_eq!((invite.status, invite.stdout), (0, write.stdout));
    }
}

#[test]
fn data_for_programs_name_the_document() {
    Test::new("-q write cancellation 2026-06-16-tannbrueck --json")
        .workspace(EXAMPLE)
        .stdout(str![[r#"
[
  {
    "meeting": "2026-06-16-tannbrueck",
    "document": "cancellation",
    "recipient": null,
    "subject": "Absage: Werkstattgespräch am 16.06.2026 in Tannbrück",
    "body": "Sehr geehrte Damen und Herren,\n\nunser Treffen am Dienstag, dem 16. Juni 2026, findet leider nicht statt.\n\nDer Markt am Abend\n\nWo                Marktplatz Tannbrück\nGrund             Hochwasser im Flusstal; einen Ersatztermin gibt es\n                  nicht\nNächstes Treffen  Handwerk zurück in die Mitte\n                  Dienstag, 16. Februar 2027\n                  Dornwerder\n\nWir bitten Sie um Verständnis.\n\nMit freundlichen Grüßen\n\nHanna Eichbaum\nKoordinatorin\nStadt Birkenfurt\n030 23125-101\nnetzwerk@example.org\n"
  }
]

"#]])
        .status(0);
}

#[test]
fn what_has_no_day_yet_is_not_announced() {
    for (document, status) in
        [("press", 1), ("save-the-date", 1), ("invitation", 1), ("minutes", 0)]
    {
        let output = Test::new("write")
            .arg(document)
            .network()
            .file("meetings/a.toml", "title = 'Frühjahr'\n")
            .run();
        assert_eq!(output.status, status, "{document}: {}", output.stderr);
        let refused = ["[unfit-document]", "[not-ready]"];
        let is_refused = refused.iter().any(|code| output.stderr.contains(code));
        assert_eq!(is_refused, status == 1, "{document}");
    }
}

#[test]
fn what_does_not_fit_is_refused_and_what_is_odd_is_said() {
    let cases = [
        ("write cancellation 2027-04-20-eschenquell", "unfit-document", 1),
        ("write invitation 2026-06-16-tannbrueck", "unfit-document", 1),
        ("write sign-in-list 2026-06-16-tannbrueck", "unfit-document", 1),
        ("write feedback-sheet 2026-06-16-tannbrueck", "unfit-document", 1),
        ("write door-signs 2026-06-16-tannbrueck", "unfit-document", 1),
        ("write door-signs 2027-herbst-exkursion", "unfit-document", 1),
        ("write postponement 2027-04-20-eschenquell", "unfit-document", 1),
        ("write change 2027-04-20-eschenquell", "unfit-document", 1),
        ("write thanks 2027-04-20-eschenquell", "unfit-document", 1),
        ("write invitation 2026-03-17-birkenfurt", "odd-moment", 0),
        ("--strict write invitation 2026-03-17-birkenfurt", "odd-moment", 1),
        ("--today 2027-04-10 write reminder 2027-04-20-eschenquell", "odd-moment", 0),
        ("write save-the-date 2027-04-20-eschenquell", "odd-moment", 0),
        ("write host-request 2027-04-20-eschenquell", "odd-moment", 0),
    ];
    for (command, code, status) in cases {
        let output = Test::new(command).workspace(EXAMPLE).run();
        assert_eq!(output.status, status, "{command}: {}", output.stderr);
        assert!(output.stderr.contains(&format!("[{code}]")), "{command}: {}", output.stderr);
        assert_eq!(output.stdout.is_empty(), status == 1, "{command}");
    }
}

#[test]
fn badges_are_for_those_who_come_and_stand_by_measure() {
    let badges = |more: &str| {
        let command =
            format!("-q --today 2027-04-14 write name-badges 2027-04-20-eschenquell {more}");
        Test::new(&command).workspace(EXAMPLE).run()
    };
    let some = badges("--format markdown --empty 0");
    assert_eq!(some.status, 0, "{}", some.stderr);
    assert!(some.stdout.contains("Lena Farnbach"), "{}", some.stdout);
    for absent in ["Salzwinkel", "Fahrplan", "Tannhauer", "@"] {
        assert!(!some.stdout.contains(absent), "{absent}: {}", some.stdout);
    }
    let all = badges("--format markdown --everybody");
    assert!(all.stdout.contains("Ole Tannhauer") && !all.stdout.contains("Salzwinkel"));
    for refused in ["--format pdf --paper a5", "--format pdf --large", "--format pdf --one-page"] {
        assert!(badges(refused).stderr.contains("[bad-argument]"), "{refused}");
    }
    for other in ["--label 85x55", "--empty 3", "--everybody"] {
        let command = format!("write press 2027-04-20-eschenquell {other}");
        let output = Test::new(&command).workspace(EXAMPLE).run();
        assert!(output.stderr.contains("[bad-argument]"), "{other}: {}", output.stderr);
        assert_eq!(output.stdout, "");
    }
}

#[test]
fn what_is_confidential_is_made_no_mail_of() {
    for command in ["outbox make needs-list -y --to all", "write needs-list --format eml --to all"]
    {
        let output = Test::new(command).workspace("examples/netzwerk-flusstal").run();
        assert_eq!(output.status, 1, "{command}: {}", output.stdout);
        assert!(output.stderr.contains("`needs-list`"), "{}", output.stderr);
        assert!(!output.path("outbox").exists(), "{command}");
    }
}
