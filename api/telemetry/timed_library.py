"""The knowledge base, with every search as a stage."""

from api.telemetry.stages import stage
from knowledge.antwoord import Antwoord
from knowledge.explain import Uitleg
from knowledge.library import Library, Passage


class TimedLibrary(Library):
    """Opened and asked as Library is."""

    def search_and_answer(
        self, vraag: str, gemeente: str | None = None, aantal: int = 5, eerder: str | None = None
    ) -> tuple[list[Passage], Antwoord]:
        with stage("search"):
            return super().search_and_answer(vraag, gemeente, aantal, eerder)

    def explain(self, vraag: str, gemeente: str | None = None, aantal: int = 10, eerder: str | None = None) -> Uitleg:
        with stage("search"):
            return super().explain(vraag, gemeente, aantal, eerder)
