//! What can be said of a list.

use std::path::PathBuf;

use crate::cli::change::Manner;

/// The list and how it is read.
#[derive(clap::Args, Debug)]
pub(super) struct ListArgs {
    /// The list: .csv, .xlsx, .ods, .xls or .vcf; its content says which
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,

    /// The sheet of a workbook, by name or number [default: the one whose headings are known]
    #[arg(long, value_name = "SHEET")]
    pub(super) sheet: Option<String>,

    /// The row of the headings, 0 for a list without any [default: the first one with headings that are known]
    #[arg(long, value_name = "ROW")]
    pub(super) header: Option<u32>,

    /// What a column holds, by heading or letter: "E-Mail=mail", "C=-" for nothing (can be repeated)
    #[arg(long, value_name = "COLUMN=KEY")]
    pub(super) column: Vec<String>,

    /// Let the list be right where it says otherwise than what is known
    #[arg(long)]
    pub(super) update: bool,

    #[command(flatten)]
    pub(super) manner: Manner,

    /// Print what becomes of each row as JSON
    #[arg(long)]
    pub(super) json: bool,
}
