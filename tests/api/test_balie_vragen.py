"""Questions that were not answered, or badly: alike ones together."""

from datetime import timedelta
from uuid import uuid4

import numpy as np
from staff import log_in

from api.balie.groepen import NEAR, group
from api.storage import audit, feedback, gesprekken
from api.storage.gesprekken import NieuweBeurt
from api.storage.types import now
from api.storage.vragen import OpenVraag


def record(storage, vraag, soort="geen_antwoord", duim=None, toelichting=None, dagen=0):
    gesprek_id, moment = uuid4(), now() - timedelta(days=dagen)
    antwoord = {"soort": soort, "tekst": "x", "bronnen": []}
    with storage.write() as session:
        gesprekken.start(session, gesprek_id, "enschede", moment)
        gesprekken.record_turn(session, gesprek_id, "enschede", NieuweBeurt(moment, vraag, [], [antwoord], 1.0))
        if duim:
            feedback.give(session, gesprek_id, 0, duim, toelichting)


def test_alike_questions_are_one_group_and_a_card_can_be_made_of_them(client, storage):
    for vraag in ("leges voor een kraam", "leges voor een kraam", "leges kwijt", "parkeren bij <b>de markt</b>"):
        record(storage, vraag)
    record(storage, "oud en lang geleden", dagen=91)
    record(storage, "beantwoord en goed", soort="antwoord", duim="omhoog")
    record(storage, "fout beantwoord", soort="antwoord", duim="omlaag", toelichting="Dit klopt niet.")
    log_in(client, storage, rol="redacteur")
    html = client.get("/balie/vragen").text
    assert html.count("Maak hier een kaart van") == 3
    for text in (
        "3 keer gevraagd",
        "leges kwijt",
        "1 keer duim omlaag",
        "Dit klopt niet.",
        "vraag=leges%20voor%20een%20kraam",
    ):
        assert text in html
    for text in ("oud en lang geleden", "beantwoord en goed", "<b>"):
        assert text not in html
    form = client.get("/balie/kaarten/nieuw", params={"vraag": ["leges voor een kraam", "leges kwijt"]}).text
    assert "leges voor een kraam\nleges kwijt</textarea>" in form


def test_a_group_that_is_answered_by_now_says_so(client, storage):
    record(storage, "hoe laat is de markt")
    log_in(client, storage)
    html = client.get("/balie/vragen").text
    assert "wordt nu beantwoord" in html
    assert "Maak hier een kaart van" not in html  # that is for an editor


def test_without_open_questions_it_says_so(client, storage):
    log_in(client, storage)
    assert "Er zijn geen open vragen." in client.get("/balie/vragen").text


def at(angle):
    return np.array([np.cos(angle), np.sin(angle)], dtype=np.float32)


def grouped(*angles):
    asked = [OpenVraag(str(angle), None, now(), False, None) for angle in angles]
    return [each.vragen for each in group(asked, lambda texts: np.array([at(float(text)) for text in texts]))]


def test_a_question_joins_a_group_up_to_the_limit_and_begins_one_beyond_it():
    limit = float(np.arccos(NEAR))
    assert len(grouped(0.0, limit - 0.001)) == 1
    assert len(grouped(0.0, limit + 0.001)) == 2


def test_a_group_grows_by_its_middle():
    limit = float(np.arccos(NEAR))
    # The third is too far from the first, and near enough to the middle of the first two.
    assert len(grouped(0.0, limit * 0.9, limit * 1.2)) == 1


def test_nothing_makes_no_group():
    assert group([], lambda texts: np.zeros((0, 2))) == []


def test_thumbs_down_that_somebody_dealt_with_are_gone_from_the_list(client, storage):
    record(storage, "fout beantwoord", soort="antwoord", duim="omlaag")
    record(storage, "nog iets anders", soort="antwoord", duim="omlaag")
    token = log_in(client, storage)
    html = client.post("/balie/vragen/verwerkt", data={"csrf": token, "vraag": ["fout beantwoord"]}).text
    assert "fout beantwoord" not in html
    assert "nog iets anders" in html
    assert client.post("/balie/vragen/verwerkt", data={"vraag": ["nog iets anders"]}).status_code == 403
    with storage.read() as session:
        assert [(line.wie, line.wat) for line in audit.lines(session, "feedback")] == [("jansen", "feedback verwerkt")]
