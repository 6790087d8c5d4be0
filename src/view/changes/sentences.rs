//! Old and new side by side in words.

use chrono::NaiveDate;

use super::order::is_reordered;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::release::{Facts, Hours, SessionFacts, told};
use crate::domain::session::Certainty;
use crate::domain::time::{End, Precision, Time};
use crate::domain::workspace::Workspace;
use crate::plan::post::notification::Part;
use crate::plan::programme::rooms::is_only_online;
use crate::text::Language;
use crate::text::list::and;
use crate::view::words::{Words, capital, shown};

/// Something to say of an item.
pub(super) struct ItemNews {
    words: String,
    /// Whether it goes on with the title as its subject: "beginnt jetzt um …", not "Ort: …".
    is_clause: bool,
}

impl ItemNews {
    fn clause(words: impl Into<String>) -> Self {
        Self { words: words.into(), is_clause: true }
    }

    fn note(words: impl Into<String>) -> Self {
        Self { words: words.into(), is_clause: false }
    }
}

/// Makes sentences in one language.
pub(super) struct Sentences<'w> {
    pub(super) words: Words,
    /// The meeting that they are about, where its file may be looked into.
    pub(super) about: Option<(&'w Workspace, &'w Meeting)>,
    /// What the one reader does in it who is told that beside.
    pub(super) reader: Option<&'w Part>,
}

/// The title of an item, or what it is.
pub(super) fn label(session: &SessionFacts, words: Words) -> String {
    let kind = || session.kind.name(words.language).to_owned();
    session.title.as_ref().map_or_else(kind, shown)
}

/// The clock time, if it is exact.
fn exact(time: Option<Time>) -> Option<u32> {
    time.filter(|time| time.precision == Precision::Exact).map(|time| time.clock.minutes())
}

fn exact_end(end: Option<End>) -> Option<u32> {
    match end {
        Some(End::At(time)) => exact(Some(time)),
        Some(End::Open) | None => None,
    }
}

impl Sentences<'_> {
    /// What stands in the time column.
    pub(super) fn time(&self, session: &SessionFacts) -> Option<String> {
        let part = session.part_of_day.filter(|_| session.hours.start.is_none());
        let part = part.map(|part| self.words.part_of_day(part).to_owned());
        let parts = [session.connector.as_ref().map(shown), part, self.hours(session.hours)];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    pub(super) fn hours(&self, hours: Hours) -> Option<String> {
        let length = hours.duration.filter(|_| hours.end.is_none());
        let length = length.map(|length| self.words.length(length));
        let told = self.words.hours(hours.start, hours.end).map(String::from);
        let parts = [told, length];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// The place of an item; a room of the meeting's own venue without the venue.
    pub(super) fn place(session: &SessionFacts, facts: &Facts) -> Option<String> {
        let place = session.place.as_deref()?;
        let room = place
            .split_once(", ")
            .filter(|(_, venue)| facts.place.as_deref().is_some_and(|home| home.contains(venue)));
        Some(shown(room.map_or(place, |(room, _)| room)))
    }

    /// Whether the meeting is online alone, so that what has no place of its own is there.
    pub(super) fn is_online(&self) -> bool {
        self.about.is_some_and(|(workspace, meeting)| {
            meeting.place.is_none() && is_only_online(workspace, meeting)
        })
    }

    /// "„Schatten“, 11:00–11:30 Uhr, Saal".
    pub(super) fn with_time_and_place(&self, session: &SessionFacts, facts: &Facts) -> String {
        let lasts = facts.end_date.is_some_and(|end| Some(end) > facts.date);
        let other_day = session.date.filter(|date| Some(*date) != facts.date || lasts);
        let parts = [
            Some(self.words.quoted(label(session, self.words))),
            other_day.map(|date| self.words.dates.full(date)),
            self.time(session),
            Self::place(session, facts),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// One sentence about an item of `facts`, without a full stop; what goes by a name that others
    /// have too is told apart by its time.
    pub(super) fn sentence(
        &self,
        session: &SessionFacts,
        facts: &Facts,
        parts: Vec<ItemNews>,
    ) -> Option<String> {
        let comma = if parts.first()?.is_clause { "" } else { "," };
        let time = self.time_apart(session, facts);
        let time = time.map(|time| format!(" ({time})")).unwrap_or_default();
        let title = self.words.quoted(label(session, self.words));
        let parts: Vec<_> = parts.into_iter().map(|part| part.words).collect();
        Some(format!("{title}{time}{comma} {}", parts.join("; ")))
    }

    /// Another day, time or place.
    pub(super) fn moves(
        &self,
        (was, old): (&SessionFacts, &Facts),
        (is, new): (&SessionFacts, &Facts),
    ) -> Vec<ItemNews> {
        let mut parts = Vec::new();
        if was.date != is.date {
            // An item that moves with its meeting has not moved within it; nor has one of a meeting
            // that has lost its date, or got one.
            let offset = |date: NaiveDate, facts: &Facts| Some(date - facts.date?);
            if let Some((now, before)) = is.date.zip(was.date)
                && offset(now, new) != offset(before, old)
            {
                let [now, before] = [now, before].map(|date| self.words.dates.dative(date));
                parts.push(ItemNews::clause(self.words.pick(
                    format!("ist jetzt am {now}, statt am {before}"),
                    format!("is now on {now} instead of {before}"),
                )));
            }
        }
        parts.extend(self.times(was, is));
        let [now, before] = [Self::place(is, new), Self::place(was, old)];
        // A room stays the room that it is when the whole meeting moves.
        if now != before && is.place != was.place {
            let now = now.or_else(|| self.is_online().then(|| "online".to_owned()));
            parts.push(ItemNews::note(self.exchange("Ort", "place", now, before)));
        }
        parts
    }

    fn times(&self, was: &SessionFacts, is: &SessionFacts) -> Vec<ItemNews> {
        let key = |session: &SessionFacts| {
            (session.hours, session.part_of_day, session.connector.clone())
        };
        if key(was) == key(is) {
            return Vec::new();
        }
        let (old, new) = (was.hours, is.hours);
        let rest = |session: &SessionFacts| {
            (session.hours.duration, session.part_of_day, session.connector.clone())
        };
        let starts = exact(new.start).zip(exact(old.start));
        let ends = exact_end(new.end).zip(exact_end(old.end));
        let simple = rest(was) == rest(is)
            && (old.start == new.start || starts.is_some())
            && (old.end == new.end || ends.is_some());
        if !simple {
            let only_length = (old.start, old.end) == (new.start, new.end)
                && new.end.is_none()
                && (was.part_of_day, &was.connector) == (is.part_of_day, &is.connector);
            let length = |hours: Hours| hours.duration.map(|length| self.words.length(length));
            let news = if only_length {
                self.exchange("Dauer", "length", length(new), length(old))
            } else {
                self.exchange("Zeit", "time", self.time(is), self.time(was))
            };
            return vec![ItemNews::note(news)];
        }
        let instead = |german, english, (now, before): (u32, u32)| {
            let [now, before] = [now, before].map(|minutes| self.words.clock.with_unit(minutes));
            ItemNews::clause(self.instead(german, english, &now, &before))
        };
        let starts = starts.filter(|(now, before)| now != before);
        let ends = ends.filter(|(now, before)| now != before);
        let starts = starts.map(|times| instead("beginnt jetzt um", "now begins at", times));
        let ends = ends.map(|times| instead("endet jetzt um", "now ends at", times));
        starts.into_iter().chain(ends).collect()
    }

    /// Another title, other people, other content.
    pub(super) fn rest(&self, was: &SessionFacts, is: &SessionFacts) -> Vec<ItemNews> {
        let words = self.words;
        let mut parts = Vec::new();
        if was.title != is.title {
            let title = words.quoted(label(was, words));
            let called = words.pick(format!("hieß bisher {title}"), format!("was called {title}"));
            parts.push(ItemNews::clause(called));
        }
        if was.people != is.people {
            let now = |name: &String| self.introduced(name, &is.people, &is.content);
            parts.push(ItemNews::note(self.people(&was.people, &is.people, now)));
        }
        match (was.status, is.status) {
            (Certainty::Requested, Certainty::Fixed) => {
                parts.push(ItemNews::clause(words.pick("steht jetzt fest", "is now confirmed")));
            }
            (Certainty::Fixed, Certainty::Requested) => {
                let requested = words.pick("ist nur noch angefragt", "is to be confirmed again");
                parts.push(ItemNews::clause(requested));
            }
            (Certainty::Fixed, Certainty::Fixed)
            | (Certainty::Requested, Certainty::Requested)
            | (Certainty::Dropped, _)
            | (_, Certainty::Dropped) => {}
        }
        if was.content.whole != is.content.whole {
            let content =
                words.pick("ist in weiteren Angaben geändert", "has changed in further details");
            parts.push(ItemNews::clause(content));
        }
        parts.extend(self.item_details(was, is).into_iter().map(ItemNews::note));
        parts.extend(self.parts(was, is).into_iter().map(ItemNews::note));
        parts
    }

    /// "beginnt jetzt um 11:15 Uhr statt um 11:00 Uhr"; the last word of the beginning is said again.
    pub(super) fn instead(&self, german: &str, english: &str, now: &str, before: &str) -> String {
        let head = self.words.pick(german, english);
        let statt = self.words.pick("statt", "instead of");
        let preposition = head.rsplit(' ').next().unwrap_or_default();
        let preposition =
            if preposition == self.words.pick("jetzt", "now") { "" } else { preposition };
        if preposition.is_empty() || self.words.language == Language::English {
            format!("{head} {now} {statt} {before}")
        } else {
            format!("{head} {now} {statt} {preposition} {before}")
        }
    }

    /// "Ort: Saal statt Hof"; what is missing on one side is said so.
    pub(super) fn exchange(
        &self,
        german: &str,
        english: &str,
        now: Option<String>,
        before: Option<String>,
    ) -> String {
        let words = self.words;
        let label = words.pick(german, english);
        match (now, before) {
            // "… Uhr, Ende offen statt 9 Uhr, Ende offen" would read badly.
            (Some(now), Some(before)) if now.contains(',') || before.contains(',') => {
                format!("{label}: {now} ({} {before})", words.pick("bisher", "before:"))
            }
            (Some(now), Some(before)) => {
                format!("{label}: {now} {} {before}", words.pick("statt", "instead of"))
            }
            (Some(now), None) => {
                format!("{label}: {now} ({})", words.pick("bisher offen", "open before"))
            }
            (None, before) => {
                let before = before.unwrap_or_default();
                let open = words.pick("jetzt offen", "now open");
                format!("{label}: {open} ({} {before})", words.pick("bisher", "before:"))
            }
        }
    }

    /// What is new of the meeting as a whole, a sentence each.
    pub(super) fn of_meeting(&self, old: &Facts, new: &Facts) -> Vec<String> {
        let words = self.words;
        let mut sentences = Vec::new();
        if told(old.status) != told(new.status) {
            sentences.push(self.status(new.status).to_owned());
        }
        if old.reason != new.reason
            && let Some(reason) = &new.reason
        {
            let label = words.pick("Grund", "Reason");
            sentences.push(format!("{label}: {}", shown(reason)));
        }
        sentences.extend(self.title(old, new));
        let [now, before] = [new, old].map(|facts| self.days(facts));
        if now != before {
            sentences.push(match (now, before) {
                (None, Some(before)) => words.pick(
                    format!("Der Termin ist offen, zuvor {before}"),
                    format!("The date is open; it was {before}"),
                ),
                (now, before) => self.exchange("Datum", "Date", now, before),
            });
        }
        let times = self.times_of_day(old, new).into_iter();
        let times = times.filter(|(.., before, now)| before != now);
        sentences.extend(
            times.map(|(german, english, before, now)| self.exchange(german, english, now, before)),
        );
        if old.place != new.place {
            let [now, before] = [new, old].map(|facts| facts.place.as_ref().map(shown));
            sentences.push(self.exchange("Ort", "Place", now, before));
        }
        if old.hosts != new.hosts {
            let [now, before] = [new, old].map(|facts| {
                let hosts = facts.hosts.iter().map(shown);
                (!facts.hosts.is_empty()).then(|| and(hosts, words.language))
            });
            sentences.push(self.exchange("Gastgeber", "Host", now, before));
        }
        sentences.extend(self.further(old, new));
        sentences
    }

    /// That the meeting is called otherwise.
    pub(super) fn title(&self, old: &Facts, new: &Facts) -> Option<String> {
        let title = |facts: &Facts| Some(self.words.quoted(shown(&facts.title)));
        let is_other = old.title != new.title;
        is_other.then(|| self.exchange("Titel", "Title", title(new), title(old)))
    }

    /// That what is told beside title, time and place is otherwise, or the order.
    pub(super) fn further(&self, old: &Facts, new: &Facts) -> Vec<String> {
        let words = self.words;
        // Without a day nobody registers.
        let is_known = new.has_day() || new.registration_until.is_some();
        let is_other = is_known && old.registration_until != new.registration_until;
        let registration = is_other.then(|| {
            let [now, before] =
                [new, old].map(|facts| facts.registration_until.map(|day| words.days(day, day)));
            let label = words.pick("Anmeldeschluss", "Last day of registration");
            let before = match before {
                Some(before) => format!("{} {before}", words.pick("bisher", "before:")),
                None => words.pick("bisher keiner", "none before").to_owned(),
            };
            let now = now.unwrap_or_else(|| words.pick("keiner mehr", "none any more").to_owned());
            format!("{label}: {now} ({before})")
        });
        let content = (old.content.whole != new.content.whole).then(|| {
            words.pick(
                "Weitere Angaben zum Treffen sind geändert",
                "Further details of the meeting have changed",
            )
        });
        let details = self.details(old, new).into_iter();
        let order = is_reordered(old, new).then(|| {
            words.pick(
                "Die Reihenfolge der Programmpunkte ist geändert",
                "The items stand in another order",
            )
        });
        let further = content.into_iter().chain(order).map(str::to_owned);
        registration.into_iter().chain(details.map(|one| capital(&one))).chain(further).collect()
    }

    fn status(&self, status: Status) -> &'static str {
        match status {
            Status::Cancelled => {
                self.words.pick("Das Treffen ist abgesagt", "The meeting is cancelled")
            }
            Status::Postponed => {
                self.words.pick("Das Treffen ist verschoben", "The meeting is postponed")
            }
            Status::Idea => {
                self.words.pick("Das Treffen ist nur noch eine Idee", "The meeting is only an idea")
            }
            Status::Planned | Status::Invited | Status::Held => {
                self.words.pick("Das Treffen findet statt", "The meeting takes place")
            }
        }
    }

    pub(super) fn days(&self, facts: &Facts) -> Option<String> {
        let days = || {
            let first = facts.date?;
            Some(self.words.days(first, facts.end_date.unwrap_or(first)))
        };
        facts.date_text.as_ref().map(shown).or_else(days)
    }
}
