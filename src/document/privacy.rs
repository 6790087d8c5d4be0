//! What is known of a person, as an answer that can be handed on once somebody has looked at it.

use super::model::{Block, Document, Fact, Inline};
use super::outbox::{day, moment};
use crate::text::{Language, list};
use crate::view::Event;
use crate::view::finding::FilePlace;
use crate::view::privacy::{
    AgreedAction, AttendanceEntry, ContactKey, Known, LedgerLine, Mail, Mention, Note,
    PartInMeeting, PartKind, ReplyEntry, ReplyPart, TopicSide, TopicStake,
};

mod words;

use words::{Purpose, role};

/// Everything by purpose, each with why it is kept and what ends it.
pub fn known(known: &Known, language: Language) -> Document {
    let person = &known.person;
    let name = person.name.clone().or_else(|| person.mails.first().cloned());
    let name = name.or_else(|| person.keys.first().cloned()).unwrap_or_default();
    let title = match language {
        Language::German => format!("Gespeichert zu {name}"),
        Language::English => format!("Held about {name}"),
    };
    let mut blocks = vec![Block::Heading(1, vec![Inline::text(&title)])];
    blocks.push(Block::Facts(facts(vec![
        (language.pick("Kennung", "Id"), person.keys.join(", ")),
        (language.pick("Adressen", "Addresses"), person.mails.join(", ")),
        (
            language.pick("Kontakt", "Contact"),
            if person.is_contact {
                language.pick("ja", "yes")
            } else {
                language.pick("nein", "no")
            }
            .to_owned(),
        ),
    ])));
    let contact = known.contact_list.entries.iter().map(|entry| {
        let fields = entry.fields.iter().map(|one| {
            let value = match (&one.name, one.key) {
                (Some(name), _) => called(name, &one.value),
                (None, ContactKey::Familiar) => language.pick("ja", "yes").to_owned(),
                (None, _) => one.value.clone(),
            };
            (one.key.name(language), value)
        });
        Block::Facts(facts(fields.chain([place_fact(&entry.place, language)]).collect()))
    });
    let sections: [(Purpose, Vec<Block>); 11] = [
        (Purpose::ContactList, contact.collect()),
        (Purpose::Replies, replies(&known.replies.entries, language)),
        (Purpose::Notes, notes(&known.notes.entries, language)),
        (Purpose::Attendance, attendance(&known.attendance.entries, language)),
        (Purpose::Mails, known.mails.entries.iter().flat_map(|one| mail(one, language)).collect()),
        (Purpose::Ledger, ledger(&known.ledger.entries, language)),
        (Purpose::Programmes, programmes(&known.programmes.entries, language)),
        (Purpose::Actions, actions(&known.actions.entries, language)),
        (Purpose::Minutes, mentions(&known.minutes.entries, language)),
        (Purpose::Topics, topics(&known.topics.entries, language)),
        (Purpose::Further, mentions(&known.further.entries, language)),
    ];
    for (purpose, content) in sections {
        let (heading, why) = purpose.words(language);
        blocks.push(Block::Heading(2, vec![Inline::text(heading)]));
        blocks.push(Block::paragraph(why));
        if content.is_empty() {
            blocks.push(Block::paragraph(language.pick("Nichts gespeichert.", "Nothing is held.")));
        }
        blocks.extend(content);
    }
    let (heading, words) = Purpose::NotHeld.words(language);
    blocks.push(Block::Heading(2, vec![Inline::text(heading)]));
    blocks.push(Block::paragraph(words));
    Document::new(language, title, blocks)
}

/// A name with the key behind it that files have for it.
fn called(name: &str, key: &str) -> String {
    if name == key { key.to_owned() } else { format!("{name} ({key})") }
}

fn facts(facts: Vec<(&str, String)>) -> Vec<Fact> {
    let known = facts.into_iter().filter(|(_, words)| !words.is_empty());
    known.map(|(label, words)| Fact::new(label, words)).collect()
}

fn place_fact(place: &FilePlace, language: Language) -> (&'static str, String) {
    (language.pick("Stelle", "Place"), place.to_string())
}

/// A list of lines, or nothing if there are none.
fn lines(lines: impl Iterator<Item = String>) -> Vec<Block> {
    let entries: Vec<_> = lines.map(|line| vec![Block::paragraph(line)]).collect();
    if entries.is_empty() { Vec::new() } else { vec![Block::List(None, entries)] }
}

/// What there is, joined, with the place behind it.
fn line(parts: impl IntoIterator<Item = String>, place: &FilePlace) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} ({})", parts.join("; "), place)
}

fn replies(entries: &[ReplyEntry], language: Language) -> Vec<Block> {
    let answer = |entry: &ReplyEntry| match (entry.part, entry.answer) {
        (ReplyPart::Companion, _) => {
            language.pick("kommt mit jemandem mit", "comes along with somebody")
        }
        (ReplyPart::Substitute, _) => {
            language.pick("kommt an Stelle von jemandem", "comes in somebody's place")
        }
        (ReplyPart::Respondent, answer) => answer.map_or("", |answer| answer.name(language)),
    };
    lines(entries.iter().map(|entry| {
        let named = |label: &str, names: String| {
            if names.is_empty() { names } else { format!("{label} {names}") }
        };
        let received = entry.received.map(|received| day(received, language)).unwrap_or_default();
        let parts = [
            format!("{}: {}", called(&entry.title, &entry.meeting), answer(entry)),
            named(language.pick("mit", "with"), list::and(&entry.with, language)),
            named(
                language.pick("stattdessen", "instead"),
                entry.substitute.clone().unwrap_or_default(),
            ),
            named(language.pick("eingegangen", "received"), received),
        ];
        line(parts, &entry.place)
    }))
}

fn notes(entries: &[Note], language: Language) -> Vec<Block> {
    let other = language.pick(
        "steht in der Antwort einer anderen Person; prüfen Sie, wen sie betrifft",
        "stands in somebody else's reply; check whom it concerns",
    );
    lines(entries.iter().map(|note| {
        let text = note.text.clone().unwrap_or_else(|| other.to_owned());
        line(
            [format!("{}: {}", called(&note.title, &note.meeting), text.replace('\n', " "))],
            &note.place,
        )
    }))
}

fn attendance(entries: &[AttendanceEntry], language: Language) -> Vec<Block> {
    lines(entries.iter().map(|entry| {
        let meeting = called(&entry.title, &entry.meeting);
        line([format!("{meeting}: {}", entry.presence.name(language))], &entry.place)
    }))
}

fn mail(mail: &Mail, language: Language) -> [Block; 2] {
    let mut state = mail.state.name(language).to_owned();
    if let Some(since) = mail.since {
        state = format!("{state}, {}", moment(since, language));
    }
    let facts = facts(vec![
        (
            language.pick("Was", "What"),
            mail.built_in.map_or(mail.kind.clone(), |kind| kind.name(language).to_owned()),
        ),
        (language.pick("Erzeugt", "Made"), moment(mail.made, language)),
        (language.pick("Zustand", "State"), state),
        (language.pick("Server", "Server"), mail.words.clone().unwrap_or_default()),
        (language.pick("Adresse", "Address"), mail.mail.clone()),
        (language.pick("Name", "Name"), mail.name.clone()),
        (language.pick("Anrede", "Salutation"), mail.salutation.clone()),
        (language.pick("Sprache", "Language"), mail.language.code().to_owned()),
        (language.pick("Gewählt durch", "Chosen by"), mail.chosen_by.join(", ")),
        ("Message-ID", mail.message_id.clone()),
        (language.pick("Datei", "File"), mail.file.clone()),
        place_fact(&mail.place, language),
    ]);
    [Block::Heading(3, vec![Inline::text(&mail.run)]), Block::Facts(facts)]
}

fn ledger(entries: &[LedgerLine], language: Language) -> Vec<Block> {
    lines(entries.iter().map(|entry| {
        let event = match entry.event {
            Event::Message(state) => state.name(language),
            Event::Discarded => language.pick("verworfen", "discarded"),
            Event::Cut => language.pick("abgeschnitten", "cut off"),
        };
        let what = format!("{} {event}: {}", moment(entry.at, language), entry.path);
        line([what, entry.words.clone().unwrap_or_default()], &entry.place)
    }))
}

fn programmes(entries: &[PartInMeeting], language: Language) -> Vec<Block> {
    lines(entries.iter().map(|part| {
        let way = match (part.way, part.role) {
            (PartKind::Programme, Some(part)) => role(part, language),
            (PartKind::Programme, None) => language.pick("im Programm", "in the programme"),
            (PartKind::Organiser, _) => language.pick("Veranstalter", "organiser"),
            (PartKind::ContactPoint, _) => language.pick("Ansprechperson", "contact"),
            (PartKind::Responsible, _) => language.pick("zuständig", "responsible"),
            (PartKind::ReleasedBy, _) => language.pick("hat freigegeben", "gave it out"),
        };
        let way = match part.version {
            Some(number) => format!("{way}, {} {number}", language.pick("Fassung", "version")),
            None => way.to_owned(),
        };
        let meeting = called(&part.title, &part.meeting);
        let what = part.session.as_ref().map_or(meeting.clone(), |one| format!("{meeting}: {one}"));
        line([what, way], &part.place)
    }))
}

fn actions(entries: &[AgreedAction], language: Language) -> Vec<Block> {
    lines(entries.iter().map(|action| {
        let meeting = action.meeting.as_ref().map(|id| match &action.title {
            Some(title) => called(title, id),
            None => id.clone(),
        });
        let due = action.due.map(|due| match language {
            Language::German => format!("bis {}", day(due, language)),
            Language::English => format!("by {}", day(due, language)),
        });
        let closed = action.closed.map(|closed| format!(" {}", day(closed, language)));
        let status = format!("{}{}", action.status.name(language), closed.unwrap_or_default());
        let of_other = language.pick("Aufgabe von jemand anderem", "somebody else's action");
        let of_other = (!action.is_owner).then(|| of_other.to_owned());
        let parts = [meeting, due, Some(status), action.reason.clone(), of_other];
        let what = called(&action.what, &action.id);
        line([Some(what)].into_iter().chain(parts).flatten(), &action.place)
    }))
}

fn topics(entries: &[TopicStake], language: Language) -> Vec<Block> {
    lines(entries.iter().map(|stake| {
        let side = match stake.side {
            TopicSide::Offered => language.pick("angeboten", "offered"),
            TopicSide::Wanted => language.pick("gewünscht", "wanted"),
        };
        let date = stake.date.map(|date| day(date, language)).unwrap_or_default();
        line([called(&stake.title, &stake.topic), side.to_owned(), date], &stake.place)
    }))
}

fn mentions(entries: &[Mention], language: Language) -> Vec<Block> {
    let doubt = language.pick("nur der Familienname", "the family name alone");
    let words = |mention: &Mention| {
        [Some(mention.line.clone()), mention.surname_only.then(|| doubt.to_owned())]
    };
    lines(entries.iter().map(|mention| line(words(mention).into_iter().flatten(), &mention.place)))
}
