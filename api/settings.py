"""Every setting of the service, read from the environment (`ONDERNEMERSLOKET_…`)."""

from pathlib import Path
from typing import Self

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Host, port, contact details, places and waiting times. Times are in seconds."""

    model_config = SettingsConfigDict(env_prefix="ONDERNEMERSLOKET_", extra="forbid")

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)

    # Contact details of the desk. The policy does not give them, so what is left empty is not shown.
    loket_naam: str = "Ondernemersloket"
    loket_url: str = Field(default="", pattern=r"^(https?://\S+)?$")
    loket_telefoon: str = ""

    # Who answers partners; the published interface must name somebody. Names under .example belong to nobody
    # (RFC 2606): set your own before you serve partners.
    api_contact_naam: str = "Ondernemersloket"
    api_contact_url: str = Field(default="https://gemeente.example/api", pattern=r"^https?://\S+$")
    api_contact_email: str = Field(default="api@gemeente.example", pattern=r"^[^@\s]+@[^@\s]+$")
    # Sites whose pages may call the API from a browser, such as those with the widget: origins with spaces between.
    cors_origins: str = Field(default="", pattern=r"^(https?://[^\s/]+( https?://[^\s/]+)*)?$")

    data_dir: Path = ROOT / "api" / "data"
    # Where everything is kept: empty for SQLite in `data_dir`, or postgresql://user:password@host/database.
    database_url: str = Field(default="", pattern=r"^((postgresql|sqlite)://\S+)?$")
    # Encrypts names and contact details at rest. Empty: a key made once in `data_dir`; replicas need one in common.
    storage_key: SecretStr = Field(default=SecretStr(""))
    rasa_python: Path = ROOT / "bot" / ".venv" / "bin" / "python"

    # A turn takes a fraction of a second. After ten, an answer from the policy is better than waiting on.
    dialogue_timeout: float = Field(default=10.0, gt=0)
    # Loading Rasa takes tens of seconds on a busy machine; after three minutes something is wrong.
    dialogue_start_timeout: float = Field(default=180.0, gt=0)

    # In production cookies go over HTTPS only, and `session_secret` and `storage_key` must be given: none is made up.
    production: bool = False
    # Signs the session cookie of the staff site. Empty: made once in `data_dir`; replicas need one in common.
    session_secret: SecretStr = Field(default=SecretStr(""))
    # Where people reach the service, as in https://loket.example.nl; empty: as the browser asks for it.
    public_url: str = Field(default="", pattern=r"^(https?://[^\s/]+)?$")

    # Staff may log in with the account of their organisation (OpenID Connect), when the first three are set.
    # `oidc_roles` is the claim that holds their roles: medewerker, redacteur, beheerder.
    oidc_issuer: str = Field(default="", pattern=r"^(https?://\S+)?$")
    oidc_client_id: str = ""
    oidc_client_secret: SecretStr = Field(default=SecretStr(""))
    oidc_roles: str = "roles"

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
        return self

    @property
    def oidc(self) -> bool:
        return bool(self.oidc_issuer and self.oidc_client_id and self.oidc_client_secret)
