//! `erfa write --format pdf`: letters on paper, for envelopes with a window.

use snapbox::str;

use crate::harness::Test;

/// A network with four people, two of them without an address.
fn people(command: &str) -> Test {
    Test::new(command)
        .file("network.toml", "name = 'Netz'\n")
        .file(
            "meetings/a.toml",
            "title = 'Frühjahr'\ndate = 2027-04-20\nstart = '9:00'\nplace = 'Saal'\n",
        )
        .file(
            "contacts.toml",
            "[[contact]]\nid = 'a'\nfamily-name = 'Muster'\nstreet = 'Markt 1'\ntown = 'Ort'\n\
             [[contact]]\nid = 'b'\nfamily-name = 'Meier'\npostcode = '00123'\ntown = 'Ort'\n\
             [[contact]]\nid = 'c'\nfamily-name = 'Abel'\ntown = 'Ort'\n\
             [[contact]]\nid = 'd'\nfamily-name = 'Bebel'\n",
        )
}

#[test]
fn letters_on_paper_need_an_address_each() {
    let test = people("-q write save-the-date --to all --output letters/ --format pdf");
    let output = test
        .stderr(str![[r#"
error[no-postal-address]: no postal address is known for Abel
  --> contacts.toml:11:1
   |
11 | [[contact]]
   | ^^^^^^^^^^^
   |
   = help: add `street`, `postcode` and `town`, or choose `--format text`

error[no-postal-address]: no postal address is known for Bebel
  --> contacts.toml:15:1
   |
15 | [[contact]]
   | ^^^^^^^^^^^
   |
   = help: add `street`, `postcode` and `town`, or choose `--format text`


"#]])
        .status(1);
    assert!(!output.path("letters").exists(), "nothing is produced");
}

#[test]
fn letters_are_for_large_paper() {
    people("-q write save-the-date --to a --output a.pdf --paper a5")
        .stderr(str![[r#"
error[bad-argument]: `a5` does not fit `--paper`
 |
 = help: letters after DIN 5008 are on A4


"#]])
        .status(1);
}

#[cfg(feature = "pdf")]
#[test]
fn letters_are_a_file_each_or_one_for_all() {
    let command = "-q write save-the-date --to b --to a --format pdf --output";
    let folder = people(&format!("{command} letters/")).run();
    assert_eq!(folder.status, 0, "{}", folder.stderr);
    let sizes = ["a-save-the-date-a.pdf", "a-save-the-date-b.pdf"]
        .map(|name| std::fs::read(folder.path("letters").join(name)).unwrap());
    assert_ne!(sizes[0], sizes[1]);
    let all = people(&format!("{command} all.pdf")).run();
    let all = std::fs::read(all.path("all.pdf")).unwrap();
    let said = String::from_utf8_lossy(&all);
    assert!(said.contains("<xmpTPg:NPages>2<"), "one page a letter");
    // An open letter has no address, and a paper is no letter.
    for command in ["save-the-date", "save-the-date --to all --together", "press --paper a5"] {
        let output = people(&format!("-q write {command} --output a.pdf")).run();
        assert_eq!(output.status, 0, "{}", output.stderr);
    }
}
