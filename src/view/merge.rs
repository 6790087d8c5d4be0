//! What a document about a meeting needs beside the programme: who writes, what has changed, who
//! comes, the programme in sentences.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::plan::post::reply::answers::Answers;
use crate::plan::post::reply::day::Since;
use crate::text::{DateStyle, MemberWords};
use crate::view::LabelSheet;
use crate::view::Presence;
use crate::view::action::open_actions;
use crate::view::attendance::persons;
use crate::view::badges::{Badge, BadgeWish, badges, label_sheet};
use crate::view::logistics::{Logistics, Remark, logistics, remarks};
use crate::view::press_text::{newspaper, press_text};
use crate::view::programme::{Day, Person, Programme};
use crate::view::recipient::Recipient;
use crate::view::rooms::{SignedRoom, signed_rooms};
use crate::view::spelling::word_if_any;
use crate::view::whereabouts::Whereabouts;
use crate::view::words::{Words, shown};

mod change;
mod guests;
mod topics;

pub use change::{ChangedFact, as_in_version, has_changes};
pub use guests::{Guest, guests};
pub use topics::{SurveyTopic, stakes, topics};

/// A document about a meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MergeData {
    /// The meeting, its programme and the network.
    #[serde(flatten)]
    pub programme: Programme,
    /// What the members are called.
    pub member: CalledMembers,
    /// Who writes.
    pub sender: Sender,
    /// The day it is written, in words: "22. November 2026".
    pub written: String,
    /// The same as `2026-11-22`.
    pub written_date: String,
    /// What a newspaper would head it with, in at most [`HEADLINE`] characters if that can be done.
    pub headline: String,
    /// When the meeting begins, as it stands in a sentence: "um 09:30 Uhr"; not of one over several
    /// days, of which it would be said of each, nor where what comes first is not for everybody.
    pub starts: Option<String>,
    /// Whether one can take part from afar alone, as far as the place says so or nothing is on site.
    pub only_online: bool,
    /// What lets somebody in from afar; for those who say yes.
    pub online_access: Vec<String>,
    /// Where it is, as it stands in a sentence: "in Mühlhausen", "online"; absent where no town is known.
    pub whereabouts: Option<String>,
    /// Where it is, in a line: the place, else that it is online, else the hosts.
    pub place_line: Option<String>,
    /// Those with a part in the meeting as a whole who can come.
    pub present: Vec<Person>,
    /// Who was there: the towns, and by name those who are of none.
    pub were_there: Vec<String>,
    /// The programme told in sentences, a paragraph a day.
    pub story: Vec<String>,
    /// The days with what something can come out of: no pauses, no ways, no end, nothing dropped.
    pub proceedings: Vec<Day>,
    /// Who is expected, by town and name; nobody in what is for a template that does not name them.
    pub guests: Vec<Guest>,
    /// What is otherwise than in the last version that was given out, a sentence each.
    pub news: Vec<String>,
    /// What is otherwise than it was before, by the history of the meeting.
    pub changes: Vec<ChangedFact>,
    /// What else is otherwise for the recipient, a sentence each; in letters to somebody of whom it is known
    /// what they were told before.
    pub further: Vec<String>,
    /// That all else is as it was, as far as that was looked at.
    pub unchanged: Option<String>,
    /// Whether the day is another than the recipient was told.
    pub has_moved: bool,
    /// Why the recipient is asked again: `time` where it begins at another one, `days` where it has more or fewer,
    /// `cancelled` where they were told that it does not take place, `withdrawn` where without them.
    #[serde(serialize_with = "word_if_any")]
    pub asked_again: Option<Since>,
    /// Whether what stands in an item of which a part is the recipient's is otherwise.
    pub has_new_parts: bool,
    /// Why it was changed.
    pub change_reason: Option<String>,
    /// The meeting after it, if its day is known.
    pub next_meeting: Option<NextMeeting>,
    /// What members want to hear about, by number, then in the order of the file.
    pub topics: Vec<SurveyTopic>,
    /// What stands at the doors; only in signs for them.
    pub rooms: Vec<SignedRoom>,
    /// What house and kitchen need to know; only in the sheet for them.
    pub logistics: Option<Logistics>,
    /// What people noted beside their answers; only in the list of that.
    pub remarks: Vec<Remark>,
    /// Name badges, the empty ones last; only on labels.
    pub badges: Vec<Badge>,
    /// The labels.
    #[serde(skip)]
    pub labels: Option<LabelSheet>,
}

/// How long a heading of a press notice may be, in characters.
pub const HEADLINE: usize = 75;

/// What the members are called, in the words of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CalledMembers {
    /// One of them: "Stadt", "Schule".
    pub one: String,
    /// Several of them: "Städte", "Schulen".
    pub several: String,
    /// Whether they are towns, in which one can meet.
    pub are_towns: bool,
}

/// Who writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sender {
    /// The person.
    pub name: Option<String>,
    /// The person's function.
    pub function: Option<String>,
    /// The body the person writes for, else the network.
    pub organisation: String,
    /// Street, postcode and town, a line each.
    pub address: Vec<String>,
    /// The town alone.
    pub town: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
}

impl CalledMembers {
    /// What the members of the network are called.
    pub fn of(workspace: &Workspace, words: Words) -> Self {
        let members = &workspace.network.members;
        let language = words.language;
        Self {
            one: members.one(language, words.pick("Stadt", "city")).to_owned(),
            several: members.several(language, words.pick("Städte", "cities")).to_owned(),
            are_towns: members.are_towns(),
        }
    }
}

impl Sender {
    /// Who writes, as mails name them.
    pub fn called(&self) -> &str {
        self.name.as_ref().unwrap_or(&self.organisation)
    }
}

/// A finished document as data for other programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Written<'a> {
    /// The key of the meeting.
    pub meeting: &'a str,
    /// The name of the kind of document.
    pub document: &'a str,
    /// To whom it goes; none for an open one.
    pub recipient: Option<&'a Recipient>,
    /// What it is about, in one line.
    pub subject: &'a str,
    /// Its text; that of a letter begins with the salutation.
    pub body: String,
}

/// The meeting after another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextMeeting {
    /// Its title.
    pub title: String,
    /// Its days in words, with weekday.
    pub date_words: String,
    /// The same as it stands in a sentence; absent where the words are the user's own.
    pub date_in_sentence: Option<String>,
    /// Its hosts, joined by "und".
    pub host_words: Option<String>,
}

impl MergeData {
    /// With what is open from the meetings before `meeting`; it names people, and stands in few documents.
    #[must_use]
    pub fn with_open_actions(mut self, workspace: &Workspace, meeting: &Meeting) -> Self {
        let words = Words::new(&workspace.network, self.programme.language);
        self.programme.meeting.open_actions = open_actions(workspace, meeting, words);
        self
    }

    /// With the topics as they stand on the day `today`.
    #[must_use]
    pub fn with_topics(mut self, workspace: &Workspace, today: NaiveDate) -> Self {
        let words = Words::new(&workspace.network, self.programme.language);
        self.topics = topics(workspace, today, words);
        self
    }

    /// With what house and kitchen need to know on the day `today`.
    #[must_use]
    pub fn with_logistics(
        mut self,
        workspace: &Workspace,
        meeting: &Meeting,
        answers: &Answers<'_>,
        today: NaiveDate,
    ) -> Self {
        let words = Words::new(&workspace.network, self.programme.language);
        self.logistics = Some(logistics(workspace, meeting, answers, words, today));
        self
    }

    /// With what people noted beside their answers.
    #[must_use]
    pub fn with_remarks(mut self, workspace: &Workspace, answers: &Answers<'_>) -> Self {
        let words = Words::new(&workspace.network, self.programme.language);
        self.remarks = remarks(workspace, answers, words);
        self
    }

    /// With the badges for `meeting` that are wanted.
    #[must_use]
    pub fn with_badges(
        mut self,
        workspace: &Workspace,
        meeting: &Meeting,
        answers: &Answers<'_>,
        wish: BadgeWish,
    ) -> Self {
        self.badges = badges(workspace, meeting, answers, wish);
        self.labels = Some(label_sheet(workspace, wish));
        self
    }

    /// With what stands at the doors of the rooms of `meeting`.
    #[must_use]
    pub fn with_rooms(mut self, workspace: &Workspace, meeting: &Meeting) -> Self {
        self.rooms = signed_rooms(workspace, meeting, &self.programme);
        self
    }
}

/// The document about `meeting`, whose `programme` is in the document's language, written on the day `today`.
/// Whoever needs the list of [`guests`], actions or topics puts it in: they are long.
pub fn merge_data(
    workspace: &Workspace,
    meeting: &Meeting,
    programme: Programme,
    today: NaiveDate,
) -> MergeData {
    let mut programme = programme.on(meeting, today);
    let words = Words::new(&workspace.network, programme.language);
    // What is dated today tells who is a member today.
    let cities = workspace.cities.iter().filter(|city| city.membership.covers(today));
    programme.network.members = cities.map(|city| shown(&city.name)).collect();
    // Whoever reads that it begins then would come to what is not for them.
    let begins_for_few = |programme: &Programme| {
        let first = programme.days.first().and_then(|day| day.standing().first().copied());
        first.is_some_and(|entry| entry.for_whom.is_some())
    };
    let start = meeting.when.start.filter(|_| meeting.when.end_date.is_none());
    let start = start.filter(|_| !begins_for_few(&programme));
    let language = programme.language;
    let members = &workspace.network.members;
    let news = change::news(workspace, meeting, language);
    let whereabouts = Whereabouts::of(workspace, meeting, &programme);
    MergeData {
        member: CalledMembers::of(workspace, words),
        sender: sender(workspace),
        written: DateStyle { language, ..words.dates }.long(today),
        written_date: today.to_string(),
        headline: headline(&programme, members, whereabouts.town.as_deref()),
        starts: start.map(|start| newspaper(&words.at(start.value), language)),
        only_online: whereabouts.is_only_online,
        online_access: meeting.access_lines().map(str::to_owned).collect(),
        place_line: whereabouts.line(&programme),
        whereabouts: whereabouts.in_sentence(words),
        present: programme.meeting.people.iter().filter(|one| !one.is_absent).cloned().collect(),
        were_there: {
            let persons = persons(workspace, meeting).into_iter();
            let others = persons.filter(|one| one.presence == Presence::There && !one.is_of_member);
            let others = others.map(|one| shown(one.in_town()));
            programme.meeting.attended.iter().cloned().chain(others).collect()
        },
        story: press_text(
            &programme,
            members.pick(&programme.network.members[..], &[]),
            &repeated(meeting),
            words,
        ),
        proceedings: {
            let days = programme.days.iter().map(Day::with_outcomes);
            days.filter(|day| !day.entries.is_empty()).collect()
        },
        guests: Vec::new(),
        unchanged: change::unchanged(meeting, words).filter(|_| !news.is_empty()),
        news,
        further: Vec::new(),
        has_moved: false,
        asked_again: None,
        has_new_parts: false,
        changes: change::changes(workspace, meeting, words),
        change_reason: change::reason(meeting),
        next_meeting: next_meeting(workspace, meeting, today, words),
        topics: Vec::new(),
        rooms: Vec::new(),
        logistics: None,
        remarks: Vec::new(),
        badges: Vec::new(),
        labels: None,
        programme,
    }
}

/// The keys of what is a repetition.
fn repeated(meeting: &Meeting) -> Vec<String> {
    let all = &meeting.sessions;
    let sessions = all.iter().filter(|session| session.is_repetition(all));
    sessions.map(|session| session.id.to_string()).collect()
}

/// The longest of these that fits: meeting, town and title; town and title; the title. A network whose
/// members are no towns names the host.
fn headline(programme: &Programme, members: &MemberWords, town: Option<&str>) -> String {
    let Programme { meeting, network, .. } = programme;
    let title = &meeting.title;
    let name = &network.meeting_name;
    let says_town = town.is_none_or(|town| title.contains(town));
    let says_name = title.contains(name.as_str());
    let town = town.unwrap_or_default();
    let candidates = [
        (!says_town && !says_name).then(|| {
            members.pick(format!("{name} in {town}: {title}"), format!("{name}, {town}: {title}"))
        }),
        (!says_town).then(|| format!("{town}: {title}")),
    ];
    let fits = |line: &String| line.chars().count() <= HEADLINE;
    candidates.into_iter().flatten().find(fits).unwrap_or_else(|| title.clone())
}

/// Who writes for the network.
pub fn sender(workspace: &Workspace) -> Sender {
    let network = &workspace.network;
    let sender = &network.sender;
    let words = |line: &Option<Line>| line.as_ref().map(Line::to_string);
    let place: Vec<&str> =
        [&sender.postcode, &sender.town].into_iter().flatten().map(Line::as_str).collect();
    let mut address: Vec<String> = words(&sender.street).into_iter().collect();
    if !place.is_empty() {
        address.push(place.join(" "));
    }
    Sender {
        name: words(&sender.name),
        function: words(&sender.function),
        organisation: words(&sender.organisation).unwrap_or_else(|| network.name.to_string()),
        address,
        town: words(&sender.town),
        phone: words(&sender.phone),
        mail: words(&sender.mail),
    }
}

/// The first meeting after `meeting` that is still to take place, on a day that is known.
fn next_meeting(
    workspace: &Workspace,
    meeting: &Meeting,
    today: NaiveDate,
    words: Words,
) -> Option<NextMeeting> {
    // Any of those that nobody can read may be it.
    let day = meeting.when.last_day().filter(|_| workspace.unclear.is_empty())?;
    let next = workspace.meetings.iter().find(|next| {
        let settled =
            matches!(next.status.value, Status::Planned | Status::Invited | Status::Postponed);
        settled
            && next.id != meeting.id
            && next.when.date.is_some_and(|date| date.value > day)
            && next.when.last_day() >= Some(today)
    })?;
    let (first, last) = (next.when.date?.value, next.when.last_day()?);
    let hosts = next.hosts.iter().map(|host| &workspace.city(host.value).name);
    let text = next.when.date_text.as_ref().map(Line::to_string);
    Some(NextMeeting {
        title: next.title.value.to_string(),
        date_in_sentence: text.is_none().then(|| words.dates.in_sentence(first, last)),
        date_words: text.unwrap_or_else(|| words.days(first, last)),
        host_words: (!next.hosts.is_empty()).then(|| crate::text::list::and(hosts, words.language)),
    })
}

#[cfg(test)]
mod tests;
