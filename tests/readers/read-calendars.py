"""Reads calendars as three programs do, and compares them with what they were made from.

A calendar beside which a programme lies as data shows that meeting, and its items if it is called
`full.items.ics`; any other one holds days that are proposed: tentative, whole, and nobody is busy.
"""

import datetime
import json
import pathlib
import subprocess

import icalendar
from ical.calendar_stream import IcsCalendarStream
from reading import dense, expected, main, one_by_one, replaced

# The bindings of libical come with the system, for the system's own Python.
SYSTEM_PYTHON = "/usr/bin/python3"


def wire(path):
    """What RFC 5545 says of the lines as such."""
    content = path.read_bytes()
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


def tolerant(path):
    """The package icalendar, and what it lets pass."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    for part in calendar.walk():
        yield from (f"{part.name}: {fault}" for fault in part.errors)
    if "PRODID" not in calendar or calendar.get("VERSION") != "2.0":
        yield "PRODID or VERSION is missing"
    if calendar.get_missing_tzids():
        yield f"zones without rules: {calendar.get_missing_tzids()}"
    events = list(calendar.walk("VEVENT"))
    if not events or len({str(event.get("UID")) for event in events}) != len(events):
        yield "there is no event, or two have one UID"
    for event in events:
        missing = [name for name in ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "STATUS"] if name not in event]
        if missing:
            yield f"an event lacks {missing}"
        elif event.end < event.start:
            yield f"{event['UID']} ends before it begins"
        # Only who gets a mail may read of themselves; what is published names nobody.
        is_sent = calendar.get("METHOD") in ("REQUEST", "CANCEL")
        if is_sent != ("ATTENDEE" in event) or isinstance(event.get("ATTENDEE"), list):
            yield "people are named who may come, or nobody is asked"


def strict(path):
    """The package ical, which takes nothing that it does not know."""
    events = list(IcsCalendarStream.calendar_from_ics(path.read_bytes().decode("utf-8")).timeline)
    count = len(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    if len(events) != count:
        yield f"it finds {len(events)} events, another reader {count}"


def libical(paths):
    """The library under many calendars of desktops and servers."""
    script = pathlib.Path(__file__).with_name("read-libical.py")
    run = subprocess.run([SYSTEM_PYTHON, script, *paths], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise SystemExit(run.stderr)
    for path, fault in map(json.loads, run.stdout.splitlines()):
        yield pathlib.Path(path), "libical", fault


def content(path):
    """Whether the calendar says what it was made from."""
    events = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    if path.with_name(path.name.split(".")[0] + ".json").exists():
        yield from meeting(events, expected(path), ".items." in path.name)
    else:
        yield from (fault for event in events for fault in hold(event))


def hold(event):
    """A proposed day."""
    if (event["STATUS"], event["TRANSP"]) != ("TENTATIVE", "TRANSPARENT"):
        yield f"{event['UID']} is no tentative hold"
    if isinstance(event.start, datetime.datetime) or event.end <= event.start:
        yield f"{event['UID']} does not last whole days"
    if "\ufffd" in event["SUMMARY"]:
        yield f"{event['UID']} is not readable"


def meeting(events, programme, has_items):
    """A meeting, and its items."""
    about = programme["meeting"]
    whole = [event for event in events if dense(about["title"]) in dense(event["SUMMARY"])]
    if not whole:
        yield f"`{about['title']}` is missing"
        return
    yield from day_and_place(whole[0], about)
    items = [(day, entry) for day in programme["days"] for entry in timed(day["entries"])]
    if not has_items:
        if len(events) != 1:
            yield f"there are {len(events)} events for one meeting"
        return
    # Where the user says the day in words it is not certain, and no hour is.
    is_certain = about["date_numeric"] is not None
    for day, entry in items:
        start, end = (entry["start"], entry["end"]) if is_certain else (None, None)
        same = [event for event in events if dense(entry["title"]) in dense(event["SUMMARY"])]
        if entry["kind"] == "parallel":
            # What is side by side has entries of its own; together they begin and end with the whole.
            same = events
        begins = {(programme_day(event.start), clock(event.start)) for event in same}
        if (day["date"], start) not in begins:
            yield f"`{entry['title']}` begins {begins}, not on {day['date']} at {start}"
        ends = {clock(event.end) for event in same}
        if end and end.replace("24:00", "00:00") not in ends:
            yield f"`{entry['title']}` ends at {ends}, not at {end}"


def timed(entries):
    """The entries with a time; a block is told by what stands in it, if that has times."""
    for entry, following in zip(entries, [*entries[1:], None]):
        inner = following and following["level"] > entry["level"] and following["start"]
        if entry["start"] and not inner:
            yield entry


def day_and_place(event, about):
    """The days, hours, place and status of a meeting."""
    first = about["date"]
    last = about["end_date"] or first
    start, end = event.start, event.end
    if isinstance(start, datetime.datetime):
        if str(start.date()) != first:
            yield f"it begins on {start.date()}, not on {first}"
        if clock(start) not in (about["time_words"] or clock(start)).replace(".", ":").replace(" 9:", " 09:"):
            yield f"it begins at {clock(start)}, not {about['time_words']}"
    elif (str(start), str(end - datetime.timedelta(days=1))) != (first, last):
        yield f"it lasts from {start} to before {end}, not from {first} to {last}"
    if about["place"] and dense(about["place"]["name"]) not in dense(event.get("LOCATION", "")):
        yield f"it is at `{event.get('LOCATION')}`, not at `{about['place']['name']}`"
    if (about["status"] == "cancelled") != (event["STATUS"] == "CANCELLED"):
        yield f"it is {event['STATUS']}, but {about['status']}"


def clock(moment):
    """The clock time of a moment where it happens."""
    return f"{moment:%H:%M}" if isinstance(moment, datetime.datetime) else None


def programme_day(moment):
    """The day of the programme to which a moment belongs: the small hours to the day before."""
    if not isinstance(moment, datetime.datetime):
        return str(moment)
    return str((moment - datetime.timedelta(hours=5)).date())


def later(path):
    """A defect: every event begins and ends an hour or a day later."""
    calendar = icalendar.Calendar.from_ical(path)
    for event in calendar.walk("VEVENT"):
        whole = not isinstance(event.start, datetime.datetime)
        by = datetime.timedelta(days=1) if whole else datetime.timedelta(hours=1)
        event.start, event.end = event.start + by, event.end + by
        event["TRANSP"] = "OPAQUE"
    return calendar.to_ical()


main(
    "calendars",
    (
        one_by_one(wire=wire, tolerant=tolerant, strict=strict, content=content),
        {
            "wire": [replaced(b"\r\n", b"\n"), replaced(b"\r\n ", b"")],
            "tolerant": [replaced(b"DTSTART", b"X-START"), replaced(b"UID:", b"X-UID:")],
            "strict": [replaced(b"END:VEVENT", b"END:VTODO"), replaced(b"STATUS:", b"STATUS:X")],
            "content": [later],
        },
    ),
    (libical, {"libical": [replaced(b"DTSTAMP", b"DTSTAMP:20200101T000000Z\r\nDTSTAMP"), replaced(b"VERSION:2.0\r\n", b"")]}),
)
