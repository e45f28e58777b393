"""The rules of 3.2.4 and 3.2.5 of Enschede on offices, in the order of the report, and the parameters they read.

The numbers, the verdicts and the citations are in `actions/parameters/enschede/kantoorlocatie.yml`.
"""

from collections.abc import Callable

from actions.checks.kantoorlocatie.bedrijventerrein import aparte_eenheid, bij_bedrijf
from actions.checks.kantoorlocatie.gronden import loopafstand_station, monument, oppervlakte_singel, plek
from actions.checks.kantoorlocatie.invoer import Kantoorlocatie
from actions.checks.kantoorlocatie.plek import Plek
from actions.checks.kantoorlocatie.voorwaarden import energielabel, kwaliteit
from actions.parameters import Waarden
from actions.toets import Toets
from actions.uitkomst import NIET_TOEGESTAAN, ONDER_VOORWAARDEN, TOEGESTAAN

TERUGHOUDEND = "terughoudend"
# From mild to strict. `toegestaan` is a rule that was met; the verdict itself always has conditions.
OORDELEN = (TOEGESTAAN, ONDER_VOORWAARDEN, TERUGHOUDEND, NIET_TOEGESTAAN)

# Every parameter of the file, with the unit that it must have.
VERWACHT = {
    "plek_met_focus": "oordeel",
    "monument": "oordeel",
    "elders": "oordeel",
    "loopafstand_station": "minuten",
    "oppervlakte_singel": "m2",
    "bedrijventerrein_bij_bedrijf": "oordeel",
    "bedrijventerrein_zonder_bedrijf": "oordeel",
    "bedrijventerrein_aparte_eenheid": "oordeel",
    "kwaliteit": "oordeel",
    "energielabel": "energielabel",
}

REGELS: tuple[Callable[[Kantoorlocatie, Plek, Waarden], Toets], ...] = (
    plek,
    loopafstand_station,
    oppervlakte_singel,
    monument,
    bij_bedrijf,
    aparte_eenheid,
    kwaliteit,
    energielabel,
)
