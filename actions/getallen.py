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


def vierkante_meter(oppervlakte: Decimal) -> str:
    """`5000` -> `5.000 m²`, `4999.5` -> `4.999,5 m²`."""
    heel, _, deel = getal(oppervlakte).partition(",")
    return f"{int(heel):,}".replace(",", ".") + (f",{deel} m²" if deel else " m²")


def maand(datum: str) -> str:
    """`2016-07` -> `juli 2016`."""
    jaar, _, nummer = datum.partition("-")
    return f"{_MAANDEN[int(nummer) - 1]} {jaar}"


_MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
