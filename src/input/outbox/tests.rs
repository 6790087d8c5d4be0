//! Line by line the files of an outbox say what they say as a whole.

use super::run::Record;
use super::stream::run as by_line;
use super::{NewMessage, NewRun, ledger, run_text, stream, whole_ledger, whole_record};
use crate::diagnostic::Diagnostic;
use crate::domain::outbox::{Ledger, RunName};
use crate::source::Sources;
use crate::source::long::LongFile;

const AT: &str = "2027-01-05T12:00:00+01:00";

/// What is put in the place of a byte: all that means something to TOML or to the ledger.
const FOREIGN: [&[u8]; 14] = [
    b"",
    b"\n",
    b"\r\n",
    b" ",
    b"\t",
    b"[",
    b"]",
    b"\"",
    b"\"\"\"",
    b"'''",
    b"=",
    b"#",
    b"\xff",
    b"\n[[message]]\n",
];

/// The record of a run with so many mails, as it is written.
fn record(mails: usize) -> String {
    let message = |number: usize| NewMessage {
        person: format!("p{number}"),
        name: "Ä. Öhlers".to_owned(),
        mail: format!("p{number}@example.org"),
        language: "de",
        salutation: "Guten Tag \"Öhlers\",".to_owned(),
        familiar: number.is_multiple_of(3),
        kind: "invitation".to_owned(),
        sequence: number.is_multiple_of(2).then_some(4),
        file: format!("p{number}.eml"),
        message_id: format!("a.invitation.1.p{number}@example.org"),
        chosen_by: vec!["all".to_owned(), "[[message]]".to_owned()],
        actions: vec!["liste@2027-01-31".to_owned()],
    };
    let messages: Vec<NewMessage> = (0..mails).map(message).collect();
    let made = AT.parse().unwrap();
    run_text(&NewRun { made, version: 3, to: &["all".to_owned()], messages: &messages })
}

/// `text`, and it with each third of its bytes replaced by whatever is foreign there.
fn spoilt(text: &str) -> Vec<Vec<u8>> {
    let bytes = text.as_bytes();
    let at =
        |at: usize| FOREIGN.iter().map(move |new| [&bytes[..at], *new, &bytes[at + 1..]].concat());
    [bytes.to_vec()].into_iter().chain((0..bytes.len()).step_by(3).flat_map(at)).collect()
}

/// Compares what is read line by line, where anything is, with what is read whole and of which nothing is
/// to be said; gives how many there were of each.
fn compared(
    texts: Vec<Vec<u8>>,
    streamed: impl Fn(&LongFile) -> Option<String>,
    whole: impl Fn(&LongFile, &mut Vec<Diagnostic>) -> Option<String>,
) -> [usize; 2] {
    let mut counts = [0, 0];
    for text in texts {
        let shown = String::from_utf8_lossy(&text).into_owned();
        let file = LongFile::from(("a", text));
        let mut findings = Vec::new();
        let expected = whole(&file, &mut findings);
        match streamed(&file) {
            Some(read) => {
                assert_eq!((Some(read), findings.len()), (expected, 0), "{shown}");
                counts[0] += 1;
            }
            None => counts[1] += 1,
        }
    }
    counts
}

#[test]
fn a_record_says_the_same_line_by_line() {
    let name = || RunName::parse("a", "1-invitation").unwrap();
    let id = Sources::default().next_id();
    let streamed = |file: &LongFile| {
        let (run, length) = stream(file, |lines| by_line(lines, id, &name()))?;
        assert_eq!(length, file.bytes.whole().unwrap().len());
        Some(format!("{run:?}"))
    };
    let whole = |file: &LongFile, findings: &mut Vec<_>| {
        let record = whole_record(file.raw(), name(), &mut Sources::default(), findings)?;
        Some(match record {
            Record::Run(run) => format!("{run:?}"),
            Record::Purged(run) => format!("{run:?}"),
        })
    };
    let written = (0..9).map(|mails| record(mails).into_bytes()).collect();
    assert_eq!(compared(written, streamed, whole), [9, 0]);
    let [same, left] = compared(spoilt(&record(2)), streamed, whole);
    assert!(same > 300 && left > 300, "{same} {left}");
}

#[test]
fn a_ledger_says_the_same_line_by_line() {
    let said = |ledger: &Ledger| format!("{:?} {}", ledger.entries(), ledger.is_cut());
    let streamed = |file: &LongFile| {
        let (ledger, _) = stream(file, ledger::sound)?;
        Some(said(&ledger))
    };
    let whole = |file: &LongFile, findings: &mut Vec<_>| {
        whole_ledger(file.raw(), &mut Sources::default(), findings).as_ref().map(said)
    };
    let text = format!(
        "{AT} sending a/1-b/c.eml\n{AT} sent a/1-b/c.eml 250 2.0.0 Ök\n{AT} cut ledger.txt\n\
         {AT} discarded a/1-b\n"
    );
    let [same, left] = compared(spoilt(&text), streamed, whole);
    assert!(same > 30 && left > 300, "{same} {left}");
}
