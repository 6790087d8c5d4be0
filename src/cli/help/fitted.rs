//! Lines of help that are wider than the page: calls, examples and what is set in.

use crate::text::{columns, wrap_hanging};

/// How far what explains an example is set in.
const ABOUT: usize = 6;

/// How far further lines of a line are set in beside it.
const FURTHER: usize = 2;

/// `page` with its long lines broken at spaces; lines that fit stay as they are. What is typed in a shell still
/// can be, as it stands.
pub(in crate::cli) fn fitted(page: &str, width: usize) -> String {
    let mut text = String::new();
    for block in page.split_inclusive("\n\n") {
        let is_wide = |line: &&str| columns(line) > width;
        if !block.lines().any(|line| is_wide(&line)) {
            text.push_str(block);
            continue;
        }
        // If one line of a list has no room beside its name, none has.
        let stacks = block.lines().filter(is_wide).any(|line| {
            cells(line).is_some_and(|[_, about]| columns(line) - columns(about) > width * 2 / 5)
        });
        let lines = block.split_inclusive('\n').map(|line| {
            let bare = line.trim_end_matches('\n');
            format!("{}{}", broken(bare, width, stacks), &line[bare.len()..])
        });
        text.extend(lines);
    }
    text
}

/// The two columns of a line that is set in.
fn cells(line: &str) -> Option<[&str; 2]> {
    let begin = line.len() - line.trim_start().len();
    let gap = begin + line[begin..].find("  ").filter(|_| begin > 0)?;
    Some([&line[..gap], line[gap..].trim_start()])
}

fn broken(line: &str, width: usize, stacks: bool) -> String {
    let begin = line.len() - line.trim_start().len();
    let is_wide = columns(line) > width;
    match cells(line) {
        // Pairs of keys and values are each by itself.
        Some([one, other]) if one.contains(" = ") && other.contains(" = ") => {
            if !is_wide {
                return line.to_owned();
            }
            let other = format!("{}{other}", " ".repeat(begin));
            format!("{one}\n{}", broken(&other, width, stacks))
        }
        Some([name, about]) if stacks => {
            let about = format!("{}{about}", " ".repeat(ABOUT));
            format!("{}\n{}", broken(name, width, false), wrap_hanging(&about, width, ABOUT))
        }
        // It goes on with what explains the line above.
        None if stacks && begin > ABOUT => {
            let about = format!("{}{}", " ".repeat(ABOUT), line.trim_start());
            wrap_hanging(&about, width, ABOUT)
        }
        Some([_, about]) if is_wide => wrap_hanging(line, width, columns(line) - columns(about)),
        _ if !is_wide => line.to_owned(),
        _ if begin == FURTHER && line.trim_start().starts_with("erfa ") => typed(line, width),
        _ => {
            let called = line.find(": erfa ").map_or(begin, |at| at + ": ".len());
            let begin = if called * 2 > width { ABOUT } else { called };
            wrap_hanging(line, width, begin + FURTHER)
        }
    }
}

/// A command on several lines as shells take it: what stands in quotation marks is one word.
fn typed(line: &str, width: usize) -> String {
    /// Stands for a space at which no line ends, and is as wide as one.
    const KEPT: char = '\u{e000}';
    let mut open = None;
    let whole: String = line
        .chars()
        .map(|letter| match (letter, open) {
            ('"' | '\'', None) => {
                open = Some(letter);
                letter
            }
            (_, Some(quote)) if letter == quote => {
                open = None;
                letter
            }
            (' ', Some(_)) => KEPT,
            _ => letter,
        })
        .collect();
    let end = " \\";
    let lines = wrap_hanging(&whole, width.saturating_sub(end.len()), 2 * FURTHER);
    lines.replace('\n', &format!("{end}\n")).replace(KEPT, " ")
}

#[cfg(test)]
mod tests {
    use super::fitted;

    #[test]
    fn what_fits_stays_and_what_is_wide_breaks_at_spaces() {
        let cases = [
            ("  erfa show X\n", 20, "  erfa show X\n"),
            (
                "Usage: erfa show [A] --reason <B>\n",
                24,
                "Usage: erfa show [A]\n         --reason <B>\n",
            ),
            (
                "  erfa skip X --reason \"A new hall\"\n",
                24,
                "  erfa skip X --reason \\\n    \"A new hall\"\n",
            ),
            ("  csv   for tables, one a line\n", 20, "  csv   for tables,\n        one a line\n"),
            (
                "  erfa show X    tells all\n  erfa go    goes\n\nEnd  of it\n",
                20,
                "  erfa show X\n      tells all\n  erfa go\n      goes\n\nEnd  of it\n",
            ),
            ("  a = 1      b = 2      c = 3\n", 12, "  a = 1\n  b = 2\n  c = 3\n"),
        ];
        for (page, width, expected) in cases {
            assert_eq!(fitted(page, width), expected);
        }
    }
}
