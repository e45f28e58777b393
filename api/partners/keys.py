"""Partners' keys: made, rotated and revoked. The key itself is seen once, by who makes it; only its hash is kept.

A key is `olk_`, 8 characters that tell it apart, `_`, and 43 random ones (256 bits). Nobody can guess such a secret, so
a plain SHA-256 is enough: a slow hash is for secrets that people think up, and would cost each request its time.
"""

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from api.partners.scopes import SCOPES
from api.storage import audit, sleutels
from api.storage.tables import Sleutel
from api.storage.types import now

PATTERN = re.compile(r"(olk_[a-z2-7]{8})_[A-Za-z0-9_-]{43}")
ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
OVERLAP = timedelta(days=7)  # both keys work while a partner changes over


class SleutelError(ValueError):
    """What was asked of a key cannot be done; the message says why, in Dutch."""


@dataclass(frozen=True)
class NewKey:
    """A key that was just made; `secret` is shown now and never again."""

    record: Sleutel
    secret: str


def prefix_of(key: str) -> str | None:
    """The part that may be shown and logged; None for what is no key."""
    match = PATTERN.fullmatch(key)
    return match[1] if match else None


def hash_of(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def make(
    session: Session,
    wie: str,
    naam: str,
    scopes: Sequence[str],
    limiet_per_minuut: int | None = None,
    verloopt_op: datetime | None = None,
) -> NewKey:
    """`wie` makes a key for the partner `naam`; without a limit of its own the setting holds. Raises SleutelError."""
    if not naam.strip():
        raise SleutelError("Geef de naam van de partner.")
    if not scopes or set(scopes) - set(SCOPES):
        raise SleutelError(f"Kies uit deze onderdelen: {', '.join(SCOPES)}.")
    if limiet_per_minuut is not None and limiet_per_minuut < 1:
        raise SleutelError("De limiet is minstens 1 verzoek per minuut.")
    if verloopt_op is not None and verloopt_op <= now():
        raise SleutelError("De einddatum is al voorbij.")
    prefix = "olk_" + "".join(secrets.choice(ALPHABET) for _ in range(8))
    secret = f"{prefix}_{secrets.token_urlsafe(32)}"
    record = sleutels.add(session, naam.strip(), prefix, hash_of(secret), scopes, limiet_per_minuut, verloopt_op)
    audit.note(session, wie, "sleutel gemaakt", f"sleutel/{prefix}", na={"naam": record.naam, "scopes": record.scopes})
    return NewKey(record, secret)


def rotate(session: Session, wie: str, prefix: str, overlap: timedelta = OVERLAP) -> NewKey:
    """A new key with the same rights; the old one ends after `overlap`, or sooner if it would. Raises SleutelError."""
    old = _valid(session, prefix)
    new = make(session, wie, old.naam, old.scopes, old.limiet_per_minuut, old.verloopt_op)
    end = now() + overlap
    old.verloopt_op = min(end, old.verloopt_op) if old.verloopt_op else end
    na = {"opvolger": new.record.prefix, "verlooptOp": old.verloopt_op.isoformat()}
    audit.note(session, wie, "sleutel vervangen", f"sleutel/{prefix}", na=na)
    return new


def revoke(session: Session, wie: str, prefix: str) -> None:
    """The key stops working: at once here, within `keyring.TRUSTED_FOR` elsewhere. Raises SleutelError."""
    sleutels.revoke(session, _valid(session, prefix).id)
    audit.note(session, wie, "sleutel ingetrokken", f"sleutel/{prefix}")


def _valid(session: Session, prefix: str) -> Sleutel:
    record = sleutels.by_prefix(session, prefix)
    if record is None or not sleutels.is_valid(record):
        raise SleutelError(f"Er is geen geldige sleutel die begint met {prefix}.")
    return record
