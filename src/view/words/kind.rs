//! Kinds of sessions in words.

use super::Words;
use crate::domain::session::Kind;

impl Words {
    /// What people call a kind of session; it stands for a missing title.
    pub fn kind(self, kind: Kind) -> &'static str {
        let (german, english) = match kind {
            Kind::Item => ("Programmpunkt", "Item"),
            Kind::Welcome => ("Begrüßung", "Welcome"),
            Kind::Talk => ("Vortrag", "Talk"),
            Kind::Presentation => ("Vorstellung", "Presentation"),
            Kind::Discussion => ("Aussprache", "Discussion"),
            Kind::Panel => ("Podiumsgespräch", "Panel discussion"),
            Kind::Workshop => ("Workshop", "Workshop"),
            Kind::Tour => ("Rundgang", "Tour"),
            Kind::Visit => ("Besichtigung", "Visit"),
            Kind::Ceremony => ("Festakt", "Ceremony"),
            Kind::Break => ("Pause", "Break"),
            Kind::Meal => ("Essen", "Meal"),
            Kind::Arrival => ("Ankunft", "Arrival"),
            Kind::Transfer => ("Weg", "Transfer"),
            Kind::Social => ("Geselliger Teil", "Social programme"),
            Kind::Closing => ("Abschluss", "Closing"),
            Kind::Parallel => ("Zur gleichen Zeit", "In parallel"),
            Kind::Frame => ("Rahmenprogramm", "Side programme"),
        };
        self.pick(german, english)
    }
}
