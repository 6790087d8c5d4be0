//! The towns of a new network: typed, pasted from a table, or taken from an office's list.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::file::FileUnreadable;
use crate::domain::listed::{Facts, Field, ListKind, Listing, fact};
use crate::input::list::{Manner, read_list};
use crate::input::{self, NetworkDraft, TownDraft, split_names};
use crate::plan::import::{Wishes, cities, contacts};
use crate::source::RawFile;
use crate::system::files;
use crate::text::{Language, list, slug};

/// What was understood of an answer.
#[derive(Default)]
pub(super) struct Understood {
    /// Its towns.
    pub(super) towns: Vec<TownDraft>,
    /// Words that are the name of no town.
    pub(super) left: Vec<String>,
}

/// The towns of the list at `path`.
///
/// # Errors
/// If it cannot be read, or nobody can tell which column names towns.
pub(super) fn of_list(
    path: &Path,
    draft: &NetworkDraft,
    context: &Context,
) -> Result<Vec<TownDraft>> {
    let shown = path.display().to_string();
    let file = files::read_one(path, &shown).ok_or_else(|| {
        let reason = "No such file or directory".to_owned();
        Findings::one(FileUnreadable { path: shown, reason })
    })?;
    let read = of_table(&file, draft, context);
    read.map_err(|findings| Findings { sources: Arc::default(), findings }.into())
}

/// The towns that somebody typed or pasted: names, rows of a table, or the name of a list.
///
/// # Errors
/// If it is a list that cannot be read.
pub(super) fn of_lines(
    lines: &[String],
    draft: &NetworkDraft,
    context: &Context,
) -> Result<Understood> {
    if let [line] = lines {
        let path = Path::new(line.trim().trim_matches(['"', '\'']));
        if path.extension().is_some() && files::exists(path) {
            return Ok(Understood { towns: of_list(path, draft, context)?, left: Vec::new() });
        }
    }
    let names = if is_table(lines) {
        let table = lines.join("\n").into_bytes();
        let file = RawFile { path: String::new(), content: Ok(table) };
        match of_table(&file, draft, context) {
            Ok(towns) if !towns.is_empty() => return Ok(Understood { towns, left: Vec::new() }),
            // Without headings it is the first column that holds nothing but names.
            Ok(_) | Err(_) => column(lines),
        }
    } else {
        split_names(&lines.join("\n"))
    };
    let (towns, left): (Vec<String>, Vec<String>) =
        names.into_iter().partition(|name| is_name(name));
    Ok(Understood { towns: towns.iter().map(|name| name.as_str().into()).collect(), left })
}

/// Says what of an answer is no name of a town, and what was there already.
pub(super) fn objection(left: &[String], twice: &[String], language: Language) -> Option<String> {
    let quote = |names: &[String]| {
        list::and(names.iter().take(5).map(|name| format!("`{name}`")), language)
    };
    let left = (!left.is_empty()).then(|| match language {
        Language::German => format!("Kein Name einer Stadt: {}", quote(left)),
        Language::English => format!("No name of a city: {}", quote(left)),
    });
    let twice = (!twice.is_empty()).then(|| match language {
        Language::German => format!("Steht schon da: {}", quote(twice)),
        Language::English => format!("Is there already: {}", quote(twice)),
    });
    let words: Vec<String> = left.into_iter().chain(twice).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// The towns that a table of people or of towns names, in its order.
fn of_table(
    file: &RawFile,
    draft: &NetworkDraft,
    context: &Context,
) -> Result<Vec<TownDraft>, Vec<Diagnostic>> {
    let read = |kind| {
        let manner =
            Manner { kind, sheet: None, heading_row: None, columns: &[], is_abroad: false };
        read_list(file.clone(), manner, &*context.workshop)
    };
    // Nobody is a member yet, so that all towns are new.
    let none = NetworkDraft { cities: Vec::new(), coordinator: None, ..draft.clone() };
    let files = none.files().into_iter().map(RawFile::from).collect();
    let Some(workspace) = input::read(files).workspace else { return Ok(Vec::new()) };
    let wishes = Wishes { adds_towns: true, is_right: false };
    let names_people = |listing: &Listing| {
        listing.entries.iter().any(|entry| fact(&entry.facts, Field::FamilyName).is_some())
    };
    // What people have in their row is not their town's.
    if let Ok(people) = read(ListKind::Contacts)
        && names_people(&people)
    {
        let towns = contacts::decide(&workspace, &people, wishes).towns;
        return Ok(towns.iter().map(|town| town.name.as_str().into()).collect());
    }
    let listing = read(ListKind::Cities)?;
    let town = |facts: &Facts| {
        let name = fact(facts, Field::Name)?.words();
        let facts = facts.iter().filter(|(field, _)| *field != Field::Name).cloned();
        Some(TownDraft { name, facts: facts.collect() })
    };
    let added = cities::decide(&workspace, &listing, wishes).added;
    Ok(added.iter().filter_map(|added| town(&added.facts)).collect())
}

/// What parts the cells of a row.
fn cells(line: &str) -> Vec<&str> {
    let sign = if line.contains('\t') { '\t' } else { ';' };
    line.split(sign).map(str::trim).collect()
}

/// Whether lines are the rows of a table: with tabs, or each with as many semicolons as the first.
fn is_table(lines: &[String]) -> bool {
    let signs = |line: &String| line.matches(';').count();
    let first = lines.first().map_or(0, signs);
    lines.iter().any(|line| line.contains('\t'))
        || lines.len() > 1 && first > 0 && lines.iter().all(|line| signs(line) == first)
}

/// The cells of the first column that holds names alone; those of the first one if none does.
fn column(lines: &[String]) -> Vec<String> {
    let rows: Vec<Vec<&str>> = lines.iter().map(|line| cells(line)).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let at = |column: usize| {
        rows.iter().filter_map(move |row| row.get(column).filter(|cell| !cell.is_empty()))
    };
    let holds_names = |column: &usize| at(*column).next().is_some() && at(*column).all(is_name);
    let column = (0..width).find(holds_names).unwrap_or_default();
    at(column).map(ToString::to_string).collect()
}

/// Whether words can be the name of a town: neither a number nor an address.
fn is_name(words: impl AsRef<str>) -> bool {
    let words = words.as_ref();
    !slug(words).is_empty() && words.contains(char::is_alphabetic) && !words.contains(['@', '\t'])
}
