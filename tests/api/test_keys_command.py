"""`python -m api sleutels`: what an administrator sees."""

import pytest

from api import __main__ as program
from api.partners import keys
from api.settings import Settings
from api.storage import Storage, sleutels


@pytest.fixture
def command(tmp_path, monkeypatch, capsys):
    """Runs the program with these arguments; gives its status, and what it said on both outputs."""
    monkeypatch.setenv("ONDERNEMERSLOKET_DATA_DIR", str(tmp_path))

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["api", "sleutels", *arguments])
        status = program.main()
        return status, *capsys.readouterr()

    return run


def test_a_key_from_making_to_its_end(command, tmp_path):
    status, out, _ = command("maak", "Portaal", "--scope", "checks", "--scope", "batches", "--tot", "2999-12-31")
    secret = out.splitlines()[0]
    prefix = keys.prefix_of(secret)
    assert status == 0
    assert "alleen nu" in out
    listed = command("lijst")[1]
    assert prefix in listed
    assert "Portaal" in listed
    assert "checks,batches" in listed
    assert "geldig tot 2999-12-31" in listed
    assert secret not in listed
    successor = keys.prefix_of(command("vervang", prefix, "--dagen", "3")[1].splitlines()[0])
    assert successor != prefix
    assert command("trek-in", prefix)[:2] == (0, f"De sleutel {prefix} werkt niet meer.\n")
    lines = {line.split()[0]: line for line in command("lijst")[1].splitlines()}
    assert "ingetrokken" in lines[prefix]
    assert "geldig tot 2999-12-31" in lines[successor]
    storage = Storage.open(Settings(data_dir=tmp_path))
    with storage.read() as session:
        assert len(sleutels.every(session)) == 2
    storage.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["maak", "Portaal"], "Kies uit deze onderdelen: berichten, lezen, checks, batches."),
        (["maak", "Portaal", "--scope", "alles"], "Kies uit deze onderdelen: berichten, lezen, checks, batches."),
        (["maak", "Portaal", "--scope", "checks", "--tot", "2020-01-01"], "De einddatum is al voorbij."),
        (["vervang", "olk_weg"], "Er is geen geldige sleutel die begint met olk_weg."),
        (["trek-in", "olk_weg"], "Er is geen geldige sleutel die begint met olk_weg."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(command, arguments, said):
    assert command(*arguments) == (1, "", said + "\n")
