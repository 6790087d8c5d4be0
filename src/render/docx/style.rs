//! The names of the styles of paragraphs.

use crate::text::Language;

/// The deepest level that stands in further than the one above it.
pub(super) const DEEPEST: usize = 5;

/// The style of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    Normal,
    /// Pictures above everything else.
    Logos,
    /// Whose document it is, above its title.
    Issuer,
    Heading(u8),
    Subtitle,
    Fact,
    Quote,
    /// What is typed.
    Code,
    Caption,
    Rule,
    ListBullet,
    ListNumber,
    /// What follows the first paragraph of an item of a list, with how deep it stands.
    ListContinue(usize),
    TableHeading,
    TableText,
    Time,
    /// What the chair must mind.
    Cue,
    /// The hours at the side of a grid.
    GridTime,
    /// A title in a cell of a grid.
    GridEntry,
    /// What else stands in a cell of a grid.
    GridDetail,
    /// The lines of a programme, with how deep they stand.
    Entry(usize),
    Pause(usize),
    People(usize),
    Place(usize),
    Description(usize),
    Header,
    Footer,
}

impl Style {
    /// The style for a level, which may be deeper than there are styles.
    pub(super) fn at(self) -> Self {
        match self {
            Self::Entry(level) => Self::Entry(level.min(DEEPEST)),
            Self::Pause(level) => Self::Pause(level.min(DEEPEST)),
            Self::People(level) => Self::People(level.min(DEEPEST)),
            Self::Place(level) => Self::Place(level.min(DEEPEST)),
            Self::Description(level) => Self::Description(level.min(DEEPEST)),
            Self::ListContinue(level) => Self::ListContinue(level.min(DEEPEST)),
            Self::Heading(level) => Self::Heading(level.clamp(1, 6)),
            Self::Normal
            | Self::Logos
            | Self::Issuer
            | Self::Subtitle
            | Self::Fact
            | Self::Quote
            | Self::Code
            | Self::Caption
            | Self::Rule
            | Self::ListBullet
            | Self::ListNumber
            | Self::TableHeading
            | Self::TableText
            | Self::Time
            | Self::Cue
            | Self::GridTime
            | Self::GridEntry
            | Self::GridDetail
            | Self::Header
            | Self::Footer => self,
        }
    }

    /// The key that paragraphs name.
    pub(super) fn id(self) -> String {
        let numbered = |name: &str, level: usize| match level {
            0 => name.to_owned(),
            _ => format!("{name}{}", level + 1),
        };
        match self {
            Self::Normal => "Normal".to_owned(),
            Self::Logos => "Logos".to_owned(),
            Self::Issuer => "Issuer".to_owned(),
            Self::Heading(level) => format!("Heading{level}"),
            Self::Subtitle => "Subtitle".to_owned(),
            Self::Fact => "Fact".to_owned(),
            Self::Quote => "Quote".to_owned(),
            Self::Code => "Code".to_owned(),
            Self::Caption => "Caption".to_owned(),
            Self::Rule => "Rule".to_owned(),
            Self::ListBullet => "ListBullet".to_owned(),
            Self::ListNumber => "ListNumber".to_owned(),
            Self::ListContinue(level) => numbered("ListContinue", level),
            Self::TableHeading => "TableHeading".to_owned(),
            Self::TableText => "TableText".to_owned(),
            Self::Time => "ProgrammeTime".to_owned(),
            Self::Cue => "ProgrammeCue".to_owned(),
            Self::GridTime => "GridTime".to_owned(),
            Self::GridEntry => "GridEntry".to_owned(),
            Self::GridDetail => "GridDetail".to_owned(),
            Self::Entry(level) => numbered("ProgrammeEntry", level),
            Self::Pause(level) => numbered("ProgrammePause", level),
            Self::People(level) => numbered("ProgrammePeople", level),
            Self::Place(level) => numbered("ProgrammePlace", level),
            Self::Description(level) => numbered("ProgrammeDescription", level),
            Self::Header => "Header".to_owned(),
            Self::Footer => "Footer".to_owned(),
        }
    }

    /// What Word's list of styles says. Word itself translates the names of its own styles.
    pub(super) fn name(self, language: Language) -> String {
        let own = |german: &str, english: &str, level: usize| {
            let name = match language {
                Language::German => german,
                Language::English => english,
            };
            if level == 0 { name.to_owned() } else { format!("{name} {}", level + 1) }
        };
        match self {
            Self::Normal => "Normal".to_owned(),
            Self::Logos => own("Logos", "Logos", 0),
            Self::Issuer => own("Herausgeber", "Issuer", 0),
            Self::Heading(level) => format!("heading {level}"),
            Self::Subtitle => "Subtitle".to_owned(),
            Self::Fact => own("Angabe", "Fact", 0),
            Self::Quote => "Quote".to_owned(),
            Self::Code => own("Eingabe", "Code", 0),
            Self::Caption => "caption".to_owned(),
            Self::Rule => own("Trennlinie", "Rule", 0),
            Self::ListBullet => "List Bullet".to_owned(),
            Self::ListNumber => "List Number".to_owned(),
            Self::ListContinue(0) => "List Continue".to_owned(),
            Self::ListContinue(level) => format!("List Continue {}", level + 1),
            Self::TableHeading => own("Tabellenkopf", "Table Heading", 0),
            Self::TableText => own("Tabellentext", "Table Text", 0),
            Self::Cue => own("Programm Regie", "Programme Cue", 0),
            Self::GridTime => own("Raster Zeit", "Grid Time", 0),
            Self::GridEntry => own("Raster Punkt", "Grid Entry", 0),
            Self::GridDetail => own("Raster Angabe", "Grid Detail", 0),
            Self::Time => own("Programm Zeit", "Programme Time", 0),
            Self::Entry(level) => own("Programm Punkt", "Programme Entry", level),
            Self::Pause(level) => own("Programm Pause", "Programme Break", level),
            Self::People(level) => own("Programm Personen", "Programme People", level),
            Self::Place(level) => own("Programm Ort", "Programme Place", level),
            Self::Description(level) => {
                own("Programm Beschreibung", "Programme Description", level)
            }
            Self::Header => "header".to_owned(),
            Self::Footer => "footer".to_owned(),
        }
    }
}
