//! What is not recorded of a topic, and what is said before it goes.

use snapbox::str;

use crate::harness::same;
use crate::topics::topics;

#[test]
fn what_was_not_and_what_is_to_come_is_not_recorded() {
    let cancelled = |command: &str| {
        topics(command).file(
            "meetings/2026-06-01-off.toml",
            "title = \"Aus\"\ndate = 2026-06-01\nhosts = [\"elm\"]\nstatus = \"cancelled\"\n",
        )
    };
    let commands =
        ["topic treated brunnen 2026-06-01-off -y", "topic want brunnen elm --on 2030-01-01 -y"];
    let told: Vec<String> = commands.iter().map(|it| cancelled(it).run().stderr).collect();
    same(
        &told.concat(),
        str![[r#"
error[bad-argument]: `2026-06-01-off`: is cancelled: nothing was treated there

error[bad-argument]: `2030-01-01` does not fit `--on`
 |
 = help: the day lies in the future


"#]],
    );
    cancelled("topics --for 2026-06-01-off")
        .stdout(str![[r#"
Themen für „Aus“
================

Dieses Treffen ist abgesagt.

1. Parken (parken): Elm kann es selbst zeigen; davon hören wollen Elm
   und Mühl; ein Treffen dazu ist nicht verzeichnet.
2. Trinkbrunnen (brunnen): Davon hören will Mühl; kein Mitglied bietet
   es an; im Jahr davor dran: „Wasser in der Stadt“ (B. Muster), Elm,
   02.03.2026.

Nicht vorgeschlagen
-------------------

- Nachtleben (nacht): Kein Wunsch ist offen, und Elm bietet es nicht an.
- Lärm (laerm): Kein Wunsch ist offen, und Elm bietet es nicht an.

"#]])
        .status(0);
}

#[test]
fn what_goes_with_a_topic_is_said() {
    topics("topic remove parken --dry-run")
        .stderr(str![[r#"
With the topic goes: wanted by Elm and Mühl; offered by Elm.
topics.toml
  topic parken (is removed)
Only shown; nothing is changed.

"#]])
        .status(0);
}
