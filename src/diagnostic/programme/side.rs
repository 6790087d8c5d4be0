//! On which side of its meeting a session lies outside of it.

use chrono::NaiveDate;

use super::{clock, duration};
use crate::text::{ClockTime, DateStyle, Language};

/// The minutes of a day.
const DAY: u32 = 1440;

/// On which side of its meeting a session lies, and by how much. Times are minutes from midnight of
/// the day; past 1440 they lie on the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// On a day before the first one.
    DayBefore(NaiveDate, NaiveDate),
    /// On a day after the last one.
    DayAfter(NaiveDate, NaiveDate),
    /// It begins before the meeting.
    Before {
        /// When it begins.
        begins: u32,
        /// When the meeting begins.
        start: u32,
        /// The minutes that pass from one to the other.
        early: u32,
    },
    /// It begins after the meeting ended.
    After {
        /// When it begins.
        begins: ClockTime,
        /// When the meeting ends.
        end: ClockTime,
        /// The minutes that pass from one to the other.
        late: u32,
    },
    /// It ends after the meeting.
    Beyond {
        /// When it ends.
        ends: ClockTime,
        /// When the meeting ends.
        end: ClockTime,
        /// The minutes that pass from one to the other.
        late: u32,
    },
}

impl Side {
    pub(super) fn words(&self, title: &str, language: Language) -> String {
        let day = |date: &NaiveDate| DateStyle::of(language).long(*date);
        match self {
            Self::DayBefore(date, first) => {
                let (date, first) = (day(date), day(first));
                language.pick(
                    format!("„{title}“ ist am {date}, das Treffen beginnt am {first}"),
                    format!("`{title}` is on {date}, the meeting begins on {first}"),
                )
            }
            Self::DayAfter(date, last) => {
                let (date, last) = (day(date), day(last));
                language.pick(
                    format!("„{title}“ ist am {date}, das Treffen endet am {last}"),
                    format!("`{title}` is on {date}, the meeting ends on {last}"),
                )
            }
            Self::Before { begins, start, early } => {
                let (early, begins, start) = (duration(*early), clock(*begins), clock(*start));
                language.pick(
                    format!("„{title}“ beginnt um {begins}, {early} vor dem Treffen ({start})"),
                    format!("`{title}` begins at {begins}, {early} before the meeting ({start})"),
                )
            }
            Self::After { begins, end, late } => {
                let late = duration(*late);
                let [begins, end] = [begins, end].map(|time| time.in_words(language));
                language.pick(
                    format!(
                        "„{title}“ beginnt um {begins}, {late} nach dem Ende des Treffens ({end})"
                    ),
                    format!(
                        "`{title}` begins at {begins}, {late} after the end of the meeting ({end})"
                    ),
                )
            }
            // The clocks are put back between the two.
            Self::Beyond { ends, end, late } if is_put_back(*ends, *end, *late) => {
                let (late, ends, end) = (duration(*late), clock(ends.minutes), clock(end.minutes));
                language.pick(
                    format!(
                        "„{title}“ endet um {ends}, wenn die Uhren zurückgestellt sind: {late} nach dem \
                        Treffen ({end}, das erste Mal)"
                    ),
                    format!(
                        "`{title}` ends at {ends}, when the clocks have been put back: {late} after the \
                        meeting ({end}, the first time)"
                    ),
                )
            }
            Self::Beyond { ends, end, late } => {
                let late = duration(*late);
                let [ends, end] = [ends, end].map(|time| time.in_words(language));
                language.pick(
                    format!("„{title}“ endet um {ends}, {late} nach dem Treffen ({end})"),
                    format!("`{title}` ends at {ends}, {late} after the meeting ({end})"),
                )
            }
        }
    }

    pub(super) fn way_out(&self, language: Language) -> String {
        let (german, english) = match self {
            Self::DayBefore(..) => (
                "prüfen Sie den Tag; zum Vorabend gehören `kind = \"arrival\"`, `transfer` und \
                `social`"
                    .to_owned(),
                "check the day; `kind = \"arrival\"`, `transfer` and `social` may be on the \
                evening before"
                    .to_owned(),
            ),
            Self::DayAfter(..) => (
                "prüfen Sie den Tag, oder geben Sie dem Treffen mit `end-date` einen späteren \
                letzten Tag"
                    .to_owned(),
                "check the day, or give the meeting a later last day with `end-date`".to_owned(),
            ),
            Self::Before { begins, start, .. } => {
                let (begins, start) = (clock(*begins), clock(*start));
                (
                    format!("lassen Sie es um {start} beginnen, oder das Treffen um {begins}"),
                    format!("let it begin at {start}, or the meeting at {begins}"),
                )
            }
            Self::After { begins, .. } => {
                let begins = begins.in_words(language);
                (
                    format!(
                        "lassen Sie das Treffen nach {begins} enden, oder schreiben Sie \
                        `kind = \"social\"`, wenn man danach noch beisammen ist"
                    ),
                    format!(
                        "let the meeting end after {begins}, or write `kind = \"social\"` if \
                        people stay together afterwards"
                    ),
                )
            }
            Self::Beyond { ends, end, late }
                if ends.minutes > DAY || is_put_back(*ends, *end, *late) =>
            {
                let end = end.in_words(language);
                (
                    format!("lassen Sie es um {end} enden, oder prüfen Sie beide Zeiten"),
                    format!("let it end at {end}, or check both times"),
                )
            }
            Self::Beyond { ends, end, .. } => {
                let [ends, end] = [ends, end].map(|time| time.in_words(language));
                (
                    format!("lassen Sie es um {end} enden, oder das Treffen um {ends}"),
                    format!("let it end at {end}, or the meeting at {ends}"),
                )
            }
        };
        language.pick(german, english)
    }
}

/// Whether the clocks are put back between the end of the meeting and that of an item.
fn is_put_back(ends: ClockTime, end: ClockTime, late: u32) -> bool {
    ends.minutes.checked_sub(end.minutes) != Some(late)
}
