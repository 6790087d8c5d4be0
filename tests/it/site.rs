//! `erfa site`: pages for everybody, and a folder in which nobody else's files are touched.

use std::fmt::Write as _;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;

use snapbox::{file, str};

use crate::harness::{Output, Test, files, readable, same};

mod given_out;

const NETWORK: &str = "examples/netzwerk-flusstal";

/// Every file of a folder below its path: pages without what all of them have in their heads, binary files
/// by their first letters.
fn told(folder: &Path) -> String {
    let mut told = String::new();
    for path in files(folder, |_| true) {
        let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        let content = fs::read(&path).unwrap();
        let content = match path.extension().and_then(|ending| ending.to_str()).unwrap() {
            "pdf" | "docx" => String::from_utf8_lossy(&content[..4]).into_owned() + "\n",
            "html" => {
                let page = readable(&content, folder);
                let (head, body) = page.split_once("<body>\n").unwrap();
                let is_own = |line: &&str| line.starts_with("<title") || line.starts_with("<link");
                let head: Vec<&str> = head.lines().filter(is_own).collect();
                let image = |line: &str| match line.split_once("src=\"data:") {
                    Some((before, after)) => {
                        format!("{before}src=\"…{}\n", after.split_once('"').unwrap().1)
                    }
                    None => format!("{line}\n"),
                };
                format!("{}\n{}", head.join("\n"), body.lines().map(image).collect::<String>())
            }
            // Its sums change with every word of every page.
            "txt" => content
                .split(|byte| *byte == b'\n')
                .take(1)
                .fold(String::new(), |all, line| all + &readable(line, folder) + "\n"),
            _ => readable(&content, folder),
        };
        writeln!(told, "════ {name}").unwrap();
        told.push_str(&content);
    }
    told
}

fn written(command: &str, network: impl Fn(Test) -> Test) -> Output {
    let output = network(Test::new(command)).run();
    assert_eq!(output.status, 0, "{command}: {}", output.stderr);
    output
}

/// A small network with everything that a page can tell of a meeting.
fn small(test: Test) -> Test {
    test.file(
        "network.toml",
        "name = 'Netz'\nkind = 'Städtenetz'\nregion = 'DE-TH'\nabout = 'Drei Städte.'\ngoals = ['Reden']\n\
         note = 'Geheim'\n[site]\nurl = 'https://www.example.org/netz'\n[sender]\nname = 'Kim Muster'\nmail = \
         'kim@example.org'\n",
    )
    .file(
        "cities.toml",
        "[[city]]\nid = 'ulm'\nname = 'Ulm'\nmail = 'post@example.org'\nlatitude = 50.9\nlongitude = \
         11.3\nmember-since = 2020-01-01\n[[city]]\nid = 'aue'\nname = 'Aue'\nlatitude = 50.8\nlongitude = \
         11.5\n[[city]]\nid = 'elm'\nname = 'Elm'\ndistrict = 'Kreis Elm'\n",
    )
    .file(
        "contacts.toml",
        "[[contact]]\nid = 'kim'\nfamily-name = 'Muster'\ngiven-name = 'Kim'\noffice = 'Leitung'\nmail = \
         'kim.muster@example.org'\nphone = '030 23125-1'\n",
    )
    .file(
        "meetings/2025-05-06-ulm.toml",
        "title = 'Damals'\nstatus = 'held'\ndate = 2025-05-06\nhosts = ['ulm']\nattended = ['aue']\n",
    )
    .file(
        "meetings/2026-12-08-aue.toml",
        "title = 'Licht & Schatten'\nstatus = 'invited'\ndate = 2026-12-08\nhosts = ['aue']\nstart = '9:00'\n\
         created = 2026-09-01\ncontact = 'kim'\nnote = 'Geheim'\n[registration]\nmail = \
         'anmeldung@example.org'\nuntil = 2026-12-01\n[[session]]\ntitle = 'Begrüßung'\nstart = '9:00'\n\
         [[session]]\ntitle = 'Nur wir'\naudience = 'internal'\n",
    )
    .file(
        "meetings/2027-02-09-elm.toml",
        "title = 'Entwurf'\ndate = 2027-02-09\ncreated = 2026-10-01\nhosts = ['elm']\ndescription = 'Noch geheim'\ncontact = \
         'kim'\n[[session]]\ntitle = 'Noch geheim'\n",
    )
    .file("meetings/2027-herbst.toml", "title = 'Vielleicht'\nstatus = 'idea'\ndate-text = 'Herbst 2027'\n")
    .file(
        "meetings/2027-03-09-ulm.toml",
        "title = 'Sturm'\nstatus = 'cancelled'\nreason = 'Hochwasser'\ndate = 2027-03-09\nhosts = ['ulm']\n\
         [[session]]\ntitle = 'Noch geheim'\n",
    )
}

#[test]
fn all_pages_of_a_network() {
    let output = written("site web -y", small);
    same(
        &output.stderr,
        str![[r#"
Pages in `web` (German)
  new: 16 – archive.html, calendar.ics, index.html, meetings/2025-05-06-ulm.html, meetings/2025-05-06-ulm.ics, meetings/2026-12-08-aue.docx and 10 more
16 files written in `web`.

"#]],
    );
    same(&told(&output.path("web")), file!["site/small.txt"]);
    for path in files(&output.path("web"), |_| true) {
        let content = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        for inner in ["Geheim", "geheim", "Nur wir", "kim.muster", "kim@", "post@", "23125"] {
            assert!(!content.contains(inner), "{}: {inner}", path.display());
        }
    }
}

#[test]
fn two_languages_stand_side_by_side() {
    let output = written("site web -y", |test| {
        small(test).prepare(|folder| {
            let path = folder.join("network.toml");
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, text.replace("[site]\n", "[site]\nlanguages = ['de', 'en']\n"))
                .unwrap();
        })
    });
    let names = files(&output.path("web"), |_| true);
    let in_english = |path: &&std::path::PathBuf| path.starts_with(output.path("web/en"));
    assert_eq!(names.iter().filter(in_english).count(), 16);
    assert_eq!(names.len(), 33, "{names:?}");
    let page = fs::read_to_string(output.path("web/en/meetings/2026-12-08-aue.html")).unwrap();
    assert!(page.contains("<html lang=\"en\">"), "{page}");
    let german =
        "<a href=\"../../meetings/2026-12-08-aue.html\" lang=\"de\" hreflang=\"de\">Deutsch</a>";
    assert!(page.contains(german), "{page}");
    // Whoever asks for one language has that alone, and hears of what is gone.
    let output = output.again().command_line("site web -y --lang en").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(output.stderr.contains("`--prune` removes them: 16"), "{}", output.stderr);
}

#[test]
fn a_second_run_touches_nothing() {
    let output = written("site web -y", small);
    let state = |output: &Output| -> Vec<_> {
        let state = |path: &std::path::PathBuf| {
            let metadata = fs::metadata(path).unwrap();
            (path.clone(), metadata.ino(), metadata.mtime(), metadata.mtime_nsec())
        };
        files(&output.path("web"), |_| true).iter().map(state).collect()
    };
    let before = state(&output);
    let output = output.again().command_line("site web -y").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert_eq!(state(&output), before);
    // A word of one meeting changes its files, and what tells of them.
    let path = output.path("meetings/2026-12-08-aue.toml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("Licht & Schatten", "Licht")).unwrap();
    let output = output.again().command_line("site web -y --json").run();
    same(&output.stdout, file!["site/changed.json"]);
    let after = state(&output);
    // Seven files, and the one that keeps in mind what was written.
    assert_eq!(after.iter().filter(|file| !before.contains(file)).count(), 8);
    // The same from nothing is the same.
    let again = output.again().command_line("site other -y").run();
    for path in files(&again.path("web"), |_| true) {
        let other = again.path("other").join(path.strip_prefix(again.path("web")).unwrap());
        assert!(fs::read(&path).unwrap() == fs::read(other).unwrap(), "{}", path.display());
    }
}

#[test]
fn what_others_wrote_stays() {
    let output = small(Test::new("site web -y")).file("web/index.html", "Meins").run();
    assert_eq!(output.status, 1, "{}", output.stderr);
    assert!(output.stderr.contains("error[foreign-file]: `web/index.html`"), "{}", output.stderr);
    assert_eq!(files(&output.path("web"), |_| true).len(), 1);
    // `--force` is for what erfa wrote, and for nothing else.
    let output = output.again().command_line("site web -y --force").run();
    assert_eq!(output.status, 1, "{}", output.stderr);
    // What stands beside the pages is nobody's business.
    fs::rename(output.path("web/index.html"), output.path("web/robots.txt")).unwrap();
    let output = output.again().command_line("site web -y").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    // A page that somebody wrote into stays, too, unless they say that it may go.
    fs::write(output.path("web/index.html"), "Von Hand").unwrap();
    let output = output.again().command_line("site web -y").run();
    assert_eq!(output.status, 1, "{}", output.stderr);
    assert!(output.stderr.contains("error[changed-by-hand]"), "{}", output.stderr);
    assert_eq!(fs::read_to_string(output.path("web/index.html")).unwrap(), "Von Hand");
    let output = output.again().command_line("site web -y --force").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert_ne!(fs::read_to_string(output.path("web/index.html")).unwrap(), "Von Hand");
    assert_eq!(fs::read_to_string(output.path("web/robots.txt")).unwrap(), "Meins");
}

#[test]
fn what_is_gone_is_named_and_goes_when_asked() {
    let output = written("site web -y", small);
    fs::remove_file(output.path("meetings/2026-12-08-aue.toml")).unwrap();
    let output = output.again().command_line("site web -y --json").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    let page =
        |output: &Output, ending| output.path(&format!("web/meetings/2026-12-08-aue.{ending}"));
    assert!(page(&output, "html").exists() && page(&output, "pdf").exists());
    same(&output.stdout, file!["site/gone.json"]);
    fs::write(page(&output, "html"), "Von Hand").unwrap();
    let output = output.again().command_line("site web -y --prune").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    same(&output.stderr, file!["site/pruned.txt"]);
    assert!(page(&output, "html").exists() && !page(&output, "pdf").exists());
    let output = output.again().command_line("site web -y --prune --force").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(!page(&output, "html").exists());
    // A folder that held nothing else goes with the last file.
    fs::remove_dir_all(output.path("meetings")).unwrap();
    let output = output.again().command_line("site web -y --prune").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(!output.path("web/meetings").exists());
}

#[test]
fn nothing_is_written_unasked() {
    for (command, status) in [("site web", 1), ("site web --dry-run", 0)] {
        let output = small(Test::new(command)).run();
        assert_eq!(output.status, status, "{}", output.stderr);
        assert!(output.stderr.contains("new: 16"), "{}", output.stderr);
        assert!(!output.path("web").exists());
        assert!(!output.path(".erfa/prints").exists());
    }
}

#[test]
fn the_workspace_itself_is_no_place_for_pages() {
    for folder in [".", "meetings", "outbox/web", "outbox/new", "replies/web", ".erfa", ".erfa/web"]
    {
        let output = Test::new("site -y")
            .arg(folder)
            .workspace(NETWORK)
            .prepare(|root| fs::create_dir_all(root.join("outbox/web")).unwrap())
            .run();
        assert_eq!(output.status, 1, "{folder}: {}", output.stderr);
        assert!(output.stderr.contains("error[bad-argument]"), "{folder}: {}", output.stderr);
    }
    for (folder, what) in [("network.toml", "a file, not a folder"), ("web", "a link to nowhere")] {
        let output = Test::new("site -y")
            .arg(folder)
            .workspace(NETWORK)
            .prepare(|root| std::os::unix::fs::symlink("nowhere", root.join("web")).unwrap())
            .run();
        assert_eq!(output.status, 1, "{folder}: {}", output.stderr);
        assert!(output.stderr.contains(what), "{folder}: {}", output.stderr);
        assert!(!output.stderr.contains("Pages in"), "{folder}: {}", output.stderr);
    }
}

#[test]
fn a_network_without_meetings_has_a_front_page() {
    let output = written("site web -y", |test| test.file("network.toml", "name = 'Netz'\n"));
    same(
        &told(&output.path("web")),
        str![[r##"
════ erfa-site.txt
erfa-site 1
════ index.html
<title>Netz</title>
<a class="past" href="#main">Zum Inhalt</a>
<nav class="ways" aria-label="Seiten">
<ul>
<li><a href="index.html" aria-current="page">Start</a></li>
</ul>
</nav>
<main id="main" tabindex="-1">
<h1>Netz</h1>
<h2>Nächstes Treffen</h2>
<p>Zurzeit steht kein Termin fest.</p>
</main>
</body>
</html>

"##]],
    );
    same(
        &output.stderr,
        str![[r#"
No news feed: for that `network.toml` lacks the address (`url`) below `[site]`.
Pages in `web` (German)
  new: 1 – index.html
1 file written in `web`.

"#]],
    );
}

#[test]
fn a_manifest_that_leads_elsewhere_is_none() {
    let output = Test::new("site web -y --prune --force")
        .workspace(NETWORK)
        .file("mine.txt", "Meins")
        .file("web/erfa-site.txt", "erfa-site 1\n- 5-0000000000000000 ../mine.txt\n")
        .run();
    assert_eq!(output.status, 1, "{}", output.stderr);
    assert!(output.stderr.contains("error[foreign-file]"), "{}", output.stderr);
    assert!(output.path("mine.txt").exists());
}

#[test]
fn a_built_in_network_has_pages_too() {
    let output = Test::new("site web -y").run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert!(output.path("web/meetings/2024-09-24-muehlhausen.pdf").exists());
}

#[test]
fn names_of_sixty_letters_find_room() {
    let long = "Städtepartnerschaftsverwaltungsgemeinschaftsvorsitzendenstadt";
    let output = written("site web -y", |test| {
        let city = |id: usize| {
            format!(
                "[[city]]\nid = 'c{id}'\nname = '{long}{id}'\nlatitude = 50.{id}\nlongitude = 11.3\n"
            )
        };
        let cities: String = (1..5).map(city).collect();
        let meeting =
            format!("title = '{long}'\nstatus = 'held'\ndate = 2025-05-06\nhosts = ['c1', 'c2']\n");
        test.file("network.toml", &format!("name = '{long}'\n"))
            .file("cities.toml", &cities)
            .file("meetings/lang.toml", &meeting)
    });
    let page = fs::read_to_string(output.path("web/members.html")).unwrap();
    let svg = page.split_once("<svg").unwrap().1.split_once("</svg>").unwrap().0;
    same(
        svg,
        str![[r#"
 viewBox="0 0 400 376" role="img" font-size="12">
<title>Karte: Mitgliedsstädte</title>
<desc>Ein Punkt für jeden Ort, nach seinen Koordinaten; Norden ist oben. Die Nummern sind die der Liste.</desc>
<circle class="accent" cx="200.0" cy="348.0" r="4.5" fill="currentColor"/>
<circle class="accent" cx="200.0" cy="241.3" r="4.5" fill="currentColor"/>
<circle class="accent" cx="200.0" cy="134.7" r="4.5" fill="currentColor"/>
<circle class="accent" cx="200.0" cy="28.0" r="4.5" fill="currentColor"/>
<text x="300" y="352" fill="currentColor" text-anchor="middle">1 Städtepartnerschaftsver…</text>
<text x="300" y="245" fill="currentColor" text-anchor="middle">2 Städtepartnerschaftsver…</text>
<text x="300" y="139" fill="currentColor" text-anchor="middle">3 Städtepartnerschaftsver…</text>
<text x="300" y="32" fill="currentColor" text-anchor="middle">4 Städtepartnerschaftsver…</text>

"#]],
    );
}
