"""Every row of the policy's tables has its card, and the card says what its own row says."""

import re
from pathlib import Path

import pytest
import yaml

from knowledge.cards import Card, load_cards, squeeze
from knowledge.document import Document, Item
from knowledge.errors import KnowledgeError
from knowledge.register import SOURCES, load_documents
from knowledge.table_cards import TEMPLATES, range_ends, shortened, table_cards

DOCUMENT = "enschede-visie-werklocaties"
MAX_ANSWER, MIN_QUESTIONS = 700, 8  # characters, questions
# id prefix of the cards of a table -> the first words of the headings above it
TABLES = {
    "aanbod-": ["4.2"],
    "scores-": ["Bedrijventerreinen in Enschede scoren"],
    "score-banen-": ["Bedrijventerreinen in Enschede scoren"],
    "score-marktwaarde-": ["Bedrijventerreinen in Enschede scoren"],
    "score-ruimtelijke-kwaliteit-": ["Bedrijventerreinen in Enschede scoren"],
    "informele-locatie-": ["Behouden", "Impact verkleinen"],
}
COUNTS = {"aanbod-": 7, "informele-locatie-": 50}  # and 8 parks for each kind of score


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return load_documents()


@pytest.fixture(scope="module")
def cards(documents: dict[str, Document]) -> list[Card]:
    return table_cards(documents)


def rows(document: Document, headings: list[str]) -> list[Item]:
    return [
        item
        for heading in headings
        for section in document.sections
        if section.heading.startswith(heading)
        for block in section.blocks
        if block.kind == "tabel"
        for item in block.items
        if item.cells[0] != "Totaal"  # has a card of its own
    ]


def row_text(card: Card) -> str:
    return card.citations[0].sentences[0].text


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


@pytest.mark.parametrize("prefix", TABLES)
def test_every_row_has_one_card(documents: dict[str, Document], cards: list[Card], prefix: str) -> None:
    of_rows = [row_text(card) for card in cards if card.id.startswith(prefix)]
    assert of_rows
    assert sorted(of_rows) == sorted(item.text for item in rows(documents[DOCUMENT], TABLES[prefix]))
    assert len(of_rows) == COUNTS.get(prefix, 8)


def test_the_figures_of_an_answer_stand_in_its_own_row(cards: list[Card]) -> None:
    """Other figures (the limit of 5.000 m², 50% for average, the year, the table's number) are those of the text."""
    for card in cards:
        others = " ".join(s.text for c in card.citations[1:] for s in c.sentences if s.text != row_text(card))
        assert numbers(card.antwoord) <= numbers(row_text(card)) | numbers(others), card.id
        assert numbers(card.antwoord) & numbers(row_text(card)), card.id


def test_every_figure_of_a_park_is_told(cards: list[Card]) -> None:
    for card in cards:
        if card.id.startswith(("scores-", "aanbod-")):
            assert numbers(row_text(card)) <= numbers(card.antwoord), card.id


def test_a_single_score_is_that_of_its_column(cards: list[Card]) -> None:
    columns = {"score-banen-": 2, "score-marktwaarde-": 3, "score-ruimtelijke-kwaliteit-": 4}
    for prefix, column in columns.items():
        for card in cards:
            if card.id.startswith(prefix):
                cells = row_text(card).split(" | ")
                assert f"{cells[0]} scoort {cells[column]} op " in card.antwoord, card.id


def test_the_four_scores_stand_with_their_own_names(cards: list[Card]) -> None:
    for card in cards:
        if card.id.startswith("scores-"):
            _, _, jobs, market, quality, final = row_text(card).split(" | ")
            figures = re.findall(r"\d+%", card.antwoord)
            assert figures == [final, jobs, market, quality, "50%"], card.id
            assert f"{jobs} voor banen en vestigingen, {market} voor marktwaarde en vastgoed" in card.antwoord


def test_citations_stand_in_their_sentences_and_lead_to_their_row(cards: list[Card]) -> None:
    for card in cards:
        for citation in card.citations:
            assert squeeze(citation.citaat) in squeeze(" ".join(s.text for s in citation.sentences)), card.id
            assert set(citation.sentences) <= set(citation.section.sentences()), card.id
    anchors = {card.id: card.citations[0].sentences[0].anchor for card in cards if card.id.startswith("informele")}
    assert len(set(anchors.values())) == len(anchors)


def test_every_citation_is_one_run_of_the_original_extraction(cards: list[Card]) -> None:
    """White space and line-end hyphens aside."""
    extraction = (SOURCES / f"{DOCUMENT}.txt").read_text(encoding="utf-8")
    words = squeeze(re.sub(r"-\s*\n", "", extraction))
    for card in cards:
        for citation in card.citations:
            assert squeeze(citation.citaat) in words, (card.id, citation.citaat)


def test_every_address_of_a_row_is_asked_for_and_named(cards: list[Card]) -> None:
    for card in cards:
        if card.id.startswith("informele-locatie-"):
            addresses = row_text(card).split(" | ")[2].split(", ")
            assert shortened(addresses) in card.antwoord, card.id
            for name in (name for address in addresses for name in range_ends(address)):
                assert any(name in vraag for vraag in card.vragen), (card.id, name)


def test_the_label_is_that_of_the_table(cards: list[Card]) -> None:
    for card in cards:
        if card.id.startswith("informele-locatie-"):
            label = card.citations[0].section.heading
            assert card.antwoord.startswith(f"Het label is {label}"), card.id


def test_doubtful_rows_say_so(cards: list[Card]) -> None:
    """Those that the register names, and no others."""
    register = yaml.safe_load((SOURCES / "register.yml").read_text(encoding="utf-8"))
    entry = next(each for each in register if each["document"] == DOCUMENT)
    doubtful = next(each["nummers"] for each in entry["onzeker"] if each["plaats"] == "Tabel 5")
    saying_so = {c.id for c in cards if c.id.startswith("informele-locatie-") and "niet zeker" in c.antwoord}
    assert saying_so == {f"informele-locatie-{number}" for number in doubtful}


def test_answers_are_short(cards: list[Card]) -> None:
    assert not [card.id for card in cards if len(card.antwoord) > MAX_ANSWER]


def test_every_card_is_asked_in_many_ways_that_no_other_card_has(
    cards: list[Card], documents: dict[str, Document]
) -> None:
    every = [*load_cards(documents), *cards]
    assert len({card.id for card in every}) == len(every)
    owner: dict[tuple[str, str], str] = {}
    for card in every:
        different = {re.sub(r"\W+", " ", vraag.lower()).strip() for vraag in card.vragen}
        assert len(different) >= MIN_QUESTIONS, card.id
        for vraag in different:
            assert owner.setdefault((card.document, vraag), card.id) == card.id, vraag


@pytest.mark.parametrize(
    ("address", "ends"),
    [
        ("Javastraat 119 A t/m D", ("Javastraat 119 A", "Javastraat 119 D")),
        ("Getfertsingel 77 1 t/m 25", ("Getfertsingel 77 1", "Getfertsingel 77 25")),
        ("Javastraat 119 A", ("Javastraat 119 A",)),
    ],
)
def test_range_ends(address: str, ends: tuple[str, ...]) -> None:
    assert range_ends(address) == ends


def test_a_street_is_named_once() -> None:
    assert shortened(["Bleekweg 31", "Lippinkhofsweg 16", "Lippinkhofsweg 18"]) == "Bleekweg 31, Lippinkhofsweg 16, 18"
    assert shortened(["Esstraat 12 A", "Esstraat 18", "Hoogstraat 18"]) == "Esstraat 12 A, 18, Hoogstraat 18"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("aanbod: Beschikbaar aanbod*", "aanbod: Aanbod*", "has 0 tables"),
        ("alleen: [Usseler Es]", "alleen: [Kennispark]", "no rows"),
        ("{aanbod} beschikbaar", "{hectares} beschikbaar", "hectares"),
        ("(d.d. juli 2016)", "(d.d. juli 2017)", "word for word"),
    ],
)
def test_a_wrong_template_is_refused(
    documents: dict[str, Document], tmp_path: Path, old: str, new: str, message: str
) -> None:
    template = (TEMPLATES / "tabel-2-aanbod.yml").read_text(encoding="utf-8")
    assert old in template
    (tmp_path / "tabel-2.yml").write_text(template.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=message):
        table_cards(documents, tmp_path)
