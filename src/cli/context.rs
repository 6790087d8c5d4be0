//! What every command starts from: the settings of this run, and the workspace.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::Global;
use super::failure::Findings;
use super::format::Format;
use crate::diagnostic::file::FileUnreadable;
use crate::diagnostic::reference::{Kind, UnknownReference};
use crate::diagnostic::request::{BadArgument, BuiltInNetwork, NoMeeting, NoWorkspace};
use crate::diagnostic::{Appearance, Diagnostic, Severity, Summary, render, stops};
use crate::document::model::{Document, Frame};
use crate::document::style_sheet;
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::input::{self, parse_date};
use crate::plan::programme::clash;
use crate::render::json::json;
use crate::source::Sources;
use crate::system::clock::Clock;
use crate::system::environment::Environment;
use crate::system::secret::Secret;
use crate::system::terminal::{self, Colour, Stream};
use crate::system::{built_in, files};
use crate::text::{Language, nearest, slug};

/// The settings of this run.
pub(super) struct Context {
    /// The language of help, findings and tables.
    pub(super) language: Language,
    /// The clock.
    pub(super) clock: Clock,
    /// Standard output.
    pub(super) output: Stream,
    /// Standard error.
    pub(super) error: Stream,
    /// Whether warnings are errors.
    pub(super) strict: bool,
    /// The workspace that the user named.
    pub(super) directory: Option<PathBuf>,
    /// The language of documents that the user asked for.
    pub(super) document_language: Option<Language>,
    /// The name to log in to the mail server with, from the environment.
    pub(super) smtp_user: Option<String>,
    /// The password that goes with it.
    pub(super) smtp_password: Option<Secret>,
    quiet: bool,
}

/// A workspace without errors.
pub(super) struct Loaded {
    /// Its files.
    pub(super) sources: Arc<Sources>,
    /// What they say.
    pub(super) workspace: Workspace,
    /// Its folder; none for the built-in copy.
    pub(super) root: Option<PathBuf>,
    /// The language of documents and of data for other programs.
    pub(super) document_language: Language,
}

/// A workspace as it was found, with all its findings.
pub(super) struct Found {
    /// Its files.
    pub(super) sources: Arc<Sources>,
    /// What they say; none if what other entries point at could not be understood.
    pub(super) workspace: Option<Workspace>,
    /// What is wrong with them.
    pub(super) findings: Vec<Diagnostic>,
    /// Its folder; none for the built-in copy.
    pub(super) root: Option<PathBuf>,
}

impl Context {
    /// The settings that arguments and environment give; the arguments win. The result says
    /// whether the command can begin: not if `ERFA_TODAY` is no date.
    pub(super) fn new(global: Global, environment: Environment) -> (Self, anyhow::Result<()>) {
        let wish = global.color.unwrap_or_default();
        let set = environment.today.as_deref().map(|words| (words, parse_date(words)));
        let context = Self {
            language: environment.language,
            clock: Clock::new(global.today.or(set.and_then(|(_, day)| day))),
            output: Stream::output(wish, &environment),
            error: Stream::error(wish, &environment),
            strict: global.strict,
            directory: global.dir.or(environment.directory),
            document_language: global.lang,
            smtp_user: environment.smtp_user,
            smtp_password: environment.smtp_password,
            quiet: global.quiet,
        };
        let ready = match set {
            Some((words, None)) if global.today.is_none() => Err(Findings::one(BadArgument {
                name: "ERFA_TODAY".to_owned(),
                found: words.to_owned(),
                german: "schreiben Sie den Tag wie 2026-03-01".to_owned(),
                english: "write the day like 2026-03-01".to_owned(),
            })
            .into()),
            _ => Ok(()),
        };
        (context, ready)
    }

    /// Whether the user wants to hear of errors alone.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// How findings look on standard error.
    pub(super) fn appearance(&self) -> Appearance {
        Appearance { language: self.language, colour: self.error.colour, width: self.error.width }
    }

    /// The one of two words that fits the user's language.
    pub(super) fn say<'w>(&self, german: &'w str, english: &'w str) -> &'w str {
        match self.language {
            Language::German => german,
            Language::English => english,
        }
    }

    /// Writes an answer to standard output.
    pub(super) fn print(&self, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
        let what = self.say("die Ausgabe lässt sich nicht schreiben", "cannot write the output");
        terminal::print(bytes.as_ref()).with_context(|| what.to_owned())
    }

    /// Writes an answer as data for other programs.
    pub(super) fn print_json(&self, answer: &impl serde::Serialize) -> anyhow::Result<()> {
        self.print(json(answer)?)
    }

    /// Tells the user something beside the answer.
    pub(super) fn note(&self, words: &str) {
        if !self.quiet {
            terminal::tell(&format!("{words}\n"));
        }
    }

    /// Finds and reads the workspace, whatever its state.
    pub(super) fn find(&self) -> anyhow::Result<Found> {
        let root = self.root()?;
        let files = match &root {
            Some(root) => files::read_all(root, input::FILES, input::FOLDERS),
            None => built_in::workspace(),
        };
        let reading = input::read(files);
        let mut findings = reading.findings;
        let today = self.clock.today();
        findings.extend(reading.workspace.iter().flat_map(|one| clash::findings(one, today)));
        findings.sort_by_key(|finding| finding.place);
        let (workspace, sources) = (reading.workspace, Arc::new(reading.sources));
        Ok(Found { sources, workspace, findings, root })
    }

    /// Finds and reads the workspace; its errors are the end, and the user is told of warnings.
    pub(super) fn load(&self) -> anyhow::Result<Loaded> {
        let (loaded, warnings) = self.read()?;
        if !warnings.is_empty() {
            let summary = Summary::of(&warnings).words(self.language);
            self.note(&match self.language {
                Language::German => format!("{summary}; `erfa check` zeigt sie"),
                Language::English => format!("{summary}; see `erfa check`"),
            });
        }
        Ok(loaded)
    }

    /// The same with its warnings, of which nothing is said.
    pub(super) fn read(&self) -> anyhow::Result<(Loaded, Vec<Diagnostic>)> {
        let found = self.find()?;
        let strict = self.strict;
        let Found { sources, workspace, mut findings, root } = found;
        let Some(workspace) = workspace.filter(|_| !stops(&findings, strict)) else {
            findings.retain(|finding| stops(std::slice::from_ref(finding), strict));
            return Err(Findings { sources, findings }.into());
        };
        findings.retain(|finding| finding.severity() == Severity::Warning);
        let document_language = self.document_language.unwrap_or(workspace.network.language);
        Ok((Loaded { sources, workspace, root, document_language }, findings))
    }

    /// The language of documents that `--lang` asks for, over everybody's own.
    pub(super) fn chosen_language(&self) -> Option<Language> {
        self.document_language
    }

    /// The language of documents when no workspace could say.
    pub(super) fn document_language(&self, workspace: Option<&Workspace>) -> Language {
        let network = workspace.map(|workspace| workspace.network.language);
        self.document_language.or(network).unwrap_or_default()
    }

    /// The folder of the workspace; none stands for the built-in copy.
    fn root(&self) -> anyhow::Result<Option<PathBuf>> {
        let marker = input::FILES[0];
        if let Some(directory) = &self.directory {
            let candidates = [directory.clone(), directory.join("data")];
            let root = candidates.into_iter().find(|folder| files::exists(&folder.join(marker)));
            let path = directory.display().to_string();
            if let Some(reason) = files::refusal(directory) {
                return Err(Findings::one(FileUnreadable { path, reason }).into());
            }
            let problem = NoWorkspace { path };
            return Ok(Some(root.ok_or_else(|| Findings::one(problem))?));
        }
        let here = files::working_folder().with_context(|| {
            self.say("der aktuelle Ordner ist nicht lesbar", "cannot read the working folder")
                .to_owned()
        })?;
        let root = files::find_upwards(&here, marker);
        if root.is_none() {
            self.note(self.say(
                "Hier ist kein Arbeitsordner (`network.toml`); es antwortet das eingebaute Netzwerk.",
                "There is no workspace here (`network.toml`); the built-in network answers.",
            ));
        }
        Ok(root)
    }

    /// Shows `findings` on standard error, with how many there are.
    pub(super) fn show(&self, findings: &[Diagnostic], sources: &Sources) {
        terminal::tell(&render(findings, sources, self.appearance()));
        let summary = Summary::of(findings).words(self.language);
        if !self.quiet && findings.len() > 1 {
            terminal::tell(&format!("{summary}\n"));
        }
    }

    /// Shows what is no reason to stop, unless the user wants to hear of errors alone.
    pub(super) fn warn(&self, findings: &[Diagnostic], sources: &Sources) {
        if !self.quiet && !findings.is_empty() {
            self.show(findings, sources);
        }
    }

    /// Says why something outside failed, in the user's language.
    pub(super) fn cannot_write(&self, path: &Path) -> String {
        match self.language {
            Language::German => format!("`{}` lässt sich nicht schreiben", path.display()),
            Language::English => format!("cannot write `{}`", path.display()),
        }
    }
}

impl Loaded {
    /// The workspace's folder, if it can be changed.
    pub(super) fn writable_root(&self) -> anyhow::Result<&Path> {
        self.root.as_deref().ok_or_else(|| Findings::one(BuiltInNetwork {}).into())
    }

    /// Findings about this workspace.
    pub(super) fn fail(&self, findings: Vec<Diagnostic>) -> anyhow::Error {
        Findings { sources: Arc::clone(&self.sources), findings }.into()
    }

    /// `document` as it looks in `format` by the user's own style.
    pub(super) fn styled(&self, document: Document, format: Format) -> anyhow::Result<Document> {
        if format != Format::Html {
            return Ok(document);
        }
        let style_sheet = style_sheet::find(&self.sources).map_err(|found| self.fail(found))?;
        let frame = Frame { style_sheet, ..document.frame };
        Ok(Document { frame, ..document })
    }

    /// The same with the school holidays that are built in.
    pub(super) fn with_school_holidays(mut self) -> Self {
        if let Some(sources) = Arc::get_mut(&mut self.sources) {
            input::add_school_holidays(built_in::school_holidays(), sources, &mut self.workspace);
        }
        self
    }

    /// The town that `words` name, by its key or its name.
    pub(super) fn city(&self, words: &str) -> Result<CityId, UnknownReference> {
        let wanted = slug(words);
        let is_wanted =
            |city: &City| city.id.as_str() == wanted || slug(city.name.as_str()) == wanted;
        let cities = || self.workspace.numbered_cities();
        let found = cities().find(|(_, city)| is_wanted(city));
        found.map(|(id, _)| id).ok_or_else(|| {
            let near = nearest(&wanted, cities().map(|(_, city)| city.id.as_str()));
            let near = near.map(str::to_owned);
            UnknownReference { kind: Kind::City, id: words.to_owned(), near }
        })
    }

    /// The meeting with this id; without one the next from `today`, else the last, and the user
    /// is told which.
    pub(super) fn meeting(&self, id: Option<&str>, context: &Context) -> anyhow::Result<&Meeting> {
        let meetings = &self.workspace.meetings;
        if let Some(id) = id {
            let known = meetings.iter().map(|meeting| meeting.id.as_str());
            let near = nearest(id, known).map(str::to_owned);
            let problem = UnknownReference { kind: Kind::Meeting, id: id.to_owned(), near };
            // Who looks into the folder sees names of files, which may differ from the ids.
            let path = format!("meetings/{}.toml", id.trim_end_matches(".toml"));
            let in_file = |meeting: &&Meeting| self.sources.file(meeting.origin.file).path == path;
            let meeting = self.workspace.meeting(id).or_else(|| meetings.iter().find(in_file));
            return meeting.ok_or_else(|| Findings::one(problem).into());
        }
        let today = context.clock.today();
        let chosen = next_or_last(meetings, today);
        let meeting = chosen.ok_or_else(|| Findings::one(NoMeeting {}))?;
        let title = &meeting.title.value;
        context.note(&match (context.language, meeting.when.last_day() >= Some(today)) {
            (Language::German, true) => format!("Nächstes Treffen: {title} ({})", meeting.id),
            (Language::German, false) => format!("Letztes Treffen: {title} ({})", meeting.id),
            (Language::English, true) => format!("Next meeting: {title} ({})", meeting.id),
            (Language::English, false) => format!("Last meeting: {title} ({})", meeting.id),
        });
        Ok(meeting)
    }
}

/// The first meeting that is not over, else the last that was; cancelled ones do not count.
fn next_or_last(meetings: &[Meeting], today: NaiveDate) -> Option<&Meeting> {
    let mut dated = meetings
        .iter()
        .filter(|meeting| meeting.when.date.is_some() && meeting.status.value != Status::Cancelled);
    let next = dated.clone().find(|meeting| meeting.when.last_day() >= Some(today));
    next.or_else(|| dated.next_back()).or_else(|| meetings.last())
}

/// Reads `--lang`.
pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    let codes = Language::ALL.map(Language::code);
    PossibleValuesParser::new(codes).map(|code| Language::parse(&code).unwrap_or_default())
}

/// Reads a day.
pub(super) fn day(words: &str) -> Result<NaiveDate, String> {
    parse_date(words).ok_or_else(|| "2026-03-01".to_owned())
}

/// Reads `--color`.
pub(super) fn colour() -> impl TypedValueParser<Value = Colour> {
    PossibleValuesParser::new(["auto", "always", "never"]).map(|words| match words.as_str() {
        "always" => Colour::Always,
        "never" => Colour::Never,
        _ => Colour::Auto,
    })
}
