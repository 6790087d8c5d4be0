//! What a part of the file points at: pages, pictures, other parts.

use crate::render::xml::Xml;

/// The first words of the names of relations between parts.
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What a part points at, in the order in which it was met.
#[derive(Debug, Default)]
pub(super) struct Relations(Vec<Relation>);

#[derive(Debug, PartialEq, Eq)]
struct Relation {
    kind: String,
    target: String,
    is_outside: bool,
}

impl Relations {
    /// The name under which another part of the file is known.
    pub(super) fn part(&mut self, kind: &str, target: &str) -> String {
        self.add(format!("{OFFICE}/{kind}"), target, false)
    }

    /// The name under which the part with the core properties is known.
    pub(super) fn properties(&mut self, target: &str) -> String {
        let package = "http://schemas.openxmlformats.org/package/2006/relationships";
        self.add(format!("{package}/metadata/core-properties"), target, false)
    }

    /// The name under which a page or a mailbox is known.
    pub(super) fn link(&mut self, target: &str) -> String {
        self.add(format!("{OFFICE}/hyperlink"), target, true)
    }

    fn add(&mut self, kind: String, target: &str, is_outside: bool) -> String {
        let relation = Relation { kind, target: target.to_owned(), is_outside };
        let known = self.0.iter().position(|known| *known == relation);
        let index = known.unwrap_or_else(|| {
            self.0.push(relation);
            self.0.len() - 1
        });
        format!("rId{}", index + 1)
    }

    /// The part that lists them.
    pub(super) fn xml(&self) -> Vec<u8> {
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
        let mut xml = Xml::part();
        xml.element("Relationships", &[("xmlns", namespace)], |xml| {
            for (index, relation) in self.0.iter().enumerate() {
                let id = format!("rId{}", index + 1);
                let mut attributes = vec![
                    ("Id", id.as_str()),
                    ("Type", relation.kind.as_str()),
                    ("Target", relation.target.as_str()),
                ];
                if relation.is_outside {
                    attributes.push(("TargetMode", "External"));
                }
                xml.empty("Relationship", &attributes);
            }
        });
        xml.bytes()
    }
}
