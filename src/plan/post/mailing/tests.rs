//! Everybody who is meant gets one mail or is named, and whoever was told everything hears nothing.

use std::cell::Cell;
use std::collections::{BTreeSet, HashSet};

use proptest::collection::vec;
use proptest::prelude::Strategy;
use proptest::sample::select;
use proptest::{bool, option, prop_assert, prop_assert_eq};

use super::{Mail, Mailing, Making, mailing, update};
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Event, Ledger, Message, Outbox, Run, RunName, State};
use crate::domain::release::{Coverage, Facts};
use crate::domain::workspace::Workspace;
use crate::example::{date, line, workspace};
use crate::plan::post::document_kind::{Document, DocumentKind};
use crate::plan::post::knowledge::Now;
use crate::plan::post::notification::Notice;
use crate::plan::post::recipient::{Choice, choose};
use crate::plan::post::sample::{message, nowhere, release, runner};
use crate::plan::programme::release::{facts, facts_beside};
use crate::source::Located;
use crate::text::address_key;

/// How many addresses there are: fewer than people, so that some share one.
const ADDRESSES: usize = 4;
const PEOPLE: usize = 6;

/// A person: whether and where they get mail, and whether they are in the group.
type Sketch = (Option<bool>, usize, bool);

/// A mail that was made: to whom, at which address, what became of it, its sequence.
type Sent = (usize, usize, State, Option<u32>);

fn people() -> impl Strategy<Value = Vec<Sketch>> {
    vec((option::of(bool::weighted(0.8)), 0..ADDRESSES, bool::ANY), 1..PEOPLE)
}

/// Runs: what they were, which version they told, and their mails.
fn runs() -> impl Strategy<Value = Vec<(&'static str, u32, Vec<Sent>)>> {
    let kinds =
        ["save-the-date", "invitation", "invitation", "cancellation", "withdrawal", "thanks"];
    let state = select(vec![State::Pending, State::Sent, State::Sent, State::Failed]);
    let sent = (0..PEOPLE, 0..ADDRESSES, state, option::of(0..3_u32));
    vec((select(kinds.to_vec()), 1..=2_u32, vec(sent, 1..4)), 1..4)
}

fn address(number: usize) -> String {
    format!("a{number}@example.org")
}

/// A meeting in Ulm whose second version is true, and whose first was at another place.
fn with(people: &[Sketch]) -> Workspace {
    let contact = |(number, (mail, at, is_in_group)): (usize, &Sketch)| {
        let mail = match mail {
            Some(true) => format!("mail = '{}', ", address(*at)),
            Some(false) => "mail = false, ".to_owned(),
            None => String::new(),
        };
        let groups = if *is_in_group { "groups = ['board'], " } else { "" };
        format!("{{ {mail}{groups}id = 'p{number}', family-name = 'Muster {number}' }}")
    };
    let contacts: Vec<String> = people.iter().enumerate().map(contact).collect();
    let mut workspace = workspace(&[
        ("network.toml", "name = 'Netz'"),
        ("cities.toml", "city = [{ id = 'ulm', name = 'Ulm', mail = 'ulm@example.org' }]"),
        ("contacts.toml", &format!("contact = [{}]", contacts.join(", "))),
        ("meetings/a.toml", "title = 'A'\nhosts = ['ulm']\ndate = 2027-04-20\nplace = 'Rathaus'"),
    ]);
    let now = facts(&workspace, &workspace.meetings[0]);
    let before = Facts { place: Some("Saal".to_owned()), ..now.clone() };
    workspace.meetings[0].releases = vec![release(1, before), release(2, now)];
    workspace
}

/// Adds a run with these mails to `outbox`.
fn add(outbox: &mut Outbox, kind: &str, version: u32, mails: Vec<(Message, State)>) {
    let name = RunName::parse("a", &format!("{}-{kind}", outbox.runs.len() + 1)).unwrap();
    let made = "2027-01-06T12:00:00+01:00".parse().unwrap();
    let (messages, states): (Vec<_>, Vec<_>) = mails.into_iter().unzip();
    let to = if kind == "update" { Vec::new() } else { vec![line("board"), line("ulm")] };
    let version = Located::new(version, nowhere());
    let run = Run { origin: nowhere(), name, made, version, to, messages };
    for (message, state) in run.messages.iter().zip(states) {
        let event = Event::Message(state);
        outbox.ledger.push(Entry { at: made, event, path: run.path(message), words: None });
    }
    outbox.runs.push(run);
}

fn outbox(runs: &[(&str, u32, Vec<Sent>)]) -> Outbox {
    let mut outbox = Outbox { runs: Vec::new(), purged: Vec::new(), ledger: Ledger::default() };
    for (kind, version, sent) in runs {
        let mail = |(person, at, state, sequence): &Sent| {
            let message = message(&format!("p{person}"), &address(*at), kind);
            (Message { sequence: *sequence, ..message }, *state)
        };
        add(&mut outbox, kind, *version, sent.iter().map(mail).collect());
    }
    outbox
}

fn choice<'a>(workspace: &'a Workspace, names: &'a [String]) -> Choice<'a> {
    let meeting = &workspace.meetings[0];
    Choice { names, meeting, today: date("2027-01-07"), by_mail: true }
}

/// The keys of those who get a mail, and of those who are left out.
fn keys(workspace: &Workspace, mailing: &Mailing<'_>) -> [Vec<String>; 2] {
    let mails = mailing.mails.iter().map(|mail| mail.to.who);
    let left_out = mailing.left_out.iter().map(super::LeftOut::who);
    let ids = |who: &mut dyn Iterator<Item = super::Addressee<'_>>| {
        who.map(|who| who.id(workspace).to_string()).collect()
    };
    [ids(&mut mails.into_iter()), ids(&mut left_out.into_iter())]
}

/// That no address of those who are meant gets two mails. Whoever is not meant any more is told under
/// the key that they were told under.
fn is_one_an_address(workspace: &Workspace, mailing: &Mailing<'_>) -> bool {
    let mut addresses = HashSet::new();
    let is_meant = |mail: &&Mail<'_>| {
        mail.update.as_ref().is_none_or(|update| update.notice != Notice::Withdrawal)
    };
    let meant = mailing.mails.iter().filter(is_meant);
    let mut mails = meant.filter_map(|mail| mail.to.who.mail(workspace));
    mails.all(|mail| addresses.insert(address_key(mail.as_str())))
}

/// What became of the mails about the meeting to the key of `mail`, and to its address, that were not
/// refused.
fn states_of(workspace: &Workspace, outbox: &Outbox, mail: &Mail<'_>) -> [Vec<State>; 2] {
    let key = |address: &Line| address_key(address.as_str());
    let (id, at) = (mail.to.who.id(workspace), mail.to.who.mail(workspace).and_then(key));
    let tell = |run: &&Run| run.name.kind.as_str() != "thanks";
    let states = |is_meant: &dyn Fn(&Message) -> bool| {
        let mails = outbox.runs.iter().filter(tell).flat_map(|run| {
            let own = run.messages.iter().filter(|one| is_meant(one));
            own.map(|one| outbox.ledger.state(&run.path(one)))
        });
        mails.filter(|state| *state != State::Failed).collect()
    };
    [states(&|one| one.person == *id), states(&|one| key(&one.mail) == at)]
}

#[test]
fn everybody_who_is_chosen_gets_one_mail_or_is_named() {
    let [written, without] = [Cell::new(0), Cell::new(0)];
    let judged = runner().run(&(people(), runs(), bool::ANY), |(people, runs, again)| {
        let (workspace, outbox) = (with(&people), outbox(&runs));
        let names = ["all".to_owned()];
        let Ok(chosen) = choose(&workspace, &choice(&workspace, &names)) else { return Ok(()) };
        let recipients = chosen.recipients.iter().map(|one| one.who.id(&workspace).to_string());
        let mut everybody: Vec<String> = recipients.collect();
        everybody.extend(chosen.refusing.iter().map(|id| workspace.contact(*id).id.to_string()));
        everybody.sort();
        let meeting = &workspace.meetings[0];
        let invitation = Document::BuiltIn(DocumentKind::Invitation);
        let now = Now::of(&workspace, meeting);
        let making = Making { today: date("2024-01-01"), again };
        let mailing = mailing(&workspace, &outbox, &now, meeting, &invitation, chosen, making);
        prop_assert!(is_one_an_address(&workspace, &mailing));
        let [mails, left_out] = keys(&workspace, &mailing);
        let mut all = [mails.clone(), left_out.clone()].concat();
        all.sort();
        prop_assert_eq!(all, everybody);
        for mail in &mailing.mails {
            // Whoever has it gets it anew only after a mail that took it back.
            let id = mail.to.who.id(&workspace);
            let own = outbox.runs.iter().flat_map(|run| {
                let state = |one: &Message| outbox.ledger.state(&run.path(one));
                let own = run.messages.iter().filter(move |one| one.person == *id);
                own.filter(move |one| state(one) != State::Failed)
            });
            let own: Vec<&Message> = own.collect();
            let relevant = own.iter().rev().find(|one| {
                ["invitation", "withdrawal", "cancellation"].contains(&one.kind.as_str())
            });
            prop_assert!(again || relevant.is_none_or(|last| last.kind.as_str() != "invitation"));
            let got = own.iter().filter(|one| one.kind.as_str() != "thanks");
            let least = mail.calendar.map(|sent| sent.sequence);
            prop_assert!(least >= got.filter_map(|one| one.sequence).max());
        }
        written.set(written.get() + mails.len());
        without.set(without.get() + left_out.len());
        Ok(())
    });
    judged.unwrap();
    assert!(written.get() > 300 && without.get() > 100, "{written:?} {without:?}");
}

#[test]
fn whoever_was_told_everything_hears_nothing() {
    let [told, refused] = [Cell::new(0), Cell::new(0)];
    let notices = std::cell::RefCell::new(BTreeSet::new());
    let judged = runner().run(&(people(), runs()), |(people, runs)| {
        let (workspace, mut outbox) = (with(&people), outbox(&runs));
        let meeting = &workspace.meetings[0];
        let now = Now::of(&workspace, meeting);
        let before = outbox.clone();
        let Ok(first) = update(&workspace, &before, &now, choice(&workspace, &[])) else {
            refused.set(refused.get() + 1);
            return Ok(());
        };
        prop_assert!(is_one_an_address(&workspace, &first));
        let [mails, left_out] = keys(&workspace, &first);
        let unique: BTreeSet<&String> = mails.iter().chain(&left_out).collect();
        prop_assert_eq!(unique.len(), mails.len() + left_out.len());
        for id in &mails {
            let number = id.strip_prefix('p').and_then(|number| number.parse::<usize>().ok());
            let person = number.and_then(|number| people.get(number));
            prop_assert!(person.is_none_or(|(mail, ..)| *mail != Some(false)), "{id} wants none");
        }
        let mut made = Vec::new();
        for mail in &first.mails {
            let update = mail.update.as_ref().unwrap();
            notices.borrow_mut().insert(update.notice);
            // Only whom a mail has reached is told of a change or an end; for whoever is new none waits.
            let [own, there] = states_of(&workspace, &before, mail);
            let is_reached = own.iter().chain(&there).any(|state| *state == State::Sent);
            let is_new = update.notice == Notice::Invitation && own.is_empty();
            prop_assert!(is_reached || is_new, "{:?}: {own:?} {there:?}", update.notice);
            let kind = mail.document.name();
            let to = mail.to.who;
            made.extend(to.mail(&workspace).map(|at| {
                (message(to.id(&workspace).as_str(), at.as_str(), kind), State::Pending)
            }));
        }
        add(&mut outbox, "update", 2, made);
        let second = update(&workspace, &outbox, &now, choice(&workspace, &[])).unwrap();
        // Nobody can be told anything without an address; that is said when mails are made.
        let again = second.mails.iter().filter_map(|mail| mail.to.who.mail(&workspace));
        prop_assert_eq!(again.count(), 0);
        told.set(told.get() + mails.len());
        Ok(())
    });
    judged.unwrap();
    assert!(told.get() > 200 && refused.get() < 60, "{told:?} {refused:?}");
    assert_eq!(notices.borrow().len(), 3, "{notices:?}");
}

#[test]
fn what_a_version_does_not_cover_is_no_news() {
    let meeting = "title = 'A'\nhosts = ['ulm']\ndate = 2027-04-20\n[[session]]\ntitle = 'Rundgang'\n\
                   [[session.items]]\ntitle = 'Markt'\npeople = [{ contact = 'p0' }]\n";
    let mut workspace = workspace(&[
        ("network.toml", "name = 'Netz'"),
        ("cities.toml", "city = [{ id = 'ulm', name = 'Ulm' }]"),
        (
            "contacts.toml",
            "contact = [{ id = 'p0', family-name = 'M', office = 'Leitung', mail = 'a0@example.org', \
             groups = ['board'] }]",
        ),
        ("meetings/a.toml", meeting),
    ]);
    let now = facts(&workspace, &workspace.meetings[0]);
    let first = Facts { covers: Coverage::First, ..now.clone() };
    let first = facts_beside(&workspace, &workspace.meetings[0], &first);
    // What an office is called belongs to the second coverage alone.
    assert_ne!(first.sessions[0].content, now.sessions[0].content);
    let outbox = outbox(&[("invitation", 1, vec![(0, 0, State::Sent, Some(0))])]);
    for known in [first.clone(), now.clone()] {
        let later = Facts { place: Some("Saal".to_owned()), ..known.clone() };
        for (version, is_told) in [(known, false), (later, true)] {
            workspace.meetings[0].releases = vec![release(1, version)];
            let now = Now::of(&workspace, &workspace.meetings[0]);
            let mailing = update(&workspace, &outbox, &now, choice(&workspace, &[])).unwrap();
            let own = |mail: &&Mail<'_>| mail.to.who.id(&workspace).as_str() == "p0";
            assert_eq!(mailing.mails.iter().filter(own).count(), usize::from(is_told));
        }
    }
}
