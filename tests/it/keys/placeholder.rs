//! Words that were to be replaced are found in whatever a meeting tells.

use chrono::NaiveDate;
use erfa::plan::programme::clash::findings;

use super::keys;

/// What no reader is told, or was told before: whoever notes that something is open knows it.
const OWN: &[&str] = &[
    "treffen.acknowledge.reason",
    "treffen.history.date-text",
    "treffen.history.place",
    "treffen.history.reason",
    "treffen.note",
    "treffen.session.acknowledge.reason",
    "treffen.session.note",
    "treffen.source",
    "venues.venue.note",
    "venues.venue.room.note",
    "contacts.contact.note",
];

#[test]
fn placeholders_are_found_in_each_key_that_readers_see() {
    let today = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    let mut judged = 0;
    for key in keys() {
        let told =
            ["meetings/", "venues", "contacts"].iter().any(|file| key.file.starts_with(file));
        // Days, numbers and closed sets of words cannot hold it.
        let Some(reading) = key.holding("'Raum TBD'").filter(|_| told) else { continue };
        let found = findings(&reading.workspace.unwrap(), today);
        let is_found = found.iter().any(|finding| finding.code() == "placeholder-text");
        assert_eq!(is_found, !OWN.contains(&&*key.title()), "{}", key.title());
        judged += 1;
    }
    assert!(judged > 70, "{judged}");
}
