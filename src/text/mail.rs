//! Mail addresses as they go over the wire.

/// `address` with its domain in ASCII (RFC 5891), as servers and headers want it; none if what stands
/// before the `@` is not ASCII, which only some servers would take (RFC 6531), or if the domain has no
/// such form.
pub fn wire_address(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    if address.is_ascii() {
        return Some(address.to_owned());
    }
    let domain = idna::domain_to_ascii(domain).ok().filter(|domain| !domain.is_empty())?;
    local.is_ascii().then(|| format!("{local}@{domain}"))
}

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
            ("\"a b\"@example.org", Some("\"a b\"@example.org")),
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
