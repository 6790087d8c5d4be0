//! The workshop: this program once more, as a child that has little and can be given up.
//!
//! Neither the template engine nor the typesetter bounds time, memory and stack by itself, and a process
//! cannot take them back from a thread; nor does the reader of workbooks. So whatever a workspace's own
//! templates, designs and pictures and the lists of others ask for is worked by a child that lowers its own limits first and then answers orders through its
//! standard streams, one after the other: a command starts it once, when the first own file is worked,
//! and again only after a mishap. What is built in never goes there. Where the system has no such
//! limits (Windows), the time alone is limited.

use std::io::{self, Read, Write};
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::files;
use crate::source::workshop::{Mishap, Order, Trade};

/// The only argument of a child: nobody types this by chance.
pub const SIGN: &str = "\u{1}workshop";

/// The memory of a child, in mebibytes.
const MEBIBYTES: u64 = 1024;

/// The stack on which it works, in bytes.
const STACK: usize = 32 << 20;

/// The longest answer, in bytes.
const LONGEST: u64 = 256 << 20;

/// The most that is read of its last words, in bytes.
const LAST_WORDS: u64 = 4096;

/// How long to wait for a child that has closed its mouth.
const FAREWELL: Duration = Duration::from_secs(2);

/// A workshop that opens with its first order.
#[derive(Debug, Default)]
pub struct Workshop {
    worker: Mutex<Option<Worker>>,
}

/// A child at work.
#[derive(Debug)]
struct Worker {
    child: Child,
    orders: ChildStdin,
    answers: Receiver<Vec<u8>>,
    last_words: JoinHandle<String>,
}

impl crate::source::workshop::Workshop for Workshop {
    fn work(&self, order: &Order<'_>) -> Result<Vec<u8>, Mishap> {
        let closed = |error: io::Error| Mishap::Closed(files::words(&error));
        let mut place = self.worker.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut worker = match place.take() {
            Some(worker) => worker,
            None => Worker::start().map_err(closed)?,
        };
        // A child that does not take the order has fallen; why, its end tells.
        let _ = write_order(&mut worker.orders, order);
        match worker.answers.recv_timeout(order.time) {
            Ok(answer) => {
                *place = Some(worker);
                Ok(answer)
            }
            Err(RecvTimeoutError::Timeout) => {
                worker.give_up();
                Err(Mishap::Time(order.time.as_secs()))
            }
            Err(RecvTimeoutError::Disconnected) => Err(worker.mishap(order.time)),
        }
    }
}

impl Worker {
    fn start() -> io::Result<Self> {
        let mut command = Command::new(this_program()?);
        command
            .arg(SIGN)
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        // Ctrl-C is for us alone; without us the child finds its input closed.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn()?;
        let missing = || io::Error::from(io::ErrorKind::BrokenPipe);
        let orders = child.stdin.take().ok_or_else(missing)?;
        let mut output = child.stdout.take().ok_or_else(missing)?;
        let mut errors = child.stderr.take().ok_or_else(missing)?;
        let (sender, answers) = channel();
        thread::spawn(move || {
            while let Ok(answer) = read_frame(&mut output) {
                if sender.send(answer).is_err() {
                    return;
                }
            }
        });
        let last_words = thread::spawn(move || {
            let mut words = Vec::new();
            // What cannot be read was not said.
            let _ = errors.by_ref().take(LAST_WORDS).read_to_end(&mut words);
            let _ = io::copy(&mut errors, &mut io::sink());
            String::from_utf8_lossy(&words).into_owned()
        });
        Ok(Self { child, orders, answers, last_words })
    }

    /// Ends a child that takes too long.
    fn give_up(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Why the child has fallen.
    fn mishap(mut self, time: Duration) -> Mishap {
        drop(self.orders);
        for _ in 0..FAREWELL.as_millis() / 10 {
            if self.last_words.is_finished() {
                break;
            }
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let status = self.child.wait();
        let words = self.last_words.join().unwrap_or_default();
        let says = |word: &str| words.contains(word);
        if says("overflowed its stack") {
            return Mishap::Depth;
        }
        if says("memory allocation of") || says("capacity overflow") || says("Cannot allocate") {
            return Mishap::Memory(MEBIBYTES);
        }
        if status.as_ref().is_ok_and(|status| ran_out_of_time(*status)) {
            return Mishap::Time(time.as_secs());
        }
        let line =
            words.lines().find(|line| !line.trim().is_empty() && !line.starts_with("thread"));
        Mishap::Fall(match (line, status) {
            (Some(line), _) => line.trim().to_owned(),
            (None, Ok(status)) => status.to_string(),
            (None, Err(error)) => files::words(&error),
        })
    }
}

#[cfg(unix)]
fn ran_out_of_time(status: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt as _;
    status.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn ran_out_of_time(_: ExitStatus) -> bool {
    false
}

/// The file that this process runs, also when another one has taken its name meanwhile.
fn this_program() -> io::Result<std::path::PathBuf> {
    let running = std::path::PathBuf::from("/proc/self/exe");
    if cfg!(target_os = "linux") && files::exists(&running) {
        return Ok(running);
    }
    std::env::current_exe()
}

/// Works orders with `work` until there are no more: what a child of [`Workshop`] does.
pub fn serve(work: fn(Trade, &[u8]) -> Vec<u8>) -> io::Result<()> {
    limit_memory();
    let serving = thread::Builder::new().name("workshop".to_owned()).stack_size(STACK);
    let serving = serving.spawn(move || -> io::Result<()> {
        let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
        loop {
            let mut head = [0; 9];
            if input.read_exact(&mut head).is_err() {
                return Ok(());
            }
            let [trade, seconds @ ..] = head;
            limit_time(u64::from_le_bytes(seconds));
            let trade = match trade {
                0 => Trade::Template,
                1 => Trade::Paper,
                _ => Trade::Workbook,
            };
            let content = read_frame(&mut input)?;
            write_frame(&mut output, &work(trade, &content))?;
        }
    })?;
    serving.join().unwrap_or_else(|_| Err(io::Error::other("the workshop fell")))
}

fn write_order(output: &mut impl Write, order: &Order<'_>) -> io::Result<()> {
    let trade: u8 = match order.trade {
        Trade::Template => 0,
        Trade::Paper => 1,
        Trade::Workbook => 2,
    };
    let mut head = vec![trade];
    head.extend(order.time.as_secs().to_le_bytes());
    output.write_all(&head)?;
    write_frame(output, order.content)
}

fn write_frame(output: &mut impl Write, content: &[u8]) -> io::Result<()> {
    output.write_all(&(content.len() as u64).to_le_bytes())?;
    output.write_all(content)?;
    output.flush()
}

fn read_frame(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    input.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length);
    if length > LONGEST {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut content = Vec::new();
    input.take(length).read_to_end(&mut content)?;
    if content.len() as u64 == length {
        Ok(content)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

/// Takes memory and core files away. What counts is what is written to: stacks and arenas of threads
/// reserve far more addresses than they use, the more so the more processors there are.
#[cfg(unix)]
fn limit_memory() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |bytes| Rlimit { current: Some(bytes), maximum: Some(bytes) };
    // Where a system does not know a limit, the time is left.
    let _ = setrlimit(Resource::Core, most(0));
    let _ = setrlimit(Resource::Data, most(MEBIBYTES << 20));
}

#[cfg(not(unix))]
fn limit_memory() {}

/// Gives this process some more seconds on each processor: should nobody be left to give it up, it ends
/// by itself.
#[cfg(unix)]
fn limit_time(seconds: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    use rustix::time::{ClockId, clock_gettime};
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or_default();
    let processors = thread::available_parallelism().map_or(1, usize::from) as u64;
    let current = Some(used + (seconds + 2) * processors);
    let maximum = getrlimit(Resource::Cpu).maximum;
    let _ = setrlimit(Resource::Cpu, Rlimit { current, maximum });
}

#[cfg(not(unix))]
fn limit_time(_: u64) {}
