"""Logging in to the staff site: who gets in, how a session ends, and what keeps guessing out."""

from datetime import UTC, datetime, timedelta
from secrets import token_hex

import pytest
from front_door import FakeDialogue, FakeLibrary, build_app
from pydantic import ValidationError
from staff import PASSWORD, csrf, log_in, make_account, try_password
from starlette.testclient import TestClient

from api.balie import aanmelden, accounts
from api.balie.wachtwoord import hash_password
from api.settings import Settings
from api.storage import audit, pogingen

PAGES = ["/balie", "/balie/zoeken", "/balie/checks", "/balie/checks/kraam", "/balie/bron/voorbeeld?anker=1-markten"]


@pytest.mark.parametrize("path", PAGES)
def test_nobody_sees_a_page_before_logging_in(client, path):
    reply = client.get(path, follow_redirects=False)
    assert reply.status_code == 303
    assert reply.headers["location"].startswith("/balie/aanmelden")
    part = client.get(path, headers={"HX-Request": "true"}, follow_redirects=False)
    assert part.headers["hx-redirect"] == "/balie/aanmelden"
    assert part.text == ""


def test_the_right_password_leads_to_the_page_that_was_asked_for(client, storage):
    make_account(storage)
    reply = try_password(client, " Jansen ", PASSWORD, verder="/balie/checks")
    assert reply.headers["location"] == "/balie/checks"
    assert client.get("/balie/checks").status_code == 200
    with storage.read() as session:
        assert [line.wat for line in audit.lines(session)] == ["aangemeld", "account gemaakt"]


@pytest.mark.parametrize("verder", ["https://elders.example", "//elders.example", "/chat", "/balie/aanmelden"])
def test_logging_in_never_leads_elsewhere(client, storage, verder):
    make_account(storage)
    assert try_password(client, "jansen", PASSWORD, verder=verder).headers["location"] == "/balie"


@pytest.mark.parametrize(("name", "password"), [("jansen", "x" * 12), ("niemand", PASSWORD), ("", ""), ("jansen", "")])
def test_a_wrong_name_or_password_is_refused_in_the_same_words(client, storage, name, password):
    make_account(storage)
    reply = try_password(client, name, password)
    assert reply.status_code == 403
    assert aanmelden.ONJUIST in reply.text
    assert client.get("/balie/checks", follow_redirects=False).status_code == 303


def test_after_three_wrong_passwords_even_the_right_one_has_to_wait(client, storage, monkeypatch):
    make_account(storage)
    moment = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
    monkeypatch.setattr(aanmelden, "now", lambda: moment)
    for _ in range(pogingen.FREE_TRIES):
        assert aanmelden.ONJUIST in try_password(client, "jansen", "fout" * 5).text
    assert "Wacht 5 seconden" in try_password(client, "jansen", PASSWORD).text
    moment += timedelta(seconds=4)
    assert "Wacht 1 seconden" in try_password(client, "jansen", PASSWORD).text
    moment += timedelta(seconds=1)
    assert try_password(client, "jansen", "fout" * 5).status_code == 403  # the fourth: the pause doubles
    assert "Wacht 10 seconden" in try_password(client, "jansen", PASSWORD).text
    moment += timedelta(seconds=10)
    assert try_password(client, "jansen", PASSWORD).status_code == 303
    with storage.read() as session:
        assert pogingen.wait(session, "jansen", moment) == timedelta(0)


def test_the_pause_is_a_quarter_of_an_hour_at_most_and_tries_are_forgotten_after_a_day(storage):
    moment = datetime(2026, 1, 5, tzinfo=UTC)
    with storage.write() as session:
        for _ in range(30):
            pogingen.count(session, "jansen", moment)
        assert pogingen.wait(session, "jansen", moment) == timedelta(minutes=15)
        pogingen.count(session, "ander", moment + timedelta(days=1, seconds=1))
        assert pogingen.wait(session, "jansen", moment) == timedelta(0)


def test_a_form_without_the_token_of_the_session_changes_nothing(client, storage):
    log_in(client, storage)
    for form in ({}, {"csrf": ""}, {"csrf": "geraden"}):
        reply = client.post("/balie/afmelden", data=form)
        assert reply.status_code == 403
        assert "Dit formulier is te oud" in reply.text
    assert client.get("/balie/checks").status_code == 200


def test_the_token_changes_at_login_and_logging_out_ends_the_session(client, storage):
    before = csrf(client)
    token = log_in(client, storage)
    assert token != before
    assert client.post("/balie/afmelden", data={"csrf": token}).status_code == 200
    assert client.get("/balie/checks", follow_redirects=False).status_code == 303


@pytest.mark.parametrize("change", ["block", "password"])
def test_an_open_session_ends_when_the_account_is_blocked_or_gets_a_new_password(client, storage, change):
    log_in(client, storage)
    with storage.write() as session:
        if change == "block":
            accounts.let_in(session, "jansen", False, "test")
        else:
            accounts.new_password(session, "jansen", "een heel ander wachtwoord", "test")
    assert client.get("/balie/checks", follow_redirects=False).status_code == 303
    assert try_password(client, "jansen", PASSWORD).status_code == 403


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client, storage):
    make_account(storage)
    cookie = try_password(client, "jansen", PASSWORD).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/balie" in cookie
    assert "secure" not in cookie


def test_in_production_the_cookie_goes_over_https_only_and_secrets_must_be_given(tmp_path):
    secrets = {"session_secret": token_hex(32), "storage_key": token_hex(32)}
    settings = Settings(data_dir=tmp_path, production=True, **secrets)
    app = build_app(FakeDialogue(), FakeLibrary(), settings)
    with TestClient(app, base_url="https://loket.example") as client:
        assert "secure" in client.get("/balie/aanmelden").headers["set-cookie"].lower()
    app.state.services.storage.close()
    assert not (tmp_path / "balie.sleutel").exists()
    for missing in secrets:
        with pytest.raises(ValidationError, match="verplicht"):
            Settings(data_dir=tmp_path, production=True, **{**secrets, missing: ""})


def test_a_cookie_signed_with_another_secret_is_nobody(client, storage, tmp_path):
    log_in(client, storage)
    assert (tmp_path / "balie.sleutel").stat().st_mode & 0o777 == 0o600
    other = build_app(FakeDialogue(), FakeLibrary(), Settings(data_dir=tmp_path, session_secret="z" * 32))
    with TestClient(other) as stranger:
        stranger.cookies.set("balie", client.cookies["balie"])
        assert stranger.get("/balie/checks", follow_redirects=False).status_code == 303
    other.state.services.storage.close()


def test_staff_pages_are_kept_by_no_cache(client, storage):
    log_in(client, storage)
    assert client.get("/balie/checks").headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("length", "fine"), [(11, False), (12, True), (200, True), (201, False)])
def test_a_password_has_12_to_200_characters(length, fine):
    if fine:
        assert hash_password("a" * length).startswith("$argon2id$")
    else:
        with pytest.raises(ValueError, match="12 tot en met 200"):
            hash_password("a" * length)
