//! A conference that no town has held yet: ten rooms and forty entries a day, made by rule.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::Test;
use crate::word::reader;

const ROOMS: usize = 10;
const DAYS: usize = 2;
/// When something begins and ends.
type Hours = (&'static str, &'static str);

/// The blocks of a day, and the hours in them by turns: the rooms do not keep step with each other.
const BLOCKS: [(Hours, [[Hours; 2]; 2]); 2] = [
    (
        ("10:00", "12:30"),
        [[("10:00", "11:00"), ("11:00", "12:30")], [("10:00", "11:30"), ("11:30", "12:30")]],
    ),
    (
        ("13:30", "16:00"),
        [[("13:30", "14:30"), ("14:30", "16:00")], [("13:30", "15:00"), ("15:00", "16:00")]],
    ),
];

/// Writes the workspace of the conference into a folder that outlives the tests, where the checks
/// with independent readers find it.
pub(crate) fn workspace() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conference");
    let files = [
        (
            "network.toml",
            "name = \"Städtekonferenz\"\n[sender]\nmail = \"post@example.org\"\n".to_owned(),
        ),
        ("cities.toml", "[[city]]\nid = \"hallstedt\"\nname = \"Hallstedt\"\n".to_owned()),
        ("venues.toml", venue()),
        ("meetings/konferenz.toml", meeting()),
    ];
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        // Tests run at the same time: each sees the old or the same new file.
        let mut file = tempfile::NamedTempFile::new_in(&folder).unwrap();
        std::io::Write::write_all(&mut file, text.as_bytes()).unwrap();
        file.persist(path).unwrap();
    }
    folder
}

fn venue() -> String {
    let mut text =
        "[[venue]]\nid = \"kongresshaus\"\nname = \"Kongresshaus\"\ncity = \"hallstedt\"\n\
                    street = \"Am Ring 1\"\npostcode = \"01234\"\n"
            .to_owned();
    for room in 1..=ROOMS {
        let _ = writeln!(
            text,
            "[[venue.room]]\nid = \"raum-{room}\"\nname = \"Raum {room}\"\nseats = 80"
        );
    }
    text
}

fn meeting() -> String {
    let mut text = "title = \"Konferenz der Städte\"\ndate = 2027-05-10\nend-date = 2027-05-11\n\
                    hosts = [\"hallstedt\"]\nvenue = \"kongresshaus\"\ncreated = 2026-11-01\n"
        .to_owned();
    for day in 1..=DAYS {
        let date = format!("2027-05-{:02}", 9 + day);
        let plenary = |kind: &str, title: &str, start: &str, end: &str| {
            format!(
                "\n[[session]]\nid = \"{kind}-{day}\"\nkind = \"{kind}\"\ntitle = \"{title}\"\n\
                 date = {date}\nstart = \"{start}\"\nend = \"{end}\"\n"
            )
        };
        text += &plenary("welcome", "Auftakt", "09:00", "10:00");
        for (at, block) in BLOCKS.iter().enumerate() {
            if at > 0 {
                text += &plenary("meal", "Mittagspause", "12:30", "13:30");
            }
            text += &self::block(day, at, block);
        }
    }
    text
}

fn block(day: usize, at: usize, block: &(Hours, [[Hours; 2]; 2])) -> String {
    let ((start, end), hours) = block;
    let id = format!("foren-{day}-{}", at + 1);
    let mut text = format!(
        "\n[[session]]\nid = \"{id}\"\nkind = \"parallel\"\ntitle = \"Foren\"\n\
         start = \"{start}\"\nend = \"{end}\"\n"
    );
    for room in 1..=ROOMS {
        for (turn, (start, end)) in hours[room % 2].iter().enumerate() {
            let number = (room - 1) * 4 + at * 2 + turn + 1;
            let _ = write!(
                text,
                "\n[[session]]\nid = \"tag-{day}-{number}\"\nin = \"{id}\"\nkind = \"talk\"\n\
                 track = \"Raum {room}\"\nplace = \"raum-{room}\"\n\
                 title = \"Beitrag {number} über Wege in die Innenstadt\"\n\
                 start = \"{start}\"\nend = \"{end}\"\n\
                 people = [{{ name = \"Mika Muster {number}\", function = \"Amt {room}\" }}]\n",
            );
        }
    }
    text
}

#[test]
fn a_conference_is_sound_and_comes_out_whole() {
    let folder = workspace();
    let check = Test::new("check --strict --dir").arg(&folder).run();
    assert_eq!(check.status, 0, "{}{}", check.stdout, check.stderr);
    for format in ["text", "markdown", "html"] {
        let run = Test::new("programme konferenz --format").arg(format).arg("--dir").arg(&folder);
        let run = run.run();
        assert_eq!(run.status, 0, "{}", run.stderr);
        let found = run.stdout.matches("über").count();
        assert_eq!(found, DAYS * ROOMS * 4, "{format}");
    }
}

/// The programme as a file in a format and a layout.
fn written(format: &str, layout: &str) -> Vec<u8> {
    let output = format!("konferenz.{format}");
    let test = Test::new("programme konferenz --layout").arg(layout).arg("--output").arg(&output);
    let run = test.arg("--dir").arg(workspace()).run();
    assert_eq!(run.status, 0, "{}", run.stderr);
    fs::read(run.path(&output)).unwrap()
}

#[test]
fn word_sets_rooms_side_by_side_on_sheets_on_their_long_side() {
    for layout in ["auto", "grid", "list"] {
        let file = written("docx", layout);
        let is_grid = layout != "list";
        let text = reader::part(&file, "word/document.xml");
        assert_eq!(text.contains("w:orient=\"landscape\""), is_grid, "{layout}");
        // A part of each room reaches over two rows of its block, and there are two a day.
        let merged = if is_grid { DAYS * 2 * ROOMS } else { 0 };
        assert_eq!(text.matches("<w:vMerge w:val=\"restart\"/>").count(), merged, "{layout}");
        assert_eq!(text.matches("<w:vMerge w:val=\"continue\"/>").count(), merged, "{layout}");
        let paragraphs = reader::paragraphs(&file);
        let found = paragraphs.iter().filter(|it| it.words.contains("über")).count();
        assert_eq!(found, DAYS * ROOMS * 4, "{layout}");
        let titles = paragraphs.iter().filter(|it| it.style == "GridEntry");
        // In the first cell of a row are the hours.
        let mut cells: Vec<usize> = titles.map(|it| it.cell).collect();
        cells.sort_unstable();
        cells.dedup();
        assert_eq!(cells, if is_grid { (2..=ROOMS + 1).collect() } else { Vec::new() });
    }
}

#[cfg(feature = "pdf")]
#[test]
fn pdf_sets_rooms_side_by_side_where_there_is_room() {
    let [auto, grid, list] = ["auto", "grid", "list"].map(|layout| written("pdf", layout));
    assert!(auto == grid, "a conference is a grid of itself");
    assert!(grid != list);
    assert_eq!([&grid, &list].map(|file| crate::pdf::pages(file)), [3, 5]);
}
