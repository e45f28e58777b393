"""What people say in a check instead of an answer: stop, start anew, why, don't know, thank you, or nothing we hear."""

from dataclasses import replace

from actions.bericht import Bericht
from actions.checks import Check
from actions.gesprek.checkteksten import CheckTekst, checkteksten
from actions.gesprek.lezen import Gelezen, lees
from actions.gesprek.stand import Stand
from actions.gesprek.tussenwoorden import GRAAG, LAAT_MAAR, TOT_ONS, VAAG, VERDER, WAT, WIJZIG
from actions.gesprek.uiting import is_van
from actions.gesprek.vaste_teksten import IN_NOOD
from actions.gesprek.verder import Stap, geteld, verder
from actions.gesprek.vrije_tekst import zegt_zeker
from actions.gesprek.woorden import noemt
from actions.gespreksteksten import teksten

_ZEKER = 0.5  # below this a word for stopping or starting anew may as well be a trade

# Said in the middle of the check, these get their ordinary reply, and the question once more.
_TUSSENDOOR = (
    *("groet", "bedankt", "wie_ben_jij", "medewerker", "scheldwoorden", "opdracht_aan_bot", "belofte_gevraagd"),
    *("klacht", *IN_NOOD),
)
_GEEN_ANTWOORD = ("annuleer", "opnieuw", "waarom_vraagt_u", "weet_ik_niet")
# A first time we say sorry and go on; a second time is for a person.
_ONTEVREDEN = ("klacht", "scheldwoorden")
# These a message may be although it has an answer in it: "nee, laat maar", "40, en nu wil ik een mens spreken".
_GAAT_VOOR = ("annuleer", "opnieuw", "medewerker", "scheldwoorden", "opdracht_aan_bot")
# Taken for these by a word, an answer in one's own words is an answer still: "garantiebewijzen nakijken".
_OM_EEN_WOORD = ("wie_ben_jij", "belofte_gevraagd", "opdracht_aan_bot")


def bijzonder(bericht: Bericht, stand: Stand, check: Check) -> Stap | None:
    """Stop, start anew, why, don't know, thank you: what people say instead of an answer."""
    zinnen, gevraagd, eigen = teksten().zinnen, stand.gevraagd or "", checkteksten()[check.naam]
    if VERDER.match(bericht.tekst):
        return nog_eens(stand)
    if stand.pogingen and GRAAG.match(bericht.tekst):  # we just said how to get to a person
        return nog_eens(stand, vaste_tekst="medewerker")
    if LAAT_MAAR.match(bericht.tekst):
        return _gestopt()
    if bericht.zekerheid < _ZEKER or zegt_zeker(gevraagd, bericht.tekst, check) or _antwoordt(bericht, stand, check):
        return None
    if bericht.intent == "scheldwoorden" and _is_vrij(gevraagd, check) and len(bericht.tekst.split()) == 1:
        return None  # "tolk", "visagist": one word alone is sooner a trade that the classifier does not know
    if bericht.intent == "annuleer":
        return _gestopt()
    if bericht.intent == "opnieuw":
        bewaard = {naam: waarde for naam, waarde in stand.velden.items() if naam == "gemeente"}
        stap = verder(Gelezen({}), Stand(velden=bewaard), check)
        return replace(stap, meldingen=(zinnen["opnieuw"], *stap.meldingen))
    if WAT.match(bericht.tekst):
        return geteld(nog_eens(stand, eigen.velden[gevraagd].hulp), stand)
    if bericht.intent in _ONTEVREDEN and not stand.pogingen:
        return geteld(nog_eens(stand, zinnen["klacht_onderweg"]), stand)
    if bericht.intent == "waarom_vraagt_u":
        return nog_eens(stand, eigen.velden[gevraagd].waarom)
    if bericht.intent == "weet_ik_niet":
        if bericht.zekerheid < 1 and _is_vaag(bericht, gevraagd, check):
            return None  # "niet zo ver hoor"
        return _weet_niet(stand, check, eigen)
    if WIJZIG.search(bericht.tekst) and (veld := _genoemd_veld(bericht.tekst, stand, eigen)):
        velden = {naam: waarde for naam, waarde in stand.velden.items() if naam != veld}
        return Stap(replace(stand, velden=velden, gevraagd=veld, pogingen=0), meldingen=(zinnen["toch_anders"],))
    if bericht.intent in _TUSSENDOOR:
        return nog_eens(stand, vaste_tekst=bericht.intent)
    return None


def _gestopt() -> Stap:
    return Stap(Stand(), meldingen=(teksten().zinnen["gestopt"],), afgebroken=True)


def _antwoordt(bericht: Bericht, stand: Stand, check: Check) -> bool:
    """Whether the message answers what is asked, although it has the intent of something else ("ja dat beloof ik")."""
    gevraagd = stand.gevraagd or ""
    if bericht.is_vraag or bericht.intent in IN_NOOD or bericht.intent not in (*_TUSSENDOOR, *_GEEN_ANTWOORD):
        return False
    if _is_vrij(gevraagd, check):
        return bericht.intent in _OM_EEN_WOORD and not TOT_ONS.search(bericht.tekst)
    gezegd = lees(bericht, stand, check).velden.get(gevraagd)
    if gezegd is None:
        return False
    if isinstance(gezegd, bool) or (not gezegd and bericht.eerste("ja_nee") is False):  # no more than a yes or no
        return bericht.intent not in (*_GAAT_VOOR, "weet_ik_niet")
    return bericht.intent not in _GAAT_VOOR or bericht.zekerheid < 1  # "geen idee, zo'n 40"


def _is_vaag(bericht: Bericht, gevraagd: str, check: Check) -> bool:
    """An amount without a number, where a number is asked: "vlak bij het station"."""
    return is_van(check, gevraagd, "number", "integer") and VAAG.search(bericht.tekst) is not None


def _genoemd_veld(tekst: str, stand: Stand, eigen: CheckTekst) -> str | None:
    bekend = [veld for veld in eigen.velden if veld in stand.velden]
    return next((veld for veld in bekend if noemt(tekst, (*eigen.velden[veld].noemt, veld))), None)


def _weet_niet(stand: Stand, check: Check, eigen: CheckTekst) -> Stap:
    """Says how to find out, and goes on without; what nothing can be said without is asked once more."""
    gevraagd, zinnen = stand.gevraagd or "", teksten().zinnen
    uitzoeken = eigen.velden[gevraagd].uitzoeken
    if _is_vrij(gevraagd, check) or gevraagd == "gemeente":
        nog = nog_eens(stand, zinnen["weet_niet_nodig"].format(uitzoeken=uitzoeken))
        return geteld(nog, stand)
    optioneel = gevraagd in eigen.vraag_ook  # who cannot say the one cannot say the other
    overgeslagen = (*stand.overgeslagen, *(eigen.vraag_ook if optioneel else (gevraagd,)))
    stap = verder(Gelezen({}, stand.deel), replace(stand, overgeslagen=overgeslagen), check)
    zin = zinnen["weet_niet_optioneel" if optioneel else "weet_niet_verder"].format(uitzoeken=uitzoeken)
    return replace(stap, meldingen=(zin, *stap.meldingen))


def nietsgehoord(bericht: Bericht, stand: Stand, check: Check) -> Stap:
    """Nothing in the message is a fact of the plan: says how to answer, and asks again."""
    eigen = checkteksten()[check.naam]
    if stand.gevraagd in eigen.vraag_ook and stand.pogingen:  # it is no longer worth insisting
        overgeslagen = (*stand.overgeslagen, *eigen.vraag_ook)
        return verder(Gelezen({}, stand.deel), replace(stand, overgeslagen=overgeslagen), check)
    hulp = eigen.velden[stand.gevraagd or ""].hulp
    zin = "begrepen_niet" if not stand.pogingen else "weer_niet_begrepen"
    if _is_vaag(bericht, stand.gevraagd or "", check):
        zin = "geen_getal"
    return geteld(nog_eens(stand, teksten().zinnen[zin], hulp), stand)


def _is_vrij(veld: str, check: Check) -> bool:
    return is_van(check, veld, "string")


def nog_eens(stand: Stand, *meldingen: str, beleidsvraag: bool = False, vaste_tekst: str | None = None) -> Stap:
    """The same question again, after what is to be said first."""
    return Stap(stand, meldingen=meldingen, beleidsvraag=beleidsvraag, vaste_tekst=vaste_tekst)
