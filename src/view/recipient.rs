//! How those who are written to are called, greeted and found by the post.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{NoMailAddress, NoPostalAddress};
use crate::domain::contact::Contact;
use crate::domain::line::Line;
use crate::domain::meeting::Meeting;
use crate::domain::reply::{Reply, ReplyAnswer, Who};
use crate::domain::workspace::Workspace;
use crate::plan::post::recipient::{Addressee, Recipient as Chosen};
use crate::plan::post::reply::answers::{AnsweredBy, Answers, along};
use crate::plan::post::reply::day::{Since, Standing};
use crate::text::{Language, PersonName, list};
use crate::view::DocumentKind;
use crate::view::salutation;
use crate::view::spelling::{word, word_if_any};

mod postal;

/// Somebody to write to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[expect(clippy::struct_excessive_bools, reason = "each is a word that templates ask for")]
pub struct Recipient {
    /// The key of the contact or town.
    pub id: String,
    /// The full name, or the town's.
    pub name: String,
    /// The mail address, if one is known.
    pub mail: Option<String>,
    /// Language code of the letter, `de` or `en`.
    #[serde(serialize_with = "word")]
    pub language: Language,
    /// The salutation, with its comma.
    pub salutation: String,
    /// Whether the letter says du.
    pub familiar: bool,
    /// The address field, from top to bottom.
    pub address: Vec<String>,
    /// The town of the network that the recipient belongs to.
    pub city: Option<String>,
    /// The answer to the invitation: `yes`, `no` or `maybe`; the town's if there is none of the
    /// person's own.
    #[serde(serialize_with = "word_if_any")]
    pub answer: Option<ReplyAnswer>,
    /// Whether that answer is the town's, and not the person's own.
    pub answer_is_of_city: bool,
    /// Who said that they come, where it was somebody who brings or sends them.
    pub announced_by: Option<String>,
    /// Whether they answered for a day that the meeting no longer has.
    pub answered_for_another_day: bool,
    /// Whether it is not known for which day they answered.
    pub answered_unclearly: bool,
    /// Why they are asked again who answered for this day: `cancelled`, `moved`, `days`, `time` or `withdrawn`.
    #[serde(serialize_with = "word_if_any")]
    pub asked_again: Option<Since>,
    /// Who comes along.
    pub with: Vec<String>,
    /// The same, with how many more come whose names nobody said.
    pub company: Vec<String>,
    /// The names on the command line that chose them.
    pub chosen_by: Vec<String>,
    /// The keys of those who read the same mail.
    #[serde(skip)]
    pub readers: Vec<String>,
}

impl Recipient {
    /// Whether they said themselves that they come.
    pub fn said_yes(&self) -> bool {
        let is_own = !self.answer_is_of_city && self.announced_by.is_none();
        is_own && self.answer == Some(ReplyAnswer::Yes)
    }
}

/// That no mail address of somebody is known, and the way out.
pub fn no_mail_address(recipient: &Recipient, workspace: &Workspace) -> NoMailAddress {
    let Recipient { id, name, .. } = recipient;
    let is_town = workspace.city_named(id).is_some();
    NoMailAddress { id: id.clone(), name: name.clone(), is_town }
}

/// How many come along with whoever wrote `reply` and have no name, as a letter to them says it.
fn more(reply: &Reply, language: Language) -> Option<String> {
    let number = reply.said.unnamed;
    let comes = reply.said.answer == ReplyAnswer::Yes && number > 0;
    comes.then(|| match (language, number) {
        (Language::German, 1) => "eine weitere Person".to_owned(),
        (Language::German, _) => format!("{number} weitere Personen"),
        (Language::English, 1) => "one more person".to_owned(),
        (Language::English, _) => format!("{number} more people"),
    })
}

/// One of those who are `chosen`, who are written to about `meeting`, to which there are `answers`: in
/// `language`, else in their own.
pub fn recipient(
    workspace: &Workspace,
    meeting: &Meeting,
    answers: &Answers<'_>,
    chosen: &Chosen<'_>,
    language: Option<Language>,
) -> Recipient {
    let asked = language;
    let name = called(workspace, chosen.who, language);
    let language = language_of(workspace, chosen.who, language);
    let worded = Recipient {
        id: chosen.who.id(workspace).to_string(),
        name,
        mail: chosen.who.mail(workspace).map(Line::to_string),
        language,
        chosen_by: chosen.chosen_by.clone(),
        ..Recipient::default()
    };
    let who = match chosen.who {
        Addressee::Known(who) => who,
        Addressee::Gone(message) => {
            return Recipient {
                salutation: message.salutation.to_string(),
                familiar: message.familiar,
                address: vec![message.name.to_string()],
                ..worded
            };
        }
    };
    let answered = answers.of(workspace, who);
    let of_city = [AnsweredBy::City, AnsweredBy::CityForOthers];
    let is_by = |by: &[AnsweredBy]| answered.filter(|answered| by.contains(&answered.by));
    let own = is_by(&[AnsweredBy::Themselves]).map(|answered| answered.reply);
    let announced = is_by(&[AnsweredBy::Name]).map(|answered| answered.reply.from.who());
    let own_standing = answers.own_standing(workspace, meeting, who);
    let asked_again = own_standing.and_then(|standing| match standing {
        Standing::AskedAgain(since) => Some(since),
        Standing::Counts
        | Standing::Earlier(_)
        | Standing::Never(_)
        | Standing::Unknown
        | Standing::Withdrawn => None,
    });
    let name = |name: &Line| PersonName::of(name.as_str()).full();
    let with: Vec<String> =
        own.into_iter().flat_map(|reply| along(workspace, reply)).map(name).collect();
    let known = Recipient {
        city: workspace.city_of(who).map(|city| workspace.city(city).name.to_string()),
        answer: answered.map(|answered| answered.answer),
        announced_by: announced.map(|from| {
            let sender = Addressee::Known(from);
            let name = called(workspace, sender, asked);
            match (from, language_of(workspace, sender, asked)) {
                (Who::City(_), Language::German) => {
                    workspace.network.members.pick(format!("die {name}"), name)
                }
                (Who::City(_), Language::English) | (Who::Contact(_), _) => name,
            }
        }),
        answered_for_another_day: matches!(own_standing, Some(Standing::Earlier(_))),
        answered_unclearly: matches!(own_standing, Some(Standing::Never(_) | Standing::Unknown)),
        asked_again,
        answer_is_of_city: is_by(&of_city).is_some(),
        company: with.iter().cloned().chain(own.and_then(|reply| more(reply, language))).collect(),
        with,
        ..worded
    };
    match who {
        Who::Contact(id) => {
            let contact = workspace.contact(id);
            Recipient {
                salutation: salutation::salutation(contact, language),
                familiar: salutation::is_familiar(contact),
                address: address(workspace, contact, language),
                ..known
            }
        }
        Who::City(id) => {
            let city = workspace.city(id);
            let name = known.name.clone();
            Recipient {
                salutation: salutation::open(language).to_owned(),
                address: [name].into_iter().chain(postal::of_city(city).lines()).collect(),
                ..known
            }
        }
    }
}

/// `recipient` of a mail that those with the keys `readers` read as well: a confirmation expects all of them.
pub fn read_by(
    workspace: &Workspace,
    mut recipient: Recipient,
    readers: Vec<String>,
    kind: Option<DocumentKind>,
) -> Recipient {
    if kind == Some(DocumentKind::Confirmation) {
        let people = readers.iter().filter_map(|id| workspace.who(id));
        for who in people.filter(|who| matches!(who, Who::Contact(_))) {
            let name = called(workspace, Addressee::Known(who), Some(recipient.language));
            if !recipient.company.contains(&name) {
                recipient.company.push(name);
            }
        }
    }
    Recipient { readers, ..recipient }
}

/// The same people, chosen by `names`, as the one recipient of one letter: high guests are greeted by
/// name, then all others together. It has no address, neither of the post nor of mail.
pub fn together(
    workspace: &Workspace,
    chosen: &[Chosen<'_>],
    names: &[String],
    language: Option<Language>,
) -> Recipient {
    let contact = |chosen: &Chosen<'_>| match chosen.who {
        Addressee::Known(Who::Contact(id)) => Some(workspace.contact(id)),
        Addressee::Known(Who::City(_)) | Addressee::Gone(_) => None,
    };
    let contacts: Vec<&Contact> = chosen.iter().filter_map(contact).collect();
    let language = language.unwrap_or(workspace.network.language);
    Recipient {
        id: "together".to_owned(),
        name: list::and(names, language),
        language,
        // Lines of their own, as everywhere where free text is cut into paragraphs.
        salutation: salutation::together(&contacts, language).join("\n\n"),
        familiar: contacts.len() == chosen.len()
            && contacts.iter().all(|contact| salutation::is_familiar(contact)),
        chosen_by: names.to_vec(),
        ..Recipient::default()
    }
}

/// The language in which somebody is written to: `asked`, else their own, else the network's.
fn language_of(workspace: &Workspace, who: Addressee<'_>, asked: Option<Language>) -> Language {
    let own = match who {
        Addressee::Known(Who::Contact(id)) => asked.or(workspace.contact(id).language),
        Addressee::Known(Who::City(_)) => asked,
        // What they got is in a language that they read.
        Addressee::Gone(message) => Some(message.language),
    };
    own.unwrap_or(workspace.network.language)
}

/// What somebody is called in a letter in the language that is `asked` for, else in their own.
pub fn called(workspace: &Workspace, who: Addressee<'_>, asked: Option<Language>) -> String {
    match who {
        Addressee::Known(Who::Contact(id)) => salutation::full_name(workspace.contact(id)),
        Addressee::Known(Who::City(id)) => {
            let name = &workspace.city(id).name;
            match language_of(workspace, who, asked) {
                Language::German => {
                    workspace.network.members.pick(format!("Stadt {name}"), name.to_string())
                }
                Language::English => name.to_string(),
            }
        }
        Addressee::Gone(message) => message.name.to_string(),
    }
}

/// The body, its part, the office, the person, the street, the town, the country: what is known of it. The
/// address of the person's town hall stands in where the person has none.
pub(super) fn address(workspace: &Workspace, contact: &Contact, language: Language) -> Vec<String> {
    let bodies = [&contact.organisation, &contact.department];
    let mut lines: Vec<String> = bodies.into_iter().flatten().map(Line::to_string).collect();
    lines.extend(salutation::office_line(contact, language));
    lines.push(salutation::address_line(contact, language));
    lines.extend(postal::of_contact(workspace, contact).lines());
    lines
}

/// Whether a letter on paper would reach `contact`.
pub fn has_postal_address(workspace: &Workspace, contact: &Contact) -> bool {
    postal::of_contact(workspace, contact).is_complete()
}

/// A finding for each of `recipients` whom no letter on paper would reach, at the person's or town's
/// entry.
pub fn without_address<'a>(
    workspace: &Workspace,
    recipients: impl IntoIterator<Item = &'a Recipient>,
) -> Vec<Diagnostic> {
    let finding = |recipient: &Recipient| {
        // A contact and a town may have the same key.
        let contact = workspace.contact_named(&recipient.id).map(|(_, contact)| contact);
        let contact = contact.filter(|contact| salutation::full_name(contact) == recipient.name);
        let city = workspace.city_named(&recipient.id).map(|(_, city)| city);
        let (post, place) = match (contact, city) {
            (Some(contact), _) => (postal::of_contact(workspace, contact), contact.origin),
            (None, Some(city)) => (postal::of_city(city), city.origin),
            (None, None) => return None,
        };
        let name = recipient.name.clone();
        (!post.is_complete()).then(|| Diagnostic::at(place, NoPostalAddress { name }))
    };
    recipients.into_iter().filter_map(finding).collect()
}

#[cfg(test)]
mod tests;
