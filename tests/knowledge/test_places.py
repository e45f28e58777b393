"""The place names: an area belongs to one municipality, and its own document says so."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

import knowledge
from knowledge.places import Named, Places
from knowledge.register import SOURCES, load_register

PLACES = Path(knowledge.__file__).parent / "places.yml"
EVERYDAY = {"assen", "beek", "bergen", "best", "buren", "duiven", "echt", "goes", "hoorn", "houten", "huizen", "hulst"}
EVERYDAY |= {"kampen", "leiden", "putten", "sluis", "stein", "enter"}


@pytest.fixture(scope="module")
def places() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(PLACES.read_text(encoding="utf-8"))
    return content


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """The text of every municipality's documents, by municipality."""
    texts: dict[str, str] = {}
    for entry in load_register().values():
        markdown = (SOURCES / f"{entry.document}.md").read_text(encoding="utf-8")
        texts[entry.gemeente] = texts.get(entry.gemeente, "") + plain(markdown)
    return texts


def plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).split())


def names(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plain(word))}(?!\w)", text) is not None


def test_every_own_municipality_is_there(places: dict[str, Any]) -> None:
    own = {entry.gemeente for entry in load_register().values()}
    assert set(places["eigen"]) <= own
    assert all(gemeente in known["namen"] for gemeente, known in places["eigen"].items())


@pytest.mark.parametrize("gemeente", ["enschede", "hengelo"])
def test_an_area_stands_in_its_own_document_only(places: dict[str, Any], texts: dict[str, str], gemeente: str) -> None:
    own = places["eigen"][gemeente]
    others = [text for other, text in texts.items() if other != gemeente]
    for area in own["gebieden"]:
        assert names(area["naam"], texts[gemeente]), area
        for word in (area["naam"], *area["ook"]):
            assert not any(names(word, text) for text in others), word
    for word in own["buurten"]:
        assert not any(names(word, text) for text in texts.values()), word


def test_no_name_leads_to_two_places(places: dict[str, Any]) -> None:
    per_town = [
        {plain(word) for area in own["gebieden"] for word in (area["naam"], *area["ook"])}
        | {plain(word) for word in [*own["namen"], *own["buurten"]]}
        for own in places["eigen"].values()
    ]
    elsewhere = [plain(place) for place in places["plaatsen"]]
    assert len(set(elsewhere)) == len(elsewhere)
    assert not per_town[0] & per_town[1]
    assert not (per_town[0] | per_town[1]) & set(elsewhere)


def test_the_list_is_whole_and_free_of_everyday_words(places: dict[str, Any]) -> None:
    elsewhere = {plain(place) for place in places["plaatsen"]}
    assert len(elsewhere) > 400
    assert {"almelo", "deventer", "borne", "oldenzaal", "losser", "haaksbergen", "zwolle", "gronau"} <= elsewhere
    assert not elsewhere & EVERYDAY


@pytest.mark.parametrize(
    ("vraag", "named"),
    [
        ("hoeveel bouwgrond heeft Almelo nog", Named(elsewhere="almelo")),
        ("wij zitten in Deventer, mag dat daar?", Named(elsewhere="deventer")),
        ("en in HENGELO dan?", Named(gemeente="hengelo")),
        ("een kapper in Hengelo Gld", Named(elsewhere="hengelo gld")),
        ("is er op de Josink-Es nog plek", Named(area_of="enschede")),
        ("Westermaat zuidoost", Named(area_of="hengelo")),
        ("ik kampen met vervoersassen", Named()),
        ("geldt het van Hengelo ook in Oldenzaal", Named(gemeente="hengelo", elsewhere="oldenzaal")),
    ],
)
def test_a_question_names_a_place(vraag: str, named: Named) -> None:
    assert Places(["enschede", "hengelo"]).named_in(vraag) == named


def test_a_new_municipality_of_the_register_is_no_longer_elsewhere() -> None:
    assert Places(["enschede", "hengelo", "deventer"]).named_in("in Deventer") == Named(gemeente="deventer")
