//! The letter that invites to a meeting: all of its programme, and who writes to whom.

use serde::Serialize;

use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::text::{DateStyle, Language};
use crate::view::programme::Programme;
use crate::view::recipient::Recipient;
use crate::view::salutation;

/// An invitation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Invitation {
    /// The meeting, its programme and the network.
    #[serde(flatten)]
    pub programme: Programme,
    /// What it is about, in one line.
    pub subject: String,
    /// The salutation, with its comma.
    pub salutation: String,
    /// Whether the letter says du.
    pub familiar: bool,
    /// To whom it goes; none for an open letter.
    pub recipient: Option<Recipient>,
    /// Who writes.
    pub sender: Sender,
}

/// A letter as data for other programs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Letter<'a> {
    /// The key of the meeting.
    pub meeting: &'a str,
    /// To whom it goes; none for an open letter.
    pub recipient: Option<&'a Recipient>,
    /// What it is about, in one line.
    pub subject: &'a str,
    /// Its text, from the salutation on.
    pub body: String,
}

impl Invitation {
    /// The letter whose text is `body`.
    pub fn letter(&self, body: String) -> Letter<'_> {
        Letter {
            meeting: &self.programme.meeting.id,
            recipient: self.recipient.as_ref(),
            subject: &self.subject,
            body,
        }
    }
}

/// Who writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sender {
    /// The person.
    pub name: Option<String>,
    /// The person's function.
    pub function: Option<String>,
    /// The body the person writes for, else the network.
    pub organisation: String,
    /// Street, postcode and town, a line each.
    pub address: Vec<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
}

/// The invitation to `meeting`, whose `programme` is in the language of the letter.
pub fn invitation(
    workspace: &Workspace,
    meeting: &Meeting,
    programme: Programme,
    recipient: Option<Recipient>,
) -> Invitation {
    let language = Language::parse(programme.language).unwrap_or_default();
    let salutation = match &recipient {
        Some(recipient) => recipient.salutation.clone(),
        None => salutation::open(language).to_owned(),
    };
    Invitation {
        subject: subject(workspace, meeting, &programme, language),
        salutation,
        familiar: recipient.as_ref().is_some_and(|recipient| recipient.familiar),
        sender: sender(workspace),
        recipient,
        programme,
    }
}

/// "Einladung: Erfahrungsaustausch (ERFA) am 24.09.2024 in Mühlhausen". The colon spares the
/// article, for nobody knows the gender of what a network calls its meetings.
fn subject(
    workspace: &Workspace,
    meeting: &Meeting,
    programme: &Programme,
    language: Language,
) -> String {
    let style = DateStyle { language, saturday: workspace.network.style.saturday };
    let date = meeting.when.date.map(|date| date.value);
    let purpose = match (meeting.status.value, date, language) {
        (Status::Cancelled, _, Language::German) => "Absage",
        (Status::Cancelled, _, Language::English) => "Cancelled",
        (Status::Postponed, Some(_), Language::German) => "Neuer Termin",
        (Status::Postponed, Some(_), Language::English) => "New date",
        (Status::Postponed, None, Language::German) => "Verschoben",
        (Status::Postponed, None, Language::English) => "Postponed",
        (_, _, Language::German) => "Einladung",
        (_, _, Language::English) => "Invitation",
    };
    let day = match (&meeting.when.date_text, date, meeting.when.end_date, language) {
        (Some(words), ..) => format!(", {words}"),
        (None, None, ..) => String::new(),
        (None, Some(first), Some(last), _) if last.value != first => {
            format!(", {}", style.span(first, last.value))
        }
        (None, Some(date), _, Language::German) => format!(" am {}", style.numeric(date)),
        (None, Some(date), _, Language::English) => format!(" on {}", style.long(date)),
    };
    let hosts = programme.meeting.host_words.as_ref();
    let place = hosts.map(|hosts| format!(" in {hosts}")).unwrap_or_default();
    // A day set off by a comma would swallow the place.
    let comma = if day.starts_with(',') && !place.is_empty() { "," } else { "" };
    format!("{purpose}: {}{day}{comma}{place}", programme.network.meeting_name)
}

fn sender(workspace: &Workspace) -> Sender {
    let network = &workspace.network;
    let sender = &network.sender;
    let words = |line: &Option<Line>| line.as_ref().map(Line::to_string);
    let place: Vec<&str> =
        [&sender.postcode, &sender.town].into_iter().flatten().map(Line::as_str).collect();
    let mut address: Vec<String> = words(&sender.street).into_iter().collect();
    if !place.is_empty() {
        address.push(place.join(" "));
    }
    Sender {
        name: words(&sender.name),
        function: words(&sender.function),
        organisation: words(&sender.organisation).unwrap_or_else(|| network.name.to_string()),
        address,
        phone: words(&sender.phone),
        mail: words(&sender.mail),
    }
}

#[cfg(test)]
mod tests;
