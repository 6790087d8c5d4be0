//! The lists of an office, where they lie.

use std::path::Path;

use super::failure::Findings;
use crate::diagnostic::list::NoSuchList;
use crate::source::RawFile;
use crate::system::files;
use crate::text::nearest;

/// How the names of lists end.
const ENDINGS: [&str; 9] =
    [".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".vcf"];

/// The most lists that a finding names.
const MOST: usize = 8;

/// Whether a file of this name is a list.
pub(super) fn is_name_of_one(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
    name.is_some_and(|it| ENDINGS.iter().any(|ending| it.ends_with(ending)) && !it.starts_with('.'))
}

/// The file at `path`.
///
/// # Errors
/// If there is none, or it is a folder; the lists that lie there are named, the likeliest first.
pub(super) fn file(path: &Path) -> Result<RawFile, Findings> {
    let shown = path.display().to_string();
    let is_folder = files::is_folder(path);
    if let Some(file) = files::read_one(path, &shown).filter(|_| !is_folder) {
        return Ok(file);
    }
    let folder = if is_folder { path } else { path.parent().unwrap_or(path) };
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let mut names = files::names_in(here);
    names.retain(|name| is_name_of_one(Path::new(name)));
    let wish = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let likeliest =
        wish.and_then(|wish| nearest(&wish, names.iter().map(String::as_str)).map(str::to_owned));
    names.sort_by_key(|name| likeliest.as_ref() != Some(name));
    names.truncate(MOST);
    let near = names.iter().map(|name| folder.join(name).display().to_string()).collect();
    Err(Findings::one(NoSuchList { path: shown, is_folder, near }))
}
