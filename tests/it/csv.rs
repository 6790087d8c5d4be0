//! Programmes as tables for a spreadsheet.

use snapbox::str;

use crate::harness::Test;

const MEETING: &str = r#"
title = "Markt"
date = 2027-04-20
[[session]]
number = "TOP 1"
title = "=SUMME(A1:A9)"
start = "ab 9:00"
end = "10:30"
people = [{ name = "A. Muster", role = "moderator" }, { name = "B. Muster" }]
place = "+Saal; \"groß\""
seats = 20
description = """
Zeile eins
und zwei.

- Punkt"""
[[session.items]]
title = "Teil"
duration = "15 min"
people = [{ name = "C. Muster" }]
[[session]]
kind = "break"
connector = "danach"
"#;

fn programme(command: &str) -> Test {
    Test::new(command).network().file("meetings/markt.toml", MEETING)
}

#[test]
fn a_programme_is_a_line_for_each_entry() {
    programme("programme markt --format csv").stdout(str![[r#"
﻿Tag;Beginn;Ende;Zeitangabe;Nummer;Strang;Titel;Stand;Personen;Ort;Hinweise;Teile;Beschreibung;Bedingungen;Internetseite;Art;Ebene;Kennung␍
2027-04-20;09:00;10:30;ab 09:00 Uhr, Ende 10:30 Uhr;TOP 1;;'=SUMME(A1:A9);;"Moderation: A. Muster; B. Muster";"'+Saal; ""groß""";;Teil, C. Muster, 15 min;Zeile eins und zwei. · - Punkt;20 Plätze;;item;0;summe-a1-a9␍
2027-04-20;;;danach;;;Pause;;;;;;;;;break;0;break␍

"#]]).status(0);
}

#[test]
fn headings_are_in_the_language_of_the_document() {
    programme("programme markt --lang en -o programme.csv")
        .wrote("programme.csv", str![[r#"
﻿Day;Start;End;Time;Number;Track;Title;Status;People;Place;Remarks;Parts;Description;Terms;Page;Kind;Level;ID␍
2027-04-20;09:00;10:30;from 09:00, end 10:30;TOP 1;;'=SUMME(A1:A9);;"Moderator: A. Muster; B. Muster";"'+Saal; ""groß""";;Teil, C. Muster, 15 min;Zeile eins und zwei. · - Punkt;20 places;;item;0;summe-a1-a9␍
2027-04-20;;;after that;;;Break;;;;;;;;;break;0;break␍

"#]])
        .status(0);
}

#[test]
fn the_list_of_meetings_is_a_table_too() {
    let meetings = |command: &str| Test::new(command).workspace("examples/netzwerk-flusstal");
    meetings("meetings --lang en --format csv")
        .stdout(str![[r#"
﻿when;id;hosts;status;turn␍
2026-03-17;2026-03-17-birkenfurt;Birkenfurt;held;yes␍
2026-06-16;2026-06-16-tannbrueck;Tannbrück;cancelled;␍
2027-02-16;2026-10-dornwerder;Dornwerder;postponed;yes␍
2027-04-20;2027-04-20-eschenquell;Eschenquell;invited;yes␍
2027-06-09 – 2027-06-10;2027-06-09-lindenwehr;Lindenwehr, Hohenfähr;planned;yes␍
Herbst 2027;2027-herbst-exkursion;;idea;␍

"#]])
        .status(0);
    // A file is in the network's language, whoever asks for it.
    meetings("meetings -o treffen.csv")
        .wrote(
            "treffen.csv",
            str![[r#"
﻿Wann;Kennung;Gastgeber;Stand;zählt␍
17.03.2026;2026-03-17-birkenfurt;Birkenfurt;durchgeführt;ja␍
16.06.2026;2026-06-16-tannbrueck;Tannbrück;abgesagt;␍
16.02.2027;2026-10-dornwerder;Dornwerder;verschoben;ja␍
20.04.2027;2027-04-20-eschenquell;Eschenquell;eingeladen;ja␍
09.06.2027 – 10.06.2027;2027-06-09-lindenwehr;Lindenwehr, Hohenfähr;geplant;ja␍
Herbst 2027;2027-herbst-exkursion;;Idee;␍

"#]],
        )
        .status(0);
}
