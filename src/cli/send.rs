//! `erfa send`

use std::path::Path;

use anyhow::Result;

use super::context::Context;
use super::failure::Findings;
use super::loaded::Loaded;
use super::outbox::dispatch::{DispatchArgs, Route, dispatch};
use super::reads::Reads;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::posting::{BadCaFile, NoPassword, NoSmtp};
use crate::domain::line::Line;
use crate::domain::submission::{Security, Submission};
use crate::input::FILES;
use crate::system::files;
use crate::system::owner;
use crate::system::secret::Password;
use crate::system::smtp::{Protection, Server, Smtp, Trusted};
use crate::text::wire_address;

/// Send the mails of a run that wait
///
/// Shows names, number and the first mail as it is, and asks for the number of recipients; where
/// nobody can be asked, it sends only if `--expect` says that number. `[smtp]` in `network.toml`
/// names the server; the password comes from `password-command` there or from `ERFA_SMTP_PASSWORD`.
/// Every mail is entered in `outbox/ledger.txt` before and after it goes out, so that none goes out
/// twice. Ctrl-C stops between two mails; calling it again goes on.
#[derive(clap::Args, Debug)]
pub(super) struct SendArgs {
    /// The run, such as `2027-04-20-ulm/1-invitation` [default: the only one in which mails wait]
    #[arg(value_name = "RUN")]
    name: Option<String>,

    #[command(flatten)]
    dispatch: DispatchArgs,
}

/// What it rests on.
const READS: Reads = Reads::of(&[]);

pub(super) fn run(args: &SendArgs, context: &Context) -> Result<()> {
    context.put_in_order()?;
    let loaded = context.load(READS)?;
    loaded.writable_root()?;
    let submission = loaded.workspace.network.submission.as_ref();
    let submission = submission.ok_or_else(|| Findings::one(NoSmtp {}))?;
    let server = server(submission, &loaded, context)?;
    let pause = args.dispatch.pause.unwrap_or(submission.pause);
    let way = Route { transport: Box::new(Smtp::new(server)), pause };
    dispatch(args.name.as_deref(), &args.dispatch, way, |_| None, &loaded, context)
}

/// The server that the settings mean.
fn server(submission: &Submission, loaded: &Loaded, context: &Context) -> Result<Server> {
    let mut findings = Vec::new();
    let trusted = match trusted(submission, loaded) {
        Ok(trusted) => trusted,
        Err(finding) => {
            findings.push(finding);
            None
        }
    };
    let login = match login(submission, loaded, context) {
        Ok(login) => login,
        Err(finding) => {
            findings.push(finding);
            None
        }
    };
    if !findings.is_empty() {
        return Err(loaded.fail(findings));
    }
    let sender = loaded.workspace.network.sender.mail.as_ref().map_or("", Line::as_str);
    let domain = wire_address(sender);
    let domain = domain.as_deref().and_then(|sender| sender.rsplit('@').next());
    Ok(Server {
        host: submission.host.to_string(),
        port: submission.port,
        protection: match submission.security {
            Security::StartTls => Protection::StartTls,
            Security::Tls => Protection::Tls,
            Security::None => Protection::None,
        },
        trusted,
        login,
        hello: domain.unwrap_or("localhost").to_owned(),
        timeout: submission.timeout,
    })
}

fn trusted(submission: &Submission, loaded: &Loaded) -> Result<Option<Trusted>, Diagnostic> {
    let Some(file) = &submission.ca_file else { return Ok(None) };
    let path = loaded.root.as_deref().unwrap_or(Path::new("")).join(file.value.as_str());
    let fault = |reason| {
        let path = path.display().to_string();
        Diagnostic::at(file.origin, BadCaFile { path, reason })
    };
    let bytes = files::read(&path).map_err(|error| fault(Some(files::words(&error))))?;
    Trusted::from_pem(&bytes).ok_or_else(|| fault(None)).map(Some)
}

/// The name and where the password comes from.
fn login(
    submission: &Submission,
    loaded: &Loaded,
    context: &Context,
) -> Result<Option<(String, Password)>, Diagnostic> {
    let named = submission.user.as_ref().map(|user| user.value.to_string());
    let Some(user) = named.or_else(|| context.smtp_user.clone()) else { return Ok(None) };
    let mut words: Vec<String> =
        submission.password_command.iter().map(ToString::to_string).collect();
    let root = loaded.root.as_deref();
    let is_asked = !words.is_empty() && context.smtp_password.is_none();
    if is_asked && root.is_some_and(|root| owner::is_strangers(&root.join(FILES[0]))) {
        context.note(context.say(
            "`password-command` wird nicht gestartet: der Arbeitsordner gehört jemand anderem.",
            "`password-command` is not started: the workspace belongs to somebody else.",
        ));
        words.clear();
    }
    let password = match (words.split_first(), &context.smtp_password) {
        (_, Some(secret)) => Password::Known(secret.clone()),
        (Some((program, arguments)), None) => {
            Password::PrintedBy(program.clone(), arguments.to_vec())
        }
        (None, None) => {
            let place = submission.user.as_ref().map_or(submission.origin, |user| user.origin);
            return Err(Diagnostic::at(place, NoPassword { user }));
        }
    };
    Ok(Some((user, password)))
}
