//! Documents as PDF.

use anyhow::Result;

use super::Order;
use super::rendered::Rendered;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::paper;
use crate::diagnostic::request::BadArgument;
use crate::diagnostic::writing::SeveralDocuments;
use crate::document::model::Document;
use crate::render::sheet::Paper;
use crate::text::Vocabulary as _;
use crate::view::recipient::without_address;

/// A file for each document; with `alone` they share one output, which letters can.
pub(super) fn sheets(
    all: &[Rendered],
    order: Order<'_>,
    alone: bool,
    loaded: &Loaded,
) -> Result<Vec<Vec<u8>>> {
    let are_letters = all.iter().all(|rendered| rendered.document.frame.letter.is_some());
    if alone && all.len() > 1 && !are_letters {
        return Err(Findings::one(SeveralDocuments { number: all.len() }).into());
    }
    if are_letters {
        check_letters(all, order, loaded)?;
    }
    let logos = loaded.logos(order.meeting)?;
    let printed = |rendered: &Rendered| {
        let mut document = rendered.document.clone();
        document.frame.logos.clone_from(&logos);
        document
    };
    let documents: Vec<Document> = all.iter().map(printed).collect();
    let files = if alone { documents.len() } else { 1 };
    documents.chunks(files.max(1)).map(|one| paper::pdf(one, order.sheet, loaded)).collect()
}

/// Whether letters fit their envelopes, and arrive.
fn check_letters(all: &[Rendered], order: Order<'_>, loaded: &Loaded) -> Result<()> {
    let paper = order.sheet.paper;
    if paper != Paper::A4 {
        return Err(Findings::one(BadArgument {
            name: "--paper".to_owned(),
            found: paper.word().to_owned(),
            german: "Briefe nach DIN 5008 stehen auf A4".to_owned(),
            english: "letters after DIN 5008 are on A4".to_owned(),
        })
        .into());
    }
    let recipients = all.iter().filter_map(|rendered| rendered.recipient.as_ref());
    // One letter to many goes to no address.
    let addressed = recipients.filter(|recipient| !recipient.address.is_empty());
    let findings = without_address(&loaded.workspace, addressed);
    if findings.is_empty() { Ok(()) } else { Err(loaded.fail(findings)) }
}
