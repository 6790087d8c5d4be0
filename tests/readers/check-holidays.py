"""Compares the public holidays of `erfa dates` with the package `holidays` for Python and the package
`date-holidays` for Node, in the folder that `READERS_NODE` names: `check-holidays.py ERFA`.

Every German Land and Austria from 2016 to 2040. What depends on the municipality is not compared: the
program leaves it to the town's entry. There is no difference to explain.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import holidays

FIRST, LAST = 2016, 2040
GERMAN = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split()



def ours(erfa, region):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "network.toml").write_text(f'name = "Netz"\nregion = "{region}"\n')
        Path(folder, "cities.toml").write_text(
            '[[city]]\nid = "aue"\nname = "Aue"\nextra-holidays = []\n'
        )
        command = [erfa, "--dir", folder, "--quiet", "dates", "--json", "--count", "10000"]
        span = ["--from", f"{FIRST}-01-01", "--to", f"{LAST}-12-31"]
        answer = subprocess.run(command + span, capture_output=True, check=True).stdout
    blocked = {
        date.fromisoformat(day["date"])
        for day in json.loads(answer)["days"]
        if any(reason["kind"] == "holiday" for reason in day["reasons"])
    }
    return blocked


def judges(regions):
    """The holidays of each region as each package has them."""
    of_python = {}
    for region in regions:
        country, part = region.split("-")
        years = range(FIRST, LAST + 1)
        of_python[region] = set(holidays.country_holidays(country, subdiv=part, years=years))
    script = Path(os.environ["READERS_NODE"], "list-holidays.mjs")
    answer = json.loads(subprocess.run(["node", script], capture_output=True, check=True).stdout)
    of_node = {region: set(map(date.fromisoformat, days)) for region, days in answer.items()}
    return {"holidays": of_python, "date-holidays": of_node}


def differences(found, region, of_all):
    return [f"{region}: {day} beside {judge}"
            for judge, theirs in of_all.items() for day in sorted(found ^ theirs[region])]


def main():
    erfa = sys.argv[1]
    regions = [f"DE-{land}" for land in GERMAN] + [f"AT-{number}" for number in range(1, 10)]
    of_all = judges(regions)
    faults, judged = [], 0
    for region in regions:
        found = ours(erfa, region)
        judged += len(found)
        faults += differences(found, region, of_all)
        # The judge is judged: a day more and a day less must be noticed.
        spoilt = found ^ {date(2027, 2, 10), date(2027, 5, 1)}
        planted = 2 * len(of_all)
        if len(differences(spoilt, region, of_all)) != planted + len(differences(found, region, of_all)):
            faults.append(f"{region}: planted faults were not found")
    judged_by = " and ".join(of_all)
    print(f"{judged} holidays of {len(regions)} regions beside {judged_by}, {len(faults)} differences")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
