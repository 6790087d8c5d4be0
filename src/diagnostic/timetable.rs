//! Findings about time, people, rooms and seats at a meeting. Times are minutes from midnight.

use super::finding::problems;
use super::programme::duration;
use super::title::Title;
use chrono::NaiveDate;

use crate::text::{ClockTime, Language, count};

problems! { |language|
    /// More than fits before something that stays where it is.
    Warning "overrun" Overrun {
        title: Title, ends: ClockTime, limit: RunsInto, at: ClockTime, minutes: u32, walks: u32,
        buffers: u32,
    }
        let early = duration(*minutes);
        let [at, ends] = [at, ends].map(|time| time.in_words(language));
        let (title, event, way) =
            (title.word(language), limit.event(language), limit.way_out(&ends, language));
        de "{event} um {at}, {early} bevor „{title}“ enden kann{}",
                included("mit", "und", [(*walks, "Fußweg"), (*buffers, "Puffer")])
            => "{way}";
        en "{event} at {at}, {early} before `{title}` can end{}",
                included("with", "and", [(*walks, "of walking"), (*buffers, "to spare")])
            => "{way}";

    /// Less free time after an item than was planned.
    Warning "buffer-too-short" BufferTooShort {
        before: Title, after: Title, buffer: u32, there: u32, later: ClockTime,
    }
        let (before, after) = (before.word(language), after.word(language));
        let (later, buffer) = (later.in_words(language), duration(*buffer));
        let left = match (there, language) {
            (0, Language::German) => "bleibt keiner".to_owned(),
            (0, Language::English) => "are none".to_owned(),
            (_, Language::German) => format!("bleiben {}", duration(*there)),
            (_, Language::English) => format!("are {}", duration(*there)),
        };
        de "nach „{before}“ sind {buffer} Puffer vorgesehen, bis „{after}“ {left}"
            => "lassen Sie „{after}“ um {later} beginnen, oder kürzen Sie `buffer`";
        en "after `{before}` {buffer} are to spare, and before `{after}` there {left}"
            => "let `{after}` begin at {later}, or shorten `buffer`";

    /// Too little time to walk from one place to the next.
    Warning "walk-too-short" WalkTooShort {
        from: Title, to: Title, minutes: u32, there: u32, later: ClockTime,
    }
        let (from, to) = (from.word(language), to.word(language));
        let (later, walk) = (later.in_words(language), duration(*minutes));
        let left = match (there, language) {
            (0, Language::German) => "ist keine Zeit".to_owned(),
            (0, Language::English) => "there is no time".to_owned(),
            (_, Language::German) => format!("sind {} Zeit", duration(*there)),
            (_, Language::English) => format!("there are {}", duration(*there)),
        };
        de "von „{from}“ zu „{to}“ geht man {walk}, dafür {left}"
            => "lassen Sie „{to}“ um {later} beginnen, oder geben Sie mit `walk` an, wie lange man \
                wirklich geht";
        en "from `{from}` to `{to}` people walk for {walk}, and {left} for it"
            => "let `{to}` begin at {later}, or say with `walk` how long people really walk";

    /// Someone with a part in two sessions at the same time.
    Warning "person-twice" PersonTwice { person: String, first: Title, second: Title }
        let (first, second) = (first.word(language), second.word(language));
        de "{person} ist zur gleichen Zeit bei „{first}“ und „{second}“"
            => "verlegen Sie eines von beiden, oder teilen Sie jemand anderen ein";
        en "{person} is at `{first}` and `{second}` at the same time"
            => "move one of the two, or choose somebody else";

    /// A room for two sessions at the same time.
    Warning "room-twice" RoomTwice { room: String, first: Title, second: Title }
        let (first, second) = (first.word(language), second.word(language));
        de "„{room}“ ist zur gleichen Zeit für „{first}“ und „{second}“ vergeben"
            => "verlegen Sie eines von beiden in einen anderen Raum oder auf eine andere Zeit";
        en "`{room}` is taken by `{first}` and `{second}` at the same time"
            => "move one of the two to another room or another time";

    /// The key of a room, where the venue is another or none.
    Warning "room-elsewhere" RoomElsewhere { room: String, venue: String, here: Option<String> }
        let (german, english) = match here {
            Some(here) => (format!("von „{here}“"), format!("of `{here}`")),
            None => ("des Treffens".to_owned(), "of the meeting".to_owned()),
        };
        de "`{room}` ist ein Raum von „{venue}“, nicht {german}"
            => "nennen Sie einen Raum von hier, oder schreiben Sie den Ort in Worten";
        en "`{room}` is a room of `{venue}`, not {english}"
            => "name a room that is there, or write the place in words";

    /// One track in two rooms, and nobody said what comes first.
    Warning "track-in-two-rooms" TrackInTwoRooms { track: String, first: Title, second: Title }
        let (first, second) = (first.word(language), second.word(language));
        de "„{first}“ und „{second}“ stehen in verschiedenen Räumen im selben Strang „{track}“, ohne Zeit: \
            geplant sind sie nacheinander"
            => "sind sie zur gleichen Zeit, geben Sie jedem einen eigenen `track`; sonst schreiben Sie \
                `start` oder `connector = \"danach\"`";
        en "`{first}` and `{second}` stand in different rooms in one track `{track}`, without a time: \
            they are planned one after the other"
            => "if they are at the same time, give each a `track` of its own; else write `start` or \
                `connector = \"then\"`";

    /// More people may come than find a seat.
    Warning "too-few-seats" TooFewSeats { people: u32, seats: u32, place: String }
        let few = people - seats;
        de "{people} Personen können kommen, „{place}“ hat {}: {few} zu wenig",
                count(*seats as usize, "Platz", "Plätze")
            => "wählen Sie einen größeren Raum, oder begrenzen Sie `seats` auf {seats}";
        en "{people} people may come, and `{place}` has {}: {few} too few",
                count(*seats as usize, "seat", "seats")
            => "choose a larger room, or limit `seats` to {seats}";

    /// Somebody was asked and has not agreed, and the meeting is near.
    Warning "speaker-requested" SpeakerRequested { who: Title, days: i64 }
        let (who, when) = (who.word(language), in_days(*days, language));
        de "„{who}“ ist nur angefragt, und das Treffen ist {when}"
            => "fragen Sie nach; wer zugesagt hat, bekommt `status = \"fixed\"`, wer absagt, \
                `\"dropped\"`";
        en "`{who}` is only requested, and the meeting is {when}"
            => "ask again; who agreed gets `status = \"fixed\"`, who declines `\"dropped\"`";

    /// Somebody has a part in the programme, and has answered that they do not come.
    Warning "speaker-absent" SpeakerAbsent { who: Title, title: Title }
        let (who, title) = (who.word(language), title.word(language));
        de "„{who}“ hat für den Tag abgesagt, steht aber noch bei „{title}“"
            => "angekündigt wird niemand, der absagt: vermerken Sie es mit `erfa speaker … declined`, oder \
                berichtigen Sie die Antwort mit `erfa replies set`";
        en "`{who}` has said no to the day, but still has a part in `{title}`"
            => "whoever says no is announced to nobody: record it with `erfa speaker … declined`, or mend \
                the answer with `erfa replies set`";

    /// Somebody has a part in the programme, and was told by mail that the meeting does without them.
    Warning "speaker-withdrawn" SpeakerWithdrawn { who: Title, title: Title }
        let (who, title) = (who.word(language), title.word(language));
        de "die Einladung von „{who}“ ist zurückgenommen, der Name steht aber noch bei „{title}“"
            => "angekündigt wird niemand, der ausgeladen ist: vermerken Sie es mit `erfa speaker … declined`, \
                oder laden Sie neu ein (`erfa outbox make speaker-invitation --to …`)";
        en "the invitation of `{who}` is withdrawn, but they still have a part in `{title}`"
            => "whoever is no longer invited is announced to nobody: record it with `erfa speaker … declined`, \
                or invite them anew (`erfa outbox make speaker-invitation --to …`)";

    /// All who had a part in an item have declined, and it is still announced.
    Warning "nobody-left" NobodyLeft { title: Title }
        let title = title.word(language);
        de "bei „{title}“ wirkt niemand mehr mit: alle haben abgesagt"
            => "tragen Sie ein, wer es übernimmt, oder lassen Sie den Punkt mit `status = \"dropped\"` entfallen; \
                was stattdessen dort stehen könnte, nennt `erfa speaker`";
        en "nobody is left to take part in `{title}`: all have declined"
            => "enter who takes it over, or drop the item with `status = \"dropped\"`; what could stand there \
                instead is named by `erfa speaker`";

    /// A finding that is acknowledged and does not come up.
    Warning "idle-acknowledgement" IdleAcknowledgement { code: String }
        de "bestätigt ist `{code}`, aber das kommt hier nicht vor"
            => "löschen Sie die Bestätigung, oder setzen Sie sie an den Eintrag, um den es geht";
        en "`{code}` is acknowledged, but does not come up here"
            => "delete the acknowledgement, or move it to the entry that it is about";

    /// What is acknowledged was so for another day.
    Warning "outdated-acknowledgement" OutdatedAcknowledgement { code: String, day: NaiveDate }
        de "`{code}` ist für einen anderen Tag bestätigt, als das Treffen jetzt hat"
            => "löschen Sie die Bestätigung; gilt sie auch für den neuen Tag, schreiben Sie `for = {day}` dazu";
        en "`{code}` is acknowledged for another day than the meeting has now"
            => "delete the acknowledgement; if it holds for the new day as well, add `for = {day}`";
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

impl RunsInto {
    fn event(&self, language: Language) -> String {
        match (self, language) {
            (Self::Session(next), Language::German) => format!("„{}“ beginnt", next.word(language)),
            (Self::Session(next), Language::English) => format!("`{}` begins", next.word(language)),
            (Self::End(block), Language::German) => format!("„{}“ endet", block.word(language)),
            (Self::End(block), Language::English) => format!("`{}` ends", block.word(language)),
            (Self::Meeting, _) => language.pick("das Treffen endet", "the meeting ends").to_owned(),
        }
    }

    /// What makes room until `ends`.
    fn way_out(&self, ends: &str, language: Language) -> String {
        match (self, language) {
            (Self::Session(next), Language::German) => format!(
                "kürzen Sie, was davor liegt, oder lassen Sie „{}“ um {ends} beginnen",
                next.word(language)
            ),
            (Self::Session(next), Language::English) => {
                format!(
                    "shorten what is before it, or let `{}` begin at {ends}",
                    next.word(language)
                )
            }
            (Self::End(_), Language::German) => {
                format!("kürzen Sie, was darin liegt, oder setzen Sie das Ende auf {ends}")
            }
            (Self::End(_), Language::English) => {
                format!("shorten what is in it, or let it end at {ends}")
            }
            (Self::Meeting, Language::German) => {
                format!("kürzen Sie, was davor liegt, oder setzen Sie das Ende auf {ends}")
            }
            (Self::Meeting, Language::English) => {
                format!("shorten what is before that, or let the meeting end at {ends}")
            }
        }
    }
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

fn in_days(days: i64, language: Language) -> String {
    match (days, language) {
        (0, _) => language.pick("heute", "today").to_owned(),
        (1, _) => language.pick("morgen", "tomorrow").to_owned(),
        (_, Language::German) => format!("in {days} Tagen"),
        (_, Language::English) => format!("in {days} days"),
    }
}
