//! By what it is known how far something has come, in words.

use crate::plan::checklist::Evidence;
use crate::text::Language::{English, German};
use crate::text::{count, list};
use crate::view::words::Words;

/// The words; none if nothing tells of it.
pub(super) fn words(evidence: &Evidence, words: Words) -> Option<String> {
    let say = |german: &str, english: &str| Some(words.pick(german, english).to_owned());
    let language = words.language;
    match evidence {
        Evidence::Said => say("so eingetragen", "as somebody said"),
        Evidence::SaidAndMoved => say(
            "so eingetragen, vor oder nach der Verlegung",
            "as somebody said, before or after it was moved",
        ),
        Evidence::Sent(number, day) => {
            let mails = count(*number, "Mail", "Mails");
            let mails_english = count(*number, "mail", "mails");
            Some(match (language, day.map(|day| words.dates.numeric(day))) {
                (German, Some(day)) => format!("{mails} versandt, zuletzt am {day}"),
                (German, None) => format!("{mails} versandt"),
                (English, Some(day)) => format!("{mails_english} sent, the last on {day}"),
                (English, None) => format!("{mails_english} sent"),
            })
        }
        Evidence::Waiting(1, _) => say("1 Mail wartet", "1 mail waits"),
        Evidence::Waiting(number, _) => Some(match language {
            German => format!("{number} Mails warten"),
            English => format!("{number} mails wait"),
        }),
        Evidence::CameBack(1, _) => say(
            "1 Mail kam zurück; die Adresse ist zu berichtigen",
            "1 mail came back; its address is to be mended",
        ),
        Evidence::CameBack(number, _) => Some(match language {
            German => format!("{number} Mails kamen zurück; die Adressen sind zu berichtigen"),
            English => format!("{number} mails came back; their addresses are to be mended"),
        }),
        Evidence::Status(status) => Some(match language {
            German => format!("das Treffen ist „{}“", status.name(language)),
            English => format!("the meeting is {}", status.name(language)),
        }),
        Evidence::Placed => say("steht fest", "it is settled"),
        Evidence::Certain(number) => Some(match language {
            // That nobody is marked as asked is not that somebody has agreed.
            German => {
                format!("{}, niemand nur angefragt", count(*number, "Person", "Personen"))
            }
            English => format!("{}, nobody only asked", count(*number, "person", "people")),
        }),
        Evidence::Invited => say("die Einladung ist hinaus", "the invitation is out"),
        Evidence::Asked(number, left) => {
            let (people, items) = (
                words.pick(
                    count(*number, "Person", "Personen").to_string(),
                    count(*number, "person", "people").to_string(),
                ),
                words.pick(
                    count(*left, "Programmpunkt", "Programmpunkte").to_string(),
                    count(*left, "item", "items").to_string(),
                ),
            );
            let open = [(*number, people), (*left, items)].into_iter().filter(|(it, _)| *it > 0);
            let open = list::and(open.map(|(_, words)| words), language);
            Some(format!("{open} {}", words.pick("noch offen", "still open")))
        }
        Evidence::Nobody => say("noch niemand genannt", "nobody is named yet"),
        Evidence::Released(number) => Some(match language {
            German => format!("Fassung {number}"),
            English => format!("version {number}"),
        }),
        Evidence::Changed(number) => Some(match language {
            German => format!("geändert seit Fassung {number}"),
            English => format!("changed since version {number}"),
        }),
        Evidence::AllAnswered => say("alle haben geantwortet", "everybody has answered"),
        Evidence::Unanswered(number) => Some(match language {
            German => format!("{number} ohne Antwort"),
            English => format!("{number} without answer"),
        }),
        Evidence::Kept => say("liegt in `minutes/`", "they lie in `minutes/`"),
        Evidence::None => None,
    }
}
