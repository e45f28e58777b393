"""Makes the embedding model at set-up: packaged weights or a sentence-transformers model in, one ONNX folder out."""
