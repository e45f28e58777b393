"""Why and what follows: the tree of a verdict, the facts under each rule, and the steps that the policy names."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from desk_cases import GEVALLEN, KANTOOR, THUIS

from actions.checks import CHECKS
from actions.toelichting import Toelichting, antwoord_waarom, antwoord_wat_als, licht_toe
from actions.toelichtingsteksten import teksten
from actions.uitkomst import InvoerFouten, Uitkomst
from actions.vervolg import STAPPEN, vervolg

WIDGET = Path(__file__).parents[2] / "api" / "web" / "static" / "chat" / "teksten.js"


def feiten(toelichting: Toelichting) -> dict[str, set[str]]:
    return {tak.regel.regel: {feit.veld for feit in tak.feiten} for tak in toelichting.waarom.regels}


def test_the_tree_holds_every_rule_with_its_verdict_and_says_which_decided() -> None:
    toelichting = licht_toe(CHECKS["werken-aan-huis"], {**THUIS, "bedrijfOppervlakteM2": 40})
    assert [tak.regel for tak in toelichting.waarom.regels] == list(toelichting.uitkomst.regels)
    beslissend = [tak.regel.regel for tak in toelichting.waarom.regels if tak.beslissend]
    assert beslissend == ["vloeroppervlak_aandeel"]
    json = toelichting.waarom.to_json()
    assert (json["oordeel"], json["woorden"]) == (
        "vergunning_binnenplans",
        "U heeft een binnenplanse vergunning nodig",
    )
    assert json["regels"][1] == {
        **toelichting.uitkomst.regels[1].to_json(),
        "naam": "Bewoner",
        "woorden": "Dit mag",
        "beslissend": False,
        "feiten": [{"veld": "bewoner", "naam": "De ondernemer woont zelf in de woning", "waarde": True, "tekst": "ja"}],
    }


def test_under_each_rule_stand_the_facts_that_it_used() -> None:
    gebruikt = feiten(licht_toe(CHECKS["werken-aan-huis"], {**THUIS, "centrumOfStadserf": False, "buitenopslag": True}))
    assert gebruikt == {
        "activiteit": {"activiteit"},
        "bewoner": {"bewoner"},
        "vloeroppervlak_aandeel": {"woningOppervlakteM2", "bedrijfOppervlakteM2"},
        "vloeroppervlak_maximum": {"bedrijfOppervlakteM2"},
        "bezoekers_kantooruren": {"centrumOfStadserf"},
        "bezoekers_buiten_kantooruren": {"centrumOfStadserf"},
        "buitenopslag": {"buitenopslag"},
        "openbare_ruimte": set(),
        "extra_verkeer": set(),
    }
    kantoor = feiten(licht_toe(CHECKS["kantoorlocatie"], {**KANTOOR, "bijBedrijf": True}))
    assert kantoor["oppervlakte_singel"] == {"locatie", "oppervlakteM2"}
    assert kantoor["bij_bedrijf"] == set()  # along the Singel that rule does not look at it


def test_facts_are_in_words() -> None:
    velden = {"gemeente": "enschede", "kavelM2": 12500.5, "sector": "bouw", "peildatum": "2026-11-23"}
    tekst = {feit.veld: feit.tekst for feit in licht_toe(CHECKS["bedrijfskavel"], velden).feiten}
    assert tekst == {
        "gemeente": "Enschede",
        "kavelM2": "12.500,5 m²",
        "sector": "bouw",
        "peildatum": "23 november 2026",
    }


def test_one_of_something_is_told_as_one() -> None:
    toelichting = licht_toe(CHECKS["werken-aan-huis"], {**THUIS, "bezoekersKantooruren": 1})
    assert toelichting.feiten[-1].tekst == "1 klant"


def test_every_question_is_put_to_the_rules_of_the_day_of_the_verdict() -> None:
    gevraagd: list[object] = []
    check = CHECKS["werken-aan-huis"]

    def beoordeel(velden: Mapping[str, object]) -> Uitkomst:
        gevraagd.append(velden.get("peildatum"))
        return check.beoordeel(velden)

    toelichting = licht_toe(replace(check, beoordeel=beoordeel), {**THUIS, "bewoner": False})
    assert gevraagd == [None, *[toelichting.uitkomst.gegevens["peildatum"]] * (len(gevraagd) - 1)]
    assert len(gevraagd) > 2


def test_why_in_the_chat() -> None:
    antwoord = antwoord_waarom(licht_toe(CHECKS["werken-aan-huis"], {**THUIS, "bewoner": False}))
    assert antwoord.soort == "antwoord"
    assert antwoord.tekst == (
        "Dit mag niet.\nDit geeft de doorslag:\n"
        "• De ondernemer woont niet in de woning. Dat moet wel. "
        "Wij keken naar: de ondernemer woont zelf in de woning: nee.\nAlle regels staan bij de uitkomst."
    )
    assert [bron.citaat for bron in antwoord.bronnen] == [
        "degene die het beroep of het bedrijf uitoefent ook bewoner van de woning is"
    ]
    leeg = antwoord_waarom(licht_toe(CHECKS["werken-aan-huis"], {**THUIS, "gemeente": "hengelo"}))
    assert (leeg.soort, leeg.bronnen) == ("melding", ())


def test_every_case_of_the_desk_can_be_asked_why_and_what_if_and_every_step_is_of_use() -> None:
    gebruikt = set()
    for naam, velden in GEVALLEN:
        try:
            toelichting = licht_toe(CHECKS[naam], velden)
        except InvoerFouten:
            continue
        antwoord_waarom(toelichting)  # raises when it is longer than a reply may be
        antwoord_wat_als(toelichting)
        gebruikt |= {stap.tekst for stap in toelichting.vervolg}
        assert bool(toelichting.vervolg) + bool(toelichting.vervolg_zin) <= 1
        assert bool(toelichting.wat_als) + bool(toelichting.wat_als_zin) == 1
        codes = {toelichting.uitkomst.oordeel, *(regel.oordeel for regel in toelichting.uitkomst.regels)}
        assert codes <= set(teksten().oordelen)
    assert gebruikt == {stap.tekst for stappen in STAPPEN.values() for stap in stappen}


def test_a_step_belongs_to_its_verdict_and_its_rule() -> None:
    check = CHECKS["werken-aan-huis"]
    ruimte, groepen, _ = STAPPEN["werken-aan-huis"]
    assert vervolg(check.beoordeel({**THUIS, "bedrijfOppervlakteM2": 40})) == (ruimte,)
    assert vervolg(check.beoordeel({**THUIS, "bezoekersKantooruren": 6})) == (groepen,)
    assert vervolg(check.beoordeel(THUIS)) == ()
    # a permit for more space is of no use to who may not do it at all
    assert vervolg(check.beoordeel({**THUIS, "bedrijfOppervlakteM2": 40, "bewoner": False})) == ()


def test_impossible_input_is_refused_as_by_the_check_itself() -> None:
    with pytest.raises(InvoerFouten) as fouten:
        licht_toe(CHECKS["werken-aan-huis"], {"bedrijfOppervlakteM2": -1, "zomaar": 1})
    assert {fout["veld"] for fout in fouten.value.fouten} == {"bedrijfOppervlakteM2", "zomaar"}


def test_the_widget_uses_the_same_words() -> None:
    nederlands = WIDGET.read_text(encoding="utf-8").split("oordelen: {")[1].split("}")[0]
    assert dict(re.findall(r'^ +(\w+): "([^"]+)",$', nederlands, re.M)) == teksten().oordelen
