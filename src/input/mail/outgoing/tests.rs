//! What goes out is what was made, and goes to nobody else.

use proptest::prelude::{ProptestConfig, Strategy, any, prop};
use proptest::test_runner::RngSeed;
use proptest::{prop_assert, proptest};

use super::{Outgoing, outgoing};
use crate::diagnostic::posting::Flaw;
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::outbox::Message;
use crate::source::{Origin, SourceFile, Sources};
use crate::text::Language;

const DRAFT: &str = "From: \"Hanna Eiche\" <netz@example.org>\r\n\
    To: \"Berta Birke\" <birke@xn--kln-sna.example>\r\n\
    Subject: Einladung\r\n\
    Date: Sun, 22 Nov 2026 11:00:00 +0000\r\n\
    Message-ID: <spring.invitation.1.b-birke@example.org>\r\n\
    X-Unsent: 1\r\n\
    MIME-Version: 1.0\r\n\
    Content-Type: text/plain; charset=utf-8\r\n\
    \r\n\
    Sehr geehrte Frau Birke,\r\n\
    .\r\n\
    X-Unsent: 1\r\n\
    Date: hier ist Text\r\n";

fn record() -> Message {
    let line = |words: &str| Line::new(words).unwrap();
    let file = SourceFile { path: String::new(), text: String::new() };
    Message {
        origin: Origin::new(Sources::default().add(file), 0..0),
        person: Id::new("b-birke").unwrap(),
        name: line("Berta Birke"),
        mail: line("birke@köln.example"),
        language: Language::German,
        salutation: line("Sehr geehrte Frau Birke,"),
        familiar: false,
        kind: Id::new("invitation").unwrap(),
        sequence: None,
        file: line("b-birke.eml"),
        message_id: line("spring.invitation.1.b-birke@example.org"),
        chosen_by: Vec::new(),
        actions: Vec::new(),
    }
}

fn ready(draft: &[u8]) -> Result<Outgoing, Flaw> {
    outgoing(draft, &record(), "2027-01-05T12:00:00+01:00".parse().unwrap())
}

#[test]
fn a_draft_is_dated_anew_and_no_draft_any_more() {
    let ready = ready(DRAFT.as_bytes()).unwrap();
    assert_eq!(ready.from, "netz@example.org");
    assert_eq!(ready.to, "birke@xn--kln-sna.example");
    let expected = DRAFT
        .replacen("Sun, 22 Nov 2026 11:00:00 +0000", "Tue, 5 Jan 2027 12:00:00 +0100", 1)
        .replacen("X-Unsent: 1\r\n", "", 1);
    assert_eq!(String::from_utf8(ready.content).unwrap(), expected);
}

#[test]
fn line_ends_are_mended() {
    let mended = ready(DRAFT.replace("\r\n", "\n").trim_end().as_bytes()).unwrap();
    assert_eq!(mended, ready(DRAFT.as_bytes()).unwrap());
}

#[test]
fn a_mail_to_anybody_else_does_not_go_out() {
    let recipient = Flaw::Recipient { expected: "birke@köln.example".to_owned() };
    let to = "To: \"Berta Birke\" <birke@xn--kln-sna.example>";
    let cases = [
        (to, "To: <other@example.org>", recipient.clone()),
        (to, &format!("{to},\r\n other@example.org"), recipient.clone()),
        (to, &format!("{to}\r\nTo: other@example.org"), Flaw::Header("To")),
        (to, &format!("{to}\r\nCc: other@example.org"), Flaw::Copies("Cc")),
        (to, &format!("{to}\r\nbcc: other@example.org"), Flaw::Copies("Bcc")),
        (to, &format!("From evil Mon\r\n{to}"), Flaw::NoMail),
        (to, &format!("{to}\r\nApparently-To: other@example.org"), Flaw::Copies("Apparently-To")),
        (to, "To: all: birke@xn--kln-sna.example, other@example.org;", recipient),
        ("1.b-birke", "2.b-birke", Flaw::MessageId),
        ("Date: Sun", "X-Date: Sun", Flaw::Header("Date")),
        ("Einladung", "Einladung für", Flaw::NotAscii),
        ("Einladung", "a\rBcc: other@example.org", Flaw::Line),
        ("Sehr", "Sehr\0", Flaw::Line),
        ("Sehr", &"x".repeat(999), Flaw::Line),
    ];
    for (from, to, flaw) in cases {
        let draft = DRAFT.replacen(from, to, 1);
        assert_eq!(ready(draft.as_bytes()), Err(flaw), "{draft}");
    }
    assert_eq!(ready(b""), Err(Flaw::NoMail));
    assert_eq!(ready(b"\xff"), Err(Flaw::Line));
}

proptest! {
    // The same cases every time; change the seed to look further.
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_happens_to_a_draft_it_goes_to_its_recipient_or_nowhere(ready in goes_out()) {
        prop_assert!(ready.to == "birke@xn--kln-sna.example");
        let lines: Vec<&[u8]> = ready.content.split(|byte| *byte == b'\n').collect();
        prop_assert!(lines.iter().rev().skip(1).all(|line| line.ends_with(b"\r")));
    }
}

/// Drafts that somebody has mangled, of which only those that still go out are judged.
fn goes_out() -> impl Strategy<Value = Outgoing> {
    let slips =
        (any::<prop::sample::Index>(), 0..20_usize, prop::collection::vec(any::<u8>(), 0..12));
    slips.prop_filter_map("it does not go out", |(at, length, put)| {
        let mut draft = DRAFT.as_bytes().to_vec();
        let start = at.index(draft.len());
        let end = (start + length).min(draft.len());
        draft.splice(start..end, put);
        ready(&draft).ok()
    })
}
