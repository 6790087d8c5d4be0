"""Reads mails as a strict client does: nothing malformed, nothing lost, lines as RFC 5322 has them."""

import email
import email.policy

from reading import main, one_by_one, replaced

HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"]


def wire(path):
    """What RFC 5322 says of the lines as such."""
    content = path.read_bytes()
    if b"\n" in content.replace(b"\r\n", b"") or b"\r" in content.replace(b"\r\n", b""):
        yield "a line does not end with CR LF"
    if any(len(line) > 998 for line in content.split(b"\r\n")):
        yield "a line is longer than 998 octets"
    if any(byte > 126 for byte in content):
        yield "a byte is not ASCII"


def client(path):
    """What the mail package of Python makes of it."""
    # This policy makes every fault the parser knows an exception.
    mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.strict)
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


main(
    "mails",
    (
        one_by_one(wire=wire, client=client),
        {
            "wire": [replaced(b"\r\n", b"\n"), lambda mail: mail + "ü\r\n".encode()],
            "client": [replaced(b"Date: ", b"Dated: "), replaced(b"To: ", b"To: @, ")],
        },
    ),
)
