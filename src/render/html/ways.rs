//! What leads from a page of a site to the others: links, and what programs look for in the head.

use std::fmt::Write as _;

use super::words::escape;
use crate::document::model::Ways;

/// The main part of a page, to which those are led who pass over all that leads elsewhere.
pub(super) const MAIN: &str = "<main id=\"main\" tabindex=\"-1\">\n";

/// What programs find in the head.
pub(super) fn head(ways: &Ways) -> String {
    let mut head = String::new();
    for feed in &ways.feeds {
        let [kind, name, path] = [feed.media_type, &feed.name, &feed.path].map(escape);
        let _ = writeln!(
            head,
            "<link rel=\"alternate\" type=\"{kind}\" title=\"{name}\" href=\"{path}\">"
        );
    }
    for (language, path) in &ways.languages {
        let path = escape(path);
        let _ = writeln!(
            head,
            "<link rel=\"alternate\" hreflang=\"{}\" href=\"{path}\">",
            language.code()
        );
    }
    head
}

/// What leads past everything that leads elsewhere.
pub(super) fn past(ways: &Ways, page: &mut String) {
    let _ = writeln!(page, "<a class=\"past\" href=\"#main\">{}</a>", escape(ways.past));
}

/// The links to the other pages, and to this one in other languages.
pub(super) fn navigation(ways: &Ways, page: &mut String) {
    let _ = writeln!(page, "<nav class=\"ways\" aria-label=\"{}\">\n<ul>", escape(ways.name));
    for way in &ways.pages {
        let here = if way.is_here { " aria-current=\"page\"" } else { "" };
        let (path, name) = (escape(&way.path), escape(&way.name));
        let _ = writeln!(page, "<li><a href=\"{path}\"{here}>{name}</a></li>");
    }
    for (language, path) in &ways.languages {
        let (code, path) = (language.code(), escape(path));
        let name = escape(language.name(*language));
        let _ = writeln!(
            page,
            "<li><a href=\"{path}\" lang=\"{code}\" hreflang=\"{code}\">{name}</a></li>"
        );
    }
    page.push_str("</ul>\n</nav>\n");
}
