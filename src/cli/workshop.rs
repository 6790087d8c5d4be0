//! This program as the child that works what a workspace's own files ask for.

use std::process::ExitCode;

use crate::document::template::engine;
use crate::input::list::workbook;
use crate::source::workshop::Trade;
use crate::system::workshop;

/// Works orders until there are no more.
pub(super) fn serve() -> ExitCode {
    match workshop::serve(work) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::from(3),
    }
}

fn work(trade: Trade, content: &[u8]) -> Vec<u8> {
    match trade {
        // An order that is none gets an answer that is none.
        Trade::Template => engine::work(content).unwrap_or_default(),
        Trade::Paper => set(content),
        Trade::Workbook => workbook::work(content).unwrap_or_default(),
    }
}

#[cfg(feature = "pdf")]
fn set(content: &[u8]) -> Vec<u8> {
    crate::render::pdf::work(content).unwrap_or_default()
}

/// Without PDF nothing is set.
#[cfg(not(feature = "pdf"))]
fn set(_: &[u8]) -> Vec<u8> {
    Vec::new()
}
