//! How large letters are, and whether everything stands on one page.

use typst::foundations::{
    Content, Dict, IntoValue as _, NativeElement as _, Packed, Selector, Str, Value,
};
use typst::introspection::{Introspector as _, MetadataElem};
use typst_layout::PagedDocument;

use super::fault::Fault;
use super::press::Press;
use crate::render::sheet::Sheet;
use crate::text::Vocabulary as _;

/// The size of letters in points, and how much air is around them, 1 being the usual.
type Measure = (f64, f64);

/// The usual measure.
const USUAL: Measure = (11.0, 1.0);

/// For those who see little: 18 pt, as the associations of blind people ask for.
const LARGE: Measure = (18.0, 0.8);

/// Measures that save a page: a few lines alone on the last one look like a mistake.
const CLOSER: [Measure; 2] = [(10.5, 0.85), (10.0, 0.75)];

/// The same for large letters.
const CLOSER_LARGE: [Measure; 1] = [(18.0, 0.6)];

/// In a document of more pages nobody minds one more.
const MOST_WORTH_SAVING: usize = 4;

/// The steps in which a programme shrinks until it fits on one page. Air goes first; below 9 pt
/// nobody reads with pleasure.
const SHRINKING: [Measure; 8] =
    [USUAL, (10.5, 0.8), (10.0, 0.7), (9.5, 0.65), (9.0, 0.6), (9.0, 0.5), (9.0, 0.4), (9.0, 0.3)];

/// The same for large letters, which stay large.
const SHRINKING_LARGE: [Measure; 3] = [LARGE, (18.0, 0.6), (18.0, 0.3)];

/// Sets what is in the press: this number of documents, each on pages of its own.
///
/// # Errors
/// With faults of the design, or with the lines that do not fit.
pub(super) fn pages(
    press: &mut Press,
    sheet: Sheet,
    documents: usize,
) -> Result<PagedDocument, Vec<Fault>> {
    if !sheet.one_page {
        let (usual, others): (Measure, &[Measure]) =
            if sheet.large { (LARGE, &CLOSER_LARGE) } else { (USUAL, &CLOSER) };
        // Letters to several people look the same.
        return closer(press, sheet, usual, if documents == 1 { others } else { &[] });
    }
    let steps: &[Measure] = if sheet.large { &SHRINKING_LARGE } else { &SHRINKING };
    let mut pages = None;
    for &measure in steps {
        let set = press.set(look(sheet, measure))?;
        if set.pages().len() <= documents {
            return Ok(set);
        }
        pages = Some((set, measure));
    }
    let left = pages.map(|(pages, (size, _))| Fault::TooLong {
        points: size.to_string(),
        lines: over(&pages),
        pages: pages.pages().len(),
    });
    Err(left.into_iter().collect())
}

/// Sets what is in the press in the usual measure, or in the first of `others` that saves a page.
fn closer(
    press: &mut Press,
    sheet: Sheet,
    usual: Measure,
    others: &[Measure],
) -> Result<PagedDocument, Vec<Fault>> {
    let pages = press.set(look(sheet, usual))?;
    if !(2..=MOST_WORTH_SAVING).contains(&pages.pages().len()) {
        return Ok(pages);
    }
    for &measure in others {
        let closer = press.set(look(sheet, measure))?;
        if closer.pages().len() < pages.pages().len() {
            return Ok(closer);
        }
    }
    Ok(pages)
}

fn look(sheet: Sheet, (size, air): Measure) -> Dict {
    let mut look = Dict::new();
    look.insert("paper".into(), sheet.paper.word().into_value());
    look.insert("size".into(), size.into_value());
    look.insert("air".into(), air.into_value());
    look.insert("one-page".into(), sheet.one_page.into_value());
    look
}

/// The key under which a line's words are kept beside it.
const LINE: &str = "erfa-line";

/// What says where `words` begin, once they are set.
pub(super) fn mark(words: &str) -> Content {
    let mut mark = Dict::new();
    // Places where a line may end are nothing to read.
    mark.insert(LINE.into(), words.replace('\u{200b}', "").into_value());
    MetadataElem::new(mark.into_value()).pack()
}

/// The marked lines that stand after the first page; the last one that begins on it if they all do.
fn over(pages: &PagedDocument) -> Vec<String> {
    let introspector = pages.introspector();
    let marks = introspector.query(&Selector::Elem(MetadataElem::ELEM, None));
    let mut over = Vec::new();
    let mut last = None;
    for mark in &marks {
        let Some(words) = mark.to_packed().and_then(words) else { continue };
        let page = mark.location().and_then(|location| introspector.page(location));
        match page {
            Some(page) if page.get() > 1 => over.push(words.to_string()),
            _ => last = Some(words.to_string()),
        }
    }
    if over.is_empty() { last.into_iter().collect() } else { over }
}

/// The key under which a design keeps an address that its field has no room for.
const TOO_LONG: &str = "erfa-address-too-long";

/// How many characters of such an address are shown.
const BEGINNING: usize = 60;

/// The addresses that their fields have no room for.
pub(super) fn addresses_too_long(pages: &PagedDocument) -> Vec<Fault> {
    let marks = pages.introspector().query(&Selector::Elem(MetadataElem::ELEM, None));
    let address = |mark: &Content| said(mark.to_packed()?, TOO_LONG);
    // Its beginning tells whose it is.
    let beginning = |address: Str| {
        let shown: String = address.chars().take(BEGINNING).collect();
        if address.chars().nth(BEGINNING).is_some() {
            format!("{} …", shown.trim_end())
        } else {
            shown
        }
    };
    let addresses = marks.iter().filter_map(address).map(beginning);
    addresses.map(Fault::AddressTooLong).collect()
}

fn words(mark: &Packed<MetadataElem>) -> Option<Str> {
    said(mark, LINE)
}

fn said(mark: &Packed<MetadataElem>, key: &str) -> Option<Str> {
    let Value::Dict(mark) = &mark.value else { return None };
    mark.get(key).ok()?.clone().cast().ok()
}
