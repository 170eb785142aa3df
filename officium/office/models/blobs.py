"""Contents of documents, each held once under the digest of its bytes."""

from __future__ import annotations

import hashlib
import zlib

from django.db import models


class Blob(models.Model):
    """The bytes of a document, compressed. Never changed; erased only where retention ends."""

    digest = models.CharField(max_length=64, primary_key=True)
    packed = models.BinaryField()
    size = models.PositiveBigIntegerField()

    @classmethod
    def keep(cls, content: bytes) -> Blob:
        """The blob of these bytes, stored where it is new."""
        digest = hashlib.sha256(content).hexdigest()
        blob, _ = cls.objects.get_or_create(
            digest=digest, defaults={"packed": zlib.compress(content, 6), "size": len(content)}
        )
        return blob

    @property
    def content(self) -> bytes:
        """The bytes themselves."""
        return zlib.decompress(bytes(self.packed))
