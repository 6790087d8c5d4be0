//! Where a town lies, as far as holidays are concerned.

use crate::text::{Vocabulary as _, nearest, slug, vocabulary};

vocabulary! {
    /// A part of a country whose holidays are known, by ISO 3166-2: the German and the Austrian
    /// Länder.
    pub enum Territory {
        /// Baden-Württemberg.
        BadenWuerttemberg = "DE-BW",
        /// Bavaria.
        Bavaria = "DE-BY",
        /// Berlin.
        Berlin = "DE-BE",
        /// Brandenburg.
        Brandenburg = "DE-BB",
        /// Bremen.
        Bremen = "DE-HB",
        /// Hamburg.
        Hamburg = "DE-HH",
        /// Hesse.
        Hesse = "DE-HE",
        /// Mecklenburg-Vorpommern.
        Mecklenburg = "DE-MV",
        /// Lower Saxony.
        LowerSaxony = "DE-NI",
        /// North Rhine-Westphalia.
        NorthRhine = "DE-NW",
        /// Rhineland-Palatinate.
        RhinelandPalatinate = "DE-RP",
        /// Saarland.
        Saarland = "DE-SL",
        /// Saxony.
        Saxony = "DE-SN",
        /// Saxony-Anhalt.
        SaxonyAnhalt = "DE-ST",
        /// Schleswig-Holstein.
        SchleswigHolstein = "DE-SH",
        /// Thuringia.
        Thuringia = "DE-TH",
        /// Burgenland.
        Burgenland = "AT-1",
        /// Carinthia.
        Carinthia = "AT-2",
        /// Lower Austria.
        LowerAustria = "AT-3",
        /// Upper Austria.
        UpperAustria = "AT-4",
        /// Salzburg.
        Salzburg = "AT-5",
        /// Styria.
        Styria = "AT-6",
        /// Tyrol.
        Tyrol = "AT-7",
        /// Vorarlberg.
        Vorarlberg = "AT-8",
        /// Vienna.
        Vienna = "AT-9",
    }
}

vocabulary! {
    /// A canton of Switzerland, by ISO 3166-2. Its law is not known here; its holidays are, as far as
    /// they are published.
    pub enum Canton {
        /// Aargau.
        Aargau = "CH-AG",
        /// Appenzell Innerrhoden.
        InnerRhodes = "CH-AI",
        /// Appenzell Ausserrhoden.
        OuterRhodes = "CH-AR",
        /// Bern.
        Bern = "CH-BE",
        /// Basel-Landschaft.
        BaselLand = "CH-BL",
        /// Basel-Stadt.
        BaselCity = "CH-BS",
        /// Freiburg.
        Fribourg = "CH-FR",
        /// Genf.
        Geneva = "CH-GE",
        /// Glarus.
        Glarus = "CH-GL",
        /// Graubünden.
        Grisons = "CH-GR",
        /// Jura.
        Jura = "CH-JU",
        /// Luzern.
        Lucerne = "CH-LU",
        /// Neuenburg.
        Neuchatel = "CH-NE",
        /// Nidwalden.
        Nidwalden = "CH-NW",
        /// Obwalden.
        Obwalden = "CH-OW",
        /// St. Gallen.
        StGallen = "CH-SG",
        /// Schaffhausen.
        Schaffhausen = "CH-SH",
        /// Solothurn.
        Solothurn = "CH-SO",
        /// Schwyz.
        Schwyz = "CH-SZ",
        /// Thurgau.
        Thurgau = "CH-TG",
        /// Tessin.
        Ticino = "CH-TI",
        /// Uri.
        Uri = "CH-UR",
        /// Waadt.
        Vaud = "CH-VD",
        /// Wallis.
        Valais = "CH-VS",
        /// Zug.
        Zug = "CH-ZG",
        /// Zürich.
        Zurich = "CH-ZH",
    }
}

impl Territory {
    /// Whether it is in Austria.
    pub fn is_austrian(self) -> bool {
        self.word().starts_with("AT")
    }
}

/// Whose public and school holidays a town keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// Those of a territory whose law is known.
    Of(Territory),
    /// Those of a canton.
    Canton(Canton),
    /// Those of a region of which nothing is known, "PL" or "FR-75"; none if all that is known is that
    /// it is abroad.
    Other(Option<RegionCode>),
    /// All of them stand in the network's own calendar.
    OwnCalendar,
}

/// The word of a region of which nothing is known: a country, or a part of one (ISO 3166-2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionCode([u8; RegionCode::LONGEST], usize);

impl RegionCode {
    /// Two letters, a hyphen and three characters.
    const LONGEST: usize = 6;

    fn new(word: &str) -> Option<Self> {
        let mut code = [0; Self::LONGEST];
        code.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
        Some(Self(code, word.len()))
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0[..self.1]).unwrap_or_default()
    }
}

impl Region {
    /// The word for [`Region::OwnCalendar`].
    pub const OWN_CALENDAR: &'static str = "none";

    /// Reads a region: one that is known, a country or a part of another one, or `none`. Of the
    /// known countries only their own parts are regions, since each has holidays of its own.
    pub fn read(word: &str) -> Option<Self> {
        if word == Self::OWN_CALENDAR {
            return Some(Self::OwnCalendar);
        }
        if let Some(territory) = Territory::read(word) {
            return Some(Self::Of(territory));
        }
        if let Some(canton) = Canton::read(word) {
            return Some(Self::Canton(canton));
        }
        let (country, part) = word.split_once('-').unwrap_or((word, "A"));
        let is_part = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
        let is_other = country.len() == 2
            && country.bytes().all(|byte| byte.is_ascii_uppercase())
            && (1..=3).contains(&part.len())
            && part.bytes().all(is_part)
            && !["DE", "AT"].contains(&country)
            && (country != "CH" || part == "A" && word == country);
        if is_other { RegionCode::new(word).map(|code| Self::Other(Some(code))) } else { None }
    }

    /// The region that people call `word`, German, English or French: "Bayern", "Bavaria".
    pub fn spoken(word: &str) -> Option<Self> {
        let wish = slug(word);
        let is_meant = |name: &&str| slug(name) == wish;
        let (.., code) =
            NAMES.iter().find(|(german, other, _)| [german, other].into_iter().any(is_meant))?;
        Self::read(code)
    }

    /// Whether `word` is what people call a country whose parts have holidays of their own.
    pub fn is_country(word: &str) -> bool {
        COUNTRIES.contains(&word.trim().to_uppercase().as_str())
    }

    /// The word of a region of which something is known: "DE-BY".
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Of(territory) => Some(territory.word()),
            Self::Canton(canton) => Some(canton.word()),
            Self::Other(_) | Self::OwnCalendar => None,
        }
    }

    /// The German Land whose letters this country has: Belarus is `BY`, and so is Bavaria after `DE-`.
    pub fn land_of_same_letters(self) -> Option<Territory> {
        let Self::Other(Some(code)) = self else { return None };
        Territory::read(&format!("DE-{}", code.as_str()))
    }

    /// Whether what holds in the region or country with this word holds in this one.
    pub fn is_within(self, word: &str) -> bool {
        let other = match &self {
            Self::Other(code) => code.as_ref().map(RegionCode::as_str),
            Self::Of(_) | Self::Canton(_) | Self::OwnCalendar => self.code(),
        };
        let rest = other.and_then(|own| own.strip_prefix(word));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    /// The region that somebody may have meant: the nearest code, or that of the Land of this name.
    /// A mere country is near to all its Länder, and to none more than to another.
    pub fn near(word: &str) -> Option<&'static str> {
        let capitals = word.trim().to_uppercase().replace(['_', ' '], "-");
        // Of the Austrian codes each is as near to any slip as the next.
        let is_austrian = capitals.starts_with("AT-") && Territory::read(&capitals).is_none();
        if capitals.len() <= 2 || is_austrian || Self::is_country(word) {
            return None;
        }
        let codes = || {
            let known =
                Territory::all().map(Territory::word).chain(Canton::all().map(Canton::word));
            known.chain([Self::OWN_CALENDAR])
        };
        if let Some(code) = codes().find(|code| code.to_uppercase() == capitals) {
            return Some(code);
        }
        let names = NAMES.iter().flat_map(|(german, english, _)| [*german, *english]);
        let Some(near) = nearest(word, names) else { return nearest(word, codes()) };
        let land = NAMES.iter().find(|(german, english, _)| [*german, *english].contains(&near));
        land.map(|(_, _, code)| *code)
    }
}

/// What people call the countries whose parts have holidays of their own.
const COUNTRIES: [&str; 6] =
    ["DEUTSCHLAND", "GERMANY", "ÖSTERREICH", "AUSTRIA", "SCHWEIZ", "SWITZERLAND"];

/// What people call the Länder and cantons, German and English or French.
const NAMES: [(&str, &str, &str); 51] = [
    ("Baden-Württemberg", "Baden-Wuerttemberg", "DE-BW"),
    ("Bayern", "Bavaria", "DE-BY"),
    ("Berlin", "Berlin", "DE-BE"),
    ("Brandenburg", "Brandenburg", "DE-BB"),
    ("Bremen", "Bremen", "DE-HB"),
    ("Hamburg", "Hamburg", "DE-HH"),
    ("Hessen", "Hesse", "DE-HE"),
    ("Mecklenburg-Vorpommern", "Mecklenburg", "DE-MV"),
    ("Niedersachsen", "Lower Saxony", "DE-NI"),
    ("Nordrhein-Westfalen", "North Rhine-Westphalia", "DE-NW"),
    ("Rheinland-Pfalz", "Rhineland-Palatinate", "DE-RP"),
    ("Saarland", "Saarland", "DE-SL"),
    ("Sachsen", "Saxony", "DE-SN"),
    ("Sachsen-Anhalt", "Saxony-Anhalt", "DE-ST"),
    ("Schleswig-Holstein", "Schleswig-Holstein", "DE-SH"),
    ("Thüringen", "Thuringia", "DE-TH"),
    ("Burgenland", "Burgenland", "AT-1"),
    ("Kärnten", "Carinthia", "AT-2"),
    ("Niederösterreich", "Lower Austria", "AT-3"),
    ("Oberösterreich", "Upper Austria", "AT-4"),
    ("Salzburg", "Salzburg", "AT-5"),
    ("Steiermark", "Styria", "AT-6"),
    ("Tirol", "Tyrol", "AT-7"),
    ("Vorarlberg", "Vorarlberg", "AT-8"),
    ("Wien", "Vienna", "AT-9"),
    ("Aargau", "Argovie", "CH-AG"),
    ("Appenzell Innerrhoden", "Appenzell Rhodes-Intérieures", "CH-AI"),
    ("Appenzell Ausserrhoden", "Appenzell Rhodes-Extérieures", "CH-AR"),
    ("Bern", "Berne", "CH-BE"),
    ("Basel-Landschaft", "Bâle-Campagne", "CH-BL"),
    ("Basel-Stadt", "Bâle-Ville", "CH-BS"),
    ("Freiburg", "Fribourg", "CH-FR"),
    ("Genf", "Geneva", "CH-GE"),
    ("Glarus", "Glaris", "CH-GL"),
    ("Graubünden", "Grisons", "CH-GR"),
    ("Jura", "Jura", "CH-JU"),
    ("Luzern", "Lucerne", "CH-LU"),
    ("Neuenburg", "Neuchâtel", "CH-NE"),
    ("Nidwalden", "Nidwald", "CH-NW"),
    ("Obwalden", "Obwald", "CH-OW"),
    ("St. Gallen", "Saint-Gall", "CH-SG"),
    ("Schaffhausen", "Schaffhouse", "CH-SH"),
    ("Solothurn", "Soleure", "CH-SO"),
    ("Schwyz", "Schwytz", "CH-SZ"),
    ("Thurgau", "Thurgovie", "CH-TG"),
    ("Tessin", "Ticino", "CH-TI"),
    ("Uri", "Uri", "CH-UR"),
    ("Waadt", "Vaud", "CH-VD"),
    ("Wallis", "Valais", "CH-VS"),
    ("Zug", "Zoug", "CH-ZG"),
    ("Zürich", "Zurich", "CH-ZH"),
];

/// The Land of an amtlicher Gemeindeschlüssel, by its first two digits.
pub fn land(key: &str) -> Option<Territory> {
    const LANDS: [Territory; 16] = [
        Territory::SchleswigHolstein,
        Territory::Hamburg,
        Territory::LowerSaxony,
        Territory::Bremen,
        Territory::NorthRhine,
        Territory::Hesse,
        Territory::RhinelandPalatinate,
        Territory::BadenWuerttemberg,
        Territory::Bavaria,
        Territory::Saarland,
        Territory::Berlin,
        Territory::Brandenburg,
        Territory::Mecklenburg,
        Territory::Saxony,
        Territory::SaxonyAnhalt,
        Territory::Thuringia,
    ];
    let number: usize = key.get(..2)?.parse().ok()?;
    LANDS.get(number.checked_sub(1)?).copied()
}

#[cfg(test)]
mod tests {
    use super::{Canton, Region, Territory, land};

    #[test]
    fn a_region_is_known_or_another_or_none() {
        let read = Region::read;
        assert_eq!(read("DE-BY"), Some(Region::Of(Territory::Bavaria)));
        assert_eq!(read("AT-9"), Some(Region::Of(Territory::Vienna)));
        for word in ["PL", "PL-30", "CH"] {
            let region = read(word).unwrap();
            assert!(matches!(region, Region::Other(Some(code)) if code.as_str() == word), "{word}");
            assert!(region.is_within(word) && !region.is_within("P"), "{word}");
        }
        assert!(read("PL-30").unwrap().is_within("PL") && !read("PL").unwrap().is_within("PL-30"));
        assert!(read("CH-ZH").unwrap().is_within("CH"));
        assert_eq!(read("CH-ZH"), Some(Region::Canton(Canton::Zurich)));
        assert_eq!(["CH-XX", "CH-A"].map(read), [None; 2]);
        assert_eq!(read("none"), Some(Region::OwnCalendar));
        assert_eq!(["DE", "DE-XX", "AT-10", "de-by", "Polen", "", "1A", "P-"].map(read), [None; 8]);
    }

    #[test]
    fn a_land_is_near_by_its_name_or_its_code() {
        let near = Region::near;
        assert_eq!(["Bayern", "bavaria", "de-by", "DE_BY", "Baiern"].map(near), [Some("DE-BY"); 5]);
        assert_eq!(["Thüringen", "Thueringen", "DE TH"].map(near), [Some("DE-TH"); 3]);
        assert_eq!(near("DE-TX"), Some("DE-TH"));
        assert_eq!(["Sachsen", "Sachsen-Anhalt"].map(near), [Some("DE-SN"), Some("DE-ST")]);
        assert_eq!(near("NONE"), Some("none"));
        assert_eq!(["AT-W", "AT-10", "AT-N"].map(near), [None; 3]);
        assert_eq!(["DE", "AT", "Polen", "", "Schweiz"].map(near), [None; 5]);
        for (german, other, code) in super::NAMES {
            assert_eq!([near(german), near(other)], [Some(code); 2], "{german}");
            assert_eq!(Region::read(code).and_then(Region::code), Some(code));
        }
    }

    #[test]
    fn the_key_names_the_land() {
        assert_eq!(land("09761000"), Some(Territory::Bavaria));
        assert_eq!(land("16071001"), Some(Territory::Thuringia));
        assert_eq!(["00123456", "17123456", "99999999", "1"].map(land), [None; 4]);
    }
}
