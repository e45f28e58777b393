"""Replaces personal data by the name of its kind."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from api.privacy import adressen, contact, kentekens, namen, nummers

Soort = Literal["e-mailadres", "rekeningnummer", "creditcard", "bsn", "postcode", "telefoonnummer", "kenteken", "naam"]
SOORTEN: tuple[Soort, ...] = get_args(Soort)

Plek = tuple[int, int]  # from, up to

# In this order: where two overlap, the first one counts.
_HERKENNERS: Mapping[Soort, Callable[[str], Iterable[Plek]]] = {
    "e-mailadres": contact.emails,
    "rekeningnummer": nummers.ibans,
    "creditcard": nummers.cards,
    "bsn": nummers.bsns,
    "postcode": adressen.postcodes,
    "telefoonnummer": contact.phones,
    "kenteken": kentekens.plates,
    "naam": namen.names,
}


@dataclass(frozen=True)
class Gemaskeerd:
    """The text without personal data, and the kinds that were in it, each once, in the order of `SOORTEN`."""

    tekst: str
    soorten: tuple[Soort, ...]


def mask(tekst: str) -> Gemaskeerd:
    """Masking a masked text changes nothing. Well under a millisecond for a message without digits or names.

    A NUL becomes a replacement character: no database takes it.
    """
    tekst = tekst.replace("\0", "\N{REPLACEMENT CHARACTER}")
    gevonden: list[tuple[Plek, Soort]] = []
    for soort, herken in _HERKENNERS.items():
        for begin, eind in herken(tekst):
            if all(eind <= b or e <= begin for (b, e), _ in gevonden):
                gevonden.append(((begin, eind), soort))
    for (begin, eind), soort in sorted(gevonden, reverse=True):
        tekst = f"{tekst[:begin]}[{soort}]{tekst[eind:]}"
    return Gemaskeerd(tekst, tuple(soort for soort in SOORTEN if soort in {soort for _, soort in gevonden}))
