"""What `python -m api doctor` looks at: a part, and the function that examines it. Nothing is changed."""

from collections.abc import Callable, Iterable, Mapping

from api.doctor import environment, parts
from api.doctor.finding import Finding
from api.settings import Settings

PARTS: Mapping[str, Callable[[Settings], Iterable[Finding]]] = {
    "instellingen": environment.settings,
    "map voor gegevens": environment.data_dir,
    "poort": environment.port,
    "opslag": parts.storage,
    "redis": environment.redis,
    "kennisbank": parts.knowledge,
    "dialoog": parts.dialogue,
    "traces": environment.traces,
}
