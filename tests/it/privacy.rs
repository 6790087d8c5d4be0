//! `erfa privacy`: what is known of somebody is told whole, and what nobody needs any more goes whole.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use crate::harness::{Test, files, readable};

mod afterwards;
mod agreed;
mod anybody;
mod looked;
mod purge;
mod show;

const NETWORK: &str = r#"name = "Netz"
[sender]
name = "Hanna Eiche"
mail = "netz@example.org"
"#;

const CITIES: &str = r#"[[city]]
id = "ulm"
name = "Ulm"

[[city]]
id = "koeln"
name = "Köln"
"#;

const CONTACTS: &str = r#"[[contact]]
id = "b-birke"
titles = ["Dr."]
given-name = "Berta"
family-name = "Birke"
form-of-address = "Frau"
city = "koeln"
mail = "birke@köln.example"
groups = ["guest"]
note = "ruft lieber an"

[[contact]]
id = "c-cedar"
given-name = "Chris"
family-name = "Cedar"
language = "en"
mail = "cedar@example.org"
groups = ["guest"]
"#;

const MEETING: &str = r#"title = "Frühjahr"
date = 2027-04-20
start = "09:00"
hosts = ["ulm"]
organisers = [{ name = "Verein um Berta Birke" }]

[[session]]
id = "talk"
title = "Vortrag"
people = [{ name = "Dr. Berta Birke", role = "speaker" }, { contact = "c-cedar" }]
note = "Berta Birke nach Folien fragen"
"#;

const REPLIES: &str = r#"# Antworten
[[reply]]
person = "b-birke"
answer = "yes"
with = ["Lena Linde"]
received = 2027-03-01
note = """
vegan,
kommt mit Rollstuhl"""

[[reply]]
person = "c-cedar"
answer = "no"
substitute = "Sam Spruce"

[[reply]]
city = "ulm"
answer = "maybe" # nach Gefühl
"#;

/// A workspace in which one command follows the other; the meeting is long over.
struct Office(Test);

impl Office {
    fn new() -> Self {
        let test = Test::new("check").env("ERFA_TODAY", "2027-08-01");
        Self(
            test.file("network.toml", NETWORK)
                .file("cities.toml", CITIES)
                .file("contacts.toml", CONTACTS)
                .file("meetings/spring.toml", MEETING)
                .file("replies/spring.toml", REPLIES),
        )
    }

    /// The same with an invitation that two people got and one server refused.
    fn with_mails() -> Self {
        let mut office = Self::new();
        office
            .done("--today 2027-01-05 outbox make invitation spring --to guest --to b-birke --yes");
        office.delivered("1-invitation/b-birke.eml", "sent", "250 Ok <birke@xn--kln-sna.example>");
        office.delivered("1-invitation/c-cedar.eml", "failed", "550 <cedar@example.org>: unknown");
        office
    }

    /// Runs a command; what it says on both streams, and how it ends.
    fn run(&mut self, command: &str) -> (String, i32) {
        let test = std::mem::replace(&mut self.0, Test::new("check"));
        self.0 = test.command_line(command);
        let output = self.0.command().output().unwrap();
        let scratch = self.0.folder();
        let said = [output.stdout, output.stderr].concat();
        (readable(&said, scratch.parent().unwrap()), output.status.code().unwrap())
    }

    /// What a command says that must succeed.
    #[track_caller]
    fn done(&mut self, command: &str) -> String {
        let (said, status) = self.run(command);
        assert_eq!(status, 0, "{said}");
        said
    }

    /// Lets the program speak German from now on.
    fn german(self) -> Self {
        Self(self.0.german())
    }

    /// Tells the ledger what became of a mail about the meeting.
    fn delivered(&self, mail: &str, event: &str, words: &str) {
        let path = self.path("outbox/ledger.txt");
        let mut ledger = fs::OpenOptions::new().create(true).append(true).open(path).unwrap();
        writeln!(ledger, "2027-01-06T08:00:00+01:00 sending spring/{mail}").unwrap();
        writeln!(ledger, "2027-01-06T08:00:01+01:00 {event} spring/{mail} {words}").unwrap();
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.folder().join(path)
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The files below `folder`, with their paths and bytes.
    fn content(&self, folder: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let path = self.path(folder);
        // The lock holds nothing, and the journal is no file of the workspace.
        let is_ours =
            |path: &std::path::Path| path.components().any(|it| it.as_os_str() == ".erfa");
        let says = |path: &std::path::Path| !path.ends_with(".lock") && !is_ours(path);
        let all = if path.exists() { files(&path, says) } else { Vec::new() };
        all.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    }
}
