"""A question close to the policy that asks what it does not tell gets an honest no, with what is known."""

from dataclasses import replace

import pytest

from knowledge.answer import Reden, compose
from knowledge.asked import NOTHING_ASKED, OF_ONE, asked_for, not_told
from knowledge.cards import Card
from knowledge.corpus import Corpus
from knowledge.replies import replies
from knowledge.retrieve import Ranking
from knowledge.settings import Settings
from tests.knowledge.small_world import small_corpus

SETTINGS = Settings("ingebouwd", 1200, answer_threshold=0.5, extract_threshold=0.5, sure_threshold=0.6, near_share=0.5)
FONDS = "De gemeente denkt aan een fonds voor ondernemers die hun pand verbeteren."


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return small_corpus(tmp_path_factory.mktemp("bron"))


@pytest.mark.parametrize(
    ("vraag", "kind", "told"),
    [
        ("Hoeveel geld zit er in het fonds?", "geld", "In het fonds zit € 50.000."),
        ("Wanneer is het fonds er?", "tijd", "Het fonds is er vanaf 2027."),
        ("Hoe lang duurt een aanvraag bij het fonds?", "duur", "Dat duurt acht weken."),
        ("Hoe vaak komt het fonds bijeen?", "vaak", "Het fonds komt elke maand bijeen."),
        ("Hoeveel procent legt het fonds bij?", "procent", "Het fonds legt 30% bij."),
        ("Hoe hoog mag een pand met geld van het fonds zijn?", "maat", "Het mag 12 meter hoog zijn."),
        ("Hoe vraag ik geld aan bij het fonds?", "aanvraag", "U kunt het aanvragen met een formulier."),
        ("Hoeveel bedrijven doen mee aan het fonds?", "aantal", "Er doen twaalf bedrijven mee."),
        ("Bestaat het fonds in 2031 nog?", "jaar", "Het fonds loopt tot en met 2031."),
        ("Mag ik drie plannen per week insturen?", "per", "U mag er zoveel per week insturen als u wilt."),
        ("Wie is de voorzitter van het fonds?", "naam", "De voorzitter is de wethouder."),
        ("Kan ik bezwaar maken als het fonds nee zegt?", "recht", "U kunt bezwaar maken."),
    ],
)
def test_what_is_asked_is_told_or_missing(vraag: str, kind: str, told: str) -> None:
    asked = asked_for(vraag)
    assert not_told(asked, FONDS, ()) == kind
    assert not_told(asked, told, ()) == ""
    assert kind in replies().niet_gezegd


@pytest.mark.parametrize(
    "vraag",
    [
        "Waar is het fonds voor?",
        "Mag ik geld uit het fonds krijgen?",
        "Wanneer is een pand incourant?",
        "Met hoeveel groeit het fonds?",
        "Is een kavel van 2000 m2 groot genoeg?",
        "Hoeveel acties staan er in de agenda?",
    ],
)
def test_most_questions_ask_no_such_thing(vraag: str) -> None:
    assert asked_for(vraag) == NOTHING_ASKED


def test_what_an_editor_expects_to_be_asked_is_told() -> None:
    asked = asked_for("Wanneer komt het fonds er?")
    assert not_told(asked, "Het fonds komt er zodra de raad akkoord is.", ()) == "tijd"
    assert not_told(asked, "Het fonds komt er zodra de raad akkoord is.", ("wanneer is het fonds klaar",)) == ""


def test_a_number_of_something_else_does_not_count() -> None:
    asked = asked_for("Hoeveel werknemers mag een bedrijf aan huis hebben?")
    assert not_told(asked, "Er zijn zeven gebieden waarop u mag werken.", ()) == "aantal"
    assert not_told(asked_for("Hoeveel gasten mogen er komen?"), "U mag vijf klanten ontvangen.", ()) == ""


@pytest.mark.parametrize(
    ("vraag", "told"),
    [
        ("welke milieuklasse heeft Zuiderpark", False),
        ("Wat is de aanlegdatum van Zuiderpark?", False),
        ("hoe oud is Zuiderpark", False),
        ("score van Zuiderpark op werksfeer", False),
        ("Wat is het totaalcijfer van Zuiderpark?", True),
        ("welke score heeft Zuiderpark", True),
        ("welke scores en welke trends zie je op Zuiderpark", True),
        ("hoe goed is Zuiderpark", True),
    ],
)
def test_of_one_named_thing_an_answer_tells_one_thing(vraag: str, told: bool) -> None:
    text, questions = "Zuiderpark heeft een eindscore van 60%.", ("hoe goed is Zuiderpark", "cijfers Zuiderpark")
    assert not_told(asked_for(vraag), text, questions, about_one=True) == ("" if told else OF_ONE)
    assert OF_ONE in replies().niet_gezegd


def test_only_of_one_named_thing() -> None:
    assert not_told(asked_for("welke milieuklasse heeft een bakkerij"), FONDS, ()) == ""


def test_it_is_enough_that_one_of_the_things_asked_is_told() -> None:
    asked = asked_for("Wanneer is het fonds er en wat kost meedoen?")
    assert not_told(asked, "Meedoen kost € 10.", ()) == ""


def test_what_is_known_is_said_with_its_source(corpus: Corpus) -> None:
    (card,) = (card for card in corpus.cards if card.id == "noord-kapper")
    ranking = Ranking(((card, 0.9), (_gap(corpus), 0.1)), (), SETTINGS.sure_threshold - 0.05, 0.0)
    composed = compose(ranking, corpus, SETTINGS, False, asked_for("Hoeveel geld kost een kapper aan huis?"))
    assert composed.antwoord.soort == "geen_antwoord"
    assert composed.antwoord.tekst == f"{replies().niet_gezegd['geld']} {replies().wel_gezegd}{card.antwoord}"
    assert composed.antwoord.bronnen
    assert composed.antwoord.knoppen == (replies().knop_medewerker,)
    assert composed.cards == (Reden.IETS_ANDERS, Reden.NA_GEMIS)
    told = compose(ranking, corpus, SETTINGS, False, asked_for("Hoeveel meter mag een kapper aan huis?"))
    sure = compose(
        replace(ranking, confidence=SETTINGS.sure_threshold),
        corpus,
        SETTINGS,
        False,
        asked_for("Wat kost een kapper aan huis?"),
    )
    assert told.antwoord.soort == sure.antwoord.soort == "antwoord"


def _gap(corpus: Corpus) -> Card:
    return next(card for card in corpus.cards if card.soort == "geen_antwoord")
