"""How long things are kept, and what sees to it: a pass now and then in the service, and `python -m api retention`.

PRIVACY.md says why each is kept for so long.
"""

from api.retention.enforce import Removed, enforce, enforce_regularly

__all__ = ["Removed", "enforce", "enforce_regularly"]
