"""The project that stock Rasa gets: our own domain and examples, with the pipeline and policies of Rasa itself.

Rasa's own defaults (`default_config.yml` in its package) but for fewer epochs and what our data asks: no
ResponseSelector, for there are no responses to select; our fallback for RulePolicy; and our reader of numbers and
places, without which no check can be filled in (Rasa's own way is Duckling, one server more to ask at every turn).
MemoizationPolicy, TEDPolicy and UnexpecTEDIntentPolicy learn from stories, which we have none of: each of our rules
becomes one.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[3]
DOMAIN, DATA = ROOT / "bot" / "domain", ROOT / "bot" / "data"
DEFAULTS = Path("engine", "recipes", "config_files", "default_config.yml")
EPOCHS = 20  # of Rasa's 100: DIET knows .997 of our examples by then, and how long a turn takes does not depend on it
READER = {"name": "bot.components.gegevens.Gegevens"}


def files(rasa: Path) -> dict[str, str]:
    """The text of each file by its name. `rasa`: the folder of the package that is installed."""
    stories = [story for rule in _yaml(DATA / "regels.yml")["rules"] if (story := as_story(rule))]
    contents = {
        "config.yml": config(_yaml(rasa / DEFAULTS), _yaml(ROOT / "config.yml")),
        "stories.yml": {"version": "3.1", "stories": stories},
        "endpoints.yml": {"action_endpoint": {"url": "${ACTION_ENDPOINT_URL}"}},
        "credentials.yml": {"rest": None},
    }
    return {name: yaml.safe_dump(content, allow_unicode=True, sort_keys=False) for name, content in contents.items()}


def config(defaults: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    """Rasa's defaults, with what our data asks."""
    pipeline, policies = (
        [{**each, "epochs": EPOCHS} if "epochs" in each else each for each in defaults[part]]
        for part in ("pipeline", "policies")
    )
    pipeline = [component for component in pipeline if component["name"] != "ResponseSelector"]
    own = {policy["name"]: policy for policy in ours["policies"]}
    return {
        **defaults,
        "assistant_id": "stock",
        "language": ours["language"],
        "pipeline": [*pipeline[:-1], READER, pipeline[-1]],  # FallbackClassifier stays the last
        "policies": [own.get(policy["name"], policy) for policy in policies],
    }


def as_story(rule: Mapping[str, Any]) -> dict[str, Any] | None:
    """A rule as a story: a condition on slots is said first, a form that begins also ends. None for a rule that only
    holds inside the form, which has no message of the user."""
    steps = list(rule["steps"])
    if "intent" not in steps[0]:
        return None
    slots = [condition for condition in rule["condition"] if "slot_was_set" in condition]
    end = [{"active_loop": None}] if "active_loop" in steps[-1] else []
    return {"story": rule["rule"], "steps": [*slots, *steps, *end]}


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
