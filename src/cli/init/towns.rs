//! The towns of a new network: typed, pasted from a table, or taken from an office's list.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::lists;
use crate::diagnostic::Diagnostic;
use crate::domain::line::Line;
use crate::domain::listed::{Facts, Field, ListKind, Listing, Value, fact};
use crate::domain::region::{Region, land};
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
    let file = lists::file(path)?;
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
        if lists::is_name_of_one(path) || path.extension().is_some() && files::exists(path) {
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
    let mut understood = Understood::default();
    for name in names {
        // No town is called as a list is; among others nobody can tell which to take.
        match town(&name).filter(|_| !lists::is_name_of_one(Path::new(name.trim()))) {
            Some(town) => understood.towns.push(town),
            None => understood.left.push(name),
        }
    }
    Ok(understood)
}

/// The town that words name: "07743 Jena", "Bad Köstritz (Thüringen)". None if they name none.
pub(super) fn town(words: &str) -> Option<TownDraft> {
    let mut facts = Facts::new();
    let digits =
        words.trim().split(' ').next().filter(|it| it.bytes().all(|it| it.is_ascii_digit()));
    let postcode = digits.filter(|digits| digits.len() == 5);
    let name = words.trim()[postcode.map_or(0, str::len)..].trim();
    let region = name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
    let region = region.and_then(|(name, region)| {
        let region = Region::spoken(region).or_else(|| Region::read(region.trim()))?;
        Some((name.trim(), region.code()?))
    });
    let name = region.map_or(name, |(name, _)| name);
    let line = |words: &str| Line::new(words).ok().map(Value::Line);
    let told = [(Field::Region, region.map(|(_, code)| code)), (Field::Postcode, postcode)];
    facts.extend(told.into_iter().filter_map(|(field, words)| Some((field, line(words?)?))));
    is_name(name).then(|| TownDraft { name: name.to_owned(), facts })
}

/// Whether it is known of each town whose holidays it keeps, and there is one.
pub(super) fn all_have_regions(towns: &[TownDraft]) -> bool {
    let has_one = |town: &TownDraft| {
        let key = fact(&town.facts, Field::MunicipalityKey).map(Value::words);
        fact(&town.facts, Field::Region).is_some() || key.as_deref().and_then(land).is_some()
    };
    !towns.is_empty() && towns.iter().all(has_one)
}

/// Lets the network say what each of its towns says: whose holidays it keeps.
pub(super) fn share_region(draft: &mut NetworkDraft) {
    let region = |town: &TownDraft| fact(&town.facts, Field::Region).map(Value::words);
    let Some(shared) = draft.cities.first().and_then(region) else { return };
    let is_shared = draft.cities.iter().all(|town| region(town).as_ref() == Some(&shared));
    if draft.region.is_empty() && is_shared {
        draft.region = shared;
        let towns = draft.cities.iter_mut();
        towns.for_each(|town| town.facts.retain(|(field, _)| *field != Field::Region));
    }
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
    let read = |kind| read(file.clone(), kind, context);
    // Nobody is a member yet, so that all towns are new.
    let none = NetworkDraft { cities: Vec::new(), coordinator: None, ..draft.clone() };
    let files = none.files().into_iter().map(RawFile::from).collect();
    let Some(workspace) = input::read(files).workspace else { return Ok(Vec::new()) };
    let wishes = Wishes { adds_towns: true, is_right: false };
    let of_towns = read(ListKind::Cities);
    if of_towns.as_ref().map_or(true, |listing| listing.is_of_people)
        && let Ok(people) = read(ListKind::Contacts)
        && people.is_of_people
    {
        tell_of(&people, context);
        let towns = contacts::decide(&workspace, &people, wishes).towns;
        return Ok(towns.iter().map(|town| town.name.as_str().into()).collect());
    }
    let listing = of_towns?;
    tell_of(&listing, context);
    let town = |facts: &Facts| {
        let name = fact(facts, Field::Name)?.words();
        let facts = facts.iter().filter(|(field, _)| *field != Field::Name).cloned();
        Some(TownDraft { name, facts: facts.collect() })
    };
    let added = cities::decide(&workspace, &listing, wishes).added;
    Ok(added.iter().filter_map(|added| town(&added.facts)).collect())
}

/// Whether the list at `path` holds entries of this kind.
pub(super) fn lists(path: &Path, kind: ListKind, context: &Context) -> bool {
    let Ok(file) = lists::file(path) else { return false };
    read(file, kind, context).is_ok_and(|listing| !listing.entries.is_empty())
}

fn read(file: RawFile, kind: ListKind, context: &Context) -> Result<Listing, Vec<Diagnostic>> {
    let manner = Manner { kind, sheet: None, heading_row: None, columns: &[], is_abroad: false };
    read_list(file, manner, &*context.workshop)
}

/// Says which sheet was read where there are others, and which columns say nothing that is wanted.
fn tell_of(listing: &Listing, context: &Context) {
    let language = context.language;
    let quoted = |words: &String| language.pick(format!("„{words}“"), format!("“{words}”"));
    let sheet = listing.sheet.as_ref().filter(|(_, others)| !others.is_empty());
    let sheet = sheet.map(|(sheet, others)| {
        let (sheet, others) = (quoted(sheet), list::and(others.iter().map(quoted), language));
        language.pick(
            format!("Gelesen: Blatt {sheet}, nicht {others}."),
            format!("Read: sheet {sheet}, not {others}."),
        )
    });
    let left = listing.columns.iter().filter(|column| column.field.is_none());
    let left: Vec<String> =
        left.map(|column| quoted(&column.heading)).filter(|_| !listing.is_of_people).collect();
    let left = (!left.is_empty()).then(|| {
        let left = list::and(left, language);
        language.pick(format!("Nicht übernommen: {left}."), format!("Not taken: {left}."))
    });
    let words: Vec<String> = sheet.into_iter().chain(left).collect();
    if !words.is_empty() {
        context.note(&words.join(" "));
    }
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
    let names_one = |cell: &&&str| town(cell).is_some();
    let holds_names =
        |column: &usize| at(*column).next().is_some() && at(*column).all(|it| names_one(&it));
    let column = (0..width).find(holds_names).unwrap_or_default();
    // A row that begins further to the right is a row all the same.
    let of_row = |row: &Vec<&str>| {
        let own = row.get(column).filter(|cell| !cell.is_empty());
        let named = own.or_else(|| row.iter().find(names_one));
        named.or_else(|| row.iter().find(|cell| !cell.is_empty())).map(ToString::to_string)
    };
    rows.iter().filter_map(of_row).collect()
}

/// Whether words can be the name of a town: neither a number, with or without a unit, nor an address.
fn is_name(words: &str) -> bool {
    let begins_with_letter = slug(words).starts_with(|it: char| it.is_ascii_lowercase());
    begins_with_letter && words.contains(char::is_alphabetic) && !words.contains(['@', '\t'])
}
