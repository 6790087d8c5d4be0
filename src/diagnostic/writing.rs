//! Findings about documents that were asked for.

use super::{Wording, meant, problems};
use crate::text::Language;

problems! {
    /// No document has this name.
    Error "unknown-document" UnknownDocument {
        /// The name.
        name: String,
        /// The nearest one.
        near: Option<String>,
    }
        de => Wording::maybe(
            format!("ein Schriftstück `{name}` gibt es nicht"),
            meant(near.as_ref(), Language::German)
                .or_else(|| Some("`erfa write --list` nennt alle".to_owned())),
        ),
        en => Wording::maybe(
            format!("there is no document `{name}`"),
            meant(near.as_ref(), Language::English)
                .or_else(|| Some("`erfa write --list` names all".to_owned())),
        );

    /// A document of the user's own that has no template in a recipient's language.
    Error "no-template" NoTemplate {
        /// The document.
        name: String,
        /// Where its template would stand.
        path: String,
    }
        de => Wording::new(
            format!("für `{name}` fehlt die Vorlage `{path}`"),
            "legen Sie sie an, oder wählen Sie mit `--lang` die andere Sprache",
        ),
        en => Wording::new(
            format!("the template `{path}` for `{name}` is missing"),
            "write it, or choose the other language with `--lang`",
        );

    /// The document would say something untrue about the meeting.
    Error "unfit-document" UnfitDocument {
        /// The document.
        document: &'static str,
        /// Why, in German.
        german: &'static str,
        /// Why, in English.
        english: &'static str,
        /// The way out, in German.
        german_way: &'static str,
        /// The way out, in English.
        english_way: &'static str,
    }
        de => Wording::new(format!("`{document}` passt nicht: {german}"), *german_way),
        en => Wording::new(format!("`{document}` does not fit: {english}"), *english_way);

    /// The document comes at an odd moment.
    Warning "odd-moment" OddMoment {
        /// The document.
        document: &'static str,
        /// Why, in German.
        german: &'static str,
        /// Why, in English.
        english: &'static str,
    }
        de => Wording::new(
            format!("`{document}` kommt zur falschen Zeit: {german}"),
            "ist es so gemeint, verwenden Sie das Schriftstück, wie es ist",
        ),
        en => Wording::new(
            format!("`{document}` comes at an odd time: {english}"),
            "if that is meant, use the document as it is",
        );

    /// Nobody is left who the document concerns.
    Error "nobody-concerned" NobodyConcerned {
        /// The document.
        document: &'static str,
        /// Whom it concerns, in German.
        german: &'static str,
        /// Whom it concerns, in English.
        english: &'static str,
    }
        de => Wording::new(
            format!("`{document}` betrifft niemanden von ihnen"),
            format!("es geht nur an alle, die {german}; die Antworten stehen in `replies/`"),
        ),
        en => Wording::new(
            format!("`{document}` concerns none of them"),
            format!("it goes only to those who {english}; answers stand in `replies/`"),
        );

    /// Several documents of a format of which each is a file cannot stand on one output.
    Error "several-documents" SeveralDocuments {
        /// How many there are.
        number: usize,
    }
        de => Wording::new(
            format!("{number} Briefe passen in diesem Format nicht in eine Datei"),
            "schreiben Sie mit `--output ORDNER/` eine Datei für jeden",
        ),
        en => Wording::new(
            format!("{number} letters do not fit into one file of this format"),
            "write one file for each with `--output FOLDER/`",
        );

    /// A mail has one recipient.
    Error "mail-together" MailTogether {}
        de => Wording::new(
            "`--together` ist ein Brief an alle, eine Mail geht an jeden einzeln",
            "lassen Sie `--together` weg, oder wählen Sie ein anderes Format",
        ),
        en => Wording::new(
            "`--together` is one letter to all, a mail goes to each alone",
            "leave out `--together`, or choose another format",
        );
}
