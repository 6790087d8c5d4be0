//! Kinds of sessions in words.

use super::Words;
use crate::domain::session::Kind;

impl Words {
    /// What people call a kind of session; it stands for a missing title.
    pub fn kind(self, kind: Kind) -> &'static str {
        let (german, english) = kind.words();
        self.pick(german, english)
    }
}
