//! Servers that do what none should, each in its own way: of every mail it is known what became of it,
//! nothing is awaited without end, and nothing that a server says reaches the screen as it is.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use super::{smtp, waiting_for};

/// Where in a conversation a server goes wrong.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Greeting,
    /// At `EHLO` and at `HELO`.
    Hello,
    /// At `EHLO` alone.
    Extended,
    Sender,
    Recipient,
    Data,
    Text,
}

/// What it does there.
#[derive(Clone, Copy)]
enum Does {
    /// It says this and goes on.
    Says(&'static [u8]),
    /// It says this and hangs up.
    Leaves(&'static [u8]),
    /// It says this again and again, as fast as it can.
    Repeats(&'static [u8]),
    /// It says this again and again, with much time in between.
    Drips(&'static [u8]),
    /// It says nothing.
    Keeps,
}

use At::{Data, Extended, Greeting, Hello, Recipient, Sender, Text};
use Does::{Drips, Keeps, Leaves, Repeats, Says};

/// A fault, what the mail's last line in the ledger then says, and what the program tells of it there
/// or on the screen.
const FAULTS: &[(At, Does, &str, &str)] = &[
    (Greeting, Says(b"554 no\r\n"), "", "554 no"),
    (Greeting, Says(b"SSH-2.0-OpenSSH_9.2\r\n"), "", "this is no answer of a mail server: SSH-2.0"),
    (Greeting, Says(b"\x16\x03\x01\x02\x00\x01\r\n"), "", "this is no answer of a mail server"),
    (Greeting, Says(b"\r\n"), "", "this is no answer of a mail server"),
    (Greeting, Repeats(b"220 endless "), "", "of more than 4096 bytes"),
    (Greeting, Repeats(b"220-endless\r\n"), "", "of more than 65536 bytes"),
    (Greeting, Drips(b"2"), "", "the server has not finished its answer"),
    (Greeting, Keeps, "", "timed out"),
    (Greeting, Leaves(b""), "", "the server has hung up"),
    (Greeting, Leaves(b"220 half"), "", "the server has hung up"),
    (Greeting, Says(b"220 \xc4\xd6\xdc\r\n"), "sent", "Sent: 1 of 1 mail."),
    (Greeting, Says(b"220 a\r\n250 b\r\n"), "", "the server answers what it was not asked"),
    (Hello, Says(b"502 what?\r\n"), "", "502 what?"),
    (Hello, Says(b"504 not here\r\n"), "", "504 not here"),
    (Extended, Says(b"500 what?\r\n"), "sent", "Sent: 1 of 1 mail."),
    (Extended, Says(b"502-what?\r\n502 say HELO\r\n"), "sent", "Sent: 1 of 1 mail."),
    (Extended, Says(b"504 what?\r\n"), "sent", "Sent: 1 of 1 mail."),
    (Extended, Says(b"550 not you\r\n"), "", "550 not you"),
    (Extended, Says(b"421 not now\r\n"), "", "421 not now"),
    (Extended, Leaves(b"502 what?\r\n"), "", ""),
    (Hello, Says(b"250-localhost\r\n550 8BITMIME\r\n"), "", "this is no answer"),
    (Hello, Repeats(b"250-AUTH PLAIN\r\n"), "", "of more than 65536 bytes"),
    (Hello, Drips(b"250-a\r\n"), "", "the server has not finished its answer"),
    (Sender, Says(b"250\r\n"), "sent", "Sent: 1 of 1 mail."),
    (Sender, Says(b"250 bare\n"), "sent", "Sent: 1 of 1 mail."),
    (Sender, Says(b"553 not you\r\n"), "pending", "553 not you"),
    (Sender, Keeps, "pending", "timed out"),
    (Recipient, Says(b"251 will forward\r\n"), "sent", "Sent: 1 of 1 mail."),
    (
        Recipient,
        Says(b"250 ok\r\n354 go\r\n"),
        "pending",
        "the server answers what it was not asked",
    ),
    (Recipient, Says(b"999 ok\r\n"), "pending", "this is no answer of a mail server: 999 ok"),
    (Recipient, Says(b"550 n\xf6 \x1b[2J\x07\r\n"), "failed", "550 n\u{fffd} \u{fffd}[2J\u{fffd}"),
    (Recipient, Repeats(b"550 no "), "pending", "of more than 4096 bytes"),
    (Recipient, Says(b"354 go on\r\n"), "pending", "354 go on"),
    (Recipient, Leaves(b"250 ok\r\n"), "pending", ""),
    (Recipient, Leaves(b"550 no\r\n"), "failed", "550 no"),
    (Sender, Leaves(b"250 ok\r\n"), "pending", ""),
    (Data, Says(b"250 ok\r\n"), "pending", "250 ok"),
    (Data, Says(b"354\r\n"), "sent", "Sent: 1 of 1 mail."),
    (
        Data,
        Says(b"354 go\r\n250 queued\r\n"),
        "pending",
        "the server answers what it was not asked",
    ),
    (Data, Leaves(b"354 go\r\n"), "unsure", "1 unsure"),
    (Text, Says(b"250\r\n"), "sent", "Sent: 1 of 1 mail."),
    (Text, Says(b"250-2.0.0 queued\r\n250 2.0.0 as 7\r\n"), "sent", "Sent: 1 of 1 mail."),
    (Text, Leaves(b"250 queued"), "unsure", "1 unsure"),
    (Text, Says(b"250-queued\r\n550 not\r\n"), "unsure", "1 unsure"),
    (Text, Says(b"354 more\r\n"), "unsure", "1 unsure"),
    (Text, Repeats(b"250-queued\r\n"), "unsure", "1 unsure"),
    (Text, Drips(b"250-queued\r\n"), "unsure", "1 unsure"),
    (Text, Leaves(b"421 4.3.1 no space left\r\n"), "failed", "421 4.3.1 no space left"),
];

/// A server that goes wrong in this way with everybody. It ends when nobody connects any more.
fn start(at: At, does: Does, hello: &'static [u8]) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || serve(stream, at, does, hello));
        }
    });
    port
}

fn serve(mut stream: TcpStream, at: At, does: Does, hello: &[u8]) -> Option<()> {
    let mut input = BufReader::new(stream.try_clone().ok()?);
    answer(&mut stream, Greeting, at, does, b"220 localhost\r\n")?;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let verb = line.get(..4)?;
        let (step, usual): (_, &[u8]) = match verb {
            "EHLO" => (Extended, hello),
            "HELO" => (Hello, b"250 localhost\r\n"),
            "MAIL" => (Sender, b"250 ok\r\n"),
            "RCPT" => (Recipient, b"250 ok\r\n"),
            "DATA" => (Data, b"354 go on\r\n"),
            _ => {
                stream.write_all(b"250 ok\r\n").ok()?;
                continue;
            }
        };
        answer(&mut stream, step, at, does, usual)?;
        if step == Data {
            while line != ".\r\n" {
                line.clear();
                if input.read_line(&mut line).ok()? == 0 {
                    return None;
                }
            }
            answer(&mut stream, Text, at, does, b"250 2.0.0 queued\r\n")?;
        }
    }
}

/// Answers at `step`; nothing if the conversation is over.
fn answer(stream: &mut TcpStream, step: At, at: At, does: Does, usual: &[u8]) -> Option<()> {
    if step != at && !(step == Extended && at == Hello) {
        return stream.write_all(usual).ok();
    }
    match does {
        Says(words) => stream.write_all(words).ok(),
        Leaves(words) => {
            // Who is gone already hears nothing.
            let _ = stream.write_all(words);
            let _ = stream.shutdown(Shutdown::Both);
            None
        }
        Repeats(words) => loop {
            stream.write_all(words).ok()?;
        },
        Drips(words) => loop {
            stream.write_all(words).ok()?;
            thread::sleep(Duration::from_millis(50));
        },
        Keeps => {
            thread::sleep(Duration::from_secs(20));
            None
        }
    }
}

#[test]
fn whatever_a_server_does_each_mail_has_one_end() {
    each_mail_has_one_end(b"250-localhost\r\n250 8BITMIME\r\n", FAULTS.iter());
}

#[test]
fn it_has_where_all_is_said_at_once() {
    let hello = b"250-localhost\r\n250-PIPELINING\r\n250 8BITMIME\r\n";
    // Which answer is one too many shows only when all have come: the mail is pending or unsure.
    let is_too_many = |words: &[u8]| words == b"250 ok\r\n354 go\r\n";
    let faults = FAULTS.iter().filter(|fault| !matches!(fault.1, Says(it) if is_too_many(it)));
    each_mail_has_one_end(hello, faults);
}

#[test]
fn who_asks_for_protection_or_a_login_goes_no_older_way() {
    for asked in
        ["starttls\"\n", "none\"\nuser = \"netz\"\npassword-command = [\"echo\", \"secret\"]\n"]
    {
        let port = start(Extended, Says(b"502 what?\r\n"), b"");
        let network = smtp(port).replace("none\"\n", asked);
        let mut story = waiting_for(&network, &["a@example.org"]);
        let (said, status) = story.run("send --expect 1");
        assert!(status != 0 && said.contains("502 what?"), "{asked}: {said}");
    }
}

fn each_mail_has_one_end<'a>(
    hello: &'static [u8],
    faults: impl Iterator<Item = &'a (At, Does, &'static str, &'static str)>,
) {
    let threads: Vec<_> = faults
        .enumerate()
        .map(|(number, &(at, does, state, words))| {
            thread::spawn(move || {
                let port = start(at, does, hello);
                // Short only where it must run out: a machine may be busy.
                let timeout = if matches!(does, Drips(_) | Keeps) { 1 } else { 30 };
                let network = format!("{}timeout = {timeout}\n", smtp(port));
                let mut story = waiting_for(&network, &["a@example.org"]);
                let begun = Instant::now();
                let (said, status) = story.run("send --expect 1");
                let ledger = story.read("outbox/ledger.txt");
                let last = ledger.lines().last().and_then(|line| line.split(' ').nth(1));
                let last = last.unwrap_or_default();
                assert_eq!(last, state, "fault {number}: {said}\n{ledger}");
                let told = said.contains(words) || ledger.contains(words);
                assert!(told, "fault {number}: {said}\n{ledger}");
                assert_eq!(status == 0, state == "sent", "fault {number}: {said}");
                assert!(!said.contains('\u{1b}') && !ledger.contains('\u{1b}'), "fault {number}");
                // Dripping answers would take minutes.
                assert!(begun.elapsed() < Duration::from_mins(1), "fault {number}");
            })
        })
        .collect();
    assert!(threads.len() > 30);
    for thread in threads {
        thread.join().unwrap();
    }
}
