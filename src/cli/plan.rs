//! `erfa plan`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use super::answer::Answer;
use super::change::Manner;
use super::choice::any_day;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::output::{Offer, OutputArgs};
use super::reads::{Area, Reads};
use crate::diagnostic::file::FileUnreadable;
use crate::diagnostic::plan::WishOutsidePlan;
use crate::diagnostic::{Diagnostic, stops};
use crate::document::plan as document;
use crate::domain::city::Wish;
use crate::input::read_problem;
use crate::plan::rotation::account::Ledger;
use crate::plan::rotation::explanation::outlook;
use crate::plan::rotation::planner::{Conflict, ConflictFact, plan};
use crate::plan::rotation::problem::Horizon;
use crate::plan::rotation::slot::HostQuestion;
use crate::plan::rotation::slot::{Slot, is_paced, planned_slots};
use crate::plan::rotation::suited::{suited, unknown_days};
use crate::render::{Format, Shape};
use crate::source::Origin;
use crate::system::files;
use crate::text::{DateStyle, Day, Language, count};
use crate::view::plan as view;

mod pin;
mod save;

/// Plan the coming turns together, as fairly as can be
///
/// The accounts stay as even as possible over all turns of the plan; where several plans are equally
/// fair, wishes decide, then waiting, travel and the network's order. First come the coming meetings
/// without a host and the ideas, then further turns as far apart as `[cadence]` says; a year that has its
/// turns (`per-year`) gets no more. Before all that, no city hosts twice running while another can
/// (`min-gap` below `[rotation]`).
#[derive(clap::Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub(super) struct PlanArgs {
    /// Plan this many turns [default: one for each member]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=1000))]
    count: Option<u16>,

    /// The day of the first turn without a meeting [default: the next one that fits the cadence]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    date: Option<Day>,

    /// Let a city host a turn: gotha=2, gotha=2027-03 or gotha=2027-03-02 (can be repeated)
    #[arg(long, value_name = "CITY=TURN")]
    pin: Vec<String>,

    /// Tell the reasons, each with the file and line it comes from
    #[arg(long)]
    why: bool,

    /// Write the turns as meetings with the status `idea`
    ///
    /// What is there already is left as it is.
    #[arg(long)]
    save: bool,

    /// Do it without asking
    #[arg(short, long, requires = "save")]
    yes: bool,

    /// Only show what would change
    #[arg(long, requires = "save")]
    dry_run: bool,

    /// Solve a problem file instead of planning for the network
    #[arg(long, value_name = "PATH", conflicts_with_all = ["count", "date", "pin", "why", "save"])]
    problem: Option<PathBuf>,

    #[command(flatten)]
    output: OutputArgs<PlanArgs>,
}

impl Offer for PlanArgs {
    const SHAPES: &'static [Shape] =
        &[Shape::Screen, Shape::Document, Shape::Paper, Shape::Drawing, Shape::Data];
    const PIPED: Format = Format::Table;
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Rotation]).as_far_as_well(&[Area::Turns, Area::Calendar]);

pub(super) fn run(args: &PlanArgs, context: &Context) -> Result<()> {
    if let Some(path) = &args.problem {
        return solve(path, &args.output, context);
    }
    if args.save {
        context.begin_change()?;
    }
    let loaded = context.load(args.output.reads(READS, context))?.with_published();
    loaded.rely_on_travel()?;
    let workspace = &loaded.workspace;
    let today = context.clock.today();
    let members = workspace.cities.iter().filter(|city| city.membership.covers(today)).count();
    let count = args.count.map_or(members, usize::from);
    let date = context.day_if(args.date.as_ref())?;
    let question = HostQuestion { date, today, count };
    let ledger = Ledger::of(workspace);
    let slots = planned_slots(workspace, &ledger, question);
    let slots = suited(workspace, slots, date, today, &pin::wanted(&args.pin));
    warn(&loaded, &slots, context)?;
    let horizon = Horizon::new(workspace, ledger, slots, question);
    let mut horizon = horizon.map_err(|findings| loaded.fail(findings))?;
    pin::pin(&mut horizon, &args.pin).map_err(|findings| loaded.fail(findings))?;
    let outlook = outlook(&horizon).map_err(|conflicts| {
        let finding = |conflict: &Conflict| conflict_in(&horizon, conflict);
        loaded.fail(conflicts.iter().map(finding).collect())
    })?;
    if args.save {
        loaded.rely_on(Area::Turns)?;
        loaded.rely_on(Area::Calendar)?;
        save::is_possible(&outlook, &loaded)?;
    }
    let Loaded { sources, .. } = &loaded;
    let view = |language| view::plan(&outlook, sources, language);
    let answer = Answer::about(&loaded)
        .document(|format, language| {
            let view = view(language);
            let drawing = format.has_drawings().then(|| document::drawing(&view, language));
            let members = &workspace.network.members;
            Ok(document::document(&view, members, language, args.why, drawing))
        })
        .drawing(|language| Ok(document::drawing(&view(language), language)))
        .data(|language| Ok(view(language)));
    args.output.give("plan", &answer, context)?;
    let manner = Manner { yes: args.yes, dry_run: args.dry_run };
    if args.save { save::save(&outlook, &loaded, manner, context) } else { Ok(()) }
}

/// A slot that nobody can host, as a finding.
fn conflict_in(horizon: &Horizon<'_>, conflict: &Conflict) -> Diagnostic {
    let workspace = horizon.workspace;
    let place = |fact: ConflictFact| -> Option<Origin> {
        let membership = &workspace.city(horizon.cities[fact.turn().city]).membership;
        match fact {
            ConflictFact::Pin(_) => None,
            ConflictFact::Forbidden(turn) => Some(horizon.hindrances.get(&turn)?.first()?.origin()),
            ConflictFact::NotYetMember(_) => membership.since.map(|since| since.origin),
            ConflictFact::NoLongerMember(_) => membership.until.map(|until| until.origin),
        }
    };
    let name = |city: usize| workspace.city(horizon.cities[city]).name.to_string();
    let date = horizon.slots[conflict.slot].date();
    conflict.finding((conflict.slot + 1).to_string(), Some(date), name, place)
}

/// Solves the problem file at `path`.
fn solve(path: &Path, output: &OutputArgs<PlanArgs>, context: &Context) -> Result<()> {
    let shown = path.display().to_string();
    let Some(file) = files::read_one(path, &shown) else {
        let reason = files::read(path).err().map(|error| files::words(&error));
        let problem = FileUnreadable { path: shown, reason: reason.unwrap_or_default() };
        return Err(Findings::one(problem).into());
    };
    let reading = read_problem(file);
    let Some(named) = reading.problem else {
        let (sources, findings) = (reading.sources.into(), reading.findings);
        return Err(Findings { sources, findings }.into());
    };
    let sources = Arc::new(reading.sources);
    let answer = || Answer::new(Arc::clone(&sources), context.document_language(None));
    let plan = match plan(&named.problem) {
        Ok(plan) => plan,
        Err(conflicts) => {
            let finding = |conflict: &Conflict| {
                let slot = &named.slots[conflict.slot];
                let name = |city: usize| named.cities[city].to_string();
                conflict.finding(slot.id.to_string(), slot.date, name, |fact| fact.place(&named))
            };
            let findings: Vec<Diagnostic> = conflicts.iter().map(finding).collect();
            if output.wanted(context)?.format.shape() == Shape::Data {
                let conflicts = view::plain::conflicts(&named, &conflicts, &sources);
                output.give("plan", &answer().data(|_| Ok(&conflicts)), context)?;
            }
            return Err(Findings { sources, findings }.into());
        }
    };
    let view = |language| view::plain::plain(&named, &plan, language);
    let answer = answer()
        .document(|_, language| Ok(document::plain(&view(language), language)))
        .data(|language| Ok(view(language)));
    output.give("plan", &answer, context)
}

/// Says what the plan passes over: wishes for days that it has no turn on, and days of which the
/// school holidays are not known.
fn warn(loaded: &Loaded, slots: &[Slot<'_>], context: &Context) -> Result<()> {
    let workspace = &loaded.workspace;
    let is_met = |wish: &Wish| slots.iter().any(|slot| wish.days.contains(slot.date()));
    let mut findings = Vec::new();
    for city in &workspace.cities {
        for wish in city.wishes.iter().filter(|wish| !is_met(wish)) {
            let problem = WishOutsidePlan { city: city.name.to_string() };
            findings.push(Diagnostic::at(wish.origin, problem));
        }
    }
    if stops(&findings, context.strict) {
        return Err(loaded.fail(findings));
    }
    context.warn(&findings, &loaded.sources);
    // Where nothing sets turns apart, their day says nothing but from when on it was reckoned.
    let unknown = if is_paced(&workspace.network.cadence) {
        unknown_days(workspace, slots, context.clock.today())
    } else {
        Vec::new()
    };
    if let Some(first) = unknown.first() {
        let style = DateStyle { language: context.language, ..DateStyle::default() };
        let first = style.numeric(*first);
        let days = unknown.len();
        context.note(&match context.language {
            Language::German => format!(
                "Nicht alles bekannt ist für {} (zuerst {first}), etwa Feiertage oder Schulferien; \
                 `erfa dates --why` nennt es.",
                count(days, "vorgesehenen Tag", "vorgesehene Tage")
            ),
            Language::English => format!(
                "Not everything is known of {} (first {first}), such as public or school holidays; \
                 `erfa dates --why` says what.",
                count(days, "foreseen day", "foreseen days")
            ),
        });
    }
    Ok(())
}
