"""One message at its place in a check: what every reader of fields needs to know of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from actions.bericht import Bericht
from actions.checks import Check
from actions.gesprek.checkteksten import VeldTekst, checkteksten
from actions.gesprek.stand import Stand

_ONTKEND = re.compile(r"\bniet (\d{1,9})\b", re.IGNORECASE)
_VERBETERING = re.compile(
    r"\b(?:bedoel\w*|sorry|moet(?:en)? zijn|correctie|verbeter\w*|(?:tik|typ|type|schrijf)?fout(?:je)?|grap(?:je)?|"
    r"vergist|vergis"
    r"|zei|oeps|wacht|in plaats van)\b",
    re.IGNORECASE,
)
# These only do before the value: "het is toch 35" corrects, "35, dat is toch klein" answers.
_VERBETERING_VOORAF = re.compile(r"^\D*\b(?:toch|eigenlijk)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Uiting:
    """`bericht` as said while the check is at `stand`."""

    bericht: Bericht
    stand: Stand
    check: Check

    @cached_property
    def teksten(self) -> Mapping[str, VeldTekst]:
        """The fields of the check, in conversation."""
        return checkteksten()[self.check.naam].velden

    @cached_property
    def schema(self) -> Mapping[str, Mapping[str, Any]]:
        eigenschappen: Any = self.check.schema["properties"]
        return dict(eigenschappen)

    @cached_property
    def nee(self) -> bool:
        return self.bericht.eerste("ja_nee") is False

    @cached_property
    def verbetert(self) -> bool:
        """Whether the message corrects something that was said before."""
        tekst = self.bericht.tekst
        in_woorden = _VERBETERING.search(tekst) is not None or _VERBETERING_VOORAF.match(tekst) is not None
        return in_woorden or self._ontkent_laatste()

    def _ontkent_laatste(self) -> bool:
        """ "niet 120 maar 140", while 120 is what the field before holds."""
        ontkend = _ONTKEND.search(self.bericht.tekst)
        return ontkend is not None and float(ontkend[1]) == self.stand.velden.get(self.stand.laatste or "")

    def is_(self, veld: str | None, *soorten: str) -> bool:
        return is_van(self.check, veld, *soorten)

    def is_getal(self, veld: str | None) -> bool:
        return self.is_(veld, "number", "integer")


def is_van(check: Check, veld: str | None, *soorten: str) -> bool:
    """Whether the field of the check is of one of these types, and not one of a few choices."""
    eigenschappen: Any = check.schema["properties"]
    regel = eigenschappen.get(veld, {})
    return regel.get("type") in soorten and "enum" not in regel
