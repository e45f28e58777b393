"""Whether the service is well."""

from typing import Literal

from api.models.basis import Model


class Onderdeel(Model):
    """De toestand van één onderdeel."""

    status: Literal["ok", "start", "uit"]


class Gereed(Model):
    """Of de dienst klaar is, per onderdeel."""

    status: Literal["ok", "beperkt"]
    onderdelen: dict[str, Onderdeel]
