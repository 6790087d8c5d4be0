//! Findings about versions of a meeting and its calendar.

use super::{Wording, problems};
use crate::text::{Language, list};

problems! {
    /// A point in time without day, time or offset.
    Error "bad-moment" BadMoment {}
        de => Wording::new(
            "hier fehlt Tag, Uhrzeit oder der Abstand zur Weltzeit",
            "schreiben Sie etwa 2024-09-18T10:24:00+02:00, ohne Anführungszeichen",
        ),
        en => Wording::new(
            "day, time or offset from UTC is missing here",
            "write something like 2024-09-18T10:24:00+02:00, without quotes",
        );

    /// A checksum that is none.
    Error "bad-checksum" BadChecksum {
        /// What was found.
        found: String,
    }
        de => Wording::new(
            format!("`{found}` ist keine Prüfsumme aus acht Zeichen 0–9 und a–f"),
            "`erfa release` schreibt sie; löschen Sie die Angabe, dann gilt der Inhalt als geändert",
        ),
        en => Wording::new(
            format!("`{found}` is no checksum of eight digits 0–9 and a–f"),
            "`erfa release` writes it; without it the content counts as changed",
        );

    /// Versions whose numbers or times do not rise.
    Error "releases-out-of-order" ReleasesOutOfOrder {
        /// The key.
        key: &'static str,
        /// Its value.
        found: String,
        /// Its value in the version before.
        before: String,
    }
        de => Wording::new(
            format!("`{key}` ist hier {found}, in der Fassung davor aber {before}"),
            "Fassungen stehen in ihrer Reihenfolge, die älteste zuerst; `erfa release` schreibt sie so",
        ),
        en => Wording::new(
            format!("`{key}` is {found} here, but {before} in the version before"),
            "versions stand in their order, the oldest first; `erfa release` writes them so",
        );

    /// A version that was changed by hand.
    Warning "release-altered" ReleaseAltered {
        /// Its number.
        number: u32,
    }
        de => Wording::new(
            format!("Fassung {number} ist nicht mehr so, wie sie freigegeben wurde"),
            "machen Sie die Änderung rückgängig; was jetzt gilt, steht oben in der Datei und wird mit `erfa release` zur nächsten Fassung",
        ),
        en => Wording::new(
            format!("version {number} is not as it was given out any more"),
            "take the change back; what is true now stands further up in the file, and `erfa release` makes it the next version",
        );

    /// A version by whose name calendars do not know the meeting.
    Error "uid-changed" OtherUid {
        /// The name found.
        found: String,
        /// The name in the first version.
        first: String,
    }
        de => Wording::new(
            format!("`uid` ist hier `{found}`, in der ersten Fassung aber `{first}`"),
            "Kalender erkennen ein Treffen an dieser Kennung, sie bleibt für immer; tragen Sie überall die ein, mit der es zuerst veröffentlicht wurde",
        ),
        en => Wording::new(
            format!("`uid` is `{found}` here, but `{first}` in the first version"),
            "calendars know a meeting by it, so it never changes; write the one that was published first everywhere",
        );

    /// A version that there is not.
    Error "unknown-release" UnknownRelease {
        /// The meeting.
        meeting: String,
        /// Its number; none if the last one was asked for.
        number: Option<u32>,
        /// The numbers there are.
        known: Vec<u32>,
    }
        de => Wording::new(
            match number {
                Some(number) => format!("„{meeting}“ hat keine Fassung {number}"),
                None => format!("„{meeting}“ hat noch keine Fassung"),
            },
            if known.is_empty() {
                "`erfa release` gibt die erste Fassung frei".to_owned()
            } else {
                let noun = if known.len() == 1 { "Fassung" } else { "die Fassungen" };
                format!("es gibt {noun} {}", list::and(known, Language::German))
            },
        ),
        en => Wording::new(
            match number {
                Some(number) => format!("`{meeting}` has no version {number}"),
                None => format!("`{meeting}` has no version yet"),
            },
            if known.is_empty() {
                "`erfa release` gives out the first one".to_owned()
            } else {
                let noun = if known.len() == 1 { "is version" } else { "are versions" };
                format!("there {noun} {}", list::and(known, Language::English))
            },
        );

    /// Nobody is named who gives a version out.
    Error "no-releaser" NoReleaser {}
        de => Wording::new(
            "wer diese Fassung freigibt, ist nicht bekannt",
            "nennen Sie es mit `--by`, oder ergänzen Sie `name = \"…\"` unter `[sender]` in `network.toml`",
        ),
        en => Wording::new(
            "nobody is known who gives this version out",
            "say who with `--by`, or add `name = \"…\"` below `[sender]` in `network.toml`",
        );

    /// Without a date there is no calendar entry.
    Error "no-calendar-entry" NoCalendarEntry {
        /// The meeting; none if no meeting has a date.
        meeting: Option<String>,
    }
        de => Wording::new(
            match meeting {
                Some(meeting) => format!("„{meeting}“ hat kein Datum und wird kein Kalendereintrag"),
                None => "kein Treffen hat ein Datum; der Kalender wäre leer".to_owned(),
            },
            "ergänzen Sie `date` in der Datei des Treffens",
        ),
        en => Wording::new(
            match meeting {
                Some(meeting) => format!("`{meeting}` has no date and makes no calendar entry"),
                None => "no meeting has a date; the calendar would be empty".to_owned(),
            },
            "add `date` to the meeting's file",
        );

    /// Calendars would not learn of what has changed.
    Warning "unreleased-change" UnreleasedChange {
        /// The meeting.
        meeting: String,
        /// Its last version.
        number: u32,
    }
        de => Wording::new(
            format!("Beginn, Ende, Ort oder Absage von „{meeting}“ sind seit Fassung {number} geändert, und Kalender merken es nicht"),
            "`erfa release` gibt die neue Fassung frei; erst damit steigt SEQUENCE",
        ),
        en => Wording::new(
            format!("start, end, place or cancellation of `{meeting}` have changed since version {number}, and calendars do not notice"),
            "`erfa release` gives out the new version; only then SEQUENCE rises",
        );
}
