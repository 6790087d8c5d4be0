//! The examples of the commands that keep what came of the meetings.

pub(super) const EXAMPLES: &[(&str, &str, &str, &str)] = &[
    (
        "minutes",
        "minutes dornwerder",
        "Das Protokoll für das Treffen in Dornwerder beginnen",
        "Begin the minutes of the meeting in Dornwerder",
    ),
    (
        "minutes",
        "minutes birkenfurt --output protokoll.docx",
        "Das Protokoll aus Birkenfurt für Word",
        "The minutes from Birkenfurt for Word",
    ),
    (
        "minutes read",
        "minutes read minutes/2026-03-17-birkenfurt.md --meeting dornwerder",
        "Ein Protokoll für ein anderes Treffen übernehmen",
        "Take in minutes for another meeting",
    ),
    ("actions", "actions", "Was ist offen?", "What is open?"),
    (
        "actions",
        "actions --city lindenwehr --all",
        "Alles, was Lindenwehr übernommen hat",
        "All that Lindenwehr has taken upon it",
    ),
    (
        "actions",
        "actions --all --output aufgaben.xlsx",
        "Als Arbeitsmappe für Excel",
        "As a workbook for Excel",
    ),
    (
        "action add",
        "action add Tannbrück \"Muster der Satzung schicken\" --due 1.3.2027 --meeting birkenfurt",
        "Eine Verabredung aus dem Treffen in Birkenfurt",
        "Something that was agreed at the meeting in Birkenfurt",
    ),
    ("action done", "action done Förderstellen", "Sie ist erledigt", "It is done"),
    (
        "action move",
        "action move küchenzeiten 15.2.2027 --reason \"Küche erst im Januar besetzt\"",
        "Mehr Zeit, mit dem Grund",
        "More time, with the reason",
    ),
    (
        "action drop",
        "action drop küchenzeiten --reason \"Es gibt ein Buffet\"",
        "Sie entfällt, mit dem Grund",
        "It is dropped, with the reason",
    ),
    (
        "write",
        "write report --year 2026 --output report.docx",
        "Der Jahresbericht für die Bürgermeister, ohne Namen",
        "The report on a year for the mayors, without names",
    ),
    (
        "write",
        "write handover --output handover.html",
        "Die Übergabe für eine Vertretung",
        "The handover for a deputy",
    ),
    (
        "folder",
        "folder birkenfurt akten/birkenfurt/ --format docx",
        "Die Akte des Treffens in Birkenfurt für Word",
        "The file of the meeting in Birkenfurt for Word",
    ),
    ("search", "search schatten", "Was wir über Schatten wissen", "What we know about shade"),
    ("search", "search leere läden --json", "Für andere Programme", "For other programs"),
    (
        "who-knows",
        "who-knows schatten",
        "Wer kann über Schatten etwas sagen?",
        "Who can say something about shade?",
    ),
];
