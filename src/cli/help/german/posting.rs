//! The German words for sending: `erfa send`, `outbox pipe` and `outbox settle`.

use super::entry::Entry;

const ONLY: &str = "Nur an diese versenden: ein Kontakt oder eine Stadt (mehrfach möglich)";
const LIMIT: &str = "Jetzt höchstens so viele Mails versenden";
const PAUSE: &str = "Zwischen zwei Mails so lange warten [sonst: `pause` unter `[smtp]`, sonst 0]";
const RETRY: &str = "Auch versenden, was vorerst abgelehnt wurde";
const EXPECT: &str = "Nicht fragen: genau so viele Mails sind gemeint";
const JSON: &str = "Den Lauf danach als JSON ausgeben; `null`, wenn keine Mail wartet";
const DRY_RUN: &str = "Nur zeigen, was hinausgehen würde";
const RUN: &str =
    "Der Lauf, etwa `2027-04-20-ulm/1-invitation` [sonst: der einzige, in dem Mails warten]";

pub(super) const ENTRIES: &[Entry] = &[
    (
        "send",
        "",
        "Die wartenden Mails eines Laufs versenden",
        "Zeigt Namen, Zahl und die erste Mail, wie sie ist, und fragt nach der Zahl der Empfänger; wo \
         niemand gefragt werden kann, wird nur versandt, wenn `--expect` diese Zahl nennt. `[smtp]` in \
         `network.toml` nennt den Server; das Kennwort kommt aus `password-command` dort oder aus \
         `ERFA_SMTP_PASSWORD`. Jede Mail wird in `outbox/ledger.txt` eingetragen, bevor und nachdem \
         sie hinausgeht, damit keine zweimal hinausgeht. Strg-C hält zwischen zwei Mails an; ein neuer \
         Aufruf setzt fort.",
    ),
    ("send", "name", RUN, ""),
    ("send", "only", ONLY, ""),
    ("send", "limit", LIMIT, ""),
    ("send", "pause", PAUSE, ""),
    ("send", "retry", RETRY, ""),
    ("send", "expect", EXPECT, ""),
    ("send", "json", JSON, ""),
    ("send", "dry_run", DRY_RUN, ""),
    (
        "outbox pipe",
        "",
        "Die wartenden Mails eines Laufs durch ein eigenes Programm versenden",
        "Das Programm wird für jede Mail gestartet und liest sie von der Standardeingabe, wie \
         `sendmail -t` und `msmtp -t`. `{to}` und `{from}` in seinen Angaben werden zu den Adressen. \
         Endet es mit 0, hat es die Mail angenommen, mit 75, darf sie später noch einmal versucht \
         werden, mit 65 und 67 hat es sie abgelehnt; jede andere Zahl bricht den Lauf ab, und die Mails \
         warten weiter. Es wird dasselbe Buch geführt wie bei `erfa send` und dasselbe gefragt.",
    ),
    ("outbox pipe", "name", RUN, ""),
    ("outbox pipe", "only", ONLY, ""),
    ("outbox pipe", "limit", LIMIT, ""),
    ("outbox pipe", "pause", PAUSE, ""),
    ("outbox pipe", "retry", RETRY, ""),
    ("outbox pipe", "expect", EXPECT, ""),
    ("outbox pipe", "json", JSON, ""),
    ("outbox pipe", "dry_run", DRY_RUN, ""),
    ("outbox pipe", "program", "Das Programm und seine Angaben, hinter `--`", ""),
    (
        "outbox settle",
        "",
        "Eintragen, was aus Mails wurde: auf anderem Weg versandt, oder bisher ungewiss",
        "`sent` heißt, sie ist hinausgegangen, `failed`, sie ist es nicht und wird es nicht, `bounced`, \
         sie ist hinausgegangen und kam zurück, `pending`, sie soll (noch einmal) hinausgehen. Was versandt ist, \
         bleibt versandt, wenn es nicht zurückkam. Für einen ganzen Lauf nimmt `pending` die abgelehnten; \
         ungewisse nur, wenn sie einzeln genannt sind. Das lässt sich nicht zurücknehmen.",
    ),
    (
        "outbox settle",
        "names",
        "Eine Mail wie `2027-04-20-ulm/1-invitation/h-eiche.eml`, oder ein Lauf für alle darin",
        "",
    ),
    ("outbox settle", "state", "Was daraus wurde: sent, bounced, failed oder pending", ""),
    ("outbox settle", "reason", "Woher man das weiß; es steht im Versandbuch", ""),
];
