//! The structure of a calendar: its events and the zones that it describes.

use super::lines::{ContentLine, lines};
use crate::diagnostic::calendar::SyntaxFault;
use crate::source::{FileId, Origin};

/// The parts of a calendar that matter.
#[derive(Default)]
pub(super) struct Components<'a> {
    /// Its events.
    pub(super) events: Vec<EventLines<'a>>,
    /// Its zones by name, each as the lines of its observances.
    pub(super) zones: Vec<(String, Vec<Vec<ContentLine<'a>>>)>,
}

/// The lines of one event, its head first, without those of what is nested in it, and whether it ends.
#[derive(Default)]
pub(super) struct EventLines<'a> {
    pub(super) lines: Vec<ContentLine<'a>>,
    pub(super) is_whole: bool,
}

impl<'a> EventLines<'a> {
    /// The first line of this name.
    pub(super) fn find(&self, name: &str) -> Option<&ContentLine<'a>> {
        self.lines.iter().find(|line| line.is(name))
    }

    /// The value of that line.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        Some(self.find(name)?.name_and_value()?.1.trim().to_owned())
    }
}

impl<'a> Components<'a> {
    /// Reads `text` up to the first fault in its structure.
    pub(super) fn read(
        &mut self,
        file: FileId,
        text: &'a str,
    ) -> Result<(), (Origin, SyntaxFault)> {
        let mut open: Vec<(String, Origin)> = Vec::new();
        let mut seen = false;
        for line in lines(text) {
            let origin = Origin::new(file, line.range.clone());
            let Some((name, value)) = line.name_and_value() else {
                return Err((origin, SyntaxFault::NotALine));
            };
            let component = value.trim().to_ascii_uppercase();
            if open.is_empty() && (name != "BEGIN" || component != "VCALENDAR") {
                return Err((origin, SyntaxFault::NoCalendar));
            }
            match name.as_str() {
                "BEGIN" => {
                    seen = true;
                    self.begin(&open, &component, line);
                    open.push((component, origin));
                }
                "END" => {
                    if let Some((opened, _)) = open.pop_if(|(opened, _)| *opened != component) {
                        return Err((origin, SyntaxFault::WrongEnd { component: opened }));
                    }
                    open.pop();
                    if let ([_], "VEVENT", Some(event)) =
                        (&open[..], component.as_str(), self.events.last_mut())
                    {
                        event.is_whole = true;
                    }
                }
                _ => self.line(&open, &name, value, line),
            }
        }
        match open.pop() {
            Some((component, origin)) => Err((origin, SyntaxFault::NotClosed { component })),
            None if !seen => Err((Origin::new(file, 0..0), SyntaxFault::NoCalendar)),
            None => Ok(()),
        }
    }

    fn begin(&mut self, open: &[(String, Origin)], component: &str, line: ContentLine<'a>) {
        match (open, component) {
            ([_], "VEVENT") => {
                self.events.push(EventLines { lines: vec![line], is_whole: false });
            }
            ([_], "VTIMEZONE") => self.zones.push((String::new(), Vec::new())),
            ([_, (zone, _)], "STANDARD" | "DAYLIGHT") if zone == "VTIMEZONE" => {
                if let Some((_, observances)) = self.zones.last_mut() {
                    observances.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn line(
        &mut self,
        open: &[(String, Origin)],
        name: &str,
        value: String,
        line: ContentLine<'a>,
    ) {
        match open {
            [_, (component, _)] if component == "VEVENT" => {
                if let Some(event) = self.events.last_mut() {
                    event.lines.push(line);
                }
            }
            [_, (component, _)] if component == "VTIMEZONE" && name == "TZID" => {
                if let Some((zone, _)) = self.zones.last_mut() {
                    *zone = value;
                }
            }
            [_, (component, _), _] if component == "VTIMEZONE" => {
                let observance = self.zones.last_mut().and_then(|(_, them)| them.last_mut());
                if let Some(observance) = observance {
                    observance.push(line);
                }
            }
            _ => {}
        }
    }
}
