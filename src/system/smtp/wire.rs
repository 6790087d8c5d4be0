//! The line to a server: bytes to and fro, protected or not, each with a time by which it must be done.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};

use super::reply::{Nonsense, Replies, Reply};
use crate::system::files;

/// How much is read at once, in bytes.
const PORTION: usize = 4096;

/// How often a protected line is looked at for what has come already.
const TICKETS: usize = 16;

/// How it begins to say that a server has answered, but not to the end.
pub const UNFINISHED: &str = "the server has not finished its answer";

fn is_late(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock)
}

/// Why nothing more is to be had from a server.
#[derive(Debug)]
pub(super) enum WireFault {
    /// The system says so.
    System(io::Error),
    /// What came is no answer.
    Nonsense(String),
    /// An answer came before its question.
    OutOfStep,
}

impl From<io::Error> for WireFault {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

impl From<Nonsense> for WireFault {
    fn from(Nonsense(words): Nonsense) -> Self {
        Self::Nonsense(words)
    }
}

impl WireFault {
    /// It in words, which are the system's or ours in English.
    pub(super) fn words(&self) -> String {
        match self {
            Self::System(error) if is_late(error) => "timed out".to_owned(),
            Self::System(error) => match error.kind() {
                io::ErrorKind::UnexpectedEof => "the server has hung up".to_owned(),
                _ => files::words(error),
            },
            Self::Nonsense(words) => words.clone(),
            Self::OutOfStep => "the server answers what it was not asked".to_owned(),
        }
    }
}

/// A socket whose every use is over by a fixed time, however slowly the other side gives or takes.
struct Timed {
    socket: TcpStream,
    until: Instant,
}

impl Timed {
    fn left(&self) -> io::Result<Option<Duration>> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(io::ErrorKind::TimedOut.into()) } else { Ok(Some(left)) }
    }
}

impl Read for Timed {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        self.socket.set_read_timeout(self.left()?)?;
        self.socket.read(bytes)
    }
}

impl Write for Timed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.socket.set_write_timeout(self.left()?)?;
        self.socket.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.socket.flush()
    }
}

enum Stream {
    Plain(Timed),
    Protected(Box<StreamOwned<ClientConnection, Timed>>),
}

impl Stream {
    fn timed(&mut self) -> &mut Timed {
        match self {
            Self::Plain(timed) => timed,
            Self::Protected(stream) => &mut stream.sock,
        }
    }

    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(timed) => timed.read(bytes),
            Self::Protected(stream) => stream.read(bytes),
        }
    }

    /// What has come already, without waiting for more.
    fn overhear(&mut self) -> io::Result<Vec<u8>> {
        self.timed().socket.set_nonblocking(true)?;
        let mut bytes = [0; PORTION];
        let heard = match self {
            Self::Plain(timed) => timed.socket.read(&mut bytes),
            Self::Protected(stream) => {
                // What comes may be a ticket and no answer; nobody is listened to without end.
                let StreamOwned { conn, sock } = &mut **stream;
                for _ in 0..TICKETS {
                    let has_come = conn.read_tls(&mut sock.socket).is_ok_and(|count| count > 0);
                    if !has_come || conn.process_new_packets().is_err() {
                        break;
                    }
                }
                conn.reader().read(&mut bytes)
            }
        };
        self.timed().socket.set_nonblocking(false)?;
        Ok(bytes[..heard?].to_vec())
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Plain(timed) => timed.write_all(bytes),
            Self::Protected(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
        }
    }
}

/// An open line.
pub(super) struct Wire {
    stream: Stream,
    replies: Replies,
}

impl Wire {
    /// Connects to the first address of the server that answers, each within `timeout`.
    pub(super) fn connect(host: &str, port: u16, timeout: Duration) -> io::Result<Self> {
        let mut trouble = io::Error::from(io::ErrorKind::AddrNotAvailable);
        for address in (host, port).to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, timeout) {
                Ok(socket) => {
                    // A command that waits for company only costs time.
                    socket.set_nodelay(true)?;
                    let timed = Timed { socket, until: Instant::now() };
                    let stream = Stream::Plain(timed);
                    return Ok(Self { stream, replies: Replies::default() });
                }
                Err(error) => trouble = error,
            }
        }
        Err(trouble)
    }

    /// Protects the line by TLS within `time`; whatever was said before counts no more.
    pub(super) fn protect(
        self,
        host: &str,
        settings: Arc<ClientConfig>,
        time: Duration,
    ) -> io::Result<Self> {
        let Stream::Plain(mut timed) = self.stream else { return Ok(self) };
        timed.until = Instant::now() + time;
        let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
        let mut session = ClientConnection::new(settings, name).map_err(io::Error::other)?;
        while session.is_handshaking() {
            session.complete_io(&mut timed)?;
        }
        let stream = Stream::Protected(Box::new(StreamOwned::new(session, timed)));
        Ok(Self { stream, replies: Replies::default() })
    }

    /// Whether something has come that nobody asked for.
    pub(super) fn is_out_of_step(&self) -> bool {
        !self.replies.is_empty()
    }

    /// That nothing has come that nobody asked for, nor lies on the line.
    ///
    /// # Errors
    /// If something has.
    pub(super) fn heard_nothing(&mut self) -> Result<(), WireFault> {
        // What cannot be heard now is heard, or fails, with the next answer.
        if let Ok(bytes) = self.stream.overhear() {
            self.replies.push(&bytes);
        }
        if self.is_out_of_step() { Err(WireFault::OutOfStep) } else { Ok(()) }
    }

    /// Says `words` within `time`.
    pub(super) fn say(&mut self, words: &[u8], time: Duration) -> Result<(), WireFault> {
        if self.is_out_of_step() {
            return Err(WireFault::OutOfStep);
        }
        self.stream.timed().until = Instant::now() + time;
        Ok(self.stream.write(words)?)
    }

    /// The next answer, which must be whole within `time`.
    pub(super) fn answer(&mut self, time: Duration) -> Result<Reply, WireFault> {
        self.stream.timed().until = Instant::now() + time;
        loop {
            if let Some(reply) = self.replies.next()? {
                return Ok(reply);
            }
            let mut bytes = [0; PORTION];
            match self.stream.read(&mut bytes) {
                Ok(0) => return Err(WireFault::System(io::ErrorKind::UnexpectedEof.into())),
                Ok(count) => self.replies.push(&bytes[..count]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if is_late(&error) && self.is_out_of_step() => {
                    return Err(WireFault::Nonsense(format!("{UNFINISHED} in {time:?}")));
                }
                Err(error) => return Err(error.into()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::net::TcpListener;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::Wire;

    /// What is heard of a server that says one of `pieces` each `pause`, and how long that took.
    fn hear(pieces: &'static [u8], pause: Duration, time: Duration) -> (String, Duration) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            for byte in pieces {
                thread::sleep(pause);
                if stream.write_all(&[*byte]).is_err() {
                    return;
                }
            }
        });
        let mut wire = Wire::connect("127.0.0.1", port, Duration::from_secs(5)).unwrap();
        let begun = Instant::now();
        let heard = wire.answer(time);
        let heard = heard.map_or_else(|fault| fault.words(), |reply| reply.words());
        (heard, begun.elapsed())
    }

    #[test]
    fn an_answer_has_a_time_however_slowly_it_comes() {
        let (heard, took) =
            hear(&[b'2'; 4000], Duration::from_millis(5), Duration::from_millis(200));
        assert_eq!(heard, "the server has not finished its answer in 200ms");
        // 4000 bytes would take twenty seconds.
        assert!(took < Duration::from_secs(10), "{took:?}");
    }

    #[test]
    fn a_slow_answer_in_time_is_one() {
        let (heard, _) = hear(b"250 ok\r\n", Duration::from_millis(2), Duration::from_mins(1));
        assert_eq!(heard, "250 ok");
        let (heard, _) = hear(b"250 o", Duration::ZERO, Duration::from_mins(1));
        assert_eq!(heard, "the server has hung up");
    }

    #[test]
    fn what_lies_on_the_line_is_out_of_step() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (tell, told) = std::sync::mpsc::channel::<()>();
        let server = thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            told.recv().unwrap();
            stream.write_all(b"250 early\r\n").unwrap();
            // The line stays open until it was listened to.
            let _ = told.recv();
        });
        let mut wire = Wire::connect("127.0.0.1", port, Duration::from_secs(5)).unwrap();
        assert!(wire.heard_nothing().is_ok());
        tell.send(()).unwrap();
        let has_come = |_: &u32| {
            thread::sleep(Duration::from_millis(10));
            wire.heard_nothing().is_err()
        };
        assert!((0..1000).find(has_come).is_some());
        assert_eq!(wire.answer(Duration::from_secs(5)).unwrap().words(), "250 early");
        drop(tell);
        server.join().unwrap();
    }
}
