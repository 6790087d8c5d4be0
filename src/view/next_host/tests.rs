//! The answer in words, on the real network and on small ones.

use super::{NextHost, next_host};
use crate::domain::line::Line;
use crate::domain::meeting::Status;
use crate::example::{Example, date, real_network};
use crate::plan::rotation::lookahead::lookahead;
use crate::plan::rotation::next_host::next_hosts;
use crate::plan::rotation::slot::HostQuestion;
use crate::plan::rotation::standing::Criterion;
use crate::text::Language::{self, English, German};
use crate::text::plain;
use crate::view::finding::FilePlace;

fn view(example: &Example, day: Option<&str>, today: &str, language: Language) -> NextHost {
    let question = HostQuestion { date: day.map(date), today: date(today), count: 1 };
    let answer = next_hosts(&example.workspace, question).unwrap();
    let ahead = lookahead(&example.workspace, &answer);
    next_host(&example.workspace, &answer, ahead.as_ref(), &example.sources, language)
}

/// Places as people write them: "cities.toml:12".
fn lines(places: &[FilePlace]) -> Vec<String> {
    places.iter().map(ToString::to_string).collect()
}

fn reason(example: &Example, language: Language) -> String {
    view(example, None, "2025-03-01", language).turns[0].reason.clone()
}

/// The real network with August 2023 printed as its file has it.
fn dated_network() -> Example {
    let mut example = real_network();
    example.workspace.meetings[1].when.date_text = Some(Line::new("August 2023").unwrap());
    example
}

#[test]
fn the_real_network_is_answered_in_both_languages() {
    let german = view(&dated_network(), None, "2024-10-01", German);
    let turn = &german.turns[0];
    assert_eq!(
        plain(&turn.answer),
        "Sömmerda ist als Nächstes an der Reihe, gerechnet für den 1. Oktober 2024."
    );
    assert_eq!(
        turn.reason,
        "Apolda, Eisenach, Gotha, Leinefelde-Worbis und Sömmerda haben denselben Anspruch (13/30 ≈ 0,43) \
         und warten gleich lange. In der Liste nach Mühlhausen, der letzten Gastgeberstadt, kommt \
         Sömmerda zuerst."
    );
    let english = view(&dated_network(), None, "2024-10-01", English);
    assert_eq!(
        english.turns[0].reason,
        "Apolda, Eisenach, Gotha, Leinefelde-Worbis and Sömmerda are owed the same (13/30 ≈ 0.43) and have \
         waited equally long. In the list after Mühlhausen, the last host, Sömmerda comes first."
    );
    assert_eq!(turn.criterion, Some(Criterion::Order));
    let rows = turn.candidates.iter().map(|town| {
        [&town.town.id, &town.account, &town.account_words, &town.last_turn_words, &town.remark]
            .map(String::as_str)
    });
    let rows: Vec<_> = rows.collect();
    assert_eq!(rows[0], ["soemmerda", "13/30", "+0,43", "–", "an der Reihe"]);
    assert_eq!(rows[1], ["apolda", "13/30", "+0,43", "–", "später in der Liste"]);
    assert_eq!(
        rows[5],
        ["bad-langensalza", "-17/30", "−0,57", "August 2023", "geringerer Anspruch"]
    );
}

#[test]
fn the_grounds_name_files_and_lines() {
    let german = view(&dated_network(), None, "2024-10-01", German);
    let grounds = &german.turns[0].grounds;
    let words: Vec<_> = grounds.iter().map(|ground| ground.words.as_str()).collect();
    assert_eq!(words[0], "Gezählt: 4 Treffen, seit August 2023");
    assert_eq!(lines(&grounds[0].places), ["meetings/2023-08-01.toml:1"]);
    assert_eq!(words[1], "Letzte Gastgeberstadt davor: Mühlhausen, 24.09.2024");
    assert_eq!(lines(&grounds[1].places), ["meetings/2024-09-24.toml:3"]);
    assert_eq!(lines(&grounds[2].places), ["cities.toml:8"]);
    assert_eq!(
        words[2],
        "Sömmerda: 13/30 ≈ 0,43 aus 4 Treffen, Konto 13/30 ≈ 0,43; mit dem kommenden \
         Anteil 1/9 ≈ 0,11: 49/90 ≈ 0,54; wartet 427 Tage seit dem ersten gezählten Treffen (August 2023)"
    );
    let newest = grounds.iter().find(|ground| ground.words.starts_with("Bad Frank")).unwrap();
    assert_eq!(
        newest.words,
        "Bad Frankenhausen: 29/90 ≈ 0,32 aus 3 Treffen, abzüglich 1 für 1 Gastgeberschaft, \
         Konto −61/90 ≈ −0,68; mit dem kommenden Anteil 1/9 ≈ 0,11: −17/30 ≈ −0,57; wartet 168 Tage seit dem eigenen Treffen (16.04.2024)"
    );
    let earliest = grounds.iter().find(|ground| ground.words.starts_with("Bad Lang")).unwrap();
    assert!(earliest.words.ends_with("seit dem eigenen Treffen (August 2023)"));
    assert_eq!(lines(&newest.places), ["meetings/2024-04-16.toml:3", "cities.toml:2"]);
}

#[test]
fn whoever_would_come_before_is_named_with_the_reason() {
    let mut example = dated_network();
    example.absent(7, "2025-01-01", "2025-06-30");
    example.skip(8, Some(("2025-01-01", "2025-06-30")), None);
    let german = view(&example, None, "2025-03-01", German);
    let turn = &german.turns[0];
    assert!(turn.reason.ends_with("Sömmerda wäre vorher an der Reihe, fällt diesmal aber aus."));
    let excluded: Vec<_> = turn.excluded.iter().map(|town| town.remark.as_str()).collect();
    assert_eq!(excluded, ["verhindert: Rathausumbau", "ausgesetzt: Wahljahr"]);
    assert_eq!(turn.excluded[0].hindrances[0].place.line, 8);
    let words: Vec<_> = turn.grounds.iter().map(|ground| plain(&ground.words)).collect();
    assert!(
        words.contains(
            &"Sömmerda ist verhindert, 1. Januar bis 30. Juni 2025: Rathausumbau".to_owned()
        ),
        "{words:?}"
    );
}

#[test]
fn every_criterion_has_its_sentence() {
    let mut example = Example::new(&["Ahorn", "Buche", "Eiche", "Linde"]);
    assert_eq!(
        reason(&example, German),
        "Ahorn, Buche, Eiche und Linde haben denselben Anspruch (0) und warten gleich lange. \
         In der Liste der Städte steht Ahorn davon zuerst."
    );
    example.meeting("2024-01-01", &[0]);
    example.membership(1).since = Some(example.on_line_of(1, "2023-06-01"));
    assert_eq!(
        reason(&example, German),
        "Buche, Eiche und Linde haben denselben Anspruch (1/4 = 0,25). \
         Davon wartet Buche am längsten, seit dem Beitritt (01.06.2023)."
    );
    example.wish(2, "2025-03-01", "2025-03-01");
    assert_eq!(
        reason(&example, English),
        "Buche, Eiche and Linde are owed the same (1/4 = 0.25). Of these Eiche wishes for this date most."
    );
    example.workspace.cities[3].share = 2;
    assert_eq!(
        reason(&example, German),
        "Linde hat den größten Anspruch (4/5 = 0,80), danach kommt Eiche (2/5 = 0,40)."
    );
    for city in [0, 1, 2] {
        example.membership(city).until = Some(example.on_line_of(city, "2025-01-01"));
    }
    assert_eq!(
        reason(&example, German),
        "Keine andere Mitgliedsstadt kann an diesem Tag Gastgeberin sein."
    );
}

#[test]
fn open_and_assigned_meetings_are_named() {
    let mut example = Example::new(&["Ahorn", "Buche"]);
    example.meeting("2025-06-03", &[]).status.value = Status::Planned;
    example.meeting("2025-04-01", &[1, 0]).status.value = Status::Invited;
    let german = view(&example, Some("2025-09-01"), "2025-03-01", German);
    assert_eq!(
        plain(&german.turns[0].answer),
        "Ahorn ist an der Reihe für „Treffen 2025-06-03“ am Dienstag, dem 3. Juni 2025."
    );
    assert_eq!(
        german.remark.as_deref(),
        Some(
            "Gefragt war nach dem 01.09.2025; vorher braucht noch das Treffen am 03.06.2025 eine \
             Gastgeberstadt."
        )
    );
    assert_eq!(german.assigned[0].words, "„Treffen 2025-04-01“ (01.04.2025): Buche und Ahorn");
    let meeting = german.turns[0].meeting.as_ref().unwrap();
    assert_eq!(lines(std::slice::from_ref(&meeting.place)), ["meetings/2025-06-03.toml:1"]);
}
