//! How long ten thousand personal mails with an attachment and a calendar take, beside a naive program
//! that writes the same bytes.

use std::hint::black_box;
use std::path::Path;

use chrono::DateTime;
use criterion::{Criterion, criterion_group, criterion_main};
use erfa::render::eml::{Attachment, Correspondent, Enclosures, Invite, Mail, eml_with};
use erfa::render::ics::{Exchange, Participation, Party, invitation};
use erfa::source::RawFile;
use erfa::system::folder::NewFolder;
use erfa::text::Language;
use erfa::view::Method;
use erfa::view::calendar;

/// How many mails there are.
const MAILS: usize = 10_000;

/// How large the attachment is: a programme as PDF.
const ATTACHMENT: usize = 60_000;

fn mails(criterion: &mut Criterion) {
    let made = Made::new();
    let ready: Vec<Vec<u8>> = (0..MAILS).map(|number| made.mail(number)).collect();
    let mut group = criterion.benchmark_group("ten thousand mails");
    group.sample_size(10);
    group.bench_function("write bytes that are there", |bencher| {
        bencher.iter(|| write(|number| ready[number].clone()));
    });
    group.bench_function("put words together and write", |bencher| {
        let [head, tail] = naive(&ready[0]);
        bencher.iter(|| {
            write(|number| [&head[..], format!("{number:05}").as_bytes(), &tail].concat());
        });
    });
    group.bench_function("make and write", |bencher| {
        bencher.iter(|| write(|number| made.mail(number)));
    });
    group.bench_function("make", |bencher| {
        bencher.iter(|| (0..MAILS).for_each(|number| drop(black_box(made.mail(number)))));
    });
    group.finish();
}

/// A mail in two halves, between which a number is put.
fn naive(mail: &[u8]) -> [Vec<u8>; 2] {
    let at = mail.windows(5).position(|found| found == b"00000").expect("the number");
    [mail[..at].to_vec(), mail[at + 5..].to_vec()]
}

/// Writes all mails into a new folder.
fn write(mail: impl Fn(usize) -> Vec<u8>) {
    let root = tempfile::tempdir().expect("a scratch folder");
    let folder = NewFolder::new(&root.path().join("run")).expect("a folder");
    for number in 0..MAILS {
        folder.add(&format!("{number:05}.eml"), &mail(number)).expect("a file");
    }
    folder.finish().expect("the folder in its place");
    assert!(Path::new(&root.path().join("run")).exists());
}

/// What all mails have in common.
struct Made {
    attachments: [Attachment; 1],
    invitation: erfa::render::ics::Invitation,
    page: String,
}

impl Made {
    fn new() -> Self {
        let meeting =
            "title = \"Treffen\"\ndate = 2027-04-20\nstart = \"09:00\"\nend = \"16:00\"\n";
        let files = [("network.toml", "name = \"Netz\"\n"), ("meetings/a.toml", meeting)];
        let reading = erfa::input::read(files.map(RawFile::from).into());
        let workspace = reading.workspace.expect("a workspace");
        let calendar =
            calendar::invitation(&workspace, &workspace.meetings[0], None, Language::German);
        let organiser = Party { name: "Hanna Eiche", address: "netz@example.org", is_group: false };
        let made = DateTime::UNIX_EPOCH;
        let exchange = Exchange { method: Method::Request, organiser, made };
        let bytes = (0..ATTACHMENT).map(|number| u8::try_from(number * 7 % 256).unwrap_or(0));
        let bytes: Vec<u8> = bytes.collect();
        let attachment = Attachment::new("programm.pdf", "application/pdf", bytes);
        Self {
            attachments: [attachment.expect("an attachment")],
            invitation: invitation(&calendar.expect("a date"), &exchange).expect("an entry"),
            page: format!("<!DOCTYPE html><p>{}", "Wir laden Sie ein. ".repeat(60)),
        }
    }

    fn mail(&self, number: usize) -> Vec<u8> {
        let name = format!("Person {number:05}");
        let address = format!("p{number:05}@example.org");
        let attendee = Party { name: &name, address: &address, is_group: false };
        let calendar = self.invitation.to(&attendee, Participation::NeedsAction, 0);
        let mail = Mail {
            from: Correspondent {
                name: Some("Hanna Eiche".to_owned()),
                address: "netz@example.org".to_owned(),
            },
            to: Correspondent { name: Some(name), address: address.clone() },
            subject: "Einladung: Werkstattgespräch am 20.04.2027".to_owned(),
            date: DateTime::UNIX_EPOCH.fixed_offset(),
            message_id: format!("a.invitation.1.{address}"),
            language: Language::German,
            body: "Sehr geehrte Damen und Herren,\n\nwir laden Sie herzlich ein.\n".repeat(10),
        };
        let enclosures = Enclosures {
            html: Some(&self.page),
            invite: Some(Invite { method: self.invitation.method(), calendar: &calendar }),
            attachments: &self.attachments,
        };
        eml_with(&mail, &enclosures).expect("a mail")
    }
}

criterion_group!(benches, mails);
criterion_main!(benches);
