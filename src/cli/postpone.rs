//! `erfa postpone`

use anyhow::Result;
use chrono::NaiveDate;

use super::cancel::chosen;
use super::change::{EditArgs, NewText, propose};
use super::choice::any_day;
use super::context::Context;
use super::dialogue::{ask, day};
use super::loaded::Loaded;
use super::outbox::offer_update;
use super::reads::Reads;
use crate::domain::meeting::{Meeting, Status};
use crate::input::edit::{Cause, postpone, undo_postpone};
use crate::plan::dates::postpone::{objection_to_postponing, objection_to_undoing};
use crate::text::{DateStyle, Day, Language, plain};
use crate::view::words::place;

/// Postpone a meeting to another day, or until one is found
///
/// Keeps what was planned in `[[history]]` of the meeting's file. The last day and the days of its
/// sessions move with it. Without `--on` its dates are set aside (`#~ date = …`) until it gets a new
/// one. Its id stays, and nobody is told: letters and mails are other commands.
#[derive(clap::Args, Debug)]
pub(super) struct PostponeArgs {
    /// The meeting [default: the next one to come; for `--undo` the only one]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    /// The new day [default: not known yet]
    #[arg(long, aliases = ["to", "date"], value_name = "DATE", value_parser = any_day, conflicts_with = "undo")]
    on: Option<Day>,

    #[command(flatten)]
    edit: EditArgs,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &PostponeArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let undo = args.edit.undo.then_some(Status::Postponed);
    let meeting = chosen(args.meeting.as_deref(), undo, &loaded, context)?;
    let today = context.clock.today();
    let to = match context.day_if(args.on.as_ref())? {
        None if undo.is_none() && args.edit.manner.asks() => new_day(context)?,
        to => to,
    };
    let objection = match undo {
        Some(status) => objection_to_undoing(meeting, status),
        None => objection_to_postponing(meeting, to, today),
    };
    if let Some(finding) = objection {
        return Err(loaded.fail(vec![finding]));
    }
    let id = meeting.origin.file;
    let file = loaded.sources.file(id);
    let text = if args.edit.undo {
        undo_postpone(id, &file.text)
    } else {
        let cause = Cause { changed: today, reason: args.edit.reason() };
        loaded.rely_on_named_by(meeting)?;
        let place = place(meeting, &loaded);
        postpone(id, &file.text, &cause, to, place.as_deref())
    };
    let text = text.map_err(|finding| loaded.fail(vec![finding]))?;
    let change = NewText { path: file.path.clone(), text };
    if !propose(&[change], Vec::new(), None, args.edit.manner, &loaded, context)? {
        return Ok(());
    }
    context.note(&said(meeting, args.edit.undo, to, context.language));
    offer_update(meeting, &loaded, context)
}

/// The new day, if it is known already.
fn new_day(context: &Context) -> Result<Option<NaiveDate>> {
    let question = context.say(
        "Neuer Tag, zum Beispiel 2.3.2027 (leer: noch offen)",
        "The new day, for example 2027-03-02 (empty: not known yet)",
    );
    let mut to = None;
    ask(question, "", |answer| {
        to = if answer.is_empty() { None } else { Some(day(answer, context)?) };
        Ok(())
    })?;
    Ok(to)
}

/// Where the meeting was to be, in words.
fn place(meeting: &Meeting, loaded: &Loaded) -> Option<String> {
    let place = meeting.place.as_ref()?;
    Some(plain(&place::name(&loaded.workspace, &place.value)))
}

/// The last day of registration, as far from the day `to` as it was from the old one.
fn moved_deadline(meeting: &Meeting, to: NaiveDate) -> Option<NaiveDate> {
    let before = meeting.history.iter().rev().find_map(|change| change.date);
    let from = meeting.when.date.map(|date| date.value).or(before)?;
    meeting.registration.until?.value.checked_add_signed(to - from)
}

fn said(meeting: &Meeting, undo: bool, to: Option<NaiveDate>, language: Language) -> String {
    let (title, id) = (&meeting.title.value, &meeting.id);
    let style = DateStyle { language, ..DateStyle::default() };
    let said = match (language, undo, to.map(|to| style.full(to))) {
        (Language::German, true, _) => format!("Nicht mehr verschoben: {title} ({id})"),
        (Language::English, true, _) => format!("No longer postponed: {title} ({id})"),
        (Language::German, _, Some(to)) => format!("Verschoben auf {to}: {title} ({id})"),
        (Language::English, _, Some(to)) => format!("Moved to {to}: {title} ({id})"),
        (Language::German, ..) => format!("Verschoben, neuer Termin offen: {title} ({id})"),
        (Language::English, ..) => format!("Postponed, new date open: {title} ({id})"),
    };
    let deadline = to.and_then(|to| moved_deadline(meeting, to));
    let deadline = deadline.map(|until| style.numeric(until)).map(|until| match language {
        Language::German => format!("\nDer Anmeldeschluss rückt mit auf den {until}."),
        Language::English => format!("\nThe registration moves with it: it ends on {until}."),
    });
    plain(&(said + &deadline.unwrap_or_default()))
}
