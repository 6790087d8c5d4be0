//! People of a list and those who are known.

use std::collections::HashMap;

use super::towns::{Named, Towns};
use super::{Added, Changes, Differing, Import, Keys, Left, Why, Wishes, complete, order, settle};
use crate::domain::contact::{Contact, Mail};
use crate::domain::id::ContactId;
use crate::domain::line::Line;
use crate::domain::listed::{Facts, Field, Listing, Value, fact};
use crate::domain::workspace::Workspace;
use crate::text::{Vocabulary as _, address_key, slug};

/// Somebody who is known, or new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Known(usize),
    New(usize),
}

/// How somebody can be told from others.
#[derive(Clone, Debug, Default)]
struct Marks {
    given: String,
    family: String,
    town: Option<String>,
    mail: Option<String>,
}

/// Those who can be meant by a row.
#[derive(Default)]
struct People {
    marks: Vec<(Who, Marks)>,
    by_mail: HashMap<String, Vec<usize>>,
    by_family: HashMap<String, Vec<usize>>,
}

impl People {
    fn add(&mut self, who: Who, marks: Marks) {
        let at = self.marks.len();
        if let Some(mail) = &marks.mail {
            self.by_mail.entry(mail.clone()).or_default().push(at);
        }
        self.by_family.entry(marks.family.clone()).or_default().push(at);
        self.marks.push((who, marks));
    }

    /// Whom a row means; an error if several come into question.
    fn meant(&self, row: &Marks) -> Result<Option<Who>, Vec<Who>> {
        let of = |found: Option<&Vec<usize>>| -> Vec<&(Who, Marks)> {
            found.into_iter().flatten().map(|at| &self.marks[*at]).collect()
        };
        let is_called = |(_, known): &&&(Who, Marks)| {
            known.family == row.family && goes_with(&known.given, &row.given)
        };
        let by_mail = of(row.mail.as_ref().and_then(|mail| self.by_mail.get(mail)));
        if let Some((who, _)) = by_mail.iter().find(is_called) {
            return Ok(Some(*who));
        }
        let by_name = of(self.by_family.get(&row.family));
        let named: Vec<_> = by_name.iter().filter(is_called).collect();
        let there = named.iter().filter(|(_, known)| row.town.is_some() && known.town == row.town);
        let there: Vec<Who> = there.map(|(who, _)| *who).collect();
        match there[..] {
            [who] => return Ok(Some(who)),
            [] => {}
            _ => return Err(there),
        }
        // Somebody of the same name elsewhere is somebody else.
        let open = named.iter().filter(|(_, known)| row.town.is_none() || known.town.is_none());
        let open: Vec<_> = open.collect();
        let fits = open.iter().filter(|(_, known)| row.mail.is_none() || known.mail.is_none());
        let fits: Vec<Who> = fits.map(|(who, _)| *who).collect();
        match (&fits[..], open.is_empty()) {
            ([who], _) => Ok(Some(*who)),
            ([], true) => Ok(None),
            ([], false) => Err(open.iter().map(|(who, _)| *who).collect()),
            _ => Err(fits),
        }
    }

    /// Somebody of another name who has that address and may be the same person: the family name is
    /// another, or nearly the same.
    fn namesake(&self, row: &Marks) -> Option<Who> {
        let sharing = row.mail.as_ref().and_then(|mail| self.by_mail.get(mail));
        let mut sharing = sharing.into_iter().flatten().map(|at| &self.marks[*at]);
        let is_near = |known: &Marks| {
            let same_given = !row.given.is_empty() && known.given == row.given;
            same_given || crate::text::nearest(&row.family, [known.family.as_str()]).is_some()
        };
        sharing.find(|(_, known)| is_near(known)).map(|(who, _)| *who)
    }
}

/// Whether two given names can be those of one person: one is not known, or the begin of the other.
fn goes_with(one: &str, other: &str) -> bool {
    let is_begin = |short: &str, long: &str| {
        long == short
            || short.len() == 1 && long.starts_with(short)
            || long.strip_prefix(short).is_some_and(|rest| rest.starts_with('-'))
    };
    one.is_empty() || other.is_empty() || is_begin(one, other) || is_begin(other, one)
}

/// What becomes of a list of people.
pub fn decide(workspace: &Workspace, listing: &Listing, wishes: Wishes) -> Import {
    let has_city = listing.columns.iter().any(|column| column.field == Some(Field::City));
    let mut import = Import::default();
    let mut towns = Towns::of(workspace);
    let mut keys = Keys::of(workspace);
    let mut people = People::default();
    for (number, contact) in workspace.contacts.iter().enumerate() {
        people.add(Who::Known(number), marks_of(contact, workspace, &towns));
    }
    let mut changes = Changes::default();
    for entry in &listing.entries {
        let mut facts = entry.facts.clone();
        place(&mut facts, has_city, &mut towns, workspace, wishes);
        let row = entry.row;
        let marks = marks(&facts, &towns, workspace);
        // A town that is new has a key, too.
        keys.taken.extend(fact(&facts, Field::City).map(Value::words));
        let id = fact(&facts, Field::Id).map(Value::words);
        let named = id.as_deref().and_then(|id| workspace.contact_named(id));
        let meant = match named {
            // A key that belongs to somebody of another name is no proof.
            Some((number, known)) if slug(known.family_name.as_str()) == marks.family => {
                Ok(Some(Who::Known(number.0)))
            }
            _ => people.meant(&marks),
        };
        let words = name(&facts);
        match meant {
            Err(several) => {
                let ids = several.iter().map(|who| id_of(*who, &import, workspace)).collect();
                import.left.push(Left { row, words, why: Why::Several(ids) });
            }
            Ok(Some(Who::Known(number))) => {
                let contact = &workspace.contacts[number];
                facts.retain(|(field, _)| *field != Field::Id);
                if contact.mail == Mail::Never
                    && let Some(at) = facts.iter().position(|(field, _)| *field == Field::Mail)
                {
                    let (field, listed) = facts.remove(at);
                    let id = contact.id.to_string();
                    import.differing.push(Differing { row, id, field, known: None, listed });
                }
                let known = known(contact, workspace);
                let target = (row, number, &contact.id);
                settle(&mut import, &mut changes, target, (known, facts), wishes);
            }
            Ok(Some(Who::New(at))) => {
                facts.retain(|(field, _)| *field != Field::Id);
                let differing = complete(&mut import.added[at], row, facts);
                import.differing.extend(differing);
            }
            Ok(None) => {
                if let Some(other) = people.namesake(&marks) {
                    let why = Why::OthersAddress(id_of(other, &import, workspace));
                    import.left.push(Left { row, words, why });
                    continue;
                }
                let wish = id.filter(|id| !keys.taken.contains(id));
                let id = keys.make(wish.as_deref().unwrap_or(&words));
                facts.retain(|(field, _)| *field != Field::Id);
                people.add(Who::New(import.added.len()), marks);
                import.added.push(Added { row, further: Vec::new(), id, facts });
            }
        }
    }
    import.finish(changes, towns, wishes)
}

/// Whom each row of a list means.
#[derive(Clone, Debug)]
pub struct MeantRow {
    /// The row.
    pub row: u32,
    /// What it says; the town of the network by its key.
    pub facts: Facts,
    /// The contact, if it is one that is known; an error if it can be any of several.
    pub contact: Result<Option<ContactId>, Vec<ContactId>>,
}

/// Whom the rows of a list mean among those who are known.
pub fn meant(workspace: &Workspace, listing: &Listing) -> Vec<MeantRow> {
    let has_city = listing.columns.iter().any(|column| column.field == Some(Field::City));
    let mut towns = Towns::of(workspace);
    let mut people = People::default();
    for (number, contact) in workspace.contacts.iter().enumerate() {
        people.add(Who::Known(number), marks_of(contact, workspace, &towns));
    }
    let id = |who: &Who| match who {
        Who::Known(number) | Who::New(number) => ContactId(*number),
    };
    let rows = listing.entries.iter();
    rows.map(|entry| {
        let mut facts = entry.facts.clone();
        place(&mut facts, has_city, &mut towns, workspace, Wishes::default());
        let contact = people.meant(&marks(&facts, &towns, workspace));
        let contact = contact.map(|who| who.as_ref().map(id));
        let contact = contact.map_err(|several| several.iter().map(id).collect());
        MeantRow { row: entry.row, facts, contact }
    })
    .collect()
}

fn id_of(who: Who, import: &Import, workspace: &Workspace) -> String {
    match who {
        Who::Known(number) => workspace.contacts[number].id.to_string(),
        Who::New(at) => import.added[at].id.clone(),
    }
}

/// "Ada Nordhaus"
pub fn name(facts: &Facts) -> String {
    let words = |field| fact(facts, field).map(Value::words);
    let parts = [words(Field::GivenName), words(Field::FamilyName)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Says which town of the network somebody belongs to. Where the list has no column for it, that is the
/// town of their address.
fn place(
    facts: &mut Facts,
    has_city: bool,
    towns: &mut Towns,
    workspace: &Workspace,
    wishes: Wishes,
) {
    let source = if has_city { Field::City } else { Field::Town };
    let Some(Value::Line(words)) = fact(facts, source).cloned() else { return };
    facts.retain(|(field, _)| *field != Field::City);
    let has_address = fact(facts, Field::Street).or(fact(facts, Field::Postcode)).is_some();
    let mut new = String::new();
    let city = match towns.named(&words) {
        Some(Named::Known(id)) => Some(workspace.city(id).id.to_string()),
        Some(Named::New(id)) if wishes.adds_towns => Some(id),
        Some(Named::New(id)) => {
            new = id;
            None
        }
        None => None,
    };
    match city.and_then(|city| Line::new(&city).ok()) {
        Some(city) => {
            // Without a street the town says it.
            facts.retain(|(field, _)| *field != Field::Town || has_address);
            facts.push((Field::City, Value::Line(city)));
        }
        None if fact(facts, Field::Town).is_none() => {
            let bare = towns.new_name(&new).cloned().unwrap_or(words);
            facts.push((Field::Town, Value::Line(bare)));
        }
        None => {}
    }
    facts.sort_by_key(|(field, _)| order(*field));
}

fn marks(facts: &Facts, towns: &Towns, workspace: &Workspace) -> Marks {
    let words = |field| fact(facts, field).map(Value::words);
    let key = |field| words(field).map(|words| slug(&words)).unwrap_or_default();
    let town = words(Field::Town).map(|town| town_key(&town, towns, workspace));
    Marks {
        given: key(Field::GivenName),
        family: key(Field::FamilyName),
        town: words(Field::City).or(town),
        mail: words(Field::Mail).and_then(|mail| address_key(&mail)),
    }
}

fn town_key(words: &str, towns: &Towns, workspace: &Workspace) -> String {
    let known = towns.known(words).map(|id| workspace.city(id).id.to_string());
    known.unwrap_or_else(|| slug(words))
}

fn marks_of(contact: &Contact, workspace: &Workspace, towns: &Towns) -> Marks {
    let words = |line: &Option<Line>| line.as_ref().map(|it| slug(it.as_str()));
    let city = contact.city.map(|city| workspace.city(city.value).id.to_string());
    let town = contact.town.as_ref().map(|town| town_key(town.as_str(), towns, workspace));
    Marks {
        given: words(&contact.given_name).unwrap_or_default(),
        family: slug(contact.family_name.as_str()),
        town: city.or(town),
        mail: match &contact.mail {
            Mail::At(address) => address_key(address.as_str()),
            Mail::Unknown | Mail::Never => None,
        },
    }
}

/// What is known of somebody, as far as lists say such things.
pub fn known(contact: &Contact, workspace: &Workspace) -> Facts {
    let mut facts = Facts::new();
    let mut add = |field, line: Option<&Line>| {
        facts.extend(line.map(|line| (field, Value::Line(line.clone()))));
    };
    let word = |word: &str| Line::new(word).ok();
    add(Field::GivenName, contact.given_name.as_ref());
    add(Field::FamilyName, Some(&contact.family_name));
    add(Field::FormOfAddress, contact.form_of_address.and_then(|it| word(it.word())).as_ref());
    add(Field::Office, contact.office.as_ref());
    add(Field::Organisation, contact.organisation.as_ref());
    add(Field::Department, contact.department.as_ref());
    let city = contact.city.and_then(|city| word(workspace.city(city.value).id.as_str()));
    add(Field::City, city.as_ref());
    add(Field::Street, contact.street.as_ref());
    add(Field::Postcode, contact.postcode.as_ref());
    add(Field::Town, contact.town.as_ref());
    add(Field::Country, contact.country.as_ref());
    if let Mail::At(address) = &contact.mail {
        add(Field::Mail, Some(address));
    }
    add(Field::Phone, contact.phone.as_ref());
    add(Field::Language, contact.language.and_then(|it| word(it.word())).as_ref());
    let lines = |lines: Vec<Line>| (!lines.is_empty()).then_some(Value::Lines(lines));
    let groups = contact.groups.iter().filter_map(|group| word(group.as_str())).collect();
    let more = [
        (Field::Titles, lines(contact.titles.clone())),
        (Field::Groups, lines(groups)),
        (Field::Note, contact.note.clone().map(Value::Text)),
    ];
    facts.extend(more.into_iter().filter_map(|(field, value)| Some((field, value?))));
    facts.sort_by_key(|(field, _)| order(*field));
    facts
}
