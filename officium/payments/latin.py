"""The letters that every bank in Europe accepts: the Latin set of the European Payments Council."""

from __future__ import annotations

import re
import unicodedata

from officium.findings import BadInput

# Latin letters that are no base letter with a mark, by their usual spelling.
SPELT = str.maketrans(
    {
        "ß": "ss",
        "ẞ": "SS",
        "Æ": "AE",
        "æ": "ae",
        "Œ": "OE",
        "œ": "oe",
        "Ø": "O",
        "ø": "o",
        "Ð": "D",
        "ð": "d",
        "Đ": "D",
        "đ": "d",
        "Þ": "TH",
        "þ": "th",
        "Ħ": "H",
        "ħ": "h",
        "Ł": "L",
        "ł": "l",
        "ı": "i",
        "’": "'",
        "‘": "'",
        "–": "-",
        "—": "-",
        # Signs, as the European Payments Council recommends (EPC217-08, best practices).
        "€": "E",
        "&": "+",
        "_": "-",
        "~": "-",
        "@": ".",
        "!": ".",
        '"': ".",
        "#": ".",
        "$": ".",
        "%": ".",
        "*": ".",
        ";": ",",
        "<": ".",
        "=": ".",
        ">": ".",
        "[": "(",
        "]": ")",
        "{": "(",
        "}": ")",
        "\\": "/",
        "|": "/",
        "^": ".",
        "`": "'",
    }
)
ACCEPTED = re.compile(r"[A-Za-z0-9/\-?:().,'+ ]*")


def latin(text: str, where: str) -> str:
    """The text in accepted letters: marks fall off (é is e), others are spelt (œ is oe), signs replaced.

    Names in the National Register are in Latin letters; another alphabet is not guessed at but refused
    with `BadInput`, for the account holder's own spelling is what the bank compares.
    """
    spelt = unicodedata.normalize("NFKD", text.translate(SPELT))
    bare = "".join(letter for letter in spelt if not unicodedata.combining(letter))
    written = " ".join(bare.translate(SPELT).split())
    if not ACCEPTED.fullmatch(written):
        strange = sorted({letter for letter in written if not ACCEPTED.fullmatch(letter)})
        raise BadInput(
            f"«{text}» holds {' '.join(strange)}, which banks do not accept: "
            "give the spelling in Latin letters",
            code="not_latin",
            where=where,
        )
    return written
