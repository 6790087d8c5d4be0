//! The server that takes mails for delivery (message submission, RFC 6409).

use std::time::Duration;

use super::line::Line;
use crate::source::{Located, Origin};
use crate::text::vocabulary;

/// How mails are handed to a server.
#[derive(Clone, Debug)]
pub struct Submission {
    /// Where its settings begin.
    pub origin: Origin,
    /// Name or IP address of the server.
    pub host: Line,
    /// Its port, 1 to 65 535.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// A file with certificates (PEM, RFC 7468) that alone are trusted; none means those of the
    /// system. A relative path starts at the workspace.
    pub ca_file: Option<Located<Line>>,
    /// The name to log in with; none means the one from the environment, or no login.
    pub user: Option<Located<Line>>,
    /// The program that prints the password, and its arguments; empty means the environment.
    pub password_command: Vec<Line>,
    /// How long to wait between two mails.
    pub pause: Duration,
    /// How long to wait for an answer; ten times as long for the one that a mail was taken
    /// (RFC 5321, 4.5.3.2.6).
    pub timeout: Duration,
}

vocabulary! {
    /// How a connection is protected.
    pub enum Security {
        /// It begins in plain text and must change to TLS before anything is said (RFC 3207).
        StartTls = "starttls",
        /// It is TLS from its first byte (RFC 8314, 3.3).
        Tls = "tls",
        /// It is not; on the machine itself alone.
        None = "none" | "keine" | "ohne",
    }
}

impl Security {
    /// The port that goes with it (RFC 6409, 3.1; RFC 8314, 7.3; RFC 5321, 4.5.4.2).
    pub fn port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

/// Whether a server of this name is the machine itself, and nobody can listen on the way.
pub fn is_this_machine(host: &str) -> bool {
    let address = host.parse::<std::net::IpAddr>();
    host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::is_this_machine;

    #[test]
    fn only_the_machine_itself_may_be_spoken_to_in_plain() {
        for host in ["localhost", "LOCALHOST", "127.0.0.1", "127.8.8.8", "::1"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in ["mail.example.org", "localhost.example.org", "10.0.0.1", "127.0.0.1.example"] {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
