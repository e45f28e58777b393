"""The action endpoint that Rasa calls: POST /webhook, as the action server of rasa-sdk has it, on the API's own ASGI
server."""

from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from actions import rasa_actions, rasa_check
from actions.omgeving import Omgeving, stel_in

ACTIES = (
    rasa_actions.ActionBeleid,
    rasa_actions.ActionVasteTekst,
    rasa_actions.ActionOpnieuw,
    rasa_actions.ActionWaarom,
    rasa_check.ValidateCheckForm,
)


def build_executor(omgeving: Omgeving) -> ActionExecutor:
    """rasa-sdk's executor with our actions, which will work with `omgeving`."""
    stel_in(omgeving)
    executor = ActionExecutor()
    for actie in ACTIES:
        executor.register_action(actie)
    return executor


def build_action_app(omgeving: Omgeving) -> Starlette:
    """The ASGI app to mount on a loopback listener. Never on a public one: it trusts its caller."""
    executor = build_executor(omgeving)

    async def webhook(request: Request) -> JSONResponse:
        call: dict[str, Any] = await request.json()
        try:
            result = await executor.run(call)
        except ActionExecutionRejection as error:
            return JSONResponse({"error": str(error), "action_name": error.action_name}, status_code=400)
        except ActionNotFoundException as error:
            return JSONResponse({"error": str(error), "action_name": error.action_name}, status_code=404)
        return JSONResponse(result.model_dump() if result is not None else {})

    return Starlette(routes=[Route("/webhook", webhook, methods=["POST"])])
