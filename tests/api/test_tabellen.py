"""The tables of the policy as JSON and as CSV."""

import csv
import io

import pytest
from front_door import FakeLibrary, build_app
from starlette.testclient import TestClient

from actions.checks import CHECKS
from api.ahead import Ahead
from api.dialogue import Dialogue
from api.main import create_app
from api.services import Services
from knowledge.register import load_documents

LOCATIES, TERREINEN = "/v1/informele-locaties", "/v1/bedrijventerreinen"


def regels(reply) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(reply.text)))


def test_every_informal_location_has_its_source_and_date(client):
    rijen = client.get(LOCATIES).json()["informeleLocaties"]
    assert [rij["label"] for rij in rijen] == ["behouden"] * 24 + ["impact_verkleinen"] * 26
    assert rijen[4] == {
        "nummer": 5,
        "stadsdeel": "Centrum",
        "label": "behouden",
        "adressen": ["Perikweg 13", "Perikweg 13 A"],
        "adresInBron": "Perikweg 13, Perikweg 13 A",
        "onzeker": None,
        "bron": {
            "document": "enschede-visie-werklocaties",
            "titel": "Visie Werklocaties",
            "gemeente": "enschede",
            "sectie": "Behouden",
            "citaat": "Perikweg 13, Perikweg 13 A",
            "url": "/bronnen/enschede-visie-werklocaties#behouden",
        },
        "datum": None,
        "datumUitleg": (
            "De visie noemt geen datum waarop zij is vastgesteld. "
            "Uit de tekst blijkt dat zij van ongeveer 2019 of 2020 is."
        ),
    }
    assert [rij["nummer"] for rij in rijen if rij["onzeker"]] == [62, 63, 65, 66, 73, 76]
    assert sum(len(rij["adressen"]) for rij in rijen) == 333


def test_a_location_is_what_the_check_says_of_its_addresses(client):
    check = CHECKS["informele-locatie"]
    for rij in client.get(LOCATIES).json()["informeleLocaties"]:
        uitkomst = check.beoordeel({"gemeente": "enschede", "adres": rij["adressen"][-1]})
        assert (uitkomst.oordeel, uitkomst.extra["locatie"]["nummer"]) == (rij["label"], rij["nummer"])


def test_the_parks_of_enschede_with_supply_and_scores(client):
    rijen = {rij["naam"]: rij for rij in client.get(TERREINEN).json()["bedrijventerreinen"]}
    euregio = rijen["Bedrijvenpark Euregio"]
    assert (euregio["gemeente"], euregio["ook"], euregio["otb"]) == ("enschede", ["Euregio Bedrijvenpark"], None)
    assert euregio["aanbod"]["hectare"] == 9.7
    assert (euregio["aanbod"]["datum"], euregio["aanbod"]["datumUitleg"]) == (
        "2016-07",
        "De cijfers zijn van juli 2016.",
    )
    assert euregio["aanbod"]["bron"]["citaat"] == "Tabel 2: beschikbaar aanbod bedrijventerrein"
    scores = euregio["scores"]
    assert [scores[naam] for naam in ("banenEnVestigingen", "marktwaardeEnVastgoed", "eindscore")] == [69, 74, 70]
    assert scores["ruimtelijkeKwaliteitEnBereikbaarheid"] == 67
    assert scores["datum"] is None
    assert "volgorde van de bron" in scores["onzeker"]
    assert (rijen["Marssteden"]["aanbod"], rijen["Marssteden"]["scores"]["kern"]) == (None, "Usselo")
    assert (rijen["Usseler Es"]["scores"], rijen["Usseler Es"]["aanbod"]["hectare"]) == (None, 58.0)
    enschede = [rij for rij in rijen.values() if rij["gemeente"] == "enschede"]
    assert len([rij for rij in enschede if rij["aanbod"]]) == 7
    assert len([rij for rij in enschede if rij["scores"]]) == 8
    assert len(enschede) == 11  # four are in both tables


def test_the_parks_of_hengelo_with_their_place_in_the_otb(client):
    rijen = client.get(TERREINEN, params={"gemeente": "hengelo"}).json()["bedrijventerreinen"]
    assert {rij["gemeente"] for rij in rijen} == {"hengelo"}
    assert [rij["otb"]["binnen"] for rij in rijen] == [True] * 10 + [False] * 4
    assert rijen[4]["otb"]["bron"]["citaat"] == rijen[4]["naam"] == "Westermaat Campus"
    assert rijen[4]["otb"]["datumUitleg"].endswith("Het document is voor 2026 tot en met 2029.")
    assert {
        rij["gemeente"] for rij in client.get(TERREINEN, params={"gemeente": "enschede"}).json()["bedrijventerreinen"]
    } == {"enschede"}


def test_sources_open_at_their_own_sentence(rasa, settings):
    library = FakeLibrary()
    library.documents = load_documents()
    client = TestClient(build_app(rasa, library, settings))
    urls = [rij["bron"]["url"] for rij in client.get(LOCATIES).json()["informeleLocaties"]]
    assert len(set(urls)) == 50
    assert all("#z-" in url for url in urls)
    for rij in client.get(TERREINEN).json()["bedrijventerreinen"]:
        assert all("#z-" in rij[deel]["bron"]["url"] for deel in ("aanbod", "scores", "otb") if rij[deel])


@pytest.mark.parametrize("address", [LOCATIES, TERREINEN])
@pytest.mark.parametrize(
    ("formaat", "accept", "is_csv"),
    [
        (None, "*/*", False),
        (None, "text/csv", True),
        (None, "text/csv, */*;q=0.8", True),
        (None, "application/json, text/csv;q=0.5", False),
        (None, "application/json, text/csv", False),
        (None, "text/csv;q=0", False),
        (None, "text/csv;q=veel", False),
        (None, "text/html,application/xhtml+xml,*/*;q=0.8", False),
        ("csv", "application/json", True),
        ("json", "text/csv", False),
    ],
)
def test_the_form_is_the_one_asked_for(client, address, formaat, accept, is_csv):
    reply = client.get(address, params={"formaat": formaat} if formaat else {}, headers={"Accept": accept})
    assert reply.status_code == 200
    assert reply.headers["content-type"] == ("text/csv; charset=utf-8" if is_csv else "application/json")
    assert reply.headers["vary"] == "Accept"
    assert ("attachment" in reply.headers.get("content-disposition", "")) == is_csv


def test_csv_has_a_column_for_every_field(client):
    rijen = regels(client.get(LOCATIES, params={"formaat": "csv"}))
    assert len(rijen) == 50
    assert rijen[4]["adressen"] == "Perikweg 13; Perikweg 13 A"
    assert rijen[4]["bronCitaat"] == "Perikweg 13, Perikweg 13 A"
    assert (rijen[4]["datum"], rijen[4]["onzeker"]) == ("", "")
    terreinen = {rij["naam"]: rij for rij in regels(client.get(TERREINEN, params={"formaat": "csv"}))}
    assert len(terreinen) == 25
    josink = terreinen["Josink Es"]
    assert (josink["aanbodHectare"], josink["aanbodDatum"], josink["scoresEindscore"]) == ("6.4", "2016-07", "73")
    assert (josink["otbBinnen"], josink["otbBronUrl"]) == ("", "")
    assert terreinen["Westermaat Plein"]["otbBinnen"] == "nee"
    assert terreinen["Westermaat Campus"]["otbBinnen"] == "ja"


@pytest.mark.parametrize("params", [{"formaat": "xml"}, {"gemeente": "almelo"}, {"formaat": ""}])
def test_what_is_not_a_choice_is_an_error(client, params):
    reply = client.get(TERREINEN, params=params)
    assert reply.status_code == 400
    assert [fout["veld"] for fout in reply.json()["fouten"]] == list(params)
    assert reply.json()["fouten"][0]["melding"].startswith("Kies een van deze waarden")


def test_both_forms_are_published(client):
    document = client.get("/v1/openapi.json").json()
    for address in (LOCATIES, TERREINEN):
        content = document["paths"][address.removeprefix("/v1")]["get"]["responses"]["200"]["content"]
        assert set(content) == {"application/json", "text/csv"}


def test_every_check_is_there_and_works_by_post(rasa, library, settings, storage):
    dialogue = Dialogue(rasa, Ahead(library), timeout=5.0)
    client = TestClient(create_app(Services(settings, library, CHECKS, dialogue, storage)))
    namen = {check["check"] for check in client.get("/v1/checks").json()["checks"]}
    assert {"informele-locatie", "bedrijfskavel", "otb-gebied"} <= namen
    adres = client.post("/v1/checks/informele-locatie", json={"gemeente": "enschede", "adres": "getfertsingel 77/12"})
    assert adres.json()["locatie"]["nummer"] == 68
    kavel = client.post("/v1/checks/bedrijfskavel", json={"gemeente": "enschede", "kavelM2": 5000, "sector": "bouw"})
    assert kavel.json()["oordeel"] == "niet_beschikbaar"
    terrein = client.post("/v1/checks/otb-gebied", json={"gemeente": "hengelo", "terrein": "Veldkamp"})
    assert terrein.json()["ontbreekt"] == ["terrein"]
    fout = client.post("/v1/checks/otb-gebied", json={"gemeente": "borne", "terrein": 3})
    assert {each["veld"] for each in fout.json()["fouten"]} == {"gemeente", "terrein"}
