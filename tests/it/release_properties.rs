//! Whatever happens to a meeting: its name in calendars stays, and its sequence rises exactly when
//! start, end, place or cancellation changed from one version to the next.

use chrono::{DateTime, FixedOffset};
use erfa::domain::workspace::Workspace;
use erfa::input::edit::{NewRelease, add_release};
use erfa::plan::programme::release::{next, uid};
use erfa::source::{RawFile, Sources};
use proptest::prelude::Strategy;
use proptest::sample::select;
use proptest::{collection, prop_assert, prop_assert_eq, proptest};

/// What the file says at some time.
#[derive(Clone, Debug, PartialEq)]
struct State {
    file: &'static str,
    title: &'static str,
    date: u32,
    start: Option<&'static str>,
    end: Option<&'static str>,
    place: Option<&'static str>,
    status: &'static str,
    note: &'static str,
    sessions: &'static [&'static str],
}

fn states() -> impl Strategy<Value = Vec<State>> {
    let hour = |hours: [&'static str; 2]| select(vec![None, Some(hours[0]), Some(hours[1])]);
    let status = ["planned", "invited", "held", "cancelled", "postponed"].to_vec();
    let sessions: Vec<&'static [&str]> = vec![&[], &["Rat"], &["Rat", "Tat"], &["Tat", "Rat"]];
    let state = (
        select(vec!["treffen", "anders"]),
        select(vec!["Treffen", "Das „Große“ \\\"Treffen\\\""]),
        10..13u32,
        hour(["ca. 9:00", "10:30"]),
        hour(["15:00", "bis 16:00"]),
        select(vec![None, Some("Saal"), Some("Hof")]),
        select(status),
        select(vec!["", "note = \"Schlüssel holen\"\n"]),
        select(sessions),
    );
    let state = state.prop_map(|(file, title, date, start, end, place, status, note, sessions)| {
        State { file, title, date, start, end, place, status, note, sessions }
    });
    collection::vec(state, 1..7)
}

impl State {
    fn text(&self) -> String {
        let pair = |key: &str, value: Option<&str>| {
            value.map(|value| format!("{key} = \"{value}\"\n")).unwrap_or_default()
        };
        let sessions =
            self.sessions.iter().map(|title| format!("[[session]]\ntitle = \"{title}\"\n"));
        [
            format!("id = \"treffen\"\ntitle = \"{}\"\ndate = 2027-03-{}\n", self.title, self.date),
            pair("start", self.start),
            pair("end", self.end),
            pair("place", self.place),
            pair("status", Some(self.status)),
            format!("hosts = []\n{}\n", self.note),
            sessions.collect(),
        ]
        .concat()
    }

    /// What a calendar shows; an end without a beginning is nothing to a calendar.
    fn entry(&self) -> impl PartialEq + use<> {
        let end = self.start.and(self.end);
        (self.date, self.start, end, self.place, self.status == "cancelled")
    }

    /// What readers are told.
    fn told(&self) -> Self {
        let status = match self.status {
            "planned" | "invited" | "held" => "planned",
            other => other,
        };
        Self { file: "", note: "", status, ..self.clone() }
    }
}

fn read(file: &str, text: &str) -> (Workspace, Sources) {
    let meeting = format!("meetings/{file}.toml");
    let files = [("network.toml", "name = \"Netz\"\n"), (&meeting, text)];
    let reading = erfa::input::read(files.map(RawFile::from).into());
    assert!(reading.findings.is_empty(), "{:?}\n{text}", reading.findings);
    (reading.workspace.unwrap(), reading.sources)
}

/// The file with its next version, and that version's sequence; nothing if there is none to give out.
fn release(file: &str, text: &str, day: usize) -> Option<(String, u32)> {
    let (workspace, _) = read(file, text);
    let meeting = &workspace.meetings[0];
    let version = next(&workspace, meeting)?;
    let released = format!("2027-01-{:02}T12:00:00+01:00", day + 1);
    let released: DateTime<FixedOffset> = released.parse().unwrap();
    let new = NewRelease {
        has_programme: true,
        number: version.number,
        released,
        by: "Amt \"Mitte\"",
        reason: "Probe",
        sequence: version.sequence,
        uid: &version.uid,
        facts: &version.facts,
    };
    let ids: Vec<_> = meeting.sessions.iter().map(|session| &session.id).collect();
    let text = add_release(meeting.origin.file, text, &new, &ids).unwrap();
    Some((text, version.sequence))
}

proptest! {
    #[test]
    fn names_stay_and_sequences_rise_with_start_end_place_and_cancellation(states in states()) {
        let mut versions = String::new();
        let mut last: Option<(State, u32)> = None;
        for (day, state) in states.iter().enumerate() {
            let before = format!("{}\n{versions}", state.text());
            let (workspace, _) = read(state.file, &before);
            prop_assert_eq!(uid(&workspace, &workspace.meetings[0]), "treffen.netz@erfa.invalid");
            match (release(state.file, &before, day), &last) {
                (None, Some((former, _))) => prop_assert_eq!(former.told(), state.told()),
                (None, None) => prop_assert!(false, "the first version is always one"),
                (Some((after, sequence)), former) => {
                    let expected = former.as_ref().map_or(0, |(former, sequence)| {
                        sequence + u32::from(former.entry() != state.entry())
                    });
                    prop_assert_eq!(sequence, expected);
                    if let Some((former, _)) = former {
                        prop_assert!(former.told() != state.told());
                    }
                    // The same file has no further version.
                    prop_assert_eq!(release(state.file, &after, day), None);
                    let at = after.find("[[release]]").unwrap();
                    versions = after[at..].to_owned();
                    last = Some((state.clone(), sequence));
                }
            }
        }
    }
}
