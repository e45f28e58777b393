"""What a conversation knows survives a restart of everything, and is shared by replicas; what is removed is gone."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from service import Service, start, stop

from api.ports import free_port

PLAN = "Ik wil thuis een kapsalon beginnen"


@contextmanager
def running(data: Path, **environment: str) -> Iterator[Service]:
    port = free_port()
    process = start(["-m", "api", "--port", str(port)], data, **environment)
    assert process.stdout is not None
    try:
        assert process.stdout.readline()
        yield Service(process, f"http://127.0.0.1:{port}")
    finally:
        if process.poll() is None:
            stop(process)


def test_a_conversation_survives_a_restart_of_everything_until_it_is_removed(built, tmp_path):
    with running(tmp_path) as service:
        gesprek = service.say(PLAN, gemeente="enschede")["gesprekId"]
        assert service.say("ja", gesprek)["verwacht"]["veld"] == "woningOppervlakteM2"
    with running(tmp_path) as service:
        assert service.say("120", gesprek)["verwacht"]["veld"] == "bedrijfOppervlakteM2"
        terug = service.get(f"/v1/gesprekken/{gesprek}").json()
        assert [beurt["bericht"] for beurt in terug["beurten"]] == [PLAN, "ja", "120"]
        assert b"kapsalon" in database(tmp_path)

        assert service.delete(f"/v1/gesprekken/{gesprek}").status_code == 204
        assert service.post("/v1/berichten", {"bericht": "60", "gesprekId": gesprek}).status_code == 404
    assert b"kapsalon" not in database(tmp_path)


def database(data: Path) -> bytes:
    """Everything that stands in the files of the database."""
    return b"".join(path.read_bytes() for path in data.glob("opslag.sqlite*"))


def test_two_replicas_serve_one_conversation(built, tmp_path, postgres_url, redis_url):
    shared = {"ONDERNEMERSLOKET_DATABASE_URL": postgres_url, "ONDERNEMERSLOKET_REDIS_URL": redis_url}
    with running(tmp_path / "een", **shared) as een, running(tmp_path / "twee", **shared) as twee:
        gesprek = een.say(PLAN, gemeente="enschede")["gesprekId"]
        assert twee.say("ja", gesprek)["verwacht"]["veld"] == "woningOppervlakteM2"
        assert een.say("120", gesprek)["verwacht"]["veld"] == "bedrijfOppervlakteM2"

        # Many messages at once, at both: every one is handled, none is lost and none fails.
        replies: list[dict] = []
        questions = [(service, f"Hoeveel klanten mogen er komen? {n}") for n in range(4) for service in (een, twee)]
        threads = [threading.Thread(target=lambda s=s, q=q: replies.append(s.say(q, gesprek))) for s, q in questions]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(replies) == 8
        assert {reply["antwoorden"][0]["soort"] for reply in replies} <= {"antwoord", "geen_antwoord"}
        assert {reply["verwacht"]["veld"] for reply in replies} == {"bedrijfOppervlakteM2"}

        assert len(een.get(f"/v1/gesprekken/{gesprek}").json()["beurten"]) == 11  # nothing waits to be written
        een.process.kill()  # its dialogue dies with it
        een.process.wait()
        (uitkomst,) = twee.say("60", gesprek)["antwoorden"]  # 60 of 120 is 50%
        assert uitkomst["uitkomst"]["oordeel"] == "niet_toegestaan"
        beurten = twee.get(f"/v1/gesprekken/{gesprek}").json()["beurten"]
        assert len(beurten) == 12
