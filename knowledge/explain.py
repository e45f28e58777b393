"""Why an answer is what it is: the cards and passages that were weighed, for staff who look into it."""

from dataclasses import dataclass

from knowledge.answer import TOLD, Composed, Reden
from knowledge.antwoord import Antwoord
from knowledge.cards import Card
from knowledge.chunk import Chunk
from knowledge.replies import replies
from knowledge.retrieve import Ranking
from knowledge.settings import Settings


@dataclass(frozen=True)
class GewogenKaart:
    """`score`: its share among all cards, between 0 and 1; `drempel`: the score at which it is told too."""

    kaart: Card
    score: float
    drempel: float
    aanvaard: bool
    reden: str


@dataclass(frozen=True)
class GewogenPassage:
    """`score`: its share among all passages, between 0 and 1."""

    passage: Chunk
    score: float
    aanvaard: bool
    reden: str

    @property
    def url(self) -> str:
        """Where it begins in the document, as a path of this site."""
        return f"/bronnen/{self.passage.document}#{self.passage.sentences[0].anchor}"


@dataclass(frozen=True)
class Weging:
    """One question. `gemeente`: the one it was taken to be about; `elders`: the place without policy that it is about.

    `vertrouwen`: the chance that the cards told answer it, needed from `drempel` on; `citaat_vertrouwen` and
    `citaat_drempel` the same for quoting the best passage when no card fits. `kaarten`, `passages`: best first.
    """

    vraag: str
    gemeente: str | None
    elders: str | None
    vertrouwen: float
    drempel: float
    citaat_vertrouwen: float
    citaat_drempel: float
    kaarten: tuple[GewogenKaart, ...]
    passages: tuple[GewogenPassage, ...]
    antwoord: Antwoord


@dataclass(frozen=True)
class Uitleg:
    """`antwoord`: what is said; `delen`: the message as one question and, where it asks several, each by itself."""

    antwoord: Antwoord
    delen: tuple[Weging, ...]


def weging(
    vraag: str, gemeente: str | None, elders: str | None, ranking: Ranking, composed: Composed, settings: Settings
) -> Weging:
    """What was weighed for one question, in words."""
    sure = (ranking.confidence, settings.answer_threshold)
    quote = (ranking.quote_confidence, settings.extract_threshold)
    needed = settings.near_share * ranking.cards[0][1] if ranking.cards else 0.0

    def said(reason: Reden, score: float, threshold: float) -> tuple[bool, str]:
        words = replies().redenen["andere_plaats" if elders else reason]
        return reason in TOLD and not elders, words.format(score=_number(score), drempel=_number(threshold))

    kaarten = tuple(
        GewogenKaart(card, share, needed, *said(reason, *(sure if reason is Reden.TE_ONZEKER else (share, needed))))
        for (card, share), reason in zip(ranking.cards, composed.cards, strict=True)
    )
    passages = tuple(
        GewogenPassage(passage.chunk, passage.score, *said(reason, *quote))
        for passage, reason in zip(ranking.passages, composed.passages, strict=True)
    )
    return Weging(vraag, gemeente, elders, *sure, *quote, kaarten, passages, composed.antwoord)


def _number(share: float) -> str:
    return f"{share:.2f}".replace(".", ",")
