"""A citation: the very words of a policy document, and where they stand."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bron:
    """One citation, in the field names of the interface.

    `citaat` is plain text that stands word for word in the source (whitespace and line-end hyphens aside);
    `url` opens the readable source at that sentence: `/bronnen/{document}#{anchor}`.
    """

    document: str
    titel: str
    gemeente: str
    sectie: str
    citaat: str
    url: str

    def to_json(self) -> dict[str, str]:
        return dict(vars(self))
