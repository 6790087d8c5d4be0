//! What is told together, and what leads over to it.

use crate::domain::session::{Nature, Part};
use crate::view::programme::{Day, Entry, Person};
use crate::view::words::Words;

/// What leads over to a scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lead<'e> {
    /// It is the first of the day.
    First,
    /// It is the first of a later day, which opens nothing, and has no time.
    Stands,
    /// It follows a pause or a welcome that is told with it.
    After(&'e Entry),
    /// The words that the file has for it.
    Words(&'e str),
    /// Its time says enough.
    Time,
    /// It is one more; the how-manieth that says nothing else.
    Next(usize),
    /// It is the last of the day.
    Last,
}

/// What a scene shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum SceneSubject<'e> {
    /// One entry, or several that nothing parts.
    Entries(Vec<&'e Entry>),
    /// A block whose parts run side by side, and what stands in it.
    SideBySide(&'e Entry, Vec<&'e Entry>),
    /// A block that goes on beside everything else, and what stands in it.
    Beside(&'e Entry, Vec<&'e Entry>),
    /// Something that was already told.
    Again(&'e Entry),
}

/// What is told in one sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scene<'e> {
    pub(super) lead: Lead<'e>,
    /// When it begins, as it stands in a sentence.
    pub(super) at: Option<&'e str>,
    pub(super) subject: SceneSubject<'e>,
}

/// The scenes of a day; `repeated` are the keys of what the file calls a repetition. Nothing opens a programme
/// that `has_begun`, nor a day on which a way to it comes before, or what is not for everybody.
pub(super) fn scenes<'e>(day: &'e Day, repeated: &[String], has_begun: bool) -> Vec<Scene<'e>> {
    let standing = day.standing();
    let is_first =
        |entry: &&&Entry| !nature(entry).part.is_untold() || nature(entry).part == Part::Way;
    let comes_by_way =
        standing.iter().find(is_first).is_some_and(|it| nature(it).part == Part::Way);
    // Nor does what is not for everybody.
    let is_told = |entry: &&&Entry| !nature(entry).part.is_untold();
    let is_for_few = standing.iter().find(is_told).is_some_and(|it| it.for_whom.is_some());
    let opens = !has_begun && !comes_by_way && !is_for_few;
    let told: Vec<&Entry> = standing
        .into_iter()
        .filter(|entry| entry.kind.is_some_and(|kind| !kind.part().is_untold()))
        .filter(|entry| !entry.is_mere_end() && !day.is_emptied(entry))
        .collect();
    // What goes on beside everything else comes last: nothing begins after it.
    let (beside, told) = frames(told);
    let mut scenes: Vec<Scene<'e>> = Vec::new();
    let mut plain = 0;
    let mut index = 0;
    while let Some(&entry) = told.get(index) {
        let inner = told[index + 1..].iter().take_while(|next| next.level > entry.level);
        let children: Vec<&Entry> = inner.copied().collect();
        let next = told.get(index + 1 + children.len()).copied();
        index += 1 + children.len();
        let before = scenes.last().map(|scene| &scene.subject);
        if is_told_with_next(entry, next, before.is_none()) {
            // The next sentence begins with it.
            let lead = Lead::After(entry);
            scenes.push(Scene { lead, at: None, subject: SceneSubject::Entries(Vec::new()) });
            continue;
        }
        let after = scenes.pop_if(|scene| scene.subject == SceneSubject::Entries(Vec::new()));
        let after = after.and_then(|scene| {
            let Lead::After(pause) = scene.lead else { return None };
            Some(pause)
        });
        let subject = subject(entry, children, repeated);
        let connector = entry.connector.as_deref().filter(|_| after.is_none());
        let at = entry.at.as_deref();
        let leads_itself = after.is_some() || connector.is_some() || at.is_some();
        if !leads_itself && joins(&mut scenes, entry, &subject) {
            continue;
        }
        let lead = match (after, connector) {
            (Some(pause), _) => Lead::After(pause),
            (None, Some(connector)) => Lead::Words(connector),
            (None, None)
                if scenes.is_empty()
                    && has_begun
                    && at.is_none()
                    && matches!(subject, SceneSubject::Entries(_)) =>
            {
                Lead::Stands
            }
            (None, None) if scenes.is_empty() && (opens || at.is_none()) => Lead::First,
            (None, None) if next.is_none() && scenes.len() > 1 && !entry.pause => Lead::Last,
            (None, None) if at.is_some() => Lead::Time,
            (None, None) => {
                plain += 1;
                Lead::Next(plain - 1)
            }
        };
        scenes.push(Scene { lead, at, subject });
    }
    let frame = |(frame, children): (&'e Entry, Vec<&'e Entry>)| Scene {
        lead: Lead::Time,
        at: frame.at.as_deref(),
        subject: SceneSubject::Beside(frame, children),
    };
    scenes.extend(beside.into_iter().map(frame));
    scenes
}

/// The blocks that go on beside everything else, each with what stands in it, and the others.
fn frames(told: Vec<&Entry>) -> (Vec<(&Entry, Vec<&Entry>)>, Vec<&Entry>) {
    let (mut frames, mut others) = (Vec::new(), Vec::new());
    let mut rest = &told[..];
    while let Some((&entry, after)) = rest.split_first() {
        let inner = after.iter().take_while(|next| next.level > entry.level).count();
        let (children, next) = after.split_at(inner);
        if nature(entry).part == Part::Umbrella && !children.is_empty() {
            frames.push((entry, children.to_vec()));
        } else {
            others.extend(&rest[..=inner]);
        }
        rest = next;
    }
    (frames, others)
}

/// A pause, or the welcome that opens a day, is told in the sentence of what follows; not if that
/// has a lead of its own, which says when it comes.
fn is_told_with_next(entry: &Entry, next: Option<&Entry>, first: bool) -> bool {
    let Some(next) = next.filter(|next| !next.pause) else { return false };
    let names_it = |connector: &str| {
        let title = entry.title.to_lowercase();
        connector.to_lowercase().split(' ').any(|word| title == word)
    };
    let leads_over = next.connector.as_deref().is_none_or(names_it);
    let opens = first
        && nature(entry).part == Part::Opening
        && entry.people.is_empty()
        && entry.items.is_empty()
        && next.at.is_none();
    leads_over && nature(next).part != Part::Umbrella && (entry.pause || opens)
}

fn subject<'e>(
    entry: &'e Entry,
    children: Vec<&'e Entry>,
    repeated: &[String],
) -> SceneSubject<'e> {
    let part = nature(entry).part;
    if part == Part::SideBySide && !children.is_empty() {
        SceneSubject::SideBySide(entry, children)
    } else if !entry.pause && repeated.contains(&entry.id) {
        SceneSubject::Again(entry)
    } else {
        SceneSubject::Entries(vec![entry])
    }
}

/// Whether `entry` belongs into the sentence before it: after a pause what has no time follows
/// together, up to three at a time.
fn joins<'e>(scenes: &mut [Scene<'e>], entry: &'e Entry, subject: &SceneSubject<'e>) -> bool {
    let is_end = entry.pause || nature(entry).part == Part::Closing;
    let is_plain =
        matches!(subject, SceneSubject::Entries(_)) && entry.people.is_empty() && !is_end;
    // A time would be said of all of them.
    let Some(Scene { lead: Lead::After(pause), at: None, subject: SceneSubject::Entries(before) }) =
        scenes.last_mut()
    else {
        return false;
    };
    let is_short = |told: &&Entry| told.people.is_empty() && told.items.is_empty();
    let joins = is_plain && pause.pause && before.len() < 3 && before.iter().all(is_short);
    if joins {
        before.push(entry);
    }
    joins
}

/// People by the part they have, each part once: "Moderation: A; B." `usual` is the part of those who
/// have none of their own.
pub(super) fn by_part<'e>(people: impl Iterator<Item = &'e Person>, usual: &'e str) -> Vec<String> {
    let mut parts: Vec<(&str, Vec<&Person>)> = Vec::new();
    for person in people {
        let part = person.role.as_deref().unwrap_or(usual);
        match parts.iter_mut().find(|(known, _)| *known == part) {
            Some((_, people)) => people.push(person),
            None => parts.push((part, vec![person])),
        }
    }
    let told = |(part, people): (&str, Vec<&Person>)| {
        let part = people[0].roles.filter(|_| people.len() > 1).unwrap_or(part);
        let lines: Vec<&str> = people.iter().map(|person| person.line.as_str()).collect();
        closed(format!("{part}: {}.", listed(&lines)))
    };
    parts.into_iter().map(told).collect()
}

/// A sentence that closes with one full stop, though its last word may have one: "OB a. D."
pub(super) fn closed(sentence: String) -> String {
    sentence.strip_suffix("..").map_or(sentence.clone(), |rest| format!("{rest}."))
}

/// Whether a comma stands in `line` outside of brackets and quotation marks.
pub(super) fn has_apposition(line: &str) -> bool {
    let mut depth = 0_i32;
    line.chars().any(|letter| {
        match letter {
            '(' | '„' => depth += 1,
            ')' | '“' => depth -= 1,
            _ => {}
        }
        letter == ',' && depth == 0
    })
}

/// `lines` as a list: what holds a comma itself is parted by semicolons.
pub(super) fn listed(lines: &[&str]) -> String {
    let separator = if lines.iter().any(|line| line.contains(", ")) { "; " } else { ", " };
    lines.join(separator)
}

/// Behind what stands in a sentence: where it is, if that is elsewhere, where people meet for it, for whom it
/// is, and whether it is certain.
pub(super) fn remark(entry: &Entry, words: Words) -> String {
    let said: Vec<String> = remarks(entry, words).collect();
    if said.is_empty() { String::new() } else { format!(" ({})", said.join(", ")) }
}

pub(super) fn remarks(entry: &Entry, words: Words) -> impl Iterator<Item = String> + '_ {
    let status = entry.status.as_ref().map(ToString::to_string);
    let label = words.pick("Treffpunkt", "meeting point");
    let meets_at = entry.meets_at.as_ref().map(|point| format!("{label}: {point}"));
    let group = words.pick("Zielgruppe", "for");
    let group = entry.for_whom.as_ref().map(|whom| format!("{group}: {whom}"));
    entry.elsewhere.clone().into_iter().chain(meets_at).chain(group).chain(status)
}

/// Whether the title says itself what kind of thing it is: "Gemeinsamer Stadtrundgang".
pub(super) fn says_its_kind(entry: &Entry) -> bool {
    let Nature { german: (_, german), english, .. } = nature(entry);
    let title = entry.title.to_lowercase();
    let like = likes(english).iter().copied();
    [german, english]
        .map(str::to_lowercase)
        .iter()
        .map(String::as_str)
        .chain(like)
        .any(|noun| title.contains(noun))
}

/// Whether people may do as they like: that is a pause to the programme, and none to readers.
pub(super) fn is_free_time(entry: &Entry) -> bool {
    const WORDS: [&str; 6] =
        ["freien verfügung", "freie zeit", "freizeit", "free time", "time at leisure", "own time"];
    let title = entry.title.to_lowercase();
    let is_open = matches!(nature(entry).part, Part::Break | Part::Content | Part::Evening);
    is_open && WORDS.iter().any(|words| title.starts_with(words) || title.ends_with(words))
}

/// Since when, of something that has no beginning of its own: "um 17 Uhr" is "ab 17 Uhr".
pub(super) fn since(at: &str, words: Words) -> String {
    let (at_time, from) = (words.pick("um ", "at "), words.pick("ab ", "from "));
    at.strip_prefix(at_time).map_or_else(|| at.to_owned(), |time| format!("{from}{time}"))
}

/// Whether it is a break that goes by another name: "Netzwerken".
pub(super) fn is_break_by_another_name(entry: &Entry) -> bool {
    nature(entry).part == Part::Break && !says_its_kind(entry)
}

/// Parts of other words for a kind that goes by `english`.
fn likes(english: &str) -> &'static [&'static str] {
    match english {
        "welcome" => &["eröffnung", "grußwort", "grußbotschaft", "opening"],
        "talk" => &["ansprache", "rede", "keynote", "impuls"],
        "presentation" => &["vorstellung"],
        "discussion" => &["diskussion", "austausch", "gespräch"],
        "panel discussion" => &["podium", "interview"],
        "tour" => &["führung", "spaziergang", "wanderung"],
        "visit" => &["besuch"],
        "ceremony" => &["verabschiedung", "ehrung", "übergabe", "unterzeichnung"],
        "closing" => &["schluss", "verabschiedung", "resümee", "fazit", "farewell"],
        "get-together" => {
            &["ausklang", "empfang", "fest", "dinner", "treffen", "austausch", "abend"]
        }
        _ => &[],
    }
}

/// The title of a block in quotation marks, unless it is nothing but the word for its kind.
pub(super) fn own_title(block: &Entry, words: Words) -> Option<String> {
    let Nature { german: (_, german), english, .. } = nature(block);
    let title = block.title.to_lowercase();
    let is_plain = [german, english].iter().any(|noun| title == noun.to_lowercase())
        || block.kind.is_some_and(|kind| block.title == kind.name(words.language));
    (!is_plain).then(|| quoted(&block.title, words))
}

/// What is known of the kind of an entry; those of no kind are not told.
pub(super) fn nature(entry: &Entry) -> Nature {
    entry.kind.unwrap_or_default().nature()
}

/// The title in quotation marks; one that is a quotation as a whole keeps its own.
pub(super) fn quoted(title: &str, words: Words) -> String {
    let inner = title.strip_prefix('„').and_then(|rest| rest.strip_suffix(['“', '”']));
    match inner.filter(|inner| !inner.contains(['„', '“', '”'])) {
        Some(inner) => words.quoted(inner),
        None => words.quoted(title),
    }
}
