//! How fast days are judged: `cargo bench --bench dates`.

#![expect(clippy::unwrap_used, reason = "a broken benchmark may stop at once")]

use std::hint::black_box;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use erfa::domain::time::DateRange;
use erfa::plan::dates::{DatesQuestion, dates};
use erfa::system::built_in;

/// Ten years for the nine towns of `data/`.
fn ten_years(criterion: &mut Criterion) {
    let workspace = erfa::input::read(built_in::workspace()).workspace.unwrap();
    let day = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
    let question = DatesQuestion {
        days: DateRange::new(day(2027), day(2037)).unwrap(),
        today: day(2027),
        host: None,
        weekdays: Vec::new(),
    };
    criterion.bench_function("dates, ten years, nine towns", |bencher| {
        bencher.iter(|| dates(black_box(&workspace), black_box(&question)));
    });
}

criterion_group!(benches, ten_years);
criterion_main!(benches);
