//! What erfa wrote into a folder of pages: a file there that says so, line by line.

use std::collections::BTreeMap;

pub(super) use crate::cli::target::PAGES as NAME;

/// Its first line.
const HEAD: &str = "erfa-site 1";

/// What a reader of it should know.
const ABOUT: &str = "# Von `erfa site` geschrieben: Prüfsummen, an denen Änderungen von Hand zu erkennen sind. \
                     Bitte liegen lassen.\n# Written by `erfa site`: checksums by which changes by hand are \
                     seen. Please leave it here.";

/// What stands for files that are made anew each time.
const ANEW: &str = "-";

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest(pub(super) BTreeMap<String, Written>);

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Written {
    /// The checksum of what it was made from, for those that take long to make.
    pub(super) made_from: Option<String>,
    /// The checksum of its content.
    pub(super) sum: String,
}

impl Manifest {
    /// Reads it; none if it is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        if lines.next() != Some(HEAD) {
            return None;
        }
        let file = |line: &str| {
            let mut words = line.splitn(3, ' ');
            let [made_from, sum, path] = [words.next()?, words.next()?, words.next()?];
            // What leads elsewhere was not written here.
            let is_below = |part: &str| !part.is_empty() && !part.starts_with('.');
            let is_plain = !path.contains(['\\', ':']) && path.split('/').all(is_below);
            let made_from = Some(made_from).filter(|it| *it != ANEW).map(str::to_owned);
            is_plain.then(|| (path.to_owned(), Written { made_from, sum: sum.to_owned() }))
        };
        lines.map(file).collect::<Option<_>>().map(Self)
    }

    /// Its text.
    pub(super) fn text(&self) -> String {
        let line = |(path, written): (&String, &Written)| {
            let made_from = written.made_from.as_deref().unwrap_or(ANEW);
            format!("{made_from} {} {path}\n", written.sum)
        };
        format!("{HEAD}\n{ABOUT}\n{}", self.0.iter().map(line).collect::<String>())
    }
}

#[cfg(test)]
mod tests {
    use super::{Manifest, Written};

    #[test]
    fn what_is_written_is_read() {
        let of = |made_from: Option<&str>| Written {
            made_from: made_from.map(str::to_owned),
            sum: "2-00ff".to_owned(),
        };
        let files = [("index.html", of(None)), ("meetings/a b.pdf", of(Some("9-aa")))];
        let files = files.into_iter().map(|(path, written)| (path.to_owned(), written));
        let manifest = Manifest(files.collect());
        assert_eq!(Manifest::parse(&manifest.text()), Some(manifest));
    }

    #[test]
    fn what_leads_elsewhere_is_refused() {
        for path in ["../a", "/etc/a", "a/../../b", "a//b", ".htaccess", "C:a", "a\\..\\b", ""] {
            let text = format!("erfa-site 1\n- 1-ff {path}\n");
            assert_eq!(Manifest::parse(&text), None, "{path}");
        }
        assert_eq!(Manifest::parse("<!DOCTYPE html>"), None);
    }
}
