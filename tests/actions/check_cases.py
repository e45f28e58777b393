"""The readable cases of a check in tests/cases, and how to run one."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.checks import CHECKS
from actions.uitkomst import InvoerFouten, Uitkomst

CASES = Path(__file__).parents[1] / "cases"


def lees(naam: str) -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load((CASES / f"{naam}.yml").read_text(encoding="utf-8"))
    return inhoud


def naam(geval: Mapping[str, Any]) -> str:
    """The name of a case as the id of its test: letters and digits only, so that every tool can pass it on."""
    return re.sub(r"[^0-9a-z]+", "-", geval["naam"].lower()).strip("-")


class Gevallen:
    """One check with its cases."""

    def __init__(self, check: str, bestand: str) -> None:
        self.check = CHECKS[check]
        inhoud = lees(bestand)
        self.standaard: dict[str, Any] = inhoud["standaard"]
        self.gevallen: list[dict[str, Any]] = inhoud["gevallen"]

    def beoordeel(self, **invoer: object) -> Uitkomst:
        """The standard case with changes; None leaves a field out."""
        velden = {**self.standaard, **invoer}
        return self.check.beoordeel({veld: waarde for veld, waarde in velden.items() if waarde is not None})

    def klopt(self, geval: Mapping[str, Any]) -> Uitkomst:
        """Judges a case and compares what it says with the outcome."""
        uitkomst = self.beoordeel(**geval["invoer"])
        assert uitkomst.oordeel == geval["oordeel"]
        if "ontbreekt" in geval:
            assert list(uitkomst.ontbreekt) == geval["ontbreekt"]
        oordelen = {regel.regel: regel.oordeel for regel in uitkomst.regels}
        assert {naam: oordelen[naam] for naam in geval.get("regels", ())} == geval.get("regels", {})
        return uitkomst

    def fouten(self, **invoer: object) -> list[str]:
        """The fields that are refused."""
        with pytest.raises(InvoerFouten) as gevangen:
            self.check.beoordeel({**self.standaard, **invoer})
        assert all(fout["melding"].endswith(".") for fout in gevangen.value.fouten)
        return [fout["veld"] for fout in gevangen.value.fouten]
