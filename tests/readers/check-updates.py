"""Follows a meeting through its changes: `check-updates.py ERFA FOLDER`.

A meeting is moved, loses and wins people, is cancelled, takes place after all, is cancelled for good.
Two parsers read what each mail says for calendars. Then it must follow each other as RFC 5546 has it:
the UID stays, SEQUENCE rises where the time, the place or the cancellation changes and nowhere else,
and a calendar that applies the messages in order ignores none and ends without the event.
"""

import datetime
import email
import email.policy
import pathlib
from itertools import pairwise
from typing import NamedTuple

import icalendar
from ical.calendar_stream import IcsCalendarStream
from mailing import HERE, MEETING, TODAY, Person, calendars, contact, play
from verdict import Fault, taken



class Message(NamedTuple):
    """What somebody's calendar was told."""

    step: int
    person: str
    method: str
    uid: str
    sequence: int
    stamp: datetime.datetime
    status: str
    start: datetime.datetime
    end: datetime.datetime
    place: str


class Step(NamedTuple):
    """A change, who is told of it by which method, and whether it is one of time, place or cancellation."""

    what: str
    told: dict
    is_revision: bool = False


def all_of(method, *persons):
    return dict.fromkeys(persons, method)


STEPS = [
    Step("invitation", all_of("REQUEST", "p0001", "p0002", "p0003")),
    Step("later start", all_of("REQUEST", "p0001", "p0002", "p0003"), True),
    Step("later end", all_of("REQUEST", "p0001", "p0002", "p0003"), True),
    Step("place", all_of("REQUEST", "p0001", "p0002", "p0003"), True),
    Step("title", {}),
    Step("one less", all_of("CANCEL", "p0003")),
    Step("one more", all_of("REQUEST", "p0004")),
    Step("one again", all_of("REQUEST", "p0003")),
    Step("cancelled", all_of("CANCEL", "p0001", "p0002", "p0003", "p0004"), True),
    Step("not cancelled", all_of("REQUEST", "p0001", "p0002", "p0003", "p0004"), True),
    Step("cancelled for good", all_of("CANCEL", "p0001", "p0002", "p0003", "p0004"), True),
]
LAST = len(STEPS) - 1
# When and where it is, as everybody is told first.
PLACE = "Großer Hof, Weißenfurth"
SHOWN = [("09:00", "16:00", ""), ("10:00", "16:00", ""), ("10:00", "17:00", ""), ("10:00", "17:00", PLACE)]


def change(workspace, what, **today):
    """Makes a change as somebody would who looks after the meeting."""
    meeting, contacts = (workspace.folder / name for name in (f"meetings/{MEETING}.toml", "contacts.toml"))
    match what:
        case "later start":
            rewrite(meeting, 'start = "09:00"', 'start = "10:00"')
        case "later end":
            rewrite(meeting, 'end = "16:00"', 'end = "17:00"')
        case "place":
            workspace.write("venues.toml", '[[venue]]\nid = "hof"\nname = "Großer Hof"\ncity = "weissenfurth"\n')
            rewrite(meeting, "hosts =", 'venue = "hof"\nhosts =')
        case "title":
            rewrite(meeting, 'title = ".und Grün: Höfe öffnen"', 'title = "Höfe öffnen"')
        case "one less":
            rewrite(contacts, contact(2, workspace.persons[2]), "")
        case "one more":
            rewrite(contacts, "", contact(3, Person("p0004", "p0004@example.org")))
        case "one again":
            rewrite(contacts, "", contact(2, workspace.persons[2]))
        case "cancelled" | "cancelled for good":
            workspace.run("cancel", MEETING, "--reason", "Sturm", "--yes", status=0, **today)
        case "not cancelled":
            workspace.run("cancel", MEETING, "--undo", "--yes", status=0, **today)


def rewrite(path, old, new):
    text = path.read_text("utf-8")
    if old not in text:
        raise Fault(f"there is no {old} in {path.name}")
    path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")


def course(stage):
    """The course of a meeting, and whether what is planted into it is noticed."""
    workspace = stage.workspace([Person(who, f"{who}@example.org") for who in STEPS[0].told], host="localhost")
    messages, told = [], set()
    for at, step in enumerate(STEPS):
        today = {"ERFA_TODAY": str(datetime.date.fromisoformat(TODAY) + datetime.timedelta(days=at))}
        change(workspace, step.what, **today)
        if step.what != "invitation":
            workspace.make("update", **today)
        runs = {pathlib.Path(name).parent for name in workspace.mails()} - told
        told |= runs
        box = stage.place / f"taken-{at:02}"
        for run in runs:
            sent = bring(workspace, run, box, **today)
            messages += (message(at, mail) for mail in sent)
            if step.what != "one less":
                # Whoever is no longer meant is told what is not so for the others.
                calendars(workspace, box, stage.place / f"calendars-{at:02}")
    yield from wrong(messages)
    yield from (f"defect {name} is overlooked" for name, spoil in DEFECTS.items() if not list(wrong(spoil(messages))))


def bring(workspace, run, box, **today):
    """Sends a run."""
    box.mkdir()
    number = sum(pathlib.Path(name).parent == run for name in workspace.mails())
    command = ["outbox", "pipe", run, "--expect", number, "--", HERE / "sendmail.sh", box, "{from}", "{to}"]
    workspace.run(*command, status=0, **today)
    return list(taken(box))


def message(step, mail):
    """What a mail says for calendars, by both parsers."""
    parts = email.message_from_bytes(mail.content, policy=email.policy.SMTP).walk()
    (content,) = (part.get_payload(decode=True) for part in parts if part.get_content_type() == "text/calendar")
    calendar = icalendar.Calendar.from_ical(content)
    (event,) = calendar.walk("VEVENT")
    one = (
        str(calendar["METHOD"]), str(event["UID"]), int(event["SEQUENCE"]), event["DTSTAMP"].dt,
        str(event["STATUS"]), event.start, event.end, str(event.get("LOCATION", "")),
    )
    other = IcsCalendarStream.calendar_from_ics(content.decode("utf-8"))
    (event,) = other.events
    another = (
        other.method, event.uid, event.sequence, event.dtstamp,
        event.status.value, event.dtstart, event.dtend, event.location or "",
    )
    if one != another:
        raise Fault(f"two parsers read {one} and {another}")
    return Message(step, mail.recipient.partition("@")[0], *one)


def wrong(messages):
    """What is wrong with messages in their order."""
    if len({message.uid for message in messages}) != 1:
        yield "the UID does not stay"
    for at, step in enumerate(STEPS):
        those = [message for message in messages if message.step == at]
        told = [(message.person, message.method) for message in those]
        if sorted(told) != sorted(step.told.items()):
            yield f"{step.what}: told are {told}"
        if any((message.method == "CANCEL") != (message.status == "CANCELLED") for message in those):
            yield f"{step.what}: the event is {those[0].status}"
    for person in sorted({message.person for message in messages}):
        own = [message for message in messages if message.person == person]
        yield from revised(own)
        yield from applied(own)
    shown = [(f"{own.start:%H:%M}", f"{own.end:%H:%M}", own.place) for own in messages if own.person == "p0001"]
    if shown[: len(SHOWN)] != SHOWN:
        yield f"the changes are told as {shown}"


def revised(messages):
    """Whether SEQUENCE rises where somebody's event changes, and nowhere else (RFC 5546, 2.1.4)."""
    for before, after in pairwise(messages):
        steps = STEPS[before.step + 1 : after.step + 1]
        must_rise = any(step.is_revision for step in steps) or before.method != after.method
        if (after.sequence > before.sequence) != must_rise:
            yield f"{after.person}, {STEPS[after.step].what}: SEQUENCE goes from {before.sequence} to {after.sequence}"


def applied(messages):
    """Whether somebody's calendar applies all messages, and ends without the event (RFC 5546, 2.1.5)."""
    revision, event = None, None
    for message in messages:
        what = f"{message.person}, {STEPS[message.step].what}"
        if revision and (message.sequence, message.stamp) <= revision:
            yield f"{what}: the message is no newer than the one before"
            continue
        if message.method == "CANCEL" and event is None:
            yield f"{what}: there is no event to cancel"
        revision = message.sequence, message.stamp
        event = message if message.method == "REQUEST" else None
    if event is not None:
        yield f"{messages[0].person} keeps the event"


def each(which=lambda message: True, **values):
    """A defect: messages say something else."""
    return lambda messages: [message._replace(**values) if which(message) else message for message in messages]


DEFECTS = {
    "another UID": each(lambda message: message.step == 2, uid="another"),
    "SEQUENCE stays": each(lambda message: message.step == 1, sequence=0),
    "SEQUENCE falls": each(lambda message: message.step == LAST, sequence=0),
    "a removal that is not newer": each(lambda message: message.step == 5, sequence=3),
    "no cancellation": lambda messages: [message for message in messages if message.step != 9],
    "cancelled as before": each(lambda message: message.step == LAST, status="CONFIRMED"),
    "a request at the end": each(lambda message: message.step == LAST, method="REQUEST", status="CONFIRMED"),
    "one is told twice": lambda messages: [messages[0], *messages],
    "the other way round": lambda messages: messages[::-1],
    "the place before": each(lambda message: message.step == 3, place=""),
}

play({"the course of a meeting": course})
