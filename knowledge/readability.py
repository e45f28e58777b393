"""Four measures of plain Dutch, and the limits that mean B1 here. A published scale each; none of them proves B1 alone.

Sentences: at most 20 words, the writing rule of Dutch government for B1.
Passive voice: one sentence of an answer at most. Formal words that have an everyday equivalent: none at all.
Difficult words: at most 5%, or one in a short answer: readers follow a text of which they know 95% of the words (Laufer
1989, "What percentage of text-lexis is essential for comprehension?"). Difficult is what is rare, below 3 on the Zipf
scale (van Heuven et al. 2014: less than once in a million words): what is not in `common_words.txt`; a compound is as
easy as its parts. Names do not count, nor what the answer explains.
Score: Flesch-Douma at least 60, in Douma's table "normaal", the reading of lower secondary education. WCAG 2.2 asks
that level too (criterion 3.1.5), once names and titles are left out; left out here as well are the reader's own long
words ("bedrijventerrein"), which no editor can shorten. Syllables are hyphenation points (`pyphen`), so a little few.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path

import pyphen

from knowledge.analyse import fold, lemma
from knowledge.cards import Card
from knowledge.sentences import split_sentences

MAX_SENTENCE, MAX_PASSIVES, MAX_DIFFICULT_SHARE, MIN_SCORE = 20, 1, 0.05, 60
COMMON = 5  # a word in the questions of so many cards is a word that entrepreneurs use
COMMON_WORDS = Path(__file__).with_name("common_words.txt")
FORMAL = re.compile(
    "aangaande|alsmede|alsook|betreffende|conform|dermate|derhalve|desbetreffende|desgewenst|doch|geschieden|"
    "geschiedt|hetgeen|hieromtrent|indien|inzake|krachtens|ingevolge|jegens|middels|mits|nimmer|nochtans|omtrent|"
    "onderhavige|reeds|teneinde|tenzij|terzake|tevens|thans|trachten|vermits|voornoemde|voorts|wederom"
)
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
HOUSE_NUMBER = re.compile(r"(\d+|[A-TV-Z]|t/m)[.,:]?")
EXPLAINS = re.compile(r" \(|:|\b(betekent|dat is|dat zijn|heet|heten|noemt|oftewel|ofwel|bedoelt|bedoeld|staat voor)\b")
PASSIVE = {"word", "wordt", "worden", "werd", "werden"}
PARTICIPLE = re.compile(r"(\w*ge|be|ver|ont|her|er)(\w{2,})(d|t|en)")


def b1_faults(text: str, own: Collection[str]) -> list[str]:
    """What keeps a text from B1, in Dutch for its editor. `own`: the reader's own words, in lower case."""
    faults = [too_long(s) for s in split_sentences(text) if length(s) > MAX_SENTENCE]
    if len(found := passives(text)) > MAX_PASSIVES:
        faults.append(f"{len(found)} zinnen zeggen niet wie iets doet: {_quoted(found)}. Maak er ‘wij doen’ van.")
    if formal := [word for word in words(text) if FORMAL.fullmatch(word)]:
        faults.append(f"Schrijftaal: {_quoted(formal)}. Kies een gewoner woord.")
    rare = difficult_words(text, own)
    if len(rare) > max(1, MAX_DIFFICULT_SHARE * len(list(words(text)))):
        faults.append(f"Moeilijke woorden: {_quoted(sorted(rare))}. Kies een gewoner woord, of leg het uit.")
    if (found_score := score(text, own)) < MIN_SCORE:
        faults.append(f"Leesbaarheid {int(found_score)}, het moet {MIN_SCORE} zijn. Maak zinnen en woorden korter.")
    return faults


def too_long(sentence: str) -> str:
    return f"Deze zin heeft meer dan {MAX_SENTENCE} woorden: ‘{sentence}’ Maak er twee van."


def _quoted(found: Iterable[str]) -> str:
    return ", ".join(f"‘{each}’" for each in found)


def own_words(vragen: Iterable[str]) -> set[str]:
    """The words of a card's questions: its reader knows them."""
    return {word.lower() for vraag in vragen for word in WORD.findall(vraag)}


def common_words(cards: Iterable[Card]) -> frozenset[str]:
    """The words that entrepreneurs use: those in the questions of several cards."""
    counts = Counter(word for card in cards for word in own_words(card.vragen))
    return frozenset(word for word, count in counts.items() if count >= COMMON)


def length(sentence: str) -> int:
    """In words; a list of house numbers is not harder to read for being long."""
    return sum(not HOUSE_NUMBER.fullmatch(word) for word in sentence.split())


def words(text: str) -> Iterator[str]:
    """In lower case and without names: words with a capital that do not open a sentence."""
    for sentence in split_sentences(text):
        yield from (m[0].lower() for m in WORD.finditer(sentence) if m.start() == 0 or m[0][0].islower())


def passives(text: str) -> list[str]:
    """The sentences with a form of "worden" and a participle."""
    found = [(sentence, [fold(word) for word in WORD.findall(sentence)]) for sentence in split_sentences(text)]
    return [s for s, folded in found if PASSIVE.intersection(folded) and any(map(is_participle, folded))]


def is_participle(word: str) -> bool:
    """By its form, and by the verb it belongs to: "opgesteld" to "opstellen", but "gebied" and "bedrijven" to none."""
    match = PARTICIPLE.fullmatch(word)
    if match is None or word in PASSIVE:
        return False
    verb = lemma(word)
    if verb != word:
        return verb.endswith("en") and not word.startswith(verb)
    return match[1] == "ge" and match[3] != "en" and _single(f"{match[2]}en")


def difficult_words(text: str, own: Collection[str] = ()) -> set[str]:
    known = set(own)
    for sentence in split_sentences(text):
        if EXPLAINS.search(sentence):
            known |= {word.lower() for word in WORD.findall(sentence)}
    return {word for word in words(text) if not known & {word, lemma(word)} and not is_common(word)}


@cache
def is_common(word: str) -> bool:
    """The word or its dictionary form; a compound is when all its parts are."""
    return _single(word) or all(map(_compound, re.split(r"[-'’]", word)))


@cache
def _compound(word: str) -> bool:
    if _single(word):
        return True
    for cut in range(3, len(word) - 2):
        first, rest = word[:cut], word[cut:]
        begins = any(_single(first.removesuffix(link)) for link in ("", "s", "e", "en") if cut > len(link) + 2)
        if begins and _compound(rest):
            return True
    return False


def _single(word: str) -> bool:
    plain = word.replace("’", "'").rstrip("²")  # "m²" is as easy as "m"
    return not _listed().isdisjoint((plain, lemma(plain)))


@cache
def _listed() -> frozenset[str]:
    lines = COMMON_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def score(text: str, own: Collection[str] = ()) -> float:
    """Flesch-Douma, 100 easy and 0 hard: 206.835 - 0.93 words a sentence - 77 syllables a word.

    A name, and a word of `own`, counts as two syllables at most.
    """
    sentences = split_sentences(text)
    counts = [_syllables(match, own) for sentence in sentences for match in WORD.finditer(sentence)]
    return 206.835 - 0.93 * len(counts) / len(sentences) - 77 * sum(counts) / len(counts)


def _syllables(match: re.Match[str], own: Collection[str]) -> int:
    count = len(_hyphens().positions(match[0])) + 1
    is_name = match.start() > 0 and match[0][0].isupper()
    return min(count, 2) if is_name or match[0].lower() in own else count


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)
