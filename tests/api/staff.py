"""Somebody of the municipality, logged in to the staff site of a test."""

import re

from starlette.testclient import TestClient

from api.balie import accounts
from api.storage import Storage

PASSWORD = "een lang wachtwoord"


def make_account(storage: Storage, name: str = "jansen", rol: str = "medewerker") -> None:
    with storage.write() as session:
        accounts.make(session, name, PASSWORD, [rol], "test")


def csrf(client: TestClient, path: str = "/balie/aanmelden") -> str:
    return re.search(r'name="csrf" value="([^"]+)"', client.get(path).text)[1]


def try_password(client: TestClient, name: str, password: str, **more: str):
    form = {"csrf": csrf(client), "gebruikersnaam": name, "wachtwoord": password, **more}
    return client.post("/balie/aanmelden", data=form, follow_redirects=False)


def log_in(client: TestClient, storage: Storage, name: str = "jansen", rol: str = "medewerker") -> str:
    """Makes the account and logs in; the token for the forms."""
    make_account(storage, name, rol)
    assert try_password(client, name, PASSWORD).status_code == 303
    return csrf(client, "/balie/checks")
