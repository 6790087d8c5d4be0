//! Public holidays, and days that are none and yet no use.
//!
//! A holiday at a weekend is not made up for. Which holidays hold where, says `law`.

use chrono::{Days, NaiveDate};

use crate::text::vocabulary;

vocabulary! {
    /// A public holiday; its German name is the legal one.
    pub enum Holiday {
        /// 1 January.
        NewYear => ("Neujahr", "New Year’s Day"),
        /// 6 January.
        Epiphany => ("Heilige Drei Könige", "Epiphany"),
        /// 8 March.
        WomensDay => ("Frauentag", "Women’s Day"),
        /// The Friday before Easter.
        GoodFriday => ("Karfreitag", "Good Friday"),
        /// Easter itself, where the law names it.
        EasterSunday => ("Ostersonntag", "Easter Sunday"),
        /// The Monday after Easter.
        EasterMonday => ("Ostermontag", "Easter Monday"),
        /// 1 May.
        LabourDay => ("1. Mai", "Labour Day"),
        /// 8 May, in single years.
        Liberation => ("Tag der Befreiung", "Liberation Day"),
        /// 17 June, in a single year.
        Uprising => ("75. Jahrestag des Volksaufstandes", "75th anniversary of the uprising"),
        /// The 39th day after Easter, a Thursday.
        Ascension => ("Christi Himmelfahrt", "Ascension Day"),
        /// The 49th day after Easter, where the law names it.
        WhitSunday => ("Pfingstsonntag", "Whit Sunday"),
        /// The 50th day after Easter.
        WhitMonday => ("Pfingstmontag", "Whit Monday"),
        /// The 60th day after Easter, a Thursday.
        CorpusChristi => ("Fronleichnam", "Corpus Christi"),
        /// 8 August, in Augsburg.
        PeaceFestival => ("Friedensfest", "Peace Festival"),
        /// 15 August.
        Assumption => ("Mariä Himmelfahrt", "Assumption Day"),
        /// 20 September.
        ChildrensDay => ("Weltkindertag", "Children’s Day"),
        /// 3 October.
        Unity => ("Tag der Deutschen Einheit", "German Unity Day"),
        /// 26 October, in Austria.
        National => ("Nationalfeiertag", "National Day"),
        /// 31 October.
        Reformation => ("Reformationstag", "Reformation Day"),
        /// 1 November.
        AllSaints => ("Allerheiligen", "All Saints’ Day"),
        /// The Wednesday before 23 November.
        Repentance => ("Buß- und Bettag", "Day of Repentance and Prayer"),
        /// 8 December.
        Conception => ("Mariä Empfängnis", "Immaculate Conception"),
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
pub(super) fn from_easter(year: i32, days: i64) -> Option<NaiveDate> {
    let easter = computus::gregorian_naive(year).ok()?;
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { easter.checked_sub_days(distance) } else { easter.checked_add_days(distance) }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::half_holidays;

    #[test]
    fn half_holidays_are_where_people_expect_them() {
        let days: Vec<NaiveDate> = half_holidays(2027).into_iter().map(|(date, _)| date).collect();
        assert_eq!(
            days.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["2027-02-08", "2027-03-25", "2027-12-24", "2027-12-31"]
        );
    }
}
