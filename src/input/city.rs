//! `cities.toml`

use chrono::NaiveDate;

use super::directory::Names;
use super::fields::Fields;
use super::{logo, value};
use crate::diagnostic::region::{CountryOrLand, HolidayTwice, RegionMismatch, UnknownLand};
use crate::diagnostic::value::{HalfCoordinates, ReversedDates};
use crate::diagnostic::{Diagnostic, Label};
use crate::domain::city::{City, Coordinates, ExtraHoliday, Membership, Unavailability, Wish};
use crate::domain::line::Line;
use crate::domain::region::{Region, land};
use crate::domain::time::DateRange;
use crate::source::{Located, Origin};
use crate::text::Vocabulary as _;

/// The largest share and the largest weight of a wish.
const LARGEST_WEIGHT: u32 = 1000;

/// Reads `[[city]]`.
pub(super) fn read(file: &Fields<'_>, names: &mut Names) -> Vec<City> {
    file.tables("city")
        .into_iter()
        .filter_map(|fields| {
            let city = city(fields, names);
            names.keep(city)
        })
        .collect()
}

fn city(fields: Fields<'_>, names: &mut Names) -> Option<City> {
    let id = names.register(&fields);
    let name = fields.require("name", value::line);
    let membership = membership(&fields);
    let unavailable = fields.tables("unavailable").into_iter().filter_map(unavailability).collect();
    let wishes = fields.tables("wish").into_iter().filter_map(wish).collect();
    let extra_holidays: Vec<Located<ExtraHoliday>> = fields.list("extra-holidays", value::choice);
    for (index, own) in extra_holidays.iter().enumerate() {
        if extra_holidays[..index].iter().any(|before| before.value == own.value) {
            let holiday = own.value.word();
            fields.report(Diagnostic::at(own.origin, HolidayTwice { holiday }));
        }
    }
    // An empty list says that there are none.
    let extra_holidays = fields.has("extra-holidays").then_some(extra_holidays);
    let country = fields.get("country", value::line);
    // Postcodes abroad have any form.
    let postcode = match country {
        Some(_) => fields.get("postcode", value::line),
        None => fields.get("postcode", value::digits(5)),
    };
    let island = fields.read("island", value::flag).filter(|is_one| is_one.value);
    let island = island.map(|is_one| is_one.origin);
    let (municipality_key, region) = whereabouts(&fields, country.is_some());
    Some(City {
        origin: fields.origin(),
        official_name: fields.get("official-name", value::line),
        municipality_key,
        district: fields.get("district", value::line),
        postcode,
        country,
        region,
        coordinates: coordinates(&fields),
        street: fields.get("street", value::line),
        mail: fields.get("mail", value::mail),
        station: fields.get("station", value::line),
        adjective: fields.get("adjective", value::line),
        membership,
        share: fields.get("share", value::whole(1, LARGEST_WEIGHT)).unwrap_or(1),
        extra_holidays,
        island,
        unavailable,
        wishes,
        logo: fields.table("logo").and_then(logo::read),
        note: fields.get("note", value::text),
        id: id?,
        name: name?.value,
    })
}

/// The municipality key and the region, which do not belong to different Länder. A key of another
/// country has no Land.
fn whereabouts(fields: &Fields<'_>, is_abroad: bool) -> (Option<Line>, Option<Region>) {
    let key = fields.read("municipality-key", value::digits(8));
    let region = region(fields, is_abroad);
    if let Some(key) = key.as_ref().filter(|_| !is_abroad) {
        let words = key.value.as_str();
        match (land(words), region) {
            (None, _) => {
                let problem = UnknownLand { key: words.to_owned() };
                fields.report(Diagnostic::at(key.origin, problem));
            }
            (Some(land), Some(Located { value: Region::Of(territory), origin }))
                if land != territory =>
            {
                let [region, land] = [territory, land].map(|it| it.word().to_owned());
                let problem = RegionMismatch { region, key: land };
                fields
                    .report(Diagnostic::at(origin, problem).with(key.origin, Label::ComparedWith));
            }
            (Some(_), _) => {}
        }
    }
    (key.map(|key| key.value), region.map(|region| region.value))
}

/// The region; for who is not abroad a mere country may be a slip.
pub(super) fn region(fields: &Fields<'_>, is_abroad: bool) -> Option<Located<Region>> {
    let region = fields.read("region", value::region)?;
    if let (false, Some(land)) = (is_abroad, region.value.land_of_same_letters()) {
        let land = land.word();
        let country = land.trim_start_matches("DE-").to_owned();
        let problem = CountryOrLand { country, land: land.to_owned() };
        fields.report(Diagnostic::at(region.origin, problem));
    }
    Some(region)
}

/// Latitude and longitude: both, or none.
pub(super) fn coordinates(fields: &Fields<'_>) -> Option<Coordinates> {
    let latitude = fields.read("latitude", value::number(-90.0, 90.0));
    let longitude = fields.read("longitude", value::number(-180.0, 180.0));
    if fields.has("latitude") != fields.has("longitude") {
        let origin = latitude.or(longitude).map_or(fields.origin(), |number| number.origin);
        fields.report(Diagnostic::at(origin, HalfCoordinates {}));
    }
    Some(Coordinates { latitude: latitude?.value, longitude: longitude?.value })
}

fn membership(fields: &Fields<'_>) -> Membership {
    let since = fields.read("member-since", value::date);
    let until = fields.read("member-until", value::date);
    if let (Some(since), Some(until)) = (since, until)
        && until.value < since.value
    {
        fields.report(Diagnostic::at(until.origin, ReversedDates {}));
    }
    let earlier = fields
        .tables("earlier-membership")
        .into_iter()
        .filter_map(|fields| {
            let days = required_days(&fields, "since", "until");
            let origin = fields.origin();
            Some(Located::new(days?, origin))
        })
        .collect();
    Membership { since, until, earlier }
}

fn unavailability(fields: Fields<'_>) -> Option<Unavailability> {
    let (origin, days, reason) = dated_reason(&fields);
    Some(Unavailability { origin, days: days?, reason: reason? })
}

fn wish(fields: Fields<'_>) -> Option<Wish> {
    let (origin, days, reason) = dated_reason(&fields);
    let weight = fields.get("weight", value::whole(1, LARGEST_WEIGHT)).unwrap_or(1);
    Some(Wish { origin, days: days?, reason: reason?, weight })
}

fn dated_reason(fields: &Fields<'_>) -> (Origin, Option<DateRange>, Option<Line>) {
    let days = required_days(fields, "from", "to");
    let reason = fields.require("reason", value::line).map(|reason| reason.value);
    (fields.origin(), days, reason)
}

/// A range of days with both ends.
fn required_days(fields: &Fields<'_>, from: &'static str, to: &'static str) -> Option<DateRange> {
    let first = fields.require(from, value::date);
    let last = fields.require(to, value::date);
    let (first, last) = (first?, last?);
    days(fields, first.value, last)
}

/// The days from `first` to `last`; the wrong order is reported.
pub(super) fn days(
    fields: &Fields<'_>,
    first: NaiveDate,
    last: Located<NaiveDate>,
) -> Option<DateRange> {
    let days = DateRange::new(first, last.value);
    if days.is_none() {
        fields.report(Diagnostic::at(last.origin, ReversedDates {}));
    }
    days
}
