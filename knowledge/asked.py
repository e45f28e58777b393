"""What kind of thing a question asks for (an amount, a date, a number of something), and whether an answer tells it.

A question close to the policy often asks something of a known subject that the policy does not tell: not what a fund
is for but how much is in it. All its words fit, so that no likeness to the answer gives it away.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from knowledge.analyse import fold, lemma

OF_ONE = "eigenschap"  # the kind of thing that only an answer about one named thing must name
_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
# Per kind: what asks for it, and what an answer that tells it holds.
_TELLS: dict[str, tuple[str, str]] = {
    "geld": (
        r"\b(?:wat|hoeveel) (?:kost\w*|betaal\w*|rekent)\b|\bhoe duur\b|\bwelke? (?:bedrag\w*|boete|vergoeding)\b"
        r"|\bhoeveel (?:geld|euro|subsidie|budget|huur|leges|korting)\b"
        r"|\b(?:\w*prijs|\w*prijzen|\w*tarief|tarieven|rente)\b",
        r"€|\beuro\b",
    ),
    "tijd": (
        r"\bwelk jaar(?:tal)?\b|\bwelke (?:dag|datum|maand)\b|\bhoe laat\b|\b(?:tot|sinds|vanaf|voor|per) wanneer\b"
        # "wanneer is iets incourant" and "wanneer heb ik een vergunning nodig" ask in which case.
        r"|\bwanneer (?:is|zijn|was|waren|komt|komen|gaat|gaan|start|starten|begint|beginnen|wordt|worden|opent|past"
        r"|krijgt)\b(?! (?:een|iets|mijn|je|ik|sprake)\b)",
        rf"\b(?:19|20)\d\d\b|\b(?:{_MONTH})\b|einddatum|geldingsperiode|\bjaarlijks|\b\w+ (?:half )?jaar\b"
        r"|\bnog niet\b",
    ),
    "duur": (
        r"\bhoe ?lang (?:duurt|duren|blijft|is|kan|mag|geldt)\b"
        r"|\bhoeveel (?:weken|maanden|jaren|jaar|dagen|uur|uren|minuten)\b",
        r"\b(?:jaar|jaren|maand\w*|weken|week|dagen|uur|uren|minuten|periode|datum)\b",
    ),
    "vaak": (
        r"\bhoe (?:vaak|dikwijls)\b|\bhoeveel keer\b",
        r"\b(?:keer|jaarlijks\w*|elke?|iedere?|regelmatig\w*|doorlopend|continu\w*|periodiek\w*|structureel)\b"
        r"|\bper (?:jaar|week|maand|dag)\b",
    ),
    "procent": (r"\bhoeveel procent\b|\bwelk percentage\b|\w+percentage\b|\bhoeveel %", r"%|\bprocent|\bhelft|\bderde"),
    "maat": (
        r"\bhoe (?:hoog|breed|diep) (?:mag|mogen|kan|is de|wordt|zijn)\b|\bhoe ver (?:ligt|is|moet)\b|\bhoe groot is\b"
        r"|\bhoeveel (?:m2|vierkante meter|meter|ha|hectare)\b|\bminimale \w+(?:grootte|afstand)\b",
        r"\b(?:m2|meter|hectare|ha|minuten)\b|%",
    ),
    "aanvraag": (
        r"\b(?:hoe|waar) (?:vraag|meld|schrijf|dien|maak|word|boek|reserveer) (?:ik|je|wij|we)\b|\bopeningstijd\w*"
        r"|\bwaar kan ik (?:\w+ ){0,4}(?:aanvragen|aanmelden|indienen|inschrijven|melden|downloaden)\b"
        r"|\b(?:telefoonnummer|telefoonnr|mailadres|contactpersoon|aanvraagformulier)\b",
        r"\b(?:aanvragen|aanmelden|inschrijven|formulier|telefoon\w*|mail)\b",
    ),
}
_PATTERNS = {kind: (re.compile(asks), re.compile(tells)) for kind, (asks, tells) in _TELLS.items()}
# Per kind: what the answer must name itself, or is not about it: the year, "per week", the role of "wie is de …".
_NAMES = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "jaar": r"\b(?:19|20)\d\d\b(?! ?(?:m2|vierkante|meter))",
        "per": r"\bper (?:uur|dag|week|maand|kwartaal)\b",
        "naam": r"\bwie (?:is|was|zijn|waren) (?:er )?(?:de |het )?([a-z-]{5,})\b"
        r"|\bwelke? (?:wethouder|bureau|bedrijf|vereniging|ondernemersvereniging)\b",
        OF_ONE: r"\bwelke? ([a-z-]{4,})\b|\bwat (?:is|zijn|was) (?:de |het )?([a-z-]{4,})\b"
        r"|\bhoe ([a-z]{3,}) (?:is|zijn)\b"
        r"|\b(?:score|scoort|scoren|cijfer)\b.{0,40}? (?:op|voor) (?:de |het )?([a-z-]{4,})\W*$",
        "recht": r"\b(?:bezwaar|onteigen|schadevergoeding|planschade|verhuisvergoeding|dwangsom|boete|aansprakelijk)",
    }.items()
}
_NUMBER = re.compile(
    r"\d+(?:[.,]\d+)*|geen|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig|veertig|vijftig"
    r"|zestig|honderd\w*|duizend\w*|helft|derde|kwart"
)
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_REACH = 5  # words behind a number within which stands what it counts
_HOW_MANY = re.compile(r"\bhoeveel (?:(?:extra|nieuwe|andere|vrije|lege|grote|kleine) )*([a-z'-]{3,}(?:en|s))\b")
_VERBS = "groeien hebben kosten krijgen kunnen moeten mogen waren willen worden zijn"
_LISTED = "acties activiteiten maatregelen onderwerpen punten stappen"  # whoever lists them tells how many
_NOT_COUNTED = frozenset(map(lemma, f"{_VERBS} {_LISTED}".split()))
_NO_PROPERTY = "bedrijventerrein cijfer deel gebied groot keuze lijst onderdeel percentage plek tabel terrein"
_OF_ANYTHING = frozenset(map(lemma, _NO_PROPERTY.split()))
# Words that a question and an answer use for the same thing that is counted.
_ALIKE = [
    frozenset(map(lemma, words.split()))
    for words in (
        "aanwezigen bezoekers clienten cursisten deelnemers gasten klanten leerlingen mensen patienten personen",
        "bedrijfslocaties bedrijventerreinen gebieden locaties plaatsen plekken terreinen werklocaties werkplekken",
        "arbeidsplaatsen banen mensen werkenden",
    )
]


@dataclass(frozen=True)
class Asked:
    """`kinds`: what it is after, `aantal` being how many of `counted`. `names`: by kind, what an answer must name."""

    kinds: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    names: tuple[tuple[str, str], ...] = ()


NOTHING_ASKED = Asked()


@lru_cache(1024)
def asked_for(question: str) -> Asked:
    """Of a question in Dutch."""
    text = fold(question)
    kinds, counted = {kind for kind, (asks, _) in _PATTERNS.items() if asks.search(text)}, frozenset[str]()
    how_many = _HOW_MANY.search(text)
    if how_many and not kinds and (noun := lemma(how_many[1])) not in _NOT_COUNTED:
        kinds, counted = {"aantal"}, next((alike for alike in _ALIKE if noun in alike), frozenset({noun}))
    names = (
        (kind, found[found.lastindex or 0]) for kind, pattern in _NAMES.items() for found in pattern.finditer(text)
    )
    return Asked(frozenset(kinds), counted, tuple(names))


def not_told(asked: Asked, text: str, questions: Collection[str], about_one: bool = False) -> str:
    """The kind of thing that is asked for and not told; empty when nothing is missing.

    `text`: what is told and what it stands on; `questions`: those that an editor wrote for it. What an editor expects
    to be asked is taken to be told, in words that no pattern knows. `about_one`: it is about one named thing, and any
    question with that name looks like it.
    """
    if asked == NOTHING_ASKED:
        return ""
    told = fold(text)
    expected = (asked_for(question) for question in questions)
    if (
        asked.kinds
        and not any(_tells(kind, asked, told) for kind in asked.kinds)
        and not any(asked.kinds & other.kinds and asked.counted == other.counted for other in expected)
    ):
        return min(asked.kinds)
    if not asked.names:
        return ""
    known = f"{told} {fold(' '.join(questions))}"
    if missing := next((kind for kind, name in asked.names if kind != OF_ONE and name not in known), ""):
        return missing
    properties = [name for kind, name in asked.names if about_one and kind == OF_ONE]
    return OF_ONE if properties and not any(_is_named(name, set(_WORD.findall(known))) for name in properties) else ""


def _is_named(noun: str, words: Collection[str]) -> bool:
    """Whether the noun is among the words, in any form, or they are made of one another: cijfer, totaalcijfer."""
    stem = lemma(noun)
    known = {*map(lemma, words), *_OF_ANYTHING}
    return stem in known or any((len(word) > 4 and stem.endswith(word)) or stem in word for word in known)


def _tells(kind: str, asked: Asked, text: str) -> bool:
    if kind != "aantal":
        return _PATTERNS[kind][1].search(text) is not None
    words = _WORD.findall(text)
    numbers = [place for place, word in enumerate(words) if _NUMBER.fullmatch(word)]
    return any(_counts(word, asked.counted) for place in numbers for word in words[place + 1 : place + 1 + _REACH])


def _counts(word: str, counted: Collection[str]) -> bool:
    """Whether it is what is counted, or a compound of it."""
    return lemma(word) in counted or any(len(noun) > 4 and noun in word for noun in counted)
