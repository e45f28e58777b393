"""The packaged weights as an ordinary sentence-transformers folder, vocabulary cut down to Latin script."""

import json
from pathlib import Path

import numpy as np

from knowledge.model.packaged import FloatArray, PackedModel
from knowledge.model.tokenizer import latin_ids, make_tokenizer

NAME = "multilingual-e5-small"
# The prefixes the model was trained with (Wang et al. 2024, "Multilingual E5 Text Embeddings").
PROMPTS = {"query": "query: ", "passage": "passage: "}


def write_sentence_model(packed: PackedModel, folder: Path) -> None:
    """Writes a folder that `SentenceTransformer(folder)` loads: BERT encoder, mean pooling, normalised."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from transformers import BertConfig, BertModel

    shape, keep = packed.shape, latin_ids(packed.pieces)
    config = BertConfig(
        vocab_size=len(keep),
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.layer_norm_eps,
        pad_token_id=1,
    )
    encoder = BertModel(config, add_pooling_layer=True)
    weights = {name: torch.from_numpy(value.copy()) for name, value in _named_weights(packed, keep).items()}
    encoder.load_state_dict(weights, strict=True)
    encoder.save_pretrained(folder)
    make_tokenizer([packed.pieces[number] for number in keep]).save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps(_tokenizer_config(shape.positions)), encoding="utf-8")
    transformer = Transformer(str(folder), max_seq_length=shape.positions)
    modules = [transformer, Pooling(shape.hidden, pooling_mode="mean"), Normalize()]
    SentenceTransformer(modules=modules, device="cpu", prompts=PROMPTS).save(str(folder))


def _named_weights(packed: PackedModel, keep: list[int]) -> dict[str, FloatArray]:
    """The tensors under the names and in the shapes of Hugging Face's BertModel."""
    shape, tensors = packed.shape, packed.tensors
    embeddings = {
        "embeddings.word_embeddings.weight": tensors["emb.word"].reshape(shape.vocabulary, shape.hidden)[keep],
        "embeddings.position_embeddings.weight": tensors["emb.pos"].reshape(shape.positions, shape.hidden),
        "embeddings.token_type_embeddings.weight": tensors["emb.type"].reshape(shape.token_types, shape.hidden),
        "embeddings.LayerNorm.weight": tensors["emb.ln.w"],
        "embeddings.LayerNorm.bias": tensors["emb.ln.b"],
    }
    layers = {
        f"encoder.layer.{layer}.{theirs}.{kind}": _matrix(tensors[f"l{layer}.{ours}.{kind[0]}"], kind, inputs)
        for layer in range(shape.layers)
        for ours, theirs, inputs in (
            ("q", "attention.self.query", shape.hidden),
            ("k", "attention.self.key", shape.hidden),
            ("v", "attention.self.value", shape.hidden),
            ("ao", "attention.output.dense", shape.hidden),
            ("aln", "attention.output.LayerNorm", None),
            ("fi", "intermediate.dense", shape.hidden),
            ("fo", "output.dense", shape.feed_forward),
            ("oln", "output.LayerNorm", None),
        )
        for kind in ("weight", "bias")
    }
    # BERT's own pooler is not used, but a folder without it makes the loader invent one and warn.
    pooler = {
        "pooler.dense.weight": np.zeros((shape.hidden, shape.hidden), np.float32),
        "pooler.dense.bias": np.zeros(shape.hidden, np.float32),
    }
    return embeddings | layers | pooler


def _matrix(values: FloatArray, kind: str, inputs: int | None) -> FloatArray:
    return values.reshape(-1, inputs) if kind == "weight" and inputs else values


def _tokenizer_config(max_tokens: int) -> dict[str, object]:
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": max_tokens,
        "bos_token": "<s>",
        "cls_token": "<s>",
        "eos_token": "</s>",
        "sep_token": "</s>",
        "unk_token": "<unk>",
        "pad_token": "<pad>",
        "mask_token": "<mask>",
    }
