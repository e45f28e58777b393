"""Reads one YAML file of policy data, and says which file and key are wrong when it is."""

import hashlib
from collections.abc import Hashable, Set
from pathlib import Path
from typing import Any

import yaml

from knowledge.bron import Bron
from knowledge.document import slug


class GegevensFout(RuntimeError):  # noqa: N818 - Dutch, like the data it is about
    """Policy data that cannot be used; the message names the file and the key. It stops the start-up."""

    def __init__(self, bestand: Path, sleutel: str, reden: str) -> None:
        super().__init__(f"{bestand.parent.name}/{bestand.name}: {sleutel}: {reden}")


class _UniqueKeys(yaml.SafeLoader):
    """YAML in which a key that stands twice is an error; plain YAML would silently keep the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[object] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key '{key}' stands twice", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


def lees(bestand: Path, sleutels: set[str]) -> dict[str, Any]:
    """The file as a dict with exactly these keys. Raises GegevensFout."""
    try:
        inhoud = yaml.load(bestand.read_text(encoding="utf-8"), Loader=_UniqueKeys)  # a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as fout:
        raise GegevensFout(bestand, "(hele bestand)", str(fout)) from fout
    return vorm(bestand, "(hele bestand)", inhoud, sleutels)


def vorm(bestand: Path, plek: str, waarde: object, sleutels: set[str], mag: Set[str] = frozenset()) -> dict[str, Any]:
    """`waarde` as a dict with exactly these keys, and perhaps those of `mag`. Raises GegevensFout."""
    if not isinstance(waarde, dict):
        raise GegevensFout(bestand, plek, "is not a mapping")
    if verschil := sleutels.symmetric_difference(waarde) - mag:
        woord = "missing or unknown key"
        raise GegevensFout(bestand, f"{plek}.{sorted(map(str, verschil))[0]}", woord)
    return waarde


def tekst(bestand: Path, plek: str, waarde: object) -> str:
    """A text that is not blank. Raises GegevensFout."""
    if not isinstance(waarde, str) or not waarde.strip():
        raise GegevensFout(bestand, plek, f"is not a text: {waarde!r}")
    return waarde.strip()


def bron(bestand: Path, plek: str, kop: dict[str, Any], citaat: object) -> Bron:
    """The citation of one value; `kop` is the head of the file (gemeente, document, titel, sectie)."""
    gemeente, document, titel, sectie = (
        tekst(bestand, naam, kop[naam]) for naam in ("gemeente", "document", "titel", "sectie")
    )
    citaat_tekst = tekst(bestand, f"{plek}.citaat", citaat)
    return Bron(document, titel, gemeente, sectie, citaat_tekst, f"/bronnen/{document}#{slug(sectie)}")


def versie(*bestanden: Path) -> str:
    """A short fingerprint of the content: it changes if and only if the policy data change."""
    som = hashlib.sha256()
    for bestand in bestanden:
        som.update(bestand.read_bytes())
    return som.hexdigest()[:8]
