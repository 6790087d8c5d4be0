//! What readers see of a meeting counts for its versions, key by key.

use std::fmt::Write as _;

use chrono::DateTime;
use erfa::domain::workspace::Workspace;
use erfa::input::edit::{NewRelease, add_release};
use erfa::plan::programme::release::next;
use erfa::text::{Language, Vocabulary as _};
use erfa::view::calendar;
use erfa::view::programme::{Edition, programme};

use super::{keys, read};

/// What readers see and no version tells: the day that stands only where there is no version, what came
/// of the meeting, and what was planned before, which the versions before have told.
const NOT_TOLD: &[&str] = &[
    "treffen.as-of",
    "treffen.attended",
    "treffen.created",
    "treffen.excused",
    "treffen.history.date",
    "treffen.history.date-text",
    "treffen.history.end-date",
];

/// What a version tells though nobody sees it: nothing says so beside a time.
const NOT_SEEN: &str = "treffen.session.part-of-day";

/// All that anybody but the chair gets to see of the meeting, in programmes and calendars.
fn seen(workspace: &Workspace) -> String {
    let meeting = workspace.meeting("treffen").unwrap();
    let mut seen = String::new();
    for language in [Language::German, Language::English] {
        for edition in [Edition::Short, Edition::Full, Edition::Internal] {
            let programme = programme(workspace, meeting, language, edition);
            let parts = (programme.meeting, programme.days);
            seen += &serde_json::to_string(&parts).unwrap();
        }
        for event in calendar::meeting(workspace, meeting, language, true).unwrap().events {
            let calendar::Event { decided, summary, place, coordinates, link, .. } = event;
            let parts = (decided.time, decided.status, summary, place, coordinates, link);
            write!(seen, "{parts:?}").unwrap();
        }
    }
    seen
}

/// The checksum of the version that would be given out.
fn checksum(workspace: &Workspace) -> String {
    let meeting = workspace.meeting("treffen").unwrap();
    let version = next(workspace, meeting).unwrap();
    let new = NewRelease {
        has_programme: true,
        number: version.number,
        released: DateTime::parse_from_rfc3339("2027-01-12T12:00:00+01:00").unwrap(),
        by: "Amt",
        reason: "Probe",
        sequence: version.sequence,
        uid: "treffen@example.org",
        facts: &version.facts,
    };
    let text = add_release(meeting.origin.file, "", &new, &[]).unwrap();
    text.lines().find(|line| line.starts_with("checksum = ")).unwrap().to_owned()
}

#[test]
fn what_readers_see_and_nothing_else_changes_a_version() {
    let before = read("least").workspace.unwrap();
    let mut wrong = Vec::new();
    for key in keys() {
        let after = key.workspace();
        let is_told = checksum(&before) != checksum(&after);
        let is_seen = seen(&before) != seen(&after);
        let title = key.title();
        let must_be_told = (is_seen && !NOT_TOLD.contains(&&*title)) || title == NOT_SEEN;
        if is_told != must_be_told {
            wrong.push(format!("{title}: seen {is_seen}, told {is_told}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The files in `tests/keys/earlier` are as a program wrote them that did not look at all keys.
#[test]
fn a_version_is_compared_by_the_keys_it_knew() {
    let reading = read("earlier");
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    let workspace = reading.workspace.unwrap();
    for meeting in &workspace.meetings {
        assert!(next(&workspace, meeting).is_none(), "{}", meeting.id);
        for edition in Edition::all() {
            let line = programme(&workspace, meeting, Language::German, edition).meeting.as_of_line;
            assert_eq!(line.as_deref(), Some("Stand: 12.\u{a0}Januar 2027, Fassung 1"));
        }
    }
}

#[test]
fn a_version_says_which_keys_it_covers() {
    let mut workspace = read("earlier").workspace.unwrap();
    let second = |workspace: &Workspace| {
        let meeting = workspace.meeting("zweites").unwrap();
        next(workspace, meeting).map(|version| (version.number, version.facts.covers.number()))
    };
    // What the earlier program did not look at is no news.
    workspace.contacts[0].phone = None;
    assert_eq!(second(&workspace), None);
    let meeting = workspace.meetings.iter_mut().find(|one| one.id.as_str() == "zweites").unwrap();
    meeting.sessions[0].title = None;
    assert_eq!(second(&workspace), Some((2, 5)));
}
