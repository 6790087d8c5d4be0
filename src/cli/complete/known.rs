//! What there is in the workspace, read when somebody asks for it, whatever its state.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::input::outbox::OUTBOX;
use crate::input::{self, FILES, FOLDERS, parse_date};
use crate::plan::usual_meeting::{Purpose, usual};
use crate::source::Sources;
use crate::system::clock::Clock;
use crate::system::environment::Environment;
use crate::system::{built_in, files, folder, gathering};

/// The folders that hold what can be named.
const NAMING: [&str; 2] = ["meetings", "templates"];

/// Files, and what could be understood of them.
type Read = (Sources, Option<Workspace>);

/// The workspace that is meant.
pub(super) struct Known {
    root: Option<PathBuf>,
    today: NaiveDate,
    whole: OnceCell<Read>,
    registers: OnceCell<Read>,
}

impl Known {
    /// The workspace that `directory` names, or the environment, or where one stands.
    pub(super) fn new(directory: Option<String>, environment: Environment) -> Self {
        let day = environment.today.as_deref().and_then(parse_date);
        let named = directory.map(PathBuf::from).or(environment.directory);
        let is_root = |folder: &PathBuf| files::exists(&folder.join(FILES[0]));
        // Where there is none, nothing is known.
        let root = if let Some(named) = named {
            let data = named.join("data");
            Some(if !is_root(&named) && is_root(&data) { data } else { named })
        } else {
            let here = files::working_folder().ok();
            here.and_then(|here| files::find_upwards(&here, FILES[0]))
        };
        let (whole, registers) = (OnceCell::new(), OnceCell::new());
        Self { root, today: Clock::new(day).today(), whole, registers }
    }

    fn read(&self, folders: &[(&str, &str)]) -> Read {
        let files = match &self.root {
            Some(root) => gathering::read_all(root, FILES, folders, |_| true),
            None => built_in::workspace(),
        };
        let reading = input::read(files);
        (reading.sources, reading.workspace)
    }

    fn whole(&self) -> &Read {
        self.whole.get_or_init(|| {
            let is_naming = |folder: &&(&str, &str)| {
                NAMING.iter().any(|name| folder.0.split('/').next() == Some(*name))
            };
            self.read(&FOLDERS.iter().filter(is_naming).copied().collect::<Vec<_>>())
        })
    }

    /// Towns, places and people alone: thousands of meetings take their time.
    pub(super) fn registers(&self) -> Option<&Workspace> {
        self.registers.get_or_init(|| self.read(&[])).1.as_ref()
    }

    /// What could be understood of it.
    pub(super) fn workspace(&self) -> Option<&Workspace> {
        self.whole().1.as_ref()
    }

    /// Its files.
    pub(super) fn sources(&self) -> &Sources {
        &self.whole().0
    }

    /// The meeting that one of `words` names, else the one that is meant without a name.
    pub(super) fn meeting(&self, words: &[String]) -> Option<&Meeting> {
        let workspace = self.workspace()?;
        let named = words.iter().find_map(|word| workspace.meeting(word));
        named.or_else(|| usual(workspace, self.today, Purpose::Preparing))
    }

    /// The runs of mails in the outbox.
    pub(super) fn runs(&self) -> Vec<String> {
        let Some(outbox) = self.outbox() else { return Vec::new() };
        let below = |path: &Path| folder::folders(path).unwrap_or_default();
        let runs = |meeting: String| {
            let runs = below(&outbox.join(&meeting));
            runs.into_iter().map(move |run| format!("{meeting}/{run}"))
        };
        below(&outbox).into_iter().flat_map(runs).collect()
    }

    /// The mails in them.
    pub(super) fn mails(&self) -> Vec<String> {
        let Some(outbox) = self.outbox() else { return Vec::new() };
        let mails = |run: String| {
            let names = folder::names(&outbox.join(&run)).unwrap_or_default();
            let mails = names.into_iter().filter_map(|name| name.into_string().ok());
            let mails = mails.filter(|name| name.strip_suffix(".eml").is_some());
            mails.map(move |name| format!("{run}/{name}"))
        };
        self.runs().into_iter().flat_map(mails).collect()
    }

    fn outbox(&self) -> Option<PathBuf> {
        self.root.as_ref().map(|root| root.join(OUTBOX))
    }
}
