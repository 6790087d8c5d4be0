//! How many are expected.

use std::fmt::Write as _;

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::{Heads, coming, heads};
use crate::domain::outbox::Outbox;
use crate::domain::workspace::Workspace;
use crate::example::workspace;
use crate::plan::post::reply::answers::Answers;

fn network(replies: &str) -> Workspace {
    workspace(&[
        ("network.toml", "name = 'Netz'"),
        ("cities.toml", "city = [{ id = 'ulm', name = 'Ulm' }, { id = 'bern', name = 'Bern' }]"),
        (
            "contacts.toml",
            "contact = [{ id = 'ada', given-name = 'Ada', family-name = 'Aue', city = 'ulm' },
             { id = 'bo', given-name = 'Bo', family-name = 'Bach', city = 'ulm' },
             { id = 'cy', given-name = 'Cy', family-name = 'Cram', city = 'bern' }]",
        ),
        (
            "meetings/a.toml",
            "title = 'A'\ndate = 2027-03-02\n[[session]]\ntitle = 'T'\npeople = [{ contact = 'bo' }, \
             { name = 'Eva Fern' }, { name = 'Udo Lang', status = 'requested' }]",
        ),
        ("replies/a.toml", replies),
    ])
}

fn counted(replies: &str) -> Option<[usize; 4]> {
    let workspace = network(replies);
    let (meeting, no_mails) = (&workspace.meetings[0], Outbox::default());
    let heads = heads(&workspace, meeting, &Answers::new(&workspace, &no_mails, meeting))?;
    assert_eq!(heads.until.unwrap().to_string(), "2027-03-01 12:00:00");
    let Heads { by_then, later, maybe, taking_part, .. } = heads;
    Some([by_then, later, maybe, taking_part])
}

#[test]
fn who_said_so_by_noon_of_the_eve_counts_apart() {
    let reply = |who: &str, answer: &str, more: &str| {
        format!("[[reply]]\nperson = '{who}'\nanswer = '{answer}'\n{more}\n")
    };
    assert_eq!(counted(""), None);
    let early = "received = 2027-03-01T11:59:00+01:00\nwith = ['Lena Farn', 'Till Moos']";
    let cases = [
        (reply("ada", "no", ""), [0, 0, 0, 2]),
        (reply("ada", "yes", early), [3, 0, 0, 2]),
        (reply("ada", "yes", "received = 2027-03-01T12:01:00+01:00\nunnamed = 2"), [0, 3, 0, 2]),
        // Of that day nobody knows whether it was by noon.
        (reply("ada", "yes", "received = 2027-03-01"), [0, 1, 0, 2]),
        (reply("ada", "yes", "received = 2027-02-28"), [1, 0, 0, 2]),
        (reply("bo", "yes", ""), [1, 0, 0, 1]),
        (reply("cy", "maybe", "with = ['Lena Farn']"), [0, 0, 2, 2]),
        (reply("cy", "no", "substitute = 'Eva Fern'"), [1, 0, 0, 1]),
    ];
    for (replies, expected) in cases {
        assert_eq!(counted(&replies), Some(expected), "{replies}");
    }
}

fn replies() -> impl Strategy<Value = String> {
    let one = (0..3_usize, 0..3_usize, 0..3_usize);
    prop::collection::vec(one, 1..4).prop_map(|all| {
        let mut seen = Vec::new();
        let mut text = String::new();
        for (who, answer, received) in all {
            if seen.contains(&who) {
                continue;
            }
            seen.push(who);
            let who = ["ada", "bo", "cy"][who];
            let answer = ["yes", "no", "maybe"][answer];
            let received =
                ["", "received = 2027-02-20", "received = 2027-03-01T15:00:00+01:00"][received];
            let _ = writeln!(text, "[[reply]]\nperson = '{who}'\nanswer = '{answer}'\n{received}");
        }
        text
    })
}

proptest! {
    #[test]
    fn all_who_come_are_counted_once_whenever_they_said_so(replies in replies()) {
        let workspace = network(&replies);
        let meeting = &workspace.meetings[0];
        let no_mails = Outbox::default();
        let answers = Answers::new(&workspace, &no_mails, meeting);
        let heads = heads(&workspace, meeting, &answers).unwrap();
        prop_assert_eq!(heads.by_then + heads.later, coming(&workspace, &answers).len());
        let early = replies.replace("2027-03-01T15", "2027-02-01T15");
        let workspace = network(&early);
        let meeting = &workspace.meetings[0];
        let answers = Answers::new(&workspace, &no_mails, meeting);
        let all_early = super::heads(&workspace, meeting, &answers).unwrap();
        prop_assert_eq!(all_early.later, 0);
        prop_assert_eq!(all_early.expected(), heads.expected());
        prop_assert!(heads.by_then <= all_early.by_then);
    }
}
