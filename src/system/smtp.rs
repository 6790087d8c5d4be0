//! The door to a mail server (SMTP, RFC 5321; submission, RFC 6409).
//!
//! Every step is taken by itself, so that of each failure it is known whether the server may have
//! taken the mail: until the last dot is sent it cannot have, afterwards only its answer tells.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::time::Duration;

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Response, Severity};

use super::carrier::{Carrier, Fate, Letter};
use super::files;
use super::secret::Password;

mod trust;

pub use trust::Trusted;
use trust::parameters;

/// How much longer the answer to a whole mail may take than any other.
const PATIENCE: u32 = 10;

/// Ways to log in, the first that the server knows is taken. Both need a protected connection.
const MECHANISMS: &[Mechanism] = &[Mechanism::Plain, Mechanism::Login];

/// The reply codes that speak of the whole session, whenever they come: the sender may not, or not
/// now (RFC 5321, 4.2.3; RFC 4954, 6).
const OF_THE_SESSION: &[u16] = &[503, 530, 534, 535, 538];

/// How a connection is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// STARTTLS, which must succeed.
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// None.
    None,
}

/// A server and how to speak to it.
pub struct Server {
    /// Name or IP address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the connection is protected.
    pub protection: Protection,
    /// The certificates that alone are trusted; none means those of the system.
    pub trusted: Option<Trusted>,
    /// Name and password.
    pub login: Option<(String, Password)>,
    /// What this machine calls itself: a domain name.
    pub hello: String,
    /// How long an answer may take.
    pub timeout: Duration,
}

/// A server that is connected to when the first letter is carried, and again when the connection is
/// lost.
pub struct Smtp {
    server: Server,
    connection: Option<SmtpConnection>,
}

impl Smtp {
    /// Nothing is connected yet.
    pub fn new(server: Server) -> Self {
        Self { server, connection: None }
    }

    fn connect(&mut self) -> Result<SmtpConnection, String> {
        let login = match &mut self.server.login {
            Some((user, password)) => {
                let password = password.get();
                let password = password
                    .map_err(|error| format!("password-command: {}", files::words(&error)))?;
                Some(Credentials::new(user.clone(), password.reveal().to_owned()))
            }
            None => None,
        };
        let mut connection = self.greet(false).or_else(|error| {
            // A certificate that vouches for itself is trusted if it is the very one that is known.
            if self.server.trusted.is_some() && is_untrusted(&error) {
                self.known(error)
            } else {
                Err(words(&error))
            }
        })?;
        if let Some(credentials) = login {
            connection.auth(MECHANISMS, &credentials).map_err(|error| words(&error))?;
        }
        Ok(connection)
    }

    /// Connects and says hello, protected as it must be; nothing that matters is said before.
    fn greet(&self, of_anybody: bool) -> Result<SmtpConnection, Error> {
        let Server { host, port, protection, timeout, trusted, .. } = &self.server;
        let hello = ClientId::Domain(self.server.hello.clone());
        let parameters = || parameters(host, trusted.as_ref(), of_anybody);
        let wrapper = (*protection == Protection::Tls).then(parameters).transpose()?;
        let address = (host.as_str(), *port);
        let mut connection =
            SmtpConnection::connect(address, Some(*timeout), &hello, wrapper.as_ref(), None)?;
        if *protection == Protection::StartTls {
            connection.starttls(&parameters()?, &hello)?;
        }
        Ok(connection)
    }

    /// The same with a server whose own certificate is among those that are known; `error` is why it
    /// was not trusted otherwise. Its name and that it has the key are checked all the same.
    fn known(&self, error: Error) -> Result<SmtpConnection, String> {
        let mut connection = self.greet(true).map_err(|error| words(&error))?;
        let own = connection.peer_certificate().unwrap_or_default();
        if self.server.trusted.as_ref().is_some_and(|trusted| trusted.knows(&own)) {
            return Ok(connection);
        }
        connection.abort();
        Err(words(&error))
    }

    /// Carries one letter over an open connection; the second value says whether the connection is
    /// still good.
    fn transact(&self, connection: &mut SmtpConnection, letter: &Letter<'_>) -> (Fate, bool) {
        let (Ok(from), Ok(to)) = (letter.from.parse::<Address>(), letter.to.parse::<Address>())
        else {
            return (Fate::Refused("501 no such address".to_owned()), true);
        };
        let Ok(content) = str::from_utf8(letter.content) else {
            return (Fate::Refused("554 not UTF-8".to_owned()), true);
        };
        let mut parameters = Vec::new();
        if !content.is_ascii() {
            if !connection.server_info().supports_feature(Extension::EightBitMime) {
                return (Fate::Refused("554 8BITMIME is not supported".to_owned()), true);
            }
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        match before(connection.command(Mail::new(Some(from), parameters)), Step::Sender) {
            Ok(()) => {}
            Err(end) => return end,
        }
        for step in [Step::Recipient, Step::Data] {
            let answer = match step {
                Step::Recipient => connection.command(Rcpt::new(to.clone(), Vec::new())),
                Step::Sender | Step::Data => connection.command(Data),
            };
            if let Err((fate, is_good)) = before(answer, step) {
                // What was begun must be ended before the next letter.
                let is_good = is_good && connection.command(Rset).is_ok();
                return (fate, is_good);
            }
        }
        let timeout = self.server.timeout;
        // If waiting longer cannot be set, waiting shorter is no harm: it is unsure then.
        let _ = connection.set_timeout(Some(timeout * PATIENCE));
        // Text and last dot go out together: in two pieces, the second would wait for the first to be
        // acknowledged.
        let answer = connection.command(Stuffed(content));
        let _ = connection.set_timeout(Some(timeout));
        after(answer)
    }
}

impl Carrier for Smtp {
    fn carry(&mut self, letter: &Letter<'_>) -> Fate {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => match self.connect() {
                Ok(connection) => connection,
                Err(words) => return Fate::Lost(words),
            },
        };
        let (fate, is_good) = self.transact(&mut connection, letter);
        if is_good {
            self.connection = Some(connection);
        } else {
            connection.abort();
        }
        fate
    }

    fn open(&mut self) -> Result<(), String> {
        self.connection = Some(self.connect()?);
        Ok(())
    }

    fn close(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            // All letters are settled; how the server says goodbye changes nothing.
            let _ = connection.quit();
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Sender,
    Recipient,
    Data,
}

/// What an answer means before the text was sent: the server has no mail yet.
fn before(answer: Result<Response, Error>, step: Step) -> Result<(), (Fate, bool)> {
    let expected = match step {
        Step::Sender | Step::Recipient => Severity::PositiveCompletion,
        Step::Data => Severity::PositiveIntermediate,
    };
    let error = match answer {
        Ok(response) if response.code().severity == expected => return Ok(()),
        Ok(response) => return Err((Fate::Lost(said(&response)), false)),
        Err(error) => error,
    };
    let words = words(&error);
    let Some(code) = error.status().map(u16::from) else {
        return Err((Fate::Lost(words), false));
    };
    Err(match (code, step) {
        (421, _) => (Fate::Lost(words), false),
        (code, _) if OF_THE_SESSION.contains(&code) => (Fate::Barred(words), false),
        // The sender is the same for all letters.
        (_, Step::Sender) => (Fate::Barred(words), false),
        (_, Step::Recipient | Step::Data) => (Fate::Refused(words), true),
    })
}

/// What an answer means after the last dot.
fn after(answer: Result<Response, Error>) -> (Fate, bool) {
    match answer {
        Ok(response) if response.code().severity == Severity::PositiveCompletion => {
            (Fate::Taken(said(&response)), true)
        }
        Ok(response) => (Fate::Unsure(said(&response)), false),
        Err(error) => match error.status().map(u16::from) {
            Some(421) => (Fate::Refused(words(&error)), false),
            Some(_) => (Fate::Refused(words(&error)), true),
            None => (Fate::Unsure(words(&error)), false),
        },
    }
}

/// A mail as it goes over the wire behind `DATA`, with the dot that ends it (RFC 5321, 4.5.2).
struct Stuffed<'a>(&'a str);

impl fmt::Display for Stuffed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0;
        for line in text.split_inclusive("\r\n") {
            if line.starts_with('.') {
                formatter.write_str(".")?;
            }
            formatter.write_str(line)?;
        }
        formatter.write_str(if text.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" })
    }
}

/// Whether the server showed a certificate that is not to be trusted, or something else went wrong
/// in protecting the connection.
fn is_untrusted(error: &Error) -> bool {
    io_error(error).is_some_and(|error| error.kind() == io::ErrorKind::InvalidData)
}

fn io_error(error: &Error) -> Option<&io::Error> {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(error) = inner.downcast_ref::<io::Error>() {
            return Some(error);
        }
        cause = inner.source();
    }
    None
}

/// What the server said, on one line.
fn said(response: &Response) -> String {
    let lines: Vec<&str> = response.message().collect();
    format!("{} {}", response.code(), lines.join(" "))
}

/// What went wrong: the server's own words, or the system's.
fn words(error: &Error) -> String {
    if let Some(code) = error.status() {
        let said = error.source().map(ToString::to_string).unwrap_or_default();
        return format!("{code} {}", said.replace('\n', " "));
    }
    match io_error(error) {
        // Waiting in vain for bytes is told so on some systems.
        Some(error) if error.kind() == io::ErrorKind::WouldBlock => "timed out".to_owned(),
        Some(error) => files::words(error),
        None => error.to_string(),
    }
}
