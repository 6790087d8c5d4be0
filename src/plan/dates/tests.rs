//! What speaks against single days, and what holds for all of them.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::{collection, prop_assert, prop_assert_eq, proptest};

use super::{Cause, DatesQuestion, Day, Effect, Towns, dates};
use crate::domain::calendar::{Period, PeriodKind};
use crate::domain::city::ExtraHoliday;
use crate::domain::date_rules::{DateRules, Weight};
use crate::domain::id::CityId;
use crate::domain::region::{Region, Territory};
use crate::domain::time::DateRange;
use crate::domain::workspace::Workspace;
use crate::example::{Example, date, line};
use crate::source::{Located, Origin, SourceFile};

/// Three towns in Thuringia, none of them with a calendar.
fn towns() -> Example {
    let mut example = Example::new(&["Aue", "Bach", "Calau"]);
    let thuringia = Some(Region::Of(Territory::Thuringia));
    example.workspace.network.date_rules.region = thuringia;
    for city in &mut example.workspace.cities {
        city.extra_holidays = Some(Vec::new());
    }
    example
}

/// Days on which something is in these towns; none means all.
fn period(example: &mut Example, kind: PeriodKind, first: &str, last: &str, cities: &[usize]) {
    let file = SourceFile { path: "calendar/a.toml".into(), text: String::new() };
    let origin = Origin::new(example.sources.add(file), 0..0);
    example.workspace.periods.push(Period {
        origin,
        title: line("Stadtfest"),
        kind,
        days: DateRange::new(date(first), date(last)).unwrap(),
        cities: cities.iter().map(|&city| Located::new(CityId(city), origin)).collect(),
        source: None,
        checked: None,
        note: None,
    });
}

fn question(first: &str, last: &str) -> DatesQuestion {
    DatesQuestion {
        days: DateRange::new(date(first), date(last)).unwrap(),
        today: date("2026-01-01"),
        host: None,
        weekdays: Vec::new(),
    }
}

/// One day, without what is the same for all days of a network that has no calendar.
fn judge(workspace: &Workspace, day: &str, host: Option<usize>) -> Vec<(String, Towns, Effect)> {
    let question = DatesQuestion { host: host.map(CityId), ..question(day, day) };
    let days = dates(workspace, &question);
    let reasons = days[0].reasons.iter();
    let told = reasons.filter(|reason| {
        !matches!(reason.cause, Cause::SchoolUnknown { .. } | Cause::HolidaysUnknown)
    });
    told.map(|reason| {
        let name = format!("{:?}", reason.cause);
        let name = name.split(['(', ' ']).next().unwrap().to_owned();
        (name, reason.towns.clone(), reason.effect)
    })
    .collect()
}

fn one(name: &str, towns: Towns, effect: Effect) -> Vec<(String, Towns, Effect)> {
    vec![(name.to_owned(), towns, effect)]
}

fn some(cities: &[usize]) -> Towns {
    Towns::Some(cities.iter().copied().map(CityId).collect())
}

#[test]
fn what_concerns_some_towns_counts_in_part() {
    let mut example = towns();
    period(&mut example, PeriodKind::Festival, "2027-03-02", "2027-03-02", &[1]);
    period(&mut example, PeriodKind::Festival, "2027-03-03", "2027-03-03", &[]);
    period(&mut example, PeriodKind::Festival, "2027-03-04", "2027-03-04", &[0, 1, 2]);
    let told = |day, host| judge(&example.workspace, day, host);
    assert_eq!(told("2027-03-02", None), one("Period", some(&[1]), Effect::Minus(17)));
    assert_eq!(told("2027-03-02", Some(0)), one("Period", some(&[1]), Effect::Minus(17)));
    assert_eq!(told("2027-03-02", Some(1)), one("Period", some(&[1]), Effect::Minus(50)));
    assert_eq!(told("2027-03-03", None), one("Period", Towns::All, Effect::Minus(50)));
    assert_eq!(told("2027-03-04", None), one("Period", Towns::All, Effect::Minus(50)));
    assert_eq!(told("2027-03-05", None), []);
}

#[test]
fn a_holiday_of_one_town_blocks_its_own_meeting_only() {
    let mut example = towns();
    let origin = example.workspace.cities[2].origin;
    let extra = Located::new(ExtraHoliday::CorpusChristi, origin);
    example.workspace.cities[2].extra_holidays = Some(vec![extra]);
    let told = |day, host| judge(&example.workspace, day, host);
    assert_eq!(told("2027-05-27", None), one("Holiday", some(&[2]), Effect::Minus(34)));
    assert_eq!(told("2027-05-27", Some(2)), one("Holiday", some(&[2]), Effect::Block));
    assert_eq!(told("2027-05-28", None), one("BridgeByLaw", some(&[2]), Effect::Minus(10)));
    assert_eq!(told("2027-05-06", None), one("Holiday", Towns::All, Effect::Block));
    assert_eq!(told("2027-05-07", None), one("BridgeByLaw", Towns::All, Effect::Minus(30)));
}

#[test]
fn a_former_or_future_member_does_not_count() {
    let mut example = towns();
    example.membership(2).since = Some(example.on_line_of(2, "2027-03-03"));
    period(&mut example, PeriodKind::Market, "2027-03-02", "2027-03-03", &[2]);
    assert_eq!(judge(&example.workspace, "2027-03-02", None), []);
    let market = one("Period", some(&[2]), Effect::Minus(10));
    assert_eq!(judge(&example.workspace, "2027-03-03", None), market);
    let host = judge(&example.workspace, "2027-03-02", Some(2));
    assert_eq!(host, one("HostNoMember", Towns::None, Effect::Block));
}

#[test]
fn bridges_lie_between_holidays_and_weekends() {
    let mut example = towns();
    // A Tuesday, and the Thursday of the same week.
    period(&mut example, PeriodKind::Holiday, "2027-03-09", "2027-03-09", &[]);
    period(&mut example, PeriodKind::Holiday, "2027-03-11", "2027-03-11", &[0]);
    let told = |day| judge(&example.workspace, day, None);
    assert_eq!(told("2027-03-08"), one("BridgeByPeriod", Towns::All, Effect::Minus(30)));
    assert_eq!(told("2027-03-10"), one("BridgeByPeriod", some(&[0]), Effect::Minus(10)));
    assert_eq!(told("2027-03-12"), one("BridgeByPeriod", some(&[0]), Effect::Minus(10)));
    assert_eq!(told("2027-03-15"), []);
}

#[test]
fn a_holiday_counts_once_for_a_town() {
    let mut example = towns();
    period(&mut example, PeriodKind::SchoolHoliday, "2027-03-01", "2027-03-05", &[1]);
    period(&mut example, PeriodKind::SchoolHoliday, "2027-03-02", "2027-03-02", &[1, 2]);
    period(&mut example, PeriodKind::SchoolHoliday, "2027-03-03", "2027-03-03", &[]);
    period(&mut example, PeriodKind::Holiday, "2027-05-06", "2027-05-06", &[]);
    let told = |day| judge(&example.workspace, day, None);
    let school = |city: usize| ("Period".to_owned(), some(&[city]), Effect::Minus(14));
    assert_eq!(told("2027-03-02"), [school(1), school(2)]);
    assert_eq!(told("2027-03-03"), one("Period", Towns::All, Effect::Minus(40)));
    assert_eq!(told("2027-05-06"), one("Holiday", Towns::All, Effect::Block));
}

#[test]
fn school_holidays_are_known_from_one_to_the_next() {
    let mut example = towns();
    let mut school = |first, last, cities: &[usize]| {
        period(&mut example, PeriodKind::SchoolHoliday, first, last, cities);
    };
    school("2027-02-01", "2027-02-05", &[]);
    school("2027-04-01", "2027-04-09", &[]);
    school("2027-07-01", "2027-07-31", &[1]);
    school("2029-03-06", "2029-03-06", &[]);
    let unknown = |day: &str| {
        let days = dates(&example.workspace, &question(day, day));
        let mut reasons = days[0].reasons.iter();
        reasons.find(|reason| matches!(reason.cause, Cause::SchoolUnknown { .. })).map(|reason| {
            // It may weigh as much as school holidays of these towns do.
            let of_three = match &reason.towns {
                Towns::Some(towns) => u32::try_from(towns.len()).unwrap(),
                Towns::None | Towns::All => 3,
            };
            let at_worst = Weight::Minus((40 * of_three).div_ceil(3));
            assert_eq!(reason.effect, Effect::Unknown(at_worst));
            reason.towns.clone()
        })
    };
    assert_eq!(unknown("2027-01-29"), Some(Towns::All));
    assert_eq!(unknown("2027-03-02"), None);
    assert_eq!(unknown("2027-04-12"), Some(some(&[0, 2])));
    assert_eq!(unknown("2027-08-02"), Some(Towns::All));
    assert_eq!([unknown("2029-03-05"), unknown("2029-03-06")], [Some(Towns::All), None]);
}

#[test]
fn weekends_are_blocked_unless_they_are_wanted() {
    let mut example = towns();
    let weekend = one("Weekend", Towns::All, Effect::Block);
    assert_eq!(judge(&example.workspace, "2027-03-06", None), weekend);
    let saturdays =
        DatesQuestion { weekdays: vec![Weekday::Sat], ..question("2027-03-01", "2027-03-14") };
    let days = dates(&example.workspace, &saturdays);
    assert_eq!(days.len(), 2);
    assert!(days.iter().all(|day| !day.is_blocked()));
    example.workspace.network.cadence.weekdays = vec![Weekday::Sat];
    assert_eq!(judge(&example.workspace, "2027-03-06", None), []);
    let monday = one("OtherWeekday", Towns::None, Effect::Minus(15));
    assert_eq!(judge(&example.workspace, "2027-03-08", None), monday);
}

#[test]
fn meetings_keep_their_distance() {
    let mut example = towns();
    example.meeting("2027-03-02", &[0]);
    example.meeting("2027-06-01", &[1]).status.value = crate::domain::meeting::Status::Cancelled;
    let told = |example: &Example, day| judge(&example.workspace, day, None);
    let close = |points| one("TooClose", Towns::None, Effect::Minus(points));
    assert_eq!(told(&example, "2027-03-02"), close(60));
    assert_eq!(told(&example, "2027-03-09"), close(30));
    assert_eq!(told(&example, "2027-02-23"), close(30));
    assert_eq!(told(&example, "2027-03-16"), []);
    assert_eq!(told(&example, "2027-06-02"), []);
    // An interval of 73 days: half of it is close, one and a quarter is far.
    example.workspace.network.cadence.per_year = Some(5);
    assert_eq!(told(&example, "2027-04-07"), []);
    assert_eq!(told(&example, "2027-04-06"), close(2));
    assert_eq!(told(&example, "2027-05-31"), []);
    let far = |points| one("TooFar", Towns::None, Effect::Minus(points));
    assert_eq!(told(&example, "2027-06-02"), far(1));
    assert_eq!(told(&example, "2028-06-07"), far(30));
}

#[test]
fn there_is_time_to_prepare() {
    let example = towns();
    let told = |day, today: &str| {
        let question = DatesQuestion { today: date(today), ..question(day, day) };
        dates(&example.workspace, &question)[0].points()
    };
    assert_eq!(told("2027-03-02", "2027-03-02"), 60);
    assert_eq!(told("2027-03-02", "2027-02-09"), 30);
    assert_eq!(told("2027-03-02", "2027-01-19"), 0);
    assert_eq!(told("2027-03-02", "2027-03-03"), 0);
}

#[test]
fn weights_and_region_are_settings() {
    let mut example = towns();
    period(&mut example, PeriodKind::Council, "2027-03-02", "2027-03-02", &[1]);
    example.workspace.network.date_rules = DateRules {
        council: Weight::Block,
        holiday: Weight::Minus(10),
        bridge_day: Weight::Minus(0),
        region: Some(Region::Of(Territory::Thuringia)),
        ..DateRules::default()
    };
    let told = |example: &Example, day, host| judge(&example.workspace, day, host);
    assert_eq!(told(&example, "2027-03-02", None), one("Period", some(&[1]), Effect::Minus(34)));
    assert_eq!(told(&example, "2027-03-02", Some(1)), one("Period", some(&[1]), Effect::Block));
    assert_eq!(told(&example, "2027-05-06", None), one("Holiday", Towns::All, Effect::Minus(10)));
    assert_eq!(told(&example, "2027-05-07", None), []);
    example.workspace.network.date_rules.region = Some(Region::OwnCalendar);
    assert_eq!(told(&example, "2027-05-06", None), []);
    assert_eq!(told(&example, "2027-02-08", None), []);
    assert_eq!(told(&example, "2027-12-24", None)[0].0, "HalfHoliday");
}

const KINDS: [PeriodKind; 7] = [
    PeriodKind::SchoolHoliday,
    PeriodKind::Holiday,
    PeriodKind::Council,
    PeriodKind::Market,
    PeriodKind::Festival,
    PeriodKind::BuildingSite,
    PeriodKind::Other,
];

/// A network with some periods and meetings in 2027.
fn networks() -> impl Strategy<Value = Example> {
    let day = |offset: u64| (date("2027-01-01") + Days::new(offset)).to_string();
    let cities = prop_oneof![Just(Vec::new()), collection::vec(0_usize..3, 1..3)];
    let one = (0_usize..7, 0_u64..365, 0_u64..40, cities);
    let periods = collection::vec(one, 1..8);
    let meetings = collection::vec(0_u64..365, 0..4);
    (periods, meetings, any::<Option<u8>>()).prop_map(move |(periods, meetings, per_year)| {
        let mut example = towns();
        for (kind, first, length, cities) in periods {
            period(&mut example, KINDS[kind], &day(first), &day(first + length), &cities);
        }
        for meeting in meetings {
            example.meeting(&day(meeting), &[0]);
        }
        example.workspace.network.cadence.per_year = per_year.map(|n| u32::from(n) + 1);
        example
    })
}

fn by_date<'d, 'a>(days: &'d [Day<'a>], date: NaiveDate) -> &'d Day<'a> {
    days.iter().find(|day| day.date == date).unwrap()
}

#[test]
fn entries_for_single_towns_weigh_no_more_than_one_for_all() {
    let mut example = towns();
    let judged = |example: &Example| {
        let day = judge(&example.workspace, "2027-04-15", Some(0));
        day.iter().map(|(.., effect)| *effect).collect::<Vec<_>>()
    };
    period(&mut example, PeriodKind::SchoolHoliday, "2027-04-15", "2027-05-04", &[1]);
    period(&mut example, PeriodKind::SchoolHoliday, "2027-03-19", "2027-04-26", &[0]);
    let effects = judged(&example);
    assert_eq!(effects[..2], [Effect::Minus(26), Effect::Minus(14)], "{effects:?}");
}

proptest! {
    #[test]
    fn removing_a_period_never_harms_a_day(mut example in networks(), host in 0_usize..4) {
        let host = (host < 3).then_some(CityId(host));
        let question = DatesQuestion { host, ..question("2027-01-01", "2027-12-31") };
        let workspace = example.workspace.clone();
        let before = dates(&workspace, &question);
        example.workspace.periods.pop();
        for after in dates(&example.workspace, &question) {
            let before = by_date(&before, after.date);
            // What a working day bridges is no bridge while it is a holiday itself.
            let was_blocked = before.is_blocked();
            prop_assert!(was_blocked || !after.is_blocked());
            prop_assert!(was_blocked || after.points() <= before.points());
            prop_assert!(was_blocked || after.free_towns() >= before.free_towns());
        }
    }

    #[test]
    fn days_stand_by_themselves(example in networks(), first in 0_u64..300, length in 0_u64..60) {
        let year = dates(&example.workspace, &question("2027-01-01", "2027-12-31"));
        let first = date("2027-01-01") + Days::new(first);
        let days = DateRange::new(first, first + Days::new(length)).unwrap();
        let question = DatesQuestion { days, ..question("2027-01-01", "2027-12-31") };
        for day in dates(&example.workspace, &question) {
            let other = by_date(&year, day.date);
            prop_assert_eq!(format!("{:?}", day.reasons), format!("{:?}", other.reasons));
        }
    }

    #[test]
    fn the_best_come_first_and_every_day_once(example in networks()) {
        let days = dates(&example.workspace, &question("2027-01-01", "2027-12-31"));
        prop_assert_eq!(days.len(), 365);
        let blocked = days.iter().map(Day::is_blocked);
        prop_assert!(blocked.is_sorted());
        let open: Vec<_> = days.iter().filter(|day| !day.is_blocked()).collect();
        prop_assert!(open.is_sorted_by_key(|day| (day.at_worst(), day.points())));
        for day in &days {
            let weekend = matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun);
            prop_assert!(!weekend || day.is_blocked());
            prop_assert!(day.free_towns() <= day.members.len());
            let heaviest_first = day.reasons.is_sorted_by_key(|reason| match reason.effect {
                Effect::Block => 0,
                Effect::Minus(points) => 1000 - points,
                Effect::Unknown(_) => 2000,
            });
            prop_assert!(heaviest_first);
        }
    }
}
