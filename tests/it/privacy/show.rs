//! `erfa privacy show`: everything, with its place, and of nobody else.

use snapbox::data::DataFormat;
use snapbox::{Data, str};

use super::{CONTACTS, Office};
use crate::harness::{project, same};

#[test]
#[expect(clippy::too_many_lines, reason = "what is said is compared whole")]
fn everything_is_told_by_purpose_with_its_place() {
    let mut office = Office::with_mails();
    same(
        &office.done("privacy show b-birke"),
        str![[r#"
Held about Dr. Berta Birke

Id         b-birke
Addresses  birke@köln.example
Contact    yes

Contact list

Purpose: to invite and to write to. The entry stays until somebody deletes it.

Id               b-birke
Form of address  Frau
Titles           Dr.
Given name       Berta
Family name      Birke
City             Köln (koeln)
Mail             birke@köln.example
Groups           guest
Note             ruft lieber an
Place            contacts.toml:1

Registration

Purpose: to know who comes to a meeting. Once all is settled, mostly four to
eight weeks later, `erfa privacy purge --purpose replies` puts numbers in the
place of replies.

• Frühjahr (spring): yes; with Lena Linde; received 2027-03-01
  (replies/spring.toml:2)

Notes about registration

Purpose: regard for diet, assistance and the like, for the host alone. They may
concern health or religion (GDPR, Art. 9); right after the meeting `erfa privacy
purge --purpose notes` deletes them.

• Frühjahr (spring): vegan, kommt mit Rollstuhl (replies/spring.toml:2)

Attendance

Purpose: to show who was at a meeting, for thanks and certificates. With the
replies `erfa privacy purge --purpose replies` puts numbers in its place too.

Nothing is held.

Mails

Purpose: to show who was told what. The address stands in the list `list.txt`
beside each mail too. `erfa privacy purge --purpose mails` deletes both and
keeps numbers.

spring/1-invitation

What        invitation
Made        2027-01-05 12:00
State       sent, 2027-01-06 08:00
Server      250 Ok <birke@xn--kln-sna.example>
Address     birke@köln.example
Name        Dr. Berta Birke
Salutation  Sehr geehrte Frau Dr. Birke,
Language    de
Chosen by   guest, b-birke
Message-ID  spring.invitation.1.b-birke@example.org
File        outbox/spring/1-invitation/b-birke.eml
Place       outbox/spring/1-invitation/run.toml:5

Ledger

Purpose: to send nothing twice. `erfa privacy purge --purpose mails` takes keys
and the server's words out of its lines.

• 2027-01-06 08:00 on the way: spring/1-invitation/b-birke.eml
  (outbox/ledger.txt:1)
• 2027-01-06 08:00 sent: spring/1-invitation/b-birke.eml; 250 Ok
  <birke@xn--kln-sna.example> (outbox/ledger.txt:2)

Programmes

Purpose: the course of meetings and its record. They stay; versions that were
given out do not change any more.

• Frühjahr (spring); organiser (meetings/spring.toml:1)
• Frühjahr (spring): Vortrag; speaker (meetings/spring.toml:10)
• Frühjahr (spring): Vortrag; in the programme, version 1
  (meetings/spring.toml:13)

Actions

Purpose: to follow up who does what until when. They stay, done ones too, until
somebody deletes the entry or the line of the minutes.

Nothing is held.

Minutes

Purpose: to show what came of a meeting. They stay until somebody changes the
line; check whether this person is meant.

Nothing is held.

Topics

Purpose: to know who wants to hear of what and who can tell of it. The entry
stays until `erfa topic want` or `erfa topic offer` with `--not` deletes it.

Nothing is held.

Further places

Lines with name, address or key that belong to none of these purposes. They stay
until somebody changes them; check whether this person is meant.

• organisers = [{ name = "Verein um Berta Birke" }] (meetings/spring.toml:5)
• note = "Berta Birke nach Folien fragen" (meetings/spring.toml:11)
• to = ["guest", "b-birke"] (outbox/spring/1-invitation/run.toml:3)
• organisers = [{ name = "Verein um Berta Birke" }]
  (.erfa/changes/000001/2.after:5)
• people = [{ name = "Dr. Berta Birke", role = "speaker" }, { contact =
  "c-cedar" }] (.erfa/changes/000001/2.after:10)
• note = "Berta Birke nach Folien fragen" (.erfa/changes/000001/2.after:11)
• details = ["organisers c3722ce9 Verein um Berta Birke"]
  (.erfa/changes/000001/2.after:24)
• { id = "talk", title = "Vortrag", people = ["Dr. Berta Birke"], details =
  ["roles 7920f878 speaker"] }, (.erfa/changes/000001/2.after:26)
• organisers = [{ name = "Verein um Berta Birke" }]
  (.erfa/changes/000001/2.before:5)
• people = [{ name = "Dr. Berta Birke", role = "speaker" }, { contact =
  "c-cedar" }] (.erfa/changes/000001/2.before:10)
• note = "Berta Birke nach Folien fragen" (.erfa/changes/000001/2.before:11)

What is not told here

Signature lists and consents to photographs are on paper, and lists are kept as
long as the funding notice demands; earlier versions may stand in git and in
backups, mails among those sent too; mails and attachments to others may hold
the programme with the name, and nothing is known of what was printed or saved
elsewhere; files that are no text (Word, Excel, PDF, pictures) were not looked
into.

"#]],
    );
}

#[test]
fn it_is_told_in_german_too() {
    let mut office = Office::with_mails().german();
    same(
        &office.done("privacy show CEDAR@example.org"),
        str![[r#"
Gespeichert zu Chris Cedar

Kennung   c-cedar
Adressen  cedar@example.org
Kontakt   ja

Kontaktliste

Zweck: einladen und anschreiben. Der Eintrag bleibt, bis ihn jemand löscht.

Kennung       c-cedar
Vorname       Chris
Familienname  Cedar
E-Mail        cedar@example.org
Sprache       en
Gruppen       guest
Stelle        contacts.toml:12

Anmeldung

Zweck: wissen, wer zu einem Treffen kommt. Nach der Abrechnung, meist vier bis
acht Wochen danach, ersetzt `erfa privacy purge --purpose replies` die Antworten
durch Zahlen.

• Frühjahr (spring): nein; stattdessen Sam Spruce (replies/spring.toml:11)

Notizen zur Anmeldung

Zweck: Rücksicht auf Essen, Assistenz und Ähnliches, nur für die Gastgeberin.
Sie können Gesundheit oder Religion betreffen (Art. 9 DSGVO); gleich nach dem
Treffen löscht sie `erfa privacy purge --purpose notes`.

Nichts gespeichert.

Teilnahme

Zweck: nachweisen, wer bei einem Treffen war, für Dank und Bescheinigung. Mit
den Antworten ersetzt `erfa privacy purge --purpose replies` auch sie durch
Zahlen.

Nichts gespeichert.

Mails

Zweck: belegen, wer was erfahren hat. Die Adresse steht auch in der Liste
`list.txt` neben jeder Mail. `erfa privacy purge --purpose mails` löscht beides
und behält Zahlen.

spring/1-invitation

Was            Einladung
Erzeugt        05.01.2027 12:00
Zustand        abgelehnt, 06.01.2027 08:00
Server         550 <cedar@example.org>: unknown
Adresse        cedar@example.org
Name           Chris Cedar
Anrede         Dear Chris Cedar,
Sprache        en
Gewählt durch  guest
Message-ID     spring.invitation.1.c-cedar@example.org
Datei          outbox/spring/1-invitation/c-cedar.eml
Stelle         outbox/spring/1-invitation/run.toml:17

Versandbuch

Zweck: nichts zweimal versenden. `erfa privacy purge --purpose mails` nimmt den
Zeilen Kennung und Worte des Servers.

• 06.01.2027 08:00 unterwegs: spring/1-invitation/c-cedar.eml
  (outbox/ledger.txt:3)
• 06.01.2027 08:00 abgelehnt: spring/1-invitation/c-cedar.eml; 550
  <cedar@example.org>: unknown (outbox/ledger.txt:4)

Programme

Zweck: Ablauf und Nachweis der Treffen. Sie bleiben; freigegebene Fassungen
ändern sich nicht mehr.

• Frühjahr (spring): Vortrag; im Programm (meetings/spring.toml:10)

Aufgaben

Zweck: nachhalten, wer was bis wann übernommen hat. Sie bleiben, auch erledigt,
bis jemand den Eintrag oder die Zeile des Protokolls löscht.

Nichts gespeichert.

Protokolle

Zweck: nachweisen, was ein Treffen ergeben hat. Sie bleiben, bis jemand die
Zeile ändert; prüfen Sie, ob diese Person gemeint ist.

Nichts gespeichert.

Themen

Zweck: wissen, wer wovon hören will und wer davon berichten kann. Der Eintrag
bleibt, bis ihn `erfa topic want` oder `erfa topic offer` mit `--not` löscht.

Nichts gespeichert.

Weitere Stellen

Zeilen mit Name, Adresse oder Kennung, die zu keinem dieser Zwecke gehören. Sie
bleiben, bis sie jemand ändert; prüfen Sie, ob diese Person gemeint ist.

• people = [{ name = "Dr. Berta Birke", role = "speaker" }, { contact =
  "c-cedar" }] (.erfa/changes/000001/2.after:10)
• people = [{ name = "Dr. Berta Birke", role = "speaker" }, { contact =
  "c-cedar" }] (.erfa/changes/000001/2.before:10)

Was hier nicht steht

Unterschriftenlisten und Einwilligungen in Fotos gibt es nur auf Papier, für
Listen gilt die Frist des Förderbescheids; frühere Stände können in git und in
Sicherungen stehen, Mails auch im Gesendet-Ordner; Mails und Anlagen an andere
können das Programm mit dem Namen enthalten, und was gedruckt oder an anderer
Stelle gespeichert wurde, ist unbekannt; Dateien, die kein Text sind (Word,
Excel, PDF, Bilder), wurden nicht durchsucht.

"#]],
    );
}

#[test]
fn data_are_stable() {
    let mut office = Office::with_mails();
    let english = office.done("privacy show c-cedar --json");
    let path = project("tests/it/privacy/known.json");
    same(&english, Data::read_from(&path, Some(DataFormat::Text)));
    assert_eq!(office.german().done("privacy show c-cedar --json"), english);
}

#[test]
fn whoever_is_no_contact_any_more_is_still_found() {
    let mut office = Office::with_mails();
    // The entry goes, and with it all that points at it.
    let (kept, _) = CONTACTS.split_once("[[contact]]\nid = \"c-cedar\"").unwrap();
    office.write("contacts.toml", kept);
    let meeting = office.read("meetings/spring.toml").replace(", { contact = \"c-cedar\" }", "");
    office.write("meetings/spring.toml", &meeting);
    office.write("replies/spring.toml", "# leer\n");
    for person in ["c-cedar", "Chris-Cedar", "chris.cedar", "cedar@example.org"] {
        let said = office.done(&format!("privacy show {person} --json"));
        for wanted in ["\"is_contact\": false", "\"spring.invitation.1.c-cedar@example.org\""] {
            assert!(said.contains(wanted), "{person}: no {wanted} in\n{said}");
        }
        assert!(!said.contains("birke@"), "{person}:\n{said}");
    }
}

#[test]
fn people_of_programmes_and_replies_are_found_by_name() {
    let mut office = Office::new();
    let said = office.done("privacy show lena-linde");
    assert!(
        said.contains("Frühjahr (spring): comes along with somebody; received 2027-03-01"),
        "{said}"
    );
    assert!(said.contains("stands in somebody else's reply; check whom it concerns"), "{said}");
    // Nothing of the one she comes with.
    assert!(!said.contains("irke") && !said.contains("vegan"), "{said}");
    let said = office.done("privacy show Hanna-Eiche");
    assert!(said.contains("name = \"Hanna Eiche\" (network.toml:3)"), "{said}");
}

#[test]
fn one_word_finds_nobody_by_chance() {
    let (said, status) = Office::new().run("privacy show Vortrag");
    assert_eq!(status, 1);
    assert!(said.starts_with("error[part-of-name]: `Vortrag` alone names nobody"), "{said}");
    for nobody in ["", " ", "-", "@", "%", "..", "a@"] {
        let mut office = Office::new();
        let test = std::mem::replace(&mut office.0, crate::harness::Test::new(""));
        office.0 = test.command_line("privacy show").arg(nobody);
        let status = office.0.command().output().unwrap().status;
        assert_eq!(status.code(), Some(1), "{nobody:?}");
    }
}

#[test]
fn an_address_that_two_share_is_nobodys_alone() {
    let mut office = Office::new();
    office.write("contacts.toml", &CONTACTS.replace("birke@köln.example", "cedar@example.org"));
    let (said, status) = office.run("privacy show cedar@example.org");
    assert_eq!(status, 1);
    assert!(said.contains("`cedar@example.org` may be `b-birke` or `c-cedar`"), "{said}");
    // By the key each is told their own.
    let said = office.done("privacy show b-birke --json");
    assert!(said.contains("\"b-birke\"") && !said.contains("Cedar"), "{said}");
}

#[test]
fn one_name_under_two_keys_is_two_people_until_known_better() {
    let record = |key: &str, mail: &str| {
        format!(
            "made = 2027-01-05T12:00:00+01:00\nversion = 1\nto = []\n[[message]]\nperson = \"{key}\"\n\
             name = \"Edda Esche\"\nmail = \"{mail}\"\nlanguage = \"de\"\nsalutation = \"Guten Tag,\"\n\
             kind = \"thanks\"\nfile = \"{key}.eml\"\nmessage-id = \"{key}@example.org\"\n"
        )
    };
    let mut office = Office::new();
    office.write("outbox/spring/1-thanks/run.toml", &record("e-esche", "esche@example.org"));
    office.write("outbox/spring/2-thanks/run.toml", &record("esche-2", "esche@example.org"));
    let said = office.done("privacy show Edda-Esche");
    assert!(said.contains("e-esche, esche-2"), "{said}");
    office.write("outbox/spring/2-thanks/run.toml", &record("esche-2", "edda@example.org"));
    let (said, status) = office.run("privacy show Edda-Esche");
    assert_eq!(status, 1);
    assert!(said.contains("`Edda-Esche` may be `e-esche` or `esche-2`"), "{said}");
    let said = office.done("privacy show e-esche");
    assert!(said.contains("esche@") && !said.contains("edda@"), "{said}");
}

#[test]
fn wrong_usage_names_the_whole_command() {
    let (said, status) = Office::new().run("privacy show");
    same(
        &said,
        str![[r#"
error: <PERSON> is missing here

help: `erfa privacy show --help` shows what there is

"#]],
    );
    assert_eq!(status, 2);
}
