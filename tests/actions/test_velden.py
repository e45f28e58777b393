"""What the checks share: the JSON Schema of their input, and the days on which there are rules."""

from datetime import date

import pytest

from actions.checks.bedrijfskavel.invoer import lees_invoer
from actions.checks.kader import op_dag
from actions.checks.velden import bekend, gemeente, schema, vrije_tekst
from actions.uitkomst import InvoerFouten
from knowledge.register import load_register


def test_a_field_in_ones_own_words() -> None:
    assert vrije_tekst("Wat?") == {
        "type": "string",
        "minLength": 1,
        "maxLength": 500,
        "pattern": r"\S",
        "description": "Wat?",
    }
    assert vrije_tekst("Wat?", 200)["maxLength"] == 200


def test_the_schema_of_a_check() -> None:
    assert schema("Markt", ("gemeente",), {"gemeente": gemeente("Waar?")}) == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Markt",
        "description": (
            "De gegevens voor de controle ‘Markt’. U mag gegevens weglaten. "
            "Is een nodig gegeven weg, dan is het oordeel ‘onvolledig’ en staat de naam in ‘ontbreekt’."
        ),
        "type": "object",
        "additionalProperties": False,
        "required": ["gemeente"],
        "properties": {
            "gemeente": {"type": "string", "enum": ["enschede", "hengelo"], "description": "Waar?"},
            "peildatum": {
                "type": "string",
                "format": "date",
                "description": "Volgens de regels van welke dag (jjjj-mm-dd)? Zonder datum: vandaag.",
            },
        },
    }


def test_a_day_without_rules_is_refused() -> None:
    def waarden(dag: date) -> str:
        raise LookupError(str(dag))

    with pytest.raises(InvoerFouten) as gevangen:
        op_dag(waarden, date(1900, 1, 1))
    assert gevangen.value.fouten == [{"veld": "peildatum", "melding": "Voor deze dag hebben wij geen regels."}]
    assert op_dag(date.isoformat, date(1900, 1, 1)) == "1900-01-01"


def test_what_is_known_comes_back_as_json() -> None:
    gegevens = bekend(lees_invoer({"kavelM2": 2000.0, "gevestigdInEnschede": False, "peildatum": "2026-01-01"}))
    assert repr(gegevens) == "{'kavelM2': 2000, 'gevestigdInEnschede': False, 'peildatum': '2026-01-01'}"
    assert repr(bekend(lees_invoer({"kavelM2": 99.5}))) == "{'kavelM2': 99.5}"


def test_every_municipality_of_the_register_can_be_asked_about() -> None:
    assert gemeente("Waar?")["enum"] == sorted({entry.gemeente for entry in load_register().values()})
