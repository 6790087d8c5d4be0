//! The network itself: its name, its rules and who writes for it.

use super::badges::Badges;
use super::checklist::Checklist;
use super::colour::Colour;
use super::date_rules::DateRules;
use super::id::CityId;
use super::line::{Line, Text};
use super::logo::Logo;
use super::submission::Submission;
use super::time::TimeZone;
use crate::source::{Located, Origin};
use crate::text::{Language, MemberWords, Saturday, Separator};
use chrono::Weekday;

/// A network of towns.
#[derive(Clone, Debug)]
pub struct Network {
    /// Its name, without what kind of network it is.
    pub name: Line,
    /// What kind of network it is ("Netzwerkinitiative"); stands before the name.
    pub kind: Option<Line>,
    /// What its meetings are called ("Erfahrungsaustausch (ERFA)").
    pub meeting_name: Option<Line>,
    /// The language of its documents.
    pub language: Language,
    /// The zone of all its clock times.
    pub time_zone: TimeZone,
    /// The town that coordinates; not the one that hosts.
    pub coordinator: Option<Located<CityId>>,
    /// What the network is, in a few sentences.
    pub about: Option<Text>,
    /// What it is for.
    pub goals: Vec<Line>,
    /// Organisations that support it.
    pub partners: Vec<Line>,
    /// What its members are called.
    pub members: MemberWords,
    /// Whether travel decides between towns that are owed equally.
    pub travel: bool,
    /// How many turns at least are to lie between two of one town, as far as others can host: 0 to
    /// 1000.
    pub min_gap: MinGap,
    /// How often it meets.
    pub cadence: Cadence,
    /// What speaks against a day.
    pub date_rules: DateRules,
    /// How its guests walk.
    pub walking: Walking,
    /// Who writes its invitations.
    pub sender: Sender,
    /// The server that sends its mails.
    pub submission: Option<Submission>,
    /// What is kept of its changes.
    pub journal: Keeping,
    /// What is to be done for every meeting.
    pub checklist: Checklist,
    /// The labels of its name badges.
    pub badges: Badges,
    /// How its documents look.
    pub style: Style,
    /// Its pages for the web.
    pub site: Site,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
}

/// How many turns at least are to lie between two of one town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MinGap {
    /// How many.
    pub value: u32,
    /// Where the file says so, if it does.
    pub origin: Option<Origin>,
}

impl Default for MinGap {
    /// Never twice running.
    fn default() -> Self {
        Self { value: 1, origin: None }
    }
}

/// How many changes of a workspace are kept, and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeping {
    /// How many, 0 to 10 000.
    pub changes: u32,
    /// How many days, 0 to 36 500.
    pub days: u32,
}

impl Default for Keeping {
    /// More than a coordinator changes in a quarter; what old replies said is not kept for longer.
    fn default() -> Self {
        Self { changes: 50, days: 90 }
    }
}

/// How often, in which months and on which weekdays a network meets.
#[derive(Clone, Debug, Default)]
pub struct Cadence {
    /// Where it stands.
    pub origin: Option<Origin>,
    /// Meetings a year, 1 to 366.
    pub per_year: Option<u32>,
    /// Months, 1 to 12; none means any.
    pub months: Vec<u32>,
    /// Weekdays; none means any.
    pub weekdays: Vec<Weekday>,
}

/// How people walk between the places of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Walking {
    /// How fast, in tenths of a kilometre an hour, 10 to 100.
    pub pace: u32,
    /// How much longer the way is than the crow flies, in tenths, 10 to 30.
    pub detour: u32,
}

impl Default for Walking {
    /// A group that talks: 4 km/h, a little slower than the 1.2 m/s that German traffic planners
    /// count with for people on foot, and streets that make the way a third longer.
    fn default() -> Self {
        Self { pace: 40, detour: 13 }
    }
}

/// Who writes: what stands below a letter and in `From`.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    /// The person.
    pub name: Option<Line>,
    /// The person's function.
    pub function: Option<Line>,
    /// The body the person writes for.
    pub organisation: Option<Line>,
    /// Street and number.
    pub street: Option<Line>,
    /// Postcode, five digits.
    pub postcode: Option<Line>,
    /// Town.
    pub town: Option<Line>,
    /// Mail address.
    pub mail: Option<Line>,
    /// Telephone number as it is to be printed.
    pub phone: Option<Line>,
}

/// House style.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// The accent colour, as it was given.
    pub accent: Option<Colour>,
    /// Pictures at the head of documents.
    pub logos: Vec<Logo>,
    /// The German name of the sixth day of the week.
    pub saturday: Saturday,
    /// What stands between hours and minutes.
    pub clock: Separator,
}

/// Pages of the network for any web server.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The address at which they stand, with a slash at its end.
    pub url: Option<Line>,
    /// Their languages; none stands for that of the documents.
    pub languages: Vec<Language>,
}
