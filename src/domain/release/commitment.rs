//! What part people have and how certain they come, as versions keep it: in the order of their names, by the
//! words of files, and without the names, which stand beside it.

use super::{Content, Detail, DetailContent};
use crate::domain::session::{Certainty, Role};
use crate::text::Vocabulary as _;

/// What stands for somebody of whom nothing is said.
const NOTHING: &str = "-";

/// What part somebody has, and how certain that is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Commitment {
    /// The part.
    pub role: Option<Role>,
    /// How certain it is.
    pub status: Certainty,
}

impl Commitment {
    /// "moderator requested".
    fn in_words(self) -> String {
        let status = (self.status != Certainty::Fixed).then(|| self.status.word());
        let words: Vec<&str> = self.role.map(Role::word).into_iter().chain(status).collect();
        if words.is_empty() { NOTHING.to_owned() } else { words.join(" ") }
    }

    fn read(words: &str) -> Option<Self> {
        let mut found = Self::default();
        for word in words.split(' ').filter(|word| *word != NOTHING) {
            match (Role::read(word), Certainty::read(word)) {
                (Some(role), _) => found.role = Some(role),
                (None, Some(status)) => found.status = status,
                (None, None) => return None,
            }
        }
        Some(found)
    }
}

/// What a version keeps of these.
fn commitments_in_words(all: &[Commitment]) -> String {
    all.iter().map(|one| one.in_words()).collect::<Vec<_>>().join(", ")
}

impl Content {
    /// The same, with what each of the people whose names a version keeps has to do.
    #[must_use]
    pub fn with_commitments(mut self, all: &[Commitment]) -> Self {
        if let Some(kept) = self.details.iter_mut().find(|one| one.detail == Detail::Roles) {
            *kept = DetailContent::new(kept.detail, kept.sum, Some(commitments_in_words(all)));
        }
        self
    }

    /// What each of so many `people` has to do, in the order of their names; none where the version does not
    /// keep it.
    pub fn commitments(&self, people: usize) -> Option<Vec<Commitment>> {
        let Some(kept) = self.details.iter().find(|one| one.detail == Detail::Roles) else {
            let is_told = self.whole.is_none();
            return is_told.then(|| vec![Commitment::default(); people]);
        };
        let words = kept.words.as_ref()?;
        let all: Option<Vec<_>> = words.split(", ").map(Commitment::read).collect();
        all.filter(|all| all.len() == people)
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::{option, prop_assert_eq, proptest, sample};

    use super::*;
    use crate::domain::release::Checksum;

    proptest! {
        #[test]
        fn what_is_kept_is_read_again(
            all in vec(
                (
                    option::of(sample::select(Role::all().collect::<Vec<_>>())),
                    sample::select(Certainty::all().collect::<Vec<_>>()),
                ),
                1..30,
            ),
        ) {
            let all: Vec<_> =
                all.into_iter().map(|(role, status)| Commitment { role, status }).collect();
            let kept = DetailContent::new(Detail::Roles, Checksum(1), None);
            let content = Content { whole: None, details: vec![kept] }.with_commitments(&all);
            prop_assert_eq!(content.commitments(all.len()), Some(all.clone()));
            prop_assert_eq!(content.commitments(all.len() + 1), None);
        }
    }
}
