"""Reads the pages of a site, the front page first: every link leads somewhere, every file is led to, and
whoever has no pointer comes past what leads elsewhere."""

import html.parser
import pathlib
import sys
import urllib.parse

from reading import main, one_by_one, replaced

HOME = pathlib.Path(sys.argv[1]).resolve().parent
# The address to register at is written down for everybody; no other is.
REGISTERING = "mailto:netzwerk@example.org"
# What erfa keeps in mind is led to by nothing.
OWN = {"erfa-site.txt"}


class Page(html.parser.HTMLParser):
    """Addresses and anchors of a page, in their order."""

    def __init__(self, text):
        super().__init__()
        self.links, self.anchors, self.loaded, self.current = [], set(), [], 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if attrs.get("id"):
            self.anchors.add(attrs["id"])
        if tag in ("a", "link") and attrs.get("href"):
            self.links.append((attrs["href"], "hreflang" in attrs))
        if tag in ("img", "script", "iframe", "object", "embed") or tag == "link" and attrs.get("rel") == "stylesheet":
            self.loaded.append(attrs.get("src") or attrs.get("href") or attrs.get("data") or "")
        self.current += attrs.get("aria-current") == "page"


def place(path):
    """Where a page stands; a spoiled one stands for the front page."""
    return path if path.is_relative_to(HOME) else HOME / path.name


def targets(path, across=True):
    """The files that a page leads to, with their anchors, `across` languages or not; and what is wrong with that."""
    page = Page(path.read_text("utf-8"))
    for link, is_across in page.links:
        if is_across and not across:
            continue
        parts = urllib.parse.urlsplit(link)
        if parts.scheme in ("http", "https") or link == REGISTERING:
            continue
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            yield None, None, f"`{link}` leads out of the site"
            continue
        target = (place(path).parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
        yield target, parts.fragment, link


def links(path):
    """Every link leads to a file of the site, and to an anchor that is there."""
    for target, anchor, link in targets(path):
        if target is None:
            yield link
        elif target != path and not (target.is_file() and target.is_relative_to(HOME)):
            yield f"`{link}` leads nowhere"
        elif anchor and anchor not in Page(target.read_text("utf-8")).anchors:
            yield f"`{link}` leads to an anchor that is not there"


def reached(path):
    """From the front page everything can be reached, in each language by its own pages."""
    if place(path) != HOME / "index.html":
        return
    seen, waiting = set(), [path]
    while waiting:
        page = waiting.pop()
        for target, _, _ in targets(page, across=page == path):
            if target and target.is_file() and target not in seen:
                seen.add(target)
                waiting += [target] if target.suffix == ".html" and target != HOME / "index.html" else []
    files = {file for file in HOME.rglob("*") if file.is_file() and file.name not in OWN} - {HOME / "index.html"}
    yield from (f"nothing leads to {file.relative_to(HOME)}" for file in sorted(files - seen))


def keyboard(path):
    """The first link leads past the others, and each page says which of them it is, if it is one."""
    page = Page(path.read_text("utf-8"))
    links = [link for link, _ in page.links if "://" not in link]
    body = path.read_text("utf-8").partition("<body>")[2]
    if not body.lstrip().startswith('<a class="past" href="#main">') or "main" not in page.anchors:
        yield "nothing leads past the links"
    if not links or page.current > 1:
        yield "it leads nowhere, or is several pages"


def loads(path):
    """Nothing is loaded but what is part of the page, and no script runs."""
    text = path.read_text("utf-8")
    yield from (f"it loads `{what}`" for what in Page(text).loaded if not what.startswith("data:"))
    if "<script" in text or " onclick" in text or "mailto:" in text.replace(f'"{REGISTERING}"', ""):
        yield "there is a script, or a mail address"


main(
    "pages",
    (
        one_by_one(links=links, reached=reached, keyboard=keyboard, loads=loads),
        {
            "links": [
                replaced(b'href="archive.html"', b'href="archiv.html"'),
                replaced(b'href="#main"', b'href="#mein"'),
                replaced(b'href="members.html"', b'href="../members.html"'),
            ],
            "reached": [replaced(b'<a href="meetings/', b'<a href="archive.html?')],
            "keyboard": [replaced(b'class="past"', b'class="passed"'), replaced(b'id="main"', b'id="mean"')],
            "loads": [
                replaced(b"<nav", b'<img src="a.png" alt=""><nav'),
                replaced(b"</main>", b'<a href="mailto:a@example.org">a</a></main>'),
            ],
        },
    ),
)
