//! Runs `erfa` in a folder of its own and compares everything it says.
//!
//! ```ignore
//! Test::new("next-host")
//!     .workspace("data")
//!     .stdout(str![[r#"
//! Sömmerda
//!
//! "#]])
//!     .status(0);
//! ```
//!
//! Nothing of the surroundings reaches the program: the environment is cleared, the day is
//! 2026-11-22, the language English, the width 80 columns. In what it says the scratch folder is
//! written `$DIR`, a carriage return `␍` and an escape `␛`, so that no eye and no comparison can
//! overlook one. An expectation that is not given is "nothing".

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use snapbox::{Data, IntoData};
use tempfile::TempDir;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_erfa");

/// The number of `nobody`, an ordinary user.
const NOBODY: &str = "65534";

/// One run of the program, as it is being prepared.
#[must_use = "a test runs when its `status` is asked for"]
pub(crate) struct Test {
    scratch: TempDir,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    terminal: bool,
    ordinary_user: bool,
    stdout: Data,
    stderr: Data,
    written: Vec<(String, Data)>,
}

/// What a run said.
#[derive(Debug)]
pub(crate) struct Output {
    /// Its exit status.
    pub(crate) status: i32,
    /// What it wrote to standard output, readable.
    pub(crate) stdout: String,
    /// What it wrote to standard error, readable.
    pub(crate) stderr: String,
    scratch: TempDir,
}

/// A path below the top folder of the project.
pub(crate) fn project(path: impl AsRef<Path>) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares byte for byte; `SNAPSHOTS=overwrite` takes `actual` as the new expectation.
#[track_caller]
pub(crate) fn same(actual: &str, expected: impl IntoData) {
    if let Some(difference) = difference(actual, expected) {
        panic!("{difference}");
    }
}

/// What [`same`] would complain about.
pub(crate) fn difference(actual: &str, expected: impl IntoData) -> Option<String> {
    // `raw`: without it `[..]` and `...` in an expectation would fit anything.
    let assert = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV);
    let result = assert.try_eq(None, actual.into_data(), expected.raw());
    result.err().map(|difference| difference.to_string())
}

/// Every file below `root` whose path `wanted` likes, sorted; build products are left out.
pub(crate) fn files(root: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let mut folders = vec![root.to_path_buf()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap();
            if path.is_dir() {
                if name != "target" && name != ".git" {
                    folders.push(path);
                }
            } else if wanted(&path) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

impl Test {
    /// A run of `erfa` with the arguments in `command`, which are divided at white space.
    pub(crate) fn new(command: &str) -> Self {
        let scratch = tempfile::tempdir().unwrap();
        fs::create_dir(scratch.path().join("work")).unwrap();
        Self {
            scratch,
            arguments: command.split_whitespace().map(OsString::from).collect(),
            environment: [
                ("COLUMNS", "80"),
                ("ERFA_TODAY", "2026-11-22"),
                ("NO_COLOR", "1"),
                ("TERM", "xterm-256color"),
                ("TZ", "Europe/Berlin"),
            ]
            .map(|(name, value)| (name.into(), value.into()))
            .into(),
            terminal: false,
            ordinary_user: false,
            stdout: Data::text(""),
            stderr: Data::text(""),
            written: Vec::new(),
        }
    }

    /// The folder the program is started in.
    pub(crate) fn folder(&self) -> PathBuf {
        self.scratch.path().join("work")
    }

    /// Other arguments in the same folder.
    pub(crate) fn command_line(mut self, command: &str) -> Self {
        self.arguments = command.split_whitespace().map(OsString::from).collect();
        self
    }

    /// One more argument, white space and all.
    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.arguments.push(argument.as_ref().to_owned());
        self
    }

    /// Sets a variable of the environment; an empty value takes it away.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.environment.retain(|(known, _)| known != name);
        if !value.as_ref().is_empty() {
            self.environment.push((name.into(), value.as_ref().to_owned()));
        }
        self
    }

    /// Lets the program speak German.
    pub(crate) fn german(self) -> Self {
        self.env("ERFA_LANG", "de")
    }

    /// Writes a file in the folder.
    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// Writes a file in the folder, byte for byte.
    pub(crate) fn bytes(self, path: &str, content: &[u8]) -> Self {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// Writes the smallest `network.toml`.
    pub(crate) fn network(self) -> Self {
        self.file("network.toml", "name = \"Netz\"\nregion = \"DE-TH\"\n")
    }

    /// Copies what is in a folder of the project into the one the program is started in.
    pub(crate) fn workspace(self, folder: &str) -> Self {
        self.copy(folder, "")
    }

    /// Copies a folder of the project to a place below the one the program is started in.
    pub(crate) fn copy(self, folder: &str, to: &str) -> Self {
        self.copy_of(&project(folder), to)
    }

    /// Copies any folder to a place below the one the program is started in.
    pub(crate) fn copy_of(self, root: &Path, to: &str) -> Self {
        for path in files(root, |_| true) {
            let target = self.folder().join(to).join(path.strip_prefix(root).unwrap());
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(path, target).unwrap();
        }
        self
    }

    /// Prepares the folder in a way there is no method for.
    pub(crate) fn prepare(self, change: impl FnOnce(&Path)) -> Self {
        change(&self.folder());
        self
    }

    /// Takes all rights to `path` away, and runs the program as somebody whom that stops: the
    /// administrator may read everything.
    pub(crate) fn forbid(mut self, path: &str) -> Self {
        let path = self.folder().join(path);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        self.ordinary_user = fs::File::open(&path).is_ok() || fs::read_dir(&path).is_ok();
        self
    }

    /// Makes the folder `path` one that nobody may write to, and runs the program as somebody whom
    /// that stops.
    pub(crate) fn read_only(mut self, path: &str) -> Self {
        let path = self.folder().join(path);
        fs::create_dir_all(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o555)).unwrap();
        let probe = path.join("probe");
        self.ordinary_user = fs::write(&probe, "").is_ok() && fs::remove_file(&probe).is_ok();
        self
    }

    /// Runs the program on a terminal (of `script`, from util-linux): both streams come out as one.
    pub(crate) fn on_a_terminal(mut self) -> Self {
        self.terminal = true;
        self
    }

    /// The whole of standard output.
    pub(crate) fn stdout(mut self, expected: impl IntoData) -> Self {
        self.stdout = expected.into_data();
        self
    }

    /// The whole of standard error.
    pub(crate) fn stderr(mut self, expected: impl IntoData) -> Self {
        self.stderr = expected.into_data();
        self
    }

    /// The whole of a file after the run.
    pub(crate) fn wrote(mut self, path: &str, expected: impl IntoData) -> Self {
        self.written.push((path.to_owned(), expected.into_data()));
        self
    }

    /// Runs the program and compares all that it did with what was expected.
    #[track_caller]
    pub(crate) fn status(mut self, expected: i32) -> Output {
        let [stdout, stderr] = [&mut self.stdout, &mut self.stderr].map(std::mem::take);
        let written = std::mem::take(&mut self.written);
        let output = self.run();
        let Output { status, stdout: out, stderr: err, .. } = &output;
        assert_eq!(*status, expected, "exit status\n── stdout\n{out}\n── stderr\n{err}");
        same(out, stdout);
        same(err, stderr);
        for (path, expected) in written {
            let content = fs::read(output.scratch.path().join("work").join(path)).unwrap();
            same(&readable(&content, output.scratch.path()), expected);
        }
        output
    }

    /// Runs the program and returns what it said.
    #[track_caller]
    pub(crate) fn run(self) -> Output {
        let run = self.command().output().unwrap();
        let scratch = self.scratch;
        Output {
            status: run.status.code().expect("the program was not killed by a signal"),
            stdout: if self.terminal {
                // The terminal, not the program, ends lines like this.
                readable(&run.stdout, scratch.path()).replace("␍\n", "\n")
            } else {
                readable(&run.stdout, scratch.path())
            },
            stderr: readable(&run.stderr, scratch.path()),
            scratch,
        }
    }

    /// The process that [`Self::run`] starts.
    pub(crate) fn command(&self) -> Command {
        let mut words: Vec<OsString> = vec![PROGRAM.into()];
        if self.ordinary_user {
            words = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]
                .map(OsString::from)
                .into();
            words.push(self.program_for_everybody().into());
        }
        words.extend(self.arguments.iter().cloned());
        if self.terminal {
            let line = words.iter().map(|word| quote(word)).collect::<Vec<_>>().join(" ");
            words = ["script", "--quiet", "--return", "--command", &line, "/dev/null"]
                .map(OsString::from)
                .into();
        }
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]);
        self.isolate(command)
    }

    /// Lets `command` run in the folder, with nothing of the surroundings.
    pub(crate) fn isolate(&self, mut command: Command) -> Command {
        command
            .current_dir(self.folder())
            .env_clear()
            .env("PATH", "/usr/local/bin:/usr/bin:/bin")
            .envs(self.environment.iter().cloned())
            .stdin(Stdio::null());
        command
    }

    /// A copy of the program where an ordinary user can reach it.
    fn program_for_everybody(&self) -> PathBuf {
        let copy = self.scratch.path().join("erfa");
        // Were it written here, a process that another test starts meanwhile could hold it open, and it would not run.
        let copied = Command::new("cp").arg(PROGRAM).arg(&copy).status().unwrap();
        assert!(copied.success());
        fs::set_permissions(self.scratch.path(), fs::Permissions::from_mode(0o755)).unwrap();
        copy
    }
}

impl Output {
    /// A further run in the folder that this one left.
    pub(crate) fn again(self) -> Test {
        let mut test = Test::new("");
        test.scratch = self.scratch;
        test
    }

    /// A path in the folder the program was started in.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.scratch.path().join("work").join(path)
    }
}

fn quote(word: &OsStr) -> String {
    format!("'{}'", word.to_str().unwrap().replace('\'', r"'\''"))
}

/// What can be compared: no scratch folder, nothing hidden, nothing but UTF-8.
pub(crate) fn readable(bytes: &[u8], scratch: &Path) -> String {
    let text = std::str::from_utf8(bytes).expect("the program writes UTF-8");
    let folder = scratch.join("work");
    text.replace(folder.to_str().unwrap(), "$DIR").replace('\r', "␍").replace('\x1b', "␛")
}
