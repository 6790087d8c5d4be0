//! What mails tell behind their encoding, for whoever looks for a person in them.

use std::collections::BTreeSet;

use mail_parser::{Address, Message, MessageParser, PartType};

use crate::source::{FileId, Located, Origin, Sources};

/// The most mails within mails that are looked into.
const DEEPEST: usize = 8;

/// The lines of the mails among `sources` that do not stand there as they read: coded names, texts and
/// attachments, lines that were broken.
pub fn mail_words(sources: &Sources) -> Vec<Located<String>> {
    let is_mail = |path: &str| path.to_ascii_lowercase().ends_with(".eml");
    let mails = sources.iter().filter(|(_, file)| is_mail(&file.path));
    mails.flat_map(|(id, file)| of_mail(id, &file.text)).collect()
}

fn of_mail(file: FileId, text: &str) -> Vec<Located<String>> {
    let Some(message) = MessageParser::default().parse(text.as_bytes()) else { return Vec::new() };
    let mut told = Vec::new();
    gather(&message, DEEPEST, &mut told);
    let is_new = |line: &str| !line.trim().is_empty() && !text.contains(line.trim());
    let mut seen = BTreeSet::new();
    told.into_iter()
        .filter(|(line, _)| seen.insert(line.trim().to_owned()))
        .filter(|(line, _)| is_new(line))
        .map(|(line, at)| {
            let end = text.len().min(at + 1);
            Located::new(line, Origin::spanning(file, text, at.min(end)..end))
        })
        .collect()
}

/// The lines of a mail, each with the byte where its part begins.
fn gather(message: &Message<'_>, depth: usize, told: &mut Vec<(String, usize)>) {
    let head = head(message);
    told.extend(head.into_iter().map(|line| (line, 0)));
    for part in &message.parts {
        let at = usize::try_from(part.offset_header).unwrap_or_default();
        let mut add = |words: &str| {
            // Calendars break lines within words (RFC 5545, 3.1).
            let whole = words.replace("\r\n ", "").replace("\n ", "");
            let lines = words.lines().chain(whole.lines());
            told.extend(lines.map(|line| (line.to_owned(), at)));
        };
        match &part.body {
            PartType::Text(words) | PartType::Html(words) => add(words),
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => {
                if let Ok(words) = str::from_utf8(bytes) {
                    add(words);
                }
            }
            PartType::Message(inner) if depth > 0 => {
                let mut within = Vec::new();
                gather(inner, depth - 1, &mut within);
                told.extend(within.into_iter().map(|(line, _)| (line, at)));
            }
            PartType::Message(_) | PartType::Multipart(_) => {}
        }
    }
}

/// Who sent a mail to whom, and its subject.
fn head(message: &Message<'_>) -> Vec<String> {
    let lists = [message.from(), message.to(), message.cc(), message.reply_to(), message.sender()];
    let people = lists.into_iter().flatten().flat_map(Address::iter).map(|one| {
        let address = one.address().unwrap_or_default();
        one.name().map_or_else(|| address.to_owned(), |name| format!("{name} <{address}>"))
    });
    people.chain(message.subject().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::mail_words;
    use crate::source::{SourceFile, Sources};

    #[test]
    fn coded_words_are_told_and_plain_ones_are_not_told_twice() {
        let text = "From: =?utf-8?Q?J=C3=B6rg_M=C3=BCller?= <jm@example.org>\r\nTo: a@example.org\r\n\
                    Subject: Ja\r\nContent-Type: text/plain; charset=utf-8\r\n\
                    Content-Transfer-Encoding: quoted-printable\r\n\r\n\
                    Ich komme.\r\nGr=C3=BC=C3=9Fe, J=\r\n=C3=B6rg M=C3=BCller\r\n";
        let mut sources = Sources::default();
        sources.add(SourceFile { path: "in/1.EML".to_owned(), text: text.to_owned() });
        sources.add(SourceFile { path: "in/1.txt".to_owned(), text: text.to_owned() });
        let lines: Vec<String> =
            mail_words(&sources).into_iter().map(|words| words.value).collect();
        assert_eq!(lines, ["Jörg Müller <jm@example.org>", "Grüße, Jörg Müller"]);
    }
}
