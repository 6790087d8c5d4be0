//! Findings about what is known of people, and what goes of it.

use chrono::NaiveDate;

use super::{Wording, meant, problems};
use crate::text::{DateStyle, Language, Saturday, count, list};

problems! {
    /// Nobody goes by this name, key or address.
    Error "unknown-person" UnknownPerson {
        /// What was asked for.
        person: String,
        /// The nearest name there is.
        near: Option<String>,
    }
        de => Wording::maybe(
            format!("über `{person}` steht nichts im Arbeitsordner"),
            meant(near.as_ref(), Language::German).or_else(|| Some(
                "gesucht wird nach Kennung, ganzem Namen oder Mailadresse; `git log -S` sucht in früheren Ständen"
                    .to_owned(),
            )),
        ),
        en => Wording::maybe(
            format!("the workspace holds nothing about `{person}`"),
            meant(near.as_ref(), Language::English).or_else(|| Some(
                "looked for are an id, a full name or a mail address; `git log -S` looks in earlier versions"
                    .to_owned(),
            )),
        );

    /// Several people go by this name or address.
    Error "ambiguous-person" AmbiguousPerson {
        /// What was asked for.
        person: String,
        /// The keys of all of them.
        ids: Vec<String>,
    }
        de => Wording::new(
            format!("`{person}` kann {} sein", list::or(quoted(ids), Language::German)),
            "fragen Sie mit der Kennung; eine Auskunft darf nichts über andere verraten",
        ),
        en => Wording::new(
            format!("`{person}` may be {}", list::or(quoted(ids), Language::English)),
            "ask with the id; an answer must not tell anything of others",
        );

    /// Somebody else has the same name.
    Warning "shared-name" SharedName {
        /// The name.
        name: String,
        /// The key of the other one.
        other: String,
    }
        de => Wording::new(
            format!("`{other}` heißt auch {name}"),
            "prüfen Sie bei allem, was nur der Name zuordnet, um wen es geht: Programme, Begleitung, weitere Stellen",
        ),
        en => Wording::new(
            format!("`{other}` is called {name} too"),
            "check who is meant where the name alone tells: programmes, companions, further places",
        );

    /// What is still needed would be purged.
    Error "purge-in-future" PurgeInFuture {
        /// The day that was named.
        before: NaiveDate,
        /// Today.
        today: NaiveDate,
    }
        de => Wording::new(
            format!("der {} kommt noch: es ginge verloren, was noch gebraucht wird", day(*before, Language::German)),
            format!("nennen Sie mit `--before` einen Tag bis zum {}", day(*today, Language::German)),
        ),
        en => Wording::new(
            format!("{} is still to come: what is in use would go", day(*before, Language::English)),
            format!("name a day up to {} with `--before`", day(*today, Language::English)),
        );

    /// Nobody can be asked whether it shall go.
    Error "purge-unasked" PurgeUnasked {}
        de => Wording::new(
            "nichts ist gelöscht: hier lässt sich nicht nachfragen, und was geht, kommt nicht wieder",
            "soll gehen, was oben steht, geben Sie `--yes` an",
        ),
        en => Wording::new(
            "nothing was purged: nobody can be asked here, and what goes does not come back",
            "if what stands above shall go, say `--yes`",
        );

    /// A run of mails stays, for some of them wait.
    Warning "purge-waits" PurgeWaits {
        /// The run.
        run: String,
        /// How many wait.
        pending: usize,
        /// How many may have gone out.
        unsure: usize,
    }
        de => Wording::new(
            format!("`{run}` bleibt: {}", undone(*pending, *unsure, Language::German)),
            way_out(run, *pending, *unsure, Language::German),
        ),
        en => Wording::new(
            format!("`{run}` stays: {}", undone(*pending, *unsure, Language::English)),
            way_out(run, *pending, *unsure, Language::English),
        );

    /// A meeting without a day is never over.
    Warning "purge-undated" PurgeUndated {
        /// The meeting.
        meeting: String,
    }
        de => Wording::new(
            format!("„{meeting}“ hat keinen Tag; Antworten und Mails dazu bleiben"),
            "ergänzen Sie `date`, wenn es vorbei ist, oder löschen Sie die Dateien selbst",
        ),
        en => Wording::new(
            format!("`{meeting}` has no day; replies and mails about it stay"),
            "add `date` if it is over, or delete the files yourself",
        );

    /// Mails about a meeting that is not there any more.
    Warning "purge-orphan" PurgeOrphan {
        /// The run.
        run: String,
    }
        de => Wording::new(
            format!("das Treffen zu `{run}` gibt es nicht mehr; seine Mails bleiben"),
            "niemand kann sagen, wann es war: löschen Sie den Ordner selbst, wenn ihn niemand mehr braucht",
        ),
        en => Wording::new(
            format!("the meeting of `{run}` is not there any more; its mails stay"),
            "nobody can say when it was: delete the folder yourself if nobody needs it",
        );

    /// A file in the outbox that the program did not make.
    Warning "purge-foreign" PurgeForeign {
        /// Its path.
        path: String,
    }
        de => Wording::new(
            format!("`{path}` ist nicht von diesem Programm und bleibt"),
            "sehen Sie nach, ob darin jemand genannt ist",
        ),
        en => Wording::new(
            format!("`{path}` is not of this program's making and stays"),
            "look whether it names anybody",
        );

    /// The mails of a run were purged.
    Error "purged-mails" PurgedMails {
        /// The run.
        run: String,
        /// When.
        purged: NaiveDate,
    }
        de => Wording::new(
            format!("die Mails von `{run}` sind seit {} gelöscht; wer was bekam, ist nicht mehr bekannt", day(*purged, Language::German)),
            format!("`erfa outbox show {run}` nennt die Zahlen; wer etwas erfahren muss, bekommt mit `--to` eine neue Mail"),
        ),
        en => Wording::new(
            format!("the mails of `{run}` were purged on {}; nobody knows who got what", day(*purged, Language::English)),
            format!("`erfa outbox show {run}` tells the numbers; whoever must know something gets a new mail with `--to`"),
        );

    /// The replies to a meeting were purged.
    Error "purged-replies" PurgedReplies {
        /// The document.
        document: &'static str,
        /// When.
        purged: NaiveDate,
    }
        de => Wording::new(
            format!("wen `{document}` betrifft, ist nicht mehr bekannt: die Antworten sind seit {} gelöscht", day(*purged, Language::German)),
            "ein anderes Schriftstück geht an alle, die `--to` nennt",
        ),
        en => Wording::new(
            format!("nobody knows whom `{document}` concerns: the replies were purged on {}", day(*purged, Language::English)),
            "another document goes to everybody whom `--to` names",
        );
}

fn day(date: NaiveDate, language: Language) -> String {
    DateStyle { language, saturday: Saturday::default() }.numeric(date)
}

fn quoted(words: &[String]) -> impl Iterator<Item = String> {
    words.iter().map(|word| format!("`{word}`"))
}

/// "2 Mails warten noch, 1 Mail ist ungewiss".
fn undone(pending: usize, unsure: usize, language: Language) -> String {
    let (waits, unclear) = match language {
        Language::German => (
            count(pending, "Mail wartet noch", "Mails warten noch").to_string(),
            count(
                unsure,
                "Mail ist vielleicht hinausgegangen",
                "Mails sind vielleicht hinausgegangen",
            )
            .to_string(),
        ),
        Language::English => (
            count(pending, "mail is still waiting", "mails are still waiting").to_string(),
            count(unsure, "mail may have gone out", "mails may have gone out").to_string(),
        ),
    };
    let parts = [(pending, waits), (unsure, unclear)].into_iter();
    list::and(parts.filter(|(number, _)| *number > 0).map(|(_, words)| words), language)
}

fn way_out(run: &str, pending: usize, unsure: usize, language: Language) -> String {
    match (language, pending, unsure) {
        (Language::German, 1.., 0) => {
            format!(
                "versenden Sie sie mit `erfa send`, oder verwerfen Sie den Lauf: `erfa outbox discard {run}`"
            )
        }
        (Language::English, 1.., 0) => {
            format!(
                "send them with `erfa send`, or throw the run away: `erfa outbox discard {run}`"
            )
        }
        (Language::German, ..) => {
            format!(
                "klären Sie auf dem Server, was angekommen ist, und tragen Sie es mit `erfa outbox settle` ein; `erfa outbox show {run}` nennt die Mails"
            )
        }
        (Language::English, ..) => {
            format!(
                "look on the server for what arrived, and say so with `erfa outbox settle`; `erfa outbox show {run}` names the mails"
            )
        }
    }
}
