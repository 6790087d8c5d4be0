//! The keys of a table that somebody asked for.

/// More keys than most tables can have.
const MANY_KEYS: usize = 40;

/// A bit for `key`, which few others have.
pub(super) fn mark(key: &str) -> u64 {
    let [first, last] =
        [key.bytes().next(), key.bytes().next_back()].map(Option::unwrap_or_default);
    1 << ((key.len() + 5 * usize::from(first) + 11 * usize::from(last)) % 64)
}

/// The keys that somebody asked for.
#[derive(Default)]
pub(super) struct Known {
    /// Those that may be there stand first.
    keys: Vec<&'static str>,
    /// How many of them may be there.
    likely: usize,
}

impl Known {
    /// None yet.
    pub(super) fn none() -> Self {
        Self { keys: Vec::with_capacity(MANY_KEYS), likely: 0 }
    }

    /// One more; `is_likely` if it may be there, as its mark tells.
    pub(super) fn add(&mut self, key: &'static str, is_likely: bool) {
        self.keys.push(key);
        if is_likely {
            let last = self.keys.len() - 1;
            self.keys.swap(self.likely, last);
            self.likely += 1;
        }
    }

    /// Whether somebody asked for `key`, which is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys[..self.likely].contains(&key)
    }

    /// All of them by name, each once.
    pub(super) fn into_names(self) -> Vec<&'static str> {
        let mut names = self.keys;
        names.sort_unstable();
        names.dedup();
        names
    }
}
