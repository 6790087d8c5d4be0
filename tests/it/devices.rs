//! Pipes, devices, folders and links in the place of files: nothing waits without end, and each has a
//! clear word.

use std::fs;
use std::io::Read as _;
use std::os::unix::fs::symlink;
use std::process::{Child, Command, Stdio};
use std::thread::{sleep, spawn};
use std::time::{Duration, Instant};

use crate::harness::Test;

/// How long any of them may take.
const PATIENCE: Duration = Duration::from_secs(30);

const MEETING: &str = "2027-04-20-eschenquell";

/// What stands where a file is expected.
const STRANGE: [&str; 7] =
    ["pipe", "loop", "nowhere", "folder", "/dev/zero", "/dev/full", "/proc/kmsg"];

/// What the kernel makes up while it is read: without an end, when something happens, or at once.
#[cfg(target_os = "linux")]
const MADE_UP: [&str; 4] =
    ["/proc/kmsg", "/proc/self/pagemap", "/proc/self/environ", "/sys/kernel/profiling"];

/// A workspace with all of it.
fn workspace() -> Test {
    Test::new("").workspace("examples/netzwerk-flusstal").prepare(|root| {
        for pipe in ["pipe", "pipe.eml", "pipe.csv"] {
            assert!(Command::new("mkfifo").arg(root.join(pipe)).status().unwrap().success());
        }
        for ending in ["", ".eml", ".csv"] {
            symlink(format!("loop{ending}"), root.join(format!("loop{ending}"))).unwrap();
            symlink("not-there", root.join(format!("nowhere{ending}"))).unwrap();
            fs::create_dir(root.join(format!("folder{ending}"))).unwrap();
        }
    })
}

/// The exit status and all that is said, in time.
#[track_caller]
fn ends(mut child: Child, what: &str) -> (i32, String) {
    let mut streams = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let reading = spawn(move || {
        let mut said = String::new();
        streams.0.read_to_string(&mut said).unwrap();
        streams.1.read_to_string(&mut said).unwrap();
        said
    });
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return (status.code().unwrap(), reading.join().unwrap());
        }
        if begun.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("`{what}` waits");
        }
        sleep(Duration::from_millis(20));
    }
}

fn start(test: &Test) -> Child {
    test.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Runs a command in the workspace.
#[track_caller]
fn call(test: Test, command: &str) -> (Test, i32, String) {
    let test = test.command_line(command);
    let (status, said) = ends(start(&test), command);
    (test, status, said)
}

#[test]
fn nothing_strange_is_read() {
    let mut test = workspace();
    for strange in STRANGE {
        for command in [
            format!("plan --problem {strange}"),
            format!("--dir {strange} check"),
            format!("outbox make invitation {MEETING} --to all -y --attach {strange}"),
        ] {
            let (again, status, said) = call(test, &command);
            assert_eq!(status, 1, "{command}: {said}");
            assert!(said.contains(strange), "{command}: {said}");
            test = again;
        }
        let (again, status, said) = call(test, &format!("init {strange} -y"));
        // An empty folder is a good place.
        let is_place = strange == "folder";
        assert_eq!(status, i32::from(!is_place), "{strange}: {said}");
        assert!(is_place || said.contains("already-there"), "{strange}: {said}");
        test = again;
    }
    for strange in ["pipe", "loop", "nowhere"] {
        for ending in ["", ".eml", ".csv"] {
            let command = format!("replies read -y {strange}{ending} --meeting {MEETING}");
            let (again, status, said) = call(test, &command);
            assert_eq!(status, 0, "{command}: {said}");
            assert!(said.contains(&format!("{strange}{ending}")), "{command}: {said}");
            test = again;
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn nothing_that_the_kernel_makes_up_is_read() {
    let mut test = workspace();
    for made_up in MADE_UP {
        for (place, command) in [
            ("contacts.toml", "check"),
            ("calendar/stadt.ics", "check"),
            ("meetings/more.toml", "check"),
            ("templates/style.css", "check"),
            ("outbox/ledger.txt", "outbox list"),
        ] {
            let path = test.folder().join(place);
            let was = fs::read(&path).ok();
            let _ = fs::remove_file(&path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            symlink(made_up, &path).unwrap();
            let (again, status, said) = call(test, command);
            assert_eq!(status, 1, "{made_up} {place}: {said}");
            assert!(said.contains(&format!("`{place}` is not a file")), "{made_up}: {said}");
            test = again;
            fs::remove_file(&path).unwrap();
            if let Some(was) = was {
                fs::write(&path, was).unwrap();
            }
        }
    }
}

#[test]
fn nothing_is_written_where_nobody_reads_it() {
    let mut test = workspace();
    for (place, why) in [
        ("pipe", "nobody reads from this pipe"),
        ("loop", "Too many levels of symbolic links"),
        ("nowhere", "it is a link that leads nowhere"),
        ("/dev/full", "No space left on device"),
    ] {
        for command in ["cities --format text", "invite --to birkenfurt --format text"] {
            let command = format!("{command} --output {place}");
            let (again, status, said) = call(test, &command);
            assert_eq!(status, 3, "{command}: {said}");
            assert!(said.contains(&format!("cannot write `{place}`: {why}")), "{command}: {said}");
            test = again;
        }
        let (again, status, said) = call(test, &format!("programme {MEETING} --all {place}"));
        assert_eq!((status, said.contains("not a folder")), (1, true), "{place}: {said}");
        test = again;
    }
    for link in ["loop", "nowhere"] {
        assert!(fs::symlink_metadata(test.folder().join(link)).unwrap().is_symlink());
    }
    // Within a folder, too; then all is as it was.
    let name = format!("set/{MEETING}.txt");
    let test = test.prepare(|root| {
        fs::create_dir(root.join("set")).unwrap();
        symlink("not-there", root.join(&name)).unwrap();
    });
    let (test, status, said) = call(test, &format!("programme {MEETING} --all set"));
    assert_eq!(status, 3, "{said}");
    assert!(said.contains(&format!("cannot write `{name}`: it is a link")), "{said}");
    assert_eq!(fs::read_dir(test.folder().join("set")).unwrap().count(), 1);
}

#[test]
fn devices_and_pipes_that_somebody_reads_are_written_to() {
    let test = workspace().command_line("cities --format text --output pipe");
    let path = test.folder().join("pipe");
    let reading = spawn(move || fs::read_to_string(path).unwrap());
    let (status, said) = ends(start(&test), "cities");
    assert_eq!((status, said.as_str()), (0, ""));
    assert!(reading.join().unwrap().contains("Birkenfurt"));
    let (_test, status, said) = call(test, "cities --format text --output /dev/null");
    assert_eq!((status, said.as_str()), (0, ""));
}
