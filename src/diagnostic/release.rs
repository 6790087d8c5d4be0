//! Findings about versions of a meeting and its calendar.

use chrono::NaiveDate;

use super::finding::problems;
use crate::text::{DateStyle, Language, list};

problems! { |language|
    /// A point in time without day, time or offset.
    Error "bad-moment" BadMoment {}
        de "hier fehlt Tag, Uhrzeit oder der Abstand zur Weltzeit"
            => "schreiben Sie etwa 2024-09-18T10:24:00+02:00, ohne Anführungszeichen";
        en "day, time or offset from UTC is missing here"
            => "write something like 2024-09-18T10:24:00+02:00, without quotes";

    /// A checksum that is none.
    Error "bad-checksum" BadChecksum { found: String }
        de "`{found}` ist keine Prüfsumme aus acht Zeichen 0–9 und a–f"
            => "`erfa release` schreibt sie; löschen Sie die Angabe, dann gilt der Inhalt als \
                geändert";
        en "`{found}` is no checksum of eight digits 0–9 and a–f"
            => "`erfa release` writes it; without it the content counts as changed";

    /// Versions whose numbers or times do not rise.
    Error "releases-out-of-order" ReleasesOutOfOrder {
        key: &'static str, found: String, before: String,
    }
        de "`{key}` ist hier {found}, in der Fassung davor aber {before}"
            => "Fassungen stehen in ihrer Reihenfolge, die älteste zuerst; `erfa release` schreibt \
                sie so";
        en "`{key}` is {found} here, but {before} in the version before"
            => "versions stand in their order, the oldest first; `erfa release` writes them so";

    /// A version that was changed by hand.
    Warning "release-altered" ReleaseAltered { number: u32 }
        de "Fassung {number} ist nicht mehr so, wie sie freigegeben wurde"
            => "machen Sie die Änderung rückgängig; was jetzt gilt, steht oben in der Datei und \
                wird mit `erfa release` zur nächsten Fassung";
        en "version {number} is not as it was given out any more"
            => "take the change back; what is true now stands further up in the file, and `erfa \
                release` makes it the next version";

    /// A version by whose name calendars do not know the meeting.
    Error "uid-changed" OtherUid { found: String, first: String }
        de "`uid` ist hier `{found}`, in der ersten Fassung aber `{first}`"
            => "Kalender erkennen ein Treffen an dieser Kennung, sie bleibt für immer; tragen Sie \
                überall die ein, mit der es zuerst veröffentlicht wurde";
        en "`uid` is `{found}` here, but `{first}` in the first version"
            => "calendars know a meeting by it, so it never changes; write the one that was \
                published first everywhere";

    /// A version that there is not.
    Error "unknown-release" UnknownRelease { meeting: String, number: Option<u32>, known: Vec<u32> }
        let fault = match (number, language) {
            (Some(number), Language::German) => format!("„{meeting}“ hat keine Fassung {number}"),
            (Some(number), Language::English) => format!("`{meeting}` has no version {number}"),
            (None, Language::German) => format!("„{meeting}“ hat noch keine Fassung"),
            (None, Language::English) => format!("`{meeting}` has no version yet"),
        };
        let numbers = list::and(known, language);
        let way = match (known.as_slice(), language) {
            ([], Language::German) => "`erfa release` gibt die erste Fassung frei".to_owned(),
            ([], Language::English) => "`erfa release` gives out the first one".to_owned(),
            ([_], Language::German) => format!("es gibt Fassung {numbers}"),
            ([_], Language::English) => format!("there is version {numbers}"),
            (_, Language::German) => format!("es gibt die Fassungen {numbers}"),
            (_, Language::English) => format!("there are versions {numbers}"),
        };
        de "{fault}" => "{way}";
        en "{fault}" => "{way}";

    /// Nobody is named who gives a version out.
    Error "no-releaser" NoReleaser {}
        de "wer diese Fassung freigibt, ist nicht bekannt"
            => "nennen Sie es mit `--by`, oder ergänzen Sie `name = \"…\"` unter `[sender]` in \
                `network.toml`";
        en "nobody is known who gives this version out"
            => "say who with `--by`, or add `name = \"…\"` below `[sender]` in `network.toml`";

    /// Without a date there is no calendar entry.
    Error "no-calendar-entry" NoCalendarEntry { meeting: Option<String> }
        let fault = match (meeting, language) {
            (Some(meeting), Language::German) => {
                format!("„{meeting}“ hat kein Datum und wird kein Kalendereintrag")
            }
            (Some(meeting), Language::English) => {
                format!("`{meeting}` has no date and makes no calendar entry")
            }
            (None, _) => language
                .pick(
                    "kein Treffen hat ein Datum; der Kalender wäre leer",
                    "no meeting has a date; the calendar would be empty",
                )
                .to_owned(),
        };
        de "{fault}" => "ergänzen Sie `date` in der Datei des Treffens";
        en "{fault}" => "add `date` to the meeting's file";

    /// A version of a day to come, which every later one bears as well.
    Warning "release-ahead" ReleaseAhead { number: u32, released: NaiveDate }
        let day = DateStyle::of(language).numeric(*released);
        de "Fassung {number} ist auf den {day} datiert, der noch kommt; auch die neue trägt dann diesen Tag"
            => "ging die Uhr falsch, berichtigen Sie zuerst `released` dieser Fassung und löschen ihre \
                Zeile `checksum`";
        en "version {number} is dated {day}, which is still to come; the new one will bear that day, too"
            => "if the clock was wrong, first correct `released` of this version and delete its line \
                `checksum`";

    /// Pages for everybody would tell what was not given out yet.
    Error "unreleased-page" UnreleasedPage { meeting: String, number: u32 }
        de "„{meeting}“ ist seit Fassung {number} geändert, und davon weiß noch niemand"
            => "`erfa release {meeting}` gibt die Änderung heraus; `--anyway` zeigt sie auf den Seiten als Entwurf";
        en "`{meeting}` has changed since version {number}, and nobody knows of it yet"
            => "`erfa release {meeting}` gives the change out; `--anyway` shows it on the pages as a draft";

    /// Calendars would not learn of what has changed.
    Warning "unreleased-change" UnreleasedChange { meeting: String, number: u32 }
        de "Beginn, Ende, Ort oder Absage von „{meeting}“ sind seit Fassung {number} geändert, und \
                Kalender merken es nicht"
            => "`erfa release` gibt die neue Fassung frei; erst damit steigt SEQUENCE";
        en "start, end, place or cancellation of `{meeting}` have changed since version {number}, \
                and calendars do not notice"
            => "`erfa release` gives out the new version; only then SEQUENCE rises";
}
