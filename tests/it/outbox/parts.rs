//! What items consist of, and other words of a version: told with old and new where it keeps them.

use super::story::{MEETING, Story};
use crate::harness::readable;

const WATER: &str = r#"
[[session]]
id = "water"
title = "Wasser"
start = "11:00"
end = "12:00"
language = "Deutsch"
[[session.items]]
number = "2.1"
title = "Regen"
duration = "20 min"
description = "Was kommt."
people = [{ contact = "b-birke" }]
[[session.items]]
number = "2.2"
title = "Flut"
duration = "15 min"
"#;

const FILE: &str = "meetings/spring.toml";

/// A meeting with an item of two parts, one of them Berta Birke's, to which all are invited.
fn invited() -> Story {
    let mut story = Story::new();
    let head = "hosts = [\"ulm\"]\norganisers = [{ name = \"Kammer\", role = \"Förderung\" }]";
    let meeting = MEETING.replace("hosts = [\"ulm\"]", head);
    std::fs::create_dir_all(story.path("meetings")).unwrap();
    story.ends("check", 1);
    std::fs::write(story.path(FILE), format!("{meeting}{WATER}")).unwrap();
    story.ends("outbox make invitation spring --to guest --yes", 1);
    story.sends("1-invitation");
    story
}

/// What a mail of the update tells beside the new beginning of the meeting.
fn told(story: &mut Story, who: &str) -> String {
    let said = story.ends(&format!("outbox show spring/2-update/{who}.eml"), 60);
    let said = readable(said.as_bytes(), std::path::Path::new("/nowhere"));
    let (_, news) = said.split_once("Frühjahr\n").unwrap_or_default();
    let (news, _) = news.split_once("Alles andere").or(news.split_once("Everything else")).unwrap();
    let news = news.split_whitespace().collect::<Vec<_>>().join(" ");
    let moved = [
        "Uhrzeit bisher: 09:00–16:00 Uhr jetzt: 09:30–16:00 Uhr ",
        "Time before: 09:00–16:00 now: 09:30–16:00 ",
    ];
    let rest = moved.iter().find_map(|moved| news.strip_prefix(moved));
    rest.unwrap_or_else(|| panic!("{news}")).to_owned()
}

/// All changes in one update, which another beginning makes one for everybody.
fn update(story: &mut Story, changes: &[(&str, &str)]) {
    story.edit(FILE, "start = \"09:00\"", "start = \"09:30\"");
    for (from, to) in changes {
        story.edit(FILE, from, to);
    }
    story.ends("--today 2026-11-24 outbox make update spring --yes", 1);
}

#[test]
fn an_own_part_is_told_with_old_and_new() {
    for (changes, own, others) in [
        (
            &[("20 min", "25 min")][..],
            "„Wasser“ – „Regen“ bisher: 20 min jetzt: 25 min",
            "“Wasser”, part “Regen” (length: 25 min instead of 20 min)",
        ),
        (
            &[("20 min", "25 min"), ("15 min", "10 min")],
            "„Wasser“ – „Regen“ bisher: 20 min jetzt: 25 min \
             - „Wasser“, Unterpunkt „Flut“ (Dauer: 10 min statt 15 min)",
            "“Wasser”, part “Regen” (length: 25 min instead of 20 min); \
             part “Flut” (length: 10 min instead of 15 min)",
        ),
        // What is told side by side is not all that is otherwise.
        (
            &[("20 min", "25 min"), ("Was kommt.", "Was geht.")],
            "„Wasser“ – „Regen“ bisher: 20 min jetzt: 25 min \
             - „Wasser“, Unterpunkt „Regen“ (weitere Angaben geändert)",
            "“Wasser”, part “Regen” (length: 25 min instead of 20 min; further details changed)",
        ),
        (
            &[("title = \"Regen\"", "title = \"Starkregen\"")],
            "„Wasser“ – „Starkregen“ bisher: 2.1, „Regen“, 20 min jetzt: 2.1, „Starkregen“, 20 min",
            "“Wasser”, part “Starkregen” (before: “Regen”)",
        ),
        (
            &[("contact = \"b-birke\"", "name = \"Lena Linde\"")],
            "„Wasser“ bisher: 11:00–12:00 Uhr jetzt: ohne eigenen Beitrag \
             - „Wasser“, Unterpunkt „Regen“ (jetzt mit Lena Linde statt mit Berta Birke; \
             weitere Angaben geändert)",
            "“Wasser”, part “Regen” (now with Lena Linde instead of Berta Birke; \
             further details changed)",
        ),
    ] {
        let mut story = invited();
        update(&mut story, changes);
        assert_eq!(told(&mut story, "b-birke"), own);
        assert_eq!(told(&mut story, "c-cedar"), format!("- {others}"));
    }
}

#[test]
fn parts_come_and_go_by_name() {
    let mut story = invited();
    let flut = "[[session.items]]\nnumber = \"2.2\"\ntitle = \"Flut\"\nduration = \"15 min\"\n";
    let other = "[[session.items]]\ntitle = \"Ebbe\"\nplace = \"Hafen\"\n";
    update(&mut story, &[(flut, other)]);
    assert_eq!(
        told(&mut story, "c-cedar"),
        "- “Wasser”, new part “Ebbe” (Hafen); part “Flut” dropped"
    );
    // Nobody's own part has changed, so nobody must know now.
    let mut story = invited();
    story.edit(FILE, "15 min", "10 min");
    let said = story.ends("--today 2026-11-24 outbox make update spring --yes", 1);
    assert_eq!(said, "Nobody must be told anything at once; nothing was made.");
}

#[test]
fn other_words_are_told_with_old_and_new() {
    let mut story = invited();
    update(
        &mut story,
        &[
            ("language = \"Deutsch\"", "language = \"Englisch\""),
            ("name = \"Kammer\"", "name = \"Handwerkskammer\""),
        ],
    );
    assert_eq!(
        told(&mut story, "b-birke"),
        "- Veranstalter: Handwerkskammer (Förderung) statt Kammer (Förderung) \
         - „Wasser“, Sprache: Englisch statt Deutsch"
    );
    let mut story = invited();
    update(&mut story, &[("language = \"Deutsch\"\n", "")]);
    assert_eq!(
        told(&mut story, "b-birke"),
        "- „Wasser“, Sprache: keine Angabe mehr (bisher Deutsch)"
    );
}

/// A version that an earlier program wrote keeps neither words nor parts.
#[test]
fn an_earlier_version_tells_no_more_than_it_kept() {
    let mut story = invited();
    let text = story.read(FILE);
    let (head, version) = text.split_once("[[release]]").unwrap();
    assert!(version.contains("covers = 5") && version.contains(" Deutsch\""), "{version}");
    let mut lines = Vec::new();
    for line in version.lines().filter(|line| !line.starts_with("checksum")) {
        let mut line = line.replace("covers = 5", "covers = 4").replace(" Deutsch\"", "\"");
        line = line.replace(" Kammer (Förderung)\"", "\"");
        if let Some((before, rest)) = line.split_once(", parts = [") {
            let (_, after) = rest.split_once(" }], ").unwrap();
            line = format!("{before}, {after}");
        }
        lines.push(line);
    }
    let earlier = format!("{head}[[release]]{}\n", lines.join("\n"));
    assert!(!earlier.contains("parts ="), "{earlier}");
    std::fs::write(story.path(FILE), earlier).unwrap();
    let said = story.ends("--today 2026-11-24 outbox make update spring --yes", 1);
    assert_eq!(said, "Nobody must be told anything; nothing was made.");
    update(
        &mut story,
        &[("20 min", "25 min"), ("language = \"Deutsch\"", "language = \"Englisch\"")],
    );
    assert_eq!(
        told(&mut story, "b-birke"),
        "- „Wasser“, Unterpunkte geändert; Sprache jetzt: Englisch \
         Ihr Beitrag jetzt „Regen“ (25 min, im Rahmen von „Wasser“, 11:00–12:00 Uhr)"
    );
}

#[test]
fn who_drops_out_of_an_item_or_joins_it_is_told_so_once() {
    let mut story = invited();
    let talk = "people = [{ contact = \"c-cedar\" }]";
    update(&mut story, &[(talk, "people = [{ contact = \"b-birke\" }]")]);
    let own = "“Vortrag” before: 10:00–11:00 now: no longer your part";
    // Who has come in their place is more than that.
    let other = "“Vortrag”, now with Berta Birke (Köln) instead of Chris Cedar";
    assert_eq!(told(&mut story, "c-cedar"), format!("{own} - {other}"));
    let mut story = invited();
    update(&mut story, &[(talk, "people = []")]);
    assert_eq!(told(&mut story, "c-cedar"), own);
    assert_eq!(told(&mut story, "b-birke"), "- „Vortrag“, jetzt ohne Chris Cedar");
    let mut story = invited();
    update(
        &mut story,
        &[(talk, "people = [{ contact = \"c-cedar\" }, { contact = \"b-birke\" }]")],
    );
    assert_eq!(
        told(&mut story, "b-birke"),
        "„Vortrag“ bisher: ohne eigenen Beitrag jetzt: 10:00–11:00 Uhr"
    );
    assert_eq!(told(&mut story, "c-cedar"), "- “Vortrag”, now with Berta Birke (Köln) too");
}
