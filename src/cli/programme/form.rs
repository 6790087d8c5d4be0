//! One form of a programme: its format, and all that bears on what is in the file.

use anyhow::Result;

use super::calendar::calendar;
use super::item::not_there;
use super::since::{Since, since};
use crate::cli::context::Context;
use crate::cli::format::{self, Format};
use crate::cli::loaded::Loaded;
use crate::cli::paper;
use crate::document::grid::{Layout, laid_out};
use crate::document::spreadsheet;
use crate::document::template::Template;
use crate::domain::meeting::Meeting;
use crate::render::csv::csv;
use crate::render::json::json;
use crate::render::sheet::{Paper, Sheet};
use crate::text::{Vocabulary as _, slug};
use crate::view::DocumentKind;
use crate::view::item::{item, only};
use crate::view::programme::{Edition, programme};

/// A form of a programme.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    /// The format.
    pub(super) format: Format,
    /// The edition, if one was named.
    pub(super) edition: Option<Edition>,
    /// How parallel strands are laid out.
    pub(super) layout: Layout,
    /// How a PDF is put on paper.
    pub(super) sheet: Sheet,
    /// Whether a calendar has an entry for each item.
    pub(super) items: bool,
    /// The only item it tells of.
    pub(super) item: Option<&'a str>,
    /// The version since which it tells what has changed, instead of the programme.
    pub(super) since: Option<Since>,
}

impl Form<'_> {
    /// The usual form in a format.
    pub(super) fn new(format: Format) -> Self {
        Self {
            format,
            edition: None,
            layout: Layout::default(),
            sheet: Sheet::default(),
            items: false,
            item: None,
            since: None,
        }
    }

    /// What a file of this form is called: two forms never share a name.
    pub(super) fn name(&self, meeting: &Meeting) -> String {
        let Sheet { paper, large, one_page } = self.sheet;
        let edition = self.edition.filter(|edition| *edition != Edition::Full).map(Edition::word);
        let item = self.item.map(slug);
        let marks = [
            self.since.map(|_| "changes"),
            edition,
            item.as_deref(),
            self.items.then_some("items"),
            (paper != Paper::default()).then(|| paper.word()),
            large.then_some("large"),
            one_page.then_some("one-page"),
        ];
        let words: Vec<&str> =
            std::iter::once(meeting.id.as_str()).chain(marks.into_iter().flatten()).collect();
        format!("{}.{}", words.join("-"), self.format.extension())
    }

    /// The file.
    pub(super) fn bytes(
        &self,
        meeting: &Meeting,
        loaded: &Loaded,
        context: &Context,
    ) -> Result<Vec<u8>> {
        let language = loaded.document_language;
        let edition = self.edition.unwrap_or_default();
        if self.format == Format::Ics {
            return Ok(calendar(meeting, self.items, loaded, context)?.into_bytes());
        }
        if let Some(version) = self.since {
            return since(version, meeting, edition, self.format, self.sheet, loaded, context);
        }
        let tell = |edition| programme(&loaded.workspace, meeting, language, edition);
        let mut answer = tell(edition);
        let mut alone = None;
        if let Some(id) = self.item {
            let refused = || not_there(id, edition, meeting, tell);
            answer = only(answer, id).ok_or_else(refused)?;
            alone = item(&loaded.workspace, answer.clone(), id);
        }
        match self.format {
            Format::Csv => return Ok(csv(&spreadsheet::programme(&answer))?),
            Format::Json => return Ok(json(&answer)?.into_bytes()),
            _ => {}
        }
        let template = |kind| Template::find(kind, language, &loaded.sources);
        let document = match &alone {
            Some(sheet) => template(DocumentKind::Item).render(sheet),
            None if edition == Edition::RunSheet => {
                template(DocumentKind::RunSheet).render(&answer)
            }
            None => template(DocumentKind::Programme).render(&answer),
        };
        let document = document.map_err(|findings| loaded.fail(findings))?;
        // A run sheet tells everything of an entry, which no cell has room for.
        let has_grids = self.format.has_wide_tables() && edition != Edition::RunSheet;
        let document = if has_grids { laid_out(document, self.layout) } else { document };
        if self.layout == Layout::Grid && !document.has_grid() {
            context.note(context.say(
                "Kein Raster: dafür braucht jeder Punkt eines Blocks mit `kind = \"parallel\"` \
                 Strang oder Ort, Beginn und Ende, und keiner darf den anderen überlappen.",
                "No grid: every item of a block with `kind = \"parallel\"` needs a track or a \
                 place, a beginning and an end, and none may overlap another.",
            ));
        }
        let mut document = loaded.styled(document, self.format)?;
        if self.format.shows_logos() {
            document.frame.logos = loaded.logos(meeting)?;
        }
        match self.format {
            Format::Pdf => paper::pdf(&[document], self.sheet, loaded),
            _ => format::bytes(&document, self.format, context),
        }
    }
}
