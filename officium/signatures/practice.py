"""An authority that exists to practise: throwaway certificates, which nobody trusts by default."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from officium.signatures.key import Key

_MARK = "Practice only, not to be trusted"
_ROOT_LASTS = timedelta(days=3650)
_LASTS = timedelta(days=730)


@dataclass(frozen=True, slots=True, repr=False)
class PracticeAuthority:
    """Makes certificates of people and organisations for tests and for the demonstration office.

    Who wants them to count passes `trusted` to what verifies; each bears a mark in its name.
    """

    root: Key

    @classmethod
    def at(cls, moment: datetime) -> PracticeAuthority:
        """A new authority, valid for ten years from a moment (with its time zone)."""
        private = ec.generate_private_key(ec.SECP256R1())
        name = _name((NameOID.ORGANIZATION_NAME, _MARK), (NameOID.COMMON_NAME, "Practice root"))
        certificate = (
            _certificate(name, name, private, moment, moment + _ROOT_LASTS)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(certificates=True), critical=True)
            .sign(private, SHA256())
        )
        return cls(Key(private, certificate))

    @property
    def trusted(self) -> bytes:
        """The root certificate (PEM), for who wants to trust what it certifies."""
        return self.root.certificate.public_bytes(Encoding.PEM)

    def person(self, name: str, national_number: str, *, since: datetime) -> Key:
        """The key of a person, valid for two years; the number stands where the identity card has it."""
        return self._key(
            since, (NameOID.COMMON_NAME, name), (NameOID.SERIAL_NUMBER, national_number)
        )

    def organisation(self, name: str, enterprise_number: str, *, since: datetime) -> Key:
        """The key (seal) of an organisation, valid for two years, with its enterprise number."""
        return self._key(
            since,
            (NameOID.COMMON_NAME, name),
            (NameOID.ORGANIZATION_IDENTIFIER, f"NTRBE-{enterprise_number}"),
        )

    def _key(self, since: datetime, *named: tuple[x509.ObjectIdentifier, str]) -> Key:
        private = ec.generate_private_key(ec.SECP256R1())
        subject = _name((NameOID.COUNTRY_NAME, "BE"), (NameOID.ORGANIZATION_NAME, _MARK), *named)
        issuer = self.root.certificate
        certificate = (
            _certificate(subject, issuer.subject, private, since, since + _LASTS)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_usage(certificates=False), critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.root.private.public_key()),
                critical=False,
            )
            .sign(self.root.private, SHA256())
        )
        return Key(private, certificate)


def _name(*parts: tuple[x509.ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts])


def _certificate(
    subject: x509.Name,
    issuer: x509.Name,
    private: ec.EllipticCurvePrivateKey,
    since: datetime,
    until: datetime,
) -> x509.CertificateBuilder:
    public = private.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(since)
        .not_valid_after(until)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
    )


def _usage(*, certificates: bool) -> x509.KeyUsage:
    """What a key is for: to sign certificates, or to commit its owner to a content."""
    return x509.KeyUsage(
        digital_signature=not certificates,
        content_commitment=not certificates,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )
