"""Logging in with the account of one's organisation, at a provider on loopback."""

import time

import pytest
from fake_oidc import CLIENT, SECRET, FakeProvider, running
from front_door import build_app
from joserfc.jwk import RSAKey
from staff import make_account
from starlette.testclient import TestClient

from api.balie import accounts, oidc
from api.settings import Settings
from api.storage import medewerkers


@pytest.fixture
def provider(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with running(FakeProvider()) as provider:
        yield provider


@pytest.fixture
def app(provider, rasa, library, tmp_path):
    settings = Settings(
        data_dir=tmp_path, oidc_issuer=provider.issuer, oidc_client_id=CLIENT, oidc_client_secret=SECRET
    )
    app = build_app(rasa, library, settings)
    yield app
    app.state.services.storage.close()


def come_back(client: TestClient, provider: FakeProvider, change=lambda url: url):
    """The whole way: to the provider, and back to the page that it sends the browser to."""
    there = client.get("/balie/aanmelden/oidc", follow_redirects=False)
    assert there.status_code == 303
    return client.get(change(provider.agree(there.headers["location"])))


def account(storage, name="jansen"):
    with storage.read() as session:
        return medewerkers.find(session, name)


def test_somebody_of_the_organisation_gets_an_account_with_the_roles_of_the_provider(client, storage, provider):
    assert "Aanmelden met het account van uw organisatie" in client.get("/balie/aanmelden").text
    reply = come_back(client, provider)
    assert reply.status_code == 200
    assert 'content="0;url=/balie"' in reply.text  # the next request is one of our own: the strict cookie goes along
    assert client.get("/balie/checks").status_code == 200
    assert account(storage).rollen == ["redacteur"]
    provider.claims["roles"] = ["beheerder", "iets anders"]
    come_back(client, provider)
    assert account(storage).rollen == ["beheerder"]


def test_the_proof_of_the_exchange_is_the_one_of_this_login(client, provider):
    come_back(client, provider)
    (form,) = provider.asked
    assert len(form["code_verifier"]) >= 43
    assert form["redirect_uri"].endswith("/balie/aanmelden/oidc/terug")


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "van een ander"},
        {"aud": "een andere dienst"},
        {"iss": "https://elders.example"},
        {"exp": int(time.time()) - 3600},
        {"roles": []},
        {"roles": ["directeur"]},
        {"roles": None},
    ],
    ids=str,
)
def test_who_is_not_who_they_should_be_is_not_let_in(client, storage, provider, claims):
    provider.claims |= claims
    assert come_back(client, provider).status_code == 403
    assert client.get("/balie/checks", follow_redirects=False).status_code == 303
    assert account(storage) is None


def test_a_signature_of_another_key_is_refused(client, provider):
    provider.published = RSAKey.generate_key(2048, {"kid": "1"})
    reply = come_back(client, provider)
    assert reply.status_code == 403
    assert oidc.MISLUKT in reply.text


@pytest.mark.parametrize("url", [lambda url: url.replace("state=", "state=x"), lambda url: url.split("?")[0]])
def test_a_way_back_that_is_not_of_this_login_is_refused(client, provider, url):
    assert come_back(client, provider, url).status_code == 403


def test_coming_back_without_having_left_is_refused(client, provider):
    reply = client.get("/balie/aanmelden/oidc/terug?code=x&state=y")
    assert reply.status_code == 403


def test_an_account_with_a_password_is_not_to_be_had_through_the_provider(client, storage, provider):
    make_account(storage, "jansen", "beheerder")
    assert come_back(client, provider).status_code == 403


def test_a_blocked_account_stays_blocked(client, storage, provider):
    come_back(client, provider)
    with storage.write() as session:
        accounts.let_in(session, "jansen", False, "test")
    assert come_back(client, provider).status_code == 403
    assert client.get("/balie/checks", follow_redirects=False).status_code == 303


def test_a_provider_that_is_away_is_said_in_words(client, app, provider, storage):
    services = app.state.services
    object.__setattr__(services.settings, "oidc_issuer", "http://127.0.0.1:1")
    reply = client.get("/balie/aanmelden/oidc", follow_redirects=False)
    assert reply.status_code == 403
    assert oidc.MISLUKT in reply.text


def test_without_settings_there_is_no_such_way(rasa, library, tmp_path):
    app = build_app(rasa, library, Settings(data_dir=tmp_path))
    with TestClient(app) as client:
        assert "account van uw organisatie" not in client.get("/balie/aanmelden").text
        reply = client.get("/balie/aanmelden/oidc", follow_redirects=False)
        assert reply.headers["location"] == "/balie/aanmelden"
    app.state.services.storage.close()
