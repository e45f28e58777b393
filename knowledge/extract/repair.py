"""Undoes what typesetting and extraction do to the letters of a text."""

import re
import unicodedata
from collections.abc import Iterable

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SAME_MEANING = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2028": "\n", "\u2029": "\n"})
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile("[\t\u00a0\u2000-\u200a\u202f\u205f\u3000 ]+")
_SYMBOL_BULLET = re.compile("^[ ]*[\ue000-\uf8ff\ufffd][ ]*(?=\\S)", re.M)
_UNREADABLE = re.compile("\\(cid:\\d+\\)|[\ue000-\uf8ff\ufffd\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_SOFT_HYPHEN_INSIDE = re.compile("\u00ad(?![ ]*(?:\n|$))")
# "profi el": some PDF fonts leave a space after the ligature. No Dutch word but these ends in fi or fl.
_SPLIT_LIGATURE = re.compile(r"(?<![\w-])(?!(?:wifi|hifi|scifi) )(\w*(?:fi|fl|ffi|ffl)) (?=[a-zà-ÿ]{2})")
_SUSPENDED = re.compile(r"(?:en|of|en/of|tot|dan|als|noch)\b", re.I)
_CLASH = re.compile(r"(?:aa|ae|ai|au|ee|ei|eu|ie|ii|oe|oi|oo|ou|ui|uu)$")
_KEEP_HYPHEN_AFTER = frozenset({"niet", "non", "ex"})


def clean(text: str) -> tuple[str, int]:
    """The text in NFC with ligatures, spaces and bullets repaired, and how many unreadable characters were dropped.

    Line ends and form feeds stay, and so does a soft hyphen at a line end: `join_lines` needs both.
    """
    text = unicodedata.normalize("NFC", text.translate(_LIGATURES).translate(_SAME_MEANING))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _SYMBOL_BULLET.sub("• ", _INVISIBLE.sub("", _SPACES.sub(" ", text)))
    text, dropped = _UNREADABLE.subn("", text)
    text = _SOFT_HYPHEN_INSIDE.sub("", text)
    return _SPLIT_LIGATURE.sub(r"\1", text), dropped


def hyphenated_words(text: str) -> frozenset[str]:
    """Words that the text itself writes with a hyphen (lower case): those keep it when a line ends there."""
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)+", text))


def join_lines(lines: Iterable[str], known: frozenset[str] = frozenset()) -> str:
    """One paragraph from its lines; a word broken at a line end becomes whole, a real hyphen stays."""
    text = ""
    for line in lines:
        line = line.strip()
        if text and line:
            text += _glue(text, line, known)
            if text.endswith("\u00ad"):
                text = text[:-1]
            elif text.endswith("\b"):
                text = text[:-2]
        text += line
    return text.replace("\u00ad", "")


def _glue(text: str, line: str, known: frozenset[str]) -> str:
    """What comes between: a space, nothing, or a backspace that takes the hyphen away."""
    if text.endswith("\u00ad"):
        return ""
    left = re.search(r"([^\W_]+)-$", text)
    right = re.match(r"[^\W\d_]+", line)
    if left is None or _SUSPENDED.match(line):
        return " "
    if right is None or not line[0].islower() or left[1][-1].isdigit() or left[1].isupper():
        return ""
    start, end = left[1].lower(), right[0].lower()
    if start in _KEEP_HYPHEN_AFTER or f"{start}-{end}" in known or _CLASH.search(start[-1] + end[0]):
        return ""
    return "\b"
