"""Set-up of the knowledge base: the index, from the documents, the cards and the model."""

from pathlib import Path

from knowledge.corpus import load_corpus
from knowledge.embed import Embedder
from knowledge.index import build_index
from knowledge.settings import BUILT, load_settings


def build(built: Path = BUILT) -> str:
    """Makes the index where it is not current; one sentence on what was done. Raises KnowledgeError."""
    settings = load_settings()
    corpus = load_corpus(settings.max_passage_characters)
    written = build_index(corpus, Embedder.open(built / "model"), built / "index")
    counts = f"{len(corpus.documents)} documents, {len(corpus.chunks)} passages, {len(corpus.cards)} cards"
    return f"index: {'made' if written else 'is current'} ({counts})"
