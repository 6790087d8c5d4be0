"""A submission server for tests on 127.0.0.1, with the faults that real ones have.

    smtp_server.py FOLDER [--plain] [--slow SECONDS]

It is aiosmtpd behind a login (erfa, secret) and STARTTLS, which both are forced; `--plain` leaves
out both. What it takes lies in FOLDER as `0001.eml`, envelope in the first line, on the disk before
it is acknowledged. The first line that it prints is its port; it ends when its standard input does.

What an address calls for:

    …@refused.test     550 at RCPT             …@later.test    451 at RCPT
    …@rejected.test    554 after the text      …@busy.test     451 after the text
    …@closing.test     421 at RCPT, once       …@gone.test     hangs up at RCPT, once
    …@hang.test        takes it, says nothing  …@drop.test     takes it and hangs up
    …@nonsense.test    takes it and babbles    …@babble.test   babbles at RCPT
"""

import argparse
import asyncio
import itertools
import os
import pathlib
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

LOGIN = (b"erfa", b"secret")


class Mailbox:
    """Takes mails, and does to some what their address calls for."""

    def __init__(self, folder, slow):
        self.folder, self.slow = folder, slow
        taken = (int(path.stem) for path in folder.glob("*.eml"))
        self.numbers = itertools.count(max(taken, default=0) + 1)
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        domain = address.rpartition("@")[2]
        first = address not in self.seen
        self.seen.add(address)
        match domain:
            case "refused.test":
                return "550 5.1.1 no such user"
            case "later.test":
                return "451 4.7.1 try again later"
            case "closing.test" if first:
                await server.push("421 4.3.2 too many mails over one connection")
                server.transport.close()
                return "421 4.3.2 closed"
            case "gone.test" if first:
                server.transport.abort()
                return "421 4.3.2 gone"
            case "babble.test":
                return "?!\r\nwhat"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.slow:
            await asyncio.sleep(self.slow)
        domain = envelope.rcpt_tos[0].rpartition("@")[2]
        if domain == "rejected.test":
            return "554 5.7.1 looks like advertisements"
        if domain == "busy.test":
            return "451 4.3.0 mail server is busy"
        self.keep(envelope)
        match domain:
            case "hang.test":
                await asyncio.sleep(3600)
            case "drop.test":
                server.transport.abort()
            case "nonsense.test":
                return "!? yes or no"
        return "250 2.0.0 queued"

    def keep(self, envelope):
        path = self.folder / f"{next(self.numbers):04}.eml"
        head = f"X-Envelope: {envelope.mail_from} -> {','.join(envelope.rcpt_tos)}\r\n"
        with open(path, "xb") as file:
            file.write(head.encode() + envelope.original_content)
            file.flush()
            os.fsync(file.fileno())


def login(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == LOGIN
    return AuthResult(success=good, handled=False)


def certificate(folder):
    """A certificate that nobody but `ca-file` vouches for."""
    key, own = folder / "key.pem", folder / "ca.pem"
    if not own.exists():
        request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        request += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
        request += ["-keyout", key, "-out", own]
        subprocess.run(request, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(own, key)
    return context


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--slow", type=float, default=0)
    parser.add_argument("--port", type=int, default=0)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    context = None if arguments.plain else certificate(arguments.folder)
    mailbox = Mailbox(arguments.folder, arguments.slow)

    def connected():
        secured = {} if arguments.plain else {
            "tls_context": context, "require_starttls": True, "auth_required": True,
            "authenticator": login,
        }
        return SMTP(mailbox, hostname="localhost", enable_SMTPUTF8=False, **secured)

    loop = asyncio.get_running_loop()
    server = await loop.create_server(connected, "127.0.0.1", arguments.port)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
