//! `#:schema`: files name the schema by which editors complete and check them.

use std::fs;

use erfa::input::keys::KeyedFile;

use crate::harness::{Output, Test, files};

/// The files of the workspace that name a schema, with the folder that holds it; all of those that have one
/// are among them.
fn wired(output: &Output) -> Vec<String> {
    let root = output.path("");
    let mut found = Vec::new();
    for path in files(&root, |path| path.extension().is_some_and(|ending| ending == "toml")) {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
        let Some(file) = KeyedFile::at(&name) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let schema = text.strip_prefix("#:schema ").unwrap_or_else(|| panic!("{name}: {text}"));
        let schema = path.parent().unwrap().join(schema.lines().next().unwrap());
        assert_eq!(
            schema.canonicalize().unwrap(),
            root.join(file.schema()).canonicalize().unwrap(),
            "{name}"
        );
        assert_eq!(text.matches("#:schema").count(), 1, "{text}");
        found.push(name);
    }
    found
}

/// Runs a command in the folder that the last one left; it must do what it is asked.
fn then(output: Output, command: &str) -> Output {
    let next = output.again().command_line(command).run();
    assert_eq!(next.status, 0, "{command}: {}", next.stderr);
    next
}

#[test]
fn all_files_of_a_new_network_name_a_schema_that_is_there() {
    let mut output = Test::new("init -y --city Ely,Hove,Bath --region DE-BY").run();
    let made = wired(&output);
    assert_eq!(made, ["cities.toml", "contacts.toml", "network.toml", "venues.toml"]);
    let people = "Name;Stadt;E-Mail\nAda Aue;Ely;ada@example.org\nBo Berg;Hove;bo@example.org\n";
    let past = "Datum;Stadt;Titel\n1.3.2024;Ely;Erstes\n";
    fs::write(output.path("leute.csv"), people).unwrap();
    fs::write(output.path("treffen.csv"), past).unwrap();
    fs::remove_file(output.path("venues.toml")).unwrap();
    for command in [
        "import contacts leute.csv -y",
        "import meetings treffen.csv -y",
        "new --host ely --date 2027-03-02 --venue Saal -y",
        "add session Anfang --meeting 2027-03-02-ely --start 9:30 -y",
        "set ely mail ely@example.org -y",
        "rename hove hove-see -y",
        "skip bath --from 2027-06-01 --reason Umbau -y",
        "replies set ada-aue yes 2027-03-02-ely -y",
        "remove 2027-03-02-ely/anfang -y",
        "check --strict",
    ] {
        output = then(output, command);
    }
    let made = wired(&output);
    for path in ["venues.toml", "rotation.toml", "meetings/2027-03-02-ely.toml"] {
        assert!(made.iter().any(|name| name == path), "{path}: {made:?}");
    }
    assert_eq!(made.len(), 8, "{made:?}");
    // What says nothing more goes, as before.
    output = then(output, "skip bath --undo -y");
    assert!(!output.path("rotation.toml").exists());
}

#[test]
fn what_init_made_is_taken_back_whole() {
    let output = then(Test::new("init -y --city Ely").run(), "undo -y");
    assert!(
        output.stderr.contains("schema/network.schema.json (is removed)\n"),
        "{}",
        output.stderr
    );
    let left = files(&output.path(""), |path| !path.to_str().unwrap().contains("/.erfa/"));
    assert!(left.is_empty() && !output.path("schema").exists(), "{left:?}");
    // Nothing of somebody's own is in the way, nor replaced.
    let own = Test::new("init -y --city Ely").file("schema/network.schema.json", "{}\n").run();
    assert_eq!(own.status, 0, "{}", own.stderr);
    assert_eq!(fs::read_to_string(own.path("schema/network.schema.json")).unwrap(), "{}\n");
    wired(&own);
    let own = Test::new("init -y --city Ely").file("schema", "mine\n").run();
    assert_eq!(own.status, 1, "{}", own.stderr);
    assert!(
        own.stderr.contains("`./schema`") && !own.path("network.toml").exists(),
        "{}",
        own.stderr
    );
}

#[test]
fn an_older_workspace_is_wired_when_that_is_asked_for() {
    let folder = "examples/netzwerk-flusstal";
    let plain = Test::new("new --host birkenfurt --date 2028-03-07 -y").workspace(folder).run();
    let new = fs::read_to_string(plain.path("meetings/2028-03-07-birkenfurt.toml")).unwrap();
    assert!(!new.contains("#:schema"), "no schema is there to name: {new}");

    let windows = "\u{feff}# Leute\r\n[[contact]]\r\nid = \"a\"\r\nfamily-name = \"A\"\r\n";
    let older = || Test::new("").workspace("examples/small-network").file("contacts.toml", windows);
    let shown = older().command_line("schema --wire --dry-run").run();
    assert_eq!(shown.status, 0, "{}", shown.stderr);
    assert!(shown.stderr.contains("\nnetwork.toml: #:schema ./schema/network.schema.json\n"));
    assert!(!shown.path("schema").exists());
    let refused = shown.again().command_line("schema --wire").run();
    assert_eq!(refused.status, 1, "{}", refused.stderr);

    let mut output = then(refused, "schema --wire -y");
    assert!(wired(&output).len() > 3);
    let contacts = fs::read_to_string(output.path("contacts.toml")).unwrap();
    let line = "\u{feff}#:schema ./schema/contacts.schema.json\r\n\r\n";
    assert_eq!(contacts, windows.replacen('\u{feff}', line, 1));
    output = then(output, "schema --wire -y");
    assert!(output.stderr.contains("nothing is changed"), "{}", output.stderr);
    output = then(output, "undo -y");
    assert_eq!(fs::read_to_string(output.path("contacts.toml")).unwrap(), windows);
    assert!(!output.path("schema").exists());
    // One that an earlier program wrote is renewed.
    output = then(output, "schema --wire -y");
    fs::write(output.path("schema/cities.schema.json"), "{}\n").unwrap();
    output = then(output, "schema --wire -y");
    assert!(output.stderr.contains("schema/cities.schema.json (renewed)\n"), "{}", output.stderr);
    output = then(output, "undo -y");
    assert_eq!(fs::read_to_string(output.path("schema/cities.schema.json")).unwrap(), "{}\n");
}
