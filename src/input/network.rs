//! `network.toml`

use super::directory::Directory;
use super::fields::Fields;
use super::{checklist, city, date_rules};
use super::{logo, submission, value};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::print::{LabelsOffSheet, LowContrast};
use crate::diagnostic::rotation::GapTooWide;
use crate::domain::badges::Badges;
use crate::domain::colour::Colour;
use crate::domain::date_rules::DateRules;
use crate::domain::line::Line;
use crate::domain::network::{Cadence, Keeping, MinGap, Network, Sender, Site, Style, Walking};
use crate::domain::workspace::Workspace;
use crate::text::{Gender, Language, MemberNouns, MemberWords, member};

/// The largest gap between two turns of one town.
const MOST_GAP: u32 = 1000;

/// Reads the file.
pub(super) fn read(fields: &Fields<'_>, directory: &Directory<'_>) -> Option<Network> {
    let name = fields.require_line("name");
    let goals = fields.lines("goals");
    let partners = fields.lines("partners");
    let rotation = fields.table("rotation");
    Some(Network {
        kind: fields.line("kind"),
        meeting_name: fields.line("meeting-name"),
        language: fields.get("language", value::choice).unwrap_or_default(),
        time_zone: fields.get("time-zone", value::time_zone).unwrap_or_default(),
        coordinator: fields.read("coordinator", |value| directory.city(value)),
        about: fields.text("about"),
        goals,
        partners,
        members: fields.table("words").map(members).unwrap_or_default(),
        travel: rotation.as_ref().is_some_and(travel),
        min_gap: rotation.as_ref().map(min_gap).unwrap_or_default(),
        cadence: fields.table("cadence").map(cadence).unwrap_or_default(),
        date_rules: dates(fields),
        walking: fields.table("walking").map(walking).unwrap_or_default(),
        sender: fields.table("sender").map(sender).unwrap_or_default(),
        submission: fields.table("smtp").and_then(submission::read),
        journal: fields.table("journal").map(journal).unwrap_or_default(),
        checklist: fields.table("checklist").map(checklist::read).unwrap_or_default(),
        badges: fields.table("badges").map(badges).unwrap_or_default(),
        style: fields.table("style").map(style).unwrap_or_default(),
        site: fields.table("site").map(site).unwrap_or_default(),
        note: fields.get("note", value::text),
        name: name?.value,
    })
}

/// What the members are called: a German noun, with its plural and gender where its ending does not
/// tell them, and an English one.
/// `[words]`: what members are called.
pub(super) fn members(fields: Fields<'_>) -> MemberWords {
    let [one, several, english, plural] = ["member", "members", "member-en", "members-en"]
        .map(|key| fields.get(key, value::line).map(|line: Line| line.to_string()));
    let gender: Option<Gender> = fields.get("gender", value::choice);
    fields.demand("member");
    let Some(one) = one else { return MemberWords::default() };
    let plain = member::plain_german(&one);
    if plain.is_none() {
        fields.demand("members");
        fields.demand("gender");
    }
    let (known_gender, known_plural) = plain.unwrap_or((Gender::Feminine, one.clone()));
    let plural = plural.or(english.as_deref().map(member::english_plural));
    MemberWords(Some(Box::new(MemberNouns {
        german: [one, several.unwrap_or(known_plural)],
        gender: gender.unwrap_or(known_gender),
        english: [
            english.unwrap_or_else(|| "member".to_owned()),
            plural.unwrap_or_else(|| "members".to_owned()),
        ],
    })))
}

/// `[dates]`, and the region, which stands at the head of the file or there.
fn dates(fields: &Fields<'_>) -> DateRules {
    let region = city::region(fields, false).map(|region| region.value);
    let rules = fields.table("dates").map(date_rules::read).unwrap_or_default();
    DateRules { region: region.or(rules.region), ..rules }
}

fn travel(fields: &Fields<'_>) -> bool {
    fields.get("travel", value::flag).unwrap_or(false)
}

fn min_gap(fields: &Fields<'_>) -> MinGap {
    let gap = fields.read("min-gap", value::whole(0, MOST_GAP));
    gap.map_or_else(MinGap::default, |gap| MinGap { value: gap.value, origin: Some(gap.origin) })
}

/// That there are fewer towns than the gap between two turns of one would take.
pub(super) fn wide_gap(workspace: &Workspace) -> Option<Diagnostic> {
    let (gap, cities) = (workspace.network.min_gap, workspace.cities.len());
    let is_wide = cities > 0 && usize::try_from(gap.value).is_ok_and(|wanted| wanted >= cities);
    let origin = gap.origin.filter(|_| is_wide)?;
    Some(Diagnostic::at(origin, GapTooWide { gap: gap.value, cities }))
}

fn cadence(fields: Fields<'_>) -> Cadence {
    let months = fields.list("months", value::whole(1, 12));
    let weekdays = fields.list("weekdays", value::choice);
    Cadence {
        origin: Some(fields.origin()),
        per_year: fields.get("per-year", value::whole(1, 366)),
        months: months.into_iter().map(|month| month.value).collect(),
        weekdays: weekdays.into_iter().map(|weekday| weekday.value).collect(),
    }
}

fn walking(fields: Fields<'_>) -> Walking {
    let usual = Walking::default();
    Walking {
        pace: fields.get("pace", value::tenths(1, 10)).unwrap_or(usual.pace),
        detour: fields.get("detour", value::tenths(1, 3)).unwrap_or(usual.detour),
    }
}

/// `[badges]`: sheets of labels. One on which not even one label is, is reported.
fn badges(fields: Fields<'_>) -> Badges {
    let usual = Badges::default();
    let length = |key, least, most| fields.get(key, value::tenths(least, most));
    let [width, height] = usual.size;
    let badges = Badges {
        size: [
            length("width", 20, 1000).unwrap_or(width),
            length("height", 20, 1000).unwrap_or(height),
        ],
        margins: [length("margin-left", 0, 1000), length("margin-top", 0, 1000)],
        gaps: ["gap-across", "gap-down"].map(|key| length(key, 0, 1000).unwrap_or_default()),
        empty: fields.get("empty", value::whole(0, 1000)).unwrap_or_default(),
    };
    if badges.sheet().is_some() {
        return badges;
    }
    let [width, height] = badges.size.map(millimetres);
    fields.report(Diagnostic::at(fields.origin(), LabelsOffSheet { width, height }));
    usual
}

/// Tenths of a millimetre as people write millimetres.
fn millimetres(tenths: u32) -> String {
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    }
}

fn journal(fields: Fields<'_>) -> Keeping {
    let usual = Keeping::default();
    Keeping {
        changes: fields.get("keep", value::whole(0, 10_000)).unwrap_or(usual.changes),
        days: fields.get("days", value::whole(0, 36_500)).unwrap_or(usual.days),
    }
}

fn sender(fields: Fields<'_>) -> Sender {
    Sender {
        name: fields.get("name", value::line),
        function: fields.get("function", value::line),
        organisation: fields.get("organisation", value::line),
        street: fields.get("street", value::line),
        postcode: fields.get("postcode", value::digits(5)),
        town: fields.get("town", value::line),
        mail: fields.get("mail", value::mail),
        phone: fields.get("phone", value::line),
    }
}

fn style(fields: Fields<'_>) -> Style {
    Style {
        accent: accent(&fields),
        logos: fields.tables("logos").into_iter().filter_map(logo::read).collect(),
        saturday: fields.get("saturday", value::choice).unwrap_or_default(),
        clock: fields.get("clock", value::choice).unwrap_or_default(),
    }
}

fn site(fields: Fields<'_>) -> Site {
    let mut languages: Vec<Language> = Vec::new();
    for language in fields.list("languages", value::choice) {
        // Said twice it is still one.
        if !languages.contains(&language.value) {
            languages.push(language.value);
        }
    }
    Site { url: fields.get("url", value::web_folder), languages }
}

/// The accent colour; one that is hard to read is reported.
fn accent(fields: &Fields<'_>) -> Option<Colour> {
    let colour = fields.read("accent", value::colour)?;
    if !colour.value.is_readable() {
        // Cut, not rounded: 4.49 is not 4.5.
        let contrast = (colour.value.contrast_with_white() * 10.0).floor() / 10.0;
        let problem = LowContrast {
            found: colour.value.to_string(),
            contrast: format!("{contrast:.1}"),
            nearest: colour.value.readable().to_string(),
        };
        fields.report(Diagnostic::at(colour.origin, problem));
    }
    Some(colour.value)
}
