//! The copy of `data/` that is compiled into the program.

use chrono::NaiveDate;

use crate::source::RawFile;

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        /// Path and content of every file.
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../../data/", $path)))),*];
    };
}

files![
    "network.toml",
    "cities.toml",
    "venues.toml",
    "calendar/school-holidays-thuringia.toml",
    "meetings/2015-04-gruendung.toml",
    "meetings/2018-01-22-soemmerda.toml",
    "meetings/2019-02-20-gotha.toml",
    "meetings/2019-herbst-bad-langensalza.toml",
    "meetings/2023-08-bad-langensalza.toml",
    "meetings/2024-01-25-sondershausen.toml",
    "meetings/2024-04-16-bad-frankenhausen.toml",
    "meetings/2024-09-24-muehlhausen.toml",
    "meetings/muehlhausen-jakobikirche.toml",
];

/// The files of the built-in workspace. Templates and schemas in `data/` are no part of it: they serve
/// every workspace; `document::template` has the templates, and other programs read the schemas.
pub fn workspace() -> Vec<RawFile> {
    let file = |&(path, text): &(&str, &str)| RawFile {
        path: path.to_owned(),
        content: Ok(text.as_bytes().to_vec()),
    };
    FILES.iter().map(file).collect()
}

/// The day on which the example of the handbook is reckoned.
pub const EXAMPLE_DAY: NaiveDate =
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("the day is one of the calendar");

/// The small network by which the handbook explains turns.
pub fn example() -> Vec<RawFile> {
    macro_rules! files {
        ($($path:literal),*) => {
            vec![$(RawFile::from((
                $path,
                include_str!(concat!("../../data/handbook/example/", $path)),
            ))),*]
        };
    }
    files![
        "network.toml",
        "cities.toml",
        "meetings/2025-10-14-birkenfurt.toml",
        "meetings/2026-03-10-eschenquell.toml",
        "meetings/2026-06-16-birkenfurt.toml",
        "meetings/2026-09-22-tannbrueck.toml"
    ]
}

/// The school holidays of Thuringia, and the holidays of other Länder and of cantons: they serve every
/// workspace there, and no other takes them in.
pub const HOLIDAYS: [fn() -> RawFile; 2] = [
    || {
        let thuringia = include_str!("../../data/calendar/school-holidays-thuringia.toml");
        RawFile::from(("calendar/school-holidays-thuringia.toml", thuringia))
    },
    || {
        let others = include_str!("../../data/calendar/holidays.csv");
        RawFile::from(("calendar/holidays.csv", others))
    },
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_file_of_data_is_built_in() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let mut folders = vec![root.clone()];
        let mut found = BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in folder.read_dir().unwrap() {
                let path = entry.unwrap().path();
                // The table of holidays is no file of a workspace, and neither is its licence, nor what
                // remembers prints.
                let is_table = ["csv", "md"].iter().any(|it| path.extension() == Some(it.as_ref()));
                let is_for_all =
                    [".erfa", "templates", "schema", "handbook", "help", "completions"]
                        .iter()
                        .any(|it| path.ends_with(it));
                if is_for_all || is_table {
                    continue;
                }
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let path = path.strip_prefix(&root).unwrap().to_str().unwrap();
                    found.insert(path.replace('\\', "/"));
                }
            }
        }
        let built_in = super::FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(found, built_in);
    }
}
