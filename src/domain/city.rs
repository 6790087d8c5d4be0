//! The towns that take turns as host.

use chrono::NaiveDate;

use super::id::Id;
use super::line::{Line, Text};
use super::logo::Logo;
use super::region::{Region, land};
use super::time::DateRange;
use crate::source::{Located, Origin};
use crate::text::vocabulary;

/// A town of the network, present or former.
#[derive(Clone, Debug)]
pub struct City {
    /// The name that keys go by.
    pub id: Id,
    /// Where its entry begins.
    pub origin: Origin,
    /// The short name ("Mühlhausen").
    pub name: Line,
    /// The official name ("Mühlhausen/Thüringen").
    pub official_name: Option<Line>,
    /// Amtlicher Gemeindeschlüssel, eight digits.
    pub municipality_key: Option<Line>,
    /// Landkreis.
    pub district: Option<Line>,
    /// Postcode of the centre, five digits in Germany.
    pub postcode: Option<Line>,
    /// The country of a town abroad, in the words of an envelope.
    pub country: Option<Line>,
    /// Whose holidays it keeps; none means what its key or its network says.
    pub region: Option<Region>,
    /// Where it lies.
    pub coordinates: Option<Coordinates>,
    /// Street and number of the town hall.
    pub street: Option<Line>,
    /// Mail address of its administration.
    pub mail: Option<Line>,
    /// Its station, if trains stop there.
    pub station: Option<Line>,
    /// The adjective to its name ("Mühlhäuser").
    pub adjective: Option<Line>,
    /// When it belongs to the network.
    pub membership: Membership,
    /// How much of the hosting is its part, 1 to 1000.
    pub share: u32,
    /// Holidays that its surroundings do not have; none means that nobody has said.
    pub extra_holidays: Option<Vec<Located<ExtraHoliday>>>,
    /// Where it says that it is on an island with school holidays of its own: Sylt, Föhr, Amrum,
    /// Helgoland or one of the Halligen.
    pub island: Option<Origin>,
    /// When it cannot host.
    pub unavailable: Vec<Unavailability>,
    /// When it would like to host.
    pub wishes: Vec<Wish>,
    /// Its logo or coat of arms, for documents about meetings in it.
    pub logo: Option<Logo>,
    /// A note of the coordinator's own.
    pub note: Option<Text>,
}

impl City {
    /// Whose holidays it keeps: as its entry says, else as its municipality key says, else those of the
    /// `network`. A town abroad is not where its network is; none if nobody says.
    pub fn region_in(&self, network: Option<Region>) -> Option<Region> {
        let key = || self.municipality_key.as_ref().and_then(|key| land(key.as_str()));
        match self.region {
            None if network == Some(Region::OwnCalendar) => network,
            None if self.country.is_some() => key().map(Region::Of).or(Some(Region::Other(None))),
            None => key().map(Region::Of).or(network),
            region => region,
        }
    }
}

vocabulary! {
    /// A public holiday of single towns.
    pub enum ExtraHoliday {
        /// Fronleichnam, in Thuringia a holiday where it was one in 1994: § 2 (2), § 10 (1) `ThürFGtG`.
        CorpusChristi = "fronleichnam",
        /// Mariä Himmelfahrt, in Bavaria a holiday where most people are Catholic: Art. 1 (1) no. 2 `FTG`.
        Assumption = "mariae-himmelfahrt",
        /// Friedensfest, in Augsburg: Art. 1 (2) `FTG`.
        PeaceFestival = "friedensfest",
    }
}

/// Degrees on WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// North, −90 to 90.
    pub latitude: f64,
    /// East, −180 to 180.
    pub longitude: f64,
}

/// When a town belongs to the network.
#[derive(Clone, Debug, Default)]
pub struct Membership {
    /// The first day; none means since the first counting meeting.
    pub since: Option<Located<NaiveDate>>,
    /// The last day.
    pub until: Option<Located<NaiveDate>>,
    /// Memberships that ended before this one began.
    pub earlier: Vec<Located<DateRange>>,
}

impl Membership {
    /// Whether the town is a member on `date`.
    pub fn covers(&self, date: NaiveDate) -> bool {
        let begun = match self.since {
            Some(since) => since.value <= date,
            // Without a first day the present membership reaches back to the end of the last one.
            None => self.earlier.iter().all(|earlier| earlier.value.last() < date),
        };
        let present = begun && self.until.is_none_or(|until| date <= until.value);
        present || self.earlier.iter().any(|earlier| earlier.value.contains(date))
    }

    /// The first day of the membership that covers `date`; none if it is not known.
    pub fn begin(&self, date: NaiveDate) -> Option<NaiveDate> {
        let earlier = self.earlier.iter().find(|earlier| earlier.value.contains(date));
        match earlier {
            Some(earlier) => Some(earlier.value.first()),
            None => self.since.map(|since| since.value),
        }
    }
}

/// A time in which a town cannot host.
#[derive(Clone, Debug)]
pub struct Unavailability {
    /// Where it stands.
    pub origin: Origin,
    /// The days.
    pub days: DateRange,
    /// Why.
    pub reason: Line,
}

/// A time in which a town would like to host.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Where it stands.
    pub origin: Origin,
    /// The days.
    pub days: DateRange,
    /// Why.
    pub reason: Line,
    /// How much it weighs, 1 to 1000.
    pub weight: u32,
}
