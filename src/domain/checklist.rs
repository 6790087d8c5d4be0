//! What is to be done for every meeting, and how many days before it.

use super::id::Id;
use super::line::Line;
use crate::text::{Language, Vocabulary as _, vocabulary};

vocabulary! {
    /// Something that is done for every meeting and of which the program knows when it is done, in the
    /// order of its day. Its name says what to do.
    pub enum Task {
        /// The day is told long before.
        SaveTheDate = "save-the-date" => ("Termin vorab mitteilen", "send a save-the-date"),
        /// The place is settled.
        Venue = "venue" => ("Ort festlegen", "settle the venue"),
        /// Who only was asked has agreed.
        Speakers = "speakers" => ("Mitwirkende bestätigen lassen", "have the speakers confirmed"),
        /// A version of the programme is given out.
        Programme = "programme" => ("Programm freigeben", "release the programme"),
        /// The invitations went out.
        Invitation = "invitation" => ("Einladen", "invite"),
        /// Who has not answered is reminded.
        Reminder = "reminder" => ("An die Antwort erinnern", "remind of the answer"),
        /// The press knows.
        Press = "press" => ("Presse informieren", "inform the press"),
        /// The list to sign lies ready.
        SignInList = "sign-in-list" => ("Unterschriftenliste drucken", "print the sign-in list"),
        /// The files say that it took place.
        Held = "held" => ("Als durchgeführt festhalten", "record it as held"),
        /// Who was there is thanked.
        Thanks = "thanks" => ("Danken", "say thanks"),
        /// The minutes are written.
        Minutes = "minutes" => ("Protokoll schreiben", "write the minutes"),
    }
}

impl Task {
    /// How many days before the meeting it is due where the network says nothing; below 0 as many days
    /// after its last one.
    pub fn usual_days(self) -> i64 {
        match self {
            Self::SaveTheDate => 84,
            Self::Venue => 70,
            Self::Speakers => 56,
            Self::Programme => 49,
            Self::Invitation => 42,
            Self::Reminder => 14,
            Self::Press => 7,
            Self::SignInList => 2,
            Self::Held => -1,
            Self::Thanks => -3,
            Self::Minutes => -14,
        }
    }
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Work {
    /// Something that the program knows.
    Known(Task),
    /// Something of the network's own, of which only people know when it is done.
    Own {
        /// Its key.
        id: Id,
        /// What to do.
        title: Line,
    },
}

impl Work {
    /// The key by which files and commands name it.
    pub fn id(&self) -> &str {
        match self {
            Self::Known(task) => task.word(),
            Self::Own { id, .. } => id.as_str(),
        }
    }

    /// What to do, in words.
    pub fn name(&self, language: Language) -> &str {
        match self {
            Self::Known(task) => task.name(language),
            Self::Own { title, .. } => title.as_str(),
        }
    }
}

/// An item of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistItem {
    /// What is to be done.
    pub work: Work,
    /// How many days before the meeting; below 0 as many days after its last one.
    pub days: i64,
}

/// What is to be done for every meeting, in the order of its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist(Vec<ChecklistItem>);

impl Checklist {
    /// A checklist of these items.
    pub fn new(mut items: Vec<ChecklistItem>) -> Self {
        items.sort_by_key(|item| -item.days);
        Self(items)
    }

    /// Its items, the first that is due first.
    pub fn items(&self) -> &[ChecklistItem] {
        &self.0
    }
}

impl Default for Checklist {
    fn default() -> Self {
        let item = |task: Task| ChecklistItem { work: Work::Known(task), days: task.usual_days() };
        Self::new(Task::all().map(item).collect())
    }
}
