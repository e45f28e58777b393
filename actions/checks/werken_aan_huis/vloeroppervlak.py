"""How much of the dwelling the business may use: a share of the whole, and a maximum in m²."""

from fractions import Fraction

from actions.checks.werken_aan_huis.invoer import WerkenAanHuis
from actions.getallen import getal, procent
from actions.parameters import Waarden
from actions.toets import Toets
from actions.uitkomst import NIET_TOEGESTAAN, ONVOLLEDIG, TOEGESTAAN, Regel

BINNENPLANS = "vergunning_binnenplans"
_HELE_WONING = (
    "We gaan ervan uit dat de oppervlakte voor de hele woning geldt, met de berging en andere ruimten erbij.",
)


def vloeroppervlak_aandeel(invoer: WerkenAanHuis, p: Waarden) -> Toets:
    """Share of the whole dwelling; compared as exact fractions, so that 28.65 of 95.5 m² is 30% and not a hair more."""
    naam, vrij, afwijken = (
        "vloeroppervlak_aandeel",
        p["vloeroppervlak_aandeel_vrij"],
        p["vloeroppervlak_aandeel_afwijken"],
    )
    woning, bedrijf = invoer.woningOppervlakteM2, invoer.bedrijfOppervlakteM2
    if woning is None or bedrijf is None:
        velden = {"woningOppervlakteM2": woning, "bedrijfOppervlakteM2": bedrijf}
        uitleg = "Wij weten nog niet welk deel van de hele woning u gebruikt. De berging en andere ruimten tellen mee."
        ontbreekt = tuple(veld for veld, waarde in velden.items() if waarde is None)
        return Toets(Regel(naam, ONVOLLEDIG, uitleg, p["vloeroppervlak_woning"].bron), ontbreekt)
    aandeel = Fraction(bedrijf) * 100 / Fraction(woning)
    gebruik = (
        f"U gebruikt {getal(bedrijf)} van de {getal(woning)} m². Dat is {procent(aandeel, vrij.getal, afwijken.getal)}."
    )
    if aandeel <= Fraction(vrij.getal):
        return Toets(
            Regel(naam, TOEGESTAAN, f"{gebruik} Tot en met {getal(vrij.getal)}% mag.", vrij.bron), aannames=_HELE_WONING
        )
    if aandeel <= Fraction(afwijken.getal):
        uitleg = (
            f"{gebruik} Dat is meer dan {getal(vrij.getal)}%. "
            f"Tot en met {getal(afwijken.getal)}% is een vergunning mogelijk."
        )
        return Toets(Regel(naam, BINNENPLANS, uitleg, afwijken.bron), aannames=_HELE_WONING)
    uitleg = f"{gebruik} Meer dan {getal(afwijken.getal)}% kan niet, ook niet met een vergunning."
    return Toets(Regel(naam, NIET_TOEGESTAAN, uitleg, afwijken.bron), aannames=_HELE_WONING)


def vloeroppervlak_maximum(invoer: WerkenAanHuis, p: Waarden) -> Toets:
    """The maximum in m²; above it the same permit as for the share, and the share says up to where."""
    naam, vrij, bedrijf = "vloeroppervlak_maximum", p["vloeroppervlak_maximum_vrij"], invoer.bedrijfOppervlakteM2
    if bedrijf is None:
        uitleg = f"Uw bedrijf mag hooguit {getal(vrij.getal)} m² gebruiken. Wij weten nog niet hoeveel u gebruikt."
        return Toets(Regel(naam, ONVOLLEDIG, uitleg, vrij.bron), ("bedrijfOppervlakteM2",))
    if bedrijf <= vrij.getal:
        uitleg = f"U gebruikt {getal(bedrijf)} m². Tot en met {getal(vrij.getal)} m² mag."
        return Toets(Regel(naam, TOEGESTAAN, uitleg, vrij.bron))
    uitleg = (
        f"U gebruikt {getal(bedrijf)} m². Dat is meer dan {getal(vrij.getal)} m². Daarvoor is een vergunning nodig."
    )
    return Toets(Regel(naam, BINNENPLANS, uitleg, p["vloeroppervlak_aandeel_afwijken"].bron))
