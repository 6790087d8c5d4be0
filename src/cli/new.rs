//! `erfa new`

use std::fmt::Display;

use anyhow::Result;
use chrono::{Datelike as _, NaiveDate};

use super::change::{Manner, NewText, propose, propose_or_back};
use super::choice::any_day;
use super::context::Context;
use super::create::NewFiles;
use super::dialogue::{Step, Went, ask_or_back, choose_or_back, day, walk, walk_again};
use super::loaded::Loaded;
use super::reads::{Area, Reads};
use super::set::refuse;
use crate::domain::id::CityId;
use crate::domain::meeting::Status;
use crate::domain::workspace::Workspace;
use crate::input::MeetingDraft;
use crate::plan::naming::{Sought, Thing};
use crate::plan::rotation::next_host::next_hosts;
use crate::plan::rotation::slot::HostQuestion;
use crate::system::files;
use crate::text::{Day, Language, list, slug};

mod start;
mod venue;

/// Make the file of a new meeting
///
/// If day or host is not given, it asks, and shows what is written before it writes it. Without a terminal
/// it asks nothing: the host is the one that `erfa next-host` names, a meeting without a day is an idea,
/// and `-y` writes. Nothing is ever overwritten.
#[derive(clap::Args, Debug)]
pub(super) struct NewArgs {
    /// The city that hosts, by id or name (can be repeated) [default: the next one]
    #[arg(long, value_name = "CITY")]
    host: Vec<String>,

    /// The day, such as 2027-03-02 [default: not known yet]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    date: Option<Day>,

    /// The venue, by id or name; one that is not known is added
    #[arg(long, value_name = "VENUE")]
    venue: Option<String>,

    /// The title [default: the name of a meeting and the host]
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,

    /// The key of the meeting and the name of its file
    ///
    /// It stays for life. Without this option it is day and host, such as 2027-03-02-gotha; without
    /// a day it is the present year and the host, with a number behind it from the second one on.
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    /// When it begins, such as "09:30" or "about 10:00"
    #[arg(long, value_name = "TIME")]
    start: Option<String>,

    /// It took place already; a day in the past is asked about
    #[arg(long, requires = "date")]
    held: bool,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &NewArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    let root = loaded.writable_root()?;
    let asks = args.manner.asks() && (args.host.is_empty() || args.date.is_none());
    let maker = Maker { args, context, loaded: &loaded, asks };
    let mut plan = maker.plan()?;
    loop {
        let draft = maker.draft(&plan);
        let (path, text) = draft.file();
        let taken = NewFiles::new(root, vec![(path.clone(), String::new())]).taken();
        if !taken.is_empty() {
            return Err(loaded.fail(taken));
        }
        let venue = plan.venue.as_ref().and_then(|venue| maker.new_venue(venue, &plan.hosts));
        let changes: Vec<NewText> =
            venue.transpose()?.into_iter().chain([NewText { path, text }]).collect();
        let is_made = if asks {
            propose_or_back(&changes, args.manner, &loaded, context)?
        } else {
            Some(propose(&changes, Vec::new(), None, args.manner, &loaded, context)?)
        };
        match is_made {
            Some(true) => {
                let is_open = maker.is_past(&plan) && !plan.is_held;
                context.note(&made(&draft, is_open, context));
                return Ok(());
            }
            Some(false) => return Ok(()),
            None => maker.ask(&mut plan, walk_again)?,
        }
    }
}

/// That the meeting is there, and the command that comes next; `is_open` says that its day is over and
/// nobody has said whether it took place.
fn made(draft: &MeetingDraft, is_open: bool, context: &Context) -> String {
    let id = &draft.id;
    let next = match (draft.status, context.language) {
        (_, Language::German) if is_open => {
            format!(
                "Der Tag ist vorbei; hat das Treffen stattgefunden, hält `erfa held {id}` es fest."
            )
        }
        (_, Language::English) if is_open => {
            format!("That day is past; if the meeting took place, `erfa held {id}` records it.")
        }
        (Status::Idea, Language::German) => {
            format!("`erfa confirm {id} --date TAG` macht daraus ein geplantes Treffen.")
        }
        (Status::Idea, Language::English) => {
            format!("`erfa confirm {id} --date DAY` makes it a planned meeting.")
        }
        (Status::Held, Language::German) => format!("`erfa show {id}` zeigt es."),
        (Status::Held, Language::English) => format!("`erfa show {id}` shows it."),
        (
            Status::Planned | Status::Invited | Status::Cancelled | Status::Postponed,
            Language::German,
        ) => format!("`erfa add session --meeting {id}` setzt das Programm zusammen."),
        (
            Status::Planned | Status::Invited | Status::Cancelled | Status::Postponed,
            Language::English,
        ) => format!("`erfa add session --meeting {id}` puts the programme together."),
    };
    format!("{}\n{next}", context.made(context.say("Angelegt", "Made"), ';'))
}

/// How questions follow each other: all from the first, or once more from the last.
type Walk = fn(&mut Plan, &[Step<'_, Plan>]) -> Result<()>;

/// What is known of the meeting.
#[derive(Default)]
struct Plan {
    date: Option<NaiveDate>,
    /// The day as it was typed.
    typed: String,
    is_held: bool,
    hosts: Vec<String>,
    /// The id of a venue, or the name of one that is not known.
    venue: Option<String>,
    /// When it begins, in words.
    start: Option<String>,
    title: Option<String>,
}

/// Puts a meeting together from options, answers and defaults.
struct Maker<'a> {
    args: &'a NewArgs,
    context: &'a Context,
    loaded: &'a Loaded,
    asks: bool,
}

impl Maker<'_> {
    fn plan(&self) -> Result<Plan> {
        let args = self.args;
        let mut plan = Plan {
            date: self.context.day_if(args.date.as_ref())?,
            is_held: args.held,
            start: args.start.clone(),
            title: args.title.clone(),
            ..Plan::default()
        };
        if args.held && plan.date > Some(self.context.clock.today()) {
            return Err(refuse(
                "--held",
                "",
                "der Tag liegt in der Zukunft",
                "the day lies in the future",
            ));
        }
        self.ask(&mut plan, walk)?;
        Ok(plan)
    }

    /// Asks for what is not given.
    fn ask(&self, plan: &mut Plan, walk: Walk) -> Result<()> {
        let steps: [Step<'_, Plan>; 6] = [
            &|plan| self.date(plan),
            &|plan| self.held(plan),
            &|plan| self.hosts(plan),
            &|plan| self.venue(plan),
            &|plan| self.start(plan),
            &|plan| self.title(plan),
        ];
        walk(plan, &steps)
    }

    fn draft(&self, plan: &Plan) -> MeetingDraft {
        let Plan { date, is_held, hosts, .. } = plan;
        let status = match (date, is_held) {
            (None, _) => Status::Idea,
            (Some(_), true) => Status::Held,
            (Some(_), false) => Status::Planned,
        };
        let venue = plan.venue.as_deref().map(|venue| self.venue_key(venue, hosts));
        MeetingDraft {
            id: self.args.id.clone().unwrap_or_else(|| self.id(*date, hosts)),
            title: plan.title.clone().unwrap_or_else(|| self.usual_title(hosts)),
            status,
            date: *date,
            venue,
            hosts: hosts.clone(),
            start: plan.start.clone(),
            created: self.context.clock.today(),
            language: self.loaded.document_language,
        }
    }

    fn date(&self, plan: &mut Plan) -> Result<Went> {
        if !self.asks || self.args.date.is_some() {
            return Ok(Went::Past);
        }
        let question = self.context.say(
            "Datum, zum Beispiel 2.3.2027 (leer: noch offen)",
            "Date, for example 2027-03-02 (empty: not known yet)",
        );
        let default = plan.typed.clone();
        ask_or_back(question, &default, |answer| {
            plan.date = if answer.is_empty() { None } else { Some(day(answer, self.context)?) };
            answer.clone_into(&mut plan.typed);
            Ok(())
        })
    }

    fn is_past(&self, plan: &Plan) -> bool {
        plan.date.is_some_and(|date| date < self.context.clock.today())
    }

    /// What is past was held, or is to be looked into.
    fn held(&self, plan: &mut Plan) -> Result<Went> {
        if !self.is_past(plan) || self.args.held || !self.args.manner.asks() {
            return Ok(Went::Past);
        }
        let answers = [self.context.say("Ja", "Yes"), self.context.say("Nein", "No")];
        let question = self.context.say(
            "Der Tag ist vorbei. Hat das Treffen stattgefunden?",
            "That day is past. Did the meeting take place?",
        );
        let chosen = choose_or_back(question, &answers.map(str::to_owned), 0, self.context)?;
        plan.is_held = chosen == Some(0);
        Ok(if chosen.is_some() { Went::On } else { Went::Back })
    }

    /// The ids of the hosts. A name that is not known stays: the check of the file finds it.
    fn hosts(&self, plan: &mut Plan) -> Result<Went> {
        let workspace = &self.loaded.workspace;
        if !self.args.host.is_empty() {
            let id = |words: &String| self.city_id(words);
            plan.hosts = self.args.host.iter().map(id).collect::<Result<_>>()?;
            return Ok(Went::Past);
        }
        self.loaded.rely_on(Area::Turns)?;
        self.loaded.rely_on(Area::Rotation)?;
        self.loaded.rely_on_travel()?;
        let next = self.next_host(plan.date)?;
        let id = |city: CityId| vec![workspace.city(city).id.to_string()];
        if !self.asks {
            plan.hosts = id(next);
            return Ok(Went::Past);
        }
        let day = plan.date.unwrap_or_else(|| self.context.clock.today());
        let members: Vec<CityId> = workspace
            .numbered_cities()
            .filter(|(_, city)| city.membership.covers(day))
            .map(|(number, _)| number)
            .collect();
        let name = |city: &CityId| workspace.city(*city).name.to_string();
        // Whose turn it is today says nothing of a day that is over.
        let is_past = self.is_past(plan);
        let turn = match self.context.language {
            Language::German => {
                format!("An der Reihe ist {}; `erfa next-host --why` sagt, warum.", name(&next))
            }
            Language::English => {
                format!("It is the turn of {}; `erfa next-host --why` says why.", name(&next))
            }
        };
        if !is_past {
            self.context.note(&turn);
        }
        let names: Vec<String> = members.iter().map(name).collect();
        let default = members.iter().position(|city| *city == next && !is_past).unwrap_or(0);
        let question = self.context.say("Gastgeberin", "Host");
        let Some(chosen) = choose_or_back(question, &names, default, self.context)? else {
            return Ok(Went::Back);
        };
        plan.hosts = id(members[chosen]);
        Ok(Went::On)
    }

    /// The host of the turn that no meeting has yet.
    fn next_host(&self, date: Option<NaiveDate>) -> Result<CityId> {
        let workspace = &self.loaded.workspace;
        let waiting = workspace.meetings.iter().filter(|meeting| meeting.host_open).count();
        let question = HostQuestion { date, today: self.context.clock.today(), count: waiting + 1 };
        let hosts =
            next_hosts(workspace, question).map_err(|finding| self.loaded.fail(vec![finding]))?;
        let foreseen = hosts.decisions.iter().find(|decision| decision.meeting.is_none());
        let decision = foreseen.or(hosts.decisions.last());
        Ok(decision.map_or(CityId(0), |decision| decision.host))
    }

    fn title(&self, plan: &mut Plan) -> Result<Went> {
        if self.args.title.is_some() || !self.asks {
            return Ok(Went::Past);
        }
        let default = self.usual_title(&plan.hosts);
        ask_or_back(self.context.say("Titel", "Title"), &default, |answer| {
            plan.title = Some(answer.to_owned());
            Ok(())
        })
    }

    fn usual_title(&self, hosts: &[String]) -> String {
        let workspace = &self.loaded.workspace;
        let name = |id: &String| {
            let city = workspace.cities.iter().find(|city| city.id.as_str() == id);
            city.map_or_else(|| id.clone(), |city| city.name.to_string())
        };
        title(workspace, hosts.iter().map(name), self.loaded.document_language)
    }

    /// The id of the town that `words` name; else the words.
    fn city_id(&self, words: &str) -> Result<String> {
        let workspace = &self.loaded.workspace;
        let thing = self.loaded.thing(words, &[Sought::City]);
        Ok(match thing.map_err(|several| self.loaded.fail(vec![several]))? {
            Some(Thing::City(id)) => workspace.city(id).id.to_string(),
            Some(Thing::Venue(_) | Thing::Contact(_) | Thing::Meeting(_) | Thing::Topic(_))
            | None => words.trim().to_owned(),
        })
    }

    /// Day and hosts; without a day the year and a number, for there may be several.
    fn id(&self, date: Option<NaiveDate>, hosts: &[String]) -> String {
        let hosts: Vec<String> = hosts.iter().map(|host| slug(host)).collect();
        let hosts = hosts.join("-");
        if let Some(date) = date {
            return format!("{date}-{hosts}");
        }
        let first = format!("{}-{hosts}", self.context.clock.today().year());
        let is_free = |id: &String| {
            let root = self.loaded.writable_root();
            let path = root.map(|root| root.join(format!("meetings/{id}.toml")));
            self.loaded.workspace.meeting(id).is_none()
                && !path.is_ok_and(|path| files::exists(&path))
        };
        let mut ids = std::iter::once(first.clone())
            .chain((2..).map(|number: u32| format!("{first}-{number}")));
        ids.find(is_free).unwrap_or(first)
    }
}

/// What a meeting in these towns is called if nobody says otherwise.
pub(super) fn title(
    workspace: &Workspace,
    towns: impl IntoIterator<Item: Display>,
    language: Language,
) -> String {
    let meeting = match (&workspace.network.meeting_name, language) {
        (Some(name), _) => name.as_str(),
        (None, Language::German) => "Treffen",
        (None, Language::English) => "Meeting",
    };
    let hosts = list::and(towns, language);
    // One does not meet "in" a school.
    workspace.network.members.pick(format!("{meeting} in {hosts}"), format!("{meeting}, {hosts}"))
}
