//! Every rule of the rotation in the smallest network that shows it.

use num_rational::BigRational;

use super::super::account::{Account, Ledger};
use super::super::next_host::next_hosts;
use super::super::slot::HostQuestion;
use super::super::standing::{Criterion, Since};
use super::super::turn::turns;
use super::{ask, hosts};
use crate::domain::city::Coordinates;
use crate::domain::id::CityId;
use crate::domain::meeting::Status;
use crate::example::{Example, date, real_network};

fn fraction(words: &str) -> BigRational {
    words.parse().unwrap()
}

#[test]
fn in_the_real_network_five_towns_are_owed_equally_and_the_list_goes_on() {
    let example = real_network();
    let answer = ask(&example.workspace, "2024-10-01", 1);
    let decision = &answer.decisions[0];
    let equal: Vec<_> = decision.candidates[..5].iter().map(|town| town.city.0).collect();
    assert_eq!(equal, [7, 0, 3, 4, 5]);
    for town in &decision.candidates[..5] {
        assert_eq!(town.balance, fraction("13/30"));
        assert_eq!(town.waiting.since, Some((date("2023-08-01"), Since::FirstTurn)));
    }
    assert_eq!(decision.candidates.len(), 9);
    assert_eq!(decision.criterion, Some(Criterion::Order));
    assert_eq!((decision.date, decision.counted), (date("2024-10-01"), 4));
    assert_eq!(decision.last_turn.as_ref().map(|(_, host)| host.0), Some(6));
    let former = &Ledger::of(&example.workspace).accounts(CityId(9))[0].clone();
    assert_eq!(former.balance(), fraction("19/90"));
}

#[test]
fn only_meetings_that_take_place_on_a_day_with_a_member_count() {
    let mut example = Example::new(&["a", "b"]);
    example.membership(1).since = Some(example.on_line_of(1, "2024-07-01"));
    for (day, status) in [
        ("2024-01-01", Status::Idea),
        ("2024-02-01", Status::Planned),
        ("2024-03-01", Status::Invited),
        ("2024-04-01", Status::Held),
        ("2024-05-01", Status::Cancelled),
        ("2024-06-01", Status::Postponed),
    ] {
        example.meeting(day, &[0]).status.value = status;
    }
    example.meeting("2024-06-02", &[0]).when.date = None;
    example.meeting("2024-06-03", &[0]).counts = false;
    example.meeting("2024-06-04", &[1]);
    example.meeting("2024-06-05", &[]);
    let dates: Vec<_> = turns(&example.workspace).iter().map(|turn| turn.date).collect();
    let expected = ["2024-02-01", "2024-03-01", "2024-04-01", "2024-06-01"].map(date);
    assert_eq!(dates, expected);
}

#[test]
fn two_hosts_pay_a_half_each_and_a_guest_nothing() {
    let mut example = Example::new(&["a", "b", "c", "guest"]);
    example.membership(3).since = Some(example.on_line_of(3, "2030-01-01"));
    example.workspace.cities[1].share = 2;
    example.meeting("2024-01-01", &[0, 1]);
    let balances = |example: &Example| {
        let ledger = Ledger::of(&example.workspace);
        [0, 1, 2].map(|city| ledger.account(CityId(city), date("2024-03-01")).balance())
    };
    assert_eq!(balances(&example), ["-1/4", "0", "1/4"].map(fraction));
    example.meeting("2024-02-01", &[2, 3]);
    assert_eq!(balances(&example), ["-1/8", "1/4", "-1/8"].map(fraction));
    // The order goes on after the host that stands last in it, guests aside.
    assert_eq!(
        ask(&example.workspace, "2024-03-01", 1).decisions[0].last_turn.as_ref().unwrap().1.0,
        2
    );
}

#[test]
fn who_leaves_keeps_its_account_and_who_rejoins_opens_a_new_one() {
    let mut example = Example::new(&["a", "b", "c"]);
    example.earlier(2, "2020-01-01", "2020-12-31");
    example.membership(2).since = Some(example.on_line_of(2, "2023-01-01"));
    example.meeting("2020-05-01", &[2]);
    example.meeting("2022-05-01", &[0]);
    example.meeting("2023-05-01", &[1]);
    let ledger = Ledger::of(&example.workspace);
    let accounts: Vec<_> = ledger.accounts(CityId(2)).iter().map(Account::balance).collect();
    assert_eq!(accounts, ["-2/3", "1/3"].map(fraction));
    assert!(ledger.account(CityId(2), date("2020-06-01")).last().is_some());
    assert!(ledger.account(CityId(2), date("2023-06-01")).last().is_none());
}

#[test]
fn memberships_without_a_day_between_them_are_one() {
    let mut example = Example::new(&["a", "b"]);
    example.earlier(1, "2020-01-01", "2020-12-31");
    example.membership(1).since = Some(example.on_line_of(1, "2021-01-01"));
    example.meeting("2020-05-01", &[0]);
    example.meeting("2021-05-01", &[0]);
    let ledger = Ledger::of(&example.workspace);
    assert_eq!(ledger.accounts(CityId(1)).len(), 1);
    assert_eq!(ledger.account(CityId(1), date("2021-06-01")).balance(), fraction("1"));
}

#[test]
fn of_equal_claims_the_longest_waiting_goes_first() {
    let mut example = Example::new(&["a", "b", "c", "d"]);
    // All have hosted once; c has waited longest.
    for (day, host) in [("2024-01-01", 2), ("2024-02-01", 1), ("2024-03-01", 0), ("2024-04-01", 3)]
    {
        example.meeting(day, &[host]);
    }
    let answer = ask(&example.workspace, "2024-05-01", 4);
    let decision = &answer.decisions[0];
    assert_eq!((decision.host.0, decision.criterion), (2, Some(Criterion::Waiting)));
    assert_eq!(decision.candidates[0].waiting.days, 121);
    assert_eq!(hosts(&example.workspace, "2024-05-01", 4), [2, 1, 0, 3]);
}

#[test]
fn who_never_hosted_waits_since_joining() {
    let mut example = Example::new(&["host", "late", "early"]);
    example.membership(1).since = Some(example.on_line_of(1, "2021-01-01"));
    example.membership(2).since = Some(example.on_line_of(2, "2020-01-01"));
    example.meeting("2024-01-01", &[0]);
    let answer = ask(&example.workspace, "2024-05-01", 1);
    assert_eq!(answer.decisions[0].host.0, 2);
    let waiting = answer.decisions[0].candidates[0].waiting;
    assert_eq!(waiting.since, Some((date("2020-01-01"), Since::Joining)));
}

#[test]
fn travel_decides_before_the_list_where_the_network_wants_it() {
    let mut example = Example::new(&["edge", "middle", "far", "nowhere"]);
    for (city, longitude) in [(0, 10.0), (1, 10.5), (2, 11.0)] {
        example.workspace.cities[city].coordinates =
            Some(Coordinates { latitude: 51.0, longitude });
    }
    assert_eq!(hosts(&example.workspace, "2024-05-01", 1), [0]);
    example.workspace.network.travel = true;
    let answer = ask(&example.workspace, "2024-05-01", 4);
    assert_eq!(answer.decisions[0].criterion, Some(Criterion::Travel));
    assert_eq!(hosts(&example.workspace, "2024-05-01", 4), [1, 2, 0, 3]);
}

#[test]
fn a_wish_decides_between_equal_claims_only() {
    let mut example = Example::new(&["a", "b", "c"]);
    example.wish(2, "2024-05-01", "2024-05-31");
    example.wish(1, "2024-06-01", "2024-06-30");
    assert_eq!(hosts(&example.workspace, "2024-05-31", 1), [2]);
    assert_eq!(hosts(&example.workspace, "2024-07-01", 1), [0]);
    example.meeting("2024-01-01", &[2]);
    assert_eq!(hosts(&example.workspace, "2024-05-31", 1), [0]);
}

#[test]
fn open_meetings_come_first_and_assigned_ones_are_named() {
    let mut example = Example::new(&["a", "b", "c"]);
    example.workspace.network.cadence.per_year = Some(4);
    example.meeting("2024-06-01", &[0]).status.value = Status::Planned;
    example.meeting("2024-05-01", &[]).status.value = Status::Planned;
    example.meeting("2024-07-01", &[]).status.value = Status::Idea;
    example.meeting("2024-04-01", &[]).status.value = Status::Cancelled;
    example.meeting("2024-08-01", &[]).host_open = false;
    let answer = ask(&example.workspace, "2024-03-01", 4);
    let dates: Vec<_> = answer.decisions.iter().map(|decision| decision.date).collect();
    let expected = ["2024-05-01", "2024-07-01", "2024-09-30", "2025-01-01"].map(date);
    assert_eq!(dates, expected);
    assert_eq!(answer.assigned.len(), 1);
    assert!(answer.decisions[0].meeting.is_some() && answer.decisions[2].meeting.is_none());
    // The turn of June is charged before those of May and July are given away.
    assert_eq!(hosts(&example.workspace, "2024-03-01", 4), [1, 2, 1, 0]);
}

#[test]
fn a_turn_without_a_meeting_is_never_before_the_last_assigned_one() {
    let mut example = Example::new(&["a", "b"]);
    example.meeting("2024-06-01", &[0]);
    let asked = |day: Option<&str>| {
        let question = HostQuestion { date: day.map(date), today: date("2024-03-01"), count: 2 };
        let answer = next_hosts(&example.workspace, question).unwrap();
        answer.decisions.iter().map(|decision| decision.date).collect::<Vec<_>>()
    };
    assert_eq!(asked(None), [date("2024-06-01"); 2]);
    assert_eq!(asked(Some("2024-04-01")), [date("2024-06-01"); 2]);
    assert_eq!(asked(Some("2024-09-01")), [date("2024-09-01"); 2]);
}

#[test]
fn who_cannot_host_is_named_with_the_reason() {
    let mut example = Example::new(&["a", "b", "c"]);
    example.absent(0, "2024-05-02", "2024-05-09");
    example.skip(1, Some(("2024-05-01", "2024-12-31")), None);
    let meeting = example.meeting("2024-05-01", &[]);
    meeting.status.value = Status::Planned;
    // The absence begins on the second day of the meeting.
    meeting.when.end_date = Some(meeting.when.date.unwrap().map(|_| date("2024-05-02")));
    let answer = ask(&example.workspace, "2024-05-01", 1);
    let decision = &answer.decisions[0];
    assert_eq!((decision.host.0, decision.criterion), (2, None));
    let excluded: Vec<_> = decision.excluded.iter().map(|town| town.city.0).collect();
    assert_eq!(excluded, [0, 1]);
}

#[test]
fn a_skip_binds_one_turn() {
    let mut example = Example::new(&["a", "b"]);
    example.skip(0, Some(("2024-05-01", "2024-12-31")), None);
    example.workspace.network.cadence.per_year = Some(12);
    // In April it is not in force yet; in May it is; in June it was used.
    assert_eq!(hosts(&example.workspace, "2024-04-25", 1), [0]);
    assert_eq!(hosts(&example.workspace, "2024-05-01", 2), [1, 0]);
    example.meeting("2024-05-03", &[1]);
    assert_eq!(hosts(&example.workspace, "2024-06-01", 1), [0]);
}

#[test]
fn a_skip_without_days_begins_when_it_was_decided() {
    let mut example = Example::new(&["a", "b"]);
    example.meeting("2024-01-01", &[1]);
    example.skip(0, None, Some("2024-02-01"));
    assert_eq!(hosts(&example.workspace, "2024-01-31", 1), [0]);
    assert_eq!(hosts(&example.workspace, "2024-02-01", 1), [1]);
}

#[test]
fn nobody_left_is_a_finding() {
    let mut example = Example::new(&["a"]);
    let code = |example: &Example, today: &str| {
        let question = HostQuestion { date: None, today: date(today), count: 1 };
        let finding = next_hosts(&example.workspace, question).unwrap_err();
        (finding.code(), finding.place.is_some())
    };
    example.membership(0).until = Some(example.on_line_of(0, "2024-06-30"));
    assert_eq!(code(&example, "2024-07-01"), ("no-member", false));
    example.absent(0, "2024-05-01", "2024-05-31");
    assert_eq!(code(&example, "2024-05-03"), ("nobody-can-host", true));
}
