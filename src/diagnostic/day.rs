//! Findings about the day of a meeting and the last day of its registration.

use chrono::NaiveDate;

use super::finding::problems;
use crate::text::{DateStyle, Language, MemberWords, count, list};

problems! { |language|
    /// A day on which a meeting should not be.
    Warning "blocked-day" BlockedDay {
        date: NaiveDate, obstacle: Obstacle, towns: Vec<String>, members: MemberWords,
    }
        let date = DateStyle::of(language).full(*date);
        let called = members.nouns(language);
        let why = concerning(obstacle.words(language), towns, called, language);
        de "gegen {date} spricht: {why}"
            => "`erfa dates` nennt Tage, die allen passen; wenn es dieser sein soll, schreiben Sie \
                `acknowledge = [{{ code = \"blocked-day\", reason = \"…\" }}]`";
        en "what speaks against {date}: {why}"
            => "`erfa dates` names days that suit all; if it is to be this one, write \
                `acknowledge = [{{ code = \"blocked-day\", reason = \"…\" }}]`";

    /// A day of which nobody knows whether a meeting can be on it.
    Warning "unknown-day" UnknownDay {
        date: NaiveDate, gaps: Vec<(DayGap, Vec<String>)>, members: MemberWords,
    }
        let date = DateStyle::of(language).full(*date);
        let called = members.nouns(language);
        let gap = |(gap, towns): &(DayGap, Vec<String>)| {
            concerning(gap.words(language), towns, called, language)
        };
        let gaps = gaps.iter().map(gap).collect::<Vec<_>>().join("; ");
        de "nicht alles ist bekannt, was gegen {date} spricht: {gaps}"
            => "`erfa dates` sagt, wo es einzutragen ist; wenn der Tag feststeht, schreiben Sie \
                `acknowledge = [{{ code = \"unknown-day\", reason = \"…\" }}]`";
        en "not all is known that speaks against {date}: {gaps}"
            => "`erfa dates` says where to enter it; if the day is settled, write \
                `acknowledge = [{{ code = \"unknown-day\", reason = \"…\" }}]`";

    /// People may register when the meeting has begun.
    Warning "registration-late" RegistrationLate { until: NaiveDate, date: NaiveDate }
        let [until, date] = [until, date].map(|date| DateStyle::of(language).long(*date));
        de "die Anmeldung läuft bis {until}, das Treffen ist am {date}"
            => "setzen Sie `until` auf einen Tag davor";
        en "registration goes on until {until}, and the meeting is on {date}"
            => "set `until` to a day before it";

    /// Nobody could register, for the last day was over before anybody was invited.
    Warning "registration-over" RegistrationOver { until: NaiveDate }
        let until = DateStyle::of(language).long(*until);
        de "die Anmeldung endet am {until}, bevor zu diesem Termin eingeladen ist"
            => "setzen Sie `until` auf einen Tag zwischen Einladung und Treffen";
        en "registration ends on {until}, before anybody is invited to this day"
            => "set `until` to a day between invitation and meeting";
}

/// What is in the way of meeting on a day, in the words of `erfa dates`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It is a Saturday or Sunday.
    Weekend,
    /// It is a public holiday, with its German and English name.
    Holiday([String; 2]),
    /// It is a day on which offices are half empty.
    HalfHoliday([&'static str; 2]),
    /// It is in an entry of the calendar of this title.
    Entry(String),
    /// The host is not a member on it.
    NoMember(String),
    /// The host is away, and why.
    Unavailable(String, String),
    /// There is another meeting on it, which begins on this day.
    SameDay(NaiveDate),
}

impl Obstacle {
    /// In words: "Feiertag: Weltkindertag".
    pub fn words(&self, language: Language) -> String {
        let pick = |[german, english]: [&str; 2]| language.pick(german, english).to_owned();
        match self {
            Self::Weekend => pick(["Wochenende", "weekend"]),
            Self::Holiday([german, english]) => {
                let name = pick([german, english]);
                format!("{}: {name}", pick(["Feiertag", "public holiday"]))
            }
            Self::HalfHoliday(name) => {
                let words = ["kein Feiertag, aber viele fehlen", "no holiday, but many are away"];
                format!("{}: {}", pick(*name), pick(words))
            }
            Self::Entry(title) => title.clone(),
            Self::NoMember(host) => match language {
                Language::German => format!("{host} ist an diesem Tag nicht Mitglied"),
                Language::English => format!("{host} is not a member on this day"),
            },
            Self::Unavailable(host, reason) => match language {
                Language::German => format!("{host} ist verhindert: {reason}"),
                Language::English => format!("{host} is unavailable: {reason}"),
            },
            Self::SameDay(day) => {
                let day = DateStyle::of(language).numeric(*day);
                match language {
                    Language::German => format!("am Tag des Treffens vom {day}"),
                    Language::English => format!("on the day of the meeting of {day}"),
                }
            }
        }
    }
}

/// What nobody knows of a day, in the words of `erfa dates`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayGap {
    /// Which days are public holidays.
    Holidays,
    /// Whether this is a holiday in the municipality, with its German and English name.
    Unsaid([&'static str; 2]),
    /// Whether this, a holiday of other regions, is one here, with its German and English name.
    Elsewhere([&'static str; 2]),
    /// Whether an entry of the calendar is on it, of which not all can be read.
    Entry(Option<String>),
    /// Whether an entry of the calendar recurs on it.
    Recurring(Option<String>),
    /// Whether this, which holds in a part of the region, holds there.
    Local(Option<String>),
}

impl DayGap {
    /// In words: "gesetzliche Feiertage nicht bekannt".
    pub fn words(&self, language: Language) -> String {
        let pick = |german: &'static str, english: &'static str| language.pick(german, english);
        let entry = |title: &Option<String>| {
            let entry = pick("ein Eintrag im Kalender", "an entry of the calendar");
            title.clone().unwrap_or_else(|| entry.to_owned())
        };
        match self {
            Self::Holidays => {
                pick("gesetzliche Feiertage nicht bekannt", "public holidays not known").to_owned()
            }
            Self::Unsaid([german, english]) => {
                let words = pick(
                    "Feiertag je nach Gemeinde, `extra-holidays` sagt es nicht",
                    "a holiday in some municipalities, `extra-holidays` does not say",
                );
                format!("{}: {words}", pick(german, english))
            }
            Self::Elsewhere([german, english]) => {
                let words = pick(
                    "Feiertag nach dem Recht einer Region, und keine `region` sagt, welche gilt",
                    "a holiday by the law of a region, and no `region` says which this is",
                );
                format!("{}: {words}", pick(german, english))
            }
            Self::Entry(title) => {
                format!("{}: {}", entry(title), pick("nicht ganz lesbar", "cannot be read in full"))
            }
            Self::Local(title) => {
                let words = pick(
                    "gilt nicht überall; ob hier, hat niemand gesagt",
                    "not everywhere, and nobody says whether here",
                );
                format!("{}: {words}", entry(title))
            }
            Self::Recurring(title) => {
                format!("{}: {}", entry(title), pick("wiederholt sich vielleicht", "may recur"))
            }
        }
    }
}

/// So many towns are named one by one; of more the number is told.
const NAMED: usize = 4;

/// `words` with the `towns` that they concern, if not all; of many how many of what they are called.
pub fn concerning(
    words: String,
    towns: &[String],
    [one, several]: [&str; 2],
    language: Language,
) -> String {
    match towns.len() {
        0 => words,
        number if number <= NAMED => format!("{words} ({})", list::and(towns, language)),
        number => {
            format!("{words} ({})", count(number, one, several))
        }
    }
}
