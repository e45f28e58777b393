"""One message of the user, as the dialogue engine understood it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_VRAAGWOORD = re.compile(
    r"^(?:en |maar |eh+ |oh |oké |ok |hallo |hoi |goedemiddag |goedemorgen )?(?:wat|hoe|hoeveel|hoelang|welke?"
    r"|waar|waarom|waarvoor|wanneer|wie|"
    r"mag|mogen|kan|kun|kunt|kunnen|moet|moeten|geldt|gelden|telt|tellen|is het|is er|is een|is dat|zijn er"
    r"|heb ik|heeft|hoort|valt)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Entiteit:
    """One fact: bot/components/entiteiten.py has the list. `laagste`: of a range the lowest value, else None."""

    naam: str
    waarde: Any
    rol: str | None = None
    laagste: float | None = None


@dataclass(frozen=True)
class Bericht:
    tekst: str
    intent: str = ""
    zekerheid: float = 0.0
    entiteiten: tuple[Entiteit, ...] = ()
    metadata: Mapping[str, object] = field(default_factory=dict)
    rangschikking: tuple[tuple[str, float], ...] = ()  # intents with their probability, likeliest first

    @classmethod
    def uit(cls, bericht: Mapping[str, Any]) -> "Bericht":
        """From the tracker's `latest_message`."""
        return cls(
            tekst=(bericht.get("text") or "").strip(),
            intent=(bericht.get("intent") or {}).get("name") or "",
            zekerheid=(bericht.get("intent") or {}).get("confidence") or 0.0,
            entiteiten=tuple(
                Entiteit(e["entity"], e["value"], e.get("role"), e.get("laagste"))
                for e in bericht.get("entities") or ()
            ),
            metadata=bericht.get("metadata") or {},
            rangschikking=tuple((i["name"], i["confidence"]) for i in bericht.get("intent_ranking") or ()),
        )

    def van(self, *namen: str) -> Iterator[Entiteit]:
        """The facts of these kinds, in the order of the message."""
        return (entiteit for entiteit in self.entiteiten if entiteit.naam in namen)

    def eerste(self, naam: str) -> Any:
        """The value of the first fact of this kind, or None."""
        return next((entiteit.waarde for entiteit in self.van(naam)), None)

    @property
    def is_vraag(self) -> bool:
        """Whether the sentence has the form of a question."""
        return self.tekst.rstrip().endswith("?") or _VRAAGWOORD.match(self.tekst) is not None
