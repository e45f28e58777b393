"""`make bench`: the times of the parts and of the running service, its memory, the widget; then search beside
Haystack's and the dialogue beside stock Rasa's."""

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import httpx
import yaml

from tests.bench.forms import CONVERSATIONS, FORMS, GEMEENTE
from tests.bench.servers import our_service, resident
from tests.bench.timing import Row, print_table, timed
from tests.bench.widget import bench_widget
from tests.e2e.service import missing

HERE = Path(__file__).parent
QUESTIONS = (HERE / "questions.txt").read_text(encoding="utf-8").splitlines()
ZONDER_STANDAARD = {"informele-locatie": {"gemeente": "enschede"}, "otb-gebied": {"gemeente": "hengelo"}}
STARTS = 3


def checks() -> Mapping[str, Any]:
    """The checks by name; imported without torch, which the service does without too."""
    sys.modules["torch"] = None  # type: ignore[assignment]
    from actions.checks import CHECKS

    return CHECKS


def cases(naam: str) -> list[dict[str, object]]:
    """The inputs of the readable cases of a check."""
    inhoud = yaml.safe_load((HERE.parent / "cases" / f"{naam.replace('-', '_')}.yml").read_text(encoding="utf-8"))
    standaard = inhoud.get("standaard") or ZONDER_STANDAARD[naam]
    velden = [{**standaard, **geval.get("invoer", geval)} for geval in inhoud["gevallen"]]
    return [
        {v: w for v, w in each.items() if w is not None and v in checks()[naam].schema["properties"]} for each in velden
    ]


def main() -> None:
    if reason := missing():
        sys.exit(reason)
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the start")
    bench_in_process()
    bench_service()
    subprocess.run([sys.executable, "-m", "tests.bench.compare"], check=True)  # a process with torch
    subprocess.run([sys.executable, "-m", "tests.bench.stock"], check=True)


def bench_in_process() -> None:
    checks()
    from knowledge.embed import Embedder
    from knowledge.library import Library

    embedder, library = Embedder.open(), Library.open()
    print_table(
        "in-process",
        timed("one query embedding", embedder.query, QUESTIONS),
        timed("retrieval + answer", library.search_and_answer, QUESTIONS),
        *(timed(f"check {naam}", in_process(check), cases(naam)) for naam, check in checks().items()),
    )


def in_process(check: Any) -> Callable[[dict[str, object]], object]:
    return lambda case: check.beoordeel(case).to_json()


def bench_service() -> None:
    """Starts the service a few times; the requests go to the last one."""
    ready, memory = [], []
    for number in range(STARTS):
        with our_service() as server:
            ready.append(server.ready)
            memory.append(resident(server.pid))
            if number == STARTS - 1:
                bench_requests(server.address)
                after = resident(server.pid)
                bench_widget(server.address)
    api, dialogue = zip(*memory, strict=True)
    print_table(
        "start-up",
        Row("time until ready", "s", ready),
        Row("resident memory, API", "MB", api),
        Row("resident memory, dialogue", "MB", dialogue),
        Row("the same after all requests, API", "MB", after[:1]),
        Row("the same after all requests, dialogue", "MB", after[1:]),
    )


def bench_requests(address: str) -> None:
    """One client, one request at a time, over a connection that stays open."""
    gesprek: dict[str, str] = {}
    begins = {form[0] for form in FORMS.values()}
    with httpx.Client(base_url=address, timeout=30, trust_env=False) as client:

        def passages(vraag: str) -> None:
            client.get("/v1/passages", params={"vraag": vraag}).raise_for_status()

        def ask(naam: str) -> Callable[[dict[str, object]], object]:
            return lambda case: client.post(f"/v1/checks/{naam}", json=case).raise_for_status()

        def say(bericht: str, **more: str) -> Any:
            body = {"bericht": bericht, "gemeente": GEMEENTE, **more}
            return client.post("/v1/berichten", json=body).raise_for_status().json()

        def fill_in(bericht: str) -> None:
            reply = say(bericht, **({} if bericht in begins else gesprek))
            assert reply["verwacht"] or reply["antwoorden"][0]["soort"] == "uitkomst", reply
            gesprek["gesprekId"] = reply["gesprekId"]

        print_table(
            "service, over HTTP",
            timed("GET /v1/passages", passages, QUESTIONS),
            *(timed(f"POST /v1/checks/{naam}", ask(naam), cases(naam)) for naam in checks()),
            timed("POST /v1/berichten, policy question", say, QUESTIONS),
            *(timed(f"the same, turn of {naam}", fill_in, form * CONVERSATIONS) for naam, form in FORMS.items()),
        )


if __name__ == "__main__":
    main()
