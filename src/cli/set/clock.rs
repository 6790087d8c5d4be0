//! Times of day as people say them.

/// A time with two digits for hour and minute, if it is nothing but one.
pub(super) fn clock(words: &str) -> Option<String> {
    let words = words.strip_suffix("Uhr").unwrap_or(words).trim();
    let said = words.split_once([':', '.']).or_else(|| words.split_once("Uhr "));
    let (hour, minute) = said.unwrap_or((words, "00"));
    let [hour, minute] = [hour, minute].map(str::trim).map(|part| {
        let is_number = (1..=2).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| is_number)
    });
    Some(format!("{:02}:{:02}", hour?, minute?))
        .filter(|_| words.contains([':', '.']) || hour < Some(25))
}
