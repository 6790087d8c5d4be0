//! The head of a programme: the network and the meeting as a whole.

use chrono::NaiveDate;

use super::context::{Context, joined};
use super::people::{meeting_person, point, told};
use super::version::version;
use super::{Meeting, Network, OrganiserPart, Place, Registration};
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::meeting::{self, Status};
use crate::domain::time::{End, Precision, Time};
use crate::domain::workspace::Workspace;
use crate::plan::post::knowledge::{Former, former_day, is_postponed};
use crate::source::Located;
use crate::text::NO_BREAK_SPACE;
use crate::text::list::and;
use crate::text::prose::paragraphs;
use crate::view::action::open_actions;
use crate::view::words::{Words, capital, place, shown};

/// The network on the day of the meeting.
pub(super) fn network(context: &Context<'_>) -> Network {
    let day = context.meeting.when.date.map(|date| date.value);
    network_on(context.workspace, day, context.words)
}

/// The network on a day; of a day that nobody knows all who have not left are its members.
pub fn network_on(workspace: &Workspace, day: Option<NaiveDate>, words: Words) -> Network {
    let network = &workspace.network;
    let name = shown(&network.name);
    let members = workspace.cities.iter().filter(|city| match day {
        Some(day) => city.membership.covers(day),
        None => city.membership.until.is_none(),
    });
    let meeting_name = network.meeting_name.as_ref().map(shown);
    Network {
        full_name: words.full_name(network),
        name,
        meeting_name: meeting_name.unwrap_or_else(|| words.pick("Treffen", "Meeting").to_owned()),
        about: network.about.as_ref().map(shown),
        goals: network.goals.iter().map(shown).collect(),
        partners: network.partners.iter().map(shown).collect(),
        members: members.map(|city| shown(&city.name)).collect(),
        members_called: capital(
            network.members.several(words.language, words.pick("Mitgliedsstädte", "Member cities")),
        ),
        accent: network.style.accent.map(|accent| accent.readable().to_string()),
    }
}

/// The meeting without its programme.
pub(super) fn meeting(context: &Context<'_>) -> Meeting {
    let Context { workspace, meeting, words, .. } = context;
    let (as_of, as_of_line) = version(context);
    let days = days(context);
    let hours = hours(context);
    let hosts = names(context, &meeting.hosts);
    let organiser = |organiser: &meeting::Organiser| match &organiser.role {
        Some(role) => format!("{} ({})", shown(&organiser.name), shown(role)),
        None => shown(&organiser.name),
    };
    Meeting {
        id: meeting.id.to_string(),
        status: meeting.status.value,
        status_words: status(context),
        postponed_from: postponed_from(context),
        reason: reason(context),
        title: shown(&meeting.title.value),
        full_title: full_title(context),
        subtitle: meeting.subtitle.as_ref().map(shown),
        theme: meeting.theme.as_ref().map(shown),
        number: meeting.number.as_ref().map(shown),
        date: meeting.when.date.map(|date| date.value.to_string()),
        end_date: meeting.when.end_date.map(|date| date.value.to_string()),
        date_words: days.as_ref().map(|days| days.plain.clone()),
        date_in_sentence: days.as_ref().and_then(|days| days.in_sentence.clone()),
        date_numeric: days.as_ref().and_then(|days| days.numeric.clone()),
        when: joined([days.map(|days| days.plain).or_else(|| open_date(context)), hours.clone()]),
        time_words: hours,
        admission: meeting.admission.map(|time| {
            // Doors never open later than said, so an exact time is meant as a beginning.
            let is_exact = time.value.precision == Precision::Exact;
            let precision = if is_exact { Precision::From } else { time.value.precision };
            words.time(Time { precision, ..time.value })
        }),
        host_words: (!hosts.is_empty()).then(|| and(&hosts, words.language)),
        host_role: workspace.network.members.hosts(words.language, hosts.len()).to_owned(),
        hosts,
        place: meeting.place.as_ref().map(|place| venue(context, &place.value)),
        online: meeting.online.as_ref().map(shown),
        link: meeting.link.as_ref().map(Line::to_string),
        spoken_language: meeting.language.as_ref().map(shown),
        target_group: meeting.target_group.as_ref().map(shown),
        description: meeting.description.as_ref().map(shown),
        organisers: meeting.organisers.iter().map(organiser).collect(),
        organiser_parts: organiser_parts(&meeting.organisers),
        people: told(context, &meeting.people)
            .map(|person| meeting_person(context, person))
            .collect(),
        attended: names(context, &meeting.attended),
        excused: names(context, &meeting.excused),
        registration: registration(context),
        contact: meeting.contact.as_ref().map(|contact| point(workspace, *words, contact)),
        notices: meeting.notices.iter().map(shown).collect(),
        as_of: as_of.map(|date| words.dates.long(date)),
        as_of_date: as_of.map(|date| date.to_string()),
        as_of_line,
        chair_notes: chair_notes(context),
        open_actions: match context.timetable {
            Some(_) => open_actions(workspace, meeting, *words),
            None => Vec::new(),
        },
    }
}

/// How the parts of those begin who organise.
const ORGANISING: [&str; 4] = ["Gastgeb", "Veranstalt", "Host", "Organis"];

/// Who organises or hosts comes first; those with another part of their own are not said to organise.
fn organiser_parts(organisers: &[meeting::Organiser]) -> Vec<OrganiserPart> {
    let mut parts: Vec<OrganiserPart> = Vec::new();
    for organiser in organisers {
        let role = organiser.role.as_ref().map(|role| capital(&shown(role)));
        let role = role.filter(|role| !ORGANISING.iter().any(|word| role.starts_with(word)));
        let name = shown(&organiser.name);
        match parts.iter_mut().find(|part| part.role == role) {
            Some(part) => part.names.push(name),
            None => parts.push(OrganiserPart { role, names: vec![name] }),
        }
    }
    parts.sort_by_key(|part| part.role.is_some());
    parts
}

/// The days of the meeting in their forms.
struct Days {
    plain: String,
    in_sentence: Option<String>,
    numeric: Option<String>,
}

fn days(context: &Context<'_>) -> Option<Days> {
    let when = &context.meeting.when;
    if let Some(words) = &when.date_text {
        return Some(Days { plain: shown(words), in_sentence: None, numeric: None });
    }
    let (first, last) = (when.date?.value, when.last_day()?);
    Some(Days {
        plain: context.words.days(first, last),
        in_sentence: Some(context.words.dates.in_sentence(first, last)),
        numeric: Some(context.words.dates.numeric(first)),
    })
}

/// What stands for the day of a meeting that will be, as long as nobody knows it.
fn open_date(context: &Context<'_>) -> Option<String> {
    let words = context.words;
    let had_one = context.meeting.history.iter().any(|change| change.date.is_some());
    let open = match context.meeting.status.value {
        Status::Cancelled | Status::Held => return None,
        Status::Idea | Status::Planned | Status::Invited if !had_one => {
            words.pick("Termin noch offen", "date not known yet")
        }
        Status::Idea | Status::Planned | Status::Invited | Status::Postponed => {
            words.pick("neuer Termin offen", "new date not known yet")
        }
    };
    Some(open.to_owned())
}

/// The hours of the meeting; over several days beginning and end stand apart, as they are times of
/// different days.
fn hours(context: &Context<'_>) -> Option<String> {
    let Context { meeting: meeting::Meeting { when, .. }, words, .. } = context;
    let (start, end) = (when.start.map(|start| start.value), when.end.map(|end| end.value));
    let length = when.duration.map(|length| words.length(length.value));
    let (begin, finish) = words.pick(("Beginn", "Ende"), ("start", "end"));
    match (start, end) {
        (Some(start), Some(End::At(end))) if when.end_date.is_some() => {
            Some(format!("{begin} {}, {finish} {}", words.time(start), words.time(end)))
        }
        (Some(start), None) if when.end_date.is_some() => {
            Some(format!("{begin} {}", words.time(start)))
        }
        (None, Some(End::At(end))) if when.end_date.is_some() => {
            Some(format!("{finish} {}", words.time(end)))
        }
        _ => joined([words.hours(start, end).map(String::from), length.filter(|_| end.is_none())]),
    }
}

fn full_title(context: &Context<'_>) -> String {
    let meeting = context.meeting;
    let title = shown(&meeting.title.value);
    let Some(number) = &meeting.number else { return title };
    match &context.workspace.network.meeting_name {
        // "5. Netzwerktreffen: Netzwerktreffen Gotha" would say it twice.
        Some(name) if !meeting.title.value.as_str().starts_with(name.as_str()) => {
            format!("{}{NO_BREAK_SPACE}{}: {title}", shown(number), shown(name))
        }
        _ => format!("{}{NO_BREAK_SPACE}{title}", shown(number)),
    }
}

fn status(context: &Context<'_>) -> Option<String> {
    let words = context.words;
    let status = match context.meeting.status.value {
        Status::Cancelled => words.pick("abgesagt", "cancelled"),
        Status::Postponed if !is_postponed(context.meeting) => return None,
        Status::Postponed => words.pick("verschoben", "postponed"),
        Status::Idea | Status::Planned | Status::Invited | Status::Held => return None,
    };
    Some(match &context.meeting.reason {
        Some(reason) => format!("{status}: {}", shown(reason)),
        None => status.to_owned(),
    })
}

/// Why it does not take place, or is on another day than readers know.
fn reason(context: &Context<'_>) -> Option<String> {
    let meeting = context.meeting;
    let is_told = meeting.status.value != Status::Postponed || is_postponed(meeting);
    meeting.told_reason().filter(|_| is_told).map(shown)
}

fn postponed_from(context: &Context<'_>) -> Option<String> {
    let meeting = context.meeting;
    let Former::Day(change) = former_day(meeting) else { return None };
    let days = || {
        let first = change.date?;
        Some(context.words.days(first, change.end_date.unwrap_or(first)))
    };
    let postponed = meeting.status.value == Status::Postponed;
    change.date_text.as_ref().map(shown).or_else(days).filter(|_| postponed)
}

fn venue(context: &Context<'_>, place: &meeting::Place) -> Place {
    let workspace = context.workspace;
    let name = place::name(workspace, place);
    let venue = place.venue().map(|venue| workspace.venue(venue));
    let address = venue.and_then(|venue| place::address(workspace, venue));
    let line = [Some(name.as_str()), address.as_deref()].into_iter().flatten();
    Place {
        line: line.collect::<Vec<_>>().join(", "),
        access: venue.and_then(|venue| venue.access.as_ref()).map(shown),
        arrival: venue.and_then(|venue| venue.arrival.as_ref()).map(shown),
        link: venue.and_then(|venue| venue.link.as_ref()).map(Line::to_string),
        name,
        address,
    }
}

/// The note of the meeting, and of each venue it goes to with what stands in the rooms it uses.
fn chair_notes(context: &Context<'_>) -> Vec<String> {
    let Context { workspace, meeting, timetable, .. } = context;
    if timetable.is_none() {
        return Vec::new();
    }
    let own = meeting.sessions.iter().filter_map(|session| session.place.as_ref());
    let mut notes: Vec<String> =
        meeting.note.iter().flat_map(|note| paragraphs(&shown(note))).collect();
    for place in meeting.place.iter().chain(own).map(|place| &place.value) {
        let Some(venue) = place.venue().map(|venue| workspace.venue(venue)) else { continue };
        let known = |name: &Line, words: String| paragraphs(&format!("{}:\n{words}", shown(name)));
        let note = venue.note.as_ref().map(|note| known(&venue.name, shown(note)));
        let room = match place {
            meeting::Place::Room(_, room) => Some(&venue.rooms[*room]),
            meeting::Place::Venue(_) | meeting::Place::Free(_) => None,
        };
        let there = room
            .and_then(|room| room.equipment.as_ref().map(|words| known(&room.name, shown(words))));
        for told in note.into_iter().chain(there) {
            if !told.iter().all(|line| notes.contains(line)) {
                notes.extend(told);
            }
        }
    }
    notes
}

fn registration(context: &Context<'_>) -> Option<Registration> {
    let words = context.words;
    let meeting::Registration { until, how, link, mail, cost, seats } =
        &context.meeting.registration;
    let registration = Registration {
        until: until.map(|until| words.dates.full(until.value)),
        was_until: None,
        how: how.as_ref().map(shown),
        link: link.as_ref().map(Line::to_string),
        mail: mail.as_ref().map(Line::to_string),
        is_free: cost.as_ref().is_some_and(is_free),
        cost: cost.as_ref().map(shown),
        seats: *seats,
    };
    (registration != Registration::default()).then_some(registration)
}

/// Whether words for what something costs say that it costs nothing.
fn is_free(words: &Line) -> bool {
    const FREE: [&str; 7] =
        ["kostenlos", "kostenfrei", "gebührenfrei", "gratis", "frei", "free", "free of charge"];
    FREE.contains(&words.as_str().to_lowercase().as_str())
}

fn names(context: &Context<'_>, cities: &[Located<CityId>]) -> Vec<String> {
    cities.iter().map(|city| shown(&context.workspace.city(city.value).name)).collect()
}
