//! How values go into a template: as text that no format takes for a sign.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Kwargs;
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
};

use crate::document::markdown;
use crate::text::prose::paragraphs;
use crate::text::{Language, list};

/// The placeholder that stands for the programme.
pub(super) const AGENDA: &str = "agenda";
/// The placeholder that stands for drawings.
pub(super) const DRAWING: &str = "drawing";
/// The placeholders that stand for what is no words, with what Markdown has there.
pub(super) const SIGNS: [(&str, &str); 2] =
    [(AGENDA, markdown::AGENDA), (DRAWING, markdown::DRAWING)];

/// The engine for templates in `language`, in which there is something for these `signs`.
///
/// Everything is escaped, whatever a template says: `safe` and its like are taken away, and the
/// formatter does not ask whether escaping was switched off.
pub(super) fn environment(language: Language, signs: &[&str]) -> Environment<'static> {
    let mut environment = Environment::new();
    // A template that never ends is a finding; the longest of ours takes a few thousand steps.
    environment.set_fuel(Some(10_000_000));
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    environment.set_syntax(syntax());
    // A block of text kept by `set` is escaped already and stays as it is.
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown".into()));
    environment.set_formatter(format);
    for filter in ["safe", "escape", "e"] {
        environment.remove_filter(filter);
    }
    environment.add_filter("in_words", move |items: Vec<String>| list::and(items, language));
    environment.add_filter("paragraphs", as_paragraphs);
    environment.add_filter("lines", as_lines);
    environment.add_filter("link", as_link);
    for (name, mark) in SIGNS.iter().filter(|(name, _)| signs.contains(name)) {
        environment.add_global(*name, Value::from_safe_string((*mark).to_owned()));
    }
    environment
}

/// A statement alone on its line leaves no empty line behind.
pub(super) fn syntax() -> SyntaxConfig {
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true);
    syntax.build().unwrap_or_default()
}

fn format(output: &mut Output<'_>, _: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let words = match value.as_str() {
        _ if is_absent(value) => markdown::ABSENT.to_string(),
        Some(words) if value.is_safe() => words.to_owned(),
        Some(words) => inline(words),
        None => inline(&value.to_string()),
    };
    output.write_str(&words).map_err(|_| Error::from(ErrorKind::BadSerialization))
}

/// Free text that never leaves the block it is put into: paragraphs are parted by line ends.
fn inline(text: &str) -> String {
    let paragraphs: Vec<String> = paragraphs(text).iter().map(|line| escape(line)).collect();
    paragraphs.join(markdown::BREAK)
}

/// Escapes all ASCII punctuation, so that nothing in `words` is a sign of Markdown or HTML.
fn escape(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for character in words.chars() {
        if character.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// `{{ meeting.description | paragraphs }}`: each paragraph a block of its own.
fn as_paragraphs(text: &Value) -> Value {
    let paragraphs = text.as_str().map(paragraphs).unwrap_or_default();
    let escaped: Vec<String> = paragraphs.iter().map(|line| escape(line)).collect();
    Value::from_safe_string(escaped.join("\n\n"))
}

/// `{{ recipient.address | lines }}`: each item on a line of its own; what is absent takes none.
fn as_lines(items: &Value) -> Result<Value, Error> {
    if is_absent(items) {
        return Ok(Value::UNDEFINED);
    }
    let known = items.try_iter()?.filter(|item| !is_absent(item));
    let lines: Vec<String> = known.map(|item| inline(&item.to_string())).collect();
    Ok(Value::from_safe_string(lines.join(markdown::BREAK)))
}

/// `{{ meeting.link | link }}`: a web or mail address that can be followed; `text` says what it is
/// called. What is no such address stays plain.
fn as_link(target: &Value, options: Kwargs) -> Result<Value, Error> {
    let text: Option<String> = options.get("text")?;
    options.assert_all_used()?;
    if is_absent(target) {
        return Ok(Value::UNDEFINED);
    }
    let target = target.to_string();
    let words = inline(text.as_deref().unwrap_or(&target));
    let is_page = target.starts_with("https://") || target.starts_with("http://");
    let is_mail = target.contains('@') && !target.contains([':', '/', ' ']);
    Ok(Value::from_safe_string(match (is_page, is_mail) {
        (true, _) => format!("[{words}](<{}>)", escape(&target)),
        (false, true) => format!("[{words}](<mailto:{}>)", escape(&target)),
        (false, false) => words,
    }))
}

fn is_absent(value: &Value) -> bool {
    value.is_none() || value.is_undefined()
}
