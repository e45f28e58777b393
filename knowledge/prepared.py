"""What set-up keeps beside the index so that a start need not read and count everything again.

Belongs to one state of the files that it was made of, the code among them; anything else is refused.
"""

import hashlib
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.errors import KnowledgeError

if TYPE_CHECKING:  # the check whether anything changed must not wait for these
    from knowledge.corpus import Corpus
    from knowledge.features import Lexicon

HERE = Path(__file__).parent
IGNORED = {"built", "__pycache__", "originals", "train"}
MADE_OF = {".py", ".md", ".yml"}


def state(built: Path) -> str:
    """sha256 over the sources, cards, settings and code of this folder, and the model in use."""
    digest = hashlib.sha256()
    for path in [*sorted(HERE.rglob("*")), built / "model" / "meta.json"]:
        parts = path.relative_to(HERE).parts if path.is_relative_to(HERE) else (path.name,)
        is_input = path.suffix in MADE_OF and not IGNORED.intersection(parts)
        if (is_input or path.name == "meta.json") and path.is_file():
            digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def is_current(built: Path) -> bool:
    folder = built / "index"
    files = [folder / name for name in ("prepared.pickle", "vectors.faiss", "manifest.json", "rows.json")]
    return all(path.is_file() for path in files) and _state_file(built).read_text(encoding="utf-8") == state(built)


def save_prepared(corpus: "Corpus", lexicon: "Lexicon", built: Path) -> None:
    _state_file(built).unlink(missing_ok=True)  # while half of it is new, it counts as nothing
    (built / "index" / "prepared.pickle").write_bytes(pickle.dumps((corpus, lexicon), protocol=5))
    _state_file(built).write_text(state(built), encoding="utf-8")


def load_prepared(built: Path) -> "tuple[Corpus, Lexicon]":
    """Raises KnowledgeError when there is none, or the files have changed since it was made."""
    if not is_current(built):
        raise KnowledgeError(
            "The documents, cards or settings have changed since the index was made. Run `make index`."
        )
    prepared: tuple[Corpus, Lexicon] = pickle.loads((built / "index" / "prepared.pickle").read_bytes())
    return prepared


def _state_file(built: Path) -> Path:
    return built / "index" / "state"
