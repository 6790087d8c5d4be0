"""Compares the public holidays of `erfa dates` with the package `holidays`: `check-holidays.py ERFA`.

Every German Land and Austria from 2016 to 2040. What depends on the municipality is not compared: the
program leaves it to the town's entry. There is no difference to explain.
"""

import json
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


def differences(found, region):
    country, part = region.split("-")
    theirs = holidays.country_holidays(country, subdiv=part, years=range(FIRST, LAST + 1))
    both = found ^ set(theirs)
    return sorted(both)


def main():
    erfa = sys.argv[1]
    regions = [f"DE-{land}" for land in GERMAN] + [f"AT-{number}" for number in range(1, 10)]
    faults, judged = [], 0
    for region in regions:
        found = ours(erfa, region)
        judged += len(found)
        faults += [f"{region}: {day}" for day in differences(found, region)]
        # The judge is judged: a day more and a day less must be noticed.
        spoilt = found ^ {date(2027, 2, 10), date(2027, 5, 1)}
        if len(differences(spoilt, region)) != 2 + len(differences(found, region)):
            faults.append(f"{region}: two planted faults were not found")
    print(f"{judged} holidays of {len(regions)} regions, {len(faults)} differences")
    if faults:
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
