//! The pages of a network: the front page, what is over, the members, and a page for each meeting.

use super::drawing::{Drawing, Figure, Spot};
use super::model::{Block, Document, Fact, Feed, Frame, Inline, Way, Ways};
use crate::text::Language;
use crate::text::prose::paragraphs;
use crate::view::site::{Member, Page, Site};

/// The front page.
pub const FRONT: &str = "index.html";

/// What is over.
pub const ARCHIVE: &str = "archive.html";

/// The members.
pub const MEMBERS: &str = "members.html";

/// The calendar to subscribe to.
pub const CALENDAR: &str = "calendar.ics";

/// The feed of news.
pub const NEWS: &str = "news.xml";

/// So many of those that are over stand on the front page.
const LATEST: usize = 3;

/// Where pages stand, and what stands beside them.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'s> {
    /// The network.
    pub site: &'s Site,
    /// All languages of the pages; the first stands in the folder itself.
    pub languages: &'s [Language],
    /// Whether there is a calendar to subscribe to.
    pub has_calendar: bool,
    /// Whether there is a feed of news.
    pub has_news: bool,
}

/// Where the file of a meeting with this ending stands.
pub fn path_of(meeting: &str, ending: &str) -> String {
    format!("meetings/{meeting}.{ending}")
}

/// The folder of a language, as the beginning of a path.
pub fn folder(language: Language, languages: &[Language]) -> String {
    if languages.first() == Some(&language) { String::new() } else { format!("{language}/") }
}

/// The way from the file at one path to that at another.
fn way(from: &str, to: &str) -> String {
    let shared = from.split_inclusive('/').zip(to.split_inclusive('/'));
    let shared: usize = shared
        .take_while(|(one, other)| one == other && one.ends_with('/'))
        .map(|(it, _)| it.len())
        .sum();
    let up = from[shared..].matches('/').count();
    "../".repeat(up) + &to[shared..]
}

impl Surroundings<'_> {
    fn say<T>(&self, german: T, english: T) -> T {
        self.site.language.pick(german, english)
    }

    /// What leads from the page at `path` to the others.
    fn ways(&self, path: &str) -> Ways {
        let Self { site, languages, has_calendar, has_news } = *self;
        let page = |name: &str, other: &str| Way {
            name: name.to_owned(),
            path: way(path, other),
            is_here: path == other,
        };
        let mut pages = vec![page(self.say("Start", "Home"), FRONT)];
        if !site.past.is_empty() {
            pages.push(page(self.say("Archiv", "Archive"), ARCHIVE));
        }
        if !site.members.is_empty() {
            pages.push(page(&site.members_called, MEMBERS));
        }
        let in_folder = |language| folder(language, languages) + path;
        let here = in_folder(site.language);
        let others = languages.iter().filter(|language| **language != site.language);
        let feed = |name: &str, media_type, other: &str| Feed {
            name: name.to_owned(),
            media_type,
            path: way(path, other),
        };
        let calendar = self.say("Alle Treffen als Kalender", "All meetings as a calendar");
        let news = self.say("Neuigkeiten", "News");
        let feeds = [
            has_calendar.then(|| feed(calendar, "text/calendar", CALENDAR)),
            has_news.then(|| feed(news, "application/atom+xml", NEWS)),
        ];
        Ways {
            past: self.say("Zum Inhalt", "Skip to the content"),
            name: self.say("Seiten", "Pages"),
            pages,
            languages: others.map(|it| (*it, way(&here, &in_folder(*it)))).collect(),
            feeds: feeds.into_iter().flatten().collect(),
        }
    }

    fn page(&self, path: &str, title: &str, blocks: Vec<Block>) -> Document {
        let Site { language, full_name, accent, .. } = self.site;
        let frame = Frame {
            author: Some(full_name.clone()),
            accent: accent.clone(),
            ways: Some(self.ways(path)),
            ..Frame::default()
        };
        Document { frame, ..Document::new(*language, title, blocks) }
    }

    /// A page below the name of the network.
    fn headed(&self, path: &str, title: &str, blocks: Vec<Block>) -> Document {
        let head = [Block::paragraph(&self.site.full_name), Block::heading(1, title)];
        let title_of_all = format!("{title} – {}", self.site.full_name);
        self.page(path, &title_of_all, head.into_iter().chain(blocks).collect())
    }

    /// The front page.
    pub fn front(&self) -> Document {
        let site = self.site;
        let mut blocks = vec![Block::heading(1, &site.full_name)];
        let about = site.about.iter().flat_map(|words| paragraphs(words));
        blocks.extend(about.map(Block::paragraph));
        blocks.push(Block::heading(2, self.say("Nächstes Treffen", "Next meeting")));
        match &site.next {
            Some(next) => blocks.extend(self.announcement(next)),
            None => blocks.push(Block::paragraph(
                self.say("Zurzeit steht kein Termin fest.", "No date is fixed at present."),
            )),
        }
        if !site.ahead.is_empty() {
            let heading = match site.next {
                Some(_) => self.say("Weitere Treffen", "Further meetings"),
                None => self.say("In Vorbereitung", "In preparation"),
            };
            blocks.push(Block::heading(2, heading));
            blocks.push(list(FRONT, &site.ahead));
        }
        let past: Vec<&Page> = site.past.iter().flat_map(|(_, pages)| pages).collect();
        if !past.is_empty() {
            blocks.push(Block::heading(2, self.say("Zuletzt", "Most recently")));
            blocks.push(list(FRONT, past.iter().copied().take(LATEST)));
            if past.len() > LATEST {
                let words = self.say("Alle vergangenen Treffen", "All past meetings");
                blocks.push(Block::Paragraph(vec![beside(ARCHIVE, words)]));
            }
        }
        blocks.extend(self.subscriptions());
        let list = |words: &[String]| {
            let item = |words: &String| vec![Block::paragraph(words)];
            Block::List(None, words.iter().map(item).collect())
        };
        for (heading, words) in [
            (self.say("Ziele", "Goals"), &site.goals),
            (self.say("Partner", "Partners"), &site.partners),
        ] {
            if !words.is_empty() {
                blocks.extend([Block::heading(2, heading), list(words)]);
            }
        }
        self.page(FRONT, &site.full_name, blocks)
    }

    /// The next meeting, with what one must know to come.
    fn announcement(&self, page: &Page) -> Vec<Block> {
        let meeting = &page.programme.meeting;
        let title = beside(&path_of(&meeting.id, "html"), &meeting.full_title);
        let mut blocks = vec![Block::Heading(3, vec![title])];
        if let Some(state) = &page.state {
            blocks.push(Block::Paragraph(vec![Inline::Strong(vec![Inline::text(state)])]));
        }
        blocks.extend(meeting.subtitle.as_ref().map(Block::paragraph));
        let place = meeting.place.as_ref().map(|place| place.line.clone());
        let facts = [
            (self.say("Wann", "When"), meeting.when.clone()),
            (self.say("Wo", "Where"), place),
            (meeting.host_role.as_str(), meeting.host_words.clone()),
        ];
        let known = facts.into_iter().filter_map(|(label, words)| Some(Fact::new(label, words?)));
        blocks.push(Block::Facts(known.collect()));
        blocks.extend(page.remark.map(Block::paragraph));
        blocks
    }

    /// What can be subscribed to.
    fn subscriptions(&self) -> Vec<Block> {
        let mut items = Vec::new();
        if self.has_calendar {
            items.push(vec![Block::Paragraph(vec![
                beside(CALENDAR, self.say("Alle Treffen als Kalender", "All meetings as a calendar")),
                Inline::text(self.say(
                    " (ICS): Wer die Adresse dieser Datei im Kalenderprogramm abonniert, sieht auch Änderungen.",
                    " (ICS): whoever subscribes to the address of this file in a calendar sees changes, too.",
                )),
            ])]);
        }
        if self.has_news {
            items.push(vec![Block::Paragraph(vec![
                beside(NEWS, self.say("Neuigkeiten", "News")),
                Inline::text(self.say(
                    " (Atom): Programme für Feeds melden neue und geänderte Treffen.",
                    " (Atom): feed readers tell of new and changed meetings.",
                )),
            ])]);
        }
        if items.is_empty() {
            return Vec::new();
        }
        let heading = self.say("Auf dem Laufenden bleiben", "Keep up to date");
        vec![Block::heading(2, heading), Block::List(None, items)]
    }

    /// What is over, by year.
    pub fn archive(&self) -> Document {
        let past = &self.site.past;
        let name = |year: &Option<i32>| match year {
            Some(year) => year.to_string(),
            None => self.say("Ohne Datum", "Without a date").to_owned(),
        };
        let anchor = |year: &Option<i32>| match year {
            Some(year) => format!("y{year}"),
            None => "undated".to_owned(),
        };
        let mut blocks = Vec::new();
        if past.len() > 1 {
            let mut years = Vec::new();
            for (year, _) in past {
                if !years.is_empty() {
                    years.push(Inline::text(" · "));
                }
                years.push(Inline::Inside(anchor(year), vec![Inline::text(name(year))]));
            }
            blocks.push(Block::Paragraph(years));
        }
        for (year, pages) in past {
            let heading = Inline::Anchor(anchor(year), vec![Inline::text(name(year))]);
            blocks.push(Block::Heading(2, vec![heading]));
            blocks.push(list(ARCHIVE, pages));
        }
        self.headed(ARCHIVE, self.say("Vergangene Treffen", "Past meetings"), blocks)
    }

    /// The members.
    pub fn members(&self) -> Document {
        let members = self.site.members.iter();
        let (placed, others): (Vec<&Member>, Vec<&Member>) =
            members.partition(|member| member.coordinates.is_some());
        let list = |first, members: &[&Member]| {
            let item = |member: &&Member| vec![Block::paragraph(self.described(member))];
            Block::List(first, members.iter().map(item).collect())
        };
        // One place alone is no map.
        let blocks = if placed.len() < 2 {
            vec![list(None, &self.site.members.iter().collect::<Vec<_>>())]
        } else {
            let mut blocks = vec![Block::Drawing(self.map(&placed)), list(Some(1), &placed)];
            if !others.is_empty() {
                let heading = self.say("Nicht auf der Karte", "Not on the map");
                blocks.extend([Block::heading(2, heading), list(None, &others)]);
            }
            blocks
        };
        self.headed(MEMBERS, &self.site.members_called, blocks)
    }

    /// Where the members lie, by the numbers of the list below it.
    fn map(&self, members: &[&Member]) -> Drawing {
        let spot = |(number, member): (usize, &&Member)| {
            Some(Spot { number, name: member.name.clone(), at: member.coordinates? })
        };
        let called = &self.site.members_called;
        Drawing {
            language: self.site.language,
            title: self.say(format!("Karte: {called}"), format!("Map: {called}")),
            description: self.say(
                "Ein Punkt für jeden Ort, nach seinen Koordinaten; Norden ist oben. Die Nummern sind die der Liste.",
                "A dot for each place, by its coordinates; north is at the top. The numbers are those of the list.",
            ).to_owned(),
            figure: Figure::Map((1..).zip(members).filter_map(spot).collect()),
        }
    }

    /// "Birkenfurt (Landkreis Flusstal), seit 2025"
    fn described(&self, member: &Member) -> String {
        let district = member.district.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
        let since = member.since.map(|year| format!(", {} {year}", self.say("seit", "since")));
        format!("{}{district}{}", member.name, since.unwrap_or_default())
    }

    /// The page of a meeting, from its programme as a document: `files` lie beside it, each by its ending.
    pub fn meeting(&self, page: &Page, programme: Document, files: &[&str]) -> Document {
        let id = &page.programme.meeting.id;
        let Document { title, mut blocks, frame, language } = programme;
        let below = |block: &Block| {
            matches!(block, Block::Heading(2.., _) | Block::Agenda(_) | Block::Grid(_))
        };
        let at = blocks.iter().position(below).unwrap_or(blocks.len());
        let mut more: Vec<Block> = page.remark.into_iter().map(Block::paragraph).collect();
        if !files.is_empty() {
            let name = |ending: &str| match ending {
                "pdf" => self.say("Programm als PDF", "Programme as PDF"),
                "docx" => self.say("Programm für Word", "Programme for Word"),
                _ => self.say("Termin für den Kalender (ICS)", "Date for the calendar (ICS)"),
            };
            let item = |ending: &&str| {
                vec![Block::Paragraph(vec![beside(&format!("{id}.{ending}"), name(ending))])]
            };
            more.push(Block::List(None, files.iter().map(item).collect()));
        }
        blocks.splice(at..at, more);
        let ways = Some(self.ways(&path_of(id, "html")));
        // What it is called in a row of tabs says whose meeting it is.
        let title = format!("{title} – {}", self.site.full_name);
        Document { title, blocks, frame: Frame { ways, ..frame }, language }
    }
}

/// Meetings in a list, as the page at `path` leads to them.
fn list<'p>(path: &str, pages: impl IntoIterator<Item = &'p Page>) -> Block {
    let item = |page: &Page| {
        let meeting = &page.programme.meeting;
        let target = way(path, &path_of(&meeting.id, "html"));
        let mut words = vec![beside(&target, &meeting.full_title)];
        let when = meeting.date_words.as_ref().or(meeting.when.as_ref());
        let rest = [when, meeting.host_words.as_ref()].into_iter().flatten();
        let rest = rest.cloned().collect::<Vec<_>>().join(", ");
        if !rest.is_empty() {
            words.extend([Inline::Break, Inline::text(rest)]);
        }
        if let Some(state) = &page.state {
            let state = Inline::Strong(vec![Inline::text(format!("({state})"))]);
            words.extend([Inline::text(" "), state]);
        }
        vec![Block::Paragraph(words)]
    };
    Block::List(None, pages.into_iter().map(item).collect())
}

/// Words that lead to a file beside this one.
fn beside(path: &str, words: &str) -> Inline {
    Inline::Beside(path.to_owned(), vec![Inline::text(words)])
}

#[cfg(test)]
mod tests {
    use super::way;

    #[test]
    fn ways_lead_up_and_down() {
        for (from, to, expected) in [
            ("index.html", "archive.html", "archive.html"),
            ("index.html", "meetings/a.html", "meetings/a.html"),
            ("meetings/a.html", "index.html", "../index.html"),
            ("meetings/a.html", "meetings/b.html", "b.html"),
            ("meetings/a.html", "en/meetings/a.html", "../en/meetings/a.html"),
            ("en/meetings/a.html", "meetings/a.html", "../../meetings/a.html"),
            ("en/index.html", "index.html", "../index.html"),
        ] {
            assert_eq!(way(from, to), expected, "{from} {to}");
        }
    }
}
