//! How people are addressed: the salutation of a letter, and the lines of its address field.
//!
//! After the guide for addresses and salutations of the German Federal Ministry of the Interior:
//! an office stands instead of the name, of several academic grades the highest is spoken, and the
//! address is in the accusative. The gender of a person is never guessed; without a form of address
//! the neutral form stands.

use crate::domain::contact::{Contact, Gender};
use crate::domain::line::Line;
use crate::plan::post::precedence::{self, GREETED_BY_NAME, LORD_MAYOR, MAYOR};
use crate::text::Language;

/// The salutation of nobody in particular.
pub fn open(language: Language) -> &'static str {
    match language {
        Language::German => "Sehr geehrte Damen und Herren,",
        Language::English => "Dear Sir or Madam,",
    }
}

/// The salutation of a person, with its comma.
pub fn salutation(contact: &Contact, language: Language) -> String {
    if let Some(own) = &contact.salutation {
        return own.as_str().to_owned();
    }
    match (is_familiar(contact), language) {
        (true, Language::German) => german_familiar(contact),
        (true, Language::English) => format!("Dear {},", given_name(contact).unwrap_or_default()),
        (false, Language::German) => german(contact),
        (false, Language::English) => english(contact),
    }
}

/// At most so many guests are greeted by name in a letter to many: the circle is kept small.
const NAMED_GUESTS: usize = 5;

/// Fewer are no group.
const GROUP: usize = 3;

/// The salutation of several people in one letter, a line each: guests of high rank by name, in the
/// order of `people`, then all others together, or by name where they are no more than two.
pub fn together(people: &[&Contact], language: Language) -> Vec<String> {
    if let [person] = people {
        return vec![salutation(person, language)];
    }
    let is_high = |contact: &&&Contact| precedence::by_office(contact) < GREETED_BY_NAME;
    let high: Vec<&Contact> = people.iter().filter(is_high).take(NAMED_GUESTS).copied().collect();
    let is_other = |one: &&Contact| high.iter().all(|guest| !std::ptr::eq(*guest, *one));
    let others: Vec<&Contact> = people.iter().copied().filter(is_other).collect();
    // Beside a name, "Guten Tag" and du would be a letter of another kind.
    let has_form = |one: &&Contact| one.gender().is_some() && !is_familiar(one);
    let mut lines = if others.len() < GROUP && others.iter().all(has_form) && !people.is_empty() {
        by_name(&[high, others].concat(), language)
    } else {
        let mut lines = by_name(&high, language);
        lines.extend(group(&others, language));
        lines
    };
    if language == Language::German {
        // The lines are one sentence.
        for line in lines.iter_mut().skip(1) {
            for beginning in ["Sehr geehrte", "Liebe", "Guten Tag", "Hallo"] {
                if line.starts_with(beginning) {
                    *line = beginning.to_lowercase() + &line[beginning.len()..];
                }
            }
        }
    }
    lines
}

/// The salutation of each, with the name behind an office that two of them have.
fn by_name(people: &[&Contact], language: Language) -> Vec<String> {
    let mut lines: Vec<String> = people.iter().map(|one| salutation(one, language)).collect();
    for with_given in [false, true] {
        let before = lines.clone();
        for (line, person) in lines.iter_mut().zip(people) {
            let is_alone = before.iter().filter(|other| *other == line).count() < 2;
            if is_alone || person.salutation.is_some() {
                continue;
            }
            let family = person.family_name.as_str();
            if !line.contains(family) {
                *line = format!("{} {family},", line.trim_end_matches(','));
            } else if let Some(given) = given_name(person).filter(|_| with_given) {
                *line = line.replacen(family, &format!("{given} {family}"), 1);
            }
        }
    }
    // Words of their own may be those of another.
    lines.dedup();
    lines
}

/// The lines that greet many without a name.
fn group(people: &[&Contact], language: Language) -> Vec<String> {
    let all = |ranks: &[u32]| {
        !people.is_empty() && people.iter().all(|one| ranks.contains(&precedence::by_office(one)))
    };
    let lord_mayors = "Sehr geehrte Oberbürgermeisterinnen und Oberbürgermeister,";
    let mayors = "Sehr geehrte Bürgermeisterinnen und Bürgermeister,";
    let lines: &[&str] = match language {
        _ if !people.is_empty() && people.iter().all(|person| is_familiar(person)) => {
            match language {
                Language::German => &["Liebe Kolleginnen und Kollegen,"],
                Language::English => &["Dear colleagues,"],
            }
        }
        Language::German if all(&[LORD_MAYOR]) => &[lord_mayors],
        Language::German if all(&[MAYOR]) => &[mayors],
        Language::German if all(&[LORD_MAYOR, MAYOR]) => &[lord_mayors, mayors],
        Language::English if all(&[LORD_MAYOR, MAYOR]) => &["Dear Mayors,"],
        Language::German | Language::English => &[open(language)],
    };
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// Whether the person is on first-name terms. Without a first name nobody is.
pub fn is_familiar(contact: &Contact) -> bool {
    contact.familiar && contact.given_name.is_some()
}

/// The name with all academic titles: "Prof. Dr. Rosa Weidner-Korff".
pub fn full_name(contact: &Contact) -> String {
    let titles = contact.titles.iter().map(Line::as_str);
    let names = titles.chain(given_name(contact)).chain([contact.family_name.as_str()]);
    names.collect::<Vec<_>>().join(" ")
}

/// The line of an address that names the person, in German in the accusative: "Herrn Dr. Veit
/// Salzwinkel".
pub fn address_line(contact: &Contact, language: Language) -> String {
    let form = match (language, contact.gender()) {
        (Language::German, Some(Gender::Female)) => "Frau ".to_owned(),
        (Language::German, Some(Gender::Male)) => "Herrn ".to_owned(),
        (Language::German, None) => String::new(),
        // English puts a title in its place.
        (Language::English, _) => {
            let form = contact.english_form().filter(|_| contact.titles.is_empty());
            form.map(|form| format!("{form} ")).unwrap_or_default()
        }
    };
    format!("{form}{}", full_name(contact))
}

/// The office as it stands in an address: in German in the form that fits the person, whatever form
/// the file has it in. Where the person's form of address is unknown it stays as it is.
pub fn office_line(contact: &Contact, language: Language) -> Option<String> {
    let office = contact.office.as_ref()?.as_str();
    let (Some(form), Language::German) = (contact.gender(), language) else {
        return Some(office.to_owned());
    };
    let end = office.find([' ', ',']).unwrap_or(office.len());
    let (first, rest) = office.split_at(end);
    let known = OFFICES.iter().map(|office| (office.male, office.female));
    let mut known = known.chain([("Beigeordneter", "Beigeordnete")]);
    let pair = known.find(|(male, female)| first == *male || first == *female);
    let first = match (pair, form) {
        (Some((_, female)), Gender::Female) => female,
        (Some((male, _)), Gender::Male) => male,
        (None, _) => first,
    };
    Some(format!("{first}{rest}"))
}

fn german_familiar(contact: &Contact) -> String {
    let dear = match contact.gender() {
        Some(Gender::Female) => "Liebe",
        Some(Gender::Male) => "Lieber",
        None => "Hallo",
    };
    format!("{dear} {},", given_name(contact).unwrap_or_default())
}

fn german(contact: &Contact) -> String {
    let family_name = contact.family_name.as_str();
    let Some(form) = contact.gender() else {
        return neutral("Guten Tag", contact);
    };
    let (dear, form_word) = match form {
        Gender::Female => ("Sehr geehrte", "Frau"),
        Gender::Male => ("Sehr geehrter", "Herr"),
    };
    if let Some(office) = office(contact) {
        let office = match form {
            Gender::Female => office.female,
            Gender::Male => office.male,
        };
        // Which parliament it is goes unsaid.
        let office = match office {
            "Bundestagsabgeordnete" | "Landtagsabgeordnete" => "Abgeordnete",
            "Bundestagsabgeordneter" | "Landtagsabgeordneter" => "Abgeordneter",
            office => office,
        };
        return format!("{dear} {form_word} {office},");
    }
    match (grade(contact), form) {
        (Some(Grade::Professor), Gender::Female) => {
            format!("{dear} {form_word} Professorin {family_name},")
        }
        (Some(Grade::Professor), Gender::Male) => {
            format!("{dear} {form_word} Professor {family_name},")
        }
        (Some(Grade::Doctor), _) => format!("{dear} {form_word} Dr. {family_name},"),
        (None, _) if has_noble_title(family_name) => format!("{dear} {family_name},"),
        (None, _) => format!("{dear} {form_word} {family_name},"),
    }
}

fn english(contact: &Contact) -> String {
    let family_name = contact.family_name.as_str();
    if let Some(office) = office(contact).and_then(|office| office.english) {
        return format!("Dear {office},");
    }
    match (grade(contact), contact.english_form()) {
        (_, None) => neutral("Dear", contact),
        (Some(Grade::Professor), _) => format!("Dear Professor {family_name},"),
        (Some(Grade::Doctor), _) => format!("Dear Dr {family_name},"),
        (None, Some(form)) => format!("Dear {form} {family_name},"),
    }
}

/// Names nobody's gender: the full name, with the highest grade as it is abbreviated.
fn neutral(greeting: &str, contact: &Contact) -> String {
    let Some(given_name) = given_name(contact) else {
        // A family name alone would be curt.
        let alone = if greeting == "Dear" { "Hello" } else { greeting };
        return format!("{alone},");
    };
    let grade = match grade(contact) {
        Some(Grade::Professor) => "Prof. ",
        Some(Grade::Doctor) => "Dr. ",
        None => "",
    };
    format!("{greeting} {grade}{given_name} {},", contact.family_name)
}

fn given_name(contact: &Contact) -> Option<&str> {
    contact.given_name.as_ref().map(Line::as_str)
}

/// The academic grades that are spoken; degrees such as Diplom or M. A. never are.
enum Grade {
    Professor,
    Doctor,
}

/// The highest grade of the person, whatever its order, field or number ("Dr. Dr. h. c.").
fn grade(contact: &Contact) -> Option<Grade> {
    let words = || contact.titles.iter().flat_map(|title| title.as_str().split([' ', '-']));
    if words().any(|word| word.starts_with("Prof")) {
        Some(Grade::Professor)
    } else if words().any(|word| word.starts_with("Dr")) {
        Some(Grade::Doctor)
    } else {
        None
    }
}

/// Whether the name begins with a title of nobility, which takes the place of "Frau" or "Herr". On
/// its own the word is a family name like any other.
fn has_noble_title(family_name: &str) -> bool {
    const TITLES: [&str; 12] = [
        "Graf",
        "Gräfin",
        "Freiherr",
        "Freifrau",
        "Freiin",
        "Baron",
        "Baronin",
        "Fürst",
        "Fürstin",
        "Prinz",
        "Prinzessin",
        "Herzog",
    ];
    family_name.split_once(' ').is_some_and(|(first, _)| TITLES.contains(&first))
}

/// An office that stands in a salutation instead of the name.
struct Office {
    male: &'static str,
    female: &'static str,
    /// None where English uses the name.
    english: Option<&'static str>,
}

/// The person's office, if it is one that stands alone. What limits it further ("der Stadt …") is
/// left out; a former or deputy holder goes by name.
fn office(contact: &Contact) -> Option<&'static Office> {
    let office = contact.office.as_ref()?.as_str();
    if precedence::is_former(&office.to_lowercase()) {
        return None;
    }
    let first = office.split(' ').next()?.trim_end_matches(',');
    OFFICES
        .iter()
        .find(|known| first == known.male || first == known.female || known.english == Some(office))
}

/// Those of federal, state, district and town level that are in use as salutations. For
/// Beigeordnete there is no settled form: they go by name.
const OFFICES: &[Office] = &[
    Office::new("Bundesminister", "Bundesministerin", Some("Minister")),
    Office::new("Ministerpräsident", "Ministerpräsidentin", Some("Minister-President")),
    Office::new("Minister", "Ministerin", Some("Minister")),
    Office::new("Staatsminister", "Staatsministerin", Some("Minister of State")),
    Office::new("Staatssekretär", "Staatssekretärin", Some("State Secretary")),
    Office::new("Senator", "Senatorin", Some("Senator")),
    Office::new("Landtagspräsident", "Landtagspräsidentin", Some("President")),
    Office::new("Regierungspräsident", "Regierungspräsidentin", Some("President")),
    Office::new("Präsident", "Präsidentin", Some("President")),
    Office::new("Abgeordneter", "Abgeordnete", None),
    Office::new("Bundestagsabgeordneter", "Bundestagsabgeordnete", None),
    Office::new("Landtagsabgeordneter", "Landtagsabgeordnete", None),
    Office::new("Landrat", "Landrätin", Some("District Administrator")),
    Office::new("Oberbürgermeister", "Oberbürgermeisterin", Some("Mayor")),
    Office::new("Bürgermeister", "Bürgermeisterin", Some("Mayor")),
    Office::new("Ortsteilbürgermeister", "Ortsteilbürgermeisterin", Some("Mayor")),
];

impl Office {
    const fn new(male: &'static str, female: &'static str, english: Option<&'static str>) -> Self {
        Self { male, female, english }
    }
}

#[cfg(test)]
mod tests;
