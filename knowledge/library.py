"""The front of the knowledge base: opened once, then asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.adapt import load_adaptation
from knowledge.answer import about_elsewhere, compose
from knowledge.antwoord import Antwoord
from knowledge.bron import Bron
from knowledge.corpus import Corpus
from knowledge.document import Document
from knowledge.embed import Embedder
from knowledge.fusion import load_fusion
from knowledge.index import open_index
from knowledge.places import Places
from knowledge.prepared import load_prepared
from knowledge.register import RegisterEntry
from knowledge.retrieve import RankedPassage, Retriever
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

    def search(self, vraag: str, gemeente: str | None = None, aantal: int = 5) -> list[Passage]:
        """The passages that fit best, best first."""
        return self.search_and_answer(vraag, gemeente, aantal)[0]

    def answer(self, vraag: str, gemeente: str | None = None) -> Antwoord:
        """`antwoord` with its citations, or `geen_antwoord`."""
        return self.search_and_answer(vraag, gemeente, 1)[1]

    def search_and_answer(
        self, vraag: str, gemeente: str | None = None, aantal: int = 5
    ) -> tuple[list[Passage], Antwoord]:
        """Both of the above from one look at the question."""
        named = self._places.named_in(vraag)
        about = named.gemeente or gemeente or named.area_of  # what is asked goes before where it is asked
        ranking = self._retriever.rank(vraag, about, aantal)
        if named.elsewhere and not named.gemeente and not ranking.speaks_of(named.elsewhere):
            antwoord = about_elsewhere(named.elsewhere, self._corpus)
        else:
            antwoord = compose(ranking, self._corpus, self._settings, name_town=about != gemeente or about is None)
        return [self._passage(passage) for passage in ranking.passages], antwoord

    def _passage(self, passage: RankedPassage) -> Passage:
        chunk = passage.chunk
        bron = self._corpus.bron(chunk.document, self._corpus.section(chunk), chunk.sentences[passage.sentences[0]])
        return Passage(chunk.id, chunk.text, passage.score, bron)
