//! What was found in the memory of a network, for people.

use super::model::{Block, Document, Table};
use crate::text::{DateStyle, Language, brief};
use crate::view::Status;
use crate::view::finding::FilePlace;
use crate::view::search::{HitView, KnowerView, KnowersView, SearchView};

/// What was found as a table, with the place of each.
pub fn found(view: &SearchView, language: Language) -> Document {
    let headings = [
        (language.pick("Tag", "date"), false),
        (language.pick("wo", "where"), false),
        (language.pick("Treffen", "meeting"), false),
        (language.pick("was da steht", "what it says"), false),
        (language.pick("Stelle", "place"), false),
    ];
    let row = |hit: &HitView| {
        let words = match &hit.item_title {
            Some(title) if *title != hit.words => format!("{title}: {}", hit.words),
            Some(_) | None => hit.words.clone(),
        };
        vec![
            day(hit.date, language),
            hit.found.name(language).to_owned(),
            hit.meeting_title.clone().unwrap_or_default(),
            brief(&words),
            place(&hit.place),
        ]
    };
    let table = Table::of_words(&headings, view.hits.iter().map(row).collect());
    let title = language.pick("Gefunden", "Found");
    document(title, table, &view.words, view.left_out, language)
}

/// Who had a part in it, with the meeting, the item and its minutes.
pub fn knowers(view: &KnowersView, language: Language) -> Document {
    let headings = [
        (language.pick("Stadt", "city"), false),
        (language.pick("wer", "who"), false),
        (language.pick("Tag", "date"), false),
        (language.pick("Treffen", "meeting"), false),
        (language.pick("Programmpunkt oder Thema", "item or topic"), false),
        (language.pick("Protokoll", "minutes"), false),
    ];
    let row = |one: &KnowerView| {
        let nobody = || language.pick("niemand genannt", "nobody named").to_owned();
        // Whoever is still to speak has not spoken.
        let ahead = one.status.filter(|status| *status != Status::Held);
        let ahead = ahead.map(|status| format!(" ({})", status.name(language)));
        let offers = || language.pick("bietet das Thema an", "offers the topic").to_owned();
        let meeting = one.meeting_title.as_ref();
        let meeting = meeting.map(|title| format!("{title}{}", ahead.unwrap_or_default()));
        vec![
            one.city.clone().unwrap_or_default(),
            one.name.clone().unwrap_or_else(nobody),
            day(one.date, language),
            meeting.unwrap_or_else(offers),
            one.item_title.as_ref().or(one.topic_title.as_ref()).cloned().unwrap_or_default(),
            one.minutes.as_ref().map(place).unwrap_or_default(),
        ]
    };
    let table = Table::of_words(&headings, view.people.iter().map(row).collect());
    let title = language.pick("Wer davon weiß", "Who knows of it");
    document(title, table, &view.words, view.left_out, language)
}

fn document(
    title: &str,
    table: Table,
    words: &str,
    left_out: usize,
    language: Language,
) -> Document {
    let mut blocks = Vec::new();
    if table.rows.is_empty() && left_out == 0 {
        blocks.push(Block::paragraph(language.pick(
            format!("Zu „{words}“ ist nichts zu finden."),
            format!("Nothing is to be found about “{words}”."),
        )));
    } else if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    if left_out > 0 {
        blocks.push(Block::paragraph(language.pick(
            format!("Nicht gezeigt: {left_out}; `--count ZAHL` zeigt mehr."),
            format!("Not shown: {left_out}; `--count NUMBER` shows more."),
        )));
    }
    Document::new(language, title, blocks)
}

fn day(date: Option<chrono::NaiveDate>, language: Language) -> String {
    date.map(|date| DateStyle::of(language).numeric(date)).unwrap_or_default()
}

fn place(place: &FilePlace) -> String {
    format!("{}:{}", place.file, place.line)
}
