"""Just enough Dutch to read a short description of an activity: words that say nothing about what it is."""

import re
import unicodedata
from collections.abc import Sequence


def _lijst(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


VERBINDINGEN = _lijst("en of plus tevens daarnaast maar wel met ; , . : ! ? / & +")
EINDE_ONTKENNING = _lijst("maar wel . ! ? ;")
# "geen winkel": what follows is denied. "ik doe dat niet": which part is denied is unclear.
ONTKENNING_VOOR = _lijst("geen zonder behalve ex voormalig voormalige gestopt stop stoppen")
ONTKENNING_ZIN = _lijst("niet nooit niks niets nee noch")
# "advies aan winkels" is advice. "yogales in mijn café" may be both.
VOORZETSEL_OVER = _lijst("voor aan over van tegen")
VOORZETSEL_PLAATS = _lijst("in bij op naar uit vanuit door via tussen binnen boven naast onder achter buiten")
# "naast het Kennispark" is not in it; "binnen" is.
NIET_ERIN = _lijst(
    "bij naast tegenover vlakbij dichtbij nabij buiten achter tussen rond rondom richting omgeving voorbij"
)
LIDWOORDEN = _lijst("de het een t n")
VULWOORDEN = _lijst(
    """
    a aanbieden al alleen als beetje beginnen begin begon ben beroep bedrijf bedrijfje berging bestaand bewoner
    bewoon bezoekers binnenkort daar daarvoor dag dagen dan dat de deel deze die dit doe doen dus een
    eenmanszaak eigen enschede er euro fulltime gaan ga gaat garage geef geven gemeente graag haar heb hebben heel
    het hem hier hij hoe huis huiskamer huur huurhuis ieder iets ik is ja jaar kamer kan keer kelder klant klanten
    klein kleine kleinschalig kleinschalige koophuis krijg kunnen leuk m2 maand mag maximaal meestal mij mijn
    mijzelf mezelf minimaal misschien moet moeten mogelijk momenteel na nieuw nieuwe nou nu om onderneming
    ondernemer ons onze ontvang ontvangen ook oppervlakte overdag parttime per plan plek praktijkruimte ruimte
    runnen s schuur schuurtje slaapkamer soms start starten opstarten oprichten opzetten openen open te tegelijk
    thuis tijdens toch tuin tuinhuis uitoefenen uitvoeren uur vaak vanaf verder verzorgen vierkante meter voortaan
    vrijdag vraag wat we week weekend weekenden wekelijks werk werken werkkamer werkruimte werkzaam wij wil willen
    wilde woning woon wonen worden wordt zaterdag zelf zelfstandig zelfstandige zich zijn zo zolder zou
    tuis beginne starte opene werke wille gebruike
    wiskunde rekenen engels duits frans spaans nederlands natuurkunde scheikunde biologie
    hoekhuis rijtjeshuis rijhuis tussenwoning hoekwoning eengezinswoning bovenwoning benedenwoning bovenhuis
    nieuwbouwhuis tweekapper bungalow villa flat flatje appartement boerderij vrijstaand vrijstaande
    zzp atelier kantoor praktijk salon studio werkplaats zaak
    """
)
# Ordinary words that look like an inflection or typing error of an activity, and are not.
EIGEN_WOORDEN = _lijst("winkelen bouwer bouwers klapper kappen baren standaard slapen vormen dansen")


def woorden(tekst: str) -> list[str]:
    """Lower case, without accents and hyphens: words and the punctuation that separates activities."""
    plat = unicodedata.normalize("NFKD", tekst.replace("\n", " ; ").casefold())
    plat = "".join(teken for teken in plat if not unicodedata.combining(teken))
    plat = re.sub(r"['’‘`´]", "", plat)
    return re.findall(r"[^\W_]+(?:&[^\W_]+)*|[;,.:!?/&+]", re.sub(r"[-–()\"]", " ", plat))


def sleutel(term: Sequence[str]) -> str:
    """Words written together, so that `foto graaf` and `web-winkel` are found as well."""
    return "".join(woord for woord in term if woord[0].isalnum())


def zegt_niets(woord: str) -> bool:
    """True for filler and bare numbers."""
    return woord in VULWOORDEN or woord[0].isdigit()


def grondvormen(woord: str) -> list[str]:
    """What the word may be a plural, diminutive or inflection of: `fotografen` -> `fotograaf`; itself first.

    Only candidates: the caller keeps those that are in its list.
    """
    vormen = [
        woord,
        *(woord.removesuffix(p) for p in _PERSOON if woord.endswith(p) and len(woord) - len(p) >= _KORTSTE_GRONDVORM),
    ]
    for vorm in vormen:  # grows while we go: `winkeltjes` -> `winkeltje` -> `winkel`
        for uitgang in _UITGANGEN:
            basis = vorm.removesuffix(uitgang)
            if basis != vorm and len(basis) >= _KORTSTE_GRONDVORM:
                vormen += [nieuw for nieuw in _gespeld(basis) if nieuw not in vormen]
    return vormen


def _gespeld(basis: str) -> list[str]:
    """The spellings of a stem: `less` -> `les`, `fotograf` -> `fotograaf`."""
    klinker, slot = basis[-2], basis[-1]
    vormen = [basis, basis[:-1]] if klinker == slot else [basis]
    if klinker in _KLINKERS and slot not in _KLINKERS and basis[-3] not in _KLINKERS:
        vormen.append(f"{basis[:-1]}{klinker}{_ONSTEMHEBBEND.get(slot, slot)}")
    if slot in _ONSTEMHEBBEND:  # `adviezen`
        vormen.append(f"{basis[:-1]}{_ONSTEMHEBBEND[slot]}")
    return vormen


# Who runs it names it: `rijschoolhouder`, `kroegbaas`.
_PERSOON = ("houder", "houdster", "eigenaar", "eigenares", "eigenaresse", "uitbater", "baas")
_UITGANGEN = ("etje", "tje", "pje", "je", "s", "en", "n", "e")
_KORTSTE_GRONDVORM = 4
_KLINKERS = "aeiou"
_ONSTEMHEBBEND = {"v": "f", "z": "s"}
