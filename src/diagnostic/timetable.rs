//! Findings about time, people, rooms and seats at a meeting.

use super::programme::{clock, duration};
use super::{Title, Wording, problems};
use crate::text::count;

problems! {
    /// More than fits before something that stays where it is.
    Warning "overrun" Overrun {
        /// The last session before it.
        title: Title,
        /// When that would end, in minutes from midnight.
        ends: u32,
        /// What it runs into.
        limit: RunsInto,
        /// When that is, in minutes from midnight.
        at: u32,
        /// The minutes of walks that are part of it.
        walks: u32,
        /// The minutes of free time after items that are part of it.
        buffers: u32,
    }
        de => {
            let event = match limit {
                RunsInto::Session(next) => format!("„{}“ beginnt", next.german()),
                RunsInto::End(block) => format!("„{}“ endet", block.german()),
                RunsInto::Meeting => "das Treffen endet".to_owned(),
            };
            Wording::new(
                format!(
                    "{event} um {}, {} bevor „{}“ enden kann{}",
                    clock(*at), duration(ends - at), title.german(),
                    included("mit", "und", [(*walks, "Fußweg"), (*buffers, "Puffer")]),
                ),
                match limit {
                    RunsInto::Session(next) => format!(
                        "kürzen Sie, was davor liegt, oder lassen Sie „{}“ um {} beginnen",
                        next.german(), clock(*ends),
                    ),
                    RunsInto::End(_) => format!("kürzen Sie, was darin liegt, oder setzen Sie das Ende auf {}", clock(*ends)),
                    RunsInto::Meeting => format!("kürzen Sie, was davor liegt, oder setzen Sie das Ende auf {}", clock(*ends)),
                },
            )
        },
        en => {
            let event = match limit {
                RunsInto::Session(next) => format!("`{}` begins", next.english()),
                RunsInto::End(block) => format!("`{}` ends", block.english()),
                RunsInto::Meeting => "the meeting ends".to_owned(),
            };
            Wording::new(
                format!(
                    "{event} at {}, {} before `{}` can end{}",
                    clock(*at), duration(ends - at), title.english(),
                    included("with", "and", [(*walks, "of walking"), (*buffers, "to spare")]),
                ),
                match limit {
                    RunsInto::Session(next) => format!(
                        "shorten what is before it, or let `{}` begin at {}",
                        next.english(), clock(*ends),
                    ),
                    RunsInto::End(_) => format!("shorten what is in it, or let it end at {}", clock(*ends)),
                    RunsInto::Meeting => {
                        format!("shorten what is before that, or let the meeting end at {}", clock(*ends))
                    }
                },
            )
        };

    /// Less free time after an item than was planned.
    Warning "buffer-too-short" BufferTooShort {
        /// The session before.
        before: Title,
        /// The session after.
        after: Title,
        /// How much free time was planned after the first, in minutes.
        buffer: u32,
        /// How much there is, without the walk, in minutes.
        there: u32,
        /// When the session after begins, in minutes from midnight.
        begins: u32,
    }
        de => {
            let (before, after) = (before.german(), after.german());
            Wording::new(
                format!(
                    "nach „{before}“ sind {} Puffer vorgesehen, bis „{after}“ {}",
                    duration(*buffer),
                    if *there == 0 { "bleibt keiner".to_owned() } else { format!("bleiben {}", duration(*there)) },
                ),
                format!("lassen Sie „{after}“ um {} beginnen, oder kürzen Sie `buffer`", clock(begins + buffer - there)),
            )
        },
        en => {
            let (before, after) = (before.english(), after.english());
            Wording::new(
                format!(
                    "after `{before}` {} are to spare, and before `{after}` there {}",
                    duration(*buffer),
                    if *there == 0 { "are none".to_owned() } else { format!("are {}", duration(*there)) },
                ),
                format!("let `{after}` begin at {}, or shorten `buffer`", clock(begins + buffer - there)),
            )
        };

    /// Too little time to walk from one place to the next.
    Warning "walk-too-short" WalkTooShort {
        /// The session before.
        from: Title,
        /// The session after.
        to: Title,
        /// How long people walk, in minutes.
        minutes: u32,
        /// How many minutes there are.
        there: u32,
        /// When the session after begins, in minutes from midnight.
        begins: u32,
    }
        de => {
            let (from, to) = (from.german(), to.german());
            Wording::new(
                format!(
                    "von „{from}“ zu „{to}“ geht man {}, dafür {}",
                    duration(*minutes),
                    if *there == 0 { "ist keine Zeit".to_owned() } else { format!("sind {} Zeit", duration(*there)) },
                ),
                format!(
                    "lassen Sie „{to}“ um {} beginnen, oder geben Sie mit `walk` an, wie lange man wirklich geht",
                    clock(begins + minutes - there),
                ),
            )
        },
        en => {
            let (from, to) = (from.english(), to.english());
            Wording::new(
                format!(
                    "from `{from}` to `{to}` people walk for {}, and {} for it",
                    duration(*minutes),
                    if *there == 0 { "there is no time".to_owned() } else { format!("there are {}", duration(*there)) },
                ),
                format!(
                    "let `{to}` begin at {}, or say with `walk` how long people really walk",
                    clock(begins + minutes - there),
                ),
            )
        };

    /// Someone with a part in two sessions at the same time.
    Warning "person-twice" PersonTwice {
        /// Who.
        person: String,
        /// The earlier session in the file.
        first: Title,
        /// The other one.
        second: Title,
    }
        de => {
            let (first, second) = (first.german(), second.german());
            Wording::new(
                format!("{person} ist zur gleichen Zeit bei „{first}“ und „{second}“"),
                "verlegen Sie eines von beiden, oder teilen Sie jemand anderen ein",
            )
        },
        en => {
            let (first, second) = (first.english(), second.english());
            Wording::new(
                format!("{person} is at `{first}` and `{second}` at the same time"),
                "move one of the two, or choose somebody else",
            )
        };

    /// A room for two sessions at the same time.
    Warning "room-twice" RoomTwice {
        /// The room.
        room: String,
        /// The earlier session in the file.
        first: Title,
        /// The other one.
        second: Title,
    }
        de => {
            let (first, second) = (first.german(), second.german());
            Wording::new(
                format!("„{room}“ ist zur gleichen Zeit für „{first}“ und „{second}“ vergeben"),
                "verlegen Sie eines von beiden in einen anderen Raum oder auf eine andere Zeit",
            )
        },
        en => {
            let (first, second) = (first.english(), second.english());
            Wording::new(
                format!("`{room}` is taken by `{first}` and `{second}` at the same time"),
                "move one of the two to another room or another time",
            )
        };

    /// More people may come than find a seat.
    Warning "too-few-seats" TooFewSeats {
        /// How many people may come.
        people: u32,
        /// How many find a seat.
        seats: u32,
        /// Where.
        place: String,
    }
        de => Wording::new(
            format!("{people} Personen können kommen, „{place}“ hat {}: {} zu wenig", seats_german(*seats), people - seats),
            format!("wählen Sie einen größeren Raum, oder begrenzen Sie `seats` auf {seats}"),
        ),
        en => Wording::new(
            format!("{people} people may come, and `{place}` has {}: {} too few", seats_english(*seats), people - seats),
            format!("choose a larger room, or limit `seats` to {seats}"),
        );

    /// Somebody was asked and has not agreed, and the meeting is near.
    Warning "speaker-requested" SpeakerRequested {
        /// Who, or what.
        who: Title,
        /// How many days there are until the meeting.
        days: i64,
    }
        de => Wording::new(
            format!("„{}“ ist nur angefragt, und das Treffen ist {}", who.german(), in_days_german(*days)),
            "fragen Sie nach; wer zugesagt hat, bekommt `status = \"fixed\"`, wer absagt, `\"dropped\"`",
        ),
        en => Wording::new(
            format!("`{}` is only requested, and the meeting is {}", who.english(), in_days_english(*days)),
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
    Session(Title),
    /// The end of this session or block.
    End(Title),
    /// The end of the meeting.
    Meeting,
}

/// " (mit 10 min Fußweg und 5 min Puffer)": the minutes that are part of it, if there are some.
fn included(with: &str, and: &str, parts: [(u32, &str); 2]) -> String {
    let parts = parts.into_iter().filter(|(minutes, _)| *minutes > 0);
    let words: Vec<String> =
        parts.map(|(minutes, what)| format!("{} {what}", duration(minutes))).collect();
    if words.is_empty() {
        String::new()
    } else {
        format!(" ({with} {})", words.join(&format!(" {and} ")))
    }
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
