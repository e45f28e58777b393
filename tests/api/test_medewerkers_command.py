"""`python -m api medewerkers`: accounts made and changed with a command."""

import io
import sys

import pytest

from api import __main__ as program
from api.balie.wachtwoord import is_right
from api.commands.medewerkers import PASSWORD
from api.settings import Settings
from api.storage import Storage, audit, medewerkers


@pytest.fixture
def command(monkeypatch, tmp_path, capsys):
    """Runs the command in an own data folder: exit status, and what it printed."""
    monkeypatch.setenv("ONDERNEMERSLOKET_DATA_DIR", str(tmp_path))
    monkeypatch.delenv(PASSWORD, raising=False)

    def run(*arguments: str, password: str | None = None, typed: str = "") -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["api", "medewerkers", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        if password is not None:
            monkeypatch.setenv(PASSWORD, password)
        status = program.main()
        return status, "".join(capsys.readouterr())

    return run


@pytest.fixture
def look(tmp_path):
    """Reads an account from the database that the command left."""

    def find(name: str):
        storage = Storage.open(Settings(data_dir=tmp_path))
        with storage.read() as session:
            found = medewerkers.find(session, name), audit.lines(session)
        storage.close()
        return found

    return find


def test_an_account_is_made_listed_changed_and_blocked(command, look):
    assert command("toon")[1] == "Er zijn nog geen accounts.\n"
    assert command("maak", "Jansen", "--rol", "redacteur", password="een lang wachtwoord") == (0, "Gedaan.\n")
    assert command("toon")[1] == "jansen  redacteur  nog nooit aangemeld\n"
    assert command("rollen", "jansen", "--rol", "beheerder", "--rol", "medewerker")[0] == 0
    assert command("blokkeer", "jansen")[0] == 0
    assert command("toon")[1] == "jansen  medewerker, beheerder  nog nooit aangemeld  geblokkeerd\n"
    assert command("deblokkeer", "jansen")[0] == 0
    account, lines = look("jansen")
    assert account.actief
    assert is_right(account.wachtwoord_hash, "een lang wachtwoord")
    assert [line.wat for line in lines] == ["toegelaten", "geblokkeerd", "rollen", "account gemaakt"]
    assert lines[2].voor == {"rollen": ["redacteur"]}


def test_a_new_password_comes_from_standard_input_when_the_environment_has_none(command, look):
    assert command("maak", "jansen", "--rol", "medewerker", typed="het eerste wachtwoord\n")[0] == 0
    assert command("wachtwoord", "jansen", typed="het tweede wachtwoord\n")[0] == 0
    account, _ = look("jansen")
    assert is_right(account.wachtwoord_hash, "het tweede wachtwoord")
    assert not is_right(account.wachtwoord_hash, "het eerste wachtwoord")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("maak", "jansen", "--rol", "medewerker"), "Er is al een account met de naam jansen."),
        (("maak", "x" * 101, "--rol", "medewerker"), "1 tot en met 100 tekens"),
        (("wachtwoord", "niemand"), "Er is geen account met de naam niemand."),
        (("blokkeer", "niemand"), "Er is geen account met de naam niemand."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(command, arguments, said):
    command("maak", "jansen", "--rol", "medewerker", password="een lang wachtwoord")
    status, output = command(*arguments)
    assert status == 1
    assert said in output


def test_a_password_that_is_too_short_makes_no_account(command, look):
    status, output = command("maak", "jansen", "--rol", "medewerker", password="te kort")
    assert (status, "12 tot en met 200" in output) == (1, True)
    assert look("jansen")[0] is None
