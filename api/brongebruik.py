"""Which cards and checks use a section of a document, for the page of the document and for whoever changes a text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from actions.brongebruik import citaten
from actions.checks import Check
from actions.vindplaats import op_de_zin
from knowledge.cards import Card
from knowledge.document import Document


@dataclass
class Gebruik:
    """Of one section. `checks`: titles; `kaarten`: the first question of each card."""

    checks: list[str] = field(default_factory=list)
    kaarten: list[str] = field(default_factory=list)


def gebruik_per_sectie(
    document: Document, cards: Iterable[Card], checks: Mapping[str, Check], documents: Mapping[str, Document]
) -> dict[str, Gebruik]:
    """By the anchor of the section; a section that nothing uses is not in it."""
    gebruik: dict[str, Gebruik] = {}
    sectie_van = {zin.anchor: sectie.anchor for sectie in document.sections for zin in sectie.sentences()}
    for check in checks.values():
        for bron in (op_de_zin(each, documents) for each in citaten(check) if each.document == document.id):
            anker = bron.url.partition("#")[2]
            titels = gebruik.setdefault(sectie_van.get(anker, anker), Gebruik()).checks
            if check.titel not in titels:
                titels.append(check.titel)
    for card in cards:
        if card.document == document.id:
            for anker in dict.fromkeys(citation.section.anchor for citation in card.citations):
                gebruik.setdefault(anker, Gebruik()).kaarten.append(card.vragen[0])
    return gebruik
