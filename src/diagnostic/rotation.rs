//! Findings about turns.

use super::{Wording, problems};

problems! {
    /// Nobody is a member on the day of the turn.
    Error "no-member" NoMember {
        /// The day, as `2024-09-24`.
        date: String,
    }
        de => Wording::new(
            format!("am {date} ist keine Stadt Mitglied"),
            "prüfen Sie `member-since` und `member-until` in `cities.toml`",
        ),
        en => Wording::new(
            format!("no city is a member on {date}"),
            "check `member-since` and `member-until` in `cities.toml`",
        );

    /// All members are kept from hosting.
    Error "nobody-can-host" NobodyCanHost {
        /// The day, as `2024-09-24`.
        date: String,
    }
        de => Wording::new(
            format!("am {date} kann keine Stadt ausrichten"),
            "alle Mitglieder sind verhindert oder ausgesetzt; wählen Sie mit `--date` einen anderen Tag",
        ),
        en => Wording::new(
            format!("no city can host on {date}"),
            "all members are unavailable or skipped; choose another day with `--date`",
        );
}
