//! Which servers are trusted.

use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::{Certificate, CertificateStore, TlsParameters};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject as _;

/// Certificates to trust: of authorities, or of the server itself.
#[derive(Clone, Debug)]
pub struct Trusted {
    roots: Certificate,
    all: Vec<CertificateDer<'static>>,
}

impl Trusted {
    /// Reads certificates in PEM (RFC 7468); none if there is none among `bytes`, or one that cannot
    /// be read.
    pub fn from_pem(bytes: &[u8]) -> Option<Self> {
        let all = CertificateDer::pem_slice_iter(bytes).collect::<Result<Vec<_>, _>>().ok()?;
        let roots = Certificate::from_pem(bytes).ok().filter(|_| !all.is_empty())?;
        let trusted = Self { roots, all };
        parameters("localhost", Some(&trusted), false).is_ok().then_some(trusted)
    }

    /// Whether a certificate (DER) is one of these, to the byte.
    pub(super) fn knows(&self, certificate: &[u8]) -> bool {
        self.all.iter().any(|known| known.as_ref() == certificate)
    }
}

/// How to protect a connection to `host`: by those who are `trusted`, else by those whom the system
/// trusts. If a certificate `of_anybody` will do, the caller must see whose it is.
pub(super) fn parameters(
    host: &str,
    trusted: Option<&Trusted>,
    of_anybody: bool,
) -> Result<TlsParameters, Error> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(trusted) = trusted {
        builder = builder
            .certificate_store(CertificateStore::None)
            .add_root_certificate(trusted.roots.clone())
            .dangerous_accept_invalid_certs(of_anybody);
    }
    builder.build()
}

#[cfg(test)]
mod tests {
    use super::Trusted;

    #[test]
    fn a_file_without_a_certificate_is_none() {
        let head = "-----BEGIN CERTIFICATE-----\n";
        let tail = "-----END CERTIFICATE-----\n";
        for text in
            ["", "nonsense", head, &format!("{head}AAAA\n{tail}"), &format!("{head}???\n{tail}")]
        {
            assert!(Trusted::from_pem(text.as_bytes()).is_none(), "{text}");
        }
    }
}
