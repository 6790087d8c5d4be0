//! `erfa new`

use std::fmt::Display;

use anyhow::Result;
use chrono::{Datelike as _, NaiveDate};

use super::choice::any_day;
use super::context::Context;
use super::create::NewFiles;
use super::dialogue::{ask, choose, possible};
use super::loaded::Loaded;
use super::reads::{Area, Reads};
use crate::diagnostic::stops;
use crate::domain::id::CityId;
use crate::domain::workspace::Workspace;
use crate::input::MeetingDraft;
use crate::plan::naming::{Sought, Thing};
use crate::plan::rotation::next_host::next_hosts;
use crate::plan::rotation::slot::HostQuestion;
use crate::system::files;
use crate::text::{Day, Language, list, slug};

/// Make the file of a new meeting
///
/// If day or host is not given, it asks, and shows the file before it writes it. Without a terminal
/// it asks nothing: the host is the one that `erfa next-host` names, and a meeting without a day is
/// an idea. Nothing is ever overwritten.
#[derive(clap::Args, Debug)]
pub(super) struct NewArgs {
    /// The town that hosts, by id or name (can be repeated) [default: the next one]
    #[arg(long, value_name = "CITY")]
    host: Vec<String>,

    /// The day, such as 2027-03-02 [default: not known yet]
    #[arg(long, value_name = "DATE", value_parser = any_day)]
    date: Option<Day>,

    /// The venue, by id or name
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

    /// Ask nothing; take the defaults
    #[arg(short, long)]
    yes: bool,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &NewArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    let root = loaded.writable_root()?;
    let asks = possible(args.yes) && (args.host.is_empty() || args.date.is_none());
    let draft = Maker { args, context, loaded: &loaded, asks }.draft()?;
    let files = NewFiles::new(root, vec![draft.file()]);
    let found = files.check(&loaded.sources, context.clock.today());
    if stops(&found.findings, context.strict) {
        return Err(found.into());
    }
    context.show(&found.findings, &found.sources);
    if asks {
        files.confirm(context)?;
    }
    files.write(context)?;
    let path: String = files.paths().map(|path| path.display().to_string()).collect();
    let id = draft.id;
    context.note(&match context.language {
        Language::German => format!(
            "Angelegt: `{path}`.\nTragen Sie dort das Programm ein; es zeigt dann\n\
             `erfa programme {id}`."
        ),
        Language::English => {
            format!(
            "Made `{path}`.\nEnter the programme there; then it is shown by\n`erfa programme {id}`."
        )
        }
    });
    Ok(())
}

/// Puts a meeting together from options, answers and defaults.
struct Maker<'a> {
    args: &'a NewArgs,
    context: &'a Context,
    loaded: &'a Loaded,
    asks: bool,
}

impl Maker<'_> {
    fn draft(&self) -> Result<MeetingDraft> {
        let date = self.date()?;
        let hosts = self.hosts(date)?;
        let venue = self.venue(&hosts)?;
        let title = self.title(&hosts)?;
        Ok(MeetingDraft {
            id: self.args.id.clone().unwrap_or_else(|| self.id(date, &hosts)),
            title,
            status: if date.is_some() { "planned" } else { "idea" },
            date,
            venue,
            hosts,
            start: self.args.start.clone(),
            created: self.context.clock.today(),
            language: self.loaded.document_language,
        })
    }

    fn date(&self) -> Result<Option<NaiveDate>> {
        let mut date = self.context.day_if(self.args.date.as_ref())?;
        if !self.asks || date.is_some() {
            return Ok(date);
        }
        let question = self.context.say(
            "Datum, zum Beispiel 2027-03-02 (leer: noch offen)",
            "Date, for example 2027-03-02 (empty: not known yet)",
        );
        ask(question, "", |answer| {
            date = if answer.is_empty() {
                None
            } else {
                let objection = match self.context.language {
                    Language::German => format!("`{answer}` ist kein Kalendertag"),
                    Language::English => format!("`{answer}` is not a calendar day"),
                };
                let day = Day::read(answer).and_then(|day| self.context.day(&day).ok());
                Some(day.ok_or(objection)?)
            };
            Ok(())
        })?;
        Ok(date)
    }

    /// The ids of the hosts. A name that is not known stays: the check of the file finds it.
    fn hosts(&self, date: Option<NaiveDate>) -> Result<Vec<String>> {
        let workspace = &self.loaded.workspace;
        if !self.args.host.is_empty() {
            let id = |words: &String| self.id_of(words, Sought::City);
            return self.args.host.iter().map(id).collect();
        }
        self.loaded.rely_on(Area::Turns)?;
        self.loaded.rely_on(Area::Rotation)?;
        self.loaded.rely_on_travel()?;
        let next = self.next_host(date);
        let id = |city: CityId| vec![workspace.city(city).id.to_string()];
        if !self.asks {
            return next.map(id);
        }
        let day = date.unwrap_or_else(|| self.context.clock.today());
        let members: Vec<CityId> = workspace
            .numbered_cities()
            .filter(|(_, city)| city.membership.covers(day))
            .map(|(number, _)| number)
            .collect();
        let next = next?;
        let name = |city: &CityId| workspace.city(*city).name.to_string();
        self.context.note(&match self.context.language {
            Language::German => {
                format!("An der Reihe ist {}; `erfa next-host --why` sagt, warum.", name(&next))
            }
            Language::English => {
                format!("It is the turn of {}; `erfa next-host --why` says why.", name(&next))
            }
        });
        let names: Vec<String> = members.iter().map(name).collect();
        let default = members.iter().position(|city| *city == next).unwrap_or(0);
        let chosen = choose(self.context.say("Gastgeberin", "Host"), &names, default)?;
        Ok(id(members[chosen]))
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

    fn venue(&self, hosts: &[String]) -> Result<Option<String>> {
        let workspace = &self.loaded.workspace;
        if let Some(words) = &self.args.venue {
            let id = self.id_of(words, Sought::Venue)?;
            self.loaded.rely_on_venue(&id)?;
            return Ok(Some(id));
        }
        if self.asks {
            self.loaded.rely_on(Area::Venues)?;
        }
        let is_there = |city: CityId| hosts.iter().any(|id| id == workspace.city(city).id.as_str());
        let venues: Vec<_> = workspace
            .venues
            .iter()
            .filter(|venue| venue.city.is_some_and(|city| is_there(city.value)))
            .collect();
        if !self.asks || venues.is_empty() {
            return Ok(None);
        }
        let open = self.context.say("noch offen", "not known yet").to_owned();
        let names: Vec<String> =
            [open].into_iter().chain(venues.iter().map(|venue| venue.name.to_string())).collect();
        let chosen = choose(self.context.say("Tagungsort", "Venue"), &names, 0)?;
        Ok(chosen.checked_sub(1).map(|number| venues[number].id.to_string()))
    }

    fn title(&self, hosts: &[String]) -> Result<String> {
        if let Some(title) = &self.args.title {
            return Ok(title.clone());
        }
        let workspace = &self.loaded.workspace;
        let language = self.loaded.document_language;
        let name = |id: &String| {
            let city = workspace.cities.iter().find(|city| city.id.as_str() == id);
            city.map_or_else(|| id.clone(), |city| city.name.to_string())
        };
        let mut title = title(workspace, hosts.iter().map(name), language);
        if self.asks {
            let default = title.clone();
            ask(self.context.say("Titel", "Title"), &default, |answer| {
                answer.clone_into(&mut title);
                Ok(())
            })?;
        }
        Ok(title)
    }

    /// The id of the town or venue that `words` name; else the words.
    fn id_of(&self, words: &str, sought: Sought) -> Result<String> {
        let workspace = &self.loaded.workspace;
        let thing = self.loaded.thing(words, &[sought]);
        Ok(match thing.map_err(|several| self.loaded.fail(vec![several]))? {
            Some(Thing::City(id)) => workspace.city(id).id.to_string(),
            Some(Thing::Venue(id)) => workspace.venue(id).id.to_string(),
            Some(Thing::Contact(_) | Thing::Meeting(_)) | None => words.trim().to_owned(),
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
    format!("{meeting} in {}", list::and(towns, language))
}
