"""Reading addresses: as the table prints them, and as people write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actions.adres_lezen import lees
from actions.adressen import Adres, reeks, uitgewerkt

STRATEN = ("Javastraat", "J.P. Coenstraat", "Losplaats", "Broekheurnering", "Broekheurnerweg")


@pytest.mark.parametrize(
    ("gedrukt", "adressen"),
    [
        ("Javastraat 119", ["Javastraat 119"]),
        ("Javastraat 119 A", ["Javastraat 119 A"]),
        ("Haaksbergerstraat 359A", ["Haaksbergerstraat 359 A"]),
        ("Javastraat 119 A t/m C", ["Javastraat 119 A", "Javastraat 119 B", "Javastraat 119 C"]),
        ("Olieslagweg 120 30 t/m 32", ["Olieslagweg 120 30", "Olieslagweg 120 31", "Olieslagweg 120 32"]),
        ("J.P. Coenstraat 14 B", ["J.P. Coenstraat 14 B"]),
    ],
)
def test_a_printed_address_is_written_out(gedrukt: str, adressen: list[str]) -> None:
    assert [str(adres) for adres in uitgewerkt(gedrukt)] == adressen


@pytest.mark.parametrize(
    "gedrukt", ["Javastraat", "119", "Javastraat 119 C t/m A", "Javastraat 9 A t/m 5", "Javastraat 9 AB"]
)
def test_what_cannot_be_read_is_refused(gedrukt: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        uitgewerkt(gedrukt)


def test_a_range_counts_numbers_as_numbers() -> None:
    assert reeks("9", "11") == ("9", "10", "11")
    assert reeks("A", "A") == ("A",)
    assert sorted([Adres("Javastraat", 119), Adres("Javastraat", 23)])[0].nummer == 23


@pytest.mark.parametrize(
    ("tekst", "toevoegingen"),
    [
        ("javastraat 119", ("",)),
        ("javastraat 119b", ("B",)),
        ("javastraat 119 - b", ("B",)),
        ("javastraat 119 a t/m c", ("A", "B", "C")),
        ("javastraat 119 a tot en met c", ("A", "B", "C")),
        ("javastraat 119 a-c", ("A", "B", "C")),
        ("javastraat 119 t/m 123", ("-123",)),
        ("javastraat 119 a-1", ("A-1",)),
        ("javastraat 119 a 1", ("A-1",)),
        ("javastraat 119 huis", ("HUIS",)),
        ("javastraat 119 in Enschede", ("",)),
        ("javastraat 119 - Enschede", ("",)),
    ],
)
def test_what_belongs_to_the_number(tekst: str, toevoegingen: tuple[str, ...]) -> None:
    (genoemd,) = lees(tekst, STRATEN)
    assert (genoemd.straat.naam, genoemd.nummer, genoemd.toevoegingen) == ("Javastraat", 119, toevoegingen)


def test_a_street_that_a_word_before_it_may_change_is_only_a_likeness() -> None:
    for tekst, straat in [
        ("aan de Javastraat 119", "Javastraat"),
        ("Verlengde Javastraat 119", None),
        ("kleine losplaats 7", None),
    ]:
        (genoemd,) = lees(tekst, STRATEN)
        assert genoemd.straat.naam == straat
    assert genoemd.straat.lijkt_op == ("Losplaats",)


@pytest.mark.parametrize(
    ("getypt", "straat"),
    [
        ("Javastaat", "Javastraat"),  # one letter gone
        ("Javasrtaat", "Javastraat"),  # two letters swapped
        ("Javstaat", None),  # two letters gone
        ("Jafaztraat", None),  # two wrong letters in a short name
        ("Broekhurnerwg", "Broekheurnerweg"),  # two letters gone from a long name
        ("Brokhurnerwg", None),  # three
        ("Losplats", "Losplaats"),
    ],
)
def test_a_typing_error_in_a_street(getypt: str, straat: str | None) -> None:
    (genoemd,) = lees(f"{getypt} 7", STRATEN)
    assert (genoemd.straat.naam, genoemd.straat.tikfout) == (straat, straat is not None)


def test_a_typing_error_with_two_readings_is_not_read_over() -> None:
    (genoemd,) = lees("Broekheurner 10", ("Broekheurneri", "Broekheurnerw"))
    assert (genoemd.straat.naam, set(genoemd.straat.lijkt_op)) == (None, {"Broekheurneri", "Broekheurnerw"})


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(tekst: str) -> None:
    gelezen = lees(tekst, STRATEN)
    assert gelezen
    assert all(genoemd.straat.naam in (None, *STRATEN) and genoemd.toevoegingen for genoemd in gelezen)
