//! Templates of users' own: what they can do, and what they are told.

use super::{Template, check, own_kinds};
use crate::diagnostic::Diagnostic;
use crate::document::model::{Block, Document, Inline};
use crate::source::{SourceFile, Sources};
use crate::text::Language::{self, English, German};
use crate::text::Vocabulary as _;
use crate::view::handover::Handover;
use crate::view::item::ItemSheet;
use crate::view::letter::Letter;
use crate::view::merge::MergeData;
use crate::view::placeholders::Placeholders;
use crate::view::programme::Programme;
use crate::view::report::Report;
use crate::view::{DocumentKind, Filling};

fn sources(text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add(SourceFile { path: "templates/de/programme.md".to_owned(), text: text.to_owned() });
    sources
}

/// The findings in a template: the words underlined, the code, the hint.
fn findings(text: &str) -> Vec<String> {
    let sources = sources(text);
    let quoted = |finding: &Diagnostic| {
        let range = finding.place.expect("a place").range();
        let hint = finding.problem.wording(English).hint.unwrap_or_default();
        format!("{} {}: {hint}", finding.code(), &text[range])
    };
    check(&sources).iter().map(quoted).collect()
}

fn rendered(text: &str, answer: &Programme) -> Document {
    Template::find(DocumentKind::Programme, German, &sources(text))
        .render(answer)
        .expect("a sound template")
}

#[test]
fn built_in_templates_are_sound_in_both_languages() {
    assert_eq!(check(&Sources::default()).len(), 0);
    for kind in DocumentKind::all() {
        for language in Language::ALL {
            let sources = Sources::default();
            let template = Template::find(kind, language, &sources);
            let (findings, document) = match kind.row().filling {
                Filling::Programme => {
                    (template.check::<Programme>(), template.render(&Programme::sample()))
                }
                Filling::Item => {
                    (template.check::<ItemSheet>(), template.render(&ItemSheet::sample()))
                }
                Filling::MergeData => {
                    (template.check::<MergeData>(), template.render(&MergeData::sample()))
                }
                Filling::Letter => (template.check::<Letter>(), template.render(&Letter::sample())),
                Filling::Year => (template.check::<Report>(), template.render(&Report::sample())),
                Filling::Network => {
                    (template.check::<Handover>(), template.render(&Handover::sample()))
                }
            };
            assert_eq!(findings.len(), 0, "{kind:?}: {findings:?}");
            let document = document.expect("a sound template");
            assert_eq!(document.language, language);
            assert!(!document.title.is_empty(), "{kind:?}");
        }
    }
}

#[test]
fn letters_have_names_that_papers_lack() {
    let findings = |path: &str| {
        let mut sources = Sources::default();
        let text = "{{ story | lines }} {{ salutation }}".to_owned();
        sources.add(SourceFile { path: path.to_owned(), text });
        check(&sources).len()
    };
    assert_eq!(findings("templates/de/invitation.md"), 0);
    assert_eq!(findings("templates/de/grusswort.md"), 0);
    assert_eq!(findings("templates/de/press.md"), 1);
    assert_eq!(findings("templates/de/programme.md"), 2);
    assert_eq!(findings("templates/de/programme.txt"), 0);
}

#[test]
fn other_names_are_kinds_of_their_own() {
    let mut sources = Sources::default();
    for path in ["en/b", "de/press", "de/b", "de/a", "fr/c"] {
        let path = format!("templates/{path}.md");
        sources.add(SourceFile { path, text: "# {{ meeting.title }}".to_owned() });
    }
    assert_eq!(own_kinds(&sources), ["a", "b"]);
    assert!(Template::named("a", German, &sources).is_some());
    assert!(Template::named("a", English, &sources).is_none());
    assert!(Template::named("thanks", English, &sources).is_some());
}

#[test]
fn what_is_kept_in_vain_is_found() {
    let text = "{% set a = meeting.title %}{% set b %}x{% endset %}{% set _c = 1 %}\
                {% with d = 1, e = 2 %}{{ e }}{% endwith %}\
                {% for x in range(2) %}{% set f = x %}{% endfor %}{{ b }}";
    assert_eq!(
        findings(text),
        [
            "unused-variable a: drop it, or put it to use with {{ … }}",
            "unused-variable d: drop it, or put it to use with {{ … }}",
            "unused-variable f: drop it, or put it to use with {{ … }}",
        ]
    );
}

#[test]
fn every_unknown_placeholder_is_found_in_every_branch() {
    let text = "\
{{ meeting.titel }} {{ meting.title }} {{ meeting.place.adress }}
{% if meeting.subtitle %}{{ nothing }}{% else %}{{ meeting.hots }}{% endif %}
{% for person in meeting.people %}{{ person.lines }} {{ loop.index }}{% endfor %}
{% for day in days %}{% for entry in day.entries %}{{ entry.titel }}{% endfor %}{% endfor %}
{% set first = meeting.people | first %}{{ first.name }} {{ first.lien }}
{% with place = meeting.place %}{{ place.line }} {{ place.lnie }}{% endwith %}
{{ days[0].headin }} {{ meeting['theme'] }} {{ meeting.hosts | in_words }}";
    assert_eq!(
        findings(text),
        [
            "unknown-placeholder meeting.titel: did you mean `meeting.title`?",
            "unknown-placeholder meting: did you mean `meeting`?",
            "unknown-placeholder meeting.place.adress: did you mean `meeting.place.address`?",
            "unknown-placeholder nothing: `erfa … --json` shows what there is",
            "unknown-placeholder meeting.hots: did you mean `meeting.hosts`?",
            "unknown-placeholder person.lines: did you mean `person.line`?",
            "unknown-placeholder entry.titel: did you mean `entry.title`?",
            "unknown-placeholder first.lien: did you mean `first.line`?",
            "unknown-placeholder place.lnie: did you mean `place.line`?",
            "unknown-placeholder days[0].headin: did you mean `days[0].heading`?",
        ]
    );
}

#[test]
fn faults_have_their_place() {
    let cases = [
        ("a {{ meeting.title", "template-syntax "),
        ("a\n{% if meeting.title %}b", "template-syntax "),
        ("{{ meeting.title | saef }}", "template-syntax saef:"),
        ("{{ meeting.title | safe }}", "template-syntax safe:"),
        ("{{ meeting.title | e }}", "template-syntax e:"),
        ("{% include \"x\" %}", "template-syntax "),
    ];
    for (text, expected) in cases {
        let found = findings(text);
        assert!(found.len() == 1 && found[0].starts_with(expected), "{text}: {found:?}");
    }
}

#[test]
fn known_names_pass() {
    for text in [
        "{{ meeting.subtitle }} {{ meeting.place.access }} {{ agenda }}",
        "{% if meeting.unheard is defined %}x{% endif %}",
        "{% for i in range(3) %}{{ i }}{% endfor %}",
        "{{ meeting | items | length }}",
        "{% set ns = namespace(n=1) %}{{ ns.n }}",
    ] {
        assert_eq!(findings(text), [] as [String; 0], "{text}");
    }
}

#[test]
fn what_is_absent_prints_nothing() {
    let mut answer = Programme::sample();
    answer.meeting.place = None;
    answer.meeting.subtitle = None;
    answer.meeting.registration = None;
    answer.days.clear();
    let text = "# A {{ meeting.subtitle }}\n\n**{{ meeting.subtitle }}**\n\nWo\n: {{ meeting.place.line }}\n\n\
                {{ meeting.registration.link | link }}\n\n{{ meeting.subtitle | paragraphs }}\n\n\
                {% if agenda %}\n## B\n{% endif %}\n{{ agenda }}";
    assert_eq!(rendered(text, &answer).blocks, [Block::Heading(1, vec![Inline::text("A")])]);
}

#[test]
fn data_stay_text_whatever_a_template_tries() {
    let answer = Programme::filled(&|_| "**a** <!-- agenda --> [b](c)\n\n# d".to_owned());
    for text in [
        "{{ meeting.title }}",
        "{% autoescape false %}{{ meeting.title }}{% endautoescape %}",
        "{% autoescape \"html\" %}{{ meeting.title }}{% endautoescape %}",
        "{% set x %}{{ meeting.title }}{% endset %}{{ x }}",
        "{{ [meeting.title] | lines }}",
    ] {
        let words =
            vec![Inline::text("**a** <!-- agenda --> [b](c)"), Inline::Break, Inline::text("# d")];
        assert_eq!(rendered(text, &answer).blocks, [Block::Paragraph(words)], "{text}");
    }
    let two = rendered("{{ meeting.title | paragraphs }}", &answer).blocks;
    assert!(matches!(&two[..], [Block::Paragraph(_), Block::Paragraph(_)]), "{two:?}");
}

#[test]
fn links_lead_to_pages_and_mail_addresses_only() {
    let cases = [
        ("https://example.org/a_(b)?c=<d>", Some("https://example.org/a_(b)?c=<d>")),
        ("a.b@example.org", Some("mailto:a.b@example.org")),
        ("javascript:alert(1)@example.org", None),
        ("siehe Aushang", None),
    ];
    for (words, target) in cases {
        let answer = Programme::filled(&|_| words.to_owned());
        let run = match target {
            Some(target) => Inline::Link(target.to_owned(), vec![Inline::text(words)]),
            None => Inline::text(words),
        };
        let blocks = rendered("{{ meeting.link | link }}", &answer).blocks;
        assert_eq!(blocks, [Block::Paragraph(vec![run])]);
    }
}

#[test]
fn the_users_own_template_comes_first() {
    let answer = Programme::sample();
    let document = rendered("## {{ meeting.title }}\n\n{{ agenda }}", &answer);
    assert_eq!(document.title, "title");
    assert!(matches!(&document.blocks[..], [Block::Heading(2, _), Block::Agenda(_)]));
}

#[test]
fn a_drawing_stands_where_it_is_called_for_and_nowhere_else() {
    let drawings = |text: &str, report: &Report| {
        let mut sources = Sources::default();
        let path = "templates/de/report.md".to_owned();
        sources.add(SourceFile { path, text: text.to_owned() });
        let template = Template::find(DocumentKind::Report, German, &sources);
        let blocks = template.render(report).expect("a sound template").blocks;
        blocks.iter().filter(|block| matches!(block, Block::Drawing(_))).count()
    };
    let report = Report::sample();
    assert_eq!(drawings("# {{ year }}\n\n{{ drawing }}\n", &report), 1);
    let forged = Report::filled(&|_| "<!-- drawing -->".to_owned());
    assert_eq!(drawings("# {{ year }}\n\n{{ summary | join(' ') }}\n", &forged), 0);
    let mut idle = Report::sample();
    idle.accounts.courses.clear();
    let text = "# {{ year }}\n\n{% if drawing %}\nA\n{% endif %}\n{{ drawing }}\n";
    assert_eq!(drawings(text, &idle), 0);
}
