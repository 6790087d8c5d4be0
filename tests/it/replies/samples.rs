//! Replies as mail programs write them; all people and addresses are made up.

/// What a reply tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sample {
    pub(super) from: &'static str,
    pub(super) attendee: &'static str,
    pub(super) status: &'static str,
    pub(super) sequence: u32,
    pub(super) stamp: &'static str,
    pub(super) uid: &'static str,
    /// When the entry begins that is answered.
    pub(super) start: &'static str,
    /// Further lines of the event.
    pub(super) more: &'static str,
}

/// The name of the meeting of the story in calendars.
pub(super) const UID: &str = "spring.netz@erfa.invalid";

impl Sample {
    /// The answer of Berta Birke.
    pub(super) const fn birke(status: &'static str) -> Self {
        Self {
            from: "Berta Birke <birke@xn--kln-sna.example>",
            attendee: "birke@xn--kln-sna.example",
            status,
            sequence: 0,
            stamp: "20261123T081500Z",
            uid: UID,
            start: "20270420T070000Z",
            more: "",
        }
    }

    /// The answer of Chris Cedar.
    pub(super) const fn cedar(status: &'static str) -> Self {
        Self {
            from: "Chris Cedar <cedar@example.org>",
            attendee: "cedar@example.org",
            ..Self::birke(status)
        }
    }

    /// The answer of the town hall of Ulm.
    pub(super) const fn ulm(status: &'static str) -> Self {
        Self {
            from: "Stadt Ulm <stadt@ulm.example.org>",
            attendee: "stadt@ulm.example.org",
            ..Self::birke(status)
        }
    }

    /// The calendar alone.
    pub(super) fn ics(&self) -> String {
        self.calendar("REPLY", "-//Muster//Kalender 1.0//DE")
    }

    fn calendar(&self, method: &str, program: &str) -> String {
        let Self { attendee, status, sequence, stamp, uid, start, more, .. } = self;
        let text = format!(
            "BEGIN:VCALENDAR
PRODID:{program}
VERSION:2.0
METHOD:{method}
BEGIN:VEVENT
UID:{uid}
DTSTAMP:{stamp}
DTSTART:{start}
DTEND:20270420T140000Z
SEQUENCE:{sequence}
ORGANIZER;CN=\"Hanna Eiche\":mailto:netz@example.org
ATTENDEE;PARTSTAT={status};RSVP=TRUE:mailto:{attendee}
SUMMARY:Frühjahr
{more}END:VEVENT
END:VCALENDAR
"
        );
        text.replace('\n', "\r\n")
    }

    /// As Outlook and Exchange write: one part in UTF-8 and base64 within an alternative, the status
    /// in the subject, header lines of their own, a long line of the calendar folded.
    pub(super) fn outlook(&self) -> String {
        let from = self.from;
        let calendar = self
            .calendar("REPLY", "Microsoft Exchange Server 2010")
            .replace(
                ";RSVP=TRUE:mailto:",
                ";CN=\"Wer auch immer, Amt für \r\n Stadtentwicklung\":MAILTO:",
            )
            .replace("SUMMARY:", "SUMMARY;LANGUAGE=de-DE:Zugesagt: ");
        crlf(&format!(
            "Received: from mail.example.org (192.0.2.7) by mx.example.org; Mon, 23 Nov 2026 08:15:09 +0000
From: {from}
To: Hanna Eiche <netz@example.org>
Subject: =?utf-8?Q?Zugesagt:_Fr=C3=BChjahr?=
Thread-Topic: =?utf-8?Q?Fr=C3=BChjahr?=
Date: Mon, 23 Nov 2026 08:15:07 +0000
Message-ID: <AM0PR01@example.org>
Accept-Language: de-DE, en-US
X-MS-Has-Attach:
X-MS-Exchange-Calendar-Originator-Id: 0;x
Content-Type: multipart/alternative;
\tboundary=\"_002_AM0PR01_\"
MIME-Version: 1.0

--_002_AM0PR01_
Content-Type: text/plain; charset=\"utf-8\"
Content-Transfer-Encoding: base64


--_002_AM0PR01_
Content-Type: text/calendar; charset=\"utf-8\"; method=REPLY
Content-Transfer-Encoding: base64

{}
--_002_AM0PR01_--
",
            base64(&calendar)
        ))
    }

    /// As Google writes: three alternatives, and the calendar once more as a file.
    pub(super) fn google(&self) -> String {
        let from = self.from;
        let calendar = self.calendar("REPLY", "-//Google Inc//Google Calendar 70.9054//EN");
        let coded = base64(&calendar);
        crlf(&format!(
            "MIME-Version: 1.0
Reply-To: {from}
Sender: Calendar <calendar-notification@example.com>
Auto-Submitted: auto-generated
Message-ID: <calendar-1@example.com>
Date: Mon, 23 Nov 2026 08:15:02 +0000
Subject: Accepted: Spring @ Tue Apr 20, 2027 (Hanna Eiche)
From: {from}
To: netz@example.org
Content-Type: multipart/mixed; boundary=\"00000000outer\"

--00000000outer
Content-Type: multipart/alternative; boundary=\"00000000inner\"

--00000000inner
Content-Type: text/plain; charset=\"UTF-8\"; format=flowed; delsp=yes
Content-Transfer-Encoding: base64

QWNjZXB0ZWQK
--00000000inner
Content-Type: text/calendar; charset=\"UTF-8\"; method=REPLY
Content-Transfer-Encoding: 8bit

{calendar}
--00000000inner--

--00000000outer
Content-Type: application/ics; name=\"invite.ics\"
Content-Disposition: attachment; filename=\"invite.ics\"
Content-Transfer-Encoding: base64

{coded}
--00000000outer--
"
        ))
    }

    /// The same without the file, and with another name in the entry.
    pub(super) fn google_named(&self, name: &str) -> String {
        let mail = self.google().replace("RSVP=TRUE", &format!("CN=\"{name}\""));
        let file = "--00000000outer\r\nContent-Type: application/ics";
        mail.split(file).next().unwrap().to_owned()
    }

    /// As Apple's calendar writes: words beside a file that is an attachment.
    pub(super) fn apple(&self) -> String {
        let from = self.from;
        let calendar = self.calendar("REPLY", "-//Apple Inc.//macOS 15.1//EN");
        crlf(&format!(
            "From: {from}
Content-Type: multipart/mixed; boundary=\"Apple-Mail=_1\"
Mime-Version: 1.0 (Mac OS X Mail 16.0)
Subject: Event accepted: Spring
Message-Id: <APPLE-1@example.org>
Date: Mon, 23 Nov 2026 09:15:00 +0100
To: netz@example.org

--Apple-Mail=_1
Content-Transfer-Encoding: 7bit
Content-Type: text/plain; charset=us-ascii

Chris Cedar has accepted your invitation.

--Apple-Mail=_1
Content-Disposition: attachment; filename=iCal-20261123-091500.ics
Content-Type: text/calendar; x-unix-mode=0644; name=\"iCal-20261123-091500.ics\"
Content-Transfer-Encoding: 8bit

{calendar}
--Apple-Mail=_1--
"
        ))
    }

    /// As Thunderbird writes: quoted-printable, with the mail that it answers.
    pub(super) fn thunderbird(&self) -> String {
        let from = self.from;
        let calendar = self.calendar("REPLY", "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN");
        let coded = calendar.replace('=', "=3D").replace('ü', "=C3=BC");
        crlf(&format!(
            "MIME-version: 1.0
From: {from}
To: Hanna Eiche <netz@example.org>
Date: Mon, 23 Nov 2026 09:15:00 +0100
Subject: Event Invitation Reply (Accepted): =?UTF-8?B?RnLDvGhqYWhy?=
In-Reply-To: <spring.invitation.1.ulm@example.org>
Content-type: multipart/mixed; boundary=\"Boundary_(ID_x)\"

--Boundary_(ID_x)
Content-type: text/plain; charset=UTF-8
Content-transfer-encoding: quoted-printable

Stadt Ulm hat zugesagt.

--Boundary_(ID_x)
Content-type: text/calendar; method=REPLY; charset=UTF-8
Content-transfer-encoding: quoted-printable

{coded}
--Boundary_(ID_x)--
"
        ))
    }

    /// A calendar of another method in a plain mail.
    pub(super) fn with_method(&self, method: &str) -> String {
        let calendar = self.calendar(method, "-//Muster//Kalender 1.0//DE");
        crlf(&format!(
            "From: {}
To: netz@example.org
Date: Mon, 23 Nov 2026 09:15:00 +0100
Subject: Termin
Content-Type: text/calendar; method={method}; charset=UTF-8
Content-Transfer-Encoding: 8bit

{calendar}",
            self.from
        ))
    }
}

/// A mail of words.
pub(super) fn words(from: &str, more: &str, text: &str) -> String {
    crlf(&format!(
        "From: {from}
To: netz@example.org
Date: Mon, 23 Nov 2026 10:00:00 +0100
{more}Subject: AW: Einladung
Content-Type: text/plain; charset=utf-8

{text}
"
    ))
}

/// A mail that a server gave back.
pub(super) fn bounce(address: &str, action: &str, status: &str) -> String {
    crlf(&format!(
        "From: Mail Delivery System <MAILER-DAEMON@mail.example.org>
To: netz@example.org
Date: Mon, 23 Nov 2026 10:00:00 +0100
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary=\"b1\"
MIME-Version: 1.0

--b1
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.

--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; {address}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 no such user

--b1
Content-Type: message/rfc822

From: netz@example.org
To: {address}
Subject: Einladung
Message-ID: <spring.invitation.1.b-birke@example.org>

Text
--b1--
"
    ))
}

fn base64(text: &str) -> String {
    use base64::Engine as _;
    let coded = base64::engine::general_purpose::STANDARD.encode(text);
    let lines = coded.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}
