//! How far a meeting has come.

use crate::text::vocabulary;

vocabulary! {
    /// How far a meeting has come.
    #[derive(Default)]
    pub enum Status {
        /// Only thought of.
        Idea = "idea" => ("Idee", "idea"),
        /// Date and host are meant.
        #[default]
        Planned = "planned" => ("geplant", "planned"),
        /// Invitations are out.
        Invited = "invited" => ("eingeladen", "invited"),
        /// It took place.
        Held = "held" => ("durchgeführt", "held"),
        /// It will not take place.
        Cancelled = "cancelled" => ("abgesagt", "cancelled"),
        /// It takes place at another time.
        Postponed = "postponed" => ("verschoben", "postponed"),
    }
}
