//! Lists of offices are taken in: people, cities and meetings from tables, workbooks and visiting cards.

use snapbox::str;

use crate::harness::Test;

mod books;
mod faulty;
mod meetings;
mod twice;

const CITIES: &str = "[[city]]\nid = \"birkenfurt\"\nname = \"Birkenfurt\"\n\n[[city]]\nid = \"aue\"\n\
                      name = \"Aue\"\nofficial-name = \"Aue/Fluss\"\n";

const PEOPLE: &str = "Kontakte;;;;;\n\nAnrede;Name;Stadt;PLZ;E-Mail;Telefon\n\
    Frau;Dr. Ada Nordhaus;Stadt Birkenfurt;7743;Ada Nordhaus <ada@example.org>;036 1-1\n\
    Herr;\"Thal, Bo\";Aue/Fluss;07768;\"bo@example.org; cy@example.org\";\n\
    ;Kim Weiß;Neustadt;99999;kim(at)example.org;\n;N. N.;Aue;;;\n;Bauamt;Aue;;amt@example.org;\n\
    Frau;Ada Nordhaus;Birkenfurt;;ada@example.org;\n";

pub(crate) fn network(command: &str) -> Test {
    Test::new(command).network().file("cities.toml", CITIES)
}

#[test]
fn people_are_shown_first() {
    let test = network("import contacts liste.csv").file("liste.csv", PEOPLE);
    test.stdout(str![[r#"
From the list `liste.csv`

headings in row 3.

column  heading  becomes
────────────────────────────────
A       Anrede   form of address
B       Name     name
C       Stadt    city
D       PLZ      postcode
E       E-Mail   mail
F       Telefon  telephone

Not in the network: 1

• Neustadt

`--add-cities` makes them members.

New: 3 contacts

name                   city        mail             row
───────────────────────────────────────────────────────
Frau Dr. Ada Nordhaus  Birkenfurt  ada@example.org    4
Herr Bo Thal           Aue         bo@example.org     5
Kim Weiß               Neustadt                       6

Without a mail address: Kim Weiß. `erfa set NAME mail ADDRESS` adds one, `erfa
set NAME mail no` spares somebody all mails.

Read otherwise than it stands there: 3

• Row 4, postcode: 7743 is 07743: its leading zero was missing
• Row 5, mail: only the first address is taken, not cy@example.org
• Row 6, mail: “kim(at)example.org” is not taken: no mail address

Several times in the list: 1

• Ada Nordhaus: rows 4 and 9

Not taken: 2

• Row 7 (N. N., Aue): no name
• Row 8 (Bauamt, Aue, amt@example.org): “Bauamt” is an office or a body, no
  person

"#]])
        .stderr(str![[r#"
error[unasked]: nothing is changed: nobody can be asked here
 |
 = help: `-y` does it without asking


"#]])
        .status(1);
}

#[test]
fn yes_takes_people_in_with_their_cities() {
    let test = network("import contacts liste.csv --add-cities -y --lang de").german();
    test.file("liste.csv", PEOPLE)
        .stdout(str![[r#"
Aus der Liste `liste.csv`

Überschriften in Zeile 3.

Spalte  Überschrift  wird zu
─────────────────────────────────
A       Anrede       Anrede
B       Name         Name
C       Stadt        Stadt
D       PLZ          Postleitzahl
E       E-Mail       E-Mail
F       Telefon      Telefon

Neu im Netzwerk: 1

• Neustadt

Neu: 3 Kontakte

Name                   Stadt       E-Mail           Zeile
─────────────────────────────────────────────────────────
Frau Dr. Ada Nordhaus  Birkenfurt  ada@example.org      4
Herr Bo Thal           Aue         bo@example.org       5
Kim Weiß               Neustadt                         6

Ohne Mailadresse: Kim Weiß. `erfa set NAME mail ADRESSE` trägt eine ein, `erfa
set NAME mail nein` nimmt jemanden von Mails aus.

Anders gelesen, als es dasteht: 3

• Zeile 4, Postleitzahl: 7743 ist 07743: die Null vorn fehlte
• Zeile 5, E-Mail: nur die erste Adresse wird übernommen, nicht cy@example.org
• Zeile 6, E-Mail: „kim(at)example.org“ wird nicht übernommen: keine Mailadresse

Mehrmals in der Liste: 1

• Ada Nordhaus: Zeilen 4 und 9

Nicht übernommen: 2

• Zeile 7 (N. N., Aue): kein Name
• Zeile 8 (Bauamt, Aue, amt@example.org): „Bauamt“ ist ein Amt oder eine
  Einrichtung, keine Person

"#]])
        .stderr(str![[r#"
Übernommen: 3 Kontakte neu, 1 neue Stadt. `erfa undo` nimmt es zurück.

"#]])
        .wrote(
            "contacts.toml",
            str![[r#"
[[contact]]
id = "ada-nordhaus"
given-name = "Ada"
family-name = "Nordhaus"
form-of-address = "Frau"
titles = ["Dr."]
city = "birkenfurt"
postcode = "07743"
mail = "ada@example.org"
phone = "036 1-1"

[[contact]]
id = "bo-thal"
given-name = "Bo"
family-name = "Thal"
form-of-address = "Herr"
city = "aue"
postcode = "07768"
mail = "bo@example.org"

[[contact]]
id = "kim-weiss"
given-name = "Kim"
family-name = "Weiß"
city = "neustadt"
postcode = "99999"

"#]],
        )
        .wrote(
            "cities.toml",
            str![[r#"
[[city]]
id = "birkenfurt"
name = "Birkenfurt"

[[city]]
id = "aue"
name = "Aue"
official-name = "Aue/Fluss"

[[city]]
id = "neustadt"
name = "Neustadt"

"#]],
        )
        .status(0);
}

#[test]
fn what_is_known_is_completed_or_left() {
    let known = "# Leute\n[[contact]]\nid = \"ada\"  # Kennung\ngiven-name = \"Ada\"\nfamily-name = \"Nordhaus\"\n\
        city = \"aue\"\noffice = \"Bauamt\"\n\n[[contact]]\nid = \"bo\"\nfamily-name = \"Thal\"\nmail = false\n";
    let list =
        "Name;Stadt;Amt;E-Mail\nNordhaus, Ada;Aue;Planung;ada@example.org\nThal;;;bo@example.org\n";
    let test =
        |command: &str| network(command).file("contacts.toml", known).file("liste.csv", list);
    test("import contacts liste.csv -y")
        .stdout(str![[r#"
From the list `liste.csv`

column  heading  becomes
────────────────────────
A       Name     name
B       Stadt    city
C       Amt      office
D       E-Mail   mail

Completed: 1

• Ada Nordhaus – mail: ada@example.org

Other than what is known, and stays: 2

• Ada Nordhaus – office: Bauamt; in the list Planung
• Thal never gets a mail; in the list bo@example.org

With `--update` what the list says holds.

1 row is known already.

"#]])
        .stderr(str![[r#"
Taken in: 1 completed. `erfa undo` takes it back.

"#]])
        .wrote(
            "contacts.toml",
            str![[r##"
# Leute
[[contact]]
id = "ada"  # Kennung
given-name = "Ada"
family-name = "Nordhaus"
city = "aue"
mail = "ada@example.org"
office = "Bauamt"

[[contact]]
id = "bo"
family-name = "Thal"
mail = false

"##]],
        )
        .status(0);
    let output = test("import contacts liste.csv -y --update").run();
    let people = std::fs::read_to_string(output.path("contacts.toml")).unwrap();
    assert!(people.contains("office = \"Planung\"") && people.contains("mail = false"), "{people}");
}

#[test]
fn columns_can_be_said_and_all_faults_are_told_at_once() {
    let list = "Wer;Wo;Was\nAda Aue;Aue;x\n";
    network("import contacts liste.csv -y --column Wer=name --column B=Stadt --column Was=- --group rat")
        .file("liste.csv", list)
        .stdout(str![[r#"
From the list `liste.csv`

column  heading  becomes
──────────────────────────
A       Wer      name
B       Wo       city
C       Was      not taken

New: 1 contact

name     city  mail  row
────────────────────────
Ada Aue  Aue           2

Without a mail address: Ada Aue. `erfa set NAME mail ADDRESS` adds one, `erfa
set NAME mail no` spares somebody all mails.

"#]])
        .stderr(str![[r#"
Taken in: 1 contact new. `erfa undo` takes it back.

"#]])
        .wrote("contacts.toml", str![[r#"
[[contact]]
id = "ada-aue"
given-name = "Ada"
family-name = "Aue"
city = "aue"
groups = ["rat"]

"#]])
        .status(0);
    network("import contacts liste.csv --column Wer --column B=hosts")
        .file("liste.csv", list)
        .stderr(str![[r#"
error[bad-argument]: `Wer` does not fit `--column`
 |
 = help: write `HEADING=KEY`, with one of mail, given-name, family-name, name, form-of-address, titles, office, organisation, department, city, street, postcode, town, country, address, phone, language, groups, note, id, or `-`

error[bad-argument]: `B=hosts` does not fit `--column`
 |
 = help: write `HEADING=KEY`, with one of mail, given-name, family-name, name, form-of-address, titles, office, organisation, department, city, street, postcode, town, country, address, phone, language, groups, note, id, or `-`

2 errors

"#]])
        .status(1);
}

#[test]
fn a_dry_run_ends_well_and_rows_are_data() {
    let list = "Name;E-Mail\nAda Aue;ada@example.org\nN. N.;\n";
    network("import contacts liste.csv --dry-run --json")
        .file("liste.csv", list)
        .stdout(str![[r#"
{
  "file": "liste.csv",
  "kind": "contacts",
  "sheet": null,
  "other_sheets": [],
  "heading_row": 1,
  "columns": [
    {
      "column": "A",
      "heading": "Name",
      "key": "name",
      "by_content": false
    },
    {
      "column": "B",
      "heading": "E-Mail",
      "key": "mail",
      "by_content": false
    }
  ],
  "added": [
    {
      "row": 2,
      "further_rows": [],
      "id": "ada-aue",
      "name": "Ada Aue",
      "city": null,
      "status": null,
      "date": null,
      "values": {
        "family-name": "Aue",
        "given-name": "Ada",
        "mail": "ada@example.org"
      }
    }
  ],
  "changed": [],
  "known": 0,
  "differing": [],
  "towns": [],
  "refused": [
    {
      "row": 3,
      "words": "N. N.",
      "reason": "kein Name"
    }
  ],
  "remarks": []
}

"#]])
        .stderr("Only shown; nothing is changed.\n")
        .status(0);
    network("import contacts liste.csv -y --strict -q")
        .file("liste.csv", "Name\nN. N.\nAda Aue\n")
        .stdout(str![[r#"
From the list `liste.csv`

column  heading  becomes
────────────────────────
A       Name     name

New: 1 contact

name     city  mail  row
────────────────────────
Ada Aue                3

Without a mail address: Ada Aue. `erfa set NAME mail ADDRESS` adds one, `erfa
set NAME mail no` spares somebody all mails.

Not taken: 1

• Row 2 (N. N.): no name

"#]])
        .status(1);
}
