"""A verdict as a PDF: one A4 where it fits, tagged for screen readers, in the language and with the title set.

Typst lays out `pdf.typ` and refuses to write what is not PDF/UA-1. The facts go in as JSON, never as markup.
"""

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst

from actions.toelichting import Toelichting
from actions.toelichtingsteksten import datum
from api.klok import zone
from knowledge.bron import Bron

_SJABLOON = (Path(__file__).parent / "pdf.typ").read_bytes()
# What the built-in letter can draw: Latin, Greek, Cyrillic and the usual signs. Another character would stop the PDF.
_TEKENBAAR = re.compile(r"[^\n -~\u00a0-\u017f\u0391-\u03a1\u03a3-\u03a9\u03b1-\u03c9\u0410-\u044f–—‘’‚“”„…•€²≤≥×]")
_LEESTEKEN = "Een teken dat wij niet kunnen afdrukken, staat in deze tekst als ‘?’."


def maak_pdf(toelichting: Toelichting, loket: str, nu: datetime) -> bytes:
    """The document. `nu`: the moment to put on it, with its zone; `loket`: who gives it out."""
    tekst = json.dumps(_inhoud(toelichting, loket, nu), ensure_ascii=False)
    return _zet(tekst, nu)


def bestandsnaam(toelichting: Toelichting, nu: datetime) -> str:
    """`uitkomst-werken-aan-huis-2026-11-23.pdf`."""
    return f"uitkomst-{toelichting.uitkomst.check}-{nu:%Y-%m-%d}.pdf"


def hier_en_nu() -> datetime:
    """Now, by the clock of the municipality; by UTC where the machine does not know our zone."""
    return datetime.now(zone())


def _zet(tekst: str, nu: datetime) -> bytes:
    document = typst.compile(
        _SJABLOON,
        sys_inputs={"data": tekst},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,  # the same letter, and the same pages, on every machine
        timestamp=int(nu.timestamp()),
    )
    if not isinstance(document, bytes):  # only other formats than PDF come in several parts
        raise TypeError(f"expected one PDF, got {type(document)}")
    return document


def _inhoud(toelichting: Toelichting, loket: str, nu: datetime) -> dict[str, Any]:
    """What pdf.typ reads."""
    uitkomst = toelichting.uitkomst
    bronnen, nummers = _bronnen(toelichting)
    gemeente = next((feit.tekst for feit in toelichting.feiten if feit.veld == "gemeente"), "niet opgegeven")
    klok = f"{datum(nu)}, {nu:%H.%M} uur" + (" (UTC)" if nu.tzinfo is UTC else "")
    inhoud: dict[str, Any] = {
        "titel": f"Uitkomst van de controle ‘{toelichting.titel}’",
        "onderwerp": toelichting.waarom.woorden,
        "loket": loket,
        "gemaakt": f"Gemaakt op {klok}. Gemeente: {gemeente}.",
        "voet": f"{loket} – {uitkomst.check}, {datum(nu)}",
        "oordeel": toelichting.waarom.woorden,
        "samenvatting": uitkomst.samenvatting,
        "feiten": [feit.to_json() for feit in toelichting.feiten if feit.veld != "gemeente"],
        "regels": [
            {
                "naam": tak.naam,
                "woorden": tak.woorden,
                "uitleg": tak.regel.uitleg,
                "nummer": nummers[tak.regel.bron],
            }
            for tak in toelichting.waarom.regels
        ],
        "watAls": [een.tekst for een in toelichting.wat_als] or [toelichting.wat_als_zin],
        "vervolg": [{"tekst": stap.tekst, "nummer": nummers[stap.bron]} for stap in toelichting.vervolg]
        or [{"tekst": zin} for zin in (toelichting.vervolg_zin,) if zin],
        "aannames": list(uitkomst.aannames),
        "bronnen": bronnen,
        "disclaimer": uitkomst.disclaimer,
        "regelset": uitkomst.regelset,
        "regelsVan": datum(date.fromisoformat(str(uitkomst.gegevens.get("peildatum", nu.date().isoformat())))),
    }
    schoon: dict[str, Any] = _schoon(inhoud)
    return {**schoon, "leesteken": "" if schoon == inhoud else _LEESTEKEN}


def _bronnen(toelichting: Toelichting) -> tuple[list[dict[str, Any]], dict[Bron, int]]:
    """Every citation once, by section, numbered through; and the number of each."""
    per_plek: dict[str, dict[str, list[Bron]]] = {}
    van_regels = [regel.bron for regel in toelichting.uitkomst.regels]
    for bron in (*van_regels, *(stap.bron for stap in toelichting.vervolg)):
        per_plek.setdefault(f"{bron.titel}, {bron.sectie}", {}).setdefault(bron.citaat, []).append(bron)
    lijst: list[dict[str, Any]] = []
    nummers: dict[Bron, int] = {}
    for waar, zinnen in per_plek.items():
        deel = []
        for citaat, dezelfde in zinnen.items():
            nummer = len(set(nummers.values())) + 1
            nummers |= dict.fromkeys(dezelfde, nummer)
            deel.append({"nummer": nummer, "citaat": citaat})
        lijst.append({"waar": waar, "zinnen": deel})
    return lijst, nummers


def _schoon(waarde: Any) -> Any:
    """The same, with `?` for every character that cannot be drawn."""
    if isinstance(waarde, str):
        return _TEKENBAAR.sub("?", waarde)
    if isinstance(waarde, list):
        return [_schoon(een) for een in waarde]
    if isinstance(waarde, dict):
        return {naam: _schoon(een) for naam, een in waarde.items()}
    return waarde
