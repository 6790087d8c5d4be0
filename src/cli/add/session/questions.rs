//! What is asked of an item beside its kind.

use anyhow::Result;

use crate::cli::add::entry::{Entry, Gives, Question};
use crate::cli::context::Context;
use crate::cli::dialogue::{
    BACK, Offer, Reply, Went, ask_offering, ask_or_back, ask_yes_or_no, choose_or_back,
};
use crate::cli::loaded::Loaded;
use crate::cli::people::{Meant, meant, parts, printed};
use crate::cli::place::Subject;
use crate::domain::id::ContactId;
use crate::domain::meeting::Place;
use crate::domain::time::PartOfDay;
use crate::domain::venue::Room;
use crate::input::span;
use crate::plan::naming::Thing;
use crate::text::{Language, PersonName, Vocabulary as _, parse_duration};
use crate::view::salutation::full_name;

/// The questions for an item of the meeting with this number.
pub(super) fn questions(loaded: &Loaded, meeting: usize) -> Vec<Question> {
    let mut questions: Vec<Question> = vec![
        (["Titel", "Title"], Gives::Asked(title)),
        (
            ["Zeit, etwa 9:30, 9:30-10:00 oder 45 min", "Time, such as 9:30, 9:30-10:00 or 45 min"],
            Gives::Several(time),
        ),
        (
            [
                "Wer, etwa Lena Farnbach (Bauamt); Veit Salzwinkel – Tab ergänzt Kontakte",
                "Who, such as Lena Farnbach (planning office); Veit Salzwinkel – Tab completes contacts",
            ],
            Gives::Asked(people),
        ),
    ];
    if !rooms(loaded, meeting).is_empty() {
        questions.push((["Raum", "Room"], Gives::Asked(room)));
    }
    questions
}

/// Asks for the title, which only what everybody knows by its kind can do without.
fn title(item: &mut Entry, question: &str, loaded: &Loaded, context: &Context) -> Result<Went> {
    let may = if item.needs_title {
        context.say("(< zurück)", "(< back)")
    } else {
        context.say("(darf leer sein; < zurück)", "(may be empty; < back)")
    };
    ask_or_back(&format!("{question} {may}"), "", |answer| match answer {
        "" if item.needs_title => {
            Err(context.say("Der Titel fehlt.", "The title is missing.").to_owned())
        }
        "" => Ok(()),
        _ => item.answered(&[("title", answer.to_owned())], loaded, context),
    })
}

/// The keys that a time in one answer gives: a start, a start and an end, a duration, or a part of the day.
fn time(answer: &str) -> Vec<(&'static str, String)> {
    if parse_duration(answer).is_some() {
        return vec![("duration", answer.to_owned())];
    }
    if PartOfDay::spoken(answer).is_some() {
        return vec![("part-of-day", answer.to_owned())];
    }
    match span(answer) {
        Some([start, end]) => vec![("start", start.to_owned()), ("end", end.to_owned())],
        None => vec![("start", answer.to_owned())],
    }
}

/// Asks who has a part in it: contacts by their names, others as they are written.
fn people(item: &mut Entry, question: &str, loaded: &Loaded, context: &Context) -> Result<Went> {
    let names: Vec<String> = loaded.workspace.contacts.iter().map(full_name).collect();
    let nothing = context.say("So heißt kein Kontakt.", "No contact has such a name.");
    let may = context.say("(darf leer sein; < zurück)", "(may be empty; < back)");
    let question = format!("{question} {may}");
    let mut typed = String::new();
    loop {
        let offer = Offer { names: &names, nothing, typed: &typed };
        let mut answer = String::new();
        ask_offering(&question, "", offer, |words| {
            words.clone_into(&mut answer);
            Ok(())
        })?;
        if answer == BACK {
            return Ok(Went::Back);
        }
        let Some(known) = with_known(&answer, loaded, context)? else {
            typed = answer;
            continue;
        };
        let keys = if known.is_empty() { Vec::new() } else { vec![("people", known)] };
        match item.answered(&keys, loaded, context) {
            Ok(()) => return Ok(Went::On),
            Err(objection) => context.say_beside(&format!("  {objection}")),
        }
        typed = answer;
    }
}

/// The people of `words`, each by the name of the contact who is meant; none if the question is to be asked
/// again.
fn with_known(words: &str, loaded: &Loaded, context: &Context) -> Result<Option<String>> {
    let mut people = Vec::new();
    for one in parts(words) {
        let known = match meant(one, loaded) {
            Meant::Known(_) | Meant::Nobody => None,
            Meant::Near(id) => {
                let name = printed(id, loaded);
                let question = match context.language {
                    Language::German => format!("`{one}`: Ist {name} gemeint?"),
                    Language::English => format!("`{one}`: is {name} meant?"),
                };
                match ask_yes_or_no(&question, Reply::Yes, true, context)? {
                    Reply::Yes => Some(id),
                    Reply::No => None,
                    Reply::Back => return Ok(None),
                }
            }
            Meant::Several(ids) => match which(one, &ids, loaded, context)? {
                Some(Meant::Known(id)) => Some(id),
                Some(Meant::Several(_) | Meant::Near(_) | Meant::Nobody) => None,
                None => return Ok(None),
            },
        };
        people.push(known.map_or_else(|| one.to_owned(), |id| named(id, one, loaded)));
    }
    Ok(Some(people.join("; ")))
}

/// Asks which of several is meant, if one of them is; none goes back.
fn which(
    one: &str,
    ids: &[ContactId],
    loaded: &Loaded,
    context: &Context,
) -> Result<Option<Meant>> {
    let other = context.say("jemand anderes", "somebody else").to_owned();
    let names = ids.iter().map(|id| printed(*id, loaded));
    let names: Vec<String> = names.chain([other]).collect();
    let question = match context.language {
        Language::German => format!("Wer ist `{one}`?"),
        Language::English => format!("Who is `{one}`?"),
    };
    let chosen = choose_or_back(&question, &names, 0, context)?;
    Ok(chosen.map(|number| ids.get(number).map_or(Meant::Nobody, |id| Meant::Known(*id))))
}

/// A contact by the id, with what the words say of the office.
fn named(id: ContactId, words: &str, loaded: &Loaded) -> String {
    let id = &loaded.workspace.contact(id).id;
    let function = PersonName::of(words).function;
    function.map_or_else(|| id.to_string(), |function| format!("{id} ({function})"))
}

/// Asks for the room, where the venue has some.
fn room(item: &mut Entry, question: &str, loaded: &Loaded, context: &Context) -> Result<Went> {
    let meeting = match item.place.subject {
        Subject::Session(meeting, _) | Subject::Thing(Thing::Meeting(meeting)) => meeting,
        Subject::Network | Subject::Thing(_) | Subject::Part(..) | Subject::Room(..) => {
            return Ok(Went::Past);
        }
    };
    let rooms = rooms(loaded, meeting);
    let open = context.say("noch offen", "not known yet").to_owned();
    let other = context.say("woanders", "elsewhere").to_owned();
    let names = rooms.iter().map(|room| room.name.to_string());
    let names: Vec<String> = [open].into_iter().chain(names).chain([other]).collect();
    loop {
        let Some(chosen) = choose_or_back(question, &names, 0, context)? else {
            return Ok(Went::Back);
        };
        let Some(number) = chosen.checked_sub(1) else { return Ok(Went::On) };
        if let Some(room) = rooms.get(number) {
            let place = vec![("place", room.id.to_string())];
            match item.answered(&place, loaded, context) {
                Ok(()) => return Ok(Went::On),
                Err(objection) => context.say_beside(&format!("  {objection}")),
            }
            continue;
        }
        let question = context.say("Wo", "Where");
        let went = ask_or_back(question, "", |answer| match answer {
            "" => Ok(()),
            _ => item.answered(&[("place", answer.to_owned())], loaded, context),
        })?;
        if went == Went::On {
            return Ok(Went::On);
        }
    }
}

/// The rooms of the meeting's venue.
fn rooms(loaded: &Loaded, meeting: usize) -> &[Room] {
    let workspace = &loaded.workspace;
    match workspace.meetings[meeting].place.as_ref().map(|place| &place.value) {
        Some(Place::Room(venue, _) | Place::Venue(venue)) => &workspace.venue(*venue).rooms,
        Some(Place::Free(_)) | None => &[],
    }
}
