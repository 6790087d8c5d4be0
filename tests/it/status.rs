//! `erfa status` and `done`: what is to be done, by what that is known, and how.

use std::fs;

use snapbox::str;

use crate::harness::Test;

const NETWORK: &str = "name = \"Marktplatzrunde\"\nregion = \"DE-SN\"\n\n[checklist]\nsave-the-date = 100\n\
                       press = false\n\n[[checklist.own]]\nid = \"catering\"\ntitle = \"Essen bestellen\"\n\
                       days = 10\n";
const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\n";
const LAST: &str = "title = \"Treffen in Mühl\"\ndate = 2027-01-12\nhosts = [\"muehl\"]\nstatus = \"held\"\n\
                    done = [\"minutes\"]\n";
const NEXT: &str = "title = \"Treffen in Aue\"\ndate = 2027-03-02\nhosts = [\"aue\"]\nplace = \"Rathaus\"\n\n\
                    [[session]]\ntitle = \"Rundgang\"\npeople = [{ name = \"A. Muster\", status = \"requested\" }]\n";

fn erfa(command: &str) -> Test {
    Test::new(command)
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("meetings/2027-01-12-muehl.toml", LAST)
        .file("meetings/2027-03-02-aue.toml", NEXT)
}

#[test]
fn each_step_has_its_day_its_evidence_and_its_command() {
    erfa("--today 2027-01-14 status --lang de")
        .german()
        .stdout(str![[r#"
Stand: Marktplatzrunde

Treffen in Mühl

Dienstag, 12. Januar 2027, vor 2 Tagen; Gastgeber: Mühl

bis         Stand     was zu tun ist               woran man es sieht
─────────────────────────────────────────────────────────────────────
13.01.2027  erledigt  Als durchgeführt festhalten  das Treffen ist
                                                   „durchgeführt“
15.01.2027  fällig    Danken
26.01.2027  erledigt  Protokoll schreiben          so eingetragen

So geht es weiter:

• Danken: erfa outbox make thanks 2027-01-12-muehl --to all

Treffen in Aue

Dienstag, 2. März 2027, in 47 Tagen; Gastgeber: Aue

bis         Stand       was zu tun ist                 woran man es sieht
─────────────────────────────────────────────────────────────────────────
22.11.2026  überfällig  Termin vorab mitteilen
22.12.2026  erledigt    Ort festlegen                  steht fest
05.01.2027  überfällig  Mitwirkende bestätigen lassen  1 noch offen
12.01.2027  überfällig  Programm freigeben
19.01.2027  fällig      Einladen
16.02.2027  später      An die Antwort erinnern
20.02.2027  später      Essen bestellen
28.02.2027  später      Unterschriftenliste drucken
03.03.2027  später      Als durchgeführt festhalten
05.03.2027  später      Danken
16.03.2027  später      Protokoll schreiben

So geht es weiter:

• Termin vorab mitteilen: erfa outbox make save-the-date 2027-03-02-aue --to all
• Mitwirkende bestätigen lassen: erfa show 2027-03-02-aue
• Programm freigeben: erfa release 2027-03-02-aue --reason …
• Einladen: erfa outbox make invitation 2027-03-02-aue --to all

Mühl ist als Nächstes an der Reihe, gerechnet für den 2. März 2027.

"#]])
        .status(0);
}

#[test]
fn what_is_said_to_be_done_is_kept() {
    let next = "meetings/2027-03-02-aue.toml";
    let after = |command: &str, file: &str| {
        let output = erfa(command).run();
        (output.status, fs::read_to_string(output.path(file)).unwrap())
    };
    let done =
        NEXT.replace("place = \"Rathaus\"\n", "place = \"Rathaus\"\ndone = [\"catering\"]\n");
    assert_eq!(after("--today 2027-02-22 done catering -y", next), (0, done));
    // Nobody can be asked here.
    assert_eq!(after("--today 2027-02-22 done catering", next), (1, NEXT.to_owned()));
    assert_eq!(after("--today 2027-02-22 done catering --dry-run", next), (0, NEXT.to_owned()));
    // What comes after a meeting is said of the last one, until it is all done.
    let last = LAST.replace("[\"minutes\"]", "[\"minutes\", \"thanks\"]");
    let file = "meetings/2027-01-12-muehl.toml";
    assert_eq!(after("--today 2027-01-14 done thanks -y", file), (0, last));
    assert_eq!(after("--today 2027-01-14 done minutes -y", file), (0, LAST.to_owned()));
    // Long after all meetings nobody can be meant.
    assert_eq!(after("--today 2028-01-14 done catering -y", next), (1, NEXT.to_owned()));
    let unknown = erfa("done caterin -y").run();
    assert!(unknown.stderr.contains("did you mean `catering`?"), "{unknown:?}");
    assert_eq!(unknown.status, 1);
}

#[test]
fn under_strict_what_presses_ends_with_one() {
    assert_eq!(erfa("--today 2027-01-14 --strict status").run().status, 1);
    let all = "[\"speakers\", \"programme\", \"invitation\", \"reminder\", \"catering\", \"sign-in-list\", \
               \"held\", \"thanks\", \"minutes\"]";
    let quiet = |text: &str| text.replace("place =", &format!("done = {all}\nplace ="));
    let test = erfa("--today 2027-02-20 --strict status")
        .file("meetings/2027-03-02-aue.toml", &quiet(NEXT));
    let last = LAST.replace("[\"minutes\"]", "[\"minutes\", \"thanks\"]");
    let output = test.file("meetings/2027-01-12-muehl.toml", &last).run();
    assert_eq!(output.status, 0, "{output:?}");
}

#[test]
fn the_program_alone_tells_it_in_a_workspace() {
    let alone = erfa("").env("ERFA_TODAY", "2027-01-14").run();
    let named = erfa("--today 2027-01-14 status").run();
    assert_eq!((alone.status, alone.stdout), (0, named.stdout));
    // Elsewhere it shows what it can do.
    let elsewhere = Test::new("").run();
    assert!(elsewhere.stderr.contains("Usage: erfa"), "{elsewhere:?}");
}
