//! What is held where.

use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};

use super::{Demand, Held, before, demand, place, rooms};
use crate::domain::session::{Audience, Certainty};
use crate::domain::workspace::Workspace;
use crate::example::workspace;

fn network(head: &str, sessions: &str) -> Workspace {
    let meeting = format!("title = 'A'\ndate = 2027-03-02\n{head}\n{sessions}");
    workspace(&[
        ("network.toml", "name = 'Netz'"),
        (
            "venues.toml",
            "[[venue]]\nid = 'haus'\nname = 'Haus'\nroom = [{ id = 'saal', name = 'Saal' }, \
             { id = 'stube', name = 'Stube' }]",
        ),
        ("meetings/a.toml", &meeting),
    ])
}

/// Each place with the titles of what is held there.
fn told(head: &str, sessions: &str, reader: Audience) -> Vec<String> {
    let workspace = network(head, sessions);
    let meeting = &workspace.meetings[0];
    let title = |held: &Held| {
        let title = meeting.sessions[held.session].title.as_ref().unwrap().value.to_string();
        held.part.map_or(title.clone(), |part| format!("{title}/{part}"))
    };
    let room = |room: &super::RoomUse<'_>| {
        let place = crate::view::words::place::name(&workspace, room.place);
        format!("{place}: {}", room.held.iter().map(title).collect::<Vec<_>>().join(", "))
    };
    rooms(meeting, reader).iter().map(room).collect()
}

const SESSIONS: &str = "[[session]]
title = 'Gruß'
[[session]]
id = 'block'
kind = 'parallel'
title = 'Wahl'
place = 'stube'
[[session]]
in = 'block'
title = 'Hier'
[[session]]
in = 'block'
title = 'Dort'
place = 'Zelt'
[[session]]
in = 'block'
title = 'Fort'
status = 'dropped'
place = 'Keller'
[[session]]
title = 'Gespräch'
items = [{ title = 'Eins' }, { title = 'Zwei', place = 'stube' }]
[[session]]
kind = 'meal'
title = 'Mahl'
[[session]]
kind = 'tour'
title = 'Gang'
[[session]]
kind = 'tour'
title = 'Führung'
place = 'stube'
[[session]]
title = 'Treff'
meet-at = 'Brunnen'
[[session]]
title = 'Rat'
audience = 'lead'
place = 'Kammer'
[[session]]
title = 'Ende'
";

#[test]
fn what_says_no_place_is_where_its_block_or_the_meeting_is() {
    let head = "venue = 'haus'\nroom = 'saal'";
    let public =
        ["Saal, Haus: Gruß, Gespräch", "Stube, Haus: Hier, Gespräch/1, Führung", "Zelt: Dort"];
    assert_eq!(told(head, SESSIONS, Audience::Public), public);
    let mut all = public.map(str::to_owned).to_vec();
    all.push("Kammer: Rat".to_owned());
    assert_eq!(told(head, SESSIONS, Audience::Lead), all);
    assert_eq!(told("", "[[session]]\ntitle = 'Gruß'", Audience::Public), [""; 0]);
}

#[test]
fn what_runs_beside_others_is_in_the_house_and_in_no_room_of_it() {
    let block = |kind: &str| {
        format!(
            "[[session]]\nid = 'b'\nkind = '{kind}'\ntitle = 'B'\n[[session]]\nin = 'b'\n\
             title = 'T'\n[[session]]\nin = 'b'\ntitle = 'U'\nplace = 'online'"
        )
    };
    let in_room = "venue = 'haus'\nroom = 'saal'";
    for (head, kind, expected) in [
        ("venue = 'haus'", "parallel", &["Haus: T"][..]),
        (in_room, "parallel", &[]),
        ("place = 'Festsaal'", "parallel", &[]),
        ("venue = 'haus'", "frame", &[]),
        (in_room, "frame", &[]),
    ] {
        assert_eq!(told(head, &block(kind), Audience::Public), expected, "{head} {kind}");
    }
}

#[test]
fn what_comes_before_is_of_the_same_block_and_track() {
    let sessions = "[[session]]\ntitle = 'A'\n[[session]]\ntitle = 'Aus'\nstatus = 'dropped'\n\
        [[session]]\nid = 'b'\nkind = 'parallel'\ntitle = 'B'\n\
        [[session]]\nin = 'b'\ntrack = 'x'\ntitle = 'X'\n[[session]]\nin = 'b'\ntrack = 'y'\ntitle = 'Y'\n\
        [[session]]\nin = 'b'\ntrack = 'x'\ntitle = 'XX'\n[[session]]\ntitle = 'C'";
    let workspace = network("", sessions);
    let meeting = &workspace.meetings[0];
    let title = |at: usize| meeting.sessions[at].title.as_ref().unwrap().value.to_string();
    let told: Vec<String> = (0..meeting.sessions.len())
        .filter_map(|at| {
            Some(format!("{} < {}", title(before(meeting, at, Audience::Public)?), title(at)))
        })
        .collect();
    assert_eq!(told, ["A < Aus", "A < B", "X < XX", "B < C"]);
}

#[test]
fn a_room_needs_seats_for_all_unless_people_choose() {
    let demands = |sessions: &str| {
        let workspace = network("venue = 'haus'\nroom = 'saal'", sessions);
        let meeting = &workspace.meetings[0];
        let rooms = rooms(meeting, Audience::Public);
        rooms.iter().map(|room| demand(meeting, room)).collect::<Vec<_>>()
    };
    let block = "[[session]]\nid = 'b'\nkind = 'parallel'\ntitle = 'B'\n";
    let within = |more: &str| format!("[[session]]\nin = 'b'\ntitle = 'T'\n{more}\n");
    let two = |one: &str, other: &str| format!("{block}{}{}", within(one), within(other));
    assert_eq!(demands("[[session]]\ntitle = 'T'"), [Demand::Everybody]);
    assert_eq!(demands("[[session]]\ntitle = 'T'\nseats = 7"), [Demand::AtMost(7)]);
    assert_eq!(demands("[[session]]\nkind = 'break'"), [Demand::Unknown]);
    let stube = "place = 'stube'";
    assert_eq!(demands(&two(stube, "seats = 9\nplace = 'stube'")), [Demand::AtMost(9)]);
    // In which room they are, nobody said.
    assert_eq!(demands(&two("", "seats = 9")), []);
    assert_eq!(
        demands(&two("place = 'Zelt'", "seats = 9\nplace = 'stube'")),
        [Demand::Unknown, Demand::AtMost(9)]
    );
}

fn programmes() -> impl Strategy<Value = String> {
    let session = (0..4_usize, 0..3_usize, 0..3_usize, 0..3_usize, prop::bool::ANY);
    prop::collection::vec(session, 1..9).prop_map(|sessions| {
        let session = |(at, (place, status, audience, kind, within)): (
            usize,
            &(usize, usize, usize, usize, bool),
        )| {
            let place = ["", "place = 'saal'\n", "place = 'haus'\n", "place = 'Zelt'\n"][*place];
            let status = ["", "status = 'dropped'\n", "status = 'requested'\n"][*status];
            let audience = ["", "audience = 'internal'\n", "audience = 'lead'\n"][*audience];
            let kind = ["talk", "parallel", "tour"][*kind];
            // Only what stands in a block of its own kind may hold others.
            let block = if *within && at > 0 && kind != "parallel" { "in = 's0'\n" } else { "" };
            let kind = if at == 0 { "frame" } else { kind };
            format!(
                "[[session]]\nid = 's{at}'\ntitle = 'T{at}'\nkind = '{kind}'\n{block}{place}{status}{audience}"
            )
        };
        sessions.iter().enumerate().map(session).collect()
    })
}

proptest! {
    #[test]
    fn all_that_is_held_and_told_stands_in_its_place_and_nothing_else_anywhere(
        sessions in programmes(),
        has_place in prop::bool::ANY,
        reader in 0..3_usize,
    ) {
        let head = if has_place { "venue = 'haus'" } else { "" };
        let workspace = network(head, &sessions);
        let meeting = &workspace.meetings[0];
        let reader = [Audience::Public, Audience::Internal, Audience::Lead][reader];
        let found = rooms(meeting, reader);
        let holds = |index: usize| {
            meeting.sessions.iter().any(|one| one.within.as_ref().is_some_and(|it| it.value == index))
        };
        for (index, session) in meeting.sessions.iter().enumerate() {
            let block = session.within.as_ref().map(|block| &meeting.sessions[block.value]);
            let is_told = [Some(session), block].into_iter().flatten().all(|one| {
                one.status != Certainty::Dropped && one.audience <= reader
            });
            let rooms = found.iter().filter(|room| room.held.iter().any(|it| it.session == index));
            let rooms: Vec<_> = rooms.map(|room| room.place).collect();
            if !is_told {
                prop_assert!(rooms.is_empty(), "{} is hidden", index);
            } else if !holds(index) {
                prop_assert_eq!(rooms, place(meeting, session).into_iter().collect::<Vec<_>>());
            }
        }
        for (at, room) in found.iter().enumerate() {
            prop_assert!(!room.held.is_empty());
            prop_assert!(found[..at].iter().all(|other| other.place != room.place));
        }
    }
}
