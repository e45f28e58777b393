"""How many customers at one time, in and outside regular office hours."""

from actions.checks.werken_aan_huis.invoer import WerkenAanHuis
from actions.getallen import klanten
from actions.parameters import Parameter, Waarden
from actions.toets import Toets
from actions.uitkomst import TOEGESTAAN, Regel


def bezoekers_kantooruren(invoer: WerkenAanHuis, p: Waarden) -> Toets:
    regel = "bezoekers_kantooruren"
    return _groep(regel, invoer.bezoekersKantooruren, p["groep_kantooruren"], "tijdens kantooruren", invoer, p)


def bezoekers_buiten_kantooruren(invoer: WerkenAanHuis, p: Waarden) -> Toets:
    regel = "bezoekers_buiten_kantooruren"
    return _groep(
        regel, invoer.bezoekersBuitenKantooruren, p["groep_buiten_kantooruren"], "buiten kantooruren", invoer, p
    )


def _groep(naam: str, aantal: int | None, grens: Parameter, wanneer: str, invoer: WerkenAanHuis, p: Waarden) -> Toets:
    """The largest group of customers at one time; the limit does not hold in the centre or stadserf area."""
    uitzondering, groter = p["groep_in_centrum_of_stadserf"], p["groep_groter"]
    if invoer.centrumOfStadserf:
        uitleg = (
            f"De woning ligt in het centrum of in een stadserf. Daar geldt {wanneer} geen grens voor groepen klanten."
        )
        return Toets(Regel(naam, uitzondering.tekst, uitleg, uitzondering.bron))
    ligging = (
        ()
        if invoer.centrumOfStadserf is False
        else ("We gaan ervan uit dat de woning niet in het centrumgebied of het stadserfgebied ligt.",)
    )
    hooguit = f"Hooguit {klanten(grens.getal)} tegelijk {wanneer} mag."
    if aantal is None:
        aanname = f"We gaan ervan uit dat u {wanneer} niet meer dan {klanten(grens.getal)} tegelijk ontvangt."
        return Toets(
            Regel(naam, TOEGESTAAN, f"{hooguit} U gaf geen aantal op.", grens.bron), aannames=(aanname, *ligging)
        )
    if aantal <= grens.getal:
        uitleg = f"U ontvangt hooguit {klanten(aantal)} tegelijk {wanneer}. {hooguit}"
        return Toets(Regel(naam, TOEGESTAAN, uitleg, grens.bron), aannames=ligging)
    uitleg = (
        f"U ontvangt {klanten(aantal)} tegelijk {wanneer}. {hooguit} Voor een grotere groep is een vergunning nodig. "
        "De gemeente weegt dan alle belangen af."
    )
    return Toets(Regel(naam, groter.tekst, uitleg, groter.bron), aannames=ligging)
