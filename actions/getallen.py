"""Numbers as people read them in Dutch."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def getal(waarde: Decimal) -> str:
    """`28.650` -> `28,65`."""
    return f"{waarde.normalize():f}".replace(".", ",")


def procent(aandeel: Fraction, *grenzen: Decimal) -> str:
    """With one decimal; never rounded onto a limit that it is not: just above 30% is not shown as 30%."""
    afgerond = (Decimal(aandeel.numerator) / aandeel.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if Fraction(afgerond) == aandeel:
        return f"{getal(afgerond)}%"
    if afgerond in grenzen:
        return f"{'iets meer' if aandeel > Fraction(afgerond) else 'iets minder'} dan {getal(afgerond)}%"
    return f"ongeveer {getal(afgerond)}%"


def klanten(aantal: Decimal | int) -> str:
    """`1 klant`, `5 klanten`."""
    return f"{getal(Decimal(aantal))} {'klant' if aantal == 1 else 'klanten'}"
