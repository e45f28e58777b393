"""Rasa without TensorFlow: `install()` must run before anything of `rasa` is imported.

Rasa 3.6 imports its neural components (DIET, TED, ResponseSelector …) while it builds the list of components that a
config.yml may name, and with them TensorFlow: 600 MB to download and seconds of start-up, none of which this pipeline
uses. Two things are replaced, both by name, so that an upgrade of Rasa that moves them fails loudly in tests/bot:

- the list of default components: only those that config.yml names (`COMPONENTS`);
- the modules of the neural components and of Keras callbacks: empty classes of the same names, which Rasa's validators
  and type hints refer to but which never run here.
"""

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

# Module -> the names that other modules of Rasa take from it.
STAND_INS = {
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier",),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector",),
    "rasa.nlu.extractors.crf_entity_extractor": ("CRFEntityExtractor", "CRFEntityExtractorOptions"),
    "rasa.core.policies.ted_policy": ("TEDPolicy",),
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
}
DEFAULT_COMPONENTS = "rasa.engine.recipes.default_components"


class _StandIns(MetaPathFinder, Loader):
    """Finds the modules above before the ordinary finders do."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname in STAND_INS or fullname == DEFAULT_COMPONENTS:
            return ModuleSpec(fullname, self)
        return None

    def create_module(self, spec: ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        if module.__name__ == DEFAULT_COMPONENTS:
            module.__dict__["DEFAULT_COMPONENTS"] = _components()
            return
        for name in STAND_INS[module.__name__]:
            module.__dict__[name] = type(
                name, (), {"__doc__": "Not part of this pipeline.", "__module__": module.__name__}
            )


def _components() -> list:
    """The components of Rasa's own that config.yml names; the others live in bot/components."""
    from rasa.core.policies.rule_policy import RulePolicy
    from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier

    return [FallbackClassifier, RulePolicy]


def install() -> None:
    """Put the stand-ins in place. Raises RuntimeError when Rasa has been imported already."""
    if any(isinstance(finder, _StandIns) for finder in sys.meta_path):
        return
    if "rasa" in sys.modules:
        raise RuntimeError("bot.light_rasa.install() must run before rasa is imported")
    sys.meta_path.insert(0, _StandIns())
