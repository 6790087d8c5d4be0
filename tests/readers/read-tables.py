"""Reads CSV as strictly as RFC 4180 and a spreadsheet in Germany want it."""

import csv
import io
import re

from reading import dense, expected, main, one_by_one, replaced

MARK = b"\xef\xbb\xbf"


def rows(path):
    """The rows; a fault of the form is an exception."""
    text = io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=";", strict=True))


def wire(path):
    """The bytes: a mark that says UTF-8, and CR LF after each row."""
    content = path.read_bytes()
    if not content.startswith(MARK):
        yield "there is no byte order mark, so Excel takes it for another encoding"
    outside = re.sub(rb'"(?:[^"]|"")*"', b"", content)
    if not content.endswith(b"\r\n") or b"\n" in outside.replace(b"\r\n", b""):
        yield "a row does not end with CR LF"


def form(path):
    """Every row has its cells, and no cell is a formula."""
    table = rows(path)
    if len({len(row) for row in table}) != 1 or len(table[0]) < 2:
        yield f"rows have {sorted({len(row) for row in table})} cells"
    if len(set(table[0])) != len(table[0]):
        yield "two columns have one heading"
    for number, row in enumerate(table, 1):
        for cell in row:
            # A telephone number is one, too.
            if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(r"[+-]?[\d ().,:/-]+", cell):
                yield f"a spreadsheet would run row {number}: `{cell}`"


def content(path):
    """Every entry of the programme stands in a row, in its order."""
    programme, table = expected(path), rows(path)
    entries = iter(dense(" ".join(row)) for row in table[1:])
    for title in [entry["title"] for day in programme["days"] for entry in day["entries"]]:
        if not any(dense(title) in row for row in entries):
            yield f"`{title}` is missing, or not in its place"


main(
    "tables",
    (
        one_by_one(wire=wire, form=form, content=content),
        {
            "wire": [lambda table: table.removeprefix(MARK), replaced(b"\r\n", b"\n")],
            "form": [
                lambda table: table + b"alone\r\n",
                lambda table: table.replace(b"\r\n", b"\r\n=1+1", 2),
                lambda table: table.replace(b"\r\n", b'\r\n"a"b', 2),
            ],
            "content": [lambda table: b"\r\n".join(table.split(b"\r\n")[:-2]) + b"\r\n"],
        },
    ),
)
