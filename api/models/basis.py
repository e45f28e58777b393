"""What the JSON of the interface shares: names, municipalities, texts, and what a part of the policy looks like."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from knowledge.register import load_register

GEMEENTEN = tuple(sorted({entry.gemeente for entry in load_register().values()}))


def _known(gemeente: str) -> str:
    if gemeente not in GEMEENTEN:
        raise PydanticCustomError("literal_error", "unknown", {"expected": " of ".join(f"'{g}'" for g in GEMEENTEN)})
    return gemeente


# A municipality of the register: one that adds a document of its own can be asked about.
Gemeente = Annotated[str, AfterValidator(_known), WithJsonSchema({"type": "string", "enum": list(GEMEENTEN)})]


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "Vul hier tekst in.")
    return text


# The pattern says in the published schema what `_not_blank` does here; some dialects do not count \x1c-\x1f as space.
Tekst = Annotated[
    str,
    Field(min_length=1, max_length=2000, json_schema_extra={"pattern": r"[^\s\x1c-\x1f\x85]"}),
    AfterValidator(_not_blank),
]


class Model(BaseModel):
    """Field names in camelCase outside, snake_case inside."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)


class Bron(Model):
    """Een citaat: letterlijk de woorden van het beleid, en waar ze staan."""

    document: str
    titel: str
    gemeente: str
    sectie: str
    citaat: str = Field(description="Staat woord voor woord in de brontekst.")
    url: str = Field(description="Opent de brontekst bij dit citaat.")
