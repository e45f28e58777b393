"""Set-up of the knowledge base: the index and what goes with it, from the documents, the cards and the model."""

from pathlib import Path

from knowledge.prepared import is_current, save_prepared
from knowledge.settings import BUILT, load_settings


def build(built: Path = BUILT) -> str:
    """Makes the index where anything it is made of has changed; says in one line what was done."""
    if is_current(built):
        return "index: is current"
    from knowledge.corpus import load_corpus  # spaCy and the rest: not for finding that nothing changed
    from knowledge.embed import Embedder
    from knowledge.features import Lexicon
    from knowledge.index_files import build_index
    from knowledge.stored_vectors import load_stored

    corpus = load_corpus(load_settings().max_passage_characters)
    embedder = Embedder.open(built / "model")
    build_index(corpus, embedder, built / "index", load_stored(embedder.info.recept))
    save_prepared(corpus, Lexicon(corpus), built)
    return f"index: made ({len(corpus.documents)} documents, {len(corpus.chunks)} passages, {len(corpus.cards)} cards)"


def store_vectors() -> str:
    """Keeps the vectors of the index in the repository, for the next set-up elsewhere."""
    from knowledge.corpus import load_corpus
    from knowledge.embed import Embedder
    from knowledge.index_files import read_vectors, row_keys
    from knowledge.stored_vectors import STORED, save_stored

    corpus, embedder = load_corpus(load_settings().max_passage_characters), Embedder.open(BUILT / "model")
    vectors = read_vectors(corpus, embedder, BUILT / "index")
    save_stored(embedder.info.recept, row_keys(BUILT / "index"), vectors)
    return f"{STORED.name}: {len(vectors)} vectors"
