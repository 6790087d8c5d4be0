//! Looking ahead in whole networks.

use proptest::prelude::{any, prop, prop_assert, prop_assert_eq, proptest};

use super::super::account::Ledger;
use super::super::explanation::{Move, PinOrWish, outlook};
use super::super::lookahead::{LookaheadReason, lookahead};
use super::super::next_host::next_hosts;
use super::super::problem::Horizon;
use super::super::slot::HostQuestion;
use super::super::slot::{next_slots, planned_slots};
use super::properties::{TODAY, day, meetings, network, towns};
use super::{ask, hosts};
use crate::domain::assignment_problem::Turn;
use crate::domain::id::CityId;
use crate::domain::meeting::Status;
use crate::domain::workspace::Workspace;
use crate::example::{Example, date};

fn question(count: usize) -> HostQuestion {
    HostQuestion { date: None, today: date(TODAY), count }
}

fn horizon(workspace: &Workspace, count: usize) -> Horizon<'_> {
    let ledger = Ledger::of(workspace);
    let slots = next_slots(workspace, &ledger, question(count));
    Horizon::new(workspace, ledger, slots, question(count)).unwrap()
}

fn planned(workspace: &Workspace, count: usize) -> Vec<usize> {
    let horizon = horizon(workspace, count);
    let hosts = outlook(&horizon).unwrap().plan.hosts;
    hosts.into_iter().map(|city| horizon.cities[city].0).collect()
}

proptest! {
    #[test]
    fn a_plan_of_one_turn_is_the_next_host(
        towns in towns(),
        meetings in meetings(),
        absences in prop::collection::vec((any::<usize>(), 2100..2300_u64, 0..200_u64), 0..3),
        wishes in prop::collection::vec((any::<usize>(), 2100..2300_u64, 0..200_u64), 0..3),
    ) {
        let mut example = network(&towns, &meetings);
        for (city, first, length) in absences {
            let days = [day(first), day(first + length)].map(|day| day.to_string());
            example.absent(city % towns.len(), &days[0], &days[1]);
        }
        for (city, first, length) in wishes {
            let days = [day(first), day(first + length)].map(|day| day.to_string());
            example.wish(city % towns.len(), &days[0], &days[1]);
        }
        let workspace = &example.workspace;
        if let Ok(answer) = next_hosts(workspace, question(1)) {
            prop_assert_eq!(planned(workspace, 1), [answer.decisions[0].host.0]);
        } else {
            let ledger = Ledger::of(workspace);
            let slots = next_slots(workspace, &ledger, question(1));
            let horizon = Horizon::new(workspace, ledger, slots, question(1));
            prop_assert!(horizon.is_err() || outlook(&horizon.unwrap()).is_err());
        }
    }

    /// With equal parts and nothing in the way looking ahead never changes the first host, which is
    /// why `next-host` does not even look.
    #[test]
    fn equal_towns_need_not_look_ahead(
        number in 1..7_usize,
        hosts in prop::collection::vec(any::<usize>(), 0..9),
        count in 1..12_usize,
    ) {
        let names: Vec<String> = (0..number).map(|town| format!("stadt-{town}")).collect();
        let mut example = Example::new(&names.iter().map(String::as_str).collect::<Vec<_>>());
        for (turn, host) in hosts.iter().enumerate() {
            example.meeting(&day(100 * turn as u64).to_string(), &[host % number]);
        }
        let workspace = &example.workspace;
        let next = ask(workspace, TODAY, 1);
        prop_assert!(lookahead(workspace, &next).is_none());
        prop_assert_eq!(planned(workspace, count)[0], next.decisions[0].host.0);
    }
}

/// A network that meets four times a year and has not begun.
fn quarterly(names: &[&str]) -> Example {
    let mut example = Example::new(names);
    example.workspace.network.cadence.per_year = Some(4);
    example
}

#[test]
fn who_cannot_host_later_hosts_now() {
    let mut example = quarterly(&["a", "b", "c"]);
    example.absent(2, "2026-04-01", "2026-12-31");
    assert_eq!(hosts(&example.workspace, TODAY, 3), [0, 1, 0]);
    assert_eq!(planned(&example.workspace, 3), [2, 0, 1]);
    let answer = ask(&example.workspace, TODAY, 1);
    let ahead = lookahead(&example.workspace, &answer).unwrap();
    assert_eq!((ahead.host, ahead.slots), (CityId(2), 6));
    assert!(matches!(ahead.reason, Some(LookaheadReason::Hindered(CityId(2), _))));
}

#[test]
fn a_skip_binds_the_first_slot_in_its_days() {
    let mut example = quarterly(&["a", "b"]);
    example.skip(0, Some(("2026-02-01", "2026-12-31")), None);
    let horizon = horizon(&example.workspace, 4);
    let forbidden: Vec<Turn> = horizon.problem.forbidden.iter().copied().collect();
    assert_eq!(forbidden, [Turn { city: 0, slot: 1 }]);
}

#[test]
fn who_leaves_and_joins_again_begins_anew() {
    let mut example = quarterly(&["a", "b"]);
    example.earlier(1, "2020-01-01", "2026-02-01");
    example.membership(1).since = Some(example.on_line_of(1, "2026-06-01"));
    example.meeting("2025-01-01", &[0]);
    let horizon = horizon(&example.workspace, 4);
    let members =
        horizon.problem.cities.iter().map(|city| (city.slots.clone(), city.account.to_string()));
    let expected = [(0..=0, "1/2"), (2..=3, "0"), (0..=3, "-1/2")];
    let expected = expected.map(|(slots, account)| (slots, account.to_owned()));
    assert_eq!(members.collect::<Vec<_>>(), expected);
    assert_eq!(horizon.cities, [1, 1, 0].map(CityId));
}

#[test]
fn ideas_are_slots_and_their_hosts_are_free() {
    let mut example = quarterly(&["a", "b"]);
    example.meeting("2026-03-03", &[1]).status.value = Status::Idea;
    let workspace = &example.workspace;
    let slots = planned_slots(workspace, &Ledger::of(workspace), question(2));
    let dates: Vec<_> = slots.iter().map(|slot| (slot.date(), slot.meeting.is_some())).collect();
    assert_eq!(dates, [(date("2026-03-03"), true), (date("2026-06-02"), false)]);
}

#[test]
fn a_pin_costs_what_it_moves() {
    let example = quarterly(&["a", "b", "c"]);
    let mut horizon = horizon(&example.workspace, 3);
    horizon.problem.pins.push(Turn { city: 2, slot: 0 });
    let outlook = outlook(&horizon).unwrap();
    assert_eq!(outlook.plan.hosts, [2, 0, 1]);
    let effect = &outlook.effects[0];
    assert_eq!((effect.cause, effect.granted), (PinOrWish::Pin(0), true));
    assert_eq!(effect.fairness.to_string(), "0");
    let moved =
        |city, before, after| Move { city: CityId(city), before: Some(before), after: Some(after) };
    assert_eq!(effect.moves, [moved(0, 0, 1), moved(1, 1, 2), moved(2, 2, 0)]);
}

#[test]
fn a_wish_that_costs_fairness_is_not_granted_and_its_price_is_known() {
    let mut example = quarterly(&["a", "b"]);
    example.meeting("2025-01-01", &[1]);
    example.wish(1, "2026-01-01", "2026-01-31");
    let horizon = horizon(&example.workspace, 2);
    let outlook = outlook(&horizon).unwrap();
    let effect = &outlook.effects[0];
    assert_eq!((effect.cause, effect.granted), (PinOrWish::Wish(0), false));
    // With the wish the accounts after the first turn are 1 and −1 instead of 0 and 0.
    assert_eq!(effect.fairness.to_string(), "2");
}
