"""Personal data is taken out, and nothing else is."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from actions.checks.informele_locatie import TABEL
from actions.checks.werken_aan_huis import ACTIVITEITEN
from api.privacy import SOORTEN, mask

ROOT = Path(__file__).parents[1]
CASES = yaml.safe_load((ROOT / "cases" / "persoonsgegevens.yml").read_text(encoding="utf-8"))
MET = [(str(typed), masked) for typed, masked in CASES["met"]]


def kinds(masked: str) -> set[str]:
    return {soort for soort in SOORTEN if f"[{soort}]" in masked}


@pytest.mark.parametrize(("typed", "masked"), MET, ids=[typed[:40] for typed, _ in MET])
def test_personal_data_is_masked_and_named(typed, masked):
    gemaskeerd = mask(typed)
    assert gemaskeerd.tekst == masked
    assert set(gemaskeerd.soorten) == kinds(masked) - kinds(typed)


@pytest.mark.parametrize("tekst", CASES["zonder"])
def test_what_a_check_needs_and_what_only_looks_like_it_stays(tekst):
    assert mask(tekst).tekst == tekst
    assert mask(tekst).soorten == ()


def test_the_table_is_wide_and_reaches_every_kind():
    assert len(MET) + len(CASES["zonder"]) >= 120
    assert set().union(*(kinds(masked) for _, masked in MET)) == set(SOORTEN)


@pytest.mark.parametrize(("typed", "masked"), MET, ids=[typed[:40] for typed, _ in MET])
def test_masking_a_masked_text_changes_nothing(typed, masked):
    assert mask(masked).tekst == masked


@given(st.text(alphabet="0123456789 abNL@.-+,[]mijn", max_size=60))
def test_any_text_is_masked_without_error_and_only_once(tekst):
    once = mask(tekst)
    assert mask(once.tekst).tekst == once.tekst
    assert bool(once.soorten) == (once.tekst != tekst)


def strings(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict | list):
        for item in content.values() if isinstance(content, dict) else content:
            yield from strings(item)


def test_no_question_or_answer_of_a_card_is_spoiled():
    """Tens of thousands of sentences as entrepreneurs and editors write them, without personal data."""
    knowledge = ROOT.parent / "knowledge"
    files = [*(knowledge / "cards").rglob("*.yml"), *(knowledge / "table_cards").rglob("*.yml")]
    texts = {text for path in files for text in strings(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader))}
    assert len(texts) > 10_000
    assert [text for text in texts if mask(text).soorten] == []


def test_no_message_of_the_simulated_conversations_is_spoiled():
    files = (ROOT / "conversations").glob("*.yml")
    texts = {text for path in files for text in strings(yaml.safe_load(path.read_text(encoding="utf-8")))}
    assert [text for text in texts if mask(text).soorten] == []


def test_no_address_of_the_table_is_spoiled():
    texts = {adres.gedrukt for adres in TABEL.locaties} | {f"mijn bedrijf zit op {adres}" for adres in TABEL.op_adres}
    assert [text for text in texts if mask(text).soorten] == []


def test_no_activity_is_taken_for_a_name():
    termen = ACTIVITEITEN.op(date.today())
    spoiled = [
        text
        for term in termen.exact
        for text in (
            f"ik ben {term}",
            f"Ik ben {term.title()}",
            f"Ik ben {term.title()} In Enschede",
            f"ik ben {term} x",
        )
        if mask(text).soorten
    ]
    assert spoiled == []
