//! Text as DOS wrote it, and as Excel's "CSV (MS-DOS)" still does: code page 850, whose German letters are
//! those of code page 437.

/// What the bytes from 0x80 on stand for.
const LETTERS: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// The text, if its umlauts are those of DOS and none is one of Windows.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| bytes.get(at))
            .is_some_and(|byte| byte.is_ascii_alphabetic() || *byte > 0x7f)
    };
    let beside = |at: usize| (is_letter(at.checked_sub(1)), is_letter(Some(at + 1)));
    let all = || bytes.iter().enumerate();
    // What Windows has at these places are quotes and signs, which stand between no letters.
    let is_of_dos = all().any(|(at, byte)| match byte {
        0x81 | 0x84 | 0x94 => beside(at) == (true, true),
        0x8e | 0x99 | 0x9a => beside(at) == (false, true),
        _ => false,
    });
    let is_of_windows = all().any(|(at, byte)| {
        let is_umlaut = matches!(byte, 0xe4 | 0xf6 | 0xfc | 0xc4 | 0xd6 | 0xdc | 0xdf);
        is_umlaut && beside(at) != (false, false)
    });
    (is_of_dos && !is_of_windows).then(|| bytes.iter().copied().map(letter).collect())
}

fn letter(byte: u8) -> char {
    let high = usize::from(byte).checked_sub(0x80);
    high.and_then(|at| LETTERS.chars().nth(at)).unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::{LETTERS, decoded};

    #[test]
    fn umlauts_of_dos_are_known_by_their_neighbours() {
        assert_eq!(LETTERS.chars().count(), 128);
        for (bytes, expected) in [
            (&b"M\x81ller;S\x94mmerda;Gro\xe1"[..], Some("Müller;Sömmerda;Groß")),
            (b"Ort\r\n\x99hringen", Some("Ort\r\nÖhringen")),
            // Quotes and umlauts of Windows.
            (b"\x84Markt\x93 in M\xfchl", None),
            (b"\x84Markt\x94", None),
            (b"Stra\xdfe \x96 Caf\xe9", None),
            (b"M\xfcller\x84s", None),
        ] {
            assert_eq!(decoded(bytes).as_deref(), expected, "{bytes:?}");
        }
    }
}
