"""What the front door itself says to the user, at B1 level."""

from collections.abc import Iterable

from api.models.antwoorden import Antwoord
from api.privacy import SOORTEN, Soort

GESLOTEN = (
    "Uw vorige gesprek is gesloten, omdat het lang stil was. We beginnen opnieuw. Noem dus "
    "nog eens wat nodig is voor uw vraag."
)
_IN_WOORDEN: dict[Soort, str] = {
    "e-mailadres": "een e-mailadres",
    "rekeningnummer": "een rekeningnummer",
    "creditcard": "een creditcardnummer",
    "bsn": "een burgerservicenummer (BSN)",
    "postcode": "een postcode",
    "telefoonnummer": "een telefoonnummer",
    "kenteken": "een kenteken",
    "naam": "een naam",
}


def gesloten() -> Antwoord:
    return Antwoord(soort="melding", tekst=GESLOTEN)


def persoonsgegevens(soorten: Iterable[str]) -> Antwoord:
    """That these kinds of personal data were taken out of the message."""
    woorden = [_IN_WOORDEN[soort] for soort in SOORTEN if soort in set(soorten)]
    opsomming = " en ".join([", ".join(woorden[:-1]), woorden[-1]] if len(woorden) > 1 else woorden)
    tekst = (
        f"In uw bericht staat {opsomming}. Dat heb ik niet nodig. Ik heb het weggehaald en niet bewaard. "
        "Deel hier liever geen persoonlijke gegevens."
    )
    return Antwoord(soort="melding", tekst=tekst)
