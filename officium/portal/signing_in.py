"""How people sign in: by invitation only, with a second factor for who works in the office."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Nobody signs up by themselves: an invitation makes the account."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


class SecondFactor(DefaultMFAAdapter):
    """Names the office in the authenticator."""

    def get_totp_label(self, user: Any) -> str:
        """What the authenticator shows."""
        return str(user.email)
