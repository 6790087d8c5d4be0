//! Findings about where towns lie, and whose holidays they keep.

use super::finding::problems;

problems! { |language|
    /// A word that is no region.
    Error "bad-region" BadRegion { found: String, near: Option<String> }
        de "`{found}` ist keine Region"
            => near or "möglich: ein Land oder Kanton wie `DE-BY`, `AT-9` oder `CH-ZH`, ein Staat wie `PL`, oder \
                `none`, wenn alle Feiertage in `calendar/` stehen";
        en "`{found}` is no region"
            => near or "possible: a Land or canton such as `DE-BY`, `AT-9` or `CH-ZH`, a country such as `PL`, \
                or `none` if all holidays stand in `calendar/`";

    /// A country whose letters are also those of a Land.
    Warning "country-or-land" CountryOrLand { country: String, land: String }
        de "`{country}` allein ist ein Staat, und seine Feiertage sind nicht bekannt"
            => "das Land heißt `{land}`; ist der Staat gemeint, so kann das stehen bleiben";
        en "`{country}` by itself is a country, and its holidays are not known"
            => "the Land is `{land}`; if the country is meant, leave it as it is";

    /// A municipality key that belongs to no Land.
    Warning "unknown-land" UnknownLand { key: String }
        de "der Gemeindeschlüssel `{key}` gehört zu keinem Land"
            => "seine ersten beiden Ziffern sind das Land, von 01 (Schleswig-Holstein) bis 16 (Thüringen)";
        en "the municipality key `{key}` belongs to no Land"
            => "its first two digits are the Land, from 01 (Schleswig-Holstein) to 16 (Thuringia)";

    /// A region and a municipality key that belong to different Länder.
    Warning "region-mismatch" RegionMismatch { region: String, key: String }
        de "die Region ist `{region}`, der Gemeindeschlüssel gehört zu `{key}`"
            => "es gelten die Feiertage der Region; berichtigen Sie eines von beiden";
        en "the region is `{region}`, and the municipality key belongs to `{key}`"
            => "the holidays of the region count; correct one of the two";

    /// A holiday of a town that its law does not know.
    Warning "unlawful-holiday" UnlawfulHoliday { holiday: &'static str, region: String }
        de "`{holiday}` ist nach dem Recht von `{region}` in dieser Gemeinde kein Feiertag"
            => "nehmen Sie ihn heraus; was dort sonst frei ist, steht als `[[period]]` mit \
                `kind = \"holiday\"` in `calendar/`";
        en "`{holiday}` is no holiday in this municipality by the law of `{region}`"
            => "take it out; what is free there otherwise stands as `[[period]]` with \
                `kind = \"holiday\"` in `calendar/`";

    /// A holiday of a town that changes nothing, for the law of its region is not known.
    Warning "idle-holiday" IdleHoliday { holiday: &'static str }
        de "`{holiday}` zählt hier nicht: welches Feiertagsrecht gilt, ist nicht bekannt"
            => "tragen Sie den Tag als `[[period]]` mit `kind = \"holiday\"` in `calendar/` ein";
        en "`{holiday}` does not count here: whose law of holidays applies is not known"
            => "list the day as `[[period]]` with `kind = \"holiday\"` in `calendar/`";

    /// A town that is none of the islands whose school holidays it is said to have.
    Warning "idle-island" IdleIsland {}
        de "`island` zählt nur in Schleswig-Holstein"
            => "die Inseln sind Sylt, Föhr, Amrum, Helgoland und die Halligen; löschen Sie den Schlüssel, \
                oder nennen Sie die Region `DE-SH`";
        en "`island` counts in Schleswig-Holstein only"
            => "the islands are Sylt, Föhr, Amrum, Helgoland and the Halligen; delete the key, or name the \
                region `DE-SH`";

    /// A holiday that is named twice.
    Warning "holiday-twice" HolidayTwice { holiday: &'static str }
        de "`{holiday}` steht zweimal in dieser Liste" => "löschen Sie eine der beiden Nennungen";
        en "`{holiday}` stands twice in this list" => "delete one of the two";

    /// A calendar of a region in which no town lies.
    Warning "idle-calendar" IdleCalendar { region: String }
        de "in der Region `{region}` liegt kein Mitglied, deshalb gilt dieser Kalender für niemanden"
            => "benennen Sie die Datei nach der Region oder der Kennung des Mitglieds, für das sie gilt";
        en "no member lies in the region `{region}`, so this calendar concerns nobody"
            => "name the file after the region, or the id of the member, that it concerns";

    /// A network of which nobody says where its towns lie.
    Note "no-region" NoRegion {}
        de "nirgends steht, wessen Feiertage gelten; ob an den Tagen der Treffen welche sind, ist nicht \
            bekannt"
            => "nennen Sie in `network.toml` die `region`, etwa `region = \"DE-BY\"`";
        en "nothing says whose holidays count; whether there are any on the days of the meetings is not \
            known"
            => "name the `region` in `network.toml`, such as `region = \"DE-BY\"`";
}
