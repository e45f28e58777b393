"""Inputs of every check for property tests: words of every category, and numbers at each limit and a step past it."""

from datetime import date
from typing import Any

from check_cases import lees
from hypothesis import strategies as st

from actions.checks import bedrijfskavel, informele_locatie, kantoorlocatie, otb_gebied, werken_aan_huis
from actions.checks.functiemenging.invoer import PROFIELEN
from actions.parameters import ENERGIELABELS, Waarden

DAG = date(2026, 1, 1)


def grenzen(p: Waarden, *namen: str, stap: float = 0.25) -> list[float]:
    return [float(p[naam].getal) + verschil for naam in namen for verschil in (-stap, 0, stap)]


def veld(*waarden: object) -> st.SearchStrategy[object]:
    return st.sampled_from(waarden)


def _woorden(bestand: str, sleutel: str | None = None) -> list[str]:
    """Some words for every category that can be recognised, and words that cannot."""
    inhoud = lees(bestand)
    return [str(tekst) for teksten in (inhoud[sleutel] if sleutel else inhoud).values() for tekst in teksten[:6]]


GEMEENTE = veld("enschede", "enschede", "enschede", "enschede", "hengelo")
JA_NEE = st.booleans()
P_HUIS, P_KANTOOR = (each.PARAMETERS.op(DAG) for each in (werken_aan_huis, kantoorlocatie))
P_KAVEL = bedrijfskavel.PARAMETERS.op(DAG)
KWART = st.integers(1, 1200).map(lambda kwarten: kwarten / 4)


@st.composite
def huis(draw: st.DrawFn) -> dict[str, object]:
    """Areas near the limits of share and size; the business is never larger than the dwelling."""
    woning = draw(st.one_of(veld(100, 200, 300, 400), KWART))
    aandelen = (P_HUIS["vloeroppervlak_aandeel_vrij"].getal, P_HUIS["vloeroppervlak_aandeel_afwijken"].getal)
    om_de_grens = [
        round(float(woning) * float(aandeel) / 100 * 4) / 4 + stap for aandeel in aandelen for stap in (-0.25, 0, 0.25)
    ]
    om_het_maximum = grenzen(P_HUIS, "vloeroppervlak_maximum_vrij")
    bedrijf = draw(st.one_of(veld(*om_de_grens, *om_het_maximum), KWART))
    velden: dict[str, object] = {"woningOppervlakteM2": woning, "bedrijfOppervlakteM2": min(max(bedrijf, 0.25), woning)}
    soorten = ("dienstverlenend", "ambachtelijk", "horeca", "detailhandel", "anders")
    aantallen = [int(each) for each in grenzen(P_HUIS, "groep_kantooruren", "groep_buiten_kantooruren", stap=1)]
    keuze = draw(
        st.fixed_dictionaries(
            {},
            optional={
                "gemeente": GEMEENTE,
                "activiteit": veld(*_woorden("activiteiten")),
                "activiteitCategorie": veld(*soorten),
                "bewoner": veld(True, True, True, False),
                "bezoekersKantooruren": veld(0, 99, *aantallen),
                "bezoekersBuitenKantooruren": veld(0, 99, *aantallen),
                **dict.fromkeys(("centrumOfStadserf", "buitenopslag", "openbareRuimte", "extraVerkeer"), JA_NEE),
            },
        )
    )
    weg = draw(st.sets(veld(*velden), max_size=1))
    return {naam: waarde for naam, waarde in {**velden, **keuze}.items() if naam not in weg}


def _velden(**velden: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional={"gemeente": GEMEENTE, **velden})


INVOER: dict[str, st.SearchStrategy[dict[str, object]]] = {
    "werken-aan-huis": huis(),
    "kantoorlocatie": _velden(
        locatie=veld(*_woorden("kantoorplekken")),
        loopminutenStation=veld(0, 500, *grenzen(P_KANTOOR, "loopafstand_station")),
        oppervlakteM2=veld(1, 9999, *grenzen(P_KANTOOR, "oppervlakte_singel")),
        energielabel=veld(*ENERGIELABELS),
        **dict.fromkeys(("bijBedrijf", "aparteEenheid", "monument"), JA_NEE),
    ),
    "informele-locatie": _velden(
        adres=veld(
            *(each["adres"] for each in lees("informele_locatie")["gevallen"]),
            *(str(adres) for adres in informele_locatie.TABEL.op_adres),
        )
    ),
    "functiemenging": _velden(
        profiel=veld(*PROFIELEN),
        functie=st.lists(veld(*_woorden("functies")), min_size=1, max_size=3).map(" en ".join),
        ondersteunend=JA_NEE,
    ),
    "bedrijfskavel": _velden(
        kavelM2=st.one_of(veld(*grenzen(P_KAVEL, "kavel_kleiner_dan")), st.integers(1, 40_000)),
        sector=veld(*lees("bedrijfskavel")["sectoren"]),
        **dict.fromkeys(("gevestigdInEnschede", "stadsdistributie"), JA_NEE),
    ),
    "otb-gebied": st.fixed_dictionaries(
        {},
        optional={
            "gemeente": veld("hengelo", "hengelo", "hengelo", "enschede"),
            "terrein": st.one_of(
                veld(*otb_gebied.TERREINEN, *(each["terrein"] for each in lees("otb_gebied")["gevallen"])),
                st.text("abcdefgkwz 12&-", min_size=1, max_size=20).filter(str.strip),
            ),
        },
    ),
}
