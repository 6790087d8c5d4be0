//! What holds of topics in every network.

use std::fmt::Write as _;

use chrono::{Days, NaiveDate};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, prop_assume, proptest};

use super::{Change, LeftOut, Proposals, changes, judge, proposals, standings};
use crate::domain::id::TopicId;
use crate::domain::outbox::Outbox;
use crate::domain::topic_answer::TopicAnswer;
use crate::domain::workspace::Workspace;
use crate::example::{date, workspace};
use crate::plan::post::reply::people::People;

const TOWNS: usize = 4;
const TODAY: u64 = 1000;

/// Who is on a side of a topic, each with the day on which it was said.
type Side = Vec<(usize, Option<u64>)>;

/// A topic under construction.
#[derive(Clone, Debug)]
struct Topic {
    wanted: Side,
    offered: Side,
    /// The meetings that treat it, by their numbers.
    treated: Vec<usize>,
}

/// A meeting: its day, and the towns that came, if anybody knows.
type Meeting = (u64, Vec<usize>);

fn day(number: u64) -> NaiveDate {
    date("2024-01-01") + Days::new(number)
}

fn topics() -> impl Strategy<Value = Vec<Topic>> {
    let side =
        || prop::collection::btree_map(0..TOWNS, prop::option::weighted(0.8, 0..TODAY), 0..TOWNS);
    let treated = prop::collection::btree_set(0..3_usize, 0..2);
    let topic = (side(), side(), treated).prop_map(|(wanted, offered, treated)| Topic {
        wanted: wanted.into_iter().collect(),
        offered: offered.into_iter().collect(),
        treated: treated.into_iter().collect(),
    });
    prop::collection::vec(topic, 1..6)
}

fn meetings() -> impl Strategy<Value = Vec<Meeting>> {
    let came = prop::collection::btree_set(0..TOWNS, 0..TOWNS);
    let meeting = (0..TODAY + 300, came).prop_map(|(day, came)| (day, came.into_iter().collect()));
    prop::collection::vec(meeting, 3)
}

/// The network, with a meeting `next` that `host` is to host.
fn network(topics: &[Topic], meetings: &[Meeting], host: usize) -> Workspace {
    let mut cities = String::new();
    for town in 0..TOWNS {
        let _ = write!(cities, "[[city]]\nid = \"t{town}\"\nname = \"T{town}\"\n");
    }
    let mut text = String::new();
    for (number, topic) in topics.iter().enumerate() {
        let _ = write!(text, "[[topic]]\nid = \"x{number}\"\ntitle = \"X{number}\"\n");
        for (side, key) in [(&topic.wanted, "wanted"), (&topic.offered, "offered")] {
            for (town, said) in side {
                let _ = writeln!(text, "[[topic.{key}]]\ncity = \"t{town}\"");
                if let Some(said) = said {
                    let _ = writeln!(text, "date = {}", day(*said));
                }
            }
        }
        for meeting in &topic.treated {
            let _ = writeln!(text, "[[topic.treated]]\nmeeting = \"m{meeting}\"");
        }
    }
    let mut files = vec![
        ("network.toml".to_owned(), "name = \"N\"\n".to_owned()),
        ("cities.toml".to_owned(), cities),
        ("topics.toml".to_owned(), text),
        (
            "meetings/next.toml".to_owned(),
            format!("title = \"N\"\ndate = {}\nhosts = [\"t{host}\"]\n", day(TODAY + 400)),
        ),
    ];
    for (number, (on, came)) in meetings.iter().enumerate() {
        let came: Vec<String> = came.iter().map(|town| format!("\"t{town}\"")).collect();
        let text = format!(
            "title = \"M\"\ndate = {}\nhosts = [\"t0\"]\nattended = [{}]\n",
            day(*on),
            came.join(", ")
        );
        files.push((format!("meetings/m{number}.toml"), text));
    }
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    workspace(&files)
}

fn proposed(workspace: &Workspace) -> Proposals<'_> {
    proposals(workspace, workspace.meeting("next").unwrap(), day(TODAY))
}

/// Where a topic stands among the proposals.
fn place(proposals: &Proposals<'_>, id: usize) -> Option<usize> {
    proposals.proposed.iter().position(|one| one.standing.id == TopicId(id))
}

proptest! {
    #[test]
    fn every_topic_stands_once_and_a_wish_is_open_or_was_served(
        topics in topics(), meetings in meetings(), host in 0..TOWNS,
    ) {
        let workspace = network(&topics, &meetings, host);
        let all = standings(&workspace, day(TODAY), day(TODAY));
        let mut ids: Vec<usize> = all.iter().map(|one| one.id.0).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, (0..topics.len()).collect::<Vec<_>>());
        for standing in &all {
            let topic = &topics[standing.id.0];
            for (town, said) in &topic.wanted {
                let served = topic.treated.iter().any(|at| {
                    let (on, came) = &meetings[*at];
                    let was_there = came.is_empty() || came.contains(town);
                    *on < TODAY && was_there && said.is_some_and(|said| said <= *on)
                });
                let is_open = standing.wanted.iter().any(|stake| stake.city.value.0 == *town);
                prop_assert_eq!(is_open, !served);
            }
        }
        for pair in all.windows(2) {
            prop_assert!(pair[0].wanted.len() >= pair[1].wanted.len());
            if pair[0].wanted.len() == pair[1].wanted.len() && pair[1].treated.is_empty() {
                prop_assert!(pair[0].treated.is_empty());
            }
        }
    }

    #[test]
    fn every_topic_is_proposed_or_left_out_for_a_reason_that_holds(
        topics in topics(), meetings in meetings(), host in 0..TOWNS,
    ) {
        let workspace = network(&topics, &meetings, host);
        let found = proposed(&workspace);
        prop_assert_eq!(found.proposed.len() + found.left_out.len(), topics.len());
        for one in &found.proposed {
            let topic = &topics[one.standing.id.0];
            let is_offered = topic.offered.iter().any(|(town, _)| *town == host);
            prop_assert_eq!(!one.why.hosts.is_empty(), is_offered);
            prop_assert!(is_offered || !one.why.wanted.is_empty());
            prop_assert!(!one.why.is_recent || !one.why.wanted.is_empty());
        }
        for (standing, reason) in &found.left_out {
            let topic = &topics[standing.id.0];
            let on = |at: &usize| meetings[*at].0;
            match reason {
                LeftOut::InProgramme(_) => prop_assert!(false, "it names no topic"),
                LeftOut::Planned(_) => prop_assert!(topic.treated.iter().any(|at| on(at) >= TODAY)),
                LeftOut::Recent(_) => {
                    prop_assert!(standing.wanted.is_empty());
                    prop_assert!(topic.treated.iter().any(|at| on(at) >= TODAY + 400 - 365));
                }
                LeftOut::NobodyAsks => {
                    prop_assert!(standing.wanted.is_empty());
                    prop_assert!(topic.offered.iter().all(|(town, _)| *town != host));
                }
            }
        }
        let ranks = found.proposed.iter().map(|one| {
            (one.why.is_recent, one.why.hosts.is_empty(), TOWNS - one.why.wanted.len())
        });
        prop_assert!(ranks.is_sorted());
    }

    #[test]
    fn one_more_wish_takes_no_topic_down_and_an_offer_of_the_host_neither(
        topics in topics(), meetings in meetings(), host in 0..TOWNS,
        town in 0..TOWNS, which in any::<prop::sample::Index>(), is_offer in any::<bool>(),
    ) {
        let at = which.index(topics.len());
        let mut more = topics.clone();
        let side = if is_offer { &mut more[at].offered } else { &mut more[at].wanted };
        let town = if is_offer { host } else { town };
        // Who wants it already says no more by saying so again.
        let is_new = side.iter().all(|(known, _)| *known != town);
        prop_assume!(is_new || is_offer);
        side.retain(|(known, _)| *known != town);
        side.push((town, None));
        let (before, after) = (network(&topics, &meetings, host), network(&more, &meetings, host));
        let (before, after) = (proposed(&before), proposed(&after));
        let places = (place(&before, at), place(&after, at));
        match places {
            (Some(before), Some(after)) => prop_assert!(after <= before, "{before} {after}"),
            (Some(_), None) => prop_assert!(false, "it is proposed no more"),
            (None, _) => {}
        }
    }

    #[test]
    fn of_answers_the_newest_counts_and_nothing_older_than_what_is_known(
        topics in topics(), meetings in meetings(),
        said in prop::collection::vec((0..TOWNS, prop::option::of(0..TODAY), 0..6_usize), 0..12),
    ) {
        let workspace = network(&topics, &meetings, 0);
        let answer = |(town, on, topic): &(usize, Option<u64>, usize)| TopicAnswer {
            line: Some(2),
            called: vec![format!("T{town}")],
            date: on.map(day),
            wanted: vec![format!("x{topic}")],
            ..TopicAnswer::default()
        };
        let answers: Vec<TopicAnswer> = said.iter().map(answer).collect();
        let outbox = Outbox::default();
        let judged = judge(&workspace, &People::new(&workspace, &outbox), &answers);
        let changes = changes(&workspace, &judged, day(TODAY));
        for (number, (town, _, topic)) in said.iter().enumerate() {
            prop_assert_eq!(judged[number].party.unwrap().city.0, *town);
            prop_assert_eq!(judged[number].unclear.is_empty(), *topic < topics.len());
            if *topic >= topics.len() {
                continue;
            }
            let same = said.iter().filter(|(other, _, it)| (other, it) == (town, topic));
            let newest = same.map(|(_, on, _)| on.unwrap_or(TODAY)).max().unwrap();
            let known = topics[*topic].wanted.iter().find(|(other, _)| other == town);
            let known = known.and_then(|(_, on)| *on);
            let is_it =
                |it: &&Change| it.topic == TopicId(*topic) && it.party.city.0 == *town;
            let found: Vec<&Change> = changes.iter().filter(is_it).collect();
            if known.is_some_and(|known| known >= newest) {
                prop_assert!(found.is_empty());
            } else {
                prop_assert_eq!(found.len(), 1);
                prop_assert_eq!(found[0].date, day(newest));
            }
        }
    }
}
