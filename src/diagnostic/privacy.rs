//! Findings about what is known of people, and what goes of it.

use chrono::NaiveDate;

use super::finding::{problems, quoted};
use crate::text::{DateStyle, Language, count, list};

problems! { |language|
    /// Nobody goes by this name, key or address.
    Error "unknown-person" UnknownPerson { person: String, near: Option<String> }
        de "über `{person}` steht nichts im Arbeitsordner"
            => near or "gesucht wird nach Kennung, ganzem Namen oder Mailadresse; `git log -S` \
                sucht in früheren Ständen";
        en "the workspace holds nothing about `{person}`"
            => near or "looked for are an id, a full name or a mail address; `git log -S` looks in \
                earlier versions";

    /// A single word, which is the name of nobody for certain, but stands in files.
    Error "part-of-name" PartOfName { word: String, lines: usize, first: String, ids: Vec<String> }
        let meant = (!ids.is_empty()).then(|| quoted(ids, language));
        let meant = meant.map(|ids| {
            language.pick(format!("gemeint sein kann {ids}"), format!("{ids} may be meant"))
        });
        de "`{word}` allein nennt niemanden sicher; das Wort steht in {}, zuerst in {first}",
                count(*lines, "Zeile", "Zeilen")
            => (meant) "nennen Sie Kennung, ganzen Namen oder Mailadresse";
        en "`{word}` alone names nobody for certain; the word stands in {}, first in {first}",
                count(*lines, "line", "lines")
            => (meant) "give the id, the full name or the mail address";

    /// Several people go by this name or address.
    Error "ambiguous-person" AmbiguousPerson { person: String, ids: Vec<String> }
        let ids = quoted(ids, language);
        de "`{person}` kann {ids} sein"
            => "fragen Sie mit der Kennung; eine Auskunft darf nichts über andere verraten";
        en "`{person}` may be {ids}"
            => "ask with the id; an answer must not tell anything of others";

    /// Somebody else has the same name.
    Warning "shared-name" SharedName { name: String, other: String }
        de "`{other}` heißt auch {name}"
            => "prüfen Sie bei allem, was nur der Name zuordnet, um wen es geht: Programme, \
                Begleitung, weitere Stellen";
        en "`{other}` is called {name} too"
            => "check who is meant where the name alone tells: programmes, companions, further \
                places";

    /// What is still needed would be purged.
    Error "purge-in-future" PurgeInFuture { before: NaiveDate, today: NaiveDate }
        let last = DateStyle::of(language).numeric(before.pred_opt().unwrap_or(*before));
        let today = DateStyle::of(language).numeric(*today);
        de "der {last} ist noch nicht vorbei: es ginge verloren, was noch gebraucht wird"
            => "nennen Sie mit `--until` einen Tag vor dem {today}";
        en "{last} is not over yet: what is in use would go"
            => "name a day before {today} with `--until`";

    /// A run of mails stays, for some of them wait.
    Warning "purge-waits" PurgeWaits { run: String, pending: usize, unsure: usize }
        let waits = undone(*pending, *unsure, language);
        let way_out = way_out(run, *pending, *unsure, language);
        de "`{run}` bleibt: {waits}" => "{way_out}";
        en "`{run}` stays: {waits}" => "{way_out}";

    /// A meeting without a day is never over.
    Warning "purge-undated" PurgeUndated { meeting: String }
        de "„{meeting}“ hat keinen Tag; Antworten und Mails dazu bleiben"
            => "ergänzen Sie `date`, wenn es vorbei ist, oder löschen Sie die Dateien selbst";
        en "`{meeting}` has no day; replies and mails about it stay"
            => "add `date` if it is over, or delete the files yourself";

    /// Mails about a meeting that is not there any more.
    Warning "purge-orphan" PurgeOrphan { run: String }
        de "das Treffen zu `{run}` gibt es nicht mehr; seine Mails bleiben"
            => "niemand kann sagen, wann es war: löschen Sie den Ordner selbst, wenn ihn niemand \
                mehr braucht";
        en "the meeting of `{run}` is not there any more; its mails stay"
            => "nobody can say when it was: delete the folder yourself if nobody needs it";

    /// A file in the outbox that the program did not make.
    Warning "purge-foreign" PurgeForeign { path: String }
        de "`{path}` ist nicht von diesem Programm und bleibt"
            => "sehen Sie nach, ob darin jemand genannt ist";
        en "`{path}` is not of this program's making and stays" => "look whether it names anybody";

    /// The mails of a run were purged.
    Error "purged-mails" PurgedMails { run: String, purged: NaiveDate }
        let purged = DateStyle::of(language).numeric(*purged);
        de "die Mails von `{run}` sind seit {purged} gelöscht; wer was bekam, ist nicht mehr \
                bekannt"
            => "`erfa outbox show {run}` nennt die Zahlen; wer etwas erfahren muss, bekommt mit \
                `--to` eine neue Mail";
        en "the mails of `{run}` were purged on {purged}; nobody knows who got what"
            => "`erfa outbox show {run}` tells the numbers; whoever must know something gets a new \
                mail with `--to`";

    /// The replies to a meeting were purged.
    Error "purged-replies" PurgedReplies {
        document: &'static str,
        purged: NaiveDate,
        /// Whether it goes to people, and is no paper made of their answers.
        is_letter: bool,
    }
        let purged = DateStyle::of(language).numeric(*purged);
        let [german, english] = if *is_letter {
            ["wen `DOCUMENT` betrifft", "nobody knows whom `DOCUMENT` concerns"]
        } else {
            ["was in `DOCUMENT` stünde", "nobody knows any more what `DOCUMENT` would say"]
        };
        let [german_way, english_way] = if *is_letter {
            [
                "ein anderes Schriftstück geht an alle, die `--to` nennt",
                "another document goes to everybody whom `--to` names",
            ]
        } else {
            [
                "geblieben sind nur die Zahlen: `erfa replies` zeigt, wie viele zugesagt hatten",
                "only numbers are left: `erfa replies` shows how many said yes",
            ]
        };
        de "{}, ist nicht mehr bekannt: die Antworten sind seit {purged} gelöscht",
            german.replace("DOCUMENT", document)
            => "{german_way}";
        en "{}: the replies were purged on {purged}", english.replace("DOCUMENT", document)
            => "{english_way}";
}

/// "2 Mails warten noch, 1 Mail ist ungewiss".
fn undone(pending: usize, unsure: usize, language: Language) -> String {
    let (waits, unclear) = match language {
        Language::German => (
            count(pending, "Mail wartet noch", "Mails warten noch"),
            count(
                unsure,
                "Mail ist vielleicht hinausgegangen",
                "Mails sind vielleicht hinausgegangen",
            ),
        ),
        Language::English => (
            count(pending, "mail is still waiting", "mails are still waiting"),
            count(unsure, "mail may have gone out", "mails may have gone out"),
        ),
    };
    let parts = [(pending, waits), (unsure, unclear)].into_iter();
    list::and(parts.filter(|(number, _)| *number > 0).map(|(_, words)| words), language)
}

fn way_out(run: &str, pending: usize, unsure: usize, language: Language) -> String {
    let waiting_only = pending > 0 && unsure == 0;
    match (language, waiting_only) {
        (Language::German, true) => format!(
            "versenden Sie sie mit `erfa send`, oder verwerfen Sie den Lauf: \
            `erfa outbox discard {run}`"
        ),
        (Language::English, true) => format!(
            "send them with `erfa send`, or throw the run away: `erfa outbox discard {run}`"
        ),
        (Language::German, false) => format!(
            "klären Sie auf dem Server, was angekommen ist, und tragen Sie es mit \
            `erfa outbox settle` ein; `erfa outbox show {run}` nennt die Mails"
        ),
        (Language::English, false) => format!(
            "look on the server for what arrived, and say so with `erfa outbox settle`; \
            `erfa outbox show {run}` names the mails"
        ),
    }
}
