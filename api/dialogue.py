"""One chat turn: by the dialogue process, or straight from the policy while that process is away."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any, Literal, Protocol
from uuid import UUID

import httpx
from pydantic import ValidationError

from api.ahead import Ahead, Vector
from api.locks import LocalLocks, Locks
from api.models.antwoorden import Antwoord, Verwacht
from api.telemetry import stage
from api.telemetry.correlation import outgoing
from knowledge.antwoord import MAX_TEKST

log = logging.getLogger(__name__)

ALLEEN_VRAGEN = (
    "Ik kan nu alleen losse vragen beantwoorden. Een check doen of verdergaan met een eerder onderwerp lukt even niet. "
    "Probeer dat later opnieuw."
)

State = Literal["ok", "start", "uit"]
Turn = tuple[list[Antwoord], Verwacht | None]


class DialogueUnavailableError(Exception):
    """The dialogue process did not give a usable reply in time."""


class Process(Protocol):
    """Where the dialogue process is. `url` is None while it does not answer."""

    @property
    def url(self) -> str | None: ...

    @property
    def pid(self) -> int | None: ...


class Dialogue:
    """Talks to the REST channel of the dialogue process; keeps the messages of one conversation in order."""

    def __init__(
        self,
        process: Process,
        ahead: Ahead,
        timeout: float,
        transport: httpx.AsyncBaseTransport | None = None,
        locks: Locks | None = None,
    ) -> None:
        self._process = process
        self.ahead = ahead
        self._client = httpx.AsyncClient(timeout=timeout, trust_env=False, transport=transport)
        self.lock = locks or LocalLocks()

    @property
    def state(self) -> State:
        if self._process.url is not None:
            return "ok"
        return "start" if self._process.pid is not None else "uit"

    async def turn(self, gesprek_id: UUID, bericht: str, gemeente: str | None, vector: Vector) -> Turn:
        """The replies to one message. Messages of one conversation are handled in the order in which they came.

        `vector`: of the message, from `ahead.turn`.
        """
        async with self.lock(gesprek_id):
            try:
                return await self._ask(gesprek_id, bericht, gemeente, vector)
            except DialogueUnavailableError as error:
                log.warning("Antwoord zonder dialoog: %s", error)
        antwoord = await self.ahead.answer(bericht, gemeente)
        return [Antwoord(soort="melding", tekst=ALLEEN_VRAGEN), Antwoord.model_validate(antwoord.to_json())], None

    async def close(self) -> None:
        await self._client.aclose()
        await self.lock.close()

    async def _ask(self, gesprek_id: UUID, bericht: str, gemeente: str | None, vector: Vector) -> Turn:
        if self._process.url is None:
            raise DialogueUnavailableError("het proces draait niet")
        head = {"sender": str(gesprek_id), "message": bericht, "metadata": {"gemeente": gemeente}}
        try:
            with stage("dialogue"):
                url = f"{self._process.url}/webhooks/rest/webhook"
                response = await self._client.post(url, content=_body(head, vector), headers=outgoing())
                response.raise_for_status()
            replies = response.json()
        except (httpx.HTTPError, ValueError) as error:
            raise DialogueUnavailableError(type(error).__name__) from error
        return read_replies(replies)


async def _body(head: dict[str, Any], vector: Vector) -> AsyncIterator[bytes]:
    """As bot/kanaal.py reads it. The dialogue begins with the message while its vector is made."""
    yield json.dumps(head).encode() + b"\n"
    if (known := await vector) is not None:
        yield known


def read_replies(replies: Any) -> Turn:
    """The messages of one turn, `[{"custom": {…Antwoord, "verwacht"?}}, …]`, as answers; the last `verwacht` counts.

    Raises DialogueUnavailableError when no message is an Antwoord: somebody who asks must never get silence.
    """
    antwoorden: list[Antwoord] = []
    verwacht: Verwacht | None = None
    for reply in replies if isinstance(replies, list) else []:
        custom = reply.get("custom") if isinstance(reply, dict) else None
        if not isinstance(custom, dict):
            log.warning("Een bericht van de dialoog is geen Antwoord en is overgeslagen")
            continue
        fields = dict(custom)
        expected = fields.pop("verwacht", None)
        try:
            antwoorden.append(Antwoord.model_validate({**fields, "tekst": shorten(str(fields.get("tekst", "")))}))
            verwacht = Verwacht.model_validate(expected) if expected is not None else verwacht
        except ValidationError as error:  # logged without its input, which may be what somebody told us
            faults = [(item["loc"], item["type"]) for item in error.errors(include_input=False)]
            log.warning("Een bericht van de dialoog is geen Antwoord en is overgeslagen: %s", faults)
    if not antwoorden:
        raise DialogueUnavailableError("de dialoog gaf geen antwoord")
    return antwoorden, verwacht


def shorten(tekst: str) -> str:
    """At most 700 characters, cut after a whole word."""
    if len(tekst) <= MAX_TEKST:
        return tekst
    return tekst[: MAX_TEKST - 1].rsplit(maxsplit=1)[0] + "…"
