//! The parts of a letter as values of typst's.

use typst::foundations::{Array, Content, Dict, IntoValue, Str};

use super::block::blocks;
use super::breaks::tidy;
use super::line::{line, maybe, runs};
use crate::document::letter;
use crate::document::markdown;
use crate::document::model::{Document, Letterhead};

/// What the design finds in `letter` of a document.
pub(super) fn letter(document: &Document, letterhead: &Letterhead) -> Dict {
    let parts = letter::letter(&document.blocks, letterhead);
    let Letterhead { sender, address, date } = letterhead;
    let lines =
        |lines: &[String]| lines.iter().map(|line| tidy(line).into_value()).collect::<Array>();
    let who = dict! {
        "name": maybe(sender.name.as_deref()),
        "function": maybe(sender.function.as_deref()),
        "organisation": tidy(&sender.organisation),
        "address": lines(&sender.address),
        "phone": maybe(sender.phone.as_deref()),
        "mail": maybe(sender.mail.as_deref()),
    };
    // Headings below the subject count on from it.
    let level = &mut u8::from(!parts.subject.is_empty());
    let signature = parts.signature.iter().map(|one| Content::sequence([content(one)]));
    dict! {
        "sender": who,
        "return-line": tidy(&return_line(letterhead)),
        "address": lines(address),
        "date": tidy(date),
        "above": blocks(&parts.above, &mut 0),
        "subject": line(parts.subject),
        "subject-words": tidy(&markdown::words(parts.subject)),
        "body": blocks(parts.body, level),
        "closing": parts.closing.map(line).into_value(),
        "signature": signature.map(IntoValue::into_value).collect::<Array>(),
        "below": blocks(parts.below, level),
    }
}

/// What is printed beside the blocks of a letter.
pub(super) fn words(letterhead: &Letterhead) -> Vec<String> {
    let sender = &letterhead.sender;
    let known = [&sender.name, &sender.phone, &sender.mail].into_iter().flatten();
    let lines = known.chain(&letterhead.address).chain([&letterhead.date]).cloned();
    lines.chain([return_line(letterhead)]).collect()
}

/// The sender in one line, above the address in the window.
fn return_line(letterhead: &Letterhead) -> String {
    let sender = &letterhead.sender;
    let lines: Vec<&str> =
        [&sender.organisation].into_iter().chain(&sender.address).map(String::as_str).collect();
    lines.join(" · ")
}

fn content(words: &[crate::document::model::Inline]) -> Content {
    runs(words).cast().unwrap_or_default()
}
