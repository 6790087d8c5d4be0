//! An answer belongs to a day: after a move, what was answered before is told as that, and asked again.

use snapbox::str;

use super::samples::Sample;
use super::{FILE, invited, put};
use crate::harness::{Test, same};
use crate::outbox::story::Story;

/// A network of three whose meeting was moved; `replies` were recorded before days were.
fn moved(command: &str, replies: &str) -> Test {
    let person = |id: &str, name: &str| {
        format!(
            "[[contact]]\nid = '{id}'\nfamily-name = '{name}'\ncity = 'berg'\nmail = '{id}@example.org'\n"
        )
    };
    let people = [person("a", "Ahorn"), person("b", "Birke"), person("c", "Zeder")].concat();
    let test = Test::new(command)
        .env("ERFA_TODAY", "2028-03-20")
        .file("network.toml", "name = 'Netz'\n[sender]\nname = 'H'\nmail = 'h@example.org'\n")
        .file("cities.toml", "[[city]]\nid = 'berg'\nname = 'Berg'\n[[city]]\nid = 'tal'\nname = 'Tal'\n")
        .file("contacts.toml", &people)
        .file(
            "meetings/m.toml",
            "title = 'Höfe'\ndate = 2028-05-08\nhosts = ['tal']\n[[history]]\nchanged = 2028-01-16\n\
             date = 2028-02-28\nreason = 'Hochwasser'\n",
        )
;
    if replies.is_empty() { test } else { test.file("replies/m.toml", replies) }
}

const REPLIES: &str = "[[reply]]\nperson = 'a'\nanswer = 'no'\nreceived = 2028-01-12\n\
    [[reply]]\nperson = 'b'\nanswer = 'yes'\nwith = ['Lena Thal']\n\
    [[reply]]\nperson = 'c'\nanswer = 'yes'\nreceived = 2028-01-17\n";

#[test]
fn what_was_answered_before_is_told_as_that() {
    moved("-q replies", REPLIES)
        .stdout(str![[r#"
Höfe

No mail about this meeting has gone out from the outbox: only those who answered
are counted.

city  yes  no  maybe
────────────────────
Berg    1   0      0
Tal     0   0      0
sum     1   0      0

1 person has said yes.

Open

• Ahorn (Berg): no to 2028-02-28, before it was moved
• Birke (Berg): yes, but to which day is not recorded (`for`)

"#]])
        .status(0);
    let german = moved("-q replies", REPLIES).german().run().stdout;
    assert!(
        german.contains("• Ahorn (Berg): nein zum 28.02.2028, vor der Verlegung\n"),
        "{german}"
    );
    assert!(
        german.contains("• Birke (Berg): ja, aber zu welchem Termin, ist nicht vermerkt (`for`)\n"),
        "{german}"
    );
}

#[test]
fn who_answered_another_day_is_asked_again_and_expected_nowhere() {
    let names = |command: &str| {
        let output = moved(command, REPLIES).run();
        let said = output.stdout + &output.stderr;
        let mut names: Vec<&str> = ["Ahorn", "Birke", "Zeder", "Lena Thal"]
            .into_iter()
            .filter(|name| said.contains(name))
            .collect();
        names.sort_unstable();
        names.join(" ")
    };
    assert_eq!(names("-q write reminder --to all"), "Ahorn Birke");
    assert_eq!(names("-q write confirmation --to all"), "Zeder");
    assert_eq!(names("-q write sign-in-list"), "Zeder");
}

#[test]
fn a_table_tells_which_day_it_is_about_or_is_listed() {
    let read = |table: &str| {
        let output = moved("-q replies read l.csv -y", "").file("l.csv", table).run();
        output.stdout + &output.stderr
    };
    same(
        &read(
            "Name;Antwort;Eingang;Termin\na;ja;12.1.2028;\nb;ja;;Montag, 28.2.2028\nc;ja;;\na;nein;;8.5.2028\nb;ja;17.01.2028;\n",
        ),
        str![[r#"
Replies read

who    answer  so far  meeting  from
─────────────────────────────────────────────
Ahorn  no      open    m        l.csv, line 5
Birke  yes     open    m        l.csv, line 6

For you to look at: 3

• l.csv, line 2: answers 2028-02-28, on which the meeting is not

  erfa replies set a yes|no|maybe --meeting m

• l.csv, line 3: answers 2028-02-28, on which the meeting is not

  erfa replies set b yes|no|maybe --meeting m

• l.csv, line 4: the meeting was moved, and the row does not tell whether the
  new day is meant: the day of the meeting would (column `meeting date`), or the
  day on which the answer came (column `received`)

  erfa replies set c yes|no|maybe --meeting m

"#]],
    );
}

/// The story after the meeting was moved by hand.
fn moved_story() -> Story {
    let story = invited();
    story.edit("meetings/spring.toml", "date = 2027-04-20", "date = 2027-05-11");
    story
}

#[test]
fn a_calendar_that_answers_the_old_day_is_listed_whatever_comes_first() {
    for release_first in [true, false] {
        let mut story = moved_story();
        if release_first {
            story.ends("release spring --reason moved --yes", 1);
        }
        // Some programs do not say the day.
        let without = Sample::birke("ACCEPTED").ics().replace("DTSTART", "X-START");
        put(&story, "a.ics", without);
        put(&story, "b.ics", Sample::cedar("DECLINED").ics());
        let (said, _) = story.run("replies read in --yes");
        assert!(said.contains("in/a.ics: answers old facts (revision 0, the last is 1)"), "{said}");
        assert!(said.contains("in/b.ics: answers 2027-04-20, on which"), "{said}");
        assert!(!story.path(FILE).exists(), "{said}");
    }
}

#[test]
fn an_answer_to_the_new_day_takes_the_place_of_the_old_one() {
    let mut story = invited();
    story.ends("replies set b-birke yes --yes --with=Lena", 1);
    story.edit("meetings/spring.toml", "date = 2027-04-20", "date = 2027-05-11");
    story.ends("replies set b-birke maybe --yes", 1);
    same(
        &story.read(FILE),
        str![[r#"
[[reply]]
person = "b-birke"
answer = "maybe"
for = 2027-05-11
received = 2026-11-24T12:00:00+01:00

"#]],
    );
}

/// What is said of a guest, and what their calendar is told.
fn told(story: &mut Story, run: &str) -> (String, String) {
    let (shown, _) = story.run(&format!("-q outbox show spring/{run}/b-birke.eml"));
    let attendee =
        story.calendar(&format!("outbox/spring/{run}/b-birke.eml"), &["ATTENDEE"]).join("");
    let state = attendee.split(';').find(|part| part.starts_with("PARTSTAT")).unwrap_or_default();
    (shown.replace('\n', " "), state.to_owned())
}

fn counted(story: &mut Story) -> (bool, String) {
    let (said, _) = story.run("-q replies spring");
    let line = said.lines().find(|line| line.contains("Berta Birke (Köln)"));
    (said.contains("1 person has said yes"), line.unwrap_or_default().to_owned())
}

/// Whoever was told that it does not take place hears that it does, and is asked once more.
#[test]
fn a_cancellation_that_is_taken_back_asks_everybody_again() {
    let mut story = invited();
    story.ends("replies set b-birke yes --yes", 1);
    story.ends("--today 2026-11-25 cancel spring --reason Sturm --yes", 1);
    // Nobody knows of it.
    story.ends("--today 2026-11-25 cancel spring --undo --yes", 1);
    assert_eq!(counted(&mut story), (true, String::new()));
    story.ends("--today 2026-11-26 cancel spring --reason Sturm --yes", 1);
    story.ends("--today 2026-11-26 outbox make update spring --yes", 1);
    story.sends("2-update");
    story.ends("--today 2026-11-27 cancel spring --undo --yes", 1);
    story.ends("--today 2026-11-27 outbox make update spring --yes", 1);
    let list = story.read("outbox/spring/3-update/list.txt");
    assert!(list.contains("findet doch statt"), "{list}");
    let (letter, state) = told(&mut story, "3-update");
    let on = "unser Treffen „Frühjahr“ findet entgegen unserer Absage doch statt, und zwar am Dienstag, dem 20. April 2027, in Ulm.";
    assert!(letter.contains(on) && !letter.contains("wir laden Sie herzlich zu"), "{letter}");
    assert!(letter.contains("auch wenn Sie schon einmal geantwortet haben"), "{letter}");
    assert_eq!(state, "PARTSTAT=NEEDS-ACTION");
    let open = "• Berta Birke (Köln): yes, before it was cancelled".to_owned();
    assert_eq!(counted(&mut story), (false, open));
    let (reminder, _) = story.run("-q --today 2026-11-28 write reminder spring --to b-birke");
    assert!(reminder.contains("danke für Ihre frühere Antwort"), "{reminder}");
    story.ends("--today 2026-11-28 replies set b-birke yes --yes", 1);
    assert_eq!(counted(&mut story), (true, String::new()));
}

/// Another time of the same day is another question, whichever comes first: the answer or the change.
#[test]
fn another_time_of_the_day_asks_again_and_another_place_does_not() {
    let mut story = invited();
    put(&story, "a.ics", Sample::birke("ACCEPTED").ics());
    story.ends("replies read in --yes", 1);
    story.edit("meetings/spring.toml", "start = \"09:00\"", "start = \"14:00\"");
    let open = "• Berta Birke (Köln): yes, to the time before".to_owned();
    assert_eq!(counted(&mut story), (false, open.clone()));
    // What was answered before is not taken for an answer to it from a table, either.
    put(&story, "b.csv", "Name;Antwort;Eingang\nb-birke;ja;23.11.2026\n");
    put(&story, "c.csv", "Name;Antwort\nb-birke;ja\n");
    story.ends("--today 2026-11-25 outbox make update spring --yes", 1);
    let (read, _) = story.run("--today 2026-11-26 replies read in --meeting spring --yes");
    assert!(read.contains("in/b.csv, line 2: came on 2026-11-23; since then"), "{read}");
    assert!(
        read.replace("\n  ", " ").contains("the row does not tell when the answer came"),
        "{read}"
    );
    assert_eq!(counted(&mut story), (false, open));
    let (letter, state) = told(&mut story, "2-update");
    assert!(letter.contains("ob Sie zur neuen Uhrzeit kommen können"), "{letter}");
    assert_eq!(state, "PARTSTAT=NEEDS-ACTION");
    // Who is asked beforehand, while the change is still to be given out, answers that.
    story.sends("2-update");
    story.edit("meetings/spring.toml", "start = \"14:00\"", "start = \"13:00\"");
    story.ends("--today 2026-11-27 replies set b-birke yes --yes", 1);
    story.edit("meetings/spring.toml", "end = \"16:00\"", "end = \"17:00\"");
    story.ends("--today 2026-11-28 outbox make update spring --yes", 1);
    story.sends("3-update");
    assert_eq!(counted(&mut story), (true, String::new()));
    story.edit("meetings/spring.toml", "hosts =", "place = \"Kornhaus\"\nhosts =");
    story.ends("--today 2026-11-29 outbox make update spring --yes", 1);
    let (letter, state) = told(&mut story, "4-update");
    assert!(letter.contains("Ihre Zusage gilt weiter"), "{letter}");
    assert_eq!(state, "PARTSTAT=ACCEPTED");
    assert_eq!(counted(&mut story), (true, String::new()));
}
