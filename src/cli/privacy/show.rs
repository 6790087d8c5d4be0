//! `erfa privacy show`

use anyhow::Result;

use crate::cli::answer::Answer;
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::loaded::Loaded;
use crate::cli::outbox::opened::Opened;
use crate::cli::output::{Listing, OutputArgs};
use crate::cli::reads::{Area, Reads};
use crate::diagnostic::privacy::{PartOfName, UnknownPerson};
use crate::diagnostic::stops;
use crate::document;
use crate::domain::attendance::Attendee;
use crate::domain::contact::Contact;
use crate::domain::line::Line;
use crate::domain::workspace::Workspace;
use crate::input::incoming::decoded;
use crate::input::outbox::{LEDGER, OUTBOX, ledger_entries};
use crate::input::{mail_words, words};
use crate::plan::post::data_subject::subject;
use crate::plan::programme::told::by_meeting;
use crate::source::{SourceFile, Sources};
use crate::system::{files, folder};
use crate::text::{nearest, slug};
use crate::view::privacy::{Known, Sought, known};
use crate::view::salutation::full_name;

/// Tell everything that the workspace holds about a person
///
/// For a request after Article 15 of the GDPR: by purpose, each entry with file and line, why it is kept
/// and what ends it. Whoever is no contact any more is still found in mails, replies and programmes.
/// Look at the answer before you hand it on: it must not tell anything of others.
#[derive(clap::Args, Debug)]
pub(super) struct ShowArgs {
    /// The id of a contact, a full name, or a mail address
    #[arg(value_name = "PERSON")]
    person: String,

    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[
    Area::Venues,
    Area::Contacts,
    Area::Rotation,
    Area::Actions,
    Area::Minutes,
    Area::Topics,
    Area::Meetings,
    Area::Replies,
]);

pub(super) fn run(args: &ShowArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    // The built-in network has no outbox.
    let opened = match &loaded.root {
        Some(_) => Opened::read(&loaded, context)?,
        None => Opened::default(),
    };
    let (workspace, outbox) = (&loaded.workspace, &opened.outbox);
    let subject =
        subject(workspace, outbox, &args.person).map_err(|finding| loaded.fail(vec![finding]))?;
    let namesakes = subject.namesakes(workspace);
    if stops(&namesakes, context.strict) {
        return Err(loaded.fail(namesakes));
    }
    let ledger = opened.sources.find(&format!("{OUTBOX}/{LEDGER}"));
    let ledger = ledger.map(|(id, file)| ledger_entries(id, &file.text)).unwrap_or_default();
    let other_sources = other_sources(&loaded, &opened.sources);
    let of_others = [words(&other_sources), mail_words(&other_sources)].concat();
    let all_words = [words(&loaded.sources), words(&opened.sources), of_others];
    let shown = known(
        &subject,
        Sought {
            workspace,
            sources: &loaded.sources,
            outbox,
            outbox_sources: &opened.sources,
            other_sources: &other_sources,
            words: all_words.each_ref().map(Vec::as_slice),
            ledger: &ledger,
        },
    );
    if shown.is_empty() {
        let names = names(&loaded, &opened);
        let near = nearest(&args.person, names.iter().map(String::as_str)).map(str::to_owned);
        let person = args.person.clone();
        return Err(Findings::one(UnknownPerson { person, near }).into());
    }
    if shown.is_of_surname_alone() && is_one_word(&args.person) {
        return Err(Findings::one(part_of_name(&args.person, &shown, workspace)).into());
    }
    context.warn(&namesakes, &loaded.sources);
    let answer = Answer::about(&loaded)
        .document(|_, language| Ok(document::privacy::known(&shown, language)))
        .data(|_| Ok(&shown));
    args.output.give("privacy", &answer, context)
}

/// Whether words are one alone, which may be anything, a place too.
fn is_one_word(words: &str) -> bool {
    !words.contains('@') && words.split_whitespace().count() == 1
}

/// That one word tells of nobody for certain: where it stands, and who may be meant.
fn part_of_name(word: &str, shown: &Known, workspace: &Workspace) -> PartOfName {
    let is_theirs = |contact: &&Contact| {
        let given = contact.given_name.as_ref().map(|given| slug(given.as_str()));
        slug(contact.family_name.as_str()) == slug(word) || given == Some(slug(word))
    };
    let contacts = workspace.contacts.iter().filter(is_theirs);
    let first = shown.lines().next();
    PartOfName {
        word: word.to_owned(),
        lines: shown.lines().count(),
        first: first.map(|it| it.place.to_string()).unwrap_or_default(),
        ids: contacts.map(|contact| contact.id.to_string()).collect(),
    }
}

/// How files end that people read and write as text.
const TEXTS: [&str; 13] =
    ["toml", "eml", "md", "txt", "csv", "ics", "vcf", "html", "css", "typ", "json", "log", "tmpl"];

/// The texts in the folder of the workspace that nothing else reads. Our own mails are told by their records,
/// and what git keeps is named as not looked at.
fn other_sources(loaded: &Loaded, outbox: &Sources) -> Sources {
    let mut others = Sources::default();
    let Some(root) = &loaded.root else { return others };
    let is_known = |path: &str| loaded.sources.find(path).is_some() || outbox.find(path).is_some();
    for path in folder::files_below(root).unwrap_or_default() {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let is_ours = path.starts_with(".erfa/") || TEXTS.contains(&ending.as_str());
        let is_aside = path.starts_with(".git/") || path.starts_with(&format!("{OUTBOX}/"));
        if !is_ours || is_aside || is_known(&path) {
            continue;
        }
        let Ok(bytes) = files::read(&root.join(&path)) else { continue };
        others.add(SourceFile { path, text: decoded(&bytes) });
    }
    others
}

/// Everything that people are called by.
fn names(loaded: &Loaded, opened: &Opened) -> Vec<String> {
    let workspace = &loaded.workspace;
    let mut names = Vec::new();
    for contact in &workspace.contacts {
        names.extend([contact.id.to_string(), full_name(contact)]);
    }
    for message in opened.outbox.runs.iter().flat_map(|run| &run.messages) {
        names.extend([message.person.to_string(), message.name.to_string()]);
    }
    let told = workspace.meetings.iter().flat_map(by_meeting).filter(|told| told.is_name);
    names.extend(told.map(|told| told.words.to_owned()));
    let replies = workspace.replies.iter();
    names.extend(
        replies
            .flat_map(|one| one.said.with.iter().chain(&one.said.substitute))
            .map(Line::to_string),
    );
    names.extend(workspace.attendance.iter().filter_map(|entry| match &entry.who {
        Attendee::Guest(guest) => Some(guest.name.to_string()),
        Attendee::Contact(_) => None,
    }));
    names
}
