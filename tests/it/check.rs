//! `erfa check`: all findings of all files in one run, for people and as data.

use snapbox::str;

use crate::harness::Test;

const FAULTY: &str = "[[city]]\nid = \"Ohm Dorf\"\nname = \"Ohmdorf\"\nmember-until = 2020-01-01\nmember-since = 2021-01-01\n\n[[city]]\nid = \"bach\"\n";

#[test]
fn the_built_in_network_answers_where_there_is_no_workspace() {
    Test::new("check")
        .stderr(str![[r#"
There is no workspace here (`network.toml`); the built-in network answers.
13 files checked, all is well

"#]])
        .status(0);
}
