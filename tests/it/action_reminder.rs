//! The reminder of what was agreed and is due: to whom it goes, and that it goes once.

use std::fs;

use snapbox::str;

use crate::harness::{Output, Test, same};

const NETWORK: &str = "name = \"Netz\"\nregion = \"DE-TH\"\n\n[sender]\nname = \"Ines Falk\"\nmail = \"netz@example.org\"\n";
const CITIES: &str = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\nmail = \"muehl@example.org\"\n";
const CONTACTS: &str = "[[contact]]\nid = \"lea-lang\"\ngiven-name = \"Lea\"\nfamily-name = \"Lang\"\n\
    form-of-address = \"Frau\"\ncity = \"aue\"\nmail = \"lang@example.org\"\n\n[[contact]]\nid = \"udo-ott\"\n\
    given-name = \"Udo\"\nfamily-name = \"Ott\"\nmail = \"ott@example.org\"\n";
const MEETING: &str = "title = \"Treffen in Mühl\"\ndate = 2026-09-08\nhosts = [\"muehl\"]\nplace = \"Rathaus\"\nstatus = \"held\"\n";
const ACTIONS: &str = "[[action]]\nid = \"liste\"\nwhat = \"Liste der Läden\"\nowner = \"muehl\"\ndue = 2026-11-20\n\
    meeting = \"muehl\"\n\n[[action]]\nid = \"karte\"\nwhat = \"Karte zeichnen\"\nowner = \"lea-lang\"\n\
    due = 2026-11-27\nmeeting = \"muehl\"\n\n[[action]]\nid = \"spaeter\"\nwhat = \"Später\"\nowner = \"udo-ott\"\n\
    due = 2027-03-01\n";

fn erfa(command: &str) -> Test {
    Test::new(command)
        .file("network.toml", NETWORK)
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/muehl.toml", MEETING)
        .file("actions.toml", ACTIONS)
}

const MAKE: &str = "outbox make action-reminder muehl --to all -y";

fn made(output: &Output) -> Vec<String> {
    let mut runs = Vec::new();
    for run in fs::read_dir(output.path("outbox/muehl")).unwrap() {
        for file in fs::read_dir(run.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|it| it == "eml") {
                let run = path.parent().unwrap().file_name().unwrap().to_str().unwrap().to_owned();
                runs.push(format!("{run}/{}", path.file_name().unwrap().to_str().unwrap()));
            }
        }
    }
    runs.sort();
    runs
}

#[test]
fn whoever_has_something_to_do_that_is_due_is_reminded_once() {
    let output = erfa(MAKE).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let first = ["1-action-reminder/lea-lang.eml", "1-action-reminder/muehl.eml"];
    assert_eq!(made(&output), first);
    let record =
        fs::read_to_string(output.path("outbox/muehl/1-action-reminder/run.toml")).unwrap();
    assert!(record.contains("actions = [\"karte@2026-11-27\"]"), "{record}");
    // A second time there is nobody left.
    let output = output.again().command_line(MAKE).run();
    assert_eq!(made(&output), first);
    assert!(output.stderr.contains("Nobody is left who lacks this mail"), "{}", output.stderr);
    // Another day is another matter, for her alone.
    let output =
        output.again().command_line("action move karte 2026-11-25 --reason Messe -y").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let output = output.again().command_line(MAKE).run();
    assert_eq!(made(&output), [first[0], first[1], "2-action-reminder/lea-lang.eml"]);
    // What is done is nobody's any more.
    let output = output.again().command_line("action done karte -y").run();
    let output = output.again().command_line("action done liste -y").run();
    let output = output.again().command_line(MAKE).run();
    assert_eq!(output.status, 1, "{}", output.stderr);
}

#[test]
fn what_is_done_is_not_asked_for_and_nobody_is_asked_twice() {
    let output = erfa(MAKE).run();
    let output = output.again().command_line("action done liste -y").run();
    let more = "action add lea-lang Schild --due 2026-11-24 --meeting muehl -y";
    let output = output.again().command_line(more).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let output = output.again().command_line(MAKE).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    // The town has nothing to do any more, and the second mail to her tells both.
    let send = "outbox pipe muehl/1-action-reminder --expect 0 -- cat";
    let output = output.again().command_line(send).run();
    same(
        &output.stderr,
        str![[r#"
Not to Lea Lang: the mail of `muehl/2-action-reminder` reminds of it as well
Not to Stadt Mühl: “Liste der Läden” is done
Nobody gets a mail; nothing was sent.

"#]],
    );
    let output = output.again().command_line("outbox list").run();
    same(
        &output.stdout,
        str![[r#"
Outbox

run                      made              version  mails
─────────────────────────────────────────────────────────────
muehl/1-action-reminder  2026-11-22 12:00        1  2 waiting
muehl/2-action-reminder  2026-11-22 12:00        1  1 waiting

Out of date: muehl/1-action-reminder

• Not to Lea Lang: the mail of `muehl/2-action-reminder` reminds of it as well
• Not to Stadt Mühl: “Liste der Läden” is done

"#]],
    );
    let output = output.again().command_line("status --lang de").run();
    same(
        &output.stdout,
        str![[r#"
Status: Netz

No meeting lies ahead. `erfa new` adds the next one, `erfa plan` lays out the
turns.

Actions that press

until       state  who       what            from             id
────────────────────────────────────────────────────────────────────
2026-11-24  due    Lea Lang  Schild          Treffen in Mühl  schild
2026-11-27  due    Lea Lang  Karte zeichnen  Treffen in Mühl  karte

`erfa action done schild` records it as done, `erfa action move schild DATE
--reason …` moves it; `erfa outbox make action-reminder --to all` reminds all
who have one and get mail.

1 mail waits in muehl/2-action-reminder (action-reminder), `erfa send
muehl/2-action-reminder` sends it.

muehl/1-action-reminder waits and is out of date, `erfa outbox discard
muehl/1-action-reminder` throws these mails away:

• Not to Lea Lang: the mail of `muehl/2-action-reminder` reminds of it as well
• Not to Stadt Mühl: “Liste der Läden” is done

Aue hosts next, as reckoned for 22 November 2026.

"#]],
    );
    // While it is not known what became of the actions, nothing goes out.
    let actions = fs::read_to_string(output.path("actions.toml")).unwrap();
    let output = output.again().file("actions.toml", &actions.replace("status", "stand"));
    let output = output.command_line(send).run();
    same(
        &output.stderr,
        str![[r#"
error[unknown-key]: unknown key `stand`
 --> actions.toml:7:1
  |
7 | stand = "done"
  | ^^^^^
  |
  = help: did you mean `status`?


"#]],
    );
    // A reminder that does not go out any more is no reason not to remind.
    let output = output.again().file("actions.toml", &actions);
    let output = output.command_line("outbox discard muehl/2-action-reminder -y").run();
    let output =
        output.again().command_line("action move karte 2026-11-26 --reason Messe -y").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let output = output.again().command_line(MAKE).run();
    assert!(
        made(&output).contains(&"3-action-reminder/lea-lang.eml".to_owned()),
        "{}",
        output.stderr
    );
}

#[test]
fn it_lists_what_they_have_to_do_and_nothing_else() {
    let output = erfa("write action-reminder muehl --to lea-lang --lang de").run();
    same(
        &output.stdout,
        str![[r#"
Frau Lea Lang
Aue

Erinnerung an Verabredetes: Netz
================================

Sehr geehrte Frau Lang,

wir haben verabredet, wer was übernimmt. Noch offen ist:

- Karte zeichnen, bis 27.11.2026 (aus: Treffen in Mühl, 08.09.2026)

Ist etwas davon schon erledigt, oder brauchen Sie mehr Zeit? Eine kurze
Nachricht genügt; vielen Dank!

Mit freundlichen Grüßen

Ines Falk
Netz
netz@example.org

"#]],
    );
    let output = erfa("write action-reminder muehl --to muehl --lang en").run();
    assert!(
        output.stdout.contains("Liste der Läden") && !output.stdout.contains("Karte"),
        "{}",
        output.stdout
    );
    let output = erfa("write action-reminder muehl --to udo-ott").run();
    assert_eq!(output.status, 1, "{}", output.stdout);
}
