//! A small workspace in which one command follows the other.

use std::fs;
use std::path::PathBuf;

use crate::harness::{Test, files, readable};

pub(crate) const NETWORK: &str = r#"
name = "Netz"
meeting-name = "Werkstatt"
[sender]
name = "Hanna Eiche"
organisation = "Stadt Ulm"
mail = "netz@example.org"
"#;

pub(crate) const CITIES: &str = r#"
[[city]]
id = "ulm"
name = "Ulm"
mail = "stadt@ulm.example.org"
[[city]]
id = "koeln"
name = "Köln"
"#;

pub(crate) const CONTACTS: &str = r#"
[[contact]]
id = "b-birke"
given-name = "Berta"
family-name = "Birke"
form-of-address = "Frau"
city = "koeln"
mail = "birke@köln.example"
groups = ["guest"]

[[contact]]
id = "c-cedar"
given-name = "Chris"
family-name = "Cedar"
language = "en"
mail = "cedar@example.org"
groups = ["guest"]

[[contact]]
id = "d-douglas"
family-name = "Douglas"
mail = false
groups = ["guest"]
"#;

pub(crate) const MEETING: &str = r#"
title = "Frühjahr"
date = 2027-04-20
start = "09:00"
end = "16:00"
hosts = ["ulm"]

[[session]]
id = "talk"
title = "Vortrag"
start = "10:00"
end = "11:00"
people = [{ contact = "c-cedar" }]
"#;

/// The steps of a story in one workspace.
pub(crate) struct Story(pub(crate) Test);

impl Story {
    pub(crate) fn new() -> Self {
        let test = Test::new("check");
        Self(
            test.file("network.toml", NETWORK)
                .file("cities.toml", CITIES)
                .file("contacts.toml", CONTACTS)
                .file("meetings/spring.toml", MEETING),
        )
    }

    /// Runs a command; what it says on both streams, and how it ends.
    pub(crate) fn run(&mut self, command: &str) -> (String, i32) {
        let test = std::mem::replace(&mut self.0, Test::new("check"));
        self.0 = test.command_line(command);
        let output = self.0.command().output().unwrap();
        let scratch = self.0.folder();
        let said = [output.stdout, output.stderr].concat();
        let said = readable(&said, scratch.parent().unwrap());
        (without_size(&said), output.status.code().unwrap())
    }

    /// The last lines of what a command that must succeed says.
    #[track_caller]
    pub(crate) fn ends(&mut self, command: &str, lines: usize) -> String {
        let (said, status) = self.run(command);
        assert_eq!(status, 0, "{said}");
        let said: Vec<&str> = said.lines().collect();
        said[said.len().saturating_sub(lines)..].join("\n")
    }

    /// All mails of a run about `spring` go out.
    #[track_caller]
    pub(crate) fn sends(&mut self, run: &str) {
        self.ends(&format!("outbox settle spring/{run} --as sent --yes"), 1);
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.folder().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    /// Replaces words in the head and the sessions of a file, not in its versions.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        let head = text.find("[[release]]").unwrap_or(text.len());
        assert!(text[..head].contains(from), "{from} is not in {path}");
        let text = text[..head].replace(from, to) + &text[head..];
        fs::write(self.path(path), text).unwrap();
    }

    /// The names of the files below `path`, without records and lists.
    pub(crate) fn mails(&self, path: &str) -> Vec<String> {
        let is_mail = |path: &std::path::Path| path.extension().is_some_and(|it| it == "eml");
        let name = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
        files(&self.path(path), is_mail).into_iter().map(name).collect()
    }

    /// The lines of the calendar in a mail that begin with one of these words.
    pub(crate) fn calendar(&self, path: &str, wanted: &[&str]) -> Vec<String> {
        use base64::Engine as _;
        let mail = self.read(path);
        let file = mail.split("filename=\"invite.ics\"").nth(1).expect("a calendar");
        let coded = file.split("\r\n\r\n").nth(1).unwrap();
        let coded: String = coded.split("--=_").next().unwrap().split_whitespace().collect();
        let bytes = base64::engine::general_purpose::STANDARD.decode(coded).unwrap();
        let text = String::from_utf8(bytes).unwrap().replace("\r\n ", "");
        let is_wanted = |line: &&str| wanted.iter().any(|wanted| line.starts_with(wanted));
        text.lines().filter(is_wanted).map(str::to_owned).collect()
    }
}

/// The programme comes as PDF, or as a document for Word if the program was built without PDF.
fn without_size(text: &str) -> String {
    let line = |line: &str| match line.split_once(": program") {
        Some((word, name)) if name.ends_with(" kB)") => {
            format!("{word}: program{}\n", name.split('.').next().unwrap())
        }
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}
