"""What an administrator sees of the service at work: logs, metrics and traces. Never what somebody typed.

with stage("search"):        # one part of handling a request: timed, and a span when traces are on
    …
"""

from api.telemetry.metrics import count_answer, count_verdict
from api.telemetry.stages import stage

__all__ = ["count_answer", "count_verdict", "stage"]
