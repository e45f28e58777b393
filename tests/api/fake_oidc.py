"""A small OpenID Connect provider on loopback: everybody who comes along is the person that the test says."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from behind_port import behind_port
from fastapi import FastAPI, Request
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLIENT, SECRET = "balie", "een geheim van de test"


@dataclass
class FakeProvider:
    """`claims`: what is said of the person, over what is usual; `key`: what signs it; `codes`: the logins under way."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=lambda: {"preferred_username": "Jansen", "roles": ["redacteur"]})
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "1"}))
    published: RSAKey | None = None
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)

    def agree(self, url: str) -> str:
        """What a browser would do at the address of the provider: the address that it is sent back to."""
        query = {name: value[0] for name, value in parse_qs(urlsplit(url).query).items()}
        assert (query["client_id"], query["response_type"]) == (CLIENT, "code")
        assert query["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = query
        return f"{query['redirect_uri']}?{urlencode({'code': code, 'state': query['state']})}"

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.get("/.well-known/openid-configuration")
        def configuration() -> dict[str, str]:
            paths = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
            return {"issuer": self.issuer, **{name: f"{self.issuer}/{path}" for name, path in paths.items()}}

        @app.get("/keys")
        def keys() -> dict[str, Any]:
            return KeySet([self.published or self.key]).as_dict(private=False)

        @app.post("/token")
        async def token(request: Request) -> dict[str, Any]:
            form = {name: str(value) for name, value in (await request.form()).items()}
            self.asked.append(form)
            query = self.codes.pop(form["code"])
            claims = {
                "iss": self.issuer,
                "aud": CLIENT,
                "sub": "123",
                "exp": int(time.time()) + 60,
                "nonce": query["nonce"],
                **self.claims,
            }
            signed = jwt.encode({"alg": "RS256", "kid": "1"}, claims, self.key)
            return {"access_token": "x", "token_type": "Bearer", "id_token": signed}

        return app


@contextmanager
def running(provider: FakeProvider) -> Iterator[FakeProvider]:
    with behind_port(provider.app()) as provider.issuer:
        yield provider
