//! Findings about documents that were asked for.

use super::finding::problems;
use crate::text::Language;
use crate::text::list::and;

/// So many people are named where there are more.
const NAMED: usize = 5;

/// The first names, and how many there are beside them.
fn some(names: &[String], language: Language) -> String {
    let mut shown: Vec<String> = names.iter().take(NAMED).cloned().collect();
    let left = names.len().saturating_sub(NAMED);
    if left > 0 {
        shown.push(format!("{left} {}", language.pick("weitere", "more")));
    }
    and(&shown, language)
}

problems! { |language|
    /// No document has this name.
    Error "unknown-document" UnknownDocument { name: String, near: Option<String> }
        de "ein Schriftstück `{name}` gibt es nicht" => near or "`erfa write --list` nennt alle";
        en "there is no document `{name}`" => near or "`erfa write --list` names all";

    /// A document of the user's own that has no template in a recipient's language.
    Error "no-template" NoTemplate { name: String, path: String }
        de "für `{name}` fehlt die Vorlage `{path}`"
            => "legen Sie sie an, oder wählen Sie mit `--lang` die andere Sprache";
        en "the template `{path}` for `{name}` is missing"
            => "write it, or choose the other language with `--lang`";

    /// The document would say something untrue about the meeting.
    Error "unfit-document" UnfitDocument {
        document: &'static str, german: &'static str, english: &'static str,
        german_way: &'static str, english_way: &'static str,
    }
        de "`{document}` passt nicht: {german}" => "{german_way}";
        en "`{document}` does not fit: {english}" => "{english_way}";

    /// The document comes at an odd moment.
    Warning "odd-moment" OddMoment {
        document: &'static str, german: &'static str, english: &'static str,
    }
        de "`{document}` passt jetzt wohl nicht: {german}"
            => "ist es so gemeint, verwenden Sie das Schriftstück, wie es ist";
        en "`{document}` probably does not fit now: {english}"
            => "if that is meant, use the document as it is";

    /// A letter asks people about a day of which nobody has told them.
    Warning "day-not-told" DayNotTold { document: &'static str, names: Vec<String> }
        let who = some(names, language);
        de "`{document}` geht auch an Leute, deren letzte Mail einen anderen Tag nennt: {who}"
            => "`erfa outbox make update` teilt ihnen den neuen Tag mit; was im Postausgang wartet, \
                geht zuerst hinaus (`erfa outbox list`)";
        en "`{document}` also goes to people whose last mail names another day: {who}"
            => "`erfa outbox make update` tells them the new one; what waits in the outbox goes out \
                first (`erfa outbox list`)";

    /// A letter speaks of an invitation to people whom nobody invited.
    Warning "not-invited" NotInvited { document: &'static str, names: Vec<String>, is_known: bool }
        let who = some(names, language);
        let german = if *is_known {
            "die nach dem Postausgang niemand eingeladen hat"
        } else {
            "denen nach dem Postausgang niemand von dem Treffen geschrieben hat"
        };
        let english = if *is_known {
            "whom nobody has invited, by the outbox"
        } else {
            "to whom nobody has written of the meeting, by the outbox"
        };
        de "`{document}` geht auch an Leute, {german}: {who}"
            => "laden Sie sie erst ein (`erfa outbox make invitation --to …`), wenn es nicht auf \
                anderem Weg geschehen ist";
        en "`{document}` also goes to people {english}: {who}"
            => "invite them first (`erfa outbox make invitation --to …`), unless that happened in \
                another way";

    /// The meeting is an idea, or lacks what whoever is to come must know.
    Error "not-ready" NotReady {
        german: String, english: String, german_way: String, english_way: String,
    }
        de "das Treffen ist noch nicht so weit: {german}"
            => "{german_way}; mit `--anyway` geht es trotzdem hinaus";
        en "the meeting is not ready: {english}"
            => "{english_way}; with `--anyway` it goes out all the same";

    /// The same, where it is meant or matters less.
    Warning "not-ready-yet" NotReadyYet { german: String, english: String }
        de "das Treffen ist noch nicht vollständig: {german}"
            => "es geht trotzdem hinaus; was sich noch ergibt, teilt `erfa outbox make update` mit";
        en "the meeting is not complete: {english}"
            => "it goes out all the same; `erfa outbox make update` tells what comes later";

    /// Nobody is left who the document concerns.
    Error "nobody-concerned" NobodyConcerned {
        document: &'static str, german: &'static str, english: &'static str,
    }
        de "`{document}` betrifft niemanden von ihnen"
            => "es geht nur an alle, die {german}; die Antworten stehen in `replies/`";
        en "`{document}` concerns none of them"
            => "it goes only to those who {english}; answers stand in `replies/`";

    /// Several documents of a format of which each is a file cannot stand on one output.
    Error "several-documents" SeveralDocuments { number: usize }
        de "{number} Briefe passen in diesem Format nicht in eine Datei"
            => "schreiben Sie mit `--output ORDNER/` eine Datei für jeden";
        en "{number} letters do not fit into one file of this format"
            => "write one file for each with `--output FOLDER/`";

    /// A mail has one recipient.
    Error "mail-together" MailTogether {}
        de "`--together` ist ein Brief an alle, eine Mail geht an jeden einzeln"
            => "lassen Sie `--together` weg, oder wählen Sie ein anderes Format";
        en "`--together` is one letter to all, a mail goes to each alone"
            => "leave out `--together`, or choose another format";
}
