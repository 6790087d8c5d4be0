//! The workspace as commands find it.

use std::mem;
use std::path::{Path, PathBuf};
use std::slice;
use std::sync::Arc;

use super::change::NewText;
use super::context::{Context, Elsewhere, Untold};
use super::failure::Findings;
use super::outbox::records;
use super::reads::{Area, Extent, Reads};
use crate::diagnostic::request::{BuiltInNetwork, NoMeeting};
use crate::diagnostic::{Diagnostic, Severity, Summary, stops};
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::input::outbox::OUTBOX;
use crate::input::{self, Reading, Resting};
use crate::plan::programme::clash;
use crate::plan::programme::speaker::{heed_replies, heed_withdrawals, is_to_come};
use crate::plan::usual_meeting::{Purpose, usual};
use crate::source::Sources;
use crate::system::{built_in, gathering};
use crate::text::Language;

mod naming;
mod reliance;
mod root;
mod templates;

/// A workspace in which a command can rely on what it reads.
pub(super) struct Loaded {
    /// Its files.
    pub(super) sources: Arc<Sources>,
    /// What they say.
    pub(super) workspace: Workspace,
    /// Its folder; none for the built-in copy.
    pub(super) root: Option<PathBuf>,
    /// The language of documents and of data for other programs.
    pub(super) document_language: Language,
    /// What is broken in it and left out of the answer.
    pub(super) left_out: Vec<Diagnostic>,
    /// All that `erfa check` finds in it, as far as it was looked through.
    found: Vec<Diagnostic>,
    /// What would stop whoever reads it.
    faults: Vec<Diagnostic>,
    resting: Resting,
    /// Whether nobody has looked through programmes yet: of what is doubtful in meetings nothing is found.
    programmes_unseen: bool,
    /// Whether it is needed until the program ends.
    is_last: bool,
}

/// What the system takes back as a whole need not be given back piece by piece before.
impl Drop for Loaded {
    fn drop(&mut self) {
        if self.is_last {
            mem::forget(mem::take(&mut self.workspace.meetings));
        }
    }
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
    resting: Resting,
}

impl Context {
    /// Finds and reads the workspace, whatever its state.
    pub(super) fn find(&self) -> anyhow::Result<Found> {
        self.find_with(&[], Extent::WHOLE)
    }

    /// The same as it will be after changes that are not written yet, looked through as far as `extent`.
    fn find_with(&self, changes: &[NewText], extent: Extent) -> anyhow::Result<Found> {
        let root = self.workspace_root()?;
        let read = |root: &PathBuf| {
            let wanted = |path: &str| extent.templates || Area::of(path) != Area::Templates;
            let read = || gathering::read_all(root, input::FILES, input::FOLDERS, wanted);
            self.read_unchanged(root, read)
        };
        let found = root.as_ref().map(read).transpose()?;
        match &root {
            Some(root) => self.tell_unfinished(root),
            None => self.note(self.say(
                "Hier ist kein Arbeitsordner (`network.toml`); es antwortet das eingebaute Netzwerk.",
                "There is no workspace here (`network.toml`); the built-in network answers.",
            )),
        }
        let mut files = found.unwrap_or_else(built_in::workspace);
        for change in changes {
            let file = files.iter_mut().find(|file| file.path == change.path);
            if let Some(file) = file {
                file.content = Ok(change.text.as_bytes().to_vec());
            }
        }
        let Reading { mut sources, mut workspace, mut findings, resting } = input::read(files);
        // Public holidays matter to every command; those of cantons stand in the table.
        if let Some(workspace) = workspace.as_mut().filter(|it| it.has_cantons()) {
            input::add_published(built_in::HOLIDAYS, &mut sources, workspace);
        }
        if root.is_some() {
            sources.work_in(self.workshop.clone());
        }
        // Days are those of the network, wherever its machines stand.
        if let Some(Workspace { network, .. }) = &workspace {
            self.clock.live_in(network.time_zone.name());
            self.keeping.set(network.journal);
        }
        let today = self.clock.today();
        // Whoever has answered no is announced to nobody.
        if let Some(workspace) = &mut workspace {
            heed_replies(workspace, today);
            // So is whoever was told that a meeting does without them; what is wrong with the outbox tell those
            // who rely on it.
            let outbox = root.as_ref().map(|root| root.join(OUTBOX));
            let ahead = || workspace.meetings.iter().filter(|one| is_to_come(one, today));
            let outbox = outbox.filter(|outbox| records::have_withdrawn(outbox, ahead()));
            let read = outbox.and_then(|outbox| records::read(&outbox).ok());
            if let Some(read) = read {
                heed_withdrawals(workspace, &read.outbox, today);
            }
        }
        let is_unclear =
            |meeting: &Meeting| resting.is_unclear(&sources.file(meeting.origin.file).path);
        findings.extend(workspace.iter().flat_map(|one| {
            clash::findings_of(one, today, |meeting| extent.programmes || is_unclear(meeting))
        }));
        findings.sort_by_key(|finding| finding.place);
        Ok(Found { sources: Arc::new(sources), workspace, findings, root, resting })
    }

    /// Finds and reads the workspace for a command that `reads` some of it. Faults there are the end;
    /// the user is told of warnings, once it is known what the command is about, and in the end of faults
    /// elsewhere.
    pub(super) fn load(&self, reads: Reads) -> anyhow::Result<Loaded> {
        let extent = reads.extent(self.strict);
        let (mut loaded, warnings) = self.read_found(self.find_with(&[], extent)?, reads)?;
        loaded.is_last = true;
        loaded.programmes_unseen = !extent.programmes;
        let areas = || reads.needed(self.strict).chain(reads.left_out(self.strict).iter().copied());
        let untold = |finding: Diagnostic| Untold {
            path: finding.path(&loaded.sources).map(str::to_owned),
            is_read: areas().any(|area| area.has(&finding, &loaded.sources, &loaded.resting)),
            finding,
        };
        self.untold.replace(warnings.into_iter().map(untold).collect());
        self.remember(Elsewhere {
            findings: loaded.faults.len() - loaded.left_out.len(),
            left_out: loaded.left_out.len(),
            files: loaded.left_out_files(),
        });
        Ok(loaded)
    }

    /// The same with its warnings; nothing is said.
    pub(super) fn read(&self, reads: Reads) -> anyhow::Result<(Loaded, Vec<Diagnostic>)> {
        self.read_with(&[], reads)
    }

    /// The same as it will be after changes that are not written yet.
    pub(super) fn read_with(
        &self,
        changes: &[NewText],
        reads: Reads,
    ) -> anyhow::Result<(Loaded, Vec<Diagnostic>)> {
        self.read_found(self.find_with(changes, Extent::WHOLE)?, reads)
    }

    fn read_found(&self, found: Found, reads: Reads) -> anyhow::Result<(Loaded, Vec<Diagnostic>)> {
        let Found { sources, workspace, findings, root, resting } = found;
        let is_fault = |finding: &Diagnostic| stops(slice::from_ref(finding), self.strict);
        let found = findings.clone();
        let (mut faults, others): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_fault);
        let is_in = |finding: &Diagnostic, area: &Area| area.has(finding, &sources, &resting);
        let is_needed =
            |finding: &Diagnostic| reads.needed(self.strict).any(|area| is_in(finding, &area));
        // Where others could not be understood, nobody knows what a number means.
        let needed: Vec<Diagnostic> = match &workspace {
            Some(_) => faults.iter().filter(|it| is_needed(it)).cloned().collect(),
            None => mem::take(&mut faults),
        };
        let Some(mut workspace) = workspace.filter(|_| needed.is_empty()) else {
            return Err(Findings { sources, findings: needed }.into());
        };
        let areas = reads.left_out(self.strict);
        let is_left_out = |finding: &&Diagnostic| areas.iter().any(|area| is_in(finding, area));
        let left_out: Vec<Diagnostic> = faults.iter().filter(is_left_out).cloned().collect();
        let whole = areas.contains(&Area::Meetings);
        let has_fault =
            |path: &str| whole && left_out.iter().any(|it| it.path(&sources) == Some(path));
        workspace.leave_out(|meeting| {
            let path = sources.file(meeting.origin.file).path.as_str();
            resting.is_unclear(path) || has_fault(path)
        });
        for id in resting.unclear.iter().filter_map(|one| one.id.as_ref()) {
            if !workspace.unclear.contains(id) {
                workspace.unclear.push(id.clone());
            }
        }
        let warnings = others.into_iter().filter(|it| it.severity() == Severity::Warning).collect();
        let document_language = self.document_language(Some(&workspace));
        let loaded = Loaded {
            sources,
            workspace,
            root,
            document_language,
            left_out,
            found,
            faults,
            resting,
            is_last: false,
            programmes_unseen: false,
        };
        Ok((loaded, warnings))
    }
}

impl Loaded {
    /// All that `erfa check` finds in it, if that is known.
    pub(super) fn all_found(&self) -> Option<&[Diagnostic]> {
        Some(self.found.as_slice()).filter(|_| !self.programmes_unseen)
    }

    /// What is wrong anywhere, and the warnings, counted in words; none if there is nothing.
    pub(super) fn told_findings(
        &self,
        warnings: &[Diagnostic],
        language: Language,
    ) -> Option<String> {
        let all = [&self.faults, warnings].concat();
        Some(Summary::of(&all).words(language)).filter(|words| !words.is_empty())
    }

    /// The workspace's folder, if it can be changed.
    pub(super) fn writable_root(&self) -> anyhow::Result<&Path> {
        self.root.as_deref().ok_or_else(|| Findings::one(BuiltInNetwork {}).into())
    }

    /// Findings about this workspace.
    pub(super) fn fail(&self, findings: Vec<Diagnostic>) -> anyhow::Error {
        Findings { sources: Arc::clone(&self.sources), findings }.into()
    }

    /// The same with the holidays that are published where its towns lie.
    pub(super) fn with_published(mut self) -> Self {
        if let Some(sources) = Arc::get_mut(&mut self.sources) {
            input::add_published(built_in::HOLIDAYS, sources, &mut self.workspace);
        }
        self
    }

    /// The meeting with this id; without one the next from `today`, else the last, and the user
    /// is told which. A fault in its file, or in a venue or contact that it names, is the end.
    pub(super) fn meeting(&self, id: Option<&str>, context: &Context) -> anyhow::Result<&Meeting> {
        self.meeting_for(Purpose::Preparing, id, context)
    }

    /// The same for another purpose.
    pub(super) fn meeting_for(
        &self,
        purpose: Purpose,
        id: Option<&str>,
        context: &Context,
    ) -> anyhow::Result<&Meeting> {
        let meeting = self.meant(purpose, id, context)?;
        self.rely_on_named_by(meeting)?;
        self.take_up(meeting, context);
        Ok(meeting)
    }

    /// The same for a command to which venues and people of the meeting are nothing.
    pub(super) fn bare_meeting(
        &self,
        id: Option<&str>,
        context: &Context,
    ) -> anyhow::Result<&Meeting> {
        self.bare_meeting_for(Purpose::Preparing, id, context)
    }

    /// The same for another purpose.
    pub(super) fn bare_meeting_for(
        &self,
        purpose: Purpose,
        id: Option<&str>,
        context: &Context,
    ) -> anyhow::Result<&Meeting> {
        let meeting = self.meant(purpose, id, context)?;
        self.take_up(meeting, context);
        Ok(meeting)
    }

    /// Tells of the warnings about `meeting`; what is found of others is nothing to who works on this one.
    fn take_up(&self, meeting: &Meeting, context: &Context) {
        let (path, replies) = (self.path_of(meeting), replies_path(meeting));
        let is_about = |warned: &str| warned == path || warned == replies;
        let untold = context.untold.take().into_iter();
        let (about, others): (Vec<_>, Vec<_>) =
            untold.partition(|one| one.path.as_deref().is_some_and(is_about));
        context.untold.replace(others);
        context.is_about_meeting.set(true);
        debug_assert!(!self.programmes_unseen, "what is doubtful in it is told");
        let about: Vec<Diagnostic> = about.into_iter().map(|one| one.finding).collect();
        context.count_warnings(&about);
    }

    /// The same for a command that changes something: where no meeting is named, all must be known to
    /// tell which is meant.
    pub(super) fn meeting_to_change(
        &self,
        purpose: Purpose,
        id: Option<&str>,
        context: &Context,
    ) -> anyhow::Result<&Meeting> {
        if id.is_none() {
            self.rely_on(Area::Turns)?;
        }
        self.meeting_for(purpose, id, context)
    }

    /// The files of which something was left out.
    fn left_out_files(&self) -> Vec<String> {
        let paths = self.left_out.iter().filter_map(|finding| finding.path(&self.sources));
        let mut paths: Vec<String> = paths.map(str::to_owned).collect();
        paths.dedup();
        paths
    }

    /// The meeting that is meant, if nothing is wrong with its file.
    fn meant(
        &self,
        purpose: Purpose,
        id: Option<&str>,
        context: &Context,
    ) -> anyhow::Result<&Meeting> {
        let meeting = match id {
            Some(id) => self.named(id, purpose, context)?,
            None => self.usual(purpose, context)?,
        };
        self.rely_on_file(self.path_of(meeting))?;
        Ok(meeting)
    }

    fn usual(&self, purpose: Purpose, context: &Context) -> anyhow::Result<&Meeting> {
        let chosen = usual(&self.workspace, context.clock.today(), purpose);
        let meeting = chosen.ok_or_else(|| Findings::one(NoMeeting {}))?;
        name_chosen(meeting, purpose, context);
        Ok(meeting)
    }
}

/// Tells the user which meeting is meant, as none was named.
pub(super) fn name_chosen(meeting: &Meeting, purpose: Purpose, context: &Context) {
    let is_ahead = meeting.when.last_day() >= Some(context.clock.today());
    let is_plain = purpose == Purpose::Preparing || meeting.when.date.is_some();
    let (german, english) = match (is_ahead, is_plain) {
        (true, _) => ("Nächstes Treffen", "Next meeting"),
        (false, true) => ("Letztes Treffen", "Last meeting"),
        (false, false) => ("Treffen", "Meeting"),
    };
    let (head, title) = (context.say(german, english), &meeting.title.value);
    context.note(&format!("{head}: {title} ({})", meeting.id));
}

/// Where the replies to `meeting` stand.
fn replies_path(meeting: &Meeting) -> String {
    format!("replies/{}.toml", meeting.id)
}
