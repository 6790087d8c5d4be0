//! A meeting and its programme, in the words of the document's language.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain;
use crate::domain::meeting::Status;
use crate::domain::session::Certainty;
use crate::text::Language;
use crate::view::action::OpenAction;
use crate::view::spelling::word;
use crate::view::words::{Marks, Worded};

pub use crate::domain::session::Kind;

mod context;
mod edition;
mod entry;
mod head;
mod outline;
mod people;
mod plan;
mod version;

pub use edition::Edition;
pub use head::network_on;
pub use outline::programme;
pub(super) use people::{bare_point, contact_name, is_gone};

/// A meeting with its programme.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Programme {
    /// Language code, `de` or `en`.
    #[serde(serialize_with = "word")]
    #[cfg_attr(test, schemars(with = "&str"))]
    pub language: Language,
    /// The network.
    pub network: Network,
    /// The meeting.
    pub meeting: Meeting,
    /// Who alone may read it, in words; absent where everybody may.
    pub readers: Option<String>,
    /// The days of the programme.
    pub days: Vec<Day>,
    /// What the sign before planning values means; only in a run sheet that has some.
    pub legend: Option<String>,
}

impl Programme {
    /// What is told of `meeting` on the day `today`: nobody is asked to register by a day that is over, or
    /// by one after the meeting.
    #[must_use]
    pub fn on(mut self, meeting: &domain::meeting::Meeting, today: NaiveDate) -> Self {
        let until = meeting.registration.until.map(|until| until.value);
        let is_late = until > meeting.when.last_day() && meeting.when.date.is_some();
        let is_over = until.is_some_and(|until| until < today);
        if let Some(registration) = self.meeting.registration.as_mut() {
            let until = registration.until.take();
            match (is_over, is_late) {
                (_, true) => {}
                (true, false) => registration.was_until = until,
                (false, false) => registration.until = until,
            }
        }
        // A heading with nothing below it tells nothing.
        let says_something = |it: &Registration| *it != Registration::default();
        self.meeting.registration = self.meeting.registration.filter(says_something);
        self
    }
}

/// The network as documents name it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Network {
    /// Its name.
    pub name: String,
    /// Its name with its kind and quotation marks.
    pub full_name: String,
    /// What its meetings are called.
    pub meeting_name: String,
    /// What it is.
    pub about: Option<String>,
    /// Its goals.
    pub goals: Vec<String>,
    /// Its partner organisations.
    pub partners: Vec<String>,
    /// The names of its member towns on the day of the meeting.
    pub members: Vec<String>,
    /// What they are called: "Mitgliedsstädte", or "Schulen".
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub members_called: String,
    /// The accent colour of its documents as `#rrggbb`, readable on white.
    pub accent: Option<String>,
}

/// A meeting as documents name it. What is not known is absent, never empty.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Meeting {
    /// The key.
    pub id: String,
    /// Its status as the files write it (`planned`).
    #[serde(serialize_with = "word")]
    #[cfg_attr(test, schemars(with = "&str"))]
    pub status: Status,
    /// Its status in words, where a reader must know: "abgesagt", "verschoben"; with the reason.
    pub status_words: Option<String>,
    /// The day it was planned for before it was postponed, in words.
    pub postponed_from: Option<String>,
    /// Why it was cancelled or postponed.
    pub reason: Option<String>,
    /// Its title.
    pub title: String,
    /// Its number in the series, what the network calls its meetings, and its title: "7.
    /// Werkstattgespräch: Grün und Schatten"; the title alone if it has no number.
    pub full_title: String,
    /// A line below the title.
    pub subtitle: Option<String>,
    /// The topic of the day.
    pub theme: Option<String>,
    /// Its number in the series.
    pub number: Option<String>,
    /// The first day, as data.
    pub date: Option<String>,
    /// The last day, as data.
    pub end_date: Option<String>,
    /// The day or days in words, with weekday.
    pub date_words: Option<String>,
    /// The day in words as it stands in a sentence: "am Dienstag, dem 24. September 2024"; absent
    /// where the words are the user's own.
    pub date_in_sentence: Option<String>,
    /// The first day in digits, if it is certain: "24.09.2024".
    pub date_numeric: Option<String>,
    /// Beginning and end in words: "ab 09:30 Uhr", "12:30–17:00 Uhr".
    pub time_words: Option<String>,
    /// When doors open, in words.
    pub admission: Option<String>,
    /// Day and time in one line.
    pub when: Option<String>,
    /// The names of the hosts.
    pub hosts: Vec<String>,
    /// The hosts joined by "und".
    pub host_words: Option<String>,
    /// What they are called, as a label: "Gastgeberin".
    pub host_role: String,
    /// The place.
    pub place: Option<Place>,
    /// How to take part from afar.
    pub online: Option<String>,
    /// A page about it.
    pub link: Option<String>,
    /// The language spoken.
    pub spoken_language: Option<String>,
    /// Whom it is for.
    pub target_group: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Who organises it, with their parts.
    pub organisers: Vec<String>,
    /// The same, by part.
    pub organiser_parts: Vec<OrganiserPart>,
    /// People of the whole meeting, by part.
    pub people: Vec<Person>,
    /// The towns that came.
    pub attended: Vec<String>,
    /// The towns that sent their apologies.
    pub excused: Vec<String>,
    /// How to register.
    pub registration: Option<Registration>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// Lines below the programme.
    pub notices: Vec<String>,
    /// The day the facts are of, in words.
    pub as_of: Option<String>,
    /// The same as data.
    pub as_of_date: Option<String>,
    /// The same as a line of its own, with the version: "Stand: 18. September 2024, Fassung 2";
    /// "Entwurf" where no version was given out.
    pub as_of_line: Option<String>,
    /// The coordinator's notes about the meeting and its places; only in the run sheet.
    pub chair_notes: Vec<String>,
    /// What is open from earlier meetings; only in the run sheet and in the form for the minutes.
    pub open_actions: Vec<OpenAction>,
}

/// Those who have the same part in a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct OrganiserPart {
    /// The part ("Schirmherrschaft"), with a capital; absent where they organise or host it.
    pub role: Option<String>,
    /// Their names.
    pub names: Vec<String>,
}

/// A place as documents name it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Place {
    /// Everything in one line: room, name, street, postcode and town.
    pub line: String,
    /// Its name, with the room.
    pub name: String,
    /// Street, postcode and town in one line.
    pub address: Option<String>,
    /// What there is for people with impairments.
    pub access: Option<String>,
    /// How to get there.
    pub arrival: Option<String>,
    /// A page about it.
    pub link: Option<String>,
}

/// How to register, in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Registration {
    /// The last day, with weekday, where it is not over.
    pub until: Option<String>,
    /// The last day, where it is over.
    pub was_until: Option<String>,
    /// In which way.
    pub how: Option<String>,
    /// A page.
    pub link: Option<String>,
    /// A mail address.
    pub mail: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// Whether that says that it costs nothing.
    pub is_free: bool,
    /// How many places there are.
    pub seats: Option<u32>,
}

/// Someone with a part in the programme.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Person {
    /// The part in words ("Moderation"), where it must be said.
    pub role: Option<String>,
    /// What several with that part are called.
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub roles: Option<&'static str>,
    /// Name, function, organisation and town in one line.
    pub line: String,
    /// Name alone, if it is known.
    pub name: Option<String>,
    /// Whether they cannot come after all, which the line says in brackets.
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub is_absent: bool,
    /// Whether the name is that of several people.
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub are_several: bool,
}

/// A day of the programme.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Day {
    /// The day, as data.
    pub date: Option<String>,
    /// The day in words; only if the programme has several.
    pub heading: Option<String>,
    /// What happens, in order; what belongs to a block follows it, one level deeper.
    pub entries: Vec<Entry>,
}

/// One line of the programme with what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Entry {
    /// The key of the session; "walk:" and the key of the next one for a walk, which only the run
    /// sheet has.
    pub id: String,
    /// What it is, as the files write it (`talk`); `walk` for a walk.
    #[serde(serialize_with = "entry::kind")]
    #[cfg_attr(test, schemars(with = "&str"))]
    pub kind: Option<Kind>,
    /// How deep it stands within blocks, from 0.
    pub level: usize,
    /// Whether it is a break or a meal, set back in print.
    pub pause: bool,
    /// Its beginning as data, if a clock time is given.
    pub start: Option<String>,
    /// Its end as data, if a clock time is given.
    pub end: Option<String>,
    /// What stands in the time column: "09:30–10:00 Uhr", "danach", "vormittags".
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub time: Option<Worded<Marks>>,
    /// What joins it to what comes before, in the words of the file: "im Anschluss".
    pub connector: Option<String>,
    /// When it begins, as it stands in a sentence: "um 09:30 Uhr", "nachmittags".
    pub at: Option<String>,
    /// Where it is, if that is another place than the meeting's and no room there.
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub elsewhere: Option<String>,
    /// Where people meet for it; stands among the details, too.
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub meets_at: Option<String>,
    /// For whom it is, where it is not for everybody.
    #[serde(skip)]
    #[cfg_attr(test, schemars(skip))]
    pub for_whom: Option<String>,
    /// Its number.
    pub number: Option<String>,
    /// The strand within a parallel block.
    pub track: Option<String>,
    /// Its title.
    pub title: String,
    /// Where it is; stands among the details, too.
    pub place: Option<String>,
    /// Who has a part in it.
    pub people: Vec<Person>,
    /// What it consists of.
    pub items: Vec<Item>,
    /// What it is about.
    pub description: Option<String>,
    /// Repetition, place, meeting point, transport, online access: one line each, worded; they
    /// stand before its parts.
    pub details: Vec<String>,
    /// Seats, cost, language, target group: one line each, worded; they stand last.
    pub terms: Vec<String>,
    /// A page about it.
    pub link: Option<String>,
    /// "angefragt" or "entfällt", where it is not certain.
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub status: Option<Worded<Certainty>>,
    /// What only the chair needs to know; absent in every edition but the run sheet.
    pub plan: Option<PlanningValues>,
}

/// What only the chair needs to know of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "Plan", deny_unknown_fields))]
pub struct PlanningValues {
    /// When it begins as data, given or computed: "10:15"; "00:30" after 22:00 is on the next day.
    pub start: Option<String>,
    /// When it ends as data, given or computed.
    pub end: Option<String>,
    /// Whether the beginning is a planning value: nobody gave it, the program computed it.
    pub start_planned: bool,
    /// Whether the end is a planning value.
    pub end_planned: bool,
    /// What stands in the time column instead of the programme's words, planning values marked:
    /// "≈ 10:15–10:45 Uhr".
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub time: Option<Worded<Marks>>,
    /// How long it takes in minutes, given or computed.
    pub minutes: Option<u32>,
    /// The same in words, a planning value marked: "≈ 30 min".
    #[cfg_attr(test, schemars(with = "Option<String>"))]
    pub length: Option<Worded<Marks>>,
    /// Who sees to it.
    pub responsible: Option<String>,
    /// What it needs.
    pub equipment: Option<String>,
    /// The coordinator's own note.
    pub note: Option<String>,
    /// By how much everything up to it is too long, responsible, equipment, free time after it and
    /// note, one line each, worded: "24 min zu viel", "Technik: Beamer".
    pub lines: Vec<String>,
}

/// A part of an entry.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Item {
    /// Its number.
    pub number: Option<String>,
    /// Its title; a part that is only a person goes without.
    pub title: Option<String>,
    /// Who has a part in it.
    pub people: Vec<Person>,
    /// What it is about.
    pub description: Option<String>,
    /// Duration and place, worded.
    pub details: Vec<String>,
}

#[cfg(test)]
mod tests;
