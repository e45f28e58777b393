"""What was found about one part."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Finding:
    """`sentence`: what is so, and for anything but "goed" what to do; Dutch, one sentence."""

    state: Literal["goed", "let op", "fout"]
    sentence: str
