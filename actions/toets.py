"""One rule applied to what is known, and the weighing of several into one verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.uitkomst import NIET_TOEGESTAAN, ONVOLLEDIG, Regel, strengste


@dataclass(frozen=True)
class Toets:
    """A rule, the fields that it still needs (then its verdict is `onvolledig`), and what was assumed."""

    regel: Regel
    ontbreekt: tuple[str, ...] = ()
    aannames: tuple[str, ...] = ()


def weeg(toetsen: Sequence[Toets], vraagvolgorde: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The verdict and the fields still needed, in asking order.

    The strictest rule decides. A missing fact makes it `onvolledig`, unless what is known already is `niet_toegestaan`:
    then nothing is needed any more.
    """
    bekend = [toets.regel.oordeel for toets in toetsen if toets.regel.oordeel != ONVOLLEDIG]
    if NIET_TOEGESTAAN in bekend:
        return NIET_TOEGESTAAN, ()
    nodig = {veld for toets in toetsen for veld in toets.ontbreekt}
    if nodig:
        return ONVOLLEDIG, tuple(sorted(nodig, key=vraagvolgorde.index))
    return strengste(bekend), ()
