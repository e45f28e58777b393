"""What a message added or changed, said back: the user sees that it was heard, and as what."""

from actions.checks import Check
from actions.gesprek.lezen import Gelezen
from actions.gesprek.stand import Stand
from actions.gespreksteksten import teksten
from actions.waarom import gegeven_feiten


def nieuwe(gelezen: Gelezen, eerder: Stand, nu: Stand) -> list[str]:
    """The fields of which something else was asked, that the message filled or changed all the same."""
    velden = [veld for veld in gelezen.velden if veld != eerder.gevraagd]
    return [veld for veld in velden if nu.velden.get(veld) not in (None, eerder.velden.get(veld))]


def gehoord(gelezen: Gelezen, eerder: Stand, nu: Stand, check: Check) -> list[str]:
    """In words, what was known already and is different now; and what was told in place of an answer."""
    nieuw = nieuwe(gelezen, eerder, nu)
    anders = [veld for veld in nieuw if veld in eerder.velden]
    verteld = [veld for veld in nieuw if veld not in eerder.velden and nu.gevraagd == eerder.gevraagd]
    return [
        teksten().zinnen[zin].format(feiten=_in_woorden(velden, nu, check))
        for zin, velden in (("aangepast", anders), ("genoteerd", verteld))
        if velden
    ]


def meegenomen(gelezen: Gelezen, eerder: Stand, nu: Stand, check: Check) -> list[str]:
    """What the message added or changed after a verdict that is still open, which does not say it itself."""
    nieuw = nieuwe(gelezen, eerder, nu)
    return [teksten().zinnen["genoteerd"].format(feiten=_in_woorden(nieuw, nu, check))] if nieuw else []


def is_bekend(gelezen: Gelezen, stand: Stand) -> bool:
    """Whether the message says nothing but what was known already."""
    return bool(gelezen.velden) and all(stand.velden.get(veld) == waarde for veld, waarde in gelezen.velden.items())


def _in_woorden(velden: list[str], stand: Stand, check: Check) -> str:
    feiten = gegeven_feiten(check, {veld: stand.velden[veld] for veld in velden}).values()
    return "; ".join(f"{feit.naam}: {feit.tekst}" for feit in feiten)
