//! Who has a part in something: who comes and goes, what each does, and how certain they come.

use super::own::told_role;
use super::sentences::Sentences;
use crate::domain::id::Id;
use crate::domain::release::{Checksum, Commitment, Content, Detail, DetailContent, Facts};
use crate::domain::session::{Certainty, Person, Role};
use crate::plan::post::notification::Part;
use crate::plan::programme::release::{commitments, names};
use crate::text::count;
use crate::text::list::and;
use crate::view::words::shown;

/// Names with what a version keeps of their parts.
type Cast<'f> = (&'f [String], &'f Content);

impl Sentences<'_> {
    /// "jetzt mit A statt mit B"; whoever is new is told as `introduced`.
    pub(super) fn people(
        &self,
        was: &[String],
        is: &[String],
        introduced: impl Fn(&String) -> String,
    ) -> String {
        let words = self.words;
        let only = |these: &[String], those: &[String], told: &dyn Fn(&String) -> String| {
            let names: Vec<_> = these.iter().filter(|name| !those.contains(name)).collect();
            (!names.is_empty()).then(|| and(names.into_iter().map(told), words.language))
        };
        match (only(is, was, &introduced), only(was, is, &|name| shown(name))) {
            (Some(new), Some(old)) => self.instead("jetzt mit", "now with", &new, &old),
            (Some(new), None) => {
                words.pick(format!("jetzt auch mit {new}"), format!("now with {new} too"))
            }
            (None, Some(old)) => {
                words.pick(format!("jetzt ohne {old}"), format!("now without {old}"))
            }
            (None, None) => {
                words.pick("andere Reihenfolge der Namen", "names in another order").to_owned()
            }
        }
    }

    /// One of `people` with office and organisation, with what they do where that is to be told, and with
    /// whether they have only been asked: "Fritz Fern (Büro Fern, Moderation, angefragt)".
    pub(super) fn introduced(&self, name: &String, people: &[String], content: &Content) -> String {
        let words = self.words;
        let detail = content.details.iter().find(|it| it.detail == Detail::People);
        let cast = detail.and_then(|detail| detail.words.as_deref()).unwrap_or_default();
        let office = cast
            .split("; ")
            .find_map(|one| one.strip_prefix(name.as_str())?.strip_prefix(" (")?.strip_suffix(')'));
        let all = content.commitments(people.len());
        let at = people.iter().position(|one| one == name);
        let one = all.zip(at).map(|(all, at)| all[at]).unwrap_or_default();
        let role = told_role(one).map(|role| role.name(words.language).to_owned());
        let asked = (one.status == Certainty::Requested)
            .then(|| words.pick("angefragt", "to be confirmed").to_owned());
        let said: Vec<String> = office.map(shown).into_iter().chain(role).chain(asked).collect();
        if said.is_empty() { shown(name) } else { format!("{} ({})", shown(name), said.join(", ")) }
    }

    /// All who have a part in the meeting as a whole, else what is said of them.
    pub(super) fn people_of_whole(&self, new: &Facts, pair: [Option<&DetailContent>; 2]) -> String {
        let people = new.people.as_deref().unwrap_or_default();
        if people.is_empty() {
            return self.detail(Detail::People, pair);
        }
        let named = people.iter().map(|name| self.introduced(name, people, &new.content));
        let (label, named) =
            (Detail::People.name(self.words.language), and(named, self.words.language));
        self.words.pick(format!("{label} jetzt: {named}"), format!("{label} now: {named}"))
    }

    /// What those do otherwise who have a part in an item before and now, and who of them has agreed or is no
    /// longer sure; none where a version does not keep it.
    pub(super) fn roles(&self, was: Cast<'_>, is: Cast<'_>) -> Option<Vec<String>> {
        self.roles_by(was, is, told_role)
    }

    /// The same of the meeting as a whole, where every part is told.
    pub(super) fn roles_in_whole(&self, was: Cast<'_>, is: Cast<'_>) -> Option<Vec<String>> {
        self.roles_by(was, is, |one| one.role)
    }

    fn roles_by(
        &self,
        (had, before): Cast<'_>,
        (have, now): Cast<'_>,
        role: impl Fn(Commitment) -> Option<Role>,
    ) -> Option<Vec<String>> {
        let before = before.commitments(had.len())?;
        let now = now.commitments(have.len())?;
        let (mut news, mut agreed, mut asked) = (Vec::new(), Vec::new(), Vec::new());
        for (name, is) in have.iter().zip(now) {
            let Some(at) = had.iter().position(|one| one == name) else { continue };
            let was = before[at];
            match (was.status, is.status) {
                (Certainty::Requested, Certainty::Fixed) => agreed.push(shown(name)),
                (Certainty::Fixed, Certainty::Requested) => asked.push(shown(name)),
                _ => {}
            }
            // The reader is told their own part beside.
            let is_reader = |part: &Part| part.is_among(std::slice::from_ref(name));
            if role(was) != role(is) && !self.reader.is_some_and(is_reader) {
                news.push(self.other_role(name, role(was), role(is)));
            }
        }
        let named = |names: Vec<String>| {
            (!names.is_empty()).then(|| (names.len(), and(names, self.words.language)))
        };
        Some(self.promises(named(agreed), named(asked)).into_iter().chain(news).collect())
    }

    /// "Cora Ceder: jetzt Leitung statt Moderation".
    fn other_role(&self, name: &str, was: Option<Role>, is: Option<Role>) -> String {
        let words = self.words;
        let name = shown(name);
        let [was, is] = [was, is].map(|role| role.map(|role| role.name(words.language)));
        match (was, is) {
            (Some(was), Some(is)) => words.pick(
                format!("{name}: jetzt {is} statt {was}"),
                format!("{name}: now {is} instead of {was}"),
            ),
            (None, Some(is)) => {
                words.pick(format!("{name}: jetzt {is}"), format!("{name}: now {is}"))
            }
            (was, None) => {
                let was = was.unwrap_or_default();
                words.pick(format!("{name}: nicht mehr {was}"), format!("{name}: no longer {was}"))
            }
        }
    }

    /// Who has agreed and who is no longer sure, each with how many these are.
    fn promises(
        &self,
        agreed: Option<(usize, String)>,
        asked: Option<(usize, String)>,
    ) -> Vec<String> {
        let words = self.words;
        let agreed = agreed.map(|(many, who)| {
            let has = if many == 1 { "hat" } else { "haben" };
            let english = if many == 1 { "has" } else { "have" };
            words.pick(format!("{who} {has} zugesagt"), format!("{who} {english} agreed"))
        });
        let asked = asked.map(|(many, who)| {
            let is = if many == 1 { "ist" } else { "sind" };
            let english = if many == 1 { "is" } else { "are" };
            words.pick(
                format!("{who} {is} nur noch angefragt"),
                format!("{who} {english} to be confirmed again"),
            )
        });
        agreed.into_iter().chain(asked).collect()
    }

    /// Who of those with a part in the item with this key has agreed or is no longer sure, if their version
    /// kept this sum of it, and nothing else can have given that.
    pub(super) fn agreed(&self, id: &Id, before: Option<Checksum>) -> Option<String> {
        let (workspace, meeting) = self.about?;
        let words = self.words;
        let session = meeting.sessions.iter().find(|one| one.id == *id)?;
        let changed = commitments(meeting, session, before);
        let (first, others) = changed.split_first()?;
        let of = |people: &[&Person], wanted: Certainty| -> Vec<String> {
            let meant = people.iter().filter(|person| person.status == wanted);
            meant.flat_map(|one| names(workspace, &one.who)).collect()
        };
        // Who of several it is nobody can tell, but how many, where it is so many whoever it is.
        let named = |wanted: Certainty| {
            let all = of(first, wanted);
            let is_known = others.iter().all(|other| of(other, wanted).len() == all.len());
            let people = words.pick(("Person", "Personen"), ("person", "people"));
            let told = match others {
                [] => and(all.iter().map(shown), words.language),
                _ => count(all.len(), people.0, people.1).to_string(),
            };
            (!all.is_empty() && is_known).then_some((all.len(), told))
        };
        let told = self.promises(named(Certainty::Fixed), named(Certainty::Requested));
        (!told.is_empty()).then(|| told.join("; "))
    }
}
