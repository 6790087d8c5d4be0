//! What items consist of, old and new: which parts are otherwise, and how.

use super::sentences::Sentences;
use crate::domain::release::{PartFacts, SessionFacts};
use crate::text::list::and;
use crate::view::words::shown;

/// A part as it was and as it is.
pub(super) type Pair<'f> = (Option<&'f PartFacts>, Option<&'f PartFacts>);

/// The parts of an item that belong together, those of now in their order, then those that are gone; none
/// where a version does not keep them. One goes by its title, else by its number, else by its people.
pub(super) fn pairs<'f>(was: &'f SessionFacts, is: &'f SessionFacts) -> Option<Vec<Pair<'f>>> {
    type Same = fn(&PartFacts, &PartFacts) -> bool;
    const SAME: [Same; 4] = [
        |one, other| one == other,
        |one, other| one.title.is_some() && one.title == other.title,
        |one, other| one.number.is_some() && one.number == other.number,
        |one, other| !one.people.is_empty() && one.people == other.people,
    ];
    let (old, new) = (was.parts.as_ref()?, is.parts.as_ref()?);
    let mut before: Vec<Option<usize>> = vec![None; new.len()];
    for same in SAME {
        for (at, part) in new.iter().enumerate() {
            let is_free = |index: &usize| !before.contains(&Some(*index));
            let found = (0..old.len()).find(|index| is_free(index) && same(&old[*index], part));
            before[at] = before[at].or(found);
        }
    }
    let gone = (0..old.len()).filter(|index| !before.contains(&Some(*index)));
    let gone: Vec<Pair<'_>> = gone.map(|index| (Some(&old[index]), None)).collect();
    let here = new.iter().zip(&before).map(|(part, at)| (at.map(|at| &old[at]), Some(part)));
    Some(here.chain(gone).collect())
}

impl Sentences<'_> {
    /// What has become of the parts of an item, where both sides are known.
    pub(super) fn parts(&self, was: &SessionFacts, is: &SessionFacts) -> Vec<String> {
        let words = self.words;
        let Some(pairs) = pairs(was, is) else { return Vec::new() };
        let mut news: Vec<String> = pairs
            .iter()
            .filter_map(|pair| match *pair {
                (Some(before), Some(now)) => self.other_part(before, now),
                (None, Some(now)) => {
                    let state = self.part_state(now).map(|state| format!(" ({state})"));
                    let (part, state) = (self.part(now), state.unwrap_or_default());
                    Some(words.pick(
                        format!("neuer Unterpunkt {part}{state}"),
                        format!("new part {part}{state}"),
                    ))
                }
                (Some(before), None) => {
                    let part = self.part(before);
                    Some(words.pick(
                        format!("Unterpunkt {part} entfällt"),
                        format!("part {part} dropped"),
                    ))
                }
                (None, None) => None,
            })
            .collect();
        let of = |part: &PartFacts| was.parts.iter().flatten().position(|one| one == part);
        let stay = pairs.iter().filter_map(|(before, now)| now.and(*before));
        let order: Vec<_> = stay.map(of).collect();
        if !order.is_sorted() {
            let order = words.pick("Unterpunkte in anderer Reihenfolge", "parts in another order");
            news.push(order.to_owned());
        }
        news
    }

    /// "Unterpunkt „Regen“ (Dauer: 25 Min. statt 20 Min.)".
    fn other_part(&self, was: &PartFacts, is: &PartFacts) -> Option<String> {
        let words = self.words;
        let PartFacts { number, title, duration, place, people, rest } = is;
        let length = |part: &PartFacts| part.duration.map(|length| words.length(length));
        let mut news = Vec::new();
        if *title != was.title {
            let before = self.part(was);
            news.push(words.pick(format!("bisher {before}"), format!("before: {before}")));
        }
        if *number != was.number {
            let [now, before] = [number, &was.number].map(|it| it.as_ref().map(shown));
            news.push(self.exchange("Nummer", "number", now, before));
        }
        if *duration != was.duration {
            news.push(self.exchange("Dauer", "length", length(is), length(was)));
        }
        if *place != was.place {
            let [now, before] = [place, &was.place].map(|it| it.as_ref().map(shown));
            news.push(self.exchange("Ort", "place", now, before));
        }
        if *people != was.people {
            news.push(self.people(&was.people, people, |name| shown(name)));
        }
        if *rest != was.rest {
            news.push(words.pick("weitere Angaben geändert", "further details changed").to_owned());
        }
        let (part, news) = (self.part(is), news.join("; "));
        (*is != *was).then(|| {
            words.pick(format!("Unterpunkt {part} ({news})"), format!("part {part} ({news})"))
        })
    }

    /// The title of a part in quotation marks, else its people.
    pub(super) fn part(&self, part: &PartFacts) -> String {
        let PartFacts { title, number, people, .. } = part;
        match (title, number) {
            (Some(title), _) => self.words.quoted(shown(title)),
            (None, Some(number)) if people.is_empty() => shown(number),
            (None, _) => and(people.iter().map(shown), self.words.language),
        }
    }

    /// How long a part takes and where it is; none where nobody says so.
    pub(super) fn part_state(&self, part: &PartFacts) -> Option<String> {
        let length = part.duration.map(|length| self.words.length(length));
        let said: Vec<String> =
            [length, part.place.as_ref().map(shown)].into_iter().flatten().collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
}
