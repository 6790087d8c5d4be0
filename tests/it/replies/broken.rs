//! Broken files stop no other.

use snapbox::str;

use super::samples::Sample;
use super::{invited, put};
use crate::harness::same;

#[test]
fn broken_files_stop_no_other() {
    let mut story = invited();
    put(&story, "a.eml", "");
    put(&story, "b.eml", b"\x00\xff\xfe\x01".as_slice());
    put(&story, "c.ics", "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n");
    put(&story, "d.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    put(&story, "e.ics", "Guten Tag\n");
    put(&story, "f.csv", "Name;Raum\nBirke;3\n");
    put(&story, "g.csv", "");
    put(&story, "h.ics", Sample::birke("ACCEPTED").ics());
    put(&story, "i.msg", "Outlook's own");
    put(&story, "k.XLSX", "PK");
    std::os::unix::fs::symlink("nowhere", story.path("in/j.eml")).unwrap();
    std::fs::create_dir(story.path("in/folder.eml")).unwrap();
    let (said, status) = story.run("replies read in --yes");
    same(
        &said,
        str![[r#"
Replies read

who          answer  so far  meeting  from
──────────────────────────────────────────────
Berta Birke  yes     open    spring   in/h.ics

For you to look at: 8

• in/a.eml: unreadable: that is no mail with a sender
• in/b.eml: unreadable: that is no mail with a sender
• in/c.ics: unreadable: that is no calendar, or it breaks off
• in/d.ics: the calendar holds no event
• in/e.ics: unreadable: that is no calendar, or it breaks off
• in/f.csv: the table lacks a column for the name or the answer; there are: Name
  and Raum
• in/g.csv: the table is empty
• in/j.eml: unreadable: No such file or directory

Passed over, no mail, calendar or table: in/folder.eml, in/i.msg and in/k.XLSX.
Only Outlook reads mails in the format `.msg`; save them as `.eml`, as the new
Outlook does. Save tables in Excel as “CSV UTF-8”.
replies/spring.toml (new)
+   1  [[reply]]
+   2  person = "b-birke"
+   3  answer = "yes"
+   4  received = 2026-11-23T09:15:00+01:00
+   5  sequence = 0
1 reply recorded.

"#]],
    );
    assert_eq!(status, 0);
}
