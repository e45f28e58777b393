"""The published interface is good enough to make a typed client of, which then works; nothing is downloaded."""

import importlib
import json
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from callers import running
from real_front_door import build_real_app
from voorbeelden import make_key

CONFIG = "post_hooks: []\ncontent_type_overrides:\n  application/pdf: application/octet-stream\n"


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    app = build_real_app(tmp_path_factory.mktemp("data"))
    key = make_key(app, "batches", "checks")
    with running(app) as address:
        yield address, key


@pytest.fixture(scope="module")
def client_package(service, tmp_path_factory):
    """Generates the package `loket_client`, and gives a function that imports a module of it."""
    folder: Path = tmp_path_factory.mktemp("client")
    (folder / "openapi.json").write_text(json.dumps(httpx.get(f"{service[0]}/v1/openapi.json", timeout=60).json()))
    (folder / "config.yml").write_text(CONFIG)
    generator = Path(sys.executable).parent / "openapi-python-client"
    command = [generator, "generate", "--path", "openapi.json", "--config", "config.yml", "--meta", "none"]
    done = subprocess.run(
        [*command, "--output-path", "loket_client", "--fail-on-warning"],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(folder))
    yield lambda name: importlib.import_module(f"loket_client.{name}")
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == "loket_client"]:
        del sys.modules[name]


@pytest.fixture
def anonymous(service, client_package):
    return client_package("client").Client(base_url=f"{service[0]}/v1", raise_on_unexpected_status=True, timeout=60)


def test_a_conversation(anonymous, client_package):
    models, post_bericht = client_package("models"), client_package("api.gesprek.post_bericht")
    body = models.Bericht(bericht="Hoe groot mag mijn bedrijf aan huis zijn?", gemeente="enschede")
    gesprek = post_bericht.sync(client=anonymous, body=body, idempotency_key="een")
    assert isinstance(gesprek, models.Gesprek)
    assert isinstance(gesprek.gesprek_id, UUID)
    assert gesprek.antwoorden[0].soort == "antwoord"
    assert gesprek.antwoorden[0].bronnen[0].document == "enschede-visie-werklocaties"
    again = post_bericht.sync(client=anonymous, body=body, idempotency_key="een")
    assert again == gesprek


def test_errors_are_typed_too(anonymous, client_package):
    models, get_passages = client_package("models"), client_package("api.zoeken.get_passages")
    probleem = get_passages.sync(client=anonymous, vraag=" ", aantal=0)
    assert isinstance(probleem, models.Probleem)
    assert probleem.status == 400
    assert {fout.veld for fout in probleem.fouten} == {"vraag", "aantal"}


def test_tables_and_documents(anonymous, client_package):
    models = client_package("models")
    locaties = client_package("api.tabellen.get_informele_locaties").sync(client=anonymous, per_pagina=3)
    assert isinstance(locaties, models.InformeleLocaties)
    assert [each.nummer for each in locaties.informele_locaties] == [1, 2, 3]
    bron = client_package("api.bronnen.get_bron").sync("hengelo-otb", client=anonymous)
    assert isinstance(bron, models.BronDocument)
    assert bron.secties


def test_a_check_and_a_batch_with_a_key(service, anonymous, client_package):
    models, client = client_package("models"), client_package("client")
    known = client.AuthenticatedClient(
        base_url=f"{service[0]}/v1", token=service[1], prefix="", auth_header_name="X-Api-Key", timeout=60
    )
    velden = {"gemeente": "enschede", "kavelM2": 3000, "sector": "bakkerij"}
    body = client_package("models.post_check_velden").PostCheckVelden.from_dict(velden)
    uitkomst = client_package("api.checks.post_check").sync("bedrijfskavel", client=known, body=body)
    assert isinstance(uitkomst, models.Uitkomst)
    assert uitkomst.oordeel == "beschikbaar"
    gevallen = [{"kenmerk": "a", "velden": velden}, {"velden": {**velden, "kavelM2": -1}}]
    batch = models.Batch.from_dict({"gevallen": gevallen})
    post_batch = client_package("api.checks.post_batch")
    result = post_batch.sync("bedrijfskavel", client=known, body=batch)
    assert isinstance(result, models.BatchUitkomst)
    assert [each.status for each in result.resultaten] == [200, 400]
    assert result.resultaten[1].probleem.fouten[0].veld == "kavelM2"
    assert isinstance(post_batch.sync("bedrijfskavel", client=anonymous, body=batch), models.Probleem)
