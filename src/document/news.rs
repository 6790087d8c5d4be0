//! News of a network for programs that follow feeds: an entry for each meeting of which somebody has said when
//! it was changed.

use chrono::{DateTime, FixedOffset};

use super::site::{FRONT, NEWS, path_of};
use crate::text::Language;
use crate::view::site::{Page, Site};

/// So many entries tell what is new.
const MOST: usize = 50;

/// A feed.
#[derive(Clone, Debug, PartialEq)]
pub struct News {
    /// Its language.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// Who writes it.
    pub author: String,
    /// Its name among all feeds, and where the pages stand.
    pub page: String,
    /// Where it stands.
    pub own: String,
    /// When something in it was changed last.
    pub updated: DateTime<FixedOffset>,
    /// What is new, the newest first.
    pub entries: Vec<NewsEntry>,
}

/// What is new.
#[derive(Clone, Debug, PartialEq)]
pub struct NewsEntry {
    /// What it is called.
    pub title: String,
    /// Its name among all entries, and where its page stands.
    pub page: String,
    /// When it was changed.
    pub updated: DateTime<FixedOffset>,
    /// What it says, in a few words.
    pub summary: String,
}

/// The news of `site`, whose pages stand below the address `folder`; none if no meeting says when it was
/// changed.
pub fn news(site: &Site, folder: &str) -> Option<News> {
    let entry = |page: &Page| {
        let meeting = &page.programme.meeting;
        let state = page.state.as_ref().map(|state| format!(" ({state})")).unwrap_or_default();
        let place = meeting.place.as_ref().map(|place| &place.line);
        let remark = page.remark.map(str::to_owned);
        let said = [meeting.subtitle.as_ref(), meeting.when.as_ref(), place, remark.as_ref()];
        Some(NewsEntry {
            title: format!("{}{state}", meeting.full_title),
            page: format!("{folder}{}", path_of(&meeting.id, "html")),
            updated: page.changed?,
            summary: said.into_iter().flatten().cloned().collect::<Vec<_>>().join("\n"),
        })
    };
    let mut entries: Vec<NewsEntry> = site.pages().filter_map(entry).collect();
    entries.sort_by(|one, other| (other.updated, &one.page).cmp(&(one.updated, &other.page)));
    entries.truncate(MOST);
    Some(News {
        language: site.language,
        title: site.full_name.clone(),
        author: site.full_name.clone(),
        page: format!("{folder}{FRONT}"),
        own: format!("{folder}{NEWS}"),
        updated: entries.first()?.updated,
        entries,
    })
}
