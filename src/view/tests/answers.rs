//! The schemas of what commands answer as JSON, as other programs find them in `data/schema/`.

use std::path::Path;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Value, json};

use crate::render::json::json as encoded;
use crate::view::{
    account, action, attendance, changes, city, contact, dates, documents, export, failure,
    finding, handbook, import, journal, meeting, merge, minutes, next_host, outbox, people, plan,
    privacy, programme, purge, release, replies, search, site, speaker, status, topic,
    topic_answers, venue,
};

/// What `erfa show` answers about one thing.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, clippy::large_enum_variant, reason = "the schema is what is wanted of it")]
enum Shown {
    City {
        city: city::City,
    },
    Venue {
        venue: venue::Venue,
    },
    Contact {
        contact: contact::Contact,
    },
    Topic {
        topic: topic::Topic,
    },
    Meeting {
        meeting: meeting::Meeting,
        items: Vec<meeting::Item>,
        programme: Option<programme::Programme>,
    },
}

/// Makes the schema of a type.
type Of = fn(&mut SchemaGenerator) -> Schema;

/// Lists answers with the types that they are of; those of several are any of them.
macro_rules! answers {
    ($($name:literal $($type:ty)|+;)+) => {
        vec![$(($name, vec![$(SchemaGenerator::subschema_for::<$type> as Of),+])),+]
    };
}

/// The schemas, named after their commands.
fn schemas() -> Vec<(&'static str, Value)> {
    let answers = answers! {
        "account" account::Accounts;
        "actions" action::Actions;
        "attended" attendance::Attendance;
        "check" Vec<finding::Finding>;
        "cities" Vec<city::City>;
        "contacts" people::Contacts;
        "dates" dates::Dates;
        "error" failure::Failure;
        "export-account" account::Accounts;
        "export-contacts" export::Export;
        "export-meetings" export::Export;
        "export-participants" replies::Replies;
        "groups" Vec<people::Group>;
        "handbook" handbook::Reference;
        "import-cities" import::Import;
        "import-contacts" import::Import;
        "import-meetings" import::Import;
        "invite" merge::Written<'static> | Vec<merge::Written<'static>>;
        "log" Vec<journal::JournalEntry>;
        "meetings" Vec<meeting::Meeting>;
        "minutes" minutes::MinutesView;
        "next-host" next_host::NextHost;
        "outbox-list" outbox::Outbox;
        "outbox-pipe" Option<outbox::Run>;
        "outbox-show" outbox::Run | outbox::PurgedRun;
        "plan" plan::Plan | plan::plain::PlainPlan | plan::plain::Conflicts;
        "privacy-purge" purge::Purge;
        "privacy-show" privacy::Known;
        "programme-since" changes::Changes;
        "release" release::Releases;
        "replies" replies::Replies;
        "replies-read" replies::reading::Reading;
        "search" search::SearchView;
        "send" Option<outbox::Run>;
        "show" Vec<Shown>;
        "site" site::SiteChange;
        "speaker" speaker::Speaker;
        "status" status::Status;
        "topics" Vec<topic::Topic> | topic::Proposals;
        "topics-read" topic_answers::TopicAnswers;
        "venues" Vec<venue::Venue>;
        "who-knows" search::KnowersView;
        "write" merge::Written<'static> | Vec<merge::Written<'static>>
            | Vec<documents::ListedDocument>;
    };
    answers.into_iter().map(|(name, types)| (name, schema(name, &types))).collect()
}

fn schema(name: &str, types: &[Of]) -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut answers: Vec<Schema> = types.iter().map(|of| of(&mut generator)).collect();
    let answer = match &mut answers[..] {
        [answer] => std::mem::take(answer),
        several => schemars::json_schema!({ "anyOf": several }),
    };
    let mut schema = answer;
    let of_schema = SchemaSettings::draft2020_12().meta_schema;
    schema.insert("$schema".to_owned(), json!(of_schema));
    schema.insert("title".to_owned(), json!(name));
    schema.insert("$defs".to_owned(), generator.take_definitions(true).into());
    told_in_lines(&mut schema);
    closed(&mut schema);
    schema.to_value()
}

/// Writes comments as one line a paragraph, and says nothing of how wide numbers are in Rust.
pub(in crate::view) fn told_in_lines(schema: &mut Schema) {
    struct OneLine;
    impl Transform for OneLine {
        fn transform(&mut self, schema: &mut Schema) {
            if let Some(Value::String(words)) = schema.get_mut("description") {
                let paragraphs = words.split("\n\n").map(|it| it.replace('\n', " "));
                *words = paragraphs.collect::<Vec<_>>().join("\n\n");
            }
            let is_text = |of: &Value| match of {
                Value::Array(several) => several.contains(&json!("string")),
                of => of == "string",
            };
            if schema.get("type").is_some_and(|of| !is_text(of)) {
                schema.remove("format");
            }
            transform_subschemas(self, schema);
        }
    }
    OneLine.transform(schema);
}

/// Lets objects hold nothing but what is told of them.
fn closed(schema: &mut Schema) {
    struct Closed;
    impl Transform for Closed {
        fn transform(&mut self, schema: &mut Schema) {
            if schema.get("properties").is_some() && schema.get("additionalProperties").is_none() {
                schema.insert("additionalProperties".to_owned(), json!(false));
            }
            transform_subschemas(self, schema);
        }
    }
    Closed.transform(schema);
}

#[test]
fn the_schemas_that_are_checked_in_are_those_of_the_types() {
    let assert = snapbox::Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV);
    for (name, schema) in schemas() {
        let file = format!("data/schema/{name}.schema.json");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        assert.eq(encoded(&schema).unwrap(), snapbox::Data::read_from(&file, None).raw());
    }
}
