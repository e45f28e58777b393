"""The check `otb-gebied`: its cases, the lists behind it, and what holds for every name."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from check_cases import lees
from hypothesis import given, settings
from hypothesis import strategies as st

from actions import parameters, terreinnamen
from actions.bedrijventerreinen import laad_otb
from actions.checks import CHECKS
from actions.checks.otb_gebied import NAMEN, TERREINEN
from actions.checks.otb_gebied.regels import OORDELEN, VERWACHT
from actions.gegevensbestand import GegevensFout
from actions.uitkomst import InvoerFouten, Uitkomst
from actions.vindplaats import met_vindplaats
from knowledge.register import SOURCES, load_documents

CASES: list[dict[str, Any]] = lees("otb_gebied")["gevallen"]
CHECK = CHECKS["otb-gebied"]
MAP = parameters.MAP / "hengelo"


def beoordeel(terrein: str | None, **velden: object) -> Uitkomst:
    return CHECK.beoordeel({"gemeente": "hengelo", **({} if terrein is None else {"terrein": terrein}), **velden})


@pytest.mark.parametrize("geval", CASES, ids=lambda geval: geval["terrein"])
def test_case(geval: dict[str, Any]) -> None:
    uitkomst = beoordeel(geval["terrein"])
    assert uitkomst.oordeel == geval["oordeel"]
    assert list(uitkomst.ontbreekt) == (["terrein"] if geval["oordeel"] == "onvolledig" else [])
    aantal = {"onvolledig": geval.get("terreinen"), "onbekend_terrein": 0}.get(geval["oordeel"], 1)
    assert len(uitkomst.extra["terreinen"]) == aantal  # type: ignore[arg-type]
    if "bedoelt_u" in geval:
        assert uitkomst.extra["suggesties"] == geval["bedoelt_u"]
    assert [aanname.split("bedoelt: ")[1] for aanname in uitkomst.aannames] == (
        [f"‘{geval['gelezen_als']}’."] if "gelezen_als" in geval else []
    )


def test_the_lists_are_those_of_the_document() -> None:
    markdown = (SOURCES / "hengelo-otb.md").read_text(encoding="utf-8")
    sectie = markdown.split("### 2.2 ")[1].split("\n## 3 ")[0]
    binnen, buiten = sectie.split("Buiten de scope")
    for tekst, erin in ((binnen, True), (buiten, False)):
        genoemd = [regel.removeprefix("- ") for regel in tekst.splitlines() if regel.startswith("- ")]
        assert [naam for naam, terrein in TERREINEN.items() if terrein.binnen == erin] == genoemd
    assert len(TERREINEN) == 14


def test_every_park_of_a_name_is_told_with_its_place() -> None:
    samenvatting = beoordeel("Veldkamp").samenvatting
    assert "Binnen het OTB: Westermaat De Veldkamp (Hengeloos deel)." in samenvatting
    assert "Buiten het OTB: Westermaat De Veldkamp (Borns deel)." in samenvatting
    assert "Buiten" not in beoordeel("Twentekanaal").samenvatting
    assert len(beoordeel("westermaat " * 18).samenvatting) <= 700


def test_every_rule_is_reported_with_a_citation_at_its_own_sentence() -> None:
    check = met_vindplaats(CHECK, load_documents())
    namen = {
        "binnen_otb": ["terrein", "afbakening", "bindend", "niet_bindend"],
        "buiten_otb": ["terrein", "afbakening", "reden"],
    }
    for terrein, gegeven in TERREINEN.items():
        uitkomst = check.beoordeel({"gemeente": "hengelo", "terrein": terrein})
        assert uitkomst.oordeel == ("binnen_otb" if gegeven.binnen else "buiten_otb")
        assert [regel.regel for regel in uitkomst.regels] == namen[uitkomst.oordeel]
        assert uitkomst.regels[0].bron.citaat == terrein
        assert all("#z-" in regel.bron.url and regel.uitleg.endswith(".") for regel in uitkomst.regels)
    assert len({beoordeel(terrein).regels[0].bron.citaat for terrein in TERREINEN}) == 14


def test_without_a_municipality_or_a_name() -> None:
    leeg = CHECK.beoordeel({})
    assert (leeg.oordeel, leeg.ontbreekt) == ("onvolledig", ("gemeente", "terrein"))
    assert beoordeel(None).ontbreekt == ("terrein",)
    assert CHECK.beoordeel({"terrein": "KWII"}).ontbreekt == ("gemeente",)
    enschede = CHECK.beoordeel({"gemeente": "enschede", "terrein": "KWII"})
    assert (enschede.oordeel, enschede.ontbreekt) == ("niet_van_toepassing", ())
    assert "Hengelo" in enschede.samenvatting


def test_every_error_at_once() -> None:
    with pytest.raises(InvoerFouten) as fout:
        CHECK.beoordeel({"gemeente": "borne", "terrein": "", "peildatum": 2026, "adres": "x"})
    assert {each["veld"] for each in fout.value.fouten} == {"gemeente", "terrein", "peildatum", "adres"}


@pytest.mark.parametrize(
    ("wijziging", "sleutel"),
    [
        ({"KWII": {"eigen": ["kwii"], "bij": []}}, "terreinen.KWII"),
        ({"Gezondheidspark": {"eigen": [], "bij": []}}, "terreinen.Gezondheidspark.eigen"),
        ({"Gezondheidspark": {"eigen": ["gezondheids park"], "bij": []}}, "terreinen.Gezondheidspark.eigen"),
        ({"Gezondheidspark": {"eigen": "park", "bij": []}}, "terreinen.Gezondheidspark.eigen"),
        ({"Gezondheidspark": {"eigen": ["park"]}}, "terreinen.Gezondheidspark.bij"),
    ],
)
def test_malformed_names_say_where(tmp_path: Path, wijziging: dict[str, object], sleutel: str) -> None:
    inhoud = yaml.safe_load((MAP / "terreinnamen.yml").read_text(encoding="utf-8"))
    inhoud["terreinen"].update(wijziging)
    bestand = tmp_path / "namen.yml"
    bestand.write_text(yaml.safe_dump(inhoud, allow_unicode=True), encoding="utf-8")
    with pytest.raises(GegevensFout, match=rf"namen\.yml: {sleutel}"):
        terreinnamen.laad(bestand, TERREINEN)


def test_a_document_with_other_lists_is_refused(tmp_path: Path) -> None:
    p = parameters.laad(MAP / "otb_gebied.yml", VERWACHT, OORDELEN).waarden
    bestand = tmp_path / "otb.md"
    for tekst, reden in [("## 1 Iets", "0 headings"), ("### 2.2 Ruimtelijke afbakening\n\n- KWII\n", "has 1 lists")]:
        bestand.write_text(tekst, encoding="utf-8")
        with pytest.raises(GegevensFout, match=rf"otb\.md: 2\.2 Ruimtelijke afbakening: {reden}"):
            laad_otb(bestand, p["binnen"][0], p["buiten"][0])


# -- what holds for every name

WOORDEN = sorted({woord for naam in NAMEN.namen.values() for woord in naam.eigen | naam.bij})


@settings(deadline=None)
@given(st.lists(st.sampled_from([*WOORDEN, "niet", "naast", "veen"]), min_size=1, max_size=4))
def test_a_verdict_only_for_the_one_park_that_every_word_fits(woorden: list[str]) -> None:
    passend = [
        terrein
        for terrein, naam in NAMEN.namen.items()
        if set(woorden) <= naam.eigen | naam.bij and set(woorden) & naam.eigen
    ]
    oordeel = beoordeel(", ".join(woorden)).oordeel
    if len(passend) == 1:
        assert oordeel == ("binnen_otb" if TERREINEN[passend[0]].binnen else "buiten_otb")
    else:
        assert oordeel == ("onvolledig" if passend else "onbekend_terrein")


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(str.strip))
def test_any_text_gets_a_verdict(tekst: str) -> None:
    assert beoordeel(tekst).oordeel in ("binnen_otb", "buiten_otb", "onvolledig", "onbekend_terrein")
