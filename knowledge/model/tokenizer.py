"""The built-in model's tokenizer, rebuilt from its pieces, and cut down to Latin script.

XLM-RoBERTa's SentencePiece unigram: NFKC with SentencePiece's own spaces, words marked with U+2581, likeliest pieces.
A piece with another script can never be chosen for a text without that script, so dropping it leaves the
segmentation of Dutch, German and English as it was (Kudo 2018, "Subword Regularization", on unigram segmentation).
"""

from collections.abc import Sequence

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

BOS, PAD, EOS, UNK, MASK = "<s>", "<pad>", "</s>", "<unk>", "<mask>"
WORD_START = "▁"

# Latin letters and their combining accents (all before Greek), more Latin, punctuation and symbols, emoji.
_LATIN_BLOCKS = (range(0x0370), range(0x1E00, 0x1F00), range(0x2000, 0x2C00), range(0x1F000, 0x1FB00))

Pieces = Sequence[tuple[str, float]]


def is_latin(text: str) -> bool:
    """Whether the text has only Latin letters, digits, punctuation and symbols."""
    return all(any(ord(character) in block for block in _LATIN_BLOCKS) for character in text)


def latin_ids(pieces: Pieces) -> list[int]:
    """Ids of the pieces to keep, in order.

    The least probable piece stays whatever its script: the score of an unknown character is derived from it.
    """
    least = min(range(len(pieces)), key=lambda number: pieces[number][1])
    return [number for number, (text, _) in enumerate(pieces) if number == least or is_latin(text)]


def make_tokenizer(pieces: Pieces) -> Tokenizer:
    """A fast tokenizer whose ids are the positions in `pieces`; adds `<s>` and `</s>`, does not truncate or pad."""
    ids = {text: number for number, (text, _) in enumerate(pieces)}
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=ids[UNK], byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=WORD_START, prepend_scheme="always")
    tokenizer.decoder = decoders.Metaspace(replacement=WORD_START, prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{BOS} $A {EOS}", special_tokens=[(BOS, ids[BOS]), (EOS, ids[EOS])]
    )
    tokenizer.add_special_tokens([BOS, PAD, EOS, UNK, MASK])
    return tokenizer
