"""What if: the nearest milder change, proven on both sides of every limit, and honest silence where there is none."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from desk_cases import GEVALLEN, KANTOOR, THUIS

from actions.checks import CHECKS
from actions.toelichting import antwoord_wat_als, licht_toe
from actions.toelichtingsteksten import VeldWoorden, teksten
from actions.uitkomst import InvoerFouten
from actions.wat_als import wat_als

KAVEL = {"gemeente": "enschede", "kavelM2": 4000, "sector": "metaalbewerking"}
MENGING = {"gemeente": "enschede", "profiel": "monofunctioneel", "functie": "horeca", "ondersteunend": False}


def gevonden(check: str, standaard: dict[str, Any], **anders: Any) -> list[tuple[str, Any, str]]:
    toelichting = licht_toe(CHECKS[check], {**standaard, **anders})
    return [(een.veld, een.naar, een.oordeel) for een in toelichting.wat_als]


def test_30_percent_and_100_square_metres_are_found_from_above() -> None:
    assert gevonden("werken-aan-huis", THUIS, bedrijfOppervlakteM2=40) == [("bedrijfOppervlakteM2", 36, "toegestaan")]
    groot = {"woningOppervlakteM2": 400, "bedrijfOppervlakteM2": 110}  # 30% would be 120: here 100 m² is the limit
    assert gevonden("werken-aan-huis", THUIS, **groot) == [("bedrijfOppervlakteM2", 100, "toegestaan")]


def test_a_hair_too_much_is_a_hair_less() -> None:
    assert gevonden("werken-aan-huis", THUIS, bedrijfOppervlakteM2=36.005) == [
        ("bedrijfOppervlakteM2", 36, "toegestaan")
    ]


def test_every_milder_verdict_has_its_own_nearest_value() -> None:
    assert gevonden("werken-aan-huis", THUIS, bedrijfOppervlakteM2=70) == [
        ("bedrijfOppervlakteM2", 36, "toegestaan"),  # 30% of 120
        ("bedrijfOppervlakteM2", 58.8, "vergunning_binnenplans"),  # 49% of 120
    ]


def test_visitors_are_whole_people() -> None:
    assert gevonden("werken-aan-huis", THUIS, bezoekersBuitenKantooruren=4) == [
        ("bezoekersBuitenKantooruren", 2, "toegestaan")
    ]
    assert gevonden("werken-aan-huis", THUIS, bezoekersKantooruren=6) == [("bezoekersKantooruren", 5, "toegestaan")]


@pytest.mark.parametrize(
    ("anders", "veld", "naar"),
    [
        ({"bewoner": False}, "bewoner", True),
        ({"buitenopslag": True}, "buitenopslag", False),
        ({"openbareRuimte": True}, "openbareRuimte", False),
        ({"extraVerkeer": True}, "extraVerkeer", False),
    ],
)
def test_a_yes_or_no_is_turned_round(anders: dict[str, Any], veld: str, naar: bool) -> None:
    assert gevonden("werken-aan-huis", THUIS, **anders) == [(veld, naar, "toegestaan")]


def test_an_office_a_plot_and_a_profile() -> None:
    monument = ("monument", True, "toegestaan_onder_voorwaarden")
    assert gevonden("kantoorlocatie", KANTOOR, oppervlakteM2=500) == [
        ("oppervlakteM2", 499.99, "toegestaan_onder_voorwaarden"),
        monument,
    ]
    station = {"locatie": "stationsgebied", "loopminutenStation": 12}
    assert gevonden("kantoorlocatie", KANTOOR, **station) == [
        ("loopminutenStation", 10, "toegestaan_onder_voorwaarden"),
        monument,
    ]
    assert gevonden("bedrijfskavel", KAVEL, kavelM2=5000) == [("kavelM2", 4999.99, "beschikbaar")]
    assert gevonden("functiemenging", MENGING) == [
        ("profiel", "breed_economisch", "toegestaan_onder_voorwaarden"),
        ("profiel", "multifunctioneel", "toegestaan_onder_voorwaarden"),
        ("ondersteunend", True, "toegestaan_onder_voorwaarden"),
    ]


def test_a_limit_is_said_as_the_policy_says_it() -> None:
    def zinnen(check: str, standaard: dict[str, Any], **anders: Any) -> list[str]:
        return [een.tekst for een in licht_toe(CHECKS[check], {**standaard, **anders}).wat_als]

    assert zinnen("werken-aan-huis", THUIS, bedrijfOppervlakteM2=40) == [
        "Met hooguit 36 m² voor uw bedrijf in plaats van 40 m² is volgens deze regels geen vergunning nodig."
    ]
    assert zinnen("werken-aan-huis", THUIS, bewoner=False) == [
        "Als u er zelf woont, is volgens deze regels geen vergunning nodig."
    ]
    assert zinnen("bedrijfskavel", KAVEL, kavelM2=6000) == [
        "Met een kavel van minder dan 5.000 m² in plaats van 6.000 m² is er volgens de visie nog ruimte in Enschede."
    ]


@pytest.mark.parametrize("woning", [95.65, 95.67, 33.3])
def test_a_limit_between_two_hundredths_is_never_passed(woning: float) -> None:
    """30% of 95.65 is 28.695: 28.70 is too much, and `minder dan 28,7 m²` would be a promise too many."""
    (een,) = licht_toe(
        CHECKS["werken-aan-huis"], {**THUIS, "woningOppervlakteM2": woning, "bedrijfOppervlakteM2": 0.4 * woning}
    ).wat_als
    naar = Decimal(str(een.naar))
    assert naar * 100 <= 30 * Decimal(str(woning)) < (naar + Decimal("0.01")) * 100
    assert een.tekst.startswith("Met hooguit ")


@pytest.mark.parametrize(
    ("check", "velden", "zin"),
    [
        ("werken-aan-huis", THUIS, "al_gunstigst"),
        ("werken-aan-huis", {**THUIS, "activiteit": "winkel"}, "helpt_niet"),
        ("werken-aan-huis", {**THUIS, "bewoner": False, "openbareRuimte": True}, "helpt_niet"),
        ("werken-aan-huis", {}, "onvolledig"),
        ("werken-aan-huis", {**THUIS, "gemeente": "hengelo"}, "niet_van_toepassing"),
        ("informele-locatie", {"gemeente": "enschede", "adres": "Javastraat 119 B"}, "niet_te_kiezen"),
        ("otb-gebied", {"gemeente": "hengelo", "terrein": "Gezondheidspark"}, "niet_te_kiezen"),
    ],
)
def test_no_single_change_is_said_so(check: str, velden: dict[str, Any], zin: str) -> None:
    toelichting = licht_toe(CHECKS[check], velden)
    assert toelichting.wat_als == ()
    assert toelichting.wat_als_zin == teksten().zinnen[zin]
    assert antwoord_wat_als(toelichting).tekst == teksten().zinnen[zin]


def test_for_every_case_of_the_desk_a_change_is_milder_nearest_and_for_the_user_to_choose() -> None:
    aantal = 0
    for naam, velden in GEVALLEN:
        check, woorden = CHECKS[naam], teksten().check(naam)
        try:
            uitkomst = check.beoordeel(velden)
        except InvoerFouten:
            continue
        for een in wat_als(check, velden, uitkomst):
            aantal += 1
            assert een.van == velden.get(een.veld)
            assert woorden.veld(een.veld).te_kiezen
            assert check.beoordeel({**velden, een.veld: een.naar}).oordeel == een.oordeel
            assert woorden.rang[een.oordeel] < woorden.rang[uitkomst.oordeel]
            if isinstance(een.naar, bool | str):
                continue
            stap = 1 if check.schema["properties"][een.veld]["type"] == "integer" else Decimal("0.01")  # type: ignore[index]
            terug = Decimal(str(een.naar)) + (stap if een.naar < velden[een.veld] else -stap)
            if (terug < velden[een.veld]) == (een.naar < velden[een.veld]):  # one step back, and not past where it was
                strenger = check.beoordeel({**velden, een.veld: terug}).oordeel
                assert woorden.rang[strenger] > woorden.rang[een.oordeel], (naam, velden, een)
    assert aantal > 50


def test_the_user_does_not_choose_facts() -> None:
    feiten = {"gemeente", "activiteit", "activiteitCategorie", "woningOppervlakteM2", "centrumOfStadserf", "locatie"}
    feiten |= {"adres", "functie", "sector", "terrein", "peildatum", "gevestigdInEnschede"}
    for naam, check in CHECKS.items():
        woorden = teksten().check(naam)
        assert not any(woorden.veld(veld).te_kiezen for veld in feiten)
        assert set(woorden.velden) == set(check.schema["properties"])  # type: ignore[call-overload]
        assert set(woorden.dan) == {
            oordeel for oordeel, rang in woorden.rang.items() if rang < max(woorden.rang.values())
        }


def test_upwards_a_limit_is_a_least(monkeypatch: pytest.MonkeyPatch) -> None:
    """No field that the user chooses gets milder upwards yet, so here the dwelling is one."""
    echt = teksten()
    woorden = echt.check("werken-aan-huis")
    woning = {"woningOppervlakteM2": VeldWoorden("Woning", ("m²", "m²"), als="Met een woning van {naar}")}
    checks = {"werken-aan-huis": replace(woorden, velden=woning)}
    monkeypatch.setattr("actions.wat_als.teksten", lambda: replace(echt, checks=checks))
    (een,) = licht_toe(CHECKS["werken-aan-huis"], {**THUIS, "bedrijfOppervlakteM2": 40}).wat_als
    assert (een.van, een.naar) == (120, 133.34)  # 40 is 30% of 133.333...
    assert een.tekst == "Met een woning van minstens 133,34 m² is volgens deze regels geen vergunning nodig."
