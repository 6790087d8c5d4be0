"""Lets erfa follow random rules of recurrence, and compares its days with those of dateutil.

Every town of an invented network has a calendar with one event that recurs. What dateutil leaves out
and RFC 5545 does not is left out here: the first time always counts, and a position in the first week
counts from its beginning.
"""

import datetime
import json
import pathlib
import random
import shutil
import subprocess
import sys

from dateutil.rrule import rrulestr

RULES = 200
WINDOW = (datetime.date(2026, 11, 1), datetime.date(2028, 3, 31))
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def some(chance, values, most=3):
    """A few of the values, or none."""
    return chance.sample(values, chance.randint(1, most))


def signed(chance, most):
    """Small numbers and large ones, from either end."""
    return some(chance, [sign * number for number in [*range(1, 7), most - 1, most] for sign in (1, -1)])


def joined(values):
    return ",".join(str(value) for value in values)


def rule(chance, start):
    """A rule that RFC 5545 allows."""
    frequency = chance.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = {"FREQ": frequency}
    if chance.random() < 0.5:
        parts["INTERVAL"] = chance.choice([1, 2, 3, 5, 13])
    if chance.random() < 0.3:
        parts["WKST"] = chance.choice(DAYS)
    if chance.random() < 0.3:
        parts["BYMONTH"] = joined(some(chance, range(1, 13), 4))
    days = some(chance, DAYS, 4)
    if frequency in ("MONTHLY", "YEARLY") and chance.random() < 0.6:
        most = 5 if frequency == "MONTHLY" or "BYMONTH" in parts else 53
        days = [f"{number}{day}" for number, day in zip(signed(chance, most), days)]
    if chance.random() < 0.5:
        parts["BYDAY"] = joined(days)
    if frequency != "WEEKLY" and chance.random() < 0.3:
        parts["BYMONTHDAY"] = joined(signed(chance, 31))
    if frequency == "YEARLY" and chance.random() < 0.2:
        parts["BYYEARDAY"] = joined(signed(chance, 366))
    if frequency == "YEARLY" and chance.random() < 0.2:
        parts["BYWEEKNO"] = joined(some(chance, [1, 2, 10, 20, 51, 52, 53]))
        parts["BYDAY"] = joined(some(chance, DAYS))
    if any(part.startswith("BY") for part in parts) and chance.random() < 0.3:
        parts["BYSETPOS"] = joined(some(chance, [1, 2, 3, -1, -2]))
    end = chance.random()
    if end < 0.3:
        parts["COUNT"] = chance.choice([1, 5, 30, 200])
    elif end < 0.6:
        until = start + datetime.timedelta(days=chance.randint(0, 2000))
        parts["UNTIL"] = f"{until:%Y%m%dT%H%M%S}"
    return ";".join(f"{name}={value}" for name, value in parts.items()), parts


def days(start, words):
    """The days of dateutil in the window, and the first one."""
    begin, end = (datetime.datetime.combine(day, datetime.time.min) for day in WINDOW)
    found = rrulestr(words, dtstart=start).between(begin, end + datetime.timedelta(days=1))
    return sorted({time.date() for time in [start, *found] if WINDOW[0] <= time.date() <= WINDOW[1]})


def main():
    erfa, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "calendar").mkdir(parents=True)
    chance = random.Random(5545)
    towns, wanted, rules = [], {}, {}
    for number in range(RULES):
        start = datetime.datetime(2018, 1, 1, 18) + datetime.timedelta(days=chance.randint(0, 3600))
        words, parts = rule(chance, start)
        if parts["FREQ"] == "WEEKLY" and "BYSETPOS" in parts:
            start -= datetime.timedelta(days=(start.weekday() - DAYS.index(parts.get("WKST", "MO"))) % 7)
        town = f"ort-{number}"
        rules[town] = f"{start:%Y-%m-%d} {words}"
        wanted[town] = days(start, words)
        towns.append(f'[[city]]\nid = "{town}"\nname = "Ort {number}"\n')
        lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", f"UID:{number}@example.org"]
        lines += [f"DTSTART;TZID=Europe/Berlin:{start:%Y%m%dT%H%M%S}", f"RRULE:{words}", "SUMMARY:Rat"]
        text = "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])
        (folder / "calendar" / f"{town}.ics").write_text(text)
    (folder / "network.toml").write_text('name = "Netz"\n')
    (folder / "cities.toml").write_text("".join(towns))
    command = [erfa, "--dir", folder, "dates", "--from", WINDOW[0].isoformat(), "--to", WINDOW[1].isoformat()]
    answer = subprocess.run([*command, "--count", "1000", "--json"], check=True, capture_output=True, text=True)
    found = {town: [] for town in wanted}
    for day in json.loads(answer.stdout)["days"]:
        for reason in day["reasons"]:
            for town in reason["towns"] if reason["kind"] == "other" and reason["effect"] != "unknown" else []:
                found[town["id"]].append(datetime.date.fromisoformat(day["date"]))
    wrong = [town for town in wanted if sorted(found[town]) != wanted[town]]
    for town in wrong[:20]:
        more, fewer = set(found[town]) - set(wanted[town]), set(wanted[town]) - set(found[town])
        print(f"{rules[town]}: more {sorted(map(str, more))[:4]}, fewer {sorted(map(str, fewer))[:4]}")
    counted = sum(map(len, wanted.values()))
    print(f"{RULES} rules with {counted} days, {len(wrong)} of them otherwise than dateutil")
    if wrong or counted < 4000:
        sys.exit(1)


main()
