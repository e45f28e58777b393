"""The check `informele-locatie`: the cases of tests/cases, the table behind it, and what holds for every address."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.checks import CHECKS
from actions.checks.informele_locatie import TABEL
from actions.gegevensbestand import GegevensFout
from actions.informele_locaties import laad
from actions.uitkomst import InvoerFouten, Uitkomst
from actions.vindplaats import met_vindplaats
from knowledge.register import SOURCES, load_documents, load_register

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "informele_locatie.yml").read_text(encoding="utf-8")
)["gevallen"]
CHECK = CHECKS["informele-locatie"]
DOCUMENT = SOURCES / "enschede-visie-werklocaties.md"
ENTRY = load_register()["enschede-visie-werklocaties"]
EXTRACTIE = " ".join(re.sub(r"-\s*\n\s*", "", DOCUMENT.with_suffix(".txt").read_text(encoding="utf-8")).split())
LABELS = {"behouden": "Behouden", "impact_verkleinen": "Impact verkleinen"}


def beoordeel(adres: str | None, **velden: object) -> Uitkomst:
    return CHECK.beoordeel({"gemeente": "enschede", **({} if adres is None else {"adres": adres}), **velden})


@pytest.mark.parametrize("geval", CASES, ids=lambda geval: geval["adres"])
def test_case(geval: dict[str, Any]) -> None:
    uitkomst = beoordeel(geval["adres"])
    assert uitkomst.oordeel == geval["oordeel"]
    assert (uitkomst.extra["locatie"] or {}).get("nummer") == geval.get("nummer")  # type: ignore[attr-defined]
    assert list(uitkomst.ontbreekt) == (["adres"] if geval["oordeel"] == "onvolledig" else [])
    if "bedoelt_u" in geval:
        assert uitkomst.extra["suggesties"] == geval["bedoelt_u"]
    gelezen = [aanname for aanname in uitkomst.aannames if "bedoelt: ‘" in aanname]
    assert [aanname.endswith(f"‘{geval['gelezen_als']}’.") for aanname in gelezen if "gelezen_als" in geval] == (
        [True] if "gelezen_als" in geval else []
    )
    assert len(gelezen) == ("gelezen_als" in geval)


# -- the table


def test_rows_per_label_and_page_of_the_extraction() -> None:
    """Three pages, each with the heading of the table at its end or its start; a row stands where its addresses do."""
    tabel = EXTRACTIE[EXTRACTIE.index("op deze locaties te toetsen") : EXTRACTIE.index("Het realiseren van de uitvoer")]
    paginas = [pagina for pagina in tabel.split("Visie Nr. Stadsdeel Adres") if pagina.strip()]
    geteld = [Counter(rij.label for rij in TABEL.locaties if rij.gedrukt in pagina) for pagina in paginas]
    assert geteld == [{"behouden": 11}, {"behouden": 13, "impact_verkleinen": 20}, {"impact_verkleinen": 6}]


def test_every_row_of_the_markdown_is_there_once() -> None:
    rijen = re.findall(r"(?m)^\| (\d+) \| (\w+) \| (.+) \|$", DOCUMENT.read_text(encoding="utf-8"))
    assert [(str(rij.nummer), rij.stadsdeel, rij.gedrukt) for rij in TABEL.locaties] == rijen
    assert len({rij.nummer for rij in TABEL.locaties}) == 50


def test_ranges_are_written_out() -> None:
    """By hand: number 68 prints 45, 47, 77 1 t/m 25, 81, 81 A t/m I = 1 + 1 + 25 + 1 + 9."""
    per_nummer = {locatie.nummer: locatie.adressen for locatie in TABEL.locaties}
    assert len(per_nummer[68]) == 37
    assert len(per_nummer[45]) == 19  # 13 A t/m S
    assert (
        len(per_nummer[69]) == 29 + 9 + 1 + 1 + 1 + 1 + 10
    )  # 4 1 t/m 29, 20 A t/m I, 95 A, 99, 99 A, 101, 101 A t/m J
    assert len(TABEL.op_adres) == sum(len(adressen) for adressen in per_nummer.values())


def test_streets_with_both_labels() -> None:
    allebei = {straat for straat in TABEL.straten if len(TABEL.labels(straat)) > 1}
    assert allebei == {"Brinkstraat", "Frederikastraat", "Heutinkstraat", "Lipperkerkstraat", "Schreursweg"}
    assert all("verschillende labels" in beoordeel(straat).samenvatting for straat in allebei)
    assert "verschillende labels" not in beoordeel("Javastraat").samenvatting


def test_what_the_source_leaves_open_is_said() -> None:
    onzeker = {locatie.nummer for locatie in TABEL.locaties if locatie.onzeker}
    assert onzeker == {62, 63, 65, 66, 73, 76}
    for locatie in TABEL.locaties:
        uitkomst = beoordeel(str(locatie.adressen[0]))
        twijfel = [aanname for aanname in uitkomst.aannames if "niet zeker" in aanname]
        assert len(twijfel) == (locatie.nummer in onzeker)
        assert ("niet zeker" in uitkomst.samenvatting) == (locatie.nummer in onzeker)


@pytest.mark.parametrize(
    ("van", "naar", "reden"),
    [
        ("Esstraat 12 A", "Esstraat", r"Behouden, nummer 18: not an address: 'Esstraat'"),
        ("Edisonstraat 13 A t/m S", "Edisonstraat 13 S t/m A", r"Behouden, nummer 45: not a range"),
        ("Perikweg 13 A", "Perikweg 13", r"Tabel 5, nummer 5: Perikweg 13 stands twice"),
        ("| 75 | Noord", "| 75a | Noord", r"Impact verkleinen, nummer 75a"),
        ("#### Impact verkleinen", "#### Impact", r"Impact verkleinen: 0 headings"),
    ],
)
def test_a_malformed_table_names_file_and_row(tmp_path: Path, van: str, naar: str, reden: str) -> None:
    bestand = tmp_path / "bron.md"
    bestand.write_text(DOCUMENT.read_text(encoding="utf-8").replace(van, naar), encoding="utf-8")
    with pytest.raises(GegevensFout, match=rf"bron\.md: {reden}"):
        laad(bestand, ENTRY, LABELS)


# -- the report


def test_every_rule_is_reported_with_its_reason() -> None:
    namen = {
        adres: [regel.regel for regel in beoordeel(adres).regels] for adres in ("Javastraat 119", "Pluimstraat 83")
    }
    samen = ["tabel", "betekenis", "nieuw_verzoek", "ander_beleid"]
    assert namen == {"Javastraat 119": [*samen, "ander_beleid_behouden"], "Pluimstraat 83": samen}
    for adres in namen:
        for regel in beoordeel(adres).regels:
            assert regel.uitleg.endswith(".")
            assert regel.oordeel == beoordeel(adres).oordeel
    assert [regel.regel for regel in beoordeel("Dorpsstraat 5").regels] == ["tabel", "functieverandering_mogelijk"]


def test_the_row_is_the_citation_and_its_part_of_the_table_the_section() -> None:
    bron = beoordeel("Heutinkstraat 149 A").regels[0].bron
    assert bron.sectie == "5.4 Uitvoeringsagenda informele binnenstedelijke werklocaties"
    bron = beoordeel("Heutinkstraat 148 A").regels[0].bron
    assert bron.citaat.endswith("Heutinkstraat 148 A t/m B, Heutinkstraat 150, Heutinkstraat 150 A t/m C")
    assert bron.sectie == "Impact verkleinen"


def test_the_location_has_the_names_of_the_interface() -> None:
    assert beoordeel("Perikweg 13").to_json()["locatie"] == {
        "nummer": 5,
        "stadsdeel": "Centrum",
        "adressen": ["Perikweg 13", "Perikweg 13 A"],
    }
    assert beoordeel("Dorpsstraat 5").to_json()["locatie"] is None


def test_every_citation_opens_at_its_own_sentence_and_stands_in_the_extraction() -> None:
    check = met_vindplaats(CHECK, load_documents())
    adressen = [*(str(locatie.adressen[0]) for locatie in TABEL.locaties), "Dorpsstraat 5"]
    regels = [regel for a in adressen for regel in check.beoordeel({"gemeente": "enschede", "adres": a}).regels]
    bronnen = {regel.bron for regel in regels}
    assert [bron for bron in bronnen if "#z-" not in bron.url or bron.citaat not in EXTRACTIE] == []
    rijen = Counter(regel.bron.url for regel in regels if regel.regel == "tabel")
    assert set(rijen.values()) == {1}


# -- input


def test_without_a_municipality_or_an_address() -> None:
    leeg = CHECK.beoordeel({})
    assert (leeg.oordeel, leeg.ontbreekt) == ("onvolledig", ("gemeente", "adres"))
    assert CHECK.beoordeel({"adres": "Javastraat 119"}).ontbreekt == ("gemeente",)
    assert beoordeel(None).ontbreekt == ("adres",)
    assert CHECK.beoordeel({"gemeente": "hengelo", "adres": "Javastraat 119"}).oordeel == "niet_van_toepassing"


def test_every_error_at_once() -> None:
    with pytest.raises(InvoerFouten) as fout:
        CHECK.beoordeel({"gemeente": "almelo", "adres": " ", "huisnummer": 3, "peildatum": "gisteren"})
    assert {each["veld"] for each in fout.value.fouten} == {"gemeente", "adres", "huisnummer", "peildatum"}


# -- what holds for every address


@pytest.mark.parametrize(
    "schrijf",
    [
        str,
        lambda a: str(a).lower(),
        lambda a: f"{a.straat} {a.nummer}-{a.toevoeging}",
        lambda a: f"{a.straat} {a.nummer}{a.toevoeging if a.toevoeging.isalpha() else f'/{a.toevoeging}'}, Enschede",
    ],
)
def test_every_address_finds_its_own_row(schrijf: Any) -> None:
    for adres, locatie in TABEL.op_adres.items():
        uitkomst = beoordeel(schrijf(adres))
        assert (uitkomst.oordeel, uitkomst.extra["locatie"]["nummer"]) == (locatie.label, locatie.nummer), adres  # type: ignore[index]


def test_every_print_finds_its_own_row() -> None:
    for locatie in TABEL.locaties:
        for gedrukt in locatie.gedrukt.split(", "):
            assert beoordeel(gedrukt).extra["locatie"]["nummer"] == locatie.nummer, gedrukt  # type: ignore[index]


@settings(deadline=None)
@given(
    st.sampled_from(sorted(TABEL.straten)), st.integers(0, 1300), st.sampled_from(["", "A", "B", "T", "1", "30", "37"])
)
def test_only_what_stands_in_the_table_has_a_label(straat: str, nummer: int, toevoeging: str) -> None:
    uitkomst = beoordeel(f"{straat} {nummer} {toevoeging}")
    rij = [
        each for each in TABEL.op_adres if (each.straat, each.nummer, each.toevoeging) == (straat, nummer, toevoeging)
    ]
    assert uitkomst.oordeel == (TABEL.op_adres[rij[0]].label if rij else "niet_in_tabel")
    assert len(uitkomst.samenvatting) <= 700


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60).filter(str.strip))
def test_any_text_gets_a_verdict(tekst: str) -> None:
    assert beoordeel(tekst).oordeel in ("niet_in_tabel", "onvolledig", "behouden", "impact_verkleinen")
