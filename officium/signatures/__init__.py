"""Electronic signatures: PDF documents (PAdES B-B) and bytes of any kind (CMS), made and verified.

Keys, trusted certificates and moments are arguments: nothing is trusted by default, nothing is read
from the machine or fetched from the network. So whether a certificate was revoked is not asked; a
moment of signing is what the signer says, where no other moment is given.
"""

from officium.signatures.check import check_signed
from officium.signatures.detached import SignatureReport, sign_detached, verify_detached
from officium.signatures.key import Key
from officium.signatures.pdf import sign_pdf, with_fields
from officium.signatures.practice import PracticeAuthority
from officium.signatures.verified import Signature, SignedDocument, verify_pdf

__all__ = [
    "Key",
    "PracticeAuthority",
    "Signature",
    "SignatureReport",
    "SignedDocument",
    "check_signed",
    "sign_detached",
    "sign_pdf",
    "verify_detached",
    "verify_pdf",
    "with_fields",
]
