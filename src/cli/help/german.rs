//! The German words of help: place (the subcommand, empty for all), argument, short and long text.

mod around;
mod day;
mod edits;
mod entry;
mod handbook;
mod journal;
mod lists;
mod memory;
mod outbox;
mod posting;
mod privacy;
mod replies;
mod site;
mod topics;
mod values;
mod writing;

use clap::Arg;
use clap::builder::PossibleValue;

use crate::cli::add::keys;
use crate::cli::output::USUAL;
use crate::text::Language;
use crate::text::list::or;
pub(super) use entry::ANYWHERE;
use entry::Entry;
pub(super) use values::VALUE_NAMES;

const ENTRIES: &[Entry] = &[
    ("", "", "Netzwerke organisieren, deren Treffen von Gastgeber zu Gastgeber wandern", ""),
    ("", "dir", "Arbeitsordner mit `network.toml` [sonst: dieser Ordner oder einer darüber]", ""),
    ("", "lang", "Sprache der Dokumente: de oder en [sonst: die des Netzwerks]", ""),
    ("", "today", "Die Uhr auf einen Tag stellen, etwa 2026-03-01", ""),
    ("", "color", "Farbe verwenden: auto, always oder never", ""),
    ("", "quiet", "Auf der Fehlerausgabe nur Fehler nennen", ""),
    ("", "strict", "Warnungen wie Fehler behandeln", ""),
    ("", "help", "Diese Hilfe zeigen", ""),
    ("", "version", "Die Version zeigen", ""),
    ("", "verbose", "Mit --version: die eingebauten Daten und ihre Lizenzen nennen", ""),
    (ANYWHERE, "format", "", ""),
    (ANYWHERE, "yes", "Ohne Rückfrage ändern", ""),
    (ANYWHERE, "dry_run", "Nur zeigen, was sich ändern würde", ""),
    (ANYWHERE, "json", "Dasselbe wie `--format json`", ""),
    (ANYWHERE, "output", "In diese Datei oder diesen Ordner schreiben", ""),
    (ANYWHERE, "force", "Eine Datei ersetzen, die es schon gibt, was auch darin steht", ""),
    (ANYWHERE, "paper", "Papier des PDF: a4 oder a5 [sonst: a4]", ""),
    (ANYWHERE, "large", "Das PDF in großer Schrift setzen (18 Punkt)", ""),
    (ANYWHERE, "one_page", "Das PDF auf eine Seite bringen, oder nennen, was keinen Platz hat", ""),
    (
        "check",
        "",
        "Alle Dateien prüfen und jeden Befund nennen",
        "Fehler enden mit Status 1, Warnungen nur unter `--strict`.",
    ),
    ("check", "json", "Die Befunde als JSON ausgeben", ""),
    (
        "next-host",
        "",
        "Nennen, welche Stadt als Nächstes ausrichtet, mit dem Grund",
        "Jedes Treffen schreibt jedem Mitglied seinen Anteil an einer Gastgeberschaft gut und nimmt \
         der Gastgeberin eine ganze. Wem am meisten zusteht, richtet als Nächstes aus; steht mehreren \
         gleich viel zu, dann wer am längsten wartet, danach die Reihenfolge des Netzwerks nach der \
         letzten Gastgeberin. Zweimal in Folge ist niemand an der Reihe, solange andere können \
         (`min-gap` unter `[rotation]`). In eine Pipe geht nur der Name.",
    ),
    ("next-host", "why", "Die Gründe nennen, jeden mit Datei und Zeile", ""),
    ("next-host", "count", "So viele Gastgeberschaften nennen, eine nach der anderen", ""),
    ("next-host", "date", "Tag des Treffens, wenn keines auf Gastgeber wartet [sonst: heute]", ""),
    (
        "dates",
        "",
        "Tage vorschlagen, die allen Städten passen, den besten zuerst",
        "Minuspunkte geben Schulferien, Brückentage, örtliche Termine, unpassende Wochentage und der \
         Abstand zu anderen Treffen; Wochenenden und Feiertage sperren einen Tag. Die Gewichte stehen \
         in `network.toml` unter `[dates]`. Wessen Feiertage und Ferien eine Stadt hat, sagt ihre `region` \
         (etwa DE-BY); was nicht eingebaut ist, steht in `calendar/`, und was nirgends steht, gilt als \
         unbekannt.",
    ),
    ("dates", "host", "Die Gastgeberstadt: was bei ihr stört, zählt voll", ""),
    ("dates", "from", "Erster Tag [sonst: heute]", ""),
    ("dates", "until", "Letzter Tag [sonst: anderthalb Abstände zweier Treffen später]", ""),
    (
        "dates",
        "month",
        "Diesen Monat als Kalender zeigen, jeden Tag mit dem Zeichen dessen, was dagegen spricht",
        "",
    ),
    ("dates", "weekday", "Nur diesen Wochentag prüfen (mehrfach möglich)", ""),
    ("dates", "count", "So viele Tage nennen [sonst: 10]", ""),
    ("dates", "why", "Zu jedem Tag alle Gründe nennen, jeden mit Datei und Zeile", ""),
    (
        "dates",
        "format",
        "",
        "`ics` gibt die Tage, die nicht gesperrt sind, als ganztägige Vormerkungen für Kalender.",
    ),
    (
        "plan",
        "",
        "Die kommenden Turnusse gemeinsam planen, so gerecht wie möglich",
        "Über alle Turnusse des Plans bleiben die Konten so ausgeglichen wie möglich; sind mehrere \
         Pläne gleich gerecht, entscheiden Wünsche, dann Wartezeit, Wege und die Reihenfolge des \
         Netzwerks. Zuerst kommen die Treffen ohne Gastgeberstadt und die Ideen, dann weitere \
         Turnusse im Abstand, den `[cadence]` nennt; ein Jahr, das seine Turnusse hat (`per-year`), \
         bekommt keine weiteren. Vor alledem steht: Keine Stadt ist zweimal in Folge an der Reihe, solange \
         eine andere kann (`min-gap` unter `[rotation]`).",
    ),
    ("plan", "count", "So viele Turnusse planen [sonst: einen für jedes Mitglied]", ""),
    ("plan", "date", "Tag des ersten Turnus ohne Treffen [sonst: der nächste passende]", ""),
    (
        "plan",
        "pin",
        "Eine Stadt festlegen: gotha=2, gotha=2027-03, gotha=2027-03-02 (mehrfach möglich)",
        "",
    ),
    ("plan", "why", "Die Gründe nennen, jeden mit Datei und Zeile", ""),
    (
        "plan",
        "save",
        "Die Turnusse als Treffen mit dem Status `idea` schreiben",
        "Was schon da ist, bleibt, wie es ist.",
    ),
    ("plan", "problem", "Statt des Netzwerks eine Problemdatei lösen", ""),
    (
        "programme",
        "",
        "Das Programm eines Treffens ausgeben",
        "Zeiten stehen so genau da, wie sie bekannt sind; was keine Zeit hat, steht in seiner \
         Reihenfolge.",
    ),
    ("programme", "meeting", "Das Treffen [sonst: das nächste, sonst das letzte]", ""),
    (
        "programme",
        "format",
        "",
        "`ics` ist ein Eintrag für Kalender, immer für alle. Seine Sequenz steigt mit `erfa release`. Ein \
         geplantes Treffen ist dort bis zur ersten Fassung vorläufig, eine Idee immer. Veranstalter ist \
         das Netzwerk mit einer Adresse, die niemandem gehört: noreply@erfa.invalid.",
    ),
    ("programme", "items", "Mit `ics`: auch ein Eintrag für jeden Programmpunkt mit Uhrzeit", ""),
    (
        "programme",
        "all",
        "Den ganzen Satz in diesen Ordner schreiben: alle Formate, das PDF auch auf A5 und in großer \
         Schrift",
        "Ohne `--edition` ist es das Programm für alle, ganz und kurz. Die Namen beginnen mit dem \
         Tag, damit sie sich ordnen.",
    ),
    (
        "programme",
        "edition",
        "short, full, internal (für die Mitglieder) oder run-sheet (für die Leitung) [sonst: full]",
        "",
    ),
    ("programme", "item", "Nur diesen Punkt und was darin steht", ""),
    (
        "programme",
        "layout",
        "Parallele Stränge als Liste, als Raster oder je nach ihrer Zahl: list, grid oder auto",
        "Text, Markdown und Tabellen am Bildschirm sind immer Listen.",
    ),
    (
        "programme",
        "since",
        "Sagen, was sich seit dieser Fassung geändert hat [sonst: seit der letzten]",
        "",
    ),
    ("cities", "", "Die Städte des Netzwerks auflisten", ""),
    ("venues", "", "Die Tagungsorte des Netzwerks auflisten", ""),
    (
        "meetings",
        "",
        "Die Treffen des Netzwerks auflisten",
        "Zuerst stehen die Treffen mit Datum, der Reihe nach. Die letzte Spalte nennt, welche als Turnus zählen.",
    ),
    (
        "meetings",
        "format",
        "",
        "`ics` ist ein Kalender aller Treffen mit Datum, zum Veröffentlichen und Abonnieren; `csv` ist die Liste für eine Tabellenkalkulation.",
    ),
    (
        "show",
        "",
        "Eine Stadt, einen Tagungsort, einen Kontakt, ein Treffen oder ein Thema zeigen",
        "`--json` gibt alles aus, bei Treffen das ganze Programm mit den internen Punkten.",
    ),
    ("show", "id", "Die Kennung", ""),
    (
        "account",
        "",
        "Das Konto jeder Stadt zeigen: Anteile, Gastgeberschaften und Wege",
        "Ein Plus heißt: Der Stadt steht noch etwas zu. Kommende Treffen, die schon eine Gastgeberin \
         haben, sind abgezogen, wie bei `erfa next-host`.",
    ),
    ("account", "why", "Jedes gezählte Treffen nennen, mit Datei und Zeile", ""),
    (
        "skip",
        "",
        "Eine Stadt einmal übergehen, wenn sie das nächste Mal an der Reihe wäre",
        "Ein Eintrag setzt eine Gastgeberschaft aus: die erste in seiner Zeit. Die Stadt behält ihr \
         Konto, danach steht ihr also umso mehr zu.",
    ),
    ("skip", "city", "Die Stadt, mit Kennung oder Namen", ""),
    ("skip", "from", "Erster Tag [sonst: heute]", ""),
    ("skip", "until", "Letzter Tag [sonst: offen]", ""),
    ("skip", "agreed_with", "Mit wem es abgesprochen ist", ""),
    ("skip", "reason", "Warum; nötig, der Grund bleibt in der Datei", ""),
    ("skip", "undo", "Die letzte solche Änderung zurücknehmen", ""),
    (
        "swap",
        "",
        "Zwei kommende Treffen tauschen ihre Gastgeberstädte",
        "Nur die Gastgeberinnen wechseln; Tage, Tagungsorte und Programme bleiben, wie sie sind.",
    ),
    ("swap", "one", "Das eine Treffen", ""),
    ("swap", "other", "Das andere Treffen", ""),
    ("swap", "agreed_with", "Mit wem es abgesprochen ist", ""),
    ("swap", "reason", "Warum; nötig, der Grund bleibt in der Datei", ""),
    ("swap", "undo", "Die letzte solche Änderung zurücknehmen", ""),
    (
        "cancel",
        "",
        "Festhalten, dass ein Treffen abgesagt ist",
        "Setzt Stand und Grund in der Datei des Treffens und hebt den Stand davor in `[[history]]` auf. \
         Ein abgesagtes Treffen zählt nicht als Turnus. Niemand wird benachrichtigt: Briefe und Mails \
         sind andere Befehle.",
    ),
    (
        "cancel",
        "meeting",
        "Das Treffen [sonst: das nächste, das kommt; bei `--undo` das einzige]",
        "",
    ),
    ("cancel", "reason", "Warum; nötig, der Grund bleibt in der Datei", ""),
    ("cancel", "undo", "Die letzte solche Änderung zurücknehmen", ""),
    (
        "postpone",
        "",
        "Ein Treffen auf einen anderen Tag verschieben, oder bis einer gefunden ist",
        "Hebt in `[[history]]` der Datei auf, was geplant war. Der letzte Tag und die Tage der \
         Programmpunkte wandern mit. Ohne `--on` werden die Tage beiseitegelegt (`#~ date = …`), bis \
         ein neuer feststeht. Die Kennung bleibt, und niemand wird benachrichtigt: Briefe und Mails \
         sind andere Befehle.",
    ),
    (
        "postpone",
        "meeting",
        "Das Treffen [sonst: das nächste, das kommt; bei `--undo` das einzige]",
        "",
    ),
    ("postpone", "on", "Der neue Tag [sonst: noch offen]", ""),
    ("postpone", "reason", "Warum; nötig, der Grund bleibt in der Datei", ""),
    ("postpone", "undo", "Die letzte solche Änderung zurücknehmen", ""),
    (
        "held",
        "",
        "Festhalten, dass ein Treffen stattgefunden hat",
        "Setzt `status = \"held\"` in der Datei des Treffens und ändert sonst nichts darin.",
    ),
    ("held", "meeting", "Das Treffen [sonst: das letzte, das vorbei ist]", ""),
    (
        "init",
        "",
        "Die Dateien eines neuen Netzwerks anlegen",
        "Fragt nach allem, was keine Option sagt, und zeigt die Dateien, bevor es sie schreibt. Nie \
         wird etwas überschrieben; entweder entstehen alle Dateien oder keine. Ohne Bildschirm wird \
         nichts gefragt: Was keine Option sagt, bekommt den üblichen Wert, und `-y` schreibt. Ein \
         Netzwerk kann ohne Städte beginnen: `erfa import` übernimmt sie aus einer Liste.",
    ),
    ("init", "folder", "Ordner für die Dateien [sonst: dieser]", ""),
    ("init", "name", "Name des Netzwerks", ""),
    ("init", "kind", "Was es ist, etwa Städtenetzwerk; steht vor dem Namen", ""),
    ("init", "meeting_name", "Wie ein Treffen heißt", ""),
    (
        "init",
        "city",
        "Eine Stadt, oder mehrere als Liste (mehrfach möglich)",
        "Ihre Reihenfolge ist die des Netzwerks: Bei gleichem Anspruch geht es darin reihum.",
    ),
    (
        "init",
        "from",
        "Eine Liste, die die Städte nennt: von Städten oder von Leuten, CSV oder Arbeitsmappe",
        "",
    ),
    ("init", "region", "Wessen Feiertage die Städte halten, etwa DE-BY oder AT-9", ""),
    ("init", "per_year", "Anzahl der Treffen im Jahr [sonst: 3]", ""),
    ("init", "coordinator", "Die Stadt, die koordiniert [sonst: die erste]", ""),
    ("init", "mail", "Mailadresse der Koordination", ""),
    (
        "new",
        "",
        "Die Datei eines neuen Treffens anlegen",
        "Fehlen Tag oder Gastgeberin, fragt es danach und zeigt, was es schreibt, bevor es schreibt. \
         Ohne Bildschirm wird nichts gefragt: Gastgeberin ist, wen `erfa next-host` nennt, ein Treffen \
         ohne Tag ist eine Idee, und `-y` schreibt. Nie wird etwas überschrieben.",
    ),
    (
        "new",
        "host",
        "Gastgeberin, mit Kennung oder Namen (mehrfach möglich) [sonst: die nächste]",
        "",
    ),
    ("new", "date", "Tag des Treffens, etwa 2027-03-02 [sonst: noch offen]", ""),
    ("new", "venue", "Tagungsort, mit Kennung oder Namen; ein unbekannter kommt dazu", ""),
    ("new", "title", "Titel [sonst: wie ein Treffen heißt, mit der Stadt]", ""),
    (
        "new",
        "id",
        "Kennung des Treffens und Name seiner Datei",
        "Sie bleibt für immer. Ohne diese Option sind es Tag und Stadt, etwa 2027-03-02-gotha; ohne \
         Tag das laufende Jahr und die Stadt, vom zweiten an mit einer Nummer.",
    ),
    ("new", "start", "Beginn, etwa \"09:30\" oder \"ca. 10:00\"", ""),
    (
        "new",
        "held",
        "Es hat schon stattgefunden; bei einem vergangenen Tag wird danach gefragt",
        "",
    ),
];

/// The German name of a value.
pub(super) fn value_name(english: &str) -> Option<&'static str> {
    VALUE_NAMES.iter().find(|(name, _)| *name == english).map(|(_, german)| *german)
}

/// Short and long text of a command; the place is empty for the program itself.
pub(super) fn command(place: &str) -> Option<(&'static str, &'static str)> {
    argument(place, "")
}

/// Short and long text of an argument.
pub(super) fn argument(place: &str, id: &str) -> Option<(&'static str, &'static str)> {
    let at = |place: &str| entries().find(|(at, name, ..)| *at == place && *name == id);
    // What makes a meeting goes by two names.
    let place = if place == "add meeting" { "new" } else { place };
    let key = || keys::german().find(|(at, key, _)| (*at, *key) == (place, id));
    let entry = at(place).map(|(_, _, short, long)| (*short, *long));
    let key = || key().map(|(.., german)| (german, ""));
    entry.or_else(key).or_else(|| at(ANYWHERE).map(|(_, _, short, long)| (*short, *long)))
}

/// What `--format` offers and is without it, after its possible values and its English words.
pub(super) fn formats(argument: &Arg) -> String {
    let values = argument.get_possible_values();
    let names = or(values.iter().map(PossibleValue::get_name), Language::German);
    let english = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let usual = USUAL.iter().find(|[words, _]| english.ends_with(&format!("[default: {words}]")));
    // The name of a format is the same in every language.
    let of_any_language =
        || english.rsplit_once("[default: ").map_or("", |(_, name)| name.trim_end_matches(']'));
    let usual = usual.map_or_else(of_any_language, |[_, german]| german);
    format!("{names} [sonst: {usual}]")
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    let parts = [
        ENTRIES,
        writing::ENTRIES,
        outbox::ENTRIES,
        posting::ENTRIES,
        replies::ENTRIES,
        site::ENTRIES,
        day::ENTRIES,
        privacy::ENTRIES,
        journal::ENTRIES,
        edits::ENTRIES,
        lists::ENTRIES,
        handbook::ENTRIES,
        around::ENTRIES,
        memory::ENTRIES,
        topics::ENTRIES,
    ];
    parts.into_iter().flatten()
}

/// Everything there is, for the test that nothing is missing.
#[cfg(test)]
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let new = entries().filter(|(place, ..)| *place == "new");
    let new = new.map(|(_, id, _, long)| ("add meeting", *id, *long));
    let keys = keys::german().map(|(place, key, _)| (place, key, ""));
    entries().map(|(place, id, _, long)| (*place, *id, *long)).chain(new).chain(keys)
}
