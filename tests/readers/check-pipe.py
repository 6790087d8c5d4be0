"""Sends through a program, `sendmail.sh`, in place of a server: `check-pipe.py ERFA FOLDER`."""

import os
import random
import signal
import time

from mailing import HERE, PATIENCE, RUN, killed, living_at, people, play, sending
from verdict import verdict

SEED = 75
CROWD = 150
KILLS = 30
GOOD = "example.org"

# What becomes of a mail to somebody there, and what the ledger quotes.
FATES = {
    "refused.test": ("failed", "exit status 67: no such user"),
    "later.test": ("failed", "exit status 75: busy"),
    "drop.test": ("unsure", "signal: 9"),
    "deaf.test": ("unsure", "the program ended well, but"),
    "rude.test": ("failed", "exit status 65"),
    "chatty.test": ("sent", "taken by the program"),
    GOOD: ("sent", "taken by the program"),
}


def pipe(workspace, folder, *arguments):
    """The arguments that send what waits, or what `arguments` say."""
    folder.mkdir(exist_ok=True)
    if "--expect" not in arguments:
        arguments = ("--expect", workspace.waiting(), *arguments)
    return ["outbox", "pipe", *arguments, "--", HERE / "sendmail.sh", folder, "{from}", "{to}"]


def faults(size):
    """Each fault concerns one mail; the others arrive. A file of this size is attached."""

    def scene(stage):
        domains = [domain for fault in FATES for domain in (GOOD, fault)]
        stage.place.mkdir()
        attached, box = stage.place / "attached.txt", stage.place / "taken"
        attached.write_bytes(b"a" * size)
        workspace = stage.workspace(living_at(*domains), "--attach", attached, host="localhost")
        workspace.run(*pipe(workspace, box), status=3)
        yield from fates(workspace, box, domains)
        workspace.run(*pipe(workspace, box), status=0)
        workspace.run(*pipe(workspace, box, "--retry", "--expect", 1), status=3)
        yield from fates(workspace, box, domains)

    return scene


def fates(workspace, box, domains):
    """Whether each mail has its fate."""
    yield from verdict(workspace, box)
    ledger = workspace.ledger()
    for at, domain in enumerate(domains, 1):
        state, words = ledger.get(f"{RUN}/p{at:04}.eml", [("pending", "")])[-1]
        if state != FATES[domain][0] or not words.startswith(FATES[domain][1]):
            yield f"a mail to {domain} is {state}: {words}"


def no_program(stage):
    """Where there is no such program, all mails wait."""
    workspace = stage.workspace(people(3), host="localhost")
    workspace.run("outbox", "pipe", "--expect", 3, "--", stage.place / "nowhere", status=3)
    for status in [127, 78, 1]:
        program = ["sh", "-c", f"cat >/dev/null; exit {status}"]
        workspace.run("outbox", "pipe", "--expect", 3, "--", *program, status=3)
    yield from verdict(workspace, stage.place)
    if set(workspace.states().values()) != {"pending"}:
        yield f"not all wait: {workspace.states()}"


def program_killed(stage):
    """The program is killed at random moments; nobody gets two mails."""
    moments, kills = random.Random(SEED), 0
    workspace, box = stage.workspace(people(CROWD), host="localhost"), stage.place / "taken"
    while workspace.waiting():
        if kills < KILLS:
            kills += killed(workspace.command(*pipe(workspace, box)), moments, box, 0.04)
        else:
            workspace.run(*pipe(workspace, box), status=0)
        yield from verdict(workspace, box)
    # Whoever got a mail from a program that was killed brings it on its way all the same.
    time.sleep(0.5)
    workspace.run(*pipe(workspace, box), status=0)
    yield from verdict(workspace, box)
    print(f"    seed {SEED}: {kills} times killed, {list(workspace.states().values()).count('unsure')} mails unsure")
    if kills < 3:
        yield "that was not in the middle"


def ctrl_c(stage):
    """Ctrl-C, which a terminal sends to all programs that run in it, stops between two mails."""
    workspace = stage.workspace(living_at(*["slow.test"] * 10), host="localhost")
    box = stage.place / "taken"
    command = workspace.command(*pipe(workspace, box))
    with sending(command, box, start_new_session=True) as process:
        # The second one is on its way.
        time.sleep(0.1)
        os.killpg(process.pid, signal.SIGINT)
        if process.wait(PATIENCE) != 130:
            yield f"it ends with {process.returncode}"
    yield from verdict(workspace, box)
    if set(workspace.states().values()) != {"sent", "pending"}:
        yield f"mails are {workspace.states()}"
    workspace.run(*pipe(workspace, box), status=0)
    yield from verdict(workspace, box)


play(
    {
        "the program is killed": program_killed,
        "faults of programs": faults(10),
        "faults of programs, large mails": faults(200_000),
        "no program": no_program,
        "ctrl-c": ctrl_c,
    }
)
