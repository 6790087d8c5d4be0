//! The rules of the house, read off the files: who may use whom, and how a file looks.
//!
//! Every rule says what to do about what it finds. Unit tests are free of the rules about layers,
//! homes and words.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::harness::{files, project};

mod circles;
mod code;

use code::{relative, rust};

/// The layers from bottom to top, and what each may use beside itself and [`OPEN`].
const LAYERS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("source", &[]),
    ("diagnostic", &[]),
    ("domain", &[]),
    ("plan", &["domain"]),
    ("input", &["domain"]),
    ("view", &["domain", "plan"]),
    ("document", &["view"]),
    ("render", &["document", "view"]),
    ("system", &[]),
    ("cli", &["domain", "plan", "input", "view", "document", "render", "system"]),
];

/// The layers that all layers above them may use, from bottom to top.
const OPEN: &[&str] = &["text", "source", "diagnostic"];

/// What `domain` does without, open or not: its values know no findings.
const CLOSED: (&str, &str) = ("domain", "diagnostic");

/// Crates and modules of the standard library that have one home, and where it is.
const HOMES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["src/diagnostic"]),
    ("anyhow", &["src/cli"]),
    ("base64", &["src/render", "src/system/smtp", "src/input/mail"]),
    ("calamine", &["src/input/list"]),
    ("clap", &["src/cli"]),
    ("comfy_table", &["src/render"]),
    ("computus", &["src/plan"]),
    ("console", &["src/render/terminal.rs", "src/system"]),
    ("cssparser", &["src/document"]),
    ("csv", &["src/input/incoming", "src/input/list", "src/render"]),
    ("ctrlc", &["src/system"]),
    ("deunicode", &["src/text"]),
    ("dialoguer", &["src/system"]),
    ("icalendar", &["src/input"]),
    ("encoding_rs", &["src/input/incoming", "src/input/list"]),
    ("idna", &["src/text"]),
    ("iso8601", &["src/input"]),
    ("jiff", &["src/domain/time", "src/input/town_calendar", "src/render/ics", "src/system"]),
    ("ethnum", &["src/plan/rotation/planner"]),
    ("indicatif", &["src/system"]),
    ("lettre", &["src/render", "src/input/value.rs"]),
    ("mail_parser", &["src/input"]),
    ("minijinja", &["src/document"]),
    ("num_bigint", &["src/plan", "src/view"]),
    (
        "num_rational",
        &["src/domain/assignment_problem.rs", "src/input/problem.rs", "src/plan", "src/view"],
    ),
    ("pulldown_cmark", &["src/document", "src/text/markdown.rs"]),
    (
        "quick_xml",
        &["src/render", "src/document/picture", "src/document/picture.rs", "src/input/docx"],
    ),
    (
        "serde_json",
        &["src/cli", "src/document/template/engine.rs", "src/input/json.rs", "src/render"],
    ),
    ("std::env", &["src/system", "src/main.rs"]),
    ("std::fs", &["src/system"]),
    ("std::process::Command", &["src/system"]),
    ("rust_xlsxwriter", &["src/render/xlsx.rs"]),
    ("rustls", &["src/system/smtp"]),
    ("rustls_native_certs", &["src/system/smtp"]),
    ("schemars", &["src/text/vocabulary.rs", "src/view"]),
    ("signal_hook", &["src/system"]),
    ("strsim", &["src/text"]),
    ("tempfile", &["src/system"]),
    ("toml", &["src/input"]),
    ("toml_edit", &["src/input"]),
    ("typst", &["src/render/pdf"]),
    ("typst_assets", &["src/render/pdf"]),
    ("typst_layout", &["src/render/pdf"]),
    ("typst_pdf", &["src/render/pdf"]),
    ("zip", &["src/render", "src/input/docx.rs"]),
];

/// Derives that have one home.
const DERIVES: &[(&str, &str)] =
    &[("Serialize", "src/view"), ("Deserialize", "src/input"), ("JsonSchema", "src/view")];

/// Words that do not stay in code.
const UNFINISHED: &[&str] = &["todo!", "dbg!", "unimplemented!", ".unwrap()", "FIXME"];

/// What the top folder holds.
const TOP: &[&str] = &[
    ".ci",
    ".git",
    ".gitignore",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "clippy.toml",
    "data",
    "examples",
    "rustfmt.toml",
    "src",
    "target",
    "tests",
];

/// The most lines a file may have.
const LONGEST: usize = 400;

/// What follows `prefix` in `code`, wherever it begins a path.
fn after<'c>(code: &'c str, prefix: &str) -> Vec<&'c str> {
    let begins = |at| !code[..at].ends_with(|c: char| c.is_alphanumeric() || "_:.".contains(c));
    let places = code.match_indices(prefix).filter(|(at, _)| begins(*at));
    places.map(|(at, prefix)| &code[at + prefix.len()..]).collect()
}

#[track_caller]
fn none(found: impl IntoIterator<Item = String>, advice: &str) {
    let found: Vec<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{advice}:\n  {}\n", found.join("\n  "));
}

#[test]
fn a_layer_uses_only_layers_below() {
    let allowed = |layer: &str, used: &str| {
        let order = |name: &str| LAYERS.iter().position(|(layer, _)| *layer == name);
        let named = LAYERS.iter().any(|(name, uses)| *name == layer && uses.contains(&used));
        let open = OPEN.contains(&used) && order(used) < order(layer) && (layer, used) != CLOSED;
        layer == used || named || open
    };
    let mut found = Vec::new();
    for file in rust("src") {
        let layer =
            file.path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default();
        if ["lib", "main"].contains(&layer) {
            continue;
        }
        for rest in after(&file.code, "crate::") {
            let used = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            if used.is_empty() {
                found.push(format!(
                    "{} has a list after `crate::`: write a line for each",
                    file.path
                ));
            } else if !allowed(layer, used) {
                found.push(format!("{} uses {used}", file.path));
            }
        }
        if file.path.matches('/').count() == 1 && file.code.contains("super::") {
            found.push(format!("{} reaches out with `super::`", file.path));
        }
        if file.code.contains("super::super::super::") {
            found.push(format!("{} reaches far out with `super::super::super::`", file.path));
        }
    }
    none(found, "move the code to the layer it belongs to, or pass in what it needs");
}

#[test]
fn a_library_has_one_home() {
    let mut found = Vec::new();
    for file in rust("src") {
        for (name, homes) in HOMES {
            let used = after(&file.code, name)
                .iter()
                .any(|rest| ["::", ";", " as "].iter().any(|next| rest.starts_with(next)));
            if used && !homes.iter().any(|home| file.path.starts_with(home)) {
                found.push(format!(
                    "{} uses {name}, whose home is {}",
                    file.path,
                    homes.join(" and ")
                ));
            }
        }
        let derives = file.code.split("derive(").skip(1).filter_map(|rest| rest.split(')').next());
        for derive in derives.flat_map(|list| list.split(',')).map(str::trim) {
            let home =
                DERIVES.iter().find(|(name, _)| derive.ends_with(name)).map(|(_, home)| home);
            if home.is_some_and(|home| !file.path.starts_with(home)) {
                found.push(format!("{} derives {derive}", file.path));
            }
        }
        if file.code.contains("use std::{") {
            found
                .push(format!("{} has a list after `use std::`: write a line for each", file.path));
        }
    }
    none(found, "let the layer that is the library's home do this");
}

#[test]
fn imports_name_what_they_import() {
    let glob = |line: &&str| {
        line.trim_start().starts_with("use ") && line.contains('*')
            || line.trim_start().starts_with("pub use ") && line.contains('*')
    };
    let found = rust("src").into_iter().flat_map(|file| {
        let lines: Vec<String> = file.code.lines().filter(glob).map(str::to_owned).collect();
        lines.into_iter().map(move |line| format!("{}: {line}", file.path))
    });
    none(found, "import the names that are used");
}

#[test]
fn nothing_is_left_unfinished() {
    let mut found = Vec::new();
    for file in rust("src") {
        let left = UNFINISHED.iter().filter(|word| file.shipped.contains(**word));
        found.extend(left.map(|word| format!("{} has `{word}`", file.path)));
    }
    none(found, "finish it; a fault of the user's is a finding, one of ours is impossible by type");
}

#[test]
fn every_file_says_what_it_is_and_is_short() {
    let mut found = Vec::new();
    for file in rust("src").into_iter().chain(rust("tests")) {
        if !file.text.starts_with("//! ") {
            found.push(format!("{} has no `//!` line at its head", file.path));
        }
        let lines = file.text.lines().count();
        if lines > LONGEST {
            found.push(format!("{} has {lines} lines, {LONGEST} are the most", file.path));
        }
        if file.path.ends_with("/mod.rs") {
            found.push(format!("{}: name it after its folder, beside it", file.path));
        }
    }
    none(found, "say in one line what the file is for; divide what is long by subject");
}

#[test]
fn every_code_has_its_smallest_bad_file() {
    let folders: BTreeSet<String> = fs::read_dir(project("tests/errors"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let codes: BTreeSet<String> =
        erfa::diagnostic::codes().into_iter().map(str::to_owned).collect();
    let missing = codes.difference(&folders).map(|code| format!("tests/errors/{code}/ is missing"));
    let idle = folders.difference(&codes).map(|code| format!("there is no finding `{code}`"));
    none(missing.chain(idle), "see the head of tests/it/errors.rs for what such a folder holds");
}

#[test]
fn every_test_file_is_run() {
    let main = fs::read_to_string(project("tests/it/main.rs")).unwrap();
    let stem = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let forgotten = files(&project("tests/it"), |path| path.parent() == Some(&project("tests/it")))
        .into_iter()
        .map(stem)
        .filter(|stem| stem != "main" && !main.contains(&format!("\nmod {stem};\n")));
    none(forgotten, "declare it in tests/it/main.rs");
}

#[test]
fn every_template_exists_in_both_languages() {
    let names = |language: &str| -> BTreeSet<String> {
        let root = project("data/templates").join(language);
        let path = |path: PathBuf| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        files(&root, |_| true).into_iter().map(path).collect()
    };
    let (german, english) = (names("de"), names("en"));
    let lonely = german.symmetric_difference(&english).cloned();
    none(lonely, "write the other language's template below data/templates/");
}

#[test]
fn the_top_folder_holds_what_it_should() {
    let stray = fs::read_dir(project(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !TOP.contains(&name.as_str()));
    none(stray, "move it to where it belongs, or add it to `TOP` in tests/it/tidy.rs");
}

#[test]
fn no_file_knows_the_machine_it_was_written_on() {
    let machine = ["root", "home", "work", "tmp/bash"].map(|folder| format!("/{folder}/"));
    let mut found = Vec::new();
    for path in files(&project(""), |_| true) {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        let paths = machine.iter().filter(|folder| text.contains(folder.as_str()));
        found.extend(paths.map(|folder| format!("{} names {folder}", relative(&path))));
    }
    none(found, "write paths from the top folder, or build them when they are needed");
}

#[test]
fn mail_addresses_are_made_up() {
    let made_up = ["example.org", "example.com", "example.net", ".example", ".test", ".invalid"];
    let letter = |c: char| c.is_alphanumeric() || ".-_+".contains(c);
    let mut found = Vec::new();
    for path in files(&project(""), |_| true) {
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        for (at, _) in text.match_indices('@') {
            let domain = text[at + 1..].split(|c| !letter(c)).next().unwrap_or_default();
            let domain = domain.trim_end_matches('.');
            let address = text[..at].ends_with(letter) && domain.contains('.');
            if address && !made_up.iter().any(|known| domain.ends_with(known)) {
                found.push(format!("{}: …@{domain}", relative(&path)));
            }
        }
    }
    none(found, "use an address of example.org: nobody's real one stands in this project");
}
