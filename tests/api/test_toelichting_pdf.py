"""The explanation of every check over HTTP, and the PDF: what is in it, and that a screen reader can read it."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pdfplumber
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from actions.checks import CHECKS
from actions.toelichting import Toelichting, licht_toe
from actions.vindplaats import met_vindplaats
from api.main import create_app
from api.pdf import maak_pdf
from knowledge.register import load_documents

NU = datetime(2026, 11, 23, 0, 5, tzinfo=UTC)
VELDEN: Mapping[str, Mapping[str, Any]] = {
    "werken-aan-huis": {
        "gemeente": "enschede",
        "woningOppervlakteM2": 120,
        "bedrijfOppervlakteM2": 40.5,
        "activiteit": "kapper",
        "bewoner": True,
    },
    "kantoorlocatie": {"gemeente": "enschede", "locatie": "Singel", "oppervlakteM2": 500, "energielabel": "D"},
    "informele-locatie": {"gemeente": "enschede", "adres": "Javastraat 119 B"},
    "functiemenging": {
        "gemeente": "enschede",
        "profiel": "monofunctioneel",
        "functie": "horeca",
        "ondersteunend": False,
    },
    "bedrijfskavel": {"gemeente": "enschede", "kavelM2": 5000, "sector": "metaalbewerking"},
    "otb-gebied": {"gemeente": "hengelo", "terrein": "Gezondheidspark"},
}


@pytest.fixture
def real(app: FastAPI) -> TestClient:
    documents = load_documents()
    checks = {naam: met_vindplaats(check, documents) for naam, check in CHECKS.items()}
    services = app.state.services
    services.library.documents = documents
    return TestClient(create_app(replace(services, checks=checks)), raise_server_exceptions=False)


def lees(inhoud: bytes) -> tuple[str, pdfplumber.PDF]:
    """The text with its lines joined, and the document."""
    pdf = pdfplumber.open(io.BytesIO(inhoud))
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split()), pdf


def test_every_check_can_be_explained(real):
    assert set(VELDEN) == set(CHECKS)
    for naam, velden in VELDEN.items():
        reply = real.post(f"/v1/checks/{naam}/toelichting", json=velden)
        assert reply.status_code == 200, naam
        toelichting = reply.json()
        assert toelichting["uitkomst"] == real.post(f"/v1/checks/{naam}", json=velden).json()
        assert [tak["regel"] for tak in toelichting["waarom"]["regels"]] == [
            regel["regel"] for regel in toelichting["uitkomst"]["regels"]
        ]
        assert all("#z-" in stap["bron"]["url"] for stap in toelichting["vervolg"]), naam


def test_what_if_in_the_names_of_the_interface(real):
    toelichting = real.post("/v1/checks/bedrijfskavel/toelichting", json=VELDEN["bedrijfskavel"]).json()
    assert toelichting["watAls"] == [
        {
            "veld": "kavelM2",
            "van": 5000,
            "naar": 4999.99,
            "oordeel": "beschikbaar",
            "tekst": "Met een kavel van minder dan 5.000 m² in plaats van 5.000 m² "
            "is er volgens de visie nog ruimte in Enschede.",
        }
    ]
    assert toelichting["watAlsZin"] == ""
    assert [stap["tekst"] for stap in toelichting["vervolg"]] == [
        "Kijk ook in de regio. Misschien is daar plek voor een deel van deze bedrijven."
    ]


@pytest.mark.parametrize("wat", ["toelichting", "pdf"])
def test_errors_are_those_of_the_check(real, wat):
    onzin = {"gemeente": 1, "zomaar": True}
    for naam in CHECKS:
        fout = real.post(f"/v1/checks/{naam}/{wat}", json=onzin)
        assert (fout.status_code, fout.headers["content-type"]) == (400, "application/problem+json")
        assert fout.json() == real.post(f"/v1/checks/{naam}", json=onzin).json()
    assert real.post(f"/v1/checks/zomaar/{wat}", json={}).status_code == 404


@pytest.mark.parametrize("naam", list(CHECKS))
def test_the_pdf_holds_everything(real, naam):
    velden = VELDEN[naam]
    reply = real.post(f"/v1/checks/{naam}/pdf", json=velden)
    assert (reply.status_code, reply.headers["content-type"]) == (200, "application/pdf")
    assert reply.headers["content-disposition"].startswith(f'attachment; filename="uitkomst-{naam}-20')
    tekst, pdf = lees(reply.content)
    assert len(pdf.pages) == 1
    toelichting = real.post(f"/v1/checks/{naam}/toelichting", json=velden).json()
    uitkomst = toelichting["uitkomst"]
    zinnen = [uitkomst["samenvatting"], uitkomst["disclaimer"], uitkomst["regelset"], toelichting["waarom"]["woorden"]]
    zinnen += [*uitkomst["aannames"], *(een["tekst"] for een in toelichting["watAls"]), toelichting["watAlsZin"]]
    for tak in toelichting["waarom"]["regels"]:
        zinnen += [tak["uitleg"], tak["woorden"], *(f"{feit['naam']}: {feit['tekst']}" for feit in tak["feiten"])]
        zinnen += [tak["bron"]["citaat"], f"{tak['bron']['titel']}, {tak['bron']['sectie']}"]
    for stap in toelichting["vervolg"]:
        zinnen += [stap["tekst"], stap["bron"]["citaat"]]
    assert [zin for zin in zinnen if " ".join(zin.split()) not in tekst] == []


def uitleg(naam: str = "werken-aan-huis", **anders: Any) -> Toelichting:
    return licht_toe(CHECKS[naam], {**VELDEN[naam], **anders})


def test_a_screen_reader_can_read_it():
    _, pdf = lees(maak_pdf(uitleg(), "Loket", NU))
    assert pdf.metadata["Title"] == "Uitkomst van de controle ‘Werken aan huis’"
    assert pdf.metadata["Author"] == "Loket"
    assert pdf.doc.catalog["Lang"] == b"nl-NL"
    assert pdf.doc.catalog["MarkInfo"]["Marked"] is True
    assert b"pdfuaid" in pdf.doc.catalog["Metadata"].resolve().get_data()
    assert pdf.pages[0].images == []
    assert [round(float(maat)) for maat in (pdf.pages[0].width, pdf.pages[0].height)] == [595, 842]  # A4


def test_it_says_when_and_where_it_was_made():
    tekst, _ = lees(maak_pdf(uitleg(peildatum="2026-11-01"), "Loket", NU))
    assert "Gemaakt op 23 november 2026, 00.05 uur (UTC). Gemeente: Enschede." in tekst
    assert "zoals zij gelden op 1 november 2026." in tekst
    assert "Oppervlakte van het bedrijf: 40,5 m²" in tekst


def test_what_the_user_typed_is_text_and_a_sign_that_cannot_be_drawn_is_told():
    tekst, _ = lees(maak_pdf(uitleg(activiteit="kapper #strong[x] $y$ @z Zoë ☕"), "Loket", NU))
    assert "kapper #strong[x] $y$ @z Zoë ?" in tekst
    assert "Een teken dat wij niet kunnen afdrukken, staat in deze tekst als ‘?’." in tekst
    assert "Een teken" not in lees(maak_pdf(uitleg(), "Loket", NU))[0]


@pytest.mark.parametrize(
    ("van", "tot"), [(0x20, 0x7E), (0xA0, 0x17F), (0x391, 0x3C9), (0x400, 0x460), (0x2010, 0x2300)]
)
def test_whatever_is_typed_there_is_a_pdf(van, tot):
    maak_pdf(replace(uitleg(), titel="".join(map(chr, range(van, tot + 1))) + "\x00\x07\u200b\ufffe日"), "Loket", NU)


def test_what_does_not_fit_one_page_goes_on_to_the_next():
    toelichting = uitleg(activiteit="kapper " + "x" * 490)
    aannames = tuple(f"Aanname nummer {nummer}." for nummer in range(60))
    tekst, pdf = lees(
        maak_pdf(replace(toelichting, uitkomst=replace(toelichting.uitkomst, aannames=aannames)), "L", NU)
    )
    assert len(pdf.pages) > 1
    assert all(aanname in tekst for aanname in aannames)
    assert f"Pagina 1 van {len(pdf.pages)}" in tekst
    assert toelichting.uitkomst.disclaimer in tekst
