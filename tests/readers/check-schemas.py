"""An independent validator reads files of workspaces by the schemas of `erfa schema`:
`check-schemas.py ERFA`.

It takes every file that the program takes: of the built-in network, of the examples, and those in which
each key stands. And it refuses what it can of the smallest bad files: a schema that takes everything is
no schema.
"""

import datetime
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

import jsonschema

ROOT = Path(__file__).parents[2]
GOOD = [
    "data", "examples/netzwerk-flusstal", "examples/small-network", "tests/keys/every", "tests/keys/least",
    "tests/keys/earlier",
]
# What a schema can see; the other findings are about what stands elsewhere, or about days and hours.
BAD = [
    "bad-choice", "bad-colour", "bad-duration", "bad-id", "bad-mail", "bad-time", "day-in-words",
    "missing-key", "out-of-range", "unknown-key", "wrong-type",
]
# Words for the kind of an item, and whether they are taken.
KINDS = {"talk": True, "Vortrag": True, "VORTRAG": True, " pause ": True, "tallk": False, "Vortragen": False}


def plain(value):
    """A value of TOML as JSON has it."""
    match value:
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case list():
            return [plain(one) for one in value]
        case datetime.date() | datetime.time():
            return value.isoformat()
    return value


def schema_of(path, schemas):
    """The schema for a file at this path of a workspace."""
    return schemas.get(path.parts[0].removesuffix(".toml"))


def faults(folder, schemas):
    """What the validator says of each file of a workspace for which there is a schema."""
    for path in sorted(folder.rglob("*.toml")):
        validator = schema_of(path.relative_to(folder), schemas)
        if validator is None:
            continue
        content = plain(tomllib.loads(path.read_text(encoding="utf-8")))
        for error in validator.iter_errors(content):
            # Its keys are taken over into another workspace, where each entry has its id.
            if folder.name == "every" and error.validator == "required":
                continue
            yield f"{path.relative_to(ROOT)}: {error.json_path}: {error.message[:200]}"


def main(erfa):
    wrong, read = [], 0
    for language in ["de", "en"]:
        with tempfile.TemporaryDirectory() as folder:
            command = [erfa, "--quiet", "--lang", language, "schema", "--output", folder]
            subprocess.run(command, check=True)
            schemas = {}
            for path in Path(folder).glob("*.schema.json"):
                schema = json.loads(path.read_text(encoding="utf-8"))
                jsonschema.Draft7Validator.check_schema(schema)
                schemas[path.name.removesuffix(".schema.json")] = jsonschema.Draft7Validator(schema)
        for good in GOOD:
            wrong += faults(ROOT / good, schemas)
            read += len(list((ROOT / good).rglob("*.toml")))
        for word, is_taken in KINDS.items():
            meeting = {"title": "A", "session": [{"title": "B", "kind": word}]}
            if schemas["meetings"].is_valid(meeting) != is_taken:
                wrong.append(f"kind = {word!r} is {'refused' if is_taken else 'taken'}")
        for bad in BAD:
            if not list(faults(ROOT / "tests/errors" / bad, schemas)):
                wrong.append(f"tests/errors/{bad} is taken")
    return wrong, read


if __name__ == "__main__":
    found, number = main(*sys.argv[1:])
    if found:
        sys.exit("\n".join(found))
    print(f"  {number} files taken, and {len(BAD)} kinds of bad ones refused")
