//! The words about the accounts, German and English side by side.

use chrono::NaiveDate;
use num_rational::BigRational;

use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::rotation::account::Hosting;
use crate::plan::rotation::deviation::Deviation;
use crate::plan::rotation::travel::Travel;
use crate::plan::rotation::turn::Turn;
use crate::text::Language::{self, English, German};
use crate::text::{count, list, vocabulary};
use crate::view::number::{amount, kilometres, signed};
use crate::view::words::Words;

vocabulary! {
    /// Whether a town belongs to the network, in the order in which rows stand.
    #[derive(PartialOrd, Ord)]
    pub enum Belonging {
        /// It does.
        Member = "member",
        /// It will.
        Coming = "coming",
        /// It did.
        Former = "former",
    }
}

/// What the sentences are made with.
pub(super) struct Sentences<'a> {
    workspace: &'a Workspace,
    words: Words,
}

impl<'a> Sentences<'a> {
    pub(super) fn new(workspace: &'a Workspace, language: Language) -> Self {
        Self { workspace, words: Words::new(&workspace.network, language) }
    }

    /// Two decimals with their sign.
    pub(super) fn signed(&self, value: &BigRational) -> String {
        signed(value, self.words.language)
    }

    /// Two decimals of something that has no sign.
    pub(super) fn unsigned(&self, value: &BigRational) -> String {
        self.signed(value).trim_start_matches('+').to_owned()
    }

    /// The name of a town, with what it is if it is no member.
    pub(super) fn name(&self, name: &str, belonging: Belonging) -> String {
        let word = match belonging {
            Belonging::Member => return name.to_owned(),
            Belonging::Coming => self.words.pick("künftig", "to join"),
            Belonging::Former => self.words.pick("ehemals", "former"),
        };
        format!("{name} ({word})")
    }

    pub(super) fn last(&self, hosting: Option<&Hosting<'_>>) -> String {
        let day = |hosting: &Hosting<'_>| self.day(hosting.date, hosting.meeting);
        hosting.map_or_else(|| "–".to_owned(), day)
    }

    /// A day as the meeting prints it: its own words, else in digits.
    fn day(&self, date: NaiveDate, meeting: Option<&Meeting>) -> String {
        let words = meeting.and_then(|meeting| meeting.when.date_text.as_ref());
        words.map_or_else(|| self.words.dates.numeric(date), ToString::to_string)
    }

    pub(super) fn travel(&self, ways: Travel) -> String {
        let kilometres = kilometres(ways.metres);
        match (ways.known, ways.unknown) {
            (0, 1..) => self.words.pick("unbekannt", "unknown").to_owned(),
            (_, 0) => format!("{kilometres} km"),
            (..) => format!("{} {kilometres} km", self.words.pick("mind.", "at least")),
        }
    }

    /// The day, and how many meetings count.
    pub(super) fn counted(&self, turns: &[Turn<'_>], date: NaiveDate) -> String {
        let coming = turns.iter().filter(|turn| turn.date > date).count();
        let day = self.words.dates.long(date);
        match (self.words.language, coming) {
            (German, 0) => {
                format!(
                    "Stand {day}: {}",
                    count(turns.len(), "gezähltes Treffen", "gezählte Treffen")
                )
            }
            (German, _) => format!(
                "Stand {day}: {}, davon {coming} noch geplant",
                count(turns.len(), "gezähltes Treffen", "gezählte Treffen")
            ),
            (English, 0) => format!(
                "As of {day}: {}",
                count(turns.len(), "meeting that counts", "meetings that count")
            ),
            (English, _) => format!(
                "As of {day}: {}, {coming} of them still to come",
                count(turns.len(), "meeting that counts", "meetings that count")
            ),
        }
    }

    /// What the columns mean: whether some turns are still to come, and some ways unknown.
    pub(super) fn notes(&self, coming: bool, unknown: bool) -> Vec<String> {
        let members = &self.workspace.network.members;
        let of_members = self.words.pick(
            "Konto = Anteile − eigene Gastgeberschaften (Turnus): Bei jedem Treffen bekommt jedes \
             Mitglied seinen Anteil gutgeschrieben, wer ausrichtet, gibt eine ganze ab. Ein Plus heißt: \
             Dem Mitglied steht noch etwas zu. Alle Konten zusammen ergeben null.",
            "Account = parts − turns as host: at each meeting every member is credited its part, and \
             the host pays a whole turn. A plus means: the member is still owed something. All accounts \
             together are nought.",
        );
        let of_towns = self.words.pick(
            "Konto = Anteile − eigene Gastgeberschaften (Turnus): Bei jedem Treffen bekommt jede \
             Mitgliedsstadt ihren Anteil gutgeschrieben, die Gastgeberstadt gibt eine ganze ab. Ein \
             Plus heißt: Der Stadt steht noch etwas zu. Alle Konten zusammen ergeben null.",
            "Account = parts − turns as host: at each meeting every member is credited its part, and \
             the host pays a whole turn. A plus means: the city is still owed something. All accounts \
             together are nought.",
        );
        let mut notes = vec![members.pick(of_towns, of_members)];
        if coming {
            notes.push(self.words.pick(
                "„1 + 1“ unter Turnus: eine Gastgeberschaft bisher und eine geplante; beide sind im \
                 Konto schon abgezogen.",
                "“1 + 1” below turns: one so far and one to come; both are charged already.",
            ));
        }
        notes.push(self.words.pick(
            "Luftlinie: einfacher Weg vom eigenen Ort zu jedem gezählten Treffen, zusammengerechnet.",
            members.pick(
                "Beeline: one way as the crow flies from the city to each meeting that counts, added up.",
                "Beeline: one way as the crow flies from the member to each meeting that counts, added up.",
            ),
        ));
        if unknown {
            notes.push(members.pick(
                self.words.pick(
                    "Unbekannt ist ein Weg, wenn die Lage der Stadt oder des Treffens nicht eingetragen ist.",
                    "A way is unknown where the place of the city or of the meeting is not entered.",
                ),
                self.words.pick(
                    "Unbekannt ist ein Weg, wenn die Lage des Mitglieds oder des Treffens nicht eingetragen ist.",
                    "A way is unknown where the place of the member or of the meeting is not entered.",
                ),
            ));
        }
        notes.into_iter().map(ToOwned::to_owned).collect()
    }

    /// The largest deviation beside the yardstick.
    pub(super) fn deviation(
        &self,
        largest: &Deviation<'_>,
        members: usize,
        yardstick: Option<&BigRational>,
    ) -> String {
        let city = &self.workspace.city(largest.city).name;
        let title = largest.turn.meeting.map(|meeting| &meeting.title.value);
        let title = title.map(|title| self.words.quoted(title)).unwrap_or_default();
        let day = self.day(largest.turn.date, largest.turn.meeting);
        let balance = amount(&largest.balance, self.words.language);
        let found = match self.words.language {
            German => {
                format!("Größte Abweichung bisher: {balance}, {city} nach {title} ({day}).")
            }
            English => {
                format!("Largest deviation so far: {balance}, {city} after {title} ({day}).")
            }
        };
        let Some(bound) = yardstick else { return found };
        let bound = amount(bound, self.words.language);
        let measure = match self.words.language {
            German => format!(
                "Zum Vergleich: Bei {members} Mitgliedern lässt sich die Reihenfolge immer so wählen, \
                 dass kein Konto weiter als 1 − 1/(2·{members} − 2) = {bound} von null \
                 abweicht (Tijdeman 1980); Wünsche, Absagen und Beitritte können darüber \
                 hinausführen."
            ),
            English => format!(
                "For comparison: with {members} members the order can always be chosen so that no \
                 account is farther from nought than 1 − 1/(2·{members} − 2) = {bound} \
                 (Tijdeman 1980); wishes, absences and joining members can lead beyond it."
            ),
        };
        format!("{found} {measure}")
    }

    /// What a meeting did to the accounts.
    pub(super) fn charge(&self, turn: &Turn<'_>, members: usize, date: NaiveDate) -> String {
        let day = self.day(turn.date, turn.meeting);
        let hosts = turn.hosts.iter().map(|host| &self.workspace.city(*host).name);
        let hosts = list::and(hosts, self.words.language);
        let title = turn.meeting.map(|meeting| self.words.quoted(&meeting.title.value));
        let title = title.unwrap_or_default();
        let coming =
            if turn.date > date { self.words.pick(" (geplant)", " (to come)") } else { "" };
        match self.words.language {
            German => format!(
                "{day}{coming}: {title}, ausgerichtet von {hosts}, {}",
                count(members, "Mitglied", "Mitglieder")
            ),
            English => format!(
                "{day}{coming}: {title}, hosted by {hosts}, {}",
                count(members, "member", "members")
            ),
        }
    }
}

/// Turns so far and those to come.
pub(super) fn turns(held: usize, coming: usize) -> String {
    if coming == 0 { held.to_string() } else { format!("{held} + {coming}") }
}
