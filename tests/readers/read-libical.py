"""What libical finds wrong with calendars: prints [file, fault] as JSON, one a line."""

import json
import re
import sys

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib

for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        calendar = ICalGLib.Component.new_from_string(file.read())
    if calendar is None:
        print(json.dumps([path, "it cannot be read"]))
    # How often each property may stand (RFC 5545, RFC 5546).
    elif not ICalGLib.restriction_check(calendar):
        said = calendar.as_ical_string().replace("\r\n ", "")
        faults = re.findall(r"X-LIC-ERROR[^:]*:(.*)", said) or ["a restriction is not met"]
        print(*(json.dumps([path, fault.strip()]) for fault in dict.fromkeys(faults)), sep="\n")
    elif calendar.count_errors() > 0:
        print(json.dumps([path, "a line cannot be read"]))
