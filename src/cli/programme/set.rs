//! The whole set: a programme in every form that an office needs, in one folder.

use std::path::Path;

use anyhow::Result;

use super::form::Form;
use crate::cli::answer::Wanted;
use crate::cli::context::Context;
use crate::cli::loaded::Loaded;
use crate::cli::output::Offer as _;
use crate::cli::target_folder::TargetFolder;
use crate::document::grid::StrandLayout;
use crate::domain::meeting::Meeting;
use crate::plan::programme::release::withdrawn;
use crate::render::sheet::{Paper, Sheet};
use crate::render::{Format, Shape};
use crate::view::programme::Edition;

/// Writes the set of `meeting` into `folder`, which is made if need be: all of it, or nothing if
/// one of its forms cannot be made or finds no room.
pub(super) fn write(
    folder: &Path,
    edition: Option<Edition>,
    layout: StrandLayout,
    force: bool,
    meeting: &Meeting,
    loaded: &Loaded,
    context: &Context,
) -> Result<()> {
    let forms = forms(edition, layout, meeting);
    let name = |form: &Form<'_>| {
        let name = format!("{}.{}", form.stem(meeting), form.wanted.format.extension());
        dated(meeting, &name)
    };
    let names = forms.iter().map(name).collect();
    let target = TargetFolder::open(folder, names, force, context)?;
    let files = forms.iter().map(|form| form.bytes(meeting, loaded, context));
    target.write(&files.collect::<Result<Vec<_>>>()?, context)
}

/// The forms of the set. Inner editions come only to those who name them, and never beside those
/// for everybody.
fn forms(asked: Option<Edition>, layout: StrandLayout, meeting: &Meeting) -> Vec<Form<'static>> {
    let on = |sheet: Sheet, format: Format, edition: Option<Edition>| Form {
        edition,
        layout,
        ..Form::new(Wanted { format, sheet })
    };
    let of = |format: Format, edition| on(Sheet::default(), format, edition);
    let in_shapes = |shapes: &[Shape], edition: Edition| {
        let formats = Form::formats().filter(|format| shapes.contains(&format.shape()));
        formats.map(|format| of(format, Some(edition))).collect::<Vec<_>>()
    };
    let documents = [Shape::Document, Shape::Paper, Shape::Table];
    let edition = asked.unwrap_or_default();
    let mut forms = in_shapes(&documents, edition);
    forms.extend(in_shapes(&[Shape::Data], edition));
    let large = Sheet { large: true, ..Sheet::default() };
    for sheet in [Sheet { paper: Paper::A5, ..Sheet::default() }, large] {
        forms.push(on(sheet, Format::Pdf, Some(edition)));
    }
    if asked.is_none() {
        forms.extend(in_shapes(&documents, Edition::Short));
    }
    // A calendar is for everybody, and needs a day, be it one that is taken back.
    let has_day = meeting.when.date.is_some() || withdrawn(meeting).is_some();
    if edition == Edition::Full && has_day {
        forms.extend([false, true].map(|items| Form { items, ..of(Format::Ics, None) }));
    }
    if cfg!(not(feature = "pdf")) {
        forms.retain(|form| form.wanted.format.shape() != Shape::Paper);
    }
    forms
}

/// `name` with the day of the meeting first, unless it begins with a day itself.
fn dated(meeting: &Meeting, name: &str) -> String {
    match meeting.when.date {
        Some(date) if !name.starts_with(&date.value.format("%Y-%m").to_string()) => {
            format!("{}-{name}", date.value)
        }
        _ => name.to_owned(),
    }
}
