"""The rules of 3.2.7 of Enschede in the order of the report, and the parameters they read.

The numbers, the verdicts and the citations are in `actions/parameters/enschede/werken_aan_huis.yml`.
"""

from collections.abc import Callable

from actions.checks.werken_aan_huis.bezoekers import bezoekers_buiten_kantooruren, bezoekers_kantooruren
from actions.checks.werken_aan_huis.invoer import WerkenAanHuis
from actions.checks.werken_aan_huis.overig import bewoner, buitenopslag, extra_verkeer, openbare_ruimte
from actions.checks.werken_aan_huis.vloeroppervlak import vloeroppervlak_aandeel, vloeroppervlak_maximum
from actions.parameters import Waarden
from actions.toets import Toets

# Every parameter of the file, with the unit that it must have.
VERWACHT = {
    "vloeroppervlak_aandeel_vrij": "procent",
    "vloeroppervlak_maximum_vrij": "m2",
    "vloeroppervlak_woning": "tekst",
    "vloeroppervlak_aandeel_afwijken": "procent",
    "bewoner": "oordeel",
    "horeca_en_detailhandel": "oordeel",
    "activiteit_niet_genoemd": "oordeel",
    "groep_kantooruren": "personen",
    "groep_buiten_kantooruren": "personen",
    "groep_groter": "oordeel",
    "groep_in_centrum_of_stadserf": "oordeel",
    "buitenopslag": "oordeel",
    "extra_verkeer": "oordeel",
    "openbare_ruimte": "oordeel",
}

# The rule on the activity itself comes before these (see activiteit.py).
REGELS: tuple[Callable[[WerkenAanHuis, Waarden], Toets], ...] = (
    bewoner,
    vloeroppervlak_aandeel,
    vloeroppervlak_maximum,
    bezoekers_kantooruren,
    bezoekers_buiten_kantooruren,
    buitenopslag,
    openbare_ruimte,
    extra_verkeer,
)
