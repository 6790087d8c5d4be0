//! `erfa outbox show`

use anyhow::{Context as _, Result};

use super::mail::{is_mail, mail_words};
use super::opened::{Known, Opened, cannot_read};
use crate::cli::answer::{Answer, refused};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::output::{Listing, OutputArgs};
use crate::cli::reads::{Area, Reads};
use crate::diagnostic::outbox::UnknownRun;
use crate::document::outbox;
use crate::input::outbox::OUTBOX;
use crate::input::read_mail;
use crate::render::Format;
use crate::system::files;
use crate::text::nearest;
use crate::view::outbox::{purged_run, run as view};

/// Show the mails of a run, or one mail as its recipient will see it
#[derive(clap::Args, Debug)]
pub(super) struct ShowArgs {
    /// A run such as `2027-04-20-ulm/1-invitation`, or a file in it
    #[arg(value_name = "RUN")]
    name: String,

    #[command(flatten)]
    output: OutputArgs<Listing>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[Area::Places, Area::Contacts]).as_far_as_well(&[Area::Meetings]);

pub(super) fn run(args: &ShowArgs, context: &Context) -> Result<()> {
    let loaded = context.load(READS)?;
    let opened = Opened::read(&loaded, context)?;
    let file = args.name.rsplit_once('/').filter(|(_, file)| is_mail(file));
    let Some((name, file)) = file else {
        let answer = Answer::about(&loaded);
        let answer = match opened.known(&args.name)? {
            Known::Run(run) => {
                opened.rely_on_reminders([run], &loaded)?;
                let (workspace, known) = (&loaded.workspace, &opened.outbox);
                let today = context.clock.today();
                let shown = move |language| view(workspace, known, run, today, language);
                answer
                    .document(move |_, language| Ok(outbox::run(&shown(language), language)))
                    .data(move |language| Ok(shown(language)))
            }
            Known::Purged(run) => {
                let shown = move || purged_run(run);
                answer
                    .document(move |_, language| Ok(outbox::purged(&shown(), language)))
                    .data(move |_| Ok(shown()))
            }
        };
        return args.output.give("run", &answer, context);
    };
    let run = opened.run(name)?;
    let files = || run.messages.iter().map(|message| message.file.as_str());
    if !files().any(|known| known == file) {
        let near = nearest(file, files()).map(str::to_owned);
        return Err(Findings::one(UnknownRun { name: args.name.clone(), near }).into());
    }
    let path = loaded.writable_root()?.join(OUTBOX).join(run.name.to_string()).join(file);
    let bytes = files::read(&path).with_context(|| cannot_read(&path, context))?;
    let mail = read_mail(&bytes).with_context(|| cannot_read(&path, context))?;
    // A mail is shown as it stands, which takes letters of one width.
    let format = args.output.wanted(context)?.format;
    let language = match format {
        Format::Table => context.language,
        Format::Text => loaded.document_language,
        other => return Err(refused(other, [Format::Table, Format::Text])),
    };
    let target = args.output.target(format, file.trim_end_matches(".eml"), context)?;
    target.write(mail_words(&mail, language).as_bytes(), context)
}
