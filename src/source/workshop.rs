//! Where what a workspace's own files ask for is worked: templates, designs, pictures and workbooks can be
//! anything.

use std::fmt::Debug;
use std::time::Duration;

/// Works orders out of harm's way: whatever becomes of one, this program goes on.
pub trait Workshop: Debug + Send + Sync {
    /// What comes of `order`.
    ///
    /// # Errors
    /// If it takes more than it is given, or cannot be worked at all.
    fn work(&self, order: &Order<'_>) -> Result<Vec<u8>, Mishap>;
}

/// What is to be worked.
#[derive(Clone, Copy, Debug)]
pub struct Order<'o> {
    /// By whom.
    pub trade: Trade,
    /// What, as that trade writes it.
    pub content: &'o [u8],
    /// How long it may take.
    pub time: Duration,
}

/// What is worked in a workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trade {
    /// A template is filled.
    Template,
    /// A document is set on paper.
    Paper,
    /// A workbook is read.
    Workbook,
}

/// Why nothing came of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// It took longer than this number of seconds.
    Time(u64),
    /// It needed more memory than this number of mebibytes.
    Memory(u64),
    /// It takes more steps than anything that ends.
    Steps,
    /// Too much of it stands within each other.
    Depth,
    /// It brought down what works it; the last words of that.
    Fall(String),
    /// The library that draws pictures refuses it, in its words.
    Refusal(String),
    /// The workshop could not be opened: the words of the system.
    Closed(String),
}
