//! `[smtp]` in `network.toml`: the server that sends mails.

use std::time::Duration;

use toml::de::DeValue;

use super::fields::Fields;
use super::value::{self, Outcome, wrong_type};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::posting::{BadHost, PlainSmtp};
use crate::diagnostic::value::Expected;
use crate::domain::line::Line;
use crate::domain::submission::{Security, Submission, is_this_machine};

/// How long to wait for an answer if nothing is said, in tenths of a second.
const TIMEOUT: u32 = 600;

/// The longest pause and the longest wait, in seconds.
pub(super) const LONGEST: u32 = 3600;

/// Reads the table.
pub(super) fn read(fields: Fields<'_>) -> Option<Submission> {
    let host = fields.require("host", host);
    let security = fields.read("security", value::choice);
    let kind = security.as_ref().map_or(Security::StartTls, |security| security.value);
    if let (Some(host), Some(security), Security::None) = (&host, &security, kind)
        && !is_this_machine(host.value.as_str())
    {
        let problem = PlainSmtp { host: host.value.to_string() };
        fields.report(Diagnostic::at(security.origin, problem));
    }
    let port = fields.get("port", value::whole(1, u32::from(u16::MAX)));
    let ca_file = fields.read("ca-file", value::line);
    let user = fields.read("user", value::line);
    let password_command = fields.list("password-command", value::line);
    let seconds = |tenths: u32| Duration::from_millis(u64::from(tenths) * 100);
    let pause = fields.get("pause", value::tenths(0, LONGEST)).unwrap_or(0);
    let timeout = fields.get("timeout", positive).unwrap_or(TIMEOUT);
    Some(Submission {
        origin: fields.origin(),
        host: host?.value,
        port: port.and_then(|port| u16::try_from(port).ok()).unwrap_or_else(|| kind.port()),
        security: kind,
        ca_file,
        user,
        password_command: password_command.into_iter().map(|word| word.value).collect(),
        pause: seconds(pause),
        timeout: seconds(timeout),
    })
}

/// A number of seconds that is more than nothing, in tenths.
fn positive(value: &DeValue<'_>) -> Outcome<u32> {
    value::tenths(0, LONGEST)(value).map(|tenths| tenths.max(1))
}

/// The name or IP address of a server, and nothing before or behind it.
fn host(value: &DeValue<'_>) -> Outcome<Line> {
    let DeValue::String(_) = value else { return Err(wrong_type(Expected::Text, value)) };
    let line = value::line(value)?;
    let words = line.as_str();
    let is_name = |words: &str| {
        let is_label = |label: &str| {
            let ends = label.starts_with('-') || label.ends_with('-');
            !label.is_empty()
                && !ends
                && label.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        };
        words.trim_end_matches('.').split('.').all(is_label)
    };
    if words.parse::<std::net::IpAddr>().is_ok() || is_name(words) {
        return Ok(line);
    }
    Err(Box::new(BadHost { found: words.to_owned() }))
}
