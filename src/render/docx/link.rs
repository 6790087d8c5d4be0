//! Where links lead, as Word accepts it: it refuses to open a file with a target that is no URI.

use std::fmt::Write as _;

/// `target` as a URI, if it is a page or a mailbox and sound.
pub(super) fn sound(target: &str) -> Option<String> {
    let (scheme, rest) = target.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" => {
            let rest = rest.strip_prefix("//")?;
            let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
            let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
            let is_label = |label: &str| {
                !label.is_empty() && label.chars().all(|it| it.is_alphanumeric() || it == '-')
            };
            let is_sound = host.split('.').all(is_label) && port.parse::<u16>().is_ok();
            is_sound.then(|| format!("{scheme}://{authority}{}", encoded(path)))
        }
        "mailto" => {
            let (address, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
            let (name, host) = address.split_once('@')?;
            let is_name = |name: &str| {
                let is_plain =
                    |it: char| it.is_ascii_alphanumeric() || "!$&'*+-/=^_`{|}~.%".contains(it);
                !name.is_empty() && name.chars().all(is_plain)
            };
            let is_host = host.chars().all(|it| it.is_ascii_alphanumeric() || "-.".contains(it));
            (is_name(name) && !host.is_empty() && is_host)
                .then(|| format!("mailto:{}@{host}{}", encoded(name), encoded(query)))
        }
        _ => None,
    }
}

/// Path, query and fragment with everything percent-encoded that RFC 3986 does not allow there.
fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    let mut has_fragment = false;
    for (at, character) in path.char_indices() {
        let is_escape = || {
            let digits = path.get(at + 1..at + 3);
            digits.is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
        };
        let is_allowed = match character {
            '%' => is_escape(),
            '#' => !std::mem::replace(&mut has_fragment, true),
            _ => character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?".contains(character),
        };
        if is_allowed {
            encoded.push(character);
            continue;
        }
        for byte in character.encode_utf8(&mut [0; 4]).bytes() {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn targets_are_uris_or_none() {
        let cases = [
            ("https://example.org", Some("https://example.org")),
            ("HTTP://example.org:8080/a?b=c#d", Some("http://example.org:8080/a?b=c#d")),
            (
                "https://www.mühle.example/für alle",
                Some("https://www.mühle.example/f%C3%BCr%20alle"),
            ),
            ("https://example.org/50%25/50%/#a#b", Some("https://example.org/50%25/50%25/#a%23b")),
            (
                "https://example.org/<\"[a]\\b|{c}",
                Some("https://example.org/%3C%22%5Ba%5D%5Cb%7C%7Bc%7D"),
            ),
            ("mailto:a.b@example.org?subject=x y", Some("mailto:a.b@example.org?subject=x%20y")),
            ("mailto:a@b@example.org", None),
            ("mailto:a b@example.org", None),
            ("mailto:", None),
            ("https://", None),
            ("https:example.org", None),
            ("https://exa mple.org", None),
            ("https://user@example.org", None),
            ("https://example..org", None),
            ("https://example.org:99999", None),
            ("javascript:alert(1)", None),
            ("file:///etc/hosts", None),
            ("example.org", None),
        ];
        for (target, expected) in cases {
            assert_eq!(sound(target).as_deref(), expected, "{target}");
        }
    }
}
