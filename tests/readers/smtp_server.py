"""A submission server for tests on 127.0.0.1, with the faults that real ones have.

    smtp_server.py FOLDER CERTIFICATE [--port PORT] [--slow SECONDS] [MODE…]

It is aiosmtpd behind STARTTLS and a login (erfa, secret), which both are forced. CERTIFICATE is a
file with the server's key and certificates. What it takes lies in FOLDER as `0001.eml`, envelope in
the first line, before it is acknowledged; `commands.txt` there says each command that came, `+`
before those that came protected. `--slow` takes half of its time before a mail is taken and half
before that is said. The first line that it prints is its port; it ends when its standard input does.

Modes:

    --tls          TLS from the first byte     --open         no protection and no login
    --full         421 at MAIL, always         --injecting    says too much before it is protected

What an address calls for:

    …@refused.test     550 at RCPT             …@later.test    451 at RCPT
    …@rejected.test    554 after the text      …@busy.test     451 after the text
    …@closing.test     421 at RCPT, once       …@gone.test     hangs up at RCPT, once
    …@overfull.test    421 after the text      …@silent.test   says nothing at RCPT, once
    …@hang.test        takes it, says nothing  …@drop.test     takes it and hangs up
    …@nonsense.test    takes it and babbles    …@babble.test   babbles at RCPT
"""

import argparse
import asyncio
import itertools
import os
import pathlib
import re
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

LOGIN = (b"erfa", b"secret")
COMMAND = re.compile(rb"(?m)^(EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|DATA|RSET|NOOP|QUIT)\b")


class Mailbox:
    """Takes mails, and does to some what their address calls for."""

    def __init__(self, folder, slow):
        self.folder, self.slow = folder, slow
        taken = (int(path.stem) for path in folder.glob("*.eml"))
        self.numbers = itertools.count(max(taken, default=0) + 1)
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        first = address not in self.seen
        self.seen.add(address)
        match address.rpartition("@")[2]:
            case "refused.test":
                return "550-5.1.1 no such user\r\n550 5.1.1 ask the postmaster"
            case "later.test":
                return "451 4.7.1 try again later"
            case "closing.test" if first:
                await server.push("421 4.3.2 too many mails over one connection")
                server.transport.close()
                return "421 4.3.2 closed"
            case "gone.test" if first:
                server.transport.abort()
                return "421 4.3.2 gone"
            case "silent.test" if first:
                await asyncio.sleep(3600)
            case "babble.test":
                return "?!\r\nwhat"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.slow / 2)
        match domain := envelope.rcpt_tos[0].rpartition("@")[2]:
            case "rejected.test":
                return "554 5.7.1 looks like advertisements"
            case "busy.test":
                return "451 4.3.0 mail server is busy"
            case "overfull.test":
                await server.push("421 4.3.1 no space left")
                server.transport.close()
                return "421 4.3.1 closed"
        self.keep(envelope)
        await asyncio.sleep(self.slow / 2)
        match domain:
            case "hang.test":
                await asyncio.sleep(3600)
            case "drop.test":
                server.transport.abort()
            case "nonsense.test":
                return "!? yes or no"
        return "250 2.0.0 queued"

    def keep(self, envelope):
        """A mail is there as a whole or not at all, whenever the server is killed."""
        path = self.folder / f"{next(self.numbers):04}.eml"
        head = f"X-Envelope: {envelope.mail_from} -> {','.join(envelope.rcpt_tos)}\r\n"
        begun = path.with_suffix(".part")
        begun.write_bytes(head.encode() + envelope.original_content)
        begun.rename(path)


class FullMailbox(Mailbox):
    """Takes nothing from anybody."""

    async def handle_MAIL(self, server, session, envelope, address, options):
        return "421 4.3.2 come back tomorrow"


class Session(SMTP):
    """Writes down the commands that come."""

    def __init__(self, commands, mailbox, **options):
        super().__init__(mailbox, hostname="localhost", enable_SMTPUTF8=False, **options)
        self.commands = commands

    def data_received(self, data):
        mark = "" if self.transport.get_extra_info("sslcontext") is None else "+"
        self.commands.writelines(f"{mark}{command.decode()}\n" for command in COMMAND.findall(data))
        super().data_received(data)


class InjectingSession(Session):
    """Somebody in the middle adds to what the server says last before all is protected.

    What is added answers all that the program is going to say until its first mail is taken.
    """

    ANSWERS = ["250-localhost", "250 AUTH PLAIN", "235 yes", "250 yes", "250 yes", "354 go", "250 queued"]

    async def push(self, status):
        if status.startswith("220 Ready"):
            status = "\r\n".join([status, *self.ANSWERS])
        await super().push(status)


def login(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and (data.login, data.password) == LOGIN
    return AuthResult(success=good, handled=False)


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("certificate")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--slow", type=float, default=0)
    for mode in ["tls", "open", "full", "injecting"]:
        parser.add_argument(f"--{mode}", action="store_true")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(arguments.certificate)
    mailbox = (FullMailbox if arguments.full else Mailbox)(arguments.folder, arguments.slow)
    commands = open(arguments.folder / "commands.txt", "a", buffering=1)
    options = {}
    if not arguments.open:
        options = {"authenticator": login, "auth_required": True}
        if arguments.tls:
            options["auth_require_tls"] = False
        else:
            options |= {"tls_context": context, "require_starttls": True}
    session = InjectingSession if arguments.injecting else Session

    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: session(commands, mailbox, **options), "127.0.0.1", arguments.port,
        ssl=context if arguments.tls else None,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
