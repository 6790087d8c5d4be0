//! Which public holidays hold in which territory, by law.
//!
//! The German laws stand as they were in force from 2016 on, the Thuringian one from 1995, the
//! Austrian one (`ARG` § 7) too. What a law says today is taken to hold in later years. Its
//! source is what [`law`] cites.

use std::iter;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::holiday::{Holiday, from_easter};
use crate::domain::city::{City, ExtraHoliday};
use crate::domain::region::Territory;
use crate::text::Vocabulary as _;

use Territory::{
    BadenWuerttemberg, Bavaria, Berlin, Brandenburg, Bremen, Burgenland, Carinthia, Hamburg, Hesse,
    LowerAustria, LowerSaxony, Mecklenburg, NorthRhine, RhinelandPalatinate, Saarland, Salzburg,
    Saxony, SaxonyAnhalt, SchleswigHolstein, Styria, Thuringia, Tyrol, UpperAustria, Vienna,
    Vorarlberg,
};

/// The German Länder in all of which Fronleichnam is a holiday.
const CORPUS_CHRISTI: [Territory; 6] =
    [BadenWuerttemberg, Bavaria, Hesse, NorthRhine, RhinelandPalatinate, Saarland];

/// Whether a day is a holiday in a town.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// It is.
    Yes,
    /// It is none.
    No,
    /// It depends on the municipality, and nobody has said.
    Unsaid,
}

/// The first year of which the holidays of `territory` are known.
pub fn known_since(territory: Territory) -> i32 {
    if territory == Thuringia { 1995 } else { 2016 }
}

/// All holidays that any law knows, in `year`, by date.
pub fn days(year: i32) -> Vec<(NaiveDate, Holiday)> {
    let mut days: Vec<_> = Holiday::all().filter_map(|day| Some((day.date(year)?, day))).collect();
    days.sort_by_key(|(date, _)| *date);
    days
}

impl Holiday {
    fn date(self, year: i32) -> Option<NaiveDate> {
        let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        match self {
            Self::NewYear => on(1, 1),
            Self::Epiphany => on(1, 6),
            Self::WomensDay => on(3, 8),
            Self::GoodFriday => from_easter(year, -2),
            Self::EasterSunday => from_easter(year, 0),
            Self::EasterMonday => from_easter(year, 1),
            Self::LabourDay => on(5, 1),
            Self::Liberation => on(5, 8),
            Self::Uprising => on(6, 17),
            Self::Ascension => from_easter(year, 39),
            Self::WhitSunday => from_easter(year, 49),
            Self::WhitMonday => from_easter(year, 50),
            Self::CorpusChristi => from_easter(year, 60),
            Self::PeaceFestival => on(8, 8),
            Self::Assumption => on(8, 15),
            Self::ChildrensDay => on(9, 20),
            Self::Unity => on(10, 3),
            Self::National => on(10, 26),
            Self::Reformation => on(10, 31),
            Self::AllSaints => on(11, 1),
            Self::Repentance => {
                let last = on(11, 22)?;
                let back = last.weekday().days_since(Weekday::Wed);
                last.checked_sub_days(Days::new(u64::from(back)))
            }
            Self::Conception => on(12, 8),
            Self::Christmas => on(12, 25),
            Self::BoxingDay => on(12, 26),
        }
    }
}

/// Whether `holiday` is one in `territory` in `year`, and there in `city`.
pub fn holds(holiday: Holiday, territory: Territory, year: i32, city: &City) -> Holds {
    let german = !territory.is_austrian();
    let among = |territories: &[Territory]| territories.contains(&territory);
    let holds = match holiday {
        Holiday::NewYear
        | Holiday::EasterMonday
        | Holiday::LabourDay
        | Holiday::Ascension
        | Holiday::WhitMonday
        | Holiday::Christmas
        | Holiday::BoxingDay => true,
        Holiday::GoodFriday | Holiday::Unity => german,
        Holiday::National | Holiday::Conception => !german,
        Holiday::Epiphany => !german || among(&[BadenWuerttemberg, Bavaria, SaxonyAnhalt]),
        Holiday::AllSaints => {
            let there = [BadenWuerttemberg, Bavaria, NorthRhine, RhinelandPalatinate, Saarland];
            !german || among(&there)
        }
        Holiday::WomensDay => {
            territory == Berlin && year >= 2019 || territory == Mecklenburg && year >= 2023
        }
        Holiday::Liberation => territory == Berlin && [2020, 2025].contains(&year),
        Holiday::Uprising => territory == Berlin && year == 2028,
        Holiday::EasterSunday | Holiday::WhitSunday => territory == Brandenburg,
        Holiday::ChildrensDay => territory == Thuringia && year >= 2019,
        // Everywhere in 2017, five hundred years after; in the north since 2018.
        Holiday::Reformation => {
            german && year == 2017
                || among(&[Brandenburg, Mecklenburg, Saxony, SaxonyAnhalt, Thuringia])
                || year >= 2018 && among(&[Bremen, Hamburg, LowerSaxony, SchleswigHolstein])
        }
        Holiday::Repentance => territory == Saxony,
        Holiday::CorpusChristi => {
            if !german || among(&CORPUS_CHRISTI) {
                return Holds::Yes;
            }
            return said(city, ExtraHoliday::CorpusChristi, corpus_christi(territory, city));
        }
        Holiday::Assumption => {
            if !german || territory == Saarland {
                return Holds::Yes;
            }
            let usual = if territory == Bavaria { Holds::Unsaid } else { Holds::No };
            return said(city, ExtraHoliday::Assumption, usual);
        }
        Holiday::PeaceFestival => {
            let usual =
                if territory == Bavaria && is_augsburg(city) { Holds::Yes } else { Holds::No };
            return if usual == Holds::Yes {
                usual
            } else {
                said(city, ExtraHoliday::PeaceFestival, usual)
            };
        }
    };
    if holds { Holds::Yes } else { Holds::No }
}

/// What the entry of `city` says of a holiday of single municipalities, else what is `usual`.
fn said(city: &City, extra: ExtraHoliday, usual: Holds) -> Holds {
    match &city.extra_holidays {
        Some(own) if own.iter().any(|own| own.value == extra) => Holds::Yes,
        Some(_) if usual == Holds::Unsaid => Holds::No,
        _ => usual,
    }
}

/// What the key of a municipality says of Fronleichnam where it is a holiday in parts: in Thuringia
/// the Eichsfeld and places of the two districts beside it, in Saxony places around Bautzen.
fn corpus_christi(territory: Territory, city: &City) -> Holds {
    let district = city.municipality_key.as_ref().and_then(|key| key.as_str().get(..5));
    match (territory, district) {
        (Thuringia, Some("16061")) => Holds::Yes,
        (Thuringia, Some("16063" | "16064") | None) | (Saxony, Some("14625") | None) => {
            Holds::Unsaid
        }
        _ => Holds::No,
    }
}

/// Whether the law of `territory` knows `holiday` and makes it one in `city`, or leaves that to its
/// municipality. What towns list beside that stands in no law.
pub fn is_known(holiday: Holiday, territory: Territory, city: &City) -> bool {
    let austrian = territory.is_austrian();
    match holiday {
        Holiday::CorpusChristi => {
            austrian
                || CORPUS_CHRISTI.contains(&territory)
                || [Thuringia, Saxony].contains(&territory)
        }
        Holiday::Assumption => austrian || [Saarland, Bavaria].contains(&territory),
        Holiday::PeaceFestival => territory == Bavaria && is_augsburg(city),
        Holiday::NewYear
        | Holiday::Epiphany
        | Holiday::WomensDay
        | Holiday::GoodFriday
        | Holiday::EasterSunday
        | Holiday::EasterMonday
        | Holiday::LabourDay
        | Holiday::Liberation
        | Holiday::Uprising
        | Holiday::Ascension
        | Holiday::WhitSunday
        | Holiday::WhitMonday
        | Holiday::ChildrensDay
        | Holiday::Unity
        | Holiday::National
        | Holiday::Reformation
        | Holiday::AllSaints
        | Holiday::Repentance
        | Holiday::Conception
        | Holiday::Christmas
        | Holiday::BoxingDay => true,
    }
}

fn is_augsburg(city: &City) -> bool {
    let key = city.municipality_key.as_ref().map(|key| key.as_str() == "09761000");
    let names = iter::once(&city.name).chain(&city.official_name);
    key.unwrap_or_else(|| {
        names.flat_map(|name| name.as_str().split(' ')).any(|word| word == "Augsburg")
    })
}

/// The paragraph that makes `holiday` one in `territory`, as offices cite it.
pub fn law(holiday: Holiday, territory: Territory) -> &'static str {
    match (territory, holiday) {
        (Thuringia, Holiday::CorpusChristi) => "§ 2 Abs. 2 und § 10 Abs. 1 ThürFGtG",
        (Thuringia, _) => "§ 2 Abs. 1 ThürFGtG",
        (BadenWuerttemberg, _) => "§ 1 FTG BW",
        (Bavaria, Holiday::Assumption) => "Art. 1 Abs. 1 Nr. 2 BayFTG",
        (Bavaria, Holiday::PeaceFestival) => "Art. 1 Abs. 2 BayFTG",
        (Bavaria, _) => "Art. 1 Abs. 1 BayFTG",
        (Berlin, _) => "§ 1 FeiertG BE",
        (Brandenburg, _) => "§ 2 FTG BB",
        (Bremen, _) => "§ 2 FeiertG HB",
        (Hamburg, _) => "§ 1 FeiertG HH",
        (Hesse, _) => "§ 1 HFeiertagsG",
        (Mecklenburg, _) => "§ 2 FTG M-V",
        (LowerSaxony, _) => "§ 2 NFeiertagsG",
        (NorthRhine, _) => "§ 2 FeiertagsG NW",
        (RhinelandPalatinate, _) => "§ 2 LFtG RP",
        (Saarland, _) => "§ 2 SFG SL",
        (Saxony, _) => "§ 1 SächsSFG",
        (SaxonyAnhalt, _) => "§ 2 FeiertG LSA",
        (SchleswigHolstein, _) => "§ 2 SFTG SH",
        (
            Burgenland | Carinthia | LowerAustria | UpperAustria | Salzburg | Styria | Tyrol
            | Vorarlberg | Vienna,
            _,
        ) => "§ 7 Abs. 2 ARG",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Holds, Holiday, Territory, days, holds};
    use crate::domain::region::Territory::{Bavaria, Berlin, Saxony, Thuringia, Vienna};
    use crate::example::Example;
    use crate::text::Vocabulary as _;

    /// The holidays of a territory in a year as "month-day", with a question mark where it depends
    /// on the municipality.
    fn told(territory: Territory, year: i32) -> String {
        let example = Example::new(&["Aue"]);
        let there = days(year).into_iter().filter_map(|(date, holiday)| {
            let day = date.format("%m-%d");
            match holds(holiday, territory, year, &example.workspace.cities[0]) {
                Holds::Yes => Some(day.to_string()),
                Holds::Unsaid => Some(format!("{day}?")),
                Holds::No => None,
            }
        });
        there.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_holidays_of_2027_and_2028_are_those_of_the_law() {
        assert_eq!(
            told(Bavaria, 2027),
            "01-01 01-06 03-26 03-29 05-01 05-06 05-17 05-27 08-15? 10-03 11-01 12-25 12-26"
        );
        assert_eq!(
            told(Berlin, 2028),
            "01-01 03-08 04-14 04-17 05-01 05-25 06-05 06-17 10-03 12-25 12-26"
        );
        assert_eq!(
            told(Saxony, 2028),
            "01-01 04-14 04-17 05-01 05-25 06-05 06-15? 10-03 10-31 11-22 12-25 12-26"
        );
        assert_eq!(
            told(Thuringia, 2028),
            "01-01 04-14 04-17 05-01 05-25 06-05 06-15? 09-20 10-03 10-31 12-25 12-26"
        );
        assert_eq!(
            told(Vienna, 2027),
            "01-01 01-06 03-29 05-01 05-06 05-17 05-27 08-15 10-26 11-01 12-08 12-25 12-26"
        );
    }

    #[test]
    fn laws_changed_in_single_years() {
        let example = Example::new(&["Aue"]);
        let territories = |holiday: Holiday, year: i32| -> Vec<&str> {
            let city = &example.workspace.cities[0];
            let has = |it: &Territory| holds(holiday, *it, year, city) == Holds::Yes;
            Territory::all().filter(has).map(Territory::word).collect()
        };
        assert_eq!(territories(Holiday::Reformation, 2016).len(), 5);
        assert_eq!(territories(Holiday::Reformation, 2017).len(), 16);
        assert_eq!(territories(Holiday::Reformation, 2018).len(), 9);
        let womens_day = [2018, 2019, 2022, 2023].map(|year| territories(Holiday::WomensDay, year));
        assert_eq!(womens_day, [vec![], vec!["DE-BE"], vec!["DE-BE"], vec!["DE-BE", "DE-MV"]]);
        let liberation =
            (2016..=2040).filter(|year| !territories(Holiday::Liberation, *year).is_empty());
        assert_eq!(liberation.collect::<Vec<_>>(), [2020, 2025]);
        let childrens_day = [2018, 2019].map(|year| territories(Holiday::ChildrensDay, year).len());
        assert_eq!(childrens_day, [0, 1]);
    }

    #[test]
    fn a_year_has_each_holiday_once_and_in_order() {
        for year in 1995..=2200 {
            let days = days(year);
            assert!(days.is_sorted_by_key(|(date, _)| *date));
            assert_eq!(days.len(), Holiday::ALL.len());
            let dates: BTreeSet<_> = days.iter().map(|(date, _)| date).collect();
            assert!(dates.len() + 3 >= days.len(), "{year}");
        }
    }
}
