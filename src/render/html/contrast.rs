//! How well colours stand out against each other.

use std::fmt;

/// A colour: red, green and blue of sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rgb(pub(super) [u8; 3]);

impl Rgb {
    /// Reads `#rrggbb`.
    pub(super) fn parse(words: &str) -> Option<Self> {
        let digits = words.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([part(0)?, part(2)?, part(4)?]))
    }

    /// This colour with a `share` from 0 to 1 of `other` in it.
    pub(super) fn mixed(self, other: Self, share: f64) -> Self {
        let mix = |at: usize| {
            let [own, other] = [self, other].map(|colour| f64::from(colour.0[at]));
            // Between two bytes there are only bytes.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let mixed = (own + (other - own) * share).round() as u8;
            mixed
        };
        Self([mix(0), mix(1), mix(2)])
    }

    /// Its relative luminance from 0 to 1, as WCAG 2.1 defines it.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|byte| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The contrast of two colours from 1 to 21, as WCAG 2.1 defines it.
pub(super) fn contrast(one: Rgb, other: Rgb) -> f64 {
    let [one, other] = [one, other].map(|colour| colour.luminance() + 0.05);
    one.max(other) / one.min(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_the_guidelines() {
        let grey = |words| contrast(Rgb::parse(words).expect("a colour"), Rgb([255; 3]));
        assert!((grey("#000000") - 21.0).abs() < 1e-9);
        assert!((grey("#ffffff") - 1.0).abs() < 1e-9);
        // The palest grey that can be read on white, and the next one.
        assert!(grey("#767676") >= 4.5);
        assert!(grey("#777777") < 4.5);
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for words in ["", "#fff", "1b6b50", "#1b6b5", "#1b6b500", "#gg0000", "#ä0000"] {
            assert_eq!(Rgb::parse(words), None, "{words}");
        }
    }
}
