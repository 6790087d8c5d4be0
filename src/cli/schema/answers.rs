//! The schemas of what commands answer as JSON: the files of `data/schema/`.

/// Names with the files of these names.
macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../../data/schema/", $name, ".schema.json")))),+]
    };
}

/// The answers by their commands, a hyphen between two words, and what other things are told as JSON.
pub(super) const ANSWERS: &[(&str, &str)] = files![
    "account",
    "actions",
    "attended",
    "check",
    "cities",
    "contacts",
    "dates",
    "error",
    "export-account",
    "export-contacts",
    "export-meetings",
    "export-participants",
    "groups",
    "handbook",
    "import-cities",
    "import-contacts",
    "import-meetings",
    "invite",
    "log",
    "meetings",
    "minutes",
    "next-host",
    "outbox-list",
    "outbox-pipe",
    "outbox-show",
    "plan",
    "privacy-purge",
    "privacy-show",
    "programme",
    "programme-since",
    "release",
    "replies",
    "replies-read",
    "search",
    "send",
    "show",
    "site",
    "speaker",
    "status",
    "topics",
    "topics-read",
    "venues",
    "who-knows",
    "write",
];
