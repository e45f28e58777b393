"""Logging in with the account of one's organisation: OpenID Connect, authorization code flow with PKCE."""

import logging
import secrets
from typing import Any

import httpx
from authlib.integrations.httpx_client import AsyncOAuth2Client
from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from itsdangerous import URLSafeTimedSerializer
from joserfc import jwt
from joserfc.jwk import KeySet

from api.balie import sessie
from api.balie.pagina import page
from api.balie.rollen import known
from api.services import Services, ServicesDep
from api.settings import Settings
from api.storage import audit, medewerkers
from api.storage.tables import Medewerker, Rol
from api.storage.types import now

log = logging.getLogger(__name__)
router = APIRouter(prefix="/balie/aanmelden/oidc", include_in_schema=False)

COOKIE = "balie-oidc"
MAX_AGE = 600  # seconds between leaving for the other site and coming back
PATH = "/balie/aanmelden/oidc"
TIMEOUT = 10.0  # seconds
ALGORITHMS = ["RS256", "PS256", "ES256", "EdDSA"]  # signatures with a public key only

MISLUKT = "Aanmelden met het account van uw organisatie is niet gelukt. Probeer het opnieuw."
GEEN_ROL = "U mag deze site niet gebruiken. Vraag een beheerder om toegang."


class OidcError(Exception):
    """This person is not let in; the message says so in Dutch, without what went wrong inside."""


@router.get("")
async def leave(request: Request, services: ServicesDep) -> Response:
    """To the other site. What must come back unchanged is in a cookie of its own: the cookie of the session is not sent
    along when somebody comes from another site, this one (SameSite=Lax) is."""
    settings = services.settings
    if not settings.oidc:
        return RedirectResponse("/balie/aanmelden", status_code=303)
    try:
        provider = await _provider(settings)
    except httpx.HTTPError:
        return _refused(request, services, MISLUKT)
    nonce, verifier = secrets.token_urlsafe(24), secrets.token_urlsafe(48)
    async with _client(request, settings) as client:
        url, state = client.create_authorization_url(
            provider["authorization_endpoint"], nonce=nonce, code_verifier=verifier
        )
    reply = RedirectResponse(url, status_code=303)
    reply.set_cookie(
        COOKIE,
        _signer(settings).dumps({"state": state, "nonce": nonce, "verifier": verifier}),
        max_age=MAX_AGE,
        path=PATH,
        httponly=True,
        secure=settings.production,
        samesite="lax",
    )
    return reply


@router.get("/terug")
async def back(request: Request, services: ServicesDep) -> Response:
    """Back from the other site. The page that follows leads on by itself, so that the next request is one of ours."""
    try:
        claims = await _claims(request, services.settings)
        medewerker = await run_in_threadpool(_account, services, claims)
    except OidcError as error:
        return _refused(request, services, str(error))
    except Exception as error:  # of four libraries and a site of somebody else's; whatever it is, nobody is let in
        log.warning("Aanmelden via de organisatie mislukt: %s", type(error).__name__)
        return _refused(request, services, MISLUKT)
    sessie.start(request, medewerker)
    reply = HTMLResponse(page(request, services.settings, "aangemeld.html"))
    reply.delete_cookie(COOKIE, path=PATH)
    return reply


async def _claims(request: Request, settings: Settings) -> dict[str, Any]:
    """What the provider says of this person; signed by it, meant for us, and for this very login."""
    before = _signer(settings).loads(request.cookies.get(COOKIE, ""), max_age=MAX_AGE)
    if "code" not in request.query_params:
        raise OidcError(MISLUKT)
    provider = await _provider(settings)
    async with _client(request, settings, state=before["state"]) as client:
        token = await client.fetch_token(
            provider["token_endpoint"], authorization_response=str(request.url), code_verifier=before["verifier"]
        )
        keys = KeySet.import_key_set((await client.request("GET", provider["jwks_uri"], withhold_token=True)).json())
    decoded = jwt.decode(token["id_token"], keys, algorithms=ALGORITHMS)
    jwt.JWTClaimsRegistry(
        iss={"essential": True, "value": provider["issuer"]},
        aud={"essential": True, "value": settings.oidc_client_id},
        exp={"essential": True},
        sub={"essential": True},
        nonce={"essential": True, "value": before["nonce"]},
    ).validate(decoded.claims)
    return dict(decoded.claims)


def _account(services: Services, claims: dict[str, Any]) -> Medewerker:
    """The account of this person, made at the first login; the roles are those of the provider, each time."""
    name = str(claims.get("preferred_username") or claims.get("email") or claims["sub"]).strip().lower()
    given = claims.get(services.settings.oidc_roles) or []
    rollen: list[Rol] = known([given] if isinstance(given, str) else given)
    if not rollen:
        raise OidcError(GEEN_ROL)
    with services.storage.write() as session:
        medewerker = medewerkers.find(session, name)
        if medewerker is None:
            medewerker = medewerkers.add(session, name, "", rollen)
            audit.note(session, name, "account gemaakt bij aanmelden", f"medewerker/{name}", na={"rollen": rollen})
        if medewerker.wachtwoord_hash or not medewerker.actief:  # an account of ours is not to be had through another
            raise OidcError(GEEN_ROL)
        if medewerker.rollen != rollen:
            audit.note(session, name, "rollen", f"medewerker/{name}", {"rollen": medewerker.rollen}, {"rollen": rollen})
            medewerker.rollen = list(rollen)
        medewerkers.logged_in(session, name, now())
        return medewerker


def _client(request: Request, settings: Settings, state: str | None = None) -> AsyncOAuth2Client:
    base = settings.public_url or str(request.base_url).rstrip("/")
    return AsyncOAuth2Client(
        settings.oidc_client_id,
        settings.oidc_client_secret.get_secret_value(),
        scope="openid profile email",
        redirect_uri=f"{base}{PATH}/terug",
        code_challenge_method="S256",
        state=state,
        timeout=TIMEOUT,
    )


async def _provider(settings: Settings) -> dict[str, Any]:
    """Where everything of the provider is, as it says itself."""
    async with httpx.AsyncClient(timeout=TIMEOUT) as client:
        reply = await client.get(f"{settings.oidc_issuer.rstrip('/')}/.well-known/openid-configuration")
    provider: dict[str, Any] = reply.raise_for_status().json()
    return provider


def _signer(settings: Settings) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(sessie.session_secret(settings), salt=COOKIE)


def _refused(request: Request, services: Services, melding: str) -> HTMLResponse:
    content = page(request, services.settings, "aanmelden.html", melding=melding, gebruikersnaam="", verder="")
    return HTMLResponse(content, status_code=403)
