//! What speaks against a day, whom it keeps away, and how much it counts.

use super::holiday::{HalfHoliday, Holiday};
use super::law::{is_known, law};
use crate::domain::calendar::{Doubt, Period};
use crate::domain::city::Unavailability;
use crate::domain::date_rules::Weight;
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::region::Region;
use crate::domain::workspace::Workspace;
use crate::source::Origin;

/// Something that speaks against a day.
#[derive(Clone, Debug)]
pub struct Reason<'a> {
    /// What it is.
    pub cause: Cause<'a>,
    /// Whom it keeps away.
    pub towns: Towns,
    /// How much it counts.
    pub effect: Effect,
}

/// Whom something concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Towns {
    /// The meeting as such, not who comes.
    None,
    /// All towns that take part.
    All,
    /// Some of them, in the network's order; at least one.
    Some(Vec<CityId>),
}

/// How much a reason counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// The day is out of the question.
    Block,
    /// So many minus points, at least one.
    Minus(u32),
    /// Nothing, because nobody knows; if it did speak against the day, so much.
    Unknown(Weight),
}

impl Effect {
    /// Whether nobody knows.
    pub fn is_unknown(self) -> bool {
        matches!(self, Self::Unknown(_))
    }
}

/// What speaks against a day.
#[derive(Clone, Copy, Debug)]
pub enum Cause<'a> {
    /// It is a Saturday or Sunday.
    Weekend,
    /// It is a public holiday; where the town's file says so, if it is one of single towns.
    Holiday(Holiday, Option<Origin>),
    /// It is a working day between two free ones, one of them this public holiday.
    BridgeByLaw(Holiday, Option<Origin>),
    /// It is a working day between two free ones, one of them in this period.
    BridgeByPeriod(&'a Period),
    /// It is a working day between two free ones if this is a holiday in the municipality, and nobody
    /// has said.
    BridgeUnsaid(Holiday),
    /// It is a day on which offices are half empty.
    HalfHoliday(HalfHoliday),
    /// It is in a period of the calendar.
    Period(&'a Period),
    /// Its school holidays stand nowhere.
    SchoolUnknown {
        /// Whether the published ones end before it.
        not_yet: bool,
    },
    /// Nobody knows which days are holidays there.
    HolidaysUnknown,
    /// It is a holiday in some municipalities, and nobody has said in which.
    HolidayUnsaid(Holiday),
    /// It is a holiday in some regions, and nobody has said in which this is.
    HolidayElsewhere(Holiday),
    /// Nobody can tell whether this is on it.
    Doubt(&'a Doubt),
    /// The host is not a member on it.
    HostNoMember(CityId),
    /// The host is away.
    HostUnavailable(CityId, &'a Unavailability),
    /// The cadence names other weekdays.
    OtherWeekday,
    /// The cadence names other months.
    OtherMonth,
    /// So few days are between it and this meeting.
    TooClose(&'a Meeting, i64),
    /// It is so many days after this meeting, more than the cadence wants.
    TooFar(&'a Meeting, i64),
    /// So few days are left to prepare.
    ShortNotice(i64),
}

impl Towns {
    /// Those of the `members` that something `concerns`; none if there is no such.
    pub(super) fn among(members: &[CityId], concerns: impl Fn(CityId) -> bool) -> Option<Self> {
        let towns: Vec<CityId> = members.iter().copied().filter(|id| concerns(*id)).collect();
        match towns.len() {
            number if number == members.len() => Some(Self::All),
            0 => None,
            _ => Some(Self::Some(towns)),
        }
    }
}

impl Reason<'_> {
    /// The laws that say so, each once; `members` are all towns that take part.
    pub fn laws(&self, workspace: &Workspace, members: &[CityId]) -> Vec<&'static str> {
        let Cause::Holiday(holiday, _) = self.cause else { return Vec::new() };
        let towns = match &self.towns {
            Towns::None => &[],
            Towns::All => members,
            Towns::Some(towns) => towns,
        };
        let mut laws = Vec::new();
        for &town in towns {
            if let Some(Region::Of(territory)) = workspace.region(town)
                && is_known(holiday, territory, workspace.city(town))
            {
                let law = law(holiday, territory);
                if !laws.contains(&law) {
                    laws.push(law);
                }
            }
        }
        laws
    }
}
