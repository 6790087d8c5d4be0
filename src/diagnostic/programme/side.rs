//! On which side of its meeting a session lies outside of it.

use chrono::NaiveDate;

use super::{clock, duration, english, german};

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
    /// It begins at the first time, and the meeting at the second.
    Before(u32, u32),
    /// It begins at the first time, after the meeting ended at the second.
    After(u32, u32),
    /// It ends at the first time, and the meeting at the second.
    Beyond(u32, u32),
}

impl Side {
    pub(super) fn german(&self, title: &str) -> String {
        let day = |date: &NaiveDate| german().long(*date);
        match self {
            Self::DayBefore(date, first) => {
                format!("„{title}“ ist am {}, das Treffen beginnt am {}", day(date), day(first))
            }
            Self::DayAfter(date, last) => {
                format!("„{title}“ ist am {}, das Treffen endet am {}", day(date), day(last))
            }
            Self::Before(begins, start) => format!(
                "„{title}“ beginnt um {}, {} vor dem Treffen ({})",
                clock(*begins),
                duration(start - begins),
                clock(*start),
            ),
            Self::After(begins, end) => format!(
                "„{title}“ beginnt um {}, {} nach dem Ende des Treffens ({})",
                clock(*begins),
                duration(begins - end),
                clock(*end),
            ),
            Self::Beyond(ends, end) => format!(
                "„{title}“ endet um {}, {} nach dem Treffen ({})",
                clock(*ends),
                duration(ends - end),
                clock(*end),
            ),
        }
    }

    pub(super) fn way_out_german(&self) -> String {
        match self {
            Self::DayBefore(..) => {
                "prüfen Sie den Tag; zum Vorabend gehören `kind = \"arrival\"`, `transfer` und `social`".to_owned()
            }
            Self::DayAfter(..) => {
                "prüfen Sie den Tag, oder geben Sie dem Treffen mit `end-date` einen späteren letzten Tag".to_owned()
            }
            Self::Before(begins, start) => format!(
                "lassen Sie es um {} beginnen, oder das Treffen um {}", clock(*start), clock(*begins),
            ),
            Self::After(begins, _) => format!(
                "lassen Sie das Treffen nach {} enden, oder schreiben Sie `kind = \"social\"`, wenn man danach noch beisammen ist",
                clock(*begins),
            ),
            Self::Beyond(ends, end) if *ends > DAY => {
                format!("lassen Sie es um {} enden, oder prüfen Sie beide Zeiten", clock(*end))
            }
            Self::Beyond(ends, end) => format!(
                "lassen Sie es um {} enden, oder das Treffen um {}", clock(*end), clock(*ends),
            ),
        }
    }

    pub(super) fn english(&self, title: &str) -> String {
        let day = |date: &NaiveDate| english().long(*date);
        match self {
            Self::DayBefore(date, first) => {
                format!("`{title}` is on {}, the meeting begins on {}", day(date), day(first))
            }
            Self::DayAfter(date, last) => {
                format!("`{title}` is on {}, the meeting ends on {}", day(date), day(last))
            }
            Self::Before(begins, start) => format!(
                "`{title}` begins at {}, {} before the meeting ({})",
                clock(*begins),
                duration(start - begins),
                clock(*start),
            ),
            Self::After(begins, end) => format!(
                "`{title}` begins at {}, {} after the end of the meeting ({})",
                clock(*begins),
                duration(begins - end),
                clock(*end),
            ),
            Self::Beyond(ends, end) => format!(
                "`{title}` ends at {}, {} after the meeting ({})",
                clock(*ends),
                duration(ends - end),
                clock(*end),
            ),
        }
    }

    pub(super) fn way_out_english(&self) -> String {
        match self {
            Self::DayBefore(..) => {
                "check the day; `kind = \"arrival\"`, `transfer` and `social` may be on the evening before".to_owned()
            }
            Self::DayAfter(..) => {
                "check the day, or give the meeting a later last day with `end-date`".to_owned()
            }
            Self::Before(begins, start) => {
                format!("let it begin at {}, or the meeting at {}", clock(*start), clock(*begins))
            }
            Self::After(begins, _) => format!(
                "let the meeting end after {}, or write `kind = \"social\"` if people stay together afterwards",
                clock(*begins),
            ),
            Self::Beyond(ends, end) if *ends > DAY => {
                format!("let it end at {}, or check both times", clock(*end))
            }
            Self::Beyond(ends, end) => {
                format!("let it end at {}, or the meeting at {}", clock(*end), clock(*ends))
            }
        }
    }
}
