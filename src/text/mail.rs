//! Mail addresses as they go over the wire.

/// `address` with its domain in ASCII (RFC 5891), as servers and headers want it; none if what stands
/// before the `@` is not ASCII, which only some servers would take (RFC 6531), or if the domain has no
/// such form.
pub fn wire_address(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    // Programs that handle mails part or refuse what needs quotation marks (RFC 5321, 4.1.2).
    let is_plain = |it: char| !it.is_ascii() || it.is_ascii_alphanumeric() || PLAIN.contains(it);
    if local.is_empty() || !local.chars().all(is_plain) {
        return None;
    }
    if address.is_ascii() {
        return Some(address.to_owned());
    }
    let domain = idna::domain_to_ascii(domain).ok().filter(|domain| !domain.is_empty())?;
    local.is_ascii().then(|| format!("{local}@{domain}"))
}

/// Signs that may stand before the `@` without quotation marks (RFC 5322, 3.2.3).
const PLAIN: &str = "!#$%&'*+-/=?^_`{|}~.";

/// What two ways of writing one address have in common: no server tells capital letters from small
/// ones.
pub fn address_key(address: &str) -> Option<String> {
    wire_address(address).map(|address| address.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{address_key, wire_address};

    #[test]
    fn domains_become_ascii() {
        let cases = [
            ("stadt@example.org", Some("stadt@example.org")),
            ("stadt@müller.example", Some("stadt@xn--mller-kva.example")),
            ("\"a b\"@example.org", None),
            ("a b@example.org", None),
            ("a+b.c_d@example.org", Some("a+b.c_d@example.org")),
            ("bürgermeister@example.org", None),
            ("keine", None),
        ];
        for (address, expected) in cases {
            assert_eq!(wire_address(address).as_deref(), expected, "{address}");
        }
        let [one, other] = ["Stadt@MÜLLER.example", "stadt@xn--mller-kva.example"].map(address_key);
        assert_eq!(one, other);
    }
}
