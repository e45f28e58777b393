"""What a check does around its rules: whose rules these are, on which day, and how it says what is missing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from actions.uitkomst import DISCLAIMER, NIET_VAN_TOEPASSING, ONVOLLEDIG, InvoerFouten, Uitkomst

T = TypeVar("T")


@dataclass(frozen=True)
class Kader:
    """A check of one municipality. `velden`: its fields in asking order, in words; `nodig`: those always needed."""

    naam: str
    gemeente: str
    regelset: str
    nodig: tuple[str, ...]
    velden: Mapping[str, str]
    disclaimer: str = DISCLAIMER

    def zonder_regels(self, gemeente: str | None, gegevens: Mapping[str, object]) -> Uitkomst | None:
        """The outcome where no rule holds: another municipality, or we do not know yet which one. None: go on."""
        if gemeente == self.gemeente:
            return None
        if gemeente is None:
            ontbreekt = tuple(veld for veld in self.nodig if veld not in gegevens)
            samenvatting = self.onvolledig(ontbreekt)
            return Uitkomst(self.naam, ONVOLLEDIG, samenvatting, self.regelset, ontbreekt=ontbreekt, gegevens=gegevens)
        samenvatting = (
            f"Deze controle geldt alleen voor de gemeente {self.gemeente.capitalize()}. "
            "Voor uw gemeente hebben wij deze regels niet. "
            "Vraag het Ondernemersloket van uw gemeente wat daar geldt."
        )
        return Uitkomst(self.naam, NIET_VAN_TOEPASSING, samenvatting, self.regelset, gegevens=gegevens)

    def onvolledig(self, ontbreekt: Sequence[str]) -> str:
        """What an unfinished verdict says."""
        wat = ", ".join(self.velden[veld] for veld in ontbreekt)
        return f"Wij kunnen nog geen oordeel geven. Wij missen nog: {wat}."


def op_dag(waarden: Callable[[date], T], dag: date) -> T:
    """The values of that day. Raises InvoerFouten when there were none."""
    try:
        return waarden(dag)
    except LookupError as fout:
        raise InvoerFouten([{"veld": "peildatum", "melding": "Voor deze dag hebben wij geen regels."}]) from fout
