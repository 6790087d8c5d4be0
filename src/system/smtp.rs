//! The door to a mail server (SMTP, RFC 5321; submission, RFC 6409).
//!
//! Every step is taken by itself, so that of each failure it is known whether the server may have
//! taken the mail: until the last dot is sent it cannot have, afterwards only its answer tells.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::response::{Response, Severity};

use super::files;
use super::secret::Password;
use super::transport::{Letter, Outcome, Transport};

mod trust;

pub use trust::Trusted;
use trust::parameters;

/// How much longer the answer to a whole mail may take than any other.
const PATIENCE: u32 = 10;

/// The shortest and the longest time to wait for what must not come.
const SILENCE: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(3));

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
                let password = password.reveal().to_owned();
                let secrets = secrets(user, &password);
                Some((Credentials::new(user.clone(), password), secrets))
            }
            None => None,
        };
        let mut connection = self.greet(false).or_else(|trouble| match &trouble {
            // A certificate that vouches for itself is trusted if it is the very one that is known.
            Trouble::Library(error) if self.server.trusted.is_some() && is_untrusted(error) => {
                self.known(&trouble)
            }
            _ => Err(trouble.words()),
        })?;
        if let Some((credentials, secrets)) = login {
            let answer = connection.auth(MECHANISMS, &credentials);
            answer.map_err(|error| masked(words(&error), &secrets))?;
        }
        Ok(connection)
    }

    /// Connects and says hello, protected as it must be; nothing that matters is said before.
    fn greet(&self, of_anybody: bool) -> Result<SmtpConnection, Trouble> {
        let Server { host, port, protection, timeout, trusted, .. } = &self.server;
        let hello = ClientId::Domain(self.server.hello.clone());
        let parameters = || parameters(host, trusted.as_ref(), of_anybody);
        let wrapper = (*protection == Protection::Tls).then(parameters).transpose()?;
        let address = (host.as_str(), *port);
        let mut connection =
            SmtpConnection::connect(address, Some(*timeout), &hello, wrapper.as_ref(), None)?;
        if *protection == Protection::StartTls {
            let begun = Instant::now();
            connection.starttls(&parameters()?, &hello)?;
            let took = begun.elapsed();
            if !is_silent(&mut connection, took) {
                connection.abort();
                return Err(Trouble::Injected);
            }
            // If this cannot be set, waiting shorter is no harm.
            let _ = connection.set_timeout(Some(*timeout));
        }
        Ok(connection)
    }

    /// The same with a server whose own certificate is among those that are known; `trouble` is why
    /// it was not trusted otherwise. Its name and that it has the key are checked all the same.
    fn known(&self, trouble: &Trouble) -> Result<SmtpConnection, String> {
        let mut connection = self.greet(true).map_err(|trouble| trouble.words())?;
        let own = connection.peer_certificate().unwrap_or_default();
        if self.server.trusted.as_ref().is_some_and(|trusted| trusted.knows(&own)) {
            return Ok(connection);
        }
        connection.abort();
        Err(trouble.words())
    }

    /// Carries one letter over an open connection; the second value says whether the connection is
    /// still good.
    fn transact(&self, connection: &mut SmtpConnection, letter: &Letter<'_>) -> (Outcome, bool) {
        let (Ok(from), Ok(to)) = (letter.from.parse::<Address>(), letter.to.parse::<Address>())
        else {
            return (Outcome::Refused("501 no such address".to_owned()), true);
        };
        let Ok(content) = str::from_utf8(letter.content) else {
            return (Outcome::Refused("554 not UTF-8".to_owned()), true);
        };
        let mut parameters = Vec::new();
        if !content.is_ascii() {
            if !connection.server_info().supports_feature(Extension::EightBitMime) {
                return (Outcome::Refused("554 8BITMIME is not supported".to_owned()), true);
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
            if let Err((outcome, is_good)) = before(answer, step) {
                // What was begun must be ended before the next letter.
                let is_good = is_good && connection.command(Rset).is_ok();
                return (outcome, is_good);
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

impl Transport for Smtp {
    fn deliver(&mut self, letter: &Letter<'_>) -> Outcome {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => match self.connect() {
                Ok(connection) => connection,
                Err(words) => return Outcome::Lost(words),
            },
        };
        let (outcome, is_good) = self.transact(&mut connection, letter);
        if is_good {
            self.connection = Some(connection);
        } else {
            connection.abort();
        }
        outcome
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
fn before(answer: Result<Response, Error>, step: Step) -> Result<(), (Outcome, bool)> {
    let expected = match step {
        Step::Sender | Step::Recipient => Severity::PositiveCompletion,
        Step::Data => Severity::PositiveIntermediate,
    };
    let error = match answer {
        Ok(response) if response.code().severity == expected => return Ok(()),
        Ok(response) => return Err((Outcome::Lost(said(&response)), false)),
        Err(error) => error,
    };
    let words = words(&error);
    let Some(code) = error.status().map(u16::from) else {
        return Err((Outcome::Lost(words), false));
    };
    Err(match (code, step) {
        (421, _) => (Outcome::Lost(words), false),
        (code, _) if OF_THE_SESSION.contains(&code) => (Outcome::Barred(words), false),
        // The sender is the same for all letters.
        (_, Step::Sender) => (Outcome::Barred(words), false),
        (_, Step::Recipient | Step::Data) => (Outcome::Refused(words), true),
    })
}

/// What an answer means after the last dot.
fn after(answer: Result<Response, Error>) -> (Outcome, bool) {
    match answer {
        Ok(response) if response.code().severity == Severity::PositiveCompletion => {
            (Outcome::Taken(said(&response)), true)
        }
        Ok(response) => (Outcome::Unsure(said(&response)), false),
        Err(error) => match error.status().map(u16::from) {
            Some(421) => (Outcome::Refused(words(&error)), false),
            Some(_) => (Outcome::Refused(words(&error)), true),
            None => (Outcome::Unsure(words(&error)), false),
        },
    }
}

/// A mail as it goes over the wire behind `DATA`, with the dot that ends it (RFC 5321, 4.5.2).
struct Stuffed<'a>(&'a str);

impl fmt::Display for Stuffed<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.0;
        for line in text.split_inclusive('\n') {
            if line.starts_with('.') {
                formatter.write_str(".")?;
            }
            formatter.write_str(line)?;
        }
        formatter.write_str(if text.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" })
    }
}

/// Why there is no connection.
enum Trouble {
    /// The library says why.
    Library(Error),
    /// Somebody answered in plain text what was to be asked under protection (RFC 3207, 6).
    Injected,
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Library(error)
    }
}

impl Trouble {
    fn words(&self) -> String {
        match self {
            Self::Library(error) => words(error),
            Self::Injected => INJECTED.to_owned(),
        }
    }
}

/// What is said of an answer that came before its question was protected.
pub const INJECTED: &str = "somebody on the way answers for the server";

/// Whether nothing more comes behind the answer to `EHLO`. The library keeps what came in plain text
/// behind the answer to `STARTTLS` and takes it for the server's own; then the server's real answer is
/// one too many. It comes within the time that it `took` to get here.
fn is_silent(connection: &mut SmtpConnection, took: Duration) -> bool {
    let wait = took.clamp(SILENCE.0, SILENCE.1);
    connection.set_timeout(Some(wait)).is_ok()
        && connection.read_response().is_err_and(|error| {
            let kind = io_error(&error).map(io::Error::kind);
            matches!(kind, Some(io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut))
        })
}

/// The words of a login that nobody may see, as they are and as they go over the wire (RFC 4616;
/// RFC 4648, 4).
fn secrets(user: &str, password: &str) -> Vec<String> {
    let coded = |words: &str| STANDARD.encode(words);
    vec![
        coded(&format!("\0{user}\0{password}")),
        coded(&format!("{user}\0{user}\0{password}")),
        coded(password),
        password.to_owned(),
    ]
}

/// What a server says without the words that it must not repeat.
fn masked(words: String, secrets: &[String]) -> String {
    let secrets = secrets.iter().filter(|secret| !secret.is_empty());
    secrets.fold(words, |words, secret| words.replace(secret, "***"))
}

/// Whether the server showed a certificate that nobody vouches for, or something else went wrong in
/// protecting the connection; one that has expired is nobody's any more.
fn is_untrusted(error: &Error) -> bool {
    let words = words(error).to_lowercase();
    let has_expired = ["expired", "notvalidyet", "not valid yet"];
    io_error(error).is_some_and(|error| error.kind() == io::ErrorKind::InvalidData)
        && !has_expired.iter().any(|word| words.contains(word))
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
