//! `erfa minutes`: begun as a form, filled in as Markdown or in Word, and read back.

use std::fs;

use crate::harness::{Output, Test};

mod agreed;
mod begun;
mod read;

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\n";
const CONTACTS: &str = "[[contact]]\nid = \"lea-lang\"\ngiven-name = \"Lea\"\nfamily-name = \"Lang\"\ncity = \"muehl\"\n";
const MEETING: &str = "title = \"Licht und Wasser\"\ndate = 2026-10-06\nhosts = [\"aue\"]\nattended = [\"aue\"]\n\
    \n[[session]]\nnumber = \"TOP 1\"\ntitle = \"Licht\"\npeople = [{ name = \"Ada Bach\" }]\n\n[[session]]\n\
    kind = \"break\"\ntitle = \"Pause\"\n\n[[session]]\nnumber = \"TOP 2\"\ntitle = \"Wasser\"\n";
const NEXT: &str = "title = \"Danach\"\ndate = 2027-03-02\nhosts = [\"muehl\"]\n";
const ACTIONS: &str = "[[action]]\nid = \"karte\"\nwhat = \"Karte zeichnen\"\nowner = \"muehl\"\nagreed = 2026-09-01\n";
const MINUTES: &str = "# Protokoll: Licht und Wasser\n\n## Tagesordnung\n\n### TOP 1 Licht\n\nAlle wollen *mehr* davon.\n\n\
    - Aufgabe: Lea Lang – Liste der Laternen – bis 1.12.2026\n- Aufgabe: Stadt Aue - Schlüssel suchen\n\n### Wasser\n\n\
    **Aufgabe:** Mühl — Pegel ablesen, bis 30.11.2026\n";

fn erfa(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/licht.toml", MEETING)
        .file("meetings/danach.toml", NEXT)
}

fn kept(command: &str) -> Test {
    erfa(command).file("minutes/licht.md", MINUTES)
}

fn text(output: &Output) -> String {
    fs::read_to_string(output.path("minutes/licht.md")).unwrap()
}
