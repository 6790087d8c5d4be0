//! Every command in README.md is run, and what it shows is what comes out; so is every one in the
//! handbook.
//!
//! Blocks marked `sh` must succeed; in blocks marked `console` what follows a line `$ command` is
//! its whole output, standard error too; blocks marked `toml` become the file that is named last
//! before them. All this happens in order in one folder that holds `data/` and `examples/` as the
//! project does. `cargo run … --` is the program under test. `SNAPSHOTS=overwrite` writes the
//! outputs anew.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;

use snapbox::Data;

use crate::harness::{PROGRAM, Test, project, readable, same};

/// Stands in for cargo: the program is built already, and its tests are running.
const CARGO: &str = r#"#!/bin/sh
case "$1" in
run)
    while [ "$1" != -- ]; do shift; done
    shift
    exec erfa "$@"
    ;;
test) ;;
*)
    echo "tests/it/readme.rs does not know how to run: cargo $*"
    exit 1
    ;;
esac
"#;

#[test]
fn the_readme_shows_what_happens() {
    Reader::new("en").follow(&project("README.md"));
}

/// Somebody who tries everything out, in one folder.
pub(crate) struct Reader(Test);

impl Reader {
    /// Somebody who speaks this language.
    pub(crate) fn new(language: &str) -> Self {
        let test = Test::new("").copy("data", "data").copy("examples", "examples");
        let test = test.env("ERFA_LANG", language);
        Self(test.prepare(|folder| {
            let tools = folder.with_file_name("tools");
            fs::create_dir(&tools).unwrap();
            symlink(PROGRAM, tools.join("erfa")).unwrap();
            fs::write(tools.join("cargo"), CARGO).unwrap();
            fs::set_permissions(tools.join("cargo"), fs::Permissions::from_mode(0o755)).unwrap();
        }))
    }

    /// Does what the file at `path` says, and compares what it shows with what happens.
    pub(crate) fn follow(&self, path: &Path) {
        let text = fs::read_to_string(path).unwrap();
        let mut shown = String::new();
        let mut rest = text.as_str();
        while let Some((before, block)) = rest.split_once("\n```") {
            let (language, block) = block.split_once('\n').unwrap();
            let (content, after) = block.split_once("```").expect("every block is closed");
            let content = match language {
                "sh" => self.succeed(content, path),
                "console" => self.repeat(content),
                "toml" => self.write(before, content),
                _ => content.to_owned(),
            };
            shown.extend([before, "\n```", language, "\n", &content, "```"]);
            rest = after;
        }
        shown += rest;
        same(&shown, Data::read_from(path, None));
    }

    /// Runs `script`: whether it succeeded, and all it said.
    fn run(&self, script: &str) -> (bool, String) {
        let scratch = self.0.folder().with_file_name("");
        let path = format!("{}:/usr/local/bin:/usr/bin:/bin", scratch.join("tools").display());
        let mut shell = Command::new("sh");
        shell.args(["-euc", &format!("exec 2>&1\n{script}")]);
        let output = self.0.isolate(shell).env("PATH", path).output().unwrap();
        (output.status.success(), readable(&output.stdout, &scratch))
    }

    /// Writes the file whose name stands last in backquotes before its content.
    fn write(&self, before: &str, content: &str) -> String {
        let is_toml = |name: &&str| Path::new(name).extension() == Some("toml".as_ref());
        let name = before.split('`').rfind(is_toml);
        let path = self.0.folder().join(name.expect("a name stands before each block of TOML"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        content.to_owned()
    }

    /// Runs a block of commands, which must succeed.
    fn succeed(&self, script: &str, path: &Path) -> String {
        let (success, output) = self.run(script);
        assert!(success, "{}:\n{script}\n{output}", path.display());
        script.to_owned()
    }

    /// Runs the commands of a block one by one and puts what they say below each.
    fn repeat(&self, block: &str) -> String {
        let mut shown = String::new();
        for line in block.lines() {
            if let Some(command) = line.strip_prefix("$ ") {
                let (_, output) = self.run(command);
                shown.extend([line, "\n", &output]);
            }
        }
        shown
    }
}
