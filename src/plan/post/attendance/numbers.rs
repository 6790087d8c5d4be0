//! The numbers on the list at the door, as somebody types them in: "1-4,7".

/// Why numbers say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// The list ends before this one.
    Beyond(usize),
    /// A range ends before it begins.
    Reversed(usize, usize),
}

/// The numbers that `words` name, each once and in their order, of a list that ends with `last`; none if
/// they are no numbers at all.
pub fn numbers(words: &str, last: usize) -> Option<Result<Vec<usize>, NumberFault>> {
    let mut numbers = Vec::new();
    let mut fault = None;
    for part in words.split([',', ';', ' ']).filter(|part| !part.is_empty()) {
        let ends = part.split_once(['-', '–']).unwrap_or((part, part));
        let is_number = |word: &str| !word.is_empty() && word.bytes().all(|it| it.is_ascii_digit());
        if !is_number(ends.0) || !is_number(ends.1) {
            return None;
        }
        // Whatever is too long for a number lies beyond every list.
        let [first, end] = [ends.0, ends.1].map(|word| word.parse().unwrap_or(usize::MAX));
        fault = fault.or(match (first, end) {
            (0, _) => Some(NumberFault::Beyond(0)),
            _ if first > end => Some(NumberFault::Reversed(first, end)),
            _ if end > last => Some(NumberFault::Beyond(first.max(last + 1).min(end))),
            _ => None,
        });
        if fault.is_none() {
            numbers.extend(first..=end);
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    match fault {
        Some(fault) => Some(Err(fault)),
        None => (!numbers.is_empty()).then_some(Ok(numbers)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{NumberFault, numbers};

    #[test]
    fn numbers_and_ranges_are_understood_and_nothing_else() {
        let cases = [
            ("1-4,7", Some(Ok(vec![1, 2, 3, 4, 7]))),
            ("7, 1–2 2", Some(Ok(vec![1, 2, 7]))),
            ("9", Some(Ok(vec![9]))),
            ("0", Some(Err(NumberFault::Beyond(0)))),
            ("8-12", Some(Err(NumberFault::Beyond(10)))),
            ("4-2", Some(Err(NumberFault::Reversed(4, 2)))),
            ("99999999999999999999999", Some(Err(NumberFault::Beyond(usize::MAX)))),
            ("ulm", None),
            ("1a", None),
            ("-3", None),
            ("", None),
        ];
        for (words, expected) in cases {
            assert_eq!(numbers(words, 9), expected, "{words}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_within_the_list(words in "[0-9,;–x -]{0,12}", last in 0_usize..300) {
            if let Some(Ok(found)) = numbers(&words, last) {
                assert!(found.iter().all(|number| (1..=last).contains(number)));
                assert!(found.is_sorted_by(|one, other| one < other));
            }
        }

        #[test]
        fn what_is_written_is_read(mut wanted in proptest::collection::btree_set(1_usize..200, 1..30), has_spaces in any::<bool>()) {
            let separator = if has_spaces { ", " } else { "," };
            let words: Vec<String> = wanted.iter().map(usize::to_string).collect();
            let found = numbers(&words.join(separator), 200).unwrap().unwrap();
            assert_eq!(found, std::mem::take(&mut wanted).into_iter().collect::<Vec<_>>());
        }
    }
}
