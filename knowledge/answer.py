"""Turns a ranking into the one thing to say: a card's answer, sentences of the policy itself, or an honest no."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from knowledge.analyse import content_words
from knowledge.antwoord import MAX_TEKST, Antwoord
from knowledge.asked import NOTHING_ASKED, Asked, not_told
from knowledge.bron import Bron
from knowledge.cards import Card
from knowledge.corpus import Corpus
from knowledge.document import CELL_SEPARATOR
from knowledge.replies import no_answer, replies, what_is_known, with_town
from knowledge.retrieve import RankedPassage, Ranking
from knowledge.settings import Settings

MAX_QUOTED = 3  # sentences quoted when no card fits: the best one and what belongs to it
MAX_CARDS = 3  # cards told together: the best, and those so near that they may be what was asked
REPEATED = 0.25  # of the words of a further card may be new where it is taken to repeat what was told


class Reden(StrEnum):
    """Why a card or a passage is told or not; replies.yml says each in words."""

    VERTELD = "verteld"
    KORT_VERTELD = "kort_verteld"
    BEKEND_GEMIS = "bekend_gemis"
    IETS_ANDERS = "iets_anders"
    OOK_GENOEMD = "ook_genoemd"
    TE_ONZEKER = "te_onzeker"
    NA_GEMIS = "na_gemis"
    TE_VER_ACHTER = "te_ver_achter"
    BUITEN_DE_EERSTE = "buiten_de_eerste"
    AL_GEZEGD = "al_gezegd"
    GEEN_RUIMTE = "geen_ruimte"
    GECITEERD = "geciteerd"
    NIET_DE_BESTE = "niet_de_beste"
    KAART_GING_VOOR = "kaart_ging_voor"


TOLD = frozenset(
    {Reden.VERTELD, Reden.KORT_VERTELD, Reden.OOK_GENOEMD, Reden.BEKEND_GEMIS, Reden.IETS_ANDERS, Reden.GECITEERD}
)


@dataclass(frozen=True)
class Composed:
    """`cards`, `passages`: the reason of each of the ranking, in its order. `kort`: the answer in short."""

    antwoord: Antwoord
    cards: tuple[Reden, ...]
    passages: tuple[Reden, ...]
    kort: str = ""


def compose(
    ranking: Ranking, corpus: Corpus, settings: Settings, name_town: bool, asked: Asked = NOTHING_ASKED
) -> Composed:
    """`name_town`: say which municipality the answer is of, because nobody asked for one.

    `asked`: the kind of thing that the question is after; an answer without it is told as what is known instead.
    """
    cards, passages = len(ranking.cards), len(ranking.passages)
    if cards and ranking.confidence >= settings.answer_threshold:
        antwoord, reasons = _from_cards(ranking, corpus, settings, name_town)
        best = ranking.cards[0][0]
        told = [card for (card, _), reason in zip(ranking.cards, reasons, strict=True) if reason in TOLD]
        if (
            antwoord.soort == "antwoord"
            and ranking.confidence < settings.sure_threshold
            and (kind := _not_told(asked, told))
        ):
            known = with_town(best.antwoord, best.gemeente, name_town)
            antwoord = what_is_known(kind, known, _sources([best], corpus))
            return Composed(
                antwoord, (Reden.IETS_ANDERS, *[Reden.NA_GEMIS] * (cards - 1)), (Reden.KAART_GING_VOOR,) * passages
            )
        kort = with_town(best.kort, best.gemeente, name_town) if best.kort else ""
        return Composed(antwoord, reasons, (Reden.KAART_GING_VOOR,) * passages, kort)
    unsure = (Reden.TE_ONZEKER,) * cards
    if passages and ranking.quote_confidence >= settings.extract_threshold:
        quoted = (Reden.GECITEERD, *[Reden.NIET_DE_BESTE] * (passages - 1))
        antwoord = _from_passage(ranking.passages[0], corpus, name_town)
        if not not_told(asked, antwoord.tekst, ()):
            return Composed(antwoord, unsure, quoted)
    return Composed(no_answer(), unsure, (Reden.TE_ONZEKER,) * passages)


def _from_cards(
    ranking: Ranking, corpus: Corpus, settings: Settings, name_town: bool
) -> tuple[Antwoord, tuple[Reden, ...]]:
    """The best card, what the law has changed since, and the cards so near to it that they may be what was asked."""
    (first, share), *others = ranking.cards
    tekst = with_town(first.antwoord, first.gemeente, name_town)
    if first.soort != "antwoord":
        return no_answer(tekst, _sources([first], corpus)), (Reden.BEKEND_GEMIS, *[Reden.NA_GEMIS] * len(others))
    tekst += _old_law(first, corpus, MAX_TEKST - len(tekst))
    told, reasons = [first], [Reden.VERTELD]
    for position, (card, its_share) in enumerate(others, start=1):
        named = position <= ranking.beside
        if position >= MAX_CARDS and not named:
            reasons.append(Reden.BUITEN_DE_EERSTE)
        elif its_share < settings.near_share * share and not named:
            reasons.append(Reden.TE_VER_ACHTER)
        elif card.soort != "antwoord":
            reasons.append(Reden.NA_GEMIS)
        elif not named and _says_it(tekst, card.kort or card.antwoord):
            reasons.append(Reden.AL_GEZEGD)
        else:
            more, reason = _beside(card, name_town and card.gemeente != first.gemeente, MAX_TEKST - len(tekst))
            reasons.append(Reden.OOK_GENOEMD if named and more else reason)
            if more:
                told.append(card)
                tekst += more
    return Antwoord("antwoord", tekst, _sources(told, corpus)), tuple(reasons)


def _says_it(tekst: str, further: str) -> bool:
    """Whether a text already says what a further one would: each of its numbers, and most of its words."""
    said, would_say = set(content_words(tekst)), set(content_words(further))
    new = would_say - said
    return len(new) <= REPEATED * len(would_say) and not any(word[0].isdigit() for word in new)


def _not_told(asked: Asked, told: Sequence[Card]) -> str:
    text = " ".join(part for card in told for part in (card.antwoord, *(c.citaat for c in card.citations)))
    return not_told(asked, text, [vraag for card in told for vraag in card.vragen], bool(told and told[0].namen))


def _beside(card: Card, name_town: bool, room: int) -> tuple[str, Reden]:
    """What a further card adds: its answer, or its short form where the answer has no room; else nothing."""
    for text, reason in ((card.antwoord, Reden.VERTELD), (card.kort, Reden.KORT_VERTELD)):
        more = replies().ook + with_town(text, card.gemeente, name_town)
        if text and len(more) <= room:
            return more, reason
    return "", Reden.GEEN_RUIMTE


def _sources(cards: Sequence[Card], corpus: Corpus) -> tuple[Bron, ...]:
    """Every citation of every card told: nothing is said without the sentence that it stands on."""
    cited = [(card, citation) for card in cards for citation in card.citations]
    return tuple(dict.fromkeys(corpus.bron(card.document, c.section, c.sentences[0], c.citaat) for card, c in cited))


def _old_law(card: Card, corpus: Corpus, room: int) -> str:
    """A warning where the answer uses a term of superseded law (register.yml) and there is room for it."""
    for old in corpus.register[card.document].oud_recht:
        if re.search(rf"\b{re.escape(old.term.split()[0])}(?:nen|e)?\b", card.antwoord):
            warning = replies().oude_term.format(term=old.term, opmerking=old.opmerking)
            return warning if len(warning) <= room else ""
    return ""


def _from_passage(passage: RankedPassage, corpus: Corpus, name_town: bool) -> Antwoord:
    """Its best sentences in their own order, as many as fit in MAX_QUOTED and in the length of an answer.

    Nothing when the best is a row of a table: without its header it tells nobody anything.
    """
    chunk, kept, tekst = passage.chunk, list[int](), ""
    if CELL_SEPARATOR in chunk.sentences[passage.sentences[0]].text:
        return no_answer()
    for position in passage.sentences[:MAX_QUOTED]:
        trial = " ".join(chunk.sentences[i].text for i in sorted([*kept, position]))
        if len(with_town(trial, chunk.gemeente, name_town)) <= MAX_TEKST:
            kept, tekst = sorted([*kept, position]), trial
    if not kept:
        return no_answer()
    section = corpus.section(chunk)
    bronnen = tuple(corpus.bron(chunk.document, section, chunk.sentences[i]) for i in kept)
    return Antwoord("antwoord", with_town(tekst, chunk.gemeente, name_town), bronnen)
