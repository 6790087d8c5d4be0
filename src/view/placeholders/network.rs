//! The same for what is told of the network as a whole.

use chrono::NaiveDate;

use super::Placeholders;
use super::samples::{members, network, sender};
use crate::text::Language;
use crate::view::Standing;
use crate::view::account::course::{Course, Span, Step};
use crate::view::action::OpenAction;
use crate::view::handover::{Due, HandedAction, HandedMeeting, Handover, OpenMails, Place};
use crate::view::programme::Network;
use crate::view::report::{AgreedRow, MeetingRow, PresenceRow, Report, TopicRow};
use crate::view::status::StaleRun;

impl Placeholders for Report {
    fn filled(words: &dyn Fn(&str) -> String) -> Self {
        let known = |name: &str| Some(words(name));
        let agreed = |what: &str| AgreedRow {
            what: known(what),
            who: known("owner"),
            due: known("action due"),
            standing: Standing::Done,
            standing_words: words("action standing"),
        };
        Self {
            language: Language::German,
            network: network(words),
            member: members(words),
            organisation: words("organisation"),
            year: "2024".to_owned(),
            is_running: true,
            written: words("written"),
            written_date: "2024-11-16".to_owned(),
            summary: vec![words("summary")],
            hosts_called: words("hosts called"),
            meetings: vec![MeetingRow {
                id: words("meeting id"),
                days: words("meeting days"),
                title: words("meeting title"),
                hosts: known("meeting hosts"),
                fate: words("meeting fate"),
                attendance: known("meeting attendance"),
            }],
            recorded: known("recorded"),
            presence: vec![PresenceRow {
                town: words("present town"),
                meetings: words("present meetings"),
                people: words("present people"),
            }],
            accounts: accounts(words),
            accounts_words: known("accounts words"),
            topics: vec![TopicRow {
                title: words("topic title"),
                treated: vec![words("topic treated")],
            }],
            agreed_words: vec![words("agreed words")],
            agreed: vec![agreed("agreed action")],
            closed: vec![agreed("closed action")],
        }
    }

    fn network(&self) -> &Network {
        &self.network
    }

    fn accounts(&self) -> Option<&Span> {
        Some(&self.accounts)
    }

    fn written(&self) -> Option<&str> {
        Some(&self.written_date)
    }
}

fn accounts(words: &dyn Fn(&str) -> String) -> Span {
    let day = |month| NaiveDate::from_ymd_opt(2024, month, 24).unwrap_or_default();
    Span {
        from: day(1),
        to: day(11),
        courses: vec![Course {
            town: words("account town"),
            name: words("account name"),
            steps: vec![Step {
                date: day(9),
                account: -0.5,
                account_words: words("account words"),
                hosted: true,
            }],
        }],
    }
}

impl Placeholders for Handover {
    fn filled(words: &dyn Fn(&str) -> String) -> Self {
        let known = |name: &str| Some(words(name));
        let due = |what: &str| Due {
            day: None,
            until: known("due until"),
            what: words(what),
            about: words("due about"),
            state: words("due state"),
            command: known("due command"),
        };
        Self {
            language: Language::German,
            network: network(words),
            member: members(words),
            sender: sender(words),
            written: words("written"),
            written_date: "2024-11-16".to_owned(),
            next_host: known("next host"),
            due: vec![due("due step")],
            meetings: vec![HandedMeeting {
                id: words("meeting id"),
                title: words("meeting title"),
                words: words("meeting words"),
                status: words("meeting status"),
                version: words("meeting version"),
                replies: known("meeting replies"),
                unanswered: 3,
                asked: vec![words("asked")],
                declined: vec![words("declined")],
                done: vec![words("done step")],
                next: Some(due("next step")),
            }],
            actions: vec![HandedAction {
                action: OpenAction {
                    what: words("action"),
                    owner: words("action owner"),
                    due: known("action due"),
                    from: known("action from"),
                },
                state: words("action state"),
            }],
            mails: vec![OpenMails {
                run: words("run"),
                what: words("mails"),
                state: words("mail state"),
                command: words("mail command"),
            }],
            stale: vec![StaleRun {
                run: words("stale run"),
                changes: vec![words("stale change")],
                is_waiting: true,
                command: words("stale command"),
            }],
            sending: vec![words("sending")],
            places: vec![Place { path: words("place path"), what: words("place what") }],
            findings: known("findings"),
        }
    }

    fn network(&self) -> &Network {
        &self.network
    }

    fn written(&self) -> Option<&str> {
        Some(&self.written_date)
    }
}
