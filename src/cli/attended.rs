//! `erfa attended`

use anyhow::Result;

use super::answer::Answer;
use super::context::Context;
use super::failure::Findings;
use super::reads::{Area, Reads};
use crate::diagnostic::reply::NobodyWasThere;
use crate::diagnostic::request::BadArgument;
use crate::document::attendance::table;
use crate::domain::meeting::Meeting;
use crate::plan::post::attendance::{NotYet, decide, objection};
use crate::plan::usual_meeting::Purpose;
use crate::text::{DateStyle, Language};
use crate::view::attendance::attendance;

mod arguments;
mod marks;
mod record;

pub(super) use arguments::AttendedArgs;

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Contacts]);

pub(super) fn run(args: &AttendedArgs, context: &Context) -> Result<()> {
    let marks_nobody = args.who.is_empty()
        && args.from.is_none()
        && !args.all_who_said_yes
        && [&args.guest, &args.excused, &args.not].iter().all(|names| names.is_empty());
    if marks_nobody { show(args, context) } else { mark(args, context) }
}

/// Tells who was there.
fn show(args: &AttendedArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let meeting = loaded.meeting_for(Purpose::LookingBack, args.meeting.as_deref(), context)?;
    loaded.rely_on_replies(meeting)?;
    let shown = attendance(&loaded.workspace, meeting);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(table(&shown, &loaded.workspace.network.members, language)))
        .data(|_| Ok(&shown));
    args.output.give(&format!("{}-attendance", meeting.id), &answer, context)
}

/// Records who was there.
fn mark(args: &AttendedArgs, context: &Context) -> Result<()> {
    if !args.output.is_usual() {
        return Err(Findings::one(BadArgument {
            name: "--format".to_owned(),
            found: String::new(),
            german: "ein Format hat nur die Antwort; was vermerkt ist, zeigt `--list`".to_owned(),
            english: "only the answer has a format; `--list` shows what is recorded".to_owned(),
        })
        .into());
    }
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let id = args.meeting.as_deref();
    let meeting = loaded.meeting_to_change(Purpose::LookingBack, id, context)?;
    loaded.rely_on_replies(meeting)?;
    if let Some(why) = objection(meeting, context.clock.today()) {
        return Err(nobody_there(meeting, why));
    }
    let marks = marks::marks(args, meeting, &loaded, context)?;
    if marks.is_empty() {
        context.note(context.say(
            "Niemand ist zu vermerken; nichts ist geändert.",
            "There is nobody to record; nothing is changed.",
        ));
        return Ok(());
    }
    let decided = decide(&loaded.workspace, meeting, &marks);
    record::write(&decided, meeting, args, &loaded, context)
}

/// That nobody can have been at `meeting`.
pub(super) fn nobody_there(meeting: &Meeting, why: NotYet) -> anyhow::Error {
    let (german, english) = match why {
        NotYet::Ahead(day) => {
            let day = |language| DateStyle::of(language).full(day);
            (
                format!("es beginnt erst am {}", day(Language::German)),
                format!("it begins on {}", day(Language::English)),
            )
        }
        NotYet::NoDay => ("es hat kein Datum".to_owned(), "it has no date".to_owned()),
        NotYet::Cancelled => ("es ist abgesagt".to_owned(), "it is cancelled".to_owned()),
        NotYet::Idea => ("es ist nur eine Idee".to_owned(), "it is only an idea".to_owned()),
    };
    let meeting = meeting.id.to_string();
    Findings::one(NobodyWasThere { meeting, german, english }).into()
}
