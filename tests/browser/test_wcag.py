"""WCAG 2.2 AA, as far as a program can tell: each rule in the states and looks in which it can be broken."""

from collections.abc import Callable, Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from talking import answers, asks, field, focused, hands_over, judges, say
from visitor import AT_A_DESK, SCREENS

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [
    *["neutraal licht", "enschede licht", "hengelo licht"],
    *["neutraal donker", "enschede donker", "hengelo donker", "enschede contrast"],
]
# Everything that can have the focus, also inside the widget.
FOCUSABLE = "a[href], button, textarea, select, summary, [tabindex='0']"


def welcome(page: Page, rasa, library) -> None:
    expect(page.locator(".welkom")).to_be_visible()


def question(page: Page, rasa, library) -> None:
    answers(rasa, library)
    say(page, "Hoe laat begint de markt?")
    page.get_by_role("button", name="Ja, dit was nuttig").first.scroll_into_view_if_needed()


def form(page: Page, rasa, library) -> None:
    asks(rasa, "Woont u daar zelf?", {"veld": "bewoner", "type": "ja_nee"})
    say(page, "ik wil de check doen")
    asks(rasa, "Hoe breed is uw kraam?", {"veld": "breedteM", "type": "getal"})
    page.get_by_role("button", name="Ja", exact=True).click()
    expect(page.get_by_label("Uw antwoord, een getal")).to_be_visible()


def verdict(page: Page, rasa, library) -> None:
    for breedte in (3, 5):
        judges(rasa, breedte, aannames=["De kraam staat stil."], disclaimer="Geen rechten.")
        say(page, f"{breedte} meter")
    page.get_by_text("Bekijk de regels (1)").last.click()
    page.get_by_role("button", name="Waarom?").last.click()
    expect(page.locator(".toelichting").last).to_contain_text("Dit mag niet.")


def error(page: Page, rasa, library) -> None:
    page.route("**/v1/berichten", lambda route: route.abort())
    field(page).fill("bent u daar?")
    field(page).press("Enter")
    expect(page.locator(".mis")).to_be_visible()


def hand_over(page: Page, rasa, library) -> None:
    hands_over(rasa)
    say(page, "ik wil een mens spreken")


def offline(page: Page, rasa, library) -> None:
    page.context.set_offline(True)
    expect(page.locator(".balk")).to_be_visible()


def menu(page: Page, rasa, library) -> None:
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Verwijder mijn gesprek").click()


STATES: dict[str, Callable[..., None]] = {
    "welkom": welcome,
    "vraag": question,
    "formulier": form,
    "uitkomst": verdict,
    "fout": error,
    "overdracht": hand_over,
    "offline": offline,
    "menu": menu,
}


def violations(page: Page, rules: Sequence[str] = RULES) -> list[str]:
    """What axe finds, as the rule and where it is broken. `rules`: ids or tags of axe."""
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes']]}" for rule in found]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.wcag("A en AA", "axe vindt geen fouten, in elke toestand en in elke kleurstelling.")
def test_axe_finds_nothing_in_any_state_and_any_look(page, rasa, library, state):
    STATES[state](page, rasa, library)
    assert violations(page) == []
    if page.viewport_size == SCREENS["telefoon"]:
        return  # the colours are those of the desk
    found = {}
    for look in LOOKS:  # between these nothing differs but the colours
        page.evaluate("(look) => document.querySelector('ondernemersloket-chat').setAttribute('thema', look)", look)
        found[look] = violations(page, ["color-contrast"])
    assert found == {look: [] for look in LOOKS}


@pytest.mark.parametrize("path", ["/voorbeeld?stijl=enschede", "/voorbeeld?stijl=", "/toegankelijkheid"])
@pytest.mark.wcag("A en AA", "axe vindt geen fouten in de pagina's om de assistent heen.")
def test_axe_finds_nothing_in_the_pages_around_it(page, path):
    page.goto(path)
    assert violations(page) == []
    if path.startswith("/voorbeeld"):
        page.get_by_role("button", name="Stel uw vraag").click()
        assert violations(page) == []


@AT_A_DESK
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("contrast", ["no-preference", "more"])
@pytest.mark.wcag("1.4.3", "De assistent volgt de keuze voor donker of voor meer contrast, en blijft goed leesbaar.")
def test_it_follows_how_the_reader_has_set_the_screen(page, rasa, library, scheme, contrast):
    page.emulate_media(color_scheme=scheme, contrast=contrast)
    verdict(page, rasa, library)
    background = page.locator(".venster").evaluate("(een) => getComputedStyle(een).backgroundColor")
    dark = scheme == "dark" and contrast == "no-preference"
    assert background == ("rgb(27, 33, 40)" if dark else "rgb(255, 255, 255)")
    assert violations(page) == []


@pytest.mark.wcag("2.1.1", "Alles werkt met alleen het toetsenbord.")
def test_it_works_with_the_keyboard_alone(page, rasa):
    for _ in range(20):
        page.keyboard.press("Tab")
        if focused(page) == "invoer":
            break
    page.keyboard.type("hallo")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("daar")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("Hallo!")
    assert rasa.requests[0]["message"] == "hallo\ndaar"
    assert focused(page) == "invoer"


@pytest.mark.wcag("2.4.3", "De volgorde met de Tab-toets is die van het scherm, en niets houdt u vast.")
def test_the_order_of_the_focus_is_that_of_the_screen(page, rasa, library):
    page.goto("/voorbeeld")
    page.get_by_role("button", name="Stel uw vraag").focus()
    page.keyboard.press("Enter")
    assert focused(page) == "titel"
    answers(rasa, library)
    page.get_by_role("button", name="Wat kunt u voor mij doen?").click()
    expect(page.locator(".antwoord")).to_be_visible()
    page.locator("#titel").focus()
    order = []
    while "button: Stuur" not in order:
        page.keyboard.press("Tab")
        order.append(focused(page))
        assert len(order) < 20
    shown = ["button: Meer", "button: ", "gemeente"]
    assert order[:3] == shown
    assert order.index("invoer") > order.index("button: Wat kunt u voor mij doen?") > 2
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Stel uw vraag")).to_be_focused()


@pytest.mark.wcag("2.4.3", "Het menu en het venster gaan dicht met Escape. U gaat dan terug naar waar u was.")
def test_escape_closes_the_menu_first_and_then_the_window(page):
    page.goto("/voorbeeld")
    page.get_by_role("button", name="Stel uw vraag").click()
    page.get_by_role("button", name="Meer").click()
    page.get_by_role("button", name="Verwijder mijn gesprek").click()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Meer")).to_be_focused()
    expect(page.locator(".menu")).not_to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".venster")).not_to_be_visible()
    expect(page.get_by_role("button", name="Stel uw vraag")).to_be_focused()


@AT_A_DESK
@pytest.mark.parametrize("path", ["/chat", "/voorbeeld"])
@pytest.mark.parametrize("height", [844, 256])
@pytest.mark.wcag("2.4.7", "U ziet altijd waar u bent, en niets bedekt die plek (ook 2.4.11).")
def test_what_has_the_focus_is_seen_and_never_covered(page, rasa, library, path, height):
    page.set_viewport_size({"width": 390, "height": height})
    page.emulate_media(reduced_motion="reduce")  # so that what is scrolled to is there at once
    page.goto(path)
    if path == "/voorbeeld":
        page.get_by_role("button", name="Stel uw vraag").click()
    question(page, rasa, library)
    verdict(page, rasa, library)
    places = 0
    for key in ["Tab"] * 40 + ["Shift+Tab"] * 40:
        page.keyboard.press(key)
        state = page.evaluate(
            """() => {
              let een = document.activeElement, wortel = document;
              while (een.shadowRoot?.activeElement) { wortel = een.shadowRoot; een = wortel.activeElement; }
              if (wortel === document || een.matches('.gesprek')) return null;
              const vak = een.getBoundingClientRect();
              const onder = wortel.elementFromPoint(vak.x + vak.width / 2, vak.y + Math.min(vak.height / 2, 10));
              const lijn = getComputedStyle(een).outlineStyle;
              return { wat: een.outerHTML.slice(0, 80), gezien: een.contains(onder), lijn };
            }"""
        )
        if state is not None:
            places += 1
            assert state["gezien"], state["wat"]
            assert state["lijn"] == "solid", state["wat"]
    assert places > 20


@AT_A_DESK
@pytest.mark.wcag("4.1.3", "Een schermlezer hoort dat de assistent zoekt, wat het antwoord is en wat u kunt kiezen.")
def test_what_happens_is_said_to_who_listens(page, rasa):
    page.evaluate(
        """() => {
          window.gezegd = [];
          const status = document.querySelector('ondernemersloket-chat').shadowRoot.querySelector('[role=status]');
          new MutationObserver(() => window.gezegd.push(status.textContent)).observe(status, { childList: true });
        }"""
    )
    asks(rasa, "Woont u daar zelf?", {"veld": "bewoner", "type": "ja_nee"})
    say(page, "ik wil de check doen")
    judges(rasa, 5)
    page.get_by_role("button", name="Nee", exact=True).click()
    expect(page.locator(".uitkomst")).to_be_visible()
    assert page.evaluate("() => window.gezegd") == [
        "De assistent zoekt het antwoord…",
        "Assistent zegt: Woont u daar zelf? Kies uit: Ja, Nee.",
        "De assistent zoekt het antwoord…",
        "Assistent zegt: Dit mag niet. Dit is de uitkomst.",
    ]
    page.get_by_role("button", name="Waarom?").click()
    expect(page.locator("[role=status]")).to_contain_text("Dit mag niet. Dit geeft de doorslag:")
    error(page, None, None)
    expect(page.locator("[role=status]")).to_contain_text("De assistent is nu niet bereikbaar.")


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
