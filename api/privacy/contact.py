"""How somebody can be reached: e-mail address and telephone number."""

import re
from collections.abc import Iterator

from phonenumbers import PhoneNumberMatcher, PhoneNumberType, number_type

_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_MAYBE_PHONE = re.compile(
    r"\+\d|\d(?:[\s().-]*\d){8}"
)  # the matcher below takes milliseconds: only where it can find any
_TOO_SHORT = 9  # digits; 112, 0800-1234 and 14 053 are nobody's own
_PUBLIC = (PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST)


def emails(text: str) -> Iterator[tuple[int, int]]:
    if "@" in text:
        yield from (match.span() for match in _EMAIL.finditer(text))


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Valid numbers; Dutch ones without a country code too. Public service numbers stay."""
    if not _MAYBE_PHONE.search(text):
        return
    for match in PhoneNumberMatcher(text, "NL"):
        digits = sum(character.isdigit() for character in match.raw_string)
        if digits >= _TOO_SHORT and number_type(match.number) not in _PUBLIC:
            yield match.start, match.end
