"""What one message asks: its separate questions, its language, and whether it leans on what was asked before."""

import re
from typing import Literal

from spacy.lang.de.stop_words import STOP_WORDS as GERMAN
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
from spacy.lang.nl.stop_words import STOP_WORDS as DUTCH

from knowledge.analyse import fold

Language = Literal["nl", "en", "de"]

_QUESTION_WORD = (
    r"(?:wat|hoe|hoeveel|welke?|waar|waarom|wanneer|wie|mag|mogen|kan|kunnen|moet|moeten|geldt|gelden|is|zijn)"
)
_NEXT_QUESTION = re.compile(rf"(?<=\?)\s+|,?\s+en\s+(?={_QUESTION_WORD}\b)", re.IGNORECASE)
_SHORTEST = 4  # words; what is shorter ("toch?", "en waar niet?") asks nothing of its own
# "en buiten kantooruren?", "hoe groot dan?", "mag dat ook in Hengelo?": what is meant stands in an earlier question.
_OPENING = re.compile(r"^(?:(?:en|maar|of|oke|ok|dus)\b(?!\s+(?:ik|wij|we)\b)|hoezo\b|waarom (?:niet|wel|dan)?\s*\??$)")
_POINTING = re.compile(
    r"\b(?:dan|daar|daarvan|daarvoor|daarmee|daarover|daarbij|hiervoor|ervoor|ervan|ermee)\b"
    r"|\b(?:mag|kan|geldt|moet|is|hoe|waarom|wie|wat|hoeveel|betekent|kost) (?:\w+ )?(?:dat|die|dit)\b"
)
_LONGEST_POINTING = 6  # words; a longer question names what it is about
_FOREIGN = {"en": ENGLISH - DUTCH - GERMAN, "de": GERMAN - DUTCH - ENGLISH}
_DUTCH = DUTCH - ENGLISH - GERMAN


def questions_in(message: str) -> list[str]:
    """The questions of a message, in order; the message itself when it asks one thing."""
    parts = [part.strip() for part in _NEXT_QUESTION.split(message) if part and part.strip()]
    asking = [part for part in parts if len(part.split()) >= _SHORTEST]
    return asking if len(asking) > 1 else [message]


def leans_on_earlier(question: str) -> bool:
    """Whether it can only be understood from what was asked before."""
    words = fold(question).strip()
    if _OPENING.match(words):
        return True
    return len(words.split()) <= _LONGEST_POINTING and _POINTING.search(words) is not None


def language(question: str) -> Language:
    """By the small words that only one of the three languages has; Dutch when in doubt."""
    words = set(re.findall(r"[a-zäöüß']+", question.lower()))
    dutch = sum(word in _DUTCH for word in words)
    count, found = max((sum(word in own for word in words), name) for name, own in _FOREIGN.items())
    return found if count > dutch and count >= min(2, len(words)) else "nl"  # type: ignore[return-value]
