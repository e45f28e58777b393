"""The verdict of a check, in the field names of the interface, and how several rules make one verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.bron import Bron

ONVOLLEDIG = "onvolledig"
NIET_VAN_TOEPASSING = "niet_van_toepassing"
TOEGESTAAN = "toegestaan"
ONDER_VOORWAARDEN = "toegestaan_onder_voorwaarden"
NIET_TOEGESTAAN = "niet_toegestaan"

# From mild to strict. A check with verdicts of its own gives its own order to `strengste`.
VERGUNNING_OORDELEN = (TOEGESTAAN, "vergunning_binnenplans", "vergunning_buitenplans", NIET_TOEGESTAAN)

DISCLAIMER = (
    "Dit is een eerste controle op basis van het beleid van de gemeente. "
    "U kunt hier geen rechten aan ontlenen. Neem bij twijfel contact op met het Ondernemersloket."
)
# For a document that uses terms of before that act, such as "bestemmingsplan" (see knowledge/sources/register.yml).
DISCLAIMER_VOOR_OMGEVINGSWET = (
    f"{DISCLAIMER} Dit beleid is van vóór de Omgevingswet van 1 januari 2024. Vraag welke regels nu gelden."
)


@dataclass(frozen=True)
class Regel:
    """One rule of the policy, applied. `oordeel` is `onvolledig` where a fact that the rule needs is missing."""

    regel: str
    oordeel: str
    uitleg: str
    bron: Bron

    def to_json(self) -> dict[str, object]:
        return {"regel": self.regel, "oordeel": self.oordeel, "uitleg": self.uitleg, "bron": self.bron.to_json()}


@dataclass(frozen=True)
class Uitkomst:
    """The verdict of one check. `regels` holds every rule, also those that were met.

    `ontbreekt` names the fields still needed, in the order in which to ask; it is empty once the verdict is settled.
    `extra` holds keys that only one check has (such as `locatie`).
    """

    check: str
    oordeel: str
    samenvatting: str
    regelset: str
    regels: tuple[Regel, ...] = ()
    ontbreekt: tuple[str, ...] = ()
    aannames: tuple[str, ...] = ()
    gegevens: Mapping[str, object] = field(default_factory=dict)
    disclaimer: str = DISCLAIMER
    extra: Mapping[str, object] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        return {
            "check": self.check,
            "oordeel": self.oordeel,
            "samenvatting": self.samenvatting,
            "regels": [regel.to_json() for regel in self.regels],
            "ontbreekt": list(self.ontbreekt),
            "aannames": list(self.aannames),
            "gegevens": dict(self.gegevens),
            "disclaimer": self.disclaimer,
            "regelset": self.regelset,
            **self.extra,
        }


class InvoerFouten(ValueError):  # noqa: N818 - the name is part of the interface
    """Impossible input. `fouten` holds every error at once: `[{"veld": ..., "melding": ...}]`, in plain Dutch."""

    def __init__(self, fouten: Sequence[Mapping[str, str]]) -> None:
        if not fouten:
            raise ValueError("InvoerFouten needs at least one error")
        self.fouten = [dict(fout) for fout in fouten]
        super().__init__("; ".join(f"{fout['veld']}: {fout['melding']}" for fout in self.fouten))


def strengste(oordelen: Iterable[str], volgorde: Sequence[str] = VERGUNNING_OORDELEN) -> str:
    """The strictest of the verdicts; `volgorde` goes from mild to strict. Raises ValueError on an unknown verdict."""
    return max(oordelen, key=volgorde.index)
