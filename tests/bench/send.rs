//! How long it takes to send a thousand mails of 85 kB over one connection to a server on this machine
//! that throws them away: the whole program, ledger and all, beside what the server and the disk alone
//! would need.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

/// How many mails there are.
const MAILS: usize = 1000;

/// How large what is attached to each is, in bytes; in base64 it is a third more.
const ATTACHMENT: usize = 55_000;

fn send(criterion: &mut Criterion) {
    let port = sink();
    let office = Office::new(port);
    let mut group = criterion.benchmark_group("a thousand mails");
    group.sample_size(10);
    group.bench_function("send", |bencher| {
        bencher.iter_batched(|| office.forget(), |()| office.send(), BatchSize::PerIteration);
    });
    group.bench_function("only speak to the server", |bencher| {
        let mails = office.mails();
        bencher.iter(|| speak(port, &mails));
    });
    group.bench_function("only sync a ledger", |bencher| bencher.iter(|| office.sync()));
    group.finish();
}

/// A server that takes everything and keeps nothing; its port.
fn sink() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            // A client that leaves is no reason to stop.
            let _ = serve(&stream);
        }
    });
    port
}

fn serve(stream: &TcpStream) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut input = BufReader::with_capacity(1 << 17, stream);
    let mut output = stream;
    output.write_all(b"220 localhost\r\n")?;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        let answer: &[u8] = match line.get(..4) {
            Some(b"DATA") => {
                output.write_all(b"354 go on\r\n")?;
                while line != b".\r\n" {
                    line.clear();
                    input.read_until(b'\n', &mut line)?;
                }
                b"250 2.0.0 queued\r\n"
            }
            Some(b"QUIT") => return output.write_all(b"221 bye\r\n"),
            _ => b"250 ok\r\n",
        };
        output.write_all(answer)?;
    }
}

/// The least that a client must do.
fn speak(port: u16, mails: &[Vec<u8>]) {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("the server");
    stream.set_nodelay(true).expect("an open connection");
    let mut input = BufReader::new(&stream);
    let mut output = &stream;
    let mut answer = String::new();
    let mut ask = |words: &[u8]| {
        output.write_all(words).expect("a listener");
        answer.clear();
        input.read_line(&mut answer).expect("an answer");
    };
    ask(b"EHLO localhost\r\n");
    for mail in mails {
        ask(b"MAIL FROM:<a@example.org>\r\n");
        ask(b"RCPT TO:<b@example.org>\r\n");
        ask(b"DATA\r\n");
        ask(&[mail, &b".\r\n"[..]].concat());
    }
    ask(b"QUIT\r\n");
}

/// A workspace in which mails wait.
struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new(port: u16) -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let put = |name: &str, content: &[u8]| {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            File::create(path).and_then(|mut file| file.write_all(content)).expect("a file");
        };
        let network = format!(
            "name = \"Netz\"\n[sender]\nname = \"Hanna Eiche\"\nmail = \"netz@example.org\"\n\
             [smtp]\nhost = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\n"
        );
        put("network.toml", network.as_bytes());
        put("meetings/spring.toml", b"title = \"Treffen\"\ndate = 2027-04-20\n");
        let contact = |number: usize| {
            format!(
                "[[contact]]\nid = \"p{number}\"\nfamily-name = \"Person {number}\"\nmail = \
                 \"p{number}@example.org\"\n"
            )
        };
        put("contacts.toml", (0..MAILS).map(contact).collect::<String>().as_bytes());
        put("programme.pdf", &vec![b'x'; ATTACHMENT]);
        let office = Self { folder };
        office.erfa(&[
            "outbox",
            "make",
            "save-the-date",
            "--to",
            "all",
            "--yes",
            "--attach",
            "programme.pdf",
        ]);
        office
    }

    fn erfa(&self, arguments: &[&str]) {
        let mut run = Command::new(env!("CARGO_BIN_EXE_erfa"));
        run.args(["--today", "2026-11-22", "--quiet"]).args(arguments);
        let status = run.current_dir(self.folder.path()).env("ERFA_LANG", "en").status();
        assert!(status.expect("the program starts").success());
    }

    fn ledger(&self) -> PathBuf {
        self.folder.path().join("outbox/ledger.txt")
    }

    /// Lets all mails wait again.
    fn forget(&self) {
        for path in [self.ledger(), self.run().join("begun")] {
            if path.exists() {
                fs::remove_file(path).expect("a file of our own");
            }
        }
    }

    fn run(&self) -> PathBuf {
        self.folder.path().join("outbox/spring/1-save-the-date")
    }

    fn send(&self) {
        self.erfa(&["send", "--expect", &MAILS.to_string()]);
    }

    fn mails(&self) -> Vec<Vec<u8>> {
        let is_mail = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "eml");
        let paths = fs::read_dir(self.run()).expect("a run").flatten().map(|entry| entry.path());
        paths.filter(is_mail).map(|path| bytes(&path)).collect()
    }

    /// One line a mail, each on the disk before the next.
    fn sync(&self) {
        let mut file = File::create(self.folder.path().join("ledger.txt")).expect("a file");
        for _ in 0..MAILS {
            file.write_all(&[b'x'; 150]).expect("room");
            file.sync_data().expect("a disk");
        }
    }
}

fn bytes(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)).expect("a mail");
    bytes
}

criterion_group!(benches, send);
criterion_main!(benches);
