"""What is said around the policy's own answers: the honest no, another language, several answers in one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from knowledge.antwoord import MAX_TEKST, Antwoord, Knop
from knowledge.bron import Bron
from knowledge.corpus import Corpus
from knowledge.message import Language


@dataclass(frozen=True)
class Replies:
    """See replies.yml."""

    geen_antwoord: str
    knop_medewerker: Knop
    andere_gemeente: str
    elders: str
    ook: str
    oude_term: str
    deel_zonder: str
    niet_gezegd: Mapping[str, str]
    wel_gezegd: str
    andere_taal: dict[str, str]
    redenen: Mapping[str, str]


@cache
def replies() -> Replies:
    content = yaml.safe_load((Path(__file__).parent / "replies.yml").read_text(encoding="utf-8"))
    return Replies(**content | {"knop_medewerker": Knop(**content["knop_medewerker"])})


def no_answer(tekst: str = "", bronnen: tuple[Bron, ...] = ()) -> Antwoord:
    return Antwoord("geen_antwoord", tekst or replies().geen_antwoord, bronnen, (replies().knop_medewerker,))


def what_is_known(kind: str, tekst: str, bronnen: tuple[Bron, ...]) -> Antwoord:
    """That the policy does not tell what was asked for, and what it does tell. `kind`: as knowledge.asked names it."""
    honest = replies().niet_gezegd[kind]
    whole = f"{honest} {replies().wel_gezegd}{tekst}"
    return no_answer(whole if len(whole) <= MAX_TEKST else honest, bronnen)


def about_elsewhere(plaats: str, corpus: Corpus) -> Antwoord:
    """`plaats`: a place of which there is no policy here."""
    eigen = " en ".join(sorted({document.gemeente.title() for document in corpus.documents.values()}))
    return no_answer(replies().elders.format(eigen=eigen, plaats=plaats.title()))


def in_language(antwoord: Antwoord, language: Language) -> Antwoord:
    """With one line in the asker's language, that the answer is in Dutch; where there is room for it."""
    tekst = replies().andere_taal[language] + antwoord.tekst if language != "nl" else antwoord.tekst
    return replace(antwoord, tekst=tekst) if len(tekst) <= MAX_TEKST else antwoord


def with_town(tekst: str, gemeente: str, name_town: bool) -> str:
    """`name_town`: say which municipality it is of, where the text does not and there is room."""
    if not name_town or gemeente.lower() in tekst.lower():
        return tekst
    named = replies().andere_gemeente.format(gemeente=gemeente.title()) + tekst
    return named if len(named) <= MAX_TEKST else tekst
