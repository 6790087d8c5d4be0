//! Who was at a meeting: `[[attendance]]` in `replies/<meeting>.toml`.

use super::directory::Directory;
use super::fields::Fields;
use super::value;
use crate::diagnostic::reference::ListedTwice;
use crate::diagnostic::value::MissingKey;
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::attendance::{Attendance, Attendee, Guest};
use crate::domain::id::Id;
use crate::source::Origin;
use crate::text::slug;

/// Reads who was at `meeting`.
pub(super) fn read(
    file: &Fields<'_>,
    meeting: Option<&Id>,
    directory: &Directory<'_>,
) -> Vec<Attendance> {
    let mut seen: Vec<(String, Origin)> = Vec::new();
    let mut entries = Vec::new();
    for fields in file.tables("attendance") {
        let key = if fields.has("person") { "person" } else { "name" };
        let words = fields.peek(key, value::line).map(|name| name.value.to_string());
        if let Some(words) = words {
            let place = fields.place_of(key);
            // Two of one name may come for two towns.
            let city = fields.peek("city", value::line).map(|city| city.value.to_string());
            let name = format!("{key} {} {}", slug(&words), city.unwrap_or_default());
            if let Some((_, first)) = seen.iter().find(|(known, _)| *known == name) {
                let problem = ListedTwice { id: words };
                fields.report(Diagnostic::at(place, problem).with(*first, Label::FirstHere));
            } else {
                seen.push((name, place));
            }
        }
        entries.extend(entry(&fields, meeting, directory));
    }
    entries
}

fn entry(
    fields: &Fields<'_>,
    meeting: Option<&Id>,
    directory: &Directory<'_>,
) -> Option<Attendance> {
    let person = fields.read("person", |value| directory.contact(value));
    let name = fields.get("name", value::line);
    let city = fields.get("city", |value| directory.city(value));
    let organisation = fields.get("organisation", value::line);
    let presence = fields.get("presence", value::choice);
    if !fields.has("person") && !fields.has("name") {
        fields.report(Diagnostic::at(fields.origin(), MissingKey { key: "person".to_owned() }));
    }
    let who = match (person, name) {
        (Some(person), _) => Attendee::Contact(person.value?),
        (None, Some(_)) if fields.has("city") && city.is_none() => return None,
        (None, Some(name)) => Attendee::Guest(Guest { name, city, organisation }),
        (None, None) => return None,
    };
    let (origin, meeting) = (fields.origin(), meeting?.clone());
    Some(Attendance { origin, meeting, who, presence: presence.unwrap_or_default() })
}
