//! Conversations: `erfa` asks on a terminal, and somebody types.

use std::io::{BufReader, Read as _, Write as _};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use crate::harness::{Test, files};

/// How long a question may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

const ENTER: &str = "\r";
const ESCAPE: &str = "\x1b";
const CONTROL_C: &str = "\x03";
const CONTROL_D: &str = "\x04";
const CONTROL_U: &str = "\x15";
const BACKSPACE: &str = "\x7f";
const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";

/// The questions of `init`, in German.
const INIT: [&str; 7] = [
    "Name des Netzwerks [Unser Netzwerk]: ",
    "(darf leer sein): ",
    "Wie heißt ein Treffen? [Erfahrungsaustausch]: ",
    "Neudorf]:",
    "Treffen im Jahr [3]: ",
    "Koordinierende Stadt:",
    "Mailadresse der Koordination (darf leer sein): ",
];
const CONFIRM: &str = "Das schreiben:";

struct Conversation {
    test: Test,
    process: Child,
    screen: Receiver<u8>,
    seen: String,
}

impl Conversation {
    fn begin(test: Test) -> Self {
        let test = test.german().on_a_terminal();
        let mut command = test.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().unwrap();
        let output = process.stdout.take().unwrap();
        let (sender, screen) = channel();
        thread::spawn(move || {
            BufReader::new(output)
                .bytes()
                .map_while(Result::ok)
                .try_for_each(|byte| sender.send(byte))
        });
        Self { test, process, screen, seen: String::new() }
    }

    /// Waits until `words` are on the screen, behind all that was waited for before.
    #[track_caller]
    fn sees(mut self, words: &str) -> Self {
        let mut screen = Vec::new();
        while !screen.ends_with(words.as_bytes()) {
            let Ok(byte) = self.screen.recv_timeout(PATIENCE) else {
                panic!("no `{words}` in\n{}", String::from_utf8_lossy(&screen));
            };
            screen.push(byte);
        }
        self.seen.push_str(&String::from_utf8(screen).unwrap());
        self
    }

    fn types(mut self, keys: &str) -> Self {
        let input = self.process.stdin.as_mut().unwrap();
        input.write_all(keys.as_bytes()).unwrap();
        input.flush().unwrap();
        self
    }

    /// Answers each of `questions` with Enter alone.
    #[track_caller]
    fn takes_defaults(self, questions: &[&str]) -> Self {
        questions.iter().fold(self, |talk, question| talk.sees(question).types(ENTER))
    }

    /// Waits for the end: the cursor is visible. Returns what was left in the folder.
    #[track_caller]
    fn ends(mut self, status: i32) -> (String, Test) {
        assert_eq!(self.process.wait().unwrap().code(), Some(status), "{}", self.seen);
        let rest: Vec<u8> = self.screen.iter().collect();
        self.seen.push_str(std::str::from_utf8(&rest).unwrap());
        assert!(self.seen.rfind("\x1b[?25l") <= self.seen.rfind("\x1b[?25h"), "{:?}", self.seen);
        (self.seen, self.test)
    }

    /// The end after giving up: nothing is left.
    #[track_caller]
    fn ends_with_nothing(self, before: usize) {
        let (screen, test) = self.sees("Abgebrochen; nichts wurde geschrieben.").ends(130);
        assert_eq!(files(&test.folder(), |_| true).len(), before, "{screen}");
        assert_eq!(test.folder().read_dir().unwrap().count(), before, "{screen}");
    }
}

fn init() -> Conversation {
    Conversation::begin(Test::new("init netz"))
}

#[test]
fn giving_up_leaves_nothing_behind() {
    for asked in 0..=INIT.len() {
        for key in [ESCAPE, CONTROL_C] {
            let next = INIT.get(asked).copied().unwrap_or(CONFIRM);
            // A list to choose from is complete with its last entry.
            let next = if next == CONFIRM { "  Nein" } else { next };
            let next = if asked == 5 { "  Neudorf" } else { next };
            init().takes_defaults(&INIT[..asked]).sees(next).types(key).ends_with_nothing(0);
        }
    }
    init().sees(INIT[0]).types(CONTROL_D).ends_with_nothing(0);
    init().takes_defaults(&INIT).sees("  Nein").types(DOWN).types(ENTER).ends_with_nothing(0);
}

#[test]
fn a_closed_terminal_leaves_nothing_behind() {
    let mut talk = init().takes_defaults(&INIT).sees("  Nein");
    talk.process.kill().unwrap();
    talk.process.wait().unwrap();
    assert_eq!(talk.test.folder().read_dir().unwrap().count(), 0);
}

#[test]
fn answers_become_files() {
    let towns = "• Apolda\r• Bad Frankenhausen/Kyffhäuser\r3. Gotha, Eisenach und Mühlhausen\r\r";
    let (_, test) = init()
        .sees(INIT[0])
        .types(&format!("Falsch{CONTROL_U}Städte am Flußß{BACKSPACE}{ENTER}"))
        .sees(INIT[1])
        .types("Städtenetzwerk\r")
        .takes_defaults(&INIT[2..3])
        .sees(INIT[3])
        .types("Gotha; Gotha\r\r")
        .sees("Stadt `gotha` kommt zweimal vor")
        .types(towns)
        .sees("5 Städte")
        .sees(INIT[4])
        .types("0\r")
        .sees("0 liegt außerhalb (erlaubt ist 1 bis 366)")
        .sees(INIT[4])
        .types("4\r")
        .sees("  Mühlhausen")
        .types(&format!("{DOWN}{DOWN}{ENTER}"))
        .sees(INIT[6])
        .types("stadt@\r")
        .sees("`stadt@` ist keine Mailadresse")
        .sees(INIT[6])
        .types("netz@example.org\r")
        .sees("  Nein")
        .types(ENTER)
        .ends(0);
    let read = |name: &str| std::fs::read_to_string(test.folder().join("netz").join(name)).unwrap();
    let network = read("network.toml");
    for line in [
        "name = \"Städte am Fluß\"",
        "kind = \"Städtenetzwerk\"",
        "coordinator = \"gotha\"",
        "per-year = 4",
        "organisation = \"Städtenetzwerk Städte am Fluß\"",
        "mail = \"netz@example.org\"",
    ] {
        assert!(network.lines().any(|written| written == line), "{line}\n{network}");
    }
    assert_eq!(read("cities.toml").matches("\n[[city]]\n").count(), 5);
    assert!(!read("cities.toml").contains("erfunden"));
}

#[test]
fn a_question_with_an_option_is_not_asked() {
    let options = Test::new("init netz --name N --kind K --meeting-name M --city A,B --per-year 2");
    let talk = Conversation::begin(options.arg("--mail").arg("a@example.org"));
    let (screen, _) = talk.sees("  B").types(ENTER).sees("  Nein").types(ENTER).ends(0);
    assert!(INIT.iter().all(|question| question == &INIT[5] || !screen.contains(question)));
}

#[test]
fn a_meeting_comes_from_day_host_and_venue() {
    let network = || {
        let cities = "[[city]]\nid = \"a\"\nname = \"A\"\n[[city]]\nid = \"b\"\nname = \"B\"\n";
        let venues = "[[venue]]\nid = \"halle\"\nname = \"Halle\"\ncity = \"b\"\n";
        let network = "name = \"Netz\"\nmeeting-name = \"Runde\"\n";
        let test = Test::new("new").file("network.toml", network).file("cities.toml", cities);
        Conversation::begin(test.file("venues.toml", venues))
    };
    let day = "(leer: noch offen): ";
    let (_, test) = network()
        .sees(day)
        .types("31.2.2027\r")
        .sees("`31.2.2027` ist kein Kalendertag")
        .sees(day)
        .types("2.3.2027\r")
        .sees("An der Reihe ist A")
        .sees("  B")
        .types(&format!("{DOWN}{UP}{DOWN}{ENTER}"))
        .sees("  Halle")
        .types(&format!("{DOWN}{ENTER}"))
        .sees("Titel [Runde in B]: ")
        .types("Frühling\r")
        .sees("  Nein")
        .types(ENTER)
        .ends(0);
    let written = test.folder().join("meetings/2027-03-02-b.toml");
    let meeting = std::fs::read_to_string(written).unwrap();
    for line in
        ["title = \"Frühling\"", "date = 2027-03-02", "hosts = [\"b\"]", "venue = \"halle\""]
    {
        assert!(meeting.lines().any(|written| written == line), "{line}\n{meeting}");
    }
    let questions = [day, "  B", "Titel [Runde in A]: ", "  Nein"];
    for asked in 0..questions.len() {
        for key in [ESCAPE, CONTROL_C] {
            let talk = network().takes_defaults(&questions[..asked]);
            talk.sees(questions[asked]).types(key).ends_with_nothing(3);
        }
    }
}

#[test]
fn a_change_is_shown_and_asked_for() {
    let skip = || {
        let cities = "[[city]]\nid = \"a\"\nname = \"A\"\n";
        let test = Test::new("skip a --reason Wahl --quiet").network();
        Conversation::begin(test.file("cities.toml", cities)).sees("city = \"a\"")
    };
    for (answer, status) in [(ENTER, 0), ("j\r", 0), ("n\r", 130), (ESCAPE, 130), (CONTROL_C, 130)]
    {
        let (screen, test) = skip().sees("Das ändern? [J/n] ").types(answer).ends(status);
        assert_eq!(test.folder().join("rotation.toml").exists(), status == 0, "{screen}");
    }
}

#[test]
fn nothing_is_purged_by_enter_alone() {
    let replies = "[[reply]]\ncity = \"aue\"\nanswer = \"yes\"\nnote = \"vegan\"\n";
    for (answer, status, is_kept) in [("\r", 130, true), ("n\r", 130, true), ("Ja\r", 0, false)] {
        let test = Test::new("privacy purge --before 2026-11-01")
            .network()
            .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
            .file("meetings/a.toml", "title = \"A\"\ndate = 2026-10-01\n")
            .file("replies/a.toml", replies);
        let talk = Conversation::begin(test).sees("Das endgültig löschen? [j/N] ").types(answer);
        let (screen, test) = talk.ends(status);
        let left = std::fs::read_to_string(test.folder().join("replies/a.toml")).unwrap();
        assert_eq!(left == replies, is_kept, "{screen}");
    }
}
