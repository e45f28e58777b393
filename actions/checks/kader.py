"""What every check does around its rules: whose they are, on which day they hold, and how the outcome is put."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from actions.checks.velden import bekend
from actions.toets import Toets
from actions.uitkomst import (
    DISCLAIMER,
    NIET_VAN_TOEPASSING,
    ONVOLLEDIG,
    TOEGESTAAN,
    InvoerFouten,
    Regel,
    Uitkomst,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    class Invoer(DataclassInstance, Protocol):
        """The input of any check."""

        @property
        def gemeente(self) -> str | None: ...

        @property
        def peildatum(self) -> date | None: ...


T = TypeVar("T")
_MEESTE_REDENEN = 2  # in a summary; the report has them all


@dataclass(frozen=True)
class Zaak:
    """What judging starts with. `klaar`: the outcome where no rule holds; None: go on."""

    dag: date
    gegevens: Mapping[str, object]
    klaar: Uitkomst | None


@dataclass(frozen=True)
class Kader:
    """A check of one municipality. `velden`: its fields in asking order, in words; `nodig`: those always needed;
    `versie`: of its data files."""

    naam: str
    gemeente: str
    versie: str
    nodig: Collection[str]
    velden: Mapping[str, str]
    disclaimer: str = DISCLAIMER

    @property
    def regelset(self) -> str:
        return f"{self.naam}/{self.gemeente}/{self.versie}"

    def open(self, invoer: "Invoer") -> Zaak:
        dag = invoer.peildatum or date.today()
        gegevens = {**bekend(invoer), "peildatum": dag.isoformat()}
        return Zaak(dag, gegevens, self._zonder_regels(invoer.gemeente, gegevens))

    def uitkomst(
        self,
        oordeel: str,
        samenvatting: str,
        regels: Iterable[Regel],
        gegevens: Mapping[str, object],
        ontbreekt: tuple[str, ...] = (),
        aannames: Iterable[str] = (),
        **extra: Any,
    ) -> Uitkomst:
        """The outcome of this check; each assumption once. `extra`: keys that only this check has."""
        return Uitkomst(
            check=self.naam,
            oordeel=oordeel,
            samenvatting=samenvatting,
            regelset=self.regelset,
            regels=tuple(regels),
            ontbreekt=ontbreekt,
            aannames=tuple(dict.fromkeys(aannames)),
            gegevens=gegevens,
            disclaimer=self.disclaimer,
            extra=extra,
        )

    def _zonder_regels(self, gemeente: str | None, gegevens: Mapping[str, object]) -> Uitkomst | None:
        """Another municipality, or not known yet which one. What holds of our policy text is not said of theirs."""
        if gemeente == self.gemeente:
            return None
        if gemeente is None:
            ontbreekt = tuple(veld for veld in self.velden if veld in self.nodig and veld not in gegevens)
            samenvatting = self.onvolledig(ontbreekt)
            return Uitkomst(self.naam, ONVOLLEDIG, samenvatting, self.regelset, ontbreekt=ontbreekt, gegevens=gegevens)
        samenvatting = (
            f"Deze controle geldt alleen voor de gemeente {self.gemeente.capitalize()}. "
            "Voor uw gemeente hebben wij deze regels niet. "
            "Vraag het Ondernemersloket van uw gemeente wat daar geldt."
        )
        return Uitkomst(self.naam, NIET_VAN_TOEPASSING, samenvatting, self.regelset, gegevens=gegevens)

    def samenvatting(
        self, oordeel: str, toetsen: Sequence[Toets], ontbreekt: Sequence[str], zinnen: Mapping[str, str]
    ) -> str:
        """The verdict in its sentence of `zinnen`, then what decided it; or what is still missing."""
        if ontbreekt:
            return self.onvolledig(ontbreekt)
        if oordeel == TOEGESTAAN:
            return zinnen[oordeel]
        beslissend = [toets.regel.uitleg for toets in toetsen if toets.regel.oordeel == oordeel]
        return " ".join((zinnen[oordeel], *beslissend[:_MEESTE_REDENEN]))

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
