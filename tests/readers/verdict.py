"""What is wrong after mails went out: the verdict of the checks of sending.

Three sources must agree: what was taken, what the program says of it, and the ledger, which is read
here without the program's help. Whoever has taken a mail, or has not, the ledger must know it, or
must know that it does not.
"""

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

SENDER = "netzwerk@example.org"

LINE = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)"
    r" (pending|sending|sent|failed|unsure|cut) (\S+)(?: (.+))?"
)
# What may follow what; a mail begins as pending without a word.
FOLLOWING = {
    "pending": {"sending"},
    "sending": {"sent", "failed", "unsure", "pending"},
    "failed": {"sending"},
    "sent": set(),
    "unsure": set(),
}


def histories(text):
    """Reads a ledger, in which nothing may be damaged but lines that were cut off.

    Such a line is the last, or the next one says so. It counts if it names a whole mail.
    """
    found = {}
    lines = text.split("\n")
    for number, (line, following) in enumerate(zip(lines, [*lines[1:], None]), 1):
        match = LINE.fullmatch(line)
        if match and match[2].endswith(".eml"):
            found.setdefault(match[2], []).append((match[1], match[3] or ""))
        elif following is not None and " cut ledger.txt" not in following and not (match and match[1] == "cut"):
            raise Fault(f"line {number} of the ledger is damaged: {line}")
    return found


def out_of_turn(history):
    """Whether what happened to a mail cannot have happened in this order."""
    words = ["pending", *(word for word, _ in history)]
    return any(after not in FOLLOWING[before] for before, after in pairwise(words))


def state(history):
    """What a history comes to."""
    return history[-1][0] if history else "pending"


class Fault(Exception):
    """Something is not as it must be."""


class Taken(NamedTuple):
    """A mail that somebody took."""

    sender: str
    recipient: str
    content: bytes


def taken(folder):
    """What a server took, or a program in its place."""
    for path in sorted(folder.glob("*.eml")):
        head, _, content = path.read_bytes().partition(b"\r\n")
        sender, _, recipient = head.decode().removeprefix("X-Envelope: ").partition(" -> ")
        yield Taken(sender, recipient, content)


def count(folder):
    """How many mails were taken."""
    return sum(1 for _ in folder.glob("*.eml"))


def comparable(content):
    """A mail without what sending changes."""
    head, _, body = content.partition(b"\r\n\r\n")
    kept = [line for line in head.split(b"\r\n") if not line.startswith((b"Date: ", b"X-Unsent: "))]
    return kept, body


def verdict(workspace, folder):
    """What is wrong after mails went out to a server that keeps them in `folder`."""
    try:
        histories = workspace.ledger()
    except Fault as fault:
        return [str(fault)]
    listed, mails = workspace.listed(), workspace.mails()
    address = {name: wire(listed[name]["mail"]) for name in mails if name in listed}
    faults = [f"{name} is not listed" for name in mails.keys() - listed.keys()]
    faults += [f"{name} is no mail" for name in histories.keys() - mails.keys()]
    got = list(taken(folder))
    counts = Counter(mail.recipient for mail in got)
    faults += [f"{who} has {number} mails" for who, number in counts.items() if number > 1]
    faults += [f"{who} was meant by nobody" for who in counts.keys() - set(address.values())]
    content = {address[name]: path.read_bytes() for name, path in mails.items() if name in address}
    for mail in got:
        faults += altered(mail, content.get(mail.recipient, b""))
    for name, who in address.items():
        history = histories.get(name, [])
        faults += [f"{name} {fault}" for fault in misjudged(history, listed[name]["state"], counts[who])]
    return faults


def wire(address):
    """An address as servers know it."""
    name, _, domain = address.rpartition("@")
    return f"{name}@{domain.encode('idna').decode()}"


def altered(mail, made):
    """What is wrong with a mail that was taken, compared with the one that was made."""
    if mail.sender != SENDER:
        yield f"the mail to {mail.recipient} is from {mail.sender}"
    if comparable(mail.content) != comparable(made):
        yield f"the mail to {mail.recipient} is not the one that was made"
    head = mail.content.partition(b"\r\n\r\n")[0]
    if head.count(b"\r\nDate: ") != 1 or b"\r\nX-Unsent:" in head:
        yield f"the mail to {mail.recipient} is still a draft"
    if f"<{mail.recipient}>".encode() not in head:
        yield f"the mail to {mail.recipient} does not say so"


def misjudged(history, listed, number):
    """What is wrong with a mail's history if it was taken so often."""
    now = state(history)
    if out_of_turn(history):
        yield f"went through {[word for word, _ in history]}"
    # Nobody is at work any more: what was on its way is unsure.
    if listed != {"sending": "unsure"}.get(now, now):
        yield f"is {now} in the ledger, but listed as {listed}"
    if number not in {"sent": [1], "unsure": [0, 1], "sending": [0, 1]}.get(now, [0]):
        yield f"is {now}, but {number} were taken"
