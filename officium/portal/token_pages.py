"""A person's own tokens: for programs that act for them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from officium.office.acts import tokens
from officium.office.clock import now
from officium.office.rights import Right
from officium.portal.door import actor, own
from officium.portal.words import word


@own
@require_http_methods(["GET", "POST"])
def tokens_page(request: HttpRequest) -> HttpResponse:
    """Their tokens, and a form to make one; its secret is shown once, on the page that made it."""
    mine = [right for right in Right if request.rights.somewhere(right)]
    form = TokenForm(mine, request.POST or None)
    secret = ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        _, secret = tokens.make(actor(request), given["name"], given["scopes"], given["days"])
        form = TokenForm(mine)
    held = request.user.tokens.filter(revoked=None, expires__gt=now()).order_by("-made")
    return render(
        request,
        "portal/tokens.html",
        {"held": held, "form": form, "secret": secret},
        status=422 if form.errors else 200,
    )


@own
def revoke_token(request: HttpRequest, own_token: int) -> HttpResponse:
    """It is worth nothing any more."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    tokens.revoke(actor(request), get_object_or_404(request.user.tokens, pk=own_token))
    return redirect("tokens")


class TokenForm(forms.Form):
    """Name, rights, how long."""

    name = forms.CharField(max_length=100)
    scopes = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple)
    days = forms.IntegerField(min_value=1, max_value=tokens.LONGEST, initial=90)

    def __init__(self, mine: list[Right], *given: Any, **how: Any) -> None:
        super().__init__(*given, **how)
        self.fields["scopes"].choices = [(str(right), str(right)) for right in mine]
        for name in self.fields:
            self.fields[name].label = word(f"token.{name}")
