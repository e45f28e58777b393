"""What is written is read back: every subject, on both databases."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from api.storage import (
    audit,
    feedback,
    gesprekken,
    kaarten,
    medewerkers,
    overdrachten,
    overdrachtstappen,
    schakelaars,
    situatie,
    sleutels,
)
from api.storage.cipher import Cipher
from api.storage.gesprekken import NieuweBeurt
from api.storage.tables import Beurt, Feedback, Overdracht, Overdrachtbericht, RasaGebeurtenis

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
UITKOMST = {"check": "werken-aan-huis", "oordeel": "toegestaan"}


def antwoord(soort: str, tekst: str = "tekst", uitkomst=None) -> dict:
    return {"soort": soort, "tekst": tekst, "bronnen": [], "knoppen": [], "uitkomst": uitkomst}


def beurt(*antwoorden: dict, minuut: int = 0, bericht: str = "hallo") -> NieuweBeurt:
    return NieuweBeurt(START + timedelta(minutes=minuut), bericht, ["bsn"], list(antwoorden), 12.5)


def talk(storage, *beurten: NieuweBeurt, gemeente: str | None = "enschede") -> UUID:
    gesprek_id = uuid4()
    with storage.write() as session:
        gesprekken.start(session, gesprek_id, gemeente, beurten[0].begonnen_op)
        for item in beurten:
            gesprekken.record_turn(session, gesprek_id, gemeente, item)
    return gesprek_id


def test_a_conversation_keeps_its_turns_in_the_order_in_which_they_began(storage):
    gesprek_id = talk(
        storage,
        beurt(antwoord("vraag"), minuut=2, bericht="tweede"),
        beurt(antwoord("melding"), antwoord("uitkomst", uitkomst=UITKOMST), minuut=1, bericht="eerste"),
    )
    with storage.read() as session:
        gesprek = gesprekken.with_turns(session, gesprek_id)
    assert [item.bericht for item in gesprek.beurten] == ["eerste", "tweede"]
    first = gesprek.beurten[0]
    assert (first.soort, first.check_naam, first.oordeel) == ("uitkomst", "werken-aan-huis", "toegestaan")
    assert (first.gemaskeerd, first.duur_ms, len(first.antwoorden)) == (["bsn"], 12.5, 2)
    assert first.begonnen_op == START + timedelta(minutes=1)
    assert gesprek.begonnen_op == START + timedelta(minutes=2)  # when it was first heard of
    assert gesprek.gemeente == "enschede"


def test_the_municipality_is_the_last_one_named(storage):
    gesprek_id = talk(storage, beurt(antwoord("vraag")), gemeente=None)
    with storage.write() as session:
        gesprekken.record_turn(session, gesprek_id, "hengelo", beurt(antwoord("vraag"), minuut=1))
        gesprekken.record_turn(session, gesprek_id, None, beurt(antwoord("vraag"), minuut=2))
    with storage.read() as session:
        gesprek = gesprekken.find(session, gesprek_id)
    assert (gesprek.gemeente, gesprek.laatst_actief_op) == ("hengelo", START + timedelta(minutes=2))


@pytest.mark.parametrize(
    ("soorten", "main"),
    [(["melding", "antwoord"], "antwoord"), (["melding"], "melding"), (["antwoord", "vraag"], "antwoord")],
)
def test_the_kind_of_a_turn_is_that_of_its_main_reply(soorten, main):
    assert gesprekken.main_reply([antwoord(soort) for soort in soorten])["soort"] == main


def test_feedback_is_on_an_answer_counted_over_the_whole_conversation(storage):
    gesprek_id = talk(
        storage,
        beurt(antwoord("melding"), antwoord("antwoord"), bericht="een"),
        beurt(antwoord("vraag"), minuut=1, bericht="twee"),
    )
    with storage.write() as session:
        assert feedback.give(session, gesprek_id, 1, "omlaag", "klopt niet") == "nieuw"
        assert feedback.give(session, gesprek_id, 2, "omhoog", None) == "nieuw"
        assert feedback.give(session, gesprek_id, 3, "omhoog", None) == feedback.GeenAntwoord(3)
    with storage.read() as session:
        rows = feedback.of_conversation(session, gesprek_id)
        beurten = {item.id: item.bericht for item in gesprekken.turns(session, gesprek_id)}
        assert [(row.antwoord_index, beurten[row.beurt_id]) for row in rows] == [(1, "een"), (2, "twee")]


def test_a_second_thumb_takes_the_place_of_the_first_and_is_new_again(storage):
    gesprek_id = talk(storage, beurt(antwoord("antwoord")))
    with storage.write() as session:
        feedback.give(session, gesprek_id, 0, "omlaag", "klopt niet")
        bericht = gesprekken.turns(session, gesprek_id)[0].bericht
        assert feedback.settle(session, ["iets anders"], "jansen") == 0
        assert feedback.settle(session, [bericht], "jansen") == 1
        assert feedback.settle(session, [bericht], "jansen") == 0
    with storage.write() as session:
        (row,) = feedback.of_conversation(session, gesprek_id)
        assert (row.status, row.beoordeeld_door) == ("verwerkt", "jansen")
        assert feedback.give(session, gesprek_id, 0, "omlaag", None) == "gewijzigd"
        assert (row.status, row.toelichting, row.beoordeeld_door) == ("nieuw", None, None)


def test_a_hand_over_from_queue_to_end(storage):
    gesprek_id = talk(storage, beurt(antwoord("doorverwijzing")))
    with storage.write() as session:
        nummer = overdrachten.ask(session, gesprek_id, "op verzoek")
        assert overdrachten.ask(session, gesprek_id, "nog eens") == nummer
        assert [item.id for item in overdrachten.queue(session)] == [nummer]
        assert overdrachten.count(session, "open") == 1
        assert overdrachten.take(session, nummer, "jansen")
        assert overdrachten.find(session, nummer).medewerker == "jansen"
        assert overdrachten.put_back(session, nummer)
        assert not overdrachten.put_back(session, nummer)
        assert overdrachten.take(session, nummer, "bakker")
        first = overdrachten.say(session, nummer, "medewerker", "Goedemiddag.")
        overdrachten.say(session, nummer, "ondernemer", "Dag.")
    with storage.write() as session:
        assert [item.tekst for item in overdrachten.messages(session, nummer)] == ["Goedemiddag.", "Dag."]
        assert [item.tekst for item in overdrachten.messages(session, nummer, after=first)] == ["Dag."]
        assert overdrachten.end(session, nummer, "doorverwezen", "team vergunningen")
        assert not overdrachten.end(session, nummer, "gesloten")
        assert not overdrachten.take(session, nummer, "jansen")
        assert overdrachten.queue(session) == []
        assert overdrachten.current(session, gesprek_id) is None
        again = overdrachten.ask(session, gesprek_id, "weer")
        assert [item.id for item in overdrachten.of_conversation(session, gesprek_id)] == [nummer, again]


def test_name_and_contact_are_encrypted_at_rest(storage):
    gesprek_id = talk(storage, beurt(antwoord("doorverwijzing")))
    with storage.write() as session:
        nummer = overdrachten.ask(session, gesprek_id, "terugbellen", "Anna de Vries", "06 12345678")
    with storage.read() as session:
        raw = str(session.execute(text("SELECT * FROM overdracht")).all())
        assert "Anna" not in raw
        assert "12345678" not in raw
        overdracht = overdrachten.find(session, nummer)
        assert overdrachten.contact_of(session, overdracht) == overdrachten.Terugbellen("Anna de Vries", "06 12345678")
        session.info["cipher"] = Cipher("een andere sleutel van voldoende lengte")
        assert overdrachten.contact_of(session, overdracht) == overdrachten.Terugbellen(None, None)


def test_keys_hold_until_they_expire_or_are_revoked(storage):
    with storage.write() as session:
        sleutel = sleutels.add(session, "portaal", "abc123", "hash", ["chat"], 600, START + timedelta(days=1))
        assert sleutels.by_prefix(session, "abc123") is sleutel
        assert sleutels.by_prefix(session, "zzz") is None
        assert sleutels.is_valid(sleutel, START)
        assert sleutels.is_valid(sleutel, START + timedelta(days=1, microseconds=-1))
        assert not sleutels.is_valid(sleutel, START + timedelta(days=1))
        sleutels.used(session, sleutel.id, START)
        assert sleutels.revoke(session, sleutel.id)
        assert not sleutels.revoke(session, sleutel.id)
    with storage.read() as session:
        (kept,) = sleutels.every(session)
        assert not sleutels.is_valid(kept, START)
        assert (kept.scopes, kept.laatst_gebruikt_op, kept.limiet_per_minuut) == (["chat"], START, 600)
    with pytest.raises(IntegrityError), storage.write() as session:
        sleutels.add(session, "ander", "abc123", "hash", [])


def test_staff_accounts(storage):
    with storage.write() as session:
        medewerkers.add(session, "jansen", "$argon2id$…", ["medewerker", "redacteur"])
        medewerkers.logged_in(session, "jansen", START)
        medewerkers.find(session, "jansen").actief = False
    with storage.read() as session:
        (jansen,) = medewerkers.every(session)
        assert (jansen.rollen, jansen.actief) == (["medewerker", "redacteur"], False)
        assert jansen.laatst_ingelogd_op == START
        assert medewerkers.find(session, "niemand") is None
    with pytest.raises(IntegrityError), storage.write() as session:
        medewerkers.add(session, "jansen", "x", [])


def test_the_audit_trail_is_kept_with_the_change_or_not_at_all(storage):
    with storage.write() as session:
        audit.note(session, "jansen", "kaart gewijzigd", "kaart/1", {"antwoord": "oud"}, {"antwoord": "nieuw"})
        audit.note(session, "jansen", "ingelogd", "medewerker/jansen")

    def change_that_fails() -> None:
        with storage.write() as session:
            audit.note(session, "jansen", "mislukt", "kaart/1")
            overdrachten.say(session, 999, "medewerker", "in een overdracht die er niet is")

    with pytest.raises(IntegrityError):
        change_that_fails()
    with storage.read() as session:
        assert [line.wat for line in audit.lines(session)] == ["ingelogd", "kaart gewijzigd"]
        (line,) = audit.lines(session, "kaart/1")
        assert (line.voor, line.na) == ({"antwoord": "oud"}, {"antwoord": "nieuw"})


def test_an_error_does_not_tell_what_was_written(storage):
    with pytest.raises(IntegrityError) as error, storage.write() as session:
        overdrachten.say(session, 999, "ondernemer", "wat iemand ons vertelde")
    assert "wat iemand ons vertelde" not in str(error.value)


def test_a_card_is_reviewed_by_another_published_and_put_back(storage):
    with storage.write() as session:
        first = kaarten.add(session, "kaart-1", {"antwoord": "een"}, "anna", "ter_beoordeling")
        with pytest.raises(ValueError, match="author"):
            kaarten.review(session, first, "gepubliceerd", "anna")
        kaarten.review(session, first, "gepubliceerd", "bert", "goed")
        second = kaarten.add(session, "kaart-1", {"antwoord": "twee"}, "bert", "ter_beoordeling")
        kaarten.review(session, second, "gepubliceerd", "anna")
        kaarten.add(session, "kaart-1", {"antwoord": "drie"}, "bert")
        kaarten.add(session, "kaart-2", {"antwoord": "anders"}, "bert")
    with storage.write() as session:
        assert [item.inhoud for item in kaarten.published(session)] == [{"antwoord": "twee"}]
        kaarten.undo(session, "kaart-1", 1, "bert")
        assert [item.inhoud for item in kaarten.published(session)] == [{"antwoord": "een"}]
        assert [item.revisie for item in kaarten.history(session, "kaart-1")] == [4, 3, 2, 1]
        with pytest.raises(LookupError):
            kaarten.undo(session, "kaart-1", 3, "bert")


def test_switches(storage):
    with storage.write() as session:
        assert schakelaars.every(session) == {}
        schakelaars.turn(session, "noodbericht", True, "beheer", "Storing bij het loket.", "stroom")
        assert schakelaars.every(session)["noodbericht"].tekst == "Storing bij het loket."
        schakelaars.turn(session, "noodbericht", False, "beheer")
    with storage.read() as session:
        assert not schakelaars.every(session)["noodbericht"].aan


def test_one_look_tells_how_a_conversation_stands(storage):
    quiet, asked = talk(storage, beurt(antwoord("vraag"))), talk(storage, beurt(antwoord("vraag")))
    with storage.write() as session:
        schakelaars.turn(session, "uit", True, "jansen", "Wij zijn even weg.")
        first = overdrachten.ask(session, asked, "Gevraagd.")
        overdrachten.end(session, first, "gesloten")
        second = overdrachten.ask(session, asked, "Opnieuw gevraagd.")
        overdrachtstappen.put(session, asked, "naam")
    with storage.read() as session:
        begins, unknown, calm, busy = (situatie.read(session, wie) for wie in (None, uuid4(), quiet, asked))
    assert (begins.gesprek, begins.overdracht, begins.op_weg) == (None, None, False)
    assert (unknown.gesprek, unknown.overdracht, unknown.op_weg) == (None, None, False)
    assert (calm.gesprek.id, calm.overdracht, calm.op_weg) == (quiet, None, False)
    assert (busy.gesprek.id, busy.overdracht.id, busy.op_weg) == (asked, second, True)
    assert all(each.schakelaars["uit"].tekst == "Wij zijn even weg." for each in (begins, unknown, calm, busy))


def test_removing_a_conversation_leaves_nothing_of_it(storage):
    gesprek_id, other = (talk(storage, beurt(antwoord("antwoord"))) for _ in range(2))
    with storage.write() as session:
        for item in (gesprek_id, other):
            feedback.give(session, item, 0, "omhoog", None)
            overdrachten.say(session, overdrachten.ask(session, item, "reden"), "ondernemer", "dag")
            session.add(RasaGebeurtenis(gesprek=str(item), volgnummer=0, tijd=0.0, inhoud="{}"))
    with storage.write() as session:
        assert gesprekken.remove(session, gesprek_id)
        assert not gesprekken.remove(session, gesprek_id)
    with storage.read() as session:
        assert gesprekken.find(session, gesprek_id) is None
        for table in (Beurt, Feedback, Overdracht, Overdrachtbericht, RasaGebeurtenis):
            assert len(session.scalars(select(table)).all()) == 1, table
