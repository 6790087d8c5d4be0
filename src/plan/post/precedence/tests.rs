//! The order of precedence by office.

use super::{LORD_MAYOR, MAYOR, OTHERS, by_office, rank};
use crate::domain::id::CityId;
use crate::plan::post::sample::person;
use crate::source::Located;

#[test]
fn offices_stand_in_the_order_of_public_bodies() {
    let descending = [
        "Europaabgeordnete",
        "Bundesministerin für Wohnen",
        "Bundestagsabgeordneter",
        "Ministerpräsident",
        "Landtagspräsidentin",
        "Minister für Infrastruktur",
        "Staatssekretärin",
        "Abgeordneter",
        "Präsident der Handelskammer",
        "Landrätin des Kreises",
        "Oberbürgermeister",
        "Bürgermeisterin der Stadt",
        "Beigeordnete",
        "Amtsleiterin Stadtplanung",
        "Citymanager",
        "Hausmeister",
    ];
    let ranks: Vec<u32> = descending
        .iter()
        .map(|office| by_office(&person(&format!("Frau Ada/Muster @ {office}"))))
        .collect();
    assert!(ranks.is_sorted_by(|one, next| one < next), "{ranks:?}");
}

#[test]
fn deputies_aides_and_former_holders_do_not_stand_where_the_office_stands() {
    let cases = [
        ("Oberbürgermeister", LORD_MAYOR),
        ("Bürgermeisterin", MAYOR),
        ("Mitglied des Landtages (MdL)", 170),
        ("Minister a. D.", OTHERS),
        ("Bürgermeister a.D.", OTHERS),
        ("Altbürgermeister", OTHERS),
        ("Ehemalige Landrätin", OTHERS),
        ("Referent des Oberbürgermeisters", OTHERS),
        ("Persönliche Referentin der Ministerin", OTHERS),
        ("Stellvertretende Landrätin", 600),
        ("Zweiter Bürgermeister", 600),
        ("Ortsteilbürgermeisterin", 550),
        ("Büroleiter der Bürgermeisterin", OTHERS),
        ("Ministerialrätin", OTHERS),
        ("Administratorin", OTHERS),
    ];
    for (office, expected) in cases {
        assert_eq!(by_office(&person(&format!("Ada/Muster @ {office}"))), expected, "{office}");
    }
    assert_eq!(by_office(&person("Ada/Muster")), OTHERS);
}

#[test]
fn the_host_stands_first_among_mayors_and_an_own_rank_outranks_all() {
    let at_home = |words: &str| {
        let mut contact = person(words);
        contact.city = Some(Located::new(CityId(3), contact.origin));
        contact
    };
    let (host, guest) =
        (at_home("Ada/Muster @ Bürgermeisterin"), person("A/B @ Oberbürgermeister"));
    assert!(rank(&host, &[CityId(3)]) < rank(&guest, &[CityId(3)]));
    assert!(rank(&host, &[CityId(4)]) > rank(&guest, &[CityId(4)]));
    assert_eq!(rank(&at_home("Ada/Muster @ Amtsleiterin"), &[CityId(3)]), 700);
    let mut own = host.clone();
    own.rank = Some(950);
    assert_eq!(rank(&own, &[CityId(3)]), 950);
}
