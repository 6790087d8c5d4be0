//! Findings about changes to the plan: skips, swaps, cancelled and postponed meetings.

use chrono::NaiveDate;

use super::finding::problems;
use super::reference::ReferenceKind;
use crate::text::{DateStyle, Language, MemberWords, list};

problems! { |language|
    /// Nobody has agreed to a change.
    Error "unasked" Unasked {}
        de "nichts ist geändert: Hier kann niemand gefragt werden"
            => "mit `-y` geschieht es ohne Rückfrage";
        en "nothing is changed: nobody can be asked here"
            => "`-y` does it without asking";

    /// Entries that stand in a list cannot be added to.
    Error "not-entries" NotEntries { kind: &'static str }
        de "`{kind}` steht hier als Liste; so lässt sich nichts dazuschreiben"
            => "schreiben Sie jeden Eintrag für sich: `[[{kind}]]` und darunter seine Angaben";
        en "`{kind}` is a list here, to which nothing can be added"
            => "write each entry on its own: `[[{kind}]]` and its keys below";

    /// An entry goes that others name.
    Error "still-named" StillNamed { id: String, kind: ReferenceKind, members: MemberWords }
        let kind = kind.word(members, language);
        de "{kind} `{id}` wird hier noch genannt" => "ändern Sie zuerst diese Stelle";
        en "{kind} `{id}` is still named here" => "change this place first";

    /// An id that mails were made for.
    Error "in-the-outbox" InTheOutbox { id: String, runs: Vec<String> }
        let listed = list::and(runs.iter().map(|run| format!("`{run}`")), language);
        de "für `{id}` gibt es schon Mails: {listed}"
            => "die Kennung bleibt, damit niemand zweimal angeschrieben wird; den Namen ändert `erfa set`";
        en "mails were made for `{id}` already: {listed}"
            => "the id stays, so that nobody is written to twice; `erfa set` changes the name";

    /// A skip whose days are over.
    Error "skip-is-over" SkipIsOver { until: NaiveDate }
        let until = DateStyle::of(language).numeric(*until);
        de "der {until} ist vorbei: da lässt sich nichts mehr aussetzen"
            => "nennen Sie mit `--until` einen Tag, der noch kommt";
        en "{until} is over: there is no turn left to skip" => "name a day to come with `--until`";

    /// A skip of a town that is no member then.
    Error "skip-without-member" SkipWithoutMember { city: String }
        de "{city} ist in dieser Zeit kein Mitglied und kommt nicht an die Reihe"
            => "prüfen Sie die Tage, oder `member-since` und `member-until`";
        en "{city} is no member in these days and gets no turn"
            => "check the days, or `member-since` and `member-until`";

    /// A second skip in the same days.
    Warning "skips-overlap" SkipsOverlap { city: String }
        de "{city} setzt in dieser Zeit schon einmal aus"
            => "jeder Eintrag setzt eine Gastgeberschaft aus, nicht mehr; nehmen Sie einen mit \
                `--undo` zurück";
        en "{city} is skipped in these days already"
            => "each entry skips one turn and no more; take one back with `--undo`";

    /// There is nothing that could be undone.
    Error "nothing-to-undo" NothingToUndo { german: String, english: String }
        de "{german}";
        en "{english}";

    /// A meeting cannot change hosts with itself.
    Error "same-meeting" SameMeeting { meeting: String }
        de "`{meeting}` steht hier zweimal"
            => "nennen Sie zwei Treffen; `erfa meetings` zählt sie auf";
        en "`{meeting}` stands here twice" => "name two meetings; `erfa meetings` lists them";

    /// There is nothing to exchange.
    Error "no-hosts" NoHosts { meeting: String }
        de "`{meeting}` hat keinen Gastgeber, der tauschen könnte"
            => "tragen Sie sie bei `hosts` ein; `erfa next-host` sagt, wer an der Reihe ist";
        en "`{meeting}` has no host that could change"
            => "name it in `hosts`; `erfa next-host` says whose turn it is";

    /// The two have the same hosts.
    Error "same-hosts" SameHosts {}
        de "beide Treffen haben dieselben Gastgeberstädte" => "ein Tausch würde nichts ändern";
        en "both meetings have the same hosts" => "a swap would change nothing";

    /// A turn that cannot be given to somebody else.
    Error "turn-is-settled" TurnIsSettled {
        meeting: String, german: &'static str, english: &'static str,
    }
        de "`{meeting}` lässt sich nicht mehr tauschen: {german}"
            => "tauschen lassen sich nur Treffen, die noch kommen";
        en "`{meeting}` cannot be swapped any more: {english}"
            => "only meetings to come can be swapped";

    /// The new host would be no member.
    Error "new-host-no-member" NewHostNoMember { city: String, date: NaiveDate }
        let date = DateStyle::of(language).numeric(*date);
        de "{city} wäre am {date} Gastgeberin, ist da aber kein Mitglied"
            => "wählen Sie ein anderes Treffen, oder prüfen Sie `member-since` und `member-until`";
        en "{city} would host on {date}, but is no member then"
            => "choose another meeting, or check `member-since` and `member-until`";

    /// The new host said that it cannot.
    Warning "new-host-unavailable" NewHostUnavailable {
        city: String, date: NaiveDate, reason: String,
    }
        let date = DateStyle::of(language).numeric(*date);
        de "{city} ist am {date} verhindert: {reason}"
            => "fragen Sie dort nach, oder wählen Sie ein anderes Treffen";
        en "{city} is unavailable on {date}: {reason}" => "ask there, or choose another meeting";

    /// The venue does not lie where the new hosts are.
    Warning "venue-elsewhere" VenueElsewhere { meeting: String, venue: String, city: String }
        de "der Tagungsort von `{meeting}` liegt dann nicht am Ort des Gastgebers: {venue}, {city}"
            => "ändern Sie `venue` und das Programm in der Datei des Treffens";
        en "the venue of `{meeting}` is then not where the host is: {venue}, {city}"
            => "change `venue` and the programme in the meeting's file";

    /// The meeting cannot be cancelled.
    Error "cannot-be-cancelled" CannotBeCancelled {
        meeting: String, german: &'static str, english: &'static str,
    }
        de "„{meeting}“ lässt sich nicht absagen: {german}";
        en "`{meeting}` cannot be cancelled: {english}";

    /// The meeting cannot be postponed, or not to that day.
    Error "cannot-be-postponed" CannotBePostponed {
        meeting: String, german: &'static str, english: &'static str,
    }
        de "„{meeting}“ lässt sich so nicht verschieben: {german}";
        en "`{meeting}` cannot be postponed like this: {english}";

    /// No meeting was named, and it is not clear which is meant.
    Error "which-meeting" WhichMeeting { meetings: Vec<String> }
        let listed = list::or(meetings, language);
        let question = match (meetings.is_empty(), language) {
            (true, Language::German) => "kein Treffen kommt dafür in Frage".to_owned(),
            (true, Language::English) => "no meeting comes into question".to_owned(),
            (false, Language::German) => format!("welches Treffen ist gemeint: {listed}?"),
            (false, Language::English) => format!("which meeting is meant: {listed}?"),
        };
        de "{question}" => "nennen Sie seine Kennung; `erfa meetings` zählt alle auf";
        en "{question}" => "name its id; `erfa meetings` lists them all";
}
