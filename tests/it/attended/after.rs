//! What follows from what is recorded, and what a purge leaves of it.

use snapbox::str;

use super::over;
use crate::harness::same;

#[test]
fn thanks_follow_what_is_recorded_by_name() {
    let mut story = over();
    story.ends("attended spring c-cedar --not b-birke -y", 1);
    same(
        &story.run("write thanks spring --to all --format text").0,
        str![[r#"
Stadt Ulm
Ulm

Herzlichen Dank: Werkstatt am 20.04.2027 in Ulm
===============================================

Sehr geehrte Damen und Herren,

herzlichen Dank für die Gastfreundschaft, mit der Sie unser Treffen in
Ulm aufgenommen haben.

Frühjahr

Wann  Dienstag, 20. April 2027
Wo    Ulm

Wir freuen uns auf ein Wiedersehen.

Mit freundlichen Grüßen

Hanna Eiche
Stadt Ulm
netz@example.org


Chris Cedar

Thank you: Werkstatt on 20 April 2027 in Ulm
============================================

Dear Chris Cedar,

Thank you for taking part in the programme of our meeting.

Frühjahr

When       Tuesday, 20 April 2027
Where      Ulm
Your part  “Vortrag” (10:00–11:00)

We look forward to seeing you again.

Yours sincerely

Hanna Eiche
Stadt Ulm
netz@example.org
Not known to have come, no letter: Berta Birke
Not known to have come, no letter: Douglas

"#]],
    );
    same(
        &story.run("write minutes spring --format text").0,
        str![[r#"
Netz

Protokoll: Frühjahr
===================

Wann                Dienstag, 20. April 2027, 09:00–16:00 Uhr
Tatsächliches Ende  ________________________________________
Wo                  Ulm
Leitung             ________________________________________
Protokollführung    ________________________________________
Anwesend            Chris Cedar
Entschuldigt        ________________________________________

Tagesordnung und Ergebnisse
---------------------------

Vortrag

Chris Cedar

Ergebnis  ________________________________________
          ________________________________________

Maßnahmen
---------

Nr.  Was  Wer  Bis wann  Status
───────────────────────────────
  1
  2
  3
  4
  5
  6

Anlagen                ________________________________________
Verteiler              ________________________________________
Datum, Unterschriften  ________________________________________

"#]],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is said is compared whole")]
fn names_are_purged_with_the_replies_and_numbers_stay() {
    let mut story = over();
    story.ends("attended spring --all-who-said-yes c-cedar -y", 1);
    same(
        &story.run("privacy show b-birke").0,
        str![[r#"
Held about Berta Birke

Id         b-birke
Addresses  birke@köln.example
Contact    yes

Contact list

Purpose: to invite and to write to. The entry stays until somebody deletes it.

Id               b-birke
Form of address  Frau
Given name       Berta
Family name      Birke
City             Köln (koeln)
Mail             birke@köln.example
Groups           guest
Place            contacts.toml:2

Registration

Purpose: to know who comes to a meeting. Once all is settled, mostly four to
eight weeks later, `erfa privacy purge --purpose replies` puts numbers in the
place of replies.

• Frühjahr (spring): yes; with Zoë Quast (replies/spring.toml:1)

Notes about registration

Purpose: regard for diet, assistance and the like, for the host alone. They may
concern health or religion (GDPR, Art. 9); right after the meeting `erfa privacy
purge --purpose notes` deletes them.

Nothing is held.

Attendance

Purpose: to show who was at a meeting, for thanks and certificates. With the
replies `erfa privacy purge --purpose replies` puts numbers in its place too.

• Frühjahr (spring): there (replies/spring.toml:10)

Mails

Purpose: to show who was told what. The address stands in the list `list.txt`
beside each mail too. `erfa privacy purge --purpose mails` deletes both and
keeps numbers.

Nothing is held.

Ledger

Purpose: to send nothing twice. `erfa privacy purge --purpose mails` takes keys
and the server's words out of its lines.

Nothing is held.

Programmes

Purpose: the course of meetings and its record. They stay; versions that were
given out do not change any more.

Nothing is held.

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

• person = "b-birke" (.erfa/changes/000001/0.after:2)
• person = "b-birke" (.erfa/changes/000001/0.after:11)
• person = "b-birke" (.erfa/changes/000001/0.before:2)

What is not told here

Signature lists and consents to photographs are on paper, and lists are kept as
long as the funding notice demands; earlier versions may stand in git and in
backups, mails among those sent too; mails and attachments to others may hold
the programme with the name, and nothing is known of what was printed or saved
elsewhere; files that are no text (Word, Excel, PDF, pictures) were not looked
into.

"#]],
    );
    story.0 = story.0.env("ERFA_TODAY", "2027-07-01");
    same(
        &story.run("privacy purge --until 2027-06-30 --purpose replies -y").0,
        str![[r#"
To be purged of meetings before 2027-07-01
==========================================

meeting  purpose        what goes      what stays
───────────────────────────────────────────────────────────
spring   replies        2 replies      numbers of each city
spring   who was there  3 attendances  numbers of each city

Files that change
-----------------

- replies/spring.toml

This cannot be taken back, and afterwards neither can what was changed before.

Purged: 2 replies and 3 attendances. Contacts and programmes are as they were. Earlier versions may still stand in git and in backups, mails among those sent and with their recipients.

"#]],
    );
    same(
        &story.read("replies/spring.toml"),
        str![[r#"
purged = 2027-07-01

[[total]]
city = "ulm"
yes = 1
no = 0
maybe = 0
companions = 0

[[total]]
city = "koeln"
yes = 1
no = 0
maybe = 0
companions = 1
there = 2

[[total]]
yes = 0
no = 0
maybe = 0
companions = 0
there = 1

"#]],
    );
    same(
        &story.run("attended spring").0,
        str![[r#"
Frühjahr

Names were purged on 2027-07-01; their numbers are counted.

city            people
──────────────────────
Ulm                  –
Köln                 2
of no city           1
sum         at least 4

–: somebody was there; who it was is not recorded.

"#]],
    );
}
