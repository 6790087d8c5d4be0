"""Reads feeds of news (Atom): `feedparser`, and that entries lead to pages that are there."""

import datetime
import html
import pathlib
import sys
import urllib.parse

import feedparser
from reading import dense, main, one_by_one, replaced

HOME = pathlib.Path(sys.argv[1]).resolve().parent


def feed(path):
    """What a feed reader finds, and what RFC 4287 asks for beyond that."""
    found = feedparser.parse(str(path))
    if found.bozo:
        yield f"it is not well: {found.bozo_exception}"
    if found.version != "atom10":
        yield f"it is {found.version or 'no feed'}"
    head = found.feed
    own = [link.href for link in head.get("links", []) if link.rel == "self"]
    if len(own) != 1 or not head.get("author_detail", {}).get("name") or not head.get("title"):
        return (yield "it lacks an address of its own, a title or an author")
    folder = urllib.parse.urljoin(own[0], ".")
    moments = []
    for entry in [head, *found.entries]:
        address = entry.get("id", "")
        if not address.startswith(folder) or entry.get("link") != address:
            yield f"`{address}` does not lead to a page beside it"
        page = HOME / urllib.parse.unquote(address.removeprefix(folder))
        if not page.is_file():
            yield f"there is no {page}"
        elif entry is not head and dense(entry.title.split(" (")[0]) not in dense(html.unescape(page.read_text("utf-8"))):
            yield f"{page} says nothing of `{entry.title}`"
        try:
            moments.append(datetime.datetime.fromisoformat(entry.get("updated", "")))
        except ValueError:
            yield f"`{entry.get('updated')}` is no moment"
    if any(moment.tzinfo is None for moment in moments) or moments != sorted(moments, reverse=True):
        yield "it is not in the order of its moments"
    names = [entry.get("id") for entry in found.entries]
    if len(names) != len(set(names)) or not names:
        yield "its entries are none, or share their names"
    if b"mailto:" in path.read_bytes() or "email" in head.get("author_detail", {}):
        yield "it names a mail address"


main(
    "feeds",
    (
        one_by_one(feed=feed),
        {
            "feed": [
                replaced(b"<entry>", b"<entry"),
                replaced(b'rel="self"', b'rel="alternate"'),
                replaced(b"<updated>2", b"<updated>x2"),
                replaced(b"meetings/", b"meeting/"),
                replaced(b"2005/Atom", b"2005/Atoms"),
            ],
        },
    ),
)
