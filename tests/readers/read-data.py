"""Reads programmes as data and compares them with the schema that is checked in (JSON Schema 2020-12)."""

import json
import pathlib

from jsonschema import Draft202012Validator, FormatChecker

from reading import main, one_by_one

SCHEMA = json.loads(
    (pathlib.Path(__file__).resolve().parents[2] / "data/schema/programme.schema.json").read_text("utf-8")
)
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker(["date"]))


def schema(path):
    """Everything is as the schema says."""
    for fault in VALIDATOR.iter_errors(json.loads(path.read_text("utf-8"))):
        yield f"{fault.json_path}: {fault.message}"


def changed(change):
    """A defect: `change` is made to the data."""

    def spoil(content):
        data = json.loads(content)
        change(data)
        return json.dumps(data).encode()

    return spoil


Draft202012Validator.check_schema(SCHEMA)
main(
    "programmes as data",
    (
        one_by_one(schema=schema),
        {
            "schema": [
                changed(lambda data: data.pop("days")),
                changed(lambda data: data["meeting"].update(inner="")),
                changed(lambda data: data["meeting"].update(status="maybe")),
                changed(lambda data: data["days"][0].update(date="24.09.2024")),
                changed(lambda data: data["days"][0]["entries"][0].update(start="9:30")),
                changed(lambda data: data["days"][0]["entries"][0].update(level="0")),
            ]
        },
    ),
)
