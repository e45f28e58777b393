"""The name that somebody gives: after "mijn naam is", "u spreekt met", "ik ben" or under a message.

"Ik ben kapper" is no name: after "ik ben" it takes a common first name, or two words with a capital that no dictionary
knows. After "mijn naam is" most words are one.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from api.privacy.taal import GEEN_NAAM, is_activity, is_ordinary

_NAMED = re.compile(
    r"\b(?:(?:mijn|m'n|mn) (?:volledige |hele )?naam is|mijn naam:|ik heet)(?: trouwens| overigens)? +", re.IGNORECASE
)
_SPEAKING = re.compile(
    r"\b(?:[ju]e? spreekt met|spreekt u met|groet(?:en|jes)?(?: van)?,?|hoogachtend,?)"
    r"(?: (?:de heer|dhr\.?|mevrouw|mevr\.?|mw\.?))?\s+",
    re.IGNORECASE,
)
_I_AM = re.compile(r"\bik ben(?: de heer| dhr\.?| meneer| mevrouw| mevr\.?| mw\.?)? +", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:dhr\.?|mevr\.?|mw\.|meneer|mevrouw|de heer) +(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-](?=[^\W\d_]))*")
_PARTICLES = frozenset(re.findall(r"\S+", "van de der den ter ten te 't el al ben bin di da la le von ver"))
_MAX_WORDS = 6


@cache
def _first_names() -> frozenset[str]:
    lines = Path(__file__).with_name("voornamen.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def names(text: str) -> Iterator[tuple[int, int]]:
    shouting = text.isupper()  # then a capital says nothing
    for trigger, begins in ((_NAMED, _told), (_SPEAKING, _introduced), (_TITLE, _titled), (_I_AM, _claimed)):
        for match in trigger.finditer(text):
            words = _words_after(text, match.end(), shouting)
            if words and begins(words):
                yield words[0].start, _end_of_name(words)


class _Word:
    """A word after a trigger, with what its form says."""

    def __init__(self, match: re.Match[str], shouting: bool) -> None:
        self.start, self.end = match.span()
        self.lower = match[0].lower().replace("’", "'")
        self.capital = match[0][0].isupper() and not shouting
        self.first_name = self.lower in _first_names() or self.lower.split("-")[0] in _first_names()


def _words_after(text: str, start: int, shouting: bool) -> list[_Word]:
    """The words that follow with nothing but a space between them."""
    words: list[_Word] = []
    while len(words) < _MAX_WORDS and (match := _WORD.match(text, start)):
        words.append(_Word(match, shouting))
        start = match.end()
        if text[start : start + 1] == "." and len(match[0]) == 1:  # an initial
            start += 1
        spaces = len(text[start:]) - len(text[start:].lstrip(" "))
        if not spaces and text[start - 1] != ".":
            break
        start += spaces
    return words


def _told(words: list[_Word]) -> bool:
    """After "mijn naam is"."""
    first = words[0]
    return first.first_name or (first.lower not in GEEN_NAAM and (first.capital or not is_ordinary(first.lower)))


def _introduced(words: list[_Word]) -> bool:
    """After "u spreekt met": that may be a business too."""
    first = words[0]
    return first.first_name or (first.capital and not is_ordinary(first.lower))


def _titled(words: list[_Word]) -> bool:
    """After "mevrouw"."""
    surname = next((word for word in words if word.lower not in _PARTICLES), None)
    return surname is not None and surname.capital and surname.lower not in GEEN_NAAM


def _claimed(words: list[_Word]) -> bool:
    """After "ik ben"."""
    first, *rest = words
    if first.first_name:
        return True
    if not first.capital or is_ordinary(first.lower):
        return False
    while rest and rest[0].lower in _PARTICLES:
        rest = rest[1:]
    return bool(rest) and rest[0].capital and not is_ordinary(rest[0].lower)


def _end_of_name(words: list[_Word]) -> int:
    """Where the name ends that begins with the first word: its surname too, with what stands before that."""
    end, first = words[0].end, words[0]
    after_particle = False
    for word in words[1:]:
        if word.lower in _PARTICLES:
            after_particle = True
            continue
        if word.lower in GEEN_NAAM or (is_activity(word.lower) and (after_particle or not word.capital)):
            break
        small = not word.capital and (first.capital or (is_ordinary(word.lower) and not after_particle))
        if small or (not word.capital and is_ordinary(word.lower)):
            break
        end, after_particle = word.end, False
    return end
