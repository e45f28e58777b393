"""The settings of retrieval (retrieval.yml), each with its reason beside it."""

from dataclasses import dataclass, fields
from pathlib import Path

import yaml

from knowledge.errors import KnowledgeError

RETRIEVAL = Path(__file__).parent / "retrieval.yml"
BUILT = Path(__file__).parent / "built"


@dataclass(frozen=True)
class Settings:
    """See retrieval.yml for what each one means and why it has its value."""

    model: str
    max_passage_characters: int
    answer_threshold: float
    extract_threshold: float
    sure_threshold: float
    near_share: float

    def __post_init__(self) -> None:
        if not 200 <= self.max_passage_characters <= 1200:
            raise KnowledgeError("retrieval.yml: max_passage_characters must be between 200 and 1200")
        for name in ("answer_threshold", "extract_threshold", "sure_threshold", "near_share"):
            if not 0 <= getattr(self, name) <= 1:
                raise KnowledgeError(f"retrieval.yml: {name} must be between 0 and 1")


def load_settings() -> Settings:
    """Raises KnowledgeError for a key that is missing, unknown or out of range."""
    content = yaml.safe_load(RETRIEVAL.read_text(encoding="utf-8"))
    wanted = {field.name for field in fields(Settings)}
    if set(content) != wanted:
        raise KnowledgeError(f"retrieval.yml: expected exactly the keys {sorted(wanted)}, found {sorted(content)}")
    return Settings(**content)
