//! By what the content of a file is known again.

/// Length and checksum (CRC-32) of a content: two that differ by accident hardly ever have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sum {
    length: usize,
    checksum: u32,
}

impl Sum {
    /// That of a content.
    pub(super) fn of(content: &[u8]) -> Self {
        Self { length: content.len(), checksum: crc32fast::hash(content) }
    }

    /// "1234 89abcdef"
    pub(super) fn words(self) -> String {
        format!("{} {:08x}", self.length, self.checksum)
    }

    /// Reads its words.
    pub(super) fn parse(words: &str) -> Option<Self> {
        let (length, checksum) = words.split_once(' ')?;
        let checksum = u32::from_str_radix(checksum, 16).ok()?;
        Some(Self { length: length.parse().ok()?, checksum })
    }
}
