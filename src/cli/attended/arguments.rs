//! Who was at a meeting, as it can be said.

use std::path::PathBuf;

use crate::cli::change::Manner;
use crate::cli::output::{Listing, OutputArgs};

/// Record who was at a meeting, or tell who was
///
/// Without anybody it tells who was there, town by town. People and towns go by id or name; numbers
/// such as 1-4,7 are those of the list that is signed at the door (`erfa write sign-in-list`), as it
/// would be printed now. Whoever was there brings their town onto the meeting's list of those present.
/// It stands beside the replies and is purged with them; the numbers stay.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct AttendedArgs {
    /// The meeting [default: the last one that has begun]
    #[arg(value_name = "MEETING")]
    pub(super) meeting: Option<String>,

    /// Who was there: contacts, cities, or numbers of the sign-in list (can be repeated)
    #[arg(value_name = "PERSON")]
    pub(super) who: Vec<String>,

    /// Everybody in this list was there: .csv, .xlsx, .ods, .xls or .vcf
    #[arg(long, value_name = "FILE")]
    pub(super) from: Option<PathBuf>,

    /// Everybody who said yes was there, save those of whom something else is recorded
    #[arg(long)]
    pub(super) all_who_said_yes: bool,

    /// Somebody who is no contact was there, such as "Lena Farnbach, Tannbrück" (can be repeated)
    #[arg(long, value_name = "NAME")]
    pub(super) guest: Vec<String>,

    /// Who sent their apologies (can be repeated)
    #[arg(long, value_name = "PERSON")]
    pub(super) excused: Vec<String>,

    /// Who was not there after all, a guest by name too (can be repeated)
    #[arg(long, value_name = "PERSON")]
    pub(super) not: Vec<String>,

    /// Tell who was there; that happens without anybody as well
    #[arg(long, conflicts_with_all = ["who", "from", "all_who_said_yes", "guest", "excused", "not"])]
    pub(super) list: bool,

    #[command(flatten)]
    pub(super) manner: Manner,

    #[command(flatten)]
    pub(super) output: OutputArgs<Listing>,
}
