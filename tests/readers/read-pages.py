"""Reads pages of HTML: the Nu checker, axe-core in a real browser, and the order of their words."""

import html.parser
import json
import os
import pathlib
import shutil
import subprocess

from reading import expected, main, missing, one_by_one, out_of_order, replaced

HERE = pathlib.Path(__file__).resolve().parent
NODE = pathlib.Path(os.environ["READERS_NODE"])


def lines(command):
    """What a checker says, one JSON value a line."""
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{run.stderr}")
    return run.stdout.splitlines()


def nu(paths):
    """The Nu checker of the W3C; its warnings count."""
    jar = NODE / "node_modules/vnu-jar/build/dist/vnu.jar"
    command = ["java", "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", *paths]
    for message in json.loads("".join(lines(command)))["messages"]:
        # It takes `img-src data:` for a host; the browser below tells whether pictures are seen.
        if "Content Security Policy" in message["message"] and "“data:" in message["message"]:
            continue
        path = pathlib.Path(message.get("url", "file:?").removeprefix("file:"))
        # An English letter or page tells facts that the network keeps in German.
        if ("en" in path.parts or path.parent.name == "written-en") and "appears to be written in German" in message["message"]:
            continue
        yield path, "nu", f"line {message.get('lastLine')}: {message['message']}"


def is_seen(path):
    """Whether a browser opens it: of the pages of three hundred meetings alike every fiftieth."""
    return "century" not in path.parts or path.parent.name != "meetings" or path.stem.endswith(("00", "50"))


def browser(paths):
    """The judges of `read-pages.mjs`."""
    seen = filter(is_seen, paths)
    for line in lines(["node", NODE / "read-pages.mjs", shutil.which("chromium"), *seen]):
        path, judge, fault = json.loads(line)
        yield pathlib.Path(path), judge, fault


class Words(html.parser.HTMLParser):
    """The words of a page."""

    def __init__(self):
        super().__init__()
        self.words = ""

    def handle_data(self, data):
        self.words += data


def order(path):
    """Whether the page of a programme tells it in its order."""
    # Accounts, days, plans and sites are no programmes.
    is_of_site = any((folder / "erfa-site.txt").exists() for folder in path.parents)
    if is_of_site or path.name.startswith("account") or path.parent.name.startswith("pictures-"):
        return
    page, text = Words(), path.read_text("utf-8")
    page.feed(text.partition("<body>")[2])
    if '<div class="grid"' in text:
        # What happens at the same time stands side by side.
        yield from missing(page.words, expected(path))
    else:
        yield from out_of_order(page.words, expected(path))


def first_last(content):
    """A defect: the first entry of the programme stands at its end."""
    before, item, rest = content.partition(b"<li>")
    entry, end, rest = rest.partition(b"</li>")
    programme, close, after = rest.rpartition(b"</ol>")
    return before + programme + item + entry + end + close + after


POLICY = b'<meta http-equiv="Content-Security-Policy"'

main(
    "pages",
    (nu, {"nu": [replaced(b"<main>", b"<main><p><div></div></p>"), replaced(b"<h1", b"<h1 b")]}),
    (
        browser,
        {
            "light": [
                replaced(b"--ink: #1a1a1a", b"--ink: #aaaaaa"),
                replaced(b' lang="', b' data-lang="'),
                replaced(b"<h2>", b"<h4>"),
            ],
            "dark": [replaced(b"--ink: #ececea", b"--ink: #555555")],
            "narrow": [replaced(b"<main>", b'<main><p style="width: 21rem">x</p>')],
            "alone": [
                replaced(b"<main>", b'<main><img src="https://example.org/a.png" alt="">'),
                lambda page: replaced(b"<main>", b'<main><img src="a.png" alt="">')(page.replace(POLICY, b"<meta")),
                replaced(b"<main>", b"<main><script>1</script>"),
                replaced(b"<main>", b'<main><img src="data:image/png;base64,AAAA" alt="x">'),
            ],
        },
    ),
    (one_by_one(order=order), {"order": [first_last]}),
)
