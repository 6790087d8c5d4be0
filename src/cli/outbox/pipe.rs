//! `erfa outbox pipe`

use std::time::Duration;

use anyhow::Result;

use super::dispatch::{DispatchArgs, Route, dispatch};
use crate::cli::context::Context;
use crate::cli::reads::Reads;
use crate::diagnostic::posting::Flaw;
use crate::system::program::Program;

/// Send the mails of a run that wait through a program of yours
///
/// The program is started for each mail and reads it from its standard input, as `sendmail -t` and
/// `msmtp -t` do. `{to}` and `{from}` among its arguments become the addresses. Exit status 0 means
/// that it took the mail, 75 that it may be tried again later, 65 and 67 that it refused it; any other
/// stops the run, and the mails go on waiting. The same ledger is kept as by `erfa send`, and the same
/// question is asked.
#[derive(clap::Args, Debug)]
pub(super) struct PipeArgs {
    /// The run, such as `2027-04-20-ulm/1-invitation` [default: the only one in which mails wait]
    #[arg(value_name = "RUN")]
    name: Option<String>,

    #[command(flatten)]
    dispatch: DispatchArgs,

    /// The program and its arguments, behind `--`
    #[arg(last = true, required = true, value_name = "PROGRAM")]
    program: Vec<String>,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &PipeArgs, context: &Context) -> Result<()> {
    context.put_in_order()?;
    let loaded = context.load(READS)?;
    let submission = loaded.workspace.network.submission.as_ref();
    let pause = submission.map_or(Duration::ZERO, |submission| submission.pause);
    let way = Route {
        transport: Box::new(Program::new(args.program.clone())),
        pause: args.dispatch.pause.unwrap_or(pause),
    };
    let names_recipient = Program::names_recipient(&args.program);
    let object = |outgoing: &crate::input::Outgoing| {
        let is_option = outgoing.to.starts_with('-') || outgoing.from.starts_with('-');
        (names_recipient && is_option).then_some(Flaw::Option)
    };
    dispatch(args.name.as_deref(), &args.dispatch, way, object, &loaded, context)
}
