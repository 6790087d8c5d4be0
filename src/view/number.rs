//! Fractions of a turn and distances, for people and for programs.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use crate::text::Language;

/// A fraction for people: "−17/30".
pub(in crate::view) fn fraction(value: &BigRational) -> String {
    value.to_string().replace('-', "−")
}

/// A fraction and, for people who do not think in fractions, its decimals: "15/16 ≈ 0,94". So sentences
/// tell of parts of a turn; tables have [`signed`].
pub(in crate::view) fn amount(value: &BigRational, language: Language) -> String {
    if value.is_integer() {
        return fraction(value);
    }
    let is_exact = (value * BigRational::from_integer(100.into())).is_integer();
    let sign = if is_exact { "=" } else { "≈" };
    format!("{} {sign} {}", fraction(value), signed(value, language).trim_start_matches('+'))
}

/// Two decimals with their sign: "+0,43"; what rounds to nothing has none.
pub(in crate::view) fn signed(value: &BigRational, language: Language) -> String {
    let hundredths = scaled(value, 100);
    let sign = if hundredths.is_positive() {
        "+"
    } else if hundredths.is_negative() {
        "−"
    } else {
        ""
    };
    let point = match language {
        Language::German => ',',
        Language::English => '.',
    };
    let digits = format!("{:03}", hundredths.abs());
    let (whole, decimals) = digits.split_at(digits.len() - 2);
    format!("{sign}{whole}{point}{decimals}")
}

/// The value to four decimals.
pub(in crate::view) fn decimal(value: &BigRational) -> f64 {
    scaled(value, 10_000).to_f64().unwrap_or_default() / 10_000.0
}

/// Metres as kilometres.
pub(super) fn kilometres(metres: u64) -> u64 {
    (metres + 500) / 1000
}

/// So many times the value, to the nearest whole number; halves away from zero.
fn scaled(value: &BigRational, times: u32) -> BigInt {
    (value * BigRational::from_integer(times.into())).round().to_integer()
}

#[cfg(test)]
mod tests {
    use super::{amount, decimal, fraction, signed};
    use crate::text::Language::{English, German};

    #[test]
    fn fractions_are_rounded_for_people() {
        for (value, exact, german, english, number) in [
            ("13/30", "13/30", "+0,43", "+0.43", 0.4333),
            ("-17/30", "−17/30", "−0,57", "−0.57", -0.5667),
            ("0", "0", "0,00", "0.00", 0.0),
            ("-1/300", "−1/300", "0,00", "0.00", -0.0033),
            ("1/200", "1/200", "+0,01", "+0.01", 0.005),
            ("-11/4", "−11/4", "−2,75", "−2.75", -2.75),
            ("-123", "−123", "−123,00", "−123.00", -123.0),
        ] {
            let value = value.parse().unwrap();
            assert_eq!(fraction(&value), exact);
            assert_eq!(
                (signed(&value, German), signed(&value, English)),
                (german.into(), english.into())
            );
            let told = if exact.contains('/') {
                format!("{exact} ≈ {}", english.trim_start_matches('+'))
            } else {
                exact.to_owned()
            };
            assert_eq!(amount(&value, English).replace('=', "≈"), told);
            assert_eq!(amount(&value, German).contains('='), exact == "−11/4");
            assert!((decimal(&value) - number).abs() < f64::EPSILON, "{value}");
        }
    }
}
