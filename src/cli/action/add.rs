//! `erfa action add`

use anyhow::Result;

use super::file::{ACTION, ACTIONS, READS, propose_text, text_of};
use crate::cli::attended::nobody_there;
use crate::cli::change::{Manner, line};
use crate::cli::choice::any_day;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::naming::unknown;
use crate::cli::set::refuse;
use crate::diagnostic::change::NotEntries;
use crate::domain::action::{Action, ActionStatus, key};
use crate::domain::id::Id;
use crate::domain::line::Line;
use crate::domain::reply::Who;
use crate::input::edit::{Addition, add_entry, quoted};
use crate::plan::naming::{Sought, Thing};
use crate::plan::post::attendance::objection;
use crate::text::{DateStyle, Day, Language, slug};
use crate::view::replies::name_of;

/// Write down what somebody has taken upon them
///
/// It gets an id made of its words. Without a meeting the day of the agreement is kept.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct AddArgs {
    /// Who does it: a contact or a city, by id or name
    #[arg(value_name = "PERSON")]
    owner: String,

    /// What is to be done
    #[arg(value_name = "WORDS", value_parser = line)]
    what: Line,

    /// Until when
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    due: Option<Day>,

    /// The meeting at which it was agreed
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    manner: Manner,
}

pub(super) fn run(args: &AddArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let owner = owner(&args.owner, &loaded)?;
    let due = context.day_if(args.due.as_ref())?;
    let meeting = match &args.meeting {
        Some(_) => Some(loaded.bare_meeting(args.meeting.as_deref(), context)?),
        None => None,
    };
    if let Some((meeting, why)) =
        meeting.and_then(|one| Some((one, objection(one, context.clock.today())?)))
    {
        return Err(nobody_there(meeting, why));
    }
    if let Some(day) = meeting.and_then(|one| one.when.date).map(|date| date.value)
        && due.is_some_and(|due| due < day)
    {
        let [german, english] =
            [Language::German, Language::English].map(|it| DateStyle::of(it).numeric(day));
        return Err(refuse(
            "--due",
            &due.map(|due| due.to_string()).unwrap_or_default(),
            &format!("das Treffen, auf dem es verabredet wurde, war erst am {german}"),
            &format!("the meeting at which it was agreed was on {english}"),
        ));
    }
    let workspace = &loaded.workspace;
    let is_the_same = |action: &&Action| {
        action.status == ActionStatus::Open
            && action.owner.value == owner
            && action.meeting.as_ref() == meeting.map(|meeting| &meeting.id)
            && slug(action.what.as_str()) == slug(args.what.as_str())
    };
    if let Some(known) = workspace.actions.iter().find(is_the_same) {
        return Err(refuse(
            "WORDS",
            args.what.as_str(),
            &format!("steht schon so da: `{}`; `erfa action move` ändert den Tag", known.id),
            &format!("is there already: `{}`; `erfa action move` changes its day", known.id),
        ));
    }
    let is_taken = |key: &str| workspace.actions.iter().any(|action| action.id.as_str() == key);
    let id = key(args.what.as_str(), is_taken);
    let owner_id: &Id = workspace.id_of(owner);
    let mut keys = vec![
        ("id", quoted(&id)),
        ("what", quoted(args.what.as_str())),
        ("owner", quoted(owner_id.as_str())),
    ];
    keys.extend(due.map(|due| ("due", due.to_string())));
    keys.push(match meeting {
        Some(meeting) => ("meeting", quoted(meeting.id.as_str())),
        None => ("agreed", context.clock.today().to_string()),
    });
    let addition = Addition { path: &[], kind: ACTION, before: None, keys: &keys };
    let text = add_entry(text_of(&loaded), &addition);
    let text = text.ok_or_else(|| Findings::one(NotEntries { kind: ACTION }))?;
    if !propose_text(text, args.manner, &loaded, context)? {
        return Ok(());
    }
    let name = name_of(workspace, owner);
    let what = &args.what;
    let until = due.map(|due| DateStyle::of(context.language).long(due));
    context.note(&match (context.language, until) {
        (Language::German, Some(day)) => {
            format!("Verabredet: {name} – {what} – bis {day} (`{id}` in `{ACTIONS}`).")
        }
        (Language::German, None) => format!("Verabredet: {name} – {what} (`{id}` in `{ACTIONS}`)."),
        (Language::English, Some(day)) => {
            format!("Agreed: {name} – {what} – by {day} (`{id}` in `{ACTIONS}`).")
        }
        (Language::English, None) => format!("Agreed: {name} – {what} (`{id}` in `{ACTIONS}`)."),
    });
    Ok(())
}

/// The person or town that `words` name.
fn owner(words: &str, loaded: &Loaded) -> Result<Who> {
    let sought = [Sought::City, Sought::Contact];
    match loaded.thing(words, &sought).map_err(|several| loaded.fail(vec![several]))? {
        Some(Thing::Contact(id)) => Ok(Who::Contact(id)),
        Some(Thing::City(id)) => Ok(Who::City(id)),
        Some(Thing::Venue(_) | Thing::Meeting(_) | Thing::Topic(_)) | None => {
            Err(Findings::one(unknown(&loaded.workspace, words, &sought)).into())
        }
    }
}
