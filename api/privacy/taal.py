"""Words that are no personal data, however they are written."""

import re
from datetime import date
from functools import cache

from actions.checks.werken_aan_huis import ACTIVITEITEN
from knowledge.analyse import in_dictionary, stop_words

# Of two letters: Dutch, English and German words, units and abbreviations that follow a number.
KORTE_WOORDEN = frozenset(
    re.findall(
        r"\w+",
        "al am an as at be bv by ca cc cm ct dl do ed eg en er eu ex fl go ha he ie if ik im in is ja je kg kl km kw "
        "la me ml mm mv my na nl no nu nv of om op or pk pp qr re so st to tv te um us uw vs we wo ze zo zu",
    )
)
# What follows a name in a sentence, or "mijn naam is", and is no part of one.
GEEN_NAAM = stop_words() | {
    *(
        "bekend",
        "belangrijk",
        "bv",
        "dag",
        "geheim",
        "hallo",
        "hier",
        "hoi",
        "mijn",
        "privé",
        "stichting",
        "vereniging",
    ),
    *("vof", "zzp", "zzp'er"),
}


@cache
def _activities() -> frozenset[str]:
    termen = ACTIVITEITEN.op(date.today())
    return frozenset((*termen.exact, *termen.slot))


def is_activity(word: str) -> bool:
    """One word, in lower case, that the check werken-aan-huis knows as an activity: `kapper`, `webdesigner`."""
    return word in _activities()


def is_ordinary(word: str) -> bool:
    """A word, in lower case, that a Dutch dictionary or the list of activities knows."""
    return word in GEEN_NAAM or is_activity(word) or in_dictionary(word)
