"""The checks as forms on the staff site."""

import pytest
from staff import log_in

from actions.checks import CHECKS
from api.balie.formulier import fields, values

PART = {"HX-Request": "true"}


@pytest.fixture
def token(client, storage):
    return log_in(client, storage)


def test_every_check_is_listed_and_has_its_form(client, token):
    assert 'href="/balie/checks/kraam"' in client.get("/balie/checks").text
    assert 'name="breedteM"' in client.get("/balie/checks/kraam").text
    assert client.get("/balie/checks/weg").status_code == 404


def test_the_verdict_comes_with_every_rule_and_its_citation(client, token):
    form = {"csrf": token, "breedteM": "4,5"}
    reply = client.post("/balie/checks/kraam", data=form)
    assert "<html" in reply.text  # without JavaScript the whole page
    for text in ("Dit mag niet", "Een kraam is hoogstens 4 meter.", "De markt begint om negen uur.", 'value="4,5"'):
        assert text in reply.text
    assert "<html" not in client.post("/balie/checks/kraam", data=form, headers=PART).text


def test_every_wrong_field_is_named_at_the_field(client, token):
    html = client.post("/balie/checks/kraam", data={"csrf": token, "breedteM": "-1"}).text
    assert 'id="fout-breedteM"' in html
    assert 'href="#breedteM">Vul een getal boven 0 in.' in html
    assert "<title>Fout: " in html
    pdf = client.post("/balie/checks/kraam/pdf", data={"csrf": token, "breedteM": "breed"})
    assert "Vul een getal boven 0 in." in pdf.text


def test_the_verdict_can_be_had_as_a_pdf(client, token):
    reply = client.post("/balie/checks/kraam/pdf", data={"csrf": token, "breedteM": "4"})
    assert reply.content.startswith(b"%PDF")
    assert 'filename="uitkomst-kraam-' in reply.headers["content-disposition"]


def test_a_check_without_the_token_is_not_done(client, token):
    assert client.post("/balie/checks/kraam", data={"breedteM": "4"}).status_code == 403


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.naam)
def test_the_form_of_a_check_has_every_field_of_its_schema(check):
    velden = fields(check)
    assert [veld.naam for veld in velden] == list(check.schema["properties"])
    assert all(veld.vraag and veld.titel != veld.naam for veld in velden)
    assert {veld.naam for veld in velden if veld.nodig} == set(check.schema["required"])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("120", 120),
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("5.000", 5000),
        ("1.234.567,5", 1234567.5),
        ("0,30", 0.3),
        ("honderd", "honderd"),
        ("1.2.3", "1.2.3"),
        ("-3", -3),
        (" 7 ", 7),
    ],
)
def test_a_number_is_read_as_people_write_it(typed, read):
    velden = fields(CHECKS["werken-aan-huis"])
    assert values(velden, {"woningOppervlakteM2": typed}) == {"woningOppervlakteM2": read}


def test_yes_no_and_what_was_left_empty(client):
    velden = fields(CHECKS["werken-aan-huis"])
    filled_in = {"bewoner": "nee", "buitenopslag": "ja", "extraVerkeer": "", "activiteit": " kapper ", "csrf": "x"}
    assert values(velden, filled_in) == {"bewoner": False, "buitenopslag": True, "activiteit": "kapper"}
