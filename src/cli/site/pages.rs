//! The files of a site, made or ready to be made.

use std::slice;

use anyhow::Result;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::document::agenda;
use crate::document::grid::{StrandLayout, laid_out};
use crate::document::model::{Document, Frame, Logo};
use crate::document::news::{News, news};
use crate::document::site::{self, Surroundings};
use crate::render::atom::atom;
use crate::render::ics::{self, Schedule};
use crate::render::{Failure, Format};
use crate::source::threads;
use crate::system::prints::checksum;
use crate::text::{Language, Vocabulary as _};
use crate::view;
use crate::view::DocumentKind;
use crate::view::calendar::Calendar;
use crate::view::site::{Page, Site, entry, feed};

/// All files, and whether there is a feed of news among them.
pub(super) struct Pages {
    /// The files.
    pub(super) files: Vec<File>,
    /// Whether there is a feed of news.
    pub(super) has_news: bool,
    /// Their languages.
    pub(super) languages: Vec<Language>,
}

/// A file of a site.
pub(super) struct File {
    /// Its path in the folder.
    pub(super) path: String,
    /// What it holds.
    pub(super) content: Content,
}

/// What a file holds.
pub(super) enum Content {
    /// These bytes.
    Ready(Vec<u8>),
    /// A document in this format, which takes long to make; and a checksum of what it is made from.
    Due(Box<Document>, Format, String),
}

/// The formats in which programmes lie beside their pages.
const FORMATS: &[Format] =
    if cfg!(feature = "pdf") { &[Format::Pdf, Format::Docx] } else { &[Format::Docx] };

/// The files of the site in these languages.
pub(super) fn site(languages: &[Language], loaded: &Loaded, context: &Context) -> Result<Pages> {
    let logos = loaded.network_logos()?;
    let design = design(loaded);
    let mut files = Pages { files: Vec::new(), has_news: false, languages: languages.to_vec() };
    for language in languages {
        let site = view::site::site(&loaded.workspace, context.clock.today(), *language);
        let calendar = feed(&loaded.workspace, &site);
        let folder = site::folder(*language, languages);
        let address = loaded.workspace.network.site.url.as_ref();
        let news = address.and_then(|address| news(&site, &format!("{address}{folder}")));
        files.has_news |= news.is_some();
        let surroundings = Surroundings {
            site: &site,
            languages,
            has_calendar: calendar.is_some(),
            has_news: news.is_some(),
        };
        let (site, logos, design) = (&site, &logos[..], &*design);
        let one = OneLanguage { site, surroundings, logos, design, loaded, context };
        let add =
            |(path, content): (String, Content)| File { path: folder.clone() + &path, content };
        files.files.extend(one.files(calendar, news.as_ref())?.into_iter().map(add));
    }
    Ok(files)
}

/// What decides how papers look beside what they say.
fn design(loaded: &Loaded) -> String {
    let own = Format::Pdf.look(&[Document::new(Language::German, "", Vec::new())]);
    let own = own.and_then(|path| loaded.sources.find(path));
    format!(
        "{} {}",
        env!("CARGO_PKG_VERSION"),
        own.map(|(_, file)| &*file.text).unwrap_or_default()
    )
}

/// The site in one language.
struct OneLanguage<'a> {
    site: &'a Site,
    surroundings: Surroundings<'a>,
    logos: &'a [Logo],
    design: &'a str,
    loaded: &'a Loaded,
    context: &'a Context,
}

impl OneLanguage<'_> {
    fn files(
        &self,
        calendar: Option<Calendar>,
        news: Option<&News>,
    ) -> Result<Vec<(String, Content)>> {
        let Self { site, surroundings, .. } = self;
        let mut files = vec![self.page(site::FRONT, surroundings.front())?];
        if !site.past.is_empty() {
            files.push(self.page(site::ARCHIVE, surroundings.archive())?);
        }
        if !site.members.is_empty() {
            files.push(self.page(site::MEMBERS, surroundings.members())?);
        }
        if let Some(calendar) = calendar {
            files.push((site::CALENDAR.to_owned(), calendar_file(calendar)));
        }
        files.extend(news.map(|news| (site::NEWS.to_owned(), Content::Ready(atom(news)))));
        for page in site.pages() {
            files.extend(self.meeting(page)?);
        }
        Ok(files)
    }

    /// A page of the network, with its pictures.
    fn page(&self, path: &str, document: Document) -> Result<(String, Content)> {
        let frame = Frame { logos: self.logos.to_vec(), ..document.frame.clone() };
        self.html(path, &Document { frame, ..document })
    }

    fn html(&self, path: &str, document: &Document) -> Result<(String, Content)> {
        Answer::about(self.loaded).rely_on_look(Format::Html, slice::from_ref(document))?;
        let page = Format::Html.file(document, &self.loaded.sources);
        let page = page.map_err(|fault| Answer::about(self.loaded).fault(fault, self.context))?;
        Ok((path.to_owned(), Content::Ready(page)))
    }

    /// The page of a meeting, and what lies beside it.
    fn meeting(&self, page: &Page) -> Result<Vec<(String, Content)>> {
        let Self { site, surroundings, loaded, .. } = self;
        let id = &page.programme.meeting.id;
        let Some(meeting) = loaded.workspace.meeting(id) else { return Ok(Vec::new()) };
        let template = loaded.template(DocumentKind::Programme.word(), site.language, meeting);
        let document = template.and_then(|template| template.render(&page.programme));
        let document = document.map_err(|findings| loaded.fail(findings))?;
        let mut document = laid_out(document, StrandLayout::default());
        document.frame.logos = loaded.logos(meeting)?;
        let has_papers = page.is_whole && !agenda::is_empty(&page.programme.days);
        let papers = if has_papers { FORMATS } else { &[] };
        let calendar = entry(&loaded.workspace, page);
        let endings = papers.iter().map(|format| format.extension());
        let endings: Vec<&str> = endings.chain(calendar.as_ref().map(|_| "ics")).collect();
        let mut files = Vec::new();
        for format in papers {
            Answer::about(loaded).rely_on_look(*format, slice::from_ref(&document))?;
            let path = site::path_of(id, format.extension());
            files.push((path, self.paper(&document, *format)));
        }
        let path = site::path_of(id, "html");
        files.push(self.html(&path, &surroundings.meeting(page, document, &endings))?);
        let calendar = calendar.map(|it| (site::path_of(id, "ics"), calendar_file(it)));
        files.extend(calendar);
        Ok(files)
    }

    /// A document that is made only if it is needed.
    fn paper(&self, document: &Document, format: Format) -> Content {
        let mut bare = document.clone();
        let logos = std::mem::take(&mut bare.frame.logos);
        let mut made_from = format!("{} {} {bare:?}", format.extension(), self.design).into_bytes();
        for logo in logos {
            made_from.extend_from_slice(logo.alt.as_bytes());
            made_from.extend_from_slice(&logo.bytes);
        }
        Content::Due(Box::new(document.clone()), format, checksum(&made_from))
    }
}

fn calendar_file(calendar: Calendar) -> Content {
    Content::Ready(ics::ics(&Schedule::Meetings(calendar)).into_bytes())
}

/// Makes what is due, each in its place; several at once if there are many.
pub(super) fn made(
    due: &[(&Document, Format)],
    loaded: &Loaded,
    context: &Context,
) -> Result<Vec<Vec<u8>>> {
    let made = threads::each(due, |(document, format)| format.file(document, &loaded.sources));
    let (mut files, mut findings) = (Vec::new(), Vec::new());
    for made in made {
        match made {
            Ok(file) => files.push(file),
            Err(Failure::Findings(found)) => findings.extend(found),
            Err(failure) => return Err(Answer::about(loaded).fault(failure, context)),
        }
    }
    if findings.is_empty() { Ok(files) } else { Err(loaded.fail(findings)) }
}
