"""What the Accept header of a request prefers."""

from collections.abc import Iterator

from fastapi import Request


def prefers(request: Request, media_type: str) -> bool:
    """Whether the header asks for this media type rather than for JSON."""
    quality = dict(_accepted(request.headers.get("accept", "")))
    return quality.get(media_type, 0.0) > quality.get("application/json", 0.0)


def _accepted(header: str) -> Iterator[tuple[str, float]]:
    """Media types of an Accept header with their quality."""
    for part in header.split(","):
        name, _, parameters = part.partition(";")
        quality = next((p.strip()[2:] for p in parameters.split(";") if p.strip().startswith("q=")), "1")
        try:
            yield name.strip().lower(), float(quality)
        except ValueError:
            continue
