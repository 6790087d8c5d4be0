//! `erfa dates`

use anyhow::Result;
use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::answer::Answer;
use super::choice::any_day;
use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::output::{Offer, OutputArgs};
use super::reads::{Area, Reads};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::request::{BadArgument, NoDate};
use crate::document::dates::{self as document, Details};
use crate::domain::network::Cadence;
use crate::domain::time::DateRange;
use crate::plan::dates::{DatesQuestion, dates};
use crate::render::Shape;
use crate::render::ics::{Hold, Schedule};
use crate::text::{Day, Language, Vocabulary as _, named_month, slug};
use crate::view::dates as view;

/// The law of public holidays is of December 1994.
const FIRST_YEAR: i32 = 1995;

/// The longest time that is looked at: a hundred years.
const LONGEST: Months = Months::new(1200);

/// Without a cadence half a year is looked at.
const HALF_A_YEAR: u64 = 183;

/// Propose days that suit all cities, the best first
///
/// School holidays, bridge days, local events, unsuitable weekdays and the distance to other
/// meetings give minus points; weekends and public holidays block a day. The weights stand in
/// `network.toml` below `[dates]`. Whose holidays a city keeps says its `region` (such as DE-BY);
/// what is not built in stands in `calendar/`, and what stands nowhere counts as unknown.
#[derive(clap::Args, Debug)]
pub(super) struct DatesArgs {
    /// The city that hosts: what is in its way counts in full
    #[arg(long, value_name = "CITY")]
    host: Option<String>,

    /// The first day [default: today]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    from: Option<Day>,

    /// The last day [default: one and a half intervals between meetings later]
    #[arg(long, alias = "to", value_name = "DATE", value_parser = any_day)]
    until: Option<Day>,

    /// Show this month as a calendar, each day with the sign of what speaks against it
    #[arg(long, value_name = "MONTH", value_parser = month, conflicts_with_all = ["from", "until"])]
    month: Option<DateRange>,

    /// Judge this weekday only (can be repeated)
    #[arg(long, value_name = "WEEKDAY", value_parser = weekday)]
    weekday: Vec<Weekday>,

    /// Name this many days [default: 10]
    #[arg(long, value_name = "NUMBER", default_value_t = 10, hide_default_value = true,
          value_parser = clap::value_parser!(u16).range(1..=10_000))]
    count: u16,

    /// Tell all reasons for each day, each with the file and line it comes from
    #[arg(long)]
    why: bool,

    #[command(flatten)]
    output: OutputArgs<DatesArgs>,
}

impl Offer for DatesArgs {
    const SHAPES: &'static [Shape] = &[
        Shape::Screen,
        Shape::Document,
        Shape::Paper,
        Shape::Calendar,
        Shape::Drawing,
        Shape::Data,
    ];
    const MORE: &'static str =
        "`ics` gives the days that are not blocked as all-day holds for calendars.";
}

/// What it rests on.
const READS: Reads = Reads::of(&[]).as_far_as_well(&[Area::Turns, Area::Calendar]);

pub(super) fn run(args: &DatesArgs, context: &Context) -> Result<()> {
    let loaded = context.load(args.output.reads(READS, context))?.with_published();
    let days = [context.day_if(args.from.as_ref())?, context.day_if(args.until.as_ref())?];
    let today = context.clock.today();
    let question =
        question(args, days, &loaded, today).map_err(|findings| loaded.fail(findings))?;
    let Loaded { workspace, sources, left_out, .. } = &loaded;
    let count = usize::from(args.count);
    let view = |language| {
        let days = dates(workspace, &question);
        view::dates(workspace, &question, &days, count, left_out, sources, language)
    };
    let picture = |language| {
        let days = dates(workspace, &question);
        let all = days.len();
        let all = view::dates(workspace, &question, &days, all, left_out, sources, language);
        document::calendar(&all, language)
    };
    let answer = Answer::about(&loaded)
        .document(|format, language| {
            context.answer_says_what_is_left_out();
            let drawn = format.has_drawings();
            let calendar = (drawn || args.month.is_some()).then(|| picture(language));
            // A month on a screen is enough to look at; a page has room for both.
            let table = drawn || args.month.is_none();
            let details = Details { why: args.why, table, calendar };
            Ok(document::document(&view(language), language, details))
        })
        .calendar(|language| calendar(&view(language), &loaded, context))
        .drawing(|language| Ok(picture(language)))
        .data(|language| {
            context.answer_says_what_is_left_out();
            Ok(view(language))
        });
    args.output.give("dates", &answer, context)
}

/// Checks what is asked for.
fn question(
    args: &DatesArgs,
    [from, to]: [Option<NaiveDate>; 2],
    loaded: &Loaded,
    today: NaiveDate,
) -> Result<DatesQuestion, Vec<Diagnostic>> {
    let mut findings = Vec::new();
    let mut refuse = |name: &str, day: NaiveDate, german: &str, english: &str| {
        findings.push(Diagnostic::new(BadArgument {
            name: name.to_owned(),
            found: day.to_string(),
            german: german.to_owned(),
            english: english.to_owned(),
        }));
    };
    let from = args.month.map_or_else(|| from.unwrap_or(today), DateRange::first);
    let to = args.month.map(DateRange::last).or(to);
    let to = to.unwrap_or_else(|| horizon(from, &loaded.workspace.network.cadence));
    if from.year() < FIRST_YEAR {
        refuse(
            if args.month.is_some() { "--month" } else { "--from" },
            from,
            "die Feiertage sind in Thüringen erst ab 1995 bekannt, in den anderen Ländern ab 2016",
            "public holidays are known from 1995 on in Thuringia, elsewhere from 2016 on only",
        );
    }
    if to < from {
        refuse(
            "--until",
            to,
            &format!("der letzte Tag liegt vor dem ersten, {from}"),
            &format!("the last day is before the first, {from}"),
        );
    } else if from.checked_add_months(LONGEST).is_some_and(|latest| latest < to) {
        refuse(
            "--until",
            to,
            "höchstens hundert Jahre lassen sich auf einmal prüfen",
            "a hundred years are the most that can be judged at once",
        );
    }
    let host = match args.host.as_deref().map(|words| loaded.city(words)).transpose() {
        Ok(host) => host,
        Err(unknown) => {
            findings.push(unknown);
            None
        }
    };
    match DateRange::new(from, to) {
        Some(days) if findings.is_empty() => {
            Ok(DatesQuestion { days, today, host, weekdays: args.weekday.clone() })
        }
        _ => Err(findings),
    }
}

/// One and a half intervals between meetings later, at least three months and at most a year.
fn horizon(from: NaiveDate, cadence: &Cadence) -> NaiveDate {
    let days = cadence.per_year.map_or(HALF_A_YEAR, |number| 365 * 3 / 2 / u64::from(number));
    from.checked_add_days(Days::new(days.clamp(90, 365)))
        .filter(|day| day.year() <= 9999)
        .unwrap_or(from)
}

/// The days that are not blocked, as holds.
fn calendar(view: &view::Dates, loaded: &Loaded, context: &Context) -> Result<Schedule<'static>> {
    let network = &loaded.workspace.network;
    let language = loaded.document_language;
    let domain = network.sender.mail.as_ref().and_then(|mail| mail.as_str().rsplit('@').next());
    let domain = domain.unwrap_or("erfa.invalid");
    let meeting = network.meeting_name.as_ref().unwrap_or(&network.name);
    let held = match language {
        Language::German => format!("Vorgemerkt: {meeting}"),
        Language::English => format!("On hold: {meeting}"),
    };
    let summary = match &view.host {
        Some(host) => format!("{held}, {}", host.name),
        None => held,
    };
    let event = |day: &view::DayCandidate| Hold {
        uid: format!("hold.{}.{}@{domain}", day.date, slug(network.name.as_str())),
        first: day.date,
        last: day.date,
        summary: summary.clone(),
        description: day
            .reasons
            .iter()
            .map(|reason| format!("{}  {}", reason.points_words, reason.words))
            .collect::<Vec<_>>()
            .join("\n"),
    };
    let mut events: Vec<Hold> = view.days.iter().filter(|day| !day.blocked).map(event).collect();
    if events.is_empty() {
        return Err(Findings::one(NoDate {}).into());
    }
    events.sort_by_key(|event| event.first);
    Ok(Schedule::Holds(events, context.clock.now(network.time_zone.name()), language))
}

/// Reads `--month`.
fn month(words: &str) -> Result<DateRange, String> {
    let parts: Vec<&str> = words.split(['-', '.', '/', ' ']).filter(|it| !it.is_empty()).collect();
    let first = match parts[..] {
        [one, other] => {
            let number = |word: &str| word.parse::<u32>().ok();
            let is_year =
                |word: &str| word.len() == 4 && word.bytes().all(|it| it.is_ascii_digit());
            let (year, month) = if is_year(one) { (one, other) } else { (other, one) };
            let month = named_month(month).or_else(|| number(month));
            let year = year.parse().ok().filter(|_| is_year(year));
            year.zip(month).and_then(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1))
        }
        _ => None,
    };
    let last = first.and_then(|first| first.checked_add_months(Months::new(1))?.pred_opt());
    let month = first.zip(last).and_then(|(first, last)| DateRange::new(first, last));
    month.ok_or_else(|| "2027-03".to_owned())
}

/// Reads `--weekday`.
fn weekday(words: &str) -> Result<Weekday, String> {
    Weekday::read(words).ok_or_else(|| "tuesday, Dienstag, Di".to_owned())
}
