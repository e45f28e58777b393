"""What reading a file gives: Markdown and notes, or an error."""

from dataclasses import dataclass

from knowledge.errors import KnowledgeError


class IntakeError(KnowledgeError):
    """A file that cannot be taken in. The message is one Dutch sentence for the administrator."""


@dataclass(frozen=True)
class Extraction:
    """`markdown`: one paragraph a line, headings from level 1. `title`: the document's own, if it names one.

    `notes`: Dutch sentences about what was left out or looks damaged, for the administrator.
    """

    markdown: str
    title: str | None = None
    notes: tuple[str, ...] = ()
