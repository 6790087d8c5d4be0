//! Findings about what was asked for on the command line.

use super::{Wording, meant, problems};
use crate::text::Language;

problems! {
    /// The folder is no workspace.
    Error "no-workspace" NoWorkspace {
        /// The folder.
        path: String,
    }
        de => Wording::new(
            format!("`{path}` ist kein Arbeitsordner: darin fehlt `network.toml`"),
            "`erfa init` legt einen an",
        ),
        en => Wording::new(
            format!("`{path}` is not a workspace: `network.toml` is missing in it"),
            "`erfa init` makes one",
        );

    /// The built-in copy cannot be changed.
    Error "built-in-network" BuiltInNetwork {}
        de => Wording::new(
            "das eingebaute Netzwerk lässt sich nicht ändern",
            "legen Sie mit `erfa init` einen eigenen Arbeitsordner an, oder nennen Sie ihn mit `--dir`",
        ),
        en => Wording::new(
            "the built-in network cannot be changed",
            "make a workspace of your own with `erfa init`, or name it with `--dir`",
        );

    /// There is no meeting to answer for.
    Error "no-meeting" NoMeeting {}
        de => Wording::new(
            "dieses Netzwerk hat noch kein Treffen",
            "`erfa new` legt eines an",
        ),
        en => Wording::new("this network has no meeting yet", "`erfa new` makes one");

    /// An item that this edition keeps from its readers.
    Error "item-not-told" ItemNotTold {
        /// The key of the item.
        id: String,
        /// The edition that was asked for.
        edition: &'static str,
        /// The first edition that tells it.
        teller: &'static str,
    }
        de => Wording::new(
            format!("`{id}` ist nicht für die Leserschaft der Ausgabe `{edition}` bestimmt"),
            format!("wählen Sie `--edition {teller}`, oder ändern Sie `audience` in der Datei des Treffens"),
        ),
        en => Wording::new(
            format!("`{id}` is not meant for the readers of the edition `{edition}`"),
            format!("choose `--edition {teller}`, or change `audience` in the meeting's file"),
        );

    /// A recipient that is no person, town or group.
    Error "unknown-recipient" UnknownRecipient {
        /// The name.
        name: String,
        /// The nearest one.
        near: Option<String>,
    }
        de => Wording::maybe(
            format!("`{name}` ist weder Kontakt noch Stadt noch Gruppe"),
            meant(near.as_ref(), Language::German)
                .or_else(|| Some("Kontakte und Gruppen stehen in `contacts.toml`".to_owned())),
        ),
        en => Wording::maybe(
            format!("`{name}` is no contact, city or group"),
            meant(near.as_ref(), Language::English)
                .or_else(|| Some("contacts and groups stand in `contacts.toml`".to_owned())),
        );

    /// The choice leaves nobody.
    Error "nobody-chosen" NobodyChosen {
        /// The names that were asked for.
        names: String,
    }
        de => Wording::new(
            format!("`{names}` wählt niemanden aus"),
            "wer `mail = false` hat, bekommt keine Mail; eine leere Auswahl heißt niemand",
        ),
        en => Wording::new(
            format!("`{names}` chooses nobody"),
            "whoever has `mail = false` gets no mail; an empty choice means nobody",
        );

    /// A mail needs somebody to go to.
    Error "no-recipient" NoRecipient {}
        de => Wording::new(
            "eine Mail braucht Empfänger",
            "nennen Sie sie mit `--to`: einen Kontakt, eine Stadt oder eine Gruppe",
        ),
        en => Wording::new(
            "a mail needs recipients",
            "name them with `--to`: a contact, a city or a group",
        );

    /// The recipient has no mail address.
    Error "no-mail-address" NoMailAddress {
        /// The recipient.
        name: String,
    }
        de => Wording::new(
            format!("für {name} ist keine Mailadresse bekannt"),
            "ergänzen Sie `mail = \"…\"`; ohne Adresse schreibt `erfa write --format text` den Brief",
        ),
        en => Wording::new(
            format!("no mail address is known for {name}"),
            "add `mail = \"…\"`; without an address `erfa write --format text` writes the letter",
        );

    /// The recipient of a letter on paper has no postal address.
    Error "no-postal-address" NoPostalAddress {
        /// The recipient.
        name: String,
    }
        de => Wording::new(
            format!("für {name} ist keine Anschrift bekannt"),
            "ergänzen Sie `street`, `postcode` und `town`, oder wählen Sie `--format text`",
        ),
        en => Wording::new(
            format!("no postal address is known for {name}"),
            "add `street`, `postcode` and `town`, or choose `--format text`",
        );

    /// The sender has no mail address.
    Error "no-sender" NoSender {}
        de => Wording::new(
            "für die Absenderangabe fehlt die Mailadresse",
            "ergänzen Sie in `network.toml` unter `[sender]` die Zeile `mail = \"…\"`",
        ),
        en => Wording::new(
            "the sender's mail address is missing",
            "add `mail = \"…\"` below `[sender]` in `network.toml`",
        );

    /// Several mails cannot stand on one output.
    Error "several-mails" SeveralMails {
        /// How many there are.
        number: usize,
    }
        de => Wording::new(
            format!("{number} Mails passen nicht in eine Ausgabe"),
            "schreiben Sie mit `--output ORDNER/` eine Datei für jede",
        ),
        en => Wording::new(
            format!("{number} mails do not fit into one output"),
            "write one file for each with `--output FOLDER/`",
        );

    /// Something stands where a file is to be written.
    Error "already-there" AlreadyThere {
        /// The path.
        path: String,
    }
        de => Wording::new(
            format!("`{path}` gibt es schon"),
            "nichts wurde überschrieben; wählen Sie einen anderen Namen, oder räumen Sie die Datei vorher weg",
        ),
        en => Wording::new(
            format!("`{path}` is already there"),
            "nothing was overwritten; choose another name, or move the file away first",
        );

    /// The meeting cannot be recorded as held.
    Error "cannot-be-held" CannotBeHeld {
        /// The meeting.
        meeting: String,
        /// Why, in German.
        german: String,
        /// Why, in English.
        english: String,
    }
        de => Wording::new(
            format!("„{meeting}“ kann nicht als durchgeführt gelten: {german}"),
            "ändern Sie zuerst die Datei des Treffens",
        ),
        en => Wording::new(
            format!("`{meeting}` cannot be recorded as held: {english}"),
            "change the meeting's file first",
        );

    /// No day is left to be held.
    Error "no-date" NoDate {}
        de => Wording::new(
            "in dieser Zeit ist jeder Tag gesperrt",
            "`erfa dates` nennt die Gründe; suchen Sie mit `--from` und `--to` in einer anderen Zeit",
        ),
        en => Wording::new(
            "every day in this time is blocked",
            "`erfa dates` tells the reasons; look at another time with `--from` and `--to`",
        );

    /// A value given on the command line or in the dialogue does not do.
    Error "bad-argument" BadArgument {
        /// The option or question.
        name: String,
        /// What was given.
        found: String,
        /// What is wanted, in German.
        german: String,
        /// What is wanted, in English.
        english: String,
    }
        de => Wording::new(format!("`{found}` passt nicht zu `{name}`"), german.clone()),
        en => Wording::new(format!("`{found}` does not fit `{name}`"), english.clone());
}
