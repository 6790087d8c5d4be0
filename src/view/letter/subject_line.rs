//! What a letter is about, in one line.

use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::text::{DateStyle, Language};
use crate::view::kind::Kind;
use crate::view::programme::Programme;

/// "Einladung: Erfahrungsaustausch (ERFA) am 24.09.2024 in Mühlhausen", without the word "Betreff"
/// and without a full stop (DIN 5008). The colon spares the article, for nobody knows the gender of
/// what a network calls its meetings.
pub(super) fn subject_line(
    kind: Option<Kind>,
    workspace: &Workspace,
    meeting: &Meeting,
    programme: &Programme,
    language: Language,
) -> String {
    let style = DateStyle { language, saturday: workspace.network.style.saturday };
    let date = meeting.when.date.map(|date| date.value);
    let purpose = purpose(kind, date.is_some(), programme.meeting.status == "postponed");
    let purpose = purpose.map(|(german, english)| match language {
        Language::German => format!("{german}: "),
        Language::English => format!("{english}: "),
    });
    let day = match (&meeting.when.date_text, date, meeting.when.end_date, language) {
        (Some(words), ..) => format!(", {words}"),
        (None, None, ..) => String::new(),
        (None, Some(first), Some(last), _) if last.value != first => {
            format!(", {}", style.span(first, last.value))
        }
        (None, Some(date), _, Language::German) => format!(" am {}", style.numeric(date)),
        (None, Some(date), _, Language::English) => format!(" on {}", style.long(date)),
    };
    // Who is asked to host is no host yet.
    let is_settled = kind != Some(Kind::HostRequest);
    let hosts = programme.meeting.host_words.as_ref().filter(|_| is_settled);
    let place = hosts.map(|hosts| format!(" in {hosts}")).unwrap_or_default();
    // A day set off by a comma would swallow the place.
    let comma = if day.starts_with(',') && !place.is_empty() { "," } else { "" };
    let name = &programme.network.meeting_name;
    format!("{}{name}{day}{comma}{place}", purpose.unwrap_or_default())
}

/// What a kind of letter is for, in German and English; nothing is known of the user's own.
fn purpose(
    kind: Option<Kind>,
    has_date: bool,
    postponed: bool,
) -> Option<(&'static str, &'static str)> {
    Some(match kind? {
        Kind::Invitation if postponed && has_date => ("Neuer Termin", "New date"),
        Kind::Postponement if has_date => ("Neuer Termin", "New date"),
        Kind::Postponement => ("Verschoben", "Postponed"),
        Kind::Invitation => ("Einladung", "Invitation"),
        Kind::SaveTheDate => ("Bitte vormerken", "Save the date"),
        Kind::SpeakerInvitation => ("Einladung zur Mitwirkung", "Invitation to speak"),
        Kind::HostRequest => ("Anfrage zur Gastgeberschaft", "Request to host"),
        Kind::Reminder => ("Erinnerung", "Reminder"),
        Kind::Confirmation => ("Anmeldebestätigung", "Registration confirmed"),
        Kind::Change => ("Änderung", "Change"),
        Kind::Cancellation => ("Absage", "Cancelled"),
        Kind::Withdrawal => ("Rücknahme der Einladung", "Invitation withdrawn"),
        Kind::Thanks => ("Herzlichen Dank", "Thank you"),
        Kind::Programme
        | Kind::RunSheet
        | Kind::Item
        | Kind::Press
        | Kind::SignInList
        | Kind::Minutes => {
            return None;
        }
    })
}
