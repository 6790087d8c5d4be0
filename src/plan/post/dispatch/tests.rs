//! Only who is meant gets a mail, and nobody two.

use std::collections::HashSet;

use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::test_runner::RngSeed;
use proptest::{collection, option, prop_assert, prop_assert_eq, proptest};

use super::{Hold, Selection, dispatch};
use crate::domain::contact::{Contact, Mail};
use crate::domain::id::Id;
use crate::domain::outbox::{Entry, Event, Ledger, Message, Outbox, Run, RunName, State};
use crate::domain::workspace::Workspace;
use crate::example::{Example, line, workspace as files};
use crate::plan::post::sample::{message, nowhere, person};
use crate::source::Located;
use crate::text::address_key;

/// A run with mails to these addresses, and what the ledger says of each.
fn outbox(mails: &[(String, State, Option<&str>)]) -> (Outbox, Run) {
    let name = RunName::parse("a", "1-invitation").unwrap();
    let made = "2027-01-05T12:00:00+01:00".parse().unwrap();
    let messages = mails.iter().enumerate();
    let messages =
        messages.map(|(number, (mail, ..))| message(&format!("p{number}"), mail, "invitation"));
    let messages = messages.collect();
    let version = Located::new(1, nowhere());
    let run = Run { origin: nowhere(), name, made, version, to: Vec::new(), messages };
    let entry = |(message, (_, state, words)): (&Message, &(String, State, Option<&str>))| Entry {
        at: made,
        event: Event::Message(*state),
        path: run.path(message),
        words: words.map(line),
    };
    let ledger = Ledger::new(run.messages.iter().zip(mails).map(entry), false);
    (Outbox { runs: vec![run.clone()], purged: Vec::new(), ledger }, run)
}

/// A workspace in which the people with these numbers have this mail now.
fn workspace(contacts: &[(usize, Mail)]) -> Workspace {
    let mut workspace = Example::new(&["Ulm"]).workspace;
    let contact = |(number, mail): &(usize, Mail)| {
        let id = Id::new(&format!("p{number}")).unwrap();
        Contact { id, mail: mail.clone(), ..person("Paula/P") }
    };
    workspace.contacts = contacts.iter().map(contact).collect();
    workspace
}

#[test]
fn who_wants_no_mail_any_more_or_has_moved_gets_none() {
    let pending = |mail: &str| (mail.to_owned(), State::Pending, None);
    let (outbox, run) = outbox(&[
        pending("a@example.org"),
        pending("b@example.org"),
        pending("c@example.org"),
        pending("C@example.org"),
        pending("d@example.org"),
    ]);
    let workspace = workspace(&[
        (0, Mail::Never),
        (1, Mail::At(line("new@example.org"))),
        (2, Mail::At(line("C@example.org"))),
        (3, Mail::At(line("c@example.org"))),
    ]);
    let dispatch = dispatch(&workspace, &outbox, &run, &Selection::default()).unwrap();
    let due: Vec<&str> = dispatch.due.iter().map(|message| message.person.as_str()).collect();
    assert_eq!(due, ["p2"]);
    let held: Vec<Hold> = dispatch.held.into_iter().map(|(_, hold)| hold).collect();
    let moved = Hold::Moved { to: line("new@example.org") };
    let twice = Hold::Twice { at: line("C@example.org") };
    assert_eq!(held, [Hold::Never, moved, twice, Hold::Gone]);
}

/// Two updates to one address: what speaks against the second, by what became of the first and when.
fn second_of_two(kind: &str, became: Option<(Event, &str, Option<&str>)>) -> Option<Hold> {
    let mail = "a@example.org";
    let (mut outbox, first) = outbox(&[(mail.to_owned(), State::Pending, None)]);
    let name = |folder: &str| RunName::parse("a", folder).unwrap();
    let run = |folder: &str, day: &str, kind: &str| Run {
        name: name(folder),
        made: format!("2027-01-{day}T12:00:00+01:00").parse().unwrap(),
        messages: vec![message("p0", mail, kind)],
        ..first.clone()
    };
    let runs = [run("1-update", "06", kind), run("2-update", "08", "change")];
    let is_gone = matches!(became, Some((Event::Discarded, ..)));
    let entry = became.map(|(event, day, words)| Entry {
        at: format!("2027-01-{day}T12:00:00+01:00").parse().unwrap(),
        event,
        path: if is_gone { runs[0].name.to_string() } else { runs[0].path(&runs[0].messages[0]) },
        words: words.map(line),
    });
    outbox.ledger = Ledger::new(entry, false);
    outbox.runs = runs[usize::from(is_gone)..].to_vec();
    let workspace = workspace(&[(0, Mail::At(line(mail)))]);
    let dispatch = dispatch(&workspace, &outbox, &runs[1], &Selection::default()).unwrap();
    dispatch.held.into_iter().next().map(|(_, hold)| hold)
}

#[test]
fn news_counts_on_the_news_before_it() {
    let name = RunName::parse("a", "1-update").unwrap();
    let early = Some(Hold::Early { before: name.clone() });
    let unfounded = Some(Hold::Unfounded { on: name });
    let mail = |state, day, words| Some((Event::Message(state), day, words));
    let refused = Some("550 5.1.1 no such user");
    for (became, expected) in [
        (None, early.clone()),
        (mail(State::Sent, "07", None), None),
        (mail(State::Sent, "09", None), None),
        (mail(State::Unsure, "09", None), None),
        // What had failed when the second was made was not counted on.
        (mail(State::Failed, "07", refused), None),
        (mail(State::Failed, "09", refused), unfounded.clone()),
        (mail(State::Failed, "09", Some("451 4.7.1 try again later")), early.clone()),
        (mail(State::Bounced, "07", None), None),
        (mail(State::Bounced, "09", None), early.clone()),
        (Some((Event::Discarded, "07", None)), None),
        (Some((Event::Discarded, "09", None)), unfounded),
    ] {
        assert_eq!(second_of_two("change", became), expected, "{became:?}");
    }
    // Whoever lacks the invitation does not know what else stays as it was.
    assert_eq!(second_of_two("invitation", None), early);
    assert_eq!(second_of_two("thanks", None), None);
}

#[test]
fn a_name_that_is_nobodys_chooses_nobody() {
    let (outbox, run) = outbox(&[("a@example.org".to_owned(), State::Pending, None)]);
    let only = ["p0", "person p0", "p1", "nobody"].map(str::to_owned);
    let selection = Selection { only: &only, ..Selection::default() };
    assert_eq!(dispatch(&workspace(&[]), &outbox, &run, &selection).unwrap_err(), ["p1", "nobody"]);
}

fn state() -> impl Strategy<Value = (State, Option<&'static str>)> {
    prop_oneof![
        Just((State::Pending, None)),
        Just((State::Pending, Some("421 4.3.2 shutting down"))),
        Just((State::Sending, None)),
        Just((State::Sent, Some("250 2.0.0 ok"))),
        Just((State::Failed, Some("550 5.1.1 no such user"))),
        Just((State::Failed, Some("451 4.7.1 try again later"))),
        Just((State::Failed, Some("exit status 75: later"))),
        Just((State::Unsure, Some("timed out"))),
    ]
}

proptest! {
    // The same cases every time; change the seed to look further.
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn that_it_is_cancelled_is_told_while_it_is_true_and_nothing_newer_was_told(
        is_cancelled in any::<bool>(),
        later in option::of((
            prop_oneof![Just("change"), Just("cancellation"), Just("withdrawal"), Just("thanks")],
            prop_oneof![Just(State::Pending), Just(State::Sent), Just(State::Failed), Just(State::Unsure)],
            any::<bool>(),
        )),
    ) {
        let mail = "a@example.org";
        let (mut outbox, mut run) = outbox(&[(mail.to_owned(), State::Pending, None)]);
        run.messages = vec![message("p0", mail, "cancellation")];
        outbox.runs = vec![run.clone()];
        let mut is_newer = false;
        if let Some((kind, state, is_to_them)) = later {
            let to = if is_to_them { mail } else { "b@example.org" };
            let name = RunName::parse("a", "2-update").unwrap();
            let next = Run { name, messages: vec![message("p1", to, kind)], ..run.clone() };
            let path = next.path(&next.messages[0]);
            let entry = Entry { at: run.made, event: Event::Message(state), path, words: None };
            outbox.ledger = Ledger::new(vec![entry], false);
            outbox.runs.push(next);
            let is_out = matches!(state, State::Sent | State::Unsure);
            is_newer = is_to_them && is_out && kind != "thanks";
        }
        let status = if is_cancelled { "cancelled" } else { "invited" };
        let meeting = format!("title = 'A'\ndate = 2027-04-20\nstatus = '{status}'\nreason = 'x'");
        let contact = "[[contact]]\nid = 'p0'\nfamily-name = 'P'\nmail = 'a@example.org'";
        let workspace = files(&[
            ("network.toml", "name = 'Netz'"),
            ("cities.toml", ""),
            ("contacts.toml", contact),
            ("meetings/a.toml", &meeting),
        ]);
        let dispatch = dispatch(&workspace, &outbox, &run, &Selection::default()).unwrap();
        prop_assert_eq!(dispatch.due.len() == 1, is_cancelled && !is_newer, "{:?}", dispatch.held);
        prop_assert_eq!(dispatch.due.len() + dispatch.held.len(), 1);
    }

    #[test]
    fn only_what_waits_goes_out_and_once_to_an_address(
        mails in collection::vec((0..6_usize, state()), 1..12),
        limit in option::of(0..5_usize),
        retry in any::<bool>(),
    ) {
        let mail = |(address, (state, words)): &(usize, (State, Option<&'static str>))| {
            (format!("a{address}@example.org"), *state, *words)
        };
        let mails: Vec<_> = mails.iter().map(mail).collect();
        let (outbox, run) = outbox(&mails);
        let selection = Selection { limit, retry, ..Selection::default() };
        let known = mails.iter().enumerate();
        let known: Vec<_> = known.map(|(number, (mail, ..))| (number, Mail::At(line(mail)))).collect();
        let workspace = workspace(&known);
        let dispatch = dispatch(&workspace, &outbox, &run, &selection).unwrap();
        prop_assert!(limit.is_none_or(|limit| dispatch.due.len() <= limit));
        let mut addresses: HashSet<Option<String>> = HashSet::new();
        for message in &dispatch.due {
            prop_assert!(addresses.insert(address_key(message.mail.as_str())), "twice");
            let path = run.path(message);
            let last = outbox.ledger.last(&path).unwrap();
            let is_open = outbox.ledger.state(&path) == State::Pending
                || retry && last.is_temporary();
            prop_assert!(is_open, "{last:?}");
            // Nobody gets a second one while the first may have arrived.
            let arrived = run.messages.iter().filter(|other| {
                let state = outbox.ledger.state(&run.path(other));
                matches!(state, State::Sent | State::Sending | State::Unsure)
            });
            prop_assert!(arrived.into_iter().all(|other| other.mail != message.mail));
        }
        let all = Selection { limit: None, ..selection };
        let all = super::dispatch(&workspace, &outbox, &run, &all).unwrap();
        prop_assert_eq!(dispatch.due.len() + dispatch.later, all.due.len());
    }
}
