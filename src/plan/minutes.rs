//! Which items of a programme minutes tell of, and what they tell beside it.

use crate::domain::meeting::Meeting;
use crate::domain::minutes::item_of;
use crate::domain::session::{Certainty, is_mere_end};
use crate::text::slug;

/// The headings that every form has.
const FORM: [&str; 13] = [
    "anwesend",
    "present",
    "entschuldigt",
    "apologies",
    "tagesordnung-und-ergebnisse",
    "agenda-and-results",
    "offen-aus-frueheren-treffen",
    "open-from-earlier-meetings",
    "noch-offen",
    "still-open",
    "aufgaben",
    "massnahmen",
    "actions",
];

/// How the headings of minutes and the items of a programme fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sections {
    /// The items that have a heading, by their numbers, each once and in their order.
    pub found: Vec<usize>,
    /// The items of which something can come out that have none.
    pub missing: Vec<usize>,
    /// The headings that are about no item, and stand in no form.
    pub others: Vec<String>,
}

/// How `headings`, each with its level, fit the programme of `meeting`.
pub fn sections(meeting: &Meeting, headings: &[(u8, String)]) -> Sections {
    let mut sections = Sections::default();
    for (level, words) in headings {
        if *level == 1 || FORM.contains(&slug(words).as_str()) {
            continue;
        }
        match item_of(meeting, words) {
            Some(item) => sections.found.push(item),
            None => sections.others.push(words.clone()),
        }
    }
    sections.found.sort_unstable();
    sections.found.dedup();
    let sessions = meeting.sessions.iter().enumerate();
    let open = sessions.filter(|(number, session)| {
        let title = session.title.as_ref().map_or("", |title| title.value.as_str());
        session.status != Certainty::Dropped
            && !session.actual_kind(&meeting.sessions).part().is_pause()
            && !is_mere_end(title)
            && !sections.found.contains(number)
    });
    sections.missing = open.map(|(number, _)| number).collect();
    sections
}

#[cfg(test)]
mod tests {
    //! Every heading and every item is told once.

    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::sections;
    use crate::example::workspace;

    const MEETING: &str = "title = 'T'\nsession = [{ title = 'Licht', number = 'TOP 1' }, { title = 'Pause', kind = 'break' }, \
        { title = 'Wasser' }, { title = 'Begrüßung', kind = 'welcome' }]";

    proptest! {
        #[test]
        fn nothing_is_lost(chosen in proptest::collection::vec((1u8..=4, 0usize..7), 0..9)) {
            let workspace = workspace(&[("network.toml", "name = 'N'"), ("meetings/a.toml", MEETING)]);
            let words = ["TOP 1 Licht", "licht", "Wasser", "Begrüßung", "begrüßung", "Anderes", "Pause"];
            let headings: Vec<(u8, String)> =
                chosen.iter().map(|(level, at)| (*level, words[*at].to_owned())).collect();
            let fit = sections(&workspace.meetings[0], &headings);
            let others = headings.iter().filter(|(level, words)| *level > 1 && words == "Anderes").count();
            prop_assert_eq!(fit.others.len(), others);
            // Of the four items one is a pause, of which nothing need come out.
            let both = fit.found.iter().chain(&fit.missing).filter(|it| **it != 1).count();
            prop_assert_eq!(both, 3);
            prop_assert!(fit.found.iter().all(|it| !fit.missing.contains(it)));
        }
    }
}
