//! Hours in the head of a meeting that contradict each other, or that no clock shows.

use crate::harness::Test;

/// What `check` says of a meeting on 28 March 2027, when the clocks are put forward.
fn said_of(hours: &str) -> String {
    let meeting = format!(
        "title = \"Treffen\"\ndate = 2027-03-28\n\
         acknowledge = [{{ code = \"blocked-day\", reason = \"so soll es sein\" }}]\n{hours}"
    );
    let said = Test::new("check").network().file("meetings/m.toml", &meeting).run().stdout;
    said.replace('\u{a0}', " ")
}

#[test]
fn doors_open_at_a_time_that_is_and_before_the_meeting_begins() {
    let none = "there is no 02:10 on 28 March 2027";
    assert!(said_of("start = \"03:30\"\nadmission = \"02:10\"\n").contains(none));
    let late = "doors open at 10:30, and the meeting begins at 10:00 already";
    let item = "[[session]]\ntitle = \"Vortrag\"\nstart = \"10:00\"\n";
    for (hours, found) in [
        ("start = \"10:00\"\nadmission = \"10:30\"\n", late),
        ("start = \"10:00\"\nadmission = \"ab 10:30\"\n", late),
        ("start = \"10:00\"\nadmission = \"ca. 10:30\"\n", late),
        (&format!("admission = \"10:30\"\n{item}"), "and `Vortrag` begins at 10:00 already"),
    ] {
        assert!(said_of(hours).contains(found), "{hours}: {}", said_of(hours));
    }
    for fine in [
        "start = \"10:00\"\nadmission = \"10:00\"\n",
        "start = \"10:00\"\nadmission = \"09:30\"\n",
        // Loose words may mean what is a little sooner, and doors may close when it has begun.
        "start = \"10:00\"\nadmission = \"ca. 10:10\"\n",
        "start = \"10:00\"\nadmission = \"bis 10:30\"\n",
        // The doors of what begins soon after midnight open in the evening before.
        "start = \"00:30\"\nadmission = \"23:30\"\n",
    ] {
        assert!(!said_of(fine).contains("admission-late"), "{fine}: {}", said_of(fine));
    }
}

#[test]
fn a_length_that_counts_for_nothing_is_told() {
    let days = "end-date = 2027-03-30\nstart = \"20:00\"\nduration = \"3 h\"\n";
    let found = "`duration` counts on a single day, and the meeting goes on until 30 March 2027";
    assert!(said_of(days).contains(found), "{}", said_of(days));
    let both = |length: &str, end: &str| {
        said_of(&format!("start = \"10:00\"\nend = \"{end}\"\nduration = \"{length}\"\n"))
    };
    assert!(both("3 h", "12:00").contains("from beginning to end it is 2 h, not 3 h"));
    assert!(
        both("max. 90 min", "12:00").contains("from beginning to end it is 2 h, not 1 h 30 min")
    );
    assert!(both("3 h", "open").contains("the end is open, and yet a duration stands here"));
    let item =
        "[[session]]\ntitle = \"Abend\"\nstart = \"18:00\"\nend = \"open\"\nduration = \"2 h\"\n";
    assert!(said_of(item).contains("the end is open, and yet a duration stands here"));
    for (length, end) in [("2 h", "12:00"), ("max. 2 h", "12:00"), ("ca. 90 min", "12:00")] {
        assert!(!both(length, end).contains("[duration-mismatch]"), "{length}, {end}");
    }
}
