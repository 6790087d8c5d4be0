//! What templates can name: answers in which everything is known.

use serde::Serialize;

use crate::domain::reply::ReplyAnswer;
use crate::plan::post::reply::day::Since;
use crate::text::Language;
use crate::view::LabelSheet;
use crate::view::account::course::Span;
use crate::view::badges::Badge;
use crate::view::item::ItemSheet;
use crate::view::letter::{Contribution, Letter};
use crate::view::logistics::Remark;
use crate::view::merge::{ChangedFact, Guest, MergeData, NextMeeting, SurveyTopic};
use crate::view::programme::{Day, Network, Programme};
use crate::view::recipient::Recipient;
use crate::view::rooms::{SignedDay, SignedEntry, SignedRoom};

mod network;
mod samples;

use samples::{entry, logistics, meeting, members, network, person, sender};

/// An answer that fills a template.
pub trait Placeholders: Serialize {
    /// An answer in which nothing is absent and no list empty, with each text from `words`, which
    /// is told what the text stands for.
    fn filled(words: &dyn Fn(&str) -> String) -> Self;

    /// The network that it is of.
    fn network(&self) -> &Network;

    /// The programme that it is about; the placeholder `agenda` stands for its days.
    fn programme(&self) -> Option<&Programme> {
        None
    }

    /// The accounts that it tells of; the placeholder `drawing` stands for their course.
    fn accounts(&self) -> Option<&Span> {
        None
    }

    /// The paper that it is; none for a programme.
    fn merge_data(&self) -> Option<&MergeData> {
        None
    }

    /// The day on which it was written, as data; none for a programme.
    fn written(&self) -> Option<&str> {
        self.merge_data().map(|paper| paper.written_date.as_str())
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

    fn network(&self) -> &Network {
        &self.network
    }

    fn programme(&self) -> Option<&Programme> {
        Some(self)
    }
}

impl Placeholders for MergeData {
    fn filled(words: &dyn Fn(&str) -> String) -> Self {
        let known = |name: &str| Some(words(name));
        Self {
            programme: Programme::filled(words),
            member: members(words),
            sender: sender(words),
            written: words("written"),
            written_date: "2024-09-16".to_owned(),
            headline: words("headline"),
            starts: known("starts"),
            only_online: false,
            online_access: vec![words("online access")],
            whereabouts: known("whereabouts"),
            place_line: known("place line"),
            present: vec![person(words)],
            were_there: vec![words("who was there")],
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
                        is_repetition: true,
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

    fn network(&self) -> &Network {
        &self.programme.network
    }

    fn programme(&self) -> Option<&Programme> {
        Some(&self.programme)
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
                answered_unclearly: true,
                asked_again: Some(Since::Time),
                with: vec![words("companion")],
                company: vec![words("company")],
                chosen_by: vec![words("chosen by")],
                readers: Vec::new(),
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
                parts: vec![words("part of it")],
            }],
            known_topics: Some(words("known topics")),
        }
    }

    fn merge_data(&self) -> Option<&MergeData> {
        Some(&self.merge)
    }

    fn letter(&self) -> Option<&Letter> {
        Some(self)
    }

    fn network(&self) -> &Network {
        self.merge.network()
    }

    fn programme(&self) -> Option<&Programme> {
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

    fn network(&self) -> &Network {
        &self.programme.network
    }

    fn programme(&self) -> Option<&Programme> {
        Some(&self.programme)
    }
}
