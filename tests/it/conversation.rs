//! A person at a terminal: what the program asks is waited for, and answered.

use std::io::{BufReader, Read as _, Write as _};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::harness::{Test, files};

/// How long a question may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) const ENTER: &str = "\r";
pub(crate) const ESCAPE: &str = "\x1b";
pub(crate) const CONTROL_C: &str = "\x03";
pub(crate) const CONTROL_D: &str = "\x04";
pub(crate) const CONTROL_U: &str = "\x15";
pub(crate) const BACKSPACE: &str = "\x7f";
pub(crate) const UP: &str = "\x1b[A";
pub(crate) const DOWN: &str = "\x1b[B";

/// A run on a terminal that is under way, in German.
pub(crate) struct Conversation {
    test: Test,
    process: Child,
    screen: Receiver<u8>,
    seen: String,
}

impl Conversation {
    /// Starts the program.
    pub(crate) fn begin(test: Test) -> Self {
        let test = test.german().on_a_terminal();
        let mut command = test.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap();
        let output = process.stdout.take().unwrap();
        let (sender, screen) = channel();
        thread::spawn(move || {
            BufReader::new(output)
                .bytes()
                .map_while(Result::ok)
                .try_for_each(|byte| sender.send(byte))
        });
        Self { test, process, screen, seen: String::new() }
    }

    /// Waits until `words` are on the screen, behind all that was waited for before.
    #[track_caller]
    pub(crate) fn sees(mut self, words: &str) -> Self {
        let mut screen = Vec::new();
        while !screen.ends_with(words.as_bytes()) {
            let Ok(byte) = self.screen.recv_timeout(PATIENCE) else {
                panic!("no `{words}` in\n{}", String::from_utf8_lossy(&screen));
            };
            screen.push(byte);
        }
        self.seen.push_str(&String::from_utf8(screen).unwrap());
        self
    }

    /// Presses these keys.
    pub(crate) fn types(mut self, keys: &str) -> Self {
        let input = self.process.stdin.as_mut().unwrap();
        input.write_all(keys.as_bytes()).unwrap();
        input.flush().unwrap();
        self
    }

    /// Answers each of `questions` with Enter alone.
    #[track_caller]
    pub(crate) fn takes_defaults(self, questions: &[&str]) -> Self {
        questions.iter().fold(self, |talk, question| talk.sees(question).types(ENTER))
    }

    /// Waits for the end: the cursor is visible. Returns what was left in the folder.
    #[track_caller]
    pub(crate) fn ends(mut self, status: i32) -> (String, Test) {
        assert_eq!(self.process.wait().unwrap().code(), Some(status), "{}", self.seen);
        let rest: Vec<u8> = self.screen.iter().collect();
        self.seen.push_str(std::str::from_utf8(&rest).unwrap());
        assert!(self.seen.rfind("\x1b[?25l") <= self.seen.rfind("\x1b[?25h"), "{:?}", self.seen);
        (self.seen, self.test)
    }

    /// The terminal is closed while the program waits.
    pub(crate) fn close(mut self) -> Test {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        self.test
    }

    /// The end after giving up: nothing is left.
    #[track_caller]
    pub(crate) fn ends_with_nothing(self, before: usize) {
        let (screen, test) = self.sees("Abgebrochen; nichts wurde geschrieben.").ends(130);
        assert_eq!(files(&test.folder(), |_| true).len(), before, "{screen}");
        assert_eq!(test.folder().read_dir().unwrap().count(), before, "{screen}");
    }
}
