//! A number that tells texts apart: it need not be secret, only the same every time.

/// The FNV-1a hash of 64 bits of some bytes.
pub fn fingerprint(bytes: impl IntoIterator<Item = u8>) -> u64 {
    let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    #[test]
    fn sums_are_those_of_fnv_1a() {
        for (bytes, sum) in [
            ("", 0xcbf2_9ce4_8422_2325),
            ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ] {
            assert_eq!(super::fingerprint(bytes.bytes()), sum, "{bytes}");
        }
    }
}
