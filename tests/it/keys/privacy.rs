//! Somebody is found wherever they are named, however it is written.

use erfa::domain::outbox::Outbox;
use erfa::input::{Reading, words};
use erfa::plan::post::data_subject::subject;
use erfa::source::Sources;
use erfa::view::privacy::{Sought, known};

use super::keys;

fn is_found(reading: Reading, person: &str) -> bool {
    let (workspace, sources) = (reading.workspace.unwrap(), reading.sources);
    let (outbox, nothing) = (Outbox::default(), Sources::default());
    let subject = subject(&workspace, &outbox, person).unwrap();
    let sought = Sought {
        workspace: &workspace,
        sources: &sources,
        outbox: &outbox,
        outbox_sources: &nothing,
        other_sources: &nothing,
        words: [&words(&sources), &[], &[]],
        ledger: &[],
    };
    !known(&subject, sought).is_empty()
}

/// Holds whoever `person` is against each key that can name them so.
fn each_key_tells_of(person: &str, written: &str, at_least: usize) {
    let mut judged = 0;
    for key in keys() {
        if let Some(reading) = key.holding(written) {
            assert!(is_found(reading, person), "{} = {written}", key.title());
            judged += 1;
        }
    }
    assert!(judged >= at_least, "{judged}");
}

#[test]
fn a_name_is_found_in_each_key() {
    each_key_tells_of("Alex Birke", "'Alex Birke'", 100);
    each_key_tells_of("Alex Birke", "'bei Alex Birke (Aue)'", 100);
}

#[test]
fn a_name_with_escaped_letters_is_found() {
    each_key_tells_of("Alex Birke", r#""bei Alex B\u0069rke""#, 100);
}

#[test]
fn a_name_over_two_lines_is_found() {
    each_key_tells_of("Alex Birke", "'''\nbei Alex\nBirke'''", 15);
}

#[test]
fn an_address_is_found_in_each_key() {
    each_key_tells_of("alex@example.org", "'alex@example.org'", 100);
    each_key_tells_of("alex@example.org", r#""alex\u0040example.org""#, 100);
}
