"""Reads mails as a strict client does: nothing malformed, nothing lost, lines as RFC 5322 has them.

If the first mail invites, all must: with an entry for calendars (RFC 5546, RFC 6047) that is about
the one who writes and the one who reads.
"""

import base64
import email
import email.policy
import functools
import pathlib
import re
import sys

import icalendar
from reading import main, one_by_one, replaced

HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"]
# Nobody lives there (RFC 2606).
NOBODY = re.compile(r"(.+\.)?(example(\.com|\.net|\.org)?|test)")


@functools.lru_cache(maxsize=1)
def read(path):
    """A mail as the package of Python reads it; this policy makes each fault that it knows an exception."""
    return email.message_from_bytes(path.read_bytes(), policy=email.policy.strict)


def wire(path):
    """What RFC 5322 says of the lines as such."""
    content = path.read_bytes()
    if b"\n" in content.replace(b"\r\n", b"") or b"\r" in content.replace(b"\r\n", b""):
        yield "a line does not end with CR LF"
    if any(len(line) > 998 for line in content.split(b"\r\n")):
        yield "a line is longer than 998 octets"
    if any(byte > 126 for byte in content):
        yield "a byte is not ASCII"


def client(path):
    """What the mail package of Python makes of it."""
    mail = read(path)
    for name in HEADERS:
        if mail.keys().count(name) != 1:
            yield f"{name} does not stand exactly once"
    if "Cc" in mail or "Bcc" in mail:
        yield "others get it, too"
    headers = dict(mail.items())
    for name, value in headers.items():
        for defect in getattr(value, "defects", ()):
            yield f"{name}: {defect}"
        if "=?" in str(value) or "\ufffd" in str(value):
            yield f"{name} is not readable: {value}"
    addresses = [address for name in ("From", "To") for address in headers[name].addresses]
    if len(addresses) != 2 or not all(NOBODY.fullmatch(address.domain) for address in addresses):
        yield f"one sender and one recipient are expected: {addresses}"
    envelope = " -> ".join(address.addr_spec for address in addresses)
    if headers.get("X-Envelope", envelope) != envelope:
        yield f"the envelope says {headers['X-Envelope']}"
    if headers["Date"].datetime is None:
        yield "the date is not readable"
    body = mail.get_body(preferencelist=("plain",))
    text = body.get_content() if body else ""
    if "\ufffd" in text or len(text.split()) < 20:
        yield f"the text is not readable: {text!r}"


def invitation(path):
    """The entry for calendars of a mail that invites, changes or cancels."""
    mail = read(path)
    (sender,), (recipient,) = (mail[name].addresses for name in ("From", "To"))
    texts, calendar, attached = "text/plain text/html".split(), None, None
    for part in mail.walk():
        match part.get_content_type():
            case "text/calendar" if not texts and calendar is None:
                calendar = part
            case "application/ics" if attached is None:
                attached = part
            case kind if not kind.startswith("multipart/") and kind != "application/pdf":
                if texts[:1] != [kind]:
                    yield f"{kind} is not in its place"
                texts = texts[1:]
    if calendar is None or attached is None:
        yield "there is no entry for calendars, or it is not attached"
        return
    content = calendar.get_payload(decode=True)
    if calendar.get_content_charset() != "utf-8" or attached.get_filename() != "invite.ics":
        yield f"it is in {calendar.get_content_charset()}, or attached as {attached.get_filename()}"
    if attached.get_payload(decode=True) != content:
        yield "what is attached is another one"
    entry = icalendar.Calendar.from_ical(content)
    if calendar.get_param("method") != entry["METHOD"]:
        yield f"its method is {calendar.get_param('method')} or {entry['METHOD']}"
    for event in entry.walk("VEVENT"):
        yield from about(event, entry["METHOD"], sender.addr_spec, recipient.addr_spec)


def about(event, method, sender, recipient):
    """Whether an event is about these two, and says what its method asks for (RFC 5546, 3.2)."""
    missing = {"UID", "SEQUENCE", "DTSTAMP", "DTSTART", "ORGANIZER", "ATTENDEE"} - set(event)
    if missing:
        yield f"it lacks {missing}"
        return
    if event["ORGANIZER"] != f"mailto:{sender}":
        yield f"the organiser is {event['ORGANIZER']}, not {sender}"
    if event["ATTENDEE"] != f"mailto:{recipient}":
        yield f"{event['ATTENDEE']} is asked, not {recipient}"
    elif method == "REQUEST" and event["ATTENDEE"].params.get("RSVP") != "TRUE":
        yield "nobody is asked for an answer"
    if method not in ("REQUEST", "CANCEL") or (method == "CANCEL") != (event["STATUS"] == "CANCELLED"):
        yield f"{method} says {event['STATUS']}"


def in_calendars(old, new):
    """A defect: `old` becomes `new` in the calendar and in the one that is attached."""

    def spoil(content):
        mail = email.message_from_bytes(content, policy=email.policy.SMTP)
        for part in mail.walk():
            if part.get_content_type() in ("text/calendar", "application/ics"):
                calendar = replaced(old, new)(part.get_payload(decode=True).replace(b"\r\n ", b""))
                part.set_payload(base64.encodebytes(calendar).decode())
                part.replace_header("Content-Transfer-Encoding", "base64")
        return mail.as_bytes()

    return spoil


# The judges, and for each the defects that it must notice.
JUDGES = {"wire": wire, "client": client}
DEFECTS = {
    "wire": [replaced(b"\r\n", b"\n"), lambda mail: mail + "ü\r\n".encode()],
    "client": [
        replaced(b"Date: ", b"Dated: "),
        replaced(b"To: ", b"To: @, "),
        replaced(b"Subject: ", b"Bcc: nobody@example.org\r\nSubject: "),
        lambda mail: b"X-Envelope: nobody@example.org\r\n" + re.sub(rb"^X-Envelope: .*\n", b"", mail),
    ],
}
DEFECTS_OF_INVITATIONS = [
    replaced(b"method=REQUEST", b"method=CANCEL"),
    replaced(b"method=REQUEST; charset=utf-8", b"method=REQUEST; charset=latin1"),
    replaced(b'"invite.ics"', b'"invite.txt"'),
    replaced(b"text/calendar;", b"text/plain;"),
    replaced(b"\nSEQUENCE:", b"\nSEQUENCE:1"),
    in_calendars(b"METHOD:REQUEST", b"METHOD:CANCEL"),
    in_calendars(b"STATUS:CONFIRMED", b"STATUS:CANCELLED"),
    in_calendars(b"\nORGANIZER", b"\nORGANIZER:mailto:nobody@example.org\r\nX-WAS"),
    in_calendars(b"\nATTENDEE", b"\nATTENDEE:mailto:nobody@example.org\r\nX-WAS"),
    in_calendars(b"\nATTENDEE", b"\nATTENDEE:mailto:nobody@example.org\r\nATTENDEE"),
    in_calendars(b"RSVP=TRUE", b"RSVP=FALSE"),
    in_calendars(b"\nUID", b"\nX-UID"),
]

if sys.argv[1:] and b"text/calendar" in pathlib.Path(sys.argv[1]).read_bytes():
    JUDGES["invitation"], DEFECTS["invitation"] = invitation, DEFECTS_OF_INVITATIONS
main("mails", (one_by_one(**JUDGES), DEFECTS))
