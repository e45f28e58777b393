"""Which municipality a check is of."""

from actions.checks import Check
from actions.checks.velden import GEMEENTEN
from actions.uitkomst import NIET_VAN_TOEPASSING


def eigen_gemeente(check: Check) -> str:
    if check.naam not in _EIGEN:
        _EIGEN[check.naam] = next(
            gemeente for gemeente in GEMEENTEN if check.beoordeel({"gemeente": gemeente}).oordeel != NIET_VAN_TOEPASSING
        )
    return _EIGEN[check.naam]


_EIGEN: dict[str, str] = {}
