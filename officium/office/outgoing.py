"""A call to an address that somebody gave: by HTTPS to a public address, or not at all.

The name is looked up at the very call and the connection goes to what was looked up, so a name that
changes between looking and calling leads nowhere. A redirect is an answer like any other: never followed.
"""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from officium.findings import BadInput

_CONNECT, _WHOLE = 10, 30
# IPv6 addresses that carry an IPv4 address of anywhere.
_CARRIERS = tuple(map(ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))


def examined(address: str) -> SplitResult:
    """The parts of an address that may be called. Raises BadInput with what is expected.

    In tests a server of this machine (127.0.0.1) may be called, without HTTPS.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise _odd("is no address") from error
    if not address.isascii() or not address.isprintable() or " " in address:
        raise _odd("is no address")
    if not host or parts.username is not None or parts.password is not None or parts.fragment:
        raise _odd("an address is expected, without a name or a password in it")
    if parts.scheme != "https" and not (settings.IN_TEST and host == "127.0.0.1"):
        raise _odd("an address with https:// is expected")
    return parts


def _odd(message: str) -> BadInput:
    return BadInput(message, code="webhook_address", where="address")


def is_public(text: str) -> bool:
    """Whether this IP address is one of the open internet, and not of a network at home."""
    found = ip_address(text.partition("%")[0])
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        elif any(found in carrier for carrier in _CARRIERS):
            return False
    return found.is_global and not found.is_multicast


def posted(address: str, body: bytes, headers: Mapping[str, str]) -> int:
    """POST it and give the status. Raises OSError where nobody answers in time, BadInput for an address."""
    parts = examined(address)
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    place = _place(host, port)
    connection = _Pinned(host, port, place, with_tls=parts.scheme == "https")
    # Each wait ends by itself; who answers drop by drop is cut off by the whole.
    guard = threading.Timer(_WHOLE, connection.cut)
    guard.daemon = True
    guard.start()
    try:
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", target, body, dict(headers))
        return connection.getresponse().status
    except http.client.HTTPException as error:
        raise OSError(f"no answer of HTTP: {type(error).__name__}") from error
    finally:
        guard.cancel()
        connection.close()


def _place(host: str, port: int) -> str:
    """The IP address to call. Raises OSError where the name has none, or one that is not public."""
    found = [str(one[4][0]) for one in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not (settings.IN_TEST and host == "127.0.0.1") and not all(map(is_public, found)):
        raise OSError("the address is not public")
    return found[0]


class _Pinned(http.client.HTTPConnection):
    """A connection to one IP address, which must show the certificate of the name."""

    def __init__(self, host: str, port: int, place: str, *, with_tls: bool) -> None:
        super().__init__(host, port, timeout=_CONNECT)
        self._to = place
        self._with_tls = with_tls

    def connect(self) -> None:
        """To the address that was looked up, whatever the name says by now."""
        self.sock = socket.create_connection((self._to, self.port), self.timeout)
        if self._with_tls:
            self.sock = ssl.create_default_context().wrap_socket(
                self.sock, server_hostname=self.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def cut(self) -> None:
        """End it from another thread."""
        with contextlib.suppress(OSError):
            if self.sock is not None:
                self.sock.shutdown(socket.SHUT_RDWR)
