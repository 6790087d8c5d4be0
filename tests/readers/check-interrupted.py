"""Interrupts sending at any moment: `check-interrupted.py ERFA FOLDER`.

The server is killed, the program is killed, somebody presses Ctrl-C. Whenever it is, whoever goes on
until nothing waits finds that each recipient has exactly one mail, or is listed as unsure; nobody has
two. The moments are random; how long one waits for them is the same in each run.
"""

import random
import signal
import time

from mailing import PATIENCE, killed, people, play, sending, until
from verdict import count, verdict

SEED = 5546
# How often the program is killed in each of the scenes that do so.
KILLS = 50
CROWD = 300


def program_killed(seed):
    """The program is killed at random moments, from its first on, while it sends to a slow server."""

    def scene(stage):
        moments, kills, unsure, lost = random.Random(seed), 0, 0, 0
        while kills < KILLS:
            inner = stage._replace(place=stage.place / str(kills))
            with inner.serve(slow=0.01) as server:
                workspace = inner.workspace(people(CROWD), **server.reached())
                while workspace.waiting():
                    if kills < KILLS:
                        kills += killed(send(workspace), moments, server.folder)
                    else:
                        workspace.send(0)
                    yield from verdict(workspace, server.folder)
                yield from finished(workspace, server)
                unsure += list(workspace.states().values()).count("unsure")
                lost += CROWD - count(server.folder)
        print(f"    seed {seed}: {kills} times killed, {unsure} mails unsure, {lost} of them lost")
        if not 0 < lost < unsure:
            yield "no kill came when it matters"

    return scene


def send(workspace):
    """The command that sends what waits."""
    return workspace.command("send", "--expect", workspace.waiting())


def finished(workspace, server):
    """Whether everybody has a mail or is listed as unsure, and nothing more is sent."""
    workspace.send(0)
    yield from verdict(workspace, server.folder)
    left = {mail["state"] for mail in workspace.listed().values()} - {"sent", "unsure"}
    if left:
        yield f"in the end some are {left}"


def server_killed(stage):
    """The server is killed at random moments, and started again at the same port."""
    moments, kills, workspace, port = random.Random(SEED), 0, None, 0
    while workspace is None or workspace.waiting():
        with stage.serve(slow=0.01, port=port) as server:
            port = server.port
            workspace = workspace or stage.workspace(people(150), **server.reached())
            with sending(send(workspace), server.folder) as process:
                time.sleep(moments.uniform(0, 0.4))
                kills += process.poll() is None
                server.process.kill()
                if process.wait(PATIENCE) not in (0, 3):
                    yield f"it ends with {process.returncode}"
        yield from verdict(workspace, server.folder)
    with stage.serve(port=port) as server:
        yield from finished(workspace, server)
    print(f"    the server was killed {kills} times")
    if kills < 3:
        yield "that was not in the middle"


def interrupted(stage):
    """Ctrl-C stops between two mails, and so do a wish to end and a closed terminal; calling it again
    goes on."""
    moments = random.Random(SEED)
    signals = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
    with stage.serve(slow=0.01) as server:
        workspace = stage.workspace(people(100), **server.reached())
        for kind in [*signals, *signals]:
            with sending(send(workspace), server.folder) as process:
                time.sleep(moments.uniform(0, 0.1))
                process.send_signal(kind)
                if process.wait(PATIENCE) != 128 + kind:
                    yield f"{kind.name} ends it with {process.returncode}"
            yield from verdict(workspace, server.folder)
            if set(workspace.states().values()) != {"sent", "pending"}:
                yield f"mails are {set(workspace.states().values())}"
        workspace.send(0)
        yield from verdict(workspace, server.folder)
        if set(workspace.states().values()) != {"sent"}:
            yield "not all are sent in the end"


def terminal_gone(stage):
    """Whoever is told to ignore the end of the terminal goes on after it."""

    def ignore():
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with stage.serve(slow=0.01) as server:
        workspace = stage.workspace(people(30), **server.reached())
        with sending(send(workspace), server.folder, preexec_fn=ignore) as process:
            process.send_signal(signal.SIGHUP)
            if process.wait(PATIENCE) != 0:
                yield f"it ends with {process.returncode}"
        yield from verdict(workspace, server.folder)
        if set(workspace.states().values()) != {"sent"}:
            yield "not all are sent"


def ctrl_c_in_a_pause(stage):
    """A pause is no reason to wait for the end."""
    with stage.serve() as server:
        workspace = stage.workspace(people(3), **server.reached(pause=PATIENCE))
        with sending(send(workspace), server.folder) as process:
            until(lambda: "sent" in workspace.states().values())
            process.send_signal(signal.SIGINT)
            if process.wait(5) != 130:
                yield f"it ends with {process.returncode}"
        yield from verdict(workspace, server.folder)
        if sorted(workspace.states().values()) != ["pending", "pending", "sent"]:
            yield f"mails are {workspace.states()}"


play(
    {
        "the program is killed": program_killed(SEED),
        "the program is killed again": program_killed(SEED + 1),
        "the server is killed": server_killed,
        "interrupts": interrupted,
        "the terminal is gone": terminal_gone,
        "ctrl-c in a pause": ctrl_c_in_a_pause,
    }
)
