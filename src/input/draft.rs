//! Files that the program writes anew: TOML with comments in the user's language.
//!
//! The files in `draft/` are TOML themselves. Their lines `key = …` are filled in from top to
//! bottom; one for which nothing is known stays as a comment with its example.

use chrono::NaiveDate;
use toml_edit::{Array, Value};

use super::edit::{key_lines, quoted};
use crate::domain::listed::Facts;
use crate::domain::meeting::Status;
use crate::text::{Language, Vocabulary as _, slug};

/// A new network. Nothing in it is checked: its files are read like any others before they are
/// written.
#[derive(Clone, Debug)]
pub struct NetworkDraft {
    /// Its name.
    pub name: String,
    /// What kind of network it is; may be empty.
    pub kind: String,
    /// What its meetings are called.
    pub meeting_name: String,
    /// Its towns, in its order; maybe none yet.
    pub cities: Vec<TownDraft>,
    /// Whose holidays its towns keep, as somebody wrote it; may be empty.
    pub region: String,
    /// Meetings a year, as somebody wrote it.
    pub per_year: String,
    /// The town that coordinates, by name or id; none leaves it open.
    pub coordinator: Option<String>,
    /// The mail address of whoever writes; may be empty.
    pub mail: String,
    /// The language of its documents and of the comments.
    pub language: Language,
}

/// A town of a new network.
#[derive(Clone, Debug, PartialEq)]
pub struct TownDraft {
    /// Its name.
    pub name: String,
    /// What else a list says of it.
    pub facts: Facts,
}

impl From<&str> for TownDraft {
    fn from(name: &str) -> Self {
        Self { name: name.to_owned(), facts: Facts::new() }
    }
}

/// A new meeting, unchecked too.
#[derive(Clone, Debug)]
pub struct MeetingDraft {
    /// The key for life.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How far it has come.
    pub status: Status,
    /// The day, if it is known.
    pub date: Option<NaiveDate>,
    /// The ids of the towns that host.
    pub hosts: Vec<String>,
    /// The id of the venue.
    pub venue: Option<String>,
    /// When it begins, in words.
    pub start: Option<String>,
    /// Today.
    pub created: NaiveDate,
    /// The language of the comments.
    pub language: Language,
}

macro_rules! template {
    ($name:literal, $language:expr) => {
        match $language {
            Language::German => include_str!(concat!("draft/de/", $name)),
            Language::English => include_str!(concat!("draft/en/", $name)),
        }
    };
}

impl NetworkDraft {
    /// Path and text of every file, in the order in which they are read.
    pub fn files(&self) -> Vec<(String, String)> {
        let language = self.language;
        [
            ("network.toml", self.network()),
            ("cities.toml", self.city_list()),
            ("venues.toml", template!("venues.toml", language).to_owned()),
            ("contacts.toml", template!("contacts.toml", language).to_owned()),
        ]
        .map(|(path, text)| (path.to_owned(), text))
        .into()
    }

    fn network(&self) -> String {
        let given = |words: &str| (!words.is_empty()).then(|| quoted(words));
        // What is no number is left for the reader of the file to complain about.
        let per_year = self.per_year.parse::<u32>();
        let per_year =
            per_year.map_or_else(|_| quoted(&self.per_year), |number| number.to_string());
        let organisation = format!("{} {}", self.kind, self.name);
        let values = [
            ("name", Some(quoted(&self.name))),
            ("kind", given(&self.kind)),
            ("meeting-name", Some(quoted(&self.meeting_name))),
            ("coordinator", self.coordinator.as_deref().map(|city| quoted(&self.city_id(city)))),
            ("region", given(&self.region)),
            ("per-year", Some(per_year)),
            ("organisation", Some(quoted(organisation.trim()))),
            ("mail", given(&self.mail)),
        ];
        fill(template!("network.toml", self.language), &values)
    }

    /// The id of the town `words` names; the words themselves if there is none.
    fn city_id(&self, words: &str) -> String {
        let named = |city: &&TownDraft| slug(&city.name) == slug(words);
        let found = self.cities.iter().find(named);
        found.map_or_else(|| words.to_owned(), |city| slug(&city.name))
    }

    fn city_list(&self) -> String {
        let entry = |TownDraft { name, facts }: &TownDraft| {
            let (id, name, more) = (quoted(&slug(name)), quoted(name), key_lines(facts));
            format!("\n[[city]]\nid = {id}\nname = {name}\n{more}")
        };
        let entries: String = self.cities.iter().map(entry).collect();
        format!("{}{entries}", template!("cities.toml", self.language))
    }
}

impl MeetingDraft {
    /// Path and text of its file.
    pub fn file(&self) -> (String, String) {
        let hosts: Array = self.hosts.iter().collect();
        let values = [
            ("id", Some(quoted(&self.id))),
            ("title", Some(quoted(&self.title))),
            ("status", Some(quoted(self.status.word()))),
            ("date", self.date.map(|date| date.to_string())),
            ("hosts", Some(Value::from(hosts).to_string())),
            ("venue", self.venue.as_deref().map(quoted)),
            ("start", self.start.as_deref().map(quoted)),
            ("created", Some(self.created.to_string())),
        ];
        (
            format!("meetings/{}.toml", self.id),
            fill(template!("meeting.toml", self.language), &values),
        )
    }
}

/// Puts `values` behind their keys, in the order in which the keys stand in `template`.
fn fill(template: &str, values: &[(&str, Option<String>)]) -> String {
    let mut values = values.iter().peekable();
    let mut text = String::new();
    for line in template.lines() {
        let key = line.split(" = ").next().unwrap_or_default();
        match values.next_if(|(next, _)| *next == key) {
            Some((_, Some(value))) => text.extend([key, " = ", value]),
            Some((_, None)) => text.extend(["# ", line]),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{MeetingDraft, NetworkDraft, TownDraft};
    use crate::diagnostic::Severity;
    use crate::domain::meeting::Status;
    use crate::input;
    use crate::source::RawFile;
    use crate::text::Language;

    fn network(language: Language) -> NetworkDraft {
        NetworkDraft {
            name: "\"Quoted\" \\ #1 = 'Ä'".to_owned(),
            kind: String::new(),
            meeting_name: "Treffen".to_owned(),
            cities: ["Bad Ä/B", "\"C\""].map(TownDraft::from).into(),
            region: "DE-BY".to_owned(),
            per_year: "3".to_owned(),
            coordinator: Some("bad ä/b".to_owned()),
            mail: String::new(),
            language,
        }
    }

    fn meeting(language: Language) -> MeetingDraft {
        MeetingDraft {
            id: "2027-bad-ae-b".to_owned(),
            title: "'''\"\"\" ]]".to_owned(),
            status: Status::Idea,
            date: None,
            hosts: vec!["bad-ae-b".to_owned(), "c".to_owned()],
            venue: None,
            start: Some("ca. 9:30".to_owned()),
            created: chrono::NaiveDate::from_ymd_opt(2026, 1, 2).unwrap(),
            language,
        }
    }

    fn read(mut files: Vec<(String, String)>, meeting: &MeetingDraft) -> input::Reading {
        files.push(meeting.file());
        input::read(files.into_iter().map(RawFile::from).collect())
    }

    #[test]
    fn any_words_come_back_as_they_were() {
        for language in Language::ALL {
            let (network, meeting) = (network(language), meeting(language));
            let reading = read(network.files(), &meeting);
            assert!(reading.findings.is_empty(), "{:?}", reading.findings);
            let workspace = reading.workspace.unwrap();
            assert_eq!(workspace.network.name.as_str(), network.name);
            assert_eq!(workspace.network.language, language);
            assert_eq!(workspace.network.coordinator.unwrap().value.0, 0);
            assert_eq!(workspace.cities[1].name.as_str(), "\"C\"");
            assert_eq!(workspace.meetings[0].title.value.as_str(), meeting.title);
            assert_eq!(workspace.meetings[0].hosts.len(), 2);
        }
    }

    /// What the comments show works once their `#` is taken away.
    #[test]
    fn examples_in_comments_are_sound() {
        for language in Language::ALL {
            let invented = match language {
                Language::German => ["Musterstadt", "Neudorf"],
                Language::English => ["Sampleton", "Newham"],
            };
            let cities = invented.map(TownDraft::from).into();
            let network = NetworkDraft { cities, coordinator: None, ..network(language) };
            let example = |line: &str| {
                let bare = line.strip_prefix("# ").unwrap_or(line);
                let key = bare.split(" = ").next().unwrap_or_default();
                let is_key = bare.contains(" = ") && !key.contains(' ');
                let is_example = is_key || bare.starts_with('[');
                format!("{}\n", if is_example { bare } else { line })
            };
            let uncomment = |text: String| text.lines().map(example).collect::<String>();
            let mut files = network.files();
            let (path, text) = meeting(language).file();
            let text = text.replace("[\"bad-ae-b\", \"c\"]", "[]");
            files.push((path, text));
            let raw = |(path, text)| RawFile::from((path, uncomment(text)));
            let reading = input::read(files.into_iter().map(raw).collect());
            let errors =
                reading.findings.iter().filter(|finding| finding.severity() == Severity::Error);
            assert_eq!(errors.map(|finding| format!("{finding:?}")).collect::<Vec<_>>(), [""; 0]);
            let workspace = reading.workspace.unwrap();
            assert_eq!((workspace.venues.len(), workspace.contacts.len()), (1, 1));
            assert_eq!(workspace.meetings[0].sessions.len(), 4);
        }
    }
}
