//! What kinds of documents have in common: what they are called, what they tell, and to whom they may go.

use super::{Bilingual, Concern, DocumentKind, Filling, Naming, Tidings};
use crate::text::{Vocabulary as _, slug};

impl DocumentKind {
    /// The kinds that `erfa write` offers: the programme has a command of its own.
    pub fn written() -> impl Iterator<Item = Self> {
        let is_written =
            |kind: &Self| !matches!(kind.row().filling, Filling::Programme | Filling::Item);
        Self::all().filter(is_written)
    }

    /// What its subject line begins with, before a colon; `has_new_day` says whether the meeting is
    /// postponed to a new day.
    pub fn purpose(self, has_new_day: bool) -> Option<Bilingual> {
        let row = self.row();
        row.purpose_on_new_day.filter(|_| has_new_day).or(row.purpose)
    }

    /// Whether its recipients know from it how the meeting stands.
    pub fn tells_of_meeting(self) -> bool {
        matches!(self.row().tidings, Tidings::Meeting | Tidings::Cancellation)
    }

    /// Whether a mail of it speaks of the meeting as of something that is still to come.
    pub fn looks_ahead(self) -> bool {
        matches!(self.row().tidings, Tidings::Question | Tidings::Meeting)
    }

    /// Whether it may be told to nobody but those who have it in hand: no mail is made of it.
    pub fn is_confidential(self) -> bool {
        self.row().naming == Naming::Confidential
    }

    /// Whether each gets one of their own, whoever else reads at their address: it says something of them alone.
    pub fn is_of_one_person(self) -> bool {
        self.row().concern == Some(Concern::Recorded)
    }

    /// Whether it is about a meeting, and not about the network as a whole.
    pub fn is_about_meeting(self) -> bool {
        match self.row().filling {
            Filling::Programme | Filling::Item | Filling::MergeData | Filling::Letter => true,
            Filling::Year | Filling::Network => false,
        }
    }

    /// Whether it says that the meeting does not take place, or that it does without its recipients:
    /// it goes out whatever has become of the meeting and of them.
    pub fn says_farewell(self) -> bool {
        matches!(self.row().tidings, Tidings::Cancellation | Tidings::Withdrawal)
    }

    /// Whether people call it `words`, in either language.
    pub fn is_called(self, words: &str) -> bool {
        let wanted = slug(words);
        !wanted.is_empty() && self.names().iter().any(|name| slug(name) == wanted)
    }
}
