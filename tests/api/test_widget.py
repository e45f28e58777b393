"""The widget as the service gives it: the pages with it, its files for other sites, the accessibility statement."""

import json
import re
from pathlib import Path

import pytest
from front_door import build_app
from pydantic import ValidationError
from starlette.testclient import TestClient

from api import pages
from api.oordelen import toon
from api.settings import Settings

BROWSER_TESTS = sorted((Path(__file__).parents[1] / "browser").glob("test_*.py"))
WIDGET = pages.WEB / "static" / "chat"


def test_the_chat_page_is_the_widget_with_the_settings_of_the_desk(client):
    text = client.get("/chat").text
    assert '<ondernemersloket-chat weergave="pagina" thema="neutraal" loket-naam="Ondernemersloket"' in text
    assert 'loket-url="https://loket.example"' in text
    assert "loket-telefoon" not in text
    assert 'thema="enschede" gemeente="enschede"' in client.get("/chat?gemeente=enschede").text
    assert client.get("/chat?gemeente=utrecht").status_code == 400


def test_the_chat_page_may_be_framed_by_the_sites_of_the_setting_only(client, rasa, library, settings):
    assert "x-frame-options" in client.get("/chat").headers
    open_to = settings.model_copy(update={"frame_ancestors": "https://www.hengelo.nl https://www.enschede.nl"})
    other = TestClient(build_app(rasa, library, open_to))
    headers = other.get("/chat").headers
    assert "frame-ancestors 'self' https://www.hengelo.nl https://www.enschede.nl" in headers["content-security-policy"]
    assert "x-frame-options" not in headers
    assert "frame-ancestors 'none'" in other.get("/bronnen").headers["content-security-policy"]
    assert 'class="ingebed"' in other.get("/chat?ingebed=ja").text


@pytest.mark.parametrize("origins", ["https://a.example; script-src *", "a.example", "https://a.example/pad"])
def test_a_framing_site_is_an_origin_and_nothing_else(tmp_path, origins):
    with pytest.raises(ValidationError):
        Settings(data_dir=tmp_path, frame_ancestors=origins)


def test_any_site_may_load_the_widget_and_gets_it_compressed_and_fresh(client):
    headers = client.get("/static/chat/teksten.js", headers={"Origin": "https://www.hengelo.nl"}).headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["content-encoding"] == "gzip"
    assert headers["cache-control"] == "no-cache"
    assert headers["etag"]


def test_the_accessibility_statement_says_what_was_tested_and_what_was_not(client, monkeypatch, tmp_path):
    text = client.get("/toegankelijkheid").text
    for told in ("van de", "tests zijn gelukt", "NVDA, JAWS, VoiceOver of TalkBack", "https://loket.example"):
        assert told in text
    gemeten = {"datum": "2026-03-01", "commit": "abc1234", "browser": "Chromium 1", "axe": "axe-core 4", "tests": []}
    gemeten["tests"] = [{"regel": "1.4.10", "wat": "Alles past.", "geslaagd": False}]
    (tmp_path / "toegankelijkheid.json").write_text(json.dumps(gemeten), encoding="utf-8")
    monkeypatch.setattr(pages, "STATEMENT", tmp_path / "toegankelijkheid.json")
    text = client.get("/toegankelijkheid").text
    for told in ("1 maart 2026", "abc1234", "0 van de 1 tests zijn gelukt.", "✕ niet gelukt", "Alles past."):
        assert told in text


def test_the_statement_is_about_the_tests_there_are():
    kept = json.loads(pages.STATEMENT.read_text(encoding="utf-8"))["tests"]
    tests = "".join(file.read_text(encoding="utf-8") for file in BROWSER_TESTS)
    marks = set(re.findall(r'mark\.wcag\("([^"]+)", "([^"]+)"\)', tests))
    assert marks == {(test["regel"], test["wat"]) for test in kept}, (
        "run `make accessibility` and commit what it writes"
    )


def test_every_look_of_the_settings_is_one_of_the_widget():
    looks = (WIDGET / "thema.js").read_text(encoding="utf-8")
    assert re.findall(r"^  (\w+): \[\[", looks, re.M) == list(pages.THEMAS)


def test_a_verdict_has_the_same_colour_as_on_the_staff_site():
    script = (WIDGET / "uitkomst.js").read_text(encoding="utf-8").split("KLEUREN = {")[1].split("};")[0]
    colours = dict(re.findall(r"^  (\w+): \[(.*?)\],$", script, re.M | re.S))
    assert list(colours) == ["goed", "letop", "nee", "vraag"]
    for colour, verdicts in colours.items():
        for verdict in re.findall(r'"(\w+)"', verdicts):
            assert toon(verdict).kleur == (colour if colour != "vraag" else "neutraal"), verdict
