"""An office on a business park: only as part of a business, and never let or sold as a unit of its own."""

from actions.checks.kantoorlocatie.invoer import Kantoorlocatie
from actions.checks.kantoorlocatie.plek import BEDRIJVENTERREIN, Plek
from actions.parameters import Waarden
from actions.toets import Toets
from actions.uitkomst import ONVOLLEDIG, TOEGESTAAN, Regel


def bij_bedrijf(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> Toets:
    """The office is tied to business space."""
    naam, wel, niet = "bij_bedrijf", p["bedrijventerrein_bij_bedrijf"], p["bedrijventerrein_zonder_bedrijf"]
    mag = "Op een bedrijventerrein moet een kantoor horen bij een bedrijf op dezelfde plek."
    if waar.categorie != BEDRIJVENTERREIN:
        return Toets(Regel(naam, TOEGESTAAN, f"{mag} Deze regel is voor uw plek niet van belang.", wel.bron))
    if invoer.bijBedrijf is None:
        return Toets(Regel(naam, ONVOLLEDIG, f"{mag} Wij weten nog niet of dat zo is.", wel.bron), ("bijBedrijf",))
    if invoer.bijBedrijf:
        return Toets(Regel(naam, wel.tekst, f"Uw kantoor hoort bij een bedrijf. {mag}", wel.bron))
    return Toets(Regel(naam, niet.tekst, f"Uw kantoor hoort niet bij een bedrijf. {mag}", niet.bron))


def aparte_eenheid(invoer: Kantoorlocatie, waar: Plek, p: Waarden) -> Toets:
    """The office is not let or sold by itself."""
    naam, niet = "aparte_eenheid", p["bedrijventerrein_aparte_eenheid"]
    regel = "Op een bedrijventerrein mag u een kantoor niet apart verhuren of verkopen."
    if waar.categorie != BEDRIJVENTERREIN:
        return Toets(Regel(naam, TOEGESTAAN, f"{regel} Deze regel is voor uw plek niet van belang.", niet.bron))
    if invoer.aparteEenheid is None:
        uitleg = f"{regel} Wij weten nog niet of u dat wilt."
        return Toets(Regel(naam, ONVOLLEDIG, uitleg, niet.bron), ("aparteEenheid",))
    if invoer.aparteEenheid:
        return Toets(Regel(naam, niet.tekst, f"U wilt het kantoor apart verhuren of verkopen. {regel}", niet.bron))
    return Toets(Regel(naam, TOEGESTAAN, f"U verhuurt of verkoopt het kantoor niet apart. {regel}", niet.bron))
