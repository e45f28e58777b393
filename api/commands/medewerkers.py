"""Accounts for the staff site: make, list, give roles, block, let in again, and give a new password.

The password comes from the environment (`ONDERNEMERSLOKET_WACHTWOORD`), else from standard input: never as an argument,
which other users of the machine can read.
"""

import argparse
import getpass
import os
import sys

from api.settings import Settings

HELP = "Accounts voor de balie: maken, tonen, rollen, blokkeren, nieuw wachtwoord."
PASSWORD = "ONDERNEMERSLOKET_WACHTWOORD"
_WHAT = {
    "maak": "Maakt een account. Het wachtwoord komt uit ONDERNEMERSLOKET_WACHTWOORD of van de standaardinvoer.",
    "toon": "Toont alle accounts.",
    "rollen": "Geeft een account andere rollen.",
    "blokkeer": "Laat een account niet meer toe.",
    "deblokkeer": "Laat een account weer toe.",
    "wachtwoord": "Geeft een account een nieuw wachtwoord. Wie was aangemeld, moet dat opnieuw doen.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from api.balie.rollen import ROLLEN

    actions = parser.add_subparsers(dest="wat", required=True, metavar="")
    for what, help_ in _WHAT.items():
        action = actions.add_parser(what, help=help_, description=help_)
        if what != "toon":
            action.add_argument("naam", type=lambda text: text.strip().lower(), help="de gebruikersnaam")
        if what in ("maak", "rollen"):
            roles = ", ".join(ROLLEN)
            action.add_argument("--rol", action="append", choices=ROLLEN, required=True, help=f"{roles}; mag vaker")


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    from api.balie import accounts
    from api.commands.opslag import opened

    try:
        with opened(settings) as storage, storage.write() as session:
            match arguments.wat:
                case "maak":
                    accounts.make(session, arguments.naam, _password(), arguments.rol, accounts.COMMAND)
                case "toon":
                    print("\n".join(accounts.lines(session)) or "Er zijn nog geen accounts.")
                case "rollen":
                    accounts.give_roles(session, arguments.naam, arguments.rol, accounts.COMMAND)
                case "blokkeer" | "deblokkeer":
                    accounts.let_in(session, arguments.naam, arguments.wat == "deblokkeer", accounts.COMMAND)
                case _:
                    accounts.new_password(session, arguments.naam, _password(), accounts.COMMAND)
    except accounts.AccountError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.wat != "toon":
        print("Gedaan.")
    return 0


def _password() -> str:
    if (given := os.environ.get(PASSWORD)) is not None:
        return given
    if sys.stdin.isatty():
        return getpass.getpass("Wachtwoord: ")
    return sys.stdin.readline().rstrip("\n")
