"""Interrupts whatever changes a workspace: `check-writing.py ERFA FOLDER [SECONDS | all]`.

Each command that changes something is killed at every system call that does, and each of these calls
fails once with what disks and networks say. After the next command everything must be as it was, or as it
should become, and nothing may lie about. Two different commands run at once: what a command says that it
did is done. Somebody saves a file meanwhile: what they saved must still be there.

SECONDS limits how long it takes; what is tried then is drawn by a fixed seed. `all` tries everything that
a person waits for: each call killed and failing in each way, 500 pairs, 500 saves.
"""

import collections
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).parent
# An older program is judged by an example of its own time.
EXAMPLE = pathlib.Path(os.environ.get("EXAMPLE", HERE.parent.parent / "examples/netzwerk-flusstal"))
SEED = 1711
SECONDS = 160
# How long a command may take, in seconds.
PATIENCE = 120
PAIRS = SAVES = 500
# How many faults are shown.
SHOWN = 40

MEETING = "2027-04-20-eschenquell"
OTHER = "2027-06-09-lindenwehr"
HELD = "2026-03-17-birkenfurt"
MARK = "# Gespeichert von Hand.\n"

PAST_MEETING = "2026-10-13-birkenfurt"
PAST = [["new", "--date", "2026-10-13", "--host", "birkenfurt", "-y"], ["held", "-y", PAST_MEETING]]

RENAMED = ["set", OTHER, "title", "Neu", "-y"]

# What is done before, and the command; and what is done after it, whatever became of it. The workspace is a copy of the example, and was changed before.
COMMANDS = {
    "skip": ([], ["skip", "birkenfurt", "--reason", "Umbau", "-y"]),
    "swap": ([], ["swap", MEETING, OTHER, "--reason", "Umbau", "-y"]),
    "cancel": ([], ["cancel", MEETING, "--reason", "Sturm", "-y"]),
    "postpone": ([], ["postpone", MEETING, "--to", "2027-05-04", "--reason", "Sturm", "-y"]),
    "release": ([], ["release", MEETING, "--reason", "Versand", "-y"]),
    "new": ([], ["new", "--date", "2028-03-07", "--host", "birkenfurt", "-y"]),
    "plan": ([], ["plan", "--count", "5", "--save", "-y"]),
    "import": ([], ["import", "contacts", str(HERE.parent / "it/fuzz/list.csv"), "--add-cities", "-y"]),
    "import-meetings": ([], ["import", "meetings", str(HERE.parent / "it/fuzz/list.csv"), "--add-cities", "-y"]),
    "held": ([["new", "--date", "2026-10-13", "--host", "birkenfurt", "-y"]], ["held", "-y", "2026-10-13-birkenfurt"]),
    "replies": ([], ["replies", "set", "veit-salzwinkel", "no", "--meeting", MEETING, "-y"]),
    "make": ([], ["outbox", "make", "invitation", MEETING, "--to", "all", "-y"]),
    "discard": (
        [["outbox", "make", "invitation", MEETING, "--to", "all", "-y"]],
        ["outbox", "discard", f"{MEETING}/1-invitation", "-y"],
    ),
    "purge": (
        [["outbox", "make", "thanks", HELD, "--to", "mayor", "-y"],
         ["outbox", "settle", f"{HELD}/1-thanks", "--as", "sent", "-y"]],
        ["privacy", "purge", "--before", "2026-11-01", "-y"],
    ),
    "set": ([], ["set", OTHER, "start", "9:30", "-y"]),
    "add": ([], ["add", "session", "Ausblick", "--meeting", OTHER, "--start", "15:00", "-y"]),
    "confirm": ([["plan", "--count", "5", "--save", "-y"]], ["confirm", "2027-herbst", "--date", "2027-10-12", "-y"]),
    "rename": ([], ["rename", "city:eschenquell", "neu-eschenquell", "-y"]),
    "remove": ([["add", "city", "Moorbach", "-y"]], ["remove", "moorbach", "-y"]),
    "leave": ([], ["leave", "tannbrueck", "--on", "2029-12-31", "-y"]),
    "join": ([["leave", "tannbrueck", "--on", "2029-12-31", "-y"]], ["join", "tannbrueck", "--on", "2030-06-01", "-y"]),
    "speaker": ([], ["speaker", MEETING, "schatten", "konrad-von-der-aue", "declined", "-y"]),
    "attended": (PAST, ["attended", PAST_MEETING, "tannbrueck", "-y"]),
    "minutes": (PAST, ["minutes", "read", str(HERE.parent / "it/fuzz/minutes.docx"), "--meeting", PAST_MEETING, "-y"]),
    "action": ([], ["action", "done", "kuechenzeiten", "-y"]),
    "topic": ([], ["topic", "want", "trinkbrunnen", "birkenfurt", "-y"]),
    "undo": ([["swap", MEETING, OTHER, "--reason", "Umbau", "-y"]], ["undo", "-y"]),
    "undo-make": ([["outbox", "make", "invitation", MEETING, "--to", "all", "-y"]], ["undo", "-y"]),
    "init": (None, ["init", "-y"]),
    "folder": (
        [["folder", MEETING, "akte", "--format", "text"], ["swap", MEETING, OTHER, "--reason", "Umbau", "-y"]],
        ["folder", MEETING, "akte", "--format", "text"],
    ),
    # Pages that are new, others, and gone, in a folder of the workspace.
    "site": (
        [["site", "web", "-y"], ["skip", "birkenfurt", "--reason", "Umbau", "-y"],
         ["cancel", MEETING, "--reason", "Sturm", "-y"], ["remove", OTHER, "-y"]],
        ["site", "web", "--prune", "-y"],
    ),
    # Answers that replace others in a folder of the workspace.
    "answers": (
        [["programme", MEETING, "--all", "print"], ["swap", MEETING, OTHER, "--reason", "Umbau", "-y"]],
        ["programme", MEETING, "--all", "print"],
    ),
    # The same in folders that are no part of the workspace, where something changes before the next run.
    "site-away": (
        [["site", ".web", "-y"], ["skip", "birkenfurt", "--reason", "Umbau", "-y"], ["remove", OTHER, "-y"]],
        ["site", ".web", "--prune", "-y"],
        [["set", MEETING, "title", "Neu", "-y"], ["site", ".web", "--prune", "-y"]],
    ),
    "folder-away": (
        [["folder", MEETING, ".akte", "--format", "text"], ["swap", MEETING, OTHER, "--reason", "Umbau", "-y"]],
        ["folder", MEETING, ".akte", "--format", "text"],
        [["set", MEETING, "title", "Neu", "-y"], ["folder", MEETING, ".akte", "--format", "text"]],
    ),
    "folder-here": (
        [["folder", MEETING, "akte", "--format", "text"], ["swap", MEETING, OTHER, "--reason", "Umbau", "-y"]],
        ["folder", MEETING, "akte", "--format", "text"],
        [["set", MEETING, "title", "Neu", "-y"], ["folder", MEETING, "akte", "--format", "text"]],
    ),
    # An answer in a file that an earlier one stands in.
    "output": (
        [["meetings", "--format", "csv", "--output", "treffen.csv"], RENAMED],
        ["meetings", "--format", "csv", "--output", "treffen.csv"],
    ),
    "wire": ([], ["schema", "--wire", "-y"]),
}

# The calls that change something; `openat` only where it makes or empties a file.
CHANGING = (
    "openat write pwrite64 writev rename renameat renameat2 unlink unlinkat mkdir mkdirat rmdir link linkat "
    "symlinkat fsync fdatasync syncfs chmod fchmod fchmodat fchown fchownat ftruncate copy_file_range "
    "setxattr fsetxattr utimensat"
).split()
ERRORS = ["ENOSPC", "EIO", "EACCES", "EDQUOT"]
CALL = re.compile(r"^(\d+) +(\w+)\((.*)")
ENVIRONMENT = {"PATH": os.environ["PATH"], "ERFA_LANG": "en", "ERFA_TODAY": "2026-11-22", "LC_ALL": "C.UTF-8"}


class Stage:
    """Where commands are tried: workspaces as they are before, and what becomes of them."""

    def __init__(self, erfa, folder):
        self.erfa, self.folder = erfa, folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.start = folder / "start"
        shutil.copytree(EXAMPLE, self.start)
        # The first change makes the journal, which counts as nothing here.
        self.run(self.start, ["skip", "dornwerder", "--from", "2029-01-01", "--reason", "Umbau", "-y"])
        self.number = 0
        self.lock = threading.Lock()

    def run(self, place, arguments, before=()):
        return subprocess.run(
            [*before, self.erfa, "--dir", place, *arguments], env=ENVIRONMENT, capture_output=True,
            text=True, timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL, cwd=place,
        )

    def place(self):
        with self.lock:
            self.number += 1
            return self.folder / f"{self.number:05}"

    def copy(self, start):
        place = self.place()
        if start is None:
            place.mkdir()
        else:
            shutil.copytree(start, place, symlinks=True)
            adopt(place)
        return place

    def repair(self, place, command):
        """The next command that writes; this one has nothing to write of its own."""
        if command == "init":
            return self.run(place, COMMANDS["init"][1])
        after = COMMANDS[command][2:]
        for arguments in after[0] if after else []:
            run = self.run(place, arguments)
            if run.returncode or arguments is after[0][-1]:
                return run
        return self.run(place, ["held", "-y", HELD])


class Case:
    """A command with its workspace before and after it."""

    def __init__(self, stage, name):
        self.stage, self.name = stage, name
        before, self.arguments, *after = COMMANDS[name]
        self.goes_on = bool(after)
        self.start = None
        if before is not None:
            self.start = stage.folder / f"start-{name}"
            shutil.copytree(stage.start, self.start)
            adopt(self.start)
            for arguments in before:
                self.good(stage.run(self.start, arguments), arguments)
        place = stage.copy(self.start)
        self.old = snapshot(place)
        log = stage.folder / f"{name}.log"
        traced = stage.run(place, self.arguments, ["strace", "-f", "-s", "0", "-o", log, "-e", f"trace={','.join(CHANGING)}"])
        self.good(traced, self.arguments)
        for arguments in after[0] if after else []:
            self.good(stage.run(place, arguments), arguments)
        self.new = snapshot(place)
        self.checks = [self.check(self.start), self.check(place)]
        self.calls = list(changing(log.read_text("utf-8")))
        shutil.rmtree(place)

    def good(self, run, arguments):
        if run.returncode:
            sys.exit(f"`{' '.join(arguments)}` ends with {run.returncode}: {run.stderr[-600:]}")

    def check(self, place):
        return place and self.stage.run(place, ["check"]).stdout

    def injected(self, call, number, what):
        """What is wrong after a call was injected with `what`."""
        place = self.stage.copy(self.start)
        inject = ["strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{what}:when={number}"]
        run = self.stage.run(place, self.arguments, inject)
        repaired = self.stage.repair(place, self.name)
        faults = list(self.wrong(place, run, repaired, what))
        shutil.rmtree(place)
        return [f"{self.name}, {what} at {call} {number}: {fault}" for fault in faults]

    def wrong(self, place, run, repaired, what):
        now = snapshot(place)
        if self.goes_on and now != self.new:
            yield f"it goes on to something else: {', '.join(sorted(different(now, self.new)))[:200]}"
        elif now not in (self.old, self.new):
            yield f"neither old nor new: {', '.join(sorted(different(now, self.old) & different(now, self.new)))[:200]}"
        elif self.start is not None and self.check(place) != self.checks[now == self.new]:
            yield "`check` says something else"
        if what.startswith("error") and self.start is not None and not self.goes_on and now != (self.old if run.returncode else self.new):
            yield f"it ends with {run.returncode}, but is {'new' if now == self.new else 'not'}: {run.stderr[-200:]}"
        if repaired.returncode and self.name != "init":
            yield f"the next command ends with {repaired.returncode}: {repaired.stderr[-300:]}"
        yield from (f"{path} lies about" for path in left_over(place))


def adopt(place):
    """Makes a copy the very folder that its journal was written in: only there something is taken back."""
    journal = place / ".erfa"
    said = subprocess.run(["stat", "-c", "%i-%.9W", journal], capture_output=True, text=True, check=True)
    mark = said.stdout.strip().replace(".", "").replace("-0000000000", "-0")
    for entry in journal.rglob("entry"):
        words = entry.read_text("utf-8")
        entry.write_text(re.sub(r"^folder .*$", f"folder {mark}", words, flags=re.MULTILINE), "utf-8")


def snapshot(place):
    """All files but the journal; an empty folder is nothing, and so is what is empty and ours."""
    files = (path for path in place.rglob("*") if path.is_file())
    named = {str(path.relative_to(place)): path for path in files}
    return {
        name: path.read_bytes() for name, path in named.items()
        if not name.startswith(".erfa/") and "/.erfa-" not in f"/{name}" and name != "outbox/.lock" and (path.stat().st_size or "ledger" not in name)
    }


def different(one, other):
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}


def left_over(place):
    outbox = place / "outbox"
    for path in [place / "schema", outbox, *outbox.rglob("*")]:
        if path.is_dir() and not any(path.iterdir()) or path.name == "ledger.txt" and not path.stat().st_size:
            yield f"{path.relative_to(place)}, empty,"
    for path in place.rglob("*"):
        name = str(path.relative_to(place))
        is_foreign = path.name == ".erfa" and path.parent != place
        if path.name.startswith(".erfa-") or is_foreign or name in (".erfa/open", ".erfa/back"):
            yield name


def changing(log):
    """The calls in a log that change something: their names, with which of its kind it is in its thread."""
    seen = collections.Counter()
    for line in log.splitlines():
        match = CALL.match(line)
        if not match:
            continue
        thread, call, rest = match.groups()
        seen[thread, call] += 1
        is_reading = call == "openat" and not re.search("O_CREAT|O_TRUNC|O_TMPFILE", rest)
        # What is told on standard error or output changes nothing.
        is_telling = call in ("write", "writev") and rest.startswith(("1,", "2,"))
        if not is_reading and not is_telling:
            yield call, seen[thread, call]


def pair(stage, cases, one, other, pause):
    """Two commands at once: what each says that it did is done, and nothing else."""
    place = stage.copy(stage.start)
    runs = [
        subprocess.Popen(
            [stage.erfa, "--dir", place, *COMMANDS[name][1]], env=ENVIRONMENT, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        for name in (one, other) if not time.sleep(pause if name == other else 0)
    ]
    said = [run.communicate(timeout=PATIENCE)[1] for run in runs]
    done = tuple(name for name, run in zip((one, other), runs) if run.returncode == 0)
    now = snapshot(place)
    expected = [in_order(stage, cases, order) for order in {done, done[::-1]}]
    faults = [] if now in expected else [
        f"{one} and {other} at once: {done} say that they are done, but "
        f"{', '.join(sorted(set.union(*(different(now, it) for it in expected))))[:200]}"
    ]
    if not done:
        faults.append(f"{one} and {other} at once: both refuse: {said}")
    faults += [f"{one} and {other} at once: {path} lies about" for path in left_over(place)]
    shutil.rmtree(place)
    return faults


def in_order(stage, cases, order):
    """The workspace after these commands, one after the other."""
    if order not in cases:
        place = stage.copy(stage.start)
        for name in order:
            stage.run(place, COMMANDS[name][1])
        cases[order] = snapshot(place)
        shutil.rmtree(place)
    return cases[order]


def save(stage, case, path, in_place, moment):
    """Somebody saves a file while a command that changes it runs, slowed down where it counts."""
    place = stage.copy(case.start)
    file = place / path
    words = file.read_text("utf-8") + MARK
    log = place.with_suffix(".log")
    slow = ["strace", "-f", "-ttt", "-o", log, "-e", "trace=rename,renameat2,fsync,openat",
            "-e", "inject=rename,renameat2:delay_enter=4000:delay_exit=4000"]
    command = subprocess.Popen(
        [*slow, stage.erfa, "--dir", place, *case.arguments], env=ENVIRONMENT, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )
    time.sleep(moment)
    if in_place:
        file.write_text(words, "utf-8")
    else:
        beside = file.with_suffix(".neu")
        beside.write_text(words, "utf-8")
        beside.rename(file)
    saved = time.time()
    said = command.communicate(timeout=PATIENCE)[1]
    repaired = stage.repair(place, case.name)
    now = snapshot(place)
    where = f"{case.name}, {path} saved {'in place' if in_place else 'by rename'} after {moment:.3f}"
    faults = []
    # What was saved before it was read goes with what it touches: the mails of a purge, the entry above a comment.
    is_purged = case.name in ("purge", "remove") and now.get(path) == case.new.get(path) and first_read(log, file) > saved
    # Whoever had the file open still wrote into what it was: then the next command says where that is.
    is_told = in_place and f"went on writing into `{path}`" in repaired.stderr
    if MARK.encode() not in now.get(path, b"") and not is_purged and not is_told:
        faults.append(f"{where}: the save is gone; it ends with {command.returncode}: {said[-200:]}")
    others = lambda files: {name: words for name, words in files.items() if name != path}
    if others(now) not in (others(case.old), others(case.new)):
        faults.append(f"{where}: the other files are neither old nor new")
    faults += [f"{where}: {left} lies about" for left in left_over(place)]
    log.unlink()
    shutil.rmtree(place)
    return faults


def first_read(log, file):
    """When a file was opened first, in seconds since 1970; if it never was, before all else."""
    opened = (line for line in log.read_text("utf-8", "replace").splitlines() if "openat(" in line and f'"{file}"' in line)
    return next((float(line.split()[1]) for line in opened), 0.0)


def main(erfa, folder, limit=str(SECONDS)):
    stage = Stage(pathlib.Path(erfa).resolve(), pathlib.Path(folder).resolve())
    draw = random.Random(SEED)
    known = [name for name in COMMANDS if is_known(stage, name)]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        cases = dict(zip(known, pool.map(lambda name: Case(stage, name), known)))
    kills = [(case, call, number, "signal=KILL") for case in cases.values() for call, number in case.calls]
    errors = [(case, call, number, f"error={error}") for case, call, number, _ in kills for error in ERRORS]
    alone = [name for name in known if COMMANDS[name][0] == []]
    pairs = [draw.sample(alone, 2) for _ in range(PAIRS)]
    edited = [(case, path) for case in cases.values() if case.start for path in case.old
              if path.endswith((".toml", ".csv")) and not case.goes_on and case.old[path] != case.new.get(path, case.old[path])]
    results = {}
    tasks = {
        "killed": [lambda it=it: it[0].injected(*it[1:]) for it in kills],
        "failing": [lambda it=it: it[0].injected(*it[1:]) for it in errors],
        "at once": [lambda it=it, pause=draw.uniform(0, 0.03): pair(stage, results, *it, pause) for it in pairs],
        "saved meanwhile": [
            lambda it=draw.choice(edited), in_place=draw.random() < 0.5, moment=draw.uniform(0.02, 0.35):
            save(stage, *it, in_place, moment) for _ in range(SAVES)
        ],
    }
    faults = []
    for what, made in tasks.items():
        if limit != "all":
            draw.shuffle(made)
        end = time.monotonic() + (float(limit) / len(tasks) if limit != "all" else 1e9)
        tried = found = 0
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for number in range(0, len(made), 8):
                if time.monotonic() > end:
                    break
                for fault in pool.map(lambda task: task(), made[number:number + 8]):
                    tried += 1
                    found += bool(fault)
                    faults += fault
        print(f"  {what}: {tried} of {len(made)} tried, {found} wrong", flush=True)
        if not tried:
            faults.append(f"nothing was {what}")
    if len(faults) > SHOWN and limit != "all":
        faults[SHOWN:] = [f"and {len(faults) - SHOWN} more"]
    sys.exit("\n".join(faults) or 0)


def is_known(stage, name):
    """Whether the program has such a command: an older one is judged by those that it has."""
    return stage.run(stage.start, [COMMANDS[name][1][0], "--help"]).returncode == 0


main(*sys.argv[1:])
