"""Turns a ranking into the one thing to say: a card's answer, sentences of the policy itself, or an honest no."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from knowledge.antwoord import MAX_TEKST, Antwoord, Knop
from knowledge.bron import Bron
from knowledge.cards import Card
from knowledge.corpus import Corpus
from knowledge.message import Language
from knowledge.retrieve import RankedPassage, Ranking
from knowledge.settings import Settings

MAX_SOURCES = 4  # citations shown with one answer; more is a wall
MAX_QUOTED = 3  # sentences quoted when no card fits: the best one and what belongs to it
MAX_CARDS = 3  # cards told together: the best, and those so near that they may be what was asked


@dataclass(frozen=True)
class Replies:
    geen_antwoord: str
    knop_medewerker: Knop
    andere_gemeente: str
    elders: str
    ook: str
    oude_term: str
    deel_zonder: str
    andere_taal: dict[str, str]


@cache
def replies() -> Replies:
    content = yaml.safe_load((Path(__file__).parent / "replies.yml").read_text(encoding="utf-8"))
    return Replies(**content | {"knop_medewerker": Knop(**content["knop_medewerker"])})


def compose(ranking: Ranking, corpus: Corpus, settings: Settings, name_town: bool) -> Antwoord:
    """`name_town`: say which municipality the answer is of, because nobody asked for one."""
    if ranking.cards and ranking.confidence >= settings.answer_threshold:
        return _from_cards(ranking, corpus, settings, name_town)
    if ranking.passages and ranking.quote_confidence >= settings.extract_threshold:
        return _from_passage(ranking.passages[0], corpus, name_town)
    return no_answer()


def joined(questions: Sequence[str], parts: Sequence[Antwoord]) -> Antwoord | None:
    """The answers to the separate questions of one message, each named when it has none.

    None when fewer than two have an answer of their own, or one Antwoord cannot hold them.
    """
    answered = list(dict.fromkeys(part for part in parts if part.soort == "antwoord"))
    if len(answered) < 2:
        return None
    texts = [
        part.tekst if part in answered else replies().deel_zonder.format(vraag=question)
        for question, part in zip(questions, parts, strict=True)
    ]
    tekst = "\n\n".join(dict.fromkeys(texts))
    if len(tekst) > MAX_TEKST:
        return None
    room = MAX_SOURCES // len(answered) or 1
    return Antwoord("antwoord", tekst, tuple(bron for part in answered for bron in part.bronnen[:room]))


def in_language(antwoord: Antwoord, language: Language) -> Antwoord:
    """With one line in the asker's language, that the answer is in Dutch; where there is room for it."""
    tekst = replies().andere_taal[language] + antwoord.tekst if language != "nl" else antwoord.tekst
    return replace(antwoord, tekst=tekst) if len(tekst) <= MAX_TEKST else antwoord


def no_answer(tekst: str = "", bronnen: tuple[Bron, ...] = ()) -> Antwoord:
    return Antwoord("geen_antwoord", tekst or replies().geen_antwoord, bronnen, (replies().knop_medewerker,))


def about_elsewhere(plaats: str, corpus: Corpus) -> Antwoord:
    """`plaats`: a place of which there is no policy here."""
    eigen = " en ".join(sorted({document.gemeente.title() for document in corpus.documents.values()}))
    return no_answer(replies().elders.format(eigen=eigen, plaats=plaats.title()))


def _from_cards(ranking: Ranking, corpus: Corpus, settings: Settings, name_town: bool) -> Antwoord:
    """The best card, what the law has changed since, and the cards so near to it that they may be what was asked."""
    first, share = ranking.cards[0]
    tekst = _with_town(first.antwoord, first.gemeente, name_town)
    if first.soort != "antwoord":
        return no_answer(tekst, _sources([first], corpus))
    tekst += _old_law(first, corpus, MAX_TEKST - len(tekst))
    told = [first]
    for card, its_share in ranking.cards[1:MAX_CARDS]:
        if card.soort != "antwoord" or its_share < settings.near_share * share:
            continue
        for text in filter(None, (card.antwoord, card.kort)):
            more = replies().ook + _with_town(text, card.gemeente, name_town and card.gemeente != first.gemeente)
            if len(tekst) + len(more) <= MAX_TEKST:
                told.append(card)
                tekst += more
                break
    return Antwoord("antwoord", tekst, _sources(told, corpus))


def _sources(cards: Sequence[Card], corpus: Corpus) -> tuple[Bron, ...]:
    """Citations of every card told, as many of each as there is room for."""
    room = MAX_SOURCES // len(cards) or 1
    cited = [(card, citation) for card in cards for citation in card.citations[:room]]
    return tuple(dict.fromkeys(corpus.bron(card.document, c.section, c.sentences[0], c.citaat) for card, c in cited))


def _old_law(card: Card, corpus: Corpus, room: int) -> str:
    """A warning where the answer uses a term of superseded law (register.yml) and there is room for it."""
    for old in corpus.register[card.document].oud_recht:
        if re.search(rf"\b{re.escape(old.term.split()[0])}(?:nen|e)?\b", card.antwoord):
            warning = replies().oude_term.format(term=old.term, opmerking=old.opmerking)
            return warning if len(warning) <= room else ""
    return ""


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
