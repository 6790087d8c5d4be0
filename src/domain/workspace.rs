//! Everything a coordinator keeps, together.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::OnceLock;

use chrono::{Days, NaiveDate};

use super::action::Action;
use super::attendance::Attendance;
use super::calendar::series::Series;
use super::calendar::{Doubt, Period, Published};
use super::city::City;
use super::contact::{Contact, Mail};
use super::id::{CityId, ContactId, Id, TopicId, VenueId};
use super::line::Line;
use super::meeting::Meeting;
use super::minutes::Minutes;
use super::network::Network;
use super::region::Region;
use super::reply::{Reply, Who};
use super::rotation::{Skip, Swap};
use super::tally::Tally;
use super::topic::Topic;
use super::venue::{Room, Venue};

/// A network with all that is known of it.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The network itself.
    pub network: Network,
    /// Its towns, in the network's order, former ones too.
    pub cities: Vec<City>,
    /// Its places.
    pub venues: Vec<Venue>,
    /// Its people.
    pub contacts: Vec<Contact>,
    /// Days that matter.
    pub periods: Vec<Period>,
    /// What recurs.
    pub series: Vec<Series>,
    /// Days that matter where its towns lie; nothing before somebody asks for them.
    pub published: Published,
    /// The towns for whose region there is a calendar.
    pub regional: Vec<CityId>,
    /// Days that may matter.
    pub doubts: Vec<Doubt>,
    /// Its meetings: those with a date in its order, then the others by id.
    pub meetings: Vec<Meeting>,
    /// Turns passed over.
    pub skips: Vec<Skip>,
    /// Turns exchanged.
    pub swaps: Vec<Swap>,
    /// What was agreed, in the order of its file.
    pub actions: Vec<Action>,
    /// What came of meetings.
    pub minutes: Vec<Minutes>,
    /// What the members want to hear about.
    pub topics: Vec<Topic>,
    /// Who comes.
    pub replies: Vec<Reply>,
    /// Who came.
    pub attendance: Vec<Attendance>,
    /// What is left of replies that were purged.
    pub tallies: Vec<Tally>,
    /// Meetings that there are, and of which nobody can tell when, where and by whom they are held.
    pub unclear: Vec<Id>,
    /// Where each of them stands in its list.
    pub places: Places,
}

/// Where the entries of the lists stand, by their keys: made when somebody first asks for one, so that
/// many questions cost no more than a walk through the list. Of those with one key the first counts.
#[derive(Clone, Debug, Default)]
pub struct Places {
    cities: OnceLock<HashMap<Id, usize>>,
    venues: OnceLock<HashMap<Id, usize>>,
    contacts: OnceLock<HashMap<Id, usize>>,
    meetings: OnceLock<HashMap<Id, usize>>,
    longest_stay: OnceLock<Days>,
    replies: OnceLock<HashMap<Id, Vec<usize>>>,
    answers: OnceLock<HashMap<(Id, Who), Vec<usize>>>,
}

/// The numbers of the entries of `list` that have the same key.
fn gathered<T, K: Eq + Hash>(list: &[T], key: impl Fn(&T) -> K) -> HashMap<K, Vec<usize>> {
    let mut places: HashMap<K, Vec<usize>> = HashMap::new();
    for (number, entry) in list.iter().enumerate() {
        places.entry(key(entry)).or_default().push(number);
    }
    places
}

/// The entry of `list` with the key `id`, and its number.
fn named<'l, T>(
    places: &OnceLock<HashMap<Id, usize>>,
    list: &'l [T],
    key: fn(&T) -> &Id,
    id: &str,
) -> Option<(usize, &'l T)> {
    let places = places.get_or_init(|| {
        let numbered = list.iter().enumerate().rev();
        numbered.map(|(number, entry)| (key(entry).clone(), number)).collect()
    });
    let number = *places.get(id)?;
    Some((number, list.get(number)?))
}

impl Workspace {
    /// Takes out the meetings that are `unclear`, and keeps their names.
    pub fn leave_out(&mut self, unclear: impl Fn(&Meeting) -> bool) {
        let out = self.meetings.extract_if(.., |meeting| unclear(meeting));
        self.unclear.extend(out.map(|meeting| meeting.id));
        self.places.meetings = OnceLock::new();
    }

    /// The town with this number.
    pub fn city(&self, id: CityId) -> &City {
        &self.cities[id.0]
    }

    /// Whose holidays the town with this number keeps, as [`City::region_in`] has it.
    pub fn region(&self, id: CityId) -> Option<Region> {
        self.city(id).region_in(self.network.date_rules.region)
    }

    /// Whether there are towns, and nobody says of any whose holidays it keeps.
    pub fn names_no_region(&self) -> bool {
        let mut towns = self.numbered_cities();
        !self.cities.is_empty() && towns.all(|(id, _)| self.region(id).is_none())
    }

    /// Whether a town keeps the holidays of a canton.
    pub fn has_cantons(&self) -> bool {
        let mut towns = self.numbered_cities();
        towns.any(|(id, _)| matches!(self.region(id), Some(Region::Canton(_))))
    }

    /// The venue with this number.
    pub fn venue(&self, id: VenueId) -> &Venue {
        &self.venues[id.0]
    }

    /// The room with this key, and the first venue that has it; none where rooms of several names have it.
    pub fn room_named(&self, id: &str) -> Option<(&Venue, &Room)> {
        let rooms = self.venues.iter().flat_map(|it| it.rooms.iter().map(move |room| (it, room)));
        let mut found = rooms.filter(|(_, room)| room.id.as_str() == id);
        let first = found.next()?;
        found.all(|(_, room)| room.name.as_str() == first.1.name.as_str()).then_some(first)
    }

    /// The contact with this number.
    pub fn contact(&self, id: ContactId) -> &Contact {
        &self.contacts[id.0]
    }

    /// The towns with their numbers, in the network's order.
    pub fn numbered_cities(&self) -> impl Iterator<Item = (CityId, &City)> {
        (0..).map(CityId).zip(&self.cities)
    }

    /// The contacts with their numbers.
    pub fn numbered_contacts(&self) -> impl Iterator<Item = (ContactId, &Contact)> {
        (0..).map(ContactId).zip(&self.contacts)
    }

    /// The town with this key.
    pub fn city_named(&self, id: &str) -> Option<(CityId, &City)> {
        let (number, city) = named(&self.places.cities, &self.cities, |city| &city.id, id)?;
        Some((CityId(number), city))
    }

    /// The venue with this key.
    pub fn venue_named(&self, id: &str) -> Option<(VenueId, &Venue)> {
        let (number, venue) = named(&self.places.venues, &self.venues, |venue| &venue.id, id)?;
        Some((VenueId(number), venue))
    }

    /// The contact with this key.
    pub fn contact_named(&self, id: &str) -> Option<(ContactId, &Contact)> {
        let contacts = &self.contacts;
        let (number, contact) = named(&self.places.contacts, contacts, |one| &one.id, id)?;
        Some((ContactId(number), contact))
    }

    /// The topic with this number.
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.0]
    }

    /// The topic with this key.
    pub fn topic_named(&self, id: &str) -> Option<(TopicId, &Topic)> {
        let mut topics = (0..).map(TopicId).zip(&self.topics);
        topics.find(|(_, topic)| topic.id.as_str() == id)
    }

    /// The person with this key, else the town.
    pub fn who(&self, id: &str) -> Option<Who> {
        let person = self.contact_named(id).map(|(number, _)| Who::Contact(number));
        person.or_else(|| self.city_named(id).map(|(number, _)| Who::City(number)))
    }

    /// The key of a person or town.
    pub fn id_of(&self, who: Who) -> &Id {
        match who {
            Who::Contact(id) => &self.contact(id).id,
            Who::City(id) => &self.city(id).id,
        }
    }

    /// The town that a person belongs to, or that it is.
    pub fn city_of(&self, who: Who) -> Option<CityId> {
        match who {
            Who::Contact(id) => self.contact(id).city.map(|city| city.value),
            Who::City(id) => Some(id),
        }
    }

    /// The address at which a person or town gets mail, if there is one.
    pub fn mail_of(&self, who: Who) -> Option<&Line> {
        match who {
            Who::Contact(id) => match &self.contact(id).mail {
                Mail::At(address) => Some(address),
                Mail::Unknown | Mail::Never => None,
            },
            Who::City(id) => self.city(id).mail.as_ref(),
        }
    }

    /// The meetings that stand before that with the key `id` in their order; all of them if there is none.
    pub fn meetings_before(&self, id: &Id) -> &[Meeting] {
        let known = named(&self.places.meetings, &self.meetings, |one| &one.id, id.as_str());
        &self.meetings[..known.map_or(self.meetings.len(), |(number, _)| number)]
    }

    /// How long after its first day the longest of the meetings ends.
    pub fn longest_stay(&self) -> Days {
        let stay = |meeting: &Meeting| Some(meeting.when.last_day()? - meeting.when.date?.value);
        let days = |meeting: &Meeting| u64::try_from(stay(meeting)?.num_days()).ok();
        let longest = || Days::new(self.meetings.iter().filter_map(days).max().unwrap_or(0));
        *self.places.longest_stay.get_or_init(longest)
    }

    /// Those of the meetings that begin on `day` at the latest, and so shortly before it that they may last
    /// until then.
    pub fn meetings_around(&self, day: NaiveDate) -> &[Meeting] {
        let since = day.checked_sub_days(self.longest_stay()).unwrap_or(NaiveDate::MIN);
        let begins = |meeting: &Meeting| meeting.when.date.map(|date| date.value);
        let over = |meeting: &Meeting| begins(meeting).is_some_and(|date| date < since);
        let begun = |meeting: &Meeting| begins(meeting).is_some_and(|date| date <= day);
        let [first, end] =
            [self.meetings.partition_point(over), self.meetings.partition_point(begun)];
        &self.meetings[first..end.max(first)]
    }

    /// The replies to the meeting with the key `id`, in their order.
    pub fn replies_to(&self, id: &Id) -> impl Iterator<Item = &Reply> {
        let key = |reply: &Reply| reply.meeting.clone();
        let places = self.places.replies.get_or_init(|| gathered(&self.replies, key));
        places.get(id).into_iter().flatten().filter_map(|number| self.replies.get(*number))
    }

    /// Those of them that `who` gave.
    pub fn replies_of(&self, who: Who, id: &Id) -> impl Iterator<Item = &Reply> {
        let key = |reply: &Reply| (reply.meeting.clone(), reply.from.who());
        let places = self.places.answers.get_or_init(|| gathered(&self.replies, key));
        let own = places.get(&(id.clone(), who));
        own.into_iter().flatten().filter_map(|number| self.replies.get(*number))
    }

    /// What is left of the replies to `meeting`, if they were purged.
    pub fn tally(&self, meeting: &Id) -> Option<&Tally> {
        self.tallies.iter().find(|tally| tally.meeting == *meeting)
    }

    /// The meeting with this id.
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        let (_, meeting) = named(&self.places.meetings, &self.meetings, |one| &one.id, id)?;
        Some(meeting)
    }
}
