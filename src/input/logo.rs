//! `{ file = "…", alt = "…" }`: a logo.

use super::fields::Fields;
use super::value::{self, Outcome};
use crate::diagnostic::Problem;
use crate::diagnostic::print::PathOutside;
use crate::domain::logo::{InnerPath, Logo};
use toml::de::DeValue;

/// Reads a logo; both file and alternative text must be there.
pub(super) fn read(fields: Fields<'_>) -> Option<Logo> {
    let file = fields.require("file", path);
    let alt = fields.require_line("alt");
    Some(Logo { file: file?, alt: alt?.value })
}

fn path(value: &DeValue<'_>) -> Outcome<InnerPath> {
    let line = value::line(value)?;
    let found = line.to_string();
    InnerPath::new(line).ok_or_else(|| Box::new(PathOutside { found }) as Box<dyn Problem>)
}
