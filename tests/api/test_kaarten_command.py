"""`python -m api kaarten exporteer`: what an editor published comes back as card files."""

import shutil

import pytest

from api import __main__ as program
from api.kaarten import bestanden
from api.settings import Settings
from api.storage import Storage, kaarten
from knowledge.cards import CARDS, load_cards
from knowledge.register import load_documents
from knowledge.table_cards import table_cards

NEW = {
    "id": "balie-kruimels-1a2b3c",
    "document": "enschede-visie-werklocaties",
    "antwoord": "Dit is {een} nieuw antwoord.\nHet heeft twee regels: met 'tekens' en een # erin. " + "En meer. " * 20,
    "citaten": [{"sectie": "6.2 Nieuw", "citaat": "Ja: dat “staat” er – met tekens."}],
    "vragen": ["ja", "hoe zit het: zo?", "- een streepje"],
}


def test_a_card_takes_the_place_of_the_one_with_its_id_and_nothing_else_changes(tmp_path):
    path = tmp_path / "hengelo-otb" / "3-methodiek.yml"
    shutil.copytree(CARDS / "hengelo-otb", path.parent)
    documents = load_documents()
    before = {card.id: card for card in load_cards(documents, tmp_path)}
    old = before["otb-proces-overzicht"]
    content = {
        "id": old.id,
        "document": "hengelo-otb",
        "antwoord": "Het proces ging stap voor stap.",
        "citaten": [{"sectie": each.section.heading, "citaat": each.citaat} for each in old.citations],
        "vragen": [*old.vragen, "hoe ging het: stap voor stap?"],
    }
    assert bestanden.write([content], tmp_path) == [path]
    after = {card.id: card for card in load_cards(documents, tmp_path)}
    assert list(after) == list(before)
    assert after.pop(old.id).antwoord == "Het proces ging stap voor stap."
    assert after.items() <= before.items()
    text = path.read_text("utf-8")
    assert text.count("\n\n  - id: ") == (CARDS / "hengelo-otb" / path.name).read_text("utf-8").count("\n\n  - id: ")
    bestanden.write([content], tmp_path)
    assert path.read_text("utf-8") == text


def test_a_card_keeps_the_names_that_are_not_written_at_the_desk(tmp_path):
    shutil.copytree(CARDS / "hengelo-otb", tmp_path / "hengelo-otb")
    documents = load_documents()
    old = next(card for card in load_cards(documents, tmp_path) if card.namen)
    content = {
        "id": old.id,
        "document": "hengelo-otb",
        "antwoord": "Dit terrein valt onder het OTB.",
        "citaten": [{"sectie": each.section.heading, "citaat": each.citaat} for each in old.citations],
        "vragen": [*old.vragen],
    }
    bestanden.write([content], tmp_path)
    after = next(card for card in load_cards(documents, tmp_path) if card.id == old.id)
    assert (after.antwoord, after.namen) == (content["antwoord"], old.namen)


def test_new_cards_of_a_document_stand_in_one_file_and_read_as_they_were_written(tmp_path):
    other = {**NEW, "id": "balie-anders"}
    (path,) = bestanden.write([NEW, other, NEW], tmp_path)
    assert path.relative_to(tmp_path).as_posix() == "enschede-visie-werklocaties/van-de-balie.yml"
    content = bestanden.yaml.safe_load(path.read_text("utf-8"))
    assert content["document"] == path.parent.name
    assert [each["id"] for each in content["kaarten"]] == [NEW["id"], other["id"]]
    first = content["kaarten"][0]
    assert first["antwoord"] == " ".join(NEW["antwoord"].split())
    assert (first["citaten"], first["vragen"]) == (NEW["citaten"], NEW["vragen"])


def test_only_what_is_published_and_still_right_is_written(tmp_path, monkeypatch, capsys):
    documents = load_documents()
    card = load_cards(documents)[0]
    good = {
        "document": card.document,
        "antwoord": "Kort.",
        "citaten": [{"sectie": each.section.heading, "citaat": each.citaat} for each in card.citations],
        "vragen": ["a", "b", "c"],
    }
    of_a_table = table_cards(documents)[0].id
    storage = Storage.open(Settings(data_dir=tmp_path / "data"))
    with storage.write() as session:
        for kaart_id, status in (("nieuw", "gepubliceerd"), ("wacht", "ter_beoordeling"), (of_a_table, "gepubliceerd")):
            kaarten.add(session, kaart_id, {"id": kaart_id, **good}, "jansen", status)
        kaarten.add(session, "oud", {"id": "oud", **good, "citaten": []}, "jansen", "gepubliceerd")
    storage.close()
    monkeypatch.setenv("ONDERNEMERSLOKET_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr("sys.argv", ["api", "kaarten", "exporteer", "--map", str(tmp_path / "kaarten")])
    assert program.main() == 1
    out, err = capsys.readouterr()
    assert out.startswith("Geschreven kaarten: 1.\n")
    assert "Niet geschreven: oud. Kies minstens één zin" in err
    assert f"Niet geschreven: {of_a_table}. Deze kaart komt uit een tabel" in err
    assert [each.id for each in load_cards(documents, tmp_path / "kaarten")] == ["nieuw"]


def test_a_storage_that_cannot_be_opened_is_said_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("ONDERNEMERSLOKET_DATABASE_URL", "postgresql://x@127.0.0.1:1/y")
    monkeypatch.setattr("sys.argv", ["api", "kaarten", "exporteer", "--map", str(tmp_path)])
    with pytest.raises(SystemExit, match="werkt niet"):
        program.main()
