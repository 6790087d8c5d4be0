//! The German words for the commands around the program: help, completions, manual, schemas.

use super::entry::Entry;

pub(super) const ENTRIES: &[Entry] = &[
    (
        "help",
        "",
        "Einen Befehl, ein Thema oder einen Befund erklären",
        "Themen sind turnus, tage, formate, skripte und umgebung. Ein Wort wie `unknown-key` steht in eckigen \
         Klammern am Kopf eines Befunds; seine Seite zeigt den kleinsten Fall, in dem er vorkommt, und den \
         Ausweg.",
    ),
    ("help", "what", "Ein Befehl, ein Thema oder ein Befund [sonst: alle Befehle]", ""),
    (
        "schema",
        "",
        "JSON-Schemas der Dateien schreiben, nach denen Editoren ergänzen und prüfen",
        "Jeder Schlüssel steht darin mit den Werten, die er annimmt, und dem, was er bedeutet. Editoren, die TOML \
         kennen (taplo, Even Better TOML), finden das Schema einer Datei an deren erster Zeile, etwa `#:schema \
         ./schema/network.schema.json`. `erfa init` schreibt beides; in einem älteren Arbeitsordner oder nach \
         einer neuen Fassung des Programms tut es `--wire`. Mit `--output schema/` werden nur die Schemas in \
         diesen Ordner geschrieben. Mit `--answers` geht es um das, was Befehle als JSON antworten, jedes \
         unter dem Namen seines Befehls: `status`, `outbox-list`; `error` ist, was ein Fehlschlag sagt.",
    ),
    (
        "schema",
        "file",
        "Die Datei: network, cities, venues, contacts, meetings, rotation, calendar oder replies; oder die Antwort",
        "",
    ),
    ("schema", "answers", "Von den Antworten der Befehle statt von den Dateien", ""),
    ("schema", "output", "Alle Schemas in diesen Ordner schreiben", ""),
    (
        "schema",
        "wire",
        "`schema/` im Arbeitsordner schreiben oder erneuern und jede Datei ihr Schema nennen lassen",
        "",
    ),
    (
        "man",
        "",
        "Die Seiten des Handbuchs für `man` schreiben, eine für jeden Befehl",
        "Ohne `--output` geht die Seite eines Befehls zur Standardausgabe, wie `man` sie liest: `erfa man \
         invite | man -l -`. Damit gehen alle Seiten in einen Ordner, etwa `~/.local/share/man/man1/`. Sie \
         haben die Sprache der Hilfe.",
    ),
    ("man", "what", "Der Befehl [sonst: das Programm selbst]", ""),
    ("man", "output", "Alle Seiten in diesen Ordner schreiben", ""),
    (
        "completions",
        "",
        "Einer Shell beibringen, Befehle, Optionen und Namen zu ergänzen",
        "Sie kennt dann Treffen, Punkte, Städte, Menschen, Gruppen, Schriftstücke und Läufe des Arbeitsordners. \
         Das Skript geht zur Standardausgabe: bash liest es aus \
         `~/.local/share/bash-completion/completions/erfa`, zsh als `_erfa` aus einem Ordner von `$fpath`, fish \
         aus `~/.config/fish/completions/erfa.fish`. Für PowerShell ist es noch nicht ausprobiert.",
    ),
    ("completions", "shell", "Die Shell: bash, zsh, fish oder powershell", ""),
];
