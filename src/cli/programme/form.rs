//! One form of a programme: its format, and all that bears on what is in the file.

use anyhow::Result;

use super::calendar::calendar;
use super::item::not_there;
use super::since::{Since, since};
use crate::cli::answer::{Answer, Wanted};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::output::Offer;
use crate::diagnostic::request::BadArgument;
use crate::document::changes;
use crate::document::grid::{StrandLayout, laid_out};
use crate::document::model::Document;
use crate::document::spreadsheet;
use crate::domain::meeting::Meeting;
use crate::render::sheet::{Paper, Sheet};
use crate::render::{Format, Shape};
use crate::text::{Vocabulary as _, slug};
use crate::view::DocumentKind;
use crate::view::item::{item, only};
use crate::view::programme::{Edition, Programme, programme};

/// A form of a programme.
#[derive(Clone, Copy, Debug)]
pub(in crate::cli) struct Form<'a> {
    /// The format, and how a PDF is put on paper.
    pub(super) wanted: Wanted,
    /// The edition, if one was named.
    pub(super) edition: Option<Edition>,
    /// How parallel strands are laid out.
    pub(super) layout: StrandLayout,
    /// Whether a calendar has an entry for each item.
    pub(super) items: bool,
    /// The only item it tells of.
    pub(super) item: Option<&'a str>,
    /// The version since which it tells what has changed, instead of the programme.
    pub(super) since: Option<Since>,
}

impl Offer for Form<'_> {
    const SHAPES: &'static [Shape] =
        &[Shape::Screen, Shape::Document, Shape::Paper, Shape::Calendar, Shape::Table, Shape::Data];
    const MORE: &'static str = "`ics` is an entry for calendars; it is always for everybody. Its \
                                sequence rises with `erfa release`. What is planned is tentative \
                                there until its first version is given out; an idea always is. As \
                                organiser stands the network with an address that is nobody's, \
                                noreply@erfa.invalid.";
}

impl Form<'_> {
    /// The usual form in a format.
    pub(in crate::cli) fn new(wanted: Wanted) -> Self {
        Self {
            wanted,
            edition: None,
            layout: StrandLayout::default(),
            items: false,
            item: None,
            since: None,
        }
    }

    /// It in an edition.
    pub(in crate::cli) fn in_edition(self, edition: Edition) -> Self {
        Self { edition: Some(edition), ..self }
    }

    /// Refuses what no calendar can tell, and items of anything else.
    pub(super) fn check(&self) -> Result<()> {
        let format = self.wanted.format;
        let refuse = |name: &str, german: &str, english: &str| {
            Err(Findings::one(BadArgument {
                name: name.to_owned(),
                found: format.extension().to_owned(),
                german: german.to_owned(),
                english: english.to_owned(),
            })
            .into())
        };
        match format.shape() {
            Shape::Calendar | Shape::Table if self.since.is_some() => refuse(
                "--since",
                "Änderungen gibt es als Text, Markdown, HTML, PDF, für Word oder als JSON",
                "changes come as text, Markdown, HTML, PDF, for Word or as JSON",
            ),
            Shape::Calendar if self.item.is_some() => refuse(
                "--item",
                "mit `--items` hat der Kalender einen Eintrag für jeden Programmpunkt mit Uhrzeit",
                "with `--items` the calendar has an entry for each item that has a time",
            ),
            Shape::Calendar if self.edition.is_some_and(|edition| edition != Edition::Full) => {
                refuse(
                    "--edition",
                    "ein Kalendereintrag ist immer für alle",
                    "a calendar entry is always for everybody",
                )
            }
            Shape::Calendar => Ok(()),
            Shape::Screen
            | Shape::Document
            | Shape::Paper
            | Shape::Data
            | Shape::Table
            | Shape::Workbook
            | Shape::Drawing
            | Shape::Mail => {
                if !self.items {
                    return Ok(());
                }
                refuse(
                    "--items",
                    "einzelne Programmpunkte gibt es nur mit `--format ics`",
                    "single items come with `--format ics` only",
                )
            }
        }
    }

    /// What a file of this form is called, without its ending: two forms never share a name.
    pub(super) fn stem(&self, meeting: &Meeting) -> String {
        let Sheet { paper, large, one_page } = self.wanted.sheet;
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
        words.join("-")
    }

    /// The file.
    pub(in crate::cli) fn bytes(
        &self,
        meeting: &Meeting,
        loaded: &Loaded,
        context: &Context,
    ) -> Result<Vec<u8>> {
        self.answer(meeting, loaded, context).encode(self.wanted, context)
    }

    /// What it says, in any format.
    fn answer<'a>(
        &'a self,
        meeting: &'a Meeting,
        loaded: &'a Loaded,
        context: &'a Context,
    ) -> Answer<'a> {
        let edition = self.edition.unwrap_or_default();
        let answer = Answer::about(loaded);
        if let Some(version) = self.since {
            let changes = move || since(version, meeting, edition, loaded);
            return answer
                .document(move |_, _| Ok(changes::document(&changes()?, loaded.document_language)))
                .data(move |_| changes());
        }
        answer
            .document(move |format, _| self.document(format, meeting, loaded, context))
            .calendar(move |_| calendar(meeting, self.items, loaded, context))
            .table(move |_| Ok(spreadsheet::programme(&self.programme(meeting, loaded, context)?)))
            .data(move |_| self.programme(meeting, loaded, context))
    }

    /// What is told of the meeting.
    fn programme(
        &self,
        meeting: &Meeting,
        loaded: &Loaded,
        context: &Context,
    ) -> Result<Programme> {
        let edition = self.edition.unwrap_or_default();
        let today = context.clock.today();
        let tell = |edition| {
            let language = loaded.document_language;
            programme(&loaded.workspace, meeting, language, edition).on(meeting, today)
        };
        match self.item {
            None => Ok(tell(edition)),
            Some(id) => {
                only(tell(edition), id).ok_or_else(|| not_there(id, edition, meeting, tell).into())
            }
        }
    }

    /// The same as a document.
    fn document(
        &self,
        format: Format,
        meeting: &Meeting,
        loaded: &Loaded,
        context: &Context,
    ) -> Result<Document> {
        let edition = self.edition.unwrap_or_default();
        let told = self.programme(meeting, loaded, context)?;
        let alone = self.item.and_then(|id| item(&loaded.workspace, told.clone(), id));
        let language = loaded.document_language;
        let template = |kind: DocumentKind| loaded.template(kind.word(), language, meeting);
        let document = match &alone {
            Some(sheet) => template(DocumentKind::Item).and_then(|it| it.render(sheet)),
            None if edition == Edition::RunSheet => {
                template(DocumentKind::RunSheet).and_then(|it| it.render(&told))
            }
            None => template(DocumentKind::Programme).and_then(|it| it.render(&told)),
        };
        let document = document.map_err(|findings| loaded.fail(findings))?;
        // A run sheet tells everything of an entry, which no cell has room for.
        let has_grids = format.has_look() && edition != Edition::RunSheet;
        let mut document = if has_grids { laid_out(document, self.layout) } else { document };
        if self.layout == StrandLayout::Grid && !document.has_grid() {
            context.note(context.say(
                "Kein Raster: dafür braucht jeder Punkt eines Blocks mit `kind = \"parallel\"` \
                 Strang oder Ort, Beginn und Ende, und keiner darf den anderen überlappen.",
                "No grid: every item of a block with `kind = \"parallel\"` needs a track or a \
                 place, a beginning and an end, and none may overlap another.",
            ));
        }
        if format.has_look() {
            document.frame.logos = loaded.logos(meeting)?;
        }
        Ok(document)
    }
}
