"""Addresses as the policy prints them: `Javastraat 119`, `Javastraat 119 A`, `Getfertsingel 77 1 t/m 25`."""

import re
from dataclasses import dataclass

_GEDRUKT = re.compile(r"(\D+?) (\d+)(?: ?([A-Z]|\d+)(?: t/m ([A-Z]|\d+))?)?")


@dataclass(frozen=True, order=True)
class Adres:
    """One address. `toevoeging`: a capital or a number behind the house number, "" when there is none."""

    straat: str
    nummer: int
    toevoeging: str = ""

    def __str__(self) -> str:
        return f"{self.straat} {self.nummer} {self.toevoeging}".rstrip()


def uitgewerkt(gedrukt: str) -> tuple[Adres, ...]:
    """Every address that the print stands for: `Esstraat 9 A t/m C` -> 9 A, 9 B and 9 C.

    Raises ValueError when it cannot be read.
    """
    if (deel := _GEDRUKT.fullmatch(gedrukt)) is None:
        raise ValueError(f"not an address: {gedrukt!r}")
    straat, nummer, van, tot = deel[1], int(deel[2]), deel[3] or "", deel[4]
    return tuple(Adres(straat, nummer, toevoeging) for toevoeging in reeks(van, tot or van))


def reeks(van: str, tot: str) -> tuple[str, ...]:
    """From and including: `A`, `C` -> A, B, C; `30`, `32` -> 30, 31, 32. Raises ValueError on anything else."""
    if van == tot:
        return (van,)
    if van.isdecimal() and tot.isdecimal() and int(van) < int(tot):
        return tuple(str(getal) for getal in range(int(van), int(tot) + 1))
    if re.fullmatch("[A-Z]{2}", van + tot) and van < tot:
        return tuple(chr(letter) for letter in range(ord(van), ord(tot) + 1))
    raise ValueError(f"not a range: {van!r} to {tot!r}")
