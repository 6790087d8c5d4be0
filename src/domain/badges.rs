//! Sheets of labels for name badges, in tenths of a millimetre.

use crate::text::vocabulary;

/// A sheet of labels: A4 (ISO 216).
const SHEET: [u32; 2] = [2100, 2970];

/// What the network says of its labels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Badges {
    /// How wide and high a label is.
    pub size: [u32; 2],
    /// How far the first label is from the left and from the upper edge; none stands for as far as the last one
    /// is from the edge across.
    pub margins: [Option<u32>; 2],
    /// How far labels are from each other, across and down.
    pub gaps: [u32; 2],
    /// How many empty ones are printed for guests who come unannounced.
    pub empty: u32,
}

impl Default for Badges {
    fn default() -> Self {
        Self { size: LabelSize::default().measure(), margins: [None; 2], gaps: [0; 2], empty: 0 }
    }
}

vocabulary! {
    /// Labels that shops sell for badges, by width and height in millimetres.
    #[derive(Default)]
    pub enum LabelSize {
        /// For the badges that most houses have.
        #[default]
        Usual = "90x54",
        /// As large as a business card.
        Card = "85x55",
        /// Upright.
        Upright = "60x90",
    }
}

impl LabelSize {
    /// Width and height.
    pub fn measure(self) -> [u32; 2] {
        match self {
            Self::Usual => [900, 540],
            Self::Card => [850, 550],
            Self::Upright => [600, 900],
        }
    }
}

/// Where the labels of a sheet are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelSheet {
    /// How wide and high a label is.
    pub size: [u32; 2],
    /// How far the first label is from the left and from the upper edge.
    pub margins: [u32; 2],
    /// How far labels are from each other, across and down.
    pub gaps: [u32; 2],
    /// How many there are, across and down.
    pub number: [u32; 2],
}

impl Badges {
    /// The sheet; none if not even one label is on it.
    pub fn sheet(&self) -> Option<LabelSheet> {
        let [across, down] = [0, 1].map(|way| {
            let (size, gap) = (self.size[way], self.gaps[way]);
            let left = SHEET[way].checked_sub(self.margins[way].unwrap_or(0))?;
            let number = Some((left + gap) / (size + gap)).filter(|number| *number > 0)?;
            let used = number * (size + gap) - gap;
            Some((number, self.margins[way].unwrap_or((SHEET[way] - used) / 2)))
        });
        let [(columns, left), (rows, top)] = [across?, down?];
        let (size, gaps) = (self.size, self.gaps);
        Some(LabelSheet { size, margins: [left, top], gaps, number: [columns, rows] })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};

    use super::{Badges, LabelSheet, LabelSize, SHEET};

    #[test]
    fn labels_of_shops_are_where_they_should_be() {
        let sheet = |size: LabelSize| {
            let sheet = Badges { size: size.measure(), ..Badges::default() }.sheet().unwrap();
            (sheet.number, sheet.margins)
        };
        assert_eq!(sheet(LabelSize::Usual), ([2, 5], [150, 135]));
        assert_eq!(sheet(LabelSize::Card), ([2, 5], [200, 110]));
        assert_eq!(sheet(LabelSize::Upright), ([3, 3], [150, 135]));
        let wide = Badges { size: [2200, 540], ..Badges::default() };
        assert_eq!(wide.sheet(), None);
        let far = Badges { margins: [Some(1300), None], ..Badges::default() };
        assert_eq!(far.sheet(), None);
    }

    proptest! {
        #[test]
        fn all_labels_are_on_the_sheet_and_one_more_would_not_be(
            size in [200_u32..3000, 150_u32..3500],
            margins in [prop::option::of(0_u32..2000), prop::option::of(0_u32..2000)],
            gaps in [0_u32..300, 0_u32..300],
        ) {
            let badges = Badges { size, margins, gaps, empty: 0 };
            let room = |way: usize| SHEET[way].saturating_sub(margins[way].unwrap_or(0));
            let fits = (0..2).all(|way| size[way] <= room(way));
            prop_assert_eq!(badges.sheet().is_some(), fits);
            if let Some(LabelSheet { margins: [left, top], number, .. }) = badges.sheet() {
                for (way, first) in [left, top].into_iter().enumerate() {
                    let end = |number: u32| first + number * (size[way] + gaps[way]) - gaps[way];
                    prop_assert!(number[way] > 0 && end(number[way]) <= SHEET[way]);
                    let gap = if margins[way].is_some() { first } else { 0 };
                    prop_assert!(gap + (number[way] + 1) * (size[way] + gaps[way]) - gaps[way] > SHEET[way]);
                }
            }
        }
    }
}
