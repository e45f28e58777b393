"""The front of the knowledge base: opened once, then asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from knowledge.adapt import load_adaptation
from knowledge.answer import MAX_CARDS, Composed, Reden, compose
from knowledge.antwoord import Antwoord
from knowledge.asked import NOTHING_ASKED, asked_for
from knowledge.bron import Bron
from knowledge.cards import Card
from knowledge.corpus import Change, Corpus
from knowledge.document import Document
from knowledge.embed import THREADS, Embedder
from knowledge.explain import Uitleg, Weging, weging
from knowledge.fusion import Floats, load_fusion
from knowledge.index_files import open_index
from knowledge.message import gives_orders, leans_on_earlier, names_nothing
from knowledge.parts import joined, questions_in
from knowledge.places import Places
from knowledge.prepared import load_prepared
from knowledge.register import RegisterEntry
from knowledge.replies import about_elsewhere, in_language, no_answer
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
    """Documents, passages, cards and the way to find them. Safe to use from several threads.

    Cards can be published while it is in use: a question is answered from the cards before or after, never from half.
    """

    def __init__(self, retriever: Retriever, settings: Settings) -> None:
        self._retriever, self._settings = retriever, settings
        self._places = Places(document.gemeente for document in self.documents.values())
        self._own = {card.id: card for card in retriever.corpus.cards}
        self._publishing = Lock()

    @classmethod
    def open(cls, built: Path = BUILT, threads: int = THREADS) -> "Library":
        """`threads`: see Embedder.open.

        Raises KnowledgeError, saying what to do, when the model or the index is missing, damaged or out of date.
        """
        corpus, lexicon = load_prepared(built)
        embedder = Embedder.open(built / "model", threads)
        adaptation = load_adaptation(embedder.info.naam, embedder.dim)
        index = open_index(corpus, embedder, adaptation, built / "index")
        library = cls(Retriever(index, embedder, lexicon, load_fusion()), load_settings())
        library.answer("warm")  # the lemma table and the model's buffers are made at first use: not by the first user
        return library

    @property
    def documents(self) -> Mapping[str, Document]:
        return self._retriever.corpus.documents

    @property
    def register(self) -> Mapping[str, RegisterEntry]:
        return self._retriever.corpus.register

    @property
    def cards(self) -> tuple[Card, ...]:
        """Those in use, published ones among them."""
        return self._retriever.corpus.cards

    def vectors(self, vragen: list[str]) -> Floats:
        """Shape (n, dim); the inner product of two rows says how much alike two questions are."""
        return self._retriever.vectors(vragen)

    def publish(self, cards: Iterable[Card]) -> None:
        """Puts each in place of the card with its id, or beside the others; from the next question on.

        A card keeps the names of the one it takes the place of: an editor writes what it says, not what it is about.
        """
        with self._publishing:
            retriever, added = self._retriever, []
            for card in cards:
                place = _place(retriever.corpus, card.id)
                if place is None:
                    added.append(card)
                else:
                    card = replace(card, namen=retriever.corpus.cards[place].namen)
                    retriever = retriever.changed(Change(place, place + 1, (card,)))
            if added:
                end = len(retriever.corpus.cards)
                retriever = retriever.changed(Change(end, end, tuple(added)))
            self._retriever = retriever

    def withdraw(self, card_id: str) -> None:
        """Takes a published card away; the card of the repository with its id comes back. Raises KeyError."""
        with self._publishing:
            if (place := _place(self._retriever.corpus, card_id)) is None:
                raise KeyError(card_id)
            own = (self._own[card_id],) if card_id in self._own else ()
            self._retriever = self._retriever.changed(Change(place, place + 1, own))

    def vector(self, vraag: str) -> bytes:
        """The model's own vector of a question that will be asked in a moment: (dim,), float32; see Embedder."""
        return self._retriever.prepare(vraag).tobytes()

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
        asked, antwoord = self._ask_all(vraag, gemeente, max(aantal, MAX_CARDS), eerder)
        return [asked[0].passage(ranked) for ranked in asked[0].ranking.passages[:aantal]], antwoord

    def explain(self, vraag: str, gemeente: str | None = None, aantal: int = 10, eerder: str | None = None) -> Uitleg:
        """What `answer` says, with the `aantal` best cards and passages of each question, told or not, and why."""
        asked, antwoord = self._ask_all(vraag, gemeente, max(aantal, MAX_CARDS), eerder)
        return Uitleg(antwoord, tuple(each.weging(self._settings) for each in asked))

    def _ask_all(
        self, vraag: str, gemeente: str | None, limit: int, eerder: str | None
    ) -> tuple[list["_Asked"], Antwoord]:
        """The message as one question and, where it asks several, each by itself; and what is said to it."""
        retriever = self._retriever  # one state of the cards for the whole message
        asked = [self._ask(retriever, vraag, gemeente, limit, eerder)]
        antwoord = asked[0].composed.antwoord
        if len(questions := questions_in(vraag)) > 1:
            asked += [self._ask(retriever, question, gemeente, 1, eerder, vraag) for question in questions]
            antwoord = joined(questions, [each.composed for each in asked[1:]]) or antwoord
        if gives_orders(vraag):
            antwoord = no_answer()
        return asked, in_language(antwoord, retriever.language(vraag))

    def _ask(
        self, retriever: Retriever, vraag: str, gemeente: str | None, limit: int, eerder: str | None, geheel: str = ""
    ) -> "_Asked":
        """One question, by itself, leaning on an earlier one, or part of a whole message (`geheel`).

        With a limit of one, only the best card is told.
        """
        if eerder is not None and not leans_on_earlier(geheel or vraag):
            eerder = None
        named = self._places.named_in(vraag)
        before = self._places.named_in(f"{geheel} {eerder or ''}")
        about = named.gemeente or before.gemeente or gemeente or named.area_of or before.area_of
        corpus = retriever.corpus
        asked, leaning = vraag, eerder
        if eerder is not None and names_nothing(vraag):
            asked, leaning = f"{eerder} {vraag}", None

        wanted = asked_for(vraag) if retriever.language(vraag) == "nl" else NOTHING_ASKED  # its patterns are Dutch

        def tried(town: str | None) -> tuple[Ranking, Composed]:
            ranking = retriever.rank(asked, town, limit, leaning, None if eerder else geheel or None)
            return ranking, compose(ranking, corpus, self._settings, town != gemeente or town is None, wanted)

        ranking, composed = tried(about)  # what is asked goes before where it is asked
        if about is None and ranking.gap:  # the answer of one municipality goes before what is missing in another
            others = {document.gemeente for document in self.documents.values()} - {ranking.gap}
            for found in map(tried, sorted(others)):
                if found[1].antwoord.soort == "antwoord" and Reden.NA_GEMIS not in found[1].cards:
                    ranking, composed = found
        elsewhere = named.elsewhere or before.elsewhere
        if elsewhere and not named.gemeente and (eerder or not ranking.speaks_of(elsewhere)):
            composed = replace(composed, antwoord=about_elsewhere(elsewhere, corpus))
            return _Asked(corpus, vraag, about, elsewhere, ranking, composed)
        return _Asked(corpus, vraag, about, None, ranking, composed)


def _place(corpus: Corpus, card_id: str) -> int | None:
    return next((place for place, card in enumerate(corpus.cards) if card.id == card_id), None)


@dataclass(frozen=True)
class _Asked:
    """One question and what was found; `elsewhere`: the place without policy that it is about."""

    corpus: Corpus
    vraag: str
    gemeente: str | None
    elsewhere: str | None
    ranking: Ranking
    composed: Composed

    def weging(self, settings: Settings) -> Weging:
        return weging(self.vraag, self.gemeente, self.elsewhere, self.ranking, self.composed, settings)

    def passage(self, ranked: RankedPassage) -> Passage:
        chunk = ranked.chunk
        bron = self.corpus.bron(chunk.document, self.corpus.section(chunk), chunk.sentences[ranked.sentences[0]])
        return Passage(chunk.id, chunk.text, ranked.score, bron)
