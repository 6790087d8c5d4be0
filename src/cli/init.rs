//! `erfa init`

use std::path::PathBuf;

use anyhow::Result;

use super::change::Manner;
use super::context::Context;
use super::create::NewFiles;
use super::dialogue::{Step, Went, ask_for_lines_or_back, ask_or_back, choose_or_back, walk};
use super::failure::spoken;
use super::schema;
use super::set::refuse;
use crate::diagnostic::{Severity, stops};
use crate::domain::region::Region;
use crate::input::edit::with_schema;
use crate::input::{NetworkDraft, TownDraft};
use crate::source::Sources;
use crate::system::journal::is_begun;
use crate::system::terminal;
use crate::text::{count, list, slug};

mod made;
mod towns;

/// Make the files of a new network
///
/// Asks for what no option says and shows the files before it writes them. Nothing is ever
/// overwritten, and all files are written or none. Without a terminal it asks nothing: what no
/// option says gets the usual value, and `-y` writes. A network can begin without cities: `erfa import`
/// takes them from a list.
#[derive(clap::Args, Debug)]
pub(super) struct InitArgs {
    /// The folder that gets the files [default: this one]
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,

    /// The name of the network
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// What kind of network it is; stands before the name
    #[arg(long, value_name = "NAME")]
    kind: Option<String>,

    /// What a meeting is called
    #[arg(long, value_name = "NAME")]
    meeting_name: Option<String>,

    /// A city, or several as a list (can be repeated)
    ///
    /// Their order is the order of the network: those that are owed the same take turns in it.
    #[arg(long, value_name = "CITY")]
    city: Vec<String>,

    /// A list that names the cities: of cities or of people, CSV or a workbook
    #[arg(long, value_name = "LIST", conflicts_with = "city")]
    from: Option<PathBuf>,

    /// Whose holidays the cities keep, such as DE-BY or AT-9
    #[arg(long, value_name = "REGION", value_parser = region)]
    region: Option<String>,

    /// How many meetings there are in a year [default: 3]
    #[arg(long, value_name = "NUMBER", value_parser = number)]
    per_year: Option<u32>,

    /// The city that coordinates [default: the first one]
    #[arg(long, value_name = "CITY")]
    coordinator: Option<String>,

    /// The mail address of the coordinator
    #[arg(long, value_name = "MAIL")]
    mail: Option<String>,

    #[command(flatten)]
    manner: Manner,
}

/// Reads `--region`; none is said by nothing.
fn region(words: &str) -> Result<String, String> {
    let is_one =
        words.is_empty() || Region::read(words).or_else(|| Region::spoken(words)).is_some();
    let near = || Region::near(words).unwrap_or("DE-BY, AT-9, PL, none");
    if is_one { Ok(words.to_owned()) } else { Err(near().to_owned()) }
}

/// Reads `--per-year`; whether it is a sensible number is for the reader of the file to say.
fn number(words: &str) -> Result<u32, String> {
    words.parse().map_err(|_| "3".to_owned())
}

pub(super) fn run(args: &InitArgs, context: &Context) -> Result<()> {
    let here = || context.directory.clone().unwrap_or_else(|| PathBuf::from("."));
    let root = args.folder.clone().unwrap_or_else(here);
    if is_begun(&root) && !context.only_shows {
        // Somebody may have been interrupted here.
        context.take_in_hand(&root)?;
    }
    let mut form = Form { draft: draft(args, context)?, root, context };
    let found = form.files().check(&Sources::default(), context.clock.today());
    if stops(&found.findings, context.strict) {
        return Err(found.into());
    }
    if args.manner.asks() {
        form.dialogue(args)?;
    }
    let files = form.files().with_schemas(schema::texts(form.draft.language)?);
    if files.propose(args.manner, context)? {
        context.note(&made::words(&form.draft, &form.root, args.from.as_deref(), context));
    }
    Ok(())
}

/// What the options say, and defaults for the rest.
fn draft(args: &InitArgs, context: &Context) -> Result<NetworkDraft> {
    let language = context.document_language.unwrap_or(context.language);
    let name = language.pick("Unser Netzwerk", "Our network");
    let meeting_name = language.pick("Erfahrungsaustausch", "Exchange of experience");
    let or = |given: &Option<String>, default: &str| given.as_deref().unwrap_or(default).to_owned();
    let mut draft = NetworkDraft {
        name: or(&args.name, name),
        kind: or(&args.kind, ""),
        meeting_name: or(&args.meeting_name, meeting_name),
        cities: Vec::new(),
        region: or(&args.region, ""),
        per_year: args.per_year.unwrap_or(3).to_string(),
        coordinator: None,
        mail: or(&args.mail, ""),
        language,
    };
    if let Some(path) = &args.from {
        draft.cities = towns::of_list(path, &draft, context)?;
        towns::share_region(&mut draft);
    } else if !args.city.is_empty() {
        draft.cities = named(&args.city, &draft, context)?;
    }
    // Which towns there are to choose from is not known before they were asked for.
    if !draft.cities.is_empty() || !args.manner.asks() {
        draft.coordinator = coordinator(args, &draft.cities);
    }
    Ok(draft)
}

fn coordinator(args: &InitArgs, cities: &[TownDraft]) -> Option<String> {
    args.coordinator.clone().or_else(|| Some(cities.first()?.name.clone()))
}

/// The towns that are named, each time one or several, or rows of a table; at least one, so that an empty list
/// is found fault with.
fn named(said: &[String], draft: &NetworkDraft, context: &Context) -> Result<Vec<TownDraft>> {
    let mut named = Vec::new();
    for words in said {
        let lines: Vec<String> = words.lines().map(str::to_owned).collect();
        let towns::Understood { towns, left } = towns::of_lines(&lines, draft, context)?;
        named.extend(towns);
        if let Some(words) = left.iter().find(|words| !words.trim().is_empty()) {
            return Err(refuse(
                "--city",
                words,
                "das ist kein Name einer Stadt",
                "this is no name of a city",
            ));
        }
    }
    Ok(if named.is_empty() { vec![TownDraft::from("")] } else { named })
}

/// The network as far as it is known.
struct Form<'a> {
    draft: NetworkDraft,
    root: PathBuf,
    context: &'a Context,
}

impl Form<'_> {
    fn files(&self) -> NewFiles {
        let named = |(path, text): (String, String)| {
            let text = with_schema(&path, &text).unwrap_or(text);
            (path, text)
        };
        NewFiles::new(&self.root, self.draft.files().into_iter().map(named).collect())
    }

    fn dialogue(&mut self, args: &InitArgs) -> Result<()> {
        let context = self.context;
        terminal::say(&format!(
            "{}\n\n",
            context.say(
                "Enter übernimmt, was in Klammern steht; < geht einen Schritt zurück;\n\
                 Esc bricht ab, ohne etwas zu schreiben.",
                "Enter takes what stands in brackets; < goes back a step;\n\
                 Esc gives up without writing anything.",
            )
        ));
        let name = context.say("Name des Netzwerks", "Name of the network");
        let kind = context.say(
            "Was es ist, etwa „Städtenetzwerk“ (darf leer sein)",
            "What it is, such as “partnership of cities” (may be empty)",
        );
        let meeting = context.say("Wie heißt ein Treffen?", "What is a meeting called?");
        let region = context.say(
            "Wessen Feiertage gelten, etwa DE-BY, AT-9 oder PL (leer: noch offen)",
            "Whose holidays hold, such as DE-BY, AT-9 or PL (empty: still open)",
        );
        let per_year = context.say("Treffen im Jahr", "Meetings a year");
        let mail = context.say(
            "Mailadresse der Koordination (darf leer sein)",
            "Mail address of the coordinator (may be empty)",
        );
        let asked: [(bool, Step<'_, Self>); 8] = [
            (args.name.is_none(), &|form| form.line(name, |draft| &mut draft.name)),
            (args.kind.is_none(), &|form| form.line(kind, |draft| &mut draft.kind)),
            (args.meeting_name.is_none(), &|form| {
                form.line(meeting, |draft| &mut draft.meeting_name)
            }),
            (args.city.is_empty() && args.from.is_none(), &|form| form.towns(args)),
            (args.region.is_none(), &|form| form.region(region)),
            (args.per_year.is_none(), &|form| form.line(per_year, |draft| &mut draft.per_year)),
            (args.coordinator.is_none(), &Self::coordinator),
            (args.mail.is_none(), &|form| form.line(mail, |draft| &mut draft.mail)),
        ];
        let steps: Vec<Step<'_, Self>> =
            asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, step)| step).collect();
        walk(self, &steps)
    }

    /// Asks for one value; what it is now is the default.
    fn line(
        &mut self,
        question: &str,
        field: impl Fn(&mut NetworkDraft) -> &mut String,
    ) -> Result<Went> {
        let default = field(&mut self.draft).clone();
        ask_or_back(question, &default, |answer| {
            let mut draft = self.draft.clone();
            answer.clone_into(field(&mut draft));
            self.accept(draft)
        })
    }

    /// Asks whose holidays hold, unless each town says it.
    fn region(&mut self, question: &str) -> Result<Went> {
        if self.draft.region.is_empty() && towns::all_have_regions(&self.draft.cities) {
            return Ok(Went::Past);
        }
        self.line(question, |draft| &mut draft.region)
    }

    /// Asks for the town that coordinates, if there are several.
    fn coordinator(&mut self) -> Result<Went> {
        let names: Vec<String> = self.draft.cities.iter().map(|city| city.name.clone()).collect();
        if names.is_empty() {
            return Ok(Went::Past);
        }
        let now = self.draft.coordinator.as_deref().map(slug);
        let now = names.iter().position(|name| Some(slug(name)) == now).unwrap_or_default();
        let question = self.context.say("Koordinierende Stadt", "Coordinating city");
        let Some(chosen) = choose_or_back(question, &names, now, self.context)? else {
            return Ok(Went::Back);
        };
        self.draft.coordinator = Some(names[chosen].clone());
        Ok(Went::On)
    }

    /// Asks for the towns until nothing more comes: what was understood stays, whatever follows.
    fn towns(&mut self, args: &InitArgs) -> Result<Went> {
        let context = self.context;
        loop {
            let question = if self.draft.cities.is_empty() {
                context.say(
                    "Städte in ihrer Reihenfolge: getippt, aus Excel eingefügt oder der Name einer\n\
                     Liste (.csv, .xlsx, .ods); eine leere Zeile schließt ab, gleich leer: später",
                    "Cities in their order: typed, pasted from Excel, or the name of a list\n\
                     (.csv, .xlsx, .ods); an empty line ends them, empty at once: later",
                )
            } else {
                context.say(
                    "Sind das alle? Eine leere Zeile: ja, weiter. Sonst die fehlenden Städte;\n\
                     mit - davor kommt eine heraus",
                    "Are these all? An empty line: yes, go on. Else the missing cities;\n\
                     with - before it one is taken out",
                )
            };
            let (lines, went) = ask_for_lines_or_back(question)?;
            if lines.is_empty() {
                return Ok(went);
            }
            self.take_towns(&lines, args);
            let names = self.draft.cities.iter().map(|city| city.name.as_str());
            let (one, several) = (context.say("Stadt", "city"), context.say("Städte", "cities"));
            let number = count(self.draft.cities.len(), one, several);
            terminal::say(&format!("  {number}: {}\n", list::and(names, context.language)));
            if went == Went::Back {
                return Ok(went);
            }
        }
    }

    /// Takes over what `lines` name, and says what of it cannot be.
    fn take_towns(&mut self, lines: &[String], args: &InitArgs) {
        let context = self.context;
        let mut draft = self.draft.clone();
        // A hyphen before each of several is the mark of a list.
        let is_out = |line: &&String| line.trim().starts_with('-');
        let is_list = lines.len() > 1 && lines.iter().all(|line| is_out(&line));
        let (out, lines): (Vec<&String>, Vec<&String>) =
            lines.iter().partition(|line| is_out(line) && !is_list);
        let lines: Vec<String> = lines.into_iter().cloned().collect();
        let understood = match towns::of_lines(&lines, &draft, context) {
            Ok(understood) => understood,
            Err(error) => {
                return terminal::say(&format!("  {}\n", spoken(&error, context.language)));
            }
        };
        let mut twice = Vec::new();
        for town in understood.towns {
            if draft.cities.iter().any(|city| slug(&city.name) == slug(&town.name)) {
                twice.push(town.name);
                continue;
            }
            let name = town.name.clone();
            let mut more = NetworkDraft { coordinator: None, ..draft.clone() };
            more.cities.push(town);
            match self.objection(&more) {
                Some(objection) => terminal::say(&format!("  {name}: {objection}\n")),
                None => draft = more,
            }
        }
        let mut left = understood.left;
        for line in out {
            let name = slug(line.trim().trim_start_matches('-'));
            let number = draft.cities.len();
            draft.cities.retain(|city| slug(&city.name) != name);
            if draft.cities.len() == number {
                left.push(line.trim().to_owned());
            }
        }
        draft.coordinator = coordinator(args, &draft.cities);
        towns::share_region(&mut draft);
        self.draft = draft;
        if let Some(words) = towns::objection(&left, &twice, context.language) {
            terminal::say(&format!("  {words}\n"));
        }
    }

    /// Takes `draft` over, if its files are sound; else says what is wrong with the first fault.
    fn accept(&mut self, draft: NetworkDraft) -> Result<(), String> {
        if let Some(objection) = self.objection(&draft) {
            return Err(objection);
        }
        self.draft = draft;
        Ok(())
    }

    /// What is wrong with the files of `draft`.
    fn objection(&self, draft: &NetworkDraft) -> Option<String> {
        let found = NewFiles::new(&self.root, draft.files())
            .check(&Sources::default(), self.context.clock.today());
        let error = found.findings.iter().find(|finding| finding.severity() == Severity::Error)?;
        let wording = error.problem.wording(self.context.language);
        let hint = wording.hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
        Some(format!("{}{hint}", wording.message))
    }
}
