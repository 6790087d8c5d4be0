//! What to do when there is no connection: the words of servers and libraries help nobody.

use crate::system::program::{ENDED, UNSTARTED};
use crate::system::smtp::{AFTER_STARTTLS, INJECTED, UNFINISHED, UNFIT};
use crate::text::Language;

/// A sign in the words of what went wrong, and what it means in German and English.
const SIGNS: &[(&str, &str, &str)] = &[
    (
        UNSTARTED,
        "das Programm lässt sich nicht starten; prüfen Sie, ob es so heißt und eingerichtet ist",
        "the program cannot be started; check its name, and whether it is installed",
    ),
    (
        "535",
        "der Server nimmt Name oder Kennwort nicht an; prüfen Sie den Namen (`erfa set network smtp.user NAME`) und woher das Kennwort kommt",
        "the server does not take name or password; check the name (`erfa set network smtp.user NAME`) and where the password comes from",
    ),
    (
        "certificate expired",
        "das Zertifikat des Servers ist abgelaufen; wer den Server betreibt, muss es erneuern",
        "the server's certificate has expired; whoever runs the server must renew it",
    ),
    (
        "certificate",
        "dem Zertifikat des Servers ist nicht zu trauen; ist es ein eigenes, nennen Sie es unter `ca-file`, und prüfen Sie `host`",
        "the server's certificate is not to be trusted; if it is one of your own, name it below `ca-file`, and check `host`",
    ),
    (
        AFTER_STARTTLS,
        "der Server kündigt eine Verschlüsselung an und spricht dann kein TLS; fragen Sie, wer ihn betreibt, oder versenden Sie von einem anderen Netz",
        "the server announces encryption and then speaks no TLS; ask whoever runs it, or send from another network",
    ),
    (
        "corrupt message",
        "auf diesem Port spricht der Server kein TLS von Anfang an; vielleicht hilft `erfa set network smtp.security starttls` oder ein anderer Port (`erfa set network smtp.port 465`)",
        "on this port the server does not speak TLS from the start; perhaps `erfa set network smtp.security starttls` helps, or another port (`erfa set network smtp.port 465`)",
    ),
    (
        "STARTTLS is not supported",
        "der Server bietet keine Verschlüsselung an, deshalb wurde nichts gesagt; spricht er von Anfang an TLS: `erfa set network smtp.security tls`; läuft er auf diesem Rechner: `erfa set network smtp.security none`",
        "the server offers no encryption, so nothing was said; if it speaks TLS from the start: `erfa set network smtp.security tls`; if it runs on this machine: `erfa set network smtp.security none`",
    ),
    (
        "among ",
        "der Server verlangt eine Anmeldung, die ein Programm für ihn einrichten muss (etwa OAuth); versenden Sie damit: `erfa outbox pipe RUN -- msmtp -t`",
        "the server wants a login that a program must be set up for (such as OAuth); send with one: `erfa outbox pipe RUN -- msmtp -t`",
    ),
    (
        "authentication mechanism",
        "der Server bietet hier keine Anmeldung an; ohne sie: `erfa set network smtp.user --remove`",
        "the server offers no login here; to do without: `erfa set network smtp.user --remove`",
    ),
    (
        "Connection refused",
        "dort nimmt niemand Mails an; prüfen Sie Server und Port: `erfa set network smtp.host NAME`, `erfa set network smtp.port 587`",
        "nobody takes mails there; check server and port: `erfa set network smtp.host NAME`, `erfa set network smtp.port 587`",
    ),
    (
        "lookup",
        "diesen Server kennt niemand; prüfen Sie seinen Namen (`erfa set network smtp.host NAME`), und ob dieser Rechner im Netz ist",
        "nobody knows this server; check its name (`erfa set network smtp.host NAME`), and whether this machine is online",
    ),
    (
        "timed out",
        "der Server antwortet nicht; prüfen Sie Server und Port (`erfa set network smtp.port 587`), oder versuchen Sie es später",
        "the server does not answer; check server and port (`erfa set network smtp.port 587`), or try later",
    ),
    (
        UNFINISHED,
        "der Server antwortet zu langsam; versuchen Sie es später, oder warten Sie länger: `erfa set network smtp.timeout 120`",
        "the server answers too slowly; try later, or wait longer: `erfa set network smtp.timeout 120`",
    ),
    (
        "password-command",
        "das Programm unter `password-command` ließ sich nicht starten oder gab nichts aus",
        "the program below `password-command` could not be started or printed nothing",
    ),
    (
        INJECTED,
        "jemand auf dem Weg mischt sich in die Verbindung ein; versenden Sie von einem anderen Netz, am besten mit `security = \"tls\"`",
        "somebody on the way meddles with the connection; send from another network, best with `security = \"tls\"`",
    ),
    (
        UNFIT,
        "was der Server sagt, passt nicht zu dem, wonach er gefragt war; fragen Sie, wer ihn betreibt",
        "what the server says does not fit what it was asked; ask whoever runs it",
    ),
    (ENDED, "das Programm endete mit einem Fehler", "the program ended with an error"),
];

/// What `words` mean and what to do; none if they are not known.
pub(super) fn advice(words: &str, language: Language) -> Option<&'static str> {
    let sign = SIGNS.iter().find(|(sign, ..)| words.contains(sign))?;
    Some(match language {
        Language::German => sign.1,
        Language::English => sign.2,
    })
}
