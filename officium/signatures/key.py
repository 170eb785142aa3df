"""A key to sign with: the private key, its certificate, and the certificates between it and the root."""

from __future__ import annotations

from dataclasses import dataclass

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    pkcs12,
)
from pyhanko.sign.signers import SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from officium.findings import BadInput

PrivateKey = EllipticCurvePrivateKey | RSAPrivateKey


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """Who can sign: `certificate` names the owner; `chain` leads towards a root, without it."""

    private: PrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()

    @classmethod
    def from_pem(cls, content: bytes, passphrase: bytes | None = None) -> Key:
        """Read the private key and its certificates, the owner's first.

        Raises `BadInput` where the passphrase is wrong, or a part is missing or of another key.
        """
        try:
            private = load_pem_private_key(content, passphrase)
            owner, *chain = x509.load_pem_x509_certificates(content)
        except (ValueError, TypeError) as problem:
            raise _unreadable() from problem
        return _made(private, owner, chain)

    @classmethod
    def from_pkcs12(cls, content: bytes, passphrase: bytes | None = None) -> Key:
        """Read a PKCS#12 file (`.p12`, `.pfx`). Raises `BadInput` as `from_pem` does."""
        try:
            read = pkcs12.load_pkcs12(content, passphrase)
        except ValueError as problem:
            raise _unreadable() from problem
        owner = read.cert
        if owner is None:
            raise _unreadable()
        chain = [one.certificate for one in read.additional_certs]
        return _made(read.key, owner.certificate, chain)

    def to_pem(self, passphrase: bytes | None = None) -> bytes:
        """The key and its certificates as text; open where no passphrase is given."""
        locked = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
        private = self.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)
        certificates = (self.certificate, *self.chain)
        return private + b"".join(one.public_bytes(Encoding.PEM) for one in certificates)

    def to_pkcs12(self, passphrase: bytes) -> bytes:
        """The key and its certificates as a PKCS#12 file, locked."""
        locked = BestAvailableEncryption(passphrase)
        return pkcs12.serialize_key_and_certificates(
            None, self.private, self.certificate, self.chain, locked
        )

    def signer(self) -> SimpleSigner:
        """The key in the form in which the signing library takes it."""
        private = self.private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        store = SimpleCertificateStore()
        store.register_multiple(asn1_certificate(one) for one in self.chain)
        return SimpleSigner(
            signing_cert=asn1_certificate(self.certificate),
            signing_key=keys.PrivateKeyInfo.load(private),
            cert_registry=store,
        )


def asn1_certificate(certificate: x509.Certificate) -> asn1.Certificate:
    """A certificate in the form in which the signing library takes it."""
    return asn1.Certificate.load(certificate.public_bytes(Encoding.DER))


def _made(private: object, owner: x509.Certificate, chain: list[x509.Certificate]) -> Key:
    if not isinstance(private, EllipticCurvePrivateKey | RSAPrivateKey):
        raise _unreadable()
    if private.public_key() != owner.public_key():
        raise BadInput(
            "the certificate belongs to another private key: "
            "give the owner's certificate first, the others after it",
            code="other_certificate",
        )
    return Key(private, owner, tuple(chain))


def _unreadable() -> BadInput:
    return BadInput(
        "this is no key to sign with: a private key (RSA or elliptic curve), its certificate, "
        "and the right passphrase are needed",
        code="unreadable_key",
    )
