//! Findings about turns.

use chrono::NaiveDate;

use super::{Wording, problems};
use crate::text::{DateStyle, Language, Saturday};

problems! {
    /// Nobody is a member on the day of the turn.
    Error "no-member" NoMember {
        /// The day.
        date: NaiveDate,
    }
        de => Wording::new(
            format!("am {} ist keine Stadt Mitglied", day(*date, Language::German)),
            "prüfen Sie `member-since` und `member-until` in `cities.toml`",
        ),
        en => Wording::new(
            format!("no city is a member on {}", day(*date, Language::English)),
            "check `member-since` and `member-until` in `cities.toml`",
        );

    /// All members are kept from hosting.
    Error "nobody-can-host" NobodyCanHost {
        /// The day.
        date: NaiveDate,
    }
        de => Wording::new(
            format!("am {} kann keine Stadt ausrichten", day(*date, Language::German)),
            "alle Mitglieder sind verhindert oder ausgesetzt; wählen Sie mit `--date` einen anderen Tag",
        ),
        en => Wording::new(
            format!("no city can host on {}", day(*date, Language::English)),
            "all members are unavailable or skipped; choose another day with `--date`",
        );
}

fn day(date: NaiveDate, language: Language) -> String {
    DateStyle { language, saturday: Saturday::default() }.long(date)
}
