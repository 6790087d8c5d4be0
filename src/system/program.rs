//! The door to programs that send mail, such as `sendmail` and `msmtp`.

use std::io::{self, Read as _, Write as _};
use std::process::{Child, Command, ExitStatus, Stdio};

use super::carrier::{Carrier, Fate, Letter};
use super::files;

/// What stands for the address of the recipient among the arguments.
pub const TO: &str = "{to}";

/// What stands for the address of the sender among the arguments.
pub const FROM: &str = "{from}";

/// The exit statuses of shells that say that there is no such program, or that it cannot be run: it
/// is so for every letter.
const NO_PROGRAM: [i32; 2] = [126, 127];

/// The most that is kept of what a program complains about, in bytes.
const COMPLAINT: u64 = 4096;

/// A program that is started for each letter and reads it from its standard input.
pub struct Program {
    /// The program and its arguments.
    words: Vec<String>,
}

impl Program {
    /// The program `words[0]` with the arguments behind it; no shell is in between.
    pub fn new(words: Vec<String>) -> Self {
        Self { words }
    }

    /// Whether it is told the recipient as an argument.
    pub fn names_recipient(words: &[String]) -> bool {
        words.iter().any(|word| word.contains(TO))
    }

    fn start(&self, letter: &Letter<'_>) -> io::Result<Child> {
        let mut words = self.words.iter().map(|word| word.replace(TO, letter.to));
        let program = words.next().unwrap_or_default();
        Command::new(program)
            .args(words.map(|word| word.replace(FROM, letter.from)))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
    }
}

impl Carrier for Program {
    fn open(&mut self) -> Result<(), String> {
        Ok(())
    }

    fn carry(&mut self, letter: &Letter<'_>) -> Fate {
        let mut child = match self.start(letter) {
            Ok(child) => child,
            Err(error) => return Fate::Barred(files::words(&error)),
        };
        let (input, complaints) = (child.stdin.take(), child.stderr.take());
        let complaint = std::thread::spawn(move || {
            let mut complaint = Vec::new();
            if let Some(mut complaints) = complaints {
                // What cannot be read is not there.
                let _ = complaints.by_ref().take(COMPLAINT).read_to_end(&mut complaint);
                let _ = io::copy(&mut complaints, &mut io::sink());
            }
            String::from_utf8_lossy(&complaint).into_owned()
        });
        // A program that does not read to the end says by its status what that means.
        let written = input.map_or(Ok(()), |mut input| input.write_all(letter.content));
        let status = child.wait();
        let complaint = complaint.join().unwrap_or_default();
        match status {
            Ok(status) => fate(status, &complaint, written.is_ok()),
            Err(error) => Fate::Unsure(files::words(&error)),
        }
    }

    fn close(&mut self) {}
}

fn fate(status: ExitStatus, complaint: &str, was_read: bool) -> Fate {
    let words = |code: i32| format!("exit status {code}: {}", complaint.trim());
    match status.code() {
        Some(0) if was_read => Fate::Taken("exit status 0".to_owned()),
        Some(0) => Fate::Unsure("exit status 0, but the mail was not read to its end".to_owned()),
        Some(code) if NO_PROGRAM.contains(&code) => Fate::Barred(words(code)),
        Some(code) => Fate::Refused(words(code)),
        None => Fate::Unsure(status.to_string()),
    }
}
