"""Sends to servers that can be trusted, and to others: `check-sending.py ERFA FOLDER`.

Whatever a server answers, each recipient gets the mail that was made for him once, or the ledger
says that he does not, or that nobody knows. Where the server may be somebody else, nothing is said
that matters.
"""

import copy
import re
import shutil

from mailing import PATIENCE, QUIET, RUN, calendars, living_at, people, play, running, until
from reading import replaced
from verdict import count, taken, verdict

CROWD = 1000
SECRET = {"ERFA_SMTP_PASSWORD": "secret"}
GOOD = "example.org"


def crowd(stage):
    """A thousand invitations arrive complete and once, over one connection."""
    with stage.serve() as server:
        workspace = stage.workspace(people(CROWD), **server.reached())
        workspace.send(0)
        yield from all_sent(workspace, server, CROWD)
        mails = b"".join(mail.content for mail in taken(server.folder))
        ids = set(re.findall(rb"(?m)^Message-ID: (.+)\r$", mails))
        if len(ids) != CROWD:
            yield f"there are {len(ids)} different Message-IDs"
        if server.commands().count("+AUTH") != 1:
            yield f"it logs in {server.commands().count('+AUTH')} times"
        workspace.send(0)
        yield from all_sent(workspace, server, CROWD)
        calendars(workspace, server.folder, stage.place / "calendars")


def all_sent(workspace, server, number):
    """Whether all are sent, by all accounts, and nothing that matters was said without protection."""
    yield from verdict(workspace, server.folder)
    sent = list(workspace.states().values()).count("sent")
    if sent != number:
        yield f"{sent} of {number} are sent"
    yield from betrayed(server, "+AUTH", "+MAIL", "+RCPT", "+DATA")


def betrayed(server, *but):
    """What a server was told that it must not be, which is what matters without `but`."""
    for command in sorted(set(server.commands()) - {"EHLO", "STARTTLS", "+EHLO", "+QUIT", "QUIT", *but}):
        yield f"the server was told {command}"


def trusted(*modes, name="own", ca_file="own.crt", **smtp):
    """A server that can be trusted; the password comes from the environment."""

    def scene(stage):
        with stage.serve(*modes, name=name) as server:
            smtp["ca_file"] = str(stage.certificates / ca_file)
            reached = server.reached(password_command=None, **smtp)
            workspace = stage.workspace(people(5), **reached)
            workspace.send(0, **SECRET)
            yield from all_sent(workspace, server, 5)

    return scene


def unprotected(stage):
    """This very machine may be spoken to without protection, if the settings say so."""
    with stage.serve("--open") as server:
        settings = server.reached(security="none", user=None, password_command=None, ca_file=None)
        workspace = stage.workspace(people(5), **settings)
        workspace.send(0)
        yield from verdict(workspace, server.folder)
        workspace.settings(**settings | {"host": "mail.example.org"})
        workspace.run("send", "--expect", 0, status=1)


def distrusted(*modes, name="own", ca_file="own.crt", status=3, but=(), persons=None, **smtp):
    """A server that gets nothing. It is told no password and no address, but for the commands `but`."""

    def scene(stage):
        with stage.serve(*modes, name=name) as server:
            smtp["ca_file"] = ca_file and str(stage.certificates / ca_file)
            workspace = stage.workspace(persons or people(5), **server.reached(**smtp))
            said = workspace.send(status).stderr
            if "error" not in said or "secret" in said:
                yield f"it is told: {said}"
            yield from nothing_sent(workspace, server)
            yield from betrayed(server, *but)

    return scene


def nothing_sent(workspace, server):
    """Whether all mails wait, by all accounts."""
    yield from verdict(workspace, server.folder)
    if set(workspace.states().values()) != {"pending"} or count(server.folder):
        yield f"not all wait: {workspace.states()}"


def nobody(stage):
    """Nobody listens."""
    with stage.serve() as server:
        workspace = stage.workspace(people(5), **server.reached())
    workspace.send(3)
    yield from nothing_sent(workspace, server)


# ── Faults of servers ───────────────────────────────────────────────────────────────────────────────

# What becomes of a mail to somebody there, and what the ledger quotes.
FATES = {
    "refused.test": ("failed", "550 5.1.1 no such user"),
    "rejected.test": ("failed", "554 5.7.1 looks like"),
    "later.test": ("failed", "451 4.7.1 try again"),
    "busy.test": ("failed", "451 4.3.0 mail server"),
    "overfull.test": ("failed", "421 4.3.1 no space"),
    "closing.test": ("sent", "250 2.0.0 queued"),
    "gone.test": ("sent", "250 2.0.0 queued"),
    "silent.test": ("sent", "250 2.0.0 queued"),
    "hang.test": ("unsure", "timed out"),
    "drop.test": ("unsure", ""),
    "nonsense.test": ("unsure", ""),
    GOOD: ("sent", "250 2.0.0 queued"),
}
TEMPORARY = {"later.test", "busy.test", "overfull.test"}


def faults(stage):
    """Each fault concerns one mail; the others arrive, and nobody gets two, however often one tries."""
    domains = [domain for fault in FATES if fault != GOOD for domain in (GOOD, fault)] + [GOOD]
    with stage.serve() as server:
        workspace = stage.workspace(living_at(*domains), **server.reached(timeout=0.5))
        workspace.send(3)
        yield from fates(workspace, server, domains)
        before = count(server.folder)
        said = workspace.send(0).stderr
        if said.count("unsure-mail") != 3:
            yield f"those that are unsure are not named: {said}"
        workspace.send(3, "--retry", "--expect", len(TEMPORARY))
        yield from fates(workspace, server, domains)
        again = {name for name, history in workspace.ledger().items() if len(history) > 2}
        if len(again) != len(TEMPORARY) or count(server.folder) != before:
            yield f"tried again: {again}"


def fates(workspace, server, domains):
    """Whether each mail has its fate."""
    yield from verdict(workspace, server.folder)
    ledger = workspace.ledger()
    for at, domain in enumerate(domains, 1):
        state, words = ledger.get(f"{RUN}/p{at:04}.eml", [("pending", "")])[-1]
        if state != FATES[domain][0] or not words.startswith(FATES[domain][1]):
            yield f"a mail to {domain} is {state}: {words}"


def babble(stage):
    """A server that babbles before it takes a mail has not got it; the others get theirs."""
    with stage.serve() as server:
        workspace = stage.workspace(living_at(GOOD, "babble.test", GOOD, GOOD), **server.reached())
        workspace.send(3)
        yield from is_so(workspace, server, "sent pending sent sent")


def doubts(stage):
    """After two mails in a row of which nobody knows, sending stops; the next call goes on."""
    with stage.serve() as server:
        domains = ["nonsense.test", "drop.test", GOOD, GOOD]
        workspace = stage.workspace(living_at(*domains), **server.reached())
        workspace.send(3)
        yield from is_so(workspace, server, "unsure unsure pending pending")
        workspace.send(0)
        yield from is_so(workspace, server, "unsure unsure sent sent")


def is_so(workspace, server, expected):
    """Whether the mails are in these states, by all accounts."""
    yield from verdict(workspace, server.folder)
    if list(workspace.states().values()) != expected.split():
        yield f"not {expected}: {workspace.states()}"


def choices(stage):
    """Only those who are meant get mails, and nobody if it is not said how many are."""
    with stage.serve() as server:
        workspace = stage.workspace(people(4), **server.reached())
        workspace.send(1, "--expect", 3)
        workspace.run("send", status=1)
        yield from nothing_sent(workspace, server)
        yield from betrayed(server)
        workspace.send(0, "--only", "p0003", "--expect", 1)
        yield from is_so(workspace, server, "pending pending sent pending")
        workspace.send(0, "--limit", 2, "--expect", 2)
        yield from is_so(workspace, server, "sent sent sent pending")


def two_at_once(stage):
    """Two may not send at once."""
    # Each of the others waits for a second before it gives up, and the first must be busy all the while.
    with stage.serve(slow=0.3) as server:
        workspace = stage.workspace(people(20), **server.reached())
        with running(workspace.command("send", "--expect", 20), **QUIET) as first:
            until(lambda: count(server.folder))
            for second in (["send", "--expect", "20"], ["outbox", "pipe", "--expect", "20", "--", "true"]):
                said = workspace.run(*second, status=1).stderr
                if "outbox-busy" not in said:
                    yield f"the second is told: {said}"
            if first.wait(PATIENCE) != 0:
                yield f"the first ends with {first.returncode}"
        yield from all_sent(workspace, server, 20)


def verdict_itself(stage):
    """The verdict notices every defect that is planted."""
    with stage.serve() as server:
        workspace = stage.workspace(living_at(GOOD, GOOD, "refused.test", "drop.test", GOOD), **server.reached())
        workspace.send(3, "--limit", 4, "--expect", 4)
        yield from is_so(workspace, server, "sent sent failed unsure pending")
        for number, (name, spoil) in enumerate(DEFECTS, 1):
            spoiled, box = copy.copy(workspace), stage.place / f"taken-{number}"
            spoiled.folder = stage.place / f"workspace-{number}"
            shutil.copytree(workspace.folder, spoiled.folder)
            shutil.copytree(server.folder, box)
            path = (spoiled.folder / "outbox" if name == "ledger.txt" else box) / name
            path.write_bytes(spoil(path.read_bytes()))
            if not verdict(spoiled, box):
                yield f"defect {number} is overlooked"


def twice(content):
    """A defect: all of it stands there twice."""
    return content + content


# What is spoiled, and how.
DEFECTS = [
    ("0001.eml", replaced(b"p0001", b"p0002")),
    ("0001.eml", replaced(b" -> p0001", b" -> p0005")),
    ("0001.eml", replaced(b" -> p0001", b" -> p0009")),
    ("0001.eml", replaced(b"X-Envelope: netzwerk", b"X-Envelope: network")),
    ("0001.eml", replaced(b"</html>", b"</htm>")),
    ("0001.eml", replaced(b"Date: ", b"X-Unsent: 1\r\nDate: ")),
    ("0001.eml", replaced(b"\r\nDate: ", b"\r\nDates: ")),
    ("ledger.txt", replaced(b" sent ", b" failed ")),
    ("ledger.txt", replaced(b" sent ", b" pending ")),
    ("ledger.txt", replaced(b" failed ", b" sent ")),
    ("ledger.txt", replaced(b" unsure ", b" pending ")),
    ("ledger.txt", replaced(b" unsure ", b" failed ")),
    ("ledger.txt", replaced(b" sending ", b" ")),
    ("ledger.txt", replaced(b"p0001", b"p0009")),
    ("ledger.txt", twice),
    ("ledger.txt", lambda ledger: ledger + b"what is this\n"),
]


SCENES = {
    "a thousand mails": crowd,
    "tls from the first byte": trusted("--tls", security="tls"),
    "certificate of an authority": trusted(name="signed", ca_file="authority.crt"),
    "an address in place of a name": trusted(host="127.0.0.1"),
    "no protection": unprotected,
    "unknown certificate": distrusted(ca_file=None),
    "unknown certificate, tls": distrusted("--tls", security="tls", ca_file=None),
    "unknown certificate of an authority": distrusted(name="signed"),
    "certificate of somebody else": distrusted(name="impostor"),
    "certificate of somebody else, tls": distrusted("--tls", name="impostor", security="tls"),
    "known certificate for another host": distrusted(name="elsewhere", ca_file="elsewhere.crt"),
    "signed certificate for another host": distrusted(name="misnamed", ca_file="authority.crt"),
    "no starttls": distrusted("--open"),
    "no tls": distrusted(security="tls"),
    "somebody in the middle": distrusted("--injecting", persons=living_at("refused.test", GOOD)),
    "wrong password": distrusted(password_command=["echo", "wrong"], but=["+AUTH"]),
    "no password": distrusted(password_command=None, status=1),
    "failing password command": distrusted(password_command=["false"]),
    "a full server": distrusted("--full", but=["+AUTH", "+MAIL"]),
    "nobody listens": nobody,
    "faults of servers": faults,
    "babble": babble,
    "doubts": doubts,
    "choices": choices,
    "two at once": two_at_once,
    "the verdict itself": verdict_itself,
}

play(SCENES)
