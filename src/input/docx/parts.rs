//! What stands beside the text in a file of Word: where links lead, and how lists are numbered.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// The part that says where links lead.
pub(super) const LINKS: &str = "word/_rels/document.xml.rels";

/// The part that says how lists are numbered.
pub(super) const LISTS: &str = "word/numbering.xml";

/// What links may lead to.
const SCHEMES: [&str; 3] = ["http://", "https://", "mailto:"];

/// What is known of links and lists; whatever cannot be read is not known.
#[derive(Default)]
pub(super) struct Parts {
    links: HashMap<String, String>,
    /// The kinds of lists, by their number.
    kinds: HashMap<String, Levels>,
    /// The kind of each list, and the first numbers that are its own.
    lists: HashMap<String, (String, HashMap<usize, u64>)>,
}

/// Of each level its first number; none where it has marks.
type Levels = HashMap<usize, Option<u64>>;

impl Parts {
    /// Where the link of this id leads.
    pub(super) fn link(&self, id: &str) -> Option<&str> {
        self.links.get(id).map(String::as_str)
    }

    /// The first number of a list at a level; none where it has marks.
    pub(super) fn first(&self, list: &str, level: usize) -> Option<u64> {
        let (kind, own) = self.lists.get(list)?;
        let first = self.kinds.get(kind)?.get(&level).copied().flatten()?;
        Some(own.get(&level).copied().unwrap_or(first))
    }

    /// Reads where links lead.
    pub(super) fn read_links(&mut self, xml: &str) {
        elements(xml, |begun, element| {
            if begun != "Relationship" {
                return;
            }
            let values = attribute(element, "Id").zip(attribute(element, "Target"));
            let Some((id, target)) = values else { return };
            let Ok(target) = unescape(&target) else { return };
            let is_plain = !target.contains(|it: char| it.is_whitespace() || "<>()\\".contains(it));
            if is_plain && SCHEMES.iter().any(|scheme| target.starts_with(scheme)) {
                self.links.insert(id, target.into_owned());
            }
        });
    }

    /// Reads how lists are numbered.
    pub(super) fn read_lists(&mut self, xml: &str) {
        // Where the place is: in a kind of list or in a list, and in which level.
        let (mut kind, mut list, mut level) = (String::new(), String::new(), 0);
        let mut first = 1;
        elements(xml, |begun, element| {
            let value = || attribute(element, "val");
            let number = || value().and_then(|value| value.parse().ok());
            match begun {
                "abstractNum" => {
                    (kind, list) =
                        (attribute(element, "abstractNumId").unwrap_or_default(), String::new());
                }
                "num" => list = attribute(element, "numId").unwrap_or_default(),
                "abstractNumId" if !list.is_empty() => {
                    self.lists.insert(list.clone(), (value().unwrap_or_default(), HashMap::new()));
                }
                "lvl" | "lvlOverride" => {
                    let found = attribute(element, "ilvl").and_then(|level| level.parse().ok());
                    (level, first) = (found.unwrap_or_default(), 1);
                }
                "start" => first = number().unwrap_or(1),
                "numFmt" if list.is_empty() => {
                    let has_marks =
                        value().is_none_or(|value| value == "bullet" || value == "none");
                    let levels = self.kinds.entry(kind.clone()).or_default();
                    levels.insert(level, (!has_marks).then_some(first));
                }
                "startOverride" => {
                    if let (Some((_, own)), Some(first)) = (self.lists.get_mut(&list), number()) {
                        own.insert(level, first);
                    }
                }
                _ => {}
            }
        });
    }
}

/// Calls `read` with each element that begins; what cannot be read ends it.
fn elements(xml: &str, mut read: impl FnMut(&str, &BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                read(&name(&element), &element);
            }
            Ok(Event::Eof | Event::DocType(_)) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The name of an element, without its prefix.
pub(super) fn name(element: &BytesStart<'_>) -> String {
    element.local_name().as_ref().to_owned()
}

/// What an attribute says, as it stands there.
pub(super) fn attribute(element: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|it| it.key.local_name().as_ref() == wanted)?;
    Some(found.value.into_owned())
}
