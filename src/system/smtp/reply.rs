//! What a server answers (RFC 5321, 4.2), read within bounds.
//!
//! Nothing that a server says is kept without measure: a line may be [`LONGEST_LINE`] long and an
//! answer [`LONGEST_ANSWER`], several times what the standard allows. Whoever says more, or says
//! something else than a mail server does, is not spoken to any further.

use std::ops::RangeInclusive;

use crate::text::visible;

/// The most bytes of a line; the standard has 512 (RFC 5321, 4.5.3.1.5).
const LONGEST_LINE: usize = 4096;

/// The most bytes of an answer with all its lines.
const LONGEST_ANSWER: usize = 65_536;

/// How much is told of words that are no answer, in characters.
const LONGEST_QUOTE: usize = 60;

/// The codes that a server may answer with.
const CODES: RangeInclusive<u16> = 200..=599;

/// What a server says to one command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    /// The code that each of its lines begins with, from 200 to 599.
    pub(super) code: u16,
    /// The words behind the code, a line each; what is no UTF-8 is marked.
    pub(super) lines: Vec<String>,
}

impl Reply {
    /// The first digit of the code: 2 done, 3 go on, 4 not now, 5 not at all.
    pub(super) fn class(&self) -> u16 {
        self.code / 100
    }

    /// Code and words on one line, safe to show. The enhanced code, which stands in each line
    /// (RFC 2034, 4), is told once.
    pub(super) fn words(&self) -> String {
        let first = self.lines.first().and_then(|line| line.split(' ').next());
        let enhanced = first.filter(|word| word.split('.').count() == 3);
        let rest = self.lines.iter().skip(1).map(|line| {
            let rest = enhanced.and_then(|code| line.strip_prefix(code)?.strip_prefix(' '));
            rest.unwrap_or(line)
        });
        let lines: Vec<&str> = self.lines.iter().take(1).map(String::as_str).chain(rest).collect();
        let words = format!("{} {}", self.code, lines.join(" "));
        visible(words.trim_end())
    }
}

/// That what came is no answer; the words say why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nonsense(pub(super) String);

/// What has come from a server and was not yet understood.
#[derive(Debug, Default)]
pub(super) struct Replies {
    /// The bytes of the line that is not yet whole, and of all behind it.
    received: Vec<u8>,
    /// How many of them are known to hold no end of a line.
    looked_at: usize,
    /// The lines of the answer that is not yet whole.
    begun: Option<Reply>,
    /// How many bytes these lines have.
    taken: usize,
}

impl Replies {
    /// Whether something has come that nobody asked for.
    pub(super) fn is_empty(&self) -> bool {
        self.received.is_empty() && self.begun.is_none()
    }

    /// Takes what has come.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.received.extend_from_slice(bytes);
    }

    /// The next answer, if it is whole.
    pub(super) fn next(&mut self) -> Result<Option<Reply>, Nonsense> {
        loop {
            let end = self.received[self.looked_at..].iter().position(|&byte| byte == b'\n');
            let length = end.map_or(self.received.len(), |end| self.looked_at + end + 1);
            let most = [(LONGEST_LINE, length), (LONGEST_ANSWER, self.taken + length)];
            if let Some((most, _)) = most.into_iter().find(|(most, length)| length > most) {
                let what = if most == LONGEST_LINE { "a line" } else { "an answer" };
                return Err(Nonsense(format!("the server has {what} of more than {most} bytes")));
            }
            if end.is_none() {
                self.looked_at = length;
                return Ok(None);
            }
            let line: Vec<u8> = self.received.drain(..length).collect();
            (self.looked_at, self.taken) = (0, self.taken + length);
            if let Some(reply) = self.line(&line)? {
                self.taken = 0;
                return Ok(Some(reply));
            }
        }
    }

    /// Adds a line to the answer; gives the answer if that was its last.
    fn line(&mut self, line: &[u8]) -> Result<Option<Reply>, Nonsense> {
        let words = String::from_utf8_lossy(line);
        let words = words.trim_end_matches(['\r', '\n']);
        let nonsense = || {
            let quote: String = words.chars().take(LONGEST_QUOTE).collect();
            Nonsense(format!("this is no answer of a mail server: {}", visible(&quote)))
        };
        let (code, rest) = words.split_at_checked(3).ok_or_else(nonsense)?;
        let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
        let code = code.parse().ok().filter(|code| is_number && CODES.contains(code));
        let code = code.ok_or_else(nonsense)?;
        // A code alone is an answer, too (RFC 5321, 4.2).
        let (is_last, rest) = match rest.split_at_checked(1) {
            None => (true, ""),
            Some((" ", rest)) => (true, rest),
            Some(("-", rest)) => (false, rest),
            Some(_) => return Err(nonsense()),
        };
        let mut reply = self.begun.take().unwrap_or(Reply { code, lines: Vec::new() });
        if reply.code != code {
            return Err(nonsense());
        }
        reply.lines.push(rest.to_owned());
        if is_last {
            return Ok(Some(reply));
        }
        self.begun = Some(reply);
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST_ANSWER, LONGEST_LINE, Replies};

    /// The words of all answers in `bytes`, which come in pieces of `step`, or what is wrong.
    fn read(bytes: &[u8], step: usize) -> Result<Vec<String>, String> {
        let mut replies = Replies::default();
        let mut read = Vec::new();
        for piece in bytes.chunks(step) {
            replies.push(piece);
            while let Some(reply) = replies.next().map_err(|nonsense| nonsense.0)? {
                read.push(reply.words());
            }
        }
        Ok(read)
    }

    #[test]
    fn answers_have_one_line_or_several() {
        let cases: &[(&[u8], &[&str])] = &[
            (b"250 2.0.0 queued\r\n", &["250 2.0.0 queued"]),
            (b"250-a\r\n250-b\r\n250 c\r\n354 go\r\n", &["250 a b c", "354 go"]),
            (b"554-5.7.1 no\r\n554 5.7.1 way\r\n", &["554 5.7.1 no way"]),
            (b"250\r\n", &["250"]),
            (b"250-\r\n250 \r\n", &["250"]),
            (b"250 bare line end\n", &["250 bare line end"]),
            (b"550 Gr\xfc\xdfe \x1b[2J\r\n", &["550 Gr\u{fffd}\u{fffd}e \u{fffd}[2J"]),
            (b"250 not yet whole", &[]),
            (b"250-not yet whole\r\n", &[]),
        ];
        for (bytes, expected) in cases {
            for step in [1, 2, 7, 1000] {
                let words = String::from_utf8_lossy(bytes);
                let expected = expected.iter().map(ToString::to_string).collect();
                assert_eq!(read(bytes, step), Ok(expected), "{words:?} by {step}");
            }
        }
    }

    #[test]
    fn what_is_no_answer_is_told_as_such() {
        for words in
            ["what?\r\n", "\r\n", "25\r\n", "999 no\r\n", "199 no\r\n", "+50 no\r\n", "2500 no\r\n"]
        {
            let told = read(words.as_bytes(), 1).unwrap_err();
            assert!(told.starts_with("this is no answer"), "{words:?}: {told}");
        }
        let told = read(b"250-yes\r\n550 no\r\n", 3).unwrap_err();
        assert!(told.ends_with(": 550 no"), "{told}");
    }

    #[test]
    fn nobody_speaks_without_end() {
        let line = [b"250 ".as_slice(), &vec![b'a'; LONGEST_LINE]].concat();
        let lines = b"250-a\r\n".repeat(LONGEST_ANSWER / 7 + 1);
        let told = ["a line of more than 4096 bytes", "an answer of more than 65536 bytes"];
        for (endless, told) in [line, lines].into_iter().zip(told) {
            for step in [1, 1024] {
                assert_eq!(
                    read(&endless, step).unwrap_err(),
                    format!("the server has {told}"),
                    "by {step}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_the_same_in_any_pieces(
            bytes in proptest::collection::vec(
                prop_oneof![Just(b'2'), Just(b'5'), Just(b'0'), Just(b' '), Just(b'-'), Just(b'\r'),
                    Just(b'\n'), any::<u8>()], 0..200),
            step in 1_usize..20,
        ) {
            prop_assert_eq!(read(&bytes, step), read(&bytes, 1));
        }
    }
}
