//! What is said when the program itself is at fault: whatever else happens, nobody sees a trace of
//! addresses, and nothing that was being written has taken the place of what was there.

use std::panic::{PanicHookInfo, set_hook};

use super::terminal::tell;
use crate::text::{Language, brief};

/// The exit status of a program that has failed over itself, as Rust has it.
pub const FALLEN: u8 = 101;

/// From now on a panic says what to do in `language` and ends the process.
pub fn speak(language: Language) {
    set_hook(Box::new(move |panic| {
        tell(&words(panic, language));
        end();
    }));
}

fn words(panic: &PanicHookInfo<'_>, language: Language) -> String {
    let reason = brief(panic.payload_as_str().unwrap_or("?"));
    let place = panic.location().map(|place| format!("{}:{}", place.file(), place.line()));
    let place = place.unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    match language {
        Language::German => format!(
            "Fehler: erfa {version} ist an einem eigenen Fehler gescheitert ({place}: {reason})\n\n\
             Hilfe: bitte melden Sie diese Zeile den Entwicklern, mit dem Befehl und, wenn Sie dürfen, \
             mit der Datei, um die es ging; keine Datei wurde halb geschrieben\n"
        ),
        Language::English => format!(
            "error: erfa {version} failed over a mistake of its own ({place}: {reason})\n\n\
             help: please report this line to the developers, with the command and, if you may, with \
             the file it was about; no file was written halfway\n"
        ),
    }
}

#[expect(
    clippy::exit,
    reason = "after a panic nothing can be relied on, and an abort would say more"
)]
fn end() {
    std::process::exit(i32::from(FALLEN));
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{FALLEN, speak};
    use crate::text::Language;

    /// Set for the process that is to fall.
    const FALLS: &str = "ERFA_TEST_FALLS";

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test speaks to a process of its own")]
    fn a_fall_asks_for_a_report() {
        if let Ok(language) = std::env::var(FALLS) {
            speak(Language::from_locale(&language));
            panic!("all of it\u{1b}[2J");
        }
        for (language, start, request) in [
            ("de", "Fehler: erfa ", "bitte melden Sie diese Zeile den Entwicklern"),
            ("en", "error: erfa ", "please report this line to the developers"),
        ] {
            let mut command = Command::new(std::env::current_exe().unwrap());
            let name = "system::panic::tests::a_fall_asks_for_a_report";
            command.args(["--exact", name, "--nocapture"]).env(FALLS, language);
            let output = command.output().unwrap();
            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(i32::from(FALLEN)), "{said}");
            assert!(said.starts_with(start) && said.contains(request), "{said}");
            assert!(
                said.contains("src/system/panic.rs:") && said.contains("all of it\u{fffd}[2J"),
                "{said}"
            );
        }
    }
}
