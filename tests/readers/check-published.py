"""Compares the published holidays in `holidays/` with the built-in table and with `erfa dates`:
`check-published.py ERFA`.

The table has to be the one that `published.py` makes. Then each region's days without school, and
its public holidays, have to be those that the program tells, those of the Länder as it knows them by
law, and the days that it calls known no more than those for which there is something. Thuringia has a
table of its own, from another source, and has to agree as well.
"""

import json
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import published

FIRST, LAST = date(2016, 1, 1), date(2031, 12, 31)
# The own table of Thuringia begins with the school year 2023/24.
THURINGIA_SINCE = date(2023, 10, 1)


def days(holidays, kinds):
    found = set()
    for one in holidays:
        if one.kind in kinds:
            number = (one.last - one.first).days
            found |= {one.first + timedelta(days=day) for day in range(number + 1)}
    return {day for day in found if FIRST <= day <= LAST}


def told(erfa, region, more=""):
    """What the program tells of each day: school holidays, public ones, what is not known."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "network.toml").write_text(f'name = "Netz"\nregion = "{region}"\n')
        Path(folder, "cities.toml").write_text(f'[[city]]\nid = "aue"\nname = "Aue"\n{more}')
        command = [erfa, "--dir", folder, "--quiet", "dates", "--json", "--count", "10000"]
        command += ["--from", str(FIRST), "--to", str(LAST)]
        answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    found = {}
    for day in answer["days"]:
        for reason in day["reasons"]:
            local = "not everywhere" in reason["words"] or "nicht überall" in reason["words"]
            kind = reason["kind"]
            if reason["effect"] == "unknown":
                kind = "local" if local else f"unknown {kind}"
            found.setdefault(kind, set()).add(date.fromisoformat(day["date"]))
    return found


def differences(region, holidays, found, island=False):
    """Where source and program differ."""
    faults = []

    def compare(what, ours, theirs):
        faults.extend(f"{region} {day}: {what} only {'here' if day in ours else 'there'}"
                      for day in sorted(ours ^ theirs))

    since, until = published.PUBLIC_YEARS
    blocked = {day for day in found.get("holiday", set()) if since <= day.year <= until}
    compare("public", blocked, published.public(region))
    if region == "DE-TH":
        since = THURINGIA_SINCE
        ours, theirs = (
            {day for day in one if day >= since}
            for one in (found.get("school-holiday", set()), days(holidays, {"school"}))
        )
        compare("school", ours, theirs)
        return faults
    school = {"school", "provisional", "recommended"}
    if island:
        own = [one for one in holidays if one.kind == "islands"]
        replaced = lambda one: any(
            one.title == other.title and one.first <= other.last and other.first <= one.last
            for other in own
        )
        theirs = days([one for one in holidays if not replaced(one)], school) | days(own, {"islands"})
    else:
        theirs = days(holidays, school)
    compare("school", found.get("school-holiday", set()), theirs)
    some = days(holidays, {"some-schools", "some-public"})
    compare("in a part", found.get("local", set()), some)
    everywhere = {FIRST + timedelta(days=day) for day in range((LAST - FIRST).days + 1)}
    known = everywhere - found.get("unknown school-holiday", set())
    spans = published.complete(region, holidays)
    said = {day for day in everywhere if any(first <= day <= last for first, last in spans)}
    compare("known", known, said)
    return faults


def main():
    erfa = sys.argv[1]
    faults = []
    if published.TABLE.read_text(encoding="utf-8") != published.table():
        faults.append(f"{published.TABLE.name} is not what published.py makes of the source")
    regions, judged = published.regions(), 0
    for region, holidays in regions.items():
        # The source has Assumption in all of Bavaria; by law it is one where most people are Catholic.
        own = 'extra-holidays = ["mariae-himmelfahrt"]' if region == "DE-BY" else ""
        found = told(erfa, region, own)
        judged += sum(map(len, found.values()))
        faults += differences(region, holidays, found)
        # The judge is judged: a day more and a day less must be noticed.
        for kind in ("school-holiday", "holiday"):
            ours = found.get(kind, set())
            spoilt = found | {kind: ours ^ {date(2027, 3, 4), date(2026, 12, 25)}}
            if len(differences(region, holidays, spoilt)) != 2 + len(differences(region, holidays, found)):
                faults.append(f"{region}: planted faults in {kind} were not found")
    island = told(erfa, "DE-SH", "island = true\n")
    faults += differences("DE-SH", regions["DE-SH"], island, island=True)
    print(f"{judged} days told of {len(regions)} regions, {len(faults)} differences")
    if faults:
        sys.exit("\n".join(faults[:40]))


if __name__ == "__main__":
    main()
