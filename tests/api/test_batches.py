"""Many checks in one request: in order, and each with its own fault."""

import pytest
from callers import serving
from front_door import KRAAM
from replies import problem_of
from voorbeelden import make_key

from api.services import Services

PATH = "/v1/checks/kraam/batches"


def geval(breedte: object, **more: object) -> dict[str, object]:
    return {"velden": {"breedteM": breedte}, **more}


@pytest.fixture
def post(app, client):
    key = make_key(app, "batches")
    return lambda body: client.post(PATH, json=body, headers={"X-Api-Key": key})


def test_results_stand_in_the_order_of_the_cases_with_what_is_wrong_in_its_place(post, client):
    body = post({"gevallen": [geval(3, kenmerk="a"), geval(-1, kenmerk="b"), geval(5), {"velden": {}}]}).json()
    assert (body["check"], body["gelukt"], body["mislukt"]) == ("kraam", 3, 1)
    one, wrong, five, empty = body["resultaten"]
    assert [each["kenmerk"] for each in body["resultaten"]] == ["a", "b", None, None]
    assert [each["status"] for each in body["resultaten"]] == [200, 400, 200, 200]
    assert wrong["uitkomst"] is None
    single = client.post("/v1/checks/kraam", json={"breedteM": -1})
    assert wrong["probleem"] == single.json()
    assert [each["uitkomst"]["oordeel"] for each in (one, five, empty)] == [
        "toegestaan",
        "niet_toegestaan",
        "onvolledig",
    ]
    assert one["uitkomst"] == client.post("/v1/checks/kraam", json={"breedteM": 3}).json()
    assert one["probleem"] is None


def test_a_thousand_cases_and_one_more(post):
    assert post({"gevallen": [geval(3)] * 1000}).json()["gelukt"] == 1000
    fouten = problem_of(post({"gevallen": [geval(3)] * 1001}), 400)["fouten"]
    assert [fout["veld"] for fout in fouten] == ["gevallen"]


def test_every_fault_in_the_batch_itself_is_named(post):
    fouten = problem_of(post({"gevallen": [{"velden": 1}, {"kenmerk": "x" * 101}, geval(3, naam="x")]}), 400)["fouten"]
    assert {fout["veld"] for fout in fouten} == {
        *("gevallen.0.velden", "gevallen.1.kenmerk", "gevallen.1.velden", "gevallen.2.naam")
    }


def test_a_case_on_which_the_check_breaks_does_not_stop_the_others(app, client):
    def beoordeel(velden):
        if velden.get("breedteM") == 13:
            raise RuntimeError("geheim inwendig detail")
        return KRAAM.beoordeel(velden)

    services: Services = app.state.services
    broken = KRAAM.__class__(**{**vars(KRAAM), "beoordeel": beoordeel})
    app.state.services = services.__class__(**{**vars(services), "checks": {"kraam": broken}})
    headers = {"X-Api-Key": make_key(app, "batches")}
    reply = client.post(PATH, json={"gevallen": [geval(13), geval(3)]}, headers=headers)
    assert [each["status"] for each in reply.json()["resultaten"]] == [500, 200]
    assert "geheim" not in reply.text


def test_each_case_counts_for_the_limit(tmp_path):
    with serving(tmp_path, limiet_sleutel=10) as (app, client):
        headers = {"X-Api-Key": make_key(app, "batches")}
        reply = client.post(PATH, json={"gevallen": [geval(3)] * 8}, headers=headers)
        assert reply.headers["ratelimit"].startswith('"sleutel";r=2;')
        refused = client.post(PATH, json={"gevallen": [geval(3)] * 3}, headers=headers)
        problem_of(refused, 429)
        assert refused.headers["ratelimit"].startswith('"sleutel";r=1;')  # only the request itself counted
        assert client.post(PATH, json={"gevallen": [geval(3)]}, headers=headers).status_code == 200
