"""Encryption of what somebody gave us to be called back: at rest it is readable with the key only."""

import base64
import hashlib
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

KEY_FILE = "opslag.sleutel"


class Cipher:
    """AES-128-CBC with HMAC-SHA256 (Fernet), under a key derived from a secret of 32 characters or more."""

    def __init__(self, secret: str) -> None:
        self._fernet = Fernet(base64.urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()))

    def encrypt(self, text: str) -> str:
        return self._fernet.encrypt(text.encode()).decode()

    def decrypt(self, token: str) -> str | None:
        """None when it was encrypted with another key."""
        try:
            return self._fernet.decrypt(token.encode()).decode()
        except InvalidToken:
            return None


def secret_from(setting: str, data_dir: Path, file_name: str = KEY_FILE) -> str:
    """The secret of the setting, or one made once and kept in `data_dir`, readable by the service only."""
    if setting:
        return setting
    data_dir.mkdir(parents=True, exist_ok=True)
    path = data_dir / file_name
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
    except FileExistsError:
        pass
    return path.read_text()
