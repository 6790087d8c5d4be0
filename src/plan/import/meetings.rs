//! Meetings of a list and those that are known.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::towns::{Named, Towns};
use super::{Added, Changes, Import, Keys, Left, Why, Wishes, complete, order, settle};
use crate::domain::id::{CityId, Id};
use crate::domain::line::Line;
use crate::domain::listed::{Facts, Field, Listing, Value, fact};
use crate::domain::meeting::{Meeting, Place, Status};
use crate::domain::workspace::Workspace;
use crate::text::{Vocabulary as _, slug};

/// What a list of meetings is compared with.
pub struct Bench<'w, T> {
    /// The network.
    pub workspace: &'w Workspace,
    /// Today: what lies before was held, what comes is planned.
    pub today: NaiveDate,
    /// What a meeting in these towns is called where the list says nothing.
    pub title: T,
}

/// What becomes of a list of meetings.
pub fn decide(
    bench: &Bench<'_, impl Fn(&[String]) -> String>,
    listing: &Listing,
    wishes: Wishes,
) -> Import {
    let workspace = bench.workspace;
    let mut import = Import::default();
    let mut towns = Towns::of(workspace);
    let ids = workspace.meetings.iter().map(|meeting| &meeting.id).chain(&workspace.unclear);
    let mut keys = Keys { taken: ids.map(Id::to_string).collect(), ..Keys::default() };
    let mut by_day: HashMap<NaiveDate, Vec<usize>> = HashMap::new();
    for (number, meeting) in workspace.meetings.iter().enumerate() {
        if let Some(date) = meeting.when.date {
            by_day.entry(date.value).or_default().push(number);
        }
    }
    let mut added: HashMap<NaiveDate, Vec<usize>> = HashMap::new();
    let mut changes = Changes::default();
    for entry in &listing.entries {
        let row = entry.row;
        let mut facts = entry.facts.clone();
        let Some(Value::Day(date)) = fact(&facts, Field::Date).cloned() else { continue };
        let title = fact(&facts, Field::Title).map(Value::words);
        let words = title.clone().unwrap_or_else(|| date.to_string());
        let (hosts, missing) = hosts(&facts, &mut towns, workspace, wishes);
        let keys_of_hosts: Vec<Line> =
            hosts.iter().filter_map(|(id, _)| Line::new(id).ok()).collect();
        facts.retain(|(field, _)| *field != Field::Hosts);
        if !keys_of_hosts.is_empty() {
            facts.push((Field::Hosts, Value::Lines(keys_of_hosts.clone())));
        }
        let is_one = |known: &Facts| is_about(known, &keys_of_hosts, title.as_deref());
        let there = by_day.get(&date).into_iter().flatten();
        let there: Vec<(usize, Facts)> =
            there.map(|number| (*number, known(&workspace.meetings[*number], workspace))).collect();
        let id = fact(&facts, Field::Id).map(Value::words);
        facts.retain(|(field, _)| *field != Field::Id);
        let fits = there.iter().find(|(_, known)| is_one(known));
        // What is known stays as it is, whether its towns could come in or not.
        let stays = fits.is_some() && !wishes.is_right;
        if !missing.is_empty() && !stays {
            import.left.push(Left { row, words, why: Why::NoSuchTowns(missing) });
            continue;
        }
        if let Some((number, known)) = fits {
            let meeting = &workspace.meetings[*number];
            let target = (row, *number, &meeting.id);
            settle(&mut import, &mut changes, target, (known.clone(), facts), wishes);
            continue;
        }
        if let Some((number, _)) = there.first() {
            let other = workspace.meetings[*number].id.to_string();
            import.left.push(Left { row, words, why: Why::OtherMeeting(other) });
            continue;
        }
        let before = added.get(&date).into_iter().flatten().copied();
        let before: Vec<usize> = before.collect();
        if let Some(at) = before.iter().find(|at| is_one(&import.added[**at].facts)) {
            let differing = complete(&mut import.added[*at], row, facts);
            import.differing.extend(differing);
            continue;
        }
        if let Some(at) = before.first() {
            let other = import.added[*at].id.clone();
            import.left.push(Left { row, words, why: Why::OtherMeeting(other) });
            continue;
        }
        let names: Vec<String> = hosts.into_iter().map(|(_, name)| name).collect();
        finish(&mut facts, bench, &names, date);
        let stem: Vec<&str> = keys_of_hosts.iter().map(Line::as_str).collect();
        let stem = if stem.is_empty() { slug(&words) } else { stem.join("-") };
        let wish = id.filter(|id| !keys.taken.contains(id));
        let id = keys.make(&wish.unwrap_or_else(|| format!("{date}-{stem}")));
        added.entry(date).or_default().push(import.added.len());
        import.added.push(Added { row, further: Vec::new(), id, facts });
    }
    import.finish(changes, towns, wishes)
}

/// Says what goes without saying in a list: what it is called, and whether it took place.
fn finish(
    facts: &mut Facts,
    bench: &Bench<'_, impl Fn(&[String]) -> String>,
    hosts: &[String],
    date: NaiveDate,
) {
    if fact(facts, Field::Title).is_none() {
        let title = Line::new(&(bench.title)(hosts)).ok();
        facts.extend(title.map(|title| (Field::Title, Value::Line(title))));
    }
    let last = match fact(facts, Field::EndDate) {
        Some(Value::Day(last)) => *last,
        _ => date,
    };
    let is_over = last < bench.today;
    let said = fact(facts, Field::Status).map(Value::words);
    let said = said.and_then(|word| Status::read(&word));
    let status = match said {
        // What has not been yet was not held, whoever says so.
        None | Some(Status::Held) if !is_over => Status::Planned,
        None => Status::Held,
        Some(said) => said,
    };
    facts.retain(|(field, _)| *field != Field::Status);
    facts.extend(Line::new(status.word()).ok().map(|it| (Field::Status, Value::Line(it))));
    facts.sort_by_key(|(field, _)| order(*field));
}

/// The hosts of a row with keys and names, and which of them nobody makes members of the network.
fn hosts(
    facts: &Facts,
    towns: &mut Towns,
    workspace: &Workspace,
    wishes: Wishes,
) -> (Vec<(String, String)>, Vec<String>) {
    let (mut hosts, mut missing) = (Vec::new(), Vec::new());
    let Some(Value::Lines(named)) = fact(facts, Field::Hosts) else { return (hosts, missing) };
    let of = |id: CityId| {
        let city = workspace.city(id);
        (city.id.to_string(), city.name.to_string())
    };
    for words in named {
        // "Köln/Dresden" are two where both are known, and "Mühlhausen/Thüringen" is one.
        let parts: Vec<Option<CityId>> =
            words.as_str().split('/').map(|part| towns.known(part)).collect();
        let several: Option<Vec<CityId>> = parts.into_iter().collect();
        if let Some(several) = several.filter(|_| towns.known(words.as_str()).is_none()) {
            hosts.extend(several.into_iter().map(of));
            continue;
        }
        match towns.named(words) {
            Some(Named::Known(id)) => hosts.push(of(id)),
            Some(Named::New(id)) if wishes.adds_towns => hosts.push((id, words.to_string())),
            Some(Named::New(id)) => {
                missing.push(words.to_string());
                hosts.push((id, words.to_string()));
            }
            None => {
                missing.push(words.to_string());
                hosts.push((slug(words.as_str()), words.to_string()));
            }
        }
    }
    hosts.dedup();
    (hosts, missing)
}

/// Whether what is known on the day of a row is what the row is about: a host in common, or the title; where
/// either has no host, the day.
fn is_about(known: &Facts, hosts: &[Line], title: Option<&str>) -> bool {
    let known_hosts = match fact(known, Field::Hosts) {
        Some(Value::Lines(hosts)) => hosts.as_slice(),
        _ => &[],
    };
    let same_title = fact(known, Field::Title).map(Value::words).as_deref() == title;
    let shares = hosts.iter().any(|host| known_hosts.contains(host));
    shares || same_title && title.is_some() || hosts.is_empty() && known_hosts.is_empty()
}

/// What is known of a meeting, as far as lists say such things.
pub fn known(meeting: &Meeting, workspace: &Workspace) -> Facts {
    let word = |word: &str| Line::new(word).ok();
    let line = |line: &Option<Line>| line.clone().map(Value::Line);
    let hosts = meeting.hosts.iter();
    let hosts: Vec<Line> =
        hosts.filter_map(|host| word(workspace.city(host.value).id.as_str())).collect();
    let place = meeting.place.as_ref().map(|place| match &place.value {
        Place::Free(words) => words.clone(),
        Place::Venue(venue) | Place::Room(venue, _) => workspace.venue(*venue).name.clone(),
    });
    let when = &meeting.when;
    let text = |words: String| word(&words).map(Value::Line);
    let facts = [
        (Field::Title, Some(Value::Line(meeting.title.value.clone()))),
        (Field::Status, word(meeting.status.value.word()).map(Value::Line)),
        (Field::Date, when.date.map(|day| Value::Day(day.value))),
        (Field::EndDate, when.end_date.map(|day| Value::Day(day.value))),
        (Field::DateText, line(&when.date_text)),
        (Field::Hosts, (!hosts.is_empty()).then_some(Value::Lines(hosts))),
        (Field::Place, place.map(Value::Line)),
        (Field::Start, when.start.and_then(|start| text(start.value.to_string()))),
        (Field::End, when.end.and_then(|end| text(end.value.to_string()))),
        (Field::Theme, line(&meeting.theme)),
        (Field::Description, meeting.description.clone().map(Value::Text)),
        (Field::Note, meeting.note.clone().map(Value::Text)),
    ];
    facts.into_iter().filter_map(|(field, value)| Some((field, value?))).collect()
}
