//! Logos: pictures that stand at the head of documents.

use super::line::Line;
use crate::source::Located;

/// A picture of a network or a town.
#[derive(Clone, Debug)]
pub struct Logo {
    /// Its file, seen from the workspace's folder.
    pub file: Located<InnerPath>,
    /// What it shows, for those who do not see it.
    pub alt: Line,
}

/// A path that stays inside the workspace: relative, with `/` between its parts, none of which is
/// `..`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InnerPath(Line);

impl InnerPath {
    /// Takes `path`; none if it might lead out.
    pub fn new(path: Line) -> Option<Self> {
        let words = path.as_str();
        let is_plain = |part: &str| !part.is_empty() && part != ".." && part != ".";
        // A backslash and a colon lead elsewhere on some systems.
        let inside = words.split('/').all(is_plain) && !words.contains(['\\', ':']);
        inside.then_some(Self(path))
    }

    /// The path as it was written.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::{InnerPath, Line};

    #[test]
    fn no_path_leads_out() {
        let path = |words: &str| InnerPath::new(Line::new(words).unwrap());
        for words in ["logo.svg", "logos/stadt.png", "logos/.x/a b.svg"] {
            assert_eq!(path(words).unwrap().as_str(), words);
        }
        for words in
            ["/logo.svg", "../a.svg", "a/../../b.svg", "a//b", "C:/a.svg", "a\\b", "./a", "a/"]
        {
            assert_eq!(path(words), None, "{words}");
        }
    }
}
