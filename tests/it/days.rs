//! Meetings of several days, and meetings whose day nobody knows.

use snapbox::str;

use crate::harness::Test;

fn meeting(command: &str, meeting: &str) -> Test {
    Test::new(command).network().file("meetings/tage.toml", meeting)
}

const DAYS: &str = "\
title = \"Tage\"
date = 2027-10-05
end-date = 2027-10-07
[[session]]
title = \"Auftakt\"
description = \"Ablauf:\\n1. Ankommen\\n2. Losgehen\"
[[session]]
title = \"Abschluss\"
date = 2027-10-07
";

#[test]
fn a_day_without_items_keeps_its_heading() {
    meeting("programme tage --format text", DAYS)
        .stdout(str![[r#"
Netz

Tage
====

Wann  Dienstag, 5., bis Donnerstag, 7. Oktober 2027

Programm
--------

Dienstag, 5. Oktober 2027

Auftakt
Ablauf:
1. Ankommen
2. Losgehen

Mittwoch, 6. Oktober 2027: ohne öffentliche Programmpunkte

Donnerstag, 7. Oktober 2027

Abschluss

Entwurf

"#]])
        .status(0);
    meeting("programme tage --format markdown", DAYS)
        .stdout(str![[r#"
Netz

# Tage

- **Wann:** Dienstag, 5., bis Donnerstag, 7. Oktober 2027

## Programm

### Dienstag, 5. Oktober 2027

- **Auftakt**\
  Ablauf:\
  1\. Ankommen\
  2\. Losgehen

### Mittwoch, 6. Oktober 2027: ohne öffentliche Programmpunkte

### Donnerstag, 7. Oktober 2027

- **Abschluss**

Entwurf

"#]])
        .status(0);
    let html = meeting("programme tage --format html", DAYS).run().stdout;
    assert!(html.contains("<time datetime=\"2027-10-06\">Mittwoch, 6."), "{html}");
}

#[test]
fn items_say_that_their_day_is_open() {
    let postponed = DAYS.replace("date =", "#~ date =").replace("end-#~ date", "#~ end-date")
        + "[[history]]\nchanged = 2027-01-01\ndate = 2027-10-05\nend-date = 2027-10-07\n\
           reason = \"Umbau\"\n";
    let postponed = format!("status = \"postponed\"\nreason = \"Umbau\"\n{postponed}");
    meeting("programme tage --format text", &postponed)
        .stdout(str![[r#"
Netz

Dieses Treffen ist verschoben: Umbau

Tage
====

Wann           neuer Termin offen
Zuvor geplant  Dienstag, 5., bis Donnerstag, 7. Oktober 2027

Programm
--------

Tag noch offen

Auftakt
Ablauf:
1. Ankommen
2. Losgehen

Abschluss

Entwurf

"#]])
        .status(0);
    meeting("programme tage --format text --lang en", "title = \"Tage\"\nstatus = \"idea\"\n")
        .stdout(str![[r#"
Netz

Tage
====

When  date not known yet

Draft

"#]])
        .status(0);
}
