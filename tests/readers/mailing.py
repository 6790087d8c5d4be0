"""What the checks of sending share: workspaces with mails to send, and servers that run.

`Workspace` makes a network, a meeting and mails to invented people. `serving` runs `smtp_server.py`.
Nothing that is started here outlives whoever started it.
"""

import contextlib
import email
import email.policy
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from verdict import SENDER, Fault, count, histories, state, taken

HERE = pathlib.Path(__file__).parent
MEETING = "2027-04-20-weissenfurth"
RUN = f"{MEETING}/1-invitation"
TODAY = "2026-11-22"
# How long anything may take, in seconds.
PATIENCE = 60
# How much of what a program says is shown.
SHOWN = 800
# What a program says that is interrupted does not matter.
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
# How many faults of a scene are shown.
MOST = 10

GIVEN = ["Änne", "Jörg", "Zoë", "Łucja", "Renée", "Max", "Müge"]
FAMILY = ["Süßmilch", "Öhlschläger", "Brünn-Ähre", "O’Toole", "von der Čapka", "Groß, Öko", "Weiß"]

NETWORK = """
name = "Netz der großen Höfe"
language = "de"
time-zone = "Europe/Berlin"
coordinator = "ahausen"

[sender]
name = "Jördis Öhlmann"
organisation = "Stadt Ähausen"
mail = "{sender}"

[smtp]
{smtp}
"""

CITIES = """
[[city]]
id = "ahausen"
name = "Ähausen"
mail = "rathaus@example.org"

[[city]]
id = "weissenfurth"
name = "Weißenfurth"
mail = "markt@example.org"
"""

CONTACT = """
[[contact]]
id = "{id}"
given-name = "{given}"
family-name = "{family}"
city = "{city}"
mail = "{mail}"
groups = ["everybody"]
rank = {rank}
"""

# A line of the text of each mail begins with a dot, which is a trap of the protocol.
MEETING_FILE = """
title = ".und Grün: Höfe öffnen"
status = "invited"
date = 2027-04-20
hosts = ["weissenfurth"]
start = "09:00"
end = "16:00"
"""


class Person(NamedTuple):
    """Somebody who gets a mail."""

    id: str
    mail: str


def people(number):
    """So many people; one of them lives at a domain with an umlaut."""
    made = [Person(f"p{at:04}", f"p{at:04}@example.org") for at in range(1, number + 1)]
    made[number // 2] = Person(made[number // 2].id, "umlaut@höfe.example.org")
    return made


def living_at(*domains):
    """One person at each of these domains."""
    return [Person(f"p{at:04}", f"p{at:04}@{domain}") for at, domain in enumerate(domains, 1)]


class Workspace:
    """A network whose mails are made but not sent."""

    def __init__(self, erfa, folder, persons, **smtp):
        self.erfa, self.folder, self.persons = erfa, folder, persons
        (folder / "meetings").mkdir(parents=True)
        self.settings(**smtp)
        self.write("cities.toml", CITIES)
        self.write("contacts.toml", "".join(map(contact, range(len(persons)), persons)))
        self.write(f"meetings/{MEETING}.toml", MEETING_FILE)

    def write(self, name, words):
        (self.folder / name).write_text(words, "utf-8")

    def settings(self, **smtp):
        """Writes how to reach the server; JSON's strings, numbers and lists are those of TOML."""
        lines = (f"{key.replace('_', '-')} = {json.dumps(value)}" for key, value in smtp.items())
        self.write("network.toml", NETWORK.format(sender=SENDER, smtp="\n".join(lines)))

    def make(self, kind, *arguments, **environment):
        """Makes mails; `arguments` say to whom, and what else."""
        self.run("outbox", "make", kind, MEETING, *arguments, "--yes", status=0, **environment)

    def command(self, *arguments):
        return [self.erfa, "--dir", self.folder, *map(str, arguments)]

    def run(self, *arguments, status=None, **environment):
        """Runs the program to its end, which `status` says if it is known."""
        run = subprocess.run(
            self.command(*arguments), env=os.environ | environment, capture_output=True, text=True,
            timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL,
        )
        if status not in (None, run.returncode):
            words = " ".join(map(str, arguments[:6]))
            said = run.stderr[-SHOWN:]
            raise Fault(f"`{words}` ends with {run.returncode}, not {status}: {said}")
        return run

    def send(self, status, *arguments, **environment):
        """Sends what waits, or what `arguments` say."""
        if "--expect" not in arguments:
            arguments = ("--expect", self.waiting(), *arguments)
        return self.run("send", *arguments, status=status, **environment)

    def waiting(self):
        """How many mails wait by the ledger."""
        histories = self.ledger()
        return sum(state(histories.get(name, [])) == "pending" for name in self.mails())

    def mails(self):
        """The mails that were made, by their paths in the outbox, in order."""
        outbox = self.folder / "outbox"
        return {str(path.relative_to(outbox)): path for path in sorted(outbox.rglob("*.eml"))}

    def ledger(self):
        """The history of each mail: what happened to it, with words, in order."""
        path = self.folder / "outbox/ledger.txt"
        return histories(path.read_text("utf-8") if path.exists() else "")

    def states(self):
        """The state of each person's only mail by the ledger, the key being their number."""
        histories = self.ledger()
        return {pathlib.Path(name).stem: state(histories.get(name, [])) for name in self.mails()}

    def listed(self):
        """The mails as the program lists them, by their paths in the outbox."""
        told = json.loads(self.run("outbox", "list", "--json", status=0).stdout)
        return {mail["file"]: mail for run in told["runs"] for mail in run["messages"]}


def contact(number, person):
    given, family = GIVEN[number % len(GIVEN)], FAMILY[number // len(GIVEN) % len(FAMILY)]
    city = "ahausen" if number % 2 else "weissenfurth"
    return CONTACT.format(**person._asdict(), rank=number + 1, given=given, family=family, city=city)


class Server(NamedTuple):
    """A server that runs."""

    folder: pathlib.Path
    port: int
    process: subprocess.Popen

    def commands(self):
        """The commands that came, `+` before those that came protected."""
        return (self.folder / "commands.txt").read_text("ascii").split()

    def reached(self, **others):
        """The settings to reach it by."""
        return {"host": "localhost", "port": self.port, "user": "erfa", "timeout": 10, **others}


@contextlib.contextmanager
def serving(folder, certificate, *modes, port=0, slow=0):
    """A server as long as it is needed."""
    command = [sys.executable, HERE / "smtp_server.py", folder, certificate, *modes]
    command += ["--port", str(port), "--slow", str(slow)]
    folder.mkdir(parents=True, exist_ok=True)
    with (
        open(folder / "log.txt", "a") as log,
        running(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True) as process,
    ):
        port = process.stdout.readline()
        if not port:
            raise Fault(f"no server: {(folder / 'log.txt').read_text()[-SHOWN:]}")
        yield Server(folder, int(port), process)


@contextlib.contextmanager
def running(command, **options):
    """A process that has ended when this has, whatever happens."""
    with subprocess.Popen(command, **options) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGKILL)


@contextlib.contextmanager
def sending(command, box, **options):
    """A program that sends; it has brought a mail to `box`, or has ended."""
    before = count(box)
    with running(command, **QUIET, **options) as process:
        until(lambda: process.poll() is not None or count(box) > before)
        yield process


def killed(command, moments, box, longest=0.1):
    """Whether a program that sends to `box` was killed before it had ended.

    That is at most so long after a mail was taken, or three times as long after its start.
    """
    is_begun = moments.random() < 0.5
    moment = moments.uniform(0, longest if is_begun else 3 * longest)
    with sending(command, box) if is_begun else running(command, **QUIET) as process:
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            return True
    if process.returncode not in (0, 3):
        raise Fault(f"it ends with {process.returncode}")
    return False


def certificates(folder):
    """Certificates with their keys: of the server itself, by an authority, and for another host."""
    folder.mkdir(parents=True)
    here, elsewhere = "DNS:localhost,IP:127.0.0.1", "DNS:elsewhere.example.org"
    own_one(folder, "own", f"subjectAltName={here}")
    own_one(folder, "impostor", f"subjectAltName={here}")
    own_one(folder, "elsewhere", f"subjectAltName={elsewhere}")
    own_one(folder, "authority", "keyUsage=keyCertSign,cRLSign")
    signed_one(folder, "signed", f"subjectAltName={here}")
    signed_one(folder, "misnamed", f"subjectAltName={elsewhere}")
    return folder


EC_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


def own_one(folder, name, extension):
    """A certificate that vouches for itself."""
    key, certificate = folder / f"{name}.key", folder / f"{name}.crt"
    openssl("req", "-x509", *EC_KEY, "-days", "2", "-subj", f"/CN={name}", "-addext", extension,
            "-keyout", key, "-out", certificate)
    (folder / f"{name}.pem").write_bytes(key.read_bytes() + certificate.read_bytes())


def signed_one(folder, name, names):
    """A certificate that the authority vouches for."""
    key, request, certificate = (folder / f"{name}.{end}" for end in ["key", "csr", "crt"])
    extensions = folder / f"{name}.ext"
    extensions.write_text(f"basicConstraints=CA:FALSE\n{names}\n")
    openssl("req", "-new", *EC_KEY, "-subj", f"/CN={name}", "-keyout", key, "-out", request)
    openssl("x509", "-req", "-days", "2", "-in", request, "-extfile", extensions, "-out", certificate,
            "-CA", folder / "authority.crt", "-CAkey", folder / "authority.key", "-CAcreateserial")
    (folder / f"{name}.pem").write_bytes(key.read_bytes() + certificate.read_bytes())


def until(happens):
    """Waits until something happens."""
    end = time.monotonic() + PATIENCE
    while not happens():
        if time.monotonic() > end:
            raise Fault("it does not happen")
        time.sleep(0.005)


class Stage(NamedTuple):
    """What a scene is played on."""

    erfa: str
    place: pathlib.Path
    certificates: pathlib.Path

    def serve(self, *modes, name="own", **options):
        """A server with the certificate of this name."""
        return serving(self.place / "taken", self.certificates / f"{name}.pem", *modes, **options)

    def workspace(self, persons, *arguments, **smtp):
        """A workspace with invitations to all, made with `arguments`, that trusts the right server."""
        known = {"ca_file": str(self.certificates / "own.crt"), "password_command": ["echo", "secret"]}
        smtp = {key: value for key, value in (known | smtp).items() if value is not None}
        workspace = Workspace(self.erfa, self.place / "workspace", persons, **smtp)
        workspace.make("invitation", "--to", "everybody", *arguments)
        return workspace


def calendars(workspace, box, folder):
    """Puts the calendars of the mails that were taken into a folder, with what they must agree with."""
    folder.mkdir()
    workspace.run("programme", MEETING, "--format", "json", "--output", folder / "invite.json", status=0)
    for number, mail in enumerate(taken(box), 1):
        parts = email.message_from_bytes(mail.content, policy=email.policy.SMTP).walk()
        (calendar,) = (part for part in parts if part.get_content_type() == "text/calendar")
        (folder / f"invite.{number:04}.ics").write_bytes(calendar.get_payload(decode=True))


def play(scenes):
    """Plays scenes as `CHECK ERFA FOLDER` asks for; each yields what is wrong, by its name."""
    os.environ.update(ERFA_LANG="en", ERFA_TODAY=TODAY)
    os.environ.pop("ERFA_SMTP_PASSWORD", None)
    erfa, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    known = certificates(folder / "certificates")

    def one(name):
        begin = time.monotonic()
        faults = {}
        try:
            for fault in scenes[name](Stage(erfa, folder / name.replace(" ", "-"), known)):
                faults[fault] = True
        except Exception as fault:
            faults[str(fault) if isinstance(fault, Fault) else f"{type(fault).__name__}: {fault}"] = True
        print(f"  {name}: {len(faults)} faults, {time.monotonic() - begin:.1f} s", flush=True)
        return [f"{name}: {fault}" for fault in list(faults)[:MOST]]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = [fault for found in pool.map(one, scenes) for fault in found]
    sys.exit("\n".join(faults) or 0)
