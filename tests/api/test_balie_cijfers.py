"""The figures of the staff site: what is counted, and what is drawn."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from staff import log_in

from api.balie import cijfers, plot
from api.balie.plot import Reeks
from api.storage import gesprekken
from api.storage.cijfers import Maat
from api.storage.gesprekken import NieuweBeurt
from api.storage.types import now

MOMENT = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


def maat(soort="antwoord", moment=MOMENT, check=None, oordeel=None, duur_ms=10.0):
    return Maat(moment, soort, check, oordeel, duur_ms)


def record(storage, soort, sectie="1 Markten / 1.1 Kramen", moment=None, **more):
    bron = {"document": "voorbeeld", "sectie": sectie}
    antwoord = {"soort": soort, "tekst": "x", "bronnen": [bron] if soort == "antwoord" else [], **more}
    with storage.write() as session:
        beurt = NieuweBeurt(moment or now(), "vraag", [], [antwoord], 20.0)
        gesprek_id = uuid4()
        gesprekken.start(session, gesprek_id, "enschede")
        gesprekken.record_turn(session, gesprek_id, "enschede", beurt)


def test_the_page_counts_what_was_asked_in_the_period(client, storage):
    for soort in ("antwoord", "antwoord", "geen_antwoord", "doorverwijzing", "begroeting"):
        record(storage, soort)
    record(storage, "uitkomst", uitkomst={"check": "kraam", "oordeel": "niet_toegestaan"})
    record(storage, "antwoord", sectie="9 Oud", moment=now() - timedelta(days=40))
    log_in(client, storage)
    html = client.get("/balie/cijfers").text
    for text in ("<dd>6</dd>", "3 (60%)", "1 (20%)", "1 Markten", "Hoe breed is mijn kraam?", "Dit mag niet", "<svg"):
        assert text in html
    assert "9 Oud" not in html
    assert "9 Oud" in client.get("/balie/cijfers?dagen=90").text
    assert "9 Oud" not in client.get("/balie/cijfers?dagen=1000000").text


def test_without_conversations_it_says_so(client, storage):
    log_in(client, storage)
    html = client.get("/balie/cijfers").text
    assert html.count("Er is nog niets te tonen") == 4
    assert "<svg" not in html


def test_a_day_is_one_of_our_own_clock():
    late = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)  # half past midnight here
    drawn = cijfers.per_day([maat(moment=late)], [date(2026, 3, 1), date(2026, 3, 2)])
    assert drawn.reeksen[0].waarden == [0, 1]


def test_half_and_95_percent_of_the_replies_are_faster():
    drawn = cijfers.speed([maat(duur_ms=n) for n in range(1, 102)], [MOMENT.date()])
    assert [reeks.waarden for reeks in drawn.reeksen] == [[51], [96]]
    assert cijfers.speed([maat(duur_ms=7)], [MOMENT.date()]).reeksen[1].waarden == [7]


@pytest.mark.parametrize(
    ("highest", "top"), [(0, 2), (1, 2), (3, 4), (9, 10), (10, 10), (24, 30), (250, 300), (999, 1000)]
)
def test_the_scale_ends_at_a_round_and_even_number(highest, top):
    drawn = plot.columns("x", ["a"], [Reeks("r", "k", [highest])])
    assert str(top) in [woord.tekst for woord in drawn.woorden]


def test_columns_stand_on_each_other_and_fill_their_share_of_the_height():
    drawn = plot.columns("x", ["a", "b"], [Reeks("een", "k1", [10, 0]), Reeks("twee", "k2", [10, 5])])
    first, second, third = drawn.vlakken
    room = plot.HEIGHT - plot.BOTTOM - plot.TOP
    assert first.hoogte == second.hoogte == room / 2  # 10 of 20
    assert second.y + second.hoogte == pytest.approx(first.y)
    assert third.y + third.hoogte == pytest.approx(plot.HEIGHT - plot.BOTTOM)
    assert third.titel == "b: twee, 5"


def test_rows_lie_beside_each_other_with_their_total_at_the_end():
    drawn = plot.rows("x", ["a" * 60, "b"], [Reeks("een", "k1", [3, 1]), Reeks("twee", "k2", [1, 0])])
    first, second, third = drawn.vlakken
    assert first.x + first.breedte == second.x
    assert (first.breedte + second.breedte) / 4 == pytest.approx(third.breedte)
    texts = [woord.tekst for woord in drawn.woorden]
    assert texts[0].endswith("…")
    assert texts[1::2] == ["4", "1"]


def test_a_line_leaves_out_the_days_without_a_value():
    drawn = plot.lines("x", ["a", "b", "c"], [Reeks("een", "k1", [1, 0, 2])])
    assert len(drawn.lijnen[0].punten.split()) == 2
