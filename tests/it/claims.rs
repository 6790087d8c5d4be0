//! What letters and notices claim of somebody, of a part and of a place: no more than the files know.

use crate::harness::Test;
use crate::outbox::story::Story;

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n[[city]]\nid = \"bach\"\nname = \"Bach\"\n";

/// Two people of Bach, of whom one has answered; `town` is what the town has.
fn network(command: &str, meeting: &str, town: &str) -> Test {
    files(Test::new(&format!("-q --lang de {command}")), meeting, town)
}

pub(crate) fn files(test: Test, meeting: &str, town: &str) -> Test {
    let meeting = format!("title = \"Treffen\"\nstart = \"9:00\"\n{meeting}");
    let replies = format!(
        "[[reply]]\nperson = \"eva\"\nanswer = \"yes\"\nfor = 2027-04-20\n[[reply]]\ncity = \"bach\"\n\
         answer = \"{town}\"\nfor = 2027-04-20\n"
    );
    test
        .file("network.toml", "name = \"Netz\"\n[sender]\nmail = \"netz@example.org\"\n")
        .file("cities.toml", CITIES)
        .file(
            "contacts.toml",
            "[[contact]]\nid = \"eva\"\nform-of-address = \"frau\"\ngiven-name = \"Eva\"\nfamily-name = \"Wald\"\n\
             city = \"bach\"\n[[contact]]\nid = \"udo\"\nform-of-address = \"herr\"\ngiven-name = \"Udo\"\n\
             family-name = \"Feld\"\ncity = \"bach\"\n",
        )
        .file("meetings/a.toml", &meeting)
        .file("replies/a.toml", &replies)
}

#[track_caller]
pub(crate) fn said(test: Test) -> String {
    let output = test.run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    output.stdout.replace(['\n', '\u{a0}'], " ")
}

#[test]
fn an_answer_of_a_town_is_not_one_of_its_people() {
    let day = "date = 2027-04-20\nhosts = [\"aue\"]\n";
    let reminder = "--today 2027-03-01 write reminder a --to udo";
    let letter = said(network(reminder, day, "maybe"));
    assert!(
        letter.contains("dass die Teilnahme aus Bach an unserem Treffen noch offen ist"),
        "{letter}"
    );
    // Who answered for another day has answered, but not for this one.
    let moved = "date = 2027-05-04\nhosts = [\"aue\"]\n[[history]]\nchanged = 2027-02-01\ndate = 2027-04-20\n\
                 reason = \"Umbau\"\n";
    let letter = said(network("--today 2027-03-01 write reminder a --to eva", moved, "no"));
    assert!(letter.contains("danke für Ihre Antwort zum früheren Termin."), "{letter}");
    let letter = said(network(reminder, moved, "no"));
    assert!(letter.contains("zu unserem Treffen fehlt uns noch Ihre Antwort."), "{letter}");
}

#[test]
fn thanks_say_who_is_known_to_have_come() {
    let held = "date = 2027-04-20\nhosts = [\"aue\"]\nstatus = \"held\"\nattended = [\"bach\"]\n";
    let thanks = |who: &str| {
        said(network(&format!("--today 2027-05-01 write thanks a --to {who}"), held, "yes"))
    };
    let letter = thanks("eva");
    assert!(letter.contains("dass Sie an unserem Treffen teilgenommen haben"), "{letter}");
    let letter = thanks("udo");
    assert!(letter.contains("dass Bach bei unserem Treffen dabei war"), "{letter}");
}

#[test]
fn a_part_goes_with_the_whole_whose_time_it_has() {
    let meeting = "date = 2027-04-20\nhosts = [\"aue\"]\n[[session]]\nkind = \"talk\"\ntitle = \"Schwamm\"\n\
                   start = \"9:45\"\nduration = \"45 min\"\n[[session.items]]\ntitle = \"Mulden\"\n\
                   people = [{ contact = \"udo\" }]\n";
    let letter =
        said(network("--today 2027-03-01 write speaker-invitation a --to udo", meeting, "no"));
    assert!(letter.contains("„Mulden“ (im Rahmen von „Schwamm“, 09:45 Uhr, 45 min)"), "{letter}");
}

#[test]
fn nobody_goes_to_the_host_of_a_meeting_that_is_online() {
    for (online, is_online) in [
        ("place = \"Online\"\nonline = \"Zoom\"\nhosts = [\"aue\"]\n", true),
        ("online = \"Zoom, Sie brauchen keinen Zugang\"\nhosts = []\n", true),
        ("online = \"Livestream zweier Vorträge\"\nhosts = []\n", false),
        ("online = \"Der Vortrag wird übertragen\"\nhosts = []\n", false),
        ("online = \"auch mit Zoom\"\nhosts = []\n", false),
    ] {
        let meeting = format!("date = 2027-04-20\n{online}");
        let notice = said(network("--today 2027-03-01 write press a", &meeting, "no"));
        assert_eq!(notice.contains("online zusammen."), is_online, "{online}: {notice}");
        let invite = network("--today 2027-03-01 invite a --to eva", &meeting, "no");
        let subject = said(invite);
        assert_eq!(subject.contains("am 20.04.2027, online"), is_online, "{online}: {subject}");
        assert!(!subject.contains("in Aue"), "{online}: {subject}");
    }
}

#[test]
fn what_was_given_up_is_not_repeated() {
    let workshop =
        "[[session]]\nkind = \"workshop\"\nid = \"s\"\ntitle = \"Schatten\"\nstart = \"10:00\"\n";
    let again = "[[session]]\nkind = \"workshop\"\nrepeat-of = \"s\"\nstart = \"15:00\"\n";
    let block =
        "[[session]]\nkind = \"parallel\"\nid = \"w\"\ntitle = \"Wahl\"\nstart = \"10:00\"\n";
    for (items, is_repeated) in [
        (format!("{workshop}{again}"), true),
        (format!("{workshop}status = \"dropped\"\n{again}"), false),
        (format!("{block}{workshop}in = \"w\"\n{again}"), true),
        (format!("{block}status = \"dropped\"\n{workshop}in = \"w\"\n{again}"), false),
    ] {
        let meeting = format!("date = 2027-04-20\nhosts = [\"aue\"]\n{items}");
        for command in ["write press a", "programme a --format text"] {
            let told = said(network(&format!("--today 2027-03-01 {command}"), &meeting, "no"));
            let is_told = told.contains("wiederholt") || told.contains("Wiederholung");
            assert_eq!(is_told, is_repeated, "{command}: {items}\n{told}");
            assert!(told.contains("Schatten"), "{told}");
        }
    }
    let unknown = format!("date = 2027-04-20\n{workshop}[[session]]\nrepeat-of = \"schaten\"\n");
    let output =
        network("check", &unknown.replace("id = \"s\"\n", "id = \"schatten\"\n"), "no").run();
    assert!(output.stdout.contains("`schaten`"), "{}", output.stdout);
    assert!(output.stdout.contains("[unknown-reference]"), "{}", output.stdout);
    assert!(!output.stdout.contains("circular-session"), "{}", output.stdout);
}

#[test]
fn a_notice_tells_where_what_is_elsewhere_is() {
    let meeting = "date = 2027-04-20\nhosts = [\"aue\"]\nvenue = \"rathaus\"\n[[session]]\nkind = \"talk\"\n\
                   title = \"Licht\"\n[[session]]\nkind = \"tour\"\ntitle = \"Das Fährhaus\"\nplace = \"faehre\"\n\
                   [[session]]\nkind = \"talk\"\ntitle = \"Wasser\"\nplace = \"faehre\"\n[[session]]\n\
                   kind = \"talk\"\ntitle = \"Wind\"\nplace = \"rathaus\"\n";
    let venues = "[[venue]]\nid = \"rathaus\"\nname = \"Rathaus\"\n[[venue]]\nid = \"faehre\"\nname = \"Fährhaus\"\n\
                  street = \"Fährplatz 7\"\n";
    let test =
        network("--today 2027-03-01 write press a", meeting, "no").file("venues.toml", venues);
    let notice = said(test);
    // It stays there until it is said otherwise.
    assert_eq!(notice.matches("(Fährhaus, Fährplatz 7)").count(), 1, "{notice}");
    assert_eq!(notice.matches("Rathaus").count(), 2, "{notice}");
}

#[test]
fn whoever_is_announced_by_a_colleague_has_been_answered_for() {
    let day = "date = 2027-04-20\nhosts = [\"aue\"]\n";
    let with = |command: &str, replies: &str| {
        network(&format!("--today 2027-03-01 {command}"), day, "maybe")
            .file("replies/a.toml", replies)
            .run()
    };
    let sends = "[[reply]]\nperson = \"udo\"\nanswer = \"no\"\nsubstitute = \"Wald, Eva, Bauamt\"\n\
                 for = 2027-04-20\n";
    let reminded = with("write reminder a --to eva --to udo", sends);
    assert_eq!(reminded.status, 1, "{}", reminded.stdout);
    let confirmed = with("write confirmation a --to eva --to udo", sends);
    let letter = confirmed.stdout.replace(['\n', '\u{a0}'], " ");
    assert!(letter.contains("wir freuen uns auf Sie; angekündigt hat Sie Udo Feld."), "{letter}");
    assert!(!letter.contains("Herr Feld"), "{letter}");
    let english = Test::new("-q --lang en --today 2027-03-01 write confirmation a --to eva");
    let english = said(files(english, day, "maybe").file("replies/a.toml", sends));
    assert!(english.contains("Udo Feld told us that you will come."), "{english}");
    // Whoever says something themselves is counted by that, and once.
    let expected = |replies: &str, words: &str| {
        let told = with("replies a", replies).stdout.replace(['\n', '\u{a0}'], " ");
        assert!(told.contains(words), "{told}");
    };
    expected(sends, "1 person has said yes");
    let both = format!("{sends}[[reply]]\nperson = \"eva\"\nanswer = \"yes\"\nfor = 2027-04-20\n");
    expected(&both, "1 person has said yes");
    let refused =
        format!("{sends}[[reply]]\nperson = \"eva\"\nanswer = \"no\"\nfor = 2027-04-20\n");
    let told = with("replies a", &refused).stdout;
    assert!(!told.contains("expected"), "{told}");
    let list = with("write sign-in-list a", &refused).stdout;
    assert!(!list.contains("Wald"), "{list}");
}

#[test]
fn a_town_that_says_who_comes_speaks_for_nobody_else() {
    let day = "date = 2027-04-20\nhosts = [\"aue\"]\n";
    let sends =
        "[[reply]]\ncity = \"bach\"\nanswer = \"yes\"\nwith = [\"Eva Wald\"]\nfor = 2027-04-20\n";
    let written = |kind: &str| {
        let command = format!("--today 2027-03-01 write {kind} a --to eva --to udo");
        network(&command, day, "maybe").file("replies/a.toml", sends).run()
    };
    let confirmed = written("confirmation").stdout.replace(['\n', '\u{a0}'], " ");
    assert!(confirmed.contains("angekündigt hat Sie die Stadt Bach."), "{confirmed}");
    assert!(!confirmed.contains("Herr Feld"), "{confirmed}");
    // The town has answered, so that nobody of it is asked again.
    assert_eq!(written("reminder").status, 1);
}

#[test]
fn nobody_is_reminded_without_a_word_whom_nobody_invited() {
    let warns = |status: &str| {
        let day = format!("date = 2027-04-20\nhosts = [\"aue\"]\nstatus = \"{status}\"\n");
        let command = Test::new("--today 2027-03-01 write reminder a --to udo");
        let reminder = files(command, &day, "maybe").run();
        assert_eq!(reminder.status, 0, "{}", reminder.stderr);
        reminder.stderr.contains("[not-invited]") && reminder.stderr.contains("Udo Feld")
    };
    assert!(warns("planned"));
    // Invitations on paper are on no ledger.
    assert!(!warns("invited"));
}

#[test]
fn minutes_say_what_ran_side_by_side() {
    let day = "date = 2027-04-20\nhosts = [\"aue\"]\nstatus = \"held\"\n\
               [[session]]\nid = \"w\"\nkind = \"parallel\"\ntitle = \"Werkstätten\"\n\
               [[session]]\nin = \"w\"\ntrack = \"Grün\"\ntitle = \"Schatten\"\n\
               [[session]]\nin = \"w\"\ntrack = \"Handel\"\ntitle = \"Läden\"\n\
               [[session]]\nid = \"r\"\nkind = \"frame\"\ntitle = \"Im Haus\"\n\
               [[session]]\nin = \"r\"\ntitle = \"Ausstellung\"\n\
               [[session]]\ntitle = \"Rückblick\"\n";
    let minutes = said(network("--today 2027-05-01 write minutes a --format markdown", day, "yes"));
    let parts = [
        "### Werkstätten",
        "Nebeneinander laufen:",
        "#### Grün: Schatten",
        "Ergebnis",
        "#### Handel: Läden",
        "Ergebnis",
        "### Im Haus",
        "Begleitend zum Programm:",
        "#### Ausstellung",
        "Ergebnis",
        "### Rückblick",
        "Ergebnis",
    ];
    let mut rest = minutes.as_str();
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("`{part}` is missing: {minutes}"));
        rest = &rest[at + part.len()..];
    }
    // A block is no item of its own.
    assert_eq!(minutes.matches("Ergebnis").count(), 5, "{minutes}");
}

#[test]
fn where_people_meet_is_never_told_by_a_key() {
    let said = |meet_at: &str, place: &str| {
        let session = format!(
            "[[session]]\ntitle = \"Gang\"\nstart = \"9:00\"\nmeet-at = \"{meet_at}\"\n{place}"
        );
        let meeting = format!("date = 2027-04-20\nhosts = [\"aue\"]\nvenue = \"hof\"\n{session}");
        let venues = "[[venue]]\nid = \"hof\"\nname = \"Hof\"\n[[venue.room]]\nid = \"saal\"\nname = \"Großer Saal\"\n\
                      [[venue]]\nid = \"burg\"\nname = \"Burg\"\n[[venue.room]]\nid = \"turm\"\nname = \"Nordturm\"\n";
        let said = network("programme a --format text", &meeting, "maybe")
            .file("venues.toml", venues)
            .run()
            .stdout;
        let line = said.lines().find_map(|line| line.split_once("Treffpunkt: "));
        line.map_or_else(|| panic!("{said}"), |(_, point)| point.to_owned())
    };
    assert_eq!(said("saal", ""), "Großer Saal");
    assert_eq!(said("turm", "place = \"burg\"\n"), "Nordturm, Burg");
    assert_eq!(said("burg", ""), "Burg");
    assert_eq!(said("Brunnen", ""), "Brunnen");
}

#[test]
fn a_part_in_the_programme_does_not_say_that_somebody_came() {
    let held = "date = 2027-04-20\nhosts = [\"aue\"]\nstatus = \"held\"\n";
    let speaks =
        "[[session]]\ntitle = \"Markt\"\npeople = [{ contact = \"udo\" }, { contact = \"eva\" }]\n";
    let thanks = |who: &str, more: &str, town: &str| {
        let meeting = format!("{held}{more}{speaks}");
        let test =
            network(&format!("--today 2027-05-01 write thanks a --to {who}"), &meeting, town);
        test.command().output().unwrap().status.code().unwrap()
    };
    // Eva said yes herself; of Udo nobody knows anything, or his town came, or it sent its apologies.
    let records = ["", "attended = [\"bach\"]\n", "excused = [\"bach\"]\n"];
    let codes = |who: &str| records.map(|more| thanks(who, more, "maybe"));
    assert_eq!([codes("eva"), codes("udo")], [[0, 0, 1], [1, 0, 1]]);
}

#[test]
fn who_speaks_in_what_is_for_members_hears_what_it_is() {
    let meeting = "date = 2027-04-20\nhosts = [\"aue\"]\n[[session]]\ntitle = \"Finanzen\"\naudience = \"internal\"\n\
                   start = \"11:30\"\nend = \"12:30\"\npeople = [{ contact = \"udo\" }]\n";
    let letter =
        said(network("--today 2027-03-01 write speaker-invitation a --to udo", meeting, "no"));
    assert!(letter.contains("„Finanzen“ (11:30–12:30 Uhr)"), "{letter}");
    // Whoever else is written to does not hear of it; members keep minutes of it.
    let letter = said(network("--today 2027-03-01 write invitation a --to udo", meeting, "no"));
    assert!(!letter.contains("Finanzen"), "{letter}");
    let form = said(network("--today 2027-05-01 write minutes a", meeting, "no"));
    assert!(form.contains("Finanzen"), "{form}");
    let mut office = Story(network("check", meeting, "no"));
    office.ends("--today 2027-05-01 minutes a --yes", 1);
    assert!(office.read("minutes/a.md").contains("Finanzen"));
}

#[test]
fn who_is_invited_when_registration_has_ended_is_asked_about() {
    let meeting = "date = 2027-04-20\nhosts = [\"aue\"]\nplace = \"Rathaus\"\n[registration]\nuntil = 2027-03-01\n";
    let mut office = Story(network("check", meeting, "no"));
    office.edit("network.toml", "[sender]", "[sender]\nname = \"Hanna Eiche\"");
    office.edit(
        "contacts.toml",
        "given-name = \"Eva\"",
        "given-name = \"Eva\"\nmail = \"eva@example.org\"",
    );
    office.edit(
        "contacts.toml",
        "given-name = \"Udo\"",
        "given-name = \"Udo\"\nmail = \"udo@example.org\"",
    );
    office.ends("--today 2027-02-01 outbox make invitation a --to eva --yes", 1);
    office.ends("outbox settle a/1-invitation --as sent --yes", 1);
    let (said, status) = office.run("--today 2027-03-05 outbox make update a --to udo --dry-run");
    assert_eq!(status, 0, "{said}");
    assert!(said.contains("[odd-moment]") && said.contains("last day of registration"), "{said}");
    let (said, _) = office.run("--today 2027-03-01 outbox make update a --to udo --dry-run");
    assert!(!said.contains("[odd-moment]"), "{said}");
}
