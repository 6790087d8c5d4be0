//! Examples of the commands that keep the files in order.

pub(super) const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    (
        "rename",
        "rename kornhaus altes-kornhaus",
        "Überall, wo die Kennung steht",
        "Wherever the id stands",
    ),
    (
        "remove",
        "remove 2027-06-09-lindenwehr/nachtwanderung",
        "Einen Programmpunkt herausnehmen",
        "Take an item out",
    ),
    (
        "site",
        "site web/ --dry-run",
        "Welche Seiten wären neu oder anders?",
        "Which pages would be new or different?",
    ),
    ("site", "site web/ -y", "Die Seiten des Netzwerks", "The pages of the network"),
    ("site", "site web/ --prune -y", "Auch löschen, was fort ist", "Remove what is gone, too"),
    ("join", "join quellstedt --on 2027-01-01", "Wieder dabei", "Back again"),
    ("leave", "leave tannbrueck --on 2027-12-31", "Der letzte Tag", "Its last day"),
    ("check", "check", "Stimmt alles?", "Is all well?"),
    ("check", "check --strict", "Auch Warnungen zählen", "Warnings count, too"),
    ("undo", "undo", "Die letzte Änderung zurück", "The last change back"),
    ("log", "log", "Was wurde geändert?", "What was changed?"),
    (
        "schema",
        "schema network",
        "Was in `network.toml` stehen kann",
        "What `network.toml` may hold",
    ),
    (
        "schema",
        "schema --wire --dry-run",
        "Was käme für den Editor in die Dateien?",
        "What would be put into the files for the editor?",
    ),
    ("completions", "completions fish", "Das Skript für fish", "The script for fish"),
    ("man", "man invite", "Die Seite eines Befehls", "The page of a command"),
    ("man", "man --output man1/", "Alle Seiten", "All pages"),
    ("handbook", "handbook --output handbook.html", "Alles auf einer Seite", "All on one page"),
    ("help", "help invite", "Ein Befehl", "A command"),
    ("help", "help turns", "Ein Thema", "A topic"),
    ("help", "help unknown-key", "Was ein Befund meint", "What a finding means"),
];
