//! What newspapers read: nobody is invited who is not meant, nothing opens what has begun, and what goes by one
//! name is told apart.

use std::fs;

use crate::outbox::story::Story;
use crate::truths::{holds, lacks};

/// The notice about this meeting in German and in English.
fn press(meeting: &str) -> [String; 2] {
    press_with("", meeting)
}

/// The same with this option.
fn press_with(option: &str, meeting: &str) -> [String; 2] {
    let mut story = Story::new();
    let more = "\n[[city]]\nid = \"rom\"\nname = \"Romhild\"\n";
    let cities = story.read("cities.toml") + more;
    fs::write(story.path("cities.toml"), cities).unwrap();
    let venues = "[[venue]]\nid = \"haus\"\nname = \"Haus\"\ncity = \"ulm\"\n\
                  [[venue]]\nid = \"hof\"\nname = \"Hof\"\ncity = \"koeln\"\n";
    fs::write(story.path("venues.toml"), venues).unwrap();
    fs::write(story.path("meetings/spring.toml"), meeting).unwrap();
    ["de", "en"]
        .map(|it| story.run(&format!("write press spring --lang {it} --format text {option}")).0)
}

#[test]
fn a_notice_invites_nobody_who_is_not_meant() {
    let [german, english] = press(
        "title = \"Frühjahr\"\ndate = 2027-04-20\nplace = \"Saal\"\nhosts = [\"ulm\"]\n\
         notices = [\"Themen sind noch nicht abschließend.\"]\nfor = \"Fachleute\"\n\
         [[session]]\nkind = \"welcome\"\ntitle = \"Begrüßung\"\nstart = \"17:00\"\n\
         for = \"nur mit persönlicher Einladung\"\n",
    );
    let notice = "Themen sind noch nicht abschließend.";
    holds(&german, &["(Zielgruppe: nur mit persönlicher Einladung)", notice, "Für Fachleute"]);
    holds(&english, &["(for: nur mit persönlicher Einladung)", notice, "For Fachleute"]);
}

#[test]
fn a_notice_without_a_number_of_its_own_names_the_contact() {
    let meeting =
        "title = \"Frühjahr\"\ndate = 2027-04-20\nplace = \"Saal\"\ncontact = \"Amt, 0123 456\"\n";
    let mut story = Story::new();
    story.edit("network.toml", "mail = \"netz@example.org\"\n", "");
    fs::write(story.path("meetings/spring.toml"), meeting).unwrap();
    let said = story.run("write press spring --lang de --format text").0;
    holds(&said, &["Ansprechperson Amt, 0123 456"]);
}

#[test]
fn strands_tell_apart_what_goes_by_one_name() {
    let group = |track: &str, who: &str| {
        format!(
            "[[session]]\nin = \"wahl\"\ntrack = \"{track}\"\ntitle = \"Kleingruppe\"\n\
             people = [{{ name = \"{who}\", role = \"chair\" }}]\n"
        )
    };
    let meeting = "title = \"Frühjahr\"\ndate = 2027-04-20\nhosts = [\"ulm\"]\nplace = \"Saal\"\n\
                   [[session]]\nid = \"wahl\"\nkind = \"parallel\"\ntitle = \"Wahl\"\nstart = \"10:00\"\nend = \"11:00\"\n";
    let [german, english] =
        press(&format!("{meeting}{}{}", group("Thema 1", "Ada Aue"), group("Thema 2", "Bo Bach")));
    holds(
        &german,
        &[
            "„Kleingruppe“ (Thema 1) und „Kleingruppe“ (Thema 2)",
            "„Kleingruppe“ (Thema 2): Bo Bach",
        ],
    );
    holds(
        &english,
        &[
            "“Kleingruppe” (Thema 1) and “Kleingruppe” (Thema 2)",
            "“Kleingruppe” (Thema 1): Ada Aue",
        ],
    );
    lacks(&german, &["-mal"]);
}

#[test]
fn nothing_opens_a_programme_that_has_begun_or_a_day_after_a_way() {
    let [german, english] = press(
        "title = \"Frühjahr\"\ndate = 2027-04-20\nend-date = 2027-04-21\nvenue = \"haus\"\n\
         hosts = [\"ulm\", \"koeln\"]\n[[session]]\ntitle = \"Licht\"\nkind = \"talk\"\nstart = \"9:00\"\n\
         [[session]]\ndate = 2027-04-21\nkind = \"transfer\"\ntitle = \"Bus\"\nstart = \"9:00\"\n\
         [[session]]\nkind = \"visit\"\ntitle = \"Wasserwerk\"\nstart = \"9:45\"\nvenue = \"x\"\n"
            .replace("venue = \"x\"\n", "place = \"hof\"\n")
            .as_str(),
    );
    holds(&german, &["in Ulm und Köln zusammen", "Den Auftakt macht um 9 Uhr", "Um 9.45 Uhr"]);
    holds(&english, &["in Ulm and Köln", "The programme opens at 9 am", "At 9:45 am"]);
    assert_eq!(german.matches("Auftakt").count(), 1, "{german}");
    assert_eq!(english.matches("programme opens").count(), 1, "{english}");
}

#[test]
fn a_place_that_names_a_town_is_there() {
    let meeting = |place: &str| {
        format!("title = \"Frühjahr\"\ndate = 2027-04-20\nhosts = [\"ulm\"]\nplace = \"{place}\"\n")
    };
    holds(&press(&meeting("Kulturhaus Köln"))[0], &["in Köln zusammen", "Gastgeberin ist Ulm"]);
    holds(&press(&meeting("Kulturhaus"))[0], &["in Ulm zusammen"]);
    // "Romhildhaus" is no Romhild.
    holds(&press(&meeting("Romhildhaus"))[0], &["in Ulm zusammen"]);
}

#[test]
fn a_notice_begins_with_what_is_for_everybody() {
    let [german, english] = press(
        "title = \"Frühjahr\"\ndate = 2027-04-20\nstart = \"12:30\"\nplace = \"Saal\"\nhosts = [\"ulm\"]\n\
         [[session]]\ntitle = \"Eröffnung interner Teil\"\nstart = \"12:30\"\nfor = \"Mitglieder\"\n\
         [[session]]\ntitle = \"Vortrag zur Stadt\"\nstart = \"13:00\"\n",
    );
    holds(
        &german,
        &["am Dienstag, dem 20. April 2027, in Ulm zusammen.", "(Zielgruppe: Mitglieder)"],
    );
    lacks(&german, &["Den Auftakt", "April 2027, um"]);
    holds(&english, &["meet in Ulm on Tuesday, 20 April 2027."]);
    lacks(&english, &["The programme opens"]);
}

#[test]
fn a_day_that_is_but_words_is_told_in_the_first_sentence() {
    let [german, english] = press_with(
        "--anyway",
        "title = \"Frühjahr\"\ndate-text = \"2016\"\nplace = \"Saal\"\nhosts = [\"ulm\"]\n",
    );
    holds(&german, &["kommen in Ulm zusammen (2016)."]);
    holds(&english, &["meet in Ulm (2016)."]);
}

#[test]
fn several_things_follow_and_do_not_follows() {
    let [german, english] = press(
        "title = \"Frühjahr\"\ndate = 2027-04-20\nplace = \"Saal\"\nhosts = [\"ulm\"]\n\
         [[session]]\ntitle = \"Vortrag zur Stadt\"\nstart = \"9:00\"\n\
         [[session]]\nkind = \"workshop\"\ntitle = \"Praxisworkshops\"\nstart = \"10:00\"\n\
         [[session]]\nid = \"wahl\"\nkind = \"parallel\"\ntitle = \"Werkstätten zur Wahl\"\nstart = \"11:00\"\n\
         [[session]]\nin = \"wahl\"\ntitle = \"Eins\"\n[[session]]\nin = \"wahl\"\ntitle = \"Zwei\"\n\
         [[session]]\ntitle = \"Ausklang\"\nstart = \"17:00\"\n",
    );
    holds(
        &german,
        &[
            "Um 10 Uhr folgt der Programmpunkt „Praxisworkshops“.",
            "Um 11 Uhr folgen „Werkstätten zur Wahl“; nebeneinander laufen „Eins“ und „Zwei“.",
        ],
    );
    holds(
        &english,
        &[
            "the item “Praxisworkshops” follows.",
            "“Werkstätten zur Wahl” follow; “Eins” and “Zwei” run",
        ],
    );
}
