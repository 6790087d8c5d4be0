//! Findings about meetings and their programmes.

use chrono::NaiveDate;

use super::{Title, Wording, problems};
use crate::text::{DateStyle, Language, Saturday, clock, duration};

mod side;

pub use side::Side;

problems! {
    /// The typed weekday is not that of the date.
    Warning "weekday-mismatch" WeekdayMismatch {
        /// The date.
        date: NaiveDate,
    }
        de => Wording::new(
            format!("der {} ist ein {}", german().long(*date), german().weekday(*date)),
            "prüfen Sie Datum und Wochentag; der Wochentag darf auch fehlen",
        ),
        en => Wording::new(
            format!("{} is a {}", english().long(*date), english().weekday(*date)),
            "check date and weekday; the weekday may be left out",
        );

    /// A meeting that ends before it begins.
    Error "ends-before-it-begins" EndsBeforeItBegins {}
        de => Wording::new("das Ende liegt vor dem Beginn", "prüfen Sie beide Angaben"),
        en => Wording::new("the end is before the beginning", "check both");

    /// Two sessions at the same time that are not meant to be.
    Warning "sessions-overlap" SessionsOverlap {
        /// The earlier session.
        first: Title,
        /// When it ends, in minutes from midnight.
        ends: u32,
        /// The later session.
        second: Title,
        /// When it begins, in minutes from midnight.
        begins: u32,
    }
        de => {
            let (first, second) = (first.german(), second.german());
            Wording::new(
                format!(
                    "„{second}“ beginnt um {}, {} bevor „{first}“ um {} endet",
                    clock(*begins), duration(ends - begins), clock(*ends),
                ),
                format!("lassen Sie es um {} beginnen, oder fassen Sie beide mit `kind = \"parallel\"` zusammen", clock(*ends)),
            )
        },
        en => {
            let (first, second) = (first.english(), second.english());
            Wording::new(
                format!(
                    "`{second}` begins at {}, {} before `{first}` ends at {}",
                    clock(*begins), duration(ends - begins), clock(*ends),
                ),
                format!("let it begin at {}, or join both with `kind = \"parallel\"`", clock(*ends)),
            )
        };

    /// Time between two sessions that nobody planned.
    Warning "gap" Gap {
        /// The session before.
        before: Title,
        /// When it ends, in minutes from midnight.
        ends: u32,
        /// The session after.
        after: Title,
        /// When it begins, in minutes from midnight.
        begins: u32,
    }
        de => {
            let (before, after) = (before.german(), after.german());
            Wording::new(
                format!(
                    "zwischen „{before}“ (bis {}) und „{after}“ (ab {}) ist eine Lücke von {}",
                    clock(*ends), clock(*begins), duration(begins - ends),
                ),
                "schließen Sie die Lücke, oder tragen Sie dort einen Punkt mit `kind = \"break\"` ein",
            )
        },
        en => {
            let (before, after) = (before.english(), after.english());
            Wording::new(
                format!(
                    "between `{before}` (until {}) and `{after}` (from {}) there is a gap of {}",
                    clock(*ends), clock(*begins), duration(begins - ends),
                ),
                "close the gap, or enter an item with `kind = \"break\"` there",
            )
        };

    /// A session that would take longer than people stay awake.
    Warning "long-session" LongSession {
        /// The session.
        title: Title,
        /// How long it would take, in minutes.
        minutes: u32,
    }
        de => {
            let title = title.german();
            Wording::new(
                format!("„{title}“ dauert so {}", duration(*minutes)),
                "ein Ende, das nicht nach dem Beginn liegt, gehört zum nächsten Tag; prüfen Sie beide Zeiten",
            )
        },
        en => {
            let title = title.english();
            Wording::new(
                format!("`{title}` would take {}", duration(*minutes)),
                "an end that is not after the beginning is on the next day; check both times",
            )
        };

    /// A duration that is not that between start and end.
    Warning "duration-mismatch" DurationMismatch {
        /// What the file says, in minutes.
        said: u32,
        /// What start and end give, in minutes.
        minutes: u32,
    }
        de => Wording::new(
            format!("von Beginn bis Ende sind es {}, nicht {}", duration(*minutes), duration(*said)),
            "geben Sie das Ende oder die Dauer an, nicht beides",
        ),
        en => Wording::new(
            format!("from beginning to end it is {}, not {}", duration(*minutes), duration(*said)),
            "give the end or the duration, not both",
        );

    /// A session that stands below one that begins later.
    Warning "out-of-order" OutOfOrder {
        /// The session.
        title: Title,
        /// The one above it.
        before: Title,
    }
        de => {
            let (title, before) = (title.german(), before.german());
            Wording::new(
                format!("„{title}“ beginnt früher als „{before}“ und steht doch darunter"),
                "stellen Sie den Eintrag an seine Stelle: gedruckt wird in der Reihenfolge der Datei",
            )
        },
        en => {
            let (title, before) = (title.english(), before.english());
            Wording::new(
                format!("`{title}` begins before `{before}` and yet stands below it"),
                "move the entry to its place: the order of the file is printed",
            )
        };

    /// A session before the beginning or after the end of its meeting.
    Warning "outside-meeting" OutsideMeeting {
        /// The session.
        title: Title,
        /// On which side, and by how much.
        side: Side,
    }
        de => Wording::new(side.german(title.german()), side.way_out_german()),
        en => Wording::new(side.english(title.english()), side.way_out_english());

    /// Words that were to be replaced.
    Warning "placeholder-text" PlaceholderText {
        /// The words.
        found: String,
    }
        de => Wording::new(
            format!("hier steht noch ein Platzhalter: `{found}`"),
            "ersetzen Sie ihn, oder löschen Sie die Angabe",
        ),
        en => Wording::new(
            format!("a placeholder is left here: `{found}`"),
            "replace it, or delete the entry",
        );

    /// A meeting that counts, though no host is a member then.
    Warning "host-not-member" HostNotMember {
        /// The town.
        city: String,
    }
        de => Wording::new(
            format!("{city} ist an diesem Tag kein Mitglied"),
            "prüfen Sie `member-since` und `member-until`, oder schreiben Sie `counts = false`",
        ),
        en => Wording::new(
            format!("{city} is not a member on this day"),
            "check `member-since` and `member-until`, or write `counts = false`",
        );
}

fn german() -> DateStyle {
    DateStyle { language: Language::German, saturday: Saturday::default() }
}

fn english() -> DateStyle {
    DateStyle { language: Language::English, saturday: Saturday::default() }
}

/// Minutes from midnight as "09:30", the same in both languages.
pub(super) fn clock(minutes: u32) -> String {
    clock::ClockStyle { language: Language::English, ..clock::ClockStyle::default() }.time(minutes)
}

/// Minutes as "15 min", the same in both languages.
pub(super) fn duration(minutes: u32) -> String {
    duration::duration(minutes)
}
