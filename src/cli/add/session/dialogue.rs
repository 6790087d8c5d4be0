//! The dialogue that puts a programme together: items come, move and are taken back until all is said.

use anyhow::Result;

use super::programme::{Programme, later};
use super::questions::questions;
use crate::cli::add::entry::{Entry, Question};
use crate::cli::change::{Manner, NewText, propose_or_back};
use crate::cli::context::Context;
use crate::cli::dialogue::{Went, choose, choose_or_back};
use crate::cli::failure::{Findings, spoken};
use crate::cli::loaded::Loaded;
use crate::diagnostic::change::NotEntries;
use crate::domain::line::Line;
use crate::domain::session::{Kind, Session};
use crate::domain::workspace::Workspace;
use crate::input;
use crate::input::edit::{move_entry, quoted};
use crate::source::RawFile;
use crate::text::Vocabulary as _;

/// A step that is made, and what the file said before.
enum Step {
    /// An item that came, with what the file said before each of its questions.
    Added { text: String, item: Entry, texts: Vec<String> },
    /// An item that moved, and the one that all that comes stood before.
    Moved { text: String, before: Option<usize> },
}

/// What comes next.
enum Next {
    /// The kind of an item is chosen.
    Kind,
    /// Its questions are asked, with what the file said before each so far.
    Questions(Entry, Vec<String>),
    /// What to do is chosen.
    Choice,
    /// Everything is shown, and asked about.
    End,
}

/// What can be done after an item.
#[derive(Clone, Copy)]
enum Choice {
    Another,
    End,
    TakeBack,
    Move,
}

/// A programme that is being put together.
pub(super) struct Dialogue<'a> {
    /// The programme.
    pub(super) programme: Programme<'a>,
    /// The number of the item that all that comes stands before.
    pub(super) before: Option<usize>,
    /// The workspace.
    pub(super) loaded: &'a Loaded,
    /// The run.
    pub(super) context: &'a Context,
}

impl Dialogue<'_> {
    /// Asks until all is said and done; says whether anything is written.
    pub(super) fn run(mut self, manner: Manner) -> Result<bool> {
        let questions = questions(self.loaded, self.programme.number);
        let mut steps: Vec<Step> = Vec::new();
        let mut next = Next::Kind;
        loop {
            next = match next {
                Next::Kind => self.kind(!steps.is_empty())?,
                Next::Questions(item, texts) => self.ask(item, texts, &questions, &mut steps)?,
                Next::Choice => self.choice(&mut steps)?,
                Next::End => {
                    let (path, text) =
                        (self.programme.file.to_owned(), self.programme.text.clone());
                    let change = NewText { path, text };
                    match propose_or_back(&[change], manner, self.loaded, self.context) {
                        Ok(Some(is_made)) => return Ok(is_made),
                        Ok(None) => Next::Choice,
                        // Nothing that was typed is lost for a fault in one of many items.
                        Err(error) if error.is::<Findings>() => {
                            let words = spoken(&error, self.context.language);
                            self.context.say_beside(&format!("  {words}"));
                            Next::Choice
                        }
                        Err(error) => return Err(error),
                    }
                }
            };
        }
    }

    fn kind(&self, may_go_back: bool) -> Result<Next> {
        let kinds: Vec<Kind> = Kind::all().collect();
        let names: Vec<String> =
            kinds.iter().map(|kind| kind.name(self.context.language).to_owned()).collect();
        let question = self.context.say("Was kommt dazu?", "What is added?");
        let chosen = if may_go_back {
            choose_or_back(question, &names, 0, self.context)?
        } else {
            Some(choose(question, &names, 0, self.context)?)
        };
        let Some(number) = chosen else { return Ok(Next::Choice) };
        let mut item = self.programme.item();
        item.needs_title = !kinds[number].names_itself();
        item.add(self.before, &[("kind", quoted(kinds[number].word()))])?;
        Ok(Next::Questions(item, Vec::new()))
    }

    fn ask(
        &mut self,
        mut item: Entry,
        mut texts: Vec<String>,
        questions: &[Question],
        steps: &mut Vec<Step>,
    ) -> Result<Next> {
        if item.ask_all(questions, &mut texts, self.loaded, self.context)? == Went::Back {
            return Ok(Next::Kind);
        }
        let text = std::mem::replace(&mut self.programme.text, item.text.clone());
        self.put_by_time(&item);
        steps.push(Step::Added { text, item, texts });
        self.before = self.before.map(|before| before + 1);
        Ok(Next::Choice)
    }

    /// Puts the item that came before the first that begins later, unless it was said where it stands.
    fn put_by_time(&mut self, item: &Entry) {
        let [(_, at)] = item.place.path[..] else { return };
        if self.before.is_some() {
            return;
        }
        let id = &self.loaded.workspace.meetings[self.programme.number].id;
        let workspace = self.workspace();
        let Some(meeting) = workspace.as_ref().and_then(|it| it.meeting(id.as_str())) else {
            return;
        };
        let start = meeting.sessions.get(at).and_then(|session| session.timing.start.as_ref());
        let later = start.and_then(|start| later(meeting, start.value.clock.minutes()));
        let (path, kind) = self.programme.list();
        let text = later.and_then(|to| move_entry(&self.programme.text, path, kind, at, Some(to)));
        if let Some(text) = text {
            self.programme.text = text;
        }
    }

    fn choice(&mut self, steps: &mut Vec<Step>) -> Result<Next> {
        let items = self.items();
        let all = [
            (Choice::Another, "Noch ein Punkt", "Another item", true),
            (Choice::End, "Fertig", "Done", true),
            (
                Choice::TakeBack,
                "Den letzten Schritt zurücknehmen",
                "Take the last step back",
                !steps.is_empty(),
            ),
            (Choice::Move, "Einen Punkt verschieben", "Move an item", items.len() > 1),
        ];
        let possible: Vec<_> = all.into_iter().filter(|(.., is_possible)| *is_possible).collect();
        let names: Vec<String> = possible
            .iter()
            .map(|(_, german, english, _)| self.context.say(german, english).to_owned())
            .collect();
        let question = self.context.say("Wie geht es weiter?", "What next?");
        let chosen = if steps.is_empty() {
            Some(choose(question, &names, 0, self.context)?)
        } else {
            choose_or_back(question, &names, 0, self.context)?
        };
        match chosen.map(|number| possible[number].0) {
            Some(Choice::Another) => Ok(Next::Kind),
            Some(Choice::End) => Ok(Next::End),
            Some(Choice::TakeBack) => {
                drop(self.take_back(steps));
                Ok(Next::Choice)
            }
            Some(Choice::Move) => {
                steps.extend(self.moved(&items)?);
                Ok(Next::Choice)
            }
            // The last question of the last item is asked again.
            None => Ok(match self.take_back(steps) {
                Some((item, mut texts)) => {
                    texts.pop();
                    Next::Questions(item, texts)
                }
                None => Next::Choice,
            }),
        }
    }

    /// Takes the last step back; the item, if it was one that came.
    fn take_back(&mut self, steps: &mut Vec<Step>) -> Option<(Entry, Vec<String>)> {
        match steps.pop()? {
            Step::Added { text, item, texts } => {
                self.programme.text = text;
                self.before = self.before.map(|before| before.saturating_sub(1));
                Some((item, texts))
            }
            Step::Moved { text, before } => {
                self.programme.text = text;
                self.before = before;
                None
            }
        }
    }

    /// Asks which item stands where instead.
    fn moved(&mut self, items: &[String]) -> Result<Option<Step>> {
        loop {
            let question = self.context.say("Welcher Punkt?", "Which item?");
            let last = items.len() - 1;
            let Some(from) = choose_or_back(question, items, last, self.context)? else {
                return Ok(None);
            };
            let mut others = items.to_vec();
            others.remove(from);
            let end = self.context.say("(ans Ende)", "(to the end)").to_owned();
            let places = [others.as_slice(), &[end]].concat();
            let question = self.context.say("Vor welchen?", "Before which?");
            let Some(to) = choose_or_back(question, &places, 0, self.context)? else { continue };
            let (path, kind) = self.programme.list();
            let to = Some(to).filter(|to| *to < others.len());
            let text = move_entry(&self.programme.text, path, kind, from, to);
            let text = text.ok_or_else(|| Findings::one(NotEntries { kind }))?;
            let before = self.before;
            self.before = before.map(|before| {
                let without = before - usize::from(from < before);
                without + usize::from(to.is_some_and(|to| to <= without))
            });
            let text = std::mem::replace(&mut self.programme.text, text);
            return Ok(Some(Step::Moved { text, before }));
        }
    }

    /// The items that stand beside each other now, as they are told apart.
    fn items(&self) -> Vec<String> {
        let workspace = self.workspace();
        let id = &self.loaded.workspace.meetings[self.programme.number].id;
        let Some(meeting) = workspace.as_ref().and_then(|it| it.meeting(id.as_str())) else {
            return Vec::new();
        };
        match self.programme.under[..] {
            [(_, at), ..] => {
                let parts = meeting.sessions.get(at).map_or(&[][..], |session| &session.items);
                let title = |title: &Option<Line>| title.as_ref().map(ToString::to_string);
                let name = |(at, title): (usize, Option<String>)| {
                    title.unwrap_or_else(|| format!("{}.", at + 1))
                };
                parts.iter().map(|part| title(&part.title)).enumerate().map(name).collect()
            }
            [] => meeting.sessions.iter().map(|one| self.item(one)).collect(),
        }
    }

    /// What the files say with the programme as it stands now.
    fn workspace(&self) -> Option<Workspace> {
        let sources = &self.loaded.sources;
        let file = self.programme.file;
        let kept = sources.iter().filter(|(_, kept)| kept.path != file);
        let kept = kept.map(|(_, kept)| RawFile::from((&*kept.path, &*kept.text)));
        let new = RawFile::from((file, &*self.programme.text));
        input::read(kept.chain([new]).collect()).workspace
    }

    fn item(&self, session: &Session) -> String {
        let title = session.title.as_ref().map(|title| title.value.to_string());
        let title = title.unwrap_or_else(|| session.kind.name(self.context.language).to_owned());
        let start = session.timing.start.as_ref().map(|start| start.value.clock.minutes());
        let start = start.map(|start| format!("{}:{:02} ", start / 60, start % 60));
        start.unwrap_or_default() + &title
    }
}
