//! `erfa leave`

use anyhow::Result;

use super::change::{Manner, NewText, propose};
use super::choice::any_day;
use super::context::Context;
use super::failure::Findings;
use super::join::day;
use super::loaded::Loaded;
use super::place::{Subject, text_of};
use super::reads::Reads;
use super::set::done;
use crate::diagnostic::change::NotEntries;
use crate::domain::action::ActionStatus;
use crate::domain::id::CityId;
use crate::input::edit::{Spot, set};
use crate::plan::actions::{Wanted, listed};
use crate::plan::naming::Thing;
use crate::text::{DateStyle, Day, Language, count};

/// Record that a city leaves the network
///
/// It stays in the files with all its meetings; from the day after it gets no turn and no letter to members.
#[derive(clap::Args, Debug)]
pub(super) struct LeaveArgs {
    /// The city, by id or name
    #[arg(value_name = "CITY")]
    city: String,

    /// The last day of its membership [default: today]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    on: Option<Day>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &LeaveArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let id = loaded.city(&args.city).map_err(|finding| loaded.fail(vec![finding]))?;
    let on = day(args.on.as_ref(), context)?;
    let city = loaded.workspace.city(id);
    let before = city.membership.until.map(|until| until.value).filter(|until| *until <= on);
    if let Some(until) = before {
        let until = DateStyle::of(context.language).long(until);
        let name = &city.name;
        context.note(&match context.language {
            Language::German => {
                format!("{name} ist Mitglied bis zum {until}; nichts ist geändert.")
            }
            Language::English => format!("{name} is a member until {until}; nothing is changed."),
        });
        return Ok(());
    }
    let place = loaded.place_of(Subject::Thing(Thing::City(id)))?;
    let spot = Spot { path: &place.path, key: "member-until" };
    let text = set(text_of(&place, &loaded), spot, Some(&on.to_string()));
    let text = text.ok_or_else(|| Findings::one(NotEntries { kind: "city" }))?;
    let change = NewText { path: place.file, text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    tell_actions(id, &loaded, context);
    Ok(())
}

/// Says what the city and its people still have to do, as far as that can be told.
fn tell_actions(city: CityId, loaded: &Loaded, context: &Context) {
    let wanted = Wanted { city: Some(city), ..Wanted::default() };
    let actions = listed(&loaded.workspace, &wanted);
    let open = actions.iter().filter(|action| action.status == ActionStatus::Open).count();
    if open == 0 || !loaded.faults_of_actions().is_empty() {
        return;
    }
    let city = loaded.workspace.city(city);
    let (name, id) = (&city.name, &city.id);
    context.note(&match context.language {
        Language::German => {
            let number = count(open, "Aufgabe ist", "Aufgaben sind");
            format!("{number} bei {name} noch offen: `erfa actions --city {id}` nennt sie.")
        }
        Language::English => {
            let number = count(open, "action is", "actions are");
            format!("{number} still open with {name}: `erfa actions --city {id}` lists them.")
        }
    });
}
