"""The training data and domain hold together, and there is enough of it."""

from collections import Counter

import pytest
import yaml
from conftest import ROOT
from rasa.shared.core.constants import DEFAULT_INTENTS
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.validator import Validator

from bot import train
from bot.components.entiteiten import entiteiten
from bot.components.zinsvorm import intent_van_vorm

GENOEG = 40  # own examples of an intent that the classifier must tell from the others
VAN_VORM = {"bevestig", "ontken"}  # settled by the form of the sentence; the examples only help


@pytest.fixture(scope="module")
def importer() -> TrainingDataImporter:
    return TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "bot" / "domain"), [str(ROOT / "bot" / "data")]
    )


def voorbeelden() -> "list[tuple[str, str]]":
    blokken = [
        blok
        for pad in sorted((ROOT / "bot" / "data" / "nlu").glob("*.yml"))
        for blok in yaml.safe_load(pad.read_text())["nlu"]
    ]
    return [(blok["intent"], regel[2:]) for blok in blokken for regel in blok["examples"].splitlines() if regel]


def test_rasa_finds_nothing_wrong(importer: TrainingDataImporter) -> None:
    validator = Validator.from_importer(importer)
    assert validator.verify_domain_validity()
    assert validator.verify_intents(ignore_warnings=False)
    assert validator.verify_example_repetition_in_intents(ignore_warnings=False)
    assert validator.verify_story_structure(ignore_warnings=False)
    assert validator.verify_forms_in_stories_rules()
    assert validator.verify_actions_in_stories_rules()


def test_every_intent_has_enough_examples(importer: TrainingDataImporter) -> None:
    aantal = Counter(intent for intent, _ in voorbeelden())
    van_rasa = set(DEFAULT_INTENTS)
    intents = [naam for naam in importer.get_domain().intents if naam not in VAN_VORM | van_rasa]
    assert {naam: aantal[naam] for naam in intents if aantal[naam] < GENOEG} == {}


def test_no_example_is_contradicted_by_the_form_of_its_sentence() -> None:
    anders = [
        (intent, tekst, vorm)
        for intent, tekst in voorbeelden()
        if (vorm := intent_van_vorm(tekst, intent)) not in (None, intent)
    ]
    assert anders == []


def test_the_domain_knows_every_fact_and_intent(importer: TrainingDataImporter) -> None:
    domain = importer.get_domain()
    facts = {entiteit["entity"] for _, tekst in voorbeelden() for entiteit in entiteiten(tekst)}
    assert len(facts) > 5
    assert facts <= set(domain.entities)
    assert {intent for intent, _ in voorbeelden()} | VAN_VORM <= set(domain.intents)


def test_every_intent_has_a_rule() -> None:
    regels = yaml.safe_load((ROOT / "bot" / "data" / "regels.yml").read_text())["rules"]
    genoemd = {stap["intent"] for regel in regels for stap in regel["steps"] if "intent" in stap}
    domein = yaml.safe_load((ROOT / "bot" / "domain" / "gesprek.yml").read_text())
    assert set(domein["intents"]) <= genoemd


def test_no_rule_has_a_second_action() -> None:
    """bot/patches.py waits for the user after every action of ours."""
    regels = yaml.safe_load((ROOT / "bot" / "data" / "regels.yml").read_text())["rules"]
    assert {regel["rule"]: n for regel in regels if (n := sum("action" in stap for stap in regel["steps"])) != 1} == {}


def test_no_rule_looks_at_more_than_intent_slots_and_check() -> None:
    """What bot/patches.py remembers of them; and no slot is filled from a message by Rasa."""
    regels = yaml.safe_load((ROOT / "bot" / "data" / "regels.yml").read_text())["rules"]
    stappen = [stap for regel in regels for stap in (*regel["condition"], *regel["steps"])]
    assert {sleutel for stap in stappen for sleutel in stap} == {"intent", "action", "active_loop", "slot_was_set"}
    slots = [
        slot
        for pad in (ROOT / "bot" / "domain").glob("*.yml")
        for slot in yaml.safe_load(pad.read_text()).get("slots", {}).values()
    ]
    assert {mapping["type"] for slot in slots for mapping in slot["mappings"]} == {"custom"}


def test_the_hash_covers_every_input(monkeypatch: pytest.MonkeyPatch) -> None:
    namen = {pad.relative_to(ROOT).as_posix() for pad in train.inputs()}
    assert {"config.yml", "bot/requirements.lock", "bot/data/regels.yml", "bot/domain/gesprek.yml"} <= namen
    assert {"bot/components/getallen.py", "bot/components/gemeenten.yml", "bot/data/nlu/beleid.yml"} <= namen
    with_all = train.content_hash()
    monkeypatch.setattr(train, "inputs", lambda: iter([ROOT / "config.yml"]))
    assert train.content_hash() != with_all
