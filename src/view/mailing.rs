//! Who gets which mail about a meeting, and why, in words.

use super::changes::news as changes;
use super::merge::Change;
use super::recipient::called;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::post::mailing::{LeftOut, Mail, Update};
use crate::plan::post::notification::Notice;
use crate::text::{Language, list};

/// What a mail tells of changes, for one recipient.
#[derive(Clone, Debug)]
pub struct News {
    /// Old and new side by side.
    pub changes: Vec<Change>,
    /// Why.
    pub reason: Option<String>,
    /// The day that the recipient knows of a meeting that is postponed, if its file tells another.
    pub day: Option<String>,
}

/// What `update` tells of `meeting`; none if it tells no old and new.
pub fn news(
    workspace: &Workspace,
    meeting: &Meeting,
    update: &Update<'_>,
    language: Language,
) -> Option<News> {
    let known = update.known?;
    let changes = changes(workspace, &known.facts, update.now, &update.part, language);
    let is_other = update.notice == Notice::Postponement && !update.is_moved;
    let day = changes.first().filter(|_| is_other).and_then(|day| day.before.clone());
    Some(News { changes, reason: update.reason(meeting).map(ToString::to_string), day })
}

/// Why somebody gets a mail: what they must be told, else the names that chose them.
pub fn why(workspace: &Workspace, mail: &Mail<'_>, language: Language) -> String {
    let Some(update) = &mail.update else { return list::and(&mail.to.chosen_by, language) };
    let word = match update.notice {
        Notice::Invitation => language.pick("neu", "new"),
        Notice::Postponement => language.pick("verschoben", "postponed"),
        Notice::Cancellation => language.pick("Absage", "cancelled"),
        Notice::Withdrawal => language.pick("nicht mehr gewählt", "no longer chosen"),
        Notice::Change => {
            let Update { known, now, part, .. } = update;
            let known = known.iter();
            let changes =
                known.flat_map(|known| changes(workspace, &known.facts, now, part, language));
            let labels = changes.map(|change| change.label);
            let labels = list::and(labels, language);
            return format!("{}: {labels}", language.pick("geändert", "changed"));
        }
    };
    word.to_owned()
}

/// That somebody gets no mail, and why. They are called as in a letter in the language that is `asked`
/// for, else in their own.
pub fn left_out(
    workspace: &Workspace,
    left_out: &LeftOut<'_>,
    asked: Option<Language>,
    language: Language,
) -> String {
    let name = called(workspace, left_out.who(), asked);
    match left_out {
        LeftOut::Never(_) => match language {
            Language::German => format!("Ohne Mail bleibt {name}: `mail = false`"),
            Language::English => format!("No mail for {name}: `mail = false`"),
        },
        LeftOut::Shared { mail, other, .. } => {
            let other = called(workspace, *other, asked);
            match language {
                Language::German => format!(
                    "Keine eigene Mail für {name}: `{mail}` ist auch die Adresse von {other}"
                ),
                Language::English => format!(
                    "No mail of their own for {name}: `{mail}` is the address of {other} too"
                ),
            }
        }
        LeftOut::Had { run, .. } => match language {
            Language::German => format!("{name} hat diese Mail schon: `{run}`"),
            Language::English => format!("{name} has this mail already: `{run}`"),
        },
    }
}
