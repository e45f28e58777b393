"""PRIVACY.md says what is true: every table, every period, every kind of personal data, and the addresses."""

import re
from pathlib import Path

import pytest

from api.commands import COMMANDS
from api.privacy import SOORTEN
from api.retention.enforce import PASS_EVERY
from api.settings import Settings
from api.storage.pogingen import FORGOTTEN_AFTER
from api.storage.tables import Base

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "PRIVACY.md").read_text(encoding="utf-8")
ROWS = {row[1]: row[0] for row in re.finditer(r"^\| `(\w+)` \|.*$", PAGE, re.MULTILINE)}
FLAT = " ".join(PAGE.split())


def test_every_table_has_its_row_and_every_row_its_table():
    assert set(ROWS) == set(Base.metadata.tables)


def test_a_table_goes_with_the_conversation_when_the_page_says_so():
    """By a foreign key that leads to the conversation; the memory of the dialogue is removed by its id."""

    def leads_to_conversation(name: str) -> bool:
        keys = Base.metadata.tables[name].foreign_keys
        return any(
            key.ondelete == "CASCADE"
            and (key.column.table.name == "gesprek" or leads_to_conversation(key.column.table.name))
            for key in keys
        )

    said = {name for name, row in ROWS.items() if "met het gesprek" in row}
    assert said == {name for name in Base.metadata.tables if leads_to_conversation(name)} | {"rasa_gebeurtenis"}


@pytest.mark.parametrize("setting", [name for name in Settings.model_fields if name.endswith(("_days", "_minutes"))])
def test_every_period_is_said_with_the_value_of_its_setting(setting):
    default = Settings.model_fields[setting].default
    unit = "dagen" if setting.endswith("_days") else "minuten"
    assert re.search(rf"\*\*{default:g} {unit}\*\*[^*]*\(`{setting}`\)", FLAT), setting


def test_periods_that_are_no_settings():
    assert f"**{FORGOTTEN_AFTER.days} dag**" in ROWS["aanmeldpoging"]
    assert PASS_EVERY == 600
    assert "elke tien minuten" in FLAT


def test_every_named_setting_and_command_is_there():
    named = set(re.findall(r"`(\w+_\w+)`", PAGE)) - set(Base.metadata.tables)
    assert named <= set(Settings.model_fields)
    assert set(re.findall(r"python -m api (\w+)", FLAT)) <= set(COMMANDS)


def test_every_kind_of_personal_data_is_named():
    sentence = re.search(r"gaan weg, .*?: (.*?)\. Er komt", FLAT)
    assert sentence is not None
    assert sentence[1].split(", ") == list(SOORTEN)


def test_the_addresses_are_there(client):
    paths = client.get("/v1/openapi.json").json()["paths"]
    assert {"get", "delete"} <= set(paths["/gesprekken/{gesprekId}"])


def test_the_chat_sets_no_cookie(client):
    reply = client.post("/v1/berichten", json={"bericht": "hallo"})
    for response in (reply, client.get("/chat"), client.get("/v1/passages", params={"vraag": "markt"})):
        assert "set-cookie" not in response.headers


def test_it_is_one_page():
    assert len(PAGE.split()) < 900
