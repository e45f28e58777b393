"""Impossible input of `werken-aan-huis`: refused, with every error named at once."""

import pytest

from actions.checks import CHECKS
from actions.uitkomst import InvoerFouten

CHECK = CHECKS["werken-aan-huis"]
GOED: dict[str, object] = {
    "gemeente": "enschede",
    "woningOppervlakteM2": 120,
    "bedrijfOppervlakteM2": 30,
    "activiteit": "boekhouder",
    "bewoner": True,
}


def fouten(**invoer: object) -> list[str]:
    with pytest.raises(InvoerFouten) as gevangen:
        CHECK.beoordeel({**GOED, **invoer})
    assert all(fout["melding"].endswith(".") for fout in gevangen.value.fouten)
    return [fout["veld"] for fout in gevangen.value.fouten]


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("woningOppervlakteM2", -1),
        ("woningOppervlakteM2", 0),
        ("woningOppervlakteM2", "120 m2"),
        ("woningOppervlakteM2", "120"),
        ("woningOppervlakteM2", True),
        ("woningOppervlakteM2", None),
        ("woningOppervlakteM2", float("nan")),
        ("woningOppervlakteM2", float("inf")),
        ("woningOppervlakteM2", 1_000_001),
        ("woningOppervlakteM2", 10**400),
        ("bedrijfOppervlakteM2", 0),
        ("bedrijfOppervlakteM2", -0.01),
        ("bedrijfOppervlakteM2", 120.01),
        ("bewoner", 1),
        ("bewoner", "ja"),
        ("bewoner", None),
        ("activiteit", ""),
        ("activiteit", "  \n"),
        ("activiteit", 7),
        ("activiteit", "a" * 501),
        ("activiteit", "kapper \ud800"),
        ("gemeente", "almelo"),
        ("gemeente", "Enschede"),
        ("gemeente", 1),
        ("activiteitCategorie", "onzeker"),
        ("bezoekersKantooruren", -1),
        ("bezoekersKantooruren", 1.5),
        ("bezoekersKantooruren", True),
        ("bezoekersBuitenKantooruren", "drie"),
        ("buitenopslag", 0),
        ("peildatum", "2026-02-30"),
        ("peildatum", "20260201"),
        ("peildatum", 2026),
        ("onbekendVeld", 1),
    ],
)
def test_one_error(veld: str, waarde: object) -> None:
    assert fouten(**{veld: waarde}) == [veld]


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("woningOppervlakteM2", 1_000_000),
        ("bedrijfOppervlakteM2", 120),
        ("bedrijfOppervlakteM2", 0.01),
        ("activiteit", "a" * 500),
        ("bezoekersKantooruren", 0),
        ("bezoekersKantooruren", 3.0),
        ("peildatum", "2026-02-28"),
        ("gemeente", "hengelo"),
    ],
)
def test_at_the_limit_is_no_error(veld: str, waarde: object) -> None:
    assert CHECK.beoordeel({**GOED, veld: waarde}).gegevens[veld] == waarde


def test_all_errors_at_once() -> None:
    gevonden = fouten(gemeente="almelo", woningOppervlakteM2=20, bewoner="ja", extra=1, bezoekersKantooruren=-1)
    assert sorted(gevonden) == [
        "bedrijfOppervlakteM2",  # 30 m² in a dwelling of 20 m²
        "bewoner",
        "bezoekersKantooruren",
        "extra",
        "gemeente",
    ]


def test_a_business_larger_than_the_dwelling_is_said_in_words() -> None:
    with pytest.raises(InvoerFouten, match=r": Uw bedrijf kan niet groter zijn dan de hele woning\.$"):
        CHECK.beoordeel({**GOED, "bedrijfOppervlakteM2": 121})


def test_impossible_input_is_refused_for_another_gemeente_too() -> None:
    assert fouten(gemeente="hengelo", bedrijfOppervlakteM2=121) == ["bedrijfOppervlakteM2"]


def test_the_schema_describes_every_field_and_nothing_private() -> None:
    eigenschappen = CHECK.schema["properties"]
    assert isinstance(eigenschappen, dict)
    assert all(eigenschap["description"] for eigenschap in eigenschappen.values())
    assert not any(sleutel.startswith("x-") for eigenschap in eigenschappen.values() for sleutel in eigenschap)
    assert CHECK.schema["additionalProperties"] is False
