"""A card as it is in the form of the staff site: from the form, to what is kept, and back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import FormData

from api.balie import zinnen
from knowledge.cards import Card
from knowledge.document import Document

Documents = Mapping[str, Document]


@dataclass
class Concept:
    """`vragen`: one way of asking a line; `ankers`: of the sentences it cites; `zoek`: what finds more sentences."""

    document: str = ""
    antwoord: str = ""
    vragen: str = ""
    ankers: list[str] = field(default_factory=list)
    zoek: str = ""

    @classmethod
    def of_form(cls, form: FormData) -> "Concept":
        def text(name: str) -> str:
            value = form.get(name)
            return value if isinstance(value, str) else ""

        ankers = [value for value in form.getlist("anker") if isinstance(value, str)]
        return cls(text("document"), text("antwoord"), text("vragen"), ankers, text("zoek"))

    @classmethod
    def of_content(cls, content: Mapping[str, Any], documents: Documents) -> "Concept":
        """A citation that is no longer a sentence of the document is left out."""
        vragen = "\n".join(content["vragen"])
        if (document := documents.get(content["document"])) is None:
            return cls(content["document"], content["antwoord"], vragen)
        ankers = [zinnen.anchor_of(document, each["sectie"], each["citaat"]) for each in content["citaten"]]
        return cls(content["document"], content["antwoord"], vragen, [each for each in ankers if each])

    @classmethod
    def of_card(cls, card: Card, documents: Documents) -> "Concept":
        """A card of the repository: with the whole sentences in which its citations begin."""
        document = documents[card.document]
        ankers = [zinnen.anchor_of(document, each.section.heading, each.sentences[0].text) for each in card.citations]
        return cls(card.document, card.antwoord, "\n".join(card.vragen), [each for each in ankers if each])

    @property
    def manieren(self) -> list[str]:
        """The ways of asking, each once."""
        vragen = [" ".join(line.split()) for line in self.vragen.splitlines()]
        return list(dict.fromkeys(line for line in vragen if line))

    def content(self, kaart_id: str, documents: Documents) -> dict[str, Any]:
        """What is kept: the keys of a card in a file, and its document."""
        document = documents.get(self.document)
        cited = zinnen.chosen(document, self.ankers) if document else []
        return {
            "id": kaart_id,
            "document": self.document,
            "antwoord": self.antwoord.strip(),
            "citaten": [{"sectie": zin.sectie, "citaat": zin.tekst} for zin in cited],
            "vragen": self.manieren,
        }
