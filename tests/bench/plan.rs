//! How long it takes to plan, with everything a problem can have and a fifth of the pairs forbidden.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use erfa::domain::assignment_problem::{AssignmentProblem, Member, Turn, WishedTurn};
use erfa::plan::rotation::planner::plan;
use num_rational::BigRational;

/// Cities and slots.
const SIZES: [(usize, usize); 3] = [(9, 12), (50, 100), (200, 400)];

/// What the accounts at the begin are like.
#[derive(Clone, Copy, PartialEq)]
enum Account {
    /// Of one denominator, as after a history of turns: 128 bits hold all sums.
    Usual,
    /// Of denominators up to a hundred: 256 bits hold all sums.
    Mixed,
    /// Each with a large denominator of its own.
    Awkward,
}

const ACCOUNTS: [(&str, Account); 3] = [
    ("usual accounts", Account::Usual),
    ("mixed accounts", Account::Mixed),
    ("awkward accounts", Account::Awkward),
];

fn plans(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("plan");
    group.sample_size(10);
    for (cities, slots) in SIZES {
        for (name, account) in ACCOUNTS {
            // With ever new denominators the figures have thousands of digits, which takes long.
            if cities > 50 && account == Account::Awkward {
                continue;
            }
            let problem = problem(cities, slots, account);
            let id = BenchmarkId::new(name, format!("{cities} × {slots}"));
            group.bench_with_input(id, &problem, |bencher, problem| {
                bencher.iter(|| black_box(plan(problem).expect("every slot has a host")));
            });
        }
    }
    group.finish();
}

/// Shares from 1 to 5, and accounts around 0.
fn problem(cities: usize, slots: usize, account: Account) -> AssignmentProblem {
    let mut dice = Dice(1);
    let mut number = |below: u32| dice.roll(below);
    let member = |city| {
        let denominator = match account {
            Account::Usual => 630,
            Account::Mixed => 1 + city % 100,
            Account::Awkward => 1_000_003 + 2 * city,
        };
        let (sign, part) = (if number(2) == 0 { -1 } else { 1 }, number(600));
        Member {
            share: 1 + number(5),
            account: BigRational::new((sign * i64::from(part)).into(), denominator.into()),
            wait: u64::from(number(3000)),
            travel: u64::from(100_000 + number(900_000)),
            slots: 0..=slots - 1,
        }
    };
    let members = (0..cities).map(member).collect();
    let turns = (0..cities).flat_map(|city| (0..slots).map(move |slot| Turn { city, slot }));
    let forbidden = turns.filter(|_| number(5) == 0).collect();
    let wish = |city| {
        let first = number(400) as usize % slots;
        let last = (first + 3).min(slots - 1);
        WishedTurn { city, slots: (first..=last).collect(), weight: 1 + u64::from(number(3)) }
    };
    let wishes = (0..cities).step_by(3).map(wish).collect();
    AssignmentProblem { cities: members, slots, forbidden, wishes, ..AssignmentProblem::default() }
}

/// Numbers that look random and are always the same (Knuth, MMIX).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap_or_default() % below
    }
}

criterion_group!(benches, plans);
criterion_main!(benches);
