//! What a letter is about, in one line.

use crate::domain::meeting::{Meeting, Status};
use crate::domain::workspace::Workspace;
use crate::text::{DateStyle, Language};
use crate::view::DocumentKind;
use crate::view::programme::Programme;
use crate::view::whereabouts::Whereabouts;

/// "Einladung: Erfahrungsaustausch (ERFA) am 24.09.2024 in Mühlhausen", without the word "Betreff"
/// and without a full stop (DIN 5008). The colon spares the article, for nobody knows the gender of
/// what a network calls its meetings.
pub(super) fn subject_line(
    kind: Option<DocumentKind>,
    workspace: &Workspace,
    meeting: &Meeting,
    programme: &Programme,
    language: Language,
) -> String {
    let style = DateStyle { language, saturday: workspace.network.style.saturday };
    let date = meeting.when.date.map(|date| date.value);
    // To whoever never knew another day, no day is new.
    let knows_former =
        kind != Some(DocumentKind::Invitation) || programme.meeting.postponed_from.is_some();
    let has_new_day = date.is_some() && meeting.status.value == Status::Postponed && knows_former;
    // Nothing is known of what a document of the user's own is for.
    let purpose = kind.and_then(|kind| kind.purpose(has_new_day));
    let purpose = purpose.map(|(german, english)| format!("{}: ", language.pick(german, english)));
    if matches!(kind, Some(DocumentKind::ActionReminder | DocumentKind::TopicSurvey)) {
        // What is to be done may be from other meetings, or from none; topics are for any that come.
        return format!("{}{}", purpose.unwrap_or_default(), programme.network.name);
    }
    let day = match (&meeting.when.date_text, date, meeting.when.end_date, language) {
        (Some(words), ..) => format!(", {words}"),
        (None, None, ..) => String::new(),
        (None, Some(first), Some(last), _) if last.value != first => {
            format!(" {}", style.in_sentence(first, last.value))
        }
        (None, Some(date), _, Language::German) => format!(" am {}", style.numeric(date)),
        (None, Some(date), _, Language::English) => format!(" on {}", style.long(date)),
    };
    let names_hosts = kind.is_none_or(|kind| kind.row().names_hosts);
    let members = &workspace.network.members;
    let whereabouts = Whereabouts::of(workspace, meeting, programme);
    let town = whereabouts.town.as_ref().filter(|_| names_hosts);
    let place = town.map(|town| members.pick(format!(" in {town}"), format!(", {town}")));
    let place =
        if whereabouts.is_only_online { ", online".to_owned() } else { place.unwrap_or_default() };
    // A day set off by a comma would swallow the place.
    let comma = if day.starts_with(',') && place.starts_with(' ') { "," } else { "" };
    let name = &programme.network.meeting_name;
    format!("{}{name}{day}{comma}{place}", purpose.unwrap_or_default())
}
