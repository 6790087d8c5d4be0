//! `erfa replies set`

use anyhow::Result;

use super::record::{Entry, write};
use crate::cli::change::Manner;
use crate::cli::choice::choice;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::outbox;
use crate::cli::reads::{Area, Reads};
use crate::diagnostic::reply::{AmbiguousRespondent, UnknownRespondent};
use crate::diagnostic::request::BadArgument;
use crate::domain::id::Id;
use crate::domain::line::{Line, Text};
use crate::domain::reply::{Received, Reply, ReplyAnswer, Said, Who};
use crate::plan::naming::{Sought, Thing};
use crate::plan::post::reply::Told;
use crate::plan::post::reply::answers::is_own_name;
use crate::plan::post::reply::day::{asked_since, day};
use crate::plan::post::reply::people::{Found, People};
use crate::plan::post::reply::withdrawals::Withdrawals;
use crate::plan::programme::release::next;
use crate::text::{Language, Vocabulary as _, each_once, list};
use crate::view::replies::name_of;

/// Record what somebody answered
///
/// What was recorded before is changed in its place; companions stay unless others are named or the
/// answer is no.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct SetArgs {
    /// Who: a contact or a city, by id or name; a city answers for its people
    #[arg(value_name = "PERSON")]
    person: String,

    /// The answer: yes, no or maybe
    #[arg(value_name = "ANSWER", value_parser = choice(ReplyAnswer::ALL), hide_possible_values = true)]
    answer: ReplyAnswer,

    /// The meeting [default: the next one, else the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// The same
    #[arg(long = "meeting", value_name = "MEETING", conflicts_with = "meeting", hide = true)]
    about: Option<String>,

    /// Who comes along (can be repeated)
    #[arg(long, value_name = "NAME", value_parser = name)]
    with: Vec<Line>,

    /// Who comes instead
    #[arg(long, value_name = "NAME", value_parser = name)]
    substitute: Option<Line>,

    /// A note to the answer, such as vegan
    ///
    /// It stands in `erfa replies` and in what `erfa privacy show` tells. What it says of food and help is counted
    /// without names in `logistics-sheet`, and stands in `needs-list` for the hosts, if it says nothing else;
    /// of another note the hosts read only that it is there.
    #[arg(long, value_name = "WORDS", value_parser = note)]
    note: Option<Text>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Contacts]);

pub(super) fn run(args: &SetArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    fit(args, &loaded)?;
    let outbox = outbox(&loaded, context)?;
    let people = People::new(&loaded.workspace, &outbox);
    let who = named(&args.person, &people, "--with", &loaded)?;
    let is_own = |name: &&Line| is_own_name(&loaded.workspace, who, name);
    if let Some(own) = args.with.iter().chain(&args.substitute).find(is_own) {
        let option = if args.with.contains(own) { "--with" } else { "--substitute" };
        return Err(Findings::one(BadArgument {
            name: option.to_owned(),
            found: own.to_string(),
            german: "das ist, wer antwortet, und zählt nur einmal".to_owned(),
            english: "that is whoever answers, and counts once only".to_owned(),
        })
        .into());
    }
    let id = args.meeting.as_deref().or(args.about.as_deref());
    if id.is_none() {
        loaded.rely_on(Area::Turns)?;
    }
    let meeting = loaded.bare_meeting(id, context)?;
    loaded.rely_on_replies(meeting)?;
    if meeting.when.date.is_none() {
        // Nobody can come to a day that is not found.
        return Err(Findings::one(BadArgument {
            name: "MEETING".to_owned(),
            found: meeting.id.to_string(),
            german: "das Treffen hat keinen Tag, auf den sich eine Antwort beziehen könnte; `erfa show` zeigt, wie es steht"
                .to_owned(),
            english: "the meeting has no day that anybody could answer; `erfa show` tells how it stands"
                .to_owned(),
        })
        .into());
    }
    let mut replies = loaded.workspace.replies.iter();
    let before = replies.find(|one| one.meeting == meeting.id && one.from.who() == who);
    let now = context.clock.now(loaded.workspace.network.time_zone.name());
    let received = Some(Received::At(now));
    let told = Told {
        answer: args.answer,
        day: day(meeting),
        with: (!args.with.is_empty()).then(|| each_once(&args.with).cloned().collect()),
        companions: None,
        substitute: args.substitute.clone(),
        note: args.note.clone(),
        received,
        // Who is asked while another time is still to be given out answers that.
        sequence: asked_since(meeting, None, received)
            .and_then(|_| next(&loaded.workspace, meeting))
            .map(|next| next.sequence),
        by: None,
    };
    // What was answered to another day, or before the invitation was withdrawn, says nothing of this one.
    let withdrawals = Withdrawals::new(&loaded.workspace, &outbox, meeting);
    let counts = |reply: &&Reply| withdrawals.let_count(meeting, reply);
    let said = told.over(before.filter(counts).map(|reply| &reply.said));
    let name = name_of(&loaded.workspace, who);
    if before.is_some_and(|reply| reply.said == said) {
        context.note(context.say("Das ist schon vermerkt.", "That is recorded already."));
        return Ok(());
    }
    let entry = Entry { meeting: &meeting.id, who, before, said: &said };
    if !write(&[entry], &people, args.manner, &loaded, context)? {
        return Ok(());
    }
    context.note(&recorded(&name, &meeting.id, &said, context.language));
    Ok(())
}

/// That somebody who comes sends nobody, and that somebody who does not brings nobody.
fn fit(args: &SetArgs, loaded: &Loaded) -> Result<()> {
    if let (ReplyAnswer::No, [first, ..]) = (args.answer, &args.with[..]) {
        return Err(Findings::one(BadArgument {
            name: "--with".to_owned(),
            found: first.to_string(),
            german:
                "wer absagt, bringt niemanden mit; wer stattdessen kommt, gehört in `--substitute`"
                    .to_owned(),
            english:
                "whoever does not come brings nobody; who comes instead belongs to `--substitute`"
                    .to_owned(),
        })
        .into());
    }
    if let (ReplyAnswer::Yes, Some(substitute)) = (args.answer, &args.substitute)
        && loaded.workspace.city_named(&args.person).is_none()
    {
        return Err(Findings::one(BadArgument {
            name: "--substitute".to_owned(),
            found: substitute.to_string(),
            german:
                "wer selbst kommt, schickt niemanden statt dessen; wer mitkommt, gehört in `--with`"
                    .to_owned(),
            english: "whoever comes sends nobody instead; who comes along belongs to `--with`"
                .to_owned(),
        })
        .into());
    }
    Ok(())
}

/// What was recorded of whoever is called `name`.
fn recorded(name: &str, meeting: &Id, said: &Said, language: Language) -> String {
    let with = |language| list::and(&said.with, language);
    match (language, said.answer) {
        (Language::German, ReplyAnswer::No) => format!("Vermerkt: {name} kommt nicht ({meeting})."),
        (Language::German, ReplyAnswer::Maybe) => {
            format!("Vermerkt: {name} kommt vielleicht ({meeting}).")
        }
        (Language::German, ReplyAnswer::Yes) if said.with.is_empty() => {
            format!("Vermerkt: {name} kommt ({meeting}).")
        }
        (Language::German, ReplyAnswer::Yes) => {
            format!("Vermerkt: {name} kommt mit {} ({meeting}).", with(Language::German))
        }
        (Language::English, ReplyAnswer::No) => {
            format!("Recorded: {name} does not come ({meeting}).")
        }
        (Language::English, ReplyAnswer::Maybe) => {
            format!("Recorded: {name} perhaps comes ({meeting}).")
        }
        (Language::English, ReplyAnswer::Yes) if said.with.is_empty() => {
            format!("Recorded: {name} comes ({meeting}).")
        }
        (Language::English, ReplyAnswer::Yes) => {
            format!("Recorded: {name} comes with {} ({meeting}).", with(Language::English))
        }
    }
}

/// Whom `words` name; who comes along with them goes to the option `company`.
pub(in crate::cli) fn named(
    words: &str,
    people: &People<'_>,
    company: &'static str,
    loaded: &Loaded,
) -> Result<Who> {
    match people.named(words) {
        Found::One(who) => return Ok(who),
        Found::Several(several) => {
            let ids = several.iter().map(|who| people.id(*who).to_string()).collect();
            return Err(Findings::one(AmbiguousRespondent { name: words.to_owned(), ids }).into());
        }
        Found::Gone(_) | Found::Nobody => {}
    }
    let thing = loaded.thing(words, &[Sought::Contact, Sought::City]);
    match thing.map_err(|several| loaded.fail(vec![several]))? {
        Some(Thing::Contact(id)) => Ok(Who::Contact(id)),
        Some(Thing::City(id)) => Ok(Who::City(id)),
        Some(Thing::Venue(_) | Thing::Meeting(_) | Thing::Topic(_)) | None => {
            let (near, name) = (people.near(words), words.to_owned());
            let members = loaded.workspace.network.members.clone();
            Err(Findings::one(UnknownRespondent { name, near, company, members }).into())
        }
    }
}

fn name(words: &str) -> Result<Line, String> {
    Line::new(words).map_err(|_| "\"Lena Farnbach\"".to_owned())
}

fn note(words: &str) -> Result<Text, String> {
    Text::new(words).map_err(|_| "\"Kommt später\"".to_owned())
}
