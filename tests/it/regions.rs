//! Whose holidays a town keeps: by its region, its key or its network, and what is unknown.

use snapbox::str;

use crate::harness::Test;

/// A network of these towns, each with a region or a key, asked about one day.
fn regions(day: &str, cities: &[(&str, &str)]) -> Test {
    let entry = |(name, key): &(&str, &str)| {
        format!("[[city]]\nid = \"{}\"\nname = \"{name}\"\n{key}\n", name.to_lowercase())
    };
    Test::new(&format!("dates --lang en --from {day} --until {day} --why"))
        .file("network.toml", "name = \"Netz\"\n")
        .file("cities.toml", &cities.iter().map(entry).collect::<String>())
}

#[test]
fn each_town_keeps_the_holidays_of_its_land() {
    let towns = [("Hafen", "municipality-key = \"02000000\""), ("Heide", "region = \"DE-BY\"")];
    regions("2027-01-06", &towns)
        .stdout(str![[r#"
The best days, 6 January 2027:

day                    points  free    what speaks against it
───────────────────────────────────────────────────────────────────────
Wednesday, 2027-01-06     −70  1 of 2  public holiday: Epiphany (Heide)
                                       (+1)

Wednesday, 2027-01-06: −70

- −50  public holiday: Epiphany (Heide) [Art. 1 Abs. 1 BayFTG]
- −20  school holidays: Weihnachtsferien 2026/2027 (Heide)
  [built-in/calendar/holidays.csv:2149]

1 day judged, none of them blocked.

"#]])
        .status(0);
    regions("2027-05-06", &towns)
        .stdout(str![[r#"
The best days, 6 May 2027:

day                    points  free    what speaks against it
────────────────────────────────────────────────────────────────────
Thursday, 2027-05-06  blocked  0 of 2  public holiday: Ascension Day

Thursday, 2027-05-06: blocked

- blocked  public holiday: Ascension Day [§ 1 FeiertG HH; Art. 1 Abs. 1
  BayFTG]

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

day                       points  free     what speaks against it
────────────────────────────────────────────────────────────────────────
Tuesday, 2028-08-15  −74 to −108  unknown  school holidays: Sommerferien
                                           2028 (+2)

Tuesday, 2028-08-15: −74 to −108

- −40  school holidays: Sommerferien 2028
  [built-in/calendar/holidays.csv:2444]
- −34  public holiday: Assumption Day (Berg) [Art. 1 Abs. 1 Nr. 2
  BayFTG, cities.toml:9]
- ? −34  Assumption Day: a holiday in some municipalities,
  `extra-holidays` does not say (Alm)

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

day                   points  free     what speaks against it
───────────────────────────────────────────────────────────────────────
Monday, 2027-05-03  0 to −94  unknown  school holidays not known (Warta
                                       and Irgendwo) (+1)

Monday, 2027-05-03: 0 to −94

- ? −27  school holidays not known (Warta and Irgendwo)
- ? −67  public holidays not known (Warta and Irgendwo)

1 day judged, none of them blocked.

For 1 of 3 cities the public holidays of 2027 are not known (Irgendwo):
name their `region` (`none` if all stand in `calendar/`).

For 1 of 3 cities the public holidays of 2027 are not known (Warta):
list all of them in `calendar/`, and say so by `region = "none"`.

For 2 of 3 cities the school holidays are not known for all days (Warta,
Irgendwo): list them in `calendar/` (`kind = "school-holiday"`).

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
- ? −40  school holidays not known

1 day judged, 1 of them blocked.

For 1 of 1 cities the school holidays are not known for all days
(Warta): list them in `calendar/` (`kind = "school-holiday"`).

"#]])
        .status(0);
}

#[test]
fn listed_holidays_make_known_no_other_day() {
    let listed = |days: &[&str]| {
        let entry = |day: &&str| {
            format!("[[period]]\ntitle = \"Feiertag\"\nkind = \"holiday\"\nfrom = {day}\n")
        };
        days.iter().map(entry).collect::<String>()
    };
    let many = ["2027-01-06", "2027-03-29", "2027-05-03", "2027-11-11", "2027-12-27"];
    let unknown = |region: &str, days: &[&str]| {
        let asked = regions("2027-06-01", &[("Warta", region)]);
        let said = asked.file("calendar/feiertage.toml", &listed(days)).run().stdout;
        said.contains("public holidays not known")
    };
    for number in 1..=many.len() {
        assert!(unknown("region = \"PL\"", &many[..number]), "{number}");
        assert!(unknown("", &many[..number]), "{number}");
        assert!(!unknown("region = \"none\"", &many[..number]), "{number}");
    }
    // Who has listed nothing of a year has not listed it.
    assert!(unknown("region = \"none\"", &["2026-01-01"]));
    assert!(!unknown("region = \"DE-SN\"", &[]));
}

#[test]
fn what_makes_holidays_known_is_told_to_those_who_lack_it() {
    let way = |region: &str, day: &str| {
        let said = regions(day, &[("Warta", region)]).run().stdout.replace('\n', " ");
        let way = said.split("(Warta): ").nth(1).unwrap_or_default();
        way.split("  ").next().unwrap_or_default().to_owned()
    };
    let name = "name their `region` (`none` if all stand in `calendar/`).";
    let list = "list all of them in `calendar/`, and say so by `region = \"none\"`.";
    assert_eq!(way("", "2027-06-01"), name);
    assert_eq!(way("country = \"Polen\"", "2027-06-01"), name);
    assert_eq!(way("region = \"PL\"", "2027-06-01"), list);
    assert_eq!(way("country = \"Polen\"\nregion = \"PL\"", "2027-06-01"), list);
    assert_eq!(way("region = \"none\"", "2027-06-01"), "list them in `calendar/`.");
    assert_eq!(
        way("region = \"DE-SN\"", "2015-06-01").trim_end(),
        "they are known from 2016 on only."
    );
}

#[test]
fn a_day_beside_a_holiday_that_is_unsaid_may_be_a_bridge() {
    let reasons = |day: &str, region: &str| {
        let said = regions(day, &[("Alm", region)]).run().stdout;
        said.contains("bridge day if")
    };
    let bavaria = "region = \"DE-BY\"";
    // Monday before a Tuesday, Friday after a Thursday.
    assert!(reasons("2028-08-14", bavaria));
    assert!(reasons("2027-05-28", "region = \"DE-TH\""));
    assert!(!reasons("2028-08-16", bavaria));
    assert!(!reasons("2027-05-28", bavaria));
    assert!(!reasons("2028-08-14", &format!("{bavaria}\nextra-holidays = []")));
    let said = format!("{bavaria}\nextra-holidays = [\"mariae-himmelfahrt\"]");
    assert!(!reasons("2028-08-14", &said));
}

#[test]
fn half_holidays_beside_the_eves_are_those_of_thuringia() {
    let half = |day: &str, region: &str| {
        regions(day, &[("Alm", region)]).run().stdout.contains("no holiday, but many are away")
    };
    for day in ["2027-02-08", "2027-03-25"] {
        assert!(half(day, "region = \"DE-TH\""), "{day}");
        assert!(!half(day, "region = \"DE-HH\"") && !half(day, "region = \"AT-9\""), "{day}");
    }
    assert!(half("2027-12-24", "region = \"DE-HH\"") && half("2027-12-31", ""));
}

#[test]
fn a_law_is_cited_for_what_it_says_alone() {
    let told = |region: &str, holiday: &str, day: &str| {
        let own = format!("region = \"{region}\"\nextra-holidays = [\"{holiday}\"]");
        let said = regions(day, &[("Alm", &own)]).run().stdout.replace("\n  ", " ");
        let line = said.lines().find(|line| line.starts_with("- blocked")).unwrap_or_default();
        line.split_once('[').map_or("", |(_, sources)| sources.trim_end_matches(']')).to_owned()
    };
    let corpus_christi = |region| told(region, "fronleichnam", "2027-05-27");
    assert_eq!(corpus_christi("DE-HH"), "cities.toml:5");
    assert_eq!(corpus_christi("DE-SN"), "§ 1 SächsSFG, cities.toml:5");
    assert_eq!(corpus_christi("DE-TH"), "§ 2 Abs. 2 und § 10 Abs. 1 ThürFGtG, cities.toml:5");
    assert_eq!(told("DE-BY", "friedensfest", "2028-08-08"), "cities.toml:5");
    assert_eq!(told("DE-TH", "mariae-himmelfahrt", "2028-08-15"), "cities.toml:5");
    assert_eq!(
        told("DE-BY", "mariae-himmelfahrt", "2028-08-15"),
        "Art. 1 Abs. 1 Nr. 2 BayFTG, cities.toml:5"
    );
}

#[test]
fn a_region_is_not_made_up() {
    let init = |region: &str| Test::new(&format!("init netz --region {region} -y")).run();
    for (region, hint) in
        [("Bayernn", "for example DE-BY"), ("Polen", "DE-BY, AT-9, PL, none"), ("DE", "PL, none")]
    {
        let output = init(region);
        assert_ne!(output.status, 0, "{region}");
        assert!(output.stderr.contains("--region") && output.stderr.contains(hint), "{output:?}");
        assert!(!output.stderr.contains("network.toml"), "{output:?}");
    }
    assert_eq!(init("PL").status, 0);
    let check = |region: &str| {
        let network = format!("name = \"Netz\"\nregion = \"{region}\"\n");
        Test::new("check --lang en").file("network.toml", &network).run().stdout
    };
    assert!(check("Bayernn").contains("did you mean `DE-BY`?"), "{}", check("Bayernn"));
    // What people call a Land is no guess.
    assert_eq!(init("Bayern").status, 0);
    for region in ["Bayern", "bavaria", "Thüringen", "Wallis"] {
        assert!(!check(region).contains("region"), "{}", check(region));
    }
    for region in ["DE", "Polen"] {
        assert!(check(region).contains("a country such as `PL`"), "{}", check(region));
    }
}
