//! The door to programs that send mail, such as `sendmail` and `msmtp`.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, Write as _};
#[cfg(unix)]
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use super::files;
use super::transport::{Letter, Outcome, Transport};

/// What stands for the address of the recipient among the arguments.
const TO: &str = "{to}";

/// What stands for the address of the sender among the arguments.
const FROM: &str = "{from}";

/// How long to listen to what a program complains about when it has ended: something that it has
/// started may hold the line.
const AFTERTHOUGHT: Duration = Duration::from_secs(1);

/// Variables that are no program's business.
const SECRETS: &[&str] = &["ERFA_SMTP_PASSWORD"];

/// The exit statuses that speak of one letter, as `sysexits.h` has them: its data are not accepted, its
/// recipient is unknown, it may go later. Any other, such as a configuration that is wrong, would be
/// the same for every letter.
const OF_THE_LETTER: [i32; 3] = [65, 67, 75];

/// The most that is kept of what a program complains about, in bytes.
const COMPLAINT: u64 = 4096;

/// How it begins to say that a program cannot be started.
pub const UNSTARTED: &str = "starting ";

/// How it begins to say with which status a program ended.
pub const ENDED: &str = "exit status ";

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
        words.iter().any(|word| is_placed(word, TO))
    }

    fn start(&self, letter: &Letter<'_>, mail: File) -> io::Result<Child> {
        let own = |word: &String| {
            let placed = [(TO, letter.to), (FROM, letter.from)].into_iter();
            let mut placed = placed.filter(|(name, _)| is_placed(word, name));
            let word = word.clone();
            placed.next().map(|(name, value)| word.replace(name, value)).unwrap_or(word)
        };
        let (program, arguments) = self.words.split_first().ok_or(io::ErrorKind::InvalidInput)?;
        let mut command = Command::new(program);
        for name in SECRETS {
            command.env_remove(name);
        }
        command
            .args(arguments.iter().map(own))
            .stdin(mail)
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        // Ctrl-C is for us alone: the mail that is on its way is brought there.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.spawn()
    }
}

impl Transport for Program {
    fn open(&mut self) -> Result<(), String> {
        let program = self.words.first().map_or("", String::as_str);
        if is_found(program) { Ok(()) } else { Err(unstarted(program, "there is no such program")) }
    }

    fn deliver(&mut self, letter: &Letter<'_>) -> Outcome {
        // From a file, not through a pipe: should we be killed, the program has all of it or nothing.
        let started = whole(letter.content)
            .and_then(|mail| Ok((self.start(letter, mail.try_clone()?)?, mail)));
        let (mut child, mut mail) = match started {
            Ok(started) => started,
            Err(error) => return Outcome::Barred(unstarted(&self.words[0], &files::words(&error))),
        };
        let complaints = child.stderr.take();
        let (sender, complaint) = channel();
        std::thread::spawn(move || {
            let mut complaint = Vec::new();
            if let Some(mut complaints) = complaints {
                // What cannot be read is not there.
                let _ = complaints.by_ref().take(COMPLAINT).read_to_end(&mut complaint);
                let _ = sender.send(String::from_utf8_lossy(&complaint).into_owned());
                let _ = io::copy(&mut complaints, &mut io::sink());
            }
        });
        let status = child.wait();
        // The place to which it has read is shared.
        let read = mail.stream_position().ok().and_then(|read| usize::try_from(read).ok());
        let was_read = read.is_some_and(|read| read >= letter.content.len());
        let complaint = complaint.recv_timeout(AFTERTHOUGHT).unwrap_or_default();
        match status {
            Ok(status) => outcome(status, &complaint, was_read),
            Err(error) => Outcome::Unsure(files::words(&error)),
        }
    }

    fn close(&mut self) {}
}

/// That a program cannot be started, and why.
fn unstarted(program: &str, reason: &str) -> String {
    format!("{UNSTARTED}`{program}`: {reason}")
}

/// Whether there is such a program: at its path, or in one of the folders where programs are looked for.
#[cfg(unix)]
fn is_found(program: &str) -> bool {
    use std::os::unix::fs::PermissionsExt as _;

    use super::environment::program_folders;

    let is_program = |path: &Path| {
        let metadata = std::fs::metadata(path);
        metadata.is_ok_and(|it| it.is_file() && it.permissions().mode() & 0o111 != 0)
    };
    if program.contains('/') {
        return is_program(Path::new(program));
    }
    // Where nothing is said, the system has its own folders.
    let Some(folders) = program_folders() else { return !program.is_empty() };
    folders.iter().any(|folder| is_program(&folder.join(program)))
}

/// Elsewhere a name may lack its ending; that it cannot be started is learned with the first mail.
#[cfg(not(unix))]
fn is_found(program: &str) -> bool {
    !program.is_empty()
}

/// Whether an address stands in the place of `name` in an argument: as the whole of it, or as what
/// follows an option (`-f{from}`). Within other words it would be read by whatever reads them, such as
/// a shell.
fn is_placed(word: &str, name: &str) -> bool {
    let before = word.strip_suffix(name);
    before.is_some_and(|before| {
        let is_option = before.strip_prefix('-').is_some_and(|rest| {
            rest.chars().all(|letter| letter.is_ascii_alphanumeric() || "-=".contains(letter))
        });
        before.is_empty() || is_option
    })
}

/// A file that nobody else sees with a whole mail in it, to be read from its beginning.
fn whole(content: &[u8]) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(content)?;
    file.rewind()?;
    Ok(file)
}

fn outcome(status: ExitStatus, complaint: &str, was_read: bool) -> Outcome {
    let words = |code: i32| match complaint.trim() {
        "" => format!("{ENDED}{code}"),
        complaint => format!("{ENDED}{code}: {complaint}"),
    };
    match status.code() {
        Some(0) if was_read => Outcome::Taken("taken by the program".to_owned()),
        Some(0) => Outcome::Unsure(
            "the program ended well, but did not read the mail to its end".to_owned(),
        ),
        Some(code) if OF_THE_LETTER.contains(&code) => Outcome::Refused(words(code)),
        Some(code) => Outcome::Barred(words(code)),
        None => Outcome::Unsure(status.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{FROM, TO, is_placed};

    #[test]
    fn an_address_is_an_argument_or_follows_an_option() {
        for word in ["{to}", "-t{to}", "--rcpt={to}"] {
            assert!(is_placed(word, TO), "{word}");
        }
        for word in ["sendmail {to}", "{to}{from}", "x{to}", "-c ls;{to}", "`{to}", "{to} "] {
            assert!(!is_placed(word, TO), "{word}");
        }
        assert!(is_placed("-f{from}", FROM));
    }
}
