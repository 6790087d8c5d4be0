//! Public holidays by Thuringian law, and days that are none and yet no use.
//!
//! The law is the `Thüringer Feier- und Gedenktagsgesetz` (`ThürFGtG`) of 21 December 1994
//! (`GVBl.` p. 1221), last changed on 19 March 2019 (`GVBl.` p. 22). A holiday at a weekend is not made up for.
//! Easter Sunday and Whit Sunday are no holidays of this law; they are Sundays anyway.

use chrono::{Datelike as _, Days, NaiveDate};

use crate::text::vocabulary;

vocabulary! {
    /// A public holiday; its German name is the legal one.
    pub enum Holiday {
        /// 1 January.
        NewYear => ("Neujahr", "New Year’s Day"),
        /// The Friday before Easter.
        GoodFriday => ("Karfreitag", "Good Friday"),
        /// The Monday after Easter.
        EasterMonday => ("Ostermontag", "Easter Monday"),
        /// 1 May.
        LabourDay => ("1. Mai", "Labour Day"),
        /// The 39th day after Easter, a Thursday.
        Ascension => ("Christi Himmelfahrt", "Ascension Day"),
        /// The 50th day after Easter.
        WhitMonday => ("Pfingstmontag", "Whit Monday"),
        /// The 60th day after Easter, a Thursday; only where it was a holiday in 1994.
        CorpusChristi => ("Fronleichnam", "Corpus Christi"),
        /// 20 September, since 2019.
        ChildrensDay => ("Weltkindertag", "Children’s Day"),
        /// 3 October.
        Unity => ("Tag der Deutschen Einheit", "German Unity Day"),
        /// 31 October.
        Reformation => ("Reformationstag", "Reformation Day"),
        /// 25 December.
        Christmas => ("1. Weihnachtstag", "Christmas Day"),
        /// 26 December.
        BoxingDay => ("2. Weihnachtstag", "Boxing Day"),
    }
}

vocabulary! {
    /// A day that is no holiday, but on which half the offices are empty.
    pub enum HalfHoliday {
        /// The Monday before Ash Wednesday.
        ShroveMonday => ("Rosenmontag", "Shrove Monday"),
        /// The Thursday before Easter.
        MaundyThursday => ("Gründonnerstag", "Maundy Thursday"),
        /// 24 December.
        ChristmasEve => ("Heiligabend", "Christmas Eve"),
        /// 31 December.
        NewYearsEve => ("Silvester", "New Year’s Eve"),
    }
}

/// The first year in which 20 September is a holiday.
const CHILDRENS_DAY_SINCE: i32 = 2019;

/// The public holidays of all of Thuringia in a year, by date.
pub fn holidays(year: i32) -> Vec<(NaiveDate, Holiday)> {
    let fixed = [
        (1, 1, Holiday::NewYear),
        (5, 1, Holiday::LabourDay),
        (9, 20, Holiday::ChildrensDay),
        (10, 3, Holiday::Unity),
        (10, 31, Holiday::Reformation),
        (12, 25, Holiday::Christmas),
        (12, 26, Holiday::BoxingDay),
    ];
    let movable = [
        (-2, Holiday::GoodFriday),
        (1, Holiday::EasterMonday),
        (39, Holiday::Ascension),
        (50, Holiday::WhitMonday),
    ];
    let fixed = fixed.into_iter().filter_map(|(month, day, holiday)| {
        Some((NaiveDate::from_ymd_opt(year, month, day)?, holiday))
    });
    let movable =
        movable.into_iter().filter_map(|(days, holiday)| Some((from_easter(year, days)?, holiday)));
    let mut holidays: Vec<_> = fixed
        .chain(movable)
        .filter(|(date, holiday)| {
            *holiday != Holiday::ChildrensDay || date.year() >= CHILDRENS_DAY_SINCE
        })
        .collect();
    holidays.sort_by_key(|(date, _)| *date);
    holidays
}

/// Fronleichnam in a year.
pub fn corpus_christi(year: i32) -> Option<NaiveDate> {
    from_easter(year, 60)
}

/// The days of a year that are no holidays and yet no use, by date.
pub fn half_holidays(year: i32) -> Vec<(NaiveDate, HalfHoliday)> {
    let days = [
        (from_easter(year, -48), HalfHoliday::ShroveMonday),
        (from_easter(year, -3), HalfHoliday::MaundyThursday),
        (NaiveDate::from_ymd_opt(year, 12, 24), HalfHoliday::ChristmasEve),
        (NaiveDate::from_ymd_opt(year, 12, 31), HalfHoliday::NewYearsEve),
    ];
    days.into_iter().filter_map(|(date, day)| Some((date?, day))).collect()
}

/// The day so many days after Easter Sunday; none outside the years 1583 to 9999.
fn from_easter(year: i32, days: i64) -> Option<NaiveDate> {
    let easter = computus::gregorian_naive(year).ok()?;
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { easter.checked_sub_days(distance) } else { easter.checked_add_days(distance) }
}

impl Holiday {
    /// The paragraph that makes it a holiday, as German offices cite it.
    pub fn law(self) -> &'static str {
        if self == Self::CorpusChristi {
            "§ 2 Abs. 2 und § 10 Abs. 1 ThürFGtG"
        } else {
            "§ 2 Abs. 1 ThürFGtG"
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike as _, NaiveDate, Weekday};
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{Holiday, corpus_christi, half_holidays, holidays};
    use crate::text::{Language, Vocabulary as _};

    /// Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag and Fronleichnam, then the weekdays of
    /// 1.1., 1.5., 20.9., 3.10., 31.10., 25. and 26.12.
    const YEARS: [(i32, [&str; 5], &str); 9] = [
        (2024, ["03-29", "04-01", "05-09", "05-20", "05-30"], "Mo Mi Fr Do Do Mi Do"),
        (2025, ["04-18", "04-21", "05-29", "06-09", "06-19"], "Mi Do Sa Fr Fr Do Fr"),
        (2026, ["04-03", "04-06", "05-14", "05-25", "06-04"], "Do Fr So Sa Sa Fr Sa"),
        (2027, ["03-26", "03-29", "05-06", "05-17", "05-27"], "Fr Sa Mo So So Sa So"),
        (2028, ["04-14", "04-17", "05-25", "06-05", "06-15"], "Sa Mo Mi Di Di Mo Di"),
        (2029, ["03-30", "04-02", "05-10", "05-21", "05-31"], "Mo Di Do Mi Mi Di Mi"),
        (2030, ["04-19", "04-22", "05-30", "06-10", "06-20"], "Di Mi Fr Do Do Mi Do"),
        (2031, ["04-11", "04-14", "05-22", "06-02", "06-12"], "Mi Do Sa Fr Fr Do Fr"),
        (2032, ["03-26", "03-29", "05-06", "05-17", "05-27"], "Do Sa Mo So So Sa So"),
    ];

    #[test]
    fn holidays_fall_on_the_known_days() {
        for (year, movable, weekdays) in YEARS {
            let found = holidays(year);
            let day = |wanted: Holiday| {
                found.iter().find(|(_, holiday)| *holiday == wanted).map(|(date, _)| *date)
            };
            let easter = [
                Holiday::GoodFriday,
                Holiday::EasterMonday,
                Holiday::Ascension,
                Holiday::WhitMonday,
            ]
            .map(day)
            .into_iter()
            .chain([corpus_christi(year)]);
            let easter: Vec<String> =
                easter.map(|date| date.unwrap().format("%m-%d").to_string()).collect();
            assert_eq!(easter, movable, "{year}");
            let fixed = [
                Holiday::NewYear,
                Holiday::LabourDay,
                Holiday::ChildrensDay,
                Holiday::Unity,
                Holiday::Reformation,
                Holiday::Christmas,
                Holiday::BoxingDay,
            ];
            let fixed: Vec<_> = fixed.map(|holiday| day(holiday).unwrap().weekday()).into();
            let known: Vec<_> =
                weekdays.split(' ').map(|day| Weekday::read(day).unwrap()).collect();
            assert_eq!(fixed, known, "{year}");
            assert_eq!(found.len(), 11);
        }
    }

    #[test]
    fn the_childrens_day_is_young() {
        let has = |year| holidays(year).iter().any(|(_, day)| *day == Holiday::ChildrensDay);
        assert_eq!([2018, 2019].map(has), [false, true]);
    }

    #[test]
    fn half_holidays_are_where_people_expect_them() {
        let days: Vec<NaiveDate> = half_holidays(2027).into_iter().map(|(date, _)| date).collect();
        assert_eq!(
            days.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2027-02-08", "2027-03-25", "2027-12-24", "2027-12-31"]
        );
    }

    proptest! {
        #[test]
        fn a_year_has_its_holidays_in_order(year in 1995_i32..9999) {
            let days = holidays(year);
            prop_assert!(days.is_sorted_by_key(|(date, _)| *date));
            prop_assert!(days.iter().all(|(date, _)| date.year() == year));
            prop_assert_eq!(days.len(), if year < 2019 { 10 } else { 11 });
            let names = days.iter().map(|(_, day)| day.name(Language::German));
            let unique: std::collections::BTreeSet<_> = names.collect();
            prop_assert_eq!(unique.len(), days.len());
        }
    }
}
