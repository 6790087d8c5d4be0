//! A mail of the outbox in words.

use std::path::Path;

use crate::domain::mail::Mail;
use crate::text::{Language, visible};

/// The head in words, the text as it is, the names of the files.
pub(super) fn mail_words(mail: &Mail, language: Language) -> String {
    let Mail { from, to, subject, text, files } = mail;
    let [from_word, to_word, about, with] = match language {
        Language::German => ["Von", "An", "Betreff", "Anlage"],
        Language::English => ["From", "To", "Subject", "Attached"],
    };
    let mut shown = format!("{from_word}: {from}\n{to_word}: {to}\n{about}: {subject}\n");
    shown.extend(
        files.iter().map(|(name, size)| format!("{with}: {name} ({} kB)\n", size.div_ceil(1000))),
    );
    visible(&format!("{shown}\n{}\n", text.trim_end()))
}

/// Whether a file is a mail and no folder of mails.
pub(super) fn is_mail(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "eml")
}
