//! Files that would bring a careless reader down: each ends with a finding, in bounded time.

use crate::harness::Test;

/// Runs `check` in the smallest workspace with one more file; the finding is one of `code`.
#[track_caller]
fn found(path: &str, text: &str, code: &str) {
    let output = Test::new("check").network().file(path, text).run();
    let start: String = text.chars().take(60).collect();
    assert_eq!(output.status, 1, "{start}\n{}{}", output.stdout, output.stderr);
    assert!(output.stdout.contains(&format!("[{code}]")), "{start}\n{}", output.stdout);
}

#[test]
fn a_place_within_a_character_is_the_whole_character() {
    for text in ["{{ü", "{{ größe }}", "{{ a.ü }}", "{{ \"ä\"|ü }}", "ü{{ 1 ü }}", "{% ü", "{{👍}}"] {
        found("templates/de/own.md", text, "template-syntax");
    }
    for text in ["a { b: \"ü\n }", "a { b: url(ü", "ü", "/* ü", "a { ü } }"] {
        found("templates/style.css", text, "style-syntax");
    }
    for text in ["ü = 1", "a = ü", "a = \"ü\n", "a = '''ü", "[ü]", "a = 1ü", "\"a\\ü\" = 1"] {
        found("cities.toml", text, "toml-syntax");
    }
}

#[test]
fn brackets_within_brackets_have_an_end() {
    let deep = 100_000;
    for (opens, closes) in [("[", "]"), ("(", ")"), ("{", "}"), ("f(", ")"), ("a{", "}")] {
        let open = opens.repeat(deep);
        found("templates/style.css", &format!("a {{ b: {open}"), "style-syntax");
        found("templates/style.css", &format!("{open}{}", closes.repeat(deep)), "style-syntax");
    }
}

#[test]
fn a_line_with_a_thousand_faults_takes_no_thousand_times_as_long() {
    found("templates/style.css", &"]".repeat(100_000), "style-syntax");
    let keys: String = (0..50_000).map(|number| format!("k{number} = 1, ")).collect();
    found("cities.toml", &format!("city = [{{ {keys} z = 1 }}]\n"), "unknown-key");
    let lines: String = (0..50_000).map(|number| format!("k{number} = 1\n")).collect();
    found("cities.toml", &lines, "unknown-key");
}
