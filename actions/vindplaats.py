"""Citations of a check that open the source at the sentence itself, not only at its section.

The data of a check name a section; where the sentence stands in it, only the parsed document knows.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from actions.checks import Check
from actions.uitkomst import Uitkomst
from knowledge.bron import Bron
from knowledge.document import Document


def met_vindplaats(check: Check, documents: Mapping[str, Document]) -> Check:
    """The same check with citations that open at their sentence in `documents`."""

    @cache  # a check has some tens of citations
    def precies(bron: Bron) -> Bron:
        return op_de_zin(bron, documents)

    def beoordeel(fields: Mapping[str, object]) -> Uitkomst:
        uitkomst = check.beoordeel(fields)
        return replace(uitkomst, regels=tuple(replace(regel, bron=precies(regel.bron)) for regel in uitkomst.regels))

    return replace(check, beoordeel=beoordeel)


def op_de_zin(bron: Bron, documents: Mapping[str, Document]) -> Bron:
    """The citation at the sentence in which it begins; as it was when its section does not have those words."""
    document = documents.get(bron.document)
    for sectie in document.sections if document else ():
        if bron.sectie not in sectie.path:
            continue
        zinnen = list(sectie.sentences())
        plaats = " ".join(zin.text for zin in zinnen).find(bron.citaat)
        for zin in zinnen if plaats >= 0 else ():
            if plaats <= len(zin.text):
                return replace(bron, sectie=sectie.name, url=f"/bronnen/{bron.document}#{zin.anchor}")
            plaats -= len(zin.text) + 1
    return bron
