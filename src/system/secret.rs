//! Passwords: from the environment or from a program that prints them, never from a file of ours.

use std::fmt;
use std::io::{self, Read as _};
use std::process::{Command, Stdio};

/// The most that is read of what a program prints, in bytes.
const LONGEST: u64 = 1 << 16;

/// A word that nobody may see. It cannot be printed by accident.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a word.
    pub fn new(word: String) -> Self {
        Self(word)
    }

    /// The word itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret")
    }
}

/// Where a password comes from.
#[derive(Clone, Debug)]
pub enum Password {
    /// It is known.
    Known(Secret),
    /// A program, with its arguments, prints it.
    PrintedBy(String, Vec<String>),
}

impl Password {
    /// The password; a program is asked for it once.
    ///
    /// # Errors
    /// If the program fails.
    pub fn get(&mut self) -> io::Result<&Secret> {
        if let Self::PrintedBy(program, arguments) = self {
            *self = Self::Known(printed_by(program, arguments)?);
        }
        match self {
            Self::Known(secret) => Ok(secret),
            Self::PrintedBy(..) => Err(io::ErrorKind::NotFound.into()),
        }
    }
}

/// The first line that a program prints. No shell is in between; the program may ask on the terminal.
///
/// # Errors
/// If it cannot be started, fails or prints nothing.
fn printed_by(program: &str, arguments: &[String]) -> io::Result<Secret> {
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::inherit())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()?;
    let mut words = Vec::new();
    if let Some(output) = child.stdout.take() {
        output.take(LONGEST).read_to_end(&mut words)?;
    }
    let status = child.wait()?;
    if !status.success() {
        return Err(io::Error::other(status.to_string()));
    }
    let words = String::from_utf8(words).map_err(|_| io::ErrorKind::InvalidData)?;
    match words.lines().next() {
        Some(line) if !line.is_empty() => Ok(Secret(line.to_owned())),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Secret, printed_by};

    #[test]
    fn a_secret_is_not_printed() {
        let secret = Secret::new("geheim".to_owned());
        assert_eq!(format!("{secret:?}"), "Secret");
    }

    #[test]
    fn the_first_line_counts() {
        let print = |words: &str| printed_by("printf", &[words.to_owned()]);
        assert_eq!(print("geheim\\nmore\\n").unwrap().reveal(), "geheim");
        assert!(print("\\n").is_err());
        assert!(printed_by("false", &[]).is_err());
        assert!(printed_by("yes", &[]).is_err());
        assert!(printed_by("there-is-no-such-program", &[]).is_err());
    }
}
