//! The signs by which calendars tell what speaks against a day.

use super::ObjectionKind;
use crate::domain::calendar::PeriodKind;
use crate::text::Language;

impl ObjectionKind {
    /// The letter of what speaks against a day, and what it means.
    pub fn sign(self, language: Language) -> (&'static str, &'static str) {
        let (german, english) = match self {
            Self::Weekend => (("W", "Wochenende"), ("W", "weekend")),
            Self::BridgeDay => (("B", "Brückentag"), ("B", "bridge day")),
            Self::HalfHoliday => (("½", "halber Feiertag"), ("½", "half a holiday")),
            Self::HostNoMember => {
                (("A", "Gastgeberstadt ist kein Mitglied"), ("A", "the host is no member"))
            }
            Self::HostUnavailable => {
                (("G", "Gastgeberstadt ist verhindert"), ("H", "the host cannot"))
            }
            Self::OtherWeekday => {
                (("T", "kein bevorzugter Wochentag"), ("D", "not a preferred weekday"))
            }
            Self::OtherMonth => (("M", "kein bevorzugter Monat"), ("M", "not a preferred month")),
            Self::TooClose => {
                (("N", "nah an einem anderen Treffen"), ("N", "near another meeting"))
            }
            Self::TooFar => {
                (("L", "lange nach dem letzten Treffen"), ("L", "long after the last meeting"))
            }
            Self::ShortNotice => (("V", "wenig Vorlauf"), ("T", "little time to prepare")),
            Self::Period(kind) => match kind {
                PeriodKind::SchoolHoliday => (("S", "Schulferien"), ("S", "school holidays")),
                PeriodKind::Holiday => (("F", "Feiertag"), ("P", "public holiday")),
                PeriodKind::Council => (("R", "Ratssitzung"), ("C", "council meets")),
                PeriodKind::Market => (("K", "Markt"), ("K", "market")),
                PeriodKind::Festival => (("E", "Fest"), ("F", "festival")),
                PeriodKind::BuildingSite => (("U", "Baustelle"), ("U", "building site")),
                PeriodKind::Other => (("O", "anderer Eintrag im Kalender"), ("O", "other entry")),
            },
        };
        language.pick(german, english)
    }
}
