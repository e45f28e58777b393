"""A person takes over: the citizen's side of it, while the employee's is done to the database by the test."""

import contextlib
from collections.abc import Iterator
from uuid import UUID

import pytest
from playwright.sync_api import expect
from talking import hands_over, say

from api.handover import core
from api.storage import Storage, overdrachten, schakelaars

WIE = "m.jansen"


@pytest.fixture
def storage(page, settings) -> Iterator[Storage]:
    """The database of the service, as the staff site writes to it."""
    with contextlib.closing(Storage.open(settings)) as storage:
        yield storage


def take(storage: Storage, gesprek_id: UUID) -> int:
    with storage.write() as session:
        current = overdrachten.current(session, gesprek_id)
        assert current is not None
        core.take(session, current.id, WIE)
        return current.id


def employee_says(storage: Storage, overdracht_id: int, tekst: str) -> None:
    with storage.write() as session:
        core.employee_says(session, overdracht_id, WIE, tekst)


def test_an_employee_takes_over_talks_and_gives_the_conversation_back(page, rasa, storage, context):
    say(page, "hallo")
    gesprek_id = UUID(rasa.requests[0]["sender"])
    asked = context.request.post("/v1/overdrachten", data={"gesprekId": str(gesprek_id), "reden": "Vraag in de chat."})
    assert asked.status == 201
    hands_over(rasa)
    say(page, "ik wil een mens spreken")
    expect(page.locator(".melding").last).to_contain_text("U staat in de wachtrij.")

    overdracht_id = take(storage, gesprek_id)
    expect(page.locator(".melding").last).to_contain_text("U praat nu met een medewerker.")
    employee_says(storage, overdracht_id, "Goedemiddag, waarmee kan ik helpen?")
    told = page.locator(".bericht.medewerker")
    expect(told).to_have_text("MedewerkerGoedemiddag, waarmee kan ik helpen?")
    expect(page.locator("[role=status]")).to_have_text("Medewerker zegt: Goedemiddag, waarmee kan ik helpen?")
    before = len(rasa.requests)
    say(page, "Ik zoek een plek op de markt.")
    assert len(rasa.requests) == before  # the bot is silent
    with storage.read() as session:
        assert [bericht.tekst for bericht in overdrachten.messages(session, overdracht_id)][-1].startswith("Ik zoek")

    page.reload()  # everything is still there, once, and the line is open again
    expect(told).to_have_text("MedewerkerGoedemiddag, waarmee kan ik helpen?")
    employee_says(storage, overdracht_id, "Dat kan.")
    expect(told).to_have_count(2)
    with storage.write() as session:
        core.end(session, overdracht_id, WIE, "teruggegeven")
    expect(page.locator(".melding").last).to_contain_text("De assistent helpt u weer verder.")
    rasa.replies = [{"custom": {"soort": "begroeting", "tekst": "Daar ben ik weer."}}]
    say(page, "dank u")
    expect(page.locator(".begroeting").last).to_contain_text("Daar ben ik weer.")


def test_an_urgent_message_of_the_municipality_stands_above_the_conversation(page, storage):
    expect(page.locator(".mededeling")).not_to_be_visible()
    with storage.write() as session:
        schakelaars.turn(session, "noodbericht", True, WIE, "Het loket is vandaag dicht.")
    page.reload()
    expect(page.locator(".mededeling")).to_have_text("Het loket is vandaag dicht.")
