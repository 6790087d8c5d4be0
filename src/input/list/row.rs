//! Rows of lists become what they say.

use super::cell;
use super::day::{self, Span};
use super::grid::{Grid, GridRow};
use super::person::{self, Parts};
use super::words::{
    begins_like_a_body, is_nobody, is_placeholder, language, of_fraction, region, status, towns,
};
use crate::domain::line::{Line, Text};
use crate::domain::listed::{
    About, CellFault, Facts, Field, ListKind, Listed, Remark, RowFault, Value,
};
use crate::domain::meeting::Status;
use crate::domain::time::End;
use crate::input::incoming::{line, text};
use crate::input::time;
use crate::text::{Language, Vocabulary as _, names_no_person, slug};

/// What the rows of a list have in common.
pub(super) struct Reader<'g> {
    /// What the list is about.
    pub(super) kind: ListKind,
    /// Where its columns stand, with what they hold.
    pub(super) columns: Vec<(usize, Field)>,
    /// Whether postcodes without a country are not those of Germany.
    pub(super) is_abroad: bool,
    /// The list.
    pub(super) grid: &'g Grid,
}

/// A row while it is read.
struct Row<'r> {
    reader: &'r Reader<'r>,
    cells: &'r GridRow,
    facts: Facts,
    remarks: Vec<Remark>,
}

impl<'g> Reader<'g> {
    /// What a row says, and what was done to understand it; none where nothing is in it.
    pub(super) fn read(&self, row: &'g GridRow) -> Option<Result<(Listed, Vec<Remark>), RowFault>> {
        if self.columns.iter().all(|(at, _)| row.cell(*at).is_empty()) {
            return None;
        }
        let (facts, remarks) = (Facts::new(), Vec::new());
        let mut reading = Row { reader: self, cells: row, facts, remarks };
        let read = match self.kind {
            ListKind::Contacts => reading.contact(),
            ListKind::Cities => reading.city(),
            ListKind::Meetings => reading.meeting(),
        };
        let Row { mut facts, remarks, .. } = reading;
        facts.sort_by_key(|(field, _)| Field::ALL.iter().position(|known| known == field));
        Some(read.map(|()| (Listed { row: row.number, facts }, remarks)))
    }
}

impl Row<'_> {
    /// The cell of a field, if something stands in it that can be understood.
    fn take(&mut self, field: Field) -> Option<String> {
        let at = self.reader.columns.iter().find(|(_, known)| *known == field)?.0;
        let (words, about) = cell::cleaned(self.cells.cell(at));
        if words.is_empty() || is_placeholder(&words) {
            return None;
        }
        if let Some(fault) = cell::fault(&words) {
            self.refuse(field, &words, fault);
            return None;
        }
        self.remarks.extend(about.map(|about| self.remark(field, about)));
        Some(words)
    }

    fn remark(&self, field: Field, about: About) -> Remark {
        Remark { row: self.cells.number, field, about }
    }

    fn tell(&mut self, field: Field, about: Option<About>) {
        let remark = about.map(|about| self.remark(field, about));
        self.remarks.extend(remark);
    }

    fn refuse(&mut self, field: Field, words: &str, fault: CellFault) {
        self.tell(field, Some(About::NotTaken(cell::shown(words), fault)));
    }

    fn has(&self, field: Field) -> bool {
        self.facts.iter().any(|(known, _)| *known == field)
    }

    fn set(&mut self, field: Field, value: Option<Value>) {
        if let Some(value) = value.filter(|_| !self.has(field)) {
            self.facts.push((field, value));
        }
    }

    fn set_line(&mut self, field: Field, words: &str) {
        self.set(field, line(words).map(Value::Line));
    }

    fn lines(&mut self, fields: &[Field]) {
        for field in fields {
            if let Some(words) = self.take(*field) {
                self.set_line(*field, &words);
            }
        }
    }

    /// A word to choose from, by the one that files write.
    fn choice(&mut self, field: Field, read: impl Fn(&str) -> Option<&'static str>) {
        if let Some(words) = self.take(field) {
            match read(&words) {
                Some(word) => self.set_line(field, word),
                None => self.refuse(field, &words, CellFault::NoChoice),
            }
        }
    }

    /// Whether a cell of a field lost letters, without which its row means nothing.
    fn lost(&self, fields: &[Field]) -> Result<(), RowFault> {
        let mut columns = self.reader.columns.iter().filter(|(_, field)| fields.contains(field));
        match columns.find(|(at, _)| cell::cleaned(self.cells.cell(*at)).0.contains('\u{fffd}')) {
            Some((at, _)) => Err(RowFault::LostLetters(cell::shown(self.cells.cell(*at)))),
            None => Ok(()),
        }
    }

    fn contact(&mut self) -> Result<(), RowFault> {
        self.lost(&[Field::Name, Field::GivenName, Field::FamilyName])?;
        self.person()?;
        self.key();
        self.lines(&[Field::Office, Field::Organisation, Field::Department, Field::City]);
        self.address();
        self.mail();
        if let Some(words) = self.take(Field::Phone) {
            let digits = words.chars().filter(char::is_ascii_digit).count();
            if digits < 3 || words.contains('@') {
                self.refuse(Field::Phone, &words, CellFault::NoPhone);
            } else {
                let is_abroad = self.reader.is_abroad || self.has(Field::Country);
                let (words, about) = cell::phone(&words, is_abroad);
                self.tell(Field::Phone, about);
                self.set_line(Field::Phone, &words);
            }
        }
        self.choice(Field::Language, |words| language(words).map(Language::word));
        if let Some(words) = self.take(Field::Groups) {
            let groups = words.split([',', ';', '\n', '|']).map(slug).filter(|it| !it.is_empty());
            let groups: Vec<Line> = groups.filter_map(|it| Line::new(&it).ok()).collect();
            self.set(Field::Groups, (!groups.is_empty()).then_some(Value::Lines(groups)));
        }
        self.words(Field::Note);
        Ok(())
    }

    /// The name, from one column or several.
    fn person(&mut self) -> Result<(), RowFault> {
        let [given, family, name] =
            [Field::GivenName, Field::FamilyName, Field::Name].map(|field| self.take(field));
        let mut parts = match (given, family, name) {
            (given, Some(family), _) => {
                let mut parts = person::whole(&family);
                let given = given.map(|given| person::before(&given)).unwrap_or_default();
                if !given.given.is_empty() {
                    // "Nimtz Aue" is one family name where the given name has a column.
                    let more = parts.given.clone();
                    let family = format!("{more} {}", parts.family);
                    family.trim().clone_into(&mut parts.family);
                    parts.given = given.given;
                }
                parts.titles = [given.titles, parts.titles].concat();
                Parts { form: given.form.or(parts.form), ..parts }
            }
            (Some(given), None, None) => person::of_given(&given)?,
            (Some(given), None, Some(name)) if given == name => person::of_given(&given)?,
            (given, None, Some(name)) => {
                let mut parts = person::one(&name)?;
                if let Some(given) = given.filter(|_| parts.given.is_empty()) {
                    parts.given = given;
                }
                parts
            }
            (None, None, None) => return Err(RowFault::NoName),
        };
        if let Some(words) = self.take(Field::FormOfAddress) {
            match person::form_of_address(&words) {
                Ok(found) => {
                    parts.form = found.form.or(parts.form);
                    let known = |it: &String| !parts.titles.contains(it);
                    let more: Vec<String> = found.titles.into_iter().filter(known).collect();
                    parts.titles.extend(more);
                }
                Err(()) => self.refuse(Field::FormOfAddress, &words, CellFault::NoChoice),
            }
        }
        if let Some(words) = self.take(Field::Titles) {
            let titles = person::titles(&words);
            let known = |it: &String| !parts.titles.contains(it);
            let more: Vec<String> = titles.into_iter().filter(known).collect();
            parts.titles.extend(more);
        }
        if !cell::has_letters(&parts.family) || is_nobody(&parts.family) {
            return Err(RowFault::NoName);
        }
        let is_bare = parts.given.is_empty() && parts.form.is_none() && parts.titles.is_empty();
        if is_bare && names_no_person(&parts.family) || begins_like_a_body(&parts) {
            let name = format!("{} {}", parts.given, parts.family);
            return Err(RowFault::NoPerson(cell::shown(name.trim())));
        }
        self.set_line(Field::GivenName, &parts.given);
        self.set_line(Field::FamilyName, &parts.family);
        if let Some(form) = parts.form {
            self.set_line(Field::FormOfAddress, form.word());
        }
        let titles: Vec<Line> = parts.titles.iter().filter_map(|it| line(it)).collect();
        self.set(Field::Titles, (!titles.is_empty()).then_some(Value::Lines(titles)));
        if let Some(function) = parts.function {
            // A column of its own says it better.
            match self.take(Field::Office) {
                Some(office) => self.set_line(Field::Office, &office),
                None => self.set_line(Field::Office, &function),
            }
        }
        Ok(())
    }

    fn city(&mut self) -> Result<(), RowFault> {
        self.lost(&[Field::Name])?;
        let name = self.take(Field::Name).ok_or(RowFault::NoName)?;
        self.set_line(Field::Name, &name);
        if !self.has(Field::Name) || !cell::has_letters(&name) {
            return Err(RowFault::NoName);
        }
        self.key();
        self.lines(&[Field::OfficialName, Field::District]);
        if let Some(words) = self.take(Field::MunicipalityKey) {
            match cell::municipality_key(&words) {
                Ok((key, about)) => {
                    self.tell(Field::MunicipalityKey, about);
                    self.set(Field::MunicipalityKey, Some(Value::Line(key)));
                }
                Err(fault) => self.refuse(Field::MunicipalityKey, &words, fault),
            }
        }
        self.choice(Field::Region, region);
        self.address();
        // The town of its own address goes without saying.
        self.facts.retain(|(field, _)| *field != Field::Town);
        self.mail();
        self.lines(&[Field::Station]);
        for field in [Field::MemberSince, Field::MemberUntil] {
            if let Some(words) = self.take(field) {
                match day::read(&words, self.reader.grid.from_1904) {
                    Some(Span { first, about, .. }) => {
                        self.tell(field, about);
                        self.set(field, Some(Value::Day(first)));
                    }
                    None => self.refuse(field, &words, CellFault::NoDay),
                }
            }
        }
        self.words(Field::Note);
        Ok(())
    }

    fn meeting(&mut self) -> Result<(), RowFault> {
        self.lost(&[Field::Hosts, Field::Title])?;
        let words = self.take(Field::Date).ok_or_else(|| RowFault::NoDay(String::new()))?;
        let span = day::read(&words, self.reader.grid.from_1904)
            .ok_or_else(|| RowFault::NoDay(cell::shown(&words)))?;
        self.tell(Field::Date, span.about);
        self.set(Field::Date, Some(Value::Day(span.first)));
        self.set(Field::EndDate, span.last.map(Value::Day));
        self.set(Field::DateText, span.words.map(Value::Line));
        if let Some(words) = self.take(Field::EndDate) {
            match day::read(&words, self.reader.grid.from_1904) {
                Some(last) if last.first < span.first => return Err(RowFault::Reversed),
                Some(last) if last.first == span.first => {}
                Some(last) => self.set(Field::EndDate, Some(Value::Day(last.first))),
                None => self.refuse(Field::EndDate, &words, CellFault::NoDay),
            }
        }
        if let Some(words) = self.take(Field::Hosts) {
            let hosts = towns(&words);
            self.set(Field::Hosts, (!hosts.is_empty()).then_some(Value::Lines(hosts)));
        }
        self.lines(&[Field::DateText, Field::Title, Field::Theme, Field::Place]);
        if !self.has(Field::Hosts) && !self.has(Field::Title) {
            return Err(RowFault::NoHost);
        }
        self.key();
        self.times(span.time);
        self.choice(Field::Status, |words| status(words).map(Status::word));
        self.words(Field::Description);
        self.words(Field::Note);
        Ok(())
    }

    fn times(&mut self, beside_day: Option<String>) {
        for field in [Field::Start, Field::End] {
            let Some(words) = self.take(field) else { continue };
            let words = of_fraction(&words).unwrap_or(words);
            // "09:30:00"
            let short =
                words.get(..5).filter(|_| words.len() == 8 && words.matches(':').count() == 2);
            let (first, last) = match words.split_once(['–', '-']) {
                Some((first, last)) if field == Field::Start => (first.trim(), Some(last.trim())),
                _ => (short.unwrap_or(&words), None),
            };
            let is_time = |it: &str| time::parse(it).is_some();
            let is_end = |it: &str| is_time(it) || End::understand(it).is_some();
            let fits = if field == Field::Start { is_time(first) } else { is_end(first) };
            if !fits || last.is_some_and(|last| !is_end(last)) {
                self.refuse(field, &words, CellFault::NoTime);
                continue;
            }
            let (first, last) = (first.to_owned(), last.map(str::to_owned));
            self.set_line(field, &first);
            if let Some(last) = last {
                self.set_line(Field::End, &last);
            }
        }
        if let Some(time) = beside_day.filter(|time| time::parse(time).is_some()) {
            self.set_line(Field::Start, &time);
        }
    }

    fn key(&mut self) {
        if let Some(words) = self.take(Field::Id) {
            match cell::id(&words) {
                Ok(id) => self.set(Field::Id, id.map(Value::Line)),
                Err(fault) => self.refuse(Field::Id, &words, fault),
            }
        }
    }

    fn words(&mut self, field: Field) {
        if let Some(words) = self.take(field) {
            self.set(field, text(&words).map(|it: Text| Value::Text(it)));
        }
    }

    fn mail(&mut self) {
        let Some(words) = self.take(Field::Mail) else { return };
        match cell::mail(&words) {
            Ok((address, further)) => {
                self.tell(Field::Mail, (!further.is_empty()).then_some(About::Further(further)));
                self.set(Field::Mail, Some(Value::Line(address)));
            }
            Err(fault) => self.refuse(Field::Mail, &words, fault),
        }
    }

    /// Street, postcode, town and country, from columns of their own or one of all.
    fn address(&mut self) {
        let country = self.take(Field::Country);
        let is_home =
            |it: &String| ["d", "de", "deutschland", "germany", "brd"].contains(&slug(it).as_str());
        let country = country.filter(|it| !is_home(it));
        if let Some(country) = &country {
            self.set_line(Field::Country, country);
        }
        let is_abroad = country.is_some() || self.reader.is_abroad;
        let mut postcode = self.take(Field::Postcode);
        let mut town = self.take(Field::Town);
        self.lines(&[Field::Street]);
        if let Some(words) = self.take(Field::Address) {
            let (street, place) = cell::address(&words);
            self.set_line(Field::Street, &street);
            town = town.or(place);
        }
        // "07743 Jena" in the column of towns.
        let begins =
            |it: &String| it.starts_with(|c: char| c.is_ascii_digit()) || it.starts_with("D-");
        if postcode.is_none() && !is_abroad && town.as_ref().is_some_and(begins) {
            postcode = town.take();
        }
        if let Some(words) = postcode {
            match cell::postcode(&words, is_abroad) {
                Ok((code, about, behind)) => {
                    self.tell(Field::Postcode, about);
                    self.set(Field::Postcode, Some(Value::Line(code)));
                    town = town.or(behind);
                }
                Err(fault) => self.refuse(Field::Postcode, &words, fault),
            }
        }
        if let Some(town) = town {
            self.set_line(Field::Town, &town);
        }
    }
}

/// How a row begins, to be known again.
pub(super) fn beginning(row: &GridRow) -> String {
    let filled = row.cells.iter().map(String::as_str).filter(|cell| !cell.is_empty());
    cell::shown(&filled.take(3).collect::<Vec<_>>().join(", "))
}
