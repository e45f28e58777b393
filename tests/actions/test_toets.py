"""Weighing rules into one verdict, in the order of the check at hand."""

import pytest

from actions.toets import Toets, weeg
from actions.uitkomst import NIET_TOEGESTAAN, ONVOLLEDIG, InvoerFouten, Regel
from knowledge.bron import Bron

BRON = Bron("markt", "Marktvisie", "enschede", "1", "Zo is het.", "/bronnen/markt#1")
VOLGORDE = ("toegestaan", "terughoudend", NIET_TOEGESTAAN)


def toets(oordeel: str, *ontbreekt: str, telt: bool = True) -> Toets:
    return Toets(Regel("regel", oordeel, "Zo is het.", BRON), ontbreekt, telt=telt)


def test_the_strictest_of_the_order_given_decides() -> None:
    assert weeg([toets("toegestaan"), toets("terughoudend")], (), VOLGORDE) == ("terughoudend", ())


def test_what_does_not_count_leaves_the_verdict_and_asks_nothing() -> None:
    buiten = toets("voorwaarde_niet_vervuld", "label", telt=False)
    assert weeg([toets("toegestaan"), buiten], ("label",), VOLGORDE) == ("toegestaan", ())


def test_what_is_missing_is_asked_in_order_unless_it_is_settled() -> None:
    open_ = [toets(ONVOLLEDIG, "b"), toets(ONVOLLEDIG, "a", "b"), toets("terughoudend")]
    assert weeg(open_, ("a", "b"), VOLGORDE) == (ONVOLLEDIG, ("a", "b"))
    assert weeg([*open_, toets(NIET_TOEGESTAAN)], ("a", "b"), VOLGORDE) == (NIET_TOEGESTAAN, ())


def test_a_verdict_outside_the_order_is_refused() -> None:
    with pytest.raises(ValueError, match="not in tuple"):
        weeg([toets("vergunning_binnenplans")], (), VOLGORDE)


def test_impossible_input_tells_every_error() -> None:
    fouten = InvoerFouten([{"veld": "kavelM2", "melding": "Te groot."}, {"veld": "sector", "melding": "Leeg."}])
    assert str(fouten) == "kavelM2: Te groot.; sector: Leeg."
    assert fouten.fouten == [{"veld": "kavelM2", "melding": "Te groot."}, {"veld": "sector", "melding": "Leeg."}]
    with pytest.raises(ValueError, match=r"^InvoerFouten needs at least one error$"):
        InvoerFouten([])
