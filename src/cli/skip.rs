//! `erfa skip`

use anyhow::Result;
use chrono::NaiveDate;

use super::change::{EditArgs, NewText, line, propose};
use super::choice::any_day;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::reads::{Area, Reads};
use crate::diagnostic::Severity;
use crate::diagnostic::value::ReversedDates;
use crate::domain::id::CityId;
use crate::domain::line::Line;
use crate::domain::time::DateRange;
use crate::input::edit::{Agreement, NewSkip, add_skip, remove_skip};
use crate::plan::rotation::skip;
use crate::text::{Day, Language};

/// Where skips and swaps stand.
pub(super) const ROTATION: &str = "rotation.toml";

/// Pass a city over once, at its next turn
///
/// One entry skips one turn: the first in its days. The city keeps its account, so it is owed all
/// the more afterwards.
#[derive(clap::Args, Debug)]
pub(super) struct SkipArgs {
    /// The city, by id or name
    #[arg(value_name = "CITY")]
    city: String,

    /// The first day [default: today]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    from: Option<Day>,

    /// The last day [default: open]
    #[arg(long, value_name = "DATE", value_parser = any_day, conflicts_with = "undo")]
    until: Option<Day>,

    /// With whom it was agreed
    #[arg(long, value_name = "WHO", value_parser = line, conflicts_with = "undo")]
    agreed_with: Option<Line>,

    #[command(flatten)]
    edit: EditArgs,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Rotation, Area::Turns]);

pub(super) fn run(args: &SkipArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let city = loaded.city(&args.city).map_err(|finding| loaded.fail(vec![finding]))?;
    if args.edit.undo {
        take_back(args, city, &loaded, context)
    } else {
        add(args, city, &loaded, context)
    }
}

fn add(args: &SkipArgs, city: CityId, loaded: &Loaded, context: &Context) -> Result<()> {
    let today = context.clock.today();
    let from = context.day_if(args.from.as_ref())?.unwrap_or(today);
    let until = context.day_if(args.until.as_ref())?;
    let days = DateRange::new(from, until.unwrap_or(NaiveDate::MAX));
    let days = days.ok_or_else(|| Findings::one(ReversedDates {}))?;
    let workspace = &loaded.workspace;
    let findings = skip::objections(workspace, city, days, today);
    if findings.iter().any(|finding| finding.severity() == Severity::Error) {
        return Err(loaded.fail(findings));
    }
    let town = workspace.city(city);
    let skip = NewSkip { city: town.id.as_str(), from, until };
    let agreement = agreement(&args.edit, args.agreed_with.as_ref(), today);
    let (file, text) = rotation(loaded);
    let text = add_skip(file, text, &skip, &agreement).map_err(|it| loaded.fail(vec![it]))?;
    let change = NewText { path: ROTATION.to_owned(), text };
    if !propose(&[change], findings, None, args.edit.manner, loaded, context)? {
        return Ok(());
    }
    let name = &town.name;
    context.note(&match context.language {
        Language::German => {
            format!("{name} setzt eine Gastgeberschaft aus; der Anspruch bleibt erhalten.")
        }
        Language::English => format!("{name} skips one turn; what it is owed stays."),
    });
    Ok(())
}

fn take_back(args: &SkipArgs, city: CityId, loaded: &Loaded, context: &Context) -> Result<()> {
    let today = context.clock.today();
    let from = context.day_if(args.from.as_ref())?;
    let skip = skip::undoable(&loaded.workspace, city, from, today)
        .map_err(|finding| loaded.fail(vec![finding]))?;
    let (_, text) = rotation(loaded);
    let text = remove_skip(text, skip.origin).map_err(|finding| loaded.fail(vec![finding]))?;
    let change = NewText { path: ROTATION.to_owned(), text };
    if !propose(&[change], Vec::new(), None, args.edit.manner, loaded, context)? {
        return Ok(());
    }
    let name = &loaded.workspace.city(city).name;
    context.note(&match context.language {
        Language::German => format!("{name} setzt nicht mehr aus."),
        Language::English => format!("{name} is no longer skipped."),
    });
    Ok(())
}

/// The file of skips and swaps; an empty text if there is none yet.
pub(super) fn rotation(loaded: &Loaded) -> (Option<crate::source::FileId>, &str) {
    match loaded.sources.find(ROTATION) {
        Some((id, file)) => (Some(id), &file.text),
        None => (None, ""),
    }
}

/// What is kept of an agreement.
pub(super) fn agreement(edit: &EditArgs, with: Option<&Line>, today: NaiveDate) -> Agreement {
    let agreed_with = with.map(ToString::to_string);
    Agreement { reason: edit.reason(), agreed_with, decided: today }
}
