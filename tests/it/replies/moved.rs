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

1 person is expected.

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
