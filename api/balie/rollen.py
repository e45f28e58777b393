"""Roles: an editor may do what an employee may, an administrator everything."""

from collections.abc import Iterable

from api.storage.tables import Rol

ROLLEN: tuple[Rol, ...] = ("medewerker", "redacteur", "beheerder")  # each may do what those before it may


def has_role(rollen: Iterable[str], nodig: Rol) -> bool:
    return any(rol in ROLLEN[ROLLEN.index(nodig) :] for rol in rollen)


def known(rollen: Iterable[str]) -> list[Rol]:
    """Those that exist, in their order."""
    wanted = set(rollen)
    return [rol for rol in ROLLEN if rol in wanted]
