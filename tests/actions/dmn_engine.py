"""An independent DMN engine (pyDMNrules) that executes the XML which we export, and the official schema of DMN 1.3."""

from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pyDMNrules
import SpiffWorkflow.dmn
from lxml import etree

from actions.dmn.xml import NAAMRUIMTE

XSD = Path(SpiffWorkflow.dmn.__file__).parent / "parser" / "schema" / "DMN13.xsd"  # as the OMG published it


class Engine:
    """Executes one file. Each set of facts is decided once."""

    def __init__(self, xml: str) -> None:
        self._rules = pyDMNrules.DMN()
        status = self._rules.useXML(_without_headings(xml))
        assert not status, status
        self._decide = cache(self._fresh)

    def decide(self, facts: dict[str, object]) -> dict[str, object]:
        """The result of every decision, by its name."""
        return self._decide(tuple(facts.items()))

    def _fresh(self, facts: tuple[tuple[str, object], ...]) -> dict[str, object]:
        status, steps = self._rules.decide(dict(facts))
        assert not status, (status, facts)
        last: dict[str, object] = (steps[-1] if isinstance(steps, list) else steps)["Result"]
        return last


def _without_headings(xml: str) -> str:
    """pyDMNrules 1.4.5 stumbles over the names of annotation columns (a KeyError); the annotations themselves stay."""
    root = ET.fromstring(xml)
    for table in root.iter(f"{{{NAAMRUIMTE}}}decisionTable"):
        for heading in table.findall(f"{{{NAAMRUIMTE}}}annotation"):
            table.remove(heading)
    ET.register_namespace("", NAAMRUIMTE)
    return ET.tostring(root, encoding="unicode")


def schema_errors(xml: str) -> list[str]:
    """What the official schema of DMN 1.3 finds wrong."""
    schema = etree.XMLSchema(etree.parse(str(XSD)))
    schema.validate(etree.fromstring(xml.encode("utf-8")))
    return [str(error) for error in schema.error_log]
