//! One mail after the other goes out, each with what becomes of it in the ledger.

use std::thread;

use anyhow::{Result, anyhow};

use super::advice::advice;
use super::ahead::Ahead;
use super::errand::{Errand, Route};
use super::warnings::unsure;
use crate::cli::failure::Halted;
use crate::cli::outbox::journal::{Journal, LONGEST_WORDS};
use crate::diagnostic::posting::Flaw;
use crate::domain::line::Line;
use crate::domain::outbox::{Entry, Event, Message, State};
use crate::input::Outgoing;
use crate::system::interrupt;
use crate::system::progress::Progress;
use crate::system::transport::{Letter, Outcome, Transport};
use crate::text::{Language, count};

/// After so many mails in a row that were neither taken nor refused, the way is given up.
const TROUBLES: usize = 2;

/// How a run ends before all of its mails are out.
enum Stop {
    /// The user interrupted it.
    Interrupted,
    /// The transport takes no more; its words.
    Barred(String),
    /// Something else failed.
    Failed(anyhow::Error),
}

/// How the sending of one mail ended.
enum Settled {
    /// It was taken or refused.
    Known,
    /// It was neither; the transport's words.
    Trouble(String),
    /// The transport takes no more; its words.
    Barred(String),
}

/// What has become of the mails so far.
#[derive(Default)]
struct Tally<'a> {
    sent: usize,
    /// Those that were refused, with the transport's words and whether it is for now alone.
    refused: Vec<(&'a Message, String, bool)>,
    unsure: Vec<&'a Message>,
}

impl<'a> Errand<'a> {
    /// Sends all mails, or as many as can be, and says what became of them; with how many have gone out,
    /// or may have.
    pub(super) fn deliver(&self, mut way: Route, mut journal: Journal) -> (usize, Result<()>) {
        let context = self.context;
        if let Err(words) = way.transport.open() {
            let head = context.say("nichts wurde versandt", "nothing was sent");
            return (0, Err(stopped(head, words, context.language)));
        }
        let shown = context.error.is_terminal && !context.is_quiet();
        let progress = Progress::new(self.due.len(), shown);
        progress.breathe();
        let mut tally = Tally::default();
        let stop = match self.drafts() {
            Ok(drafts) => thread::scope(|scope| {
                let mut ahead = Ahead::new(scope, &drafts);
                self.all(&mut ahead, &mut way, &mut journal, &progress, &mut tally)
            }),
            Err(error) => Some(Stop::Failed(error)),
        };
        way.transport.close();
        progress.clear();
        (tally.sent + tally.unsure.len(), self.report(&tally, stop))
    }

    fn all(
        &self,
        ahead: &mut Ahead<'_, '_>,
        way: &mut Route,
        journal: &mut Journal,
        progress: &Progress,
        tally: &mut Tally<'a>,
    ) -> Option<Stop> {
        let mut troubles = 0;
        for (number, message) in self.due.iter().enumerate() {
            if number > 0 {
                interrupt::wait(way.pause);
            }
            if interrupt::came() {
                // What became of the last one may not be on the disk yet.
                return Some(
                    journal.sync(self.context).map_or_else(Stop::Failed, |()| Stop::Interrupted),
                );
            }
            progress.begin(message.name.as_str());
            let outgoing = ahead.take(number, journal.now());
            // In a pause a mail may be changed: what is read before it is old afterwards.
            if way.pause.is_zero() {
                ahead.begin(number + 1, journal.now());
            }
            let settled = self.one(message, outgoing, way.transport.as_mut(), journal, tally);
            // Written with the beginning of the next mail if that follows at once.
            let is_last = number + 1 == self.due.len();
            let stop = match settled {
                Ok(Settled::Known) => {
                    troubles = 0;
                    None
                }
                // It may have been this one mail: the next will tell.
                Ok(Settled::Trouble(words)) => {
                    troubles += 1;
                    (troubles == TROUBLES).then_some(Stop::Barred(words))
                }
                Ok(Settled::Barred(words)) => Some(Stop::Barred(words)),
                Err(error) => Some(Stop::Failed(error)),
            };
            let is_due = is_last || stop.is_some() || !way.pause.is_zero();
            if is_due && let Err(error) = journal.sync(self.context) {
                return Some(Stop::Failed(error));
            }
            if stop.is_some() {
                return stop;
            }
            progress.step();
        }
        None
    }

    /// Sends one mail.
    fn one(
        &self,
        message: &'a Message,
        outgoing: Result<Outgoing, Flaw>,
        transport: &mut dyn Transport,
        journal: &mut Journal,
        tally: &mut Tally<'a>,
    ) -> Result<Settled> {
        let path = self.run.path(message);
        let outgoing =
            outgoing.map_err(|flaw| self.opened.fail(vec![self.altered(message, flaw)]))?;
        let letter = Letter { from: &outgoing.from, to: &outgoing.to, content: &outgoing.content };
        journal.add(Event::Message(State::Sending), &path, None);
        journal.sync(self.context)?;
        if let Err(error) = self.begin() {
            // It has not gone out.
            journal.add(Event::Message(State::Pending), &path, None);
            return Err(error);
        }
        let mut outcome = transport.deliver(&letter);
        if let Outcome::Lost(_) = outcome {
            // A server may hang up whenever it likes; once is no reason to give up.
            outcome = transport.deliver(&letter);
        }
        let mut settle =
            |state, words: &str| journal.add(Event::Message(state), &path, Some(words));
        match outcome {
            Outcome::Taken(words) => {
                settle(State::Sent, &words);
                tally.sent += 1;
            }
            Outcome::Refused(words) => {
                settle(State::Failed, &words);
                let entry = Entry {
                    at: journal.now(),
                    event: Event::Message(State::Failed),
                    path,
                    words: Line::cleaned(&words, words.len()),
                };
                tally.refused.push((message, words, entry.is_temporary()));
            }
            Outcome::Unsure(words) => {
                settle(State::Unsure, &words);
                tally.unsure.push(message);
                return Ok(Settled::Trouble(words));
            }
            Outcome::Lost(words) => {
                settle(State::Pending, &words);
                return Ok(Settled::Trouble(words));
            }
            Outcome::Barred(words) => {
                settle(State::Pending, &words);
                return Ok(Settled::Barred(words));
            }
        }
        Ok(Settled::Known)
    }

    /// Says what became of the mails, and whether that is a success.
    fn report(&self, tally: &Tally<'_>, stop: Option<Stop>) -> Result<()> {
        let Self { run, opened, context, .. } = self;
        let total = self.due.len();
        let left = total - tally.sent - tally.refused.len() - tally.unsure.len();
        let findings: Vec<_> = tally.unsure.iter().map(|message| unsure(run, message)).collect();
        if !findings.is_empty() {
            context.show(&findings, &opened.sources);
        }
        for (message, words, is_temporary) in &tally.refused {
            context.note(&refused(message, words, *is_temporary, context.language));
        }
        if tally.refused.iter().any(|(_, _, is_temporary)| *is_temporary) {
            context.note(context.say(
                "Später noch einmal versuchen: derselbe Befehl mit `--retry`",
                "To try again later: the same command with `--retry`",
            ));
        }
        context.note(&summary(tally, total, left, context.language));
        match stop {
            Some(Stop::Interrupted) => {
                context
                    .note(context.say("Ein neuer Aufruf setzt fort.", "Calling it again goes on."));
                Err(Halted.into())
            }
            Some(Stop::Failed(error)) => Err(error),
            Some(Stop::Barred(words)) => {
                let head = context.say(
                    "der Versand ist abgebrochen; ein neuer Aufruf setzt ihn fort",
                    "sending has stopped; calling it again goes on",
                );
                Err(stopped(head, words, context.language))
            }
            None if tally.sent == total => Ok(()),
            None => Err(anyhow!(match context.language {
                Language::German => format!(
                    "{} nicht angekommen oder ungewiss",
                    count(total - tally.sent, "Mail ist", "Mails sind")
                ),
                Language::English => format!(
                    "{} not accepted, or unsure",
                    count(total - tally.sent, "mail is", "mails are")
                ),
            })),
        }
    }
}

/// That sending has stopped, why, and what to do.
fn stopped(head: &str, words: String, language: Language) -> anyhow::Error {
    let head = match advice(&words, language) {
        Some(advice) => format!("{head}: {advice}"),
        None => head.to_owned(),
    };
    // Spaces and line ends mean nothing in what servers say.
    let words = Line::cleaned(&words, LONGEST_WORDS).map(|words| words.to_string());
    match words {
        Some(words) => anyhow!(words).context(head),
        None => anyhow!(head),
    }
}

/// That a mail was refused.
fn refused(message: &Message, words: &str, is_temporary: bool, language: Language) -> String {
    let how = match (language, is_temporary) {
        (Language::German, true) => "Vorerst abgelehnt",
        (Language::German, false) => "Endgültig abgelehnt",
        (Language::English, true) => "Refused for now",
        (Language::English, false) => "Refused for good",
    };
    let words =
        Line::cleaned(words, LONGEST_WORDS).map(|words| words.to_string()).unwrap_or_default();
    format!("{how}: {} <{}>: {words}", message.name, message.mail)
}

/// "Versandt: 38 von 40 Mails; 1 abgelehnt, 1 wartet."
fn summary(tally: &Tally<'_>, total: usize, left: usize, language: Language) -> String {
    let parts = match language {
        Language::German => [
            (tally.refused.len(), format!("{} abgelehnt", tally.refused.len())),
            (tally.unsure.len(), format!("{} ungewiss", tally.unsure.len())),
            (left, count(left, "wartet", "warten").to_string()),
        ],
        Language::English => [
            (tally.refused.len(), format!("{} refused", tally.refused.len())),
            (tally.unsure.len(), format!("{} unsure", tally.unsure.len())),
            (left, format!("{left} waiting")),
        ],
    };
    let parts = parts.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words);
    let rest = parts.collect::<Vec<_>>().join(", ");
    let head = match language {
        Language::German => {
            format!("Versandt: {} von {}", tally.sent, count(total, "Mail", "Mails"))
        }
        Language::English => format!("Sent: {} of {}", tally.sent, count(total, "mail", "mails")),
    };
    if rest.is_empty() { format!("{head}.") } else { format!("{head}; {rest}.") }
}
