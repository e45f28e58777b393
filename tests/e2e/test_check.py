"""The check werken-aan-huis over HTTP, for every case that the desk wrote down."""

from pathlib import Path

import pytest
import yaml

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "werken_aan_huis.yml").read_text(encoding="utf-8"))
ADDRESS = "/v1/checks/werken-aan-huis"
OORDELEN = {
    "toegestaan",
    "vergunning_binnenplans",
    "vergunning_buitenplans",
    "niet_toegestaan",
    "onvolledig",
    "niet_van_toepassing",
}


def velden(invoer: dict) -> dict:
    return {veld: waarde for veld, waarde in {**CASES["standaard"], **invoer}.items() if waarde is not None}


@pytest.mark.parametrize("geval", CASES["gevallen"], ids=lambda geval: geval["naam"])
def test_a_case_has_its_verdict(service, geval):
    response = service.post(ADDRESS, velden(geval["invoer"]))
    assert response.status_code == 200
    uitkomst = response.json()
    assert set(uitkomst) == {
        *("check", "oordeel", "samenvatting", "regels", "ontbreekt", "aannames", "gegevens", "disclaimer", "regelset")
    }
    assert uitkomst["check"] == "werken-aan-huis"
    assert uitkomst["oordeel"] == geval["oordeel"]
    if "ontbreekt" in geval:
        assert uitkomst["ontbreekt"] == geval["ontbreekt"]
    for regel in uitkomst["regels"]:
        assert set(regel) == {"regel", "oordeel", "uitleg", "bron"}


def test_the_cases_reach_every_verdict_of_the_contract():
    assert {geval["oordeel"] for geval in CASES["gevallen"]} == OORDELEN


def test_impossible_input_names_every_error(service):
    fout = {"woningOppervlakteM2": -1, "bedrijfOppervlakteM2": "veel", "gemeente": "almelo", "bewoner": "ja", "x": 1}
    response = service.post(ADDRESS, {**velden({}), **fout})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    probleem = response.json()
    assert probleem["status"] == 400
    assert probleem["title"]
    assert {item["veld"] for item in probleem["fouten"]} == set(fout)
    assert all(item["melding"] for item in probleem["fouten"])


def test_a_business_larger_than_the_dwelling_is_impossible(service):
    response = service.post(ADDRESS, velden({"bedrijfOppervlakteM2": 121}))  # of 120
    assert response.status_code == 400
    assert {item["veld"] for item in response.json()["fouten"]} == {"bedrijfOppervlakteM2"}


def test_every_citation_opens_the_source_at_its_sentence(service):
    uitkomst = service.post(ADDRESS, velden({})).json()
    for bron in [regel["bron"] for regel in uitkomst["regels"]]:
        sentence = service.sentence_at(bron["url"])
        assert bron["citaat"] in sentence or bron["citaat"].startswith(sentence)


def test_the_list_leads_to_the_check_and_its_schema_to_the_fields(service):
    (kort,) = [check for check in service.get("/v1/checks").json()["checks"] if check["check"] == "werken-aan-huis"]
    schema = service.get(kort["url"]).json()["schema"]
    assert set(schema["required"]) == set(CASES["standaard"])
    used = {veld for geval in CASES["gevallen"] for veld in geval["invoer"]}
    assert used <= set(schema["properties"])
