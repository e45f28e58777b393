"""Answers that may be kept, and lists in pages."""

import pytest
from replies import by_the_rules, problem_of

KEPT = ["/v1/passages?vraag=markt", "/v1/bronnen", "/v1/bronnen/voorbeeld", "/v1/informele-locaties"]
KEPT += ["/v1/bedrijventerreinen", "/v1/informele-locaties?formaat=csv"]
LOCATIES = "/v1/informele-locaties"


@pytest.mark.parametrize("path", KEPT)
def test_who_has_it_already_gets_nothing_again(client, path):
    first = by_the_rules(client.get(path))
    etag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    for match in (etag, f"W/{etag}", f'"ander", {etag}', "*"):
        again = by_the_rules(client.get(path, headers={"If-None-Match": match}))
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert again.headers.get("vary") == first.headers.get("vary")
    other = client.get(path, headers={"If-None-Match": '"ander"'})
    assert (other.status_code, other.content) == (200, first.content)
    assert client.head(path, headers={"If-None-Match": etag}).status_code == 304


def test_the_tag_follows_the_answer(client):
    tags = {client.get(path).headers["etag"] for path in [*KEPT, "/v1/passages?vraag=kraam"]}
    assert len(tags) == len(KEPT) + 1


def test_what_may_not_be_kept(client):
    for reply in (client.post("/v1/berichten", json={"bericht": "x"}), client.get("/v1/bronnen/weg")):
        assert "etag" not in reply.headers
        assert reply.headers["cache-control"] == "no-store"


def numbers(reply) -> list[int]:
    return [rij["nummer"] for rij in reply.json()["informeleLocaties"]]


def links(reply) -> dict[str, str]:
    parts = [part.split("; ") for part in reply.headers["link"].split(", ")]
    return {rel[5:-1]: url[1:-1] for url, rel in parts}


def test_pages_follow_each_other_to_the_end(client):
    whole = numbers(client.get(LOCATIES))
    assert "link" not in client.get(LOCATIES).headers
    found, url = [], f"{LOCATIES}?perPagina=20"
    while url:
        reply = client.get(url)
        found.append(numbers(reply))
        url = links(reply).get("next")
    assert [len(page) for page in found] == [20, 20, 10]
    assert [nummer for page in found for nummer in page] == whole
    assert links(reply) == {
        "first": f"{LOCATIES}?perPagina=20&pagina=1",
        "prev": f"{LOCATIES}?perPagina=20&pagina=2",
        "last": f"{LOCATIES}?perPagina=20&pagina=3",
    }


def test_a_page_keeps_the_other_choices_and_past_the_end_is_empty(client):
    reply = client.get("/v1/bedrijventerreinen?gemeente=enschede&pagina=2&perPagina=5")
    assert {rij["gemeente"] for rij in reply.json()["bedrijventerreinen"]} == {"enschede"}
    assert links(reply)["next"] == "/v1/bedrijventerreinen?gemeente=enschede&perPagina=5&pagina=3"
    past = client.get(f"{LOCATIES}?pagina=4")
    assert numbers(past) == []
    assert links(past) == {
        "first": f"{LOCATIES}?pagina=1",
        "prev": f"{LOCATIES}?pagina=3",
        "last": f"{LOCATIES}?pagina=3",
    }


def test_pages_of_csv_are_linked_too(client):
    reply = client.get(f"{LOCATIES}?formaat=csv&perPagina=10")
    assert len(reply.text.splitlines()) == 11
    assert links(reply)["next"] == f"{LOCATIES}?formaat=csv&perPagina=10&pagina=2"


@pytest.mark.parametrize("query", ["pagina=0", "perPagina=0", "perPagina=101", "pagina=x"])
def test_a_page_that_cannot_be(client, query):
    fouten = problem_of(client.get(f"/v1/bronnen?{query}"), 400)["fouten"]
    assert [fout["veld"] for fout in fouten] == [query.split("=")[0]]
