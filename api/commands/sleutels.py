"""Partners' keys: make, list, rotate and revoke. The key itself is printed once, when it is made."""

import argparse
import getpass
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from api.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from api.partners.keys import NewKey

HELP = "Sleutels voor partners: maak, lijst, vervang, trek-in."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="actie", required=True, metavar="ACTIE")
    make = actions.add_parser("maak", help="maakt een sleutel en toont hem één keer")
    make.add_argument("naam", help="de naam van de partner")
    make.add_argument("--scope", action="append", default=[], help="berichten, lezen, checks of batches; mag vaker")
    make.add_argument("--per-minuut", type=int, help="een eigen limiet; anders die van de instelling")
    make.add_argument("--tot", type=_day, metavar="JJJJ-MM-DD", help="de dag waarop de sleutel verloopt (UTC)")
    actions.add_parser("lijst", help="toont alle sleutels, zonder de geheimen")
    rotate = actions.add_parser("vervang", help="maakt een nieuwe sleutel met dezelfde rechten")
    rotate.add_argument("begin", help="het begin van de oude sleutel: olk_ en acht tekens")
    rotate.add_argument("--dagen", type=int, default=7, help="zo lang werken beide (anders 7)")
    revoke = actions.add_parser("trek-in", help="de sleutel werkt niet meer")
    revoke.add_argument("begin", help="het begin van de sleutel: olk_ en acht tekens")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    from api.commands.opslag import opened
    from api.partners import keys

    try:
        with opened(settings) as storage, storage.write() as session:
            print(_do(arguments, session, f"opdrachtregel/{getpass.getuser()}"))
    except keys.SleutelError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _do(arguments: argparse.Namespace, session: "Session", wie: str) -> str:
    from api.partners import keys

    if arguments.actie == "maak":
        return _told(
            keys.make(session, wie, arguments.naam, arguments.scope, arguments.per_minuut, arguments.tot),
            "Deze sleutel",
        )
    if arguments.actie == "vervang":
        new = keys.rotate(session, wie, arguments.begin, timedelta(days=arguments.dagen))
        return _told(new, f"De oude sleutel werkt nog {arguments.dagen} dagen. De nieuwe")
    if arguments.actie == "trek-in":
        keys.revoke(session, wie, arguments.begin)
        return f"De sleutel {arguments.begin} werkt niet meer."
    return _table(session)


def _told(new: "NewKey", which: str) -> str:
    return f"{new.secret}\n{which} ziet u alleen nu. Geef hem veilig door aan {new.record.naam}."


def _table(session: "Session") -> str:
    from api.storage import sleutels

    rows = [("sleutel", "partner", "onderdelen", "per minuut", "toestand", "laatst gebruikt")]
    for record in sleutels.every(session):
        state = "ingetrokken" if record.ingetrokken_op else "geldig" if sleutels.is_valid(record) else "verlopen"
        until = f" tot {record.verloopt_op:%Y-%m-%d}" if state == "geldig" and record.verloopt_op else ""
        used = f"{record.laatst_gebruikt_op:%Y-%m-%d}" if record.laatst_gebruikt_op else "nooit"
        limit = str(record.limiet_per_minuut or "instelling")
        rows.append((record.prefix, record.naam, ",".join(record.scopes), limit, state + until, used))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _day(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)
