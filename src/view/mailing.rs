//! Who gets which mail about a meeting, and why, in words.

use chrono::NaiveDate;

use super::changes::{days, news as changes};
use super::merge::{ChangedFact, MergeData, as_in_version};
use super::recipient::called;
use super::words::{Words, shown};
use crate::domain::line::Line;
use crate::domain::meeting::{Meeting, When};
use crate::domain::release::Detail;
use crate::domain::workspace::Workspace;
use crate::plan::post::knowledge::{Known, reasons_of_postponing};
use crate::plan::post::mailing::{LeftOut, Update};
use crate::plan::post::notification::Notice;
use crate::plan::post::recipient::Addressee;
use crate::plan::post::reply::day::Since;
use crate::plan::post::told::Heard;
use crate::source::Located;
use crate::text::{DateStyle, Language, count, list};

/// What a letter tells of changes, for one recipient.
#[derive(Clone, Debug, Default)]
pub struct News {
    /// Old and new side by side.
    pub changes: Vec<ChangedFact>,
    /// What else is otherwise, a sentence each.
    pub further: Vec<String>,
    /// That all else is as it was.
    pub unchanged: Option<String>,
    /// Whether the day is another than they know.
    pub has_moved: bool,
    /// Why they are asked again on the day that they know: it begins at another time, or they were told that
    /// it does not take place, or does without them.
    pub asked_again: Option<Since>,
    /// How much mails have told them of the meeting before.
    pub heard: Heard,
    /// Whether what stands in an item of which a part is theirs is otherwise, and nobody can tell how.
    pub has_new_parts: bool,
    /// Why.
    pub reason: Option<String>,
    /// The day that the recipient knows of a meeting that is postponed.
    pub former_day: Option<String>,
    /// When the recipient believes that a meeting is which does without them, if it is another time.
    pub believed: Option<When>,
}

impl News {
    /// Puts it into what a letter is filled with; of a meeting that is postponed (`is_postponed`) the reason
    /// stands with it.
    pub fn fill(&self, merge: &mut MergeData, is_postponed: bool) {
        // Set beside what the reader knows, what others know is nothing to them.
        merge.news.clear();
        merge.changes.clone_from(&self.changes);
        merge.further.clone_from(&self.further);
        merge.unchanged.clone_from(&self.unchanged);
        merge.change_reason.clone_from(&self.reason);
        if is_postponed {
            merge.programme.meeting.reason.clone_from(&self.reason);
        }
        (merge.has_moved, merge.has_new_parts) = (self.has_moved, self.has_new_parts);
        merge.asked_again = self.asked_again;
    }
}

/// What `update` tells of `meeting`; none if it tells nothing of what was before.
pub fn news(
    workspace: &Workspace,
    meeting: &Meeting,
    update: &Update<'_>,
    language: Language,
) -> Option<News> {
    let words = Words::new(&workspace.network, language);
    let together = |reasons: &[&Line]| {
        let reasons: Vec<String> = reasons.iter().map(shown).collect();
        (!reasons.is_empty()).then(|| reasons.join("; "))
    };
    match (update.notice, &update.known) {
        (Notice::Invitation | Notice::DayAlone, _) => {
            let former_day = update.former.and_then(|facts| days(facts, words));
            let reason = former_day.as_ref().and(together(&reasons_of_postponing(meeting)));
            Some(News {
                reason,
                former_day,
                asked_again: match (update.was_off, update.was_withdrawn) {
                    (true, _) => Some(Since::Cancelled),
                    (false, true) => Some(Since::Withdrawn),
                    (false, false) => None,
                },
                heard: update.heard,
                ..News::default()
            })
        }
        // Beside what they are asked for, what was before is nothing but that it holds no more.
        (Notice::Request, _) => update
            .was_withdrawn
            .then(|| News { asked_again: Some(Since::Withdrawn), ..News::default() }),
        (Notice::Change | Notice::Postponement, Some(known)) => {
            let Update { now, part, .. } = update;
            let since = changes(workspace, meeting, &known.facts, now, part, language);
            let has_moved = known.facts.is_on_other_days(update.now);
            let former = if has_moved { Some(&*known.facts) } else { update.former };
            let reason = together(&known.reasons(meeting));
            let is_new_time = !has_moved && known.facts.begins_otherwise_than(update.now);
            let mut news = News {
                changes: since.changes,
                further: since.further,
                unchanged: Some(unchanged(known, words)),
                has_moved,
                has_new_parts: has_new_parts(known, update),
                asked_again: match (is_new_time, has_moved && known.facts.date == update.now.date) {
                    (true, _) => Some(Since::Time),
                    (false, true) => Some(Since::Days),
                    (false, false) => None,
                },
                reason,
                former_day: former.and_then(|facts| days(facts, words)),
                ..News::default()
            };
            if update.heard == Heard::DayAlone {
                // Nobody has asked them so far, and this is no invitation.
                (news.has_moved, news.asked_again, news.heard) = (false, None, update.heard);
            }
            if update.notice == Notice::Postponement {
                // The day stands there by itself.
                news.changes.drain(..usize::from(has_moved));
                let all = || together(&reasons_of_postponing(meeting));
                news.reason = news.reason.or_else(all);
            }
            Some(news)
        }
        (Notice::Cancellation | Notice::Withdrawal, Some(known)) => {
            let believed = believed(known, &meeting.when);
            let heard = update.heard;
            let is_news = believed.is_some() || heard == Heard::DayAlone;
            is_news.then(|| News { heard, believed, ..News::default() })
        }
        (
            Notice::Change | Notice::Postponement | Notice::Cancellation | Notice::Withdrawal,
            None,
        ) => None,
    }
}

/// Whether the parts of an item are otherwise in one of which they have a part.
fn has_new_parts(known: &Known<'_>, update: &Update<'_>) -> bool {
    let Update { now, part, .. } = update;
    part.sessions(&known.facts, now).into_iter().any(|pair| {
        let (Some(before), Some(now)) = pair else { return false };
        let changed = now.content.changed_since(&before.content);
        // Where they are kept they are told one by one.
        before.parts.is_none()
            && part.within.contains(&now.id)
            && changed.iter().any(|(detail, _)| *detail == Detail::Items)
    })
}

/// When somebody believes that a meeting is, by what they were told; none if it is then.
fn believed(known: &Known<'_>, now: &When) -> Option<When> {
    let facts = Some(&known.facts).filter(|_| known.is_their_own)?;
    let day = |day: Option<Located<NaiveDate>>| day.map(|day| day.value);
    let text = now.date_text.as_ref().map(Line::as_str);
    let is_same = facts.date == day(now.date)
        && facts.end_date == day(now.end_date)
        && facts.date_text.as_deref() == text;
    let origin = known.origin;
    let located = |day: NaiveDate| Located::new(day, origin);
    (!is_same).then(|| When {
        date: facts.date.map(located),
        end_date: facts.end_date.map(located),
        date_text: facts.date_text.as_deref().and_then(|words| Line::new(words).ok()),
        start: facts.hours.start.map(|start| Located::new(start, origin)),
        end: facts.hours.end.map(|end| Located::new(end, origin)),
        duration: facts.hours.duration.map(|length| Located::new(length, origin)),
        weekday: None,
    })
}

/// That all else is as it was: to whom it was told, or in the version that was looked at.
fn unchanged(known: &Known<'_>, words: Words) -> String {
    if known.is_their_own {
        return words
            .pick("Alles andere bleibt, wie es war.", "Everything else stays as it was.")
            .to_owned();
    }
    as_in_version(known.since, words)
}

/// Why somebody gets a mail that nobody asked for: what they must be told.
pub fn why(
    workspace: &Workspace,
    meeting: &Meeting,
    update: &Update<'_>,
    language: Language,
) -> String {
    let word = match update.notice {
        Notice::Invitation if update.was_off => {
            language.pick("findet doch statt", "takes place after all")
        }
        Notice::Invitation if update.was_withdrawn => {
            language.pick("wieder eingeladen", "invited again")
        }
        Notice::Invitation | Notice::DayAlone if update.former.is_some() => {
            language.pick("neuer Termin", "new date")
        }
        Notice::Invitation | Notice::Request | Notice::DayAlone => language.pick("neu", "new"),
        Notice::Postponement => language.pick("verschoben", "postponed"),
        Notice::Cancellation => language.pick("Absage", "cancelled"),
        Notice::Withdrawal => language.pick("nicht mehr gewählt", "no longer chosen"),
        Notice::Change => {
            let Update { known, now, part, .. } = update;
            let known = known.iter();
            let news =
                known.map(|known| changes(workspace, meeting, &known.facts, now, part, language));
            let labels = news.flat_map(|news| {
                let further = language.pick("weitere Angaben", "further details").to_owned();
                let further = (!news.further.is_empty()).then_some(further);
                news.changes.into_iter().map(|change| change.label).chain(further)
            });
            let labels = list::and(labels, language);
            return format!("{}: {labels}", language.pick("geändert", "changed"));
        }
    };
    word.to_owned()
}

/// That somebody is expected although nothing chooses them any more, called the same way as in
/// [`left_out`].
pub fn kept(
    workspace: &Workspace,
    who: Addressee<'_>,
    asked: Option<Language>,
    language: Language,
) -> String {
    let name = called(workspace, who, asked);
    language.pick(
        format!(
            "Nicht ausgeladen wird {name}: nicht mehr gewählt, aber mit einem Beitrag im Programm. Soll der \
             entfallen, nehmen Sie ihn dort heraus"
        ),
        format!(
            "Still expected is {name}: no longer chosen, but with a part in the programme. If that is not \
             meant, take the part out there"
        ),
    )
}

/// That `many` were told otherwise than it is now, but of nothing that they must know at once; `others` are
/// written to.
pub fn later(many: usize, others: bool, language: Language) -> Option<String> {
    let words = match (language, many) {
        (_, 0) => return None,
        (Language::German, 1) => {
            let another = if others { "Eine weitere Person" } else { "Eine Person" };
            format!(
                "{another} weiß von anderem, als jetzt gilt, aber nichts, was sie gleich erfahren muss: \
                 `erfa outbox list` nennt es, ihre nächste Mail sagt es ihr"
            )
        }
        (Language::German, _) => {
            let others = if others { " weitere" } else { "" };
            format!(
                "{many}{others} Personen wissen von anderem, als jetzt gilt, aber nichts, was sie gleich \
                 erfahren müssen: `erfa outbox list` nennt es, ihre nächste Mail sagt es ihnen"
            )
        }
        (Language::English, _) => {
            let (one, several) = if others {
                ("other person was", "other people were")
            } else {
                ("person was", "people were")
            };
            let many = count(many, one, several);
            format!(
                "{many} told otherwise than it is now, but of nothing to be known at once: `erfa outbox list` \
                 names it, and the next mail says it"
            )
        }
    };
    Some(words)
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
            Language::German => format!("Ohne Mail bleibt {name}: verzeichnet ist „nie eine Mail“"),
            Language::English => format!("No mail for {name}: “never a mail” is on file"),
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
        LeftOut::Former { until, .. } => {
            let until = DateStyle::of(language).long(*until);
            match language {
                Language::German => {
                    format!("Nicht angeschrieben wird {name}: Mitglied nur bis {until}")
                }
                Language::English => {
                    format!("Not written to is {name}: a member until {until} only")
                }
            }
        }
        LeftOut::Informed(_) => match language {
            Language::German => {
                format!("{name} weiß schon alles: nichts ist anders als mitgeteilt")
            }
            Language::English => format!("{name} knows it all: nothing is otherwise than told"),
        },
        LeftOut::TakenOff(_) => match language {
            Language::German => {
                format!("Nicht angeschrieben wird {name}: ausgeladen, und nicht eigens genannt")
            }
            Language::English => {
                format!(
                    "Not written to is {name}: the invitation was withdrawn, and nobody names them now"
                )
            }
        },
        LeftOut::Unreached { run, .. } => match language {
            Language::German => format!(
                "{name} hat noch nichts davon gehört; die Mail in `{run}` wartet und gilt nicht mehr: \
                 `erfa outbox settle {run} --as failed` zieht den Lauf zurück"
            ),
            Language::English => format!(
                "{name} has not heard of it yet; the mail in `{run}` waits and holds no longer: \
                 `erfa outbox settle {run} --as failed` takes the run back"
            ),
        },
        LeftOut::Had { run, .. } => match language {
            Language::German => format!("{name} hat diese Mail schon: `{run}`"),
            Language::English => format!("{name} has this mail already: `{run}`"),
        },
    }
}
