//! What every command starts from: the settings of this run.

use std::cell::{Cell, RefCell};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use anyhow::Context as _;
use chrono::{Datelike as _, NaiveDate};

use super::failure::Findings;
use super::global::Global;
use super::held_back::HeldBack;
use super::tree::Tree;
use crate::diagnostic::request::{BadArgument, ClockAstray};
use crate::diagnostic::{Appearance, Diagnostic, Severity, Summary, render};
use crate::domain::network::Keeping;
use crate::domain::workspace::Workspace;
use crate::input::parse_date;
use crate::render::json::json;
use crate::source::Sources;
use crate::system::clock::Clock;
use crate::system::environment::Environment;
use crate::system::journal::{Journal, Moment};
use crate::system::secret::Secret;
use crate::system::terminal::{self, Stream};
use crate::system::workshop::Workshop;
use crate::text::list::and;
use crate::text::{DateStyle, Day, Language, coloured, count, visible};
use crate::view::finding::{self, Finding};

/// The years in which a clock can be right: before, there was no such clock, and after, no file can say
/// the day.
const CLOCK: RangeInclusive<i32> = 1970..=9999;

/// The settings of this run.
#[expect(clippy::struct_excessive_bools, reason = "flags, not states")]
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
    /// Whether the command only shows what it would change.
    pub(super) only_shows: bool,
    /// Whether what the command answers goes into files.
    pub(super) publishes: bool,
    /// The workspace that the user named.
    pub(super) directory: Option<PathBuf>,
    /// The language of documents that the user asked for.
    pub(super) document_language: Option<Language>,
    /// The name to log in to the mail server with, from the environment.
    pub(super) smtp_user: Option<String>,
    /// The password that goes with it.
    pub(super) smtp_password: Option<Secret>,
    /// Where what the workspace's own files ask for is worked.
    pub(super) workshop: Arc<Workshop>,
    /// What the command is called: `outbox make`.
    pub(super) command: String,
    /// All commands.
    pub(super) tree: Tree,
    /// Whether the user was told whose the workspace is.
    pub(super) owner_is_told: Cell<bool>,
    /// What is kept of changes, as far as a workspace has said so.
    pub(super) keeping: Cell<Keeping>,
    quiet: bool,
    held_back: RefCell<HeldBack>,
    network_language: Cell<Option<Language>>,
    elsewhere: RefCell<Elsewhere>,
    /// Warnings that the user was not told of yet.
    pub(super) untold: RefCell<Vec<Untold>>,
    /// Whether the command is about certain meetings.
    pub(super) is_about_meeting: Cell<bool>,
    /// When the workspace was read, unless this run alone changes it.
    pub(super) read_at: Cell<Option<Moment>>,
    /// The workspace, as long as this run alone changes it.
    pub(super) journal: RefCell<Option<Rc<Journal>>>,
}

/// A warning that the user was not told of yet.
#[derive(Debug)]
pub(super) struct Untold {
    /// The file it is about; none if it is about no file.
    pub(super) path: Option<String>,
    /// Whether it is about something that the command reads.
    pub(super) is_read: bool,
    /// The warning.
    pub(super) finding: Diagnostic,
}

/// What is broken in a workspace, and no reason to stop.
#[derive(Debug, Default)]
pub(super) struct Elsewhere {
    /// How many findings there are in what the command does not read.
    pub(super) findings: usize,
    /// How many there are in what it reads and leaves out.
    pub(super) left_out: usize,
    /// The files of those.
    pub(super) files: Vec<String>,
}

impl Context {
    /// The settings that arguments and environment give; the arguments win. The result says
    /// whether the command can begin: not if `ERFA_TODAY` is no date.
    pub(super) fn new(
        global: Global,
        environment: Environment,
        command: String,
        tree: Tree,
        json: bool,
    ) -> (Self, anyhow::Result<()>) {
        let wish = global.color.unwrap_or_default();
        let set = environment.today.as_deref().map(|words| (words, parse_date(words)));
        let error = Stream::error(wish, &environment);
        // A day that depends on today depends on that of this machine.
        let said = global.today.as_ref();
        let today = said.and_then(|day| day.fixed().or_else(|| day.on(Clock::new(None).today())));
        let context = Self {
            language: environment.language,
            clock: Clock::new(today.or(set.and_then(|(_, day)| day))),
            output: Stream::output(wish, &environment),
            error,
            strict: global.strict,
            only_shows: false,
            publishes: false,
            directory: global.dir.or(environment.directory),
            document_language: global.lang,
            smtp_user: environment.smtp_user,
            smtp_password: environment.smtp_password,
            workshop: Arc::default(),
            quiet: global.quiet,
            held_back: RefCell::new(HeldBack::new(json, error.is_terminal)),
            network_language: Cell::default(),
            elsewhere: RefCell::default(),
            untold: RefCell::default(),
            is_about_meeting: Cell::default(),
            command,
            tree,
            owner_is_told: Cell::default(),
            keeping: Cell::default(),
            read_at: Cell::default(),
            journal: RefCell::default(),
        };
        let ready = match set {
            _ if said.is_some() && today.is_none() => {
                said.map_or(Ok(()), |day| context.day(day).map(drop))
            }
            Some((words, None)) if said.is_none() => Err(Findings::one(BadArgument {
                name: "ERFA_TODAY".to_owned(),
                found: words.to_owned(),
                german: "schreiben Sie den Tag wie 2026-03-01".to_owned(),
                english: "write the day like 2026-03-01".to_owned(),
            })
            .into()),
            _ => context.clock_is_sane(),
        };
        (context, ready)
    }

    /// Whether the clock shows a day that can be today; meetings may have others.
    fn clock_is_sane(&self) -> anyhow::Result<()> {
        let today = self.clock.today();
        if CLOCK.contains(&today.year()) {
            return Ok(());
        }
        Err(Findings::one(ClockAstray { day: today.to_string() }).into())
    }

    /// Whether the user wants to hear of errors alone.
    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// How findings look on standard error.
    pub(super) fn appearance(&self) -> Appearance {
        Appearance { language: self.language, colour: self.error.colour, width: self.error.width }
    }

    /// The day that is meant, which is told if it depends on today.
    ///
    /// # Errors
    /// If there is no such day.
    pub(super) fn day(&self, day: &Day) -> anyhow::Result<NaiveDate> {
        let words = day.words();
        let meant = day.on(self.clock.today()).ok_or_else(|| {
            Findings::one(BadArgument {
                name: self.say("TAG", "DATE").to_owned(),
                found: words.to_owned(),
                german: "diesen Tag gibt es so nicht".to_owned(),
                english: "there is no such day".to_owned(),
            })
        })?;
        if day.fixed().is_none() {
            self.note(&format!("{words}: {}", DateStyle::of(self.language).full(meant)));
        }
        Ok(meant)
    }

    /// The same of a day that need not be said.
    pub(super) fn day_if(&self, day: Option<&Day>) -> anyhow::Result<Option<NaiveDate>> {
        day.map(|day| self.day(day)).transpose()
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
        let bytes = bytes.as_ref();
        let shown = self.output.is_terminal.then(|| coloured(&String::from_utf8_lossy(bytes)));
        let shown = shown.as_ref().map_or(bytes, String::as_bytes);
        terminal::print(shown).with_context(|| what.to_owned())
    }

    /// Writes an answer as data for other programs.
    pub(super) fn print_json(&self, answer: &impl serde::Serialize) -> anyhow::Result<()> {
        self.print(json(answer)?)
    }

    /// Tells the user something beside the answer.
    pub(super) fn note(&self, words: &str) {
        if !self.quiet {
            self.say_beside(words);
        }
    }

    /// The same even to those who want to hear of errors alone.
    pub(super) fn say_beside(&self, words: &str) {
        let words = if self.error.colour { words.to_owned() } else { visible(words) };
        self.held_back.borrow_mut().note(&words);
    }

    /// Tells what failed outside.
    pub(super) fn tell_failure(&self, words: &str) {
        let (word, words) = (Severity::Error.word(self.language), visible(words));
        let finding = || vec![Finding::placeless("outside", words.clone(), None)];
        let shown = self.error.set(&format!("{word}: {words}"), word.len() + 2);
        self.held_back.borrow_mut().tell(&format!("{shown}\n"), finding);
    }

    /// The end of the command, with its exit status.
    pub(super) fn end(&self, status: u8) {
        self.held_back.borrow_mut().end(status);
    }

    /// Keeps in mind what is to be told in the end.
    pub(super) fn remember(&self, elsewhere: Elsewhere) {
        self.elsewhere.replace(elsewhere);
    }

    /// The answer itself says what it leaves out.
    pub(super) fn answer_says_what_is_left_out(&self) {
        let mut elsewhere = self.elsewhere.borrow_mut();
        elsewhere.left_out = 0;
        elsewhere.files.clear();
    }

    /// The answer does not need what is left out.
    pub(super) fn answer_lacks_nothing(&self) {
        let mut elsewhere = self.elsewhere.borrow_mut();
        elsewhere.findings += std::mem::take(&mut elsewhere.left_out);
        elsewhere.files.clear();
    }

    /// Says in a line how many warnings there are.
    pub(super) fn count_warnings(&self, warnings: &[Diagnostic]) {
        if warnings.is_empty() {
            return;
        }
        let summary = Summary::of(warnings).words(self.language);
        self.note(&match self.language {
            Language::German => format!("{summary}; `erfa check` zeigt sie"),
            Language::English => format!("{summary}; see `erfa check`"),
        });
    }

    /// Says in a line what is broken and did not stop the command. What an answer does not count is told
    /// even to those who want to hear of errors alone: it is one.
    pub(super) fn tell_elsewhere(&self) {
        if !self.is_about_meeting.get() {
            let untold = self.untold.take().into_iter().filter(|one| one.is_read);
            self.count_warnings(&untold.map(|one| one.finding).collect::<Vec<_>>());
        }
        let Elsewhere { findings, left_out, files } = self.elsewhere.take();
        let number = findings + left_out;
        if number == 0 || self.quiet && files.is_empty() {
            return;
        }
        let files = and(files.iter().map(|file| format!("`{}`", visible(file))), self.language);
        let number = match self.language {
            Language::German => count(number, "Befund", "Befunde"),
            Language::English => count(number, "finding", "findings"),
        };
        self.say_beside(&match (self.language, files.as_str()) {
            (Language::German, "") => format!("{number} anderswo: `erfa check`"),
            (Language::English, "") => format!("{number} elsewhere: `erfa check`"),
            (Language::German, files) => {
                format!("{number} anderswo: `erfa check`; hier nicht mitgezählt: {files}")
            }
            (Language::English, files) => {
                format!("{number} elsewhere: `erfa check`; not counted here: {files}")
            }
        });
    }

    /// The language of documents that `--lang` asks for, over everybody's own.
    pub(super) fn chosen_language(&self) -> Option<Language> {
        self.document_language
    }

    /// The language of documents when no workspace could say.
    pub(super) fn document_language(&self, workspace: Option<&Workspace>) -> Language {
        let network = workspace.map(|workspace| workspace.network.language);
        self.network_language.set(network.or(self.network_language.get()));
        self.document_language.or(network).unwrap_or_default()
    }

    /// Shows `findings` on standard error, with how many there are.
    pub(super) fn show(&self, findings: &[Diagnostic], sources: &Sources) {
        let mut words = render(findings, sources, self.appearance());
        if !self.quiet && findings.len() > 1 {
            words.extend([&Summary::of(findings).words(self.language), "\n"]);
        }
        // As every other JSON they are in the network's language, as far as it is known.
        let language = self.document_language.or(self.network_language.get());
        let language = language.unwrap_or(self.language);
        let as_data = || finding::findings(findings, sources, language);
        self.held_back.borrow_mut().tell(&words, as_data);
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
