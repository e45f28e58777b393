"""What set-up keeps is used only for what it was made of, and stored vectors are the model's own."""

from pathlib import Path

import numpy as np
import pytest

from knowledge import prepared, stored_vectors
from knowledge.analyse import grams
from knowledge.embed import Embedder
from knowledge.errors import KnowledgeError
from knowledge.features import Lexicon
from knowledge.index import field_texts
from knowledge.index_files import build_index
from knowledge.prepared import is_current, load_prepared, save_prepared
from knowledge.stored_vectors import load_stored, save_stored
from tests.knowledge.hash_embedder import HashEmbedder
from tests.knowledge.small_world import small_corpus


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built folder over a small corpus, whose sources stand where those of the project would."""
    home = tmp_path / "knowledge"
    corpus = small_corpus(home)
    monkeypatch.setattr(prepared, "HERE", home)
    built = home / "built"
    (built / "model").mkdir(parents=True)
    (built / "model" / "meta.json").write_text("{}", encoding="utf-8")
    build_index(corpus, HashEmbedder(), built / "index")
    save_prepared(corpus, Lexicon(corpus), built)
    return built


def test_it_comes_back_as_it_was(built: Path) -> None:
    corpus, lexicon = load_prepared(built)
    assert [card.id for card in corpus.cards] == ["noord-kapper", "noord-leges", "zuid-kapper"]
    assert lexicon.grams.shares(set(grams("leges")))["question"].argmax() == 4  # the fifth question of all


@pytest.mark.parametrize(
    "changed", ["sources/noord-visie.md", "cards/noord-visie/kaarten.yml", "built/model/meta.json"]
)
def test_a_changed_file_makes_it_stale(built: Path, changed: str) -> None:
    assert is_current(built)
    path = built.parent / changed
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert not is_current(built)
    with pytest.raises(KnowledgeError, match="make index"):
        load_prepared(built)


def test_a_new_date_does_not_make_it_stale(built: Path) -> None:
    (built.parent / "sources" / "noord-visie.md").touch()
    assert is_current(built)


def test_stored_vectors_come_back_nearly_whole(tmp_path: Path) -> None:
    vectors = HashEmbedder().queries(["een", "twee", "drie vier"])
    keys = ["00" * 12, "ab" * 12, "ff" * 11 + "00"]
    path = tmp_path / "stored.npz"
    save_stored("recept", keys, vectors, path)
    stored = load_stored("recept", path)
    assert list(stored) == keys
    assert np.sum(np.stack(list(stored.values())) * vectors, axis=1).min() > 0.9995
    assert load_stored("another", path) == {}
    assert load_stored("recept", tmp_path / "missing.npz") == {}


def test_the_stored_vectors_are_those_of_the_model_in_use() -> None:
    """A sample of the corpus embedded anew: the same vectors, up to their seven bits and the model's own eight.

    Of 922 rows eight differ by more than .001, the most by .0019.
    """
    from knowledge.settings import BUILT

    corpus, _ = load_prepared(BUILT)
    embedder = Embedder.open(BUILT / "model")
    if embedder.info.naam != "multilingual-e5-small":
        pytest.skip("another embedding model is set; the stored vectors are of the built-in one")
    stored = load_stored(embedder.info.recept, stored_vectors.STORED)
    questions = [text for _, text in field_texts(corpus, "question")][::500]
    keys = [prepared.hashlib.sha256(f"True\n{text}".encode()).hexdigest()[:24] for text in questions]
    known = [(text, stored[key]) for text, key in zip(questions, keys, strict=True) if key in stored]
    assert len(known) > len(questions) / 2
    alike = [float(embedder.query(text) @ vector) for text, vector in known]
    assert np.median(alike) > 0.9995
    assert min(alike) > 0.995
