//! All files of a workspace at once.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::files::{LARGEST, bytes, exists, read_bytes, refused, words};
use super::reading::{Disk, opened_on};
use crate::source::{RawFile, ReadFault, threads};
use crate::text::visible_line;

/// Reads `files` and all files with the right ending in `folders`, below `root`, in a fixed order, as
/// far as they are `wanted`. A file that is missing is left out; one that cannot be read comes with the
/// reason.
pub fn read_all(
    root: &Path,
    files: &[&str],
    folders: &[(&str, &str)],
    wanted: impl Fn(&str) -> bool,
) -> Vec<RawFile> {
    let mut found: Vec<Found> = Vec::new();
    let mut faults = Vec::new();
    for &file in files.iter().filter(|file| wanted(file)) {
        let path = root.join(file);
        if exists(&path) {
            found.push(Found { path, shown: file.to_owned(), has_name: true, disk: None });
        }
    }
    for (folder, ending) in folders.iter().filter(|(folder, _)| wanted(folder)) {
        match list(root, folder, ending) {
            Ok(mut listed) => found.append(&mut listed),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => {
                let fault = match error.kind() {
                    ErrorKind::NotADirectory => ReadFault::NotAFolder,
                    _ => ReadFault::Refused(words(&error)),
                };
                faults.push(RawFile { path: (*folder).to_owned(), content: Err(fault) });
            }
        }
    }
    let read = |file: &Found| {
        let content = if file.has_name { content(file) } else { Err(ReadFault::UnfitName) };
        RawFile { content, path: file.shown.clone() }
    };
    let mut read: Vec<RawFile> = threads::each(&found, read);
    read.append(&mut faults);
    read
}

/// A file that is there, and its path as findings show it.
struct Found {
    path: PathBuf,
    shown: String,
    /// Whether its name can be shown and written as it is.
    has_name: bool,
    /// Where it lies, if its folder says that it is a file and no link.
    disk: Option<Disk>,
}

/// The files in `folder` with `ending`, by name; those that begin with a dot belong to other
/// programs.
fn list(root: &Path, folder: &str, ending: &str) -> io::Result<Vec<Found>> {
    let mut listed = Vec::new();
    let here = root.join(folder);
    let entries = fs::read_dir(&here)?;
    let disk = Disk::of(&here);
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        let name = path.file_name().unwrap_or_default();
        let shown = visible_line(&name.to_string_lossy());
        let has_name = name.to_str() == Some(&*shown);
        // Some systems write `.TOML`.
        let fits = path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
        if fits && !shown.starts_with('.') {
            let disk = disk.filter(|_| entry.file_type().is_ok_and(|kind| kind.is_file()));
            listed.push(Found { path, shown: format!("{folder}/{shown}"), has_name, disk });
        }
    }
    // Their paths differ in their names alone, so nobody need take them apart.
    listed.sort_unstable_by(|one, other| one.path.as_os_str().cmp(other.path.as_os_str()));
    Ok(listed)
}

/// Reads a file that is there: a link to nowhere is a fault.
fn content(file: &Found) -> Result<Vec<u8>, ReadFault> {
    match file.disk.and_then(|disk| opened_on(disk, &file.path)) {
        Some((file, metadata)) => bytes(file, &metadata, LARGEST),
        None => read_bytes(&file.path, LARGEST),
    }
    .unwrap_or_else(refused)
}
