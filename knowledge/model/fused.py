"""The built-in model as a graph of few, large operators with weights of 8 bits: made for answering one short question.

An exported graph spends 41 operators on a layer, this one 6, each made for BERT (contributed operators of ONNX
Runtime). Matrices are 8 bits a whole column, of which 7 are used: with all 8, processors without VNNI overflow, and
vectors would differ from one machine to the next. Word embeddings stay the blocks of 4 bits that they are packed in.
"""

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.embed import MODEL_FILE
from knowledge.model.export import quiet, save_tokenizer
from knowledge.model.packaged import BLOCK

OPSET = 18
CONTRIBUTED = "com.microsoft"
LAYER_NORM_EPSILON = 1e-12
Array = npt.NDArray[Any]


def export_fused(model: Any, folder: Path) -> None:
    """Writes graph and tokenizer of a SentenceTransformer of BERT layers whose word vectors are averaged."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

    save_tokenizer(model, folder)
    encoder = model[0].auto_model
    weights = {name: value.detach().numpy() for name, value in encoder.state_dict().items()}
    with quiet(), tempfile.TemporaryDirectory() as name:
        exact, whole = Path(name) / "exact.onnx", Path(name) / "whole.onnx"
        onnx.save(_graph(weights, encoder.config), exact)
        quantize_dynamic(
            exact,
            whole,
            op_types_to_quantize=["MatMul", "Attention"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},  # it cannot infer contributed operators
        )
        blocks = DefaultWeightOnlyQuantConfig(
            block_size=BLOCK, is_symmetric=True, bits=4, op_types_to_quantize=("Gather",), quant_axes=(("Gather", 1),)
        )
        quantiser = MatMulNBitsQuantizer(onnx.load(whole), algo_config=blocks)
        quantiser.process()
        quantiser.model.save_model_to_file(str(folder / MODEL_FILE), use_external_data_format=False)


class _Builder:
    """Collects the operators and constants of a graph."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, value: Array) -> str:
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        from onnx import helper

        self.nodes.append(helper.make_node(operator, inputs, [output], f"{output}_by", domain=domain, **attributes))
        return output


def _graph(weights: dict[str, Array], config: Any) -> Any:
    """Token ids and mask in, shape (texts, tokens); normalised vectors out, shape (texts, size)."""
    from onnx import TensorProto, helper

    g = _Builder()
    g.add("Cast", ["attention_mask"], "mask", to=TensorProto.INT32)
    vectors = _embeddings(g, weights)
    for layer in range(config.num_hidden_layers):
        own = f"encoder.layer.{layer}."
        mine = {name.removeprefix(own): value for name, value in weights.items() if name.startswith(own)}
        vectors = _layer(g, f"layer{layer}_", mine, vectors, config.num_attention_heads)
    g.add("Cast", ["attention_mask"], "weight", to=TensorProto.FLOAT)
    g.add("Unsqueeze", ["weight", g.constant("last", np.array([2]))], "weights")
    g.add("Mul", [vectors, "weights"], "weighted")
    g.add("ReduceSum", ["weighted", g.constant("tokens", np.array([1]))], "sum", keepdims=0)
    g.add("LpNormalization", ["sum"], "sentence_embedding", axis=1, p=2)  # the mean points where the sum does
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "tokens"])
        for name in ("input_ids", "attention_mask")
    ]
    outputs = [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["texts", config.hidden_size])]
    opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(CONTRIBUTED, 1)]
    graph = helper.make_graph(g.nodes, "sentence", inputs, outputs, g.constants)
    return helper.make_model(graph, opset_imports=opsets, ir_version=9)


def _embeddings(g: _Builder, weights: dict[str, Array]) -> str:
    """Word, position and (always the first) type, added and normalised."""
    own = "embeddings."
    positions = weights[own + "position_embeddings.weight"] + weights[own + "token_type_embeddings.weight"][0]
    g.add("Gather", [g.constant("words", weights[own + "word_embeddings.weight"]), "input_ids"], "word", axis=0)
    g.add("Shape", ["input_ids"], "length", start=1, end=2)
    first = g.constant("first", np.array([0]))
    g.add("Slice", [g.constant("positions", positions.astype(np.float32)), first, "length", first], "position")
    g.add("Add", ["word", "position"], "placed")
    norm = [g.constant(f"embeddings_norm_{part}", weights[f"{own}LayerNorm.{part}"]) for part in ("weight", "bias")]
    return g.add("LayerNormalization", ["placed", *norm], "embedded", epsilon=LAYER_NORM_EPSILON)


def _layer(g: _Builder, name: str, weights: dict[str, Array], vectors: str, heads: int) -> str:
    """Attention, then feed-forward; each added to its input and normalised."""

    def constant(part: str, *transpose: bool) -> str:
        return g.constant(name + part, weights[part].T if transpose else weights[part])

    def skip(value: str, beside: str, part: str) -> str:
        norm = [constant(f"{part}.LayerNorm.{kind}") for kind in ("weight", "bias")]
        inputs = [value, beside, *norm, constant(f"{part}.dense.bias")]
        return g.add("SkipLayerNormalization", inputs, f"{name}{part}", CONTRIBUTED, epsilon=LAYER_NORM_EPSILON)

    three = [f"attention.self.{part}" for part in ("query", "key", "value")]
    matrix = g.constant(f"{name}qkv", np.concatenate([weights[f"{part}.weight"].T for part in three], axis=1))
    bias = g.constant(f"{name}qkv_bias", np.concatenate([weights[f"{part}.bias"] for part in three]))
    seen = g.add("Attention", [vectors, matrix, bias, "mask"], f"{name}seen", CONTRIBUTED, num_heads=heads)
    told = g.add("MatMul", [seen, constant("attention.output.dense.weight", True)], f"{name}told")
    between = skip(told, vectors, "attention.output")
    wide = g.add("MatMul", [between, constant("intermediate.dense.weight", True)], f"{name}wide")
    bent = g.add("BiasGelu", [wide, constant("intermediate.dense.bias")], f"{name}bent", CONTRIBUTED)
    narrow = g.add("MatMul", [bent, constant("output.dense.weight", True)], f"{name}narrow")
    return skip(narrow, between, "output")
