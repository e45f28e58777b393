"""The index belongs to one model and one corpus, says so when it does not, and is made again only where it must be."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.adapt import no_adaptation
from knowledge.corpus import Corpus
from knowledge.errors import KnowledgeError
from knowledge.index import FIELDS, field_texts
from knowledge.index_files import build_index, open_index
from tests.knowledge.hash_embedder import HashEmbedder
from tests.knowledge.small_world import small_corpus


class CountingEmbedder(HashEmbedder):
    """Remembers what it was asked to embed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def queries(self, texts):  # type: ignore[no-untyped-def]
        self.seen += texts
        return super().queries(texts)

    def passages(self, texts):  # type: ignore[no-untyped-def]
        self.seen += texts
        return super().passages(texts)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return small_corpus(tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_it_is_made_once(corpus: Corpus, folder: Path) -> None:
    embedder = CountingEmbedder()
    assert build_index(corpus, embedder, folder) is True
    seen = len(embedder.seen)
    assert build_index(corpus, embedder, folder) is False
    assert len(embedder.seen) == seen


def test_only_new_texts_are_embedded(corpus: Corpus, folder: Path) -> None:
    build_index(corpus, HashEmbedder(), folder)
    first = replace(corpus.cards[0], vragen=(*corpus.cards[0].vragen, "mag een kapsalon thuis"))
    embedder = CountingEmbedder()
    assert build_index(replace(corpus, cards=(first, *corpus.cards[1:])), embedder, folder) is True
    assert embedder.seen == ["mag een kapsalon thuis"]


def test_the_same_text_is_nearest_to_itself(corpus: Corpus, folder: Path) -> None:
    embedder = HashEmbedder()
    build_index(corpus, embedder, folder)
    near = open_index(corpus, embedder, no_adaptation(embedder.dim), folder).near(
        embedder.query("kapper aan huis meters")
    )["question"]
    questions = [text for _, text in field_texts(corpus, "question")]
    assert questions[near.rows[0]] == "kapper aan huis meters"
    assert near.cosines[0] == pytest.approx(1, abs=0.02)  # 8 bits a number
    assert near.dense.argmax() == near.rows[0]
    assert near.dense.min() == near.lowest == near.cosines[-1]
    assert near.without(int(near.rows[0])).rows.tolist() == near.rows[1:].tolist()


def test_another_model_is_refused(corpus: Corpus, folder: Path) -> None:
    build_index(corpus, HashEmbedder(), folder)
    other = HashEmbedder()
    other.fingerprint = "another"
    with pytest.raises(KnowledgeError, match="another embedding model"):
        open_index(corpus, other, no_adaptation(other.dim), folder)


def test_changed_cards_are_refused(corpus: Corpus, folder: Path) -> None:
    embedder = HashEmbedder()
    build_index(corpus, embedder, folder)
    with pytest.raises(KnowledgeError, match="have changed"):
        open_index(replace(corpus, cards=corpus.cards[1:]), embedder, no_adaptation(embedder.dim), folder)


def test_a_damaged_index_is_refused_and_made_again(corpus: Corpus, folder: Path) -> None:
    embedder = HashEmbedder()
    build_index(corpus, embedder, folder)
    path = folder / "vectors.faiss"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(KnowledgeError, match="damaged"):
        open_index(corpus, embedder, no_adaptation(embedder.dim), folder)
    assert build_index(corpus, embedder, folder) is True


def test_a_missing_index_says_how_to_make_it(corpus: Corpus, folder: Path) -> None:
    with pytest.raises(KnowledgeError, match="make index"):
        open_index(corpus, HashEmbedder(), no_adaptation(8), folder)


def test_the_manifest_tells_what_is_in_it(corpus: Corpus, folder: Path) -> None:
    embedder = HashEmbedder()
    build_index(corpus, embedder, folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    rows = sum(len(list(field_texts(corpus, field))) for field in FIELDS)
    assert (manifest["rows"], manifest["dim"]) == (rows, embedder.dim)
    index = open_index(corpus, embedder, no_adaptation(embedder.dim), folder)
    assert np.all(np.isfinite(index.near(embedder.query("iets"))["passage"].cosines))
