//! Documents and answers as bytes: one file a format, each with its own escaping.

pub mod csv;
pub mod difference;
pub mod docx;
pub mod eml;
pub mod html;
pub mod ics;
pub mod json;
mod layout;
pub mod markdown;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod sheet;
pub mod terminal;
pub mod text;
mod text_table;

#[cfg(test)]
mod tests;
