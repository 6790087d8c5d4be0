//! Findings about what was agreed.

use chrono::NaiveDate;

use super::finding::problems;
use crate::text::{DateStyle, MemberWords};

problems! { |language|
    /// Something was done or dropped before it was agreed.
    Warning "closed-early" ClosedEarly { agreed: NaiveDate }
        let agreed = DateStyle::of(language).numeric(*agreed);
        de "verabredet wurde das erst am {agreed}; davor kann es nicht erledigt sein"
            => "berichtigen Sie `closed`, oder den Tag der Verabredung: das Treffen (`meeting`) oder `agreed`";
        en "it was agreed only on {agreed}; it cannot have been closed before"
            => "correct `closed`, or the day on which it was agreed: the meeting (`meeting`) or `agreed`";

    /// Somebody who is no contact and no town is to do something.
    Error "unknown-owner" UnknownOwner { name: String, near: Option<String>, members: MemberWords }
        let town = members.noun(language);
        de "`{name}` ist weder Kontakt noch {town}, hat aber eine Aufgabe"
            => near or "`owner` ist die Kennung einer Person oder {town}; `erfa contacts` und `erfa cities` nennen sie";
        en "`{name}` is no contact and no {town}, but has an action"
            => near or "`owner` is the id of a person or {town}; `erfa contacts` and `erfa cities` list them";

    /// What became of a line of minutes that is not there, or is another's.
    Warning "action-without-line" ActionWithoutLine { id: String, meeting: String, near: Option<String> }
        de "im Protokoll von `{meeting}` steht keine Zeile zu `{id}`; was hier dazu vermerkt ist, gilt so für keine Aufgabe"
            => near or "tragen Sie als `id` die neue Kennung ein: `erfa actions --meeting {meeting}` nennt sie; was in keinem Protokoll steht, braucht `what`";
        en "the minutes of `{meeting}` have no line for `{id}`; so what stands here belongs to no action"
            => near or "write the new id as `id`: `erfa actions --meeting {meeting}` lists it; what stands in no minutes needs `what`";

    /// A line of minutes by which nobody can tell who does what.
    Warning "unclear-action" UnclearAction { day: Option<String>, is_early: bool }
        de "{}", match day {
            Some(day) if *is_early => format!("zu erledigen wäre das vor dem Treffen, bei dem es vereinbart wurde: `{day}`; so steht es auf keiner Liste"),
            Some(day) => format!("bis wann diese Aufgabe zu erledigen ist, ist nicht zu erkennen: `{day}`; so steht sie auf keiner Liste"),
            None => "wer hier was tut, ist nicht zu erkennen; es ist so keine Aufgabe".to_owned(),
        }
            => "so wird es verstanden: `Aufgabe: Wer – Was – bis 1.3.2027`; der Tag kann fehlen";
        en "{}", match day {
            Some(day) if *is_early => format!("this would be to do before the meeting at which it was agreed: `{day}`; so it is on no list"),
            Some(day) => format!("nothing tells until when this action is to be done: `{day}`; so it is on no list"),
            None => "nothing tells who does what here; so it is no action".to_owned(),
        }
            => "this is understood: `Action: who – what – by 1 March 2027`; the day may be missing";

    /// A line of minutes in which somebody unknown is to do something.
    Warning "unowned-action" UnownedAction { name: String, near: Option<String>, is_several: bool, members: MemberWords }
        let town = members.noun(language);
        let several = language.pick(", für mehrere je eine Zeile", ", with a line for each of several");
        let several = if *is_several { several } else { "" };
        de "`{name}` ist weder Kontakt noch {town}; die Aufgabe steht so nirgends auf der Liste"
            => near or "nennen Sie {town} oder Kontakt mit Namen{several}";
        en "`{name}` is no contact and no {town}; so the action is on no list"
            => near or "name one {town} or contact{several}";

    /// A section of minutes about something that is not on the programme.
    Warning "unknown-item" UnknownItem { title: String, meeting: String, near: Option<String> }
        de "„{title}“ ist kein Programmpunkt von `{meeting}`"
            => near or "`erfa programme {meeting}` nennt sie; was sonst geschah, passt unter eine Überschrift mit `##`";
        en "“{title}” is no item of `{meeting}`"
            => near or "`erfa programme {meeting}` lists them; what else happened fits below a heading with `##`";

    /// A row of a table in minutes has cells below no heading.
    Warning "long-row" LongRow {}
        de "diese Zeile hat mehr Zellen als ihre Tabelle Spalten; was zu viel ist, steht in keinem Schriftstück"
            => "geben Sie der Tabelle in ihrer ersten und zweiten Zeile so viele Spalten, oder nehmen Sie die Zelle heraus";
        en "this row has more cells than its table has columns; what is too much is in no document"
            => "give the table as many columns in its first and second row, or take the cell out";

    /// There are no minutes of a meeting.
    Error "no-minutes" NoMinutes { meeting: String }
        de "von `{meeting}` gibt es kein Protokoll"
            => "`erfa minutes {meeting}` beginnt eines, `erfa write minutes {meeting}` druckt einen leeren Vordruck";
        en "there are no minutes of `{meeting}`"
            => "`erfa minutes {meeting}` begins them, `erfa write minutes {meeting}` prints an empty form";

    /// A file that is none of Word's.
    Error "no-word-file" NoWordFile { path: String }
        de "`{path}` ist keine Word-Datei" => "öffnen Sie sie in Word oder LibreOffice und speichern Sie sie als `.docx`";
        en "`{path}` is no Word file" => "open it in Word or LibreOffice and save it as `.docx`";

    /// A file of Word that holds more than anybody writes.
    Error "word-file-too-large" WordFileTooLarge { path: String, most: u64 }
        de "`{path}` enthält mehr als {most} MiB Text" => "so viel schreibt niemand: Woher kommt die Datei?";
        en "`{path}` holds more than {most} MiB of text" => "nobody writes that much: where does the file come from?";
}
