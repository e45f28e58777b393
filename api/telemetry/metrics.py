"""The figures of `GET /metrics`. Labels are names from our own code only, so that their number stays small."""

from collections.abc import Mapping
from typing import Any, Literal

from prometheus_client import Counter, Gauge, Histogram

Via = Literal["chat", "api"]

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

REQUEST_SECONDS = Histogram(
    "loket_request_seconds", "Duur van een verzoek, in seconden.", ("method", "route", "status"), buckets=SECONDS
)
STAGE_SECONDS = Histogram("loket_stage_seconds", "Duur van een onderdeel, in seconden.", ("stage",), buckets=SECONDS)
ANSWERS = Counter("loket_answers", "Antwoorden per soort; geen_antwoord is een weigering.", ("soort", "via"))
VERDICTS = Counter("loket_verdicts", "Uitkomsten van checks.", ("check", "oordeel", "via"))
DIALOGUE_UP = Gauge("loket_dialogue_up", "1 als de dialoog antwoordt, anders 0.")
STORAGE_UP = Gauge("loket_storage_up", "1 als de opslag schrijft, anders 0.")
STORAGE_WAITING = Gauge("loket_storage_waiting", "Wat nog naar de opslag geschreven moet worden.")
STORAGE_LOST = Gauge("loket_storage_lost", "Wat sinds de start niet is bewaard.")
HANDOVER_QUEUE = Gauge("loket_handover_queue", "Gesprekken die op een medewerker wachten.")

# What dashboards and alarms ask for from the first scrape on, also while it has not happened yet.
for stage_ in ("dialogue", "action", "search", "check"):
    STAGE_SECONDS.labels(stage_)


def count_answer(antwoord: Mapping[str, Any], via: Via) -> None:
    """One Antwoord that goes out, and the verdict in it if any."""
    ANSWERS.labels(antwoord["soort"], via).inc()
    if antwoord.get("uitkomst"):
        count_verdict(antwoord["uitkomst"], via)


def count_verdict(uitkomst: Mapping[str, Any], via: Via) -> None:
    """One Uitkomst that goes out."""
    VERDICTS.labels(uitkomst["check"], uitkomst["oordeel"], via).inc()
