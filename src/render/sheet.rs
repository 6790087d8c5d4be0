//! What users say of paper, whichever format puts a document on it.

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

/// A size of paper (ISO 216), upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 148 × 210 mm.
    A5,
}

impl Paper {
    /// All sizes.
    pub const ALL: [Self; 2] = [Self::A4, Self::A5];

    /// Its name as users type it, and as typst knows it.
    pub fn name(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A5 => "a5",
        }
    }
}
