//! A year of the network, told to those who pay for it: its meetings, who was there, whose turn it was, what
//! was treated and agreed. It names nobody: what may name somebody is counted, and not told.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::action::Action;
use crate::domain::outbox::Outbox;
use crate::domain::reply::Who;
use crate::domain::workspace::Workspace;
use crate::plan::actions::standing;
use crate::plan::post::attendance::{towns, unrecorded};
use crate::plan::post::data_subject::{Subject, subject};
use crate::plan::topics::Treatment;
use crate::plan::year::{self, Event, Fate, Year, agreed, attendance, events, undated, was_member};
use crate::text::{DateStyle, Language, list};
use crate::view::Standing;
use crate::view::account::course::{Span, span};
use crate::view::merge::{CalledMembers, sender};
use crate::view::programme::{Network, network_on};
use crate::view::spelling::word;
use crate::view::words::{Words, shown};

mod sentences;

use sentences::Sentences;

/// A year of the network.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Its language, by its code.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The network, with its members on the last day that is told of.
    pub network: Network,
    /// What its members are called.
    pub member: CalledMembers,
    /// The body that coordinates it.
    pub organisation: String,
    /// The year.
    pub year: String,
    /// Whether it has not ended yet.
    pub is_running: bool,
    /// The day on which it is told, in words.
    pub written: String,
    /// The same as `2026-11-22`.
    pub written_date: String,
    /// What there is to say of it as a whole, a sentence each.
    pub summary: Vec<String>,
    /// What the hosts are called.
    pub hosts_called: String,
    /// The meetings that were to be held in it, by date.
    pub meetings: Vec<MeetingRow>,
    /// At how many of them it is on record who was there, in a sentence; none if nothing took place.
    pub recorded: Option<String>,
    /// How often each town was there; empty if that is on record of no meeting.
    pub presence: Vec<PresenceRow>,
    /// How the accounts of turns rose and fell.
    pub accounts: Span,
    /// What the accounts mean, and of which day they are; none if nothing counts yet.
    pub accounts_words: Option<String>,
    /// The topics that were treated.
    pub topics: Vec<TopicRow>,
    /// What there is to say of what was agreed, a sentence each.
    pub agreed_words: Vec<String>,
    /// What was agreed in the year.
    pub agreed: Vec<AgreedRow>,
    /// What was agreed before, and done or dropped in the year.
    pub closed: Vec<AgreedRow>,
}

/// A meeting of the year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MeetingRow {
    /// The key.
    pub id: String,
    /// Its days in words.
    pub days: String,
    /// Its title.
    pub title: String,
    /// Its hosts, joined by "und"; absent where there are none.
    pub hosts: Option<String>,
    /// What became of it, in words.
    pub fate: String,
    /// How many were there, in words; absent where it did not take place, or not yet.
    pub attendance: Option<String>,
}

/// How often a town was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PresenceRow {
    /// The town, or that those are meant who are of none.
    pub town: String,
    /// At how many meetings, of how many.
    pub meetings: String,
    /// How many people, in words.
    pub people: String,
}

/// A topic that was treated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicRow {
    /// What it is called.
    pub title: String,
    /// Where it was treated, in words.
    pub treated: Vec<String>,
}

/// Something that was agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgreedRow {
    /// What is to be done; absent where the words may name somebody.
    pub what: Option<String>,
    /// The town, or the body, whose it is.
    pub who: Option<String>,
    /// Until when, in words.
    pub due: Option<String>,
    /// How it stands on the day on which it is told.
    #[serde(serialize_with = "word")]
    pub standing: Standing,
    /// The same in words, with the day if it is no longer open.
    pub standing_words: String,
}

/// The year `year` of `workspace`, in the words of `language`.
pub fn report(workspace: &Workspace, year: Year, language: Language) -> Report {
    let words = Words::new(&workspace.network, language);
    let member = CalledMembers::of(workspace, words);
    let events = events(workspace, year);
    let there = attendance(workspace, year, &events);
    let found = agreed(workspace, year);
    let sentences = Sentences { words, year, members: [&member.one, &member.several] };
    let row = |event: &Event<'_>| meeting_row(workspace, event, &sentences);
    let first = || workspace.meetings.iter().filter_map(|it| it.when.date).map(|it| it.value).min();
    let known = Discretion::of(workspace);
    let told = |actions: &[&Action]| -> Vec<AgreedRow> {
        actions.iter().map(|one| agreed_row(workspace, one, &known, year.today, words)).collect()
    };
    let presence = there.towns.iter().map(|one| PresenceRow {
        town: match one.city {
            Some(city) => shown(&workspace.city(city).name),
            None => sentences.of_no_town(),
        },
        meetings: sentences.meetings_of(one),
        people: sentences.people_of(one),
    });
    let accounts = accounts(workspace, year, language);
    Report {
        language,
        network: network_on(workspace, Some(year.until()), words),
        organisation: shown(sender(workspace).organisation),
        year: year.number.to_string(),
        is_running: year.is_running(),
        written: DateStyle { language, ..words.dates }.long(year.today),
        written_date: year.today.to_string(),
        summary: sentences.summary(&events, undated(workspace).len(), first()),
        hosts_called: workspace.network.members.hosts(language, 2).to_owned(),
        meetings: events.iter().map(row).collect(),
        recorded: sentences.recorded(&events, &there),
        presence: presence.collect(),
        accounts_words: (!accounts.courses.is_empty()).then(|| {
            let is_former = |town: &str| {
                let city = workspace.city_named(town).map(|(_, city)| city);
                city.is_none_or(|city| !city.membership.covers(year.until()))
            };
            let former = accounts.courses.iter().filter(|course| is_former(&course.town));
            let former: Vec<String> = former.map(|course| shown(&course.name)).collect();
            let is_open =
                events.iter().any(|event| event.fate == Fate::Unrecorded && event.meeting.counts);
            sentences.accounts(&former, is_open)
        }),
        accounts,
        topics: year::topics(workspace, year)
            .into_iter()
            .map(|(topic, treated)| TopicRow {
                title: shown(&topic.title),
                treated: treated.iter().map(|one| treatment(one, words)).collect(),
            })
            .collect(),
        agreed_words: sentences.agreed(&found),
        agreed: told(&found.own),
        closed: told(&found.closed),
        member,
    }
}

fn meeting_row(workspace: &Workspace, event: &Event<'_>, sentences: &Sentences<'_>) -> MeetingRow {
    let Event { meeting, days: (first, last), fate } = event;
    let words = sentences.words;
    let hosts = meeting.hosts.iter().map(|host| shown(&workspace.city(host.value).name));
    let took_place = matches!(fate, Fate::Held | Fate::Unrecorded);
    let own_words = meeting.when.date_text.as_ref().filter(|_| !matches!(fate, Fate::Moved(_)));
    MeetingRow {
        id: meeting.id.to_string(),
        days: own_words.map_or_else(|| words.dates.span(*first, *last), shown),
        title: shown(&meeting.title.value),
        hosts: (!meeting.hosts.is_empty()).then(|| list::and(hosts, words.language)),
        fate: sentences.fate(*fate),
        attendance: took_place.then(|| {
            sentences
                .attendance(&towns(workspace, meeting), !unrecorded(workspace, meeting).is_empty())
        }),
    }
}

/// The accounts of those who were members in the year.
fn accounts(workspace: &Workspace, year: Year, language: Language) -> Span {
    let days = (year.first, year.until());
    let mut accounts = span(workspace, days, language);
    accounts.courses.retain(|course| {
        let town = workspace.city_named(&course.town);
        town.is_some_and(|(city, _)| was_member(workspace, city, year))
    });
    accounts
}

/// "Leere Läden (Werkstatt 1, 17. März 2026)".
fn treatment(one: &Treatment<'_>, words: Words) -> String {
    let title = shown(&one.meeting.title.value);
    match one.date() {
        Some(day) => format!("{title}, {}", words.dates.long(day)),
        None => title,
    }
}

/// Who may be named by words that somebody wrote for the members alone.
struct Discretion(Vec<Subject>);

impl Discretion {
    fn of(workspace: &Workspace) -> Self {
        let nowhere = Outbox::default();
        let contacts = workspace.contacts.iter();
        let known = |id: &str| subject(workspace, &nowhere, id).ok();
        Self(contacts.filter_map(|contact| known(contact.id.as_str())).collect())
    }

    /// Whether `words` may name somebody.
    fn forbids(&self, words: &str) -> bool {
        self.0.iter().any(|one| one.is_named_in(words) || one.may_be_meant_in(words))
    }
}

fn agreed_row(
    workspace: &Workspace,
    action: &Action,
    known: &Discretion,
    today: NaiveDate,
    words: Words,
) -> AgreedRow {
    let owner = action.owner.value;
    let town = workspace.city_of(owner).map(|city| shown(&workspace.city(city).name));
    let body = || match owner {
        Who::Contact(id) => workspace.contact(id).organisation.as_ref().map(shown),
        Who::City(_) => None,
    };
    let standing = standing(action, today);
    let name = standing.name(words.language);
    AgreedRow {
        what: (!known.forbids(action.what.as_str())).then(|| shown(&action.what)),
        who: town.or_else(body),
        due: action.due.map(|due| words.dates.numeric(due)),
        standing,
        standing_words: match action.closed.filter(|_| !standing.is_open()) {
            Some(day) => format!("{name}, {}", words.dates.numeric(day)),
            None => name.to_owned(),
        },
    }
}
