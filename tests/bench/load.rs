//! How long it takes to load and check ten thousand meetings, beside merely reading their files.

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use erfa::plan::programme::clash;
use erfa::system::{files, gathering};
use erfa::{input, source};

/// How many meetings there are.
const MEETINGS: usize = 10_000;

fn load(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a scratch folder");
    generate(folder.path());
    let mut group = criterion.benchmark_group("ten thousand meetings");
    group.sample_size(10);
    group.bench_function("read", |bencher| bencher.iter(|| read(folder.path())));
    group.bench_function("load and check", |bencher| {
        bencher.iter(|| {
            let reading = input::read(read(folder.path()));
            let workspace = reading.workspace.expect("the generated files are in order");
            black_box(clash::findings(&workspace, chrono::NaiveDate::default()))
        });
    });
    group.finish();
}

fn read(folder: &Path) -> Vec<source::RawFile> {
    black_box(gathering::read_all(folder, input::FILES, input::FOLDERS, |_| true))
}

#[expect(clippy::disallowed_methods, reason = "to sync ten thousand files takes minutes")]
fn write(path: &Path, text: &str) {
    std::fs::write(path, text).expect("a scratch file");
}

/// Writes a network of one town and its meetings, each a copy of the programme in `data/`.
fn generate(folder: &Path) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let model = files::read(&data.join("meetings/2024-09-24-muehlhausen.toml"));
    let model = String::from_utf8(model.expect("the meeting of the article")).expect("text");
    let programme = &model[model.find("[[session]]").expect("a programme")..];
    let write = |path: &str, text: &str| write(&folder.join(path), text);
    write("network.toml", "name = \"Netz\"\n");
    write("cities.toml", "[[city]]\nid = \"muehlhausen\"\nname = \"Mühlhausen\"\n");
    files::make_folder(&folder.join("meetings")).expect("a scratch folder");
    let days = chrono::NaiveDate::default().iter_days();
    for (number, day) in days.take(MEETINGS).enumerate() {
        let head =
            format!("title = \"Treffen {number}\"\ndate = {day}\nhosts = [\"muehlhausen\"]\n");
        write(&format!("meetings/m{number:05}.toml"), &format!("{head}\n{programme}"));
    }
}

criterion_group!(benches, load);
criterion_main!(benches);
