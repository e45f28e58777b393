"""The checks, by name. A check is one module with one `CHECK`; to add one, write the module and list it here."""

from actions.checks.bedrijfskavel import CHECK as BEDRIJFSKAVEL
from actions.checks.check import Check
from actions.checks.functiemenging import CHECK as FUNCTIEMENGING
from actions.checks.informele_locatie import CHECK as INFORMELE_LOCATIE
from actions.checks.kantoorlocatie import CHECK as KANTOORLOCATIE
from actions.checks.otb_gebied import CHECK as OTB_GEBIED
from actions.checks.werken_aan_huis import CHECK as WERKEN_AAN_HUIS

CHECKS: dict[str, Check] = {
    check.naam: check
    for check in (
        WERKEN_AAN_HUIS,
        KANTOORLOCATIE,
        INFORMELE_LOCATIE,
        FUNCTIEMENGING,
        BEDRIJFSKAVEL,
        OTB_GEBIED,
    )
}

__all__ = ["CHECKS", "Check"]
