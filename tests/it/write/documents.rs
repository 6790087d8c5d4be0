//! What is written, on which day, to whom.

/// Name of the files, day, arguments.
pub(super) const DOCUMENTS: &[(&str, &str, &str)] = &[
    (
        "save-the-date",
        "2026-09-01",
        "write save-the-date 2027-06-09-lindenwehr --to kim-steinacker",
    ),
    ("invitation", "2026-11-22", "write invitation 2027-04-20-eschenquell --to veit-salzwinkel"),
    ("invitation-du", "2026-11-22", "write invitation 2027-04-20-eschenquell --to hanna-eichbaum"),
    (
        "speaker-invitation",
        "2026-11-22",
        "write speaker-invitation 2027-04-20-eschenquell --to rosa-weidner-korff",
    ),
    (
        "speaker-invitation-open",
        "2026-11-22",
        "write speaker-invitation 2027-06-09-lindenwehr --to joan-fairweather",
    ),
    ("host-request", "2026-11-22", "write host-request 2027-06-09-lindenwehr --to tannbrueck"),
    (
        "host-request-du",
        "2026-11-22",
        "write host-request 2027-herbst-exkursion --to hanna-eichbaum",
    ),
    ("topic-survey", "2026-11-22", "write topic-survey 2027-04-20-eschenquell --to hanna-eichbaum"),
    (
        "reminder",
        "2026-11-22",
        "write reminder 2027-04-20-eschenquell --to tannbrueck --to hanna-eichbaum",
    ),
    (
        "confirmation",
        "2026-11-22",
        "write confirmation 2027-04-20-eschenquell --to konrad-von-der-aue",
    ),
    ("change", "2026-11-22", "write change 2026-10-dornwerder --to hanna-eichbaum"),
    ("postponement", "2026-11-22", "write postponement 2026-10-dornwerder --to amalie-brunnthal"),
    ("cancellation", "2026-05-22", "write cancellation 2026-06-16-tannbrueck --to kim-steinacker"),
    (
        "thanks",
        "2027-04-21",
        "write thanks 2027-04-20-eschenquell --to rosa-weidner-korff --to amalie-brunnthal \
         --to kim-steinacker",
    ),
    (
        "action-reminder",
        "2027-01-25",
        "write action-reminder 2026-03-17-birkenfurt --to lindenwehr",
    ),
    (
        "speaker-sheet",
        "2027-04-14",
        "write speaker-sheet 2027-04-20-eschenquell --to rosa-weidner-korff --to konrad-von-der-aue \
         --to hanna-eichbaum",
    ),
    (
        "attendance-certificate",
        "2026-11-22",
        "write attendance-certificate 2026-03-17-birkenfurt --to ole-tannhauer --to hanna-eichbaum",
    ),
    ("press", "2027-04-14", "write press 2027-04-20-eschenquell"),
    ("door-signs", "2027-04-14", "write door-signs 2027-04-20-eschenquell"),
    ("logistics-sheet", "2027-04-14", "write logistics-sheet 2027-04-20-eschenquell"),
    ("needs-list", "2027-04-14", "write needs-list 2027-04-20-eschenquell"),
    ("name-badges", "2027-04-14", "write name-badges 2027-04-20-eschenquell --empty 2"),
    ("sign-in-list", "2027-04-14", "write sign-in-list 2027-04-20-eschenquell"),
    ("feedback-sheet", "2027-04-14", "write feedback-sheet 2027-04-20-eschenquell"),
    ("minutes", "2027-04-14", "write minutes 2027-04-20-eschenquell"),
    ("minutes-held", "2026-11-22", "write minutes 2026-03-17-birkenfurt"),
    ("report", "2026-11-22", "write report --year 2026"),
    ("report-of-nothing", "2026-11-22", "write report --year 2019"),
    ("handover", "2026-11-22", "write handover"),
    ("tuerschild", "2026-11-22", "write tuerschild 2027-04-20-eschenquell"),
];
