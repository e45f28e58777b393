"""What holds for every check and every input."""

from typing import Any

import pytest
from check_inputs import INVOER
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.checks import CHECKS

# The verdicts that say yes, with or without a condition; for these every needed fact must be known.
GUNSTIG = {
    "werken-aan-huis": {"toegestaan", "vergunning_binnenplans", "vergunning_buitenplans"},
    "kantoorlocatie": {"toegestaan_onder_voorwaarden", "terughoudend"},
    "informele-locatie": {"behouden", "impact_verkleinen"},
    "functiemenging": {"toegestaan", "toegestaan_onder_voorwaarden", "maatwerk"},
    "bedrijfskavel": {"beschikbaar", "maatwerk"},
    "otb-gebied": {"binnen_otb", "buiten_otb"},
}


@pytest.mark.parametrize("naam", CHECKS)
def test_the_order_of_the_fields_does_not_matter(naam: str) -> None:
    @settings(deadline=None)
    @given(INVOER[naam], st.randoms())
    def check(velden: dict[str, object], toeval: Any) -> None:
        volgorde = list(velden)
        toeval.shuffle(volgorde)
        anders = CHECKS[naam].beoordeel({veld: velden[veld] for veld in volgorde})
        assert anders == CHECKS[naam].beoordeel(velden)

    check()


@pytest.mark.parametrize("naam", CHECKS)
def test_unknown_is_never_allowed(naam: str) -> None:
    """Without a fact that every verdict needs there is no favourable verdict, whatever else is known."""
    nodig: Any = CHECKS[naam].schema["required"]

    @settings(deadline=None)
    @given(INVOER[naam], st.sampled_from(nodig))
    def check(velden: dict[str, object], weg: str) -> None:
        uitkomst = CHECKS[naam].beoordeel({veld: waarde for veld, waarde in velden.items() if veld != weg})
        assert uitkomst.oordeel not in GUNSTIG[naam]

    check()


@pytest.mark.parametrize("naam", CHECKS)
def test_what_is_missing_is_named_once_and_is_not_what_was_given(naam: str) -> None:
    @settings(deadline=None)
    @given(INVOER[naam])
    def check(velden: dict[str, object]) -> None:
        uitkomst = CHECKS[naam].beoordeel(velden)
        assert bool(uitkomst.ontbreekt) == (uitkomst.oordeel == "onvolledig")
        assert len(set(uitkomst.ontbreekt)) == len(uitkomst.ontbreekt)
        vrij = {veld for veld, regel in CHECKS[naam].schema["properties"].items() if "pattern" in regel}  # type: ignore[attr-defined]
        assert not set(uitkomst.ontbreekt) & (velden.keys() - vrij)  # words that were not understood are asked again
        assert len(uitkomst.samenvatting) <= 700
        assert all(regel.bron.citaat and regel.uitleg for regel in uitkomst.regels)

    check()
