"""A question to the policy within a conversation: it may lean on an earlier one, and later ones may lean on it."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from zlib import crc32

from actions.bericht import Bericht
from actions.checks.velden import GEMEENTEN
from actions.gespreksteksten import teksten
from actions.omgeving import omgeving
from knowledge.antwoord import MAX_TEKST, Antwoord
from knowledge.message import leans_on_earlier

ELDERS = "anders"
# "en in Hengelo dan?": nothing but a place, so the earlier question is asked again, of that place.
_ALLEEN_PLAATS = re.compile(
    r"^(?:(?:en|maar|ok|oké|oke)[ ,]+)?(?:(?:hoe zit|geldt|mag|kan) (?:dat|dit|het) )?(?:(?:dan|ook) )*"
    r"(?:(?:voor|in|bij) )?(?:gemeente )?[\w-]+(?: (?:dan|ook|wel))*[ ?!.]*$",
    re.IGNORECASE,
)

_IN_GEMEENTE = re.compile(rf" (?:in|te|bij|voor|van) (?:de )?(?:gemeente )?(?:{'|'.join(GEMEENTEN)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Onderwerp:
    """The last question that could stand alone, and the municipality that a follow-up ("en in Hengelo?") named.

    `gezegd`: a fingerprint of the answer given last, to notice that the next is the same.
    """

    vraag: str
    gemeente: str | None = None
    gezegd: int | None = None

    @classmethod
    def uit(cls, slot: Mapping[str, Any] | None) -> "Onderwerp | None":
        return cls(**slot) if slot else None

    def slot(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def tekst(self) -> str:
        """As one question, about the municipality that the follow-up named and not the one of before."""
        return f"{self.gemeente.title()}: {_IN_GEMEENTE.sub('', self.vraag)}" if self.gemeente else self.vraag


@dataclass(frozen=True)
class Beleidsantwoord:
    """`onderwerp`: what the conversation is about from now on. `vraag`: the message and what it leans on."""

    antwoord: Antwoord
    onderwerp: Onderwerp | None
    vraag: str


async def beantwoord(bericht: Bericht, onderwerp: Onderwerp | None, gemeente: str | None) -> Beleidsantwoord:
    """Asks the knowledge base. `onderwerp`: of the turns before; `gemeente`: of the page or the check."""
    vraag, eerder, gezegd = bericht.tekst, None, onderwerp.gezegd if onderwerp else None
    genoemd = _genoemd(bericht)
    if onderwerp is not None and genoemd is not None and _ALLEEN_PLAATS.match(vraag):
        onderwerp = replace(onderwerp, gemeente=genoemd)
        vraag = onderwerp.tekst
    elif onderwerp is not None and leans_on_earlier(vraag):
        eerder = onderwerp.vraag if genoemd else onderwerp.tekst
        onderwerp = replace(onderwerp, gemeente=genoemd or onderwerp.gemeente)
    antwoord = await omgeving().kennis.answer(vraag, gemeente, eerder)
    if vraag == bericht.tekst and not leans_on_earlier(vraag) and (bericht.is_vraag or antwoord.soort == "antwoord"):
        onderwerp = Onderwerp(vraag)  # and not a cry that means nothing to the policy
    kenmerk = crc32(antwoord.tekst.encode())
    if onderwerp is not None and antwoord.soort == "antwoord":
        onderwerp = replace(onderwerp, gezegd=kenmerk)
    if gezegd == kenmerk and antwoord.soort == "antwoord":
        antwoord = _nog_eens(antwoord)
    return Beleidsantwoord(antwoord, onderwerp, f"{eerder} {vraag}" if eerder else vraag)


def _nog_eens(antwoord: Antwoord) -> Antwoord:
    """The answer of just before, once more: says so first, where there is room."""
    tekst = f"{teksten().zinnen['zelfde_antwoord']} {antwoord.tekst}"
    return replace(antwoord, tekst=tekst) if len(tekst) <= MAX_TEKST else antwoord


def _genoemd(bericht: Bericht) -> str | None:
    """The municipality of ours that the message names."""
    gemeente: str | None = bericht.eerste("gemeente")
    return None if gemeente == ELDERS else gemeente
