//! What nobody can tell for certain is listed for a person, and recorded by nobody.

use snapbox::str;

use super::samples::{Sample, bounce, words};
use super::{FILE, invited, put, written};
use crate::harness::same;
use crate::outbox::story::Story;

/// Calendars of which none tells for certain who comes.
fn doubtful() -> Story {
    let story = invited();
    let birke = Sample::birke;
    put(&story, "a-delegated.eml", birke("DELEGATED").outlook());
    put(&story, "b-undecided.eml", birke("NEEDS-ACTION").outlook());
    put(&story, "c-strange.eml", birke("X-GERNE").outlook());
    put(&story, "d-counter.eml", birke("TENTATIVE").with_method("COUNTER"));
    put(&story, "e-request.eml", birke("ACCEPTED").with_method("REQUEST"));
    put(&story, "f-request.ics", birke("ACCEPTED").ics().replace("METHOD:REPLY", "METHOD:REQUEST"));
    put(&story, "g-foreign.ics", Sample { uid: "other@example.com", ..birke("ACCEPTED") }.ics());
    put(
        &story,
        "h-forged.eml",
        Sample { from: "Eve <eve@example.net>", ..birke("ACCEPTED") }.google(),
    );
    put(&story, "i-unknown.ics", Sample { attendee: "eve@example.net", ..birke("ACCEPTED") }.ics());
    put(&story, "j-future.ics", Sample { stamp: "20991123T081500Z", ..birke("ACCEPTED") }.ics());
    put(&story, "k-no-time.ics", birke("ACCEPTED").ics().replace("DTSTAMP:2026", "X-STAMP:2026"));
    put(
        &story,
        "l-part.ics",
        Sample { more: "RECURRENCE-ID:20270420T070000Z\n", ..birke("ACCEPTED") }.ics(),
    );
    put(
        &story,
        "m-two.ics",
        Sample { more: "ATTENDEE;PARTSTAT=ACCEPTED:mailto:x@example.net\n", ..birke("ACCEPTED") }
            .ics(),
    );
    put(&story, "n-nobody.ics", birke("ACCEPTED").ics().replace("ATTENDEE", "X-ATTENDEE"));
    story
}

#[test]
fn calendars_that_do_not_tell_are_listed() {
    let mut story = doubtful();
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 14

• in/a-delegated.eml, Berta Birke <birke@xn--kln-sna.example>: Berta Birke sends
  somebody else, and does not say whom

  erfa replies set b-birke no --substitute … --meeting spring

• in/b-undecided.eml, Berta Birke <birke@xn--kln-sna.example>: leaves the answer
  open

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/c-strange.eml, Berta Birke <birke@xn--kln-sna.example>: `X-GERNE` says
  neither yes nor no

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/d-counter.eml, Berta Birke <birke@xn--kln-sna.example>: proposes another
  time

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/e-request.eml, Berta Birke <birke@xn--kln-sna.example>: holds no words

  “Termin”

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/f-request.ics: is no reply, but `REQUEST`

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/g-foreign.ics: answers an entry that is not ours: `other@example.com`

• in/h-forged.eml, Eve <eve@example.net>: answers for
  `birke@xn--kln-sna.example`, but comes from another address

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/i-unknown.ics: `eve@example.net` belongs to no contact and no city

• in/j-future.ics: comes from the future: 2099-11-23

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/k-no-time.ics: does not say when it was written

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/l-part.ics: answers for a part alone

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/m-two.ics: answers for several at once

• in/n-nobody.ics: does not say who answers

"#]],
    );
    assert!(!story.path(FILE).exists());
}

#[test]
fn the_reasons_read_well_in_german() {
    let mut story = doubtful();
    story.0 = story.0.german();
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Gelesene Antworten

Nichts Neues zu vermerken.

Für Sie zu klären: 14

• in/a-delegated.eml, Berta Birke <birke@xn--kln-sna.example>: Berta Birke lässt
  jemand anderen kommen und sagt nicht, wen

  erfa replies set b-birke no --substitute … --meeting spring

• in/b-undecided.eml, Berta Birke <birke@xn--kln-sna.example>: lässt die Antwort
  offen

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/c-strange.eml, Berta Birke <birke@xn--kln-sna.example>: `X-GERNE` heißt
  weder Zusage noch Absage

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/d-counter.eml, Berta Birke <birke@xn--kln-sna.example>: schlägt eine andere
  Zeit vor

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/e-request.eml, Berta Birke <birke@xn--kln-sna.example>: enthält keine Worte

  „Termin“

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/f-request.ics: ist keine Antwort, sondern `REQUEST`

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/g-foreign.ics: beantwortet einen fremden Termin: `other@example.com`

• in/h-forged.eml, Eve <eve@example.net>: antwortet für
  `birke@xn--kln-sna.example`, kommt aber von einer anderen Adresse

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/i-unknown.ics: `eve@example.net` gehört zu keinem Kontakt und keiner Stadt

• in/j-future.ics: kommt aus der Zukunft: 23.11.2099

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/k-no-time.ics: sagt nicht, wann die Antwort entstand

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/l-part.ics: antwortet nur für einen Teil

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/m-two.ics: antwortet für mehrere zugleich

• in/n-nobody.ics: sagt nicht, wer antwortet

"#]],
    );
}

#[test]
fn whoever_answers_on_behalf_is_named() {
    let mut story = invited();
    let sent_by = Sample::birke("ACCEPTED").outlook();
    // The part is coded; the bare calendar shows better what is meant.
    let calendar = Sample::birke("ACCEPTED").with_method("REPLY");
    let calendar = calendar.replace(";RSVP=TRUE", ";SENT-BY=\"mailto:vorzimmer@example.org\"");
    let calendar = calendar.replacen(
        "Berta Birke <birke@xn--kln-sna.example>",
        "Vorzimmer <vorzimmer@example.org>",
        1,
    );
    put(&story, "a.eml", calendar);
    put(
        &story,
        "b.eml",
        sent_by.replacen(
            "Berta Birke <birke@xn--kln-sna.example>",
            "Vorzimmer <vorzimmer@example.org>",
            1,
        ),
    );
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 2

• in/a.eml, Vorzimmer <vorzimmer@example.org>: `vorzimmer@example.org` belongs
  to no contact and no city

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/b.eml, Vorzimmer <vorzimmer@example.org>: answers for
  `birke@xn--kln-sna.example`, but comes from another address

  erfa replies set b-birke yes|no|maybe --meeting spring

"#]],
    );
}

#[test]
fn machines_are_called_what_they_are() {
    let mut story = written();
    let birke = "Berta Birke <birke@xn--kln-sna.example>";
    put(&story, "a.eml", words(birke, "Auto-Submitted: auto-replied\n", "Ich bin im Urlaub."));
    put(&story, "b.eml", words(birke, "X-Autoreply: yes\n", "Ich bin im Urlaub."));
    put(
        &story,
        "c.eml",
        words(birke, "", "Im Büro.").replace("AW: Einladung", "Automatische Antwort: Einladung"),
    );
    put(&story, "d.eml", bounce("birke@xn--kln-sna.example", "failed", "5.1.1"));
    put(&story, "e.eml", bounce("nobody@example.com", "delayed", "4.4.7"));
    put(&story, "f.eml", bounce("", "failed", "5.1.1"));
    put(
        &story,
        "g.eml",
        Sample::birke("ACCEPTED").google().replace("auto-generated", "auto-replied"),
    );
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 7

• in/a.eml, Berta Birke <birke@xn--kln-sna.example>: automatic reply
• in/b.eml, Berta Birke <birke@xn--kln-sna.example>: automatic reply
• in/c.eml, Berta Birke <birke@xn--kln-sna.example>: automatic reply
• in/d.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: says of a
  mail to `birke@xn--kln-sna.example` that it could not be delivered, but none
  was sent
• in/e.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: not yet
  delivered to `nobody@example.com` (4.4.7)
• in/f.eml, Mail Delivery System <MAILER-DAEMON@mail.example.org>: report of a
  mail server that names no address
• in/g.eml, Berta Birke <birke@xn--kln-sna.example>: automatic reply

"#]],
    );
    assert!(!story.path(FILE).exists());
}

#[test]
fn words_and_strangers_are_left_to_a_person() {
    let mut story = invited();
    let birke = "Berta Birke <birke@xn--kln-sna.example>";
    put(
        &story,
        "a.eml",
        words(birke, "References: <x@y> <spring.invitation.1.b-birke@example.org>\n", "Gern!"),
    );
    put(&story, "b.eml", words("Eve \u{1b}[31m <eve@example.net>", "", "Hallo \u{1b}[2J\u{202e}!"));
    put(&story, "c.eml", words(birke, "", &"sehr ".repeat(200)));
    put(
        &story,
        "d.eml",
        words(
            "Douglas <douglas@example.org>",
            "In-Reply-To: <spring.invitation.1.gone@example.org>\n",
            "Ja",
        ),
    );
    same(
        &story.run("replies read in --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 4

• in/a.eml, Berta Birke <birke@xn--kln-sna.example>: answers in words

  “Gern!”

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/b.eml, Eve [31m <eve@example.net>: `eve@example.net` belongs to no contact
  and no city

  “Hallo [2J !”

• in/c.eml, Berta Birke <birke@xn--kln-sna.example>: answers in words

  “sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr
  sehr sehr sehr sehr sehr sehr sehr sehr sehr …”

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/d.eml, Douglas <douglas@example.org>: `douglas@example.org` belongs to no
  contact and no city

  “Ja”

"#]],
    );
    same(
        &story.run("replies read in --meeting spring --yes").0,
        str![[r#"
Replies read

Nothing new to record.

For you to look at: 4

• in/a.eml, Berta Birke <birke@xn--kln-sna.example>: answers in words

  “Gern!”

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/b.eml, Eve [31m <eve@example.net>: `eve@example.net` belongs to no contact
  and no city

  “Hallo [2J !”

• in/c.eml, Berta Birke <birke@xn--kln-sna.example>: answers in words

  “sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr sehr
  sehr sehr sehr sehr sehr sehr sehr sehr sehr …”

  erfa replies set b-birke yes|no|maybe --meeting spring

• in/d.eml, Douglas <douglas@example.org>: `douglas@example.org` belongs to no
  contact and no city

  “Ja”

"#]],
    );
}
