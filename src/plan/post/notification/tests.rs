//! Everybody hears of what concerns them, and nobody of anything else.

use chrono::{Days, NaiveDate};
use proptest::prelude::{Strategy, any};
use proptest::{collection, prop_assert_eq, prop_assume, proptest};

use super::{Notice, Part, notice};
use crate::domain::id::Id;
use crate::domain::meeting::Status;
use crate::domain::release::{
    Checksum, Commitment, Content, Coverage, Detail, DetailContent, Facts, Hours, SessionFacts,
};
use crate::domain::session::{Audience, Certainty, Kind, Role};
use crate::domain::time::{Clock, Precision, Time};
use crate::text::Vocabulary as _;

const PEOPLE: [&str; 3] = ["A. Muster", "B. Muster", "Dr. C. Muster"];

fn clock(minutes: u32) -> Clock {
    let minutes = u16::try_from(minutes).unwrap();
    Clock::new(minutes / 60, minutes % 60).unwrap()
}

fn time(minutes: u32) -> Time {
    Time { precision: Precision::Exact, clock: clock(minutes) }
}

fn session(number: usize, minutes: u32, people: Vec<usize>) -> SessionFacts {
    SessionFacts {
        id: Id::new(&format!("s{number}")).unwrap(),
        kind: Kind::Item,
        title: Some(format!("Punkt {number}")),
        date: NaiveDate::from_ymd_opt(2027, 4, 20),
        hours: Hours { start: Some(time(minutes)), ..Hours::default() },
        part_of_day: None,
        connector: None,
        place: None,
        people: people.into_iter().map(|person| PEOPLE[person].to_owned()).collect(),
        audience: Audience::Public,
        status: Certainty::Fixed,
        parts: None,
        content: Content::default(),
    }
}

/// A meeting from 8:00 to 20:00 whose items are between these hours.
fn facts() -> impl Strategy<Value = Facts> {
    let person = || collection::vec(0..PEOPLE.len(), 0..3);
    collection::vec((480_u32..1100, person()), 1..6).prop_map(|sessions| Facts {
        covers: Coverage::default(),
        reason: None,
        title: "Treffen".to_owned(),
        status: Status::Planned,
        hosts: vec!["Ulm".to_owned()],
        date: NaiveDate::from_ymd_opt(2027, 4, 20),
        end_date: None,
        date_text: None,
        hours: Hours {
            start: Some(time(480)),
            end: Some(crate::domain::time::End::At(time(1200))),
            ..Hours::default()
        },
        place: Some("Rathaus".to_owned()),
        registration_until: None,
        people: Some(Vec::new()),
        content: Content::default(),
        sessions: (0..).zip(sessions).map(|(n, (at, who))| session(n, at, who)).collect(),
    })
}

fn of(person: usize) -> Part {
    Part { name: Some(PEOPLE[person].to_owned()), ..Part::default() }
}

fn guest() -> Part {
    Part { name: Some("G. Gast".to_owned()), ..Part::default() }
}

fn role() -> impl Strategy<Value = Option<Role>> {
    proptest::option::of(proptest::sample::select(Role::all().collect::<Vec<_>>()))
}

proptest! {
    #[test]
    fn who_knows_everything_hears_nothing(facts in facts(), person in 0..PEOPLE.len()) {
        for part in [of(person), guest(), Part::default()] {
            prop_assert_eq!(notice(Some(&facts), &facts, true, &part), None);
        }
    }

    #[test]
    fn another_time_place_or_end_concerns_everybody(
        known in facts(), person in 0..PEOPLE.len(), what in 0..4,
    ) {
        let mut now = known.clone();
        match what {
            0 => now.date = now.date.and_then(|date| date.checked_add_days(Days::new(7))),
            1 => now.place = Some("Bürgerhaus".to_owned()),
            2 => now.hours.start = Some(time(490)),
            _ => now.date_text = Some("Frühjahr 2027".to_owned()),
        }
        for part in [of(person), guest(), Part::default()] {
            prop_assert_eq!(notice(Some(&known), &now, true, &part), Some(Notice::Change));
        }
    }

    #[test]
    fn another_role_concerns_whoever_has_it(
        known in facts(),
        roles in proptest::array::uniform2(collection::vec(role(), PEOPLE.len())),
    ) {
        let with = |roles: &[Option<Role>], sum| {
            let all: Vec<Commitment> =
                roles.iter().map(|&role| Commitment { role, ..Commitment::default() }).collect();
            let mut facts = known.clone();
            let session = &mut facts.sessions[0];
            session.people = PEOPLE.map(str::to_owned).to_vec();
            let detail = DetailContent::new(Detail::Roles, Checksum(sum), None);
            session.content = Content { whole: None, details: vec![detail] }.with_commitments(&all);
            facts
        };
        let [before, now] = [with(&roles[0], 1), with(&roles[1], 2)];
        let told = |role: Option<Role>| role.filter(|role| !role.goes_without_saying());
        for (person, (was, is)) in roles[0].iter().zip(&roles[1]).enumerate() {
            let is_other = told(*was) != told(*is);
            let expected = is_other.then_some(Notice::Change);
            prop_assert_eq!(notice(Some(&before), &now, true, &of(person)), expected);
        }
        prop_assert_eq!(notice(Some(&before), &now, true, &guest()), None);
    }

    #[test]
    fn an_item_concerns_those_who_stand_in_it(
        known in facts(), index in any::<proptest::sample::Index>(), what in 0..5,
    ) {
        let mut now = known.clone();
        let at = index.index(now.sessions.len());
        let changed = now.sessions[at].clone();
        match what {
            0 => now.sessions[at].hours.start = Some(time(1110)),
            1 => now.sessions[at].place = Some("Saal 2".to_owned()),
            2 => now.sessions[at].title = Some("Anders".to_owned()),
            3 => now.sessions[at].status = Certainty::Dropped,
            _ => { now.sessions.remove(at); }
        }
        for (person, name) in PEOPLE.iter().enumerate() {
            let expected = changed.people.iter().any(|one| one == name).then_some(Notice::Change);
            prop_assert_eq!(notice(Some(&known), &now, true, &of(person)), expected);
        }
        prop_assert_eq!(notice(Some(&known), &now, true, &guest()), None);
    }

    #[test]
    fn another_speaker_concerns_the_old_and_the_new_one(
        known in facts(), index in any::<proptest::sample::Index>(), to in 0..PEOPLE.len(),
    ) {
        let mut now = known.clone();
        let at = index.index(now.sessions.len());
        let before = std::mem::replace(&mut now.sessions[at].people, vec![PEOPLE[to].to_owned()]);
        for (person, name) in PEOPLE.iter().enumerate() {
            let is_other = before.iter().any(|one| one == name) != (person == to);
            let expected = is_other.then_some(Notice::Change);
            prop_assert_eq!(notice(Some(&known), &now, true, &of(person)), expected);
        }
    }

    #[test]
    fn what_is_said_of_items_beside_time_place_and_title_concerns_nobody(known in facts()) {
        let mut now = known.clone();
        for session in &mut now.sessions {
            session.content = Content { whole: Some(Checksum(1)), ..Content::default() };
            session.connector = Some("dann".to_owned());
        }
        for person in 0..PEOPLE.len() {
            prop_assert_eq!(notice(Some(&known), &now, true, &of(person)), None);
        }
    }

    #[test]
    fn who_comes_and_who_goes(known in facts(), now in facts(), person in 0..PEOPLE.len()) {
        prop_assume!(known.date == now.date);
        let cancelled = Facts { status: Status::Cancelled, ..now.clone() };
        let part = of(person);
        let cases = [
            (None, &now, true, Some(Notice::Invitation)),
            (None, &now, false, None),
            (None, &cancelled, true, None),
            (Some(&known), &now, false, Some(Notice::Withdrawal)),
            (Some(&known), &cancelled, true, Some(Notice::Cancellation)),
            (Some(&known), &cancelled, false, Some(Notice::Cancellation)),
            (Some(&cancelled), &cancelled, true, None),
            (Some(&cancelled), &now, true, Some(Notice::Invitation)),
            (Some(&cancelled), &now, false, None),
        ];
        for (known, now, is_meant, expected) in cases {
            prop_assert_eq!(notice(known, now, is_meant, &part), expected);
        }
    }
}

#[test]
fn what_stands_in_items_concerns_its_people_and_the_host_its_town() {
    let mut known = Facts { sessions: vec![session(0, 600, Vec::new())], ..facts_of_nothing() };
    let part = Part { within: vec![Id::new("s0").unwrap()], ..guest() };
    let mut now = known.clone();
    now.sessions[0].content = Content { whole: Some(Checksum(7)), ..Content::default() };
    // Before, the checksum tells of nobody: that they are in it now is news of its own.
    assert_eq!(notice(Some(&known), &now, true, &part), Some(Notice::Change));
    known.sessions[0].content = Content { whole: Some(Checksum(7)), ..Content::default() };
    assert_eq!(notice(Some(&known), &now, true, &part), None);

    let ulm = Part { city: Some("Ulm".to_owned()), ..Part::default() };
    let elsewhere = Facts { hosts: vec!["Köln".to_owned()], ..now.clone() };
    assert_eq!(notice(Some(&now), &elsewhere, true, &ulm), Some(Notice::Change));
    assert_eq!(notice(Some(&now), &elsewhere, true, &guest()), None);
}

fn facts_of_nothing() -> Facts {
    Facts {
        covers: Coverage::default(),
        reason: None,
        title: "Treffen".to_owned(),
        status: Status::Planned,
        hosts: vec!["Ulm".to_owned()],
        date: NaiveDate::from_ymd_opt(2027, 4, 20),
        end_date: None,
        date_text: None,
        hours: Hours { start: Some(time(540)), ..Hours::default() },
        place: None,
        registration_until: None,
        people: Some(Vec::new()),
        content: Content::default(),
        sessions: Vec::new(),
    }
}
