"""The few words that a report carries as data: who is paid."""

from __future__ import annotations

_WORDS = {
    "payees": {
        "nl": "{count} werknemers",
        "fr": "{count} travailleurs",
        "de": "{count} Arbeitnehmer",
        "en": "{count} workers",
    },
    "nsso": {"nl": "RSZ", "fr": "ONSS", "de": "LSS", "en": "NSSO"},
    "tax_office": {
        "nl": "FOD Financiën",
        "fr": "SPF Finances",
        "de": "FÖD Finanzen",
        "en": "FPS Finance",
    },
    "credit": {
        "nl": "tegoed van de werkgever",
        "fr": "crédit de l'employeur",
        "de": "Guthaben des Arbeitgebers",
        "en": "credit of the employer",
    },
}


def say(word: str, language: str, **values: object) -> str:
    """The words in a language."""
    return _WORDS[word][language].format(**values)
