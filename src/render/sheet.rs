//! What users say of paper.

use crate::text::vocabulary;

/// How a document is put on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The size of the paper.
    pub paper: Paper,
    /// Whether letters are large (18 pt), for those who see little.
    pub large: bool,
    /// Whether everything must stand on one page.
    pub one_page: bool,
}

vocabulary! {
    /// A size of paper (ISO 216), upright; by its word typst knows it, too.
    #[derive(Default)]
    pub enum Paper {
        /// 210 × 297 mm.
        #[default]
        A4 = "a4",
        /// 148 × 210 mm.
        A5 = "a5",
    }
}
