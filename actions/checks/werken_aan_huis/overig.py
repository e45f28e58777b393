"""The rules that ask yes or no: who lives there, storage outside, work in public space, traffic."""

from actions.checks.werken_aan_huis.invoer import WerkenAanHuis
from actions.parameters import Parameter, Waarden
from actions.toets import Toets
from actions.uitkomst import ONVOLLEDIG, TOEGESTAAN, Regel


def bewoner(invoer: WerkenAanHuis, p: Waarden) -> Toets:
    bron = p["bewoner"].bron
    if invoer.bewoner is None:
        uitleg = "De ondernemer moet zelf in de woning wonen. Wij weten nog niet of dat zo is."
        return Toets(Regel("bewoner", ONVOLLEDIG, uitleg, bron), ("bewoner",))
    if invoer.bewoner:
        return Toets(
            Regel("bewoner", TOEGESTAAN, "De ondernemer woont zelf in de woning. Dat klopt met de regel.", bron)
        )
    uitleg = "De ondernemer woont niet in de woning. Dat moet wel."
    return Toets(Regel("bewoner", p["bewoner"].tekst, uitleg, bron))


def buitenopslag(invoer: WerkenAanHuis, p: Waarden) -> Toets:
    return _ja_nee(
        "buitenopslag",
        invoer.buitenopslag,
        p["buitenopslag"],
        nee="U slaat buiten geen goederen op voor uw bedrijf.",
        ja="U slaat buiten goederen op. Daarvoor is een vergunning nodig.",
        aanname="We gaan ervan uit dat u buiten geen goederen opslaat voor uw bedrijf.",
    )


def openbare_ruimte(invoer: WerkenAanHuis, p: Waarden) -> Toets:
    return _ja_nee(
        "openbare_ruimte",
        invoer.openbareRuimte,
        p["openbare_ruimte"],
        nee="U werkt niet in de openbare ruimte. Laden en lossen mag wel.",
        ja="U werkt in de openbare ruimte, zoals op straat. Dat mag niet. Alleen laden en lossen mag.",
        aanname="We gaan ervan uit dat u niet in de openbare ruimte werkt, behalve om te laden en te lossen.",
    )


def extra_verkeer(invoer: WerkenAanHuis, p: Waarden) -> Toets:
    return _ja_nee(
        "extra_verkeer",
        invoer.extraVerkeer,
        p["extra_verkeer"],
        nee="Er komt door uw bedrijf niet meer verkeer.",
        ja="Er komt door uw bedrijf meer verkeer. Daarvoor is een vergunning nodig.",
        aanname="We gaan ervan uit dat er door uw bedrijf niet meer verkeer komt.",
    )


def _ja_nee(naam: str, antwoord: bool | None, p: Parameter, *, nee: str, ja: str, aanname: str) -> Toets:
    """An optional fact: absent is taken as no, and said so."""
    if antwoord is None:
        return Toets(Regel(naam, TOEGESTAAN, "U gaf hierover niets op.", p.bron), aannames=(aanname,))
    return Toets(Regel(naam, p.tekst if antwoord else TOEGESTAAN, ja if antwoord else nee, p.bron))
