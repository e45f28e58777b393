"""Every check that there is, over HTTP, as it is served: its schema, its verdict, and its errors."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from fastapi import FastAPI
from starlette.testclient import TestClient

from actions.checks import CHECKS
from actions.vindplaats import met_vindplaats
from api.main import create_app
from knowledge.register import load_documents

CASES = Path(__file__).parents[1] / "cases"


@pytest.fixture
def real(app: FastAPI) -> TestClient:
    documents = load_documents()
    checks = {naam: met_vindplaats(check, documents) for naam, check in CHECKS.items()}
    return TestClient(create_app(replace(app.state.services, checks=checks)), raise_server_exceptions=False)


def test_every_check_is_listed_and_explained(real):
    lijst = real.get("/v1/checks").json()["checks"]
    assert [kort["check"] for kort in lijst] == list(CHECKS)
    assert {"werken-aan-huis", "kantoorlocatie", "functiemenging"} <= set(CHECKS)
    for kort in lijst:
        uitleg = real.get(kort["url"]).json()
        assert uitleg["schema"] == CHECKS[kort["check"]].schema
        assert all(eigenschap["description"] for eigenschap in uitleg["schema"]["properties"].values())


@pytest.mark.parametrize("naam", list(CHECKS))
def test_nothing_said_is_a_verdict_and_nonsense_an_error(real, naam):
    uitkomst = real.post(f"/v1/checks/{naam}", json={}).json()
    assert (uitkomst["check"], uitkomst["oordeel"]) == (naam, "onvolledig")
    assert uitkomst["ontbreekt"]
    assert set(uitkomst["ontbreekt"]) <= set(CHECKS[naam].schema["required"])
    fout = real.post(f"/v1/checks/{naam}", json={"gemeente": 1, "zomaar": True})
    assert fout.status_code == 400
    assert {item["veld"] for item in fout.json()["fouten"]} == {"gemeente", "zomaar"}


@pytest.mark.parametrize("naam", ["kantoorlocatie", "functiemenging"])
def test_the_cases_of_the_desk_have_their_verdict(real, naam):
    cases = yaml.safe_load((CASES / f"{naam}.yml").read_text(encoding="utf-8"))
    for geval in cases["gevallen"]:
        velden = {**cases["standaard"], **geval["invoer"]}
        uitkomst = real.post(f"/v1/checks/{naam}", json={veld: w for veld, w in velden.items() if w is not None}).json()
        assert uitkomst["oordeel"] == geval["oordeel"], geval["naam"]
        assert all("#z-" in regel["bron"]["url"] for regel in uitkomst["regels"]), geval["naam"]
