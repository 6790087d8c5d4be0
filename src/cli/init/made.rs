//! What `init` says in the end.

use std::path::Path;

use super::{Form, InitArgs};
use crate::input::keys::SCHEMAS;
use crate::text::{Language, list};

/// What was made, and the command that comes next.
pub(super) fn words(args: &InitArgs, form: &Form<'_>) -> String {
    let language = form.context.language;
    let files = form.draft.files().into_iter().map(|(name, _)| name);
    let names = files.chain([format!("{SCHEMAS}/")]).map(|name| format!("`{name}`"));
    let names = list::and(names, language);
    let root = form.root.display().to_string();
    let place = match (root.as_str(), language) {
        (".", Language::German) => "in diesem Ordner".to_owned(),
        (".", Language::English) => "in this folder".to_owned(),
        _ => format!("in `{root}`"),
    };
    let erfa = call(&form.root);
    let file = args.from.as_ref().map(|path| path.display().to_string());
    let list = file.as_deref().unwrap_or(language.pick("LISTE", "LIST"));
    let towns = match language {
        _ if !form.draft.cities.is_empty() => String::new(),
        Language::German => {
            format!(
                "Städte übernimmt `{erfa} import cities {list}` aus einer Liste,\noder `{erfa} add city NAME` einzeln.\n"
            )
        }
        Language::English => {
            format!(
                "`{erfa} import cities {list}` takes cities from a list,\n`{erfa} add city NAME` one by one.\n"
            )
        }
    };
    match language {
        Language::German => format!(
            "Angelegt {place}:\n{names}.\n{towns}\
             Die Leute übernimmt `{erfa} import contacts {list}`,\n\
             frühere Treffen `{erfa} import meetings LISTE`;\n\
             das nächste Treffen legt `{erfa} new` an."
        ),
        Language::English => format!(
            "Made {place}:\n{names}.\n{towns}\
             `{erfa} import contacts {list}` takes in the people,\n\
             `{erfa} import meetings LIST` the meetings before;\n\
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
