//! What the house and the kitchen need to know of a meeting: numbers, rooms and times, and nobody's name.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Place};
use crate::domain::reply::{Reply, ReplyAnswer, Who};
use crate::domain::session::{Audience, Certainty, Part, Session};
use crate::domain::workspace::Workspace;
use crate::plan::post::guests::{Heads, heads};
use crate::plan::post::needs::{Need, mentioned, needs, noted, tells_needs};
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::reply::day::{Since, Standing};
use crate::plan::programme::rooms::{Demand, Held, RoomUse, audience, demand, held, place, rooms};
use crate::text::{Language, count, list};
use crate::view::programme::{Edition, Programme, programme};
use crate::view::replies::name_of;
use crate::view::rooms::{Leaning, entries, room_name};
use crate::view::words::{Words, shown};

mod sentences;

use sentences::{head_words, remark_words};

/// What host and caterer need to know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Logistics {
    /// How many people come, a sentence each.
    pub heads: Vec<String>,
    /// All who are expected in one number; absent where nobody knows.
    pub expected: Option<usize>,
    /// What they eat, as far as notes say so.
    pub food: Vec<NeedRow>,
    /// What else they need.
    pub help: Vec<NeedRow>,
    /// What the notes do not say, a sentence each.
    pub remarks: Vec<String>,
    /// Whether the programme has items of which the rest is told.
    pub has_items: bool,
    /// Breaks, meals and evenings.
    pub pauses: Vec<PauseRow>,
    /// Where seats do not suffice, or nobody knows how many there are, a sentence each.
    pub warnings: Vec<String>,
    /// The rooms.
    pub rooms: Vec<RoomRow>,
    /// What is needed where and when, a line each.
    pub equipment: Vec<String>,
    /// Free time between items, a line each.
    pub buffers: Vec<String>,
}

/// Something that several need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NeedRow {
    /// What it is.
    pub what: String,
    /// How many, as far as notes say so.
    pub number: usize,
}

/// A break, a meal or an evening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PauseRow {
    /// When it is, as far as that is known.
    pub time: Option<String>,
    /// What it is.
    pub title: String,
    /// What it costs, if that is said.
    pub cost: Option<String>,
    /// Where it is, or that nobody said so.
    pub place: String,
}

/// A room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoomRow {
    /// What it is called.
    pub name: String,
    /// How many seats it has, or that nobody knows.
    pub seats: String,
    /// For how many, or that nobody knows.
    pub people: String,
    /// When it is used, and for what, a line each.
    pub uses: Vec<String>,
}

/// What somebody noted beside their answer of food and help, for those who care for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// Their town.
    pub town: Option<String>,
    /// Their name, or that a town gave none.
    pub name: String,
    /// The note, if it tells of nothing else; else that one has to ask.
    pub note: String,
}

/// What those who come to `meeting`, or perhaps do, noted of food and help. Who noted something else is named, to be
/// asked: that may be nobody's business.
pub fn remarks(workspace: &Workspace, answers: &Answers<'_>, words: Words) -> Vec<Remark> {
    let remark = |reply: &Reply| {
        let who = reply.from.who();
        let town = workspace.city_of(who).map(|city| workspace.city(city).name.to_string());
        let note = reply.said.note.as_ref()?;
        let perhaps = match reply.said.answer {
            ReplyAnswer::Maybe => words.pick(" (kommt vielleicht)", " (may come)"),
            ReplyAnswer::Yes | ReplyAnswer::No => "",
        };
        let asked = || {
            let found = mentioned(note.as_str()).into_iter().map(|it| it.name(words.language));
            let found: Vec<&str> = found.collect();
            let all = list::and(&found, words.language);
            if found.is_empty() {
                return words.pick(
                    "sagt mehr oder anderes: bitte nachfragen".to_owned(),
                    "says more, or something else: please ask".to_owned(),
                );
            }
            words.pick(
                format!("erwähnt „{all}“ und sagt mehr oder anderes: bitte nachfragen"),
                format!("mentions “{all}”, and says more or something else: please ask"),
            )
        };
        let name = match who {
            Who::Contact(_) => name_of(workspace, who),
            Who::City(_) => words.pick("ohne Namen", "no name given").to_owned(),
        };
        let said = if tells_needs(reply) { note.to_string() } else { asked() };
        Some(Remark { name, town, note: format!("{said}{perhaps}") })
    };
    noted(answers).filter_map(remark).collect()
}

/// What host and caterer need to know of `meeting` on the day `today`.
pub fn logistics(
    workspace: &Workspace,
    meeting: &Meeting,
    answers: &Answers<'_>,
    words: Words,
    today: NaiveDate,
) -> Logistics {
    let plan = programme(workspace, meeting, words.language, Edition::RunSheet);
    let heads = heads(workspace, meeting, answers);
    let house =
        House { workspace, meeting, words, plan: &plan, expected: heads.map(Heads::expected) };
    let rooms = rooms(meeting, Audience::Lead);
    let needs = needs(answers);
    let row = |(need, number): &(Need, usize)| NeedRow {
        what: need.name(words.language).to_owned(),
        number: *number,
    };
    let (food, help): (Vec<_>, Vec<_>) =
        needs.counts.iter().partition(|(need, _)| need.is_of_food());
    Logistics {
        heads: [
            head_words(heads, meeting, words, today),
            stale(workspace, meeting, answers, words),
        ]
        .concat(),
        expected: house.expected,
        food: food.iter().map(row).collect(),
        help: help.iter().map(row).collect(),
        remarks: remark_words(&needs, heads.is_some(), words),
        has_items: !held(meeting, Audience::Lead).is_empty(),
        pauses: house.pauses(),
        warnings: rooms.iter().filter_map(|room| house.warning(room)).collect(),
        equipment: house.equipment(&rooms),
        buffers: house.buffers(),
        rooms: rooms.iter().map(|room| house.room(room)).collect(),
    }
}

/// That there are answers to another day or time, which count for nothing here.
fn stale(
    workspace: &Workspace,
    meeting: &Meeting,
    answers: &Answers<'_>,
    words: Words,
) -> Vec<String> {
    let is_stale = |reply: &&Reply| match answers.standing(meeting, reply.from.who(), reply) {
        // Whoever is invited once more is open like all others.
        Standing::Counts | Standing::Withdrawn | Standing::AskedAgain(Since::Withdrawn) => false,
        Standing::Earlier(_) | Standing::Never(_) | Standing::Unknown | Standing::AskedAgain(_) => {
            true
        }
    };
    let number = workspace.replies_to(&meeting.id).filter(is_stale).count();
    let sentence = match (words.language, number) {
        (_, 0) => return Vec::new(),
        (Language::German, 1) => {
            "1 weitere Antwort gilt einem früheren Termin oder ist unklar; sie ist nicht gezählt."
                .to_owned()
        }
        (Language::German, _) => format!(
            "{number} weitere Antworten gelten einem früheren Termin oder sind unklar; sie sind nicht gezählt."
        ),
        (Language::English, 1) => {
            "1 more answer is to an earlier date or unclear, and is not counted.".to_owned()
        }
        (Language::English, _) => {
            format!("{number} more answers are to an earlier date or unclear, and are not counted.")
        }
    };
    vec![sentence]
}

/// What the lines about rooms and times are worded from.
struct House<'w> {
    workspace: &'w Workspace,
    meeting: &'w Meeting,
    words: Words,
    /// The whole programme; only times that people gave leave the house.
    plan: &'w Programme,
    /// How many people are expected, if that is known.
    expected: Option<usize>,
}

impl House<'_> {
    fn unknown(&self) -> &'static str {
        self.words.pick("nicht bekannt", "not known")
    }

    fn place(&self, place: &Place) -> String {
        let home = self.meeting.place.as_ref().and_then(|place| place.value.venue());
        room_name(self.workspace, place, home)
    }

    /// Day and time of a session, as far as they are known, where only those items are told that are `here`.
    fn time(&self, number: usize, is_here: impl Fn(usize) -> bool) -> Option<String> {
        let sessions = &self.meeting.sessions;
        let (day, _, time) = *entries(self.plan).get(sessions[number].id.as_str())?;
        let day = self.plan.days[day].heading.as_deref();
        let leans = Leaning { meeting: self.meeting, reader: Audience::Lead, words: self.words };
        let time = leans.time(number, time, is_here, |it| Some(self.title(&sessions[it])));
        let parts: Vec<&str> = [day, time.as_deref()].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// What a session is called; what is not for everybody goes without its title.
    fn title(&self, session: &Session) -> String {
        let sessions = &self.meeting.sessions;
        let kind = session.actual_kind(sessions);
        let is_public = audience(sessions, session) == Audience::Public;
        match session.title_in(sessions).filter(|_| is_public) {
            Some(title) => {
                let is_alike = |other: &&Session| {
                    other.id != session.id
                        && other.title_in(sessions).is_some_and(|it| it.value == title.value)
                };
                // What goes by one name with others is told apart by its strand.
                let track = session.track.as_ref().filter(|it| it.as_str() != title.value.as_str());
                match track.filter(|_| sessions.iter().any(|other| is_alike(&other))) {
                    Some(track) => format!("{}: {}", shown(track), shown(&title.value)),
                    None => shown(&title.value),
                }
            }
            None if is_public || kind.part() != Part::Content => {
                kind.name(self.words.language).to_owned()
            }
            None => self.words.pick("interner Punkt", "internal item").to_owned(),
        }
    }

    fn pauses(&self) -> Vec<PauseRow> {
        let sessions = &self.meeting.sessions;
        let is_pause = |session: &&Session| {
            let part = session.actual_kind(sessions).part();
            part.is_pause() || matches!(part, Part::Arrival | Part::Evening)
        };
        let mut all = held(self.meeting, Audience::Lead);
        all.retain(|number| is_pause(&&sessions[*number]));
        let row = |number: &usize| {
            let session = &sessions[*number];
            let cost = session.cost.as_ref().or(session.original(sessions).cost.as_ref());
            PauseRow {
                time: self.time(*number, |it| all.contains(&it)),
                title: self.title(session),
                cost: cost.map(shown),
                place: place(self.meeting, session)
                    .map_or_else(|| self.unknown().to_owned(), |place| self.place(place)),
            }
        };
        all.iter().map(row).collect()
    }

    fn seats(&self, place: &Place) -> Option<u32> {
        match place {
            Place::Venue(venue) => self.workspace.venue(*venue).seats,
            Place::Room(venue, room) => self.workspace.venue(*venue).rooms[*room].seats,
            Place::Free(_) => None,
        }
    }

    fn room(&self, room: &RoomUse<'_>) -> RoomRow {
        let unknown = || self.unknown().to_owned();
        let sessions = &self.meeting.sessions;
        let line = |held: &Held| {
            let session = &sessions[held.session];
            let is_asked = session.status == Certainty::Requested;
            let asked = self.words.pick(" (angefragt)", " (to be confirmed)");
            let title = format!("{}{}", self.title(session), if is_asked { asked } else { "" });
            let is_here = |number| room.held.iter().any(|it| it.session == number);
            let time = self.time(held.session, is_here);
            time.map_or(title.clone(), |time| format!("{time}: {title}"))
        };
        RoomRow {
            name: self.place(room.place),
            seats: self.seats(room.place).map_or_else(unknown, |seats| seats.to_string()),
            people: match demand(self.meeting, room) {
                Demand::Everybody => self.expected.map_or_else(unknown, |all| all.to_string()),
                Demand::AtMost(limit) => {
                    let limit = self.at_most(limit);
                    self.words.pick(format!("höchstens {limit}"), format!("at most {limit}"))
                }
                Demand::Unknown => unknown(),
            },
            uses: room.held.iter().map(line).collect(),
        }
    }

    /// How many come at most to what has `limit` places.
    fn at_most(&self, limit: u32) -> usize {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        self.expected.map_or(limit, |all| all.min(limit))
    }

    /// That a room has too few seats, or that nobody knows how many it has.
    fn warning(&self, room: &RoomUse<'_>) -> Option<String> {
        let name = self.place(room.place);
        let needed = match demand(self.meeting, room) {
            Demand::Everybody => self.expected,
            Demand::AtMost(limit) => Some(self.at_most(limit)),
            Demand::Unknown => return None,
        };
        let (one, several) = self.words.pick(("Platz", "Plätze"), ("seat", "seats"));
        let Some(seats) = self.seats(room.place) else {
            return Some(self.words.pick(
                format!("{name}: Wie viele Plätze es gibt, ist nicht bekannt."),
                format!("{name}: how many seats there are is not known."),
            ));
        };
        let seats = usize::try_from(seats).unwrap_or(usize::MAX);
        let needed = needed.filter(|needed| *needed > seats)?;
        let (there, few) = (count(seats, one, several), needed - seats);
        Some(self.words.pick(
            format!("{name}: {there} für {needed} Personen, {few} zu wenig."),
            format!("{name}: {there} for {needed} people, {few} too few."),
        ))
    }

    /// What is there, and what is needed.
    fn equipment(&self, rooms: &[RoomUse<'_>]) -> Vec<String> {
        let there = rooms.iter().filter_map(|room| {
            let Place::Room(venue, number) = room.place else { return None };
            let equipment = self.workspace.venue(*venue).rooms[*number].equipment.as_ref()?;
            let is_there = self.words.pick("vorhanden", "in the room");
            Some(format!("{} ({is_there}): {}", self.place(room.place), shown(equipment)))
        });
        let sessions = &self.meeting.sessions;
        let needed = held(self.meeting, Audience::Lead).into_iter().filter_map(|number| {
            let session = &sessions[number];
            let own = |one: &Session| one.equipment.as_ref().map(Line::to_string);
            let equipment = own(session).or_else(|| own(session.original(sessions)))?;
            let at = place(self.meeting, session).map(|place| self.place(place));
            let title = self.words.quoted(self.title(session));
            let facts: Vec<String> =
                [self.time(number, |_| false), at, Some(title)].into_iter().flatten().collect();
            // What an inner item needs may tell what it is about.
            let equipment = if audience(sessions, session) == Audience::Public {
                shown(&equipment)
            } else {
                self.words.pick("die Koordination sagt, was", "ask the coordinator").to_owned()
            };
            Some(format!("{}: {equipment}", facts.join(", ")))
        });
        there.chain(needed).collect()
    }

    fn buffers(&self) -> Vec<String> {
        let sessions = &self.meeting.sessions;
        let buffer = |number: usize| {
            let session = &sessions[number];
            let buffer = session.buffer.or(session.original(sessions).buffer)?;
            let title = self.words.quoted(self.title(session));
            let time =
                self.time(number, |_| false).map_or_else(String::new, |time| format!(" ({time})"));
            let length = self.words.length(buffer);
            Some(self.words.pick(
                format!("nach {title}{time}: {length}"),
                format!("after {title}{time}: {length}"),
            ))
        };
        held(self.meeting, Audience::Lead).into_iter().filter_map(buffer).collect()
    }
}
