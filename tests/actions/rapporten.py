"""What users read: every text of every check, over all its cases, as kept in tests/cases/rapporten.

Changed a text on purpose? `.venv/bin/python tests/actions/rapporten.py` writes the files anew: read the difference.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from check_cases import CASES, lees

from actions.checks import CHECKS

MAP = CASES / "rapporten"
_ZONDER_STANDAARD = {"informele-locatie": ("enschede", "adres"), "otb-gebied": ("hengelo", "terrein")}
_WOORDEN = {  # the field in the user's own words, and its word list
    "werken-aan-huis": ("activiteit", "activiteiten", None),
    "kantoorlocatie": ("locatie", "kantoorplekken", None),
    "functiemenging": ("functie", "functies", None),
    "bedrijfskavel": ("sector", "bedrijfskavel", "sectoren"),
}
_SOORTEN = ("regels", "aannames", "ontbreekt", "disclaimers", "gelezen")
_ALTIJD = {"samenvatting", "regels", "oordeel", "ontbreekt", "aannames", "disclaimer", "check", "regelset", "gegevens"}


def rapport(naam: str) -> dict[str, Any]:
    """The texts of one check, each once, under its rule, verdict and citation; and how often the rest is said."""
    samenvattingen: dict[str, str] = {}
    regels: dict[str, dict[str, dict[str, list[str]]]] = {}
    tellers: dict[str, Counter[str]] = {soort: Counter() for soort in _SOORTEN}
    for geval, invoer in gevallen(naam):
        uitkomst: Any = CHECKS[naam].beoordeel(invoer).to_json()
        if not geval.startswith("‘"):
            samenvattingen[geval] = f"{uitkomst['oordeel']}: {uitkomst['samenvatting']}"
        for regel in uitkomst["regels"]:
            bron = f"{regel['bron']['sectie']}: {regel['bron']['citaat']}"
            gezegd = regels.setdefault(regel["regel"], {}).setdefault(regel["oordeel"], {}).setdefault(bron, [])
            gezegd += [regel["uitleg"]] if regel["uitleg"] not in gezegd else []
        tellers["regels"][", ".join(f"{regel['regel']}={regel['oordeel']}" for regel in uitkomst["regels"])] += 1
        tellers["aannames"].update(uitkomst["aannames"])
        tellers["ontbreekt"][", ".join(uitkomst["ontbreekt"])] += 1
        tellers["disclaimers"][uitkomst["disclaimer"]] += 1
        gelezen = {veld: waarde for veld, waarde in uitkomst["gegevens"].items() if veld not in (*invoer, "peildatum")}
        gelezen |= {sleutel: waarde for sleutel, waarde in uitkomst.items() if sleutel not in _ALTIJD}
        tellers["gelezen"][json.dumps(gelezen, ensure_ascii=False)] += 1
    return {
        "samenvattingen": samenvattingen,
        "regels": regels,
        "hoe_vaak": {soort: dict(sorted(teller.items())) for soort, teller in tellers.items()},
    }


def gevallen(naam: str) -> Iterator[tuple[str, dict[str, object]]]:
    """Every case of tests/cases, in full; every word of its word list; and what is not known, or asked of another."""
    inhoud = lees(naam.replace("-", "_"))
    for geval in inhoud["gevallen"]:
        if naam in _ZONDER_STANDAARD:
            gemeente, veld = _ZONDER_STANDAARD[naam]
            yield geval[veld], {"gemeente": gemeente, veld: geval[veld]}
        else:
            velden: Mapping[str, object] = {**inhoud["standaard"], **geval["invoer"]}
            yield geval["naam"], {veld: waarde for veld, waarde in velden.items() if waarde is not None}
    if naam in _WOORDEN:
        veld, bestand, sleutel = _WOORDEN[naam]
        lijst = lees(bestand)[sleutel] if sleutel else [tekst for each in lees(bestand).values() for tekst in each]
        for tekst in lijst:
            yield f"‘{tekst}’", {**inhoud["standaard"], veld: tekst}
    for gemeente in ("enschede", "hengelo"):
        yield f"(alleen de gemeente {gemeente})", {"gemeente": gemeente}
    yield "(niets)", {}


def bewaard(naam: str) -> Path:
    return MAP / f"{naam.replace('-', '_')}.yml"


def als_yaml(naam: str) -> str:
    kop = f"# Wat gebruikers lezen bij de controle {naam}. Gemaakt door tests/actions/rapporten.py.\n"
    return kop + yaml.safe_dump(rapport(naam), allow_unicode=True, sort_keys=False, width=120)


if __name__ == "__main__":
    MAP.mkdir(exist_ok=True)
    for naam in CHECKS:
        bewaard(naam).write_text(als_yaml(naam), encoding="utf-8")
