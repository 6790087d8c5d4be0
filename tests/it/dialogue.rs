//! Conversations: `erfa` asks on a terminal, and somebody types.

use crate::conversation::{
    BACKSPACE, CONTROL_C, CONTROL_D, CONTROL_U, Conversation, DOWN, ENTER, ESCAPE, UP,
};
use crate::harness::Test;

/// The questions of `init`, in German.
const INIT: [&str; 7] = [
    "Name des Netzwerks [Unser Netzwerk]: ",
    "(darf leer sein): ",
    "Wie heißt ein Treffen? [Erfahrungsaustausch]: ",
    "gleich leer: später",
    "(leer: noch offen): ",
    "Treffen im Jahr [3]: ",
    "Mailadresse der Koordination (darf leer sein): ",
];
const CONFIRM: &str = "Das anlegen? [J/n] ";

fn init() -> Conversation {
    Conversation::begin(Test::new("init netz"))
}

#[test]
fn giving_up_leaves_nothing_behind() {
    for asked in 0..=INIT.len() {
        for key in [ESCAPE, CONTROL_C] {
            let next = INIT.get(asked).copied().unwrap_or(CONFIRM);
            init().takes_defaults(&INIT[..asked]).sees(next).types(key).ends_with_nothing(0);
        }
    }
    init().sees(INIT[0]).types(CONTROL_D).ends_with_nothing(0);
    init().takes_defaults(&INIT).sees(CONFIRM).types("n\r").ends_with_nothing(0);
}

#[test]
fn a_closed_terminal_leaves_nothing_behind() {
    let test = init().takes_defaults(&INIT).sees(CONFIRM).close();
    assert_eq!(test.folder().read_dir().unwrap().count(), 0);
}

#[test]
fn answers_become_files() {
    let towns = "• Apolda\r• Bad Frankenhausen/Kyffhäuser\r3. Gotha, Eisenach und Mühlhausen\r\r";
    let (_, test) = init()
        .sees(INIT[0])
        .types(&format!("Falsch{CONTROL_U}Städte am Flußß{BACKSPACE}{ENTER}"))
        .sees(INIT[1])
        .types("Städtenetzwerk\r")
        .takes_defaults(&INIT[2..3])
        .sees(INIT[3])
        .types("Gera; 400\r\r")
        .sees("Kein Name einer Stadt: `400`")
        .sees("1 Stadt: Gera")
        .sees("Sind das alle?")
        .types("-Gera\r\r")
        .sees(INIT[3])
        .types(towns)
        .sees("5 Städte")
        .sees("Sind das alle?")
        .types("Gotha\r\r")
        .sees("Steht schon da: `Gotha`")
        .sees("5 Städte")
        .sees("Sind das alle?")
        .types(ENTER)
        .sees(INIT[4])
        .types("DE-TX\r")
        .sees("meinten Sie `DE-TH`?")
        // What was typed stands there again.
        .sees("(leer: noch offen): DE-TX")
        .types(&format!("{BACKSPACE}H\r"))
        .sees(INIT[5])
        .types("0\r")
        .sees("0 liegt außerhalb (erlaubt ist 1 bis 366)")
        .sees("Treffen im Jahr [3]: 0")
        .types(&format!("{CONTROL_U}4\r"))
        .sees("  Mühlhausen")
        .types("goth\r")
        .sees(INIT[6])
        .types("<\r")
        .sees("  Mühlhausen")
        .types("<\r")
        .sees("Treffen im Jahr [4]: ")
        .types(ENTER)
        .sees("  Mühlhausen")
        .types(ENTER)
        .sees(INIT[6])
        .types("stadt@\r")
        .sees("`stadt@` ist keine Mailadresse")
        .sees("(darf leer sein): stadt@")
        .types(&format!("{CONTROL_U}netz@example.org\r"))
        .sees(CONFIRM)
        .types(ENTER)
        .ends(0);
    let read = |name: &str| std::fs::read_to_string(test.folder().join("netz").join(name)).unwrap();
    let network = read("network.toml");
    for line in [
        "name = \"Städte am Fluß\"",
        "kind = \"Städtenetzwerk\"",
        "coordinator = \"gotha\"",
        "region = \"DE-TH\"",
        "per-year = 4",
        "organisation = \"Städtenetzwerk Städte am Fluß\"",
        "mail = \"netz@example.org\"",
    ] {
        assert!(network.lines().any(|written| written == line), "{line}\n{network}");
    }
    assert_eq!(read("cities.toml").matches("\n[[city]]\n").count(), 5);
    assert!(!read("cities.toml").contains("erfunden"));
}

#[test]
fn a_question_with_an_option_is_not_asked() {
    let options = Test::new("init netz --name N --kind K --meeting-name M --city A,B --per-year 2");
    let talk =
        Conversation::begin(options.arg("--mail").arg("a@example.org").arg("--region").arg("PL"));
    let (screen, _) = talk.sees("  B").types(ENTER).sees(CONFIRM).types(ENTER).ends(0);
    assert!(INIT.iter().all(|question| !screen.contains(question)));
}

#[test]
fn a_step_back_from_the_towns_is_taken_at_once_and_keeps_them() {
    let (_, test) = init()
        .takes_defaults(&INIT[..3])
        .sees(INIT[3])
        .types("<\r")
        .takes_defaults(&INIT[2..3])
        .sees(INIT[3])
        .types("Gotha\rApolda\r < \r")
        .sees("2 Städte: Gotha und Apolda")
        .takes_defaults(&INIT[2..3])
        .sees("Sind das alle?")
        .types("Gera\r\r")
        .sees("3 Städte: Gotha, Apolda und Gera")
        .sees("Sind das alle?")
        .types(ENTER)
        .takes_defaults(&INIT[4..6])
        .sees("  <")
        .types(ENTER)
        .takes_defaults(&[INIT[6], CONFIRM])
        .ends(0);
    let cities = std::fs::read_to_string(test.folder().join("netz/cities.toml")).unwrap();
    assert_eq!(cities.matches("\n[[city]]\n").count(), 3, "{cities}");
}

#[test]
fn rows_of_a_table_are_towns_and_not_their_cells() {
    let headed = "Ort\tPLZ\tEinwohner\rGotha\t99867\t400\rBad Köstritz\t07586\t300\r\r";
    let bare = "1\tGotha\t400\r2\tBad Köstritz\t300\r\r";
    let signs = "Gotha;99867;400\rBad Köstritz;07586;300\r\r";
    for rows in [headed, bare, signs] {
        let talk = init().takes_defaults(&INIT[..3]).sees(INIT[3]).types(rows);
        let talk = talk.sees("  2 Städte: Gotha und Bad Köstritz").sees("Sind das alle?");
        let (_, test) = talk
            .types(ENTER)
            .takes_defaults(&INIT[4..6])
            .sees("  <")
            .types(ENTER)
            .takes_defaults(&[INIT[6], CONFIRM])
            .ends(0);
        let cities = std::fs::read_to_string(test.folder().join("netz/cities.toml")).unwrap();
        assert_eq!(cities.matches("\n[[city]]\n").count(), 2, "{cities}");
    }
}

#[test]
fn towns_come_as_people_write_them() {
    let talk = init().takes_defaults(&INIT[..3]).sees(INIT[3]);
    let (screen, test) = talk
        .types("gibtsnicht.csv\r\r")
        .sees("die Datei `gibtsnicht.csv` gibt es nicht")
        .sees(INIT[3])
        .types("07743 Jena\r07586 Bad Köstritz (Thüringen)\r400 Einwohner\rGera\r\tAue\r-Gera\r\r")
        .sees("Kein Name einer Stadt: `400 Einwohner`")
        .sees("3 Städte: Jena, Bad Köstritz und Aue")
        .types(ENTER)
        .sees(INIT[4])
        .types("Atlantis\r")
        .sees("ist keine Region")
        .sees("(leer: noch offen): Atlantis")
        .types(&format!("{CONTROL_U}Thüringen\r"))
        .takes_defaults(&INIT[5..6])
        .sees("  <")
        .types(ENTER)
        .takes_defaults(&[INIT[6], CONFIRM])
        .ends(0);
    assert!(!screen.contains("Steht schon da"), "{screen}");
    let cities = std::fs::read_to_string(test.folder().join("netz/cities.toml")).unwrap();
    for entry in [
        "id = \"jena\"\nname = \"Jena\"\npostcode = \"07743\"\n",
        "id = \"bad-koestritz\"\nname = \"Bad Köstritz\"\nregion = \"DE-TH\"\npostcode = \"07586\"\n",
    ] {
        assert!(cities.contains(entry), "{cities}");
    }
}

#[test]
fn where_each_town_says_whose_holidays_it_keeps_nobody_is_asked() {
    let list = "Stadt;Bundesland\nHof;Bayern\nPlauen;Sachsen\n";
    let test = Test::new("init netz --from liste.csv").file("liste.csv", list);
    let (screen, test) = Conversation::begin(test)
        .takes_defaults(&INIT[..3])
        .takes_defaults(&INIT[5..6])
        .sees("  <")
        .types(ENTER)
        .takes_defaults(&[INIT[6], CONFIRM])
        .ends(0);
    assert!(!screen.contains("Wessen Feiertage"), "{screen}");
    let cities = std::fs::read_to_string(test.folder().join("netz/cities.toml")).unwrap();
    assert!(
        cities.contains("region = \"DE-BY\"") && cities.contains("region = \"DE-SN\""),
        "{cities}"
    );
}

#[test]
fn a_meeting_comes_from_day_host_and_venue() {
    let network = || {
        let cities = "[[city]]\nid = \"a\"\nname = \"A\"\n[[city]]\nid = \"b\"\nname = \"B\"\n";
        let venues = "[[venue]]\nid = \"halle\"\nname = \"Halle\"\ncity = \"b\"\n";
        let network = "name = \"Netz\"\nmeeting-name = \"Runde\"\n";
        let test = Test::new("new").file("network.toml", network).file("cities.toml", cities);
        Conversation::begin(test.file("venues.toml", venues))
    };
    let day = "(leer: noch offen): ";
    let (_, test) = network()
        .sees(day)
        .types("31.2.2027\r")
        .sees("`31.2.2027` ist kein Kalendertag")
        .sees(day)
        .types(&format!("{CONTROL_U}2.3.2027\r"))
        .sees("An der Reihe ist A")
        .sees("  B")
        .types(&format!("{DOWN}{UP}{DOWN}{ENTER}"))
        .sees("  Halle")
        .types(&format!("{DOWN}{ENTER}"))
        .sees("Beginn, etwa 9:30 (leer: noch offen): ")
        .types("nachmittags\r")
        .sees("`nachmittags` ist keine Uhrzeit")
        .types(&format!("{CONTROL_U}9.30 Uhr\r"))
        .sees("Titel [Runde in B]: ")
        .types("Falsch\r")
        .sees("Das ändern? [J/n] ")
        .types("<\r")
        .sees("Titel [Runde in B]: ")
        .types("<\r")
        .sees("(leer: noch offen) [9.30 Uhr]: ")
        .types("<\r")
        .sees("  Halle")
        .types("halle\r")
        .sees("(leer: noch offen) [9.30 Uhr]: ")
        .types(ENTER)
        .sees("Titel [Runde in B]: ")
        .types("Frühling\r")
        .sees("Das ändern? [J/n] ")
        .types(ENTER)
        .ends(0);
    let written = test.folder().join("meetings/2027-03-02-b.toml");
    let meeting = std::fs::read_to_string(written).unwrap();
    for line in [
        "title = \"Frühling\"",
        "date = 2027-03-02",
        "hosts = [\"b\"]",
        "venue = \"halle\"",
        "start = \"9.30 Uhr\"",
    ] {
        assert!(meeting.lines().any(|written| written == line), "{line}\n{meeting}");
    }
    let questions = [
        day,
        "  <",
        "Tagungsort, etwa Bürgersaal (leer: noch offen): ",
        "Titel [Runde in A]: ",
        "Das ändern? [J/n] ",
    ];
    for asked in 0..questions.len() {
        for key in [ESCAPE, CONTROL_C] {
            let talk = network().takes_defaults(&questions[..asked]);
            talk.sees(questions[asked]).types(key).ends_with_nothing(3);
        }
    }
}

#[test]
fn a_change_is_shown_and_asked_for() {
    let skip = || {
        let cities = "[[city]]\nid = \"a\"\nname = \"A\"\n";
        let test = Test::new("skip a --reason Wahl --quiet").network();
        Conversation::begin(test.file("cities.toml", cities)).sees("Stadt: a")
    };
    for (answer, status) in [(ENTER, 0), ("j\r", 0), ("n\r", 130), (ESCAPE, 130), (CONTROL_C, 130)]
    {
        let (screen, test) = skip().sees("Das ändern? [J/n] ").types(answer).ends(status);
        assert_eq!(test.folder().join("rotation.toml").exists(), status == 0, "{screen}");
    }
}

#[test]
fn who_gives_up_leaves_no_folder_of_mails() {
    for answer in [CONTROL_C, "n\r"] {
        let test = Test::new("outbox make invitation spring --to all --anyway")
            .file(
                "network.toml",
                "name = \"Netz\"\n[sender]\nname = \"H\"\nmail = \"h@a.example\"\n",
            )
            .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\nmail = \"s@a.example\"\n")
            .file("meetings/spring.toml", "title = \"A\"\ndate = 2027-04-20\n");
        let talk = Conversation::begin(test).sees("Das ändern").types(answer);
        let (screen, test) = talk.ends(130);
        assert!(!test.folder().join("outbox").exists(), "{screen}");
    }
}

#[test]
fn nothing_is_purged_by_enter_alone() {
    let replies = "[[reply]]\ncity = \"aue\"\nanswer = \"yes\"\nnote = \"vegan\"\n";
    for (answer, status, is_kept) in [("\r", 130, true), ("n\r", 130, true), ("Ja\r", 0, false)] {
        let test = Test::new("privacy purge --before 2026-11-01")
            .network()
            .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
            .file("meetings/a.toml", "title = \"A\"\ndate = 2026-10-01\n")
            .file("replies/a.toml", replies);
        let talk = Conversation::begin(test).sees("Das endgültig löschen? [j/N] ").types(answer);
        let (screen, test) = talk.ends(status);
        let left = std::fs::read_to_string(test.folder().join("replies/a.toml")).unwrap();
        assert_eq!(left == replies, is_kept, "{screen}");
    }
}

#[test]
fn a_past_day_is_asked_about_and_a_new_venue_is_written() {
    let test =
        Test::new("new").network().file("cities.toml", "[[city]]\nid = \"a\"\nname = \"A\"\n");
    let (_, test) = Conversation::begin(test)
        .sees("(leer: noch offen): ")
        .types("2.3.2026\r")
        .sees("Hat das Treffen stattgefunden?")
        .sees("  <")
        .types(ENTER)
        .sees("Gastgeberin")
        .sees("  <")
        .types(ENTER)
        .sees("(leer: noch offen): ")
        .types("Bürgersaal\r")
        .sees("Titel [Treffen in A]: ")
        .types(ENTER)
        .sees("Das ändern? [J/n] ")
        .types(ENTER)
        .ends(0);
    let read = |path: &str| std::fs::read_to_string(test.folder().join(path)).unwrap();
    let meeting = read("meetings/2026-03-02-a.toml");
    assert!(meeting.contains("\nstatus = \"held\"\n"), "{meeting}");
    assert!(meeting.contains("\nvenue = \"buergersaal\"\n"), "{meeting}");
    assert!(read("venues.toml").contains("name = \"Bürgersaal\"\ncity = \"a\"\n"));
}

#[test]
fn a_question_of_yes_or_no_is_asked_until_it_is_answered() {
    let skip = || {
        let cities = "[[city]]\nid = \"a\"\nname = \"A\"\n";
        let test = Test::new("skip a --reason Wahl --quiet").network();
        Conversation::begin(test.file("cities.toml", cities)).sees("Das ändern? [J/n] ")
    };
    for (answer, status) in [("JA\r", 0), ("Nein\r", 130), (ENTER, 0)] {
        let talk = skip().types("9:30\r").sees("  Bitte mit j oder n antworten.");
        let talk = talk.sees("Das ändern? [J/n] ").types("<\r").sees("Das ändern? [J/n] ");
        let (screen, test) = talk.types(answer).ends(status);
        assert_eq!(test.folder().join("rotation.toml").exists(), status == 0, "{screen}");
    }
}

#[test]
fn what_a_command_needs_is_asked_for() {
    let erfa = |command: &str| {
        let cities =
            "[[city]]\nid = \"a\"\nname = \"Aue\"\n[[city]]\nid = \"b\"\nname = \"Bach\"\n";
        let meeting = "title = \"T\"\ndate = 2027-03-02\nhosts = [\"a\"]\n";
        let test = Test::new(command).network().file("cities.toml", cities);
        Conversation::begin(test.file("meetings/t.toml", meeting))
    };
    let read = |test: &Test, path: &str| std::fs::read_to_string(test.folder().join(path)).unwrap();
    let talk = erfa("skip -q").sees("  b – Bach").types("Nirgends").sees("Nichts passt");
    let talk = talk.types(&format!("{CONTROL_U}bach\r")).sees("bleibt in der Datei: ");
    let talk = talk.types(ENTER).sees("Das muss gesagt sein").sees("bleibt in der Datei: ");
    let (_, test) = talk.types("-Wahl\r").sees("Das ändern? [J/n] ").types(ENTER).ends(0);
    let skips = read(&test, "rotation.toml");
    assert!(skips.contains("city = \"b\"") && skips.contains("reason = \"-Wahl\""), "{skips}");
    let talk = erfa("set t start -q").sees("Der neue Wert: ").types("9:30\r");
    let (_, test) = talk.sees("Das ändern? [J/n] ").types(ENTER).ends(0);
    assert!(read(&test, "meetings/t.toml").contains("start = \"09:30\""));
    let talk = erfa("done -q").sees("Protokoll").types("presse\r").sees("Das ändern? [J/n] ");
    let (_, test) = talk.types(ENTER).ends(0);
    assert!(read(&test, "meetings/t.toml").contains("done = [\"press\"]"));
    erfa("cancel").sees("bleibt in der Datei: ").types(ESCAPE).ends_with_nothing(3);
    // Scripts are never asked, not even on a terminal.
    for command in ["cancel -y", "release --json"] {
        let (screen, _) = erfa(command).ends(2);
        assert!(screen.contains("hier fehlt --reason"), "{screen}");
    }
}
