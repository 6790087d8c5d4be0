//! No circles between files: what two files need of each other stands in a third, below both.
//!
//! A file uses another if it names something that is defined there; a list of modules, or a name
//! that is merely passed on (`pub use`), is no use. So the head of a folder either lists its files,
//! which may then build on what it defines, or builds on them, and they do without it. Methods are
//! not seen: they belong to the file of their type.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{File, rust};
use super::none;

/// Files that may use each other, and why: what they speak of holds parts of its own kind.
const HONEST: &[(&[&str], &str)] = &[(
    &["src/text/language.rs", "src/text/vocabulary.rs"],
    "words have names in every language, and the languages are a set of words themselves",
)];

#[test]
fn no_file_uses_one_that_uses_it() {
    let files = rust("src");
    let uses = House::of(&files).uses();
    let circles = circles(&uses);
    assert!(uses.len() > 300, "only {} files use another", uses.len());
    let allowed = |circle: &BTreeSet<&str>| {
        HONEST.iter().any(|(files, _)| files.iter().copied().collect::<BTreeSet<_>>() == *circle)
    };
    let found = circles.iter().filter(|circle| !allowed(circle)).map(|circle| {
        let inside = |path: &&str| circle.contains(path);
        let lines = circle.iter().flat_map(|path| {
            uses[path].iter().filter(|(used, _)| inside(used)).map(move |(used, names)| {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                format!("{path} uses {} of {used}", names.join(", "))
            })
        });
        lines.collect::<Vec<_>>().join("\n  ") + "\n"
    });
    none(found, "move what they share to where it belongs, below both");
    let idle = HONEST.iter().filter(|(files, _)| {
        !circles.iter().any(|circle| files.iter().copied().collect::<BTreeSet<_>>() == *circle)
    });
    none(idle.map(|(files, _)| files.join(", ")), "take out what is no circle any more");
}

#[test]
fn a_circle_is_found_however_it_is_closed() {
    let lib = ("src/lib.rs", "pub mod low;\npub mod high;");
    let head = "mod part;\npub use part::Part;\npub struct Whole;";
    let part = "use super::Whole;\npub struct Part(Whole);";
    // A head that lists its file and passes on what is there.
    let listing = [lib, ("src/low.rs", head), ("src/low/part.rs", part)];
    assert_eq!(found(&listing), [""; 0]);
    // The same head, which builds on its file.
    let building = format!("{head}\nfn build(part: Part) {{}}");
    let building = [lib, ("src/low.rs", &building), ("src/low/part.rs", part)];
    assert_eq!(found(&building), ["src/low.rs src/low/part.rs"]);
    // Names that are passed on, lists of names, modules and other names lead to where things are.
    for low in [
        "use crate::high::Name;",
        "use crate::high::{Other, inner::{Name as Word}};",
        "fn take(name: crate::high::Name) {}",
        "use crate::high::inner;\nfn take(name: inner::Name) {}",
        "macro_rules! name { () => { $crate::high::inner::Name } }",
    ] {
        let high = [
            lib,
            ("src/low.rs", low),
            ("src/high.rs", "pub mod inner;\npub use inner::Name;\npub struct Other;"),
            ("src/high/inner.rs", "use crate::low;\npub struct Name(low::Low);"),
        ];
        assert_eq!(found(&high), ["src/high/inner.rs src/low.rs"], "{low}");
    }
    // No name of the other file: a field, a comment, words, a test.
    for low in [
        "fn take(one: One) { one.Name; One { Name: 1 }; }",
        "// use crate::high::Name;",
        "const NAME: &str = \"crate::high::Name\";",
        "#[cfg(test)]\nmod tests { use crate::high::Name; }",
    ] {
        let high = "use crate::low;\npub struct Name(low::Low);";
        assert_eq!(found(&[lib, ("src/low.rs", low), ("src/high.rs", high)]), [""; 0], "{low}");
    }
}

/// The circles among files with these paths and texts.
fn found(files: &[(&str, &str)]) -> Vec<String> {
    let file = |(path, text): &(&str, &str)| File::new((*path).to_owned(), (*text).to_owned(), &[]);
    let files: Vec<File> = files.iter().map(file).collect();
    let words = |circle: BTreeSet<&str>| circle.into_iter().collect::<Vec<_>>().join(" ");
    circles(&House::of(&files).uses()).into_iter().map(words).collect()
}

/// What each file uses: the other file, and the names it takes from there.
type Uses<'f> = BTreeMap<&'f str, BTreeMap<&'f str, BTreeSet<String>>>;

/// The groups of files each of which uses all others of its group, at least through others.
fn circles<'f>(uses: &Uses<'f>) -> BTreeSet<BTreeSet<&'f str>> {
    let reached: BTreeMap<&str, BTreeSet<&'f str>> = uses
        .keys()
        .map(|path| {
            let mut reached = BTreeSet::new();
            let mut open = vec![*path];
            while let Some(next) = open.pop() {
                let others = uses.get(next).into_iter().flat_map(BTreeMap::keys);
                open.extend(others.filter(|other| reached.insert(**other)));
            }
            (*path, reached)
        })
        .collect();
    let circle = |(path, all): (&&str, &BTreeSet<&'f str>)| {
        let back = |other: &&str| reached.get(other).is_some_and(|back| back.contains(path));
        all.iter().copied().filter(back).collect::<BTreeSet<_>>()
    };
    reached.iter().map(circle).filter(|circle| circle.len() > 1).collect()
}

/// All modules by their names: `plan::dates` for `src/plan/dates.rs`.
struct House<'f> {
    modules: BTreeMap<String, Module<'f>>,
}

/// A file, which is a module.
struct Module<'f> {
    path: &'f str,
    imports: Vec<Import<'f>>,
    /// The words and signs beside the imports and the list of modules.
    rest: Vec<&'f str>,
}

/// A name that a file takes from elsewhere.
struct Import<'f> {
    name: &'f str,
    path: Vec<&'f str>,
    /// Whether others may take it from here.
    is_passed_on: bool,
}

impl<'f> House<'f> {
    fn of(files: &'f [File]) -> Self {
        let module = |file: &'f File| {
            let name = file.path.trim_start_matches("src/").trim_end_matches(".rs");
            let name = if name == "lib" { String::new() } else { name.replace('/', "::") };
            (name, Module::of(file))
        };
        Self { modules: files.iter().map(module).collect() }
    }

    fn uses(&self) -> Uses<'f> {
        let mut uses = Uses::new();
        for (name, module) in &self.modules {
            let imported = module
                .imports
                .iter()
                .filter(|import| !import.is_passed_on || module.names(import.name));
            let paths = imported.map(|import| import.path.clone()).chain(module.paths());
            for path in paths {
                let Some((other, item)) = self.home(name, &path, 0) else { continue };
                if other != module.path {
                    let names = uses.entry(module.path).or_default().entry(other).or_default();
                    names.insert(item.to_owned());
                }
            }
        }
        uses
    }

    /// The file that defines what `path` means in the module `at`, and its name there; none if it
    /// is a module, or comes from another crate. `depth` counts the names that were passed on.
    fn home(&self, at: &str, path: &[&'f str], depth: usize) -> Option<(&'f str, &'f str)> {
        let mut at = at.to_owned();
        let mut is_outside = true;
        for (place, word) in path.iter().enumerate() {
            match *word {
                "crate" => at.clear(),
                "self" => {}
                "super" => at = at.rsplit_once("::").map_or("", |(outer, _)| outer).to_owned(),
                word => {
                    let inner =
                        if at.is_empty() { word.to_owned() } else { format!("{at}::{word}") };
                    let module = self.modules.get(&at)?;
                    let import = module.imports.iter().find(|import| import.name == word);
                    if self.modules.contains_key(&inner) {
                        at = inner;
                    } else if let Some(import) = import.filter(|import| import.path != [word]) {
                        let further = [&import.path, &path[place + 1..]].concat();
                        return (depth < 9).then(|| self.home(&at, &further, depth + 1))?;
                    } else {
                        return (!is_outside).then_some((module.path, word));
                    }
                }
            }
            is_outside = false;
        }
        None
    }
}

impl<'f> Module<'f> {
    fn of(file: &'f File) -> Self {
        let words = words(&file.code);
        let mut module = Self { path: &file.path, imports: Vec::new(), rest: Vec::new() };
        let mut at = 0;
        while at < words.len() {
            // `use<'a>` is no import.
            if words[at] == "use" && words[at + 1] != "<" {
                let end = at + words[at..].iter().position(|word| *word == ";").unwrap();
                let is_passed_on = at > 0 && ["pub", ")"].contains(&words[at - 1]);
                module.import(&words[at + 1..end], &mut 0, &[], is_passed_on);
                at = end;
            } else if words[at] == "mod" {
                at += 1;
            } else {
                module.rest.push(words[at]);
            }
            at += 1;
        }
        module
    }

    /// Takes in a tree of imports from `words`, from `at` to its end.
    fn import(&mut self, words: &[&'f str], at: &mut usize, above: &[&'f str], is_passed_on: bool) {
        let mut path = above.to_vec();
        while let Some(word) = words.get(*at).copied() {
            match word {
                "{" => {
                    while words[*at] != "}" {
                        *at += 1;
                        if words[*at] != "}" {
                            self.import(words, at, &path, is_passed_on);
                        }
                    }
                    *at += 1;
                    return;
                }
                "," | "}" | "as" => break,
                "::" => {}
                "self" if !path.is_empty() => {}
                word => path.push(word),
            }
            *at += 1;
        }
        let mut name = path.last().copied().unwrap_or_default();
        if words.get(*at) == Some(&"as") {
            name = words[*at + 1];
            *at += 2;
        }
        self.imports.push(Import { name, path, is_passed_on });
    }

    /// Whether it uses `name` beside the imports: no field or method is meant.
    fn names(&self, name: &str) -> bool {
        let mut around = self.rest.windows(3);
        around.any(|words| words[1] == name && words[0] != "." && words[2] != ":")
    }

    /// The paths of several words beside the imports.
    fn paths(&self) -> impl Iterator<Item = Vec<&'f str>> {
        let begins = |at: &usize| {
            let is_first = *at == 0 || !["::", "."].contains(&self.rest[*at - 1]);
            is_first && self.rest.get(*at + 1) == Some(&"::") && is_word(self.rest[*at])
        };
        let path = |at: usize| {
            let mut path = vec![self.rest[at]];
            for pair in self.rest[at + 1..].chunks(2) {
                match pair {
                    ["::", word] if is_word(word) => path.push(word),
                    _ => break,
                }
            }
            path
        };
        (0..self.rest.len()).filter(begins).map(path)
    }
}

/// The words and signs of `code`; `::` is one.
fn words(code: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = code.trim_start();
    while let Some(sign) = rest.chars().next() {
        let length = if rest.starts_with("::") {
            2
        } else {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_')
                .filter(|length| *length > 0)
                .unwrap_or(sign.len_utf8())
        };
        words.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    words
}

fn is_word(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
