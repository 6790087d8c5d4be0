//! A number with its noun: "1 Meldung", "3 Meldungen".

use std::fmt;

/// A number and the two forms of what it counts; shown as "1 Meldung" or "3 Meldungen".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count<'a> {
    number: usize,
    singular: &'a str,
    plural: &'a str,
}

/// Counts something: exactly one takes the singular, every other number (0 too) the plural, as in
/// German and English.
pub const fn count<'a>(number: usize, singular: &'a str, plural: &'a str) -> Count<'a> {
    Count { number, singular, plural }
}

impl fmt::Display for Count<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let noun = if self.number == 1 { self.singular } else { self.plural };
        write!(formatter, "{} {noun}", self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn only_one_is_singular() {
        let cases = [
            (0, "0 Städte"),
            (1, "1 Stadt"),
            (2, "2 Städte"),
            (11, "11 Städte"),
            (101, "101 Städte"),
        ];
        for (number, expected) in cases {
            assert_eq!(count(number, "Stadt", "Städte").to_string(), expected);
        }
        assert_eq!(format!("{} found", count(1, "finding", "findings")), "1 finding found");
    }
}
