//! A ledger forgets nothing that says something.

use proptest::collection;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngSeed};
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::{Entry, Event, FEW_SUPERSEDED, Ledger, State};

const PATHS: [&str; 4] = ["a/1-b/x.eml", "a/1-b/y.eml", "a/2-b/x.eml", "c/1-b/z.eml"];

fn entry((path, event, second): (usize, usize, u32)) -> Entry {
    let events: Vec<Event> = Event::all().filter(|it| matches!(it, Event::Message(_))).collect();
    let at = format!("2027-01-05T12:00:{:02}+01:00", second % 60).parse().unwrap();
    let event = events[event % events.len()];
    Entry { at, event, path: PATHS[path % PATHS.len()].to_owned(), words: None }
}

/// The last entry about `path` by the rule: what was sent stays sent, unless it came back.
fn last<'e>(entries: &'e [Entry], path: &str) -> Option<&'e Entry> {
    entries.iter().filter(|entry| entry.path == path).fold(None, |last: Option<&Entry>, entry| {
        let stays = last.is_some_and(|last| last.event == Event::Message(State::Sent))
            && entry.event != Event::Message(State::Bounced);
        if stays { last } else { Some(entry) }
    })
}

proptest! {
    #![proptest_config(Config { rng_seed: RngSeed::Fixed(7), ..Config::default() })]

    #[test]
    fn what_is_forgotten_said_nothing(entries in collection::vec(any::<(usize, usize, u32)>(), 0..400)) {
        let entries: Vec<Entry> = entries.into_iter().map(entry).collect();
        let ledger = Ledger::new(entries.clone(), false);
        for path in PATHS {
            let said = |entry: Option<&Entry>| format!("{entry:?}");
            prop_assert_eq!(said(ledger.last(path)), said(last(&entries, path)));
            let came_back = |entry: &&Entry| {
                entry.path == path && entry.event == Event::Message(State::Bounced)
            };
            let bounces = entries.iter().filter(came_back).count();
            prop_assert_eq!(ledger.bounces(path).count(), bounces);
        }
        let kept = entries.iter().filter(|entry| entry.is_kept()).count();
        prop_assert!(ledger.entries().len() <= 2 * (kept + PATHS.len()) + FEW_SUPERSEDED + 1);
    }
}
