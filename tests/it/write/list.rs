//! `erfa write --list`: what there is to write.

use snapbox::str;

use crate::harness::Test;

#[test]
fn all_documents_can_be_named() {
    Test::new("write --list")
        .file("network.toml", "name = 'Netz'\n")
        .file("templates/de/grusswort.md", "# {{ meeting.title }}\n")
        .file("templates/de/press.md", "# {{ headline }}\n")
        .german()
        .stdout(str![[r#"
Schriftstück            was es ist
────────────────────────────────────────────────────────────────────────
save-the-date           der Termin vorab
invitation              die Einladung
speaker-invitation      die Bitte um einen Beitrag zum Programm
host-request            die Anfrage an eine Stadt, Gastgeberin zu sein
topic-survey            die Umfrage, wovon die Mitglieder hören wollen
                        und berichten können
reminder                die Erinnerung, nur an alle ohne Antwort
confirmation            die Bestätigung, nur an alle mit Zusage
change                  was sich geändert hat, alt und neu
postponement            der alte und der neue Termin
cancellation            die Absage
withdrawal              die Rücknahme einer einzelnen Einladung
thanks                  der Dank danach
action-reminder         die Erinnerung an fällige Aufgaben, nur an alle,
                        die eine haben
speaker-sheet           das Merkblatt für Mitwirkende, mit Beitrag,
                        Raum, Technik und wen sie anrufen
attendance-certificate  die Teilnahmebescheinigung, nur für alle, die
                        mit Namen vermerkt sind
press                   die Pressemitteilung davor
door-signs              die Türschilder, ein Blatt je Raum mit allem,
                        was dort stattfindet
logistics-sheet         das Blatt für Haus und Küche: Zahlen, Räume,
                        Technik und Pausen, ohne Namen
needs-list              die Bemerkungen zu Essen und Hilfen mit Namen,
                        nur für die Gastgeber
name-badges             die Namensschilder auf Etiketten nach Maß
sign-in-list            die Unterschriftenliste
feedback-sheet          der Feedbackbogen, ohne Namen
minutes                 der Vordruck für das Protokoll
report                  der Bericht über ein Jahr des Netzwerks, ohne
                        Namen
handover                die Übergabe: was ansteht, wer was zugesagt hat
                        und wo alles liegt; vertraulich
grusswort               eigene Vorlage

"#]])
        .status(0);
}

#[test]
fn the_list_goes_with_what_goes_with_every_command() {
    for command in ["write --list -q --lang en", "write --list --json --lang en"] {
        let output = Test::new(command).network().run();
        assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{command}");
        assert!(output.stdout.contains("sign-in-list"), "{}", output.stdout);
        let json = serde_json::from_str::<serde_json::Value>(&output.stdout);
        assert_eq!(
            json.is_ok_and(|json| json[0]["name"] == "save-the-date"),
            command.contains("json")
        );
    }
    assert_eq!(Test::new("write --list press").network().run().status, 2);
}
