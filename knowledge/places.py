"""Which place a question is about: one of the municipalities of the register, or somewhere else."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from knowledge.analyse import fold

PLACES = Path(__file__).parent / "places.yml"


@dataclass(frozen=True)
class Named:
    """`gemeente`: a municipality of the register named as such; `area_of`: the one that a named area lies in;
    `elsewhere`: a place that we have no policy of, as the question writes it."""

    gemeente: str | None = None
    area_of: str | None = None
    elsewhere: str | None = None


class Places:
    """Recognises the names of places.yml in a question: whole words, the longest name first."""

    def __init__(self, municipalities: Iterable[str]) -> None:
        content = yaml.safe_load(PLACES.read_text(encoding="utf-8"))
        self._own: dict[str, str] = {fold(name.replace("-", " ")): name for name in municipalities}
        self._areas: dict[str, str] = {}
        for gemeente, known in content["eigen"].items():
            if gemeente in self._own.values():
                self._own |= {_key(name): gemeente for name in known["namen"]}
                self._areas |= {_key(name): gemeente for name in _area_names(known)}
        self._elsewhere = {_key(name) for name in content["plaatsen"]} - set(self._own)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = sorted({*self._own, *self._areas, *self._elsewhere}, key=len, reverse=True)
        return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")

    def named_in(self, question: str) -> Named:
        found = self._pattern.findall(_key(question))
        return Named(
            next((self._own[name] for name in found if name in self._own), None),
            next((self._areas[name] for name in found if name in self._areas), None),
            next((name for name in found if name in self._elsewhere), None),
        )


def _key(text: str) -> str:
    return " ".join(re.sub(r"[-’]", lambda m: " " if m[0] == "-" else "'", fold(text)).split())


def _area_names(known: dict[str, Any]) -> list[str]:
    areas = [name for area in known["gebieden"] for name in (area["naam"], *area["ook"])]
    return [*areas, *known["buurten"]]
