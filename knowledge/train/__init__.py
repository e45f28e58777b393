"""Learns from the cards' own questions: how to compare vectors (adaptation.npz), how to weigh features (fusion.json).

Needs the packages of the `build` extra and takes minutes. What it learned is kept in the repository; set-up does not
run it.
"""

from pathlib import Path

from knowledge.corpus import load_corpus
from knowledge.embed import Embedder
from knowledge.index_files import build_index, read_vectors
from knowledge.settings import BUILT, load_settings
from knowledge.train.adaptation import learn_adaptation
from knowledge.train.examples import measure
from knowledge.train.questions import Questions
from knowledge.train.weights import learn_fusion


def train(built: Path = BUILT) -> str:
    """Writes both files; says what cross-validation found."""
    corpus, embedder = load_corpus(load_settings().max_passage_characters), Embedder.open(built / "model")
    build_index(corpus, embedder, built / "index")
    vectors = read_vectors(corpus, embedder, built / "index")
    questions = Questions(corpus, vectors)
    examples = measure(questions)
    fusion, report = learn_fusion(examples, load_settings().near_share)
    fusion.save()
    learn_adaptation(questions, questions.every).save(embedder.info.naam)
    return report
