"""Documents that leave the office: as attachments, or one that opens by itself and may do nothing."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from csp.decorators import csp_exempt
from django.http import HttpRequest, HttpResponse

_TYPES = {
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".xml": "application/xml",
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A document of its own: it reaches nothing, and the page around it is not reached from it.
_ALONE = (
    "sandbox allow-scripts allow-modals; default-src 'none'; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)


def download(content: bytes, name: str) -> HttpResponse:
    """The document as a file to keep; its name holds only plain signs."""
    kind = _TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
    answer = HttpResponse(content, content_type=kind)
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name)
    answer["Content-Disposition"] = f'attachment; filename="{plain}"'
    return answer


def opened(request: HttpRequest, content: bytes) -> HttpResponse:
    """A document of HTML that opens in the browser, shut off from the office."""

    @csp_exempt()
    def answer(_: HttpRequest) -> HttpResponse:
        return HttpResponse(content, content_type=_TYPES[".html"])

    made = answer(request)
    made["Content-Security-Policy"] = _ALONE
    return made
