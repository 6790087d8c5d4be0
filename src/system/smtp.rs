//! The door to a mail server (SMTP, RFC 5321; submission, RFC 6409).
//!
//! Every step is taken by itself, so that of each failure it is known whether the server may have
//! taken the mail: until the last dot is sent it cannot have, afterwards only its answer tells. The
//! conversation is our own, for each answer must have an end and a time: a mail library reads on as
//! long as anything comes.

use std::time::Duration;

use super::files;
use super::secret::Password;
use super::transport::{Letter, Outcome, Transport};

mod login;
mod reply;
mod trust;
mod wire;

use login::Login;
use reply::Reply;
pub use trust::Trusted;
use trust::settings;
pub use wire::UNFINISHED;
use wire::{Wire, WireFault};

/// How much longer a whole mail and the answer to it may take than anything else.
const PATIENCE: u32 = 10;

/// A server that takes fewer bytes a second of a long mail is given up.
const SLOWEST: u64 = 16 * 1024;

/// How long to listen for a reason when a server hangs up in the middle of a mail.
const AFTERTHOUGHT: Duration = Duration::from_secs(2);

/// The reply codes that speak of the whole session, whenever they come: the sender may not, or not
/// now (RFC 5321, 4.2.3; RFC 4954, 6).
const OF_THE_SESSION: &[u16] = &[503, 530, 534, 535, 538];

/// The reply codes of a server that does not know a command (RFC 5321, 4.2.4).
const UNKNOWN_COMMAND: &[u16] = &[500, 502, 504];

/// The reply code of a server that closes the connection.
const CLOSING: u16 = 421;

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
    connection: Option<Connection>,
}

/// A server that is ready for letters.
struct Connection {
    wire: Wire,
    /// What it can do: its answer to `EHLO`.
    hello: Reply,
}

impl Smtp {
    /// Nothing is connected yet.
    pub fn new(server: Server) -> Self {
        Self { server, connection: None }
    }

    fn connect(&mut self) -> Result<Connection, String> {
        let login = match &mut self.server.login {
            Some((user, password)) => {
                let password = password.get();
                let password = password
                    .map_err(|error| format!("password-command: {}", files::words(&error)))?;
                Some((user.clone(), password.reveal().to_owned()))
            }
            None => None,
        };
        let mut connection = self.greet()?;
        if let Some((user, password)) = login {
            let login = Login::new(&user, &password, &connection.hello)?;
            for (number, line) in login.lines().iter().enumerate() {
                let answer = self.ask(&mut connection.wire, line);
                let answer = answer.map_err(|fault| login.masked(fault.words()))?;
                let is_last = number + 1 == login.lines().len();
                if answer.class() != if is_last { 2 } else { 3 } {
                    return Err(login.masked(unfit(&answer, "AUTH")));
                }
            }
        }
        Ok(connection)
    }

    /// Connects and says hello, protected as it must be; nothing that matters is said before.
    fn greet(&self) -> Result<Connection, String> {
        let Server { host, port, protection, timeout, trusted, .. } = &self.server;
        let words = |fault: WireFault| fault.words();
        let settings = || settings(trusted.as_ref());
        let protect = |wire: Wire, settings| {
            wire.protect(host, settings, *timeout).map_err(|error| words(error.into()))
        };
        let settings = if *protection == Protection::None { None } else { Some(settings()?) };
        let mut wire = Wire::connect(host, *port, *timeout).map_err(|error| words(error.into()))?;
        if let (Protection::Tls, Some(settings)) = (protection, &settings) {
            wire = protect(wire, settings.clone())?;
        }
        done(wire.answer(*timeout).map_err(words)?)?;
        let mut hello = self.hello(&mut wire)?;
        if let (Protection::StartTls, Some(settings)) = (protection, settings) {
            if !offers(&hello, "STARTTLS") {
                return Err("STARTTLS is not supported on this server".to_owned());
            }
            done(self.ask(&mut wire, "STARTTLS").map_err(words)?)?;
            // Whatever came before the line was protected may be somebody else's (RFC 3207, 6).
            if wire.is_out_of_step() {
                return Err(INJECTED.to_owned());
            }
            wire = protect(wire, settings).map_err(|words| {
                let is_no_tls = words.contains("corrupt message");
                if is_no_tls { format!("{AFTER_STARTTLS}{words}") } else { words }
            })?;
            hello = self.hello(&mut wire)?;
        }
        Ok(Connection { wire, hello })
    }

    fn hello(&self, wire: &mut Wire) -> Result<Reply, String> {
        let Server { hello, protection, login, .. } = &self.server;
        let say = |wire: &mut Wire, verb| self.ask(wire, &format!("{verb} {hello}"));
        let mut answer = say(wire, "EHLO").map_err(|fault| fault.words())?;
        // Who does not know the word may know the older one (RFC 5321, 3.2), after which nothing can be
        // protected and nobody can log in.
        let asks_for_nothing = *protection == Protection::None && login.is_none();
        if asks_for_nothing && UNKNOWN_COMMAND.contains(&answer.code) {
            answer = say(wire, "HELO").map_err(|fault| fault.words())?;
        }
        done(answer)
    }

    /// Says a line and hears the answer.
    fn ask(&self, wire: &mut Wire, line: &str) -> Result<Reply, WireFault> {
        wire.say(format!("{line}\r\n").as_bytes(), self.server.timeout)?;
        wire.answer(self.server.timeout)
    }

    /// Takes the steps before the text, all at once where the server allows that (RFC 2920).
    fn envelope(
        &self,
        connection: &mut Connection,
        steps: &[(Step, String)],
    ) -> Result<(), (Outcome, bool)> {
        let at_once = offers(&connection.hello, "PIPELINING");
        let wire = &mut connection.wire;
        let timeout = self.server.timeout;
        if at_once {
            let lines: String =
                steps.iter().flat_map(|(_, line)| [line.as_str(), "\r\n"]).collect();
            let said = wire.say(lines.as_bytes(), timeout);
            said.map_err(|fault| (Outcome::Lost(fault.words()), false))?;
        }
        for (step, line) in steps {
            let answer = if at_once { wire.answer(timeout) } else { self.ask(wire, line) };
            if let Err((outcome, is_good)) = before(answer, *step) {
                let is_good = is_good
                    && (*step != Step::Recipient || !at_once || self.refuses_text(wire))
                    // What was begun must be ended before the next letter.
                    && (*step == Step::Sender || self.ask(wire, "RSET").is_ok_and(|it| is_done(&it)));
                return Err((outcome, is_good));
            }
        }
        Ok(())
    }

    /// Hears the answer to a `DATA` that was said before its recipient was refused. A server that waits
    /// for the text all the same is left: whatever is said to it could become a mail.
    fn refuses_text(&self, wire: &mut Wire) -> bool {
        let answer = wire.answer(self.server.timeout);
        answer.is_ok_and(|reply| matches!(reply.code, 400..=599) && reply.code != CLOSING)
    }

    /// Carries one letter over an open connection; the second value says whether the connection is
    /// still good.
    fn transact(&self, connection: &mut Connection, letter: &Letter<'_>) -> (Outcome, bool) {
        if !is_path(letter.from) || !is_path(letter.to) {
            return (Outcome::Refused("501 no such address".to_owned()), true);
        }
        if str::from_utf8(letter.content).is_err() {
            return (Outcome::Refused("554 not UTF-8".to_owned()), true);
        }
        let is_ascii = letter.content.is_ascii();
        if !is_ascii && !offers(&connection.hello, "8BITMIME") {
            return (Outcome::Refused("554 8BITMIME is not supported".to_owned()), true);
        }
        let body = if is_ascii { "" } else { " BODY=8BITMIME" };
        let steps = [
            (Step::Sender, format!("MAIL FROM:<{}>{body}", letter.from)),
            (Step::Recipient, format!("RCPT TO:<{}>", letter.to)),
            (Step::Data, "DATA".to_owned()),
        ];
        if let Err(end) = self.envelope(connection, &steps) {
            return end;
        }
        let wire = &mut connection.wire;
        let text = stuffed(letter.content);
        let (text, dot) = text.split_at(text.len() - DOT);
        let patience = self.server.timeout * PATIENCE;
        let length = Duration::from_secs(text.len() as u64 / SLOWEST);
        if let Err(fault @ WireFault::OutOfStep) = wire.heard_nothing() {
            // Nothing of the text was said: there is an answer too many.
            return (Outcome::Lost(fault.words()), false);
        }
        // Whoever answers before the last dot does not answer to the mail, and without the dot there is
        // none.
        let said = wire.say(text, patience + length);
        let said = said.and_then(|()| wire.heard_nothing());
        match said.and_then(|()| wire.say(dot, patience)) {
            Ok(()) => after(wire.answer(patience)),
            Err(fault @ WireFault::OutOfStep) => match wire.answer(AFTERTHOUGHT) {
                Ok(reply) if matches!(reply.code, 400..=599) => (after(Ok(reply)).0, false),
                Ok(_) | Err(_) => (Outcome::Lost(fault.words()), false),
            },
            Err(fault) => match wire.answer(AFTERTHOUGHT) {
                // Who refuses a mail that is too large need not hear it to its end.
                Ok(reply) if !is_done(&reply) => (after(Ok(reply)).0, false),
                Ok(_) | Err(_) => (Outcome::Unsure(fault.words()), false),
            },
        }
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
            let _ = self.ask(&mut connection.wire, "QUIT");
        }
    }
}

/// How it begins to say that what follows `STARTTLS` is no TLS.
pub const AFTER_STARTTLS: &str = "after STARTTLS: ";

/// What is said of an answer that came before its question was protected.
pub const INJECTED: &str = "somebody on the way answers for the server";

/// How it begins to say that an answer does not fit the command that follows.
pub const UNFIT: &str = "the server answered ";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Sender,
    Recipient,
    Data,
}

impl Step {
    /// The command that takes it.
    fn verb(self) -> &'static str {
        match self {
            Self::Sender => "MAIL",
            Self::Recipient => "RCPT",
            Self::Data => "DATA",
        }
    }
}

/// An answer that says neither yes nor no to the command `verb`; one that says no says why.
fn unfit(reply: &Reply, verb: &str) -> String {
    match reply.class() {
        2 | 3 => format!("{UNFIT}{verb} with `{}`", reply.words()),
        _ => reply.words(),
    }
}

/// Whether a server has done what it was asked.
fn is_done(reply: &Reply) -> bool {
    reply.class() == 2
}

/// An answer that says that all is well, else its words.
fn done(reply: Reply) -> Result<Reply, String> {
    if is_done(&reply) { Ok(reply) } else { Err(reply.words()) }
}

/// Whether a server's answer to `EHLO` names this (RFC 5321, 4.1.1.1).
fn offers(hello: &Reply, name: &str) -> bool {
    let mut names = hello.lines.iter().skip(1).filter_map(|line| line.split_whitespace().next());
    names.any(|offered| offered.eq_ignore_ascii_case(name))
}

/// Whether an address can stand between `<` and `>`.
fn is_path(address: &str) -> bool {
    address.contains('@')
        && address.bytes().all(|byte| matches!(byte, b' '..=b'~') && !b"<>".contains(&byte))
}

/// What an answer means before the text was sent: the server has no mail yet.
fn before(answer: Result<Reply, WireFault>, step: Step) -> Result<(), (Outcome, bool)> {
    let expected = match step {
        Step::Sender | Step::Recipient => 2,
        Step::Data => 3,
    };
    let reply = match answer {
        Ok(reply) if reply.class() == expected => return Ok(()),
        Ok(reply) => reply,
        Err(fault) => return Err((Outcome::Lost(fault.words()), false)),
    };
    let words = reply.words();
    Err(match (reply.code, step) {
        (200..=399, _) => (Outcome::Lost(unfit(&reply, step.verb())), false),
        (CLOSING, _) => (Outcome::Lost(words), false),
        (code, _) if OF_THE_SESSION.contains(&code) => (Outcome::Barred(words), false),
        // The sender is the same for all letters.
        (_, Step::Sender) => (Outcome::Barred(words), false),
        (_, Step::Recipient | Step::Data) => (Outcome::Refused(words), true),
    })
}

/// What an answer means after the last dot.
fn after(answer: Result<Reply, WireFault>) -> (Outcome, bool) {
    match answer {
        Ok(reply) => match reply.code {
            200..=299 => (Outcome::Taken(reply.words()), true),
            300..=399 => (Outcome::Unsure(unfit(&reply, "DATA")), false),
            CLOSING => (Outcome::Refused(reply.words()), false),
            _ => (Outcome::Refused(reply.words()), true),
        },
        Err(fault) => (Outcome::Unsure(fault.words()), false),
    }
}

/// How long the dot is that ends a mail, with its line end.
const DOT: usize = ".\r\n".len();

/// A mail as it goes over the wire behind `DATA`, with the dot that ends it (RFC 5321, 4.5.2).
fn stuffed(content: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(content.len() + 64);
    for line in content.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(b".") {
            text.push(b'.');
        }
        text.extend_from_slice(line);
    }
    text.extend_from_slice(if content.ends_with(b"\r\n") { b".\r\n" } else { b"\r\n.\r\n" });
    text
}
