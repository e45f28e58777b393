"""Numbers with a check digit: citizen service number (BSN), bank account (IBAN), payment card."""

import re
from collections.abc import Iterator

from stdnum import iban, luhn
from stdnum.nl import bsn

# Nine digits as people write a BSN. In groups of three they could be a list of sizes: only where it is called a BSN.
_BSN = re.compile(r"(?<![\w.,+/€-])(?<!€ )(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}-\d{3}-\d{3})(?![\w/€-]|[.,]\d)")
_MEASURE = re.compile(r"\s*(?:m2|m²|vierkant|meter|euro\b|eur\b|€|%|procent|km\b|ha\b)", re.IGNORECASE)
_NAMED_BSN = re.compile(
    r"\b(?:bsn|sofi|burger ?service)\w*[^\w\d]*(?:(?:nummer|nr|is|van|mij|mijn|luidt)\b[^\w\d]*){0,4}"
    r"(\d{3}[ .-]?\d{3}[ .-]?\d{3}|\d{4}[ .]?\d{2}[ .]?\d{3}|\d{8})(?!\d)",
    re.IGNORECASE,
)
_IBAN_START = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[ .-]?\d{2}(?=[ .-]?[A-Za-z0-9])")
_IBAN_NL = re.compile(r"NL\d{2}[A-Z]{4}\d{10}", re.IGNORECASE)
_IBAN_DIGITS = 8  # at least; saves a check of every sentence with a number in it
_CARD = re.compile(r"(?<![\w.,])[2-6](?:[ -]?\d){12,18}(?![\w]|[.,]\d)")


def bsns(text: str) -> Iterator[tuple[int, int]]:
    """Nine digits that pass the 11-test, and any eight or nine that are called a BSN (a typing error is one too)."""
    for match in _NAMED_BSN.finditer(text):
        yield match.span(1)
    for match in _BSN.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match[0])) and not _MEASURE.match(text, match.end()):
            yield match.span()


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Of any country by its check digits; a Dutch one by its form, since a typing error does not make it public."""
    end = 0
    for match in _IBAN_START.finditer(text):
        if match.start() < end:
            continue
        length = _iban_length(text, match.start())
        if length is not None:
            end = match.start() + length
            yield match.start(), end


def _iban_length(text: str, start: int) -> int | None:
    """How many characters of the text from `start` are an account number; the longest reading that is valid."""
    compact, ends = "", []
    for position in range(start, len(text)):
        character = text[position]
        if character.isascii() and character.isalnum():
            compact += character
            ends.append(position + 1)
        elif character not in " .-" or not text[position - 1].isalnum() or len(compact) > 34:
            break
    for length in range(min(34, len(compact)), 14, -1):
        at_boundary = ends[length - 1] == len(text) or not text[ends[length - 1]].isalnum()
        number = compact[:length]
        if not at_boundary or sum(map(str.isdigit, number)) < _IBAN_DIGITS:
            continue
        if _IBAN_NL.fullmatch(number) or iban.is_valid(number, check_country=False):
            return ends[length - 1] - start
    return None


def cards(text: str) -> Iterator[tuple[int, int]]:
    """Thirteen to nineteen digits that pass the Luhn test."""
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if luhn.is_valid(digits) and len(set(digits)) > 1:
            yield match.span()
