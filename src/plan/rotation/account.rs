//! The account of turns: what each town is owed, as an exact fraction of one turn.

use chrono::NaiveDate;
use num_rational::BigRational;
use num_traits::Zero;

use super::turn::{Turn, joined, members, turns};
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::source::{Located, Origin};

/// The accounts of all towns; over all of them the balances always add up to zero.
#[derive(Clone, Debug)]
pub struct Ledger<'a> {
    workspace: &'a Workspace,
    /// For each town an account per membership: a leaver's stays as it is, who rejoins opens a new
    /// one. Both remain in the sum.
    accounts: Vec<Vec<Account<'a>>>,
    turns: Vec<Turn<'a>>,
}

/// What one town earned and paid during one unbroken membership.
#[derive(Clone, Debug)]
pub struct Account<'a> {
    /// The first day of the membership; none if it is not known.
    pub joined: Option<Located<NaiveDate>>,
    /// The counting meetings in which it was a member, the reckoned ones among them.
    pub meetings: usize,
    /// The reckoned ones.
    pub reckoned: usize,
    earned: Sum,
    paid: Sum,
    /// Its own turns, in the order in which they were charged.
    pub hostings: Vec<Hosting<'a>>,
}

/// A turn as its host sees it.
#[derive(Clone, Copy, Debug)]
pub struct Hosting<'a> {
    /// The day.
    pub date: NaiveDate,
    /// The meeting; none for a turn that is only foreseen.
    pub meeting: Option<&'a Meeting>,
    /// Where the meeting's file names the host.
    pub origin: Option<Origin>,
    /// Which of the turns of this reckoning it is, from 1; none if the host is on file.
    pub reckoned: Option<usize>,
}

/// A sum of fractions. Most of those that are added have the same denominator, and to bring two to one
/// takes longer than all the rest.
#[derive(Clone, Debug)]
struct Sum {
    settled: BigRational,
    numerator: u64,
    denominator: u64,
}

impl Sum {
    fn zero() -> Self {
        Self { settled: BigRational::zero(), numerator: 0, denominator: 1 }
    }

    fn add(&mut self, numerator: u64, denominator: u64) {
        let sum = self.numerator.checked_add(numerator).filter(|_| self.denominator == denominator);
        match sum {
            Some(sum) => self.numerator = sum,
            None => *self = Self { settled: self.total(), numerator, denominator },
        }
    }

    fn total(&self) -> BigRational {
        let open = BigRational::new(self.numerator.into(), self.denominator.into());
        if self.settled.is_zero() { open } else { &self.settled + open }
    }
}

impl<'a> Account<'a> {
    /// Its parts of the turns of all, in turns.
    pub fn earned(&self) -> BigRational {
        self.earned.total()
    }

    /// Its own turns; one with another host is a half.
    pub fn paid(&self) -> BigRational {
        self.paid.total()
    }

    /// What the town is owed, in turns; negative if it is ahead of its part.
    pub fn balance(&self) -> BigRational {
        self.earned() - self.paid()
    }

    /// The town's latest turn, be it past or coming.
    pub fn last(&self) -> Option<Hosting<'a>> {
        self.hostings.iter().copied().max_by_key(|hosting| hosting.date)
    }

    fn open(joined: Option<Located<NaiveDate>>) -> Self {
        let (earned, paid) = (Sum::zero(), Sum::zero());
        Self { joined, meetings: 0, reckoned: 0, earned, paid, hostings: Vec::new() }
    }
}

impl<'a> Ledger<'a> {
    /// A ledger in which nothing is charged yet.
    pub fn new(workspace: &'a Workspace) -> Self {
        let accounts = workspace.cities.iter().map(|_| Vec::new()).collect();
        Self { workspace, accounts, turns: Vec::new() }
    }

    /// The ledger with all turns of the network charged, the coming ones too.
    pub fn of(workspace: &'a Workspace) -> Self {
        let mut ledger = Self::new(workspace);
        for turn in turns(workspace) {
            ledger.charge(turn);
        }
        ledger
    }

    /// Charges a turn: every member earns its part of it, every host that is a member pays.
    ///
    /// With h hosts each pays 1/h. What hosts that are no members do not pay, no member earns: of
    /// the turn only the members' part is shared out, in proportion to the members' shares.
    pub fn charge(&mut self, turn: Turn<'a>) {
        let hosts = turn.hosts.len() as u64;
        let is_member = |host: &&CityId| self.workspace.city(**host).membership.covers(turn.date);
        let paying = turn.hosts.iter().filter(is_member).count() as u64;
        let shares = total_share(self.workspace, turn.date) * hosts;
        for (id, city) in members(self.workspace, turn.date) {
            let account = self.opened(id, turn.date);
            account.meetings += 1;
            account.reckoned += usize::from(turn.reckoned.is_some());
            account.earned.add(paying * u64::from(city.share), shares);
            for _ in turn.hosts.iter().filter(|host| **host == id) {
                account.paid.add(1, hosts);
            }
            if turn.hosts.contains(&id) {
                let (date, meeting, origin) = (turn.date, turn.meeting, turn.origin(id));
                let reckoned = turn.reckoned;
                account.hostings.push(Hosting { date, meeting, origin, reckoned });
            }
        }
        self.turns.push(turn);
    }

    /// The account that belongs to the town's membership on `date`; empty if nothing was charged to
    /// it yet.
    pub fn account(&self, city: CityId, date: NaiveDate) -> Account<'a> {
        let joined = joined(&self.workspace.city(city).membership, date);
        let account = self.accounts[city.0].iter().find(|account| account.joined == joined);
        account.cloned().unwrap_or_else(|| Account::open(joined))
    }

    /// All accounts of a town, in the order of its memberships.
    pub fn accounts(&self, city: CityId) -> &[Account<'a>] {
        &self.accounts[city.0]
    }

    /// What is left of memberships that do not cover `date`, in the network's order: nobody is owed
    /// it any more, but without it the balances would not add up to zero.
    pub fn closed(&self, date: NaiveDate) -> Vec<(CityId, BigRational)> {
        let mut closed = Vec::new();
        for (id, city) in self.workspace.numbered_cities() {
            let membership = &city.membership;
            let current = membership.covers(date).then(|| joined(membership, date));
            let ended = self.accounts(id).iter().filter(|account| Some(account.joined) != current);
            let balances = ended.map(Account::balance).filter(|balance| !balance.is_zero());
            closed.extend(balances.map(|balance| (id, balance)));
        }
        closed
    }

    /// The turns that were charged, in that order.
    pub fn turns(&self) -> &[Turn<'a>] {
        &self.turns
    }

    fn opened(&mut self, city: CityId, date: NaiveDate) -> &mut Account<'a> {
        let joined = joined(&self.workspace.city(city).membership, date);
        let accounts = &mut self.accounts[city.0];
        let known = accounts.iter().position(|account| account.joined == joined);
        let index = known.unwrap_or_else(|| {
            accounts.push(Account::open(joined));
            accounts.len() - 1
        });
        &mut accounts[index]
    }
}

/// A town's part of one turn on `date`: its share of the members' shares.
pub fn part(workspace: &Workspace, city: CityId, date: NaiveDate) -> BigRational {
    BigRational::new(workspace.city(city).share.into(), total_share(workspace, date).into())
}

/// The shares of all members on `date` together.
fn total_share(workspace: &Workspace, date: NaiveDate) -> u64 {
    members(workspace, date).map(|(_, city)| u64::from(city.share)).sum()
}
