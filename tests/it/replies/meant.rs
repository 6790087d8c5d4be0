//! What an answer is to and whose it is: another hour, another name, a day that never was.

use super::samples::Sample;
use super::{FILE, invited, put};
use crate::outbox::story::Story;

/// What is said of a folder of replies, in one line.
fn read(story: &mut Story) -> String {
    let (said, _) = story.run("replies read in --meeting spring --yes");
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The replies that are recorded: who and what.
fn recorded(story: &Story) -> String {
    let text = std::fs::read_to_string(story.path(FILE)).unwrap_or_default();
    let of = |line: &str| {
        let (key, value) = line.split_once(" = ")?;
        ["person", "answer", "with", "unnamed"].contains(&key).then(|| value.replace('"', ""))
    };
    text.lines().filter_map(of).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_answer_to_another_hour_of_the_day_is_listed() {
    // The meeting begins at nine in Berlin.
    for (start, is_recorded) in [
        ("DTSTART:20270420T070000Z", true),
        ("DTSTART;TZID=Europe/Berlin:20270420T090000", true),
        ("DTSTART;TZID=W. Europe Standard Time:20270420T090000", true),
        ("DTSTART;TZID=Europe/London:20270420T080000", true),
        ("DTSTART;VALUE=DATE:20270420", true),
        // Clocks that nobody knows tell the day alone.
        ("DTSTART;TZID=Rathausuhr:20270420T160000", true),
        ("DTSTART;TZID=Europe/Berlin:20270420T160000", false),
        ("DTSTART:20270420T090000Z", false),
    ] {
        let mut story = invited();
        put(
            &story,
            "a.ics",
            Sample::birke("ACCEPTED").ics().replace("DTSTART:20270420T070000Z", start),
        );
        let said = read(&mut story);
        assert_eq!(recorded(&story) == "b-birke yes", is_recorded, "{start}: {said}");
        let listed = said.contains("in/a.ics: answers a start at ")
            && said.contains("; the meeting starts at 09:00")
            && said.contains("erfa replies set b-birke yes|no|maybe --meeting spring");
        assert_eq!(listed, !is_recorded, "{start}: {said}");
    }
}

#[test]
fn what_one_answer_says_of_others_is_listed() {
    let mut story = invited();
    let with = |more| Sample { more, ..Sample::birke("ACCEPTED") }.with_method("REPLY");
    put(&story, "a.eml", with("ATTENDEE;PARTSTAT=DECLINED:mailto:cedar@example.org\n"));
    let said = read(&mut story);
    assert_eq!(recorded(&story), "b-birke yes", "{said}");
    assert!(
        said.contains("answers for `cedar@example.org`, but comes from another address"),
        "{said}"
    );
    assert!(said.contains("erfa replies set c-cedar yes|no|maybe --meeting spring"), "{said}");
    // Who has not answered says nothing.
    let mut story = invited();
    put(&story, "a.eml", with("ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:cedar@example.org\n"));
    let said = read(&mut story);
    assert_eq!(recorded(&story), "b-birke yes", "{said}");
    assert!(!said.contains("For you to look at"), "{said}");
}

#[test]
fn the_words_of_a_shared_mailbox_tell_who_answers() {
    let mail = |words: &str| {
        let from = "Rathaus <cedar@example.org>";
        let mail = Sample { from, ..Sample::cedar("ACCEPTED") }.thunderbird();
        mail.replace("Stadt Ulm hat zugesagt.", words)
    };
    for (words, who) in [
        ("Chris Cedar kommt gern.", "c-cedar yes"),
        ("Dora Douglas kommt gern.", "d-douglas yes"),
        ("Wir kommen gern.", ""),
        ("Chris Cedar und Dora Douglas kommen.", ""),
        ("Chris Cedar kommt, Dora nicht.", ""),
    ] {
        let mut story = invited();
        story.edit(
            "contacts.toml",
            "mail = false",
            "given-name = \"Dora\"\nmail = \"cedar@example.org\"",
        );
        put(&story, "a.eml", mail(words));
        let said = read(&mut story);
        assert_eq!(recorded(&story), who, "{words}: {said}");
        let choice = "erfa replies set c-cedar|d-douglas yes|no|maybe --meeting spring";
        assert_eq!(said.contains(choice), who.is_empty(), "{words}: {said}");
    }
}

#[test]
fn whoever_stands_there_as_their_own_company_is_one_person() {
    for (row, listed) in [
        ("Berta;Birke;ja;Birke, Berta;", "names “Berta Birke”, whose answer it is"),
        ("Berta;Birke;nein;;Berta Birke", "names “Berta Birke”, whose answer it is"),
        ("Berta;Birke;ja;Frau Berta Birke;", "names “Frau Berta Birke”, whose answer it is"),
        ("Berta;Birke;ja;Dr. Birke, Berta;", "names “Dr. Berta Birke”, whose answer it is"),
        ("Berta;Birke;vielleicht;Berta;", "names “Berta”, whose answer it is"),
        ("Berta;Birke;nein;Lena Linde;", "says no and yet names who comes along"),
        ("Berta;Birke;nein;2;", "says no and yet names who comes along"),
    ] {
        let mut story = invited();
        put(&story, "a.csv", format!("Vorname;Nachname;Antwort;Begleitung;Vertretung\n{row}\n"));
        let said = read(&mut story);
        assert!(said.contains(listed), "{row}: {said}");
        assert_eq!(recorded(&story), "", "{row}: {said}");
    }
    // However it came into the file, nobody counts twice, and whoever stays away brings nobody.
    let mut story = invited();
    std::fs::create_dir(story.path("replies")).unwrap();
    std::fs::write(
        story.path(FILE),
        "[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nwith = [\"Birke, Berta\"]\n\n\
         [[reply]]\nperson = \"c-cedar\"\nanswer = \"no\"\nwith = [\"Lena Linde\"]\nunnamed = 2\n",
    )
    .unwrap();
    let (said, _) = story.run("replies spring");
    assert!(said.contains("1 person has said yes."), "{said}");
    assert!(!said.contains("Companions and substitutes"), "{said}");
    let (said, _) = story.run("-q write confirmation spring --to b-birke");
    assert!(!said.contains("sowie auf"), "{said}");
    let (said, _) = story.run("check");
    for code in ["own-company", "no-with-company"] {
        assert!(said.contains(code), "{said}");
    }
}

#[test]
fn whoever_is_named_twice_comes_once() {
    let table = |rows: &str| format!("Vorname;Nachname;Antwort;Begleitung\n{rows}");
    for (rows, with, expected) in [
        ("Berta;Birke;ja;Lena Linde, Lena Linde\n", "Lena Linde", 2),
        ("Berta;Birke;ja;\"Linde, Lena; Frau Lena Linde\"\n", "Lena Linde", 2),
        ("Berta;Birke;ja;Lena Linde\nChris;Cedar;ja;Dr. Lena Linde\n", "Dr. Lena Linde", 3),
        // Who was invited as well counts by what they say themselves.
        ("Berta;Birke;ja;Herr Chris Cedar\nChris;Cedar;nein;\n", "Herr Chris Cedar", 1),
        ("Berta;Birke;ja;Chris Cedar\nChris;Cedar;ja;\n", "Chris Cedar", 2),
        // Two of one family.
        ("Berta;Birke;ja;\"Frau Linde; Herr Linde\"\n", "Herr Linde", 3),
    ] {
        let mut story = invited();
        put(&story, "a.csv", table(rows));
        let said = read(&mut story);
        assert!(recorded(&story).contains(with), "{rows}: {said}");
        let (said, _) = story.run("replies spring");
        let people =
            if expected == 1 { "1 person has" } else { &format!("{expected} people have") };
        assert!(said.contains(&format!("{people} said yes")), "{rows}: {said}");
    }
    // However often it stands in the file.
    let mut story = invited();
    std::fs::create_dir(story.path("replies")).unwrap();
    let twice = "with = [\"Lena Linde\", \"Linde, Lena\"]\n";
    let reply = format!("[[reply]]\nperson = \"b-birke\"\nanswer = \"maybe\"\n{twice}");
    std::fs::write(story.path(FILE), reply).unwrap();
    let (said, _) = story.run("replies spring");
    assert!(said.contains("with Lena Linde\n"), "{said}");
    // Nor can anybody be told to bring themselves.
    let (said, code) = story.run("replies set b-birke yes --with Berta -y");
    assert!(said.contains("that is whoever answers"), "{said}");
    assert_eq!(code, 1);
}

#[test]
fn a_day_on_which_the_meeting_never_was_is_called_that() {
    let mut story = invited();
    std::fs::create_dir(story.path("replies")).unwrap();
    let reply =
        |day: &str| format!("[[reply]]\nperson = \"b-birke\"\nanswer = \"yes\"\nfor = {day}\n");
    std::fs::write(story.path(FILE), reply("2027-12-24")).unwrap();
    let (said, _) = story.run("-q replies spring");
    let line = "Berta Birke (Köln): yes to 2027-12-24, which the file of the meeting does not know (`for`)";
    let plain = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(plain.contains(line), "{said}");
    let (said, _) = story.run("check");
    assert!(said.contains("answers-to-no-day"), "{said}");
    // A day of before is none of these.
    story.edit("meetings/spring.toml", "date = 2027-04-20", "date = 2027-05-11");
    std::fs::write(story.path(FILE), reply("2027-04-20")).unwrap();
    let (said, _) = story.run("-q replies spring");
    assert!(said.contains("yes to 2027-04-20, before it was moved"), "{said}");
    let (said, _) = story.run("check");
    assert!(!said.contains("answers-to-no-day"), "{said}");
}

#[test]
fn a_row_of_the_day_of_the_move_is_told_what_would_help() {
    let mut story = invited();
    story.ends("postpone spring --on 2027-05-11 --reason Hochwasser --yes", 1);
    put(&story, "a.csv", "Name;Antwort;Eingang\nBerta Birke;ja;24.11.2026\nChris Cedar;ja;\n");
    let said = read(&mut story);
    assert!(
        said.contains(
            "in/a.csv, line 2: came on 2026-11-24, the very day on which the meeting was moved: only \
             a column `meeting date` tells whether the new day is meant"
        ),
        "{said}"
    );
    assert!(
        said.contains("in/a.csv, line 3: the meeting was moved, and the row does not"),
        "{said}"
    );
}

#[test]
fn whoever_is_sent_is_named_with_whoever_sends_them() {
    let cases = [
        (
            "DELEGATED-TO=\"mailto:nimtz@example.org\"",
            "",
            "Berta Birke sends somebody else: nimtz@example.org",
        ),
        (
            "DELEGATED-TO=\"mailto:cedar@example.org\"",
            "",
            "Berta Birke sends somebody else: Chris Cedar",
        ),
        (
            "DELEGATED-TO=\"mailto:nimtz@example.org\"",
            "ATTENDEE;CN=Bo Nimtz;PARTSTAT=NEEDS-ACTION;DELEGATED-FROM=\"mailto:birke@xn--kln-sna.example\":mailto:nimtz@example.org\r\n",
            "Berta Birke sends somebody else: Bo Nimtz (nimtz@example.org)",
        ),
        ("ROLE=CHAIR", "", "Berta Birke sends somebody else, and does not say whom"),
    ];
    for (parameter, more, expected) in cases {
        let mut story = invited();
        let ics = Sample::birke("DELEGATED").ics();
        let ics = ics.replace("PARTSTAT=DELEGATED", &format!("PARTSTAT=DELEGATED;{parameter}"));
        let ics = ics.replacen("ATTENDEE", &format!("{more}ATTENDEE"), 1);
        assert!(ics.contains(parameter), "{ics}");
        put(&story, "a.ics", ics);
        let said = read(&mut story);
        assert!(said.contains(&format!("in/a.ics: {expected} erfa replies set b-birke")), "{said}");
    }
}
