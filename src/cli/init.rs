//! `erfa init`

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::context::Context;
use super::create::NewFiles;
use super::dialogue::{ask, ask_for_names, choose, possible};
use crate::diagnostic::{Severity, stops};
use crate::domain::region::Region;
use crate::input::{NetworkDraft, split_names};
use crate::source::Sources;
use crate::system::journal::is_begun;
use crate::system::terminal;
use crate::text::{Language, count, list};

/// Make the files of a new network
///
/// Asks for what no option says and shows the files before it writes them. Nothing is ever
/// overwritten, and all files are written or none. Without a terminal it asks nothing: what no
/// option says is filled in with invented towns and usual values.
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

    /// A town, or several as a list (can be repeated)
    ///
    /// Their order is the order of the network: those that are owed the same take turns in it.
    #[arg(long, value_name = "CITY")]
    city: Vec<String>,

    /// Whose holidays the towns keep, such as DE-BY or AT-9
    #[arg(long, value_name = "REGION", value_parser = region)]
    region: Option<String>,

    /// How many meetings there are in a year [default: 3]
    #[arg(long, value_name = "NUMBER", value_parser = number)]
    per_year: Option<u32>,

    /// The town that coordinates [default: the first one]
    #[arg(long, value_name = "CITY")]
    coordinator: Option<String>,

    /// The mail address of the coordinator
    #[arg(long, value_name = "MAIL")]
    mail: Option<String>,

    /// Ask nothing; take the defaults
    #[arg(short, long)]
    yes: bool,
}

/// Reads `--region`; none is said by nothing.
fn region(words: &str) -> Result<String, String> {
    let is_one = words.is_empty() || Region::read(words).is_some();
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
    if is_begun(&root) {
        // Somebody may have been interrupted here.
        context.take_in_hand(&root)?;
    }
    let asks = possible(args.yes);
    let mut form = Form { draft: draft(args, context, asks), root, context };
    let found = form.files().check(&Sources::default(), context.clock.today());
    if stops(&found.findings, context.strict) {
        return Err(found.into());
    }
    if asks {
        form.dialogue(args)?;
        form.files().confirm(context)?;
    }
    form.files().write(context)?;
    context.note(&done(&form));
    Ok(())
}

/// What the options say, and defaults for the rest.
fn draft(args: &InitArgs, context: &Context, asks: bool) -> NetworkDraft {
    let language = context.document_language.unwrap_or(context.language);
    let (name, meeting_name, towns) = match language {
        Language::German => {
            ("Unser Netzwerk", "Erfahrungsaustausch", ["Musterstadt", "Beispielhausen", "Neudorf"])
        }
        Language::English => {
            ("Our network", "Exchange of experience", ["Sampleton", "Exampleford", "Newham"])
        }
    };
    let invented = args.city.is_empty();
    let cities =
        if invented { towns.map(str::to_owned).into() } else { names(&args.city.join("\n")) };
    // Which towns there are to choose from is not known before they were asked for.
    let coordinator = if asks && invented { None } else { coordinator(args, &cities) };
    let or = |given: &Option<String>, default: &str| given.as_deref().unwrap_or(default).to_owned();
    NetworkDraft {
        name: or(&args.name, name),
        kind: or(&args.kind, ""),
        meeting_name: or(&args.meeting_name, meeting_name),
        cities,
        invented,
        region: or(&args.region, ""),
        per_year: args.per_year.unwrap_or(3).to_string(),
        coordinator,
        mail: or(&args.mail, ""),
        language,
    }
}

fn coordinator(args: &InitArgs, cities: &[String]) -> Option<String> {
    args.coordinator.as_ref().or(cities.first()).cloned()
}

/// The names in `words`; at least one, so that an empty list is found fault with.
fn names(words: &str) -> Vec<String> {
    let names = split_names(words);
    if names.is_empty() { vec![String::new()] } else { names }
}

/// The network as far as it is known.
struct Form<'a> {
    draft: NetworkDraft,
    root: PathBuf,
    context: &'a Context,
}

impl Form<'_> {
    fn files(&self) -> NewFiles {
        NewFiles::new(&self.root, self.draft.files())
    }

    fn dialogue(&mut self, args: &InitArgs) -> Result<()> {
        let context = self.context;
        terminal::tell(&format!(
            "{}\n\n",
            context.say(
                "Enter übernimmt, was in Klammern steht; Esc bricht ab, ohne etwas zu schreiben.",
                "Enter takes what stands in brackets; Esc gives up without writing anything.",
            )
        ));
        if args.name.is_none() {
            let question = context.say("Name des Netzwerks", "Name of the network");
            self.line(question, |draft| &mut draft.name)?;
        }
        if args.kind.is_none() {
            let question = context.say(
                "Was es ist, etwa „Städtenetzwerk“ (darf leer sein)",
                "What it is, such as “partnership of towns” (may be empty)",
            );
            self.line(question, |draft| &mut draft.kind)?;
        }
        if args.meeting_name.is_none() {
            let question = context.say("Wie heißt ein Treffen?", "What is a meeting called?");
            self.line(question, |draft| &mut draft.meeting_name)?;
        }
        if args.city.is_empty() {
            self.towns(args)?;
        }
        if args.region.is_none() {
            let question = context.say(
                "Wessen Feiertage gelten, etwa DE-BY, AT-9 oder PL (leer: noch offen)",
                "Whose holidays hold, such as DE-BY, AT-9 or PL (empty: still open)",
            );
            self.line(question, |draft| &mut draft.region)?;
        }
        if args.per_year.is_none() {
            let question = context.say("Treffen im Jahr", "Meetings a year");
            self.line(question, |draft| &mut draft.per_year)?;
        }
        if args.coordinator.is_none() {
            let question = context.say("Koordinierende Stadt", "Coordinating town");
            let chosen = choose(question, &self.draft.cities, 0)?;
            self.draft.coordinator = Some(self.draft.cities[chosen].clone());
        }
        if args.mail.is_none() {
            let question = context.say(
                "Mailadresse der Koordination (darf leer sein)",
                "Mail address of the coordinator (may be empty)",
            );
            self.line(question, |draft| &mut draft.mail)?;
        }
        Ok(())
    }

    /// Asks for one value; what it is now is the default.
    fn line(
        &mut self,
        question: &str,
        field: impl Fn(&mut NetworkDraft) -> &mut String,
    ) -> Result<()> {
        let default = field(&mut self.draft).clone();
        ask(question, &default, |answer| {
            let mut draft = self.draft.clone();
            answer.clone_into(field(&mut draft));
            self.accept(draft)
        })
    }

    /// Asks for the towns.
    fn towns(&mut self, args: &InitArgs) -> Result<()> {
        let context = self.context;
        let invented = self.draft.cities.join(", ");
        let question = match context.language {
            Language::German => format!(
                "Städte in ihrer Reihenfolge, getippt oder eingefügt, je Zeile oder mit Komma;\n\
                 eine leere Zeile schließt ab [{invented}]:"
            ),
            Language::English => format!(
                "Towns in their order, typed or pasted, one a line or with commas;\n\
                 an empty line ends the list [{invented}]:"
            ),
        };
        ask_for_names(&question, |answer| {
            let mut draft = self.draft.clone();
            if !answer.is_empty() {
                draft.cities = names(answer);
                draft.invented = false;
            }
            draft.coordinator = coordinator(args, &draft.cities);
            self.accept(draft)
        })?;
        let towns = match context.language {
            Language::German => ("Stadt", "Städte"),
            Language::English => ("town", "towns"),
        };
        terminal::tell(&format!("  {}\n", count(self.draft.cities.len(), towns.0, towns.1)));
        Ok(())
    }

    /// Takes `draft` over, if its files are sound; else says what is wrong with the first fault.
    fn accept(&mut self, draft: NetworkDraft) -> Result<(), String> {
        let found = NewFiles::new(&self.root, draft.files())
            .check(&Sources::default(), self.context.clock.today());
        let error = found.findings.iter().find(|finding| finding.severity() == Severity::Error);
        let Some(error) = error else {
            self.draft = draft;
            return Ok(());
        };
        let wording = error.problem.wording(self.context.language);
        let hint = wording.hint.map(|hint| format!(" ({hint})")).unwrap_or_default();
        Err(format!("{}{hint}", wording.message))
    }
}

fn done(form: &Form<'_>) -> String {
    let language = form.context.language;
    let names = form.draft.files().into_iter().map(|(name, _)| format!("`{name}`"));
    let names = list::and(names, language);
    let root = form.root.display().to_string();
    let place = match (root.as_str(), language) {
        (".", Language::German) => "in diesem Ordner".to_owned(),
        (".", Language::English) => "in this folder".to_owned(),
        _ => format!("in `{root}`"),
    };
    let next = next_command(&form.root);
    let towns = match language {
        _ if !form.draft.invented => "",
        Language::German => {
            "Die Städte sind erfunden; setzen Sie in `cities.toml` die Ihren ein.\n"
        }
        Language::English => "The towns are invented; put yours into `cities.toml`.\n",
    };
    match language {
        Language::German => {
            format!("Angelegt {place}:\n{names}.\n{towns}Das erste Treffen legt `{next}` an.")
        }
        Language::English => {
            format!("Made {place}:\n{names}.\n{towns}`{next}` makes the first meeting.")
        }
    }
}

/// `erfa new`, as it works in the working folder.
fn next_command(root: &Path) -> String {
    let folder = root.display().to_string();
    match folder.as_str() {
        "." => "erfa new".to_owned(),
        _ if folder.contains(char::is_whitespace) => format!("erfa --dir \"{folder}\" new"),
        _ => format!("erfa --dir {folder} new"),
    }
}
