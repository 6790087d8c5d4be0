//! What a run sheet tells of an entry beyond the programme.

use serde::Serialize;

/// What only the chair needs to know of an entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// When it begins as data, given or computed: "10:15"; "00:30" after 22:00 is on the next day.
    pub start: Option<String>,
    /// When it ends as data, given or computed.
    pub end: Option<String>,
    /// Whether the beginning is a planning value: nobody gave it, the program computed it.
    pub start_planned: bool,
    /// Whether the end is a planning value.
    pub end_planned: bool,
    /// What stands in the time column instead of the programme's words, planning values marked:
    /// "≈ 10:15–10:45 Uhr".
    pub time: Option<String>,
    /// How long it takes in minutes, given or computed.
    pub minutes: Option<u32>,
    /// The same in words, a planning value marked: "≈ 30 min".
    pub length: Option<String>,
    /// Who sees to it.
    pub responsible: Option<String>,
    /// What it needs.
    pub equipment: Option<String>,
    /// The coordinator's own note.
    pub note: Option<String>,
    /// Responsible, equipment, free time after it and note, one line each, worded: "Technik: Beamer".
    pub lines: Vec<String>,
}
