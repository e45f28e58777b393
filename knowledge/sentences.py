"""Cuts running Dutch text into sentences."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

# A full stop after one of these does not end a sentence. Lower case, without the stop.
_SHORT = (
    "a.d.h.v art bijv blz bv ca cf d.m.v d.w.z drs e.d e.g enz etc evt excl fig gem i.h.k.v i.p.v i.s.m incl ing ir jl "
    "m.a.w m.b.t m.b.v m.i.v m.n m.u.v max mevr min mln mr mrd n.a.v n.v.t nr nrs o.a o.b.v o.g p p.m par pag prof "
    "resp st t.a.v t.b.v t.g.v t.o.v t.w tel v.l.n.r vgl vlg w.o z.g.n zgn zg"
)
ABBREVIATIONS = frozenset(_SHORT.split())
_ENDS = re.compile(r"[.!?…]+[\"'”’)\]]*$")


@cache
def _tokenizer() -> "Language":
    import spacy  # seconds: only where sentences are cut, which a start does not do

    return spacy.blank("nl")


def split_sentences(text: str) -> list[str]:
    """The sentences of one paragraph, in order; joined with single spaces they give back its words."""
    doc = _tokenizer()(" ".join(text.split()))
    sentences, start = [], 0
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if (
            token.whitespace_
            and _ENDS.search(doc[max(start, token.i - 2) : token.i + 1].text)
            and _starts_sentence(following.text)
        ):
            before = doc[token.i - 1].text.lower() if token.text == "." and token.i > start else token.text.lower()
            if before.rstrip(".") in ABBREVIATIONS or _is_enumerator(doc[start : token.i + 1].text):
                continue
            sentences.append(doc[start : token.i + 1].text)
            start = token.i + 1
    if len(doc) > start:
        sentences.append(doc[start:].text)
    return sentences


def _starts_sentence(word: str) -> bool:
    return not word[0].islower() and word[0] not in ",;:)"


def _is_enumerator(text: str) -> bool:
    """`1.` or `B.` at the start of a paragraph belongs to the sentence that follows it."""
    return re.fullmatch(r"[0-9]{1,2}\.|[A-Za-z]\.", text) is not None
