"""Writes a network that has met for a hundred years: `long-network.py FOLDER`. 300 meetings, some of them
cancelled, moved or only ideas, in twelve towns of long and short names."""

import datetime
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
(folder / "meetings").mkdir(parents=True)
TOWNS = ["Aue", "Birkenfurt an der Langen Biegung des Flusses", "Elm", "Hohenfähr", "Lindenwehr", "Moorbach",
         "Quellstedt", "Salzwinkel", "Tannbrück", "Ufersdorf", "Weidenau & Söhne", "Zwiesel"]
ids = [f"town-{number}" for number in range(len(TOWNS))]

(folder / "network.toml").write_text(
    'name = "Hundert Jahre Austausch"\nkind = "Städtenetz"\nregion = "DE-TH"\nabout = "Wir treffen uns seit '
    'langem."\ngoals = ["Reden", "Zuhören"]\npartners = ["Stiftung Marktplatz"]\n[site]\n'
    'url = "https://www.example.org/austausch/"\nlanguages = ["de", "en"]\n[style]\naccent = "#1b4b8f"\n', "utf-8")
(folder / "cities.toml").write_text("".join(
    f'[[city]]\nid = "{ids[number]}"\nname = "{name}"\n'
    + (f"latitude = {50.6 + number * 7 % 12 / 20}\nlongitude = {11.1 + number * 5 % 12 / 15}\n" if number < 11 else "")
    for number, name in enumerate(TOWNS)), "utf-8")

day = datetime.date(1927, 3, 8)
for number in range(300):
    day += datetime.timedelta(days=122 + number % 5)
    states = {297: "idea", 298: "postponed", 296: "cancelled"}
    state = states.get(number, "planned" if day.year > 2026 else "cancelled" if number % 41 == 7 else "held")
    # Papers take time: only the latest of those that were held have a programme.
    sessions = "".join(
        f'[[session]]\ntitle = "Punkt {item} von {number} < {number + 1}"\nstart = "{9 + item}:00"\nend = "{9 + item}:45"\n'
        for item in range(3 if number > 280 else 0))
    (folder / "meetings" / f"m-{number:03}.toml").write_text(
        f'title = "Treffen über Nr. {number}"\nnumber = "{number + 1}."\ndate = {day}\nstatus = "{state}"\n'
        f'hosts = ["{ids[number % 12]}"]\ncreated = {day - datetime.timedelta(days=200)}\n'
        + ('reason = "Sturm"\n' if state in ("cancelled", "postponed") else "") + sessions, "utf-8")
