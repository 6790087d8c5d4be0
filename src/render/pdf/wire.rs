//! What a press is given, as JSON and back: the values that [`super::values`] makes, and no others.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value as Json, json};
use typst::foundations::{
    Array, Bytes, Content, Dict, IntoValue as _, Label, NativeElement as _, SequenceElem, Value,
};
use typst::introspection::MetadataElem;
use typst::model::{Destination, EmphElem, LinkElem, LinkTarget, StrongElem, Url};
use typst::text::{LinebreakElem, RawContent, RawElem, TextElem};

use super::values::{anchor, code, inside};

/// The only key of what JSON has no form for; no key of ours begins so.
const BYTES: &str = "$bytes";
const CONTENT: &str = "$content";

/// A value as JSON.
pub(super) fn to_json(value: &Value) -> Json {
    match value {
        Value::Bool(is_so) => json!(is_so),
        Value::Int(number) => json!(number),
        Value::Str(words) => json!(words.as_str()),
        Value::Bytes(bytes) => json!({ BYTES: BASE64.encode(bytes.as_slice()) }),
        Value::Array(items) => items.iter().map(to_json).collect(),
        Value::Dict(dict) => {
            dict.iter().map(|(key, value)| (key.as_str().to_owned(), to_json(value))).collect()
        }
        Value::Content(content) => json!({ CONTENT: content_to_json(content) }),
        // Nothing else is put into a document.
        _ => Json::Null,
    }
}

/// The value that `json` stands for.
pub(super) fn from_json(json: &Json) -> Value {
    match json {
        Json::Null => Value::None,
        Json::Bool(is_so) => Value::Bool(*is_so),
        Json::Number(number) => Value::Int(number.as_i64().unwrap_or_default()),
        Json::String(words) => words.as_str().into_value(),
        Json::Array(items) => items.iter().map(from_json).collect::<Array>().into_value(),
        Json::Object(object) => {
            if let Some(content) = object.get(CONTENT) {
                return content_from_json(content).into_value();
            }
            if let Some(Json::String(bytes)) = object.get(BYTES) {
                return Bytes::new(BASE64.decode(bytes).unwrap_or_default()).into_value();
            }
            let pairs = object.iter().map(|(key, value)| (key.as_str().into(), from_json(value)));
            pairs.collect::<Dict>().into_value()
        }
    }
}

fn content_to_json(content: &Content) -> Json {
    if let Some(text) = content.to_packed::<TextElem>() {
        return json!(text.text.as_str());
    }
    if let Some(sequence) = content.to_packed::<SequenceElem>() {
        return sequence.children.iter().map(content_to_json).collect();
    }
    if let Some(strong) = content.to_packed::<StrongElem>() {
        return json!({ "strong": content_to_json(&strong.body) });
    }
    if let Some(emphasis) = content.to_packed::<EmphElem>() {
        return json!({ "emphasis": content_to_json(&emphasis.body) });
    }
    let name = |label: Label| label.resolve().to_string();
    if let Some(mark) = content.to_packed::<MetadataElem>() {
        if let Some(label) = content.label() {
            return json!({ "anchor": name(label) });
        }
        return json!({ "mark": to_json(&mark.value) });
    }
    if let Some(link) = content.to_packed::<LinkElem>()
        && let LinkTarget::Dest(Destination::Url(url)) = &link.dest
    {
        return json!({ "link": url.as_str(), "body": content_to_json(&link.body) });
    }
    if let Some(link) = content.to_packed::<LinkElem>()
        && let LinkTarget::Label(label) = link.dest
    {
        return json!({ "inside": name(label), "body": content_to_json(&link.body) });
    }
    if let Some(typed) = content.to_packed::<RawElem>()
        && let RawContent::Text(words) = &typed.text
    {
        return json!({ "code": words.as_str() });
    }
    // A line break.
    Json::Null
}

fn content_from_json(json: &Json) -> Content {
    let inner = |key: &str| json.get(key).map(content_from_json);
    match json {
        Json::String(words) => TextElem::packed(words.as_str()),
        Json::Array(parts) => Content::sequence(parts.iter().map(content_from_json)),
        Json::Object(object) => {
            if let Some(body) = inner("strong") {
                return StrongElem::new(body).pack();
            }
            if let Some(body) = inner("emphasis") {
                return EmphElem::new(body).pack();
            }
            if let Some(value) = object.get("mark") {
                return MetadataElem::new(from_json(value)).pack();
            }
            let words = |key: &str| object.get(key).and_then(Json::as_str);
            if let Some(name) = words("anchor") {
                return anchor(name);
            }
            if let Some(typed) = words("code") {
                return code(typed);
            }
            let body = inner("body").unwrap_or_default();
            if let Some(name) = words("inside") {
                return inside(name, body);
            }
            match object.get("link").and_then(Json::as_str).map(Url::new) {
                Some(Ok(url)) => {
                    LinkElem::new(LinkTarget::Dest(Destination::Url(url)), body).pack()
                }
                _ => body,
            }
        }
        _ => LinebreakElem::shared().clone(),
    }
}
