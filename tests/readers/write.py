"""Writes every form of every programme and of letters and papers: `write.py ERFA FOLDER FORM…`.

The programmes are those under `tests/agendas/`, of the examples and of the built-in network. Each
meeting gets a folder with a file for each form and edition, and the same as data (`full.json`), with
which readers compare what they read. Letters and papers are those of the example, in both languages.
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


# Letters and papers by the names of their files: the arguments, and the forms.
EXAMPLE = PROJECT / "examples/netzwerk-flusstal"
SPRING = "2027-04-20-eschenquell"
ONE = ["--to", "rosa-weidner-korff"]
LETTERS = {
    "invitations": (["invitation", SPRING, "--to", "all"], ["pdf"]),
    "invitation": (["invitation", SPRING, *ONE], ["pdf", "html", "docx"]),
    "open-letter": (["save-the-date", SPRING], ["pdf", "html", "docx"]),
    "large-letter": (["speaker-invitation", SPRING, *ONE, "--large"], ["pdf"]),
    "press": (["press", SPRING], ["pdf", "html", "docx"]),
    "door-signs": (["door-signs", SPRING], ["pdf", "html", "docx"]),
    "logistics-sheet": (["logistics-sheet", SPRING], ["pdf", "html", "docx"]),
    "name-badges": (["name-badges", SPRING, "--everybody"], ["pdf", "html", "docx"]),
    "name-badges-85x55": (["name-badges", SPRING, "--everybody", "--label", "85x55"], ["pdf"]),
    "name-badges-60x90": (["name-badges", SPRING, "--everybody", "--label", "60x90"], ["pdf"]),
    "sign-in-list": (["sign-in-list", SPRING], ["pdf", "html", "docx"]),
    "minutes": (["minutes", SPRING], ["pdf", "html", "docx"]),
    "report": (["report", "--year", "2026"], ["pdf", "html", "docx"]),
    "handover": (["handover"], ["pdf", "html", "docx"]),
}


def letters(folder, forms):
    """The arguments of each run that writes a letter or a paper."""
    for language in ["de", "en"]:
        for name, (arguments, known) in LETTERS.items():
            path = folder / f"written-{language}" / name
            common = ["--today", "2027-04-14", "--lang", language, "write", *arguments]
            for form in (form for form in known if form in forms):
                yield EXAMPLE, path.with_suffix(f".{form}"), [*common, "--format", form]
            plain = [argument for argument in common if argument != "--large"]
            yield EXAMPLE, path.with_suffix(".json"), [*plain, "--format", "json"]


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
                programme = ["programme", meeting, "--format", form]
                for edition in ["full", "english"] if form == "ics" else EDITIONS:
                    yield workspace, place / f"{edition}.{form}", [*programme, *EDITIONS[edition]]
                for name, arguments in VARIANTS.get(form, []):
                    yield workspace, place / f"full.{name}", [*programme, *arguments]
            told = json.loads(erfa(program, workspace, "programme", meeting, "--json"))
            entries = [entry["id"] for day in told["days"] for entry in day["entries"]]
            if entries:
                item = ["programme", meeting, "--format", "json", "--item", entries[0]]
                yield workspace, place / "full.item.json", item


def main(program, folder, *forms):
    """Writes the files, as many at a time as there are processors."""

    def write(task):
        workspace, path, arguments = task
        erfa(program, workspace, *arguments, "--output", path)

    folder = pathlib.Path(folder)
    todo = [*tasks(program, folder, forms), *letters(folder, forms)]
    for place in {path.parent for _, path, _ in todo}:
        place.mkdir(parents=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(write, todo))
    print(f"  {len(todo)} files in {len({path.parent for _, path, _ in todo})} folders")


main(*sys.argv[1:])
