//! Names that somebody typed or pasted as a list.

/// Signs that stand before the entries of a list.
const BULLETS: [char; 7] = ['•', '·', '▪', '‣', '-', '–', '*'];

/// The names in `text`: one a line, or set apart by commas, semicolons or tabs, with bullets or
/// numbers before them, and with "und" or "and" before the last of a line.
pub fn split_names(text: &str) -> Vec<String> {
    text.lines().flat_map(of_line).collect()
}

fn of_line(line: &str) -> Vec<String> {
    let mut names: Vec<&str> = line.split([',', ';', '\t']).map(without_mark).collect();
    names.retain(|name| !name.is_empty());
    // "Brighton and Hove" alone is one town; at the end of a list it is more likely two.
    let conjunctions: &[&str] = if names.len() > 1 { &[" und ", " and "] } else { &[" und "] };
    if let Some(last) = names.pop() {
        let pair = conjunctions.iter().find_map(|conjunction| last.rsplit_once(conjunction));
        let (one, other) = pair.map_or((None, last), |(one, other)| (Some(one), other));
        // The full stop of a sentence; "Weiden i. d. OPf." keeps its own.
        let is_sentence = (one.is_some() || !names.is_empty()) && other.matches('.').count() == 1;
        let other = if is_sentence { other.trim_end_matches('.') } else { other };
        names.extend(one.into_iter().chain([other]));
    }
    names.into_iter().map(|name| name.trim().to_owned()).collect()
}

/// `name` without the bullet or number before it and the conjunction on either side.
fn without_mark(name: &str) -> &str {
    let name = name.trim().trim_start_matches(BULLETS).trim_start();
    let behind = name.trim_start_matches(|character: char| character.is_ascii_digit());
    let numbered = behind.strip_prefix(['.', ')']).filter(|_| behind.len() < name.len());
    let name = numbered.unwrap_or(name).trim();
    let name = ["und ", "and "].iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name);
    [" und", " and"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name).trim()
}

#[cfg(test)]
mod tests {
    use super::split_names;

    #[test]
    fn lists_are_split_however_they_are_written() {
        let cases: [(&str, &[&str]); 13] = [
            ("Apolda\nBad Langensalza\r\n\nGotha", &["Apolda", "Bad Langensalza", "Gotha"]),
            ("Apolda, Gotha; Eisenach\tWeimar", &["Apolda", "Gotha", "Eisenach", "Weimar"]),
            ("Apolda, Gotha und Eisenach.", &["Apolda", "Gotha", "Eisenach"]),
            ("Gotha und Eisenach", &["Gotha", "Eisenach"]),
            ("Apolda, Gotha und\nEisenach", &["Apolda", "Gotha", "Eisenach"]),
            ("Ely, Hove, and Bath", &["Ely", "Hove", "Bath"]),
            ("Ely, Hove and Bath", &["Ely", "Hove", "Bath"]),
            ("Brighton and Hove", &["Brighton and Hove"]),
            (
                "• Apolda\n– Gotha\n* Ely\n- Leinefelde-Worbis",
                &["Apolda", "Gotha", "Ely", "Leinefelde-Worbis"],
            ),
            ("1. Apolda\n2) Gotha\n10. Ely", &["Apolda", "Gotha", "Ely"]),
            (
                "Weiden i. d. OPf., Neustadt a. d. Aisch",
                &["Weiden i. d. OPf.", "Neustadt a. d. Aisch"],
            ),
            (
                "Bad Frankenhausen/Kyffhäuser, St. Ives",
                &["Bad Frankenhausen/Kyffhäuser", "St. Ives"],
            ),
            (" ,;\n- \n", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(split_names(text), expected, "{text}");
        }
    }
}
