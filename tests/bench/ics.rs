//! How fast a large calendar is written: `cargo bench --bench ics`.

#![expect(clippy::unwrap_used, reason = "a broken benchmark may stop at once")]

use std::hint::black_box;

use chrono::{DateTime, Days, NaiveDate, TimeDelta};
use criterion::{Criterion, criterion_group, criterion_main};
use erfa::plan::post::calendar_entry::CalendarEntry;
use erfa::render::ics::calendar;
use erfa::text::Language;
use erfa::view::EntryTime;
use erfa::view::calendar::{About, Calendar, Event, meeting};

/// Ten thousand items of a programme, an hour each.
fn ten_thousand(criterion: &mut Criterion) {
    let workspace = erfa::input::read(erfa::system::built_in::workspace()).workspace.unwrap();
    let held = workspace.meeting("2024-09-24-muehlhausen").unwrap();
    let sample = meeting(&workspace, held, Language::German, true).unwrap();
    let items = sample.events.iter().filter(|event| matches!(event.about, About::Item { .. }));
    let first = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap().and_hms_opt(9, 30, 0).unwrap();
    let event = |(number, event): (u64, &Event)| {
        let start = first.checked_add_days(Days::new(number % 1000)).unwrap();
        Event {
            uid: format!("{number}.{}", event.uid),
            decided: CalendarEntry {
                stamp: DateTime::UNIX_EPOCH,
                time: EntryTime::Hours(start, Some(start + TimeDelta::hours(1))),
                length: None,
                ..event.decided.clone()
            },
            ..event.clone()
        }
    };
    let events = (0..10_000).zip(items.cycle()).map(event).collect();
    let large = Calendar { events, is_feed: true, ..sample.clone() };
    criterion.bench_function("calendar, ten thousand entries", |bencher| {
        bencher.iter(|| calendar(black_box(&large)));
    });
}

criterion_group!(benches, ten_thousand);
criterion_main!(benches);
