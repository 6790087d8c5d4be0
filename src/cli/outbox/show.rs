//! `erfa outbox show`

use anyhow::{Context as _, Result};

use super::opened::{Known, cannot_read};
use super::{Opened, is_mail, mail_words};
use crate::cli::context::Context;
use crate::cli::failure::Findings;
use crate::cli::format::answer;
use crate::diagnostic::outbox::UnknownRun;
use crate::document::outbox;
use crate::input::outbox::OUTBOX;
use crate::input::read_mail;
use crate::system::files;
use crate::text::nearest;
use crate::view::outbox::{purged_run, run as view};

/// Show the mails of a run, or one mail as its recipient will see it
#[derive(clap::Args, Debug)]
pub(super) struct ShowArgs {
    /// A run such as `2027-04-20-ulm/1-invitation`, or a file in it
    #[arg(value_name = "RUN")]
    name: String,

    /// Print a run as JSON
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &ShowArgs, context: &Context) -> Result<()> {
    let loaded = context.load()?;
    let opened = Opened::read(&loaded, context)?;
    let file = args.name.rsplit_once('/').filter(|(_, file)| is_mail(file));
    let Some((name, file)) = file else {
        let run = match opened.known(&args.name)? {
            Known::Run(run) => run,
            Known::Purged(run) => {
                let shown = purged_run(run);
                if args.json {
                    return context.print_json(&shown);
                }
                return answer(&outbox::purged(&shown, context.language), context);
            }
        };
        let shown = |language| view(&loaded.workspace, &opened.outbox, run, language);
        if args.json {
            return context.print_json(&shown(loaded.document_language));
        }
        return answer(&outbox::run(&shown(context.language), context.language), context);
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
    context.print(mail_words(&mail, context.language))
}
