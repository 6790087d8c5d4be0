//! `erfa topic add`

use anyhow::Result;

use super::entry::{READS, TOPICS, party, tell_of_former, text, with_stake, with_topic};
use crate::cli::change::{Manner, NewText, line, propose};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::naming::described;
use crate::cli::set::done;
use crate::diagnostic::request::IdTaken;
use crate::domain::id::{Id, is_device};
use crate::domain::line::Line;
use crate::domain::topic::Side;
use crate::input::edit::quoted;
use crate::plan::naming::Thing;
use crate::text::{Language, slug};

/// Add a topic
///
/// It gets the next number, by which members name it when they are asked.
#[derive(clap::Args, Debug)]
pub(in crate::cli) struct AddArgs {
    /// What it is called
    #[arg(value_name = "TITLE", value_parser = line)]
    title: Line,

    /// The id [default: from the title]
    #[arg(long, value_name = "ID")]
    id: Option<String>,

    /// A word that topics have in common (can be repeated)
    #[arg(long, value_name = "WORD", value_parser = line)]
    tag: Vec<Line>,

    /// Who wants to hear of it: a city or a contact (can be repeated)
    #[arg(long, value_name = "PERSON")]
    wanted_by: Vec<String>,

    /// Who can tell of it: a city or a contact (can be repeated)
    #[arg(long, value_name = "PERSON")]
    offered_by: Vec<String>,

    #[command(flatten)]
    manner: Manner,
}

pub(super) fn run(args: &AddArgs, context: &Context) -> Result<()> {
    context.begin_change()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let workspace = &loaded.workspace;
    let words = args.title.as_str();
    // What Windows takes for a device may still be what a topic is about.
    let named = Some(slug(words)).map(|id| if is_device(&id) { format!("{id}-2") } else { id });
    let own = args.id.clone().or(named).unwrap_or_default();
    let id = Id::new(&own).ok_or_else(|| Findings::no_id(&own, slug(words)))?;
    if let Some((taken, _)) = workspace.topic_named(id.as_str()) {
        let [german, english] =
            Language::ALL.map(|it| described(workspace, Thing::Topic(taken), it));
        return Err(Findings::one(IdTaken { id: own, german, english }).into());
    }
    let number = workspace.topics.iter().filter_map(|topic| topic.number).max().unwrap_or(0) + 1;
    let mut keys =
        vec![("id", quoted(id.as_str())), ("title", quoted(words)), ("number", number.to_string())];
    if !args.tag.is_empty() {
        let tags: Vec<String> = args.tag.iter().map(|tag| quoted(tag.as_str())).collect();
        keys.push(("tags", format!("[{}]", tags.join(", "))));
    }
    let (mut text, at) = with_topic(&text(&loaded), &keys)?;
    let today = context.clock.today();
    for (side, named) in [(Side::Wanted, &args.wanted_by), (Side::Offered, &args.offered_by)] {
        let mut known = Vec::new();
        for words in named {
            let party = party(words, &loaded)?;
            if !known.contains(&party.city) {
                known.push(party.city);
                tell_of_former(party, &loaded, context);
                text = with_stake(&text, at, side, party, today, &loaded)?;
            }
        }
    }
    let change = NewText { path: TOPICS.to_owned(), text };
    if propose(&[change], Vec::new(), None, args.manner, &loaded, context)? {
        done(context);
    }
    Ok(())
}
