//! What templates can name: answers in which everything is known.

use serde::Serialize;

use crate::domain::meeting::Status;
use crate::domain::reply::ReplyAnswer;
use crate::plan::post::reply::day::Since;
use crate::text::Language;
use crate::view::LabelSheet;
use crate::view::action::OpenAction;
use crate::view::badges::Badge;
use crate::view::item::ItemSheet;
use crate::view::letter::{Contribution, Letter};
use crate::view::logistics::{Logistics, NeedRow, PauseRow, Remark, RoomRow};
use crate::view::merge::{
    CalledMembers, ChangedFact, Guest, MergeData, NextMeeting, Sender, SurveyTopic,
};
use crate::view::programme::{
    Day, Entry, Item, Kind, Meeting, Network, OrganiserPart, Person, Place, PlanningValues,
    Programme, Registration,
};
use crate::view::recipient::Recipient;
use crate::view::rooms::{SignedDay, SignedEntry, SignedRoom};
use crate::view::words::Worded;

/// An answer that fills a template.
pub trait Placeholders: Serialize {
    /// An answer in which nothing is absent and no list empty, with each text from `words`, which
    /// is told what the text stands for.
    fn filled(words: &dyn Fn(&str) -> String) -> Self;

    /// The programme that it is about; the placeholder `agenda` stands for its days.
    fn programme(&self) -> &Programme;

    /// The paper that it is, with the day it was written; none for a programme.
    fn merge_data(&self) -> Option<&MergeData> {
        None
    }

    /// The letter that it is, if it is one.
    fn letter(&self) -> Option<&Letter> {
        None
    }

    /// An answer to compare the names in a template with.
    fn sample() -> Self
    where
        Self: Sized,
    {
        Self::filled(&str::to_owned)
    }
}

impl Placeholders for Programme {
    fn filled(words: &dyn Fn(&str) -> String) -> Self {
        Self {
            language: Language::German,
            network: network(words),
            meeting: meeting(words),
            days: vec![Day {
                date: Some("2024-09-24".to_owned()),
                heading: Some(words("day heading")),
                entries: vec![entry(words)],
            }],
            legend: Some(words("legend")),
            readers: Some(words("readers")),
        }
    }

    fn programme(&self) -> &Programme {
        self
    }
}

impl Placeholders for MergeData {
    fn filled(words: &dyn Fn(&str) -> String) -> Self {
        let known = |name: &str| Some(words(name));
        Self {
            programme: Programme::filled(words),
            member: CalledMembers {
                one: words("member noun"),
                several: words("members noun"),
                are_towns: true,
            },
            sender: Sender {
                name: known("sender name"),
                function: known("sender function"),
                organisation: words("sender organisation"),
                address: vec![words("sender address")],
                town: known("sender town"),
                phone: known("sender phone"),
                mail: known("sender mail"),
            },
            written: words("written"),
            written_date: "2024-09-16".to_owned(),
            headline: words("headline"),
            starts: known("starts"),
            only_online: false,
            whereabouts: known("whereabouts"),
            place_line: known("place line"),
            present: vec![person(words)],
            story: vec![words("story")],
            proceedings: vec![Day {
                date: Some("2024-09-24".to_owned()),
                heading: known("day heading"),
                entries: vec![entry(words)],
            }],
            guests: vec![Guest { town: known("guest town"), name: known("guest name") }],
            news: vec![words("news")],
            changes: vec![ChangedFact {
                label: words("change label"),
                before: known("change before"),
                after: known("change after"),
            }],
            further: vec![words("further")],
            unchanged: known("unchanged"),
            has_moved: false,
            asked_again: Some(Since::Time),
            has_new_parts: true,
            change_reason: known("change reason"),
            topics: vec![SurveyTopic {
                number: Some(1),
                title: words("topic title"),
                offered_by: known("topic offered by"),
            }],
            rooms: vec![SignedRoom {
                name: words("room name"),
                days: vec![SignedDay {
                    heading: known("room day"),
                    has_times: true,
                    entries: vec![SignedEntry {
                        time: known("room time"),
                        title: words("room title"),
                        status: known("room status"),
                        people: vec![words("room person")],
                    }],
                }],
            }],
            logistics: Some(logistics(words)),
            remarks: vec![Remark {
                town: known("remark town"),
                name: words("remark name"),
                note: words("remark"),
            }],
            badges: vec![Badge { name: known("badge name"), lines: vec![words("badge line")] }],
            labels: Some(LabelSheet {
                size: [900, 540],
                margins: [150, 135],
                gaps: [0, 0],
                number: [2, 5],
            }),
            next_meeting: Some(NextMeeting {
                title: words("next title"),
                date_words: words("next date words"),
                date_in_sentence: known("next date in a sentence"),
                host_words: known("next host words"),
            }),
        }
    }

    fn merge_data(&self) -> Option<&MergeData> {
        Some(self)
    }

    fn programme(&self) -> &Programme {
        &self.programme
    }
}

impl Placeholders for Letter {
    fn filled(words: &dyn Fn(&str) -> String) -> Self {
        Self {
            merge: MergeData::filled(words),
            subject: words("subject"),
            salutation: words("salutation"),
            familiar: false,
            recipient: Some(Recipient {
                id: words("recipient id"),
                name: words("recipient name"),
                mail: Some(words("recipient mail")),
                language: Language::German,
                salutation: words("recipient salutation"),
                familiar: false,
                address: vec![words("recipient address")],
                city: Some(words("recipient city")),
                answer: Some(ReplyAnswer::Yes),
                answer_is_of_city: true,
                announced_by: Some(words("announced by")),
                answered_for_another_day: true,
                asked_again: Some(Since::Time),
                with: vec![words("companion")],
                chosen_by: vec![words("chosen by")],
            }),
            to_host: true,
            came_by_city: true,
            contributions: vec![Contribution {
                title: words("contribution title"),
                time: Some(words("contribution time")),
                line: words("contribution line"),
                place: Some(words("contribution place")),
                equipment: Some(words("contribution equipment")),
                responsible: Some(words("contribution responsible")),
            }],
        }
    }

    fn merge_data(&self) -> Option<&MergeData> {
        Some(&self.merge)
    }

    fn letter(&self) -> Option<&Letter> {
        Some(self)
    }

    fn programme(&self) -> &Programme {
        self.merge.programme()
    }
}

impl Placeholders for ItemSheet {
    fn filled(words: &dyn Fn(&str) -> String) -> Self {
        Self {
            programme: Programme::filled(words),
            item: entry(words),
            when: Some(words("when it is")),
        }
    }

    fn programme(&self) -> &Programme {
        &self.programme
    }
}

fn logistics(words: &dyn Fn(&str) -> String) -> Logistics {
    Logistics {
        heads: vec![words("heads")],
        expected: Some(40),
        food: vec![NeedRow { what: words("food"), number: 3 }],
        help: vec![NeedRow { what: words("help"), number: 1 }],
        remarks: vec![words("about notes")],
        pauses: vec![PauseRow {
            time: Some(words("pause time")),
            title: words("pause title"),
            place: words("pause place"),
        }],
        warnings: vec![words("seats warning")],
        rooms: vec![RoomRow {
            name: words("used room"),
            seats: words("seats"),
            people: words("people there"),
            uses: vec![words("use of room")],
        }],
        equipment: vec![words("needed equipment")],
        buffers: vec![words("buffer")],
    }
}

fn network(words: &dyn Fn(&str) -> String) -> Network {
    Network {
        name: words("network name"),
        full_name: words("network full name"),
        meeting_name: words("meeting name"),
        about: Some(words("about")),
        goals: vec![words("goal")],
        partners: vec![words("partner")],
        members: vec![words("member"), words("other member")],
        members_called: words("members"),
        accent: Some("#1b6b50".to_owned()),
    }
}

fn meeting(words: &dyn Fn(&str) -> String) -> Meeting {
    let known = |name: &str| Some(words(name));
    Meeting {
        id: words("meeting id"),
        status: Status::Planned,
        status_words: known("status words"),
        postponed_from: known("postponed from"),
        reason: known("reason"),
        title: words("title"),
        full_title: words("full title"),
        subtitle: known("subtitle"),
        theme: known("theme"),
        number: known("number"),
        date: Some("2024-09-24".to_owned()),
        end_date: Some("2024-09-25".to_owned()),
        date_words: known("date words"),
        date_in_sentence: known("date in a sentence"),
        date_numeric: known("date numeric"),
        time_words: known("time words"),
        admission: known("admission"),
        when: known("when"),
        hosts: vec![words("host")],
        host_words: known("host words"),
        host_role: words("host role"),
        place: Some(Place {
            line: words("place line"),
            name: words("place name"),
            address: known("place address"),
            access: known("access"),
            arrival: known("arrival"),
            link: known("place link"),
        }),
        online: known("online"),
        link: known("meeting link"),
        spoken_language: known("spoken language"),
        target_group: known("target group"),
        description: known("description"),
        organisers: vec![words("organiser")],
        organiser_parts: vec![OrganiserPart {
            role: known("organiser role"),
            names: vec![words("organiser name")],
        }],
        people: vec![person(words)],
        attended: vec![words("attended")],
        excused: vec![words("excused")],
        registration: Some(Registration {
            until: known("register until"),
            how: known("register how"),
            link: known("register link"),
            mail: known("register mail"),
            cost: known("register cost"),
            is_free: false,
            seats: Some(60),
        }),
        contact: known("contact"),
        notices: vec![words("notice")],
        as_of: known("as of"),
        as_of_date: Some("2024-09-18".to_owned()),
        as_of_line: known("as of line"),
        chair_notes: vec![words("chair note")],
        open_actions: vec![OpenAction {
            what: words("action"),
            owner: words("action owner"),
            due: Some(words("action due")),
            from: Some(words("action from")),
        }],
    }
}

fn entry(words: &dyn Fn(&str) -> String) -> Entry {
    let known = |name: &str| Some(words(name));
    Entry {
        id: words("entry id"),
        kind: Some(Kind::Talk),
        level: 0,
        pause: false,
        start: Some("09:30".to_owned()),
        end: Some("10:00".to_owned()),
        time: known("entry time").map(Worded::from),
        connector: known("connector"),
        at: known("entry at"),
        elsewhere: known("elsewhere"),
        meets_at: known("meeting point"),
        number: known("entry number"),
        track: known("track"),
        title: words("entry title"),
        place: known("entry detail"),
        people: vec![person(words)],
        items: vec![Item {
            number: known("item number"),
            title: known("item title"),
            people: vec![person(words)],
            description: known("item description"),
            details: vec![words("item detail")],
        }],
        description: known("entry description"),
        details: vec![words("entry detail")],
        terms: vec![words("entry term")],
        link: known("entry link"),
        status: known("entry status").map(Worded::from),
        plan: Some(PlanningValues {
            start: Some("09:30".to_owned()),
            end: Some("10:00".to_owned()),
            start_planned: true,
            end_planned: true,
            time: known("planned time").map(Worded::from),
            minutes: Some(30),
            length: known("planned length").map(Worded::from),
            responsible: known("responsible"),
            equipment: known("equipment"),
            note: known("note"),
            lines: vec![words("plan line")],
        }),
    }
}

fn person(words: &dyn Fn(&str) -> String) -> Person {
    Person {
        role: Some(words("role")),
        line: words("person line"),
        name: Some(words("person name")),
        is_absent: false,
        roles: None,
    }
}
