"""Reads Word documents: the rules of their schema, and LibreOffice, which must find all words."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import zipfile

from openxml_audit import OpenXmlValidator
from reading import expected, main, missing, one_by_one, out_of_order


def schema(path):
    """The rules of the Open XML SDK (ISO/IEC 29500)."""
    yield from (str(fault) for fault in OpenXmlValidator().validate(str(path)).errors)


def office(paths):
    """LibreOffice opens all at once; its exit status says nothing, so its words are looked at."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        copies = {folder / f"{number}.docx": path for number, path in enumerate(paths)}
        for copy, path in copies.items():
            shutil.copy(path, copy)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, *copies]
        environment = {**os.environ, "HOME": str(folder)}
        subprocess.run(command, capture_output=True, check=False, env=environment, timeout=600)
        for copy, path in copies.items():
            words = copy.with_suffix(".txt")
            if not words.exists():
                yield path, "office", "it cannot be opened"
                continue
            # In a grid what happens at the same time stands side by side.
            judge = missing if is_landscape(path) else out_of_order
            for fault in judge(words.read_text("utf-8-sig"), expected(path)):
                yield path, "office", fault


def is_landscape(path):
    """Whether its sheets lie on their long side, as those with a grid do."""
    try:
        return b'w:orient="landscape"' in zipfile.ZipFile(path).read("word/document.xml")
    except (zipfile.BadZipFile, KeyError):
        return False


def changed(pattern, by):
    """A defect in the document's main part."""

    def spoil(content):
        with tempfile.TemporaryDirectory() as folder:
            old, new = pathlib.Path(folder) / "old", pathlib.Path(folder) / "new"
            old.write_bytes(content)
            with zipfile.ZipFile(old) as archive, zipfile.ZipFile(new, "w") as copy:
                for name in archive.namelist():
                    part = archive.read(name)
                    if name == "word/document.xml":
                        part, count = re.subn(pattern, by, part, flags=re.DOTALL)
                        assert count, f"there is no {pattern} to spoil"
                    copy.writestr(name, part)
            return new.read_bytes()

    return spoil


main(
    "Word documents",
    (
        one_by_one(schema=schema),
        {
            "schema": [
                changed(rb"<w:body>", rb"<w:body><w:nonsense/>"),
                changed(rb"(<w:pPr>)(.*?)(</w:pPr>)", rb'\1\2<w:pStyle w:val="X"/>\3'),
            ]
        },
    ),
    (office, {"office": [changed(rb"<w:t[ >].*?</w:t>", rb""), lambda content: content[: len(content) // 2]]}),
)
