//! A list is read, shown, asked about and taken in.

use std::sync::Arc;

use anyhow::Result;

use super::arguments::ListArgs;
use super::texts;
use crate::cli::answer;
use crate::cli::change::{self, Beside};
use crate::cli::context::Context;
use crate::cli::dialogue::choose;
use crate::cli::failure::{Cancelled, Findings, Refused};
use crate::cli::lists;
use crate::cli::loaded::Loaded;
use crate::cli::new::title;
use crate::cli::reads::Reads;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::BadArgument;
use crate::document;
use crate::domain::line::Line;
use crate::domain::listed::{Field, ListKind, Listing, Value};
use crate::domain::region::Region;
use crate::domain::workspace::Workspace;
use crate::input::list::{ColumnWish, Manner, fields, read_list};
use crate::plan::import::{Import, Wishes, cities, contacts, meetings};
use crate::text::{Language, Vocabulary as _, count, slug};
use crate::view;

/// What is wanted of a list.
pub(super) struct Wanted<'a> {
    /// What it is about.
    pub(super) kind: ListKind,
    /// What was said of it.
    pub(super) list: &'a ListArgs,
    /// Whether cities that are not known become members.
    pub(super) adds_towns: bool,
    /// Groups that everybody in it belongs to.
    pub(super) groups: &'a [String],
}

pub(super) fn run(wanted: &Wanted<'_>, reads: Reads, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(reads)?;
    loaded.writable_root()?;
    let Wanted { kind, list: args, .. } = *wanted;
    let mut listing = read(wanted, &loaded.workspace, context)?;
    belong(&mut listing, wanted.groups)?;
    let asks = args.manner.asks();
    // Whoever can be asked is asked about cities, too.
    let mut adds_towns = wanted.adds_towns || asks;
    let mut import = decide(wanted, &listing, adds_towns, &loaded, context);
    adds_towns &= !import.towns.is_empty();
    let file = args.file.display().to_string();
    let shown = |import: &Import, adds_towns, language| {
        view::import::import(&loaded.workspace, &file, &listing, import, adds_towns, language)
    };
    if args.json {
        context.print_json(&shown(&import, adds_towns, loaded.document_language))?;
    } else {
        let seen = shown(&import, adds_towns, context.language);
        answer::show(&document::import::document(&seen, context.language), context)?;
    }
    if listing.entries.is_empty()
        || context.strict && !(listing.refused.is_empty() && import.left.is_empty())
    {
        return Err(Refused.into());
    }
    if import.added.is_empty() && import.changed.is_empty() {
        return Ok(());
    }
    let mut changes = texts::changes(kind, &import, adds_towns, &loaded)?;
    change::check(&changes, Vec::new(), &loaded, context)?;
    if asks {
        let is_open = adds_towns && !wanted.adds_towns;
        if !is_open {
            change::confirm(context)?;
        } else if !ask_with_towns(&import, context)? {
            adds_towns = false;
            import = decide(wanted, &listing, false, &loaded, context);
            changes = texts::changes(kind, &import, false, &loaded)?;
            change::check(&changes, Vec::new(), &loaded, context)?;
        }
    }
    if !change::is_made(args.manner, context)? {
        return Ok(());
    }
    change::write(&changes, Beside::default(), &loaded, context)?;
    let news = done(kind, &import, adds_towns, context.language);
    context.note(&context.made(&news, '.'));
    Ok(())
}

/// What the list says.
fn read(wanted: &Wanted<'_>, workspace: &Workspace, context: &Context) -> Result<Listing> {
    let Wanted { kind, list: args, .. } = *wanted;
    let columns = columns(args, kind)?;
    let file = lists::file(&args.file)?;
    let region = workspace.network.date_rules.region;
    let is_abroad = match region {
        Some(Region::Of(territory)) => territory.is_austrian(),
        Some(Region::Canton(_) | Region::Other(_)) => true,
        Some(Region::OwnCalendar) | None => false,
    };
    let manner = Manner {
        kind,
        sheet: args.sheet.as_deref(),
        heading_row: args.header,
        columns: &columns,
        // Cities have postcodes of five digits unless they say their country.
        is_abroad: is_abroad && kind == ListKind::Contacts,
    };
    let read = read_list(file, manner, &*context.workshop);
    read.map_err(|findings| Findings { sources: Arc::default(), findings }.into())
}

/// What `--column` says; all that says nothing is found at once.
fn columns(args: &ListArgs, kind: ListKind) -> Result<Vec<ColumnWish>> {
    let mut findings = Vec::new();
    let mut wishes = Vec::new();
    for words in &args.column {
        let Some(wish) = ColumnWish::parse(words, kind) else {
            let keys: Vec<&str> = fields(kind).map(Field::word).collect();
            let keys = keys.join(", ");
            findings.push(Diagnostic::new(BadArgument {
                name: "--column".to_owned(),
                found: words.clone(),
                german: format!(
                    "schreiben Sie `Überschrift=Schlüssel`, mit einem von {keys}, oder `-`"
                ),
                english: format!("write `HEADING=KEY`, with one of {keys}, or `-`"),
            }));
            continue;
        };
        wishes.push(wish);
    }
    if findings.is_empty() {
        return Ok(wishes);
    }
    Err(Findings { sources: Arc::default(), findings }.into())
}

/// Lets everybody in the list belong to groups.
fn belong(listing: &mut Listing, groups: &[String]) -> Result<()> {
    let mut lines = Vec::new();
    for group in groups {
        let line = Line::new(group).ok().filter(|line| slug(line.as_str()) == line.as_str());
        lines.push(line.ok_or_else(|| {
            let slug = slug(group);
            Findings::one(BadArgument {
                name: "--group".to_owned(),
                found: group.clone(),
                german: format!("eine Gruppe heißt wie `{slug}`"),
                english: format!("a group is called like `{slug}`"),
            })
        })?);
    }
    if lines.is_empty() {
        return Ok(());
    }
    for entry in &mut listing.entries {
        let known = entry.facts.iter_mut().find(|(field, _)| *field == Field::Groups);
        match known {
            Some((_, Value::Lines(there))) => {
                there.extend(
                    lines.iter().filter(|line| !there.contains(line)).cloned().collect::<Vec<_>>(),
                );
            }
            _ => entry.facts.push((Field::Groups, Value::Lines(lines.clone()))),
        }
    }
    Ok(())
}

fn decide(
    wanted: &Wanted<'_>,
    listing: &Listing,
    adds_towns: bool,
    loaded: &Loaded,
    context: &Context,
) -> Import {
    let workspace = &loaded.workspace;
    let wishes = Wishes { adds_towns, is_right: wanted.list.update };
    match wanted.kind {
        ListKind::Contacts => contacts::decide(workspace, listing, wishes),
        ListKind::Cities => cities::decide(workspace, listing, wishes),
        ListKind::Meetings => {
            let title = |hosts: &[String]| title(workspace, hosts.iter(), loaded.document_language);
            let bench = meetings::Bench { workspace, today: context.clock.today(), title };
            meetings::decide(&bench, listing, wishes)
        }
    }
}

/// Asks whether to take the list in, and whether with the cities that are new.
fn ask_with_towns(import: &Import, context: &Context) -> Result<bool> {
    let number = import.towns.len();
    let (question, answers) = match context.language {
        Language::German => {
            let towns = match number {
                1 => "einer neuen Stadt als Mitglied".to_owned(),
                _ => format!("{number} neuen Städten als Mitgliedern"),
            };
            (
                "Das übernehmen",
                [format!("Ja, mit {towns}"), "Ja, aber ohne sie".to_owned(), "Nein".to_owned()],
            )
        }
        Language::English => {
            let towns = count(number, "new city", "new cities");
            (
                "Take this in",
                [
                    format!("Yes, with {towns} as members"),
                    "Yes, but without them".to_owned(),
                    "No".to_owned(),
                ],
            )
        }
    };
    match choose(question, &answers, 0, context)? {
        0 => Ok(true),
        1 => Ok(false),
        _ => Err(Cancelled.into()),
    }
}

/// What was done.
fn done(kind: ListKind, import: &Import, adds_towns: bool, language: Language) -> String {
    let (one, several) = match (kind, language) {
        (ListKind::Contacts, Language::German) => ("Kontakt", "Kontakte"),
        (ListKind::Contacts, Language::English) => ("contact", "contacts"),
        (ListKind::Cities, Language::German) => ("Stadt", "Städte"),
        (ListKind::Cities, Language::English) => ("city", "cities"),
        (ListKind::Meetings, Language::German) => ("Treffen", "Treffen"),
        (ListKind::Meetings, Language::English) => ("meeting", "meetings"),
    };
    let towns = if adds_towns && kind != ListKind::Cities { import.towns.len() } else { 0 };
    let (added, changed) = (import.added.len(), import.changed.len());
    let new = count(added, one, several);
    let parts = match language {
        Language::German => [
            format!("{new} neu"),
            format!("{changed} ergänzt"),
            count(towns, "neue Stadt", "neue Städte").to_string(),
        ],
        Language::English => [
            format!("{new} new"),
            format!("{changed} completed"),
            count(towns, "new city", "new cities").to_string(),
        ],
    };
    let told = parts.into_iter().zip([added, changed, towns]).filter(|(_, number)| *number > 0);
    let told = told.map(|(words, _)| words).collect::<Vec<_>>().join(", ");
    format!("{}: {told}", language.pick("Übernommen", "Taken in"))
}
