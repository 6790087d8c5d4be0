//! Which servers are trusted.

use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::ring::default_provider;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
    client::verify_server_name,
};

/// Certificates to trust: of authorities, or of the server itself.
#[derive(Clone, Debug)]
pub struct Trusted {
    roots: Arc<RootCertStore>,
    all: Vec<CertificateDer<'static>>,
}

impl Trusted {
    /// Reads certificates in PEM (RFC 7468); none if there is none among `bytes`, or one that cannot
    /// be read.
    pub fn from_pem(bytes: &[u8]) -> Option<Self> {
        let all = CertificateDer::pem_slice_iter(bytes).collect::<Result<Vec<_>, _>>().ok()?;
        let mut roots = RootCertStore::empty();
        for certificate in &all {
            roots.add(certificate.clone()).ok()?;
        }
        (!all.is_empty()).then(|| Self { roots: Arc::new(roots), all })
    }
}

/// How to protect a connection: by those who are `trusted`, else by those whom the system trusts.
pub(super) fn settings(trusted: Option<&Trusted>) -> Result<Arc<ClientConfig>, String> {
    let words = |error: &dyn std::error::Error| error.to_string();
    let provider = Arc::new(default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| words(&error))?;
    let builder = if let Some(Trusted { roots, all }) = trusted {
        let roots = Arc::clone(roots);
        let authorities = WebPkiServerVerifier::builder_with_provider(roots, provider)
            .build()
            .map_err(|error| words(&error))?;
        let verifier = Known { authorities, all: all.clone() };
        builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier))
    } else {
        let mut roots = RootCertStore::empty();
        // One that cannot be read vouches for nobody; the others do.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        builder.with_root_certificates(roots)
    };
    Ok(Arc::new(builder.with_no_client_auth()))
}

/// Trusts servers for which one of the certificates vouches, and a server that shows one of them as
/// its own, to the byte. Its name, its dates and that it has the key are checked all the same.
#[derive(Debug)]
struct Known {
    authorities: Arc<WebPkiServerVerifier>,
    all: Vec<CertificateDer<'static>>,
}

impl Known {
    /// Whether a certificate that nobody vouches for is one that is known. The dates are looked at
    /// before anything else: whatever else is wrong, they are right.
    fn knows(&self, certificate: &CertificateDer<'_>, fault: &CertificateError) -> bool {
        let is_out_of_date = matches!(
            fault,
            CertificateError::Expired
                | CertificateError::ExpiredContext { .. }
                | CertificateError::NotValidYet
                | CertificateError::NotValidYetContext { .. }
        );
        !is_out_of_date && self.all.iter().any(|known| known == certificate)
    }
}

impl ServerCertVerifier for Known {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        match self.authorities.verify_server_cert(end_entity, intermediates, name, ocsp, now) {
            Err(Error::InvalidCertificate(fault)) if self.knows(end_entity, &fault) => {
                verify_server_name(&ParsedCertificate::try_from(end_entity)?, name)?;
                Ok(ServerCertVerified::assertion())
            }
            verdict => verdict,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.authorities.verify_tls12_signature(message, certificate, signed)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.authorities.verify_tls13_signature(message, certificate, signed)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.authorities.supported_verify_schemes()
    }
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
