"""Postcode, with the house number beside it. A street and number stay: the check informele-locatie asks for them."""

import re
from collections.abc import Iterator

from api.privacy.taal import KORTE_WOORDEN

# Never given out: SA, SD and SS.
_POSTCODE = re.compile(r"(?<![\w.,€-])(?<!€ )[1-9]\d{3}( ?)(?!sa|sd|ss)([a-z]{2})(?!\w)", re.IGNORECASE)
_NUMBER_AFTER = re.compile(
    r"(?:,? *(?:en *)?(?:op *)?(?:huis)?(?:nummer|nr\.?) *| *, *| +)\d{1,5}(?:(?: ?- ?| )?[a-z](?!\w)|-\d{1,4})?"
    r"(?![\w²%€]|[.,]\d| *(?:m2|m²|vierkant|meter|euro|procent|%|€|km\b|ha\b|uur|mensen|personen|klanten))",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(
    r"\b(?:huisnummer|nummer|nr\.?) *\d{1,5} ?[a-z]?(?:,| met| en)? *(?:(?:mijn )?postcode *)?$", re.I
)
_CALLED_SO = re.compile(r"\bpostcode(?: is|:)? *$", re.IGNORECASE)


def postcodes(text: str) -> Iterator[tuple[int, int]]:
    """`1200 en 40 m2` is no postcode: two letters that are a word count only where it is called one or has no space."""
    for match in _POSTCODE.finditer(text):
        before, letters = text[: match.start()], match[2]
        after = _NUMBER_AFTER.match(text, match.end())
        called_so = bool(_CALLED_SO.search(before))
        if not called_so and letters.lower() in KORTE_WOORDEN and not (after and not match[1] and letters.isupper()):
            continue
        if not called_so and letters.islower() and not after:
            continue
        number = _NUMBER_BEFORE.search(before)
        yield (number.start() if number else match.start()), (after.end() if after else match.end())
