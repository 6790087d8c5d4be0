//! A paragraph of Word's, and how the words in it look.

/// How words look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    /// Whether they are what somebody types.
    pub(super) is_typed: bool,
    /// Where they lead.
    pub(super) link: Option<String>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Plain,
    Heading(u8),
    Item,
    /// What follows in the same item of a list.
    Continued,
    Quote,
    Code,
    Rule,
}

#[derive(Default)]
pub(super) struct Paragraph {
    /// Words that look alike, one after the other.
    runs: Vec<(Look, String)>,
    /// How the words at the place look.
    pub(super) look: Look,
    pub(super) kind: Kind,
    /// The list that it is an item of, by its number; none where only its style says so.
    pub(super) list: Option<String>,
    /// Whether its style numbers it.
    pub(super) is_numbered: bool,
    pub(super) depth: usize,
    /// Whether it is set flush right.
    pub(super) is_right: bool,
}

impl Paragraph {
    /// Adds words, in which nothing is a sign yet.
    pub(super) fn add(&mut self, words: &str) {
        let words = if self.is_verbatim() { words.to_owned() } else { escaped(words) };
        match self.runs.last_mut() {
            Some((look, known)) if *look == self.look => known.push_str(&words),
            _ => self.runs.push((self.look.clone(), words)),
        }
    }

    fn is_verbatim(&self) -> bool {
        self.kind == Kind::Code || self.look.is_typed
    }

    /// The words, with the signs of what is bold or italic, typed or a link; a heading is neither bold nor
    /// italic.
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        let mut runs = self.runs.iter().peekable();
        while let Some((look, run)) = runs.next() {
            let mut linked = self.run(look, run);
            let Some(target) = &look.link else {
                words.push_str(&linked);
                continue;
            };
            while let Some((look, run)) = runs.next_if(|(next, _)| next.link == look.link) {
                linked.push_str(&self.run(look, run));
            }
            words.push_str(&link(target, &linked));
        }
        words
    }

    fn run(&self, look: &Look, words: &str) -> String {
        let sign = match (look.is_bold, look.is_italic) {
            _ if look.is_typed => "`",
            _ if matches!(self.kind, Kind::Heading(_) | Kind::Code) => "",
            (true, true) => "***",
            (true, false) => "**",
            (false, true) => "*",
            (false, false) => "",
        };
        let bare = words.trim();
        if sign.is_empty() || bare.is_empty() || bare.contains('\n') {
            return words.to_owned();
        }
        let begin = words.len() - words.trim_start().len();
        let (before, behind) = (&words[..begin], &words[begin + bare.len()..]);
        if look.is_typed && bare.contains('`') {
            return format!("{before}`` {bare} ``{behind}");
        }
        format!("{before}{sign}{bare}{sign}{behind}")
    }
}

/// A link; an address that is its own words stands alone.
fn link(target: &str, words: &str) -> String {
    let address = target.strip_prefix("mailto:").unwrap_or(target);
    if escaped(address) == words {
        return format!("<{address}>");
    }
    format!("[{words}]({target})")
}

/// Words that stay words in Markdown.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '#') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
