//! Why a person must look at a reply: a stable word, and a sentence.

use chrono::Timelike as _;

use crate::domain::incoming::Delivery;
use crate::plan::post::reply::judge::Why;
use crate::text::{ClockStyle, DateStyle, Language, list};

mod faults;

use faults::{
    asked_again, english_fault, german_fault, no_with_company, no_words, yes_with_substitute,
};

/// The stable word.
pub(super) fn code(why: &Why) -> &'static str {
    match why {
        Why::UnknownSender(_) => "unknown-sender",
        Why::SharedAddress(..) => "shared-address",
        Why::Gone(_) => "no-contact-any-more",
        Why::UnknownMeeting(_) => "unknown-meeting",
        Why::UnreadMeeting(_) => "unread-meeting",
        Why::OtherMeeting => "other-meeting",
        Why::Forged(_) => "other-sender",
        Why::NamesAnother(_) => "names-another",
        Why::OldFacts(..) => "old-facts",
        Why::OtherDay(_) => "other-day",
        Why::OtherTime { .. } => "other-time",
        Why::NoDay | Why::DayOfMove(_) | Why::UndatedMove => "no-day",
        Why::AskedAgain(_) => "asked-again",
        Why::Delegated { .. } => "delegated",
        Why::Undecided => "undecided",
        Why::Counter => "counter-proposal",
        Why::OtherMethod(_) => "no-reply",
        Why::OtherStatus(_) => "other-status",
        Why::NoAttendee => "no-attendee",
        Why::SeveralAttendees => "several-attendees",
        Why::Partial => "partial",
        Why::NoTime => "no-time",
        Why::Future(_) => "future",
        Why::Contradiction => "contradiction",
        Why::Undated => "undated",
        Why::UndatedEntry => "undated-entry",
        Why::Words => "words",
        Why::NoWords(_) => "no-words",
        Why::Automatic => "automatic",
        Why::Delivery(delivery) => match delivery.action.as_str() {
            "failed" => "delivery-failed",
            "delayed" => "delivery-delayed",
            _ => "delivery-report",
        },
        Why::NeverSent(_) => "never-sent",
        Why::EmptyReport => "delivery-report",
        Why::NoPerson => "no-person",
        Why::UnknownPerson(..) => "unknown-person",
        Why::AmbiguousPerson(..) => "ambiguous-person",
        Why::TwoPeople => "two-people",
        Why::NoMeeting => "no-meeting",
        Why::BadAnswer(_) => "bad-answer",
        Why::BadNames(_) => "bad-names",
        Why::BadDate(_) => "bad-date",
        Why::OwnCompany(_) => "own-company",
        Why::NoWithCompany => "no-with-company",
        Why::YesWithSubstitute => "yes-with-substitute",
        Why::Dayless => "dayless",
        Why::Fault(_) => "unreadable",
    }
}

/// The sentence.
pub(super) fn words(why: &Why, language: Language) -> String {
    match language {
        Language::German => german(why),
        Language::English => english(why),
    }
}

fn german(why: &Why) -> String {
    let one_of = |ids: &[String]| list::or(ids, Language::German);
    match why {
        Why::UnknownSender(address) => {
            format!("`{address}` gehört zu keinem Kontakt und keiner Stadt")
        }
        Why::SharedAddress(address, ids) => format!("`{address}` haben mehrere: {}", one_of(ids)),
        Why::Gone(name) => {
            format!("{name} wurde angeschrieben, steht aber nicht mehr in `contacts.toml`")
        }
        Why::UnknownMeeting(uid) if uid.is_empty() => "nennt keinen Termin".to_owned(),
        Why::UnknownMeeting(uid) => format!("beantwortet einen fremden Termin: `{uid}`"),
        Why::UnreadMeeting(uid) => format!(
            "beantwortet einen fremden Termin oder ein Treffen, dessen Datei nicht lesbar ist: `{uid}`"
        ),
        Why::OtherMeeting => "betrifft ein anderes Treffen".to_owned(),
        Why::Forged(address) => {
            format!("antwortet für `{address}`, kommt aber von einer anderen Adresse")
        }
        Why::NamesAnother(name) => format!("kommt von dieser Adresse, nennt aber „{name}“"),
        Why::OldFacts(answered, last) => format!(
            "beantwortet einen überholten Stand (Revision {answered}, zuletzt {last}): Zeit oder Ort sind seitdem anders, oder es ist abgesagt"
        ),
        Why::OtherDay(Some(day)) => format!(
            "beantwortet den {}; an diesem Tag ist das Treffen nicht",
            numeric(*day, Language::German)
        ),
        Why::OtherDay(None) => "kam, als das Treffen noch keinen Tag hatte".to_owned(),
        Why::OtherTime { answered, now } => format!(
            "beantwortet den Beginn um {}; das Treffen beginnt um {}",
            clock(*answered, Language::German),
            clock(*now, Language::German)
        ),
        Why::AskedAgain(day) => asked_again(*day, Language::German),
        Why::NoDay => {
            "das Treffen wurde verlegt, und die Zeile sagt nicht, ob der neue Tag gemeint ist: \
             das täte der Tag des Treffens (Spalte `Termin`) oder der, an dem die Antwort kam \
             (Spalte `Eingang`)"
                .to_owned()
        }
        Why::DayOfMove(day) => format!(
            "kam am {}, dem Tag, an dem das Treffen verlegt wurde: ob der neue Tag gemeint ist, \
             sagt nur eine Spalte `Termin`",
            numeric(*day, Language::German)
        ),
        Why::UndatedMove => {
            "das Treffen wurde verlegt, und nirgends steht, wann: ob der neue Tag gemeint ist, \
             sagt nur eine Spalte `Termin`"
                .to_owned()
        }
        Why::Delegated { from, to, .. } => delegated(from, to, Language::German),
        Why::Undecided => "lässt die Antwort offen".to_owned(),
        Why::Counter => "schlägt eine andere Zeit vor".to_owned(),
        Why::OtherMethod(method) if method.is_empty() => {
            "ist ein Kalender, aber keine Antwort".to_owned()
        }
        Why::OtherMethod(method) => format!("ist keine Antwort, sondern `{method}`"),
        Why::OtherStatus(status) => format!("`{status}` heißt weder Zusage noch Absage"),
        Why::NoAttendee => "sagt nicht, wer antwortet".to_owned(),
        Why::SeveralAttendees => "antwortet für mehrere zugleich".to_owned(),
        Why::Partial => "antwortet nur für einen Teil".to_owned(),
        Why::NoTime => "sagt nicht, wann die Antwort entstand".to_owned(),
        Why::Future(moment) => format!("kommt aus der Zukunft: {}", day(*moment, Language::German)),
        Why::Contradiction => "eine andere Antwort derselben Zeit sagt etwas anderes".to_owned(),
        Why::Undated => "hat kein Datum, und eine andere Antwort liegt vor".to_owned(),
        Why::UndatedEntry => {
            "was vermerkt ist, hat kein `received`; niemand kann sagen, was neuer ist".to_owned()
        }
        Why::Words => "antwortet in Worten".to_owned(),
        Why::NoWords(attached) => no_words(attached, Language::German),
        Why::Automatic => "automatische Antwort".to_owned(),
        Why::Delivery(delivery) => german_delivery(delivery),
        Why::NeverSent(delivery) => format!(
            "meldet eine Mail an `{}` als unzustellbar, die nie versandt wurde",
            delivery.address
        ),
        Why::EmptyReport => "Bericht eines Mailservers, der keine Adresse nennt".to_owned(),
        Why::NoPerson => "die Zeile nennt niemanden".to_owned(),
        Why::UnknownPerson(name, near) => {
            let near = near.as_ref().map(|near| format!("; meinten Sie `{near}`?"));
            format!("`{name}` ist weder Kontakt noch Stadt{}", near.unwrap_or_default())
        }
        Why::AmbiguousPerson(name, ids) => format!("`{name}` heißen mehrere: {}", one_of(ids)),
        Why::TwoPeople => "Name und Adresse gehören zu zweierlei".to_owned(),
        Why::NoMeeting => "es gibt kein Treffen, zu dem die Zeile gehören könnte".to_owned(),
        Why::BadAnswer(found) => format!("`{found}` heißt weder ja noch nein noch vielleicht"),
        Why::BadNames(found) => format!(
            "aus `{found}` geht nicht sicher hervor, wer kommt; zwischen zwei Personen steht am besten ein Semikolon"
        ),
        Why::BadDate(found) => format!("`{found}` ist kein Datum wie 09.11.2026"),
        Why::OwnCompany(name) => {
            format!("nennt „{name}“ als Begleitung oder Vertretung, von der die Antwort selbst ist")
        }
        Why::NoWithCompany => no_with_company(Language::German).to_owned(),
        Why::YesWithSubstitute => yes_with_substitute(Language::German).to_owned(),
        Why::Dayless => {
            "das Treffen hat keinen Tag, auf den sich eine Antwort beziehen könnte".to_owned()
        }
        Why::Fault(fault) => german_fault(fault),
    }
}

/// That somebody has said who is to come instead.
fn delegated(from: &str, to: &[String], language: Language) -> String {
    let names = list::and(to, language);
    match (language, to.is_empty()) {
        (Language::German, true) => {
            format!("{from} lässt jemand anderen kommen und sagt nicht, wen")
        }
        (Language::German, false) => format!("{from} lässt jemand anderen kommen: {names}"),
        (Language::English, true) => format!("{from} sends somebody else, and does not say whom"),
        (Language::English, false) => format!("{from} sends somebody else: {names}"),
    }
}

/// What became of a mail, by the report of a mail server.
fn german_delivery(delivery: &Delivery) -> String {
    let status = delivery.status.as_ref().map(|status| format!(" ({status})"));
    let status = status.unwrap_or_default();
    let address = &delivery.address;
    match delivery.action.as_str() {
        "failed" => format!("unzustellbar an `{address}`{status}"),
        "delayed" => format!("noch nicht zugestellt an `{address}`{status}"),
        "displayed" => format!("Lesebestätigung von `{address}`"),
        _ => format!("Zustellbericht über `{address}`{status}"),
    }
}

fn english(why: &Why) -> String {
    let one_of = |ids: &[String]| list::or(ids, Language::English);
    match why {
        Why::UnknownSender(address) => format!("`{address}` belongs to no contact and no city"),
        Why::SharedAddress(address, ids) => {
            format!("`{address}` is that of several: {}", one_of(ids))
        }
        Why::Gone(name) => format!("{name} was written to, but is not in `contacts.toml` any more"),
        Why::UnknownMeeting(uid) if uid.is_empty() => "names no entry of a calendar".to_owned(),
        Why::UnknownMeeting(uid) => format!("answers an entry that is not ours: `{uid}`"),
        Why::UnreadMeeting(uid) => {
            format!("answers an entry that is not ours, or a meeting that cannot be read: `{uid}`")
        }
        Why::OtherMeeting => "is about another meeting".to_owned(),
        Why::Forged(address) => format!("answers for `{address}`, but comes from another address"),
        Why::NamesAnother(name) => format!("comes from this address, but names “{name}”"),
        Why::OldFacts(answered, last) => format!(
            "answers old facts (revision {answered}, the last is {last}): time or place changed since, or it is cancelled"
        ),
        Why::OtherDay(Some(day)) => {
            format!("answers {}, on which the meeting is not", numeric(*day, Language::English))
        }
        Why::OtherDay(None) => "came when the meeting had no day yet".to_owned(),
        Why::OtherTime { answered, now } => format!(
            "answers a start at {}; the meeting starts at {}",
            clock(*answered, Language::English),
            clock(*now, Language::English)
        ),
        Why::AskedAgain(day) => asked_again(*day, Language::English),
        Why::NoDay => {
            "the meeting was moved, and the row does not tell whether the new day is meant: the day \
             of the meeting would (column `meeting date`), or the day on which the answer came \
             (column `received`)"
                .to_owned()
        }
        Why::DayOfMove(day) => format!(
            "came on {}, the very day on which the meeting was moved: only a column `meeting date` \
             tells whether the new day is meant",
            numeric(*day, Language::English)
        ),
        Why::UndatedMove => {
            "the meeting was moved, and nothing tells when: only a column `meeting date` tells \
             whether the new day is meant"
                .to_owned()
        }
        Why::Delegated { from, to, .. } => delegated(from, to, Language::English),
        Why::Undecided => "leaves the answer open".to_owned(),
        Why::Counter => "proposes another time".to_owned(),
        Why::OtherMethod(method) if method.is_empty() => "is a calendar, but no reply".to_owned(),
        Why::OtherMethod(method) => format!("is no reply, but `{method}`"),
        Why::OtherStatus(status) => format!("`{status}` says neither yes nor no"),
        Why::NoAttendee => "does not say who answers".to_owned(),
        Why::SeveralAttendees => "answers for several at once".to_owned(),
        Why::Partial => "answers for a part alone".to_owned(),
        Why::NoTime => "does not say when it was written".to_owned(),
        Why::Future(moment) => {
            format!("comes from the future: {}", day(*moment, Language::English))
        }
        Why::Contradiction => "another reply of the same time says something else".to_owned(),
        Why::Undated => "has no date, and there is another reply".to_owned(),
        Why::UndatedEntry => {
            "what is recorded has no `received`; nobody can say which is newer".to_owned()
        }
        Why::Words => "answers in words".to_owned(),
        Why::NoWords(attached) => no_words(attached, Language::English),
        Why::Automatic => "automatic reply".to_owned(),
        Why::Delivery(delivery) => english_delivery(delivery),
        Why::NeverSent(delivery) => format!(
            "says of a mail to `{}` that it could not be delivered, but none was sent",
            delivery.address
        ),
        Why::EmptyReport => "report of a mail server that names no address".to_owned(),
        Why::NoPerson => "the row names nobody".to_owned(),
        Why::UnknownPerson(name, near) => {
            let near = near.as_ref().map(|near| format!("; did you mean `{near}`?"));
            format!("`{name}` is no contact and no city{}", near.unwrap_or_default())
        }
        Why::AmbiguousPerson(name, ids) => format!("several are called `{name}`: {}", one_of(ids)),
        Why::TwoPeople => "name and address are of two people".to_owned(),
        Why::NoMeeting => "there is no meeting that the row could be about".to_owned(),
        Why::BadAnswer(found) => format!("`{found}` says neither yes nor no nor maybe"),
        Why::BadNames(found) => format!(
            "`{found}` does not tell for certain who comes; a semicolon is best between two people"
        ),
        Why::BadDate(found) => format!("`{found}` is no date like 2026-11-09"),
        Why::OwnCompany(name) => {
            format!("names “{name}”, whose answer it is, as a companion or a substitute")
        }
        Why::NoWithCompany => no_with_company(Language::English).to_owned(),
        Why::YesWithSubstitute => yes_with_substitute(Language::English).to_owned(),
        Why::Dayless => "the meeting has no day that anybody could answer".to_owned(),
        Why::Fault(fault) => english_fault(fault),
    }
}

/// What became of a mail, by the report of a mail server.
fn english_delivery(delivery: &Delivery) -> String {
    let status = delivery.status.as_ref().map(|status| format!(" ({status})"));
    let status = status.unwrap_or_default();
    let address = &delivery.address;
    match delivery.action.as_str() {
        "failed" => format!("could not be delivered to `{address}`{status}"),
        "delayed" => format!("not yet delivered to `{address}`{status}"),
        "displayed" => format!("read receipt of `{address}`"),
        _ => format!("delivery report about `{address}`{status}"),
    }
}

fn day(moment: chrono::DateTime<chrono::FixedOffset>, language: Language) -> String {
    numeric(moment.date_naive(), language)
}

/// "10:00 Uhr".
fn clock(time: chrono::NaiveTime, language: Language) -> String {
    let style = ClockStyle { language, ..ClockStyle::default() };
    style.with_unit(time.hour() * 60 + time.minute())
}

fn numeric(day: chrono::NaiveDate, language: Language) -> String {
    DateStyle { language, ..DateStyle::default() }.numeric(day)
}
