//! Files as the system finds them.

/// A file as the system found it, before anybody looked at its bytes.
#[derive(Clone, Debug)]
pub struct RawFile {
    /// The path relative to the workspace, with `/` between the parts.
    pub path: String,
    /// Its bytes, or why there are none.
    pub content: Result<Vec<u8>, ReadFault>,
}

/// A file whose path and bytes are known.
impl<P: Into<String>, B: Into<Vec<u8>>> From<(P, B)> for RawFile {
    fn from((path, bytes): (P, B)) -> Self {
        Self { path: path.into(), content: Ok(bytes.into()) }
    }
}

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadFault {
    /// The system refused; its words.
    Refused(String),
    /// It is no file.
    NotAFile,
    /// Its name is no UTF-8, or holds what a terminal would obey.
    UnfitName,
    /// It is no folder.
    NotAFolder,
    /// It is larger than allowed: its size and the limit in mebibytes.
    TooLarge {
        /// Its size.
        mebibytes: u64,
        /// The limit.
        most: u64,
    },
}
