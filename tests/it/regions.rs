//! Whose holidays a town keeps: by its region, its key or its network, and what is unknown.

use snapbox::str;

use crate::harness::Test;

/// A network of these towns, each with a region or a key, asked about one day.
fn regions(day: &str, cities: &[(&str, &str)]) -> Test {
    let entry = |(name, key): &(&str, &str)| {
        format!("[[city]]\nid = \"{}\"\nname = \"{name}\"\n{key}\n", name.to_lowercase())
    };
    Test::new(&format!("dates --lang en --from {day} --to {day} --why"))
        .file("network.toml", "name = \"Netz\"\n")
        .file("cities.toml", &cities.iter().map(entry).collect::<String>())
}

#[test]
fn each_town_keeps_the_holidays_of_its_land() {
    let towns = [("Hafen", "municipality-key = \"02000000\""), ("Heide", "region = \"DE-BY\"")];
    regions("2027-01-06", &towns)
        .stdout(str![[r#"
The best days, 6 January 2027:

day                    points  free     what speaks against it
────────────────────────────────────────────────────────────────────────
Wednesday, 2027-01-06     −50  unknown  public holiday: Epiphany (Heide)
                                        (+1)

Wednesday, 2027-01-06: −50

- −50  public holiday: Epiphany (Heide) [Art. 1 Abs. 1 BayFTG]
- ?  school holidays not known yet

1 day judged, none of them blocked.

"#]])
        .status(0);
    regions("2027-05-06", &towns)
        .stdout(str![[r#"
The best days, 6 May 2027:

day                    points  free     what speaks against it
─────────────────────────────────────────────────────────────────────
Thursday, 2027-05-06  blocked  unknown  public holiday: Ascension Day
                                        (+1)

Thursday, 2027-05-06: blocked

- blocked  public holiday: Ascension Day [§ 1 FeiertG HH; Art. 1 Abs. 1
  BayFTG]
- ?  school holidays not known yet

1 day judged, 1 of them blocked.

"#]])
        .status(0);
}

#[test]
fn what_depends_on_the_municipality_is_asked_for() {
    let said = "region = \"DE-BY\"\nextra-holidays = [\"mariae-himmelfahrt\"]";
    let none = "region = \"DE-BY\"\nextra-holidays = []";
    let towns = [("Alm", "region = \"DE-BY\""), ("Berg", said), ("Tal", none)];
    regions("2028-08-15", &towns)
        .stdout(str![[r#"
The best days, 15 August 2028:

day                  points  free     what speaks against it
────────────────────────────────────────────────────────────────────
Tuesday, 2028-08-15     −34  unknown  public holiday: Assumption Day
                                      (Berg) (+2)

Tuesday, 2028-08-15: −34

- −34  public holiday: Assumption Day (Berg) [Art. 1 Abs. 1 Nr. 2
  BayFTG, cities.toml:9]
- ?  Assumption Day: a holiday in some municipalities, `extra-holidays`
  does not say (Alm)
- ?  school holidays not known yet

1 day judged, none of them blocked.

"#]])
        .status(0);
}

#[test]
fn a_town_of_which_nothing_is_known_is_not_free() {
    let towns = [("Wien", "region = \"AT-9\""), ("Warta", "region = \"PL\""), ("Irgendwo", "")];
    regions("2027-05-03", &towns)
        .stdout(str![[r#"
The best days, 3 May 2027:

day                 points  free     what speaks against it
───────────────────────────────────────────────────────────────────────
Monday, 2027-05-03       0  unknown  school holidays not known yet (+1)

Monday, 2027-05-03: 0

- ?  school holidays not known yet
- ?  public holidays not known (Warta and Irgendwo)

1 day judged, none of them blocked.

For 2 of 3 towns the public holidays of 2027 are not known (Warta,
Irgendwo): name their `region`, or list them in `calendar/`.

"#]])
        .status(0);
    let listed = "[[period]]\ntitle = \"Feiertag\"\nkind = \"holiday\"\nfrom = 2027-05-03\n\
                  cities = [\"warta\"]\n";
    let others = listed.replace("05-03", "11-11") + &listed.replace("05-03", "01-06");
    regions("2027-05-03", &[("Warta", "region = \"PL\"")])
        .file("calendar/feiertage.toml", &(listed.to_owned() + &others))
        .stdout(str![[r#"
The best days, 3 May 2027:

day                  points  free     what speaks against it
───────────────────────────────────────────────────────────────────
Monday, 2027-05-03  blocked  unknown  public holiday: Feiertag (+1)

Monday, 2027-05-03: blocked

- blocked  public holiday: Feiertag [calendar/feiertage.toml:1]
- ?  school holidays not known yet

1 day judged, 1 of them blocked.

"#]])
        .status(0);
}
