//! `erfa privacy show`: what was agreed, what minutes and topics say, and guests of whom nothing else is known.

use snapbox::str;

use super::Office;
use crate::harness::same;

#[test]
#[expect(clippy::too_many_lines, reason = "what is said is compared whole")]
fn what_was_agreed_and_what_minutes_and_topics_say_is_told_with_its_purpose() {
    let mut office = Office::new();
    office.write(
        "actions.toml",
        "[[action]]\nid = \"folien\"\nwhat = \"Folien senden\"\nowner = \"b-birke\"\ndue = 2027-06-01\n\
         meeting = \"spring\"\nstatus = \"done\"\nclosed = 2027-05-20\nreason = \"liegen im Ordner\"\n\n\
         [[action]]\nid = \"anruf\"\nwhat = \"Berta Birke anrufen\"\nowner = \"ulm\"\nagreed = 2027-05-02\n",
    );
    office.write(
        "minutes/spring.md",
        "# Frühjahr\n\nFrau Birke fragt nach Bänken.\n\nAction: Berta Birke – Bänke zählen – by 1 July 2027\n",
    );
    office.write(
        "topics.toml",
        "[[topic]]\nid = \"shade\"\ntitle = \"Schatten\"\n\
         wanted = [{ city = \"koeln\", person = \"b-birke\", date = 2027-02-03 }]\n\
         offered = [{ city = \"koeln\", person = \"b-birke\" }]\n",
    );
    let said = office.done("privacy show b-birke");
    let from = said.find("\nActions\n").unwrap();
    same(
        &said[from..said.find("\nWhat is not told").unwrap()],
        str![[r#"

Actions

Purpose: to follow up who does what until when. They stay, done ones too, until
somebody deletes the entry or the line of the minutes.

• Folien senden (folien); Frühjahr (spring); by 2027-06-01; done 2027-05-20;
  liegen im Ordner (actions.toml:1)
• Berta Birke anrufen (anruf); open; somebody else's action (actions.toml:11)
• Bänke zählen (baenke-zaehlen); Frühjahr (spring); by 2027-07-01; open
  (minutes/spring.md:5)

Minutes

Purpose: to show what came of a meeting. They stay until somebody changes the
line; check whether this person is meant.

• Frau Birke fragt nach Bänken.; the family name alone (minutes/spring.md:3)

Topics

Purpose: to know who wants to hear of what and who can tell of it. The entry
stays until `erfa topic want` or `erfa topic offer` with `--not` deletes it.

• Schatten (shade); wanted; 2027-02-03 (topics.toml:4)
• Schatten (shade); offered (topics.toml:5)

Further places

Lines with name, address or key that belong to none of these purposes. They stay
until somebody changes them; check whether this person is meant.

• organisers = [{ name = "Verein um Berta Birke" }] (meetings/spring.toml:5)
• note = "Berta Birke nach Folien fragen" (meetings/spring.toml:11)

"#]],
    );
    let data: serde_json::Value =
        serde_json::from_str(&office.done("privacy show b-birke --json")).unwrap();
    let agreed: Vec<_> = ["actions", "minutes", "topics"].map(|key| data[key].clone()).into();
    same(
        &serde_json::to_string_pretty(&agreed).unwrap(),
        str![[r#"
[
  {
    "ends": "by-hand",
    "entries": [
      {
        "closed": "2027-05-20",
        "due": "2027-06-01",
        "entry": null,
        "id": "folien",
        "is_owner": true,
        "meeting": "spring",
        "place": {
          "column": 1,
          "file": "actions.toml",
          "line": 1
        },
        "reason": "liegen im Ordner",
        "status": "done",
        "title": "Frühjahr",
        "what": "Folien senden"
      },
      {
        "closed": null,
        "due": null,
        "entry": null,
        "id": "anruf",
        "is_owner": false,
        "meeting": null,
        "place": {
          "column": 1,
          "file": "actions.toml",
          "line": 11
        },
        "reason": null,
        "status": "open",
        "title": null,
        "what": "Berta Birke anrufen"
      },
      {
        "closed": null,
        "due": "2027-07-01",
        "entry": null,
        "id": "baenke-zaehlen",
        "is_owner": true,
        "meeting": "spring",
        "place": {
          "column": 1,
          "file": "minutes/spring.md",
          "line": 5
        },
        "reason": null,
        "status": "open",
        "title": "Frühjahr",
        "what": "Bänke zählen"
      }
    ]
  },
  {
    "ends": "by-hand",
    "entries": [
      {
        "line": "Frau Birke fragt nach Bänken.",
        "place": {
          "column": 1,
          "file": "minutes/spring.md",
          "line": 3
        },
        "surname_only": true
      }
    ]
  },
  {
    "ends": "by-hand",
    "entries": [
      {
        "date": "2027-02-03",
        "place": {
          "column": 11,
          "file": "topics.toml",
          "line": 4
        },
        "side": "wanted",
        "title": "Schatten",
        "topic": "shade"
      },
      {
        "date": null,
        "place": {
          "column": 12,
          "file": "topics.toml",
          "line": 5
        },
        "side": "offered",
        "title": "Schatten",
        "topic": "shade"
      }
    ]
  }
]
"#]],
    );
}

#[test]
fn a_guest_of_one_name_is_told_of() {
    let mut office = Office::new();
    let replies = office.read("replies/spring.toml");
    office.write("replies/spring.toml", &format!("{replies}\n[[attendance]]\nname = \"Aischa\"\n"));
    let said = office.done("privacy show Aischa");
    assert!(said.contains("• Frühjahr (spring): there (replies/spring.toml:"), "{said}");
}
