"""From the fields of a request to the facts that the tables read.

Free text (an activity, a place, a sector, a function, an address, the name of a park) is read by the check's own code
first: a table gets the category that was recognised, never the text. What is not known is None (`null` in FEEL).
"""

from collections.abc import Mapping, Sequence

from actions.dmn.model import Gegeven

NIET_HERKEND = "niet_herkend"


def met_alle_namen(gegevens: Sequence[Gegeven], feiten: Mapping[str, object]) -> dict[str, object]:
    """Exactly the facts of a model."""
    return {gegeven.naam: feiten.get(gegeven.naam) for gegeven in gegevens}
