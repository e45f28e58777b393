"""Every text that a check can say stands as it was read and approved; with its rule, its verdict and its citation."""

import pytest
import yaml
from rapporten import bewaard, rapport

from actions.checks import CHECKS


@pytest.mark.parametrize("naam", CHECKS)
def test_what_users_read_is_what_was_approved(naam: str) -> None:
    nu, toen = rapport(naam), yaml.safe_load(bewaard(naam).read_text(encoding="utf-8"))
    for deel in toen:
        assert nu[deel] == toen[deel], f"{naam}, {deel}: changed on purpose? then write tests/cases/rapporten anew"
    assert nu.keys() == toen.keys()


@pytest.mark.parametrize("naam", CHECKS)
def test_every_outcome_says_whose_it_is(naam: str) -> None:
    for velden in ({"peildatum": "2026-01-01"}, {"gemeente": "enschede"}, {"gemeente": "hengelo"}):
        uitkomst = CHECKS[naam].beoordeel(velden)
        assert uitkomst.check == naam
        assert uitkomst.regelset.startswith((f"{naam}/enschede/", f"{naam}/hengelo/"))
        assert uitkomst.gegevens.keys() >= velden.keys()
