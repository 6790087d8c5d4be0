"""Reads calendars as two strict programs do, and checks on the bytes what neither of them checks."""

import datetime
import pathlib
import sys

import icalendar
from ical.calendar_stream import IcsCalendarStream

NEEDED = ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS", "TRANSP"]


def wire(content):
    """What RFC 5545 says of the lines as such."""
    if not content.endswith(b"\r\n"):
        yield "the last line does not end with CR LF"
    if b"\n" in content.replace(b"\r\n", b"") or b"\r" in content.replace(b"\r\n", b""):
        yield "a line does not end with CR LF"
    for line in content.split(b"\r\n"):
        if len(line) > 75:
            yield f"a line has {len(line)} octets"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield "a character is broken between two lines"


def entries(content):
    """What stands in the calendar, as far as a reader of it could stumble."""
    calendar = icalendar.Calendar.from_ical(content)
    for part in calendar.walk():
        yield from (f"{part.name}: {fault}" for fault in part.errors)
    if "PRODID" not in calendar or calendar.get("VERSION") != "2.0":
        yield "PRODID or VERSION is missing"
    events = list(calendar.walk("VEVENT"))
    names = [str(event.get("UID")) for event in events]
    if not events or len(set(names)) != len(names):
        yield "there is no event, or two have one UID"
    for event in events:
        missing = [name for name in NEEDED if name not in event]
        if missing:
            yield f"an event lacks {missing}"
        elif (event["STATUS"], event["TRANSP"]) != ("TENTATIVE", "TRANSPARENT"):
            yield f"{event['UID']} is no tentative hold"
        elif isinstance(event.start, datetime.datetime) or event.end <= event.start:
            yield f"{event['UID']} does not last whole days"
        elif "\ufffd" in event["SUMMARY"]:
            yield f"{event['UID']} is not readable"
    again = list(IcsCalendarStream.calendar_from_ics(content.decode("utf-8")).timeline)
    if len(again) != len(events):
        yield f"one reader finds {len(events)} events, the other {len(again)}"


def faults(content):
    """All that is wrong with one calendar."""
    yield from wire(content)
    try:
        yield from entries(content)
    except Exception as fault:  # whatever a reader raises is its verdict
        yield f"{type(fault).__name__}: {fault}"


def main(paths):
    """Checks the files at `paths` and says how many there were."""
    found = [(path, fault) for path in paths for fault in faults(pathlib.Path(path).read_bytes())]
    for path, fault in found:
        print(f"{path}: {fault}", file=sys.stderr)
    print(f"{len(paths)} calendars read, {len(found)} faults")
    return 1 if found or not paths else 0


sys.exit(main(sys.argv[1:]))
