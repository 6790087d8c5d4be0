//! Findings about meetings and their programmes. Times are minutes from midnight.

use chrono::NaiveDate;

use super::finding::problems;
use super::title::Title;
use crate::text::{ClockTime, DateStyle, Language, clock, duration, list};

mod side;
mod still;

pub use side::Side;
pub use still::StillNamed;

problems! { |language|
    /// The typed weekday is not that of the date.
    Warning "weekday-mismatch" WeekdayMismatch { date: NaiveDate }
        let weekday = DateStyle::of(language).weekday(*date);
        let date = DateStyle::of(language).long(*date);
        de "der {date} ist ein {weekday}"
            => "prüfen Sie Datum und Wochentag; der Wochentag darf auch fehlen";
        en "{date} is a {weekday}" => "check date and weekday; the weekday may be left out";

    /// A text for everybody tells how to reach somebody of the contacts.
    Warning "exposed-address" ExposedAddress { names: Vec<String> }
        let names = list::and(names, language);
        de "in einem Text für alle steht eine Mailadresse oder Telefonnummer von {names}"
            => "streichen Sie sie, solange das nicht vereinbart ist: `erfa site` veröffentlicht sie nicht; eine Adresse \
                zur Anmeldung steht unter `[registration]` in `mail`";
        en "a text for everybody holds a mail address or telephone number of {names}"
            => "take it out unless it is agreed: `erfa site` does not publish it; an address to register with stands \
                in `mail` below `[registration]`";

    /// A text for everybody tells how to get into a meeting.
    Warning "exposed-access" ExposedAccess {}
        de "in einem Text für alle stehen Zugangsdaten"
            => "im Kopf des Treffens gehören sie in `online-access`: so stehen sie nur in der Bestätigung für alle, die \
                zusagen, und im Blatt für Mitwirkende";
        en "a text for everybody holds access data"
            => "in the head of the meeting they belong into `online-access`: then they stand only in the confirmation \
                for those who say yes, and in the sheet for speakers";

    /// A reason of nothing: the meeting is neither cancelled nor postponed.
    Warning "idle-reason" IdleReason { status: String }
        de "das Treffen ist weder abgesagt noch verschoben (`status = \"{status}\"`); `reason` wird niemandem gesagt"
            => "nehmen Sie `reason` heraus: `erfa set TREFFEN --remove reason`";
        en "the meeting is neither cancelled nor postponed (`status = \"{status}\"`); nobody is told `reason`"
            => "take `reason` out: `erfa set MEETING --remove reason`";

    /// Something is done that is not on the checklist.
    Warning "unknown-task" UnknownTask { found: String, near: Option<String> }
        de "`{found}` steht nicht auf der Checkliste"
            => near or "`erfa status` zeigt sie; eigene Aufgaben stehen in `network.toml` unter \
                `[[checklist.own]]`";
        en "`{found}` is not on the checklist"
            => near or "see `erfa status`; tasks of your own stand in `network.toml` below \
                `[[checklist.own]]`";

    /// A meeting that ends before it begins.
    Error "ends-before-it-begins" EndsBeforeItBegins { next: Option<NaiveDate> }
        let later = next.map(|next| match language {
            Language::German => {
                format!("; was am nächsten Tag endet, bekommt `end-date = {next}`")
            }
            Language::English => format!("; what ends on the next day has `end-date = {next}`"),
        });
        let later = later.unwrap_or_default();
        de "das Ende liegt nicht nach dem Beginn" => "prüfen Sie beide Angaben{later}";
        en "the end is not after the beginning" => "check both{later}";

    /// Two sessions at the same time that are not meant to be.
    Warning "sessions-overlap" SessionsOverlap {
        first: Title, ends: ClockTime, second: Title, begins: ClockTime, minutes: u32,
    }
        let (first, second) = (first.word(language), second.word(language));
        let is_second = ends.is_second;
        let early = duration(*minutes);
        let [begins, ends] = [begins, ends].map(|time| time.in_words(language));
        let later = match (language, is_second) {
            (Language::German, false) => format!("lassen Sie es um {ends} beginnen"),
            (Language::English, false) => format!("let it begin at {ends}"),
            // A second time cannot be written as a start.
            (Language::German, true) => format!("lassen Sie `start` weg, dann folgt es auf „{first}“"),
            (Language::English, true) => format!("leave `start` out, then it follows `{first}`"),
        };
        de "„{second}“ beginnt um {begins}, {early} bevor „{first}“ um {ends} endet"
            => "{later}, oder fassen Sie beide mit `kind = \"parallel\"` zusammen";
        en "`{second}` begins at {begins}, {early} before `{first}` ends at {ends}"
            => "{later}, or join both with `kind = \"parallel\"`";

    /// Time between two sessions that nobody planned.
    Warning "gap" Gap {
        before: Title, ends: ClockTime, after: Title, begins: ClockTime, minutes: u32,
    }
        let (before, after) = (before.word(language), after.word(language));
        let gap = duration(*minutes);
        let [begins, ends] = [begins, ends].map(|time| time.in_words(language));
        de "zwischen „{before}“ (bis {ends}) und „{after}“ (ab {begins}) ist eine Lücke von {gap}"
            => "schließen Sie die Lücke, oder fügen Sie dort eine Pause ein: `erfa add session \
                --kind Pause --start …`";
        en "between `{before}` (until {ends}) and `{after}` (from {begins}) there is a gap of {gap}"
            => "close the gap, or add a break there: `erfa add session --kind break --start …`";

    /// A session that would take longer than people stay awake.
    Warning "long-session" LongSession { title: Title, minutes: u32 }
        let (title, minutes) = (title.word(language), duration(*minutes));
        de "„{title}“ dauert so {minutes}"
            => "ein Ende, das nicht nach dem Beginn liegt, gehört zum nächsten Tag; prüfen Sie \
                beide Zeiten";
        en "`{title}` would take {minutes}"
            => "an end that is not after the beginning is on the next day; check both times";

    /// A time that nobody ever sees on a clock.
    Warning "skipped-time" SkippedTime { date: NaiveDate, time: u32 }
        let (date, time) = (DateStyle::of(language).long(*date), clock(*time));
        de "am {date} gibt es {time} Uhr nicht: dann werden die Uhren vorgestellt"
            => "nennen Sie die Zeit, die die Uhren zeigen";
        en "there is no {time} on {date}: the clocks are put forward then"
            => "give the time that the clocks show";

    /// A time that clocks show twice.
    Note "repeated-time" RepeatedTime { date: NaiveDate, time: u32, is_end: bool }
        let (date, time) = (DateStyle::of(language).long(*date), clock(*time));
        let second = match (language, *is_end) {
            (Language::German, true) => "ist es das zweite, geben Sie statt `end` die Dauer an (`duration`)",
            (Language::English, true) => "if it is the second, give the `duration` instead of `end`",
            (Language::German, false) => "ist es das zweite, schreiben Sie das in `description`",
            (Language::English, false) => "if it is the second, say so in `description`",
        };
        de "am {date} gibt es {time} Uhr zweimal: dann werden die Uhren zurückgestellt"
            => "gemeint ist hier das erste Mal; {second}";
        en "{time} comes twice on {date}: the clocks are put back then"
            => "the first time is meant here; {second}";

    /// A duration that is not that between start and end.
    Warning "duration-mismatch" DurationMismatch { said: u32, minutes: u32 }
        let (minutes, said) = (duration(*minutes), duration(*said));
        de "von Beginn bis Ende sind es {minutes}, nicht {said}"
            => "geben Sie das Ende oder die Dauer an, nicht beides";
        en "from beginning to end it is {minutes}, not {said}"
            => "give the end or the duration, not both";

    /// A length that counts for nothing beside what else is said.
    Warning "idle-duration" IdleDuration { last: Option<NaiveDate> }
        let last = last.map(|last| DateStyle::of(language).long(last));
        let (fault, way) = match (last, language) {
            (Some(last), Language::German) => (
                format!("`duration` zählt nur an einem Tag, und das Treffen geht bis {last}"),
                "sagen Sie mit `end`, wann es am letzten Tag endet; ist es nach der Dauer vorbei, löschen Sie \
                `end-date`",
            ),
            (Some(last), Language::English) => (
                format!("`duration` counts on a single day, and the meeting goes on until {last}"),
                "say with `end` when it ends on the last day; if it is over after the duration, delete \
                `end-date`",
            ),
            (None, Language::German) => {
                ("das Ende ist offen, und doch steht hier eine Dauer".to_owned(), "löschen Sie das eine oder das andere")
            }
            (None, Language::English) => {
                ("the end is open, and yet a duration stands here".to_owned(), "delete the one or the other")
            }
        };
        de "{fault}" => "{way}";
        en "{fault}" => "{way}";

    /// Doors that open when something has begun behind them.
    Warning "admission-late" AdmissionLate { opens: u32, session: Option<Title>, begins: u32 }
        let [opens, begins] = [opens, begins].map(|time| clock(*time));
        let event = match (session, language) {
            (None, Language::German) => "das Treffen beginnt".to_owned(),
            (None, Language::English) => "the meeting begins".to_owned(),
            (Some(session), Language::German) => format!("„{}“ beginnt", session.word(language)),
            (Some(session), Language::English) => format!("`{}` begins", session.word(language)),
        };
        de "Einlass ist um {opens}, und {event} schon um {begins}"
            => "prüfen Sie beide Zeiten: `admission` liegt vor dem Beginn";
        en "doors open at {opens}, and {event} at {begins} already"
            => "check both times: `admission` comes before the beginning";

    /// A session that stands below one that begins later.
    Warning "out-of-order" OutOfOrder { title: Title, before: Title }
        let (title, before) = (title.word(language), before.word(language));
        de "„{title}“ beginnt früher als „{before}“ und steht doch darunter"
            => "stellen Sie den Eintrag an seine Stelle: gedruckt wird in der Reihenfolge der \
                Datei";
        en "`{title}` begins before `{before}` and yet stands below it"
            => "move the entry to its place: the order of the file is printed";

    /// A session before the beginning or after the end of its meeting.
    Warning "outside-meeting" OutsideMeeting { title: Title, side: Side }
        let (fault, way) = (side.words(title.word(language), language), side.way_out(language));
        de "{fault}" => "{way}";
        en "{fault}" => "{way}";

    /// Words that were to be replaced.
    Warning "placeholder-text" PlaceholderText { found: String }
        de "hier steht noch ein Platzhalter: `{found}`"
            => "ersetzen Sie ihn, oder löschen Sie die Angabe";
        en "a placeholder is left here: `{found}`" => "replace it, or delete the entry";

    /// A meeting that counts, though no host is a member then.
    Warning "host-not-member" HostNotMember { city: String }
        de "{city} ist an diesem Tag kein Mitglied"
            => "prüfen Sie `member-since` und `member-until`, oder schreiben Sie `counts = false`";
        en "{city} is not a member on this day"
            => "check `member-since` and `member-until`, or write `counts = false`";

    /// A town that first appears after years of meetings and says not since when it is a member.
    Warning "unknown-membership" UnknownMembership { city: String, first: NaiveDate, start: NaiveDate }
        let style = DateStyle::of(language);
        let (first, start) = (style.long(*first), style.long(*start));
        de "{city} kommt erst am {first} vor und zählt doch seit dem {start} als Mitglied"
            => "trat {city} später bei, schreiben Sie `member-since = 2027-01-31` mit jenem Tag; war {city} \
                von Anfang an dabei, schreiben Sie den ersten Tag des Netzwerks";
        en "{city} first appears on {first}, yet counts as a member since {start}"
            => "if {city} joined later, write `member-since = 2027-01-31` with that day; if it was there \
                from the beginning, write the network's first day";

    /// Words about a town that was to host and does so no more.
    Warning "former-host-named" FormerHostNamed { city: String, still: StillNamed }
        let found = still.words(city, language);
        de "{found}"
            => "ändern Sie Titel, Ort oder Text; ist {city} trotzdem gemeint, bestätigen Sie es mit \
                `acknowledge`";
        en "{found}"
            => "change the title, the place or the text; if {city} is meant all the same, say so with \
                `acknowledge`";
}

/// Minutes from midnight as "09:30", the same in both languages.
pub(super) fn clock(minutes: u32) -> String {
    clock::ClockStyle { language: Language::English, ..clock::ClockStyle::default() }.time(minutes)
}

/// Minutes as "15 min", the same in both languages.
pub(super) fn duration(minutes: u32) -> String {
    duration::duration(minutes)
}
