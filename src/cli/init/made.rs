//! What `init` says in the end.

use std::path::Path;

use super::towns::lists;
use crate::cli::context::Context;
use crate::domain::listed::ListKind;
use crate::input::NetworkDraft;
use crate::input::keys::SCHEMAS;
use crate::text::{Language, list};

/// What was made of `draft` in the folder `root`, with the cities of the list `from` if there was one, and the
/// command that comes next.
pub(super) fn words(
    draft: &NetworkDraft,
    root: &Path,
    from: Option<&Path>,
    context: &Context,
) -> String {
    let language = context.language;
    let files = draft.files().into_iter().map(|(name, _)| name);
    let names = files.chain([format!("{SCHEMAS}/")]).map(|name| format!("`{name}`"));
    let names = list::and(names, language);
    let folder = root.display().to_string();
    let place = match (folder.as_str(), language) {
        (".", Language::German) => "in diesem Ordner".to_owned(),
        (".", Language::English) => "in this folder".to_owned(),
        _ => format!("in `{folder}`"),
    };
    let erfa = call(root);
    // The list is named only for what it holds.
    let list = |kind| {
        let path = from.filter(|path| lists(path, kind, context));
        path.map_or_else(
            || language.pick("LISTE", "LIST").to_owned(),
            |path| path.display().to_string(),
        )
    };
    let [cities, contacts, meetings] =
        [ListKind::Cities, ListKind::Contacts, ListKind::Meetings].map(list);
    let towns = match language {
        _ if !draft.cities.is_empty() => String::new(),
        Language::German => {
            format!(
                "Städte übernimmt `{erfa} import cities {cities}` aus einer Liste,\noder `{erfa} add city NAME` einzeln.\n"
            )
        }
        Language::English => {
            format!(
                "`{erfa} import cities {cities}` takes cities from a list,\n`{erfa} add city NAME` one by one.\n"
            )
        }
    };
    match language {
        Language::German => format!(
            "Angelegt {place}:\n{names}.\n{towns}\
             Die Leute übernimmt `{erfa} import contacts {contacts}`,\n\
             frühere Treffen `{erfa} import meetings {meetings}`;\n\
             das nächste Treffen legt `{erfa} new` an."
        ),
        Language::English => format!(
            "Made {place}:\n{names}.\n{towns}\
             `{erfa} import contacts {contacts}` takes in the people,\n\
             `{erfa} import meetings {meetings}` the meetings before;\n\
             `{erfa} new` makes the next meeting."
        ),
    }
}

/// `erfa`, as it works in the working folder.
fn call(root: &Path) -> String {
    let folder = root.display().to_string();
    match folder.as_str() {
        "." => "erfa".to_owned(),
        _ if folder.contains(char::is_whitespace) => format!("erfa --dir \"{folder}\""),
        _ => format!("erfa --dir {folder}"),
    }
}
