"""Writes knowledge/common_words.txt from the counts of `wordfreq`: `python -m tests.knowledge.common_words`.

The list is kept and the package is not served: it is 0.25 MB in place of 76, with seven packages that it needs.
"""

from wordfreq import top_n_list, zipf_frequency

from knowledge.readability import COMMON_WORDS, WORD

RARE = 3.0  # on the Zipf scale: once in a million words
HEAD = """\
# Dutch words that are met once in a million words or more, sorted; knowledge/readability.py says what for.
# From wordfreq 3.1 (Robyn Speer, 2022), under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), which
# names its own sources (https://github.com/rspeer/wordfreq). Written by tests/knowledge/common_words.py.
"""


def content() -> str:
    common = [word for word in top_n_list("nl", 100_000) if zipf_frequency(word, "nl") >= RARE]
    return HEAD + "".join(f"{word}\n" for word in sorted(common) if WORD.fullmatch(word))


if __name__ == "__main__":
    COMMON_WORDS.write_text(content(), encoding="utf-8")
