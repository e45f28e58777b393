"""Settings: each is described and listed, secrets are never shown, example secrets are refused in production."""

import argparse

import pytest
from pydantic import ValidationError

from api.commands import settings as command
from api.settings import Settings

KEY, OTHER = "8f14e45fceea167a5a36dedd4bea2543", "c9f0f895fb98ab9159f51fd0297e236d"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_says_what_it_is_for(name):
    assert (Settings.model_fields[name].description or "").endswith(".")


def test_every_setting_is_listed_and_no_secret_is(tmp_path, capsys):
    settings = Settings(data_dir=tmp_path, storage_key=KEY, database_url=f"postgresql://loket:{OTHER}@db/loket")
    assert command.run(argparse.Namespace(), settings) == 0
    listed = capsys.readouterr().out
    for name in Settings.model_fields:
        assert f"ONDERNEMERSLOKET_{name.upper()}=" in listed
    assert "ONDERNEMERSLOKET_STORAGE_KEY=(gezet)  (standaard: )" in listed
    assert "ONDERNEMERSLOKET_DATABASE_URL=postgresql://loket:***@db/loket" in listed
    assert "ONDERNEMERSLOKET_PORT=8000  (standaard)" in listed
    assert KEY not in listed
    assert OTHER not in listed


@pytest.mark.parametrize(
    "given",
    [
        {"storage_key": "x" * 32},
        {"session_secret": "change-me-change-me-change-me-change"},
        {"session_secret": "vul hier een lang geheim van 32 in"},
        {"oidc_client_secret": "placeholder"},
        {"database_url": "postgresql://loket:wachtwoord@db/loket"},
    ],
)
def test_an_example_secret_is_refused_in_production_only(given):
    secrets = {"storage_key": KEY, "session_secret": OTHER} | given
    assert Settings(**secrets).production is False
    with pytest.raises(ValidationError, match=f"{next(iter(given))} is een voorbeeld") as error:
        Settings(production=True, **secrets)
    assert next(iter(given.values())) not in str(error.value)


def test_own_secrets_are_accepted_in_production():
    url = f"postgresql://loket:{OTHER}@db/loket"
    assert Settings(production=True, storage_key=KEY, session_secret=OTHER, database_url=url).production
