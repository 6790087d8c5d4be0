//! `erfa add`: entries come by command, with flags or in a dialogue.

use std::fs;

use snapbox::str;

use crate::conversation::{CONTROL_U, Conversation, DOWN, ENTER};
use crate::harness::{Test, same};

const CITIES: &str = "[[city]]\nid = \"aue\"\nname = \"Aue\"\n";
const MEETING: &str = "title = \"Treffen\"\ndate = 2027-03-02\nhosts = [\"aue\"]\n\n[[session]]\ntitle = \"Begrüßung\"\n\
                       start = \"9:00\"\n\n# Nach dem Essen\n[[session]]\ntitle = \"Rundgang\"\nstart = \"14:00\"\n";
const PATH: &str = "meetings/2027-03-02-aue.toml";

fn erfa(command: &str) -> Test {
    Test::new(command).network().file("cities.toml", CITIES).file(PATH, MEETING)
}

#[test]
fn entries_come_with_all_that_is_said_of_them() {
    assert_eq!(erfa("add city --plzz 1").run().status, 2);
    erfa("add city -y --postcode 07743 --member-since 1.1.2027")
        .arg("Bad Lüdersau")
        .german()
        .stderr(str![[r#"
cities.toml
  Stadt bad-luedersau (neu)
    Kennung: bad-luedersau
    Name: Bad Lüdersau
    Postleitzahl: 07743
    Mitglied seit: Freitag, 1. Januar 2027
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            "cities.toml",
            str![[r#"
[[city]]
id = "aue"
name = "Aue"

[[city]]
id = "bad-luedersau"
name = "Bad Lüdersau"
postcode = "07743"
member-since = 2027-01-01

"#]],
        )
        .status(0);
    erfa("add contact -y -q --city Aue --mail ida@example.org --groups")
        .arg("beirat, presse")
        .arg("Dr. Ida Moor")
        .wrote(
            "contacts.toml",
            str![[r#"
[[contact]]
id = "ida-moor"
given-name = "Ida"
family-name = "Moor"
city = "aue"
mail = "ida@example.org"
groups = ["beirat", "presse"]
titles = ["Dr."]

"#]],
        )
        .status(0);
    erfa("add venue -y -q --city Aue --seats 80")
        .arg("Altes \"Rathaus\"")
        .wrote(
            "venues.toml",
            str![[r#"
[[venue]]
id = "altes-rathaus"
name = 'Altes "Rathaus"'
city = "aue"
seats = 80

"#]],
        )
        .status(0);
    let venues =
        "[[venue]]\nid = \"rathaus\"\nname = \"Rathaus\"\n\n[[venue]]\nid = \"b\"\nname = \"B\"\n";
    erfa("add room rathaus -y -q --seats 40")
        .arg("Großer Saal")
        .file("venues.toml", venues)
        .wrote(
            "venues.toml",
            str![[r#"
[[venue]]
id = "rathaus"
name = "Rathaus"

[[venue.room]]
id = "grosser-saal"
name = "Großer Saal"
seats = 40

[[venue]]
id = "b"
name = "B"

"#]],
        )
        .status(0);
    let output = erfa("add meeting --date 11.6.2027 --host aue -y -q").status(0);
    assert!(output.path("meetings/2027-06-11-aue.toml").exists());
}

#[test]
fn an_item_stands_where_its_time_is() {
    erfa("add session -y --start 10 --end 10.45 --kind Vortrag --people")
        .arg("Ida Moor, Bauamt")
        .arg("Läden")
        .german()
        .stderr(str![[r#"
Nächstes Treffen: Treffen (2027-03-02-aue)
Warnung[gap]: zwischen „Läden“ (bis 10:45) und „Rundgang“ (ab 14:00) ist eine Lücke von 3 h 15 min
  --> meetings/2027-03-02-aue.toml:19:9
   |
19 | start = "14:00"
   |         ^^^^^^^
   |
  ::: meetings/2027-03-02-aue.toml:13:7
   |
13 | end = "10:45"
   |       ------- der andere Eintrag
   |
   = Hilfe: schließen Sie die Lücke, oder fügen Sie dort eine Pause ein: `erfa add session --kind Pause --start …`

meetings/2027-03-02-aue.toml
  Programmpunkt Läden (neu)
    Titel: Läden
    Art: Vortrag
    Beginn: 10:00
    Ende: 10:45
    Mitwirkende: Ida Moor, Bauamt
Geändert. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            PATH,
            str![[r#"
title = "Treffen"
date = 2027-03-02
hosts = ["aue"]

[[session]]
title = "Begrüßung"
start = "9:00"

[[session]]
title = "Läden"
kind = "Vortrag"
start = "10:00"
end = "10:45"
people = [{ name = "Ida Moor", function = "Bauamt" }]

# Nach dem Essen
[[session]]
title = "Rundgang"
start = "14:00"

"#]],
        )
        .status(0);
    let places = |words: &[&str]| {
        let output = words.iter().fold(erfa("add session -y -q"), Test::arg).status(0);
        let text = fs::read_to_string(output.path(PATH)).unwrap();
        let titles = text.lines().filter_map(|line| line.strip_prefix("title = "));
        titles.skip(1).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(places(&["X"]), "\"Begrüßung\" \"Rundgang\" \"X\"");
    assert_eq!(places(&["X", "--start", "8:00"]), "\"X\" \"Begrüßung\" \"Rundgang\"");
    assert_eq!(places(&["X", "--start", "ca. 15:00"]), "\"Begrüßung\" \"Rundgang\" \"X\"");
    assert_eq!(places(&["X", "--before", "rund"]), "\"Begrüßung\" \"X\" \"Rundgang\"");
}

#[test]
fn an_item_without_title_is_named_by_what_is_printed() {
    let breaks = "title = \"Treffen\"\ndate = 2027-03-02\n\n[[session]]\nkind = \"break\"\n";
    for name in ["Pause", "break", "Break"] {
        let adding = erfa("add session -y -q X --before").arg(name).file(PATH, breaks);
        let output = adding.run();
        assert_eq!(output.status, 0, "{name}: {}", output.stderr);
        let text = fs::read_to_string(output.path(PATH)).unwrap();
        assert!(text.find("title = \"X\"") < text.find("kind = \"break\""), "{text}");
    }
}

#[test]
fn what_is_there_or_wrong_is_refused() {
    for (command, words, code) in [
        ("add city -y", "Aue", "id-taken"),
        ("add city -y", "", "bad-id"),
        ("add city -y", "a\nb", "bad-argument"),
        ("add city -y", "???", "bad-id"),
        ("add city -y Elm --id", "../elm", "bad-id"),
        ("add city -y Elm --id", "con", "device-name"),
        ("add city -y Elm --postcode", "7", "bad-digits"),
        ("add city -y Elm --mail", "x", "bad-mail"),
        ("add city -y Elm --note", "", "bad-argument"),
        ("add city -y", "", "bad-id"),
        ("add contact -y --city elm", "Ida Moor", "unknown-reference"),
        ("add contact -y --given-name", "Ida", "bad-argument"),
        ("add room -y elm", "Saal", "unknown-reference"),
        ("add session -y --start", "9:00", "bad-argument"),
        ("add session -y X --kind", "quatsch", "bad-choice"),
        ("add session -y X --meeting", "elm", "unknown-reference"),
        ("add session -y X --before", "elm", "unknown-reference"),
    ] {
        let output = erfa(command).arg(words).run();
        assert_eq!(output.status, 1, "{command} {words}: {}", output.stderr);
        assert!(
            output.stderr.contains(&format!("error[{code}]")),
            "{command} {words}: {}",
            output.stderr
        );
        assert_eq!(fs::read_to_string(output.path("cities.toml")).unwrap(), CITIES);
        assert_eq!(fs::read_to_string(output.path(PATH)).unwrap(), MEETING);
    }
    let inline = "city = [{ id = \"aue\", name = \"Aue\" }]\n";
    let output = erfa("add city -y Elm").file("cities.toml", inline).run();
    assert!(output.stderr.contains("error[not-entries]"), "{}", output.stderr);
}

#[test]
fn a_dialogue_asks_until_all_is_said() {
    let talk = Conversation::begin(erfa("add contact")).sees("Name: ").types("Ida Moor\r");
    let talk = talk
        .sees("oder leer (darf leer sein; < zurück): ")
        .types("dame\r")
        .sees("gibt es hier nicht");
    let talk = talk
        .sees("(darf leer sein; < zurück): ")
        .types(&format!("{CONTROL_U}frau\r"))
        .sees("Amt oder Funktion");
    let talk =
        talk.sees(": ").types(ENTER).sees("Netzwerks (darf leer sein; < zurück): ").types("aue\r");
    let talk = talk.sees("Mailadresse (darf leer sein; < zurück): ").types("ida@example.org\r");
    let talk = talk.sees("getrennt (darf leer sein; < zurück): ").types("beirat\r");
    let (_, test) = talk.sees("Das ändern? [J/n] ").types(ENTER).ends(0);
    let after = fs::read_to_string(test.folder().join("contacts.toml")).unwrap();
    let expected = "[[contact]]\nid = \"ida-moor\"\ngiven-name = \"Ida\"\nfamily-name = \"Moor\"\n\
                    form-of-address = \"frau\"\ncity = \"aue\"\nmail = \"ida@example.org\"\ngroups = [\"beirat\"]\n";
    assert_eq!(after, expected);
}

#[test]
fn items_are_asked_for_one_after_the_other_and_the_last_is_taken_back() {
    let item = |talk: Conversation, title: &str, time: &str| {
        let talk = talk.sees("Rahmenprogramm").types(&format!("{DOWN}{DOWN}{ENTER}"));
        let talk = talk.sees("Titel (< zurück): ").types(&format!("{title}\r"));
        let talk = talk.sees("45 min (darf leer sein; < zurück): ").types(&format!("{time}\r"));
        let talk = talk.sees("leer sein; < zurück): ").types(ENTER);
        talk.sees("zurücknehmen")
    };
    let talk = item(Conversation::begin(erfa("add session")), "Läden", "15:00-15:45").types(ENTER);
    let talk = item(talk, "Falsch", "45 min").types(&format!("{DOWN}{DOWN}{ENTER}"));
    let talk = talk.sees("zurücknehmen").types(ENTER);
    let talk = item(talk, "Ausblick", "16 Uhr").types(&format!("{DOWN}{ENTER}"));
    let (_, test) = talk.sees("Das ändern? [J/n] ").types(ENTER).ends(0);
    let after = fs::read_to_string(test.folder().join(PATH)).unwrap();
    let expected = "\n[[session]]\nkind = \"talk\"\ntitle = \"Läden\"\nstart = \"15:00\"\nend = \"15:45\"\n\n[[session]]\n\
                    kind = \"talk\"\ntitle = \"Ausblick\"\nstart = \"16:00\"\n";
    assert_eq!(after, format!("{MEETING}{expected}"));
}

/// Nothing that was typed before is lost for an item that is not called anything.
#[test]
fn an_item_is_asked_for_its_title_and_a_refused_answer_gives_way_to_going_back() {
    let time = "45 min (darf leer sein; < zurück): ";
    let talk = Conversation::begin(erfa("add session")).sees("Rahmenprogramm").types("vortrag\r");
    let talk = talk.sees("Titel (< zurück): ").types(ENTER).sees("Der Titel fehlt.");
    let talk = talk.sees("Titel (< zurück): ").types("Leden\r").sees(time).types("25:70\r");
    let talk = talk.sees(time).types("<\r").sees("Titel (< zurück): ").types("Läden\r");
    let talk = talk.sees(time).types("16 Uhr 30\r").sees("leer sein; < zurück): ").types(ENTER);
    let talk = talk.sees("zurücknehmen").types(ENTER).sees("Rahmenprogramm").types("pause\r");
    let talk = talk.sees("Titel (darf leer sein; < zurück): ").types(ENTER);
    let talk = talk.sees(time).types("17 Uhr\r").sees("leer sein; < zurück): ").types(ENTER);
    let talk = talk.sees("zurücknehmen").types(&format!("{DOWN}{ENTER}"));
    let (_, test) = talk.sees("Das ändern? [J/n] ").types(ENTER).ends(0);
    let after = fs::read_to_string(test.folder().join(PATH)).unwrap();
    let expected = "\n[[session]]\nkind = \"talk\"\ntitle = \"Läden\"\nstart = \"16:30\"\n\n[[session]]\n\
                    kind = \"break\"\nstart = \"17:00\"\n";
    assert_eq!(after, format!("{MEETING}{expected}"));
}

#[test]
fn options_go_by_the_names_that_people_use() {
    let item = erfa("add session Vorlesen --raum Saal --referent Bo --zeit 10 --until 11 -y").run();
    let text = fs::read_to_string(item.path(PATH)).unwrap();
    assert_eq!(item.status, 0, "{}", item.stderr);
    for line in ["place = \"Saal\"", "start = \"10:00\"", "end = \"11:00\"", "name = \"Bo\""] {
        assert!(text.contains(line), "{line}: {text}");
    }
    let name = "Frau Dr. Ada Nordhaus";
    let person = erfa("add contact -y --stadt Aue").arg(name).run();
    let text = fs::read_to_string(person.path("contacts.toml")).unwrap();
    for line in ["form-of-address = \"Frau\"", "titles = [\"Dr.\"]", "city = \"aue\""] {
        assert!(text.contains(line), "{line}: {text}");
    }
    // What is said counts more than what stands before the name.
    let person = erfa("add contact -y --anrede none").arg(name).run();
    let text = fs::read_to_string(person.path("contacts.toml")).unwrap();
    assert!(text.contains("form-of-address = \"none\""), "{text}");
    assert_eq!(erfa("add city 400 -y").run().status, 1);
}

#[test]
fn people_and_rooms_of_an_item_are_those_that_are_known() {
    let contacts = "[[contact]]\nid = \"ida\"\ngiven-name = \"Ida\"\nfamily-name = \"Moor\"\ntitles = [\"Dr.\"]\n\n\
                    [[contact]]\nid = \"kurt\"\ngiven-name = \"Kurt\"\nfamily-name = \"Straßner-Uhl\"\n\n\
                    [[contact]]\nid = \"ada\"\ngiven-name = \"Ada\"\nfamily-name = \"Thal\"\n\n\
                    [[contact]]\nid = \"bo\"\ngiven-name = \"Bo\"\nfamily-name = \"Thal\"\n";
    let venues = "[[venue]]\nid = \"halle\"\nname = \"Halle\"\n\n[[venue.room]]\nid = \"saal\"\nname = \"Großer Saal\"\n";
    let meeting = "title = \"T\"\ndate = 2027-03-02\nhosts = [\"aue\"]\nvenue = \"halle\"\n\n[[session]]\nid = \"a\"\ntitle = \"Anfang\"\n";
    let test = || {
        let test = Test::new("add session").network().file("cities.toml", CITIES);
        test.file("contacts.toml", contacts).file("venues.toml", venues).file(PATH, meeting)
    };
    let who = "ergänzt Kontakte (darf\r\nleer sein; < zurück): ";
    let asked = || {
        let talk = Conversation::begin(test()).sees("Rahmenprogramm").types("vortrag\r");
        let talk = talk.sees("Titel (< zurück): ").types("Läden\r");
        talk.sees("45 min (darf leer sein; < zurück): ").types(ENTER).sees(who)
    };
    let talk = asked()
        .types("Dr. I\t")
        .sees("Dr. Ida Moor")
        .types("; Uhl; Kurt Strasner (Amt); Thal; Elsa\r");
    let talk =
        talk.sees("Ist Kurt Straßner-Uhl gemeint? [J/n] ").types("<\r").sees(who).types(ENTER);
    let talk = talk.sees("gemeint? [J/n] ").types(ENTER).sees("Wer ist `Thal`").sees("jemand");
    let talk = talk.types("bo\r").sees("  Großer Saal").types("saal\r").sees("verschieben");
    // The last question comes once more.
    let talk = talk.types("<\r").sees("  Großer Saal").types("groß\r").sees("verschieben");
    let talk = talk.types("ver\r").sees("Welcher Punkt?").sees("Läden").types("läden\r");
    let talk = talk.sees("Vor welchen?").sees("Ende").types(ENTER).sees("verschieben");
    let talk = talk.types("fertig\r").sees("Das ändern? [J/n] ").types("<\r").sees("verschieben");
    let (screen, test) = talk.types("fertig\r").sees("Das ändern? [J/n] ").types(ENTER).ends(0);
    let after = fs::read_to_string(test.folder().join(PATH)).unwrap();
    let item = "[[session]]\nkind = \"talk\"\ntitle = \"Läden\"\n\
                people = [{ contact = \"ida\" }, { contact = \"kurt\" }, { contact = \"kurt\", function = \"Amt\" }, \
                { contact = \"bo\" }, { name = \"Elsa\" }]\nplace = \"saal\"\n\n";
    assert_eq!(after, meeting.replace("[[session]]", &format!("{item}[[session]]")), "{screen}");
    // What fits nobody is said, and nothing is lost by going back.
    let talk = asked().types("Xaver\t").sees("So heißt kein Kontakt.").sees(who);
    let talk = talk.types(&format!("{CONTROL_U}<\r")).sees("45 min (darf leer sein; < zurück): ");
    talk.types("\x1b").ends_with_nothing(5);
}

#[test]
fn an_item_of_the_dialogue_stands_where_its_time_is() {
    let item = |talk: Conversation, title: &str, time: &str| {
        let talk = talk.sees("Rahmenprogramm").types("vortrag\r");
        let talk = talk.sees("Titel (< zurück): ").types(&format!("{title}\r"));
        let talk = talk.sees("45 min (darf leer sein; < zurück): ").types(&format!("{time}\r"));
        let talk = talk.sees("leer sein; < zurück): ").types(ENTER);
        talk.sees("zurücknehmen")
    };
    let talk = item(Conversation::begin(erfa("add session")), "Falsch", "8 Uhr");
    // It is taken back from where it went, and comes again.
    let talk = talk.types(&format!("{DOWN}{DOWN}{ENTER}")).sees("zurücknehmen").types(ENTER);
    let talk = item(talk, "Läden", "10-11 Uhr").types(ENTER);
    let talk = item(talk, "Frühes", "8:30").types(&format!("{DOWN}{ENTER}"));
    let (_, test) = talk.sees("Das ändern? [J/n] ").types(ENTER).ends(0);
    let after = fs::read_to_string(test.folder().join(PATH)).unwrap();
    let titles: Vec<&str> = after.lines().filter(|line| line.starts_with("title = ")).collect();
    let expected = ["Treffen", "Frühes", "Begrüßung", "Läden", "Rundgang"];
    assert_eq!(titles, expected.map(|title| format!("title = \"{title}\"")), "{after}");
}

#[test]
fn the_items_of_a_meeting_are_listed_by_number_and_id() {
    let unknown = erfa("set 2027-03-02-aue/99 title X -y").run();
    let way = "`erfa show MEETING` lists them with number and id";
    assert!(unknown.stderr.contains(way), "{}", unknown.stderr);
    let shown = erfa("show 2027-03-02-aue").run();
    let table = &shown.stdout[shown.stdout.find("no.").unwrap()..];
    same(
        table,
        str![[r#"
no.  id           start  item
──────────────────────────────────
  1  begruessung  09:00  Begrüßung
  2  rundgang     14:00  Rundgang

"#]],
    );
}
