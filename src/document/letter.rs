//! The parts of a letter, which letter paper sets in places of their own.

use super::markdown::words;
use super::model::{Block, Inline, Letterhead};

/// The blocks of a letter by what they are. Each stands in exactly one part, but for the address and
/// for what the information block says of the sender.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter<'a> {
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
pub fn letter<'a>(blocks: &'a [Block], letterhead: &Letterhead) -> Letter<'a> {
    let is_heading = |block: &Block| matches!(block, Block::Heading(..));
    let (above, subject, rest) = match blocks.iter().position(is_heading) {
        Some(at) => (&blocks[..at], runs(&blocks[at]), &blocks[at + 1..]),
        None => (&[][..], &[][..], blocks),
    };
    let address = letterhead.address.join(" ");
    let is_address = |block: &Block| matches!(block, Block::Paragraph(runs) if !address.is_empty() && words(runs) == address);
    let above = above.iter().filter(|block| !is_address(block)).cloned().collect();
    let parts = Letter { above, subject, body: rest, closing: None, signature: vec![], below: &[] };
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
    Letter { body, closing, signature, below: &rest[at + 1..], ..parts }
}

fn is_signature(block: &Block, letterhead: &Letterhead) -> bool {
    let sender = &letterhead.sender;
    let name = sender.name.as_ref().unwrap_or(&sender.organisation);
    let Block::Paragraph(runs) = block else { return false };
    lines(runs).first().is_some_and(|line| words(line) == *name)
}

fn runs(block: &Block) -> &[Inline] {
    match block {
        Block::Heading(_, runs) | Block::Paragraph(runs) => runs,
        _ => &[],
    }
}

fn lines(runs: &[Inline]) -> Vec<Vec<Inline>> {
    runs.split(|run| *run == Inline::Break).map(<[Inline]>::to_vec).collect()
}
