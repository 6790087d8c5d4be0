"""Writes every form of every programme: `write.py ERFA FOLDER FORM…`.

The programmes are those under `tests/agendas/`, of the examples and of the built-in network. Each
meeting gets a folder with a file for each form and edition, and the same as data (`full.json`), with
which readers compare what they read.
"""

import json
import os
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

PROJECT = pathlib.Path(__file__).resolve().parents[2]

# The editions by the names of their files, and the arguments. Each is written as data, too.
EDITIONS = {
    **{edition: ["--edition", edition] for edition in ["short", "full", "internal", "run-sheet"]},
    "english": ["--lang", "en"],
}

# The variants of a form, which are written of the full edition alone: what stands in the file's name
# beside it, and the arguments.
VARIANTS = {
    "html": [],
    "pdf": [("a5.pdf", ["--paper", "a5"]), ("large.pdf", ["--large"])],
    "docx": [],
    "ics": [("items.ics", ["--items"])],
    "csv": [],
}


def workspaces():
    """The folders with a network."""
    for parent in ["tests/agendas", "examples"]:
        yield from sorted(path.parent for path in (PROJECT / parent).glob("*/network.toml"))
    yield PROJECT / "data"
    # The large conference that the tests have made.
    yield from PROJECT.glob("target/tmp/conference")


def erfa(program, workspace, *arguments):
    """Runs the program in a workspace and returns what it prints."""
    command = [program, "--dir", workspace, "--quiet", *arguments]
    run = subprocess.run(command, capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{run.stderr.decode()}")
    return run.stdout


def tasks(program, folder, forms):
    """The arguments of each run that writes a file."""
    for workspace in workspaces():
        meetings = json.loads(erfa(program, workspace, "meetings", "--json"))
        for meeting, date in ((meeting["id"], meeting["date"]) for meeting in meetings):
            place = folder / f"{workspace.name}-{meeting}"
            # A meeting without a date has no place in a calendar.
            for form in ["json", *(form for form in forms if form != "ics" or date)]:
                # A calendar has no editions.
                for edition in ["full", "english"] if form == "ics" else EDITIONS:
                    yield workspace, meeting, place / f"{edition}.{form}", EDITIONS[edition]
                for name, arguments in VARIANTS.get(form, []):
                    yield workspace, meeting, place / f"full.{name}", arguments
            programme = json.loads(erfa(program, workspace, "programme", meeting, "--json"))
            entries = [entry["id"] for day in programme["days"] for entry in day["entries"]]
            if entries:
                yield workspace, meeting, place / "full.item.json", ["--item", entries[0]]


def main(program, folder, *forms):
    """Writes the files, as many at a time as there are processors."""

    def write(task):
        workspace, meeting, path, arguments = task
        form = path.suffix.removeprefix(".")
        erfa(program, workspace, "programme", meeting, "--format", form, "--output", path, *arguments)

    todo = list(tasks(program, pathlib.Path(folder), forms))
    for place in {path.parent for _, _, path, _ in todo}:
        place.mkdir(parents=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(write, todo))
    print(f"  {len(todo)} files of {len({path.parent for _, _, path, _ in todo})} meetings")


main(*sys.argv[1:])
