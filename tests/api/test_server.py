"""Stopping loses nobody: who is being served, who was let in and has said nothing yet, who still waits at the door."""

import asyncio
import socket

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from api.ports import bind
from api.server import Server

REQUEST = b"GET /%s HTTP/1.1\r\nHost: x\r\n\r\n"


class House:
    """A server with a request that takes as long as the test wants."""

    def __init__(self, patience: float = 5) -> None:
        self.slow, self.arrived = asyncio.Event(), asyncio.Event()
        app = Starlette(routes=[Route("/slow", self._slow), Route("/fast", self._fast)])
        self.door = bind("127.0.0.1", 0)
        self.address = self.door.getsockname()
        self.server = Server(app, patience)
        self.task = asyncio.create_task(self.server.serve(sockets=[self.door]))

    async def _slow(self, request: Request) -> PlainTextResponse:
        self.arrived.set()
        await self.slow.wait()
        return PlainTextResponse("slow")

    async def _fast(self, request: Request) -> PlainTextResponse:
        return PlainTextResponse("fast")

    async def ready(self) -> None:
        while not self.server.started:
            await asyncio.sleep(0.01)

    async def enter(self, *sent: bytes) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        reader, writer = await asyncio.open_connection(*self.address)
        for path in sent:
            writer.write(REQUEST % path)
        return reader, writer


def test_everyone_who_came_in_before_the_door_closed_is_served() -> None:
    async def play() -> None:
        house = House()
        await house.ready()
        busy, _ = await house.enter(b"slow")
        await house.arrived.wait()
        silent, speaks = await house.enter()
        at_the_door = socket.socket()
        shutdown, closing = house.server.shutdown, asyncio.Event()

        async def knock_and_close(sockets: list[socket.socket] | None) -> None:
            at_the_door.connect(house.address)  # blocks the loop: nobody is let in before the door closes
            at_the_door.sendall(REQUEST % b"fast")
            closing.set()
            await shutdown(sockets)

        house.server.shutdown = knock_and_close
        house.server.should_exit = True
        await closing.wait()
        speaks.write(REQUEST % b"fast")
        replies = [await silent.read(), await asyncio.to_thread(at_the_door.recv, 1000)]
        assert all(reply.startswith(b"HTTP/1.1 200") and reply.endswith(b"fast") for reply in replies)
        assert all(b"connection: close" in reply for reply in replies)
        house.slow.set()
        assert (await busy.read()).endswith(b"slow")
        await asyncio.wait_for(house.task, 10)
        at_the_door.close()

    asyncio.run(play())


def test_the_door_stays_closed_and_patience_ends() -> None:
    async def play() -> None:
        house = House(patience=0.2)
        await house.ready()
        busy, _ = await house.enter(b"slow")
        await house.arrived.wait()
        house.server.should_exit = True
        await asyncio.wait_for(house.task, 10)
        assert b"200" not in await busy.read()
        try:
            await house.enter()
        except ConnectionRefusedError:
            return
        raise AssertionError("the door is open")

    asyncio.run(play())
