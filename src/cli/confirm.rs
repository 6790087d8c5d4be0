//! `erfa confirm`

use anyhow::Result;
use chrono::NaiveDate;

use super::change::{Manner, NewText, propose};
use super::choice::any_day;
use super::context::Context;
use super::dialogue::{BACK, ask, day};
use super::loaded::Loaded;
use super::place::{Place, Subject, text_of};
use super::reads::Reads;
use super::set::value::Writer;
use super::set::{done, refuse};
use crate::domain::meeting::{Meeting, Status};
use crate::input::edit::{self, Spot};
use crate::plan::naming::Thing;
use crate::text::{Day, Language, Vocabulary as _};

/// Make an idea a planned meeting
///
/// From then on it is a turn, and its host is charged. It needs a day; on a terminal that is asked for.
#[derive(clap::Args, Debug)]
pub(super) struct ConfirmArgs {
    /// The meeting, by id, host or day
    #[arg(value_name = "MEETING")]
    meeting: String,

    /// The day [default: the one that its file says]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    date: Option<Day>,

    /// The venue, by id or name
    #[arg(long, value_name = "VENUE")]
    venue: Option<String>,

    /// When it begins, such as 9:30
    #[arg(long, value_name = "TIME")]
    start: Option<String>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &ConfirmArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let meeting = loaded.bare_meeting(Some(&args.meeting), context)?;
    if meeting.status.value != Status::Idea {
        return settled(meeting, context);
    }
    let date = date(args, meeting, context)?;
    let number = loaded.workspace.meetings.iter().position(|one| one.id == meeting.id);
    let place = loaded.place_of(Subject::Thing(Thing::Meeting(number.unwrap_or_default())))?;
    let text = confirmed(args, date, &place, &loaded, context)?;
    let change = NewText { path: place.file, text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}

/// The new day, if it gets one.
fn date(args: &ConfirmArgs, meeting: &Meeting, context: &Context) -> Result<Option<NaiveDate>> {
    let mut date = context.day_if(args.date.as_ref())?;
    if date.is_some() || meeting.when.date.is_some() {
        return Ok(date);
    }
    if !args.manner.asks() {
        return Err(refuse(
            "MEETING",
            meeting.id.as_str(),
            "es hat noch keinen Tag; nennen Sie ihn mit `--date`",
            "it has no day yet; say it with `--date`",
        ));
    }
    let question = context.say("Datum, zum Beispiel 11.6.2027", "Date, for example 2027-06-11");
    ask(question, "", |answer| {
        if answer == BACK {
            let words = context.say("Davor war keine Frage.", "There was no question before.");
            return Err(words.to_owned());
        }
        date = Some(day(answer, context)?);
        Ok(())
    })?;
    Ok(date)
}

/// The meeting's file once it is planned.
fn confirmed(
    args: &ConfirmArgs,
    date: Option<NaiveDate>,
    place: &Place,
    loaded: &Loaded,
    context: &Context,
) -> Result<String> {
    let mut text = text_of(place, loaded).to_owned();
    // Words for the day would be printed instead of it.
    let words = Spot { path: &place.path, key: "date-text" };
    if date.is_some() && edit::has_key(&text, words) {
        text = edit::set(&text, words, None).unwrap_or(text);
    }
    let status = Some(Status::Planned.word().to_owned());
    let date = date.map(|date| date.to_string());
    let keys =
        [("status", &status), ("date", &date), ("venue", &args.venue), ("start", &args.start)];
    for (key, value) in keys {
        let Some(value) = value else { continue };
        let writer = Writer { loaded, context, place, text: &text };
        text = writer.written(key, value)?.unwrap_or_else(|| text.clone());
    }
    Ok(text)
}

/// That the meeting is no idea any more.
fn settled(meeting: &Meeting, context: &Context) -> Result<()> {
    let status = meeting.status.value;
    match status {
        Status::Planned => {
            context.note(context.say(
                "Das Treffen ist schon geplant; `erfa set` ändert einzelne Angaben.",
                "The meeting is planned already; `erfa set` changes single keys.",
            ));
            Ok(())
        }
        Status::Invited => {
            context.note(context.say(
                "Zu dem Treffen ist schon eingeladen; zu bestätigen ist nichts mehr.",
                "People are invited to the meeting already; nothing is left to confirm.",
            ));
            Ok(())
        }
        Status::Idea | Status::Held | Status::Cancelled | Status::Postponed => {
            let german =
                format!("Stand: {}; bestätigt wird nur eine Idee", status.name(Language::German));
            let english =
                format!("status: {}; only an idea is confirmed", status.name(Language::English));
            Err(refuse("MEETING", meeting.id.as_str(), &german, &english))
        }
    }
}
