//! Findings about changes to the plan: skips, swaps, cancelled and postponed meetings.

use chrono::NaiveDate;

use super::{Wording, problems};
use crate::text::{DateStyle, Language, Saturday, list};

problems! {
    /// Entries that stand in a list cannot be added to.
    Error "not-entries" NotEntries {
        /// Their key.
        kind: &'static str,
    }
        de => Wording::new(
            format!("`{kind}` steht hier als Liste; so lässt sich nichts dazuschreiben"),
            format!("schreiben Sie jeden Eintrag für sich: `[[{kind}]]` und darunter seine Angaben"),
        ),
        en => Wording::new(
            format!("`{kind}` is a list here, to which nothing can be added"),
            format!("write each entry on its own: `[[{kind}]]` and its keys below"),
        );

    /// A skip whose days are over.
    Error "skip-is-over" SkipIsOver {
        /// Its last day.
        until: NaiveDate,
    }
        de => Wording::new(
            format!("der {} ist vorbei: da lässt sich nichts mehr aussetzen", day(*until, Language::German)),
            "nennen Sie mit `--until` einen Tag, der noch kommt",
        ),
        en => Wording::new(
            format!("{} is over: there is no turn left to skip", day(*until, Language::English)),
            "name a day to come with `--until`",
        );

    /// A skip of a town that is no member then.
    Error "skip-without-member" SkipWithoutMember {
        /// The town.
        city: String,
    }
        de => Wording::new(
            format!("{city} ist in dieser Zeit kein Mitglied und kommt nicht an die Reihe"),
            "prüfen Sie die Tage, oder `member-since` und `member-until`",
        ),
        en => Wording::new(
            format!("{city} is no member in these days and gets no turn"),
            "check the days, or `member-since` and `member-until`",
        );

    /// A second skip in the same days.
    Warning "skips-overlap" SkipsOverlap {
        /// The town.
        city: String,
    }
        de => Wording::new(
            format!("{city} setzt in dieser Zeit schon einmal aus"),
            "jeder Eintrag setzt eine Gastgeberschaft aus, nicht mehr; nehmen Sie einen mit `--undo` zurück",
        ),
        en => Wording::new(
            format!("{city} is skipped in these days already"),
            "each entry skips one turn and no more; take one back with `--undo`",
        );

    /// There is nothing that could be undone.
    Error "nothing-to-undo" NothingToUndo {
        /// What there is not, in German.
        german: String,
        /// What there is not, in English.
        english: String,
    }
        de => Wording::maybe(german.clone(), None),
        en => Wording::maybe(english.clone(), None);

    /// A meeting cannot change hosts with itself.
    Error "same-meeting" SameMeeting {
        /// The meeting.
        meeting: String,
    }
        de => Wording::new(
            format!("`{meeting}` steht hier zweimal"),
            "nennen Sie zwei Treffen; `erfa meetings` zählt sie auf",
        ),
        en => Wording::new(
            format!("`{meeting}` stands here twice"),
            "name two meetings; `erfa meetings` lists them",
        );

    /// There is nothing to exchange.
    Error "no-hosts" NoHosts {
        /// The meeting.
        meeting: String,
    }
        de => Wording::new(
            format!("`{meeting}` hat keine Gastgeberstadt, die tauschen könnte"),
            "tragen Sie sie bei `hosts` ein; `erfa next-host` sagt, wer an der Reihe ist",
        ),
        en => Wording::new(
            format!("`{meeting}` has no host that could change"),
            "name it in `hosts`; `erfa next-host` says whose turn it is",
        );

    /// The two have the same hosts.
    Error "same-hosts" SameHosts {}
        de => Wording::new("beide Treffen haben dieselben Gastgeberstädte", "ein Tausch würde nichts ändern"),
        en => Wording::new("both meetings have the same hosts", "a swap would change nothing");

    /// A turn that cannot be given to somebody else.
    Error "turn-is-settled" TurnIsSettled {
        /// The meeting.
        meeting: String,
        /// Why, in German.
        german: &'static str,
        /// Why, in English.
        english: &'static str,
    }
        de => Wording::new(
            format!("`{meeting}` lässt sich nicht mehr tauschen: {german}"),
            "tauschen lassen sich nur Treffen, die noch kommen",
        ),
        en => Wording::new(
            format!("`{meeting}` cannot be swapped any more: {english}"),
            "only meetings to come can be swapped",
        );

    /// The new host would be no member.
    Error "new-host-no-member" NewHostNoMember {
        /// The town.
        city: String,
        /// The day.
        date: NaiveDate,
    }
        de => Wording::new(
            format!("{city} wäre am {} Gastgeberin, ist da aber kein Mitglied", day(*date, Language::German)),
            "wählen Sie ein anderes Treffen, oder prüfen Sie `member-since` und `member-until`",
        ),
        en => Wording::new(
            format!("{city} would host on {}, but is no member then", day(*date, Language::English)),
            "choose another meeting, or check `member-since` and `member-until`",
        );

    /// The new host said that it cannot.
    Warning "new-host-unavailable" NewHostUnavailable {
        /// The town.
        city: String,
        /// The day.
        date: NaiveDate,
        /// Why it cannot.
        reason: String,
    }
        de => Wording::new(
            format!("{city} ist am {} verhindert: {reason}", day(*date, Language::German)),
            "fragen Sie dort nach, oder wählen Sie ein anderes Treffen",
        ),
        en => Wording::new(
            format!("{city} is unavailable on {}: {reason}", day(*date, Language::English)),
            "ask there, or choose another meeting",
        );

    /// The venue does not lie where the new hosts are.
    Warning "venue-elsewhere" VenueElsewhere {
        /// The meeting.
        meeting: String,
        /// The venue.
        venue: String,
        /// The town it lies in.
        city: String,
    }
        de => Wording::new(
            format!("der Tagungsort von `{meeting}` liegt dann nicht bei der Gastgeberin: {venue}, {city}"),
            "ändern Sie `venue` und das Programm in der Datei des Treffens",
        ),
        en => Wording::new(
            format!("the venue of `{meeting}` is then not in the host's town: {venue}, {city}"),
            "change `venue` and the programme in the meeting's file",
        );

    /// The meeting cannot be cancelled.
    Error "cannot-be-cancelled" CannotBeCancelled {
        /// The meeting.
        meeting: String,
        /// Why, in German.
        german: &'static str,
        /// Why, in English.
        english: &'static str,
    }
        de => Wording::maybe(format!("„{meeting}“ lässt sich nicht absagen: {german}"), None),
        en => Wording::maybe(format!("`{meeting}` cannot be cancelled: {english}"), None);

    /// The meeting cannot be postponed, or not to that day.
    Error "cannot-be-postponed" CannotBePostponed {
        /// The meeting.
        meeting: String,
        /// Why, in German.
        german: &'static str,
        /// Why, in English.
        english: &'static str,
    }
        de => Wording::maybe(format!("„{meeting}“ lässt sich so nicht verschieben: {german}"), None),
        en => Wording::maybe(format!("`{meeting}` cannot be postponed like this: {english}"), None);

    /// No meeting was named, and it is not clear which is meant.
    Error "which-meeting" WhichMeeting {
        /// Those that come into question.
        meetings: Vec<String>,
    }
        de => Wording::new(
            if meetings.is_empty() {
                "kein Treffen kommt dafür in Frage".to_owned()
            } else {
                format!("welches Treffen ist gemeint: {}?", list::or(meetings, Language::German))
            },
            "nennen Sie seine Kennung; `erfa meetings` zählt alle auf",
        ),
        en => Wording::new(
            if meetings.is_empty() {
                "no meeting comes into question".to_owned()
            } else {
                format!("which meeting is meant: {}?", list::or(meetings, Language::English))
            },
            "name its id; `erfa meetings` lists them all",
        );
}

fn day(date: NaiveDate, language: Language) -> String {
    DateStyle { language, saturday: Saturday::default() }.numeric(date)
}
