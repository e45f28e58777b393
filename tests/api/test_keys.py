"""Partners' keys: who may do what, and that a key stops when it should."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from published import DOCUMENT, OPERATIONS
from replies import problem_of
from voorbeelden import make_key, send

from api.examples import cases
from api.partners import keyring, keys
from api.partners.scopes import SCOPES
from api.storage import audit, sleutels
from api.storage.types import now


def get(client, key, path="/v1/checks"):
    return client.get(path, headers={"X-Api-Key": key})


@pytest.fixture
def impatient(monkeypatch):
    """Every request looks its key up anew."""
    monkeypatch.setattr(keyring, "TRUSTED_FOR", 0.0)


def test_a_key_is_kept_as_a_hash_only(app, storage):
    key = make_key(app, "checks")
    with storage.read() as session:
        (record,) = sleutels.every(session)
    assert key.startswith(record.prefix + "_")
    assert key.removeprefix(record.prefix) not in str(vars(record))
    assert record.hash == keys.hash_of(key)
    assert len(key.removeprefix(record.prefix + "_")) == 43  # 256 bits


def test_a_key_opens_what_it_was_made_for(app, client):
    key = make_key(app, "checks")
    assert get(client, key).status_code == 200
    assert get(client, key).headers["ratelimit-policy"] == '"sleutel";q=6000;w=60'
    problem_of(get(client, key, "/v1/bronnen"), 403)


@pytest.mark.parametrize("name", list(OPERATIONS))
def test_every_operation_asks_for_a_scope(app, client, name):
    """Whatever its route: a key that was made for nothing opens nothing."""
    key = make_key(app, "checks")
    with app.state.services.storage.write() as session:
        sleutels.every(session)[0].scopes = []
    case = {**next(case for case in cases(name) if case["status"] < 300), "sleutel": "x"}
    problem_of(send(client, DOCUMENT, name, case, key), 403)


@pytest.mark.parametrize("name", [name for name, (_, _, op) in OPERATIONS.items() if {} not in op["security"]])
def test_what_needs_a_key_says_so(client, name):
    case = next(case for case in cases(name) if case["status"] < 300)
    reply = send(client, DOCUMENT, name, {each: case[each] for each in case if each != "sleutel"})
    problem_of(reply, 401)
    assert reply.headers["www-authenticate"] == 'ApiKey header="X-Api-Key"'


def test_a_key_that_is_not_valid(app, client):
    key = make_key(app)
    for wrong in (
        "",
        "x",
        key[:-1],
        key[:-1] + ("A" if key[-1] != "A" else "B"),
        key.upper(),
        "olk_aaaaaaaa_" + "a" * 43,
    ):
        problem_of(get(client, wrong), 401)
    assert get(client, key).status_code == 200


def test_a_revoked_key_stops(app, client, storage, impatient):
    key = make_key(app)
    assert get(client, key).status_code == 200
    with storage.write() as session:
        keys.revoke(session, "j.jansen", keys.prefix_of(key))
        assert [regel.wat for regel in audit.lines(session)] == ["sleutel ingetrokken", "sleutel gemaakt"]
    problem_of(get(client, key), 401)
    with storage.write() as session, pytest.raises(keys.SleutelError):
        keys.revoke(session, "j.jansen", keys.prefix_of(key))


def test_after_rotation_both_work_for_a_while(app, client, storage, impatient):
    key = make_key(app, "checks")
    with storage.write() as session:
        new = keys.rotate(session, "j.jansen", keys.prefix_of(key), timedelta(days=2))
    assert [get(client, each).status_code for each in (key, new.secret)] == [200, 200]
    assert new.record.scopes == ["checks"]
    with storage.read() as session:
        old = sleutels.by_prefix(session, keys.prefix_of(key))
    assert sleutels.is_valid(old, now() + timedelta(days=1, hours=23))
    assert not sleutels.is_valid(old, now() + timedelta(days=2, minutes=1))
    with storage.write() as session:
        keys.rotate(session, "j.jansen", new.record.prefix, timedelta(0))
    problem_of(get(client, new.secret), 401)


def test_a_key_is_trusted_for_some_seconds_and_then_looked_up_again(app, client, storage, monkeypatch):
    clock = SimpleNamespace(now=0.0, monotonic=lambda: clock.now)
    monkeypatch.setattr(keyring, "time", clock)
    key = make_key(app)
    assert get(client, key).status_code == 200
    with storage.write() as session:
        keys.revoke(session, "j.jansen", keys.prefix_of(key))
    clock.now = 9.9
    assert get(client, key).status_code == 200
    clock.now = 10.1
    problem_of(get(client, key), 401)


def test_when_a_key_was_last_used_is_kept(app, client, storage):
    key = make_key(app)
    get(client, key)
    storage.writer.flush(5)
    with storage.read() as session:
        assert sleutels.by_prefix(session, keys.prefix_of(key)).laatst_gebruikt_op is not None


@pytest.mark.parametrize(
    ("naam", "scopes", "limit", "end"),
    [(" ", ["checks"], None, None), ("X", [], None, None), ("X", ["alles"], None, None), ("X", ["checks"], 0, None),
     ("X", ["checks"], None, now() - timedelta(seconds=1))],
)  # fmt: skip
def test_a_key_that_cannot_be_made(storage, naam, scopes, limit, end):
    with storage.write() as session:
        with pytest.raises(keys.SleutelError):
            keys.make(session, "test", naam, scopes, limit, end)
        assert sleutels.every(session) == []


def test_scopes_are_explained_in_the_published_interface():
    text = DOCUMENT["components"]["securitySchemes"]["sleutel"]["description"]
    assert all(f"`{scope}`" in text for scope in SCOPES)
