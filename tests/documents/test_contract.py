"""A contract says what was given and agreed, cites the law, and claims no title that is not its party's."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from officium.documents import (
    SIGNATURE_BOXES,
    Fee,
    FeeUnit,
    Parties,
    RepresentationContract,
    contract_pdf,
    proxy_pdf,
)
from officium.documents.clauses import table
from officium.findings import BadInput
from officium.language import LANGUAGES
from officium.law import Quarter
from officium.representation import Act, Group, draft
from officium.signatures import PracticeAuthority, check_signed, sign_pdf, with_fields

from . import sample_contract as sample

TITLE = re.compile(r"so[ck]i\w* se[ck]ret\w*|se[ck]r[eé]tariats? socia\w*|sozialsekret\w*", re.I)


def text_of(pdf: bytes) -> str:
    """What is read, with one plain space between words."""
    ran = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return " ".join(ran.stdout.decode().split())


def told(contract: RepresentationContract, language: str = "nl") -> str:
    return text_of(contract_pdf(contract, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_secretariat_bears_its_certification_and_collects_by_transfer(language: str) -> None:
    said = told(sample.certified(), language)
    header = sample.CERTIFIED.header(language)
    assert said.count(header) == 5  # above the title, and at the foot of each of four pages
    for cited in ("220/1/1", "31ter", "31quater", "BE68 5390 0754 7034", "0733.190.435"):
        assert cited in said
    for act in sample.certified().tasks:
        assert act.name_in(language) in said
    assert "Serverhuis NV" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_provider_may_not_collect_and_names_the_title_only_to_deny_it(language: str) -> None:
    said = told(sample.provider(), language)
    assert "220/1/1" in said
    assert len(TITLE.findall(said)) == 1
    denial = {
        "nl": "is geen erkend sociaal secretariaat",
        "fr": "n’est pas un secrétariat social agréé",
        "de": "ist kein anerkanntes Sozialsekretariat",
        "en": "is not a certified social secretariat",
    }
    assert denial[language] in said
    assert (
        TITLE.search(text_of(proxy_pdf(sample.provider().parties, sample.MADE, language))) is None
    )


def test_what_is_not_given_stays_with_the_employer_by_name() -> None:
    said = told(sample.provider(), "en")
    left = said[said.index("These stay with the employer:") :].split(". ")[0]
    assert Act.DECLARE_TAX_SHEETS.name_in("en") in left
    assert Act.COMPUTE_PAY.name_in("en") in left
    assert Act.DECLARE_DMFA.name_in("en") not in left
    assert Act.COLLECT_CONTRIBUTIONS.name_in("en") not in left
    assert "no right to declare a social risk of unemployment" in said


def test_prices_and_terms_are_those_agreed() -> None:
    said = told(sample.provider())
    assert "125,00 21 %" in said
    assert "1.234,50 21 %" in said
    assert "binnen 30 dagen" in said
    assert "5 werkdagen vóór de betaaldag" in said
    assert "minstens 3 maanden vooraf" in said


def test_an_open_and_an_agreed_end_have_their_own_clause() -> None:
    both = told(sample.certified(), "en")
    assert "ends with that quarter, without notice" in both
    assert "at least 3 months ahead" in both
    assert "quarter 4 of 2027" in both
    assert "ends with that quarter, without notice" not in told(sample.provider(), "en")


def test_the_contract_says_what_the_former_mandatary_keeps() -> None:
    """Act of 29 June 1981, art. 31quater par. 5: the contract must say it."""
    contract = sample.provider()
    (mandate,) = contract.parties.mandates
    kept = replace(mandate, kept_by_former=frozenset({Quarter(2025, 1), Quarter(2024, 4)}))
    said = told(replace(contract, parties=replace(contract.parties, mandates=(kept,))), "en")
    assert "itself of: quarter 4 of 2024, quarter 1 of 2025 (act of 29 June 1981" in said
    assert "keeps no mandate for technical transactions" in told(contract, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_has_every_point_of_article_28(language: str) -> None:
    said = told(sample.provider(), language)
    letter = {"nl": "lid 3, {}", "fr": "§ 3, {}", "de": "Buchstabe {}", "en": "par. 3, {}"}
    for point in "abcefgh":
        assert letter[language].format(point) in said
    assert "2016/679" in said


@pytest.mark.parametrize("file", ["contract", "contract_annex", "proxy"])
def test_every_word_speaks_four_languages_with_the_same_gaps(file: str) -> None:
    words = table(file)
    entries = [*words["law"].values(), *words["label"].values()] if "label" in words else []
    entries += [*words.get("fee", {}).values()]
    entries += [row[key] for row in words.get("data", []) for key in ("what", "by")]
    for article in words["article"]:
        entries += [article["title"], *article["clause"]]
    for entry in entries:
        assert {key for key in entry if key != "when"} == set(LANGUAGES)
        gaps = {tuple(sorted(set(re.findall(r"\{\w+\}", entry[one])))) for one in LANGUAGES}
        assert len(gaps) == 1, entry["en"]


def test_the_proxy_holds_the_fields_of_mahis_and_hides_numbers_when_asked() -> None:
    parties = sample.provider().parties
    said = text_of(proxy_pdf(parties, sample.MADE, "fr"))
    for shown in ("DmfA et Dimona", "2e trimestre 2025", "0999.000.129", "85.06.17-308.39"):
        assert shown in said
    masked = text_of(proxy_pdf(parties, sample.MADE, "fr", masked=True))
    assert "85.06.17" not in masked
    assert "39" in masked


def test_no_proxy_goes_to_the_nsso_for_taxes() -> None:
    with pytest.raises(BadInput, match="no mandate of social security"):
        proxy_pdf(sample.certified().parties, sample.MADE, "nl")


def test_the_same_contract_gives_the_same_bytes() -> None:
    assert contract_pdf(sample.certified(), "de") == contract_pdf(sample.certified(), "de")


def test_what_cannot_be_agreed_is_refused() -> None:
    contract = sample.provider()
    terms, parties = contract.terms, contract.parties
    refused = {
        "account": replace(terms, account="BE68539007547034"),
        "below_nought": replace(terms, fees=(Fee(FeeUnit.HOUR, -1, 21),)),
    }
    for code, other in refused.items():
        with pytest.raises(BadInput) as told_why:
            replace(contract, terms=other)
        assert told_why.value.code == code
    for account in (None, "BE68539007547035"):
        with pytest.raises(BadInput, match=r"account|IBAN"):
            replace(sample.certified(), terms=replace(terms, account=account))
    with pytest.raises(BadInput, match="other parties"):
        replace(parties, employer=replace(parties.employer, enterprise_number="0999000228"))
    with pytest.raises(BadInput, match="nobody who signs"):
        replace(parties, employer=replace(parties.employer, signatories=()))
    with pytest.raises(BadInput, match="two mandates of one group"):
        replace(parties, mandates=parties.mandates * 2)
    with pytest.raises(BadInput, match="no mandate"):
        Parties(parties.employer, parties.mandatary, ())
    with pytest.raises(BadInput, match="no documents in language"):
        contract_pdf(contract, "it")


def test_who_is_not_certified_cannot_even_be_given_the_collection() -> None:
    with pytest.raises(BadInput):
        draft(
            "one",
            "0733190435",
            sample.PROVIDER,
            Group.DMFA_DIMONA,
            (Act.COLLECT_CONTRIBUTIONS,),
            Quarter(2025, 2).first,
        )


def test_both_sign_it_and_another_text_is_refused() -> None:
    since = datetime(2025, 1, 1, tzinfo=UTC)
    moment = datetime(2025, 3, 4, 10, tzinfo=UTC)
    authority = PracticeAuthority.at(since)
    contract = sample.provider()
    keys = {
        "employer": authority.person("Zoë Peeters", "85061730839", since=since),
        "mandatary": authority.organisation("Loonkantoor Zuid", "0999000129", since=since),
    }

    def signed(pdf: bytes) -> bytes:
        for role, key in keys.items():
            pdf = sign_pdf(
                pdf, key, field=role, reason="contract", signer_role="director", moment=moment
            )
        return pdf

    def rules(pdf: bytes) -> list[str]:
        found = check_signed(
            pdf,
            expected=contract.parties.expected,
            digest=sha256(handed_out).hexdigest(),
            trusted=[authority.trusted],
            moment=moment,
        )
        return [one.rule for one in found]

    handed_out = with_fields(contract_pdf(contract, "nl"), SIGNATURE_BOXES)
    assert rules(signed(handed_out)) == []
    cheaper = replace(contract, terms=replace(contract.terms, fees=()))
    other = with_fields(contract_pdf(cheaper, "nl"), SIGNATURE_BOXES)
    assert rules(signed(other)) == ["other_document"]
    assert rules(handed_out) == ["signature_missing"] * 2
