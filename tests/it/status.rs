//! `erfa status` and `done`: what is to be done, by what that is known, and how.

use std::fs;

use snapbox::str;

use crate::harness::{Test, same};

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
──────────────────────────────────────────────────────────────────────────
22.11.2026  überfällig  Termin vorab mitteilen
22.12.2026  erledigt    Ort festlegen                  steht fest
05.01.2027  überfällig  Mitwirkende bestätigen lassen  1 Person noch offen
12.01.2027  überfällig  Programm freigeben
19.01.2027  fällig      Einladen
16.02.2027  später      An die Antwort erinnern
20.02.2027  später      Essen bestellen
28.02.2027  später      Unterschriftenliste drucken
03.03.2027  später      Als durchgeführt festhalten
05.03.2027  später      Danken
16.03.2027  später      Protokoll schreiben

Noch ohne Zusage: A. Muster (Rundgang)

So geht es weiter:

• Termin vorab mitteilen: erfa outbox make save-the-date 2027-03-02-aue --to all
• Mitwirkende bestätigen lassen: erfa speaker 2027-03-02-aue rundgang …
  confirmed
• Programm freigeben: erfa release 2027-03-02-aue --reason …
• Einladen: erfa outbox make invitation 2027-03-02-aue --to all

Mühl ist nach dem Treffen vom 2. März 2027 als Nächstes an der Reihe.

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
    let unknown = erfa("done caterinx -y").run();
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
    // Whatever names the workspace is as good, and whatever every command understands may stand there.
    for options in ["--dir .", "--dir=. -q", "--today 2027-01-14 --lang en"] {
        let alone = erfa(options).env("ERFA_TODAY", "2027-01-14").run();
        let named = erfa(&format!("{options} status")).env("ERFA_TODAY", "2027-01-14").run();
        assert_eq!((alone.status, alone.stdout), (0, named.stdout), "{options}");
    }
    assert_eq!(erfa("--dir").run().status, 2);
    assert_eq!(erfa("--version").run().status, 0);
    // Elsewhere it shows what it can do.
    let elsewhere = Test::new("").run();
    assert!(elsewhere.stderr.contains("Usage: erfa"), "{elsewhere:?}");
}

#[test]
fn what_was_told_of_another_day_is_not_done_for_this_one() {
    let contacts = "[[contact]]\nid = \"berta\"\ngiven-name = \"Berta\"\nfamily-name = \"Birke\"\n\
                    city = \"aue\"\nmail = \"berta@example.org\"\n";
    let next = NEXT.replace("place =", "start = \"9:30\"\nplace =");
    let mut test = erfa("").file("contacts.toml", contacts);
    let network =
        format!("{NETWORK}\n[sender]\nname = \"H. Eiche\"\nmail = \"netz@example.org\"\n");
    test = test.file("meetings/2027-03-02-aue.toml", &next).file("network.toml", &network);
    let mut tell = |command: &str| {
        let output = {
            let line = format!("--today 2027-01-20 --lang en {command}");
            test = std::mem::replace(&mut test, Test::new("")).command_line(&line);
            test.command().output().unwrap()
        };
        let [said, faults] =
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        assert!(output.status.success(), "{command}: {faults}");
        said
    };
    let invited = |said: &str| {
        let line = said.lines().find(|line| line.contains("  invite"));
        line.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    tell("outbox make invitation 2027-03-02-aue --to berta --yes");
    assert!(tell("status").contains("1 mail waits"));
    tell("outbox settle -y 2027-03-02-aue/1-invitation --as sent");
    let said = invited(&tell("status")).unwrap();
    assert!(said.contains("done invite 1 mail sent"), "{said}");
    // Moved twice: nobody knows of the last day yet.
    tell("postpone 2027-03-02-aue --on 2027-03-09 --reason Umbau --yes");
    tell("postpone 2027-03-02-aue --on 2027-03-16 --reason Wahl --yes");
    let moved = tell("status");
    let said = invited(&moved).unwrap();
    assert!(said.contains("2027-02-02 later invite") && !said.contains("sent"), "{said}");
    assert!(moved.contains("2027-03-02-aue/1-invitation is out of date"), "{moved}");
    tell("release 2027-03-02-aue --reason Tag --yes");
    // The command that it names does it.
    let update = "outbox make update 2027-03-02-aue";
    let said = tell("status").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&format!("`erfa {update}` tells")), "{said}");
    tell(&format!("{update} --yes"));
    tell("outbox settle -y 2027-03-02-aue/2-update --as sent");
    let said = invited(&tell("status")).unwrap();
    assert!(said.contains("done invite 1 mail sent"), "{said}");
    // Nobody prepares what does not take place.
    tell("cancel 2027-03-02-aue --reason Sturm --yes");
    let cancelled = tell("status");
    assert!(!cancelled.contains("2027-03-16") && invited(&cancelled).is_none(), "{cancelled}");
}

#[test]
fn what_is_to_be_replaced_is_not_settled() {
    let next = NEXT
        .replace("\"Rathaus\"", "\"N. N.\"")
        .replace("\"A. Muster\", status = \"requested\"", "\"N. N.\"");
    let said = erfa("--today 2027-01-14 status --lang en")
        .file("meetings/2027-03-02-aue.toml", &next)
        .run()
        .stdout;
    assert!(said.contains("late   settle the venue\n"), "{said}");
    assert!(said.contains("have the speakers confirmed  1 person still open"), "{said}");
}

#[test]
fn every_command_that_it_names_exists() {
    let said = erfa("--today 2027-01-14 status --json").run().stdout;
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let meetings = said["meetings"].as_array().unwrap();
    let steps = meetings.iter().flat_map(|meeting| meeting["steps"].as_array().unwrap());
    let lines: Vec<&str> = steps.filter_map(|step| step["command"].as_str()).collect();
    let commands = lines.iter().flat_map(|line| line.split("; "));
    let mut tried = 0;
    for command in commands {
        let words: Vec<&str> = command.split(' ').collect();
        assert_eq!(words[0], "erfa", "{command}");
        let name = if words[1] == "outbox" { words[1..3].join(" ") } else { words[1].to_owned() };
        let help = Test::new(&format!("{name} --help")).run();
        assert!(help.stdout.contains(&format!("Usage: erfa {name} ")), "{command}: {help:?}");
        tried += 1;
    }
    assert!(tried > 8, "{lines:?}");
}

/// Whatever nobody wrote down is not forgotten after two months, and of what is over nobody is told.
#[test]
fn a_meeting_that_was_never_recorded_stays() {
    let over = NEXT.replace("[[session]]", "status = \"invited\"\n\n[[session]]");
    for today in ["2027-04-01", "2027-06-01", "2028-06-01"] {
        let test = erfa(&format!("--strict --today {today} status"))
            .file("meetings/2027-03-02-aue.toml", &over);
        let output = test.run();
        assert!(output.stdout.contains("erfa held 2027-03-02-aue"), "{today}: {}", output.stdout);
        assert_eq!(output.status, 1, "{today}");
    }
}

/// An invitation gives out a version, too: that alone is no programme.
#[test]
fn nothing_is_released_where_nothing_is_on_the_programme() {
    let bare =
        "title = \"Treffen in Aue\"\ndate = 2027-03-02\nhosts = [\"aue\"]\nplace = \"Rathaus\"\n";
    let bare_one = |command: &str| erfa(command).file("meetings/2027-03-02-aue.toml", bare);
    let output = bare_one(
        "--today 2027-01-14 release 2027-03-02-aue --by Muster --reason erste --anyway -y",
    )
    .run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let text = fs::read_to_string(output.path("meetings/2027-03-02-aue.toml")).unwrap();
    let output =
        erfa("--today 2027-01-14 status").file("meetings/2027-03-02-aue.toml", &text).run();
    assert!(output.stdout.contains("erfa add session"), "{}", output.stdout);
}

#[test]
fn that_a_meeting_took_place_is_for_its_status_to_say() {
    let output = erfa("--today 2027-02-22 done held 2027-03-02-aue -y").german().run();
    same(
        &output.stderr,
        str![[r#"
1 Warnung; `erfa check` zeigt sie
Fehler[bad-argument]: `Als durchgeführt festhalten`: das sagt der Status des Treffens, und darauf beruht, wer an der Reihe ist
 |
 = Hilfe: `erfa held 2027-03-02-aue` setzt ihn, sobald das Treffen war


"#]],
    );
    let path = "meetings/2027-03-02-aue.toml";
    assert_eq!(fs::read_to_string(output.path(path)).unwrap(), NEXT);
    // What a file says of it by hand does not count either.
    let said = NEXT.replace("place = \"Rathaus\"\n", "done = [\"held\"]\n");
    let status = erfa("--today 2027-03-09 status --json").file(path, &said).run();
    let steps = status.stdout.split("\"id\": \"held\"").nth(1).unwrap();
    assert!(steps.contains("\"progress\": \"late\""), "{steps}");
}

#[test]
fn the_way_to_settle_who_speaks_leads_to_the_item() {
    let status = erfa("--today 2027-01-14 status").run();
    assert!(
        status.stdout.contains("erfa speaker 2027-03-02-aue rundgang … confirmed"),
        "{status:?}"
    );
    let path = "meetings/2027-03-02-aue.toml";
    let settled = erfa("speaker 2027-03-02-aue rundgang Muster confirmed -y").run();
    assert_eq!(settled.status, 0, "{settled:?}");
    let text = fs::read_to_string(settled.path(path)).unwrap();
    let status = erfa("--today 2027-01-14 status --json").file(path, &text).run();
    let step = status.stdout.split("\"id\": \"speakers\"").nth(1).unwrap();
    let step = step.split('}').next().unwrap();
    assert!(step.contains("\"progress\": \"done\""), "{step}");
}
