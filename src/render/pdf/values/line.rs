//! Lines of words as values of typst's.

use typst::foundations::{Content, IntoValue as _, Label, NativeElement as _, Value};
use typst::introspection::MetadataElem;
use typst::model::{Destination, EmphElem, LinkElem, LinkTarget, StrongElem, Url};
use typst::text::{LinebreakElem, RawContent, RawElem, TextElem};
use typst::utils::PicoStr;

use super::breaks::{in_one_line, tidy};
use crate::document::markdown;
use crate::document::model::Inline;
use crate::render::pdf::fit::mark;

pub(super) fn maybe(text: Option<&str>) -> Value {
    text.map_or(Value::None, |text| tidy(text).into_value())
}

/// A line of plain words that can be found again once it is set.
pub(super) fn marked(words: &str) -> Content {
    Content::sequence([mark(words), text(words)])
}

pub(super) fn line(inline: &[Inline]) -> Content {
    Content::sequence([mark(&markdown::words(inline)), runs(inline).cast().unwrap_or_default()])
}

pub(super) fn runs(runs: &[Inline]) -> Value {
    Content::sequence(runs.iter().map(run)).into_value()
}

fn run(run: &Inline) -> Content {
    let inner = |inner: &[Inline]| Content::sequence(inner.iter().map(self::run));
    match run {
        Inline::Text(words) => text(words),
        Inline::Strong(words) => StrongElem::new(inner(words)).pack(),
        Inline::Emphasis(words) => EmphElem::new(inner(words)).pack(),
        Inline::Link(target, words) => link(target, inner(words)),
        Inline::Inside(name, words) => inside(name, inner(words)),
        Inline::Beside(_, words) => inner(words),
        Inline::Anchor(name, words) => Content::sequence([anchor(name), inner(words)]),
        Inline::Code(words) => code(words),
        Inline::Break => LinebreakElem::shared().clone(),
    }
}

/// What links inside lead to.
pub(in crate::render::pdf) fn anchor(name: &str) -> Content {
    let place = MetadataElem::new(Value::None).pack();
    match Label::new(PicoStr::intern(name)) {
        Some(label) => place.labelled(label),
        None => place,
    }
}

/// Words that lead to an anchor.
pub(in crate::render::pdf) fn inside(name: &str, words: Content) -> Content {
    match Label::new(PicoStr::intern(name)) {
        Some(label) => LinkElem::new(LinkTarget::Label(label), words).pack(),
        None => words,
    }
}

/// What is typed, in a line of words.
pub(in crate::render::pdf) fn code(words: &str) -> Content {
    RawElem::new(RawContent::Text(in_one_line(words).into())).with_block(false).pack()
}

/// A link, if it leads to a page, a mailbox or a telephone; else the words with where it leads.
fn link(target: &str, words: Content) -> Content {
    let scheme = target.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let known = matches!(scheme.as_deref(), Some("https" | "http" | "mailto" | "tel"));
    match Url::new(target).ok().filter(|_| known) {
        Some(url) => LinkElem::new(LinkTarget::Dest(Destination::Url(url)), words).pack(),
        None => Content::sequence([words, text(&format!(" ({target})"))]),
    }
}

fn text(words: &str) -> Content {
    TextElem::packed(tidy(words))
}
