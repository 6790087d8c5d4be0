//! Who has agreed to their part, or is no longer sure, since a version that keeps but a checksum of that.

use super::kept::is_told;
use crate::domain::meeting::Meeting;
use crate::domain::release::Checksum;
use crate::domain::session::{Certainty, Person, Role, Session};
use crate::text::Vocabulary as _;

/// Those with a part in `session` of `meeting` who have agreed, or are no longer sure, since a version kept the
/// sum `before` of who has what part and is how certain; as they are now. Where the sum does not tell who of
/// several it is, all that may be; nobody where something else is otherwise as well.
pub fn commitments<'m>(
    meeting: &'m Meeting,
    session: &'m Session,
    before: Option<Checksum>,
) -> Vec<Vec<&'m Person>> {
    /// Of more people nobody tries all that may have been.
    const MOST: usize = 8;

    let original = session.original(&meeting.sessions);
    let people = if session.people.is_empty() { &original.people } else { &session.people };
    let people: Vec<&Person> = people.iter().filter(|person| is_told(person)).collect();
    if people.len() > MOST {
        return Vec::new();
    }
    let changed = |set: u32, number: usize| set & (1 << number) != 0;
    let sum = |set: u32| {
        let mut named = Vec::new();
        for (number, person) in people.iter().enumerate() {
            let other = match person.status {
                Certainty::Fixed => Certainty::Requested,
                status => {
                    if status == Certainty::Requested {
                        Certainty::Fixed
                    } else {
                        status
                    }
                }
            };
            let status = if changed(set, number) { other } else { person.status };
            named.extend(role_and_status(person.role, status));
        }
        Checksum::of(named.into_iter().map(|(name, word)| (name, word.to_owned())))
    };
    let told = |set: u32| {
        let told = people.iter().enumerate().filter(|(number, _)| changed(set, *number));
        told.map(|(_, person)| *person).collect()
    };
    // Where the sum is the same, nobody could tell that anything is otherwise.
    let sets = 1..1 << people.len();
    sets.filter(|_| sum(0) != before).filter(|set| sum(*set) == before).map(told).collect()
}

/// What part somebody has, and how certain that is, by the words of files: these never change, or old checksums
/// would not hold.
pub(super) fn role_and_status(
    role: Option<Role>,
    status: Certainty,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let role = role.map(|role| ("role", role.word()));
    let status = (status != Certainty::Fixed).then(|| ("status", status.word()));
    role.into_iter().chain(status)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::commitments;
    use crate::domain::release::Detail;
    use crate::domain::session::Person;
    use crate::domain::workspace::Workspace;
    use crate::example::workspace;
    use crate::plan::programme::release::facts;

    /// A talk of people with these roles, each only asked or not.
    fn meeting(people: &[(usize, bool)]) -> Workspace {
        let person = |(number, (role, is_asked)): (usize, &(usize, bool))| {
            let role = ["", ", role = 'chair'", ", role = 'speaker'"][*role];
            let asked = if *is_asked { ", status = 'requested'" } else { "" };
            format!("{{ name = 'P{number} Q'{role}{asked} }}")
        };
        let people: Vec<String> = people.iter().enumerate().map(person).collect();
        let text = format!(
            "title = 'A'\ndate = 2027-03-02\n[[session]]\ntitle = 'T'\npeople = [{}]\n",
            people.join(", ")
        );
        workspace(&[("network.toml", "name = 'Netz'"), ("meetings/a.toml", &text)])
    }

    proptest! {
        #[test]
        fn who_is_told_to_have_agreed_has(
            people in vec((0..3_usize, proptest::bool::ANY, proptest::bool::ANY), 1..6),
        ) {
            let state = |pick: fn(&(usize, bool, bool)) -> bool| {
                people.iter().map(|one| (one.0, pick(one))).collect::<Vec<_>>()
            };
            let [before, now] = [meeting(&state(|it| it.1)), meeting(&state(|it| it.2))];
            let sum_of = |workspace: &Workspace| {
                let content = facts(workspace, &workspace.meetings[0]).sessions[0].content.clone();
                let sum = content.details.iter().find(|one| one.detail == Detail::Roles);
                sum.map(|one| one.sum)
            };
            let meeting = &now.meetings[0];
            let told = commitments(meeting, &meeting.sessions[0], sum_of(&before));
            let all = &meeting.sessions[0].people;
            let changed: Vec<usize> =
                people.iter().enumerate().filter(|(_, it)| it.1 != it.2).map(|it| it.0).collect();
            let place = |it: &&Person| all.iter().position(|one| std::ptr::eq(*it, one));
            let told: Vec<Vec<usize>> =
                told.iter().map(|one| one.iter().filter_map(place).collect()).collect();
            // The truth is among what is told, and is all of it where each has a part that tells them apart.
            let is_seen = sum_of(&before) != sum_of(&now);
            prop_assert_eq!(told.contains(&changed), is_seen);
            prop_assert_eq!(told.is_empty(), !is_seen);
            if people.iter().all(|it| it.0 > 0) {
                prop_assert!(told.len() <= 1, "{people:?}");
            }
        }
    }
}
