//! Whatever people write: one mail, its own headers, the same bytes.

use chrono::DateTime;
use proptest::prelude::{Strategy, any};
use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::{Attachment, Correspondent, Enclosures, Invite, Mail, MailFault, eml, eml_with};
use crate::text::Language;
use crate::view::Method;

/// The headers of a message with everything, in their order.
const HEADERS: [&str; 9] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Content-Language",
    "X-Unsent",
    "MIME-Version",
    "Content-Type",
];

fn mail(words: &str) -> Mail {
    Mail {
        from: Correspondent { name: Some(words.to_owned()), address: "a@example.org".to_owned() },
        to: Correspondent {
            name: Some(words.to_owned()),
            address: "stadt@müller.example".to_owned(),
        },
        subject: words.to_owned(),
        date: DateTime::parse_from_rfc3339("2027-01-05T12:00:00+01:00").unwrap(),
        message_id: "ulm.invitation.1.h-eiche@example.org".to_owned(),
        language: Language::German,
        body: words.to_owned(),
    }
}

fn whole(words: &str) -> Vec<u8> {
    let attachment = Attachment::new("programm.docx", "application/msword", vec![7; 3000]).unwrap();
    let enclosures = Enclosures {
        html: Some(words),
        invite: Some(Invite { method: Method::Request, calendar: words }),
        attachments: &[attachment],
    };
    eml_with(&mail(words), &enclosures).unwrap()
}

/// What tears headers apart where it is not taken care of.
fn words() -> impl Strategy<Value = String> {
    let nasty = prop_oneof![
        "\r\nBcc: x@example\\.org\r\n\r\n",
        "\n\n--=_[0-9a-f]{16}_1--\n",
        "[\r\n\0\"\\\\<>,;:@()\t\u{85}\u{2028}\u{200f}\u{202e}=?]{1,40}",
        "[א-ת \u{200f}]{0,60}",
        "[A-Za-z]{500}",
        "[äöü ]{500}",
    ];
    let plain = any::<String>();
    prop_oneof![nasty, plain, (nasty_word(), plain).prop_map(|(a, b)| format!("{b}{a}{b}"))]
}

fn nasty_word() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "\r\nX-Evil: 1",
        "\r",
        "\n",
        "\r\n\r\n",
        "=?utf-8?b?DQo=?=",
        "\0",
    ])
}

/// The names of the headers at the top of a message.
fn headers(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let head = text.split("\r\n\r\n").next().unwrap().to_owned();
    let lines = head.split("\r\n").filter(|line| !line.starts_with([' ', '\t']));
    lines.map(|line| line.split(':').next().unwrap().to_owned()).collect()
}

proptest! {
    #[test]
    fn nothing_begins_a_header_of_its_own(words in words()) {
        let bytes = whole(&words);
        let mut names = headers(&bytes);
        names.sort_unstable();
        let mut expected = HEADERS.map(str::to_owned).to_vec();
        expected.sort_unstable();
        prop_assert_eq!(names, expected);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        prop_assert!(text.is_ascii());
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
        // Nobody's words end a part: the same boundaries in every message of this Message-ID.
        let parts = text.matches("\r\n--=_").count();
        prop_assert_eq!(parts, whole("x").windows(6).filter(|found| found == b"\r\n--=_").count());
    }

    #[test]
    fn the_same_mail_is_the_same_bytes(words in words()) {
        prop_assert_eq!(whole(&words), whole(&words));
        prop_assert_eq!(eml(&mail(&words)).unwrap(), eml(&mail(&words)).unwrap());
    }
}

#[test]
fn addresses_are_ascii_or_refused() {
    let text = String::from_utf8(eml(&mail("Müller")).unwrap()).unwrap();
    assert!(
        text.contains("To: =?utf-8?b?TcO8bGxlcg==?= <stadt@xn--mller-kva.example>\r\n"),
        "{text}"
    );
    for address in ["", "a", "a@", "@b", "bürger@example.org", "a@b c", "a@example.org\r\nBcc: b@c"]
    {
        let to = Correspondent { name: None, address: address.to_owned() };
        let fault = eml(&Mail { to, ..mail("x") }).unwrap_err();
        assert_eq!(fault, MailFault::BadAddress(address.to_owned()));
    }
}

#[test]
fn names_of_files_are_plain() {
    for name in ["", "Größe.pdf", "a\r\nb", "a b.pdf", "a\"b"] {
        assert!(Attachment::new(name, "application/pdf", Vec::new()).is_err(), "{name}");
    }
    assert!(Attachment::new("a.pdf", "kein Typ", Vec::new()).is_err());
}
