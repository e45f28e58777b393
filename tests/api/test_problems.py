"""Every error is problem+json in Dutch, names the fields, and tells nothing from inside."""

import pytest
from replies import problem_of

BERICHTEN = "/v1/berichten"


@pytest.mark.parametrize(
    ("body", "veld", "melding"),
    [
        ({}, "bericht", "Dit veld is verplicht."),
        ({"bericht": ""}, "bericht", "Vul hier tekst in."),
        ({"bericht": " \n\t\x1c\u00a0"}, "bericht", "Vul hier tekst in."),
        ({"bericht": 5}, "bericht", "Vul hier tekst in."),
        ({"bericht": "x" * 2001}, "bericht", "Deze tekst is te lang. Gebruik hoogstens 2000 tekens."),
        ({"bericht": "x", "gesprekId": "1"}, "gesprekId", "Dit is geen geldig gespreksnummer (UUID)."),
        ({"bericht": "x", "gesprekId": 1}, "gesprekId", "Dit is geen geldig gespreksnummer (UUID)."),
        ({"bericht": "x", "gemeente": "almelo"}, "gemeente", "Kies een van deze waarden: 'enschede' of 'hengelo'."),
        ({"bericht": "x", "naam": "Jan"}, "naam", "Dit veld bestaat niet."),
        (["bericht"], "", "Stuur een JSON-object."),
    ],
)
def test_a_wrong_field_is_named(client, body, veld, melding):
    assert problem_of(client.post(BERICHTEN, json=body), 400)["fouten"] == [{"veld": veld, "melding": melding}]


def test_every_wrong_field_is_named_at_once(client):
    body = {"bericht": "", "gesprekId": "x", "gemeente": "x", "extra": 1}
    fouten = problem_of(client.post(BERICHTEN, json=body), 400)["fouten"]
    assert {fout["veld"] for fout in fouten} == set(body)


def test_2000_characters_are_accepted(client):
    assert client.post(BERICHTEN, json={"bericht": "é" * 2000}).status_code == 200


@pytest.mark.parametrize("content", [b"{", b"", b"\xff", b'{"bericht": "\\ud800"}', b"[" * 50_000])
def test_a_body_that_is_no_json_or_no_text(client, content):
    reply = client.post(BERICHTEN, content=content, headers={"Content-Type": "application/json"})
    problem_of(reply, 400)


def test_another_media_type(client):
    problem_of(client.post(BERICHTEN, content="bericht=x", headers={"Content-Type": "text/plain"}), 400)


@pytest.mark.parametrize("path", ["/weg", "/v1/checks/weg", "/v1/bronnen/weg", "/bronnen/weg", "/static/weg.css"])
def test_not_found(client, path):
    problem_of(client.get(path), 404)


def test_method_not_allowed_says_which_is(client):
    reply = client.get(BERICHTEN)
    problem_of(reply, 405)
    assert reply.headers["allow"] == "POST, OPTIONS"
    assert client.put("/v1/checks/kraam").headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert client.post("/static/ondernemersloket-chat.js").headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_body_at_the_limit_and_one_byte_over(client):
    def body(size: int) -> bytes:
        return b'{"bericht": "x"' + b" " * (size - 16) + b"}"

    headers = {"Content-Type": "application/json"}
    assert client.post(BERICHTEN, content=body(65536), headers=headers).status_code == 200
    problem_of(client.post(BERICHTEN, content=body(65537), headers=headers), 413)
    streamed = iter([body(65537)])  # no Content-Length: the bytes themselves are counted
    problem_of(client.post(BERICHTEN, content=streamed, headers=headers), 413)


def test_an_error_inside_tells_nothing(client, rasa):
    rasa.url = None
    reply = client.post(BERICHTEN, json={"bericht": "stuk"})
    assert "geheim" not in str(problem_of(reply, 500))
    assert reply.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("aantal", ["0", "21", "veel", "1.5"])
def test_a_query_field_is_named(client, aantal):
    reply = client.get("/v1/passages", params={"vraag": "markt", "aantal": aantal})
    assert [fout["veld"] for fout in problem_of(reply, 400)["fouten"]] == ["aantal"]
