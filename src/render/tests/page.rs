//! Pages of HTML are sound, whatever words are in them.

use proptest::{prop_assert_eq, proptest};

use super::{NASTY, all, line, look};
use crate::document::model::{Block, Document, Frame, Inline};
use crate::render::html::html;
use crate::text::Language;

/// Tags that have no end.
const EMPTY: [&str; 3] = ["br", "hr", "img"];

/// What a browser makes of a page.
pub(super) struct Page {
    /// Its words.
    pub(super) words: String,
    /// Its tags, as they are written.
    pub(super) tags: Vec<String>,
}

/// Reads a page and sees to it that every tag that begins ends where it should; those of drawings may end
/// themselves.
pub(super) fn read(page: &str) -> Page {
    let body = page.split_once("<body>").expect("a body").1;
    let body = body.split_once("</body>").expect("an end").0;
    let (mut words, mut tags, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut pieces = body.split('<');
    words.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (tag, text) = piece.split_once('>').unwrap_or_else(|| panic!("`<{piece}` in {page}"));
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{page}"),
            None if EMPTY.contains(&name) => {}
            None if open.contains(&"svg") && tag.ends_with('/') => {}
            None => open.push(name),
        }
        tags.push(tag.to_owned());
        // Blocks stand on lines of their own.
        words.extend([" ", text]);
    }
    assert!(open.is_empty(), "{open:?} in {page}");
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    let words =
        entities.iter().fold(words, |words, (sign, character)| words.replace(sign, character));
    Page { words, tags }
}

/// A tag without the words that name it: whatever ends them too early stays.
fn named(tag: &str) -> String {
    let Some((before, after)) = tag.split_once("aria-label=\"") else { return tag.to_owned() };
    let (_, rest) = after.split_once('"').unwrap_or_default();
    format!("{before}aria-label{rest}")
}

#[test]
fn words_never_become_tags() {
    // A bare link has its target in a tag; the tests of links look at those.
    let is_link = |tag: &String| tag.starts_with("a ") || tag == "/a";
    // Which words are a clock time is seen by a dash.
    let is_time = |tag: &String| tag.starts_with("time ") || tag == "/time";
    let tags = |words: &dyn Fn(&str) -> String| {
        let pages = all(words);
        let tags = pages.into_iter().flat_map(|(_, document)| {
            // Whom to ask stands at the foot only where no block says it.
            let frame = Frame { contact: None, ..document.frame };
            read(&html(&Document { frame, ..document })).tags
        });
        let plain = |tag: String| named(&tag.replace(" dir=\"auto\"", ""));
        tags.filter(|tag| !is_link(tag) && !is_time(tag)).map(plain).collect::<Vec<_>>()
    };
    let tame = tags(&str::to_owned);
    for nasty in NASTY {
        assert_eq!(tags(&|name| format!("{nasty} {name}").trim().to_owned()), tame, "{nasty}");
    }
}

proptest! {
    #[test]
    fn a_page_says_what_was_meant(words in line()) {
        let run = vec![Inline::Text(words.clone())];
        let document = Document {
            language: Language::German,
            title: words.clone(),
            blocks: vec![Block::Paragraph(run)], frame: Frame::default() };
        let page = read(&html(&document));
        prop_assert_eq!(page.words.trim(), words.trim());
        let tags: Vec<String> =
            page.tags.iter().map(|tag| tag.replace(" dir=\"auto\"", "")).collect();
        prop_assert_eq!(tags, ["main", "p", "/p", "/main"]);
    }
}

#[test]
fn links_lead_to_pages_mailboxes_and_telephones_alone() {
    let shown = |target: &str| {
        let link = Inline::Link(target.to_owned(), vec![Inline::text("hier")]);
        let blocks = vec![Block::Paragraph(vec![link])];
        let page = html(&Document {
            language: Language::German,
            title: String::new(),
            blocks,
            frame: Frame::default(),
        });
        page.lines().find(|line| line.starts_with("<p>")).unwrap_or_default().to_owned()
    };
    for target in ["https://example.org/a?b=1", "mailto:a@example.org", "tel:+493601", "HTTP://x"] {
        assert_eq!(shown(target), format!("<p><a href=\"{target}\">hier</a></p>"));
    }
    assert_eq!(shown("javascript:alert(1)"), "<p>hier (javascript:alert(1))</p>");
    assert_eq!(shown("a\"b"), "<p>hier (a&quot;b)</p>");
    assert_eq!(shown("https://x/\"&<"), "<p><a href=\"https://x/&quot;&amp;&lt;\">hier</a></p>");
}

#[test]
fn every_block_has_its_tags() {
    let page = html(&look::document());
    let body = page.split_once("<main>\n").expect("a body").1;
    snapbox::assert_data_eq!(
        body,
        snapbox::str![[r#"
<h1>Grün</h1>
<p><strong>Abgesagt</strong><br>
<a href="https://example.org/a">mehr dazu</a></p>
<dl>
<div><dt>Wann</dt><dd>Dienstag</dd></div>
<div><dt>Gastgeberin</dt><dd>Gotha</dd></div>
</dl>
<ul>
<li>a</li>
<li>b</li>
</ul>
<ol class="agenda timed">
<li>
<p class="time">09:30–10:00 Uhr</p>
<div>
<p><strong>Die Stadt als Schwamm</strong></p>
<p>Führung: E. Rohrbeck</p>
<ol class="agenda">
<li>
<div>
<p>2.1 Mulden und Zisternen</p>
<p class="details">15 min · Großer Saal</p>
</div>
</li>
</ol>
<p class="details">Regenwasser halten statt ableiten.</p>
<p class="details">20 Plätze</p>
</div>
</li>
<li class="pause">
<div>
<p><em>Pause</em></p>
</div>
</li>
<li>
<p class="time">nach der Pause</p>
<div>
<p><strong>Werkstätten</strong></p>
<ol class="agenda">
<li>
<div>
<p>Handel: Kühle Wege zum Laden, an denen man auch im August gern entlanggeht</p>
</div>
</li>
<li>
<div>
<p>Pflanzentausch (entfällt)</p>
</div>
</li>
</ol>
</div>
</li>
</ol>
<table>
<thead>
<tr><th scope="col">Stadt</th><th scope="col" class="number">Plätze</th></tr>
</thead>
<tbody>
<tr><th scope="row">Gotha</th><td class="number">60</td></tr>
<tr><th scope="row">Ulm</th><td class="number">120</td></tr>
</tbody>
</table>
<hr>
</main>
</body>
</html>

"#]]
    );
}
