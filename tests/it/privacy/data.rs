//! `erfa privacy show --json`: the same words for everybody.

use snapbox::str;

use super::Office;
use crate::harness::same;

#[test]
fn data_are_stable() {
    let mut office = Office::with_mails();
    let english = office.done("privacy show c-cedar --json");
    same(
        &english,
        str![[r#"
{
  "person": {
    "name": "Chris Cedar",
    "keys": [
      "c-cedar"
    ],
    "mails": [
      "cedar@example.org"
    ],
    "is_contact": true
  },
  "contact_list": {
    "ends": "by-hand",
    "entries": [
      {
        "fields": [
          {
            "key": "id",
            "value": "c-cedar"
          },
          {
            "key": "given-name",
            "value": "Chris"
          },
          {
            "key": "family-name",
            "value": "Cedar"
          },
          {
            "key": "mail",
            "value": "cedar@example.org"
          },
          {
            "key": "language",
            "value": "en"
          },
          {
            "key": "groups",
            "value": "guest"
          }
        ],
        "place": {
          "file": "contacts.toml",
          "line": 12,
          "column": 1
        }
      }
    ]
  },
  "replies": {
    "ends": "purge-replies",
    "entries": [
      {
        "meeting": "spring",
        "part": "respondent",
        "answer": "no",
        "with": [],
        "substitute": "Sam Spruce",
        "received": null,
        "place": {
          "file": "replies/spring.toml",
          "line": 11,
          "column": 1
        }
      }
    ]
  },
  "notes": {
    "ends": "purge-notes",
    "entries": []
  },
  "mails": {
    "ends": "purge-mails",
    "entries": [
      {
        "run": "spring/1-invitation",
        "kind": "invitation",
        "made": "2027-01-05T12:00:00+01:00",
        "mail": "cedar@example.org",
        "name": "Chris Cedar",
        "salutation": "Dear Chris Cedar,",
        "language": "en",
        "chosen_by": [
          "guest"
        ],
        "state": "failed",
        "since": "2027-01-06T08:00:01+01:00",
        "words": "550 <cedar@example.org>: unknown",
        "message_id": "spring.invitation.1.c-cedar@example.org",
        "file": "outbox/spring/1-invitation/c-cedar.eml",
        "place": {
          "file": "outbox/spring/1-invitation/run.toml",
          "line": 17,
          "column": 1
        }
      }
    ]
  },
  "ledger": {
    "ends": "purge-mails",
    "entries": [
      {
        "at": "2027-01-06T08:00:00+01:00",
        "event": "sending",
        "path": "spring/1-invitation/c-cedar.eml",
        "words": null,
        "place": {
          "file": "outbox/ledger.txt",
          "line": 3,
          "column": 1
        }
      },
      {
        "at": "2027-01-06T08:00:01+01:00",
        "event": "failed",
        "path": "spring/1-invitation/c-cedar.eml",
        "words": "550 <cedar@example.org>: unknown",
        "place": {
          "file": "outbox/ledger.txt",
          "line": 4,
          "column": 1
        }
      }
    ]
  },
  "programmes": {
    "ends": "lasting",
    "entries": [
      {
        "meeting": "spring",
        "title": "Frühjahr",
        "way": "programme",
        "role": null,
        "session": "Vortrag",
        "version": null,
        "place": {
          "file": "meetings/spring.toml",
          "line": 10,
          "column": 59
        }
      },
      {
        "meeting": "spring",
        "title": "Frühjahr",
        "way": "programme",
        "role": null,
        "session": "Vortrag",
        "version": 1,
        "place": {
          "file": "meetings/spring.toml",
          "line": 13,
          "column": 1
        }
      }
    ]
  },
  "further": {
    "ends": "by-hand",
    "entries": []
  },
  "not_held": [
    "signature-lists",
    "photo-consents",
    "git-history",
    "backups",
    "sent-folder",
    "printed-files"
  ]
}

"#]],
    );
    assert_eq!(office.german().done("privacy show c-cedar --json"), english);
}
