"""One rule applied to what is known, and the weighing of several into one verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from actions.uitkomst import NIET_TOEGESTAAN, ONVOLLEDIG, VERGUNNING_OORDELEN, Regel, strengste


@dataclass(frozen=True)
class Toets:
    """A rule, the fields that it still needs (then its verdict is `onvolledig`), and what was assumed.

    `telt` is False for what is reported but leaves the verdict as it is.
    """

    regel: Regel
    ontbreekt: tuple[str, ...] = ()
    aannames: tuple[str, ...] = ()
    telt: bool = True


def weeg(
    toetsen: Sequence[Toets], vraagvolgorde: Sequence[str], volgorde: Sequence[str] = VERGUNNING_OORDELEN
) -> tuple[str, tuple[str, ...]]:
    """The verdict and the fields still needed, in asking order. `volgorde`: the verdicts of this check, mild to strict.

    The strictest rule decides. A missing fact makes it `onvolledig`, unless what is known already is `niet_toegestaan`:
    then nothing is needed any more.
    """
    tellen = [toets for toets in toetsen if toets.telt]
    bekend = [toets.regel.oordeel for toets in tellen if toets.regel.oordeel != ONVOLLEDIG]
    if NIET_TOEGESTAAN in bekend:
        return NIET_TOEGESTAAN, ()
    nodig = {veld for toets in tellen for veld in toets.ontbreekt}
    if nodig:
        return ONVOLLEDIG, tuple(sorted(nodig, key=vraagvolgorde.index))
    return strengste(bekend, volgorde), ()
