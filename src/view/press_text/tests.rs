//! Programmes told in sentences.

use crate::example::least;
use crate::text::Language::{self, English, German};
use crate::text::plain;
use crate::view::programme::{Edition, programme};
use crate::view::words::Words;

/// The story of a programme: its sessions as the file has them.
fn told(sessions: &str, language: Language) -> Vec<String> {
    let meeting = format!("title = \"A\"\ndate = 2024-09-24\n{sessions}");
    let workspace = least("meetings/a.toml", &meeting);
    let words = Words::new(&workspace.network, language);
    let meeting = &workspace.meetings[0];
    let repeated = meeting.sessions.iter().filter(|session| session.repeat_of.is_some());
    let repeated: Vec<String> = repeated.map(|session| session.id.to_string()).collect();
    let programme = programme(&workspace, meeting, language, Edition::Full);
    super::press_text(&programme, &programme.network.members, &repeated, words)
        .iter()
        .map(|paragraph| plain(paragraph))
        .collect()
}

/// Sessions from lines "kind; title; further keys".
fn sessions(lines: &[&str]) -> String {
    let session = |line: &&str| {
        let mut parts = line.splitn(3, "; ");
        let (kind, title) = (parts.next().unwrap(), parts.next().unwrap());
        let keys = parts.next().unwrap_or_default().replace("; ", "\n");
        format!("[[session]]\nkind = \"{kind}\"\ntitle = \"{title}\"\n{keys}\n")
    };
    lines.iter().map(session).collect()
}

#[test]
fn the_newspapers_own_programme_is_told_as_it_told_it() {
    let lines = [
        "welcome; Begrüßung; start = \"9:30\"",
        "presentation; Aktueller Stand des Projekts; connector = \"nach der Begrüßung\"",
        "tour; Rundgang im neuen Tauschladen; connector = \"danach\"",
        "presentation; „Teilkonzept Stadtgrün“; connector = \"im Anschluss\"",
        "break; Mittagspause",
        "presentation; Präsentation zum Gedenkjahr; connector = \"nach der Mittagspause\"",
        "presentation; Vorstellung der Brille",
    ];
    assert_eq!(
        told(&sessions(&lines), German),
        [
            "Nach der Begrüßung um 9.30 Uhr steht die Präsentation „Aktueller Stand des Projekts“ auf \
          dem Programm. Danach beginnt der Rundgang im neuen Tauschladen. Im Anschluss steht die \
          Präsentation „Teilkonzept Stadtgrün“ auf dem Programm. Nach der Mittagspause folgen die \
          Präsentation zum Gedenkjahr sowie die Vorstellung der Brille."
        ]
    );
    assert_eq!(
        told(&sessions(&lines), English),
        ["After the welcome at 9:30 am, the presentation “Aktueller Stand des Projekts” follows. \
          After that, “Rundgang im neuen Tauschladen” follows. Afterwards, the \
          presentation “Teilkonzept Stadtgrün” follows. After the lunch break, “Präsentation zum \
          Gedenkjahr” and “Vorstellung der Brille” follow."]
    );
}

/// Sessions, and what is told of them in German and English.
type Case = (&'static [&'static str], &'static str, &'static str);

fn check(cases: &[Case]) {
    for (lines, german, english) in cases {
        assert_eq!(told(&sessions(lines), German).join("\n"), *german, "{lines:?}");
        assert_eq!(told(&sessions(lines), English).join("\n"), *english, "{lines:?}");
    }
}

#[test]
fn times_and_pauses_lead_over() {
    check(&[
        (&[], "", ""),
        // Arrivals, ways and what was dropped go untold.
        (&["arrival; Ankommen; start = \"9:00\"", "transfer; Busfahrt"], "", ""),
        (
            &["talk; Schwamm; status = \"dropped\"", "talk; Licht; status = \"requested\""],
            "Den Auftakt macht der Vortrag „Licht“ (angefragt).",
            "The programme opens with the talk “Licht” (to be confirmed).",
        ),
        (
            &[
                "welcome; Begrüßung; start = \"9:30\"; people = [{ name = \"A. Bach\", function = \"Bürgermeisterin\" }]",
            ],
            "Die Gäste begrüßt um 9.30 Uhr A. Bach, Bürgermeisterin.",
            "The programme opens at 9:30 am with the welcome. The welcome is given by A. Bach, Bürgermeisterin.",
        ),
        (
            &["welcome; Begrüßung; people = [{ name = \"A\" }, { name = \"B\" }]"],
            "Die Gäste begrüßen A sowie B.",
            "The programme opens with the welcome. The welcome is given by A and by B.",
        ),
        // Times keep their precision.
        (
            &[
                "talk; A; start = \"9:30\"",
                "talk; B; start = \"ca. 10:00\"",
                "item; C; part-of-day = \"afternoon\"",
            ],
            "Den Auftakt macht um 9.30 Uhr der Vortrag „A“. Etwa um 10 Uhr folgt der Vortrag „B“. \
             Letzter Programmpunkt ist nachmittags „C“.",
            "The programme opens at 9:30 am with the talk “A”. At about 10 am, the talk “B” follows. The last \
             item, in the afternoon, is “C”.",
        ),
        // What stands further down in the file and begins sooner is told sooner.
        (
            &["talk; A; start = \"11:30\"", "talk; B", "talk; C; start = \"10:30\""],
            "Den Auftakt macht um 10.30 Uhr der Vortrag „C“. Um 11.30 Uhr folgt der Vortrag „A“. Letzter \
             Programmpunkt ist der Vortrag „B“.",
            "The programme opens at 10:30 am with the talk “C”. At 11:30 am, the talk “A” follows. The last \
             item is the talk “B”.",
        ),
        // What has neither time nor connector takes turns in leading over.
        (
            &["talk; A", "talk; B", "talk; C", "closing; Abschluss"],
            "Den Auftakt macht der Vortrag „A“. Danach folgt der Vortrag „B“. Im Anschluss folgt der \
             Vortrag „C“. Am Ende folgt der Abschluss.",
            "The programme opens with the talk “A”. After that, the talk “B” follows. Next, the talk “C” \
             follows. The last item is the closing.",
        ),
        // Pauses are told with what follows, in the right case; the last of the day on its own, for it is
        // no item.
        (
            &[
                "talk; A",
                "meal; Mittagessen; start = \"12:00\"",
                "talk; B; start = \"13:00\"",
                "meal; Imbiss",
            ],
            "Den Auftakt macht der Vortrag „A“. Nach dem Mittagessen folgt um 13 Uhr der Vortrag \
             „B“. Danach folgt der Imbiss.",
            "The programme opens with the talk “A”. After lunch, at 1 pm, the talk “B” follows. After \
             that, the meal “Imbiss” follows.",
        ),
        (
            &["talk; A", "break; Zeit für Gespräche", "talk; B", "talk; C", "talk; D"],
            "Den Auftakt macht der Vortrag „A“. Nach einer Pause folgen der Vortrag „B“, der Vortrag \
             „C“ sowie der Vortrag „D“.",
            "The programme opens with the talk “A”. After the break, the talk “B”, the talk “C” and the \
             talk “D” follow.",
        ),
    ]);
}

#[test]
fn people_titles_and_blocks_are_told_by_their_kind() {
    check(&[
        // People: by kind, and by the part they have.
        (
            &["talk; A; people = [{ name = \"Ada\" }]"],
            "Den Auftakt macht der Vortrag „A“. Es spricht Ada.",
            "The programme opens with the talk “A”. The speaker is Ada.",
        ),
        (
            &["panel; A; people = [{ name = \"Ada\" }, { name = \"Bo\", role = \"moderator\" }]"],
            "Den Auftakt macht das Podiumsgespräch „A“. Auf dem Podium: Ada. Moderation: Bo.",
            "The programme opens with the panel discussion “A”. On the panel: Ada. Moderator: Bo.",
        ),
        // Titles that begin with their noun need no other, and no quotation marks.
        (
            &["discussion; Erfahrungsaustausch zum Leerstand", "tour; Rundgang: fünf Plätze"],
            "Den Auftakt macht der Erfahrungsaustausch zum Leerstand. Danach beginnt der Rundgang \
             „fünf Plätze“.",
            "The programme opens with “Erfahrungsaustausch zum Leerstand”. After that, \
             “Rundgang: fünf Plätze” follows.",
        ),
        (
            &["item; Begrüßung und Einführung", "talk; Interessen der Händler"],
            "Den Auftakt macht der Programmpunkt „Begrüßung und Einführung“. Danach folgt der Vortrag \
             „Interessen der Händler“.",
            "The programme opens with the item “Begrüßung und Einführung”. After that, the talk \
             “Interessen der Händler” follows.",
        ),
        // Blocks: side by side, and beside everything else.
        (
            &[
                "parallel; Wahl; id = \"w\"; start = \"10:45\"",
                "workshop; Schatten; in = \"w\"",
                "workshop; Wege; in = \"w\"",
                "frame; Im Haus; id = \"h\"",
                "item; Ausstellung „Plätze“; in = \"h\"",
                "item; Sprechstunde; in = \"h\"",
            ],
            "Zu Beginn steht um 10.45 Uhr „Wahl“; nebeneinander laufen „Schatten“ und „Wege“. Zum Programm \
             gehört „Im Haus“ mit „Ausstellung ‚Plätze‘“ und „Sprechstunde“.",
            "To begin with, at 10:45 am, there is “Wahl”; “Schatten” and “Wege” run side by side. The \
             programme includes “Im Haus” with “Ausstellung ‘Plätze’” and “Sprechstunde”.",
        ),
        // The same again.
        (
            &[
                "workshop; Schatten; id = \"s\"",
                "talk; A",
                "workshop; Schatten; start = \"15:00\"; repeat-of = \"s\"",
            ],
            "Den Auftakt macht der Workshop „Schatten“. Danach folgt der Vortrag „A“. Zuletzt wird \
             um 15 Uhr der Workshop „Schatten“ wiederholt.",
            "The programme opens with the workshop “Schatten”. After that, the talk “A” follows. Last, \
             at 3 pm, the workshop “Schatten” is repeated.",
        ),
        (
            &["talk; A; connector = \"Parallel dazu,\"; start = \"gegen 11:00\""],
            "Parallel dazu folgt gegen 11 Uhr der Vortrag „A“.",
            "At the same time, around 11 am, the talk “A” follows.",
        ),
    ]);
}

#[test]
fn titles_stand_in_sentences_as_german_has_it() {
    let told = |line: &str| told(&sessions(&[line]), German).join("");
    for (line, subject) in [
        ("welcome; Kurze Begrüßung", "die kurze Begrüßung"),
        ("tour; Kleiner Stadtrundgang", "der kleine Stadtrundgang"),
        ("social; Informelles Treffen", "das informelle Treffen"),
        ("social; Mühlhäuser Austausch", "„Mühlhäuser Austausch“"),
        ("presentation; Vorstellung Projekt Brille", "„Vorstellung Projekt Brille“"),
        ("presentation; Vorstellung des Projekts", "die Vorstellung des Projekts"),
        ("talk; Keynote I", "„Keynote I“"),
        ("talk; Vortrag", "ein Vortrag"),
        ("talk; Vortrag: Licht", "der Vortrag „Licht“"),
        ("talk; Ansprache", "die Ansprache"),
        ("panel; Stadtgespräche", "das Podiumsgespräch „Stadtgespräche“"),
        ("closing; Ausblick und Verabschiedung", "„Ausblick und Verabschiedung“"),
    ] {
        assert_eq!(told(line), format!("Den Auftakt macht {subject}."), "{line}");
    }
}

#[test]
fn everybody_is_told_once_with_their_part() {
    check(&[
        (
            &[
                "panel; A; people = [{ organisation = \"Aue\" }, { organisation = \"Buchau\" }, { name = \"Bo\", role = \"moderator\" }, { name = \"Ida\", role = \"moderator\" }]",
            ],
            "Den Auftakt macht das Podiumsgespräch „A“. Auf dem Podium: Aue, Buchau. Moderation: Bo, Ida.",
            "The programme opens with the panel discussion “A”. On the panel: Aue, Buchau. Moderators: Bo, Ida.",
        ),
        (
            &["talk; A; people = [{ function = \"OB a. D.\" }]"],
            "Den Auftakt macht der Vortrag „A“. Vortrag: OB a. D.",
            "The programme opens with the talk “A”. Speaking: OB a. D.",
        ),
        (
            &[
                "talk; A; people = [{ name = \"Ada\", function = \"Leiterin\" }, { name = \"Bo\", function = \"Planer\" }]",
            ],
            "Den Auftakt macht der Vortrag „A“. Es sprechen Ada, Leiterin, sowie Bo, Planer.",
            "The programme opens with the talk “A”. The speakers are Ada, Leiterin; Bo, Planer.",
        ),
        (
            &["talk; A; people = [{ names = [\"Ada\", \"Bo\"], function = \"Planer\" }]"],
            "Den Auftakt macht der Vortrag „A“. Es sprechen Ada und Bo, Planer.",
            "The programme opens with the talk “A”. The speakers are Ada and Bo, Planer.",
        ),
        // Who chairs a block, and what stands in a block under one name.
        (
            &[
                "parallel; Wahl; id = \"w\"; start = \"10:45\"; people = [{ name = \"Ida\", role = \"chair\" }]",
                "workshop; Gruppe; in = \"w\"",
                "workshop; Gruppe; in = \"w\"; start = \"11:00\"",
                "workshop; Gruppe; in = \"w\"",
            ],
            "Zu Beginn steht um 10.45 Uhr „Wahl“; nebeneinander laufen „Gruppe“ (2-mal) und „Gruppe“ (um 11 Uhr). \
             „Wahl“: Ida (Leitung).",
            "To begin with, at 10:45 am, there is “Wahl”; “Gruppe” (2 times) and “Gruppe” (at 11 am) run side by side. \
             “Wahl”: Ida (Chair).",
        ),
        (
            &[
                "parallel; Wahl; id = \"w\"",
                "workshop; Gruppe; in = \"w\"",
                "workshop; Gruppe; in = \"w\"",
            ],
            "Zu Beginn steht „Wahl“; nebeneinander laufen „Gruppe“ (2-mal).",
            "To begin with, there is “Wahl”; “Gruppe” (2 times) run side by side.",
        ),
        // What stands in a block that was given up is given up.
        (
            &[
                "talk; A",
                "parallel; Wahl; id = \"w\"; status = \"dropped\"",
                "workshop; Gruppe; in = \"w\"",
                "item; Ende; start = \"17:00\"",
            ],
            "Den Auftakt macht der Vortrag „A“.",
            "The programme opens with the talk “A”.",
        ),
        (
            &[
                "frame; Im Haus; id = \"h\"; start = \"11:00\"; end = \"16:00\"",
                "item; Plakate; in = \"h\"",
            ],
            "Von 11 bis 16 Uhr läuft „Im Haus“ mit „Plakate“.",
            "From 11 am to 4 pm, there is “Im Haus” with “Plakate”.",
        ),
        // Nothing comes after what goes on all day.
        (
            &[
                "frame; Im Haus; id = \"h\"; start = \"9:00\"; end = \"17:00\"",
                "item; Plakate; in = \"h\"",
                "talk; Wasser",
                "workshop; Beete",
            ],
            "Den Auftakt macht der Vortrag „Wasser“. Danach folgt der Workshop „Beete“. Von 9 bis 17 Uhr \
             läuft „Im Haus“ mit „Plakate“.",
            "The programme opens with the talk “Wasser”. After that, the workshop “Beete” follows. From 9 am \
             to 5 pm, there is “Im Haus” with “Plakate”.",
        ),
        // Who cannot come speaks nowhere, and a block of which all is given up is none.
        (
            &[
                "talk; Wasser; people = [{ name = \"Bo Tal\", status = \"dropped\" }]",
                "parallel; Werkstätten; id = \"w\"",
                "workshop; Eins; in = \"w\"; status = \"dropped\"",
            ],
            "Den Auftakt macht der Vortrag „Wasser“.",
            "The programme opens with the talk “Wasser”.",
        ),
        // What is only asked for is no more than that.
        (
            &[
                "welcome; Begrüßung; status = \"requested\"; people = [{ function = \"Bürgermeister\" }]",
                "parallel; Werkstätten; id = \"w\"; start = \"11:00\"; status = \"requested\"",
                "workshop; Eins; in = \"w\"",
            ],
            "Den Auftakt macht die Begrüßung (angefragt). Die Gäste begrüßt der Bürgermeister. Um 11 Uhr \
             folgen „Werkstätten“; darin läuft „Eins“ (angefragt).",
            "The programme opens with the welcome (to be confirmed). The welcome is given by the \
             Bürgermeister. At 11 am, “Werkstätten” (to be confirmed) follow; “Eins” runs.",
        ),
    ]);
}

#[test]
fn parts_are_named_and_days_are_headed() {
    let parts = "[[session]]\nkind = \"talk\"\ntitle = \"Wasser\"\n[[session.items]]\ntitle = \"Mulden\"\n\
                 [[session.items]]\ntitle = \"Bäche\"\npeople = [{ name = \"Ada\" }]\n\
                 [[session]]\ndate = 2024-09-25\nkind = \"tour\"\ntitle = \"Rundgang\"\n";
    assert_eq!(
        told(parts, German),
        [
            "Dienstag, 24. September 2024: Den Auftakt macht der Vortrag „Wasser“. Dazu gehören \
             „Mulden“ sowie „Bäche“ (Ada).",
            "Mittwoch, 25. September 2024: Auf dem Programm steht der Rundgang.",
        ]
    );
    assert_eq!(
        told(parts, English)[0],
        "Tuesday, 24 September 2024: The programme opens with the talk “Wasser”. Parts of it are “Mulden” and “Bäche” \
         (Ada)."
    );
}

#[test]
fn free_time_is_no_pause_that_follows() {
    let last = sessions(&[
        "talk; Laternen; start = \"16:00\"",
        "break; Zeit zur freien Verfügung; start = \"17:00\"",
        "social; Abendessen; start = \"19:00\"",
        "break; Netzwerken; start = \"20:00\"",
        "break; Freizeit; start = \"21:00\"",
    ]);
    assert_eq!(
        told(&last, German).join(" "),
        "Den Auftakt macht um 16 Uhr der Vortrag „Laternen“. Nach der freien Zeit folgt um 19 Uhr das \
         Abendessen. Um 20 Uhr folgt „Netzwerken“. Ab 21 Uhr ist freie Zeit."
    );
    let alone = sessions(&[
        "talk; Laternen; start = \"16:00\"",
        "break; Zeit zur freien Verfügung; start = \"17:00\"",
        "break; Netzwerken; start = \"18:00\"",
        "talk; Brunnen; connector = \"danach\"",
    ]);
    assert_eq!(
        told(&alone, German).join(" "),
        "Den Auftakt macht um 16 Uhr der Vortrag „Laternen“. Ab 17 Uhr ist Zeit zur freien Verfügung. \
         Um 18 Uhr folgt „Netzwerken“. Danach folgt der Vortrag „Brunnen“."
    );
    assert_eq!(
        told(&alone, English).join(" "),
        "The programme opens at 4 pm with the talk “Laternen”. From 5 pm, there is free time. At 6 pm, \
         “Netzwerken” follows. After that, the talk “Brunnen” follows."
    );
}
