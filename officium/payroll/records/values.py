"""The values that records are made of: each is written in one way and checked where it enters.

In files an amount is text (`"3100.00"`), in Python a whole number (310000 cents): a bare number in
a file is refused, because it could be either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import core_schema
from schwifty import BIC, IBAN
from schwifty.exceptions import SchwiftyException
from stdnum.be import bis, nn, ogm_vcs, vat
from stdnum.exceptions import ValidationError

from officium.language import plain

FROM_A_FILE = "from a file"


@dataclass(frozen=True)
class Exact:
    """A whole number of 10**-decimals between two bounds, written as text in files."""

    decimals: int
    example: str
    lowest: int
    highest: int

    def read(self, value: object, info: ValidationInfo) -> int:
        """The whole number; a bare number is taken for one only where it comes from Python."""
        if isinstance(value, str):
            if not re.fullmatch(self.pattern, value, re.ASCII):
                raise ValueError(
                    f"{value[:40]!r} is not an exact number with at most {self.decimals} decimals"
                )
            whole, _, fraction = value.partition(".")
            scaled = int(whole + fraction.ljust(self.decimals, "0"))
        elif type(value) is int and info.context != FROM_A_FILE:
            scaled = value
        else:
            raise ValueError(f'write the number as text in quotes, such as "{self.example}"')
        if not self.lowest <= scaled <= self.highest:
            lowest, highest = (plain(end, self.decimals) for end in (self.lowest, self.highest))
            raise ValueError(f"{plain(scaled, self.decimals)} is outside {lowest} to {highest}")
        return scaled

    @property
    def pattern(self) -> str:
        """How the text is written."""
        return rf"-?[0-9]{{1,12}}(\.[0-9]{{1,{self.decimals}}})?"

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.with_info_plain_validator_function(
            self.read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                lambda value: plain(value, self.decimals), when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{self.pattern}$", "examples": [self.example]}


def _checked(
    check: Callable[[str], str], example: str, pattern: str | None = None
) -> tuple[Any, ...]:
    """The annotations of a text that an institution's own rule checks and makes compact."""
    schema: dict[str, Any] = {"type": "string", "examples": [example]}
    if pattern:
        schema["pattern"] = pattern
    return (AfterValidator(check), WithJsonSchema(schema))


def _written(pattern: str, says: str, example: str) -> tuple[Any, ...]:
    """The annotations of a text that a pattern describes, and `says` for people."""

    def check(value: str) -> str:
        if not re.fullmatch(pattern, value, re.ASCII):
            raise ValueError(f'{value[:40]!r} is not {says}, such as "{example}"')
        return value

    return _checked(check, example, f"^{pattern}$")


def _text(value: str) -> str:
    if not value or value != value.strip():
        raise ValueError("is empty, or begins or ends with a space")
    if any(unicodedata.category(letter).startswith("C") for letter in value):
        raise ValueError("holds a character that cannot be printed")
    return value


def _inss(value: str) -> str:
    for kind in (nn, bis):
        try:
            return str(kind.validate(value))
        except ValidationError:
            continue
    raise ValueError(
        f"{value[:20]!r} is no INSS: eleven digits of which the last two check the rest"
    )


def _enterprise_number(value: str) -> str:
    try:
        digits = str(vat.validate(value))
    except ValidationError:
        digits = ""
    if len(digits) != 10:
        raise ValueError(
            f"{value[:20]!r} is no enterprise number: ten digits, the last two of which check it"
        )
    return digits


def _nsso_number(value: str) -> str:
    digits = re.sub(r"[ .-]", "", value)
    if not re.fullmatch(r"\d{9}", digits, re.ASCII):
        raise ValueError(
            f"{value[:20]!r} is no NSSO number: nine digits, the zeros in front included"
        )
    if 96 - int(digits[:7]) * 100 % 97 != int(digits[7:]):
        raise ValueError(
            f"{value[:20]!r} is no NSSO number: its last two digits do not check the rest"
        )
    return digits


def _establishment(value: str) -> str:
    digits = re.sub(r"[ .]", "", value)
    if not re.fullmatch(r"[2-8]\d{9}", digits, re.ASCII):
        raise ValueError(f"{value[:20]!r} is no establishment number: ten digits, the first 2 to 8")
    if 97 - int(digits[:8]) % 97 != int(digits[8:]):
        raise ValueError(
            f"{value[:20]!r} is no establishment number: its last two digits do not check the rest"
        )
    return digits


def _structured(value: str) -> str:
    try:
        return str(ogm_vcs.validate(value))
    except ValidationError:
        raise ValueError(
            f"{value[:40]!r} is no structured communication: twelve digits of which the last two "
            "check the rest, such as +++123/4567/89002+++"
        ) from None


def _iban(value: str) -> str:
    try:
        return IBAN(value).compact
    except (SchwiftyException, ValueError):
        raise ValueError(
            f"{value[:40]!r} is no IBAN: its check digits or its length are wrong"
        ) from None


def _bic(value: str) -> str:
    try:
        return BIC(value).compact
    except (SchwiftyException, ValueError):
        raise ValueError(f"{value[:20]!r} is no BIC: eight or eleven characters") from None


def _day(value: date) -> date:
    if not 1900 <= value.year <= 2099:
        raise ValueError(f"{value} is outside 1900 to 2099")
    return value


Cents = Annotated[int, Exact(2, "3100.00", -999_999_999, 999_999_999)]
Pay = Annotated[int, Exact(2, "3100.00", 1, 99_999_999)]
HourlyWage = Annotated[int, Exact(4, "18.5000", 1, 9_999_999)]
Hours = Annotated[int, Exact(2, "7.60", 0, 2400)]
WorkedHours = Annotated[int, Exact(2, "7.60", 1, 2400)]
WeeklyHours = Annotated[int, Exact(2, "38.00", 100, 4800)]
WeeklyDays = Annotated[int, Exact(2, "2.50", 1, 700)]
Headcount = Annotated[int, Exact(2, "5.75", 0, 99_999_999)]

ItemHours = Annotated[int, Exact(2, "7.60", -99_999, 99_999)]
ItemDays = Annotated[int, Exact(2, "1.00", -36_600, 36_600)]
ItemUnits = Annotated[int, Exact(2, "120.00", -99_999_999, 99_999_999)]
ItemMonths = Annotated[int, Exact(2, "12.00", -1_200, 1_200)]
ServiceMonths = Annotated[int, Exact(2, "12.00", 0, 1_200)]
HolidayDays = Annotated[int, Exact(2, "4.00", 0, 10_000)]
Price = Annotated[int, Exact(4, "0.4250", 0, 999_999_999)]
Share = Annotated[int, Exact(4, "0.2500", 0, 100_000)]

Day = Annotated[date, AfterValidator(_day)]
Text = Annotated[str, Field(max_length=70), AfterValidator(_text)]
Line = Annotated[str, Field(max_length=140), AfterValidator(_text)]
StaffNumber = Annotated[
    str,
    *_written(
        r"[A-Z0-9][A-Z0-9-]{0,19}",
        "capital letters, digits and hyphens (at most twenty)",
        "W001",
    ),
]
Key = Annotated[
    str,
    *_written(
        r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
        "letters, digits, points, hyphens and underscores (at most sixty)",
        "M001",
    ),
]
Inss = Annotated[str, *_checked(_inss, "85073003328")]
EnterpriseNumber = Annotated[str, *_checked(_enterprise_number, "0200065765")]
NssoNumber = Annotated[str, *_checked(_nsso_number, "199999934")]
EstablishmentNumber = Annotated[str, *_checked(_establishment, "2000000141")]
Iban = Annotated[str, *_checked(_iban, "BE68539007547034")]
Bic = Annotated[str, *_checked(_bic, "GKCCBEBB")]
Quarter = Annotated[str, *_written(r"20[0-9]{2}Q[1-4]", "a quarter", "2024Q1")]
MonthText = Annotated[str, *_written(r"20[0-9]{2}-(0[1-9]|1[0-2])", "a month", "2025-01")]
JointCommittee = Annotated[
    str,
    *_written(
        r"[0-9]{3}(\.[0-9]{2}){0,2}",
        "three digits, for a subcommittee followed by a point and two digits",
        "200",
    ),
]
EmployerClass = Annotated[str, *_written(r"[0-9]{3}", "three digits", "010")]
Country = Annotated[str, *_written(r"[A-Z]{2}", "two capital letters", "BE")]
Activity = Annotated[str, *_written(r"[0-9]{5}", "five digits", "62010")]
SecretariatNumber = Annotated[str, *_written(r"[0-9]{3,4}", "three or four digits", "100")]
DimonaPeriod = Annotated[str, *_written(r"[0-9]{12}", "twelve digits", "123456789012")]
StructuredCommunication = Annotated[str, *_checked(_structured, "+++123/4567/89002+++")]
