//! Findings about plans and the problems they are made from.

use chrono::NaiveDate;

use super::finding::problems;
use crate::text::{DateStyle, Language, count, list};

/// What keeps a city from a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It hosts in any case, so nobody else does.
    Pinned,
    /// It cannot host.
    Forbidden,
    /// It is no member yet.
    NotYetMember,
    /// It is no member any more.
    NoLongerMember,
}

impl Obstacle {
    fn words(self, city: &str, language: Language) -> String {
        let (german, english) = match self {
            Self::Pinned => ("ist festgelegt", "is pinned"),
            Self::Forbidden => ("kann nicht", "cannot host"),
            Self::NotYetMember => ("ist noch nicht Mitglied", "is not a member yet"),
            Self::NoLongerMember => ("ist nicht mehr Mitglied", "is no longer a member"),
        };
        format!("{city} {}", language.pick(german, english))
    }
}

problems! { |language|
    /// A wish for days on which the plan has no turn.
    Warning "wish-outside-plan" WishOutsidePlan { city: String }
        de "in die Tage, die sich {city} wünscht, fällt kein Turnus dieses Plans"
            => "liegen sie vor dem ersten Turnus, ist der Wunsch überholt; liegen sie dahinter, verlängert \
                `--count` den Plan";
        en "no turn of this plan is in the days that {city} wishes for"
            => "if they are before the first turn, the wish is out of date; if they are after the last, \
                `--count` makes the plan longer";

    /// A text that is no JSON.
    Error "json-syntax" JsonSyntax { reason: String }
        de "das ist kein JSON: {}", german(reason) => "die Datei wird nur bis hierher verstanden";
        en "this is not JSON: {reason}" => "the file makes sense up to here only";

    /// One key twice in an object.
    Error "duplicate-key" DuplicateKey { key: String }
        de "`{key}` steht zweimal hier" => "löschen Sie eines der beiden";
        en "`{key}` stands here twice" => "delete one of the two";

    /// A text that is no exact number.
    Error "bad-fraction" BadFraction { found: String }
        de "`{found}` ist kein Bruch"
            => "schreiben Sie eine ganze Zahl oder einen Bruch mit höchstens 100 Zeichen: \"-3/4\"";
        en "`{found}` is not a fraction"
            => "write a whole number or a fraction of at most 100 characters: \"-3/4\"";

    /// A membership that ends before it begins.
    Error "reversed-slots" ReversedSlots {}
        de "`until` liegt vor `from`" => "vertauschen Sie die beiden";
        en "`until` is before `from`" => "exchange the two";

    /// A slot that nobody can host.
    Error "no-plan" NoPlan { slot: String, date: Option<NaiveDate>, facts: Vec<(String, Obstacle)> }
        let date = in_brackets(*date, language);
        let facts = facts_in(facts, language);
        de "für Turnus `{slot}`{date} bleibt kein Gastgeber: {facts}"
            => "sobald eine dieser Angaben wegfällt, geht es";
        en "no host is left for turn `{slot}`{date}: {facts}"
            => "without any one of these facts there would be one";

    /// A pin for a slot that the plan does not have.
    Error "pin-outside-plan" PinOutsidePlan { pin: String, slots: usize, days: [NaiveDate; 2] }
        let [first, last] = days.map(|day| DateStyle::of(language).numeric(day));
        de "`--pin {pin}` trifft keinen Turnus des Plans"
            => "der Plan hat {}, vom {first} bis zum {last}; `--count` macht ihn länger",
                count(*slots, "Turnus", "Turnusse");
        en "`--pin {pin}` meets no turn of the plan"
            => "the plan has {}, from {first} to {last}; `--count` makes it longer",
                count(*slots, "turn", "turns");

    /// A pin for a town that is no member then.
    Error "pin-not-member" PinNotMember { pin: String, city: String, day: NaiveDate }
        let day = DateStyle::of(language).numeric(*day);
        de "`--pin {pin}` geht nicht: {city} ist am {day} nicht Mitglied"
            => "prüfen Sie `member-since` und `member-until` in `cities.toml`";
        en "`--pin {pin}` cannot be: {city} is not a member on {day}"
            => "check `member-since` and `member-until` in `cities.toml`";

    /// Turns that nothing sets apart cannot become meetings.
    Error "no-cadence" NoCadence {}
        de "ohne Abstand haben die Turnusse keine Tage, die sich speichern ließen"
            => "ergänzen Sie in `network.toml` unter `[cadence]`, wie oft Sie sich treffen: \
                `per-year = 3`";
        en "nothing says how far turns are apart, so they have no days to save"
            => "add how often you meet below `[cadence]` in `network.toml`: `per-year = 3`";
}

fn in_brackets(date: Option<NaiveDate>, language: Language) -> String {
    date.map(|date| format!(" ({})", DateStyle::of(language).numeric(date))).unwrap_or_default()
}

fn facts_in(facts: &[(String, Obstacle)], language: Language) -> String {
    list::and(facts.iter().map(|(city, obstacle)| obstacle.words(city, language)), language)
}

/// What the parser of JSON says, in German.
fn german(reason: &str) -> &str {
    match reason {
        "EOF while parsing a list" => "die Liste ist nicht geschlossen",
        "EOF while parsing an object" => "das Objekt ist nicht geschlossen",
        "EOF while parsing a string" => "der Text ist nicht geschlossen",
        "EOF while parsing a value" => "hier fehlt ein Wert",
        "expected `:`" => "hier fehlt `:`",
        "expected `,` or `]`" => "hier fehlt `,` oder `]`",
        "expected `,` or `}`" => "hier fehlt `,` oder `}`",
        "expected ident" | "expected value" => "hier steht kein Wert",
        "expected `\"`" | "key must be a string" => "hier fehlt ein Schlüssel in Anführungszeichen",
        "invalid escape" => "diesen Schrägstrich versteht JSON nicht",
        "invalid number" => "das ist keine Zahl",
        "number out of range" => "die Zahl ist zu groß",
        "trailing comma" => "hier steht ein Komma zu viel",
        "trailing characters" => "hinter dem Ende steht noch etwas",
        "recursion limit exceeded" => "es ist zu tief verschachtelt",
        _ if reason.starts_with("control character") => "im Text steht ein Steuerzeichen",
        _ => reason,
    }
}
