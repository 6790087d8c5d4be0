//! What the notes beside answers say of food and help, as numbers without names.
//!
//! Only what is understood to its last word is counted. All else is told to be there, and nobody's words
//! leave the list that names them.

use super::reply::answers::Answers;
use crate::domain::reply::{Reply, ReplyAnswer};
use crate::text::{Vocabulary as _, slug, vocabulary};

vocabulary! {
    /// What somebody eats, or needs.
    #[derive(PartialOrd, Ord)]
    pub enum Need {
        /// No meat.
        Vegetarian = "vegetarian" => ("vegetarisch", "vegetarian"),
        /// Nothing from animals.
        Vegan = "vegan" => ("vegan", "vegan"),
        /// No gluten.
        GlutenFree = "gluten-free" => ("ohne Gluten", "gluten-free"),
        /// No lactose.
        LactoseFree = "lactose-free" => ("ohne Laktose", "lactose-free"),
        /// No nuts.
        NutFree = "nut-free" => ("ohne Nüsse", "without nuts"),
        /// No pork.
        PorkFree = "pork-free" => ("ohne Schweinefleisch", "without pork"),
        /// What Islam allows.
        Halal = "halal" => ("halal", "halal"),
        /// What Judaism allows.
        Kosher = "kosher" => ("koscher", "kosher"),
        /// Somebody comes in a wheelchair.
        Wheelchair = "wheelchair" => ("mit Rollstuhl", "in a wheelchair"),
        /// Somebody walks with help.
        WalkingAid = "walking-aid" => ("mit Gehhilfe oder schlecht zu Fuß", "with a walking aid, or walking badly"),
        /// Somebody speaks with their hands.
        SignLanguage = "sign-language" => ("Gebärdensprache", "sign language"),
        /// Somebody hears little.
        Hearing = "hearing" => ("schwerhörig", "hard of hearing"),
        /// Somebody sees little or nothing.
        Seeing = "seeing" => ("blind oder sehbehindert", "blind or partially sighted"),
    }
}

impl Need {
    /// Whether it is about food.
    pub fn is_of_food(self) -> bool {
        match self {
            Self::Vegetarian
            | Self::Vegan
            | Self::GlutenFree
            | Self::LactoseFree
            | Self::NutFree
            | Self::PorkFree
            | Self::Halal
            | Self::Kosher => true,
            Self::Wheelchair
            | Self::WalkingAid
            | Self::SignLanguage
            | Self::Hearing
            | Self::Seeing => false,
        }
    }

    /// How people say it, as slugs.
    fn said(self) -> &'static [&'static str] {
        match self {
            Self::Vegetarian => &[
                "vegetarisch",
                "vegetarische",
                "vegetarisches",
                "vegetarier",
                "vegetarierin",
                "kein-fleisch",
                "ohne-fleisch",
                "fleischlos",
                "vegetarian",
                "no-meat",
                "veggie",
            ],
            Self::Vegan => &["vegan", "vegane", "veganes", "veganer", "veganerin"],
            Self::GlutenFree => &[
                "glutenfrei",
                "glutenfreie",
                "glutenfreies",
                "ohne-gluten",
                "kein-gluten",
                "zoeliakie",
                "glutenunvertraeglichkeit",
                "glutenintoleranz",
                "gluten-free",
                "no-gluten",
                "coeliac",
            ],
            Self::LactoseFree => &[
                "laktosefrei",
                "laktosefreie",
                "lactosefrei",
                "ohne-laktose",
                "keine-laktose",
                "laktoseintolerant",
                "laktoseintoleranz",
                "lactose-free",
                "lactose-intolerant",
            ],
            Self::NutFree => &[
                "ohne-nuesse",
                "keine-nuesse",
                "nussallergie",
                "allergie-gegen-nuesse",
                "allergisch-gegen-nuesse",
                "nut-allergy",
                "no-nuts",
                "nut-free",
                "without-nuts",
            ],
            Self::PorkFree => &[
                "ohne-schweinefleisch",
                "kein-schweinefleisch",
                "ohne-schwein",
                "kein-schwein",
                "no-pork",
                "without-pork",
            ],
            Self::Halal => &["halal"],
            Self::Kosher => &["koscher", "koscheres", "kosher"],
            Self::Wheelchair => &[
                "rollstuhl",
                "rollstuhlfahrer",
                "rollstuhlfahrerin",
                "rollstuhlplatz",
                "wheelchair",
            ],
            Self::WalkingAid => &[
                "rollator",
                "gehhilfe",
                "gehstock",
                "gehbehindert",
                "gehbehinderung",
                "schlecht-zu-fuss",
                "walking-aid",
                "walker",
            ],
            Self::SignLanguage => &[
                "gebaerdensprache",
                "gebaerdendolmetscher",
                "gebaerdensprachdolmetscher",
                "gebaerdensprachdolmetschung",
                "sign-language",
            ],
            Self::Hearing => &[
                "schwerhoerig",
                "hoergeraet",
                "hoeranlage",
                "induktionsschleife",
                "hard-of-hearing",
                "hearing-aid",
                "hearing-loop",
            ],
            Self::Seeing => {
                &["blind", "sehbehindert", "sehbehinderung", "blindenhund", "partially-sighted"]
            }
        }
    }
}

/// Words that change nothing of what is said beside them.
const FILLERS: &[&str] = &[
    "bitte",
    "isst",
    "esse",
    "essen",
    "kost",
    "kueche",
    "menue",
    "mahlzeit",
    "ich",
    "bin",
    "ist",
    "lebt",
    "lebe",
    "ernaehrt",
    "ernaehre",
    "sich",
    "mich",
    "mir",
    "fuer",
    "ein",
    "eine",
    "einen",
    "mal",
    "x",
    "person",
    "personen",
    "braucht",
    "brauche",
    "benoetigt",
    "benoetige",
    "nutzt",
    "nutze",
    "kommt",
    "komme",
    "mit",
    "im",
    "verpflegung",
    "hilfe",
    "hilfen",
    "bedarf",
    "please",
    "eats",
    "eat",
    "food",
    "meal",
    "i",
    "am",
    "is",
    "a",
    "an",
    "for",
    "me",
    "needs",
    "need",
    "uses",
    "use",
    "with",
    "in",
    "comes",
    "people",
];

/// What the notes to a meeting say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// What was understood, and of how many, each once, in the order of the vocabulary.
    pub counts: Vec<(Need, usize)>,
    /// How many notes there are.
    pub notes: usize,
    /// How many of them say something that was not understood.
    pub unread: usize,
    /// What those have a word of, whatever they say of it.
    pub mentioned: Vec<Need>,
}

/// What those say in notes who come, perhaps do, or send somebody.
pub fn needs(answers: &Answers<'_>) -> Needs {
    let mut needs = Needs::default();
    let mut found = Vec::new();
    for reply in noted(answers) {
        let Some(note) = &reply.said.note else { continue };
        needs.notes += 1;
        // What is said of those who perhaps come is for people to judge.
        match understood(reply, note.as_str()) {
            Some(understood) if reply.said.answer == ReplyAnswer::Yes => found.extend(understood),
            Some(_) | None => {
                needs.unread += 1;
                needs.mentioned.extend(mentioned(note.as_str()));
            }
        }
    }
    needs.mentioned.sort_unstable();
    needs.mentioned.dedup();
    let sum = |need: Need| found.iter().filter(|(one, _)| *one == need).map(|(_, many)| many).sum();
    needs.counts =
        Need::all().map(|need| (need, sum(need))).filter(|(_, many)| *many > 0).collect();
    needs
}

/// What a note beside `reply` says, if it was understood and no more than come are told of.
fn understood(reply: &Reply, note: &str) -> Option<Vec<(Need, usize)>> {
    let (understood, all) = read(note);
    let heads = 1 + reply.said.companions();
    (all && understood.iter().all(|(_, many)| *many <= heads)).then_some(understood)
}

/// What a note has a word of, in the order of the vocabulary: that may be denied, or of somebody else.
pub fn mentioned(note: &str) -> Vec<Need> {
    let note = format!("-{}-", slug(note));
    let is_there = |need: &Need| need.said().iter().any(|way| note.contains(&format!("-{way}-")));
    Need::all().filter(is_there).collect()
}

/// Whether the note beside `reply` tells what whoever comes eats or needs, and nothing else.
pub fn tells_needs(reply: &Reply) -> bool {
    let note = reply.said.note.as_ref();
    let understood = note.and_then(|note| understood(reply, note.as_str()));
    reply.said.answer != ReplyAnswer::No && understood.is_some_and(|needs| !needs.is_empty())
}

/// The replies with a note of those who come, perhaps do, or send somebody.
pub fn noted<'w>(answers: &Answers<'w>) -> impl Iterator<Item = &'w Reply> {
    let comes =
        |reply: &&Reply| reply.said.answer != ReplyAnswer::No || reply.said.substitute.is_some();
    let replies = answers.counting().iter().copied();
    replies.filter(comes).filter(|reply| reply.said.note.is_some())
}

/// What a note says, of how many, and whether all of it was understood; nothing if it was not, for what is left
/// may turn it round: "vegan, nicht".
fn read(note: &str) -> (Vec<(Need, usize)>, bool) {
    let is_below_nothing =
        note.split('-').skip(1).any(|rest| rest.starts_with(|it: char| it.is_ascii_digit()));
    if note.contains('?') || is_below_nothing {
        return (Vec::new(), false);
    }
    let joined = note.replace(" und ", ",").replace(" and ", ",").replace(" & ", ",");
    let clauses = joined.split([',', ';', '.', ':', '\n', '/', '+', '(', ')', '&']);
    let mut found = Vec::new();
    let mut is_all = true;
    for clause in clauses.map(slug).filter(|clause| !clause.is_empty()) {
        match read_clause(&clause) {
            Some(needs) => found.extend(needs),
            None => is_all = false,
        }
    }
    if !is_all {
        found.clear();
    }
    (found, is_all)
}

/// What a clause says, if nothing else stands in it: "zwei vegetarisch", "im Rollstuhl".
fn read_clause(clause: &str) -> Option<Vec<(Need, usize)>> {
    let mut rest = format!("-{clause}-");
    let mut found = Vec::new();
    // The longest way to say something comes first.
    let mut ways: Vec<(Need, &str)> =
        Need::all().flat_map(|need| need.said().iter().map(move |way| (need, *way))).collect();
    ways.sort_by_key(|(_, way)| std::cmp::Reverse(way.len()));
    for (need, way) in ways {
        let way = format!("-{way}-");
        while let Some(at) = rest.find(&way) {
            rest.replace_range(at..at + way.len(), "-");
            found.push(need);
        }
    }
    let mut many = None;
    for word in rest.split('-').filter(|word| !word.is_empty()) {
        match number(word) {
            Some(number) if many.is_none() => many = Some(number),
            None if FILLERS.contains(&word) => {}
            Some(_) | None => return None,
        }
    }
    // A number alone, or one for several things, may mean anything.
    if many.is_some() && found.len() != 1 {
        return None;
    }
    found.dedup();
    Some(found.into_iter().map(|need| (need, many.unwrap_or(1))).collect())
}

/// "2", "2x", "zwei", "two".
fn number(word: &str) -> Option<usize> {
    const WORDS: [(&str, usize); 8] = [
        ("zwei", 2),
        ("drei", 3),
        ("vier", 4),
        ("fuenf", 5),
        ("two", 2),
        ("three", 3),
        ("four", 4),
        ("five", 5),
    ];
    let known = WORDS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number);
    let digits = word.strip_suffix('x').unwrap_or(word);
    known.or_else(|| digits.parse().ok().filter(|number| (1..=99).contains(number)))
}

#[cfg(test)]
mod tests;
