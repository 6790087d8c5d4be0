"""Reads PDF: PDF/UA-1 and PDF/A-2a, its structure, its fonts, and the order of its text."""

import pathlib
import re
import subprocess
import tempfile

import page
from reading import expected, main, missing, one_by_one, out_of_order, replaced


def said(*command):
    """What a program prints, and whether it was content."""
    run = subprocess.run(command, capture_output=True, check=False)
    return run.returncode == 0, (run.stdout + run.stderr).decode("utf-8", "replace")


def failures(path, profile):
    """What a validator finds under a standard."""
    for failure in page.validate_pdf(str(path), profile=profile).failures:
        # Where compressed data happen to end with CR, it takes this for a part of the line end.
        if "STREAM-LENGTH" not in failure.rule_id or has_wrong_length(path.read_bytes()):
            yield f"{failure.rule_id}: {failure.message}"


def has_wrong_length(content):
    """Whether a stream ends elsewhere than it says (ISO 32000-1, 7.3.8.1)."""
    for stream in re.finditer(rb"/Length (\d+)(?:(?!endobj).)*?>>\s*stream\r?\n", content, re.DOTALL):
        end = stream.end() + int(stream[1])
        if not re.match(rb"\r?\n?endstream", content[end : end + 12]):
            return True
    return False


def ua1(path):
    """PDF/UA-1 (ISO 14289-1): whoever listens gets everything."""
    return failures(path, "ua1")


def a2a(path):
    """PDF/A-2a (ISO 19005-2): it can be read for ever."""
    return failures(path, "2a")


def structure(path):
    """Whether the file is sound as such."""
    is_sound, words = said("qpdf", "--check", path)
    if not is_sound:
        yield words


def fonts(path):
    """Whether all letters are in the file."""
    _, words = said("pdffonts", path)
    table = words.splitlines()[2:]
    if not table:
        yield f"there is no font: {words}"
    for font in table:
        # The columns that end a line: embedded, subset, unicode, object, generation.
        if re.search(r" yes +(yes|no) +yes +\d+ +\d+ *$", font) is None:
            yield f"not embedded, or without its text: {font}"


def order(path):
    """Whether its text follows the programme; days, plans and accounts are none."""
    if path.parent.name.startswith("pictures-"):
        return
    # Signs and labels do not say what they are; `read-labels.py` measures these.
    if path.name.startswith(("door-signs", "name-badges")):
        return
    # Raw is the order of the file. Else the reader guesses columns from the white between times and
    # titles, and reads a long list of strands column by column.
    _, words = said("pdftotext", "-raw", path, "-")
    if is_landscape(path):
        # What happens at the same time stands side by side.
        yield from missing(words, expected(path))
    else:
        yield from out_of_order(words, expected(path))


def is_landscape(path):
    """Whether its sheets lie on their long side, as those with a grid do."""
    _, words = said("pdfinfo", path)
    width, height = re.search(r"Page size: +([\d.]+) x ([\d.]+)", words).groups()
    return float(width) > float(height)


def unembedded(content):
    """A defect: the fonts are named, but not embedded."""
    return replaced(b"/FontFile", b"/FontXile")(uncompressed(content))


def uncompressed(content):
    """The same file, in which bytes can be found."""
    with tempfile.NamedTemporaryFile() as file:
        pathlib.Path(file.name).write_bytes(content)
        command = ["qpdf", "--qdf", "--object-streams=disable", file.name, "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout


def without(name):
    """A defect: an entry of a dictionary is gone."""
    return lambda content: replaced(name, b"/X" + name[2:])(uncompressed(content))


def shortened(content):
    """A defect: the first stream is said to be shorter than it is."""
    return re.sub(rb"/Length (\d+)(\d)", rb"/Length \1", content, count=1)


def backwards(content):
    """A defect: what is printed first is printed last."""
    content = uncompressed(content)
    pieces = re.findall(rb"(?s)\[[^\]]*\] ?TJ", content)
    assert len(pieces) > 1, "there are no pieces of text to exchange"
    return re.sub(rb"(?s)\[[^\]]*\] ?TJ", lambda _: pieces.pop(), content)


main(
    "PDF files",
    (
        one_by_one(ua1=ua1, a2a=a2a, structure=structure, fonts=fonts, order=order),
        {
            "ua1": [without(b"/Lang"), without(b"/StructTreeRoot"), without(b"/DisplayDocTitle")],
            "a2a": [without(b"/Metadata"), without(b"/MarkInfo"), shortened],
            "structure": [lambda content: content[: len(content) // 2], replaced(b"startxref", b"startxxxx")],
            "fonts": [unembedded],
            "order": [backwards],
        },
    ),
)
