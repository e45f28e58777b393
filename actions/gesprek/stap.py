"""One turn of any check as a conversation: from what is known and one message to what to say next. Pure."""

from actions.bericht import Bericht
from actions.checks import Check
from actions.gesprek.lezen import Gelezen, lees
from actions.gesprek.stand import Stand
from actions.gesprek.tussendoor import bijzonder, nietsgehoord, nog_eens
from actions.gesprek.tussenwoorden import KAN_ZIJN, STEL
from actions.gesprek.verder import Stap, verder


def zet_stap(bericht: Bericht, stand: Stand, check: Check) -> Stap:
    """The next step. A message before the first question (`stand.gevraagd` is None) is the plan that started the check,
    or another value after the verdict."""
    if stand.gevraagd is not None and (onderbroken := bijzonder(bericht, stand, check)) is not None:
        return onderbroken
    gelezen = lees(bericht, stand, check)
    if stand.gevraagd is not None and _vraagt(bericht, gelezen):
        return nog_eens(stand, beleidsvraag=True)  # "hoeveel m² mag het zijn?" tells no fact of the plan
    if stand.gevraagd is not None and not gelezen.velden and gelezen.deel in (None, stand.deel):
        return nietsgehoord(bericht, stand, check)
    return verder(gelezen, stand, check)


def _vraagt(bericht: Bericht, gelezen: Gelezen) -> bool:
    """Whether the message asks what the policy says, and tells or supposes nothing."""
    if not bericht.is_vraag or bericht.intent == "geef_gegevens":
        return False
    return not (gelezen.velden and (STEL.match(bericht.tekst) or KAN_ZIJN.match(bericht.tekst)))
