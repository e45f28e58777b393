"""The front of the knowledge base: opened once, then asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.adapt import load_adaptation
from knowledge.answer import MAX_CARDS, about_elsewhere, compose, in_language, joined
from knowledge.antwoord import Antwoord
from knowledge.bron import Bron
from knowledge.cards import Card
from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.embed import Embedder
from knowledge.fusion import load_fusion
from knowledge.index import open_index
from knowledge.message import language, leans_on_earlier, questions_in
from knowledge.places import Places
from knowledge.prepared import load_prepared
from knowledge.register import RegisterEntry
from knowledge.retrieve import RankedPassage, Ranking, Retriever
from knowledge.settings import BUILT, Settings, load_settings


@dataclass(frozen=True)
class Passage:
    """One passage found. `score`: between 0 and 1, comparable within one search only."""

    id: str
    tekst: str
    score: float
    bron: Bron


class Library:
    """Documents, passages, cards and the way to find them. Safe to use from several threads."""

    def __init__(self, corpus: Corpus, retriever: Retriever, settings: Settings) -> None:
        self._corpus, self._retriever, self._settings = corpus, retriever, settings
        self._places = Places(document.gemeente for document in corpus.documents.values())

    @classmethod
    def open(cls, built: Path = BUILT) -> "Library":
        """Raises KnowledgeError, saying what to do, when the model or the index is missing, damaged or out of date."""
        corpus, lexicon = load_prepared(built)
        embedder = Embedder.open(built / "model")
        adaptation = load_adaptation(embedder.info.naam, embedder.dim)
        index = open_index(corpus, embedder, adaptation, built / "index")
        library = cls(corpus, Retriever(index, embedder, lexicon, load_fusion()), load_settings())
        library.answer("warm")  # the lemma table and the model's buffers are made at first use: not by the first user
        return library

    @property
    def documents(self) -> Mapping[str, Document]:
        return self._corpus.documents

    @property
    def register(self) -> Mapping[str, RegisterEntry]:
        return self._corpus.register

    @property
    def cards(self) -> tuple[Card, ...]:
        return self._corpus.cards

    def search(self, vraag: str, gemeente: str | None = None, aantal: int = 5) -> list[Passage]:
        """The passages that fit best, best first."""
        return self.search_and_answer(vraag, gemeente, aantal)[0]

    def answer(self, vraag: str, gemeente: str | None = None, eerder: str | None = None) -> Antwoord:
        """`antwoord` with its citations, or `geen_antwoord`.

        `eerder`: the last question of the conversation that could stand alone; "en in Hengelo?" leans on it.
        """
        return self.search_and_answer(vraag, gemeente, 1, eerder)[1]

    def search_and_answer(
        self, vraag: str, gemeente: str | None = None, aantal: int = 5, eerder: str | None = None
    ) -> tuple[list[Passage], Antwoord]:
        """Both of the above from one look at the question."""
        ranking, antwoord = self._ask(vraag, gemeente, max(aantal, MAX_CARDS), eerder)
        if len(questions := questions_in(vraag)) > 1:
            parts = [
                self._ask(question, gemeente, 1, questions[0] if number else eerder)[1]
                for number, question in enumerate(questions)
            ]
            antwoord = joined(questions, parts) or antwoord
        antwoord = in_language(antwoord, language(vraag))
        return [self._passage(passage) for passage in ranking.passages[:aantal]], antwoord

    def _ask(self, vraag: str, gemeente: str | None, limit: int, eerder: str | None) -> tuple[Ranking, Antwoord]:
        """One question, by itself or leaning on an earlier one. With a limit of one, only the best card is told."""
        if eerder is not None and not leans_on_earlier(vraag):
            eerder = None
        named = self._places.named_in(vraag)
        before = self._places.named_in(eerder or "")
        about = named.gemeente or before.gemeente or gemeente or named.area_of or before.area_of
        ranking = self._retriever.rank(vraag, about, limit, eerder)  # what is asked goes before where it is asked
        elsewhere = named.elsewhere or before.elsewhere
        if elsewhere and not named.gemeente and (eerder or not ranking.speaks_of(elsewhere)):
            return ranking, about_elsewhere(elsewhere, self._corpus)
        name_town = about != gemeente or about is None
        return ranking, compose(ranking, self._corpus, self._settings, name_town)

    def _passage(self, passage: RankedPassage) -> Passage:
        chunk = passage.chunk
        bron = self._corpus.bron(chunk.document, self._corpus.section(chunk), chunk.sentences[passage.sentences[0]])
        return Passage(chunk.id, chunk.text, passage.score, bron)
