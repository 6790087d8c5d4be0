//! The examples that stand in the help of each command: place, what is typed, and what for in German
//! and in English. `tests/it/examples_of_help.rs` runs each in a copy of `examples/netzwerk-flusstal`.

use crate::text::Language;

mod memory;
mod upkeep;

/// Place, command without `erfa`, German, English.
type Example = (&'static str, &'static str, &'static str, &'static str);

/// The examples of the command at `place`, each with what it is for.
pub(in crate::cli) fn all(
    place: &str,
    language: Language,
) -> impl Iterator<Item = (&'static str, &'static str)> {
    let own = every().filter(move |(at, ..)| *at == place);
    own.map(move |(_, command, german, english)| (*command, language.pick(*german, *english)))
}

fn every() -> impl Iterator<Item = &'static Example> {
    EXAMPLES.iter().chain(upkeep::EXAMPLES).chain(memory::EXAMPLES)
}

/// The same as they stand in its help.
pub(super) fn of(place: &str, language: Language) -> Option<String> {
    let line = |(command, about): (&str, &str)| format!("\n  erfa {command}\n      {about}");
    let lines: String = all(place, language).map(line).collect();
    let heading = language.pick("Beispiele", "Examples");
    (!lines.is_empty()).then(|| format!("{heading}:{lines}"))
}

const EXAMPLES: &[Example] = &[
    (
        "next-host",
        "next-host --why",
        "Wer ist an der Reihe, und warum?",
        "Whose turn is it, and why?",
    ),
    ("next-host", "next-host --count 3", "Die nächsten drei", "The next three"),
    ("account", "account --why", "Woraus sich jedes Konto ergibt", "What each account is made of"),
    (
        "account",
        "account --output account.html",
        "Als Seite für den Browser",
        "As a page for the browser",
    ),
    ("plan", "plan --count 6", "Die nächsten sechs Turnusse", "The next six turns"),
    ("plan", "plan --count 4 --pin tannbrueck=2", "Tannbrück als Zweite", "Tannbrück second"),
    (
        "skip",
        "skip lindenwehr --reason \"Neubau des Rathauses\"",
        "Einmal übergehen, mit Grund",
        "Pass it over once, with the reason",
    ),
    (
        "skip",
        "skip lindenwehr --from 2027-01-01 --until 2027-12-31 --reason Umbau",
        "Nur in diesem Jahr",
        "In this year alone",
    ),
    (
        "swap",
        "swap 2027-04-20-eschenquell 2026-10-dornwerder --reason Hochwasser",
        "Die beiden tauschen",
        "The two change places",
    ),
    ("held", "held 2027-04-20-eschenquell", "Es hat stattgefunden", "It took place"),
    ("status", "status", "Was ist zu tun?", "What is to be done?"),
    ("status", "status --json", "Dasselbe für andere Programme", "The same for other programs"),
    ("done", "done press", "Die Presse weiß Bescheid", "The press has been told"),
    (
        "dates",
        "dates --from 2027-03-01 --count 5",
        "Fünf gute Tage ab März",
        "Five good days from March on",
    ),
    (
        "dates",
        "dates --host lindenwehr --weekday wednesday --why",
        "Mittwochs, mit allen Gründen",
        "On Wednesdays, with all reasons",
    ),
    ("dates", "dates --month 2027-03", "Ein Monat als Kalender", "A month as a calendar"),
    ("meetings", "meetings", "Alle Treffen", "All meetings"),
    (
        "meetings",
        "meetings --output meetings.ics",
        "Ein Kalender zum Abonnieren",
        "A calendar to subscribe to",
    ),
    (
        "new",
        "new --host tannbrueck --date 2027-09-15",
        "Ein Treffen mit Tag und Gastgeberin",
        "A meeting with day and host",
    ),
    ("new", "new", "Nach allem gefragt werden", "Be asked for everything"),
    (
        "confirm",
        "confirm 2027-herbst-exkursion --date 2027-09-22",
        "Der Tag steht fest",
        "The day is settled",
    ),
    (
        "postpone",
        "postpone 2027-04-20-eschenquell --reason Hochwasser",
        "Bis ein neuer Tag feststeht",
        "Until a new day is found",
    ),
    (
        "cancel",
        "cancel 2027-04-20-eschenquell --reason Hochwasser",
        "Es fällt aus",
        "It does not take place",
    ),
    (
        "programme",
        "programme",
        "Das Programm des nächsten Treffens",
        "The programme of the next meeting",
    ),
    (
        "programme",
        "programme 2027-04-20-eschenquell --output programme.docx",
        "Für Word",
        "For Word",
    ),
    (
        "programme",
        "programme --edition run-sheet",
        "Der Ablauf für die Leitung",
        "The run sheet for who leads it",
    ),
    (
        "release",
        "release 2027-04-20-eschenquell --reason \"Der Saal steht fest\"",
        "Eine neue Fassung",
        "A new version",
    ),
    ("release", "release --list", "Welche Fassungen gibt es?", "Which versions are there?"),
    ("show", "show lindenwehr", "Was von der Stadt bekannt ist", "What is known of the city"),
    (
        "show",
        "show 2027-04-20-eschenquell --json",
        "Ein Treffen für andere Programme",
        "A meeting for other programs",
    ),
    ("venues", "venues", "Alle Tagungsorte", "All venues"),
    ("topics", "topics", "Was wünschen sich die meisten?", "What do most want to hear about?"),
    (
        "topics",
        "topics --for 2027-04-20-eschenquell",
        "Was passt in das Programm?",
        "What would suit the programme?",
    ),
    ("topics read", "topics read inbox/topics.csv", "Antworten vermerken", "Record answers"),
    (
        "topic add",
        "topic add \"Fassaden begrünen\" --wanted-by quellstedt --offered-by birkenfurt",
        "Ein neues Thema",
        "A new topic",
    ),
    (
        "topic want",
        "topic want trinkbrunnen quellstedt lindenwehr",
        "Zwei Städte wünschen es",
        "Two cities want it",
    ),
    (
        "topic offer",
        "topic offer hochwasser amalie-brunnthal",
        "Jemand kann davon erzählen",
        "Somebody can tell of it",
    ),
    (
        "topic treated",
        "topic treated hochwasser 2026-03-17-birkenfurt",
        "Es war dran",
        "It was treated",
    ),
    ("topic remove", "topic remove hochwasser", "Es fällt weg", "It goes"),
    ("cities", "cities", "Alle Städte", "All cities"),
    (
        "contacts",
        "contacts --output contacts.html",
        "Alle Kontakte als Seite",
        "All people as a page",
    ),
    ("groups", "groups", "Welche Gruppen gibt es?", "Which groups are there?"),
    ("invite", "invite", "Einladungen zum nächsten Treffen", "Invitations to the next meeting"),
    (
        "invite",
        "invite --to mayor --output invitations/",
        "Ein Brief für jede Person",
        "A letter for each person",
    ),
    ("write", "write --list", "Welche Schriftstücke gibt es?", "Which documents are there?"),
    (
        "write",
        "write sign-in-list --output list.docx",
        "Die Liste zum Unterschreiben",
        "The list to sign",
    ),
    ("outbox", "outbox list", "Welche Mails liegen bereit?", "Which mails lie ready?"),
    (
        "outbox make",
        "outbox make save-the-date 2026-10-dornwerder --to all",
        "Mails an alle; nichts geht hinaus",
        "Mails to all; nothing goes out",
    ),
    (
        "outbox make",
        "outbox make invitation --to mayor",
        "Nur an eine Gruppe",
        "To one group alone",
    ),
    (
        "outbox list",
        "outbox list",
        "Was liegt da, was ist überholt?",
        "What lies there, what is out of date?",
    ),
    (
        "outbox show",
        "outbox show 2026-10-dornwerder/1-save-the-date",
        "Wer bekommt was?",
        "Who gets what?",
    ),
    (
        "outbox pipe",
        "outbox pipe --expect 8 -- msmtp -t",
        "Genau acht Mails über ein eigenes Programm",
        "Exactly eight mails, by a program of yours",
    ),
    (
        "outbox settle",
        "outbox settle 2026-10-dornwerder/1-save-the-date/hanna-eichbaum.eml --as sent",
        "Sie ging auf anderem Weg hinaus",
        "It went out by another way",
    ),
    (
        "outbox discard",
        "outbox discard 2026-10-dornwerder/1-save-the-date",
        "Doch nicht",
        "Not after all",
    ),
    ("send", "send --limit 1", "Zuerst eine einzige Mail", "A single mail first"),
    ("replies", "replies", "Wer kommt?", "Who comes?"),
    (
        "replies read",
        "replies read inbox/",
        "Alle Antworten in einem Ordner",
        "All answers in a folder",
    ),
    ("replies set", "replies set birkenfurt yes", "Birkenfurt hat zugesagt", "Birkenfurt said yes"),
    ("privacy", "privacy show hanna-eichbaum", "Was ist gespeichert?", "What is kept?"),
    (
        "speaker",
        "speaker 2027-04-20-eschenquell begruessung Ellerkamp confirmed",
        "Zugesagt",
        "Agreed",
    ),
    (
        "speaker",
        "speaker 2027-04-20-eschenquell vortrag-schwammstadt rosa-weidner-korff declined --dry-run",
        "Eine Rednerin hat abgesagt: Was kann an ihre Stelle?",
        "A speaker has declined: what can take her place?",
    ),
    (
        "attended",
        "attended 2026-03-17-birkenfurt ole-tannhauer dornwerder",
        "Sie waren da: ein Mensch und eine Stadt",
        "They were there: a person and a city",
    ),
    (
        "attended",
        "attended 2026-03-17-birkenfurt 1-2,4",
        "Die Haken der Unterschriftenliste in einem Zug",
        "The marks on the sign-in list in one go",
    ),
    (
        "privacy show",
        "privacy show hanna-eichbaum",
        "Auskunft (Art. 15 DSGVO)",
        "Access (Art. 15 GDPR)",
    ),
    (
        "privacy purge",
        "privacy purge --until 2026-03-31",
        "Was älter ist, wird gelöscht",
        "What is older is deleted",
    ),
    (
        "init",
        "init netzwerk --name \"Städte am Fluss\" --city \"Aue, Bruck, Cella\"",
        "Ein neues Netzwerk",
        "A new network",
    ),
    ("import", "import contacts office.csv", "Die Leute einer Liste", "The people of a list"),
    ("import contacts", "import contacts office.csv", "Die Liste des Büros", "The office's list"),
    (
        "import contacts",
        "import contacts office.csv --column \"Handy=phone\"",
        "Was eine Spalte enthält",
        "What a column holds",
    ),
    ("import cities", "import cities office.csv", "Die Städte darin", "The cities in it"),
    (
        "import meetings",
        "import meetings meetings.csv",
        "Was schon stattgefunden hat",
        "What has taken place",
    ),
    ("export", "export contacts --output contacts.csv", "Alle Kontakte", "All contacts"),
    ("export contacts", "export contacts --output contacts.csv", "Für Excel", "For Excel"),
    (
        "export participants",
        "export participants --output participants.xlsx",
        "Wer eingeladen ist und kommt",
        "Who is invited and comes",
    ),
    ("export meetings", "export meetings --output meetings.xlsx", "Alle Treffen", "All meetings"),
    ("export account", "export account --output account.csv", "Die Konten", "The accounts"),
    ("add", "add venue \"Altes Kino\" --city lindenwehr", "Ein Tagungsort", "A venue"),
    (
        "add city",
        "add city Moosbach --postcode 00177 --region DE-TH",
        "Noch eine Stadt",
        "One more city",
    ),
    (
        "add venue",
        "add venue \"Altes Kino\" --city lindenwehr --seats 120",
        "Ein Tagungsort",
        "A venue",
    ),
    ("add room", "add room kornhaus Saal --seats 60", "Ein Raum darin", "A room in it"),
    (
        "add contact",
        "add contact \"Jette Flink\" --city lindenwehr --mail flink@example.org",
        "Wer Post bekommt",
        "Somebody who gets mail",
    ),
    ("add meeting", "add meeting --host tannbrueck --date 2027-09-15", "Ein Treffen", "A meeting"),
    (
        "add session",
        "add session \"Offene Werkstatt\" --kind talk --start 15:00 --end 16:00",
        "Ein Punkt im nächsten Programm",
        "An item of the next programme",
    ),
    ("set", "set 2027-04-20-eschenquell start 9:30", "Ein anderer Beginn", "Another start"),
    (
        "set",
        "set 2026-10-dornwerder/begruessung title Willkommen",
        "Ein Punkt im Programm",
        "An item of a programme",
    ),
];

#[cfg(test)]
mod tests {
    use clap::Command;

    use super::{every, of};
    use crate::cli::whole;
    use crate::text::Language;

    /// The commands that do something by themselves, and are not only there for those below them.
    fn places(command: &Command, place: &str, found: &mut Vec<String>) {
        if !command.is_subcommand_required_set() {
            found.push(place.to_owned());
        }
        for below in command.get_subcommands() {
            places(below, format!("{place} {}", below.get_name()).trim(), found);
        }
    }

    #[test]
    fn every_command_has_examples_of_its_own() {
        let mut found = Vec::new();
        let whole = whole();
        places(&whole, "", &mut found);
        for place in &found {
            assert!(of(place, Language::German).is_some(), "`erfa {place}` has no example");
        }
        for (place, command, ..) in every() {
            let mut names = place.split(' ');
            let known = names.try_fold(&whole, |at, name| at.find_subcommand(name));
            assert!(known.is_some(), "there is no `erfa {place}`");
            assert!(command.starts_with(place), "`{command}` is none of `{place}`");
        }
    }
}
