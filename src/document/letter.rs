//! The parts of a letter, which letter paper sets in places of their own.

use super::markdown::words;
use super::model::{Block, Inline, Letterhead};

/// The blocks of a letter by what they are. Each stands in exactly one part, but for the address and
/// for what the information block says of the sender.
#[derive(Clone, Debug, PartialEq)]
pub struct LetterBlocks<'a> {
    /// What stands above the subject, without the address.
    pub above: Vec<Block>,
    /// The subject: the first heading.
    pub subject: &'a [Inline],
    /// From the salutation to the last words before the closing formula.
    pub body: &'a [Block],
    /// The closing formula: the paragraph before the signature.
    pub closing: Option<&'a [Inline]>,
    /// The lines below the signature.
    pub signature: Vec<Vec<Inline>>,
    /// What stands below them: enclosures, who else gets the letter.
    pub below: &'a [Block],
}

/// Takes a letter apart. The signature is the last paragraph that begins with a line that names the
/// sender; a letter without one has everything in its body.
pub fn letter<'a>(blocks: &'a [Block], letterhead: &Letterhead) -> LetterBlocks<'a> {
    let is_heading = |block: &Block| matches!(block, Block::Heading(..));
    let (above, subject, rest) = match blocks.iter().position(is_heading) {
        Some(at) => (&blocks[..at], runs(&blocks[at]), &blocks[at + 1..]),
        None => (&[][..], &[][..], blocks),
    };
    let address = letterhead.address.join(" ");
    let is_address = |block: &Block| matches!(block, Block::Paragraph(runs) if !address.is_empty() && words(runs) == address);
    let above = above.iter().filter(|block| !is_address(block)).cloned().collect();
    let parts =
        LetterBlocks { above, subject, body: rest, closing: None, signature: vec![], below: &[] };
    let Some(at) = rest.iter().rposition(|block| is_signature(block, letterhead)) else {
        return parts;
    };
    let sender = &letterhead.sender;
    let told = |line: &String| [&sender.phone, &sender.mail].contains(&&Some(line.clone()));
    let signature = lines(runs(&rest[at])).into_iter().filter(|line| !told(&words(line))).collect();
    let (body, closing) = match rest[..at].split_last() {
        Some((Block::Paragraph(closing), body)) => (body, Some(&closing[..])),
        _ => (&rest[..at], None),
    };
    LetterBlocks { body, closing, signature, below: &rest[at + 1..], ..parts }
}

fn is_signature(block: &Block, letterhead: &Letterhead) -> bool {
    let sender = &letterhead.sender;
    let name = sender.name.as_ref().unwrap_or(&sender.organisation);
    let Block::Paragraph(runs) = block else { return false };
    lines(runs).first().is_some_and(|line| words(line) == *name)
}

fn runs(block: &Block) -> &[Inline] {
    if let Block::Heading(_, runs) | Block::Paragraph(runs) = block { runs } else { &[] }
}

fn lines(runs: &[Inline]) -> Vec<Vec<Inline>> {
    runs.split(|run| *run == Inline::Break).map(<[Inline]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::{LetterBlocks, letter};
    use crate::document::markdown::{blocks, words};
    use crate::document::model::{Block, Letterhead};
    use crate::view::merge::Sender;

    fn letterhead() -> Letterhead {
        Letterhead {
            sender: Sender {
                name: Some("Eva Muster".to_owned()),
                function: None,
                organisation: "Stadt Muster".to_owned(),
                address: Vec::new(),
                town: None,
                phone: Some("030 23125-101".to_owned()),
                mail: None,
            },
            address: vec!["Frau Abel".to_owned(), "00123 Muster".to_owned()],
            date: "22. November 2026".to_owned(),
        }
    }

    /// The parts in short: number of blocks, or their words.
    fn parts(markdown: &str) -> (usize, String, usize, String, Vec<String>, usize) {
        let blocks: Vec<Block> = blocks(markdown);
        let LetterBlocks { above, subject, body, closing, signature, below } =
            letter(&blocks, &letterhead());
        let signature = signature.iter().map(|line| words(line)).collect();
        let closing = words(closing.unwrap_or_default());
        (above.len(), words(subject), body.len(), closing, signature, below.len())
    }

    #[test]
    fn everything_has_its_place() {
        let all = "Frau Abel<br>00123 Muster\n\n# Betreff\n\nAnrede,\n\nText\n\nGruß\n\n\
                   Eva Muster<br>Leiterin<br>030 23125-101\n\nAnlagen\n: Programm\n";
        let signature = ["Eva Muster", "Leiterin"].map(str::to_owned).to_vec();
        let expected = (0, "Betreff".to_owned(), 2, "Gruß".to_owned(), signature, 1);
        assert_eq!(parts(all), expected);
    }

    #[test]
    fn what_is_not_known_stays_where_it_is() {
        let other = "Ein Vermerk\n\n# Betreff\n\nText\n\nEin anderer Mensch";
        assert_eq!(parts(other), (1, "Betreff".to_owned(), 2, String::new(), Vec::new(), 0));
        assert_eq!(parts("Nur Text").2, 1);
        // A name alone is a signature without a formula.
        assert_eq!(parts("# Betreff\n\nEva Muster").4, ["Eva Muster"]);
    }
}
