"""How large a plot Enschede still has, and where."""

from collections.abc import Sequence
from decimal import Decimal

from actions.bedrijventerreinen import Aanbod
from actions.checks.bedrijfskavel.invoer import Bedrijfskavel
from actions.getallen import maand, vierkante_meter
from actions.parameters import Waarden
from actions.toets import Toets
from actions.uitkomst import ONVOLLEDIG, Regel

BESCHIKBAAR = "beschikbaar"
_OMVANG = "De visie spreekt van de omvang van een bedrijf. Wij lezen dat als de grootte van de kavel."


def kavelgrootte(invoer: Bedrijfskavel, p: Waarden) -> Toets:
    grens, te_groot = p["kavel_kleiner_dan"], p["kavel_te_groot"]
    if invoer.kavelM2 is None:
        uitleg = (
            f"Er is alleen ruimte voor kavels onder {vierkante_meter(grens.getal)}. Wij weten nog niet wat u zoekt."
        )
        return Toets(Regel("kavelgrootte", ONVOLLEDIG, uitleg, grens.bron), ("kavelM2",))
    u_zoekt = f"U zoekt een kavel van {vierkante_meter(invoer.kavelM2)}."
    if invoer.kavelM2 < grens.getal:
        uitleg = f"{u_zoekt} Kleiner dan {vierkante_meter(grens.getal)} is er volgens de visie nog ruimte in Enschede."
        return Toets(Regel("kavelgrootte", BESCHIKBAAR, uitleg, grens.bron), aannames=(_OMVANG,))
    uitleg = f"{u_zoekt} Vanaf {vierkante_meter(grens.getal)} is er volgens de visie geen ruimte meer in Enschede."
    return Toets(Regel("kavelgrootte", te_groot.tekst, uitleg, te_groot.bron), aannames=(_OMVANG,))


def waar(p: Waarden) -> Regel:
    """The parks that the text names."""
    return Regel("waar_ruimte", BESCHIKBAAR, f"De ruimte is {p['waar_ruimte'].tekst}.", p["waar_ruimte"].bron)


def tabel_2(aanbod: Sequence[Aanbod], p: Waarden) -> Regel:
    """Every park of table 2 with its hectares, as the table has them: the text decides where the two differ."""
    lijst = ", ".join(f"{each.terrein} {_hectare(each.hectare)} ha" for each in aanbod)
    uitleg = (
        f"Tabel 2 noemt per terrein wat er beschikbaar is: {lijst}. De cijfers zijn van {maand(aanbod[0].datum)}. "
        f"Zij zeggen niet hoe groot de kavels zijn. Volgens de tekst zijn die kleiner dan "
        f"{vierkante_meter(p['kavel_kleiner_dan'].getal)}."
    )
    return Regel("tabel_2", BESCHIKBAAR, uitleg, aanbod[0].bron)


def in_de_regio(oordeel: str, p: Waarden) -> Regel:
    """What the text says about those who find no room."""
    uitleg = "Misschien kan een deel van deze bedrijven terecht in de regio. Dat hangt af van uw soort bedrijf."
    return Regel("regio", oordeel, uitleg, p["regio"].bron)


def _hectare(hectare: Decimal) -> str:
    return f"{hectare:.1f}".replace(".", ",")
