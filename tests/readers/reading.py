"""What every reader shares: judging files, proving that each judge can say no, and programmes as data.

A reader is a function that takes all files at once and yields `(path, judge, fault)`, and for each of
its judges one or more defects: small changes that spoil a good file. A judge sees the good files, in
which it must find nothing, and copies of one of them with its defects, in each of which it must find
something. What it says of another judge's defects does not matter.
"""

import json
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unicodedata
from concurrent.futures import ProcessPoolExecutor

# How many faults are shown.
SHOWN = 50


def expected(path):
    """The programme in `path` as data: `full.a5.pdf` shows what `full.json` beside it says."""
    return json.loads(path.with_name(path.name.split(".")[0] + ".json").read_text("utf-8"))


def titles(programme):
    """The titles of a programme in its order; those of letters are their subjects and salutations."""
    if isinstance(programme, list):
        for written in programme:
            yield written["subject"]
            if written["recipient"]:
                yield written["body"].splitlines()[0]
        return
    if "meeting" not in programme:
        # What is about the network tells its meetings in their order.
        yield programme["network"]["full_name"]
        yield from (meeting["title"] for meeting in programme["meetings"])
        return
    yield programme["meeting"]["title"]
    for day in programme["days"]:
        if day["heading"]:
            yield day["heading"]
        for entry in day["entries"]:
            yield entry["title"]
            yield from (item["title"] for item in entry["items"] if item["title"])


def dense(words):
    """Words without what a layout may add or take: spaces, hyphens, ligatures, soft hyphens."""
    return re.sub(r"[\s\u00ad\u200b\u2060\u2010\u2011-]", "", unicodedata.normalize("NFKC", words))


def out_of_order(text, programme):
    """The titles that do not follow each other in `text` as they do in the programme."""
    text, at = dense(text), 0
    for title in titles(programme):
        found = text.find(dense(title), at)
        if found < 0:
            yield f"`{title}` is missing, or not in its place"
        else:
            at = found + len(dense(title))


def missing(text, programme):
    """The titles that `text` lacks, wherever they stand."""
    text = dense(text)
    yield from (f"`{title}` is missing" for title in titles(programme) if dense(title) not in text)


def one_by_one(**judges):
    """Makes a reader of all files of judges of one file."""

    def read(paths):
        tasks = [(path, name, judge) for path in paths for name, judge in judges.items()]
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            # Whatever the judges of one file share is made once.
            for found in pool.map(faults_of, tasks, chunksize=len(judges)):
                yield from found

    return read


def faults_of(task):
    """What one judge says of one file; whatever it raises is its verdict."""
    path, name, judge = task
    try:
        return [(path, name, fault) for fault in judge(path)]
    except Exception as fault:
        return [(path, name, f"{type(fault).__name__}: {fault}")]


def replaced(old, new):
    """A defect: `old` becomes `new`, wherever it stands."""

    def spoil(content):
        assert old in content, f"there is no {old} to spoil"
        return content.replace(old, new)

    return spoil


def spoiled(path, defects, folder):
    """A copy of `path` for each defect, with what it is compared with beside it."""
    for number, defect in enumerate(defects, 1):
        place = folder / str(number)
        place.mkdir(parents=True)
        for companion in path.parent.glob(path.name.split(".")[0] + ".json"):
            shutil.copy(companion, place)
        copy = place / path.name
        copy.write_bytes(defect(path.read_bytes()))
        yield copy


def main(what, *readers):
    """Runs `readers`, each `(function, {judge: defects})`, over the files that the arguments name.

    The first file is the one that is spoiled.
    """
    good = [pathlib.Path(path).resolve() for path in sys.argv[1:]]
    if not good:
        sys.exit(f"there are no {what} to read")
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for read, judges in readers:
            place = pathlib.Path(folder)
            bad = {name: list(spoiled(good[0], defects, place / name)) for name, defects in judges.items()}
            found = list(read([*good, *(path for copies in bad.values() for path in copies)]))
            faults += [f"{path}: {name}: {fault}" for path, name, fault in found if path in good]
            caught = {(path, name) for path, name, _ in found}
            for name, copies in bad.items():
                overlooked = [copy.parent.name for copy in copies if (copy, name) not in caught]
                print(f"  {name}: {len(good)} read, {len(copies) - len(overlooked)} of {len(copies)} defects noticed")
                if overlooked or not copies:
                    faults.append(f"{name} overlooks planted defects: number {overlooked} of {what}")
    if len(faults) > SHOWN:
        faults[SHOWN:] = [f"and {len(faults) - SHOWN} more"]
    sys.exit("\n".join(faults) or 0)
