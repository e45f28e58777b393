"""Our search beside a Haystack hybrid pipeline: the same questions and passages, the same model, by turns.

Haystack: BM25 and embedding retriever, joined by reciprocal rank fusion, over documents in memory; the model as a
sentence-transformers folder in float32, as that pipeline takes it. Ours does more: it ranks the cards too, and answers.
A process of its own, started by `python -m tests.bench`, because the other measurements run without torch.
"""

import os
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from knowledge.corpus import load_corpus
from knowledge.library import Library
from knowledge.settings import load_settings
from tests.bench.timing import Row, print_ratio, print_table, timed
from tests.evaluation.measure import Question, Reply, load_questions, run, scores
from tests.evaluation.scoreboard import asker

QUESTIONS = (Path(__file__).parent / "questions.txt").read_text(encoding="utf-8").splitlines()
TOP_K = 10  # of each retriever; Haystack's own default
TARGET = 5  # times faster
ROUNDS = 3
QUIET = {
    "HAYSTACK_TELEMETRY_ENABLED": "False",  # it reports its use otherwise
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
}


def main() -> None:
    os.environ |= QUIET  # read when Haystack and the model libraries are imported, further down
    library = Library.open()
    with tempfile.TemporaryDirectory() as folder:
        search = haystack(model_folder(Path(folder)))
    ours, theirs = by_turns(
        lambda: timed("ours: passages and answer", library.search_and_answer, QUESTIONS),
        lambda: timed("Haystack 2 hybrid: passages", search, QUESTIONS),
    )
    print_table("a question, query embedding included", ours, theirs)
    print_ratio(ours, theirs, TARGET)
    print(f"\n{'the right passage, on the measuring questions':<50}{'recall@1':>10}{'recall@5':>10}")
    recall("ours", asker(library))
    recall("Haystack 2 hybrid", lambda q: Reply(tuple(search(q.question, q.gemeente)[:5]), "geen_antwoord", ""))


def by_turns(*measure: Callable[[], Row]) -> list[Row]:
    """Several rounds of each, so that a machine that gets busier or quieter does so for all."""
    rounds = [[one() for one in measure] for _ in range(ROUNDS)]
    return [Row(*same[0][:2], [value for row in same for value in row.values]) for same in zip(*rounds, strict=True)]


def recall(label: str, ask: Callable[[Question], Reply]) -> None:
    found = scores(run(ask, [question for question in load_questions() if question.answerable]))
    print(f"  {label:<48}{found['recall@1']:>10.3f}{found['recall@5']:>10.3f}")


def model_folder(folder: Path) -> str:
    """The model of retrieval.yml as sentence-transformers takes it: float32, before it is made small."""
    from transformers.utils.logging import disable_progress_bar

    from knowledge.model.build import BUILT_IN
    from knowledge.model.packaged import read_packed_model, weights_path
    from knowledge.model.sentence_model import write_sentence_model

    disable_progress_bar()
    if (model := load_settings().model) != BUILT_IN:
        return model
    write_sentence_model(read_packed_model(weights_path()), folder)
    return str(folder)


def haystack(model: str) -> Callable[..., list[str]]:
    """The function that searches: question (and municipality) to passages, best first."""
    warnings.simplefilter("ignore", FutureWarning)  # its version 3 moves components that this pinned one has
    from haystack import Document, Pipeline
    from haystack.components.embedders import SentenceTransformersDocumentEmbedder, SentenceTransformersTextEmbedder
    from haystack.components.joiners import DocumentJoiner
    from haystack.components.retrievers.in_memory import InMemoryBM25Retriever, InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    chunks = load_corpus(load_settings().max_passage_characters).chunks
    texts = {chunk.id: chunk.text for chunk in chunks}
    documents = [
        Document(id=c.id, content=f"{' > '.join(c.path)}\n{c.text}", meta={"gemeente": c.gemeente}) for c in chunks
    ]
    embedder = SentenceTransformersDocumentEmbedder(model, prefix="passage: ", progress_bar=False)
    embedder.warm_up()
    store = InMemoryDocumentStore()
    store.write_documents(embedder.run(documents)["documents"])

    pipeline = Pipeline()
    pipeline.add_component("embedder", SentenceTransformersTextEmbedder(model, prefix="query: ", progress_bar=False))
    pipeline.add_component("by_words", InMemoryBM25Retriever(store, top_k=TOP_K))
    pipeline.add_component("by_meaning", InMemoryEmbeddingRetriever(store, top_k=TOP_K))
    pipeline.add_component("joiner", DocumentJoiner(join_mode="reciprocal_rank_fusion"))
    pipeline.connect("embedder.embedding", "by_meaning.query_embedding")
    pipeline.connect("by_words", "joiner")
    pipeline.connect("by_meaning", "joiner")
    pipeline.warm_up()

    def search(question: str, gemeente: str | None = None) -> list[str]:
        where: dict[str, Any] | None = None
        if gemeente:
            where = {"field": "meta.gemeente", "operator": "==", "value": gemeente}
        asked = {"embedder": {"text": question}, "by_words": {"query": question, "filters": where}}
        found = pipeline.run({**asked, "by_meaning": {"filters": where}})["joiner"]["documents"]
        return [texts[document.id] for document in found]

    return search


if __name__ == "__main__":
    main()
