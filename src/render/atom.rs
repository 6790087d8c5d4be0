//! News as a feed (Atom, RFC 4287).
//!
//! Nothing in it depends on when it was written: times are those of the files.

use chrono::{DateTime, FixedOffset, SecondsFormat};

use super::xml::Xml;
use crate::document::news::{News, NewsEntry};
use crate::text::plain;

/// The names of Atom (RFC 4287, 2).
const NAMESPACE: &str = "http://www.w3.org/2005/Atom";

/// `news` as a file.
pub fn atom(news: &News) -> Vec<u8> {
    let mut xml = Xml::part();
    let language = news.language.code();
    xml.element("feed", &[("xmlns", NAMESPACE), ("xml:lang", language)], |xml| {
        xml.words("title", &[], &plain(&news.title));
        xml.words("id", &[], &news.page);
        xml.words("updated", &[], &moment(news.updated));
        xml.element("author", &[], |xml| xml.words("name", &[], &plain(&news.author)));
        let own = [("rel", "self"), ("type", "application/atom+xml"), ("href", news.own.as_str())];
        xml.empty("link", &own);
        xml.empty("link", &page(&news.page));
        for entry in &news.entries {
            self::entry(entry, xml);
        }
    });
    let mut file = xml.bytes();
    file.push(b'\n');
    file
}

fn entry(entry: &NewsEntry, xml: &mut Xml) {
    xml.element("entry", &[], |xml| {
        xml.words("title", &[], &plain(&entry.title));
        xml.words("id", &[], &entry.page);
        xml.words("updated", &[], &moment(entry.updated));
        xml.empty("link", &page(&entry.page));
        if !entry.summary.is_empty() {
            xml.words("summary", &[], &plain(&entry.summary));
        }
    });
}

fn page(address: &str) -> [(&str, &str); 3] {
    [("rel", "alternate"), ("type", "text/html"), ("href", address)]
}

/// A moment (RFC 3339).
fn moment(moment: DateTime<FixedOffset>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}
