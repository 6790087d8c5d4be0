//! Name badges: who somebody is, and nothing else that is known of them.

use serde::Serialize;

use crate::domain::badges::{Badges, LabelSheet, LabelSize};
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::plan::post::guests::{Circle, Guest, guests_in};
use crate::plan::post::reply::answers::Answers;
use crate::text::NO_BREAK_SPACE;
use crate::view::words::shown;

/// A name badge.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// Titles and name; absent where it is written by hand.
    pub name: Option<String>,
    /// Function and town, a line each.
    pub lines: Vec<String>,
}

/// What is wanted of badges, beside what the network says of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct BadgeWish {
    /// Other labels.
    pub size: Option<LabelSize>,
    /// So many empty ones.
    pub empty: Option<u32>,
    /// For whom.
    pub circle: Circle,
}

/// The labels that are printed on.
pub fn label_sheet(workspace: &Workspace, wish: BadgeWish) -> LabelSheet {
    let own = workspace.network.badges;
    // The margins are those of the network's labels.
    let other = wish.size.map(LabelSize::measure).filter(|size| *size != own.size);
    let badges = other.map_or(own, |size| Badges { size, ..Badges::default() });
    badges.sheet().unwrap_or(LabelSheet {
        size: badges.size,
        margins: [0; 2],
        gaps: [0; 2],
        number: [1; 2],
    })
}

/// The badges for `meeting`, and the empty ones; a sheet of empty ones where nobody is known.
pub fn badges(
    workspace: &Workspace,
    meeting: &Meeting,
    answers: &Answers<'_>,
    wish: BadgeWish,
) -> Vec<Badge> {
    let badge = |guest: &Guest| {
        let town = guest.town(workspace);
        let lines = guest.function.iter().chain(town).map(shown);
        Badge { name: guest.name.as_deref().map(unbroken), lines: lines.collect() }
    };
    let mut badges: Vec<Badge> =
        guests_in(workspace, meeting, answers, wish.circle).iter().map(badge).collect();
    let [across, down] = label_sheet(workspace, wish).number;
    let sheet = if badges.is_empty() { across * down } else { 0 };
    let empty = wish.empty.unwrap_or(workspace.network.badges.empty).max(sheet);
    badges.extend((0..empty).map(|_| Badge::default()));
    badges
}

/// A name in which no line ends within "von der Aue".
fn unbroken(name: &str) -> String {
    let mut unbroken = String::new();
    for word in name.split(' ') {
        if !unbroken.is_empty() {
            let before = unbroken.rsplit([' ', NO_BREAK_SPACE]).next().unwrap_or_default();
            let is_particle = before.starts_with(char::is_lowercase);
            unbroken.push(if is_particle { NO_BREAK_SPACE } else { ' ' });
        }
        unbroken.push_str(word);
    }
    shown(unbroken)
}

#[cfg(test)]
mod tests {
    use super::{BadgeWish, badges, label_sheet};
    use crate::domain::badges::LabelSize;
    use crate::domain::outbox::Outbox;
    use crate::example::workspace;
    use crate::plan::post::guests::Circle;
    use crate::plan::post::reply::answers::Answers;

    #[test]
    fn names_end_no_line_after_a_particle() {
        let cases = [
            ("Ada Aue", "Ada Aue"),
            ("Konrad von der Aue", "Konrad von\u{a0}der\u{a0}Aue"),
            ("Freifrau zu Berg Lang", "Freifrau zu\u{a0}Berg Lang"),
        ];
        for (name, expected) in cases {
            assert_eq!(super::unbroken(name), expected);
        }
    }

    #[test]
    fn a_badge_says_who_somebody_is_and_nobody_who_declined_has_one() {
        let network = |network: &str, replies: &str| {
            workspace(&[
                ("network.toml", &format!("name = 'Netz'\n{network}")),
                ("cities.toml", "city = [{ id = 'ulm', name = 'Ulm' }]"),
                (
                    "contacts.toml",
                    "contact = [{ id = 'ada', given-name = 'Ada', family-name = 'Aue', city = 'ulm', \
                     office = 'Rätin', titles = ['Dr.'], note = 'geheim' }, \
                     { id = 'bo', family-name = 'Bach', city = 'ulm' }, \
                     { id = 'cy', family-name = 'Cram', city = 'ulm' }]",
                ),
                (
                    "meetings/a.toml",
                    "title = 'A'\ndate = 2027-03-02\n[[session]]\ntitle = 'T'\npeople = [{ name = \
                     'Eva Fern', function = 'Amt', organisation = 'Haus' }]",
                ),
                ("replies/a.toml", replies),
            ])
        };
        let told = |workspace: &crate::domain::workspace::Workspace, wish: BadgeWish| {
            let (meeting, no_mails) = (&workspace.meetings[0], Outbox::default());
            let answers = Answers::new(workspace, &no_mails, meeting);
            let badges = badges(workspace, meeting, &answers, wish);
            let badge = |badge: &super::Badge| {
                format!("{}: {}", badge.name.as_deref().unwrap_or("-"), badge.lines.join(", "))
            };
            badges.iter().map(badge).collect::<Vec<_>>()
        };
        let replies = "[[reply]]\nperson = 'ada'\nanswer = 'yes'\nunnamed = 1\nnote = 'vegan'\n\
                       [[reply]]\nperson = 'bo'\nanswer = 'no'\n";
        let some = network("[badges]\nempty = 1", replies);
        let usual = BadgeWish::default();
        let expected = ["Dr. Ada Aue: Rätin, Ulm", "-: Ulm", "Eva Fern: Amt, Haus", "-: "];
        assert_eq!(told(&some, usual), expected);
        let everybody = BadgeWish { circle: Circle::Everybody, empty: Some(0), ..usual };
        let all = ["Dr. Ada Aue: Rätin, Ulm", "Cram: Ulm", "-: Ulm", "Eva Fern: Amt, Haus"];
        assert_eq!(told(&some, everybody), all);
        let own = network("[badges]\nwidth = 60\nheight = 90\nmargin-left = 10", "");
        let size = Some(LabelSize::Upright);
        assert_eq!(label_sheet(&own, BadgeWish { size, ..usual }).margins, [100, 135]);
        let size = Some(LabelSize::Card);
        assert_eq!(label_sheet(&own, BadgeWish { size, ..usual }).margins, [200, 110]);
    }
}
