//! The marks of items of lists: signs, or numbers that go on where Word's do.

use super::paragraph::Paragraph;
use super::parts::Parts;

/// Where the lists at the place are.
#[derive(Default)]
pub(super) struct Lists {
    /// The list of each level, the outermost first.
    levels: Vec<Level>,
}

#[derive(Clone, Default)]
struct Level {
    list: String,
    /// The number of the next item; none where there are marks.
    next: Option<u64>,
    /// How wide the mark of the last item is.
    width: usize,
    /// Whether its numbers end with a bracket, for a list with points stands right above it.
    has_bracket: bool,
}

/// How an item begins.
pub(super) struct Mark {
    /// The space before it.
    pub(super) indent: String,
    /// The mark itself, with a space behind.
    pub(super) sign: String,
    /// Whether it begins another list right below one.
    pub(super) is_another: bool,
}

impl Lists {
    /// How this item begins; `was_list` says whether one stands right above it.
    pub(super) fn mark(&mut self, item: &Paragraph, was_list: bool, parts: &Parts) -> Mark {
        let depth = item.depth;
        self.levels.truncate(depth + 1);
        self.levels.resize(self.levels.len().max(depth), Level { width: 2, ..Level::default() });
        let list = item.list.clone().unwrap_or_default();
        let first = match &item.list {
            Some(list) => parts.first(list, depth),
            None => item.is_numbered.then_some(1),
        };
        let known = self.levels.get(depth).cloned();
        let mut level = match &known {
            Some(known) if known.list == list && (was_list || item.list.is_some()) => known.clone(),
            _ => Level { list, next: first, ..Level::default() },
        };
        let is_numbered_twice = |known: &Level| {
            was_list && known.list != level.list && known.next.is_some() && level.next.is_some()
        };
        let is_another = known.as_ref().is_some_and(is_numbered_twice);
        if is_another {
            level.has_bracket = !known.as_ref().is_some_and(|known| known.has_bracket);
        }
        let is_other_kind =
            |known: &Level| was_list && known.next.is_some() != level.next.is_some();
        let is_other = known.as_ref().is_some_and(is_other_kind);
        let sign = match &mut level.next {
            Some(next) => {
                let sign = format!("{next}{} ", if level.has_bracket { ')' } else { '.' });
                *next = next.saturating_add(1);
                sign
            }
            None => "- ".to_owned(),
        };
        level.width = sign.len();
        let indent = self.indent(depth);
        self.levels.truncate(depth);
        self.levels.push(level);
        Mark { indent, sign, is_another: (is_another || is_other) && depth == 0 }
    }

    /// The space before what stands in so many lists.
    pub(super) fn indent(&self, depth: usize) -> String {
        let widths = self.levels.iter().take(depth).map(|level| level.width);
        " ".repeat(widths.sum())
    }
}
