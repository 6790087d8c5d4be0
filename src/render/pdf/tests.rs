//! What stands on the pages, read off them as they were set.

mod addresses;
mod code;
mod grid;
mod labels;
mod letters;
mod papers;

use std::collections::BTreeSet;
use std::slice::from_ref;

use typst::layout::{Frame, FrameItem, Point};
use typst_layout::PagedDocument;

use super::press::Press;
use super::{Design, LAST_LATIN, PROGRAMME, job, pdf};
use crate::diagnostic::Diagnostic;
use crate::document::model::{Block, Document, Fact, Inline, Logo, Picture, Table};
use crate::document::template::Template;
use crate::render::sheet::{Paper, Sheet};
use crate::source::{SourceFile, Sources};
use crate::text::{Language, Vocabulary as _};
use crate::view::DocumentKind;
use crate::view::placeholders::Placeholders as _;
use crate::view::programme::{Day, Entry, Programme};

mod property;

/// Signs of typst's, of Markdown and of HTML.
const NASTY: &[&str] = &[
    "#panic() #let x = 1 #[a] #sys.inputs",
    "*strong* _stress_ `raw` ```block```",
    "= heading == two",
    "- item + item / term: x",
    "$x^2$ <label> @reference",
    "// comment /* comment */",
    "\\u{1f600} \\ ~ --- -- ... -?",
    "https://example.org #link(\"x\")",
    "\"quoted\" 'single'",
    "<b>a</b> &amp; [x](y) **z**",
    "{ let x = 1 } ${HOME} %s",
];

fn programme(words: &dyn Fn(&str) -> String) -> Document {
    let sources = Sources::default();
    let template = Template::find(DocumentKind::Programme, Language::German, &sources);
    template.render(&Programme::filled(words)).unwrap()
}

/// A programme of many entries.
fn long(entries: usize) -> Document {
    let mut filled = Programme::filled(&str::to_owned);
    let entry = filled.days[0].entries[0].clone();
    let one = |number: usize| Entry {
        title: format!("Punkt {number}"),
        time: Some("09:30 Uhr".to_owned().into()),
        items: Vec::new(),
        description: None,
        plan: None,
        ..entry.clone()
    };
    filled.days =
        vec![Day { date: None, heading: None, entries: (1..=entries).map(one).collect() }];
    let sources = Sources::default();
    Template::find(DocumentKind::Programme, Language::German, &sources).render(&filled).unwrap()
}

/// Documents as they are set, before they are a file.
fn set(
    documents: &[Document],
    design: Design,
    sheet: Sheet,
    sources: &Sources,
) -> Result<PagedDocument, Vec<Diagnostic>> {
    let style = design.find(sources);
    let job = job(documents, style, sheet, sources)?;
    let mut press = Press::new(&job.style, job.fonts, job.documents, job.latin);
    let pages = job::set(&mut press, sheet, documents.len());
    pages.map_err(|faults| faults.into_iter().map(|fault| style.finding(fault)).collect())
}

#[track_caller]
fn pages(document: &Document, sheet: Sheet) -> PagedDocument {
    let design = Design::of(document);
    set(from_ref(document), design, sheet, &Sources::default()).unwrap()
}

/// The words of a page in the order in which they were set, without white space and hyphens.
fn dense(words: &str) -> String {
    words
        .chars()
        .filter(|c| !c.is_whitespace() && !"-\u{ad}\u{200b}\u{2010}\u{2011}".contains(*c))
        .collect()
}

fn words(frame: &Frame) -> String {
    let item = |(_, item): &(_, FrameItem)| match item {
        FrameItem::Group(group) => words(&group.frame),
        FrameItem::Text(text) => text.text.to_string(),
        _ => String::new(),
    };
    frame.items().map(item).collect()
}

fn all_words(pages: &PagedDocument) -> String {
    dense(&pages.pages().iter().map(|page| words(&page.frame)).collect::<String>())
}

/// A run of letters on a page: millimetres from the left edge to its ends, and from the upper edge to
/// its base line; the size of its letters in points; its words.
struct Run {
    left: f64,
    right: f64,
    base: f64,
    points: f64,
    words: String,
}

/// The runs of a page in the order in which they were set; those that are cut off are left out.
fn runs(page: &Frame) -> Vec<Run> {
    fn collect(at: Point, frame: &Frame, runs: &mut Vec<Run>) {
        for (place, item) in frame.items() {
            let place = at + *place;
            match item {
                // What is cut off does not leave its frame.
                FrameItem::Group(group) if group.clip.is_some() => {}
                FrameItem::Group(group) => collect(place, &group.frame, runs),
                FrameItem::Text(text) => runs.push(Run {
                    left: place.x.to_mm(),
                    right: (place.x + text.width()).to_mm(),
                    base: place.y.to_mm(),
                    points: text.size.to_pt(),
                    words: text.text.to_string(),
                }),
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(Point::zero(), page, &mut found);
    found
}

/// Whether all that is drawn is within the page.
#[track_caller]
fn within(pages: &PagedDocument) {
    for page in pages.pages() {
        let (width, height) = (page.frame.width().to_mm(), page.frame.height().to_mm());
        for Run { right, base, words, .. } in runs(&page.frame) {
            assert!(right <= width && base <= height, "{words} ends at {right} and {base} mm");
        }
    }
}

fn codes(findings: &[Diagnostic]) -> Vec<&'static str> {
    findings.iter().map(Diagnostic::code).collect()
}

#[test]
fn signs_of_any_language_are_text() {
    for nasty in NASTY {
        let document = programme(&|name| format!("{nasty} {name}"));
        let printed = all_words(&pages(&document, Sheet::default()));
        for name in ["full title", "place line", "entry title", "person line", "entry description"]
        {
            let expected = dense(&format!("{nasty} {name}"));
            assert!(printed.contains(&expected), "{name}: {nasty}\n{printed}");
        }
    }
}

#[test]
fn the_same_document_is_the_same_bytes() {
    let document = programme(&str::to_owned);
    let file = || {
        pdf(from_ref(&document), Design::Programme, Sheet::default(), &Sources::default()).unwrap()
    };
    let first = file();
    assert!(first.starts_with(b"%PDF-1.7"));
    assert_eq!(first, file());
    let shown = String::from_utf8_lossy(&first);
    assert!(shown.contains("/CreationDate(D:20240918"), "the date is that of the facts");
    for standard in ["<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<"] {
        assert!(shown.contains(standard), "{standard}");
    }
}

#[test]
fn every_paper_and_size_holds_everything() {
    let document = long(30);
    let count = |sheet| {
        let pages = pages(&document, sheet);
        within(&pages);
        assert!(all_words(&pages).contains("Punkt30"));
        pages.pages().len()
    };
    let usual = count(Sheet::default());
    let small = count(Sheet { paper: Paper::A5, ..Sheet::default() });
    let large = count(Sheet { large: true, ..Sheet::default() });
    let both = count(Sheet { paper: Paper::A5, large: true, one_page: false });
    assert!(usual < small && usual < large && small < both, "{usual} {small} {large} {both}");
}

#[test]
fn one_page_is_one_page_or_a_finding() {
    let one_page = Sheet { one_page: true, ..Sheet::default() };
    let short = long(6);
    assert_eq!(pages(&short, one_page).pages().len(), 1);
    let document = long(200);
    let sources = Sources::default();
    let refused = set(from_ref(&document), Design::Programme, one_page, &sources);
    let findings = refused.map(|_| ()).unwrap_err();
    assert_eq!(codes(&findings), ["too-long-for-one-page"]);
    let words = findings[0].problem.wording(Language::English).message;
    assert!(
        words.contains("even at 9 points")
            && words.contains("`entry number track: Punkt 1")
            && words.ends_with(" more"),
        "{words}"
    );
}

#[test]
fn an_entry_is_not_torn_apart() {
    let pages = pages(&long(60), Sheet::default());
    assert!(pages.pages().len() > 1);
    for page in pages.pages() {
        let words = dense(&words(&page.frame));
        assert_eq!(words.matches("Punkt").count(), words.matches("entryterm").count());
    }
}

#[test]
fn titles_of_any_length_stay_on_the_paper() {
    let title = "Innenstadtentwicklungskonzeptfortschreibung und Leerstandsmanagement ".repeat(30);
    for paper in Paper::all() {
        for large in [false, true] {
            let document = programme(&|name| format!("{title} {name}"));
            within(&pages(&document, Sheet { paper, large, one_page: false }));
        }
    }
    let unbroken = "x".repeat(2000);
    within(&pages(&programme(&|_| unbroken.clone()), Sheet::default()));
}

#[test]
fn characters_without_a_glyph_are_named() {
    let text = "title = \"Fest 🎉\"\n".to_owned();
    let mut sources = Sources::default();
    sources.add(SourceFile { path: "meetings/a.toml".to_owned(), text });
    let document = programme(&|name| format!("Fest 🎉 {name} 🎉"));
    let findings =
        pdf(from_ref(&document), Design::Programme, Sheet::default(), &sources).unwrap_err();
    assert_eq!(codes(&findings), ["glyph-missing"]);
    let place = findings[0].place.unwrap();
    assert_eq!(&sources.file(place.file).text[place.range()], "🎉");
    let words = findings[0].problem.wording(Language::German).message;
    assert!(words.contains("🎉 (U+1F389) in `Fest 🎉"), "{words}");
}

#[test]
fn scripts_that_the_fonts_have_are_printed() {
    for words in ["שלום עולם", "Ελλάδα", "Київ", "Łódź, Český Krumlov", "α₂ → ½ €"]
    {
        let document = programme(&|name| format!("{words} {name}"));
        assert!(all_words(&pages(&document, Sheet::default())).contains(&dense(words)), "{words}");
    }
}

#[test]
fn every_block_is_set() {
    let text = |words: &str| vec![Inline::text(words)];
    let item = |words: &str| vec![Block::Paragraph(text(words))];
    let link = Inline::Link("https://example.org".to_owned(), text("link"));
    let odd = Inline::Link("gopher://example.org".to_owned(), text("odd"));
    let logo =
        |format, bytes: &[u8]| Logo { alt: "Wappen".to_owned(), format, bytes: bytes.into() };
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>";
    let mut document = Document::new(
        Language::English,
        "All",
        vec![
            Block::Paragraph(text("head")),
            Block::Paragraph(vec![Inline::Strong(text("notice"))]),
            Block::Heading(3, text("too deep")),
            Block::List(None, vec![item("first"), item("second")]),
            Block::List(Some(3), vec![item("third"), vec![Block::List(None, vec![item("inner")])]]),
            Block::Quote(vec![Block::Paragraph(vec![Inline::Emphasis(text("said"))])]),
            Block::Facts(vec![Fact::new("label", "stands for")]),
            Block::Table(
                Table::of_words(
                    &[("Town", false), ("Seats", true)],
                    vec![vec!["Ulm".to_owned(), "9".to_owned()]],
                )
                .captioned("Towns"),
            ),
            Block::Rule,
            Block::Paragraph(vec![link, Inline::Break, odd]),
            Block::Heading(6, text("deeper")),
        ],
    );
    document.frame.logos = vec![logo(Picture::Svg, svg)];
    document.frame.members = vec!["Ulm".to_owned(), "Bern".to_owned()];
    document.frame.members_called = "Member towns".to_owned();
    let printed = all_words(&pages(&document, Sheet::default()));
    let expected = "headnoticetoodeep–first–second3.third4.–innersaidlabelstandsforTownsTownSeatsUlm9linkodd(gopher://example.org)deeperMembertownsUlm·BernPage1of1";
    assert_eq!(printed, expected);
    pdf(from_ref(&document), Design::Programme, Sheet::default(), &Sources::default()).unwrap();
}

#[test]
fn mistakes_in_a_design_have_their_place() {
    let cases = [
        ("#let x = 1\n#y", "y"),
        ("#set page(paper: \"a4\"\nHallo", "("),
        ("#read(\"secret.txt\")", "\"secret.txt\""),
        ("#sys.inputs.document.titel", "titel"),
        ("#datetime.today()", "datetime.today()"),
    ];
    for (text, wrong) in cases {
        let mut sources = Sources::default();
        let path = Design::Programme.path().to_owned();
        sources.add(SourceFile { path, text: text.to_owned() });
        let findings = super::check(&programme(&str::to_owned), &sources);
        assert_eq!(findings[0].code(), "design-fault", "{text}");
        let place = findings[0].place.unwrap();
        assert!(
            sources.file(place.file).text[place.range()].contains(wrong),
            "{text}: {findings:?}"
        );
    }
}

#[test]
fn a_design_of_the_users_own_is_used() {
    let mut sources = Sources::default();
    let text =
        "#set document(title: sys.inputs.document.title)\n#sys.inputs.document.title".to_owned();
    sources.add(SourceFile { path: Design::Programme.path().to_owned(), text });
    let document = programme(&str::to_owned);
    let pages = set(from_ref(&document), Design::Programme, Sheet::default(), &sources).unwrap();
    assert_eq!(all_words(&pages), dense(&document.title));
    assert!(super::check(&document, &sources).is_empty());
}

#[test]
fn what_is_set_apart_is_set_alike() {
    let logo =
        |format, bytes: &[u8]| Logo { alt: "Wappen".to_owned(), format, bytes: bytes.to_vec() };
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>";
    let invitation =
        Template::find(DocumentKind::Invitation, Language::German, &Sources::default())
            .render(&crate::view::letter::Letter::sample())
            .unwrap();
    let mut marked = programme(&|text| format!("{text} ä\u{1e9e}"));
    marked.frame.logos = vec![logo(Picture::Svg, svg)];
    marked.blocks.push(Block::Paragraph(vec![
        Inline::Strong(vec![Inline::Emphasis(vec![Inline::text("a")]), Inline::Break]),
        Inline::Link("https://example.org/".to_owned(), vec![Inline::text("b")]),
        Inline::Link("erfa:x".to_owned(), vec![Inline::text("$bytes")]),
    ]));
    for document in [long(30), invitation, marked] {
        let values = super::values::document(&document);
        let values = typst::foundations::Value::Dict(values);
        let json = super::wire::to_json(&values);
        assert_eq!(super::wire::from_json(&json), values);
        let design = Design::of(&document);
        let sources = Sources::default();
        let job =
            || job(from_ref(&document), design.find(&sources), Sheet::default(), &sources).unwrap();
        let sent = job().to_json().to_string();
        let answer = super::work(sent.as_bytes()).unwrap();
        assert_eq!(job::said(&answer).unwrap(), job().work());
    }
    assert!(super::work(b"[]").is_none());
}

#[test]
fn the_letters_called_latin_are_all_up_to_the_last() {
    let class = PROGRAMME.split_once("\"[").unwrap().1.split_once(']').unwrap().0;
    let class: Vec<char> = class.chars().collect();
    let mut rest = &class[..];
    let mut named = BTreeSet::new();
    while let Some(&first) = rest.first() {
        let (last, length) = if rest.get(1) == Some(&'-') { (rest[2], 3) } else { (first, 1) };
        named.extend(first..=last);
        rest = &rest[length..];
    }
    let letters: BTreeSet<char> = ('\0'..=LAST_LATIN).filter(|c| c.is_alphabetic()).collect();
    assert_eq!(named, letters);
}
