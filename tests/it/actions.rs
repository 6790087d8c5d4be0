//! `erfa actions` and `erfa action`: what was agreed, what became of it, and where it comes up again.

use crate::harness::{Output, Test};

mod around;
mod changed;
mod listed;

const CITIES: &str =
    "[[city]]\nid = \"aue\"\nname = \"Aue\"\n\n[[city]]\nid = \"muehl\"\nname = \"Mühl\"\n";
const CONTACTS: &str = "[[contact]]\nid = \"lea-lang\"\ngiven-name = \"Lea\"\nfamily-name = \"Lang\"\ncity = \"muehl\"\n";
const LAST: &str =
    "title = \"Treffen in Mühl\"\ndate = 2026-09-08\nhosts = [\"muehl\"]\nstatus = \"held\"\n";
const NEXT: &str = "title = \"Treffen in Aue\"\ndate = 2027-03-02\nhosts = [\"aue\"]\n\n[[session]]\ntitle = \"Rundgang\"\nstart = \"10:00\"\nend = \"11:00\"\n";
const ACTIONS: &str = "# Verabredet\n[[action]]\nid = \"liste\"\nwhat = \"Liste der Läden\"\nowner = \"muehl\"\n\
    due = 2026-11-20 # der Freitag\nmeeting = \"2026-09-08-muehl\"\n\n[[action]]\nid = \"karte\"\nwhat = \"Karte zeichnen\"\n\
    owner = \"lea-lang\"\ndue = 2026-11-27\nmeeting = \"2026-09-08-muehl\"\n\n[[action]]\nid = \"raum\"\nwhat = \"Raum suchen\"\n\
    owner = \"aue\"\nagreed = 2026-10-01\n\n[[action]]\nid = \"alt\"\nwhat = \"Altes Blatt\"\nowner = \"aue\"\nstatus = \"done\"\nclosed = 2026-10-05\n";

fn erfa(command: &str) -> Test {
    Test::new(command)
        .network()
        .file("cities.toml", CITIES)
        .file("contacts.toml", CONTACTS)
        .file("meetings/2026-09-08-muehl.toml", LAST)
        .file("meetings/2027-03-02-aue.toml", NEXT)
}

fn with_actions(command: &str) -> Test {
    erfa(command).file("actions.toml", ACTIONS)
}

fn text(output: &Output) -> String {
    std::fs::read_to_string(output.path("actions.toml")).unwrap()
}
