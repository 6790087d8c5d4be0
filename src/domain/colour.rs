//! Colours, and whether they can be read.

use std::fmt;

/// The contrast that text of any size needs with its ground: WCAG 2.1, success criterion 1.4.3.
const READABLE: f64 = 4.5;

/// A colour of the sRGB space: red, green and blue from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rrggbb`.
    pub fn parse(words: &str) -> Option<Self> {
        let digits = words.strip_prefix('#')?;
        let is_hex = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// Its contrast with white, from 1 to 21 (WCAG 2.1, "contrast ratio").
    pub fn contrast_with_white(self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// Whether text in it can be read on white.
    pub fn is_readable(self) -> bool {
        self.contrast_with_white() >= READABLE
    }

    /// The lightest colour of the same hue that can be read on white: itself, if it can be.
    #[must_use]
    pub fn readable(self) -> Self {
        let darker = (0..=u16::from(u8::MAX)).rev().map(|share| self.darkened(share));
        darker.into_iter().find(|colour| colour.is_readable()).unwrap_or(Self([0; 3]))
    }

    /// `share` 255ths of its light.
    fn darkened(self, share: u16) -> Self {
        Self(self.0.map(|part| u8::try_from(u16::from(part) * share / 255).unwrap_or(part)))
    }

    /// Relative luminance, from 0 to 1 (WCAG 2.1, "relative luminance").
    fn luminance(self) -> f64 {
        let linear = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            // The standard's own limit; sRGB's 0.04045 makes no difference in 8 bits.
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([red, green, blue]) = self;
        write!(formatter, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn colour(words: &str) -> Colour {
        Colour::parse(words).unwrap()
    }

    #[test]
    fn contrasts_are_those_of_the_standard() {
        let cases = [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48)];
        for (words, expected) in cases {
            let contrast = colour(words).contrast_with_white();
            assert!((contrast - expected).abs() < 0.005, "{words}: {contrast}");
        }
    }

    #[test]
    fn what_is_too_light_becomes_just_dark_enough() {
        for words in ["#ffffff", "#ffcc00", "#00aa88", "#ff0000", "#777777"] {
            let readable = colour(words).readable();
            assert!(readable.is_readable(), "{words}: {readable}");
            assert!(readable.contrast_with_white() < 4.7, "{words}: {readable}");
        }
        for words in ["#767676", "#1b6b50", "#000000"] {
            assert_eq!(colour(words).readable().to_string(), words);
        }
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        for words in ["", "#", "#fff", "1b6b50", "#1b6b5", "#1b6b500", "#+1b6b5", "#1b6bxx"] {
            assert_eq!(Colour::parse(words), None, "{words}");
        }
        assert_eq!(colour("#1B6B50").to_string(), "#1b6b50");
    }
}
