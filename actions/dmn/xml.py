"""Writes the decision tables of a check as DMN 1.3 XML (OMG formal/2020-03-15), with the citation beside every row."""

from collections.abc import Iterator
from itertools import count
from xml.etree import ElementTree as ET

from actions.dmn.model import GETAL, PRIORITY, Berekening, Model, Tabel

NAAMRUIMTE = "https://www.omg.org/spec/DMN/20191111/MODEL/"
_AANTEKENINGEN = ("Vindplaats", "Citaat")


def als_xml(model: Model) -> str:
    """The whole file. The same model gives the same text."""
    wortel = ET.Element(
        "definitions",
        {
            "xmlns": NAAMRUIMTE,
            "id": f"check_{model.naam}",
            "name": model.titel,
            "namespace": f"urn:ondernemersloket:{model.regelset}",
            "exporter": "ondernemersloket-assistent",
        },
    )
    nummers = (f"n{nummer}" for nummer in count(1))
    for gegeven in model.gegevens:
        element = ET.SubElement(wortel, "inputData", id=f"gegeven_{gegeven.naam}", name=gegeven.naam)
        ET.SubElement(element, "description").text = gegeven.uitleg
        ET.SubElement(element, "variable", id=next(nummers), name=gegeven.naam, typeRef=gegeven.soort)
    soorten = {gegeven.naam: gegeven.soort for gegeven in model.gegevens}
    for besluit in model.besluiten:
        soorten[besluit.naam] = GETAL if isinstance(besluit, Berekening) else besluit.soort
    gegevens = {gegeven.naam for gegeven in model.gegevens}
    for besluit in model.besluiten:
        element = ET.SubElement(wortel, "decision", id=f"besluit_{besluit.naam}", name=besluit.naam)
        ET.SubElement(element, "question").text = besluit.vraag
        ET.SubElement(element, "variable", id=next(nummers), name=besluit.naam, typeRef=soorten[besluit.naam])
        for naam in _nodig(besluit, soorten):
            verband = ET.SubElement(element, "informationRequirement", id=next(nummers))
            if naam in gegevens:
                ET.SubElement(verband, "requiredInput", href=f"#gegeven_{naam}")
            else:
                ET.SubElement(verband, "requiredDecision", href=f"#besluit_{naam}")
        if isinstance(besluit, Berekening):
            formule = ET.SubElement(element, "literalExpression", id=next(nummers), typeRef=GETAL)
            ET.SubElement(formule, "text").text = besluit.formule
        else:
            _tabel(element, besluit, soorten, nummers)
    ET.indent(wortel)
    return ET.tostring(wortel, encoding="unicode", xml_declaration=False).join((_KOP, "\n"))


_KOP = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _tabel(besluit: ET.Element, tabel: Tabel, soorten: dict[str, str], nummers: Iterator[str]) -> None:
    element = ET.SubElement(besluit, "decisionTable", id=next(nummers), hitPolicy=tabel.beleid)
    for kolom in tabel.kolommen:
        invoer = ET.SubElement(element, "input", id=next(nummers))
        uitdrukking = ET.SubElement(invoer, "inputExpression", id=next(nummers), typeRef=soorten[kolom])
        ET.SubElement(uitdrukking, "text").text = kolom
    # The only output of a table has no name of its own: it is that of the decision (DMN 1.3, 8.3.3).
    uitvoer = ET.SubElement(element, "output", id=next(nummers), typeRef=tabel.soort)
    if tabel.beleid == PRIORITY:
        waarden = ET.SubElement(uitvoer, "outputValues", id=next(nummers))
        ET.SubElement(waarden, "text").text = ", ".join(tabel.volgorde)
    for aantekening in _AANTEKENINGEN:
        ET.SubElement(element, "annotation", name=aantekening)
    for rij in tabel.rijen:
        regel = ET.SubElement(element, "rule", id=next(nummers))
        for kolom in tabel.kolommen:
            voorwaarde = ET.SubElement(regel, "inputEntry", id=next(nummers))
            ET.SubElement(voorwaarde, "text").text = rij.als.get(kolom, "-")
        gevolg = ET.SubElement(regel, "outputEntry", id=next(nummers))
        ET.SubElement(gevolg, "text").text = rij.dan
        vindplaats = (f"{rij.bron.titel}, {rij.bron.sectie}", rij.bron.citaat) if rij.bron else ("", "")
        for aantekening in vindplaats:
            ET.SubElement(ET.SubElement(regel, "annotationEntry"), "text").text = aantekening


def _nodig(besluit: Tabel | Berekening, namen: dict[str, str]) -> list[str]:
    """What a decision reads: its columns, and results that are the name of another decision."""
    if isinstance(besluit, Berekening):
        return list(besluit.nodig)
    return [*besluit.kolommen, *sorted(uitkomst for uitkomst in besluit.uitkomsten if uitkomst in namen)]
