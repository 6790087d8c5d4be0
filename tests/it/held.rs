//! `erfa held`: one word changes in one file, and nothing else.

use std::fs;

use snapbox::str;

use crate::harness::Test;

fn meeting(command: &str, text: &str) -> Test {
    Test::new(command).network().file("meetings/herbst.toml", text)
}

#[test]
fn a_status_is_replaced_where_it_stands() {
    meeting(
        "held -y herbst",
        "# Unser Herbst\ntitle = 'Herbst'\nstatus   =  'invited' # am 1.9. verschickt\n\
         date = 2026-10-13\nhosts = []\n",
    )
    .stderr(str![[r#"
meetings/herbst.toml
  status: invited → held
Changed. `erfa undo` takes it back.

"#]])
    .wrote(
        "meetings/herbst.toml",
        str![[r##"
# Unser Herbst
title = 'Herbst'
status   =  "held" # am 1.9. verschickt
date = 2026-10-13
hosts = []

"##]],
    )
    .status(0);
}

#[test]
fn a_missing_status_is_added_below_the_title() {
    meeting("held -y", "title = \"Herbst\" # vorläufig\ndate = 2026-10-13\nhosts = []")
        .stderr(str![[r#"
meetings/herbst.toml
  status: held
Changed. `erfa undo` takes it back.

"#]])
        .wrote(
            "meetings/herbst.toml",
            str![[r#"
title = "Herbst" # vorläufig
status = "held"
date = 2026-10-13
hosts = []
"#]],
        )
        .status(0);
}

#[test]
fn mark_and_line_ends_of_windows_stay() {
    let text = "\u{feff}title = \"Herbst\"\r\ndate = 2026-10-13\r\nhosts = []\r\n";
    let status = "status = \"planned\"\r\n";
    for text in [text.to_owned(), text.replace("date", &format!("{status}date"))] {
        let output = meeting("held -y herbst", &text).run();
        let written = fs::read_to_string(output.path("meetings/herbst.toml")).unwrap();
        let expected = "\u{feff}title = \"Herbst\"\r\nstatus = \"held\"\r\ndate = 2026-10-13\r\n\
                        hosts = []\r\n";
        assert_eq!((output.status, written.as_str()), (0, expected));
    }
}

#[test]
fn a_file_without_a_last_line_end_stays_without() {
    let text = "date = 2026-10-13\nhosts = []\ntitle = \"Herbst\"";
    let output = meeting("held -y herbst", text).run();
    let written = fs::read_to_string(output.path("meetings/herbst.toml")).unwrap();
    assert_eq!((output.status, written), (0, format!("{text}\nstatus = \"held\"")));
}

#[test]
fn what_did_not_take_place_is_not_recorded() {
    let refused = |line: &str| {
        let text = format!("title = \"Herbst\"\ndate = 2026-10-13\n{line}\n");
        meeting("held -y herbst", &text).wrote("meetings/herbst.toml", text.as_str())
    };
    refused("hosts = []\nstatus = \"cancelled\"")
        .stderr(str![[r#"
error[cannot-be-held]: `herbst` cannot be recorded as held: it is cancelled
 |
 = help: change the meeting's file first


"#]])
        .status(1);
    refused("# hosts")
        .stderr(str![[r#"
error[cannot-be-held]: `herbst` cannot be recorded as held: it has no host
 |
 = help: change the meeting's file first


"#]])
        .status(1);
    refused("hosts = []\nstatus = \"held\"")
        .stderr(str![[r#"
`meetings/herbst.toml`: recorded as held already, nothing changed

"#]])
        .status(0);
}
