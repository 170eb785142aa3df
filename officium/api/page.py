"""The description of the API as a page for people: made from the same description, without a script."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from officium.api.problems import said
from officium.api.service import api
from officium.office.tongue import language


def description(request: HttpRequest) -> HttpResponse:
    """Every route by subject: what it does, what it is given."""
    schema = api.get_openapi_schema()
    subjects: dict[str, list[dict[str, Any]]] = {}
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            body = told.get("requestBody", {}).get("content", {}).get("application/json", {})
            name = body.get("schema", {}).get("$ref", "").rsplit("/", 1)[-1]
            subjects.setdefault(told["tags"][0], []).append(
                {
                    "method": method.upper(),
                    "path": path,
                    "summary": told["summary"],
                    "text": _parts(told.get("description", "")),
                    "given": told.get("parameters", []),
                    "body": _fields(schema["components"]["schemas"][name]) if name else [],
                }
            )
    return render(
        request,
        "api/description.html",
        {
            "language": language(),
            "subjects": subjects.items(),
            **{name: said(f"docs_{name}") for name in ("title", "lead", "given", "body", "needed")},
        },
    )


def _parts(text: str) -> list[tuple[bool, str]]:
    """What stands between backticks is code."""
    return [(bool(place % 2), part) for place, part in enumerate(text.split("`"))]


def _fields(shape: dict[str, Any]) -> list[dict[str, Any]]:
    needed = shape.get("required", [])
    return [{"name": name, "required": name in needed} for name in shape["properties"]]
