"""Real shells complete names of a workspace: `check-shells.py ERFA WORKSPACE`.

Bash and zsh run on a pseudo-terminal, as somebody sits before them: a word is begun, the tabulator is
pressed, and the shell says what stands on its line then. Fish answers the same question by itself.
"""

import os
import pty
import re
import select
import subprocess
import sys
import time

# What somebody types, and what stands there after the tabulator.
CASES = [
    ("programme 2027-04", "programme 2027-04-20-eschenquell"),
    ("skip lind", "skip lindenwehr"),
    ("invite --to may", "invite --to mayor"),
    ("invite --to=may", "invite --to=mayor"),
    ("show rosa", "show rosa-weidner-korff"),
    ("write sign", "write sign-in-list"),
    ("write tuer", "write tuerschild"),
    ("set 2026-10-dornwerder/begr", "set 2026-10-dornwerder/begruessung"),
    ("import contacts off", "import contacts office.csv"),
    ("import contacts big", "import contacts big\\ list.csv"),
    ("outbox make save", "outbox make save-the-date"),
    ("help unknown-k", "help unknown-key"),
    ("new --venue korn", "new --venue kornhaus"),
    ("nothing-of-the-kind x", "nothing-of-the-kind x"),
]

# What teaches each shell, and the name of what says the line.
LESSONS = {
    "bash": "source <(erfa completions bash)",
    "zsh": "autoload -U compinit; compinit -u -D; source <(erfa completions zsh)",
}
START = {"bash": ["bash", "--norc", "--noprofile", "-i"], "zsh": ["zsh", "-f", "-i"]}
PATIENCE = 15


class Shell:
    """A shell on a pseudo-terminal."""

    def __init__(self, name, environment, folder):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(START[name][0], START[name], environment)
        self.heard = ""
        self.say("PS1='' PS2=''; said() { printf '<%s>\\n' \"$*\"; }; " + LESSONS[name] + "; said ready\r")
        self.wait("<ready>")

    def say(self, words):
        os.write(self.terminal, words.encode())

    def hear(self, seconds):
        if select.select([self.terminal], [], [], seconds)[0]:
            self.heard += os.read(self.terminal, 65536).decode(errors="replace")
            return True
        return False

    def wait(self, wanted):
        until = time.monotonic() + PATIENCE
        while not re.search(wanted, self.heard):
            if time.monotonic() > until:
                raise TimeoutError(f"{wanted!r} does not come: {self.heard[-400:]!r}")
            self.hear(0.1)
        return re.search(wanted, self.heard)

    def line_after(self, typed):
        """What stands on the line when the tabulator was pressed behind `typed`."""
        self.heard = ""
        self.say(f"erfa {typed}\t")
        # The shell has answered when it is silent for a moment.
        while self.hear(0.4):
            pass
        self.heard = ""
        # To the beginning of the line: it is not run, but told.
        self.say("\x01said '\x05'\r")
        return self.wait(r"<erfa ([^>]*)>")[1].strip()

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.process, 0)


def fish(typed, environment, folder):
    script = f"erfa completions fish | source; complete --do-complete 'erfa {typed}'"
    run = subprocess.run(
        ["fish", "--no-config", "-c", script], env=environment, cwd=folder, capture_output=True,
        text=True, timeout=PATIENCE, check=False,
    )
    words = [line.split("\t")[0] for line in run.stdout.splitlines()]
    before = typed.rsplit(" ", 1)[0]
    return [f"{before} {word}" for word in words], run.stderr


def main(program, workspace):
    folder = os.path.join(os.path.abspath(workspace), "")
    for name in ["office.csv", "big list.csv"]:
        open(os.path.join(folder, name), "w", encoding="utf-8").close()
    path = f"{os.path.dirname(os.path.abspath(program))}:/usr/bin:/bin"
    environment = {"PATH": path, "TERM": "xterm", "ERFA_TODAY": "2026-11-22", "LANG": "C.UTF-8", "HOME": folder}
    faults = []
    for name in START:
        shell = Shell(name, environment, folder)
        for typed, expected in CASES:
            found = shell.line_after(typed)
            if found != expected:
                faults.append(f"{name}: `erfa {typed}` became `{found}`, not `{expected}`")
        shell.end()
    for typed, expected in CASES:
        found, said = fish(typed, environment, folder)
        expected = expected.replace("\\ ", " ")
        wanted = [] if expected == typed else [expected]
        if [one.replace("\\ ", " ") for one in found] != wanted or said:
            faults.append(f"fish: `erfa {typed}` offers {found} {said}, not `{expected}`")
    return faults, len(CASES) * 3


if __name__ == "__main__":
    wrong, tried = main(*sys.argv[1:])
    if wrong:
        sys.exit("\n".join(wrong))
    print(f"  {tried} words completed by bash, zsh and fish")
