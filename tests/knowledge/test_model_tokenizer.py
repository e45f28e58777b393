"""The built-in model's parts: weights as they were packed, and a smaller vocabulary that changes no vector."""

import struct
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from knowledge.embed import ModelError
from knowledge.model.packaged import PackedModel, dequantise, read_packed_model, weights_path
from knowledge.model.tokenizer import is_latin, latin_ids, make_tokenizer

SOURCES = Path(__file__).parents[2] / "knowledge" / "sources"

SAMPLES = [
    "Mag ik in mijn woning één ruimte van 30 m² als kantoor gebruiken?",
    "Grüße aus Gronau – darf ich in meinem Haus ein Büro eröffnen? Straße, Gewächshaus, Übergröße.",
    "I'd like to start a café; what's the “maximum” floor area, ½ of it or 49%?",
    "cafe\u0301 geïnteresseerde coo\u0308rdinator  dubbele  spaties\ten een tab",
    "€ 1.250,- + 21% BTW… ﬁetsenmaker № 3 ＡＢＣ x\u00a0y zacht\u00adafbreken",
    "Yeni bir dükkân açmak istiyorum; czy mogę otworzyć sklep?",
    "Leuk idee 😀 → graag ☎",
    "<s> tekens </s> <mask>",
    "",
    " ",
]


@pytest.fixture(scope="module")
def packed() -> PackedModel:
    return read_packed_model(weights_path())


@pytest.fixture(scope="module")
def full(packed: PackedModel) -> Tokenizer:
    return make_tokenizer(packed.pieces)


def test_a_weight_is_its_number_less_eight_times_the_scale_of_its_block() -> None:
    # bytes 0x21: weight j = (1 - 8) * 0.5 = -3.5, weight j + 16 = (2 - 8) * 0.5 = -3.0
    assert dequantise(struct.pack("<e", 0.5) + bytes([0x21]) * 16).tolist() == [-3.5] * 16 + [-3.0] * 16


def test_another_file_is_refused(tmp_path: Path, packed: PackedModel) -> None:
    (tmp_path / "other").write_bytes(b"PK\x03\x04" * 40)
    (tmp_path / "cut").write_bytes(weights_path().read_bytes()[:5000])
    for name in ("other", "cut"):
        with pytest.raises(ModelError, match="not a readable E5S1 file"):
            read_packed_model(tmp_path / name)


def test_the_tensors_fill_the_shape(packed: PackedModel) -> None:
    shape = packed.shape
    assert (shape.hidden, shape.layers, shape.vocabulary, shape.positions) == (384, 12, 250037, 512)
    assert packed.tensors["emb.word"].size == shape.vocabulary * shape.hidden
    assert packed.tensors["l11.fo.w"].size == shape.feed_forward * shape.hidden
    assert all(np.isfinite(tensor).all() for tensor in packed.tensors.values())


def test_characters_are_normalised_as_the_package_does(packed: PackedModel, full: Tokenizer) -> None:
    differing = {
        character
        for character, replacement in packed.normalised.items()
        if full.normalizer.normalize_str(character) != replacement
    }
    assert differing <= {"～", "🈻"}  # two that newer Unicode composes otherwise; neither is Latin
    plain = [chr(code) for code in range(0x20, 0x370) if chr(code) not in packed.normalised]
    assert all(full.normalizer.normalize_str(character) == character for character in plain)


def test_a_smaller_vocabulary_leaves_every_token_as_it_was(packed: PackedModel, full: Tokenizer) -> None:
    keep = latin_ids(packed.pieces)
    assert len(keep) < len(packed.pieces) / 2
    small = make_tokenizer([packed.pieces[number] for number in keep])
    sources = [line for path in sorted(SOURCES.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(sources) > 1000
    for text in SAMPLES + sources:
        assert [keep[number] for number in small.encode(text).ids] == full.encode(text).ids, text


def test_other_scripts_become_unknown_at_the_same_place(packed: PackedModel) -> None:
    small = make_tokenizer([packed.pieces[number] for number in latin_ids(packed.pieces)])
    unknown = small.token_to_id("<unk>")
    assert small.encode("bedrijf магазин bedrijf").ids.count(unknown) == 1
    assert unknown not in small.encode("Überprüfung – 49% ≤ 100 m²").ids
    assert is_latin("Überprüfung – 49% ≤ 100 m²")
    assert not is_latin("магазин")
