"""The project that `make bench` makes for stock Rasa from our data (tests/bench/stock) is one that Rasa accepts."""

from pathlib import Path

import pytest
import rasa
import yaml
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.validator import Validator

from tests.bench.stock.project import DATA, DOMAIN, as_story, files


@pytest.fixture(scope="module")
def contents() -> "dict[str, str]":
    return files(Path(rasa.__file__).parent)


def test_rasa_finds_nothing_wrong(contents: "dict[str, str]", tmp_path: Path) -> None:
    for name, text in contents.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = [str(DATA), str(tmp_path / "stories.yml")]
    validator = Validator.from_importer(
        TrainingDataImporter.load_from_config(str(tmp_path / "config.yml"), str(DOMAIN), paths)
    )
    assert validator.verify_domain_validity()
    assert validator.verify_story_structure(ignore_warnings=False)
    assert validator.verify_forms_in_stories_rules()
    assert validator.verify_actions_in_stories_rules()


def test_the_pipeline_is_rasas_own_but_for_what_our_data_asks(contents: "dict[str, str]") -> None:
    config = yaml.safe_load(contents["config.yml"])
    pipeline = [component["name"] for component in config["pipeline"]]
    assert "DIETClassifier" in pipeline
    assert [name for name in pipeline if "." in name] == ["bot.components.gegevens.Gegevens"]
    policies = {policy.pop("name"): policy for policy in config["policies"]}
    assert set(policies) == {"MemoizationPolicy", "RulePolicy", "UnexpecTEDIntentPolicy", "TEDPolicy"}
    assert policies["RulePolicy"]["core_fallback_action_name"] == "action_beleid"


def test_a_rule_becomes_a_story() -> None:
    begin = {"rule": "begin", "condition": [{"active_loop": None}, {"slot_was_set": [{"aanbod_check": True}]}]}
    steps = [{"intent": "bevestig"}, {"action": "check_form"}, {"active_loop": "check_form"}]
    story = as_story({**begin, "steps": steps})
    assert story == {
        "story": "begin",
        "steps": [{"slot_was_set": [{"aanbod_check": True}]}, *steps, {"active_loop": None}],
    }
    assert as_story({"rule": "klaar", "condition": [], "steps": [{"action": "check_form"}]}) is None
