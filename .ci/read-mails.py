"""Reads mails as a strict client does: nothing malformed, nothing lost, lines as RFC 5322 has them."""

import email
import email.policy
import pathlib
import sys

HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"]


def faults(content):
    """All that is wrong with one mail."""
    if b"\n" in content.replace(b"\r\n", b"") or b"\r" in content.replace(b"\r\n", b""):
        yield "a line does not end with CR LF"
    if any(len(line) > 998 for line in content.split(b"\r\n")):
        yield "a line is longer than 998 octets"
    if any(byte > 126 for byte in content):
        yield "a byte is not ASCII"
    # `raise_on_defect` makes every fault the parser knows an exception.
    mail = email.message_from_bytes(content, policy=email.policy.strict)
    for name in HEADERS:
        if len(mail.get_all(name, [])) != 1:
            yield f"{name} does not stand exactly once"
    for name, value in mail.items():
        for defect in getattr(value, "defects", ()):
            yield f"{name}: {defect}"
        if "=?" in str(value) or "\ufffd" in str(value):
            yield f"{name} is not readable: {value}"
    addresses = [address for name in ("From", "To") for address in mail[name].addresses]
    if len(addresses) != 2 or not all(address.domain.startswith("example.") for address in addresses):
        yield f"one sender and one recipient are expected: {addresses}"
    if mail["Date"].datetime is None:
        yield "the date is not readable"
    body = mail.get_body(preferencelist=("plain",))
    text = body.get_content() if body else ""
    if "\ufffd" in text or len(text.split()) < 20:
        yield f"the text is not readable: {text!r}"


def main(paths):
    """Checks the files at `paths` and says how many there were."""
    found = [(path, fault) for path in paths for fault in faults(pathlib.Path(path).read_bytes())]
    for path, fault in found:
        print(f"{path}: {fault}", file=sys.stderr)
    print(f"{len(paths)} mails read, {len(found)} faults")
    return 1 if found or not paths else 0


sys.exit(main(sys.argv[1:]))
