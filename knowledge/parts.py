"""One message that asks several things: its separate questions, and their answers as one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from knowledge.answer import Composed
from knowledge.antwoord import MAX_TEKST, Antwoord
from knowledge.replies import replies

_ASKING_WORD = (
    r"(?:(?:aan|bij|door|in|met|naar|om|onder|op|tot|van|vanaf|voor) )?"
    r"(?:wat|hoe|hoeveel|hoelang|welke?|waar\w*|wanneer|wie|what|how|which|where|when|who|why)\b"
)
_VERB = (
    r"(?:bestaat|betaal|betaalt|doen|doet|gaan|gaat|geldt|gelden|hebben|heb|heeft|hoort|is|kan|komen|komt|kost|krijg|krijgt"
    r"|krijgen|kunnen|mag|mogen|moet|moeten|staat|staan|telt|valt|vallen|wil|wordt|worden|zijn|zit|can|may|is|are|do|does)\b"
)
_SOMEBODY = r"(?:dan |daar )?(?:ik|u|je|we|wij|ze|zij|er|dat|dit|die|het|de|een|mijn|ons|onze|I|it|there)\b"
# Between two questions: a question mark; "en" before what opens a question, or behind a comma before anything; a comma
# before a word that asks, or before a verb with who does it.
_BETWEEN = re.compile(
    rf"(?<=[?!])\s+|\s*;\s+|,?\s+(?:en|and|und)\s+(?:ook\s+)?(?={_ASKING_WORD}|{_VERB})|,\s+en\s+(?=\w)"
    rf"|,\s+(?={_ASKING_WORD}|{_VERB}\s+{_SOMEBODY})",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"\?|^(?:en\s+)?{_VERB}|\b{_ASKING_WORD}", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"^(?:en |alvast |heel erg )?(?:hoezo|hoe dan|waar niet|toch|niet|bedankt|dank\w*)?\W*$", re.IGNORECASE
)


def questions_in(message: str) -> list[str]:
    """The questions of a message, in order, each with the statements before it; the message when it asks one thing."""
    asked, said = list[str](), ""
    for part in filter(None, map(str.strip, _BETWEEN.split(message))):
        said = f"{said}, {part}" if said else part
        if not _SAYS_NOTHING.match(said) and (asked or _ASKS.search(said)):
            asked.append(said)
            said = ""
    return asked if len(asked) > 1 else [message]


def joined(questions: Sequence[str], parts: Sequence[Composed]) -> Antwoord | None:
    """The answers to the separate questions of one message: whole, or in short where they have no room otherwise.

    A question without an answer is named, or told what is known to be missing. None when fewer than two have something
    of their own to say and one of them an answer, or one Antwoord cannot hold them.
    """
    own = list({part.antwoord.tekst: part for part in parts if part.antwoord.bronnen}.values())
    if len(own) < 2 or not any(part.antwoord.soort == "antwoord" for part in own):
        return None
    texts = {part.antwoord.tekst: part.antwoord.tekst for part in own}
    nothing = [
        replies().deel_zonder.format(vraag=question)
        for question, part in zip(questions, parts, strict=True)
        if not part.antwoord.bronnen
    ]
    for part in sorted(own, key=lambda part: -len(part.antwoord.tekst)):
        if len(_text(texts.values(), nothing)) > MAX_TEKST and part.kort:
            texts[part.antwoord.tekst] = part.kort
    tekst = _text(texts.values(), nothing)
    if len(tekst) > MAX_TEKST:
        return None
    bronnen = dict.fromkeys(bron for part in own for bron in part.antwoord.bronnen)
    return replace(own[0].antwoord, soort="antwoord", tekst=tekst, bronnen=tuple(bronnen), knoppen=())


def _text(answers: Iterable[str], nothing: Sequence[str]) -> str:
    """A paragraph each; the municipality is named once."""
    first, *more = answers
    named, _, after = replies().andere_gemeente.partition("{gemeente}")
    town = re.match(rf"{re.escape(named)}[\w-]+{re.escape(after)}", first)
    return "\n\n".join([first, *(text.removeprefix(town[0] if town else "") for text in more), *nothing])
