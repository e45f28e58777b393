"""A list in pages. Who asks for no page gets the whole list; links to the others stand in `Link` (RFC 8288)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Query, Request, Response

T = TypeVar("T")
USUAL = 20


@dataclass(frozen=True)
class Paging:
    """Which page was asked for, if any."""

    request: Request
    response: Response
    pagina: int | None
    per_pagina: int | None

    def of(self, rows: Sequence[T]) -> list[T]:
        """The rows of the page; puts the links to the other pages on the response."""
        if self.pagina is None and self.per_pagina is None:
            return list(rows)
        page, size = self.pagina or 1, self.per_pagina or USUAL
        last = max(1, -(-len(rows) // size))
        pages = {"first": 1, "prev": page - 1, "next": page + 1, "last": last}
        links = [f'<{self._url(number)}>; rel="{rel}"' for rel, number in pages.items() if 1 <= number <= last]
        self.response.headers["Link"] = ", ".join(links)
        return list(rows[(page - 1) * size : page * size])

    def _url(self, page: int) -> str:
        url = self.request.url.include_query_params(pagina=page)
        return f"{url.path}?{url.query}"


def _paging(
    request: Request,
    response: Response,
    pagina: Annotated[int | None, Query(ge=1, le=100_000, description="Welke pagina. Zonder: de hele lijst.")] = None,
    per_pagina: Annotated[
        int | None, Query(alias="perPagina", ge=1, le=100, description=f"Hoeveel per pagina; anders {USUAL}.")
    ] = None,
) -> Paging:
    return Paging(request, response, pagina, per_pagina)


PagingDep = Annotated[Paging, Depends(_paging)]
