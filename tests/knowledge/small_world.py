"""A corpus small enough to hold in the head, and everything built on it, without a model."""

from pathlib import Path

from knowledge.adapt import no_adaptation
from knowledge.corpus import Corpus, load_corpus
from knowledge.features import CARD_FEATURES, PASSAGE_FEATURES, Lexicon
from knowledge.fusion import Fusion
from knowledge.index_files import build_index, open_index
from knowledge.retrieve import CARD_VOTE, CONFIDENCE_FEATURES, QUOTE_FEATURES, Retriever
from tests.knowledge.hash_embedder import HashEmbedder

REGISTER = """
- {document: noord-visie, titel: Visie Noord, gemeente: noord, status: geldt}
- {document: zuid-visie, titel: Visie Zuid, gemeente: zuid, status: geldt}
"""
NOORD = """# Visie Noord

## 1 Werken aan huis

Een kapper aan huis mag dertig meter gebruiken. Meer ruimte vraagt een vergunning.

## 2 Kantoren

Kantoren langs het kanaal zijn welkom.
"""
ZUID = """# Visie Zuid

## 1 Werken aan huis

Een kapper aan huis mag veertig meter gebruiken.
"""
CARDS = {
    "noord-visie": """
document: noord-visie
kaarten:
  - id: noord-kapper
    antwoord: U mag dertig meter gebruiken.
    citaten: [{sectie: "1", citaat: Een kapper aan huis mag dertig meter gebruiken.}]
    vragen: [hoeveel meter mag een kapper aan huis, kapper aan huis meters, kapsalon thuis ruimte]
  - id: noord-leges
    soort: geen_antwoord
    antwoord: De leges staan niet in dit beleid.
    citaten: []
    vragen: [wat kost een vergunning, leges vergunning prijs]
""",
    "zuid-visie": """
document: zuid-visie
kaarten:
  - id: zuid-kapper
    antwoord: U mag veertig meter gebruiken.
    citaten: [{sectie: "1", citaat: Een kapper aan huis mag veertig meter gebruiken.}]
    vragen: [hoeveel meter mag een kapper in huis, kapper in zuid meters, kapsalon zuid ruimte]
""",
}
# Every feature counts the same; confidence follows the words of the questions alone.
FUSION = Fusion(
    dict.fromkeys(CARD_FEATURES, 2.0),
    dict.fromkeys((*PASSAGE_FEATURES, CARD_VOTE), 2.0),
    {**dict.fromkeys(CONFIDENCE_FEATURES, 0.0), "question grams": 20.0, "intercept": -10.0},
    {**dict.fromkeys(QUOTE_FEATURES, 0.0), "passage grams": 20.0, "intercept": -10.0},
)


def write_sources(folder: Path) -> tuple[Path, Path]:
    """The folders of sources and cards."""
    sources, cards = folder / "sources", folder / "cards"
    sources.mkdir(parents=True)
    (sources / "register.yml").write_text(REGISTER, encoding="utf-8")
    (sources / "noord-visie.md").write_text(NOORD, encoding="utf-8")
    (sources / "zuid-visie.md").write_text(ZUID, encoding="utf-8")
    (folder / "unanswered.yml").write_text("vragen: [waar verleng ik mijn paspoort]\n", encoding="utf-8")
    for document, text in CARDS.items():
        (cards / document).mkdir(parents=True)
        (cards / document / "kaarten.yml").write_text(text, encoding="utf-8")
    return sources, cards


def small_corpus(folder: Path) -> Corpus:
    return load_corpus(1200, *write_sources(folder))


def small_retriever(corpus: Corpus, folder: Path) -> Retriever:
    embedder = HashEmbedder()
    build_index(corpus, embedder, folder)
    index = open_index(corpus, embedder, no_adaptation(embedder.dim), folder)
    return Retriever(index, embedder, Lexicon(corpus), FUSION)
