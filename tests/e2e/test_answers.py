"""Questions to the policy: by chat, and by search."""

import pytest

KANTOOR = "hoeveel vierkante meter mag ik thuis als kantoor gebruiken?"  # the example of the README
REGEL = "Maximum vloeroppervlak voor aan huis gebonden beroep of bedrijf = 30%, met een maximum van 100 m2"


def test_the_example_of_the_readme_is_answered_with_the_sentence_it_stands_on(service):
    reply = service.say(KANTOOR)
    antwoord = reply["antwoorden"][0]
    assert antwoord["soort"] == "antwoord"
    assert "30%" in antwoord["tekst"]
    assert "100 m" in antwoord["tekst"]
    (bron,) = [bron for bron in antwoord["bronnen"] if REGEL in bron["citaat"]]
    assert bron["document"] == "enschede-visie-werklocaties"
    assert bron["sectie"].startswith("3.2.7 ")
    assert service.sentence_at(bron["url"]) == bron["citaat"]
    assert reply["verwacht"] is None


def test_search_gives_ranked_passages_and_the_answer_that_chat_gives(service):
    found = service.get("/v1/passages", vraag=KANTOOR, gemeente="enschede", aantal=3)
    assert found.status_code == 200
    body = found.json()
    assert set(body) == {"resultaten", "antwoord"}
    assert len(body["resultaten"]) == 3
    scores = [passage["score"] for passage in body["resultaten"]]
    assert scores == sorted(scores, reverse=True)
    for passage in body["resultaten"]:
        assert set(passage) == {"id", "tekst", "score", "bron"}
        assert 0 < len(passage["tekst"]) <= 1200
        assert passage["bron"]["gemeente"] == "enschede"
        assert passage["bron"]["citaat"] in service.sentence_at(passage["bron"]["url"])
    said = service.say(KANTOOR, gemeente="enschede")["antwoorden"][0]
    assert (said["soort"], said["tekst"], said["bronnen"]) == tuple(
        body["antwoord"][naam] for naam in ("soort", "tekst", "bronnen")
    )


@pytest.mark.parametrize("vraag", ["hoe maak ik een appeltaart?", "wat kost een parkeervergunning?"])
def test_what_the_policy_does_not_say_is_not_guessed(service, vraag):
    antwoord = service.say(vraag)["antwoorden"][0]
    assert antwoord["soort"] == "geen_antwoord"
    assert [knop["bericht"] for knop in antwoord["knoppen"]] == ["Ik wil een medewerker spreken"]
    gesproken = service.say(antwoord["knoppen"][0]["bericht"])
    assert [a["soort"] for a in gesproken["antwoorden"]] == ["doorverwijzing", "vraag"]  # may it be passed on?


def test_a_question_with_the_municipality_of_the_page_is_answered_from_that_policy_only(service):
    antwoord = service.say("Wat staat er in het beleid over energie?", gemeente="hengelo")["antwoorden"][0]
    assert {bron["gemeente"] for bron in antwoord["bronnen"]} <= {"hengelo"}


def test_the_front_page_is_the_chat_page(service):
    response = service.get("/")
    assert response.has_redirect_location
    assert response.headers["location"] == "/chat"
    assert "Ondernemersloket" in service.get("/chat").text
