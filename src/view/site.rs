//! What the pages of a network tell everybody: its meetings, its members, and what it is for.
//!
//! Of a meeting they tell what its programme for everybody does, without telephone numbers and mail addresses
//! of people, but for the address that was given to register with; of one whose programme was not given out yet they tell when, where and by whom.

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, NaiveTime};
use serde::Serialize;

use super::calendar::{self, About, Calendar};
use super::programme::{Edition, Programme, bare_point, programme};
use super::words::{Words, capital, shown};
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::plan::site::{Changed, Extent, changed, extent, order};
use crate::text::Language;

/// A network in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// The language.
    pub language: Language,
    /// Its name with its kind.
    pub full_name: String,
    /// What it is.
    pub about: Option<String>,
    /// What it is for.
    pub goals: Vec<String>,
    /// Who supports it.
    pub partners: Vec<String>,
    /// What its members are called: "Mitgliedsstädte".
    pub members_called: String,
    /// Its members today, in its order.
    pub members: Vec<Member>,
    /// The colour of its documents.
    pub accent: Option<String>,
    /// The meeting that comes next.
    pub next: Option<Page>,
    /// The others to come.
    pub ahead: Vec<Page>,
    /// Those that are over, by year.
    pub past: Vec<(Option<i32>, Vec<Page>)>,
}

/// A member.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// The district that it lies in.
    pub district: Option<String>,
    /// The year since which it belongs to the network, if that is known.
    pub since: Option<i32>,
    /// Degrees north and east.
    pub coordinates: Option<[f64; 2]>,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// What is told of it.
    pub programme: Programme,
    /// Whether the whole programme is, and not only when, where and by whom.
    pub is_whole: bool,
    /// What a reader must know before anything else: "abgesagt: Sturm", "Idee".
    pub state: Option<String>,
    /// Why there is no more to read.
    pub remark: Option<&'static str>,
    /// When its readers were told something new, if its file says so.
    pub changed: Option<DateTime<FixedOffset>>,
}

impl Site {
    /// All meetings, the one to come first.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        let past = self.past.iter().flat_map(|(_, pages)| pages);
        self.next.iter().chain(&self.ahead).chain(past)
    }
}

/// The network as it stands on the day `today`.
pub fn site(workspace: &Workspace, today: NaiveDate, language: Language) -> Site {
    let network = &workspace.network;
    let words = Words::new(network, language);
    let order = order(workspace, today);
    let page = |meeting: &&Meeting| page(workspace, meeting, today, language);
    let members = workspace.cities.iter().filter(|city| city.membership.covers(today));
    let called = network.members.several(language, words.pick("Mitgliedsstädte", "Member cities"));
    Site {
        language,
        full_name: words.full_name(network),
        about: network.about.as_ref().map(shown),
        goals: network.goals.iter().map(shown).collect(),
        partners: network.partners.iter().map(shown).collect(),
        members_called: capital(called),
        members: members
            .map(|city| Member {
                name: shown(&city.name),
                district: city.district.as_ref().map(shown),
                since: city.membership.begin(today).map(|since| since.year()),
                coordinates: city.coordinates.map(|at| [at.latitude, at.longitude]),
            })
            .collect(),
        accent: network.style.accent.map(|accent| accent.readable().to_string()),
        next: order.next.as_ref().map(page),
        ahead: order.ahead.iter().map(page).collect(),
        past: order
            .past
            .iter()
            .map(|(year, meetings)| (*year, meetings.iter().map(page).collect()))
            .collect(),
    }
}

fn page(workspace: &Workspace, meeting: &Meeting, today: NaiveDate, language: Language) -> Page {
    let extent = extent(meeting);
    let is_idea = meeting.status.value == Status::Idea;
    let programme = public(workspace, meeting, today, language);
    let remark = match (extent, meeting.status.value) {
        (_, Status::Idea) => Some(
            language
                .pick("Dieses Treffen ist erst eine Idee.", "So far this meeting is only an idea."),
        ),
        (Extent::Whole, _) | (Extent::Outline, Status::Cancelled) => None,
        (Extent::Outline, _) => Some(language.pick(
            "Das Programm ist noch nicht veröffentlicht.",
            "The programme has not been published yet.",
        )),
    };
    let idea = || is_idea.then(|| language.pick("Idee", "idea").to_owned());
    // Beside the day that it has now, "postponed" would read as if that day were off.
    let before = programme.meeting.postponed_from.as_ref().filter(|_| meeting.when.date.is_some());
    let moved = before.map(|day| {
        language.pick(format!("zuvor geplant: {day}"), format!("previously planned for {day}"))
    });
    Page {
        is_whole: extent == Extent::Whole,
        state: moved.or_else(|| programme.meeting.status_words.clone()).or_else(idea),
        remark,
        changed: changed(meeting).and_then(|changed| moment(workspace, changed)),
        programme,
    }
}

/// The moment of a change; a day begins where the network is.
fn moment(workspace: &Workspace, changed: Changed) -> Option<DateTime<FixedOffset>> {
    match changed {
        Changed::At(moment) => Some(moment),
        Changed::On(day) => {
            let second = workspace.network.time_zone.second_of(day.and_time(NaiveTime::MIN))?;
            Some(DateTime::from_timestamp(second, 0)?.fixed_offset())
        }
    }
}

/// What everybody is told of `meeting` on the web.
fn public(
    workspace: &Workspace,
    meeting: &Meeting,
    today: NaiveDate,
    language: Language,
) -> Programme {
    let programme = programme(workspace, meeting, language, Edition::Full);
    let mut programme = programme.on(meeting, today);
    let told = &mut programme.meeting;
    told.contact = meeting.contact.as_ref().and_then(|contact| bare_point(workspace, contact));
    if extent(meeting) == Extent::Outline {
        told.admission = None;
        told.online = None;
        told.link = None;
        told.spoken_language = None;
        told.target_group = None;
        told.description = None;
        told.organisers.clear();
        told.organiser_parts.clear();
        told.people.clear();
        told.registration = None;
        told.contact = None;
        told.notices.clear();
        programme.days.clear();
    }
    programme
}

/// The meeting of `page` as an entry for calendars; none if it never had a day.
pub fn entry(workspace: &Workspace, page: &Page) -> Option<Calendar> {
    let meeting = workspace.meeting(&page.programme.meeting.id)?;
    let calendar = calendar::meeting(workspace, meeting, page.programme.language, false)?;
    Some(reduced(calendar, [page]))
}

/// All meetings as a calendar to subscribe to; none if there is no day in any.
pub fn feed(workspace: &Workspace, site: &Site) -> Option<Calendar> {
    let feed = calendar::Feed::of(workspace, site.language)?;
    Some(reduced(feed.whole(), site.pages()))
}

/// A calendar whose notes tell what `pages` tell.
fn reduced<'p>(mut calendar: Calendar, pages: impl IntoIterator<Item = &'p Page>) -> Calendar {
    let pages: std::collections::HashMap<&str, &Page> =
        pages.into_iter().map(|page| (page.programme.meeting.id.as_str(), page)).collect();
    for event in &mut calendar.events {
        let About::Meeting { programme, .. } = &mut event.about else { continue };
        if let Some(page) = pages.get(programme.meeting.id.as_str()) {
            **programme = page.programme.clone();
            event.link.clone_from(&page.programme.meeting.link);
        }
    }
    calendar
}

/// What became of a folder of pages, or would become of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub struct SiteChange {
    /// The languages of the pages.
    pub languages: Vec<&'static str>,
    /// Whether there is a feed of news.
    pub news: bool,
    /// The files that are new.
    pub new: Vec<String>,
    /// Those that say something else.
    pub changed: Vec<String>,
    /// How many stay as they are.
    pub unchanged: usize,
    /// Those that belong to nothing any more, and go.
    pub removed: Vec<String>,
    /// Those that belong to nothing any more, and stay until they are pruned.
    pub gone: Vec<String>,
    /// Those of them that somebody has changed by hand, and stay.
    pub kept: Vec<String>,
}
