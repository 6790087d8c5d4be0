//! Which days suit all towns, with what speaks against each: the answer as data and in words.

use chrono::NaiveDate;
use serde::Serialize;

use super::finding::{FilePlace, Finding, findings, place};
use super::next_host::Town;
use super::words::Words;
use crate::diagnostic::Diagnostic;
use crate::domain::calendar::PeriodKind;
use crate::domain::date_rules::Weight;
use crate::domain::id::CityId;
use crate::domain::workspace::Workspace;
use crate::plan::dates::{Cause, DatesQuestion, Day, Effect, Reason, Towns};
use crate::source::{Origin, Sources};
use crate::text::Language;

mod sentences;
mod sign;
mod unknown;

use crate::view::spelling::word;
use sentences::Sentences;

/// The days that were judged, the best first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Dates {
    /// Its language, by its code.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The first day that was judged.
    pub from: NaiveDate,
    /// The last day that was judged.
    pub to: NaiveDate,
    /// The town that hosts, if that is settled.
    pub host: Option<Town>,
    /// What was asked, in a sentence.
    pub question: String,
    /// How many days were judged.
    pub judged: usize,
    /// How many of them are out of the question.
    pub blocked: usize,
    /// Both numbers in a sentence.
    pub summary: String,
    /// The best days, the blocked ones last.
    pub days: Vec<DayCandidate>,
    /// Of how many towns public and school holidays are not known, in a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unknown: Vec<String>,
    /// What nobody could read, and is not counted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<Finding>,
}

/// A day and what speaks against it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DayCandidate {
    /// The day.
    pub date: NaiveDate,
    /// The same for people, with its weekday.
    pub words: String,
    /// Whether it is out of the question.
    pub blocked: bool,
    /// All its minus points.
    pub points: u32,
    /// The minus points that it has if all that nobody knows speaks against it; none if it is blocked
    /// then.
    pub points_at_worst: Option<u32>,
    /// All this for people: "−40", "0 bis −18", or that it is blocked.
    pub points_words: String,
    /// How many towns take part.
    pub towns: usize,
    /// How many of them nothing keeps away; none if that is not known.
    pub free_towns: Option<usize>,
    /// Both numbers for people: "8 von 9", or that it is not known.
    pub towns_words: String,
    /// What speaks against it, the heaviest first.
    pub reasons: Vec<Objection>,
}

/// Something that speaks against a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Objection {
    /// What it is, by the key of its weight in `[dates]`.
    pub kind: ObjectionKind,
    /// What it does.
    pub effect: ObjectionEffect,
    /// Its minus points, if that is what it has.
    pub points: Option<u32>,
    /// The same for people: "−40", "gesperrt"; with a question mark if nobody knows.
    pub points_words: String,
    /// What it is, in words.
    pub words: String,
    /// The towns it keeps away.
    pub towns: Vec<Town>,
    /// The paragraph that makes it a holiday.
    pub law: Option<String>,
    /// Where it stands.
    pub place: Option<FilePlace>,
}

/// What speaks against a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ObjectionKind {
    /// Saturday or Sunday.
    Weekend,
    /// Between a holiday and a weekend.
    BridgeDay,
    /// Half of it is a holiday.
    HalfHoliday,
    /// The host is no member then.
    HostNoMember,
    /// The host cannot.
    HostUnavailable,
    /// Another weekday than the network's.
    OtherWeekday,
    /// Another month than the network's.
    OtherMonth,
    /// Too close to another meeting.
    TooClose,
    /// Too far from the last meeting.
    TooFar,
    /// Too soon to invite in time.
    ShortNotice,
    /// An entry of a calendar, or a holiday by law.
    #[serde(untagged)]
    Period(#[serde(serialize_with = "word")] PeriodKind),
}

/// What an objection does to a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ObjectionEffect {
    /// Blocks it.
    Block,
    /// Takes points.
    Minus,
    /// Nobody can tell.
    Unknown,
}

/// The answer in the words of `language`: of `days`, which were judged, the first `count`; what is
/// `left_out` is told.
pub fn dates(
    workspace: &Workspace,
    question: &DatesQuestion,
    days: &[Day<'_>],
    count: usize,
    left_out: &[Diagnostic],
    sources: &Sources,
    language: Language,
) -> Dates {
    let sentences = Sentences { workspace, words: Words::new(&workspace.network, language) };
    let blocked = days.iter().filter(|day| day.is_blocked()).count();
    Dates {
        language,
        from: question.days.first(),
        to: question.days.last(),
        host: question.host.map(|host| town(workspace, host)),
        question: sentences.question(question),
        judged: days.len(),
        blocked,
        summary: sentences.summary(days.len(), blocked),
        days: days.iter().take(count).map(|day| candidate(day, &sentences, sources)).collect(),
        unknown: sentences.unknown(days),
        left_out: findings(left_out, sources, language),
    }
}

fn candidate(day: &Day<'_>, sentences: &Sentences<'_>, sources: &Sources) -> DayCandidate {
    let (blocked, points) = (day.is_blocked(), day.points());
    let towns = day.members.len();
    // What nobody has looked up yet is not free.
    let free = (!day.is_unknown()).then(|| day.free_towns());
    let objection = |reason: &Reason<'_>| objection(day, reason, sentences, sources);
    DayCandidate {
        date: day.date,
        words: sentences.day(day.date),
        blocked,
        points,
        points_at_worst: match day.at_worst() {
            Weight::Minus(points) => Some(points),
            Weight::Block => None,
        },
        points_words: sentences.points(day),
        towns,
        free_towns: free,
        towns_words: sentences.of(free, towns),
        reasons: day.reasons.iter().map(objection).collect(),
    }
}

fn objection(
    day: &Day<'_>,
    reason: &Reason<'_>,
    sentences: &Sentences<'_>,
    sources: &Sources,
) -> Objection {
    let (effect, points, points_words) = match reason.effect {
        Effect::Block => (ObjectionEffect::Block, None, sentences.weight(Weight::Block)),
        Effect::Minus(points) => {
            (ObjectionEffect::Minus, Some(points), sentences.weight(Weight::Minus(points)))
        }
        Effect::Unknown(weight) => {
            (ObjectionEffect::Unknown, None, format!("? {}", sentences.weight(weight)))
        }
    };
    let laws = reason.laws(sentences.workspace, &day.members);
    let towns = match &reason.towns {
        Towns::None => &[],
        Towns::All => &day.members[..],
        Towns::Some(towns) => &towns[..],
    };
    Objection {
        kind: kind(reason.cause),
        effect,
        points,
        points_words,
        words: sentences.reason(day.date, reason),
        towns: towns.iter().map(|id| town(sentences.workspace, *id)).collect(),
        law: Some(laws.join("; ")).filter(|laws| !laws.is_empty()),
        place: origin(reason.cause, sentences.workspace).map(|origin| place(origin, sources)),
    }
}

fn kind(cause: Cause<'_>) -> ObjectionKind {
    match cause {
        Cause::Weekend => ObjectionKind::Weekend,
        Cause::Holiday(..) => ObjectionKind::Period(PeriodKind::Holiday),
        Cause::BridgeByLaw(..) | Cause::BridgeByPeriod(_) | Cause::BridgeUnsaid(_) => {
            ObjectionKind::BridgeDay
        }
        Cause::HalfHoliday(_) => ObjectionKind::HalfHoliday,
        Cause::Period(period) => ObjectionKind::Period(period.kind),
        Cause::SchoolUnknown { .. } => ObjectionKind::Period(PeriodKind::SchoolHoliday),
        Cause::HolidaysUnknown | Cause::HolidayUnsaid(_) | Cause::HolidayElsewhere(_) => {
            ObjectionKind::Period(PeriodKind::Holiday)
        }
        Cause::Doubt(_) => ObjectionKind::Period(PeriodKind::Other),
        Cause::HostNoMember(_) => ObjectionKind::HostNoMember,
        Cause::HostUnavailable(..) => ObjectionKind::HostUnavailable,
        Cause::OtherWeekday => ObjectionKind::OtherWeekday,
        Cause::OtherMonth => ObjectionKind::OtherMonth,
        Cause::TooClose(..) => ObjectionKind::TooClose,
        Cause::TooFar(..) => ObjectionKind::TooFar,
        Cause::ShortNotice(_) => ObjectionKind::ShortNotice,
    }
}

/// Where it stands in the files.
fn origin(cause: Cause<'_>, workspace: &Workspace) -> Option<Origin> {
    match cause {
        Cause::Holiday(_, origin) | Cause::BridgeByLaw(_, origin) => origin,
        Cause::Period(period) | Cause::BridgeByPeriod(period) => Some(period.origin),
        Cause::Doubt(doubt) => doubt.origin,
        Cause::HostNoMember(host) => Some(workspace.city(host).origin),
        Cause::HostUnavailable(_, absence) => Some(absence.origin),
        Cause::OtherWeekday | Cause::OtherMonth => workspace.network.cadence.origin,
        Cause::TooClose(meeting, _) | Cause::TooFar(meeting, _) => {
            meeting.when.date.map(|date| date.origin)
        }
        Cause::Weekend
        | Cause::HalfHoliday(_)
        | Cause::BridgeUnsaid(_)
        | Cause::SchoolUnknown { .. }
        | Cause::HolidaysUnknown
        | Cause::HolidayUnsaid(_)
        | Cause::HolidayElsewhere(_)
        | Cause::ShortNotice(_) => None,
    }
}

fn town(workspace: &Workspace, id: CityId) -> Town {
    let city = workspace.city(id);
    Town { id: city.id.to_string(), name: city.name.to_string() }
}
