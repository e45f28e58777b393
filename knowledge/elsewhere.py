"""Which cards and passages are about another kind of place than the question: see elsewhere.yml."""

import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from knowledge.analyse import fold
from knowledge.corpus import Corpus

PLACES = Path(__file__).with_name("elsewhere.yml")

Bools = npt.NDArray[np.bool_]


class Elsewhere:
    """Of one corpus. A card is about a kind of place when all that it stands on is; a known gap is not."""

    def __init__(self, corpus: Corpus, path: Path = PLACES) -> None:
        self._shape, self._places = (len(corpus.cards), len(corpus.chunks)), []
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            document, sectie = entry["document"], str(entry["sectie"])
            if document not in corpus.documents:
                continue
            here = re.compile(rf"\b(?:{_words(entry['hier'])})|(?:{_words(entry['hier'])})\b")
            elsewhere = re.compile(rf"\b(?:{_words(entry['elders'])})")
            sections = {s.anchor for s in corpus.documents[document].sections if s.within(sectie)}
            cards = [
                card.document == document
                and card.soort == "antwoord"
                and all(citation.section.anchor in sections for citation in card.citations)
                for card in corpus.cards
            ]
            chunks = [chunk.document == document and chunk.section in sections for chunk in corpus.chunks]
            self._places.append((here, elsewhere, np.array(cards), np.array(chunks)))

    def others(self, *texts: str) -> tuple[Bools, Bools]:
        """Shapes (cards,) and (chunks,): whether each is about a kind of place that none of the texts names, while they
        name another."""
        text = fold(" ".join(texts))
        cards, chunks = np.zeros(self._shape[0], np.bool_), np.zeros(self._shape[1], np.bool_)
        for here, elsewhere, of_cards, of_chunks in self._places:
            if elsewhere.search(text) and not here.search(text):
                cards |= of_cards
                chunks |= of_chunks
        return cards, chunks


def _words(words: list[str]) -> str:
    return "|".join(re.escape(fold(word)) for word in words)
