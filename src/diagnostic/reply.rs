//! Findings about replies.

use super::finding::{problems, quoted};
use chrono::NaiveDate;

use crate::text::{DateStyle, Language, MemberWords, list};

/// Days as numbers: "24.12.2027 und 31.12.2027".
fn days_in_words(days: &[NaiveDate], language: Language) -> String {
    let style = DateStyle { language, ..DateStyle::default() };
    let days: Vec<String> = days.iter().map(|day| style.numeric(*day)).collect();
    list::and(&days, language)
}

problems! { |language|
    /// Two replies from one side to one meeting.
    Error "duplicate-reply" DuplicateReply { name: String }
        de "`{name}` hat hier zwei Antworten"
            => "löschen Sie die ältere; was sonst zu sagen ist, passt in `note`";
        en "`{name}` has two replies here"
            => "delete the older one; whatever else there is to say fits into `note`";

    /// Answers to a meeting that was moved, of which nobody can tell to which day they are.
    Warning "undated-answers" UndatedAnswers { names: Vec<String> }
        let names = quoted(names, language);
        de "ob diese Antworten zum jetzigen Tag gehören, ist nicht zu erkennen: {names}"
            => "sie zählen als offen; schreiben Sie in jede, für welchen Tag sie gilt: `for = JJJJ-MM-TT`";
        en "nothing tells whether these answers are to the day as it is now: {names}"
            => "they count as open; say in each which day it answers: `for = YYYY-MM-DD`";

    /// Answers for days on which the meeting is not and, as far as its file tells, never was to be.
    Warning "answers-to-no-day" AnswersToNoDay { names: Vec<String>, days: Vec<NaiveDate> }
        let names = quoted(names, language);
        let days = days_in_words(days, language);
        de "den Tag, für den diese Antworten gelten, kennt die Datei des Treffens nicht, auch nicht als früheren: {names} ({days})"
            => "sie zählen als offen; berichtigen Sie `for`, oder tragen Sie den früheren Tag unter `[[history]]` nach";
        en "the meeting's file does not know the day that these answers are for, nor as an earlier one: {names} ({days})"
            => "they count as open; mend `for`, or add the earlier day under `[[history]]`";

    /// Answers that say no and yet name who comes along.
    Warning "no-with-company" NoWithCompany { names: Vec<String> }
        let names = quoted(names, language);
        de "diese Antworten sagen ab und nennen doch eine Begleitung: {names}"
            => "die Begleitung zählt nicht; wer statt dessen kommt, gehört in `substitute`";
        en "these answers say no and yet name who comes along: {names}"
            => "who would come along does not count; whoever comes instead belongs to `substitute`";

    /// Answers of people who come and yet name who comes instead.
    Warning "yes-with-substitute" YesWithSubstitute { names: Vec<String> }
        let names = quoted(names, language);
        de "diese Antworten sagen zu und nennen doch eine Vertretung: {names}"
            => "kommt nur die Vertretung, schreiben Sie `answer = \"no\"`; kommen beide, gehört der Name in `with`";
        en "these answers say yes and yet name who comes instead: {names}"
            => "if only that person comes, write `answer = \"no\"`; if both come, the name belongs to `with`";

    /// Answers that name somebody who has said no themselves.
    Warning "company-declined" CompanyDeclined { names: Vec<String>, company: Vec<String> }
        let names = quoted(names, language);
        let company = list::and(company, language);
        de "diese Antworten nennen als Begleitung oder Vertretung, wer selbst abgesagt hat: {names} ({company})"
            => "wer abgesagt hat, zählt nicht; fragen Sie nach, und streichen Sie den Namen oder die Absage";
        en "these answers name, as a companion or a substitute, who said no themselves: {names} ({company})"
            => "whoever said no does not count; ask, and delete the name or the refusal";

    /// Answers that name whoever answers among those who come along or instead.
    Warning "own-company" OwnCompany { names: Vec<String> }
        let names = quoted(names, language);
        de "diese Antworten nennen die antwortende Person noch einmal als Begleitung oder Vertretung: {names}"
            => "sie zählt einmal; streichen Sie sie aus `with` und `substitute`";
        en "these answers name whoever answers once more, as a companion or a substitute: {names}"
            => "they count once; delete them from `with` and `substitute`";

    /// A path at which there is nothing to read.
    Error "no-such-path" NoSuchPath { path: String }
        de "`{path}` gibt es nicht"
            => "nennen Sie Dateien mit Antworten, oder einen Ordner, in dem sie liegen";
        en "there is no `{path}`" => "name files with replies, or a folder in which they lie";

    /// Somebody who is no contact and no town.
    Error "unknown-respondent" UnknownRespondent { name: String, near: Option<String>, company: &'static str, members: MemberWords }
        let town = members.noun(language);
        de "`{name}` ist weder Kontakt noch {town}"
            => near or "Kontakte stehen in `contacts.toml`; wer mitkommt, gehört in `{company}`";
        en "`{name}` is no contact and no {town}"
            => near or "contacts stand in `contacts.toml`; who comes along belongs to `{company}`";

    /// A name that several people have.
    Error "ambiguous-respondent" AmbiguousRespondent { name: String, ids: Vec<String> }
        let ids = quoted(ids, language);
        de "`{name}` heißen mehrere" => "nennen Sie die Kennung: {ids}";
        en "several are called `{name}`" => "give the id: {ids}";

    /// Nobody can have been at a meeting.
    Error "nobody-was-there" NobodyWasThere { meeting: String, german: String, english: String }
        de "bei `{meeting}` kann niemand gewesen sein: {german}"
            => "prüfen Sie Tag und Status des Treffens: `erfa show {meeting}`";
        en "nobody can have been at `{meeting}`: {english}"
            => "check day and status of the meeting: `erfa show {meeting}`";
}
