//! What somebody writes beside the answer of their calendar program, without what the program wrote.

use crate::domain::incoming::Beside;
use crate::domain::reply::ReplyAnswer;

use super::words::text;

/// Words for answers in the sentences that calendar programs write, in small letters.
const STATES: &[&str] = &[
    "accepted",
    "declined",
    "tentative",
    "angenommen",
    "akzeptiert",
    "abgelehnt",
    "zugesagt",
    "abgesagt",
    "vorbehalt",
    "vorläufig",
    "geantwortet",
    "responded",
    "beantwortet",
];

/// Words for what is answered there.
const INVITATIONS: &[&str] = &[
    "invitation",
    "invite",
    "event",
    "meeting",
    "appointment",
    "einladung",
    "termin",
    "ereignis",
    "besprechung",
    "veranstaltung",
    "treffen",
    "anfrage",
];

/// How the subjects of answers begin.
const SUBJECTS: &[&str] = &[
    "accepted",
    "declined",
    "tentative",
    "tentatively accepted",
    "angenommen",
    "abgelehnt",
    "zugesagt",
    "abgesagt",
    "zusage",
    "absage",
    "mit vorbehalt",
    "vorläufig zugesagt",
    "vorläufig",
];

/// What programs put below mails.
const FOOTERS: &[&str] = &[
    "gesendet von",
    "von meinem",
    "sent from",
    "get outlook",
    "outlook für",
    "invitation from google",
    "einladung von google",
    "this is an automatically",
    "dies ist eine automatisch",
    "powered by",
];

/// Words by which people speak of themselves.
const ONESELF: &[&str] =
    &["ich", "wir", "mich", "mir", "uns", "mein", "meine", "i", "we", "me", "my", "us", "our"];

/// Parts of sentences that say no.
const REFUSALS: &[&str] = &[
    "absagen",
    "sage ab",
    "sagen ab",
    "abgesagt",
    "komme nicht",
    "kommen nicht",
    "nicht kommen",
    "nicht teilnehmen",
    "nehme nicht teil",
    "nicht dabei",
    "leider nicht",
    "leider doch nicht",
    "verhindert",
    "cannot come",
    "cannot attend",
    "cannot make",
    "can't come",
    "can't attend",
    "can't make",
    "won't come",
    "won't attend",
    "will not come",
    "will not attend",
    "unable to",
    "not be able",
    "have to cancel",
    "must cancel",
];

/// Parts of sentences that say yes.
const ACCEPTANCES: &[&str] = &[
    "komme doch",
    "kommen doch",
    "doch kommen",
    "doch teilnehmen",
    "bin dabei",
    "sind dabei",
    "doch dabei",
    "sage zu",
    "sagen zu",
    "nehme teil",
    "nehmen teil",
    "nehme gern",
    "will come",
    "will attend",
    "am coming",
    "are coming",
    "can come after all",
    "can attend after all",
];

/// Parts of sentences by which somebody sends somebody else.
const SENDINGS: &[&str] = &[
    "kommt für mich",
    "geht für mich",
    "nimmt für mich",
    "für mich kommt",
    "an meiner stelle",
    "an meiner statt",
    "statt meiner",
    "statt mir",
    "vertritt mich",
    "mich vertritt",
    "mich vertreten",
    "als vertretung",
    "in vertretung",
    "meine vertretung",
    "mein vertreter",
    "meine vertreterin",
    "entsende",
    "in my place",
    "instead of me",
    "on my behalf",
    "my deputy",
    "represent me",
    "in my stead",
];

/// What is left of the `lines` of a mail when what its calendar program wrote is taken away; none if that is
/// all. The `subject` is often repeated, and whoever answers is named as one of `names`.
pub(super) fn beside<'t>(
    lines: impl Iterator<Item = &'t str>,
    subject: &str,
    names: &[String],
) -> Option<Beside> {
    let subject = subject.to_lowercase();
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let tells = |line: &str| {
        let is_named = |name: &String| !name.is_empty() && line.starts_with(name.as_str());
        names.iter().any(is_named) && STATES.iter().any(|state| line.contains(state))
    };
    let mut is_below = false;
    let mut own = Vec::new();
    for line in lines {
        // A signature.
        if line == "--" {
            break;
        }
        let small = line.to_lowercase();
        let speaks = has_word(&small, ONESELF);
        let is_programs =
            is_written_by_a_program(&small) || tells(&small) || subject.contains(&small);
        is_below |= is_programs && !speaks;
        // Below its own sentence a program says what the invitation was.
        if speaks && !is_footer(&small) || !(is_below || is_programs) {
            own.push(line);
        }
    }
    let words = text(&own.join("\n"))?;
    let small = words.as_str().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let has = |parts: &[&str]| parts.iter().any(|part| small.contains(part));
    let refuses = has(REFUSALS);
    let says = [(refuses, ReplyAnswer::No), (!refuses && has(ACCEPTANCES), ReplyAnswer::Yes)];
    let says = says.into_iter().find_map(|(is_said, answer)| is_said.then_some(answer));
    Some(Beside { words, says, sends: has(SENDINGS) })
}

/// Whether a line in small letters is one that no person writes beside an answer.
fn is_written_by_a_program(line: &str) -> bool {
    let has = |parts: &[&str]| parts.iter().any(|part| line.contains(part));
    let begins = |word: &&str| line.strip_prefix(*word).is_some_and(|rest| rest.starts_with(':'));
    let is_link = line.starts_with("http") && !line.contains(' ');
    has(STATES) && has(INVITATIONS)
        || SUBJECTS.iter().any(|word| begins(word) || line == *word)
        || is_footer(line)
        || is_link
        || !line.contains(char::is_alphabetic)
}

fn is_footer(line: &str) -> bool {
    FOOTERS.iter().any(|footer| line.starts_with(footer))
}

fn has_word(line: &str, words: &[&str]) -> bool {
    line.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::beside;
    use crate::domain::reply::ReplyAnswer::{No, Yes};

    #[test]
    fn what_people_write_is_told_from_what_programs_write() {
        let cases = [
            ("", None),
            ("Chris Cedar has accepted your invitation.", None),
            ("Bo Nimtz hat die Einladung angenommen.\nSommertreffen\nRathaus, Markt 1", None),
            ("Accepted: Sommertreffen", None),
            ("Stadt Ulm hat zugesagt.", None),
            ("Frau Birke hat abgesagt.", Some("Frau Birke hat abgesagt.")),
            ("Sommertreffen", None),
            ("Von meinem iPhone gesendet", None),
            ("https://calendar.example.org/x", None),
            ("Ich komme mit dem Zug.\nGesendet von meinem Telefon", Some("Ich komme mit dem Zug.")),
            ("Bitte vegetarisch.", Some("Bitte vegetarisch.")),
            (
                "Bo Nimtz hat zugesagt: Termin Sommertreffen\nIch bringe eine Auszubildende mit.",
                Some("Ich bringe eine Auszubildende mit."),
            ),
            ("Gerne.\n--\nBo Nimtz\nStadt Cronfeld", Some("Gerne.")),
        ];
        for (mail, expected) in cases {
            let found =
                beside(mail.lines(), "Re: Einladung: Sommertreffen", &["Stadt Ulm".to_owned()]);
            assert_eq!(found.as_ref().map(|it| it.words.as_str()), expected, "{mail}");
        }
    }

    #[test]
    fn answers_in_words_are_seen() {
        for (words, says, sends) in [
            ("Leider muss ich doch absagen!", Some(No), false),
            ("Ich kann leider nicht, Frau Solms kommt für mich.", Some(No), true),
            ("Meine Kollegin kommt an meiner Stelle.", None, true),
            ("Nun bin ich doch dabei.", Some(Yes), false),
            ("Für mich bitte vegetarisch.", None, false),
            ("I will not attend after all.", Some(No), false),
        ] {
            let found = beside(words.lines(), "", &[]).unwrap();
            assert_eq!((found.says, found.sends), (says, sends), "{words}");
        }
    }
}
