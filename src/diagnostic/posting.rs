//! Findings about sending mails.

use super::file::system_words;
use super::finding::{problems, quoted};
use crate::text::{Language, count};

problems! { |language|
    /// What should be the name of a server is none.
    Error "bad-host" BadHost { found: String }
        de "`{found}` ist kein Name eines Servers"
            => "hier steht nur der Name, wie `mail.example.org`; der Port steht unter `port`";
        en "`{found}` is not the name of a server"
            => "only the name stands here, such as `mail.example.org`; the port stands below \
                `port`";

    /// A server elsewhere is to be spoken to in plain text.
    Error "plain-smtp" PlainSmtp { host: String }
        de "mit `{host}` würde unverschlüsselt gesprochen: Kennwort, Adressen und Mails könnte \
                jeder auf dem Weg lesen"
            => "`\"none\"` ist nur auf diesem Rechner erlaubt (`localhost`); sonst `\"starttls\"` \
                oder `\"tls\"`";
        en "`{host}` would be spoken to without encryption: anybody on the way could read \
                password, addresses and mails"
            => "`\"none\"` is allowed on this machine alone (`localhost`); else `\"starttls\"` or \
                `\"tls\"`";

    /// Mails are to be sent, but no server is named.
    Error "no-smtp" NoSmtp {}
        de "es ist kein Mailserver bekannt, an den die Mails gehen könnten"
            => "`erfa set network smtp.host mail.example.org` nennt ihn, `smtp.user` den Benutzer; mit \
                einem eigenen Mailprogramm: `erfa outbox pipe`";
        en "no mail server is known that could take the mails"
            => "`erfa set network smtp.host mail.example.org` names it, `smtp.user` the user; with a \
                mail program of your own: `erfa outbox pipe`";

    /// Mails are made for addresses that the last mail came back from.
    Warning "address-came-back" AddressCameBack { addresses: Vec<String> }
        let (addresses, number) = (quoted(addresses, language), addresses.len());
        let several = number > 1;
        de "zuletzt kam eine Mail {} zurück: {addresses}",
                if several { "von diesen Adressen" } else { "von dieser Adresse" }
            => "nennen Sie die neue: `erfa set PERSON mail ADRESSE`; vorher gehen die Mails nicht hinaus, \
                oder sie kommen wieder zurück";
        en "the last mail to {} came back: {addresses}",
                if several { "these addresses" } else { "this address" }
            => "give the new one: `erfa set PERSON mail ADDRESS`; before that the mails do not go out, or \
                come back again";

    /// There is a name to log in with, but no password.
    Error "no-password" NoPassword { user: String }
        de "für die Anmeldung als `{user}` ist kein Kennwort bekannt"
            => "setzen Sie `password-command` auf ein Programm, das es ausgibt, etwa [\"pass\", \
                \"show\", \"mail\"], oder die Umgebungsvariable `ERFA_SMTP_PASSWORD`";
        en "no password is known to log in as `{user}`"
            => "set `password-command` to a program that prints it, such as [\"pass\", \"show\", \
                \"mail\"], or the environment variable `ERFA_SMTP_PASSWORD`";

    /// The file with certificates cannot be used.
    Error "bad-ca-file" BadCaFile { path: String, reason: Option<String> }
        let fault = match (reason, language) {
            (Some(reason), Language::German) => {
                let reason = system_words(reason);
                format!("die Zertifikate in `{path}` sind nicht zu lesen: {reason}")
            }
            (Some(reason), Language::English) => {
                format!("the certificates in `{path}` cannot be read: {reason}")
            }
            (None, Language::German) => format!("in `{path}` steht kein Zertifikat"),
            (None, Language::English) => format!("there is no certificate in `{path}`"),
        };
        de "{fault}"
            => "gebraucht wird eine Datei mit `-----BEGIN CERTIFICATE-----` (PEM); ein relativer \
                Pfad beginnt beim Arbeitsordner";
        en "{fault}"
            => "a file with `-----BEGIN CERTIFICATE-----` (PEM) is needed; a relative path starts \
                at the workspace";

    /// Nobody has agreed that mails go out.
    Error "unconfirmed" Unconfirmed { number: usize }
        let should = if *number == 1 { "soll" } else { "sollen" };
        de "niemand kann gefragt werden, ob {} hinausgehen {should}",
                count(*number, "Mail", "Mails")
            => "nichts wurde versandt; wenn es genau diese sein sollen: `--expect {number}`";
        en "nobody can be asked whether {} should go out", count(*number, "mail", "mails")
            => "nothing was sent; if it should be exactly these: `--expect {number}`";

    /// As many mails would go out as nobody expects.
    Error "wrong-count" WrongCount { expected: String, number: usize }
        de "erwartet: {expected}; versandt würden {}", count(*number, "Mail", "Mails")
            => "nichts wurde versandt; `erfa outbox show` zeigt, wer gemeint ist";
        en "expected: {expected}; {} would go out", count(*number, "mail", "mails")
            => "nothing was sent; `erfa outbox show` shows who is meant";

    /// Several runs wait.
    Error "which-run" WhichRun { runs: Vec<String> }
        let runs = quoted(runs, language);
        de "in mehreren Läufen warten Mails; einer geht auf einmal hinaus"
            => "nennen Sie einen: {runs}";
        en "mails of several runs are waiting; one goes out at a time" => "name one: {runs}";

    /// Somebody was named who gets no mail of the run.
    Error "not-in-run" NotInRun { name: String, run: String, near: Option<String> }
        de "in `{run}` gibt es keine Mail an `{name}`" => near;
        en "there is no mail to `{name}` in `{run}`" => near;

    /// The file of a mail is not what was made.
    Error "altered-mail" AlteredMail { path: String, flaw: Flaw }
        let flaw = flaw.words(language);
        de "`{path}` kann so nicht hinausgehen: {flaw}"
            => "nichts wurde versandt; machen Sie die Änderung rückgängig, oder machen Sie die \
                Mails mit `erfa outbox make` neu";
        en "`{path}` cannot go out like this: {flaw}"
            => "nothing was sent; undo the change, or make the mails anew with `erfa outbox make`";

    /// The record of a run names a file that is not the recipient's.
    Error "bad-mail-file" BadMailFile { expected: String }
        de "die Mail an diese Person liegt in `{expected}`, in keiner anderen Datei"
            => "stellen Sie das Verzeichnis des Laufs wieder her, wie `erfa outbox make` es \
                geschrieben hat";
        en "the mail to this person lies in `{expected}` and in no other file"
            => "restore the record of the run as `erfa outbox make` wrote it";

    /// Mails were sent, but the ledger says nothing of it.
    Error "lost-ledger" LostLedger { run: String }
        de "aus `{run}` wurde schon versandt, aber das Versandbuch weiß nichts davon; was ankam, \
                ist unbekannt"
            => "stellen Sie `outbox/ledger.txt` aus einer Sicherung wieder her; ist es verloren, \
                sehen Sie auf dem Server nach, tragen Sie alles mit `erfa outbox settle` ein und \
                löschen Sie `begun` in diesem Ordner";
        en "mails of `{run}` have been sent, but the ledger does not know of it; nobody knows what \
                arrived"
            => "restore `outbox/ledger.txt` from a backup; if it is lost, look on the server, set \
                everything down with `erfa outbox settle` and delete `begun` in this folder";

    /// Another run of the program has the outbox in hand.
    Error "outbox-busy" OutboxBusy {}
        de "an diesem Postausgang ist gerade ein anderes `erfa` am Werk"
            => "nichts wurde getan; warten Sie, bis der Versand beendet ist";
        en "another `erfa` is at work on this outbox"
            => "nothing was done; wait until it has finished sending";

    /// What became of a mail is settled.
    Error "settled" Settled { path: String }
        de "`{path}` ist versandt; daran ist nichts mehr zu ändern"
            => "eine zweite Mail an dieselbe Person macht `erfa outbox make`";
        en "`{path}` has been sent; that cannot be changed any more"
            => "`erfa outbox make` makes a second mail to the same person";

    /// What was never sent cannot come back.
    Error "not-sent" NotSent { path: String }
        de "`{path}` ist nicht versandt und kann nicht zurückgekommen sein"
            => "was nicht hinausgehen soll, ist `failed`";
        en "`{path}` has not been sent and cannot have come back"
            => "what is not to go out is `failed`";

    /// What came back is one mail.
    Error "bounce-by-name" BounceByName { run: String, example: String }
        de "welche Mail von `{run}` zurückkam, ist nicht gesagt"
            => "nennen Sie sie: `erfa outbox settle {example} --as bounced`";
        en "which mail of `{run}` came back is not said"
            => "name it: `erfa outbox settle {example} --as bounced`";

    /// Mails go out that tell what is no longer true.
    Warning "stale-run" StaleRun { run: String, changes: Vec<String> }
        let changes = changes.join("; ");
        de "`{run}` ist überholt: {changes}"
            => "neu machen, solange nichts hinausgegangen ist: `erfa outbox discard {run}`, dann \
                `erfa outbox make`; sonst folgt eine Änderung mit `erfa outbox make update`";
        en "`{run}` is out of date: {changes}"
            => "make it anew while nothing has gone out: `erfa outbox discard {run}`, then `erfa \
                outbox make`; else let `erfa outbox make update` follow";

    /// Nobody knows whether a mail arrived.
    Warning "unsure-mail" UnsureMail { path: String, name: String, message_id: String }
        de "ob die Mail an {name} angenommen wurde, ist ungewiss: Message-ID <{message_id}>"
            => "sie geht nicht von selbst noch einmal hinaus; sehen Sie auf dem Server nach, dann \
                `erfa outbox settle {path} --as sent`, oder `--as pending` zum erneuten Versand";
        en "nobody knows whether the mail to {name} was taken: Message-ID <{message_id}>"
            => "it does not go out again by itself; look on the server, then `erfa outbox settle \
                {path} --as sent`, or `--as pending` to send it again";
}

/// Why a mail's file cannot go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It cannot be read; the system's words.
    Unreadable(String),
    /// It is no mail.
    NoMail,
    /// A header stands there not exactly once; its name.
    Header(&'static str),
    /// It goes to others beside the recipient, in this header.
    Copies(&'static str),
    /// It is addressed to somebody else than the record says.
    Recipient {
        /// The address that the record says.
        expected: String,
    },
    /// Its Message-ID is not that of the record.
    MessageId,
    /// A line is longer than 998 octets, or holds what no line may (RFC 5322, 2.1.1; RFC 5321, 2.3.8).
    Line,
    /// A header holds what is not ASCII (RFC 5322, 2.2).
    NotAscii,
    /// Its address begins with a hyphen, and the program would take it for an option.
    Option,
}

impl Flaw {
    fn words(&self, language: Language) -> String {
        let (german, english) = match self {
            Self::Unreadable(reason) => {
                let german = system_words(reason);
                (format!("nicht zu lesen ({german})"), format!("not readable ({reason})"))
            }
            Self::NoMail => ("die Datei ist keine Mail".into(), "the file is no mail".into()),
            Self::Header(name) => (
                format!("`{name}` muss genau einmal darin stehen"),
                format!("`{name}` must stand in it exactly once"),
            ),
            Self::Copies(name) => (
                format!("`{name}` nennt weitere Empfänger"),
                format!("`{name}` names further recipients"),
            ),
            Self::Recipient { expected } => (
                format!("sie ist nicht an {expected} gerichtet"),
                format!("it is not addressed to {expected}"),
            ),
            Self::MessageId => (
                "die Message-ID ist eine andere als im Verzeichnis des Laufs".into(),
                "its Message-ID is not that of the run's record".into(),
            ),
            Self::Line => (
                "eine Zeile ist länger als 998 Bytes oder enthält ein NUL".into(),
                "a line is longer than 998 bytes or holds a NUL".into(),
            ),
            Self::NotAscii => (
                "im Kopf stehen Zeichen, die nicht zu ASCII gehören".into(),
                "its head holds characters that are not ASCII".into(),
            ),
            Self::Option => (
                "die Adresse beginnt mit `-`, und das Programm hielte sie für eine Option".into(),
                "its address begins with `-`, and the program would take it for an option".into(),
            ),
        };
        language.pick(german, english)
    }
}
