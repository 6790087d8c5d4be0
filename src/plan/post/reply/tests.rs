//! Replies are judged whatever their order, and numbers add up.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset, TimeDelta};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::{prop_assert, prop_assert_eq, proptest};

use super::answers::Answers;
use super::judge::{Bench, Judgement};
use super::people::People;
use super::tally::{Counts, Guest, Invited, tally};
use crate::domain::incoming::{Attendee, CalendarReply, Company, Content, Incoming, Row};
use crate::domain::line::Line;
use crate::domain::outbox::{Outbox, RunName};
use crate::domain::reply::{Received, ReplyAnswer, Who};
use crate::domain::workspace::Workspace;
use crate::example::reading;
use crate::input::edit::{NewReply, set_replies};
use crate::input::outbox::read_outbox;
use crate::plan::post::guests::coming;
use crate::source::Sources;
use crate::source::long::LongFile;

const CITIES: &str = "[[city]]\nid = \"ulm\"\nname = \"Ulm\"\nmail = \"ulm@example.org\"\n\
    [[city]]\nid = \"bonn\"\nname = \"Bonn\"\n";

const CONTACTS: &str = "[[contact]]\nid = \"a\"\nfamily-name = \"Ahorn\"\ncity = \"ulm\"\nmail = \"a@example.org\"\n\
    [[contact]]\nid = \"b\"\nfamily-name = \"Birke\"\ncity = \"ulm\"\nmail = \"b@example.org\"\n\
    [[contact]]\nid = \"c\"\nfamily-name = \"Zeder\"\nmail = \"c@example.org\"\n";

const MEETING: &str = "title = \"T\"\ndate = 2027-04-20\nhosts = [\"ulm\"]\n";

const RELEASES: &str = "[[release]]\nnumber = 1\nreleased = 2026-11-01T08:00:00+01:00\nby = \"H\"\nreason = \"r\"\n\
    sequence = 0\nuid = \"t.netz@erfa.invalid\"\ntitle = \"T\"\ndate = 2027-04-20\n\
    [[release]]\nnumber = 2\nreleased = 2026-11-10T10:00:00+01:00\nby = \"H\"\nreason = \"r\"\n\
    sequence = 1\nuid = \"t.netz@erfa.invalid\"\ntitle = \"T\"\ndate = 2027-04-20\n";

fn now() -> DateTime<FixedOffset> {
    "2026-11-20T12:00:00+01:00".parse().unwrap()
}

/// The workspace with these replies.
fn workspace(replies: &str) -> (Workspace, Sources) {
    let meeting = format!("{MEETING}{RELEASES}");
    let files = [
        ("network.toml", "name = \"Netz\"\n"),
        ("cities.toml", CITIES),
        ("contacts.toml", CONTACTS),
        ("meetings/t.toml", meeting.as_str()),
        ("replies/t.toml", replies),
    ];
    let reading = reading(if replies.is_empty() { &files[..4] } else { &files });
    let workspace = reading.workspace.unwrap_or_else(|| panic!("{:?}", reading.findings));
    (workspace, reading.sources)
}

/// An outbox that told these people, each with the kind of the mail.
fn outbox(told: &[(&str, &str)]) -> Outbox {
    let mut text = "made = 2026-11-02T08:00:00+01:00\nversion = 1\nto = [\"all\"]\n".to_owned();
    let mut ledger = String::new();
    for (person, kind) in told {
        let message = format!(
            "[[message]]\nperson = \"{person}\"\nname = \"N\"\nmail = \"{person}@example.org\"\n\
             language = \"de\"\nsalutation = \"S\"\nkind = \"{kind}\"\nsequence = 0\n\
             file = \"{person}.eml\"\nmessage-id = \"t.{person}@example.org\"\nchosen-by = [\"all\"]\n"
        );
        text.push_str(&message);
        ledger.extend(["2026-11-02T08:05:00+01:00 sent t/1-invitation/", person, ".eml\n"]);
    }
    let ledger = LongFile::from(("outbox/ledger.txt", ledger));
    let name = RunName::parse("t", "1-invitation").unwrap();
    let file = LongFile::from(("outbox/t/1-invitation/run.toml", text));
    let reading = read_outbox(Some(ledger), vec![(name, Some(file))]);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    reading.outbox
}

/// An outbox with a run of one mail for each of these, an hour after the other: to a person, of a kind.
fn outbox_of_runs(mails: &[(&str, &str, usize)]) -> Outbox {
    let mut ledger = String::new();
    let mut runs = Vec::new();
    for (number, (person, kind, at)) in mails.iter().enumerate() {
        let name = format!("t/{}-{kind}", number + 1);
        let text = format!(
            "made = 2026-11-02T{at:02}:00:00+01:00\nversion = 1\nto = [\"all\"]\n[[message]]\n\
             person = \"{person}\"\nname = \"N\"\nmail = \"{person}@example.org\"\nlanguage = \"de\"\n\
             salutation = \"S\"\nkind = \"{kind}\"\nfile = \"{person}.eml\"\n\
             message-id = \"t.{number}@example.org\"\nchosen-by = [\"all\"]\n"
        );
        let _ = writeln!(ledger, "2026-11-02T{at:02}:05:00+01:00 sent {name}/{person}.eml");
        let file = LongFile::from((format!("outbox/{name}/run.toml").as_str(), text));
        runs.push((RunName::parse("t", &name[2..]).unwrap(), Some(file)));
    }
    let reading = read_outbox(Some(LongFile::from(("outbox/ledger.txt", ledger))), runs);
    assert!(reading.findings.is_empty(), "{:?}", reading.findings);
    reading.outbox
}

fn judged<T>(
    workspace: &Workspace,
    outbox: &Outbox,
    incoming: &[Incoming],
    look: impl FnOnce(Judgement<'_>, &People<'_>) -> T,
) -> T {
    let people = People::new(workspace, outbox);
    let of_tables = workspace.meetings.first();
    let bench = Bench { workspace, people, outbox, only: None, of_tables, now: now() };
    look(bench.judge(incoming), &bench.people)
}

/// What is recorded and what is left open, in an order of its own.
fn outcome(workspace: &Workspace, outbox: &Outbox, incoming: &[Incoming]) -> Vec<String> {
    judged(workspace, outbox, incoming, |judgement, _| {
        let changes = judgement.changes.iter();
        let changes = changes.map(|it| format!("{} {:?} {:?}", it.meeting, it.who, it.said));
        let unclear = judgement.unclear.iter();
        let unclear = unclear.map(|it| format!("{:?} {:?} {:?}", it.why, it.who, it.meeting));
        let mut all: Vec<String> = changes.chain(unclear).collect();
        all.sort();
        all.push(judgement.known.to_string());
        all
    })
}

/// The file of replies after everything that may be recorded is.
fn recorded(replies: &str, outbox: &Outbox, incoming: &[Incoming]) -> String {
    let (workspace, sources) = workspace(replies);
    judged(&workspace, outbox, incoming, |judgement, people| {
        let new: Vec<NewReply<'_>> = judgement
            .changes
            .iter()
            .map(|change| NewReply {
                who: match change.who {
                    Who::Contact(_) => ("person", people.id(change.who).as_str()),
                    Who::City(_) => ("city", people.id(change.who).as_str()),
                },
                before: change.before.map(|reply| (reply.origin, &reply.said)),
                said: &change.said,
            })
            .collect();
        let file = sources.find("replies/t.toml").map(|(id, _)| id);
        set_replies(file, replies, &new).unwrap()
    })
}

fn hour(hour: i64) -> DateTime<FixedOffset> {
    let start: DateTime<FixedOffset> = "2026-11-10T07:00:00+01:00".parse().unwrap();
    start + TimeDelta::hours(hour)
}

fn one(content: Content) -> Incoming {
    Incoming { file: "f".to_owned(), line: None, sender: None, content }
}

fn calendar() -> impl Strategy<Value = Incoming> {
    let address =
        select(vec!["a@example.org", "b@example.org", "ulm@example.org", "x@example.org"]);
    let status = select(vec!["ACCEPTED", "DECLINED", "TENTATIVE", "DELEGATED"]);
    let comment = select(vec![None, Some("Gern"), Some("Leider")]);
    (address, status, 0_u32..4, 0_i64..8, comment).prop_map(
        |(address, status, sequence, at, comment)| {
            one(Content::Calendar(CalendarReply {
                method: "REPLY".to_owned(),
                from: None,
                called: Vec::new(),
                answers: Vec::new(),
                uid: "t.netz@erfa.invalid".to_owned(),
                attendees: vec![Attendee {
                    address: address.to_owned(),
                    name: None,
                    sent_by: None,
                    delegated_to: Vec::new(),
                    delegated_from: Vec::new(),
                    status: status.to_owned(),
                }],
                sequence,
                start: None,
                guests: None,
                stamp: Some(hour(at)),
                is_partial: false,
                comment: comment.map(|words| crate::domain::line::Text::new(words).unwrap()),
                excerpt: None,
                beside: None,
            }))
        },
    )
}

fn row() -> impl Strategy<Value = Incoming> {
    let name = select(vec!["a", "Birke", "Ulm", "Niemand"]);
    let answer = select(vec![ReplyAnswer::Yes, ReplyAnswer::No, ReplyAnswer::Maybe]);
    let with = prop_oneof![Just(Vec::new()), Just(vec![Line::new("Lena").unwrap()])];
    let received = prop_oneof![
        Just(None),
        (0_i64..8).prop_map(|at| Some(Received::At(hour(at)))),
        Just(Some(Received::Day { day: hour(0).date_naive(), end: hour(16) })),
    ];
    (name, answer, with, received).prop_map(|(name, answer, with, received)| {
        one(Content::Row(Row {
            name: Line::new(name).ok(),
            mail: None,
            answer: Ok(answer),
            company: Ok(Company { with, unnamed: 0 }),
            substitute: Ok(None),
            day: Ok(None),
            received: Ok(received),
            note: None,
        }))
    })
}

const STANDING: [&str; 4] = [
    "",
    "[[reply]]\nperson = \"a\"\nanswer = \"yes\"\nreceived = 2026-11-10\n",
    "[[reply]]\nperson = \"a\"\nanswer = \"maybe\"\nwith = [\"X\"]\nreceived = 2026-11-10T09:30:00+01:00\nsequence = 1\nnote = \"n\"\n",
    "[[reply]]\ncity = \"ulm\"\nanswer = \"no\"\nsubstitute = \"Y\"\n",
];

proptest! {
    #[test]
    fn the_order_in_which_replies_come_says_nothing(
        mut incoming in vec((prop_oneof![calendar(), row()], any::<u32>()), 0..12),
        standing in select(STANDING.to_vec()),
    ) {
        let (workspace, _) = workspace(standing);
        let outbox = outbox(&[("a", "invitation"), ("b", "invitation")]);
        let in_order: Vec<Incoming> = incoming.iter().map(|(one, _)| one.clone()).collect();
        incoming.sort_by_key(|(_, key)| *key);
        let shuffled: Vec<Incoming> = incoming.into_iter().map(|(one, _)| one).collect();
        prop_assert_eq!(
            outcome(&workspace, &outbox, &in_order),
            outcome(&workspace, &outbox, &shuffled)
        );
    }

    #[test]
    fn what_was_read_once_changes_nothing_the_second_time(
        incoming in vec(prop_oneof![calendar(), row()], 0..12),
        standing in select(STANDING.to_vec()),
    ) {
        let outbox = outbox(&[("a", "invitation")]);
        let once = recorded(standing, &outbox, &incoming);
        prop_assert_eq!(recorded(&once, &outbox, &incoming), once);
    }

    #[test]
    fn who_was_taken_off_counts_again_only_by_what_was_said_after_that(
        events in vec((select(vec!["a", "b", "c"]), 0..4_usize), 0..20),
    ) {
        let mut mails = Vec::new();
        // When each of them was taken off and invited last, and what they said last, and when.
        let mut life: BTreeMap<&str, [Option<usize>; 2]> = BTreeMap::new();
        let mut said: BTreeMap<&str, (bool, usize)> = BTreeMap::new();
        for (at, (who, what)) in events.iter().enumerate() {
            let told = life.entry(who).or_default();
            match what {
                0 => mails.push((*who, "invitation", at)),
                // Who counts on nothing is taken off nothing.
                1 if told.iter().any(Option::is_some) => mails.push((*who, "withdrawal", at)),
                1 => continue,
                answer => {
                    said.insert(who, (*answer == 2, at));
                    continue;
                }
            }
            told[1 - what] = Some(at);
        }
        let reply = |(who, (comes, at)): (&&str, &(bool, usize))| {
            let answer = if *comes { "yes" } else { "no" };
            format!(
                "[[reply]]\nperson = \"{who}\"\nanswer = \"{answer}\"\nfor = 2027-04-20\n\
                 received = 2026-11-02T{at:02}:30:00+01:00\n"
            )
        };
        let replies: Vec<String> = said.iter().map(reply).collect();
        let replies = replies.concat();
        let (workspace, _) = workspace(&replies);
        let outbox = outbox_of_runs(&mails);
        let meeting = &workspace.meetings[0];
        let answers = Answers::new(&workspace, &outbox, meeting);
        let tally = tally(&workspace, &outbox, meeting);
        let expected = coming(&workspace, &answers);
        for who in ["a", "b", "c"] {
            let [off, invited] = life.get(who).copied().unwrap_or_default();
            let counts = said.get(who).filter(|(_, at)| off.is_none_or(|off| *at > off));
            let id = workspace.who(who).unwrap();
            let found = answers.of(&workspace, id).map(|it| it.answer);
            let wanted = counts.map(|(yes, _)| if *yes { ReplyAnswer::Yes } else { ReplyAnswer::No });
            prop_assert_eq!(found, wanted, "{} {:?}", who, &events);
            let is_off = off > invited && counts.is_none();
            prop_assert_eq!(answers.are_off(id), is_off, "{} {:?}", who, &events);
            let comes = counts.is_some_and(|(yes, _)| *yes);
            let is_expected = expected.iter().any(|it| it.contact.map(Who::Contact) == Some(id));
            prop_assert_eq!(is_expected, comes, "{} {:?}", who, &events);
            let is_guest = |guest: &Guest<'_>| matches!(guest.who, Invited::Known(it) if it == id);
            let guest = tally.guests.iter().find(|guest| is_guest(guest));
            let is_known = invited.is_some() || said.contains_key(who);
            prop_assert_eq!(guest.is_some(), is_known && !is_off, "{} {:?}", who, &events);
            prop_assert_eq!(guest.and_then(Guest::answer), wanted, "{} {:?}", who, &events);
        }
    }

    #[test]
    fn numbers_add_up_and_nobody_counts_twice(
        answers in vec(select(vec!["", "yes", "no", "maybe"]), 5),
        kinds in vec(select(vec!["", "invitation", "withdrawal", "thanks"]), 5),
    ) {
        let everybody = [("person", "a"), ("person", "b"), ("person", "c"), ("city", "ulm"), ("city", "bonn")];
        let mut replies = String::new();
        let answered = everybody.iter().zip(&answers).filter(|(_, answer)| !answer.is_empty());
        for ((key, id), answer) in answered {
            let reply = format!("[[reply]]\n{key} = \"{id}\"\nanswer = \"{answer}\"\n");
            replies.push_str(&reply);
        }
        let told: Vec<(&str, &str)> = everybody
            .iter()
            .zip(&kinds)
            .filter(|(_, kind)| !kind.is_empty())
            .map(|((_, id), kind)| (*id, *kind))
            .chain([("gone", "invitation")])
            .collect();
        let (workspace, _) = workspace(&replies);
        let outbox = outbox(&told);
        let tally = tally(&workspace, &outbox, &workspace.meetings[0]);
        let all: Counts = tally.guests.iter().map(Guest::counts).sum();
        prop_assert_eq!(all.invited, all.yes + all.no + all.maybe + all.open);
        prop_assert_eq!(all.invited, tally.guests.len());
        let mut names: Vec<String> = tally.guests.iter().map(|it| format!("{:?}", it.who)).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), tally.guests.len());
        // Whoever was told and not taken off the list is among them.
        let told = kinds.iter().filter(|kind| **kind == "invitation").count() + 1;
        prop_assert!(all.invited >= told);
    }
}
