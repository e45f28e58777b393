"""Everything that is kept of one conversation, as data and as text."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from api.models.antwoorden import Antwoord
from api.models.gesprekken import BeurtTerug, FeedbackTerug, GesprekTerug, OverdrachtBerichtTerug, OverdrachtTerug
from api.storage import feedback, gesprekken, overdrachten
from api.storage.tables import Overdracht

_ZONE = ZoneInfo("Europe/Amsterdam")


def read(session: Session, gesprek_id: UUID, keep: timedelta) -> GesprekTerug | None:
    """None when there is no such conversation. `keep`: how long it stays after the last message."""
    gesprek = gesprekken.with_turns(session, gesprek_id)
    if gesprek is None:
        return None
    return GesprekTerug(
        gesprek_id=gesprek.id,
        gemeente=gesprek.gemeente,
        begonnen_op=gesprek.begonnen_op,
        laatst_actief_op=gesprek.laatst_actief_op,
        gesloten_op=gesprek.gesloten_op,
        bewaard_tot=gesprek.laatst_actief_op + keep,
        beurten=[
            BeurtTerug.model_validate(
                {
                    "tijd": beurt.begonnen_op,
                    "bericht": beurt.bericht,
                    "weggehaald": beurt.gemaskeerd,
                    "antwoorden": beurt.antwoorden,
                }
            )
            for beurt in gesprek.beurten
        ],
        feedback=[
            FeedbackTerug(
                antwoord_index=each.antwoord_index, duim=each.duim, toelichting=each.toelichting, tijd=each.gegeven_op
            )
            for each in feedback.of_conversation(session, gesprek_id)
        ],
        overdrachten=[_overdracht(session, each) for each in overdrachten.of_conversation(session, gesprek_id)],
    )


def _overdracht(session: Session, overdracht: Overdracht) -> OverdrachtTerug:
    terugbellen = overdrachten.contact_of(session, overdracht)
    return OverdrachtTerug(
        gevraagd_op=overdracht.gevraagd_op,
        reden=overdracht.reden,
        status=overdracht.status,
        naam=terugbellen.naam,
        contact=terugbellen.contact,
        berichten=[
            OverdrachtBerichtTerug(tijd=each.verstuurd_op, afzender=each.afzender, tekst=each.tekst)
            for each in overdrachten.messages(session, overdracht.id)
        ],
    )


def text(gesprek: GesprekTerug) -> str:
    """To keep or to print; times are those of the Netherlands."""
    return "\n".join(_lines(gesprek)) + "\n"


def _lines(gesprek: GesprekTerug) -> Iterator[str]:
    yield f"Gesprek {gesprek.gesprek_id}"
    yield f"Begonnen op {_moment(gesprek.begonnen_op)}; bewaard tot {_moment(gesprek.bewaard_tot)}."
    for beurt in gesprek.beurten:
        yield from ("", f"[{_moment(beurt.tijd)}] U: {beurt.bericht}")
        for antwoord in beurt.antwoorden:
            yield from _answer(antwoord)
    for overdracht in gesprek.overdrachten:
        yield from ("", f"[{_moment(overdracht.gevraagd_op)}] Vraag om een medewerker: {overdracht.reden}")
        if overdracht.naam or overdracht.contact:
            yield f"Terugbellen: {', '.join(filter(None, (overdracht.naam, overdracht.contact)))}"
        for bericht in overdracht.berichten:
            yield f"[{_moment(bericht.tijd)}] {bericht.afzender.capitalize()}: {bericht.tekst}"
    if gesprek.feedback:
        yield from ("", "Uw feedback:")
    for duim in gesprek.feedback:
        told = [f"duim {duim.duim}", *([duim.toelichting] if duim.toelichting else [])]
        yield f"- antwoord {duim.antwoord_index + 1}: {', '.join(told)}"


def _answer(antwoord: Antwoord) -> Iterator[str]:
    yield f"Assistent: {antwoord.tekst}"
    for bron in antwoord.bronnen:
        yield f"  Bron: {bron.titel}, {bron.sectie}: “{bron.citaat}”"


def _moment(moment: datetime) -> str:
    return moment.astimezone(_ZONE).strftime("%d-%m-%Y %H:%M")
