//! What is to be set, from the values to the file: here, or in a workshop as JSON.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};
use typst::foundations::{Array, Smart, Value};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::fault::Fault;
use super::fit;
use super::fonts::Fonts;
use super::press::Press;
use super::values;
use super::wire::{from_json, to_json};
use crate::render::sheet::{Paper, Sheet};
use crate::text::Vocabulary as _;

/// Documents of one design that are to be set.
pub(super) struct Job {
    /// How they look.
    pub(super) style: String,
    /// The fonts.
    pub(super) fonts: Fonts,
    /// The documents, in the form of [`super::values`].
    pub(super) documents: Array,
    /// Whether they have no letters but those that the built-in design calls Latin.
    pub(super) latin: bool,
    /// What they are set on.
    pub(super) sheet: Sheet,
    /// What tells the file from others.
    pub(super) identity: String,
    /// The day of the file.
    pub(super) date: Option<String>,
}

impl Job {
    /// The file.
    ///
    /// # Errors
    /// With everything that keeps it from being set.
    pub(super) fn work(self) -> Result<Vec<u8>, Vec<Fault>> {
        let number = self.documents.len();
        let Self { style, mut fonts, documents, latin, sheet, identity, date } = self;
        if sheet.one_page && number > 1 {
            // Each is told by itself what does not fit.
            for document in &documents {
                let alone = [document.clone()].into_iter().collect();
                let mut press = Press::new(&style, fonts, alone, latin);
                set(&mut press, sheet, 1)?;
                fonts = press.into_fonts();
            }
        }
        let mut press = Press::new(&style, fonts, documents, latin);
        let pages = set(&mut press, sheet, number)?;
        export(&pages, identity, date.as_deref()).map_err(|faults| press.faults(&faults))
    }

    /// It as JSON.
    pub(super) fn to_json(&self) -> Json {
        let Self { style, fonts, documents, latin, sheet, identity, date } = self;
        let Sheet { paper, large, one_page } = sheet;
        let documents = to_json(&Value::Array(documents.clone()));
        let sheet = json!([paper.word(), large, one_page]);
        json!([style, fonts.number(), documents, latin, sheet, identity, date])
    }

    fn from_json(json: &Json) -> Option<Self> {
        let Json::Array(fields) = json else { return None };
        let [style, fonts, documents, latin, sheet, identity, date] = &fields[..] else {
            return None;
        };
        let Value::Array(documents) = from_json(documents) else { return None };
        let is_so = |at: usize| sheet.get(at).and_then(Json::as_bool);
        Some(Self {
            style: style.as_str()?.to_owned(),
            fonts: Fonts::load(usize::try_from(fonts.as_u64()?).ok()?),
            documents,
            latin: latin.as_bool()?,
            sheet: Sheet {
                paper: Paper::read(sheet.get(0)?.as_str()?)?,
                large: is_so(1)?,
                one_page: is_so(2)?,
            },
            identity: identity.as_str()?.to_owned(),
            date: date.as_str().map(str::to_owned),
        })
    }
}

/// Works a job in the workshop; nothing comes of what is none.
pub fn work(content: &[u8]) -> Option<Vec<u8>> {
    let job = Job::from_json(&serde_json::from_slice(content).ok()?)?;
    let said = match job.work() {
        Ok(file) => json!({ "file": BASE64.encode(file) }),
        Err(faults) => json!({ "faults": faults.iter().map(Fault::to_json).collect::<Json>() }),
    };
    serde_json::to_vec(&said).ok()
}

/// What the workshop says; none if it is not understood.
pub(super) fn said(content: &[u8]) -> Option<Result<Vec<u8>, Vec<Fault>>> {
    let said: Json = serde_json::from_slice(content).ok()?;
    if let Some(file) = said.get("file") {
        return Some(Ok(BASE64.decode(file.as_str()?).ok()?));
    }
    let faults = said.get("faults")?.as_array()?;
    Some(Err(faults.iter().filter_map(Fault::from_json).collect()))
}

/// The pages of so many documents.
pub(super) fn set(
    press: &mut Press,
    sheet: Sheet,
    number: usize,
) -> Result<PagedDocument, Vec<Fault>> {
    let pages = fit::pages(press, sheet, number)?;
    let faults = fit::addresses_too_long(&pages);
    if faults.is_empty() { Ok(pages) } else { Err(faults) }
}

fn export(
    pages: &PagedDocument,
    identity: String,
    date: Option<&str>,
) -> Result<Vec<u8>, typst::ecow::EcoVec<typst::diag::SourceDiagnostic>> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]);
    let options = PdfOptions {
        ident: Smart::Custom(identity),
        creator: Smart::Custom(Some("erfa".to_owned())),
        timestamp: values::date(date).map(Timestamp::new_utc),
        // Both are versions of PDF 1.7: they never exclude each other.
        standards: standards.unwrap_or_default(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(pages, &options).map(end_streams)
}

/// Ends each stream in a way that all readers understand. The data of a stream may end with a
/// carriage return; with the line feed that follows it looks like one line end, and strict readers
/// then find the stream a byte too short. A carriage return is a line end too (ISO 32000-1, 7.2.3).
fn end_streams(mut file: Vec<u8>) -> Vec<u8> {
    const DOUBTFUL: &[u8] = b"\r\nendstream";
    let ends = file.windows(DOUBTFUL.len()).enumerate();
    let ends: Vec<usize> =
        ends.filter(|(_, bytes)| *bytes == DOUBTFUL).map(|(at, _)| at + 1).collect();
    for end in ends {
        file[end] = b'\r';
    }
    file
}
