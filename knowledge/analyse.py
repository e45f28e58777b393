"""Turns Dutch text into the terms that lexical search counts: lemmas and character n-grams."""

import re
import unicodedata
from functools import cache

import spacy
from spacy.lookups import Lookups, Table, load_lookups

GRAM = 4  # characters; long enough to mean something, short enough to find the parts of a Dutch compound
_WORD = re.compile(r"\w+(?:[.,]\d+)*")


def fold(text: str) -> str:
    """Lower case without accents; `m²` becomes `m2`, `m.b.v.` stays as it is."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@cache
def _lookups() -> Lookups:
    return load_lookups("nl", ["lemma_lookup"])


@cache
def stop_words() -> frozenset[str]:
    return frozenset(fold(word) for word in spacy.blank("nl").Defaults.stop_words)


@cache
def lemma(word: str) -> str:
    """Dictionary form of a folded word where the lookup table knows it, else the word itself."""
    found: str = _lookups().get_table("lemma_lookup").get(word, word)
    return fold(found)


@cache
def _dictionary() -> frozenset[str]:
    return frozenset(_lookups().get_table("lemma_lookup").values())


def in_dictionary(word: str) -> bool:
    """Whether a word, in lower case, is in the lookup table, as an inflected or a dictionary form."""
    return word in _lookups().get_table("lemma_lookup") or word in _dictionary()


@cache
def _english() -> tuple[Table, frozenset[str]]:
    table = load_lookups("en", ["lemma_lookup"]).get_table("lemma_lookup")
    return table, frozenset(table.values())


def is_english(word: str) -> bool:
    """Whether a word, in lower case, is in the English lookup table, as an inflected or a dictionary form."""
    return any(word in known for known in _english())


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return _WORD.findall(fold(text))


def content_words(text: str) -> list[str]:
    """`words` without stop words; all words when nothing else is there."""
    found, small = words(text), stop_words()
    return [word for word in found if word not in small] or found


def lemmas(text: str) -> list[str]:
    return [lemma(word) for word in content_words(text)]


def grams(text: str) -> list[str]:
    """The n-grams of each content word."""
    return [gram for word in content_words(text) for gram in word_grams(word)]


def word_grams(word: str) -> list[str]:
    """Overlapping character n-grams of a word between boundary marks; a short word whole."""
    marked = f"_{word}_"
    return [marked[i : i + GRAM] for i in range(max(1, len(marked) - GRAM + 1))]
