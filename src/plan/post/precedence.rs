//! Who stands before whom: the order of precedence among people who are written to.
//!
//! After the usual order of public bodies: Europe, federation, state, district, town; within a
//! level, mandates and elected offices before the administration. The mayor of the host stands
//! before the others, and those stand in the alphabet of their towns, as the network's own lists do.

use crate::domain::contact::Contact;
use crate::domain::id::CityId;

/// The mayors of the hosts.
const HOST: u32 = 350;
/// Whoever stands higher is greeted by name in a letter to many.
pub const GREETED_BY_NAME: u32 = HOST;
/// Oberbürgermeisterinnen and Oberbürgermeister.
pub const LORD_MAYOR: u32 = 400;
/// Bürgermeisterinnen and Bürgermeister.
pub const MAYOR: u32 = 500;
/// Everybody else.
pub const OTHERS: u32 = 900;

/// Words of offices, the more special before the more general, with their rank.
const OFFICES: &[(u32, &[&str])] = &[
    // Deputies do not stand where the office stands.
    (600, &["stellvertret", "vize", "zweite", "dritte"]),
    (100, &["europaabgeordnet", "mitglied des europäischen parlaments", "mdep"]),
    (110, &["bundesminister", "bundeskanzler", "bundespräsident"]),
    (120, &["bundestagsabgeordnet", "mitglied des bundestages", "mdb"]),
    (130, &["ministerpräsident"]),
    (140, &["landtagspräsident"]),
    (150, &["staatsminister", "minister", "senator"]),
    (160, &["staatssekretär"]),
    (170, &["landtagsabgeordnet", "mitglied des landtages", "mdl", "abgeordnet"]),
    (200, &["regierungspräsident", "präsident"]),
    (300, &["landrat", "landrätin"]),
    (LORD_MAYOR, &["oberbürgermeister"]),
    (550, &["ortsteilbürgermeister", "ortsbürgermeister"]),
    (MAYOR, &["bürgermeister"]),
    (600, &["beigeordnet", "dezernent", "stadtrat", "stadträtin"]),
    (700, &["amtsleit", "fachbereichsleit", "fachdienstleit", "sachgebietsleit"]),
    (800, &["citymanag", "stadtmarketing"]),
];

/// The number of the person in the order of precedence, small numbers first: the person's own, else
/// that of the office (100 to 900) at a meeting of these hosts.
pub fn rank(contact: &Contact, hosts: &[CityId]) -> u32 {
    let rank = contact.rank.unwrap_or_else(|| by_office(contact));
    let hosts_it = contact.city.is_some_and(|city| hosts.contains(&city.value));
    if contact.rank.is_none() && hosts_it && matches!(rank, LORD_MAYOR | MAYOR) {
        return HOST;
    }
    rank
}

/// The rank of the person's office alone.
pub fn by_office(contact: &Contact) -> u32 {
    let Some(office) = &contact.office else { return OTHERS };
    let office = office.as_str().to_lowercase();
    // Whoever no longer holds it, or works for who does, stands among the others.
    let works_for_it = ["referent", "büro", "persönlich", "ministerial"];
    if is_former(&office) || works_for_it.iter().any(|word| office.contains(word)) {
        return OTHERS;
    }
    let begins = |words: &&&str| {
        office.split([' ', ',', '(', ')', '/', '-']).any(|word| word.starts_with(**words))
            || (words.contains(' ') && office.contains(**words))
    };
    let found = OFFICES.iter().find(|(_, words)| words.iter().any(|word| begins(&word)));
    found.map_or(OTHERS, |(rank, _)| *rank)
}

/// Whether an office, in small letters, is one that somebody held: "a. D.", "i. R.".
pub fn is_former(office: &str) -> bool {
    let first = office.split(' ').next().unwrap_or_default();
    let dense = office.replace(['\u{a0}', ' '], "");
    ["a.d.", "i.r.", "imruhestand", "außerdienst"].iter().any(|end| dense.contains(end))
        || (first.starts_with("alt") && first.contains("bürgermeister"))
        || ["ehemalig", "frühere"].iter().any(|word| first.starts_with(word))
}

#[cfg(test)]
mod tests;
