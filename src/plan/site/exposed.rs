//! Whose addresses and numbers stand on pages for everybody, because somebody wrote them into a text.

use std::collections::{BTreeSet, HashMap};

use crate::domain::contact::Mail;
use crate::domain::id::ContactId;
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
    /// Those of everybody in the contacts of `workspace`.
    pub fn of(workspace: &Workspace) -> Self {
        let (mut addresses, mut numbers) = (HashMap::new(), HashMap::new());
        for (id, contact) in workspace.numbered_contacts() {
            if let Mail::At(mail) = &contact.mail {
                addresses.extend(address_key(mail.as_str()).map(|key| (key, id)));
            }
            let number = contact.phone.as_ref().map(|phone| digits(phone.as_str()));
            numbers.extend(number.filter(|it| it.len() >= FEWEST_DIGITS).map(|it| (it, id)));
        }
        Self { addresses, numbers }
    }

    /// Those whose address or number stands in `text`.
    pub fn in_text(&self, text: &str) -> BTreeSet<ContactId> {
        let is_of_address = |letter: char| letter.is_alphanumeric() || ".@_-+%'".contains(letter);
        let words = text.split(|letter| !is_of_address(letter)).filter(|word| word.contains('@'));
        let addresses = words.filter_map(|word| {
            // A full stop ends the sentence.
            let key = address_key(word.trim_matches(['.', '\'', '-']))?;
            self.addresses.get(&key).copied()
        });
        let is_of_number =
            |letter: char| letter.is_ascii_digit() || " \u{a0}+/()-–".contains(letter);
        let runs = text.split(|letter| !is_of_number(letter)).map(digits);
        let numbers = runs.filter_map(|run| self.numbers.get(&run).copied());
        addresses.chain(numbers).collect()
    }
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
    use super::Private;
    use crate::example::workspace;

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
        ] {
            assert_eq!(private.in_text(text).len(), 1, "{text}");
        }
        for text in
            ["post@example.org", "ada.aue@new.example.org", "03641 4711-21", "10:00–12:00", "2027"]
        {
            assert!(private.in_text(text).is_empty(), "{text}");
        }
    }
}
