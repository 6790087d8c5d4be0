"""Measures labels on PDF: each is where its sheet has it, to half a millimetre.

The marks at their corners are looked for on a picture of the sheet, a tenth of a millimetre a point.
"""

import pathlib
import re
import subprocess
import tempfile

from reading import main, one_by_one

# Width and height of a label, how many across and down, and the first from the left and upper edge, in tenths of a
# millimetre, by the ending of the file's name: as the shops that sell them say, and A4 leaves the same on both sides.
SHEETS = {
    "name-badges": (900, 540, 2, 5, 150, 135),
    "name-badges-85x55": (850, 550, 2, 5, 200, 110),
    "name-badges-60x90": (600, 900, 3, 3, 150, 135),
}
# How far a mark may be from where it should be, and how long its arms are.
SLACK, ARM = 5, 14


def picture(path):
    """The first sheet as rows of grey."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", "254", "-gray", "-f", "1", "-l", "1", "-singlefile", path, f"{folder}/page"]
        subprocess.run(command, check=True)
        content = pathlib.Path(folder, "page.pgm").read_bytes()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", content)
    width = int(head[1])
    return [content[at : at + width] for at in range(head.end(), len(content), width)]


def has_arm(line):
    """Whether most of a line is grey."""
    return sum(point < 240 for point in line) > 0.8 * len(line)


def measure(path):
    """Whether each corner of each label has its mark."""
    width, height, columns, rows, left, top = SHEETS[path.name.split(".")[0]]
    points = picture(path)
    if (len(points[0]), len(points)) not in [(2100, 2970), (2101, 2971), (2101, 2970), (2100, 2971)]:
        yield f"the sheet is {len(points[0]) / 10} mm wide and {len(points) / 10} mm high"
        return
    for column in range(columns + 1):
        for row in range(rows + 1):
            x, y = left + column * width, top + row * height
            across = (points[at][x + 3 : x + ARM] for at in range(y - SLACK, y + SLACK + 1))
            down = ([line[at] for line in points[y + 3 : y + ARM]] for at in range(x - SLACK, x + SLACK + 1))
            if not any(map(has_arm, across)) or not any(map(has_arm, down)):
                yield f"there is no corner at {x / 10} mm from the left and {y / 10} mm from above"


def uncompressed(content):
    """The same file, in which bytes can be found."""
    with tempfile.NamedTemporaryFile() as file:
        pathlib.Path(file.name).write_bytes(content)
        command = ["qpdf", "--qdf", "--object-streams=disable", file.name, "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout


def moved(across, up):
    """A defect: everything is elsewhere, by so many points."""

    def spoil(content):
        content = uncompressed(content)
        boxes = rb"/MediaBox \[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]"
        assert re.search(boxes, content), "there is no sheet to move"

        def box(found):
            width, height = float(found[1]), float(found[2])
            return b"/MediaBox [%f %f %f %f]" % (across, up, width + across, height + up)

        return re.sub(boxes, box, content)

    return spoil


main(
    "labels",
    (
        # 1.7 points are 0.6 millimetres.
        one_by_one(measure=measure),
        {"measure": [moved(1.7, 0), moved(0, 1.7), moved(-1.7, 0)]},
    ),
)
