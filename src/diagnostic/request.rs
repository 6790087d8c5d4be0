//! Findings about what was asked for on the command line.

use chrono::NaiveDate;

use super::finding::problems;
use crate::text::{DateStyle, Language, MemberWords};

problems! { |language|
    /// The folder is no workspace.
    Error "no-workspace" NoWorkspace { path: String }
        de "`{path}` ist kein Arbeitsordner: darin fehlt `network.toml`"
            => "`erfa init` legt einen an";
        en "`{path}` is not a workspace: `network.toml` is missing in it"
            => "`erfa init` makes one";

    /// The built-in copy cannot be changed.
    Error "built-in-network" BuiltInNetwork {}
        de "das eingebaute Netzwerk lässt sich nicht ändern"
            => "legen Sie mit `erfa init` einen eigenen Arbeitsordner an, oder nennen Sie ihn mit \
                `--dir`";
        en "the built-in network cannot be changed"
            => "make a workspace of your own with `erfa init`, or name it with `--dir`";

    /// Nothing of which there is a page of help.
    Error "unknown-topic" UnknownTopic { found: String, near: Option<String> }
        de "zu `{found}` gibt es keine Hilfe"
            => near or "`erfa help` nennt Befehle und Themen; Befunde gehen mit dem Wort in eckigen \
                Klammern, etwa `erfa help unknown-key`";
        en "there is no help on `{found}`"
            => near or "`erfa help` names commands and topics; findings go by the word in square \
                brackets, such as `erfa help unknown-key`";

    /// There is no meeting to answer for.
    Error "no-meeting" NoMeeting {}
        de "dieses Netzwerk hat noch kein Treffen" => "`erfa new` legt eines an";
        en "this network has no meeting yet" => "`erfa new` makes one";

    /// No meeting is near that could be meant without its name.
    Error "nothing-at-hand" NothingAtHand {}
        de "kein Treffen steht bevor, und keines ist gerade vorbei" => "nennen Sie das Treffen, das gemeint ist";
        en "no meeting lies ahead, and none has just been" => "name the meeting that is meant";

    /// An item that this edition keeps from its readers.
    Error "item-not-told" ItemNotTold { id: String, edition: &'static str, teller: &'static str }
        de "`{id}` ist nicht für die Leserschaft der Ausgabe `{edition}` bestimmt"
            => "wählen Sie `--edition {teller}`, oder ändern Sie `audience` in der Datei des \
                Treffens";
        en "`{id}` is not meant for the readers of the edition `{edition}`"
            => "choose `--edition {teller}`, or change `audience` in the meeting's file";

    /// A recipient that is no person, town or group.
    Error "unknown-recipient" UnknownRecipient { name: String, near: Option<String>, members: MemberWords }
        let town = members.noun(language);
        de "`{name}` ist weder Kontakt noch {town} noch Gruppe"
            => near or "wer bekannt ist, zeigen `erfa contacts`, `erfa groups` und `erfa cities`";
        en "`{name}` is no contact, {town} or group"
            => near or "`erfa contacts`, `erfa groups` and `erfa cities` show who is known";

    /// The choice leaves nobody.
    Error "nobody-chosen" NobodyChosen { names: String }
        de "`{names}` wählt niemanden aus"
            => "wer mit „nie eine Mail“ verzeichnet ist, bekommt keine; eine leere Auswahl heißt niemand";
        en "`{names}` chooses nobody"
            => "whoever is on file with “never a mail” gets none; an empty choice means nobody";

    /// People of a town that has left are among those who are written to.
    Warning "former-member" FormerMember { city: String, until: NaiveDate }
        let until = DateStyle::of(language).long(*until);
        de "{city} ist nach dem {until} kein Mitglied mehr und wird doch angeschrieben"
            => "nennen Sie in `--to` weder {city} noch jemanden von dort, wenn das nicht gemeint ist";
        en "{city} is no member after {until}, yet is written to"
            => "name neither {city} nor its people in `--to` if that is not meant";

    /// Somebody of a town is written to about a meeting at which it is no member yet.
    Warning "future-member" FutureMember { city: String, since: NaiveDate }
        let since = DateStyle::of(language).long(*since);
        de "{city} wird erst am {since} Mitglied, nach dem Treffen, und wird doch angeschrieben"
            => "ist das nicht gemeint, nennen Sie die Empfänger einzeln in `--to`";
        en "{city} becomes a member on {since}, after the meeting, yet is written to"
            => "if that is not meant, name the recipients one by one in `--to`";

    /// A mail needs somebody to go to.
    Error "no-recipient" NoRecipient { members: MemberWords }
        let town = members.noun(language);
        de "eine Mail braucht Empfänger" => "nennen Sie sie mit `--to`: Kontakt, {town} oder Gruppe";
        en "a mail needs recipients" => "name them with `--to`: contact, {town} or group";

    /// The recipient has no mail address.
    Error "no-mail-address" NoMailAddress { id: String, name: String, is_town: bool }
        let never = match (*is_town, language) {
            (true, _) => String::new(),
            (false, Language::German) => {
                format!(", `erfa set {id} mail nein` nimmt die Person von Mails aus")
            }
            (false, Language::English) => {
                format!(", `erfa set {id} mail no` spares the person all mails")
            }
        };
        de "für {name} ist keine Mailadresse bekannt"
            => "`erfa set {id} mail ADRESSE` trägt sie ein{never}; einen Brief schreibt `erfa write \
                --format text`";
        en "no mail address is known for {name}"
            => "`erfa set {id} mail ADDRESS` adds it{never}; `erfa write --format text` writes a letter";

    /// The recipient of a letter on paper has no postal address.
    Error "no-postal-address" NoPostalAddress { name: String }
        de "für {name} ist keine Anschrift bekannt"
            => "ergänzen Sie `street`, `postcode` und `town`, oder wählen Sie `--format text`";
        en "no postal address is known for {name}"
            => "add `street`, `postcode` and `town`, or choose `--format text`";

    /// The sender has no mail address.
    Error "no-sender" NoSender {}
        de "für die Absenderangabe fehlt die Mailadresse"
            => "`erfa set network sender.mail netz@example.org` trägt sie ein";
        en "the sender's mail address is missing"
            => "`erfa set network sender.mail network@example.org` sets it";

    /// Several mails cannot stand on one output.
    Error "several-mails" SeveralMails { number: usize }
        de "{number} Mails passen nicht in eine Ausgabe"
            => "schreiben Sie mit `--output ORDNER/` eine Datei für jede";
        en "{number} mails do not fit into one output"
            => "write one file for each with `--output FOLDER/`";

    /// Something stands where a file is to be written.
    Error "already-there" AlreadyThere { path: String }
        de "`{path}` gibt es schon"
            => "nichts wurde überschrieben; wählen Sie einen anderen Namen, oder räumen Sie die \
                Datei vorher weg";
        en "`{path}` is already there"
            => "nothing was overwritten; choose another name, or move the file away first";

    /// An entry that comes would have the id of one that is there, which is told in German and English.
    Error "id-taken" IdTaken { id: String, german: String, english: String }
        de "{german} gibt es schon"
            => "`erfa set {id}` ändert den Eintrag, und mit `--id` kommt ein zweiter dazu";
        en "{english} is there already"
            => "`erfa set {id}` changes that entry, and `--id` adds a second one";

    /// The meeting cannot be recorded as held.
    Error "cannot-be-held" CannotBeHeld { meeting: String, german: String, english: String }
        de "„{meeting}“ kann nicht als durchgeführt gelten: {german}"
            => "ändern Sie zuerst die Datei des Treffens";
        en "`{meeting}` cannot be recorded as held: {english}" => "change the meeting's file first";

    /// No day is left to be held.
    Error "no-date" NoDate {}
        de "in dieser Zeit ist jeder Tag gesperrt"
            => "`erfa dates` nennt die Gründe; suchen Sie mit `--from` und `--until` in einer anderen \
                Zeit";
        en "every day in this time is blocked"
            => "`erfa dates` tells the reasons; look at another time with `--from` and `--until`";

    /// The clock shows a day on which nobody is at work.
    Error "clock-astray" ClockAstray { day: String }
        de "die Uhr steht auf {day}; vor 1970 und nach 9999 kann sie nicht stimmen"
            => "stellen Sie die Uhr des Rechners, oder nennen Sie den Tag mit `--today`";
        en "the clock shows {day}; before 1970 and after 9999 it cannot be right"
            => "set the clock of this machine, or say the day with `--today`";

    /// A value given on the command line or in the dialogue does not do.
    Error "bad-argument" BadArgument {
        name: String, found: String, german: String, english: String,
    }
        let (message, way) = blamed([name, found], language.pick(german, english), language);
        de "{message}" => (way);
        en "{message}" => (way);
}

/// What is wrong with a value, and the way out: an option does not get what it wants; of everything else
/// the first line says what is wrong, for who reads it never wrote the word that stands in the help.
fn blamed([name, found]: [&str; 2], words: &str, language: Language) -> (String, Option<String>) {
    let is_option = name.starts_with("--") || name.contains('_');
    if is_option && !found.is_empty() {
        let message = match language {
            Language::German => format!("`{found}` passt nicht zu `{name}`"),
            Language::English => format!("`{found}` does not fit `{name}`"),
        };
        return (message, Some(words.to_owned()));
    }
    let (wrong, way) = match words.split_once("; ") {
        Some((wrong, way)) => (wrong, Some(way.to_owned())),
        None => (words, None),
    };
    let is_placeholder = name.bytes().all(|it| it.is_ascii_uppercase());
    match (found, is_placeholder) {
        ("", true) => (wrong.to_owned(), way),
        ("", false) => (format!("`{name}`: {wrong}"), way),
        _ => (format!("`{found}`: {wrong}"), way),
    }
}
