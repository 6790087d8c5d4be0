//! How long it takes to set a programme of one page, one of 720 entries, and to write every form of
//! a meeting.

use std::hint::black_box;
use std::process::Command;

use criterion::{Criterion, criterion_group, criterion_main};
use erfa::document::model::{Block, Document};
use erfa::document::template::Template;
use erfa::render::pdf::{Design, pdf};
use erfa::render::sheet::Sheet;
use erfa::source::Sources;
use erfa::text::Language;
use erfa::view::DocumentKind;
use erfa::view::placeholders::Placeholders as _;
use erfa::view::programme::{Day, Entry, Programme};
use erfa::view::words::{Marks, Worded};

/// A programme with `entries` entries.
fn document(entries: usize) -> Document {
    let mut programme = Programme::filled(&|name| format!("Erfahrungen: {name}"));
    let model = programme.days[0].entries[0].clone();
    let entry = |number: usize| Entry {
        title: format!("Programmpunkt {number} mit einem Titel, wie er üblich ist"),
        time: Some(Worded::new(
            format!("{:02}:{:02} Uhr", number / 60 % 24, number % 60),
            Marks::default(),
        )),
        items: Vec::new(),
        description: None,
        ..model.clone()
    };
    let entries = (0..entries).map(entry).collect();
    programme.days = vec![Day { date: None, heading: None, entries }];
    let sources = Sources::default();
    let template = Template::find(DocumentKind::Programme, Language::German, &sources);
    let document = template.render(&programme).expect("a sound template");
    assert!(document.blocks.iter().any(|block| matches!(block, Block::Agenda(_))));
    document
}

fn pages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("pdf");
    group.sample_size(10);
    for (name, entries) in [("one page", 6), ("720 rows", 720)] {
        let document = document(entries);
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                // A process sets one document: nothing is remembered from the one before.
                typst::comemo::evict(0);
                let sources = Sources::default();
                black_box(pdf(
                    std::slice::from_ref(&document),
                    Design::Programme,
                    Sheet::default(),
                    &sources,
                ))
            });
        });
    }
    group.finish();
}

/// The program from its start to its end, as people wait for it: a page, and the whole set.
fn processes(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("process");
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let folder = tempfile::tempdir().expect("a folder of our own");
    let set = folder.path().to_string_lossy().into_owned();
    let page = format!("{set}/page.pdf");
    for (name, target) in [("one page", ["--output", &page]), ("all formats", ["--all", &set])] {
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let mut run = Command::new(env!("CARGO_BIN_EXE_erfa"));
                run.args(["--dir", data, "-q", "programme", "2024-09-24-muehlhausen"]).args(target);
                assert!(run.status().expect("the program starts").success());
            });
        });
    }
    group.finish();
}

criterion_group!(benches, pages, processes);
criterion_main!(benches);
