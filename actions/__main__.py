"""`python -m actions dmn`: the checks as DMN decision tables, one file a check."""

import argparse
from datetime import date
from pathlib import Path

from actions.dmn import BESLUITEN
from actions.dmn.xml import als_xml


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m actions", description=__doc__)
    dmn = parser.add_subparsers(required=True, metavar="dmn").add_parser("dmn", help="writes DMN 1.3 XML")
    dmn.add_argument("--check", choices=BESLUITEN, help="only this check")
    dmn.add_argument("--map", type=Path, default=Path(), help="the folder to write in (default: this one)")
    dmn.add_argument("--dag", type=date.fromisoformat, default=date.today(), help="the rules of this day (jjjj-mm-dd)")
    keuze = parser.parse_args()
    keuze.map.mkdir(parents=True, exist_ok=True)
    for naam in [keuze.check] if keuze.check else BESLUITEN:
        bestand = keuze.map / f"{naam}.dmn"
        bestand.write_text(als_xml(BESLUITEN[naam].model(keuze.dag)), encoding="utf-8")
        print(bestand)


if __name__ == "__main__":
    main()
