"""The bot imports nothing of ours but itself: its process has a Python and packages of its own.

By reading the code, because import-linter runs on the Python of the rest, in which Rasa does not install.
"""

import ast

from conftest import ROOT

OURS = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {"tests"}


def test_the_bot_imports_nothing_else_of_ours() -> None:
    assert {"bot", "knowledge", "actions", "api"} <= OURS
    files = [*(ROOT / "bot").glob("*.py"), *(ROOT / "bot" / "components").rglob("*.py")]
    imported = {name.split(".")[0] for file in files for name in imports(file.read_text(encoding="utf-8"))}
    assert "bot" in imported
    assert imported & OURS == {"bot"}


def imports(code: str) -> "list[str]":
    """The modules that the code imports, wherever in it."""
    nodes = list(ast.walk(ast.parse(code)))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
