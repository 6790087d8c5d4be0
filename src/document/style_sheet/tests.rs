//! Style sheets that are taken, and those that are not.

use super::*;
use crate::diagnostic::Wording;
use crate::source::SourceFile;
use crate::text::Language;

fn findings(css: &str) -> Vec<String> {
    let mut sources = Sources::default();
    sources.add(SourceFile { path: PATH.to_owned(), text: css.to_owned() });
    let found = check(&sources);
    assert_eq!(find(&sources).is_err(), !found.is_empty());
    let words = |finding: &Diagnostic| {
        let range = finding.place.expect("a place").range();
        let Wording { message, .. } = finding.problem.wording(Language::English);
        format!("{} `{}`: {message}", finding.code(), &css[range])
    };
    found.iter().map(words).collect()
}

#[test]
fn sound_sheets_are_taken() {
    for css in [
        "",
        include_str!("../../render/html/style.css"),
        "@charset \"utf-8\"; /* ; { */ h1 { color: red }",
        "h1::before { content: \"} /* \\\" \"; background: url( data:image/png;base64,AA== ) }",
        "@font-face { font-family: x; src: url('DATA:font/woff2;base64,AA'), local(\"Arial\") }",
        "@media print { a[href^='http:']:hover { color: var(--x, red) } @page :first { margin: 0 } }",
        ".a { color: red; &:hover { color: blue; } > .b { margin: 0 } ; }",
        ":root { --map: { a: b; c: d }; --words: a:b:c }",
        "@layer a, b; @keyframes x { from { top: 0 } 50.5% { top: 1px } }",
    ] {
        assert!(findings(css).is_empty(), "{css}: {:?}", findings(css));
    }
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    for (css, place) in [
        ("@import 'data:,x';", "@import"),
        ("@IMPORT url(x);", "@IMPORT"),
        ("a { background: url(https://example.org/a.png) }", "url(https://example.org/a.png)"),
        ("a { background: url( \"a.png\" ) }", "\"a.png\""),
        ("a { background: u\\72l(a.png) }", "u\\72l(a.png)"),
        ("a { background: image-set(\"a.png\" 1x) }", "\"a.png\""),
        ("@media print { a { b { src: url(javascript:x) } } }", "url(javascript:x)"),
        ("a { width: calc((1px + url(x))) }", "url(x)"),
    ] {
        let found = findings(css);
        let begin = format!("style-loads `{place}`: ");
        assert!(found.iter().any(|words| words.starts_with(&begin)), "{css}: {found:?}");
    }
}

#[test]
fn nothing_runs_and_nothing_ends_the_sheet() {
    for (css, place) in [
        ("/* </STYLE> */", "</STYLE"),
        ("a { content: '</style' }", "</style"),
        ("a { width: EXPRESSION(alert(1)) }", "EXPRESSION("),
    ] {
        let found = findings(css);
        assert_eq!(found.len(), 1, "{css}: {found:?}");
        assert!(found[0].starts_with(&format!("style-unsafe `{place}`: ")), "{found:?}");
    }
}

#[test]
fn faults_are_found_where_they_are() {
    for (css, place) in [
        ("h1 { color: red; h2 { color: blue }", "{"),
        ("h1 { color: red } }", "}"),
        ("h1 { width: calc(1px }", "calc("),
        ("h1 { content: \"x\n; }", "\"x"),
        ("h1 { color: red } /* x", "/*"),
        ("h1 { content: \"x", "\"x"),
        ("h1 color: red;", "h1 color: red"),
        ("h1", "h1"),
        ("h1 { color red; margin: 0 }", "color red"),
        ("h1 { color: red\n  margin: 0 }", ":"),
        ("{ color: red }", "{"),
        ("h1 { background: url(a b) }", "url(a b)"),
    ] {
        let found = findings(css);
        let begin = format!("style-syntax `{place}`: ");
        assert!(found.iter().any(|words| words.starts_with(&begin)), "{css}: {found:?}");
    }
}

#[test]
fn deep_nesting_is_no_harm() {
    for bracket in ["(", "{", "["] {
        assert!(!findings(&format!("a{}", bracket.repeat(100_000))).is_empty());
    }
}
