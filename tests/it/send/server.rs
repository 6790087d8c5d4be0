//! A mail server on this machine, in plain text, that does what a test wants of it.
//!
//! It speaks just enough SMTP (RFC 5321) for one client at a time, and answers to an address what its
//! domain calls for: see [`answer_to`] and [`answer_after`]. Real servers are asked in `tests/readers`.

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A mail that the server has taken.
#[derive(Clone, Debug)]
pub(super) struct Taken {
    /// The sender and recipient of the envelope.
    pub(super) envelope: [String; 2],
    /// The text, as it came.
    pub(super) text: String,
}

/// What the server and its threads know.
#[derive(Default)]
struct State {
    taken: Vec<Taken>,
    seen: HashSet<String>,
    connections: usize,
    at_once: usize,
}

/// A server that runs until it is dropped.
pub(super) struct Server {
    pub(super) port: u16,
    state: Arc<Mutex<State>>,
}

impl Server {
    pub(super) fn start() -> Self {
        Self::offering("250 8BITMIME")
    }

    /// One that hears several commands at once (RFC 2920).
    pub(super) fn pipelining() -> Self {
        Self::offering("250-PIPELINING\r\n250 8BITMIME")
    }

    fn offering(extensions: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::downgrade(&state);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (Ok(stream), Some(state)) = (stream, shared.upgrade()) else { return };
                state.lock().unwrap().connections += 1;
                thread::spawn(move || serve(stream, extensions, &state));
            }
        });
        Self { port, state }
    }

    /// What it has taken so far.
    pub(super) fn taken(&self) -> Vec<Taken> {
        self.state.lock().unwrap().taken.clone()
    }

    /// The recipients of what it has taken, in order.
    pub(super) fn recipients(&self) -> Vec<String> {
        self.taken().into_iter().map(|taken| taken.envelope[1].clone()).collect()
    }

    /// How often somebody connected.
    pub(super) fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }

    /// How many of its mails began with several commands at once.
    pub(super) fn at_once(&self) -> usize {
        self.state.lock().unwrap().at_once
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.state = Arc::default();
        // The listener wakes up and finds that nobody is left.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// How the server goes on after an answer.
enum Answer<'a> {
    Say(&'a str),
    HangUp,
}

/// The answer to `RCPT`, the first time and later.
fn answer_to(domain: &str, is_first: bool) -> Answer<'static> {
    match domain {
        "refused.test" => Answer::Say("550 5.1.1 no such user"),
        "later.test" => Answer::Say("451 4.7.1 try again later"),
        "gone.test" if is_first => Answer::HangUp,
        "closing.test" if is_first => Answer::Say("421 4.3.2 too many mails"),
        "barred.test" => Answer::Say("530 5.7.0 log in first"),
        "babble.test" => Answer::Say("what?"),
        _ => Answer::Say("250 2.1.5 ok"),
    }
}

/// The answer to the text.
fn answer_after(domain: &str) -> Answer<'static> {
    match domain {
        "rejected.test" => Answer::Say("554-5.7.1 looks like\r\n554 5.7.1 advertisements"),
        "busy.test" => Answer::Say("451 4.3.0 busy"),
        "drop.test" => Answer::HangUp,
        "nonsense.test" => Answer::Say("yes or no"),
        _ => Answer::Say("250 2.0.0 queued"),
    }
}

/// Speaks with one client until either has enough.
fn serve(stream: TcpStream, extensions: &str, state: &Mutex<State>) {
    let mut client = Client { input: BufReader::new(stream.try_clone().unwrap()), stream };
    client.say("220 localhost");
    let mut envelope = [String::new(), String::new()];
    let mut is_known = false;
    let hello = format!("250-localhost\r\n{extensions}");
    while let Some(line) = client.line() {
        let (verb, rest) = line.split_at(line.find([' ', ':']).unwrap_or(line.len()));
        let address = rest.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer = match verb.to_ascii_uppercase().as_str() {
            "EHLO" => Answer::Say(&hello),
            "MAIL" => {
                envelope[0] = address;
                is_known = false;
                if !client.input.buffer().is_empty() {
                    state.lock().unwrap().at_once += 1;
                }
                Answer::Say("250 ok")
            }
            "RCPT" => {
                let is_first = state.lock().unwrap().seen.insert(address.clone());
                let domain = address.rsplit('@').next().unwrap_or_default().to_owned();
                envelope[1] = address;
                let answer = answer_to(&domain, is_first);
                is_known = matches!(answer, Answer::Say(words) if words.starts_with('2'));
                answer
            }
            "DATA" if !is_known => Answer::Say("554 5.5.1 no valid recipients"),
            "DATA" => {
                client.say("354 go on");
                let Some(text) = client.text() else { return };
                let domain = envelope[1].rsplit('@').next().unwrap_or_default();
                let answer = answer_after(domain);
                let refused = matches!(answer, Answer::Say(words) if words.starts_with(['4', '5']));
                if !refused {
                    let taken = Taken { envelope: envelope.clone(), text };
                    state.lock().unwrap().taken.push(taken);
                }
                answer
            }
            "QUIT" => return client.say("221 bye"),
            _ => Answer::Say("250 ok"),
        };
        match answer {
            Answer::Say(words) => client.say(words),
            Answer::HangUp => {
                // A client that is gone already is no loss.
                let _ = client.stream.shutdown(Shutdown::Both);
                return;
            }
        }
    }
}

struct Client {
    input: BufReader<TcpStream>,
    stream: TcpStream,
}

impl Client {
    fn say(&mut self, words: &str) {
        // Whoever has hung up hears nothing more.
        let _ = self.stream.write_all(format!("{words}\r\n").as_bytes());
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let length = self.input.read_line(&mut line).ok()?;
        (length > 0).then(|| line.trim_end_matches("\r\n").to_owned())
    }

    /// The text up to the dot that stands alone, without the dots that were doubled.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let line = self.line()?;
            if line == "." {
                return Some(text);
            }
            text.push_str(line.strip_prefix('.').unwrap_or(&line));
            text.push_str("\r\n");
        }
    }
}
