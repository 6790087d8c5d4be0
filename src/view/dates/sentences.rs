//! What speaks against a day in words, German and English side by side.

use chrono::NaiveDate;

use crate::diagnostic::day::concerning;
use crate::domain::date_rules::Weight;
use crate::domain::id::CityId;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::dates::{Cause, DatesQuestion, Day, Reason, Towns};
use crate::text::Language::{English, German};
use crate::text::count;
use crate::view::words::{Words, shown};

/// What the sentences are made with.
pub(super) struct Sentences<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) words: Words,
}

impl Sentences<'_> {
    /// A day with its weekday in a narrow column: "Dienstag, 02.03.2027".
    pub(super) fn day(&self, date: NaiveDate) -> String {
        format!("{}, {}", self.words.dates.weekday(date), self.words.dates.numeric(date))
    }

    /// "−40"; nothing is "0".
    pub(super) fn weight(&self, weight: Weight) -> String {
        match weight {
            Weight::Block => self.words.pick("gesperrt", "blocked").to_owned(),
            Weight::Minus(0) => "0".to_owned(),
            Weight::Minus(points) => format!("−{points}"),
        }
    }

    /// What a day weighs, and what it weighs at worst where that is more: "0 bis −18".
    pub(super) fn points(&self, day: &Day<'_>) -> String {
        let known = if day.is_blocked() { Weight::Block } else { Weight::Minus(day.points()) };
        let (known, at_worst) = (self.weight(known), self.weight(day.at_worst()));
        if known == at_worst {
            known
        } else {
            format!("{known} {} {at_worst}", self.words.pick("bis", "to"))
        }
    }

    /// "8 von 9"
    pub(super) fn of(&self, part: Option<usize>, whole: usize) -> String {
        match part {
            Some(part) => format!("{part} {} {whole}", self.words.pick("von", "of")),
            None => self.words.pick("unbekannt", "unknown").to_owned(),
        }
    }

    /// What was asked.
    pub(super) fn question(&self, question: &DatesQuestion) -> String {
        let days = self.words.dates.span(question.days.first(), question.days.last());
        let host = question.host.map(|host| self.name(host));
        match (self.words.language, host) {
            (German, None) => format!("Die besten Tage, {days}:"),
            (German, Some(host)) => {
                let host_town = self.workspace.network.members.pick("Gastgeberstadt", "Gastgeber");
                format!("Die besten Tage mit {host} als {host_town}, {days}:")
            }
            (English, None) => format!("The best days, {days}:"),
            (English, Some(host)) => format!("The best days with {host} as the host, {days}:"),
        }
    }

    /// How many days were judged and are out of the question.
    pub(super) fn summary(&self, judged: usize, blocked: usize) -> String {
        let blocked = match blocked {
            0 => self.words.pick("keiner", "none").to_owned(),
            number => number.to_string(),
        };
        match self.words.language {
            German => {
                format!("{} geprüft, {blocked} davon gesperrt.", count(judged, "Tag", "Tage"))
            }
            English => {
                format!("{} judged, {blocked} of them blocked.", count(judged, "day", "days"))
            }
        }
    }

    /// What speaks against the day `date`, and which towns it concerns.
    pub(super) fn reason(&self, date: NaiveDate, reason: &Reason<'_>) -> String {
        let words = self.cause(date, reason.cause);
        let towns = match &reason.towns {
            Towns::Some(towns) => towns.iter().map(|id| self.name(*id).to_owned()).collect(),
            Towns::None | Towns::All => Vec::new(),
        };
        let members = &self.workspace.network.members;
        let language = self.words.language;
        concerning(words, &towns, members.nouns(language), language)
    }

    fn cause(&self, date: NaiveDate, cause: Cause<'_>) -> String {
        let language = self.words.language;
        if let Some(obstacle) = cause.obstacle(self.workspace, |title| shown(title)) {
            return obstacle.words(language);
        }
        if let Some(gap) = cause.gap(|title| shown(title)) {
            return gap.words(language);
        }
        let say = |german: &str, english: &str| self.words.pick(german, english).to_owned();
        match cause {
            Cause::BridgeByLaw(holiday, _) => {
                format!("{} {}", say("Brückentag zu", "bridge day by"), holiday.name(language))
            }
            Cause::BridgeByPeriod(period) => {
                format!("{}: {}", say("Brückentag", "bridge day"), shown(&period.title))
            }
            Cause::Period(period) => {
                format!("{}: {}", say("Schulferien", "school holidays"), shown(&period.title))
            }
            Cause::SchoolUnknown { not_yet: true } => {
                say("Schulferien noch nicht bekannt", "school holidays not known yet")
            }
            Cause::SchoolUnknown { not_yet: false } => {
                say("Schulferien nicht bekannt", "school holidays not known")
            }
            Cause::BridgeUnsaid(holiday) => {
                let name = holiday.name(language);
                match language {
                    German => format!(
                        "Brückentag, falls {name} dort Feiertag ist: `extra-holidays` sagt es nicht"
                    ),
                    English => format!(
                        "bridge day if {name} is a holiday there: `extra-holidays` does not say"
                    ),
                }
            }
            Cause::OtherWeekday => say("kein bevorzugter Wochentag", "not a preferred weekday"),
            Cause::OtherMonth => say("kein bevorzugter Monat", "not a preferred month"),
            Cause::TooClose(meeting, days) => self.close(date, meeting, days),
            Cause::TooFar(_, days) => match language {
                German => format!("spät: {} nach dem letzten Treffen", self.days(days)),
                English => format!("late: {} after the last meeting", self.days(days)),
            },
            Cause::Weekend
            | Cause::Holiday(..)
            | Cause::HalfHoliday(_)
            | Cause::HolidaysUnknown
            | Cause::HolidayUnsaid(_)
            | Cause::HolidayElsewhere(_)
            | Cause::Doubt(_)
            | Cause::HostNoMember(_)
            | Cause::HostUnavailable(..) => String::new(),
            Cause::ShortNotice(0) => say("das ist heute", "this is today"),
            Cause::ShortNotice(days) => match language {
                German => format!("nur {} Vorlauf", self.days(days)),
                English => format!("only {} to prepare", self.days(days)),
            },
        }
    }

    fn close(&self, date: NaiveDate, meeting: &Meeting, days: i64) -> String {
        let Some(first) = meeting.when.date else { return String::new() };
        let day = self.words.dates.numeric(first.value);
        let after = first.value < date;
        match (self.words.language, days, after) {
            (German, _, true) => format!("nur {} nach dem Treffen vom {day}", self.days(days)),
            (German, _, false) => format!("nur {} vor dem Treffen am {day}", self.days(days)),
            (English, _, true) => format!("only {} after the meeting of {day}", self.days(days)),
            (English, _, false) => format!("only {} before the meeting of {day}", self.days(days)),
        }
    }

    fn days(&self, days: i64) -> String {
        let days = usize::try_from(days).unwrap_or_default();
        self.words.pick(count(days, "Tag", "Tage"), count(days, "day", "days")).to_string()
    }

    pub(super) fn name(&self, city: CityId) -> &str {
        self.workspace.city(city).name.as_str()
    }
}
