//! The workspace as commands find it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use chrono::NaiveDate;

use super::context::Context;
use super::failure::Findings;
use crate::diagnostic::file::FileUnreadable;
use crate::diagnostic::reference::{Kind, UnknownReference};
use crate::diagnostic::request::{BuiltInNetwork, NoMeeting, NoWorkspace};
use crate::diagnostic::{Diagnostic, Severity, Summary, stops};
use crate::domain::city::City;
use crate::domain::id::CityId;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::input;
use crate::plan::programme::clash;
use crate::source::Sources;
use crate::system::{built_in, files};
use crate::text::{Language, nearest, slug};

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
