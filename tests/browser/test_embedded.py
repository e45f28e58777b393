"""The widget on the site of somebody else: another address, a strict security policy, whatever else is on the page."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from behind_port import behind_port
from playwright.sync_api import Browser, BrowserContext, Page, expect
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from talking import answers, field, focused, judges, say
from visitor import SCREENS, watch

from api.ports import bind
from api.settings import Settings

NONCE = "cmFuZG9t"
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src {service}; "
    "frame-src {service}; img-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
HOST = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Gemeente</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="{nonce}">html {{ font-size: 62.5%; letter-spacing: 3px; }} body {{ margin: 0; height: 200vh; }}
button {{ display: none; }}</style>
{head}</head><body><main><h1>Ondernemen</h1><p><a href="/ander">Andere pagina</a></p>{body}</main></body></html>"""
OPENER = "Stel uw vraag"

Host = Callable[..., Page]


@pytest.fixture
def host_socket() -> Iterator[socket.socket]:
    """The port of the other site, known before the service, which must allow it."""
    with bind("127.0.0.1", 0) as sock:
        yield sock


@pytest.fixture
def host_address(host_socket: socket.socket) -> str:
    return f"http://127.0.0.1:{host_socket.getsockname()[1]}"


@pytest.fixture
def settings(tmp_path: Path, host_address: str) -> Settings:
    return Settings(data_dir=tmp_path, cors_origins=host_address, frame_ancestors=host_address)


@pytest.fixture(params=SCREENS)
def context(
    request: pytest.FixtureRequest, browser: Browser, address: str, host_address: str, faults: list[str]
) -> Iterator[BrowserContext]:
    phone = request.param == "telefoon"
    context = browser.new_context(viewport=SCREENS[request.param], has_touch=phone, is_mobile=phone)
    watch(context, faults, address, host_address)
    yield context
    context.close()


@pytest.fixture
def host(context: BrowserContext, host_socket: socket.socket, host_address: str, address: str) -> Iterator[Host]:
    """`host(head, body)`: the page of the other site with that in it; `{script}` is the one script tag."""
    page_parts = {"head": "", "body": ""}
    script = f'<script type="module" nonce="{NONCE}" src="{address}/static/ondernemersloket-chat.js"'

    async def site(scope, receive, send):
        path = Request(scope, receive).url.path
        html = HOST.format(nonce=NONCE, **page_parts).replace("{script}", script).replace("{service}", address)
        reply = HTMLResponse(html) if path != "/favicon.ico" else Response(status_code=404)
        reply.headers["Content-Security-Policy"] = POLICY.format(nonce=NONCE, service=address)
        await reply(scope, receive, send)

    def visit(head: str = "", body: str = "") -> Page:
        page_parts.update(head=head, body=body)
        page = context.new_page()
        page.goto(f"{host_address}/ondernemen")
        return page

    with behind_port(site, host_socket):
        yield visit


def test_one_script_tag_is_enough_under_a_strict_policy_on_another_site(host, rasa, library, address):
    page = host('{script} data-gemeente="enschede" data-thema="enschede"></script>')
    opener = page.get_by_role("button", name=f"{OPENER} (Enschede)")
    opener.click()
    assert focused(page) == "titel"
    expect(page.get_by_role("dialog", name="Digitale assistent Enschede")).to_be_visible()
    answers(rasa, library)
    say(page, "Hoe laat begint de markt?")
    assert rasa.requests[0]["metadata"]["gemeente"] == "enschede"
    link = page.locator(".antwoord").get_by_role("link")
    expect(link).to_have_attribute("href", address + library.bron().url)
    judges(rasa, 5)
    say(page, "en een kraam van 5 meter?")
    page.get_by_role("button", name="Waarom?").click()
    expect(page.locator(".toelichting")).to_contain_text("Dit mag niet.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download als PDF").click()
    assert download.value.suggested_filename.startswith("uitkomst-kraam-")


def test_the_page_around_it_does_not_change_how_it_looks(host):
    page = host("{script}></script>")
    opener = page.get_by_role("button", name=OPENER)
    style = opener.evaluate(
        "(een) => { const s = getComputedStyle(een); return [s.display, s.letterSpacing, parseFloat(s.fontSize)]; }"
    )
    assert style[:2] == ["flex", "normal"]
    assert style[2] >= 16
    assert opener.evaluate("(een) => getComputedStyle(een).position") == "fixed"


def test_it_wears_the_design_tokens_of_the_page_around_it(host):
    tokens = "--utrecht-button-primary-action-background-color: rgb(91, 42, 134); --utrecht-button-border-radius: 20px;"
    page = host(f'{{script}}></script><style nonce="{NONCE}">:root {{ {tokens} }}</style>')
    opener = page.get_by_role("button", name=OPENER)
    expect(opener).to_have_css("background-color", "rgb(91, 42, 134)")
    expect(opener).to_have_css("border-radius", "20px")


def test_the_conversation_goes_on_on_the_next_page_of_the_site(host, rasa, host_address):
    page = host("{script}></script>")
    page.get_by_role("button", name=OPENER).click()
    say(page, "hallo")
    page.goto(f"{host_address}/ander")
    if page.viewport_size == SCREENS["telefoon"]:  # it would cover the page
        page.get_by_role("button", name=OPENER).click()
    expect(page.locator(".bericht.begroeting")).to_be_visible()
    say(page, "nog iets")
    assert len({request["sender"] for request in rasa.requests}) == 1
    page.get_by_role("button", name="Sluit").click()
    page.reload()
    expect(page.get_by_role("button", name=OPENER)).to_be_visible()
    expect(page.locator(".venster")).not_to_be_visible()


def test_it_can_start_open_but_never_takes_the_focus_or_covers_a_phone(host):
    page = host('{script} data-start="open"></script>')
    phone = page.viewport_size == SCREENS["telefoon"]
    expect(page.locator(".venster")).to_be_visible(visible=not phone)
    assert focused(page).startswith("body")


def test_two_on_a_page_each_have_their_own_conversation(host, rasa):
    page = host(
        "{script}></script>",
        '<ondernemersloket-chat gemeente="enschede"></ondernemersloket-chat>'
        '<ondernemersloket-chat gemeente="hengelo" taal="en"></ondernemersloket-chat>',
    )
    first, second = page.locator("ondernemersloket-chat").all()
    boxes = [one.locator(".opener").bounding_box() for one in (first, second)]
    beside = boxes[0]["x"] > boxes[1]["x"] + boxes[1]["width"]
    above = boxes[0]["y"] > boxes[1]["y"] + boxes[1]["height"]
    assert beside or above
    for one, said in ((first, "een"), (second, "two")):
        one.locator(".opener").click()
        one.locator("#invoer").fill(said)
        one.locator("#invoer").press("Enter")
        expect(one.locator(".begroeting")).to_be_visible()
        one.locator(".sluit").click()
    assert len({request["sender"] for request in rasa.requests}) == 2
    assert [request["metadata"]["gemeente"] for request in rasa.requests] == ["enschede", "hengelo"]
    page.reload()
    for one, said in ((first, "Ueen"), (second, "Youtwo")):
        one.locator(".opener").click()
        expect(one.locator(".bericht.u")).to_have_text(said)
        one.locator(".sluit").click()


def test_in_the_page_it_fills_the_room_that_it_gets(host, rasa):
    page = host(
        f'{{script}}></script><style nonce="{NONCE}">.vak {{ height: 500px; }}</style>',
        '<div class="vak"><ondernemersloket-chat weergave="pagina"></ondernemersloket-chat></div>',
    )
    say(page, "hallo")
    assert page.locator("ondernemersloket-chat").bounding_box()["height"] == 500
    expect(field(page)).to_be_in_viewport()
    assert page.evaluate("() => scrollY") == 0  # the page of the host stays where it was


def test_the_chat_page_works_in_an_iframe_of_an_allowed_site(host, rasa, library):
    framed = "{service}/chat?gemeente=enschede&ingebed=ja"
    page = host(body=f'<iframe title="Assistent" width="360" height="600" src="{framed}"></iframe>')
    frame = page.frame_locator("iframe")
    frame.locator("#invoer").fill("hallo")
    frame.locator("#invoer").press("Enter")
    expect(frame.locator(".begroeting")).to_be_visible()
    expect(frame.locator(".kop-naam")).not_to_be_visible()


def test_when_the_service_is_away_it_says_so_and_how_to_reach_the_desk(host, context, address):
    context.route(f"{address}/v1/**", lambda route: route.abort())
    page = host('{script} data-loket-naam="Ondernemersplein" data-loket-telefoon="012 345"></script>')
    page.get_by_role("button", name=OPENER).click()
    notice = page.locator(".balk")
    expect(notice).to_contain_text("De assistent is nu niet bereikbaar.")
    expect(notice).to_contain_text("Ondernemersplein")
    expect(notice.get_by_role("link", name="012 345")).to_have_attribute("href", "tel:012345")
    context.unroute(f"{address}/v1/**")
    page.clock.install()
    page.evaluate("() => window.dispatchEvent(new Event('online'))")
    expect(notice).not_to_be_visible()


def test_when_the_service_is_away_it_can_also_stay_hidden_until_it_is_back(host, context, address):
    context.route(f"{address}/v1/**", lambda route: route.abort())
    page = host('{script} data-bij-storing="verberg"></script>')
    page.wait_for_function("() => document.querySelector('ondernemersloket-chat')?.shadowRoot")
    expect(page.locator(".opener")).not_to_be_visible()
    context.unroute(f"{address}/v1/**")
    page.evaluate("() => window.dispatchEvent(new Event('online'))")
    expect(page.get_by_role("button", name=OPENER)).to_be_visible()


def test_who_zooms_in_keeps_the_conversation_and_the_focus(host, rasa):
    page = host("{script}></script>")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("button", name=OPENER).click()
    say(page, "hallo")
    assert focused(page) == "invoer"
    page.set_viewport_size({"width": 320, "height": 256})
    expect(page.locator("dialog.venster")).to_have_js_property("open", True)
    assert page.locator("dialog.venster").evaluate("(een) => een.matches(':modal')")
    assert focused(page) == "invoer"
    expect(page.locator(".begroeting")).to_have_count(1)


def test_at_a_desk_escape_shows_what_lies_under_the_window(host):
    page = host("{script}></script>")
    page.set_viewport_size({"width": 1280, "height": 800})
    page.get_by_role("button", name=OPENER).click()
    page.get_by_role("link", name="Andere pagina").focus()
    page.keyboard.press("Escape")
    expect(page.locator(".venster")).not_to_be_visible()
    expect(page.get_by_role("link", name="Andere pagina")).to_be_focused()
