//! Findings about replies.

use super::finding::{problems, quoted};
use crate::text::MemberWords;

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

    /// A path at which there is nothing to read.
    Error "no-such-path" NoSuchPath { path: String }
        de "`{path}` gibt es nicht"
            => "nennen Sie Dateien mit Antworten, oder einen Ordner, in dem sie liegen";
        en "there is no `{path}`" => "name files with replies, or a folder in which they lie";

    /// Somebody who is no contact and no town.
    Error "unknown-respondent" UnknownRespondent { name: String, near: Option<String>, members: MemberWords }
        let town = members.noun(language);
        de "`{name}` ist weder Kontakt noch {town}"
            => near or "Kontakte stehen in `contacts.toml`; wer mitkommt, gehört in `--with`";
        en "`{name}` is no contact and no {town}"
            => near or "contacts stand in `contacts.toml`; who comes along belongs to `--with`";

    /// A name that several people have.
    Error "ambiguous-respondent" AmbiguousRespondent { name: String, ids: Vec<String> }
        let ids = quoted(ids, language);
        de "`{name}` heißen mehrere" => "nennen Sie die Kennung: {ids}";
        en "several are called `{name}`" => "give the id: {ids}";
}
