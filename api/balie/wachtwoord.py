"""Passwords: hashed with argon2id by argon2-cffi, with the parameters that it recommends."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_LENGTH = 12  # characters; length is what makes a password hard to guess
MAX_LENGTH = 200  # no more, or one request could keep the processor busy

_hasher = PasswordHasher()
_NOBODY = _hasher.hash("nobody has this password")


def hash_password(password: str) -> str:
    """Raises ValueError, in Dutch, for a password that is too short or too long."""
    if not MIN_LENGTH <= len(password) <= MAX_LENGTH:
        raise ValueError(f"Een wachtwoord heeft {MIN_LENGTH} tot en met {MAX_LENGTH} tekens.")
    return _hasher.hash(password)


def is_right(hash_: str | None, password: str) -> bool:
    """Takes as long for an account that does not exist (None), or that has no password, as for one that does."""
    try:
        _hasher.verify(hash_ or _NOBODY, password[:MAX_LENGTH])
    except (VerificationError, InvalidHashError):
        return False
    return bool(hash_)
