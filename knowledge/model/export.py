"""A sentence-transformers model as one ONNX graph: token ids in, pooled and normalised vector out; then fewer bits.

For every model but the built-in one (fused.py): matrices in blocks of 32 with a scale of their own (MatMulNBits).
"""

import contextlib
import io
import logging
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from knowledge.embed import MODEL_FILE, TOKENIZER_FILE, ModelError
from knowledge.model.packaged import BLOCK

# 18 is the lowest the exporter writes; ONNX Runtime reads it from 1.14 on, and Python 3.10 can have up to 1.23.
OPSET = 18


def export_model(model: Any, folder: Path) -> None:
    """Writes the float32 graph and the tokenizer of a SentenceTransformer. Raises ModelError when that cannot be."""
    import torch

    class Sentence(torch.nn.Module):  # made here because torch is only imported at set-up
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            features = self.model({"input_ids": input_ids, "attention_mask": attention_mask})
            return torch.nn.functional.normalize(features["sentence_embedding"], p=2.0, dim=1)

    save_tokenizer(model, folder)
    ids = torch.ones((2, 8), dtype=torch.int64)
    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=model.max_seq_length)}
    try:
        with quiet():
            program = torch.onnx.export(
                Sentence().eval(),
                (ids, torch.ones_like(ids)),
                input_names=["input_ids", "attention_mask"],
                output_names=["sentence_embedding"],
                dynamic_shapes={"input_ids": axes, "attention_mask": axes},
                opset_version=OPSET,
                dynamo=True,
            )
    except torch.onnx.OnnxExporterError as error:
        raise ModelError(f"This model cannot be exported to ONNX; choose another in retrieval.yml. {error}") from error
    if program is None:
        raise ModelError("The ONNX exporter returned nothing.")
    program.save(str(folder / MODEL_FILE), external_data=False)
    _strip(folder / MODEL_FILE)


def save_tokenizer(model: Any, folder: Path) -> None:
    """Raises ModelError where the model has none that works without its own library."""
    tokenizer = getattr(model.tokenizer, "backend_tokenizer", None)
    if tokenizer is None:
        raise ModelError("This model has no fast tokenizer (tokenizer.json); choose another in retrieval.yml.")
    tokenizer.no_padding()
    tokenizer.enable_truncation(model.max_seq_length)
    tokenizer.save(str(folder / TOKENIZER_FILE))


def quantise(source: Path, target: Path) -> None:
    """Rewrites a float32 graph with matrices of 8 bits in blocks, and word embeddings of 8 bits."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import DefaultWeightOnlyQuantConfig, MatMulNBitsQuantizer

    graph = onnx.load(source)
    config = DefaultWeightOnlyQuantConfig(
        block_size=BLOCK,
        is_symmetric=True,
        accuracy_level=4,  # multiply with the activations in 8 bits, also by block
        bits=8,
        op_types_to_quantize=("MatMul",),
        quant_axes=(("MatMul", 0),),
    )
    with quiet():
        quantiser = MatMulNBitsQuantizer(graph, algo_config=config)
        quantiser.process()
        quantiser.model.save_model_to_file(str(target), use_external_data_format=False)
        quantize_dynamic(target, target, op_types_to_quantize=["Gather"], weight_type=QuantType.QInt8)


def _strip(path: Path) -> None:
    """Takes out the exporter's notes, file names of this machine among them: equal input then gives equal bytes."""
    import onnx

    model = onnx.load(path)
    model.doc_string = ""
    del model.metadata_props[:], model.graph.metadata_props[:]
    for item in (*model.graph.node, *model.graph.initializer, *model.graph.value_info, *model.graph.input):
        item.doc_string = ""
        del item.metadata_props[:]
    for output in model.graph.output:
        del output.metadata_props[:]
    onnx.save(model, path)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """The exporter and the quantiser report every node; what goes wrong they raise."""
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(logging.NOTSET)
