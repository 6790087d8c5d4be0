//! `erfa join`

use anyhow::Result;
use chrono::NaiveDate;

use super::change::{Manner, NewText, propose};
use super::choice::any_day;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::place::{Place, Subject, text_of};
use super::reads::Reads;
use super::set::{done, refuse};
use crate::diagnostic::change::NotEntries;
use crate::domain::city::City;
use crate::input::edit::{Addition, Spot, add_entry, set};
use crate::plan::naming::Thing;
use crate::text::{DateStyle, Day, Language};

/// Record that a city joins the network, or comes back
///
/// What it was a member for before is kept. A city that is new to the files comes with `erfa add city`.
#[derive(clap::Args, Debug)]
pub(super) struct JoinArgs {
    /// The city, by id or name
    #[arg(value_name = "CITY")]
    city: String,

    /// The first day of its membership [default: today]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    on: Option<Day>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &JoinArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let id = loaded.city(&args.city).map_err(|finding| loaded.fail(vec![finding]))?;
    let on = day(args.on.as_ref(), context)?;
    let city = loaded.workspace.city(id);
    let place = loaded.place_of(Subject::Thing(Thing::City(id)))?;
    if stays_member(city, on, args.on.is_some()) {
        let since = city.membership.since.map(|since| since.value);
        let since = since.map(|since| DateStyle::of(context.language).long(since));
        context.note(&match (context.language, since) {
            (Language::German, Some(since)) => {
                format!("{} ist Mitglied seit dem {since}; nichts ist geändert.", city.name)
            }
            (Language::German, None) => {
                format!("{} ist Mitglied von Anfang an; nichts ist geändert.", city.name)
            }
            (Language::English, Some(since)) => {
                format!("{} is a member since {since}; nothing is changed.", city.name)
            }
            (Language::English, None) => {
                format!("{} is a member from the beginning; nothing is changed.", city.name)
            }
        });
        return Ok(());
    }
    let text = joined(city, on, &place, &loaded)?;
    let change = NewText { path: place.file, text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}

/// The day that is meant; today without one.
pub(super) fn day(day: Option<&Day>, context: &Context) -> Result<NaiveDate> {
    day.map_or_else(|| Ok(context.clock.today()), |day| context.day(day))
}

/// Whether a city is a member on this day and stays one. Where nobody has said since when, the day can be
/// `asked` for.
fn stays_member(city: &City, on: NaiveDate, asked: bool) -> bool {
    let since = city.membership.since.map(|since| since.value);
    let was_before = since.map_or(!asked, |since| since <= on);
    city.membership.until.is_none() && was_before
}

/// The file of the cities with the new membership; an earlier one stands below.
fn joined(city: &City, on: NaiveDate, place: &Place, loaded: &Loaded) -> Result<String> {
    let text = text_of(place, loaded);
    let not_entries = || Findings::one(NotEntries { kind: "city" });
    let membership = &city.membership;
    let change = |text: &str, key, value: Option<&str>| {
        set(text, Spot { path: &place.path, key }, value).ok_or_else(not_entries)
    };
    let mut text = text.to_owned();
    if let Some(until) = membership.until {
        if on <= until.value {
            // It does not leave after all.
            return Ok(change(&text, "member-until", None)?);
        }
        let Some(since) = membership.since else {
            return Err(refuse(
                "CITY",
                city.id.as_str(),
                "wann die frühere Mitgliedschaft begann, ist nicht bekannt; ergänzen Sie `member-since`",
                "nobody has said when its membership before began; add `member-since`",
            ));
        };
        let keys = [("since", since.value.to_string()), ("until", until.value.to_string())];
        let earlier =
            Addition { path: &place.path, kind: "earlier-membership", before: None, keys: &keys };
        text = add_entry(&text, &earlier).ok_or_else(not_entries)?;
        text = change(&text, "member-until", None)?;
    }
    Ok(change(&text, "member-since", Some(&on.to_string()))?)
}
