"""WCAG 2.2 AA for who looks: room, size, movement, colour."""

import pytest
from playwright.sync_api import expect
from states import form, menu, question, verdict
from talking import field, judges, say
from visitor import AT_A_DESK

# Everything that can have the focus, also inside the widget.
FOCUSABLE = "a[href], button, textarea, select, summary, [tabindex='0']"


@AT_A_DESK
@pytest.mark.parametrize("path", ["/chat", "/voorbeeld", "/toegankelijkheid"])
@pytest.mark.wcag("1.4.10", "Op 320 pixels breed (400% groter) past alles, zonder opzij te schuiven.")
def test_it_fits_at_four_hundred_percent(page, rasa, library, path):
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto(path)
    if path == "/voorbeeld":
        page.get_by_role("button", name="Stel uw vraag").click()
    if path != "/toegankelijkheid":
        rasa.replies = [{"custom": {**library.answer("markt").to_json(), "tekst": "Een" + "lang" * 40 + " woord"}}]
        say(page, "x" * 200)
        verdict(page, rasa, library)
        assert (
            page.evaluate(
                """() => [...document.querySelector('ondernemersloket-chat').shadowRoot
              .querySelectorAll('.venster, .gesprek, .bericht')]
              .filter((een) => een.scrollWidth > een.clientWidth + 2).map((een) => een.className)"""
            )
            == []
        )
        field(page).scroll_into_view_if_needed()
        expect(field(page)).to_be_in_viewport(ratio=0.9)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


@pytest.mark.wcag("1.4.12", "Met meer ruimte tussen letters, woorden en regels valt niets weg.")
def test_with_wider_spacing_nothing_is_cut_off(page, rasa, library):
    form(page, rasa, library)
    verdict(page, rasa, library)
    cut = page.evaluate(
        """() => {
          const blad = new CSSStyleSheet();
          blad.replaceSync(`p { margin-bottom: 2em !important; } * { line-height: 1.5 !important;
            letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }`);
          const wortel = document.querySelector('ondernemersloket-chat').shadowRoot;
          wortel.adoptedStyleSheets = [...wortel.adoptedStyleSheets, blad];
          return [...wortel.querySelectorAll('button, p, label, h2, summary, select, .bericht, .oordeelkaart')]
            .filter((een) => !een.closest('.verborgen, [hidden]') && een.checkVisibility() && !een.matches('.hulp'))
            .filter((een) => een.scrollWidth > een.clientWidth + 2 || een.scrollHeight > een.clientHeight + 2)
            .filter((een) => getComputedStyle(een).display !== 'inline').map((een) => een.outerHTML.slice(0, 90));
        }"""
    )
    assert cut == []


@AT_A_DESK
@pytest.mark.wcag("2.3.3", "Wie beweging uit heeft gezet, ziet niets bewegen.")
def test_who_wants_no_motion_sees_none(page):
    page.route("**/v1/berichten", lambda route: None)  # no reply comes: it goes on waiting
    field(page).fill("een")
    field(page).press("Enter")
    dot = page.locator(".stippen i").first
    assert dot.evaluate("(een) => een.getAnimations().length") == 1
    page.emulate_media(reduced_motion="reduce")
    assert dot.evaluate("(een) => een.getAnimations().length") == 0
    assert page.get_by_role("log").evaluate("(een) => getComputedStyle(een).scrollBehavior") == "auto"


@pytest.mark.parametrize("path", ["/chat", "/voorbeeld"])
@pytest.mark.wcag("2.5.8", "Knoppen en links zijn groot genoeg, of staan ver genoeg uit elkaar.")
def test_targets_are_large_enough(page, rasa, library, path):
    page.goto(path)
    if path == "/voorbeeld":
        page.get_by_role("button", name="Stel uw vraag").click()
    question(page, rasa, library)
    verdict(page, rasa, library)
    menu(page, rasa, library)
    small = page.locator("ondernemersloket-chat").evaluate(
        """(host, focusable) => [...host.shadowRoot.querySelectorAll(focusable)].filter((een) => een.checkVisibility())
          .map((een) => [een, een.getBoundingClientRect()]).filter(([, vak]) => vak.width < 24 || vak.height < 24)
          .map(([een]) => een.outerHTML.slice(0, 90))""",
        FOCUSABLE,
    )
    assert small == []


@AT_A_DESK
@pytest.mark.wcag("1.4.11", "Met de vaste kleuren van Windows blijven knoppen, velden en tekens zichtbaar.")
def test_in_forced_colours_everything_has_an_edge(page, rasa, library):
    page.emulate_media(forced_colors="active")
    question(page, rasa, library)
    judges(rasa, 5)
    say(page, "5 meter")
    for place in (".hoofd", ".knop", ".duim", "textarea", "select", ".bericht.u", ".oordeelkaart"):
        style = page.locator(place).first.evaluate(
            """(een) => {
              const stijl = getComputedStyle(een);
              const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = stijl;
              return [borderTopStyle, parseFloat(borderTopWidth), borderTopColor, backgroundColor];
            }"""
        )
        assert style[0] == "solid", place
        assert style[1] >= 1, place
        assert style[2] != style[3], place
    expect(page.locator(".oordeel svg")).to_be_visible()
    expect(page.locator(".oordeel")).to_have_text("Dit mag niet")


@AT_A_DESK
@pytest.mark.wcag("1.4.1", "Een uitkomst staat er met kleur, met een teken en met woorden.")
def test_a_verdict_does_not_rest_on_its_colour(page, rasa):
    signs = []
    for oordeel in ("toegestaan", "vergunning_binnenplans", "niet_toegestaan"):
        judges(rasa, 5, oordeel=oordeel)
        say(page, oordeel)
        signs.append(page.locator(".oordeel path").last.get_attribute("d"))
    assert len(set(signs)) == 3
    assert len(set(page.locator(".oordeel").all_inner_texts())) == 3
