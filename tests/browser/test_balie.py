"""The staff site as staff use it, with an entrepreneur in a second browser; and the accessibility of every page."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from staff import PASSWORD, make_account
from visitor import watch

from api.settings import Settings
from api.storage import Storage
from knowledge.cards import Card, Citation

DESK, TABLET = {"width": 1280, "height": 900}, {"width": 820, "height": 1100}


@pytest.fixture
def accounts(address: str, settings: Settings) -> None:
    storage = Storage.open(settings)
    for name, rol in (("jansen", "beheerder"), ("pietersen", "redacteur")):
        make_account(storage, name, rol)
    storage.close()


def visit(browser: Browser, address: str, faults: list[str], **options: object) -> BrowserContext:
    context = browser.new_context(base_url=address, **{"viewport": DESK, **options})
    watch(context, faults, address)
    return context


def log_in(context: BrowserContext, name: str) -> Page:
    page = context.new_page()
    page.goto("/balie")
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Aanmelden").click()
    expect(page.get_by_role("heading", name="Zoeken in het beleid")).to_be_visible()
    return page


@pytest.fixture
def desk(browser: Browser, address: str, faults: list[str], accounts: None) -> Iterator[Page]:
    """An administrator at a desk."""
    context = visit(browser, address, faults)
    yield log_in(context, "jansen")
    context.close()


def test_searching_as_one_types_shows_the_answer_and_the_source_beside_it(desk: Page, library):
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.get_by_label("Vraag van de ondernemer").press_sequentially("hoe laat is de markt")
    expect(desk.get_by_role("heading", name="Dit antwoordt de assistent")).to_be_visible()
    expect(desk.locator("#bron .gemarkeerd")).to_have_text("De markt begint om negen uur.")
    expect(desk).to_have_url(re.compile("vraag=.*markt"))

    expect(desk.locator(":is(.htmx-request, .htmx-swapping, .htmx-settling)")).to_have_count(0)
    desk.get_by_role("button", name="Kopieer met bron").first.click()
    expect(desk.get_by_role("button", name="Gekopieerd")).to_be_visible()
    copied = desk.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("‘De markt begint om negen uur.’ (Voorbeeldvisie, gemeente Enschede, 1 Markten)")
    assert copied.endswith(library.bron().url)


def test_a_check_gives_its_verdict_beside_the_form_and_a_pdf(desk: Page):
    desk.get_by_role("link", name="Controles").click()
    desk.get_by_role("link", name="Hoe breed is mijn kraam?").click()
    desk.locator("#breedteM").fill("4,5")
    desk.get_by_role("button", name="Bekijk de uitkomst").click()
    expect(desk.locator("#uitkomst")).to_contain_text("Dit mag niet")
    expect(desk.locator("#uitkomst")).to_contain_text("Een kraam is hoogstens 4 meter.")
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Download als PDF").click()
    assert download.value.suggested_filename.startswith("uitkomst-kraam-")


def test_an_employee_and_an_entrepreneur_talk_and_the_assistant_is_silent_until_it_is_given_back(
    browser, address, faults, desk: Page, rasa
):
    citizen = visit(browser, address, faults).new_page()
    citizen.goto("/bronnen")  # any page of the site: what the widget does with the interface
    citizen.evaluate(
        """async () => {
            const stuur = (pad, body) => fetch(pad, {method: "POST", headers: {"Content-Type": "application/json"},
                body: JSON.stringify(body)}).then((antwoord) => antwoord.json());
            window.zeg = (bericht) => stuur("/v1/berichten", {bericht, gesprekId: window.gesprek});
            window.gesprek = (await stuur("/v1/berichten", {bericht: "hallo"})).gesprekId;
            await stuur("/v1/overdrachten", {gesprekId: window.gesprek, reden: "Ik kom er niet uit."});
            document.body.innerHTML = "<ol id=gehoord></ol>";
            const toon = (tekst) => {
                gehoord.append(Object.assign(document.createElement("li"), {textContent: tekst}));
            };
            const stroom = new EventSource(`/v1/gesprekken/${window.gesprek}/berichten`);
            stroom.addEventListener("bericht", (e) => toon(JSON.parse(e.data).tekst));
            stroom.addEventListener("toestand", (e) => toon(JSON.parse(e.data).toestand));
        }"""
    )
    heard = citizen.locator("#gehoord li")

    desk.get_by_role("link", name="Gesprekken").click()
    desk.get_by_role("link", name="Ik kom er niet uit.").click()
    expect(desk.get_by_label("Berichten", exact=True)).to_contain_text("hallo")
    desk.get_by_role("button", name="Neem het gesprek over").click()
    desk.get_by_label("Uw bericht aan de ondernemer").fill("Waarmee kan ik helpen?")
    desk.get_by_role("button", name="Stuur", exact=True).click()
    expect(heard.last).to_have_text("Waarmee kan ik helpen?")
    expect(desk.get_by_label("Uw bericht aan de ondernemer")).to_have_value("")

    asked = len(rasa.requests)
    said = citizen.evaluate("window.zeg('Met mijn kraam')")
    assert [antwoord["soort"] for antwoord in said["antwoorden"]] == ["melding"]
    assert len(rasa.requests) == asked
    expect(desk.locator("#live")).to_contain_text("Met mijn kraam")  # without anybody loading a page

    desk.get_by_label("Uw bericht aan de ondernemer").fill("half getypt")
    desk.get_by_role("button", name="Geef terug aan de assistent").click()
    expect(desk.locator("#acties")).to_contain_text("Terug bij de assistent")
    told = ["wacht", "in_gesprek", "Waarmee kan ik helpen?", "Met mijn kraam", "teruggegeven"]
    expect(heard).to_have_text(told)
    again = citizen.evaluate("window.zeg('dank u')")
    assert [antwoord["soort"] for antwoord in again["antwoorden"]] == ["begroeting"]
    citizen.context.close()


def test_an_editor_writes_a_card_and_a_colleague_publishes_it(browser, address, faults, desk: Page, library):
    desk.goto("/balie/kaarten/nieuw")
    desk.get_by_label("Manieren waarop iemand dit vraagt").fill("Hoe laat begint het?\nWanneer?\nHoe laat open?")
    desk.locator("#antwoord").press_sequentially("De markt begint om negen uur.")
    # The word lists are read for the first text; the service itself has read them by then.
    expect(desk.locator("#leesbaarheid")).to_contain_text("29 van 700 tekens.", timeout=30_000)
    desk.get_by_label("Zinnen waarop het antwoord rust").press_sequentially("negen uur")
    desk.get_by_label("De markt begint om negen uur.").check()
    desk.get_by_label("Zinnen waarop het antwoord rust").fill("kraam")  # what was chosen stays
    expect(desk.get_by_role("group", name="Gekozen")).to_contain_text("De markt begint om negen uur.")
    desk.get_by_role("button", name="Bied aan ter beoordeling").click()
    expect(desk.get_by_role("heading", name="Beoordelen")).to_be_visible()

    context = visit(browser, address, faults)
    colleague = log_in(context, "pietersen")
    colleague.get_by_role("link", name="Kaarten").click()
    colleague.get_by_role("link", name="Hoe laat begint het?").click()
    colleague.get_by_role("button", name="Publiceer").click()
    expect(colleague.get_by_text("geldt nu")).to_be_visible()
    assert [card.vragen[0] for card in library.cards] == ["Hoe laat begint het?"]
    colleague.get_by_role("button", name="Trek in").click()
    expect(colleague.get_by_text("geldt nu")).to_have_count(0)
    assert library.cards == ()
    context.close()


def test_without_javascript_the_same_pages_work(browser, address, faults, accounts):
    context = visit(browser, address, faults, java_script_enabled=False)
    page = log_in(context, "jansen")
    page.get_by_label("Vraag van de ondernemer").fill("markt")
    page.get_by_role("button", name="Zoek", exact=True).click()
    expect(page.locator("#bron .gemarkeerd")).to_have_text("De markt begint om negen uur.")
    expect(page.get_by_role("button", name="Kopieer met bron")).to_have_count(0)
    page.goto("/balie/checks/kraam")
    page.locator("#breedteM").fill("3")
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect(page.locator("#uitkomst")).to_contain_text("Dit mag")
    context.close()


PAGES = (
    "/balie/zoeken?vraag=markt",
    "/balie/zoeken?vraag=varen",
    "/balie/checks",
    "/balie/checks/kraam",
    "/balie/overdrachten",
    "/balie/overdrachten/1",
    "/balie/vragen",
    "/balie/kaarten",
    "/balie/kaarten/nieuw?vraag=markt",
    "/balie/cijfers",
    "/balie/beheer",
    "/balie/beheer/sleutels",
    "/balie/beheer/logboek",
    "/balie/weg",
    "/bronnen",
    "/bronnen/voorbeeld",
)


@pytest.mark.parametrize("viewport", [DESK, TABLET, {"width": 320, "height": 640}], ids=["desk", "tablet", "320"])
def test_every_page_is_accessible_and_nothing_sticks_out(browser, address, faults, accounts, library, viewport):
    section = library.documents["voorbeeld"].sections[1]
    citation = Citation(section, "De markt begint om negen uur.", tuple(section.sentences())[:1])
    library.cards = (Card("k", "voorbeeld", "enschede", "antwoord", "Om negen uur.", (citation,), ("Hoe laat?",)),)
    context = visit(browser, address, faults, viewport=viewport)
    page = context.new_page()
    page.goto("/balie/aanmelden")
    found = {"/balie/aanmelden": problems(page)}
    page.close()
    page = log_in(context, "jansen")
    page.evaluate(
        """async () => {
            const stuur = (pad, body) => fetch(pad, {method: "POST", headers: {"Content-Type": "application/json"},
                body: JSON.stringify(body)}).then((antwoord) => antwoord.json());
            const { gesprekId } = await stuur("/v1/berichten", {bericht: "hallo"});
            await stuur("/v1/overdrachten", {gesprekId, reden: "Ik kom er niet uit."});
        }"""
    )
    for path in PAGES:
        page.goto(path)
        found[path] = problems(page)
    page.goto("/balie/checks/kraam")
    page.locator("#breedteM").fill("9")
    page.get_by_role("button", name="Bekijk de uitkomst").click()
    expect(page.locator("#uitkomst")).to_contain_text("Dit mag niet")
    found["verdict"] = problems(page)
    page.goto("/balie/overdrachten/1")
    page.get_by_role("button", name="Neem het gesprek over").click()
    expect(page.get_by_label("Uw bericht aan de ondernemer")).to_be_visible()
    found["live"] = problems(page)
    context.close()
    assert {path: each for path, each in found.items() if each} == {}


def problems(page: Page) -> list[str]:
    """What axe finds, and whether one has to scroll sideways."""
    results = Axe().run(page)
    found = [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in results.response["violations"]]
    too_wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return [*found, *(["sideways"] if too_wide else [])]
