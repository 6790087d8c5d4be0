//! Findings about time, people, rooms and seats at a meeting.

use super::programme::{clock, duration};
use super::{Wording, problems};
use crate::text::count;

problems! {
    /// More than fits before something that stays where it is.
    Warning "overrun" Overrun {
        /// The last session before it.
        title: String,
        /// When that would end, in minutes from midnight.
        ends: u32,
        /// What it runs into.
        limit: RunsInto,
        /// When that is, in minutes from midnight.
        at: u32,
        /// The minutes of walks that are part of it.
        walks: u32,
    }
        de => Wording::new(
            match limit {
                RunsInto::Session(next) => format!(
                    "„{next}“ beginnt um {}, {} bevor „{title}“ enden kann{}",
                    clock(*at), duration(ends - at), walks_german(*walks),
                ),
                RunsInto::End(block) => format!(
                    "„{block}“ endet um {}, {} bevor „{title}“ enden kann{}",
                    clock(*at), duration(ends - at), walks_german(*walks),
                ),
                RunsInto::Meeting => format!(
                    "das Treffen endet um {}, {} bevor „{title}“ enden kann{}",
                    clock(*at), duration(ends - at), walks_german(*walks),
                ),
            },
            match limit {
                RunsInto::Session(next) => format!(
                    "kürzen Sie, was davor liegt, oder lassen Sie „{next}“ um {} beginnen", clock(*ends),
                ),
                RunsInto::End(_) => format!("kürzen Sie, was darin liegt, oder setzen Sie das Ende auf {}", clock(*ends)),
                RunsInto::Meeting => format!("kürzen Sie, was davor liegt, oder setzen Sie das Ende auf {}", clock(*ends)),
            },
        ),
        en => Wording::new(
            match limit {
                RunsInto::Session(next) => format!(
                    "`{next}` begins at {}, {} before `{title}` can end{}",
                    clock(*at), duration(ends - at), walks_english(*walks),
                ),
                RunsInto::End(block) => format!(
                    "`{block}` ends at {}, {} before `{title}` can end{}",
                    clock(*at), duration(ends - at), walks_english(*walks),
                ),
                RunsInto::Meeting => format!(
                    "the meeting ends at {}, {} before `{title}` can end{}",
                    clock(*at), duration(ends - at), walks_english(*walks),
                ),
            },
            match limit {
                RunsInto::Session(next) => {
                    format!("shorten what is before it, or let `{next}` begin at {}", clock(*ends))
                }
                RunsInto::End(_) => format!("shorten what is in it, or let it end at {}", clock(*ends)),
                RunsInto::Meeting => {
                    format!("shorten what is before that, or let the meeting end at {}", clock(*ends))
                }
            },
        );

    /// Too little time to walk from one place to the next.
    Warning "walk-too-short" WalkTooShort {
        /// The session before.
        from: String,
        /// The session after.
        to: String,
        /// How long people walk, in minutes.
        minutes: u32,
        /// How many minutes there are.
        there: u32,
        /// When the session after begins, in minutes from midnight.
        begins: u32,
    }
        de => Wording::new(
            format!(
                "von „{from}“ zu „{to}“ geht man {}, dafür {}",
                duration(*minutes),
                if *there == 0 { "ist keine Zeit".to_owned() } else { format!("sind {} Zeit", duration(*there)) },
            ),
            format!(
                "lassen Sie „{to}“ um {} beginnen, oder geben Sie mit `walk` an, wie lange man wirklich geht",
                clock(begins + minutes - there),
            ),
        ),
        en => Wording::new(
            format!(
                "from `{from}` to `{to}` people walk for {}, and {} for it",
                duration(*minutes),
                if *there == 0 { "there is no time".to_owned() } else { format!("there are {}", duration(*there)) },
            ),
            format!(
                "let `{to}` begin at {}, or say with `walk` how long people really walk",
                clock(begins + minutes - there),
            ),
        );

    /// Someone with a part in two sessions at the same time.
    Warning "person-twice" PersonTwice {
        /// Who.
        person: String,
        /// The earlier session in the file.
        first: String,
        /// The other one.
        second: String,
    }
        de => Wording::new(
            format!("{person} ist zur gleichen Zeit bei „{first}“ und „{second}“"),
            "verlegen Sie eines von beiden, oder teilen Sie jemand anderen ein",
        ),
        en => Wording::new(
            format!("{person} is at `{first}` and `{second}` at the same time"),
            "move one of the two, or choose somebody else",
        );

    /// A room for two sessions at the same time.
    Warning "room-twice" RoomTwice {
        /// The room.
        room: String,
        /// The earlier session in the file.
        first: String,
        /// The other one.
        second: String,
    }
        de => Wording::new(
            format!("„{room}“ ist zur gleichen Zeit für „{first}“ und „{second}“ vergeben"),
            "verlegen Sie eines von beiden in einen anderen Raum oder auf eine andere Zeit",
        ),
        en => Wording::new(
            format!("`{room}` is taken by `{first}` and `{second}` at the same time"),
            "move one of the two to another room or another time",
        );

    /// More people may come than find a seat.
    Warning "too-few-seats" TooFewSeats {
        /// How many people may come.
        people: u32,
        /// How many find a seat.
        seats: u32,
    }
        de => Wording::new(
            format!("{people} Personen können kommen, hier gibt es {}: {} zu wenig", seats_german(*seats), people - seats),
            format!("wählen Sie einen größeren Raum, oder begrenzen Sie `seats` auf {seats}"),
        ),
        en => Wording::new(
            format!("{people} people may come, and there are {} here: {} too few", seats_english(*seats), people - seats),
            format!("choose a larger room, or limit `seats` to {seats}"),
        );

    /// Somebody was asked and has not agreed, and the meeting is near.
    Warning "speaker-requested" SpeakerRequested {
        /// Who, or what.
        who: String,
        /// How many days there are until the meeting.
        days: i64,
    }
        de => Wording::new(
            format!("„{who}“ ist nur angefragt, und das Treffen ist {}", in_days_german(*days)),
            "fragen Sie nach; wer zugesagt hat, bekommt `status = \"fixed\"`, wer absagt, `\"dropped\"`",
        ),
        en => Wording::new(
            format!("`{who}` is only requested, and the meeting is {}", in_days_english(*days)),
            "ask again; who agreed gets `status = \"fixed\"`, who declines `\"dropped\"`",
        );

    /// A finding that is acknowledged and does not come up.
    Warning "idle-acknowledgement" IdleAcknowledgement {
        /// The code of the finding.
        code: String,
    }
        de => Wording::new(
            format!("bestätigt ist `{code}`, aber das kommt hier nicht vor"),
            "löschen Sie die Bestätigung, oder setzen Sie sie an den Eintrag, um den es geht",
        ),
        en => Wording::new(
            format!("`{code}` is acknowledged, but does not come up here"),
            "delete the acknowledgement, or move it to the entry that it is about",
        );
}

/// What a session runs into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunsInto {
    /// The beginning of this session.
    Session(String),
    /// The end of this session or block.
    End(String),
    /// The end of the meeting.
    Meeting,
}

fn walks_german(minutes: u32) -> String {
    if minutes == 0 { String::new() } else { format!(" (mit {} Fußweg)", duration(minutes)) }
}

fn walks_english(minutes: u32) -> String {
    if minutes == 0 { String::new() } else { format!(" (with {} of walking)", duration(minutes)) }
}

fn seats_german(number: u32) -> String {
    count(number as usize, "Platz", "Plätze").to_string()
}

fn seats_english(number: u32) -> String {
    count(number as usize, "seat", "seats").to_string()
}

fn in_days_german(days: i64) -> String {
    match days {
        0 => "heute".to_owned(),
        1 => "morgen".to_owned(),
        days => format!("in {days} Tagen"),
    }
}

fn in_days_english(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}
