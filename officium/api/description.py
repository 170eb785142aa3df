"""The description of the API as OpenAPI 3.1: what the framework cannot know is added here."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI

from officium.api.problems import KIND

_KEY = {
    "in": "header",
    "name": "Idempotency-Key",
    "required": False,
    "description": "The same key with the same call gets the first answer again, for a day.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,100}$"},
}
# What a route answers with where it is no JSON; written into its description under this name.
_CONTENT = "x-content"


def file_of(kind: str) -> dict[str, Any]:
    """`openapi_extra` of a route that answers with a file of this media type."""
    return {_CONTENT: kind}


class Described(NinjaAPI):
    """The API, which also tells of its problem documents, files and keys."""

    def get_openapi_schema(self, **given: Any) -> Any:
        """The description."""
        schema = super().get_openapi_schema(**given)
        for methods in schema["paths"].values():
            for method, told in methods.items():
                if method == "post":
                    told["parameters"] = [*told.get("parameters", ()), _KEY]
                kind = told.pop(_CONTENT, "")
                for status, answer in told["responses"].items():
                    content = answer.get("content", {})
                    if int(status) >= 400:
                        answer["content"] = {KIND: content["application/json"]}
                    elif kind:
                        answer["content"] = {kind: {"schema": {"type": "string"}}}
        return schema
