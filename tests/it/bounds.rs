//! Files that would bring a careless reader down: each ends with a finding, in bounded time.

use crate::harness::Test;

/// Runs `check` in the smallest workspace with one more file; the finding is one of `code`.
#[track_caller]
fn found(path: &str, text: &str, code: &str) {
    let output = Test::new("check").network().file(path, text).run();
    let start: String = text.chars().take(60).collect();
    assert_eq!(output.status, 1, "{start}\n{}{}", output.stdout, output.stderr);
    assert!(output.stdout.contains(&format!("[{code}]")), "{start}\n{}", output.stdout);
}

#[test]
fn a_place_within_a_character_is_the_whole_character() {
    for text in ["{{ü", "{{ größe }}", "{{ a.ü }}", "{{ \"ä\"|ü }}", "ü{{ 1 ü }}", "{% ü", "{{👍}}"]
    {
        found("templates/de/own.md", text, "template-syntax");
    }
    for text in ["a { b: \"ü\n }", "a { b: url(ü", "ü", "/* ü", "a { ü } }"] {
        found("templates/style.css", text, "style-syntax");
    }
    for text in ["ü = 1", "a = ü", "a = \"ü\n", "a = '''ü", "[ü]", "a = 1ü", "\"a\\ü\" = 1"]
    {
        found("cities.toml", text, "toml-syntax");
    }
}

#[test]
fn brackets_within_brackets_have_an_end() {
    let deep = 100_000;
    for (opens, closes) in [("[", "]"), ("(", ")"), ("{", "}"), ("f(", ")"), ("a{", "}")] {
        let open = opens.repeat(deep);
        found("templates/style.css", &format!("a {{ b: {open}"), "style-syntax");
        found("templates/style.css", &format!("{open}{}", closes.repeat(deep)), "style-syntax");
    }
}

#[test]
fn a_line_with_a_thousand_faults_takes_no_thousand_times_as_long() {
    found("templates/style.css", &"]".repeat(100_000), "style-syntax");
    let keys = (0..10_000).map(|number| format!("k{number} = 1, ")).collect::<Vec<_>>().concat();
    found("cities.toml", &format!("city = [{{ {keys} z = 1 }}]\n"), "unknown-key");
    let lines = (0..10_000).map(|number| format!("k{number} = 1\n")).collect::<Vec<_>>().concat();
    found("cities.toml", &lines, "unknown-key");
}

/// Templates that ask for all the memory or stack there is, each in a few words.
const GREEDY: [&str; 9] = [
    "{{ [1]|batch(1000000000, 0)|list|length }}",
    "{{ [1]|slice(1000000000)|list|length }}",
    "{{ 1|string|replace(\"\", \"x\" * 1000000)|replace(\"x\", \"y\" * 10000) }}",
    "{{ \"%1000000000d\"|format(1) }}",
    "{{ \"x\\ny\"|indent(1000000000) }}",
    "{% set ns = namespace(a=\"xx\") %}{% for i in range(60) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
    "{% for a in range(30000) %}{% for b in range(30000) %}{% endfor %}{% endfor %}",
    "{% set ns = namespace(a=1) %}{% set ns.a = ns %}{{ ns }}",
    "{% set ns = namespace(a=[]) %}{% for i in range(99999) %}{% set ns.a = [ns.a] %}{% endfor %}{{ ns.a }}",
];

#[test]
fn a_greedy_template_is_stopped_and_the_others_are_still_checked() {
    let mut test = Test::new("check").network();
    for (number, text) in GREEDY.iter().enumerate() {
        test = test.file(&format!("templates/de/greedy{number}.md"), text);
    }
    let output = test.file("templates/de/last.md", "{{ meting.title }}").run();
    assert_eq!(output.status, 1, "{}{}", output.stdout, output.stderr);
    let stopped = output.stdout.matches("error[work-stopped]").count();
    assert_eq!(stopped, GREEDY.len(), "{}", output.stdout);
    assert!(output.stdout.contains("unknown placeholder `meting`"), "{}", output.stdout);
}

#[test]
fn a_template_that_is_nested_without_end_is_read_or_refused() {
    let deep = 12_000;
    let chains = ["-", "not ", "(", "[", "{1:", "1+", "1 if ", "a.", "a[", "1|"];
    let mut test = Test::new("check").network();
    for (number, chain) in chains.iter().enumerate() {
        let chained = format!("{{{{ {}1 }}}}", chain.repeat(deep));
        test = test.file(&format!("templates/de/deep{number}.md"), &chained);
    }
    let output = test.run();
    assert_eq!(output.status, 1, "{}{}", output.stdout, output.stderr);
    // Signs, sums and choices are read one after the other; what opens a bracket or a name is refused.
    let refused: Vec<usize> = (0..chains.len())
        .filter(|number| output.stdout.contains(&format!("templates/de/deep{number}.md:")))
        .collect();
    assert_eq!(refused, [2, 3, 4, 7, 8, 9], "{}", output.stdout);
}

#[test]
fn a_template_of_ones_own_writes_what_the_built_in_one_writes() {
    let network =
        || Test::new("programme --format markdown").workspace("examples/netzwerk-flusstal");
    let built_in = network().run();
    let own = network().copy("data/templates", "templates").run();
    assert_eq!((own.status, &own.stdout), (0, &built_in.stdout), "{}", own.stderr);
    let same = |kind: &str| {
        let write = || Test::new("write").arg(kind).arg("2027-04-20-eschenquell");
        let write = || write().workspace("examples/netzwerk-flusstal");
        let built_in = write().run();
        let own = write().copy("data/templates", "templates").run();
        assert_eq!(built_in.stdout, own.stdout, "{kind}: {}", own.stderr);
        assert!(!own.stdout.is_empty(), "{kind}: {}", own.stderr);
    };
    for kind in ["invitation", "press", "sign-in-list", "minutes"] {
        same(kind);
    }
}

/// Designs that never end, or never have enough, and the word for each.
#[cfg(feature = "pdf")]
const ENDLESS: [(&str, &str); 7] = [
    ("#while true {}", "design-fault"),
    ("#let f(n) = f(n + 1)\n#f(0)", "design-fault"),
    ("#let n = 0\n#while n >= 0 { n = calc.rem(n + 1, 7919) }", "design-fault"),
    ("#for a in range(30000) { for b in range(30000) { let c = a + b } }", "work-stopped"),
    ("#let all = range(2000000000)", "work-stopped"),
    ("#let words = \"x\" * 9000000000000", "work-stopped"),
    ("#for page in range(2000000) { pagebreak() }", "work-stopped"),
];

#[cfg(feature = "pdf")]
#[test]
fn a_design_without_end_is_stopped() {
    for (design, code) in ENDLESS {
        let begun = std::time::Instant::now();
        let output = Test::new("programme 2027-04-20-eschenquell --format pdf --output a.pdf")
            .workspace("examples/netzwerk-flusstal")
            .file("templates/programme.typ", design)
            .run();
        assert_eq!(output.status, 1, "{design}\n{}", output.stderr);
        assert!(output.stderr.contains(&format!("error[{code}]")), "{design}\n{}", output.stderr);
        assert!(!output.path("a.pdf").exists(), "{design}");
        // Twenty seconds are what a design is given.
        assert!(begun.elapsed().as_secs() < 60, "{design}");
    }
}

#[test]
fn minutes_are_no_deeper_than_every_form_can_follow() {
    let meeting = "title = \"Treffen\"\ndate = 2026-10-06\nhosts = [\"aue\"]\n";
    let minutes = |command: &str, text: String| {
        Test::new(command)
            .network()
            .file("cities.toml", "[[city]]\nid = \"aue\"\nname = \"Aue\"\n")
            .file("meetings/treffen.toml", meeting)
            .file("minutes/treffen.md", &format!("# P\n\n{text}\n"))
            .run()
    };
    let forms = ["text", "markdown", "html", "docx", "pdf"];
    for sign in [">", "- ", "> - "] {
        let deep = minutes("minutes treffen --format html", format!("{}x", sign.repeat(8000)));
        assert_eq!(deep.status, 1, "{sign}: {}", deep.stderr);
        assert!(deep.stderr.contains("error[too-deep]"), "{sign}: {}", deep.stderr);
        assert!(deep.stderr.contains("minutes/treffen.md:3:"), "{sign}: {}", deep.stderr);
        // The deepest that passes is set in every form.
        let text = |number: usize| format!("{}*x **y***", sign.repeat(number));
        let most = (1..20).take_while(|number| minutes("check", text(*number)).status == 0);
        let most = most.last().unwrap();
        for form in forms.iter().filter(|form| cfg!(feature = "pdf") || **form != "pdf") {
            let command = format!("minutes treffen --format {form} --output out");
            let output = minutes(&command, text(most));
            assert_eq!(output.status, 0, "{form}, {most} times {sign}: {}", output.stderr);
        }
    }
}
