//! The planner against a search through all plans.

use std::cmp::Reverse;

use num_rational::BigRational;
use num_traits::Zero as _;
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};

use super::cost::{Costs, wide};
use super::{Accounts, Conflict, ConflictFact, Objective, Shortfall, plan};
use crate::domain::assignment_problem::{AssignmentProblem, GivenTurn, Member, Turn, WishedTurn};

/// Few different numbers, so that every level has ties.
fn member(slots: usize) -> impl Strategy<Value = Member> {
    let account = prop::sample::select(vec!["0", "0", "1/2", "-1/2", "-3/4", "7/30", "5"]);
    let membership = prop::option::weighted(0.3, (0..slots, 0..slots));
    (1..4_u32, account, 0..3_u64, 0..3_u64, membership).prop_map(
        move |(share, account, wait, travel, membership)| {
            let (one, other) = membership.unwrap_or((0, slots - 1));
            let slots = one.min(other)..=one.max(other);
            let account = account.parse().unwrap();
            Member { share, account, wait: wait * 100, travel, slots }
        },
    )
}

fn problems() -> impl Strategy<Value = AssignmentProblem> {
    (1..5_usize, 1..6_usize).prop_flat_map(|(cities, slots)| {
        let turns = || (0..cities, 0..slots).prop_map(|(city, slot)| Turn { city, slot });
        let wish = (0..cities, prop::collection::btree_set(0..slots, 1..=slots), 1..3_u64);
        let wish = wish.prop_map(|(city, slots, weight)| WishedTurn { city, slots, weight });
        (
            prop::collection::vec(member(slots), cities),
            prop::collection::btree_set(turns(), 0..cities * slots / 2 + 1),
            prop::collection::vec(turns(), 0..2),
            prop::collection::vec(wish, 0..3),
            any::<bool>(),
        )
            .prop_map(move |(mut cities, forbidden, pins, wishes, alike)| {
                if alike {
                    for city in &mut cities {
                        (city.share, city.account) = (1, BigRational::zero());
                    }
                }
                AssignmentProblem {
                    cities,
                    slots,
                    forbidden,
                    pins,
                    wishes,
                    ..AssignmentProblem::default()
                }
            })
    })
}

/// Problems in which turns are to lie apart, some of them given away before.
fn spaced() -> impl Strategy<Value = AssignmentProblem> {
    let steps = prop::collection::vec(1..3_usize, 5);
    let given = prop::collection::vec((any::<prop::sample::Index>(), 0..8_usize), 0..4);
    (problems(), 1..4_usize, steps, given).prop_map(|(problem, min_gap, steps, given)| {
        let place = |slot: usize| steps[..=slot].iter().sum::<usize>() - 1;
        let places: Vec<usize> = (0..problem.slots).map(place).collect();
        let given = given.into_iter().filter(|(_, place)| !places.contains(place));
        let city = |city: prop::sample::Index| city.index(problem.cities.len());
        let given = given.map(|(of, place)| GivenTurn { city: city(of), place }).collect();
        AssignmentProblem { min_gap, places, given, ..problem }
    })
}

/// Gaps that are broken, and the turns that are missing in them, counted place by place.
fn recount_gaps(problem: &AssignmentProblem, hosts: &[usize]) -> (usize, usize) {
    let members = |slot: usize| problem.cities.iter().filter(move |it| it.slots.contains(&slot));
    let most = (0..problem.slots).map(|slot| members(slot).count()).max().unwrap();
    let min_gap = problem.min_gap.min(most - 1);
    let slot = |place| (0..problem.slots).find(|slot| problem.place(*slot) == place);
    let (mut broken, mut missing) = (0, 0);
    for city in 0..problem.cities.len() {
        let is_given = |place| problem.given.contains(&GivenTurn { city, place });
        let has =
            |place: &usize| slot(*place).is_some_and(|it| hosts[it] == city) || is_given(*place);
        let turns: Vec<usize> = (0..200).filter(has).collect();
        for pair in turns.windows(2) {
            let between = pair[1] - pair[0] - 1;
            let is_free = pair.iter().any(|place| !is_given(*place));
            if is_free && between < min_gap {
                broken += 1;
                missing += min_gap - between;
            }
        }
    }
    (broken, missing)
}

/// All plans that break no rule.
fn all_plans(problem: &AssignmentProblem) -> Vec<Vec<usize>> {
    let may = |city: usize, slot: usize| {
        problem.cities[city].slots.contains(&slot)
            && !problem.forbidden.contains(&Turn { city, slot })
            && problem.pins.iter().all(|pin| pin.slot != slot || pin.city == city)
    };
    (0..problem.slots).fold(vec![Vec::new()], |plans, slot| {
        let hosts = || (0..problem.cities.len()).filter(|city| may(*city, slot));
        let longer = |plan: Vec<usize>| hosts().map(move |host| [&plan[..], &[host]].concat());
        plans.into_iter().flat_map(longer).collect()
    })
}

/// Problems that have a plan, as the search through all plans tells: every sample is judged.
fn solvable() -> impl Strategy<Value = AssignmentProblem> {
    problems().prop_filter("there is no plan", |problem| !all_plans(problem).is_empty())
}

/// Problems that have none.
fn unsolvable() -> impl Strategy<Value = AssignmentProblem> {
    problems().prop_filter("there is a plan", |problem| all_plans(problem).is_empty())
}

/// The objective counted in the plainest way, from the accounts slot by slot.
fn recount(problem: &AssignmentProblem, hosts: &[usize]) -> (Objective, Vec<Vec<BigRational>>) {
    let mut accounts: Vec<BigRational> =
        problem.cities.iter().map(|city| city.account.clone()).collect();
    let mut history = Vec::new();
    let (broken, missing) = recount_gaps(problem, hosts);
    let mut objective = Objective {
        gaps: Shortfall { broken, missing },
        fairness: BigRational::zero(),
        wishes: 0_u32.into(),
        waiting: 0_u32.into(),
        travel: 0_u32.into(),
        order: 0_u32.into(),
    };
    for (slot, &host) in hosts.iter().enumerate() {
        let is_member = |city: &&Member| city.slots.contains(&slot);
        let shares: u32 = problem.cities.iter().filter(is_member).map(|city| city.share).sum();
        for (account, city) in accounts.iter_mut().zip(&problem.cities) {
            if is_member(&city) {
                *account += BigRational::new(city.share.into(), shares.into());
            }
        }
        accounts[host] -= BigRational::from_integer(1.into());
        objective.fairness += accounts.iter().map(|account| account * account).sum::<BigRational>();
        history.push(accounts.clone());
        let left = problem.slots - slot;
        for wish in &problem.wishes {
            if wish.city == host && wish.slots.contains(&slot) {
                objective.wishes += wish.weight;
            }
        }
        if !hosts[..slot].contains(&host) {
            objective.waiting += problem.cities[host].wait * left as u64;
        }
        objective.travel += problem.cities[host].travel;
        objective.order += host * left;
    }
    (objective, history)
}

/// What is compared, least first.
fn rank(objective: &Objective) -> impl Ord + use<> {
    let Objective { gaps, fairness, wishes, waiting, travel, order } = objective.clone();
    (gaps, fairness, Reverse(wishes), Reverse(waiting), travel, order)
}

/// The facts of a conflict alone, as a problem of its own.
fn alone(problem: &AssignmentProblem, facts: &[ConflictFact]) -> AssignmentProblem {
    let mut alone = AssignmentProblem { forbidden: [].into(), pins: Vec::new(), ..problem.clone() };
    for city in &mut alone.cities {
        city.slots = 0..=problem.slots - 1;
    }
    for fact in facts {
        match *fact {
            ConflictFact::Pin(pin) => alone.pins.push(pin),
            ConflictFact::Forbidden(turn) => {
                alone.forbidden.insert(turn);
            }
            ConflictFact::NotYetMember(Turn { city, .. }) => {
                let member = &mut alone.cities[city].slots;
                *member = *problem.cities[city].slots.start()..=*member.end();
            }
            ConflictFact::NoLongerMember(Turn { city, .. }) => {
                let member = &mut alone.cities[city].slots;
                *member = *member.start()..=*problem.cities[city].slots.end();
            }
        }
    }
    alone
}

proptest! {
    #[test]
    fn no_plan_is_better(problem in problems()) {
        let best = all_plans(&problem).iter().map(|hosts| rank(&recount(&problem, hosts).0)).min();
        let plan = plan(&problem);
        prop_assert_eq!(plan.as_ref().ok().map(|plan| rank(&plan.objective)) == best, true);
        if let Ok(plan) = plan {
            prop_assert!(all_plans(&problem).contains(&plan.hosts));
            let (objective, accounts) = recount(&problem, &plan.hosts);
            prop_assert_eq!(&plan.objective, &objective);
            for (slot, accounts) in accounts.iter().enumerate() {
                for (city, account) in accounts.iter().enumerate() {
                    prop_assert_eq!(&plan.accounts.after(slot, city), account);
                }
            }
        }
    }

    #[test]
    fn no_plan_keeps_turns_further_apart_or_is_better(problem in spaced()) {
        let worth = |hosts: &Vec<usize>| rank(&recount(&problem, hosts).0);
        let best = all_plans(&problem).iter().map(worth).min();
        let plan = plan(&problem).ok();
        prop_assert_eq!(plan.as_ref().map(|plan| worth(&plan.hosts)) == best, true);
        prop_assert!(plan.is_none_or(|plan| plan.unproven.is_none()));
    }

    #[test]
    fn larger_numbers_change_nothing(problem in solvable()) {
        let plan = plan(&problem).unwrap();
        let costs = Costs::new(&problem, &Accounts::without_hosts(&problem));
        prop_assert_eq!(super::assignment::assign(&costs), plan.hosts.clone());
        prop_assert_eq!(super::assignment::assign(&costs.map(wide)), plan.hosts);
    }

    #[test]
    fn a_conflict_is_irreducible(problem in unsolvable()) {
        let conflicts = plan(&problem).err().unwrap();
        prop_assert!(!conflicts.is_empty());
        for Conflict { facts, .. } in conflicts {
            prop_assert!(plan(&alone(&problem, &facts)).is_err());
            for left_out in 0..facts.len() {
                let mut fewer = facts.clone();
                fewer.remove(left_out);
                prop_assert!(plan(&alone(&problem, &fewer)).is_ok());
            }
        }
    }

    #[test]
    fn what_is_not_forbidden_makes_nothing_worse(problem in solvable()) {
        let strict = plan(&problem).unwrap();
        for turn in &problem.forbidden {
            let mut free = problem.clone();
            free.forbidden.remove(turn);
            let free = plan(&free).unwrap();
            prop_assert!(rank(&free.objective) <= rank(&strict.objective));
        }
        let free = AssignmentProblem { pins: Vec::new(), ..problem.clone() };
        prop_assert!(rank(&plan(&free).unwrap().objective) <= rank(&strict.objective));
    }

    #[test]
    fn equal_cities_take_turns_in_their_order(cities in 1..30_usize, slots in 1..70_usize) {
        let hosts = plan(&equal(cities, slots)).unwrap().hosts;
        prop_assert_eq!(hosts, (0..slots).map(|slot| slot % cities).collect::<Vec<_>>());
    }
}

/// So many cities that nobody knows anything else about.
fn equal(cities: usize, slots: usize) -> AssignmentProblem {
    let account = BigRational::zero();
    let city = Member { share: 1, account, wait: 7, travel: 3, slots: 0..=slots - 1 };
    AssignmentProblem { cities: vec![city; cities], slots, ..AssignmentProblem::default() }
}

/// Where turns are counted by position, four of fourteen who are away whenever it is theirs never
/// get one; here they get as many as anybody.
#[test]
fn who_is_away_often_is_not_forgotten() {
    let mut problem = equal(14, 6 * 14);
    let away = |slot: &usize| slot % 14 >= 10;
    let slots = (0..problem.slots).filter(away);
    problem.forbidden = slots.map(|slot| Turn { city: slot % 14, slot }).collect();
    let hosts = plan(&problem).unwrap().hosts;
    for city in 0..14 {
        assert_eq!(hosts.iter().filter(|host| **host == city).count(), 6, "{city}: {hosts:?}");
    }
}

/// Turn by turn it would be the first, the second and the third.
#[test]
fn a_gap_is_kept_in_mind_from_the_first_turn_on() {
    let mut problem = AssignmentProblem { min_gap: 1, ..equal(3, 3) };
    for (city, account) in problem.cities.iter_mut().zip([1, 1, -2]) {
        city.account = BigRational::from_integer(account.into());
    }
    problem.forbidden.insert(Turn { city: 0, slot: 2 });
    assert_eq!(plan(&problem).unwrap().hosts, [1, 0, 1]);
}

/// Where the search is given up, the gap is kept all the same, and a bound says what is not known.
#[test]
fn a_plan_that_is_not_proven_keeps_the_gap() {
    let mut problem = AssignmentProblem { min_gap: 1, ..equal(60, 60) };
    problem.cities[0].account = BigRational::from_integer(40.into());
    problem.cities[1].account = BigRational::from_integer((-40).into());
    let plan = plan(&problem).unwrap();
    assert_eq!(plan.objective.gaps, Shortfall::default());
    assert_eq!(plan.hosts.iter().step_by(2).filter(|host| **host == 0).count(), 30);
}

/// Who is owed far more than anybody else hosts every other turn, and no more often.
#[test]
fn a_large_debt_is_paid_off_over_more_rounds() {
    let mut problem = AssignmentProblem { min_gap: 1, ..equal(9, 40) };
    for (city, account) in problem.cities.iter_mut().zip([8, -1, -1, -1, -1, -1, -1, -1, -1]) {
        city.account = BigRational::from_integer(account.into());
    }
    let plan = plan(&problem).unwrap();
    assert_eq!(plan.unproven, None);
    assert!(plan.hosts.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", plan.hosts);
    assert!(plan.hosts.iter().take(16).step_by(2).all(|host| *host == 0), "{:?}", plan.hosts);
}

/// Accounts with ever new denominators do not fit into machine words; the plan is exact all the
/// same.
#[test]
fn awkward_accounts_are_exact() {
    for number in [3, 6, 12] {
        awkward(number);
    }
}

fn awkward(number: usize) {
    let mut problem = equal(number, 2 * number);
    let primes = [
        1_000_003_u32,
        1_000_033,
        1_000_037,
        1_000_039,
        1_000_081,
        1_000_099,
        1_000_117,
        1_000_121,
        1_000_133,
        1_000_151,
        1_000_159,
        1_000_171,
    ];
    for (city, prime) in problem.cities.iter_mut().zip(primes) {
        city.account = BigRational::new(1.into(), prime.into());
    }
    let plan = plan(&problem).unwrap();
    // The smaller the denominator, the larger the account.
    assert_eq!(plan.hosts, (0..2 * number).map(|slot| slot % number).collect::<Vec<_>>());
    assert_eq!(recount(&problem, &plan.hosts).0, plan.objective);
}
