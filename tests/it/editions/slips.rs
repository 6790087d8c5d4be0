//! Networks in which everything that is not for everybody carries a mark.

use std::fmt::Write as _;

use proptest::prelude::{Strategy, any, prop};

/// Stands in everything that only the coordinator writes for herself and the chair.
pub(crate) const INNER: &str = "hinterderhand";
/// Stands in all that sessions for the members, and for the chair, say.
pub(crate) const MEMBERS: &str = "nurmitglieder";
pub(crate) const CHAIR: &str = "nurleitung";
/// The sign of planning values.
pub(crate) const PLANNED: &str = "≈";

/// What is marked beside the titles of sessions.
const NOTES: [&str; 6] = [
    "note = \"hinterderhand note\"\n",
    "responsible = \"hinterderhand who\"\n",
    "equipment = \"hinterderhand what\"\n",
    "buffer = \"7 min\"\n",
    "walk = \"9 min\"\n",
    "acknowledge = [{ code = \"gap\", reason = \"hinterderhand why\" }]\n",
];

/// A session.
#[derive(Clone, Debug)]
pub(crate) struct Slip {
    pub(crate) kind: &'static str,
    /// `audience`, and the word that its texts begin with.
    pub(crate) audience: (&'static str, &'static str),
    pub(crate) status: &'static str,
    pub(crate) has_start: bool,
    /// Whether it stands in the block before (1) or repeats the session before (2).
    pub(crate) tie: usize,
    /// Which of its other texts are there.
    pub(crate) says: [bool; 8],
    /// Which notes are there.
    pub(crate) notes: [bool; NOTES.len()],
}

impl Slip {
    /// A session of which everything is said.
    pub(crate) fn full(kind: &'static str, audience: (&'static str, &'static str)) -> Self {
        Self {
            kind,
            audience,
            status: "fixed",
            has_start: false,
            tie: 0,
            says: [true; 8],
            notes: [true; NOTES.len()],
        }
    }
}

/// Up to eight sessions.
pub(crate) fn slips() -> impl Strategy<Value = Vec<Slip>> {
    let kinds = ["talk", "break", "meal", "tour", "workshop", "parallel", "frame", "social"];
    let audiences = [("public", "offen"), ("internal", MEMBERS), ("lead", CHAIR)];
    let slip = (
        prop::sample::select(kinds.to_vec()),
        prop::sample::select(audiences.to_vec()),
        prop::sample::select(vec!["fixed", "requested", "dropped"]),
        any::<bool>(),
        0usize..3,
        any::<[bool; 8]>(),
        any::<[bool; NOTES.len()]>(),
    );
    let slip = slip.prop_map(|(kind, audience, status, has_start, tie, says, notes)| Slip {
        kind,
        audience,
        status,
        has_start,
        tie,
        says,
        notes,
    });
    prop::collection::vec(slip, 1..9)
}

/// The programme as its file says it.
pub(crate) fn meeting(slips: &[Slip]) -> String {
    let mut text = format!(
        "title = \"Treffen\"\ndate = 2027-03-16\nstart = \"09:00\"\nend = \"17:00\"\nvenue = \"haus\"\n\
         hosts = [\"aue\"]\ncontact = \"x\"\nnote = \"{INNER} head\"\n"
    );
    let mut block = None;
    for (number, slip) in slips.iter().enumerate() {
        let (audience, word) = slip.audience;
        let _ = write!(
            text,
            "[[session]]\nid = \"s{number}\"\nkind = \"{}\"\naudience = \"{audience}\"\nstatus = \"{}\"\n",
            slip.kind, slip.status
        );
        // What repeats another session may go without a title.
        let is_repetition = slip.tie == 2 && number > 0;
        let title = format!("title = \"{word} {number}\"\n");
        text += if is_repetition && !slip.says[0] { "" } else { &title };
        let texts = [
            format!("description = \"{word} text\"\n"),
            format!("place = \"{word} here\"\n"),
            format!("people = [{{ name = \"{word} name\" }}, {{ contact = \"y\" }}]\n"),
            format!("items = [{{ title = \"{word} part\" }}]\n"),
            format!("for = \"{word} whom\"\n"),
            format!("online = \"{word} afar\"\n"),
            format!("cost = \"{word} cost\"\n"),
            format!("number = \"{word} number\"\n"),
        ];
        let said = texts.iter().zip(slip.says).filter(|(_, said)| *said);
        text.extend(said.map(|(line, _)| line.as_str()));
        let noted = NOTES.iter().zip(slip.notes).filter(|(_, noted)| *noted);
        text.extend(noted.map(|(line, _)| *line));
        if slip.has_start {
            let _ = writeln!(text, "start = \"{:02}:10\"", 9 + number % 8);
        }
        match (slip.tie, block, number.checked_sub(1)) {
            (1, Some(block), _) => text.extend([format!("in = \"s{block}\"\n")]),
            (2, _, Some(before)) => text.extend([format!("repeat-of = \"s{before}\"\n")]),
            _ => {}
        }
        if ["parallel", "frame"].contains(&slip.kind) {
            block = Some(number);
        }
    }
    text
}

/// The files of a network with this meeting, by path.
pub(crate) fn network(meeting: String) -> Vec<(&'static str, String)> {
    let venues = format!(
        "[[venue]]\nid = \"haus\"\nname = \"Haus\"\nnote = \"{INNER} venue\"\n\
         [[venue.room]]\nid = \"saal\"\nname = \"Saal\"\nequipment = \"{INNER} room\"\n"
    );
    let contacts = format!(
        "[[contact]]\nid = \"x\"\nfamily-name = \"Frage\"\nnote = \"{INNER} asked\"\n\
         [[contact]]\nid = \"y\"\nfamily-name = \"Muster\"\nphone = \"{INNER} 123\"\n\
         mail = \"{INNER}@example.org\"\ngroups = [\"{INNER}\"]\nnote = \"{INNER} contact\"\n"
    );
    let cities = format!(
        "[[city]]\nid = \"aue\"\nname = \"Aue\"\nstation = \"{INNER}\"\nnote = \"{INNER} city\"\n"
    );
    vec![
        ("network.toml", format!("name = \"Netz\"\nnote = \"{INNER} network\"\n")),
        ("cities.toml", cities),
        ("venues.toml", venues),
        ("contacts.toml", contacts),
        ("meetings/a.toml", meeting),
    ]
}
