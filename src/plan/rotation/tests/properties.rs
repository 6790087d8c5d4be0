//! What holds in every network.

use chrono::{Days, Months, NaiveDate};
use num_rational::BigRational;
use num_traits::{One, Zero};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

use super::super::account::{Account, Ledger};
use super::super::turn::{Turn, turns};
use super::hosts;
use crate::domain::id::{CityId, Id};
use crate::domain::workspace::Workspace;
use crate::example::{Example, date};

/// Days from the begin of the time in which everything happens.
pub(super) type Day = u64;

pub(super) const TODAY: &str = "2026-01-01";

#[derive(Clone, Debug)]
pub(super) struct Town {
    share: u32,
    since: Option<Day>,
    until: Option<Day>,
    /// How long an earlier membership lasted, and the days between it and the present one.
    earlier: Option<(Day, Day)>,
}

pub(super) fn towns() -> impl Strategy<Value = Vec<Town>> {
    let days = || prop::option::weighted(0.4, 600..1500_u64);
    let town = (1..4_u32, days(), days(), prop::option::of((1..400_u64, 0..100_u64)));
    let town =
        town.prop_map(|(share, since, until, earlier)| Town { share, since, until, earlier });
    prop::collection::vec(town, 1..7)
}

pub(super) fn meetings() -> impl Strategy<Value = Vec<(Day, Vec<usize>)>> {
    let hosts = prop::collection::vec(any::<usize>(), 1..4);
    prop::collection::vec((0..2000_u64, hosts), 0..25)
}

pub(super) fn day(number: Day) -> NaiveDate {
    date("2020-01-01") + Days::new(number)
}

pub(super) fn network(towns: &[Town], meetings: &[(Day, Vec<usize>)]) -> Example {
    let names: Vec<_> = (0..towns.len()).map(|number| format!("stadt-{number}")).collect();
    let mut example = Example::new(&names.iter().map(String::as_str).collect::<Vec<_>>());
    for (number, town) in towns.iter().enumerate() {
        let written =
            |number_of_day: Day| example.on_line_of(number, &day(number_of_day).to_string());
        let (since, until) = (town.since.map(written), town.until.map(written));
        let membership = example.membership(number);
        (membership.since, membership.until) = (since, until);
        if let (Some(since), Some((length, gap))) = (town.since, town.earlier) {
            let last = since - 1 - gap;
            let first = day(last.saturating_sub(length)).to_string();
            example.earlier(number, &first, &day(last).to_string());
        }
        example.workspace.cities[number].share = town.share;
    }
    for (number_of_day, hosts) in meetings {
        let mut hosts: Vec<_> = hosts.iter().map(|host| host % towns.len()).collect();
        hosts.sort_unstable();
        hosts.dedup();
        example.meeting(&day(*number_of_day).to_string(), &hosts);
    }
    example
}

/// So many towns with equal shares that nobody knows anything else about.
fn plain(towns: usize) -> Example {
    let town = Town { share: 1, since: None, until: None, earlier: None };
    network(&vec![town; towns], &[])
}

fn total(ledger: &Ledger<'_>, towns: usize) -> BigRational {
    let accounts = (0..towns).flat_map(|city| ledger.accounts(CityId(city)));
    accounts.map(Account::balance).sum()
}

/// The account of a town's present membership, counted turn by turn and day by day.
fn recount(workspace: &Workspace, city: usize, today: NaiveDate) -> BigRational {
    let is_member = |city: usize, day| workspace.cities[city].membership.covers(day);
    let mut balance = BigRational::zero();
    let mut counted_to = day(0);
    for Turn { date, hosts, .. } in turns(workspace) {
        if counted_to.iter_days().take_while(|day| *day <= date).any(|day| !is_member(city, day)) {
            balance = BigRational::zero();
        }
        counted_to = date;
        let part = BigRational::new(1.into(), hosts.len().into());
        let mut paid = BigRational::zero();
        for host in hosts.iter().filter(|host| is_member(host.0, date)) {
            paid += &part;
            if host.0 == city {
                balance -= &part;
            }
        }
        let mut shares = 0;
        for (number, member) in workspace.cities.iter().enumerate() {
            shares += if is_member(number, date) { member.share } else { 0 };
        }
        if is_member(city, date) {
            let share = BigRational::from_integer(workspace.cities[city].share.into());
            balance += paid * share / BigRational::from_integer(shares.into());
        }
    }
    let rest = counted_to.iter_days().take_while(|day| *day <= today);
    if rest.into_iter().any(|day| !is_member(city, day)) { BigRational::zero() } else { balance }
}

proptest! {
    #[test]
    fn all_accounts_add_up_to_zero_after_every_turn(towns in towns(), meetings in meetings()) {
        let example = network(&towns, &meetings);
        let mut ledger = Ledger::new(&example.workspace);
        for turn in turns(&example.workspace) {
            ledger.charge(turn);
            prop_assert!(total(&ledger, towns.len()).is_zero());
        }
    }

    #[test]
    fn the_account_equals_a_naive_recount(towns in towns(), meetings in meetings()) {
        let example = network(&towns, &meetings);
        let ledger = Ledger::of(&example.workspace);
        for city in 0..towns.len() {
            if example.workspace.cities[city].membership.covers(date(TODAY)) {
                let account = ledger.account(CityId(city), date(TODAY));
                prop_assert_eq!(account.balance(), recount(&example.workspace, city, date(TODAY)));
            }
        }
    }

    #[test]
    fn equal_towns_take_turns_as_the_list_has_them(number in 1..12_usize, last in any::<usize>()) {
        let mut example = plain(number);
        example.meeting("2025-01-01", &[last % number]);
        let expected: Vec<_> = (1..=3 * number).map(|turn| (last % number + turn) % number).collect();
        prop_assert_eq!(hosts(&example.workspace, TODAY, 3 * number), expected);
    }

    #[test]
    fn nobody_is_ever_ahead_by_a_whole_turn_nor_far_behind(
        shares in prop::collection::vec(1..6_u32, 2..7),
    ) {
        let mut example = plain(shares.len());
        // A town whose part is more than half could not have it otherwise.
        example.workspace.network.min_gap.value = 0;
        for (city, share) in example.workspace.cities.iter_mut().zip(&shares) {
            city.share = *share;
        }
        let total: u32 = shares.iter().sum();
        let turns = 4 * total;
        let hosts = hosts(&example.workspace, TODAY, turns as usize);
        for (city, share) in shares.iter().enumerate() {
            let hosted = hosts.iter().filter(|host| **host == city).count();
            let due = f64::from(turns * share) / f64::from(total);
            let ahead = f64::from(u32::try_from(hosted).unwrap()) - due;
            prop_assert!(-2.0 < ahead && ahead < 1.0, "{city}: {hosted} of {due}");
        }
    }

    #[test]
    fn names_and_the_order_of_files_change_nothing(
        towns in towns(),
        days in prop::collection::btree_map(0..2000_u64, any::<usize>(), 0..20),
    ) {
        let meetings: Vec<_> = days.into_iter().map(|(day, host)| (day, vec![host])).collect();
        let example = network(&towns, &meetings);
        let ask = |workspace: &Workspace| {
            let question = super::HostQuestion { date: None, today: date(TODAY), count: 5 };
            let answer = super::next_hosts(workspace, question);
            answer.map(|it| it.decisions.iter().map(|it| it.host).collect::<Vec<_>>()).ok()
        };
        let mut other = example.workspace.clone();
        other.meetings.reverse();
        for (number, meeting) in other.meetings.iter_mut().enumerate() {
            meeting.id = Id::new(&format!("treffen-{number}")).unwrap();
        }
        for (number, city) in other.cities.iter_mut().enumerate() {
            city.id = Id::new(&format!("ort-{}", 9 - number)).unwrap();
        }
        prop_assert_eq!(ask(&example.workspace), ask(&other));
    }

    #[test]
    fn a_newcomer_waits_for_its_turn_as_others_do(number in 2..10_usize, before in 0..30_usize) {
        let mut example = plain(number + 1);
        example.membership(number).since = Some(example.on_line_of(number, "2025-12-01"));
        for turn in 0..before {
            example.meeting(&day(turn as Day).to_string(), &[turn % number]);
        }
        let hosts = hosts(&example.workspace, TODAY, 2 * (number + 1));
        let own: Vec<_> = (0..hosts.len()).filter(|turn| hosts[*turn] == number).collect();
        prop_assert!((1..=3).contains(&own.len()), "{hosts:?}");
        prop_assert!(own.windows(2).all(|pair| pair[1] > pair[0] + 1), "{hosts:?}");
    }
}

/// Where turns are counted by position, four of fourteen who are away whenever it is theirs never
/// get one; here they get as many as anybody.
#[test]
fn who_is_away_often_is_not_forgotten() {
    let mut example = plain(14);
    example.workspace.network.cadence.per_year = Some(12);
    for city in 10..14 {
        for round in 0..6 {
            // Away on the very days on which the list, going round, would come to the town.
            let turn = Months::new(14 * round + u32::try_from(city).unwrap());
            let day = (date(TODAY) + turn).to_string();
            example.absent(city, &day, &day);
        }
    }
    let hosts = hosts(&example.workspace, TODAY, 6 * 14);
    for city in 0..14 {
        let hosted = hosts.iter().filter(|host| **host == city).count();
        assert!((5..=7).contains(&hosted), "{city} hosted {hosted} times");
    }
}

#[test]
fn who_hosts_together_is_charged_together() {
    let mut example = plain(4);
    example.meeting("2025-01-01", &[0, 1]);
    let ledger = Ledger::of(&example.workspace);
    let balance = |city| ledger.account(CityId(city), date(TODAY)).balance();
    assert_eq!(balance(0), balance(1));
    assert_eq!(balance(2) - balance(0), BigRational::one() / BigRational::from_integer(2.into()));
    assert_eq!(hosts(&example.workspace, TODAY, 4), [2, 3, 0, 1]);
}
