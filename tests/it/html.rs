//! Programmes and accounts as pages of HTML.

use snapbox::str;

use crate::harness::Test;

/// A network whose pages show all that stands around a document.
fn network() -> Test {
    Test::new("programme --format html")
        .file(
            "network.toml",
            "name = \"Stadt & Land\"\nkind = \"Netzwerk\"\n\n[style]\naccent = \"#0b4f8a\"\n",
        )
        .file(
            "meetings/fruehjahr.toml",
            "title = \"Grün <und> Schatten\"
date = 2027-04-20
as-of = 2027-03-01
contact = \"A. Muster, Stadtbüro\"

[[session]]
title = \"Begrüßung\"
start = \"09:30\"

[[session]]
kind = \"break\"
title = \"Pause\"

[[session]]
title = \"ברוכים הבאים (Willkommen)\"
start = \"10:30\"
end = \"11:00\"
link = \"https://example.org/a?b=1&c=2\"
",
        )
}

#[test]
fn a_page_is_one_file_with_the_style_of_the_house() {
    network()
        .file("templates/style.css", "h1 { color: var(--accent-light) }\n")
        .stdout(str![[r#"
<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="Netzwerk „Stadt &amp; Land“">
<title>Grün &lt;und&gt; Schatten</title>
<style>
:root { --accent-light: #0b4f8a; --accent-dark: #91b0ca; }
@page {
  @bottom-left { content: "Stand\3a  1\2e \a0 März 2027"; }
  @bottom-right { content: "Seite " counter(page) " von " counter(pages); }
}
</style>
<style>
h1 { color: var(--accent-light) }
</style>
</head>
<body>
<header>
<p class="author">Netzwerk „Stadt &amp; Land“</p>
</header>
<main>
<h1>Grün &lt;und&gt; Schatten</h1>
<dl>
<div><dt>Wann</dt><dd>Dienstag, 20. April 2027</dd></div>
</dl>
<h2>Programm</h2>
<ol class="agenda timed">
<li>
<p class="time"><time datetime="09:30">09:30 Uhr</time></p>
<div>
<p><strong>Begrüßung</strong></p>
</div>
</li>
<li class="pause">
<div>
<p><em>Pause</em></p>
</div>
</li>
<li>
<p class="time"><time datetime="10:30">10:30</time>–<time datetime="11:00">11:00 Uhr</time></p>
<div>
<p dir="auto"><strong>ברוכים הבאים (Willkommen)</strong></p>
<p class="details"><a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a></p>
</div>
</li>
</ol>
<dl>
<div><dt>Ansprechperson</dt><dd>A. Muster, Stadtbüro</dd></div>
</dl>
</main>
<footer>
<p class="as-of">Stand: 1. März 2027</p>
</footer>
</body>
</html>

"#]])
        .stderr(str![[r#"
Next meeting: Grün <und> Schatten (fruehjahr)

"#]])
        .status(0);
}

#[test]
fn a_page_without_a_style_of_the_house_has_ours() {
    let page = network().run().stdout;
    assert!(page.contains(include_str!("../../src/render/html/style.css").trim_end()));
    assert!(page.contains(":root { --accent-light: #0b4f8a; --accent-dark: "));
}

#[test]
fn an_accent_that_cannot_be_read_is_darkened() {
    let pale = "name = \"Netz\"\n\n[style]\naccent = \"#ffcc00\"\n";
    let html = network().file("network.toml", pale).run().stdout;
    assert!(html.contains(":root { --accent-light: #907300; --accent-dark: "));
}

#[test]
fn a_faulty_style_sheet_stops_pages_and_nothing_else() {
    let faulty = || network().file("templates/style.css", "h1 { color: red\n");
    let expected = str![[r#"
Next meeting: Grün <und> Schatten (fruehjahr)
error[style-syntax]: this bracket is never closed
 --> templates/style.css:1:4
  |
1 | h1 { color: red
  |    ^
  |
  = help: close it where its content ends


"#]];
    faulty().stderr(expected).status(1);
    assert_eq!(faulty().command_line("programme --format text").run().status, 0);
}

#[test]
fn accounts_have_the_style_of_the_house_too() {
    let page = Test::new("account --format html")
        .workspace("examples/small-network")
        .file("templates/style.css", "table { width: auto }\n")
        .run()
        .stdout;
    assert!(page.contains("\n<style>\ntable { width: auto }\n</style>\n"));
    assert!(page.contains("<div class=\"wide\" role=\"group\" aria-label=\"As of "));
    assert!(page.contains("\" tabindex=\"0\">\n<table>\n<caption>As of "));
}
