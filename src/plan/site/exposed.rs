//! What is not for everybody, wherever it stands: addresses and numbers of the contacts, and how to get into an
//! online meeting.

use std::collections::{BTreeSet, HashMap};

use crate::domain::contact::Mail;
use crate::domain::id::ContactId;
use crate::domain::network::Sender;
use crate::domain::workspace::Workspace;
use crate::text::address_key;

/// The fewest digits of a telephone number that is looked for: shorter ones are years, rooms and times.
const FEWEST_DIGITS: usize = 7;

/// The addresses and numbers of the contacts.
#[derive(Debug)]
pub struct Private {
    addresses: HashMap<String, ContactId>,
    numbers: HashMap<String, ContactId>,
}

impl Private {
    /// Those of everybody in the contacts of `workspace`, but for those that are meant to be known: of whoever
    /// writes for the network, and to register with.
    pub fn of(workspace: &Workspace) -> Self {
        let (mut addresses, mut numbers) = (HashMap::new(), HashMap::new());
        for (id, contact) in workspace.numbered_contacts() {
            if let Mail::At(mail) = &contact.mail {
                addresses.extend(address_key(mail.as_str()).map(|key| (key, id)));
            }
            let number = contact.phone.as_ref().map(|phone| digits(phone.as_str()));
            numbers.extend(number.filter(|it| it.len() >= FEWEST_DIGITS).map(|it| (it, id)));
        }
        let Sender { mail, phone, .. } = &workspace.network.sender;
        let meetings = workspace.meetings.iter();
        let to_register = meetings.filter_map(|meeting| meeting.registration.mail.as_ref());
        for key in to_register.chain(mail).filter_map(|mail| address_key(mail.as_str())) {
            addresses.remove(&key);
        }
        if let Some(phone) = phone {
            numbers.remove(&digits(phone.as_str()));
        }
        Self { addresses, numbers }
    }

    /// The same without those of `contacts`, who have agreed.
    #[must_use]
    pub fn without(mut self, contacts: &BTreeSet<ContactId>) -> Self {
        for known in [&mut self.addresses, &mut self.numbers] {
            known.retain(|_, contact| !contacts.contains(contact));
        }
        self
    }

    /// Those whose address or number stands in `text`.
    pub fn in_text(&self, text: &str) -> BTreeSet<ContactId> {
        // Most texts hold neither, and this is seen at once.
        let number_of_digits = text.bytes().filter(u8::is_ascii_digit).count();
        let has_address = text.contains(['@', '(', '[', '{', '&']) || text.contains(" at ");
        if number_of_digits < FEWEST_DIGITS && !has_address {
            return BTreeSet::new();
        }
        let plain = if has_address { with_signs(text) } else { String::new() };
        let is_of_address = |letter: char| letter.is_alphanumeric() || ".@_-+%'".contains(letter);
        let words = plain.split(|letter| !is_of_address(letter)).filter(|word| word.contains('@'));
        let addresses = words.filter_map(|word| {
            // A full stop ends the sentence.
            let key = address_key(word.trim_matches(['.', '\'', '-']))?;
            self.addresses.get(&key).copied()
        });
        let is_of_number =
            |letter: char| letter.is_ascii_digit() || " \u{a0}+/().-–".contains(letter);
        let runs = text.split(|letter| !is_of_number(letter));
        let numbers = runs.flat_map(numbers_in).filter_map(|run| self.numbers.get(&run).copied());
        addresses.chain(numbers).collect()
    }
}

/// The most parts of a telephone number that are written apart.
const MOST_PARTS: usize = 8;

/// What people write for the `@` and the dots of an address, so that machines do not find it.
const SIGNS: [(&str, char); 17] = [
    ("(at)", '@'),
    ("[at]", '@'),
    ("{at}", '@'),
    ("(ät)", '@'),
    ("[ät]", '@'),
    (" at ", '@'),
    ("&#64;", '@'),
    ("&#x40;", '@'),
    ("&commat;", '@'),
    ("(dot)", '.'),
    ("[dot]", '.'),
    ("{dot}", '.'),
    ("(punkt)", '.'),
    ("[punkt]", '.'),
    (" dot ", '.'),
    ("&#46;", '.'),
    ("&period;", '.'),
];

/// `text` in small letters with the signs of addresses as they are meant, and nothing between them and what
/// they stand in: "ada (at) example [dot] org".
fn with_signs(text: &str) -> String {
    let mut plain = text.to_lowercase();
    for (written, sign) in SIGNS {
        while let Some(at) = plain.find(written) {
            let before = plain[..at].trim_end().len();
            let behind = &plain[at + written.len()..];
            let behind = at + written.len() + (behind.len() - behind.trim_start().len());
            plain.replace_range(before..behind, sign.encode_utf8(&mut [0; 4]));
        }
    }
    let mut joined = String::with_capacity(plain.len());
    for (at, part) in plain.split('@').enumerate() {
        if at > 0 {
            joined.truncate(joined.trim_end().len());
            joined.push('@');
        }
        joined.push_str(if at > 0 { part.trim_start() } else { part });
    }
    joined
}

/// All telephone numbers that a run of digits and the signs between them can be read as.
fn numbers_in(run: &str) -> Vec<String> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (at, letter) in run.char_indices().filter(|(_, letter)| is_digit(*letter)) {
        match parts.last_mut().filter(|(_, end)| *end == at) {
            Some((_, end)) => *end += letter.len_utf8(),
            None => parts.push((at, at + letter.len_utf8())),
        }
    }
    let from = |first: usize| {
        let begins = parts[first].0 - usize::from(run[..parts[first].0].ends_with('+'));
        let ends = parts[first..].iter().take(MOST_PARTS).map(|(_, end)| *end);
        ends.map(move |end| digits(&run[begins..end])).collect::<Vec<_>>()
    };
    let read = (0..parts.len()).flat_map(from);
    read.filter(|number| number.len() >= FEWEST_DIGITS).collect()
}

/// What stands before a word that opens an online meeting.
const KEYS: [&str; 13] = [
    "passcode",
    "kenncode",
    "kennwort",
    "passwort",
    "password",
    "zugangscode",
    "access code",
    "meeting-id",
    "meeting id",
    "konferenz-id",
    "besprechungs-id",
    "webinar-id",
    "pin",
];

/// What addresses have in them that let whoever has them into an online meeting.
const DOORS: [&str; 5] = ["pwd=", "passwd=", "/meetup-join/", "zoom.us/j/", "meet.google.com/"];

/// Whether `text` lets its readers into an online meeting: an address that does, or a key with its word.
pub fn holds_access(text: &str) -> bool {
    let text = text.to_lowercase();
    let is_letter = |letter: &char| letter.is_alphanumeric();
    DOORS.iter().any(|door| text.contains(door))
        || KEYS.iter().any(|key| {
            text.match_indices(key).any(|(at, _)| {
                let is_word = !text[..at].chars().next_back().as_ref().is_some_and(is_letter);
                let rest = &text[at + key.len()..];
                let word =
                    rest.trim_start_matches(|letter: char| " :=„“\"'`*\u{a0}".contains(letter));
                let is_apart = word.len() < rest.len();
                let word = word.split(char::is_whitespace).next().unwrap_or_default();
                is_word && is_apart && word.chars().any(|letter| letter.is_ascii_digit())
            })
        })
}

/// The digits of a telephone number, as one dials them at home.
fn digits(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let abroad = number.trim_start().starts_with('+').then_some("49").or(Some("0049"));
    match abroad.and_then(|code| digits.strip_prefix(code)) {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None => digits,
    }
}

#[cfg(test)]
mod tests {
    use super::{Private, holds_access};
    use crate::example::workspace;

    #[test]
    fn access_is_known_by_its_key_or_its_address() {
        for text in [
            "Zoom https://zoom.example.org/w/81?pwd=GEHEIM",
            "https://us02web.zoom.us/j/8123",
            "Teams: https://teams.example.org/l/meetup-join/19%3a",
            "Meeting-ID: 812 3456",
            "Kenncode „4711“",
            "per Telefon, PIN 88123#",
            "Meeting ID 812, Passcode: ab1",
        ] {
            assert!(holds_access(text), "{text}");
        }
        for text in [
            "Zugangsdaten folgen mit der Bestätigung.",
            "Das Passwort kommt 2 Tage vorher.",
            "Online; Kennwort auf Anfrage",
            "Pinnwand 3",
            "Spin 3 in Halle 2",
            "https://www.example.org/stream/2027",
        ] {
            assert!(!holds_access(text), "{text}");
        }
    }

    #[test]
    fn addresses_and_numbers_are_found_however_they_are_written() {
        let workspace = workspace(&[
            ("network.toml", "name = \"Netz\""),
            (
                "contacts.toml",
                "[[contact]]\nid = \"ada\"\nfamily-name = \"Aue\"\nmail = \"ada.aue@example.org\"\n\
                 phone = \"+49 3641 4711-20\"\n[[contact]]\nid = \"bo\"\nfamily-name = \"Bach\"\n",
            ),
        ]);
        let private = Private::of(&workspace);
        for text in [
            "Fragen an ADA.Aue@example.org.",
            "<a href=\"mailto:ada.aue@example.org?subject=x\">",
            "Tel. 03641 4711-20",
            "(03641) 471120",
            "0049 3641/4711 20",
            "+49 (0) 3641 471120, abends",
            "03641.4711.20. 2027 gibt es mehr",
            "Am 3.12.2027 unter 03641 4711-20",
            "ada.aue (at) example.org",
            "ada.aue[at]example [dot] org",
            "ada.aue @ example.org",
            "ada.aue&#64;example.org",
            "Ada.Aue AT example.org (Aue)",
        ] {
            assert_eq!(private.in_text(text).len(), 1, "{text}");
        }
        for text in [
            "post@example.org",
            "ada.aue@new.example.org",
            "03641 4711-21",
            "10:00–12:00",
            "2027",
            "at (x)",
        ] {
            assert!(private.in_text(text).is_empty(), "{text}");
        }
    }
}
