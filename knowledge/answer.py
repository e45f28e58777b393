"""Turns a ranking into the one thing to say: a card's answer, sentences of the policy itself, or an honest no."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.antwoord import MAX_TEKST, Antwoord, Knop
from knowledge.bron import Bron
from knowledge.cards import Card
from knowledge.corpus import Corpus
from knowledge.retrieve import RankedPassage, Ranking
from knowledge.settings import Settings

MAX_SOURCES = 4  # citations shown with one answer; more is a wall
MAX_QUOTED = 3  # sentences quoted when no card fits: the best one and what belongs to it


@dataclass(frozen=True)
class Replies:
    geen_antwoord: str
    knop_medewerker: Knop
    andere_gemeente: str
    elders: str


@cache
def replies() -> Replies:
    content = yaml.safe_load((Path(__file__).parent / "replies.yml").read_text(encoding="utf-8"))
    return Replies(**content | {"knop_medewerker": Knop(**content["knop_medewerker"])})


def compose(ranking: Ranking, corpus: Corpus, settings: Settings, name_town: bool) -> Antwoord:
    """`name_town`: say which municipality the answer is of, because nobody asked for one."""
    if ranking.cards and ranking.confidence >= settings.answer_threshold:
        return _from_card(ranking.cards[0][0], corpus, name_town)
    if ranking.passages and ranking.quote_confidence >= settings.extract_threshold:
        return _from_passage(ranking.passages[0], corpus, name_town)
    return no_answer()


def no_answer(tekst: str = "", bronnen: tuple[Bron, ...] = ()) -> Antwoord:
    return Antwoord("geen_antwoord", tekst or replies().geen_antwoord, bronnen, (replies().knop_medewerker,))


def about_elsewhere(plaats: str, corpus: Corpus) -> Antwoord:
    """`plaats`: a place of which there is no policy here."""
    eigen = " en ".join(sorted({document.gemeente.title() for document in corpus.documents.values()}))
    return no_answer(replies().elders.format(eigen=eigen, plaats=plaats.title()))


def _from_card(card: Card, corpus: Corpus, name_town: bool) -> Antwoord:
    cited = card.citations[:MAX_SOURCES]
    bronnen = tuple(corpus.bron(card.document, c.section, c.sentences[0], c.citaat) for c in cited)
    tekst = _with_town(card.antwoord, card.gemeente, name_town)
    return Antwoord("antwoord", tekst, bronnen) if card.soort == "antwoord" else no_answer(tekst, bronnen)


def _from_passage(passage: RankedPassage, corpus: Corpus, name_town: bool) -> Antwoord:
    """Its best sentences in their own order, as many as fit in MAX_QUOTED and in the length of an answer."""
    chunk, kept, tekst = passage.chunk, list[int](), ""
    for position in passage.sentences[:MAX_QUOTED]:
        trial = " ".join(chunk.sentences[i].text for i in sorted([*kept, position]))
        if len(_with_town(trial, chunk.gemeente, name_town)) <= MAX_TEKST:
            kept, tekst = sorted([*kept, position]), trial
    if not kept:
        return no_answer()
    section = corpus.section(chunk)
    bronnen = tuple(corpus.bron(chunk.document, section, chunk.sentences[i]) for i in kept)
    return Antwoord("antwoord", _with_town(tekst, chunk.gemeente, name_town), bronnen)


def _with_town(tekst: str, gemeente: str, name_town: bool) -> str:
    if not name_town or gemeente.lower() in tekst.lower():
        return tekst
    named = replies().andere_gemeente.format(gemeente=gemeente.title()) + tekst
    return named if len(named) <= MAX_TEKST else tekst
