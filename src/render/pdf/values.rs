//! A document as values of typst's: text stays text, whatever signs are in it.

use typst::foundations::{Array, Bytes, Datetime, Dict, IntoValue as _, Str, Value};

use self::block::blocks;
use self::breaks::tidy;
use self::line::maybe;
use crate::document::model::{Document, Logo, Picture};
use crate::text::Language;
use crate::view::LabelSheet;

macro_rules! dict {
    ($($key:literal: $value:expr),* $(,)?) => {{
        let mut dict = Dict::new();
        $(dict.insert(Str::from($key), $value.into_value());)*
        dict
    }};
}

mod block;
mod breaks;
mod entry;
mod grid;
mod letter;
mod line;
mod words;

pub(super) use self::line::{anchor, code, inside};
pub(super) use self::words::words;

/// What the design finds in `sys.inputs.document`; the head of the built-in design describes it.
pub(super) fn document(document: &Document) -> Dict {
    let frame = &document.frame;
    let region = match document.language {
        Language::German => "DE",
        Language::English => "GB",
    };
    dict! {
        "language": document.language.code(),
        "region": region,
        "title": tidy(&document.title),
        "author": maybe(frame.author.as_deref()),
        "as-of": maybe(frame.as_of.as_deref()),
        "contact": maybe(frame.contact.as_deref()),
        "accent": maybe(frame.accent.as_deref()),
        "members": frame.members.iter().map(|name| tidy(name).into_value()).collect::<Array>(),
        "members-called": tidy(&frame.members_called),
        "logos": frame.logos.iter().map(logo).collect::<Array>(),
        "blocks": blocks(&document.blocks, &mut 0),
        "labels": frame.labels.map(labels).into_value(),
        "letter": frame.letter.as_ref().map(|head| letter::letter(document, head)).into_value(),
    }
}

/// Where labels are, in tenths of a millimetre.
fn labels(sheet: LabelSheet) -> Dict {
    let LabelSheet { size, margins, gaps, number } = sheet;
    let two = |[across, down]: [u32; 2]| -> Array {
        [across, down].into_iter().map(|length| i64::from(length).into_value()).collect()
    };
    dict! { "size": two(size), "margins": two(margins), "gaps": two(gaps), "number": two(number) }
}

fn logo(logo: &Logo) -> Value {
    let format = match logo.format {
        Picture::Svg => "svg",
        Picture::Png => "png",
    };
    let data = Bytes::new(logo.bytes.clone());
    dict! { "alt": tidy(&logo.alt), "format": format, "data": data }.into_value()
}

/// A day as typst knows it. PDF/A asks for one; where no fact gives it, the file has the day on which
/// the standard's first part appeared, which nobody takes for a date of today.
pub(super) fn date(day: Option<&str>) -> Option<Datetime> {
    let mut numbers = day.into_iter().flat_map(|day| day.split('-'));
    let mut next = || numbers.next()?.parse().ok();
    let given = next().zip(next()).zip(next());
    let day = given.and_then(|((year, month), day)| {
        Datetime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    });
    day.or_else(|| Datetime::from_ymd(2005, 10, 1))
}
