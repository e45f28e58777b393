"""What a conversation remembers, as Rasa's slots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions.beleidsvraag import Beleidsantwoord, Onderwerp, beantwoord
from actions.bericht import Bericht
from actions.checks import Check
from actions.gesprek.stand import Stand
from actions.omgeving import omgeving

Events = list[dict[str, Any]]
Domain = dict[str, Any]


@dataclass(frozen=True)
class Geheugen:
    """`check`: the one under way, judged last, or offered. `gegevens`: check -> how far it is (stand.py).

    `gemeente`: said once, for every check. `gezegd`: messages outside a check, to be read when one starts.
    `verduidelijkt`: the message to which we asked what was meant, just before; None when we did not.
    `niet_geholpen`: how many questions in a row the policy did not answer.
    """

    check: str | None
    gegevens: Mapping[str, Mapping[str, Any]]
    gemeente: str | None
    gezegd: Sequence[Mapping[str, Any]]
    verduidelijkt: str | None
    gevraagd: str | None
    aangeboden: bool
    uitkomst_gegeven: bool
    niet_geholpen: int

    @classmethod
    def uit(cls, tracker: Tracker) -> "Geheugen":
        return cls(
            check=tracker.get_slot("check"),
            gegevens=tracker.get_slot("gegevens") or {},
            gemeente=tracker.get_slot("gemeente"),
            gezegd=tracker.get_slot("gezegd") or (),
            verduidelijkt=tracker.get_slot("verduidelijkt"),
            gevraagd=tracker.get_slot("requested_slot"),
            aangeboden=bool(tracker.get_slot("aanbod_check")),
            uitkomst_gegeven=bool(tracker.get_slot("uitkomst_gegeven")),
            niet_geholpen=tracker.get_slot("niet_geholpen") or 0,
        )

    def stand(self, check: str) -> Stand:
        """How far that check is, with the municipality."""
        stand = Stand.uit(self.gegevens.get(check), self.gevraagd)
        gemeente = {"gemeente": self.gemeente} if self.gemeente else {}
        return Stand(**{**stand.__dict__, "velden": {**gemeente, **stand.velden}})


def de_check(naam: str) -> Check:
    return omgeving().checks[naam]


def slots(waarden: Mapping[str, Any], tracker: Tracker) -> Events:
    """Only what changes: every slot that is set is an event that Rasa goes through at every later turn."""
    return [SlotSet(naam, waarde) for naam, waarde in waarden.items() if waarde != tracker.get_slot(naam)]


async def beleid_bij(bericht: Bericht, tracker: Tracker) -> Beleidsantwoord:
    gemeente: Any = bericht.metadata.get("gemeente") or tracker.get_slot("gemeente")
    return await beantwoord(bericht, Onderwerp.uit(tracker.get_slot("onderwerp")), gemeente)


def onderwerp_slot(beleid: Beleidsantwoord) -> dict[str, Any]:
    return {"onderwerp": beleid.onderwerp.slot() if beleid.onderwerp else None}
