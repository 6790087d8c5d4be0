//! What speaks against documents on paper.

use anyhow::Result;

use super::rendered::Rendered;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::diagnostic::request::BadArgument;
use crate::render::sheet::{Paper, Sheet};
use crate::text::Vocabulary as _;
use crate::view::Stock;
use crate::view::recipient::without_address;

/// Whether letters fit their envelopes, and arrive.
pub(super) fn check(all: &[Rendered], sheet: Sheet, loaded: &Loaded) -> Result<()> {
    if all.iter().any(|rendered| rendered.document.frame.stock == Stock::Labels) {
        return by_measure(sheet);
    }
    if all.iter().any(|rendered| rendered.document.frame.letter.is_none()) {
        return Ok(());
    }
    let paper = sheet.paper;
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

/// Labels are where they are, whatever is wanted of other paper.
fn by_measure(sheet: Sheet) -> Result<()> {
    let Sheet { paper, large, one_page } = sheet;
    let given = [
        (paper != Paper::A4, "--paper", paper.word()),
        (large, "--large", "name-badges"),
        (one_page, "--one-page", "name-badges"),
    ];
    let Some((_, name, found)) = given.into_iter().find(|(given, ..)| *given) else {
        return Ok(());
    };
    Err(Findings::one(BadArgument {
        name: name.to_owned(),
        found: found.to_owned(),
        german: "Namensschilder stehen nach Maß auf A4 (`[badges]` in network.toml)".to_owned(),
        english: "name badges stand by measure on A4 (`[badges]` in network.toml)".to_owned(),
    })
    .into())
}
