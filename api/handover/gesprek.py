"""The way to a person, as a conversation: consent first, then a name and a number only for who wants to be called back.

It stands outside the dialogue engine: what a user gives here must not be masked, must not reach that engine, and must
work while it is away.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import phonenumbers
from sqlalchemy.orm import Session

from api.handover import core
from api.models.antwoorden import Antwoord, Knop, Verwacht
from api.storage import gesprekken, overdrachtstappen
from api.storage.overdrachten import set_contact

DOOR_MEDEWERKER = "Een medewerker van het Ondernemersloket van uw gemeente kan u verder helpen."
JA_GEEF_DOOR, NEE_NIET_DOOR = "Ja, geef mijn gesprek door", "Nee, geef niets door"
JA_BEL, NEE_WACHT = "Ja, neem contact met mij op", "Nee, ik wacht hier"
STOP, VERDER = "Stop", "Verder"
NIETS_DOOR = "Goed. Ik geef niets door. Was u bezig met een plan? Zeg dan ‘verder’. U mag ook iets anders vragen."
REDEN = "Gevraagd in de chat."

_JA = re.compile(r"^\W*(?:ja|jawel|jazeker|graag|goed|prima|ok[eé]?|akkoord|is goed|doe maar|natuurlijk)\b", re.I)
_NEE = re.compile(r"^\W*(?:nee|neen|niet|liever niet|nooit|geen)\b", re.I)
_STOP = re.compile(r"^\W*(?:stop|stoppen|annuleer|annuleren|laat maar|nee)\b", re.I)
_MEDEWERKER = re.compile(r"\b(?:medewerker|mens|persoon|iemand)\b.*\b(?:spreken|praten|bellen)\b|^medewerker\W*$", re.I)
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[a-z]{2,}", re.I)
_MAX_NAAM = 100  # characters


@dataclass(frozen=True)
class Stap:
    """One reply. `bewaard`: what is kept of the message, in place of a name or a number."""

    antwoord: Antwoord
    verwacht: Verwacht | None = None
    bewaard: str | None = None


def asks_for_person(bericht: str) -> bool:
    """For when the dialogue engine, which knows many more ways to say it, is away."""
    return _MEDEWERKER.search(bericht) is not None


def offer(session: Session, gesprek_id: UUID) -> Antwoord | None:
    """After a reply that refers to a person: the question for consent. None when a person is on the way already."""
    if core.toestand(core.latest(session, gesprek_id))[0] in ("wacht", "in_gesprek"):
        return None
    gesprekken.start(session, gesprek_id, None)  # its first turn may still be on its way to the database
    overdrachtstappen.put(session, gesprek_id, "toestemming")
    return Antwoord(
        soort="vraag",
        tekst="Zal ik dit gesprek doorgeven aan een medewerker? Die leest dan wat hier staat.",
        knoppen=_knoppen(JA_GEEF_DOOR, NEE_NIET_DOOR),
    )


def answer(session: Session, gesprek_id: UUID, bericht: str, openingstijden: str = "") -> Stap | None:
    """The reply to a message that answers what was asked last. None: it is about something else, for the dialogue.

    `bericht` as it was typed, not masked.
    """
    stap = overdrachtstappen.find(session, gesprek_id)
    if stap is None:
        return None
    match stap.stap:
        case "toestemming":
            return _toestemming(session, gesprek_id, bericht, openingstijden)
        case "terugbellen":
            return _terugbellen(session, gesprek_id, bericht)
        case "naam":
            return _naam(session, gesprek_id, bericht)
        case "contact":
            return _contact(session, gesprek_id, bericht, overdrachtstappen.naam_of(session, stap))


def _toestemming(session: Session, gesprek_id: UUID, bericht: str, openingstijden: str) -> Stap | None:
    if _NEE.match(bericht):
        return _klaar(session, gesprek_id, NIETS_DOOR, knoppen=_knoppen(VERDER))
    if not _JA.match(bericht):
        overdrachtstappen.remove(session, gesprek_id)  # a new question: no consent
        return None
    core.ask(session, gesprek_id, REDEN, None, None)
    overdrachtstappen.put(session, gesprek_id, "terugbellen")
    wanneer = f" Wij zijn er: {openingstijden}." if openingstijden else ""
    return Stap(
        Antwoord(
            soort="doorverwijzing",
            tekst=f"{core.TEKSTEN['wacht']}{wanneer} Zal een medewerker ook contact met u opnemen, als u hier "
            "niet meer bent? Dan vraag ik uw naam, en uw telefoonnummer of e-mailadres.",
            knoppen=_knoppen(JA_BEL, NEE_WACHT),
        )
    )


def _terugbellen(session: Session, gesprek_id: UUID, bericht: str) -> Stap | None:
    if _JA.match(bericht):
        overdrachtstappen.put(session, gesprek_id, "naam")
        return _vraag("naam", "Wat is uw naam?")
    if _NEE.match(bericht):
        return _klaar(session, gesprek_id, "Goed. U ziet het antwoord van de medewerker hier.")
    overdrachtstappen.remove(session, gesprek_id)
    return None


def _naam(session: Session, gesprek_id: UUID, bericht: str) -> Stap:
    if _STOP.match(bericht):
        return _klaar(session, gesprek_id, "Goed. U ziet het antwoord van de medewerker hier.")
    naam = " ".join(bericht.split())[:_MAX_NAAM]
    overdrachtstappen.put(session, gesprek_id, "contact", naam)
    return _vraag("contact", "Wat is uw telefoonnummer of e-mailadres?", "[naam]")


def _contact(session: Session, gesprek_id: UUID, bericht: str, naam: str | None) -> Stap:
    if _STOP.match(bericht):
        return _klaar(session, gesprek_id, "Goed. U ziet het antwoord van de medewerker hier.")
    contact = read_contact(bericht)
    if contact is None:
        return _vraag("contact", "Dat lees ik niet als telefoonnummer of e-mailadres. Wat is het?", "[contactgegeven]")
    set_contact(session, core.ask(session, gesprek_id, REDEN, None, None).id, naam, contact)
    return _klaar(
        session,
        gesprek_id,
        "Dank u. Een medewerker neemt contact met u op. Uw naam en contactgegeven bewaren wij versleuteld, "
        "en alleen daarvoor.",
        "[contactgegeven]",
    )


def read_contact(bericht: str) -> str | None:
    """The first e-mail address, else the first telephone number (as +31 …); None when there is neither."""
    if email := _EMAIL.search(bericht):
        return email.group()
    for match in phonenumbers.PhoneNumberMatcher(bericht, "NL"):
        return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return None


def _vraag(veld: str, tekst: str, bewaard: str | None = None) -> Stap:
    antwoord = Antwoord(soort="vraag", tekst=tekst, knoppen=_knoppen(STOP))
    return Stap(antwoord, Verwacht(veld=veld, type="tekst"), bewaard)


def _klaar(
    session: Session, gesprek_id: UUID, tekst: str, bewaard: str | None = None, knoppen: Sequence[Knop] = ()
) -> Stap:
    overdrachtstappen.remove(session, gesprek_id)
    return Stap(Antwoord(soort="melding", tekst=tekst, knoppen=list(knoppen)), None, bewaard)


def _knoppen(*titels: str) -> list[Knop]:
    return [Knop(titel=titel, bericht=titel) for titel in titels]
