//! `erfa done`

use anyhow::Result;

use super::change::{Manner, NewText, propose};
use super::context::Context;
use super::dialogue::choose;
use super::failure::Findings;
use super::reads::Reads;
use super::set::{done as say_done, refuse};
use crate::diagnostic::reference::{ReferenceKind, SeveralMeant, UnknownReference};
use crate::diagnostic::request::NothingAtHand;
use crate::domain::checklist::{ChecklistItem, Task, Work};
use crate::domain::outbox::Outbox;
use crate::input::edit::{self, Spot};
use crate::plan::checklist::meetings_at_hand;
use crate::plan::usual_meeting::Purpose;
use crate::text::{Language, MemberWords, list, nearest, slug};

/// The fewest letters that stand for a longer name.
const SHORTEST_BEGINNING: usize = 3;

/// Say that something on the checklist is done
///
/// `erfa status` shows the checklist. What the files and the outbox show to be done need not be said, and
/// that a meeting took place is for `erfa held` to record.
/// It is kept as `done` in the meeting's file.
#[derive(clap::Args, Debug)]
pub(super) struct DoneArgs {
    /// What is done, such as press or "inform the press"
    #[arg(value_name = "ITEM")]
    item: Option<String>,

    /// The meeting [default: the next one; for what comes after a meeting the last]
    #[arg(value_name = "MEETING")]
    meeting: Option<String>,

    #[command(flatten)]
    manner: Manner,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &DoneArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let items = loaded.workspace.network.checklist.items();
    let item = match &args.item {
        Some(words) => meant(items, words)?,
        None if args.manner.asks() => chosen(items, context)?,
        None => return Err(unnamed(items, "")),
    };
    // What comes after a meeting is said of the one that is looked back on.
    let at_hand = || {
        let today = context.clock.today();
        let at_hand = meetings_at_hand(&loaded.workspace, &Outbox::default(), today);
        let meant = if item.days < 0 { at_hand.first() } else { at_hand.last() };
        meant.copied()
    };
    let named = args.meeting.as_deref();
    let meant = match named {
        Some(_) => {
            let purpose = if item.days < 0 { Purpose::LookingBack } else { Purpose::Preparing };
            Some(loaded.bare_meeting_for(purpose, named, context)?)
        }
        None => at_hand(),
    };
    // Long after the last meeting nobody can mean it without saying so.
    let Some(meeting) = meant else { return Err(Findings::one(NothingAtHand {}).into()) };
    if item.work == Work::Known(Task::Held) {
        return Err(refuse(
            "ITEM",
            item.work.name(context.language),
            &format!(
                "das sagt der Status des Treffens, und darauf beruht, wer an der Reihe ist; `erfa \
                 held {}` setzt ihn, sobald das Treffen war",
                meeting.id
            ),
            &format!(
                "the status of the meeting says so, and whose turn it is rests on that; `erfa held \
                 {}` sets it once the meeting has been",
                meeting.id
            ),
        ));
    }
    let file = loaded.sources.file(meeting.origin.file);
    loaded.rely_on_file(&file.path)?;
    if meeting.done.iter().any(|done| done.value.as_str() == item.work.id()) {
        context.note(context.say(
            "Das steht schon so da; nichts ist geändert.",
            "It says so already; nothing is changed.",
        ));
        return Ok(());
    }
    let known = meeting.done.iter().map(|done| done.value.as_str());
    let list: Vec<String> = known.chain([item.work.id()]).map(|id| format!("\"{id}\"")).collect();
    let value = format!("[{}]", list.join(", "));
    let spot = Spot { path: &[], key: "done" };
    let Some(text) = edit::set(&file.text, spot, Some(&value)) else {
        return Ok(());
    };
    let words = match context.language {
        Language::German => {
            format!("{}: „{}“ ist erledigt\n", meeting.id, item.work.name(context.language))
        }
        Language::English => {
            format!("{}: “{}” is done\n", meeting.id, item.work.name(context.language))
        }
    };
    let change = NewText { path: file.path.clone(), text };
    if propose(&[change], Vec::new(), Some(&words), args.manner, &loaded, context)? {
        say_done(context);
    }
    Ok(())
}

/// The item that `words` name: its id, what to do, or the beginning of a word of either.
fn meant<'i>(items: &'i [ChecklistItem], words: &str) -> Result<&'i ChecklistItem> {
    let wanted = slug(words);
    let names = |item: &ChecklistItem| {
        let [german, english] = Language::ALL.map(|language| slug(item.work.name(language)));
        [item.work.id().to_owned(), german, english]
    };
    let is = |item: &&ChecklistItem| names(item).contains(&wanted);
    let begins = |item: &&ChecklistItem| {
        let has = |name: &String| format!("-{name}").contains(&format!("-{wanted}"));
        wanted.len() >= SHORTEST_BEGINNING && names(item).iter().any(has)
    };
    if let Some(item) = items.iter().find(is) {
        return Ok(item);
    }
    match items.iter().filter(begins).collect::<Vec<_>>()[..] {
        [item] => Ok(item),
        [] => {
            let all: Vec<[String; 3]> = items.iter().map(names).collect();
            let near = nearest(words, all.iter().flatten());
            let near =
                near.and_then(|near| all.iter().find(|names| names.iter().any(|it| it == near)));
            let Some([id, ..]) = near else { return Err(unnamed(items, words)) };
            let problem = UnknownReference {
                kind: ReferenceKind::Task,
                id: words.to_owned(),
                near: Some(id.clone()),
                members: MemberWords::default(),
            };
            Err(Findings::one(problem).into())
        }
        ref several => {
            let described = |item: &&ChecklistItem| Language::ALL.map(|it| described(item, it));
            let things = several.iter().map(described).collect();
            Err(Findings::one(SeveralMeant { name: words.to_owned(), things }).into())
        }
    }
}

/// The id of an item and what to do.
fn described(item: &ChecklistItem, language: Language) -> String {
    format!("`{}` ({})", item.work.id(), item.work.name(language))
}

/// Asks which it is.
fn chosen<'i>(items: &'i [ChecklistItem], context: &Context) -> Result<&'i ChecklistItem> {
    let name =
        |item: &ChecklistItem| format!("{} ({})", item.work.name(context.language), item.work.id());
    // That a meeting was held, its status says.
    let is_said_here = |item: &&ChecklistItem| item.work != Work::Known(Task::Held);
    let items: Vec<&ChecklistItem> = items.iter().filter(is_said_here).collect();
    let names: Vec<String> = items.iter().copied().map(name).collect();
    Ok(items[choose(context.say("Was ist erledigt?", "What is done?"), &names, 0, context)?])
}

/// That no item is named, and which there are.
fn unnamed(items: &[ChecklistItem], words: &str) -> anyhow::Error {
    let [german, english] = Language::ALL
        .map(|language| list::and(items.iter().map(|item| described(item, language)), language));
    refuse(
        "ITEM",
        words,
        &format!("auf der Checkliste stehen {german}"),
        &format!("on the checklist there are {english}"),
    )
}
