//! What single events of a calendar leave of the days if they cannot be read, recur or were changed.

use super::calendar::june;
use super::{Fault, beside, calendar, latin1};

/// The days of what is in a calendar, each event after a line with its `UID`.
fn events(events: &[&str]) -> String {
    let event = |lines: &&str| format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}END:VEVENT\r\n");
    let text: String = events.iter().map(event).collect();
    june(&Fault {
        path: "calendar/bach.ics",
        content: calendar(&text.replace('\n', "\r\n").replace("\r\r", "\r")),
    })
}

/// Every Wednesday from the second on, at five.
const WEEKLY: &str = "DTSTART;TZID=Europe/Berlin:20270602T170000\nRRULE:FREQ=WEEKLY;COUNT=4\n";

#[test]
fn a_change_that_cannot_be_read_makes_days_unknown() {
    let change = "RECURRENCE-ID;TZID=Europe/Berlin:20270616T170000\n";
    for (lines, days) in [
        // Nobody can tell to which day it was moved.
        ("DTSTART:oops\n", ".x??????xx????????????x???????"),
        ("SUMMARY:Rat\n", ".x??????xx????????????x???????"),
        // It may still be where it was.
        ("DTSTART:20270618T170000\nDTEND:x\n", ".x......xx.....?.?....x......."),
        ("DTSTART:20270618T170000\n", ".x......xx.......x....x......."),
        ("STATUS:CANCELLED\n", ".x......xx............x......."),
    ] {
        assert_eq!(events(&[WEEKLY, &format!("{change}{lines}")]), days, "{lines}");
    }
    let future = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270616T170000\n";
    assert_eq!(
        events(&[WEEKLY, &format!("{future}DTSTART:oops\n")]),
        ".x???????x????????????????????"
    );
    // What a newer version replaces is not certain, also where that one cannot be read.
    let old = "SEQUENCE:1\nDTSTART:20270617T100000\n";
    assert_eq!(events(&[old, "SEQUENCE:2\nDTSTART:oops\n"]), "?????????x????????????????????");
    assert_eq!(events(&[old, "SEQUENCE:2\nDTSTART:20270618\n"]), ".........x.......x............");
}

#[test]
fn what_recurs_and_has_no_readable_beginning_or_end_is_unknown_ever_after() {
    for (lines, days) in [
        ("DTSTART:20270602T170000\nDURATION:-PT1H\n", ".????????x????????????????????"),
        ("DTSTART:20270602T170000\nDTEND:x\n", ".????????x????????????????????"),
        ("DTSTART:oops\n", "?????????x????????????????????"),
    ] {
        for rule in ["RRULE:FREQ=WEEKLY\n", "RDATE:20270620T170000\n"] {
            assert_eq!(events(&[&format!("{lines}{rule}")]), days, "{lines}{rule}");
        }
    }
}

#[test]
fn clocks_that_nobody_knows_make_days_unknown() {
    for (lines, days) in [
        ("DTSTART;TZID=Mars/X:20270603T230000\n", ".???.....x...................."),
        ("DTSTART;TZID=Mars/X;VALUE=DATE:20270603\n", "..x......x...................."),
        (
            "DTSTART:20270603T080000\nDTEND;TZID=Mars/X:20270604T080000\n",
            ".????....x....................",
        ),
        (
            "DTSTART;TZID=Mars/X:20270603T230000\nRRULE:FREQ=WEEKLY\n",
            ".????????x????????????????????",
        ),
    ] {
        assert_eq!(events(&[lines]), days, "{lines}");
    }
    let exception = format!("{WEEKLY}EXDATE;TZID=Mars/X:20270609T170000\n");
    assert_eq!(events(&[&exception]), ".x???????x????????????????????");
    let cancelled = "STATUS:CANCELLED\nRECURRENCE-ID;TZID=Mars/X:20270616T170000\n";
    assert_eq!(events(&[WEEKLY, cancelled]), ".x???????x????????????????????");
    // A zone that a calendar describes, and in a way that nobody can read.
    let described = "BEGIN:VTIMEZONE\r\nTZID:Rathaus\r\nBEGIN:STANDARD\r\nDTSTART:x\r\n\
                     END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n\
                     DTSTART;TZID=Rathaus:20270603T230000\r\nEND:VEVENT\r\n";
    let described = Fault { path: "calendar/bach.ics", content: calendar(described) };
    assert_eq!(june(&described), ".???.....x....................");
}

#[test]
fn a_single_time_counts_once_and_not_where_all_is_cancelled() {
    let moved = "RECURRENCE-ID;TZID=Europe/Berlin:20270616T170000\nSEQUENCE:1\n\
                 DTSTART:20270617T170000\n";
    let again = "RECURRENCE-ID:20270616T150000Z\nSEQUENCE:2\nDTSTART:20270618T170000\n";
    assert_eq!(events(&[WEEKLY, moved, again]), ".x......xx.......x....x.......");
    let cancelled = format!("{WEEKLY}STATUS:CANCELLED\nSEQUENCE:1\n");
    assert_eq!(events(&[&cancelled, moved]), ".........x....................");
    // What was moved later than all was cancelled takes place.
    assert_eq!(events(&[&cancelled, again]), ".........x.......x............");
    assert_eq!(events(&[WEEKLY, &cancelled]), ".........x....................");
}

#[test]
fn what_recurs_is_busy_where_the_rule_is_understood_and_unknown_else() {
    let event = |rule: &str| Fault {
        path: "calendar/bach.ics",
        content: calendar(&format!(
            "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270602\r\n{rule}\r\nEND:VEVENT\r\n"
        )),
    };
    for (rule, days) in [
        ("RRULE:FREQ=WEEKLY", ".x......xx.....x......x......x"),
        ("RRULE:FREQ=WEEKLY;COUNT=2", ".x......xx...................."),
        ("RRULE:FREQ=WEEKLY;UNTIL=20270609", ".x......xx...................."),
        ("RRULE:FREQ=WEEKLY;BYDAY=WE,FR", ".x.x....xxx....x.x....x.x....x"),
        ("RRULE:FREQ=MONTHLY;BYDAY=1WE", ".x.......x...................."),
        ("RRULE:FREQ=MONTHLY;BYMONTHDAY=2,20", ".x.......x.........x.........."),
        ("RRULE:FREQ=YEARLY", ".x.......x...................."),
        ("RRULE:FREQ=DAILY;COUNT=3", ".xxx.....x...................."),
        ("RRULE:FREQ=DAILY\r\nEXDATE;VALUE=DATE:20270604", ".xx.xxxxxxxxxxxxxxxxxxxxxxxxxx"),
        ("RDATE;VALUE=DATE:20270607,20270621", ".x....x..x..........x........."),
        // Where anything is not understood, nothing after the first time is certain.
        ("RRULE:nonsense", ".x???????x????????????????????"),
        ("RRULE:FREQ=SECONDLY", ".x???????x????????????????????"),
        ("RRULE:FREQ=WEEKLY;BYDAY=2TU", ".x???????x????????????????????"),
        ("RRULE:FREQ=WEEKLY;BYEASTER=1", ".x???????x????????????????????"),
        ("RRULE:FREQ=WEEKLY;COUNT=2;UNTIL=20270603", ".x???????x????????????????????"),
        ("RRULE:FREQ=WEEKLY\r\nEXDATE:x", ".x???????x????????????????????"),
        ("RRULE:FREQ=WEEKLY\r\nEXRULE:FREQ=MONTHLY", ".x???????x????????????????????"),
        ("RDATE:x", ".x???????x????????????????????"),
    ] {
        assert_eq!(june(&event(rule)), days, "{rule}");
    }
}

#[test]
fn a_calendar_without_a_word_leaves_no_day_free() {
    let told = |path, content: &[u8]| june(&Fault { path, content: content.into() });
    let unknown = "??????????????????????????????";
    assert_eq!(told("calendar/bach.ics", b""), unknown);
    assert_eq!(told("calendar/bach.ics", b"\r\n"), unknown);
    assert_eq!(told("calendar/more.toml", b""), unknown);
}

#[test]
fn entries_of_a_calendar_are_judged_one_by_one() {
    let council = "[[period]]\ntitle = \"Rat\"\nkind = \"council\"\nfrom = 2027-06-24\n";
    let file = |entry: &str| Fault {
        path: "calendar/more.toml",
        content: format!("{entry}{council}").into_bytes(),
    };
    let kinds = |fault: &Fault| {
        let command = "dates --from 2027-06-01 --until 2027-06-30 --count 31 --json";
        let answer = beside(fault, command).stdout;
        let council = answer.matches("\"kind\": \"council\"").count();
        (june(fault), council)
    };
    let unknown = |entry: &str| kinds(&file(entry)).0;
    let head = "[[period]]\ntitle = \"Fest\"\n";
    let days = "from = 2027-06-02\nto = 2027-06-04\n";
    let busy = "..............................";
    assert_eq!(
        unknown(&format!("{head}kind = \"fest\"\n{days}")),
        ".???.........................."
    );
    assert_eq!(unknown(&format!("{head}kind = \"market\"\nfrom = 2027-02-31\n")), busy);
    assert_eq!(
        unknown(&format!("{head}kind = \"market\"\nfrom = 2027-06-02\ntoo = 2027-06-04\n")),
        ".?............................"
    );
    assert_eq!(
        unknown(&format!("{head}kind = \"market\n{days}")),
        ".???.........................."
    );
    assert_eq!(
        unknown(&format!("{head}kind = \"market\"\ncities = [\"calw\", 3]\n{days}")),
        ".???.........................."
    );
    assert_eq!(
        unknown(&format!("{head}kind = \"fest\"\ncities = [\"calw\"]\n{days}")),
        ".???.........................."
    );
    assert_eq!(kinds(&file(&format!("{head}kind = \"fest\"\n{days}"))).1, 1);
    let mut broken = file(&format!("{head}kind = \"market\"\n{days}"));
    broken.content = latin1(&String::from_utf8(broken.content).unwrap().replace("Fest", "Größe"));
    assert_eq!(kinds(&broken), (".???..........................".to_owned(), 1));
}
