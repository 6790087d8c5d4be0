//! The accounts of turns: what each town earned and paid, and how far it has travelled.

use chrono::NaiveDate;
use num_rational::BigRational;
use serde::Serialize;

use super::finding::{FilePlace, place};
use super::next_host::{MeetingName, Town};
use super::number::{decimal, kilometres};
use crate::domain::id::CityId;
use crate::domain::workspace::Workspace;
use crate::plan::rotation::account::{Account as Ledgered, Ledger};
use crate::plan::rotation::deviation::{largest_deviation, yardstick};
use crate::plan::rotation::travel::travel;
use crate::plan::rotation::turn::{Turn, members};
use crate::source::Sources;
use crate::text::Language;

pub mod course;
mod sentences;

pub use sentences::Belonging;

use crate::view::spelling::word;
use sentences::Sentences;

/// The accounts of a network.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Accounts {
    /// Its language, by its code.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The day they are of.
    pub date: NaiveDate,
    /// The same in a sentence, with how many meetings count.
    pub date_words: String,
    /// The towns: members by their accounts, who is owed most first; then those that are none.
    pub accounts: Vec<Account>,
    /// The account that was ever farthest from nought; none if no meeting counts yet.
    pub deviation: Option<Deviation>,
    /// What the figures mean, a sentence or two each.
    pub notes: Vec<String>,
    /// The meetings that count, by date.
    pub turns: Vec<Charge>,
}

/// The account of a town during one membership. Amounts are turns, as exact fractions and to four
/// decimals.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Account {
    /// The town.
    #[serde(flatten)]
    pub town: Town,
    /// `member`, `coming` or `former`.
    #[serde(serialize_with = "word")]
    pub membership: Belonging,
    /// The name, with a word about the membership where it is not a present one.
    pub name_words: String,
    /// What it is owed; negative if it is ahead of its part.
    pub account: String,
    /// The same as a number.
    pub account_decimal: f64,
    /// The same for people: "+0,43".
    pub account_words: String,
    /// Its parts of the turns of all.
    pub earned: String,
    /// The same as a number.
    pub earned_decimal: f64,
    /// The same for people.
    pub earned_words: String,
    /// Its own turns; one with another host is a half.
    pub paid: String,
    /// The same as a number.
    pub paid_decimal: f64,
    /// How many meetings it hosted, up to the day.
    pub turns: usize,
    /// How many it is going to host.
    pub coming_turns: usize,
    /// Both for people: "1", "1 + 1".
    pub turns_words: String,
    /// The last day up to now on which it hosted.
    pub last_turn: Option<NaiveDate>,
    /// The same for people; a dash if there is none.
    pub last_turn_words: String,
    /// Its ways to the meetings in kilometres as the crow flies, one way each; none if no way is
    /// known.
    pub travel_km: Option<u64>,
    /// To how many meetings its way is not known.
    pub travel_unknown: usize,
    /// Both for people.
    pub travel_words: String,
    /// Where the town's entry stands.
    pub place: FilePlace,
}

/// How far an account was ever from nought.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Deviation {
    /// The town.
    pub town: Town,
    /// Its account then, as an exact fraction.
    pub account: String,
    /// The same to four decimals.
    pub account_decimal: f64,
    /// The day of the meeting after which it was that.
    pub date: NaiveDate,
    /// Tijdeman's bound for as many members as there are, as an exact fraction; none for one.
    pub yardstick: Option<String>,
    /// The same to four decimals.
    pub yardstick_decimal: Option<f64>,
    /// Both in sentences.
    pub words: String,
}

/// A meeting that counts and what it did to the accounts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Charge {
    /// The day.
    pub date: NaiveDate,
    /// The meeting.
    pub meeting: Option<MeetingName>,
    /// The hosts.
    pub hosts: Vec<Town>,
    /// How many members there were.
    pub members: usize,
    /// All in a sentence.
    pub words: String,
    /// Where the hosts are named.
    pub places: Vec<FilePlace>,
}

/// The accounts on the day `date`, in the words of `language`. Turns to come that have hosts are
/// charged, as in the choice of the next host.
pub fn accounts(
    workspace: &Workspace,
    sources: &Sources,
    date: NaiveDate,
    language: Language,
) -> Accounts {
    let ledger = Ledger::of(workspace);
    let sentences = Sentences::new(workspace, language);
    let view = View { workspace, sources, ledger: &ledger, date, sentences: &sentences };
    let mut rows = view.rows();
    // The sort is stable: equal accounts stay in the network's order.
    rows.sort_by(|(one, _, owed), (other, _, also)| one.cmp(other).then(also.cmp(owed)));
    let accounts: Vec<Account> = rows.into_iter().map(|(_, account, _)| account).collect();
    let turns = ledger.turns();
    Accounts {
        language,
        date,
        date_words: sentences.counted(turns, date),
        deviation: view.deviation(),
        notes: sentences.notes(
            accounts.iter().any(|account| account.coming_turns > 0),
            accounts.iter().any(|account| account.travel_unknown > 0),
        ),
        accounts,
        turns: turns.iter().map(|turn| view.charge(turn)).collect(),
    }
}

struct View<'a> {
    workspace: &'a Workspace,
    sources: &'a Sources,
    ledger: &'a Ledger<'a>,
    date: NaiveDate,
    sentences: &'a Sentences<'a>,
}

impl View<'_> {
    /// A row for each membership to which something was charged, and for each present member.
    fn rows(&self) -> Vec<(Belonging, Account, BigRational)> {
        let mut rows = Vec::new();
        for (id, city) in self.workspace.numbered_cities() {
            let present = city.membership.covers(self.date);
            let present = present.then(|| self.ledger.account(id, self.date));
            let others = self.ledger.accounts(id).iter();
            let others = others.filter(|account| {
                present.as_ref().is_none_or(|present| present.joined != account.joined)
            });
            let is_coming = |account: &Ledgered<'_>| {
                account.joined.is_some_and(|joined| joined.value > self.date)
            };
            let belonging = |account: &Ledgered<'_>| {
                if is_coming(account) { Belonging::Coming } else { Belonging::Former }
            };
            let rows_of_city = present
                .iter()
                .map(|account| (Belonging::Member, account))
                .chain(others.map(|account| (belonging(account), account)));
            rows.extend(rows_of_city.map(|(belonging, account)| {
                (belonging, self.account(id, account, belonging), account.balance())
            }));
        }
        rows
    }

    fn account(&self, id: CityId, account: &Ledgered<'_>, belonging: Belonging) -> Account {
        let (balance, town) = (account.balance(), self.town(id));
        let sentences = self.sentences;
        let past = || account.hostings.iter().filter(|hosting| hosting.date <= self.date);
        let (turns, all) = (past().count(), account.hostings.len());
        let last = past().max_by_key(|hosting| hosting.date);
        let ways = travel(self.workspace, self.ledger.turns(), id, account);
        Account {
            membership: belonging,
            name_words: sentences.name(&town.name, belonging),
            account: balance.to_string(),
            account_decimal: decimal(&balance),
            account_words: sentences.signed(&balance),
            earned: account.earned().to_string(),
            earned_decimal: decimal(&account.earned()),
            earned_words: sentences.unsigned(&account.earned()),
            paid: account.paid().to_string(),
            paid_decimal: decimal(&account.paid()),
            turns,
            coming_turns: all - turns,
            turns_words: sentences::turns(turns, all - turns),
            last_turn: last.map(|hosting| hosting.date),
            last_turn_words: sentences.last(last),
            travel_km: (ways.known > 0 || ways.unknown == 0).then(|| kilometres(ways.metres)),
            travel_unknown: ways.unknown,
            travel_words: sentences.travel(ways),
            place: place(self.workspace.city(id).origin, self.sources),
            town,
        }
    }

    fn deviation(&self) -> Option<Deviation> {
        let largest = largest_deviation(self.workspace)?;
        let members = members(self.workspace, self.date).count();
        let yardstick = yardstick(members);
        Some(Deviation {
            town: self.town(largest.city),
            account: largest.balance.to_string(),
            account_decimal: decimal(&largest.balance),
            date: largest.turn.date,
            words: self.sentences.deviation(&largest, members, yardstick.as_ref()),
            yardstick: yardstick.as_ref().map(ToString::to_string),
            yardstick_decimal: yardstick.as_ref().map(decimal),
        })
    }

    fn charge(&self, turn: &Turn<'_>) -> Charge {
        let members = members(self.workspace, turn.date).count();
        let origins = turn.hosts.iter().filter_map(|host| turn.origin(*host));
        Charge {
            date: turn.date,
            meeting: turn.meeting.map(|meeting| MeetingName {
                id: meeting.id.to_string(),
                title: meeting.title.value.to_string(),
                place: place(meeting.origin, self.sources),
            }),
            hosts: turn.hosts.iter().map(|host| self.town(*host)).collect(),
            members,
            words: self.sentences.charge(turn, members, self.date),
            places: origins.map(|origin| place(origin, self.sources)).collect(),
        }
    }

    fn town(&self, id: CityId) -> Town {
        let city = self.workspace.city(id);
        Town { id: city.id.to_string(), name: city.name.to_string() }
    }
}
