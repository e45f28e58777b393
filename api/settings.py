"""Every setting of the service, read from the environment (`ONDERNEMERSLOKET_…`).

The text under a setting is what `python -m api settings` says about it.
"""

import re
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

Thema = Literal["neutraal", "enschede", "hengelo"]

ROOT = Path(__file__).resolve().parent.parent

# What stands in examples, or is typed to get something going.
PLACEHOLDER = re.compile(
    r"change.?me|placeholder|wijzig|vul.?(hier|in)|geheim|secret|passw|wachtwoord|example|voorbeeld|^(.)\2*$", re.I
)


class Settings(BaseSettings):
    """Host, port, contact details, places and waiting times. Times are in seconds."""

    model_config = SettingsConfigDict(
        env_prefix="ONDERNEMERSLOKET_", extra="forbid", use_attribute_docstrings=True, hide_input_in_errors=True
    )

    production: bool = False
    """In productie gaan cookies alleen over HTTPS, zijn `session_secret` en `storage_key` verplicht, en start de dienst
    niet met een voorbeeldwachtwoord of voorbeeldsleutel."""

    host: str = "127.0.0.1"
    """Het adres waarop de dienst luistert. Achter een proxy op dezelfde machine blijft dit 127.0.0.1."""
    port: int = Field(default=8000, ge=1, le=65535)
    """De poort waarop de dienst luistert. `PORT` en `--port` gaan voor."""
    public_url: str = Field(default="", pattern=r"^(https?://[^\s/]+)?$")
    """Waar mensen de dienst bereiken, zoals https://loket.example.nl. Leeg: zoals de browser het vraagt."""

    # The policy does not give contact details, so what is left empty is not shown.
    loket_naam: str = "Ondernemersloket"
    """De naam van het loket, in antwoorden en op de pagina's."""
    loket_url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    """De webpagina van het loket. Leeg: er staat geen link."""
    loket_telefoon: str = ""
    """Het telefoonnummer van het loket. Leeg: er staat geen nummer."""
    loket_openingstijden: str = Field(default="", max_length=200)
    """Wanneer er iemand aan de balie is, zoals: werkdagen van 9 tot 17 uur. Leeg: er staan geen tijden."""
    noodhulp: str = Field(
        default="Bent u in gevaar? Bel 112. Denkt u aan zelfdoding? Praat erover: bel 113 of 0800-0113 (gratis), "
        "of chat op 113.nl.",
        max_length=400,
    )
    """Staat boven het antwoord aan wie in nood is. De nummers zijn landelijk; pas ze aan als ze veranderen."""

    thema: Thema = "neutraal"
    """Hoe de chatpagina eruitziet. Met `/chat?gemeente=…` zoals die gemeente, als daar een uiterlijk voor is."""
    frame_ancestors: str = Field(default="", pattern=r"^(https?://[^\s;,/]+( https?://[^\s;,/]+)*)?$")
    """Websites die de chatpagina in een iframe mogen tonen: met spaties ertussen. Leeg: geen enkele."""

    # The published interface must name somebody. Names under .example belong to nobody (RFC 2606).
    api_contact_naam: str = "Ondernemersloket"
    """Wie partners antwoord geeft op vragen over de API."""
    api_contact_url: str = Field(default="https://gemeente.example/api", pattern=r"^https?://\S+$")
    """De webpagina voor partners. Stel deze in voordat partners de API gebruiken."""
    api_contact_email: str = Field(default="api@gemeente.example", pattern=r"^[^@\s]+@[^@\s]+$")
    """Het e-mailadres voor partners. Stel dit in voordat partners de API gebruiken."""
    cors_origins: str = Field(default="", pattern=r"^(https?://[^\s/]+( https?://[^\s/]+)*)?$")
    """Websites waarvan de pagina's de API mogen aanroepen, zoals die met de widget: met spaties ertussen."""

    limiet_sleutel: int = Field(default=6000, ge=1)
    """Hoeveel verzoeken een partner per minuut mag doen, als zijn sleutel geen eigen limiet heeft."""
    # An office shares an address. Ten a second is more than a room of people asks, and less than two cores answer.
    limiet_anoniem: int = Field(default=600, ge=1)
    """Hoeveel verzoeken een adres zonder sleutel per minuut mag doen."""
    # From this machine come its own programs: health checks, tests, measurements. And everybody, when a proxy here
    # forgets X-Forwarded-For: then a limit for one would be a limit for all. So it is set above what can be answered.
    limiet_eigen_machine: int = Field(default=300_000, ge=1)
    """Hoeveel verzoeken per minuut er vanaf deze machine zelf mogen komen."""
    redis_url: str = Field(default="", pattern=r"^(rediss?://\S+)?$")
    """Waar servers naast elkaar delen wie aan de beurt is in een gesprek, hun limieten en herhaalde verzoeken, zoals
    redis://host:6379/0 (Redis 7). Leeg: in het geheugen, wat voor één server genoeg is."""

    data_dir: Path = ROOT / "api" / "data"
    """De map voor wat op schijf blijft: de SQLite-database, sleutels die zelf zijn gemaakt en de log van de dialoog."""
    database_url: str = Field(default="", pattern=r"^((postgresql|sqlite)://\S+)?$")
    """Waar alles wordt bewaard: leeg is SQLite in `data_dir`, anders postgresql://gebruiker:wachtwoord@host/database."""
    storage_key: SecretStr = Field(default=SecretStr(""))
    """Versleutelt namen en contactgegevens in de opslag, 32 tekens of meer. Leeg: eenmalig gemaakt in `data_dir`;
    meer servers naast elkaar hebben dezelfde sleutel nodig."""
    idle_minutes: float = Field(default=120, gt=0)
    """Een gesprek waarin het zo lang stil is, wordt gesloten. Het volgende bericht begint een nieuw, en zegt dat."""
    conversation_days: float = Field(default=28, gt=0)
    """Zo lang na het laatste bericht blijft een gesprek bewaard, met de feedback en de overdrachten daarvan."""
    log_days: int = Field(default=14, ge=1)
    """Zo lang blijft de log van de dialoog in `data_dir` bewaard."""
    audit_days: float = Field(default=365, gt=0)
    """Zo lang blijft bewaard wat medewerkers en beheerders hebben gewijzigd."""
    rasa_python: Path = ROOT / "bot" / ".venv" / "bin" / "python"
    """De Python 3.10 waarmee de dialoog (Rasa) draait."""

    # A turn takes a fraction of a second. After ten, an answer from the policy is better than waiting on.
    dialogue_timeout: float = Field(default=10.0, gt=0)
    """Zo lang wacht een bericht op de dialoog. Daarna antwoordt de dienst zelf uit het beleid."""
    # Loading Rasa takes tens of seconds on a busy machine; after three minutes something is wrong.
    dialogue_start_timeout: float = Field(default=180.0, gt=0)
    """Zo lang mag de dialoog over starten doen. Daarna wordt zij opnieuw gestart."""
    # A turn may take `dialogue_timeout`, and then an answer from the policy.
    shutdown_timeout: float = Field(default=15.0, gt=0)
    """Zo lang krijgt een verzoek dat bezig is om af te ronden als de dienst stopt."""

    session_secret: SecretStr = Field(default=SecretStr(""))
    """Ondertekent de cookie van de balie, 32 tekens of meer. Leeg: eenmalig gemaakt in `data_dir`; meer servers naast
    elkaar hebben hetzelfde geheim nodig."""
    stream_duration: float = Field(default=300.0, gt=0)
    """Zo lang, in seconden, duurt een stroom van berichten met een medewerker. Daarna verbindt de browser opnieuw."""
    oidc_issuer: str = Field(default="", pattern=r"^(https?://\S+)?$")
    """Medewerkers loggen in met hun eigen account (OpenID Connect): het adres van de dienst die dat regelt. Werkt als
    ook `oidc_client_id` en `oidc_client_secret` gevuld zijn."""
    oidc_client_id: str = ""
    """De naam van deze dienst bij OpenID Connect."""
    oidc_client_secret: SecretStr = Field(default=SecretStr(""))
    """Het geheim van deze dienst bij OpenID Connect."""
    oidc_roles: str = "roles"
    """De claim waarin de rollen van een medewerker staan: medewerker, redacteur, beheerder."""

    four_eyes: bool = True
    """Of een kaart pas geldt als een andere redacteur haar heeft beoordeeld dan wie haar schreef."""

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "WARNING"
    """Vanaf welk niveau er gelogd wordt, als JSON op standard error. INFO geeft een regel per verzoek."""
    otlp_endpoint: str = Field(default="", pattern=r"^(https?://\S+)?$")
    """Het adres waar traces heen gaan (OpenTelemetry, OTLP over HTTP), zoals http://collector:4318/v1/traces.
    Leeg: er worden geen traces gemaakt."""

    @field_validator("storage_key", "session_secret")
    @classmethod
    def _long_enough(cls, key: SecretStr) -> SecretStr:
        if key and len(key.get_secret_value()) < 32:
            raise ValueError("gebruik 32 tekens of meer, of laat haar leeg")
        return key

    @model_validator(mode="after")
    def _no_made_up_secrets(self) -> Self:
        if self.production and not (self.session_secret and self.storage_key):
            raise ValueError("in productie zijn session_secret en storage_key verplicht")
        for name, secret in self.secrets().items() if self.production else ():
            if PLACEHOLDER.search(secret):
                raise ValueError(f"{name} is een voorbeeld; kies een eigen geheim, zoals van `openssl rand -hex 32`")
        return self

    @property
    def oidc(self) -> bool:
        return bool(self.oidc_issuer and self.oidc_client_id and self.oidc_client_secret)

    def secrets(self) -> dict[str, str]:
        """Every secret that is set, by the name of its setting; of an address, the password in it."""
        found = {name: value.get_secret_value() for name, value in self if isinstance(value, SecretStr)}
        urls = {name: value for name, value in self if isinstance(value, str) and "://" in value}
        found |= {name: urlsplit(url).password or "" for name, url in urls.items() if " " not in url}
        return {name: secret for name, secret in found.items() if secret}
