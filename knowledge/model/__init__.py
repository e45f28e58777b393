"""Makes the embedding model at set-up: packaged weights or a sentence-transformers model in, one ONNX folder out.

Needs the extra `build` (torch); the serving side, knowledge/embed.py, does not.
"""

from knowledge.model.build import build_model

__all__ = ["build_model"]
