"""Reads the published holidays in `holidays/`, and makes the built-in table of them.

`published.py` prints the table as `data/calendar/holidays.csv` has it.
"""

import csv
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).parent / "holidays"
TABLE = Path(__file__).parents[2] / "data/calendar/holidays.csv"

# Between two holidays of one table lie at most so many days; a longer gap is a hole in it.
LONGEST_GAP = timedelta(days=120)
# Before, the source has no holidays between the terms of Austrian schools and none in summer.
AUSTRIA_SINCE = date(2019, 12, 23)
AUSTRIA = {"BL": 1, "KÄ": 2, "NÖ": 3, "OÖ": 4, "SB": 5, "SM": 6, "TI": 7, "VA": 8, "WI": 9}

# Of the schools in a canton those count that all children go to.
GENERAL = {"", "DE Alle Schulen", "DE Volksschulen", "DE Volksschulen und Mittelschulen"}
GENERAL |= {"FR École obligatoire,DE Obligatorische Schulen"}
HIGHER = {"FR Écoles sec. II", "DE Mittelschulen"}
# Municipalities decide there, and the source has higher schools only.
UNTOLD = {"CH-SO"}

HEAD = """\
# Schulferien der deutschen und der österreichischen Länder (ohne Thüringen: eigene Datei) und der
# Schweizer Kantone, dazu die Feiertage der Kantone.
#
# Quelle: OpenHolidays API, openpotato/openholidaysapi.data, Stand dd3dfa81 vom 21. Januar 2026,
# daraus verdichtet: nur allgemeinbildende Schulen (in Mecklenburg-Vorpommern ohne berufliche).
# Lizenz: Open Database License 1.0 (ODbL-1.0), Text in ODbL-1.0.md daneben. Wer diese Datei ändert
# und weitergibt, gibt sie unter derselben Lizenz weiter und nennt die Quelle.
#
# Die Regionen nach ISO 3166-2; ein Land allein (AT, CH) heißt: alle seine Teile.
# complete, all-public: in dieser Zeit fehlen keine Schulferien, keine Feiertage; school: Ferien und
# schulfreie Tage; provisional: vorläufig; recommended: den Gemeinden empfohlen; some-schools: in einem
# Teil des Kantons; islands: auf Sylt, Föhr, Amrum, Helgoland und den Halligen statt der gleichnamigen
# des Landes; public: Feiertag; some-public: Feiertag in einem Teil des Kantons, nach Brauch oder halb.
kind;regions;from;to;title
"""


SCHOOL = {"school", "provisional", "recommended", "some-schools"}
# For these years the source has the public holidays.
PUBLIC_YEARS = (2020, 2030)
PUBLIC = {"public", "some-public"}
TERMS = ("Herbst", "Sommer")


class Holiday(NamedTuple):
    """Some days without school: the first, the last, their name, and for whom."""

    first: date
    last: date
    title: str
    kind: str


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")


def holiday(row, kind):
    last = row["EndDate"] or row["StartDate"]
    names = dict(name.split(" ", 1) for name in row["Name"].split(","))
    # One row of the source writes a day without its zero.
    first, last = (date(*map(int, day.split("-"))) for day in (row["StartDate"], last))
    return Holiday(first, last, names["DE"].replace("%2C", ","), kind)


def regions():
    """All holidays of each region, in the order of their days."""
    found = defaultdict(list)
    for path in SOURCE.glob("de/holidays.school.*.csv"):
        land = "DE-" + path.stem.rsplit(".", 1)[1].upper()
        for row in rows(path):
            groups = row.get("Groups")
            if groups and "MV-ABS" not in groups.split(","):
                continue
            kind = "islands" if row.get("Tags") == "Exception" else "school"
            found[land].append(holiday(row, kind))
    for row in rows(SOURCE / "at/holidays.school.csv"):
        kind = "provisional" if row["Tags"] == "Provisional" else "school"
        parts = row["Subdivisions"].split(",") if row["Subdivisions"] else AUSTRIA
        for part in parts:
            found[f"AT-{AUSTRIA[part]}"].append(holiday(row, kind))
    cantons(found)
    for holidays in found.values():
        holidays.sort()
    return dict(sorted(found.items()))


def cantons(found):
    for path in SOURCE.glob("ch/holidays.school.*.csv"):
        canton = path.stem.rsplit(".", 1)[1].upper()
        for row in rows(path):
            comment, groups = (row.get("Comment") or "").strip(), (row.get("Groups") or "").split(",")
            general = {f"{canton}-VS", f"{canton}-EO", ""} & set(groups)
            if f"CH-{canton}" in UNTOLD or not general or comment in HIGHER:
                continue
            if row.get("Tags") == "Exception":
                continue
            everywhere = row["Subdivisions"] == canton and comment in GENERAL
            kind = "school" if everywhere and canton != "BE" else "some-schools"
            if row.get("Tags") == "Recommended":
                kind = "recommended"
            found[f"CH-{canton}"].append(holiday(row, kind))
    codes = sorted(path.stem.rsplit(".", 1)[1].upper() for path in SOURCE.glob("ch/holidays.school.*.csv"))
    for row in rows(SOURCE / "ch/holidays.public.csv"):
        parts = row["Subdivisions"].split(",") if row["Subdivisions"] else codes
        certain = row["Type"] == "Public" and row["TemporalScope"] != "HalfDay"
        for canton in {part[:2] for part in parts}:
            kind = "public" if certain and canton in parts else "some-public"
            found[f"CH-{canton}"].append(holiday(row, kind))


def public(region):
    """The public holidays that hold in all of a region."""
    country, part = region.split("-")
    found = set()
    if country == "CH":
        return {one.first for one in regions()[region] if one.kind == "public"}
    for row in rows(SOURCE / f"{country.lower()}/holidays.public.csv"):
        parts = row.get("Subdivisions") or ""
        if not parts or part in parts.split(","):
            found.add(date.fromisoformat(row["StartDate"]))
    return found


def complete(region, holidays):
    """The spans in which nothing is missing."""
    since = AUSTRIA_SINCE if region.startswith("AT") else date.min
    main = [one for one in holidays if one.kind in SCHOOL and one.first >= since]
    # What follows the last summer is known if its autumn is.
    last = {name: max((one.last for one in main if name in one.title), default=date.max) for name in TERMS}
    end = date.max if last["Herbst"] >= last["Sommer"] else last["Sommer"]
    spans = []
    for one in main:
        if one.last > end:
            continue
        if spans and one.first - spans[-1][1] <= LONGEST_GAP:
            spans[-1][1] = max(spans[-1][1], one.last)
        else:
            spans.append([one.first, one.last])
    return spans


def short(who):
    """A country instead of all its parts."""
    parts = set(who)
    for country, number in (("AT", 9), ("CH", 26)):
        inland = {one for one in parts if one.startswith(country)}
        if len(inland) == number:
            parts = parts - inland | {country}
    return sorted(parts)


def table():
    of_all = regions()
    shared = defaultdict(list)
    for region, holidays in of_all.items():
        if region == "DE-TH":
            continue
        for first, last in complete(region, holidays):
            shared["complete", first, last, ""].append(region)
        public = [one for one in holidays if one.kind in PUBLIC]
        if public:
            years = (min(public).first.year, max(public).first.year)
            shared["all-public", date(years[0], 1, 1), date(years[1], 12, 31), ""].append(region)
        for first, last, title, kind in dict.fromkeys(holidays):
            shared[kind, first, last, title].append(region)
    order = sorted(shared.items(), key=lambda item: (bool(item[0][3]), item[0][1:], item[0]))
    lines = [f"{kind};{' '.join(short(who))};{first};{last};{title}" for (kind, first, last, title), who in order]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(), end="")
