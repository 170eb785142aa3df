"""What the explanation says besides the words of the law: roundings, branches, what a row is."""

from __future__ import annotations

from officium.engine.face import Wording

ROUNDED: dict[str, Wording] = {
    "half_away": {
        "nl": "{0} → {1}: rekenkundig afgerond op {2}",
        "fr": "{0} → {1} : arrondi arithmétique {2}",
        "de": "{0} → {1}: kaufmännisch gerundet {2}",
        "en": "{0} → {1}: {2}, half away from zero",
    },
    "toward_zero": {
        "nl": "{0} → {1}: op {2}, de rest valt weg",
        "fr": "{0} → {1} : {2}, le reste est abandonné",
        "de": "{0} → {1}: {2}, der Rest entfällt",
        "en": "{0} → {1}: {2}, the rest is dropped",
    },
    "away_from_zero": {
        "nl": "{0} → {1}: op {2}, van nul weg",
        "fr": "{0} → {1} : {2}, en s'éloignant de zéro",
        "de": "{0} → {1}: {2}, von null weg",
        "en": "{0} → {1}: {2}, away from zero",
    },
    "up": {
        "nl": "{0} → {1}: op {2}, naar boven",
        "fr": "{0} → {1} : {2}, vers le haut",
        "de": "{0} → {1}: {2}, nach oben",
        "en": "{0} → {1}: {2}, upwards",
    },
    "down": {
        "nl": "{0} → {1}: op {2}, naar beneden",
        "fr": "{0} → {1} : {2}, vers le bas",
        "de": "{0} → {1}: {2}, nach unten",
        "en": "{0} → {1}: {2}, downwards",
    },
}

_CENT: Wording = {"nl": "de cent", "fr": "au cent", "de": "auf den Cent", "en": "to the cent"}
_WHOLE: Wording = {
    "nl": "hele getallen",
    "fr": "à l'unité",
    "de": "auf ganze Zahlen",
    "en": "to whole numbers",
}
_ONE_PLACE: Wording = {
    "nl": "één decimaal",
    "fr": "à une décimale",
    "de": "auf eine Dezimalstelle",
    "en": "to one decimal",
}
_PLACES: Wording = {
    "nl": "{0} decimalen",
    "fr": "à {0} décimales",
    "de": "auf {0} Dezimalstellen",
    "en": "to {0} decimals",
}

LARGEST_REMAINDERS: Wording = {
    "nl": "{0} → {1}: de delen vormen het geheel, de grootste resten eerst",
    "fr": "{0} → {1} : les parts font le tout, les plus grands restes d'abord",
    "de": "{0} → {1}: die Teile ergeben das Ganze, die größten Reste zuerst",
    "en": "{0} → {1}: the parts make the whole, the largest remainders first",
}

ALIKE: Wording = {
    "nl": " in {0} gelijke delen",
    "fr": " en {0} parts égales",
    "de": " in {0} gleichen Teilen",
    "en": " in {0} equal parts",
}

OF_ROWS: Wording = {
    "nl": "{0} van {1}: {2}",
    "fr": "{0} sur {1} : {2}",
    "de": "{0} von {1}: {2}",
    "en": "{0} of {1}: {2}",
}

NO_ROW: Wording = {"nl": "geen regel", "fr": "aucune ligne", "de": "keine Zeile", "en": "no row"}

NO_DAY: Wording = {"nl": "geen", "fr": "aucun", "de": "keiner", "en": "none"}

NOT_CONCERNED: Wording = {
    "nl": "niet van toepassing",
    "fr": "sans objet",
    "de": "entfällt",
    "en": "not concerned",
}

COLON: Wording = {"nl": ": ", "fr": " : ", "de": ": ", "en": ": "}

FLAGS: dict[int, Wording] = {
    1: {"nl": "ja", "fr": "oui", "de": "ja", "en": "yes"},
    0: {"nl": "nee", "fr": "non", "de": "nein", "en": "no"},
}


BELOW_ZERO: Wording = {
    "nl": ", onder nul: 0",
    "fr": ", sous zéro : 0",
    "de": ", unter null: 0",
    "en": ", below zero: 0",
}

UNITS: dict[str, dict[str, tuple[str, str]]] = {
    "hour": {
        "nl": ("uur", "uur"),
        "fr": ("heure", "heures"),
        "de": ("Stunde", "Stunden"),
        "en": ("hour", "hours"),
    },
    "day": {
        "nl": ("dag", "dagen"),
        "fr": ("jour", "jours"),
        "de": ("Tag", "Tage"),
        "en": ("day", "days"),
    },
}
"""One of it, and several; other units are signs, equal in all languages."""


def places(decimals: int, is_money: bool, language: str) -> str:
    """To how many decimals, in words."""
    if is_money and decimals == 2:
        return _CENT[language]
    if decimals < 2:
        return (_ONE_PLACE if decimals else _WHOLE)[language]
    return _PLACES[language].format(decimals)
