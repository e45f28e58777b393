"""What table 5 and 3.2.6 say about an address, in the order of the report, and the sentences they stand on."""

from collections.abc import Callable

from actions.checks.informele_locatie.zoeken import (
    ELDERS,
    GEEN_STRAAT,
    MEER_LOCATIES,
    NIET_IN_TABEL,
    Gezocht,
)
from actions.informele_locaties import InformeleLocaties
from actions.parameters import Waarden
from actions.uitkomst import ONVOLLEDIG, Regel

BEHOUDEN, IMPACT_VERKLEINEN = "behouden", "impact_verkleinen"

# Every parameter of the file, with the unit that it must have.
VERWACHT = {
    "label_behouden": "tekst",
    "label_impact_verkleinen": "tekst",
    "tabel": "tekst",
    "eerder_beleid": "tekst",
    "impact": "tekst",
    "nieuw_verzoek": "tekst",
    "ander_beleid": "tekst",
    "ander_beleid_behouden": "tekst",
    "functieverandering_mogelijk": "tekst",
}

IN_EEN_ZIN = {
    BEHOUDEN: "De gemeente wil deze plek voor bedrijven behouden.",
    IMPACT_VERKLEINEN: "De gemeente wil liever dat deze plek minder gevolgen heeft voor de omgeving.",
}


def tabel(gezocht: Gezocht, gegevens: InformeleLocaties, p: Waarden) -> Regel:
    """Whether the address stands in the table, and in which row."""
    if gezocht.locatie is None:
        oordeel = NIET_IN_TABEL if gezocht.soort in (NIET_IN_TABEL, ELDERS) else ONVOLLEDIG
        return Regel("tabel", oordeel, _waarom_niet(gezocht, gegevens), p["tabel"].bron)
    locatie, label = gezocht.locatie, p[f"label_{gezocht.locatie.label}"].tekst
    uitleg = (
        f"‘{gezocht.adres}’ staat in tabel 5, bij nummer {locatie.nummer} in stadsdeel {locatie.stadsdeel}. "
        f"Het label is ‘{label}’."
    )
    if locatie.onzeker:
        uitleg = f"{uitleg} {locatie.onzeker}"
    return Regel("tabel", locatie.label, uitleg, locatie.bron)


def betekenis(gezocht: Gezocht, _: InformeleLocaties, p: Waarden) -> Regel | None:
    """What the label means for another use of the place."""
    if gezocht.locatie is None:
        return None
    if gezocht.locatie.label == BEHOUDEN:
        uitleg = (
            f"{IN_EEN_ZIN[BEHOUDEN]} In 2011 koos zij ervoor om bij deze plekken niet mee te werken aan een andere "
            "bestemming. Voor deze visie heeft zij alle plekken opnieuw beoordeeld. "
            "De visie zegt niet met zoveel woorden of een andere bestemming hier nu kan."
        )
        return Regel("betekenis", BEHOUDEN, uitleg, p["eerder_beleid"].bron)
    uitleg = (
        f"{IN_EEN_ZIN[IMPACT_VERKLEINEN]} Zij keek naar de grootte, het gebruik, het verkeer en het soort bedrijf. "
        "De visie zegt niet welke andere bestemming hier mag."
    )
    return Regel("betekenis", IMPACT_VERKLEINEN, uitleg, p["impact"].bron)


def nieuw_verzoek(gezocht: Gezocht, _: InformeleLocaties, p: Waarden) -> Regel | None:
    if gezocht.locatie is None:
        return None
    uitleg = (
        "Wat er nu is, blijft zoals het is. Doet u een nieuw verzoek, bijvoorbeeld om de bestemming te wijzigen? "
        "Dan toetst de gemeente dat aan dit label."
    )
    return Regel("nieuw_verzoek", gezocht.locatie.label, uitleg, p["nieuw_verzoek"].bron)


def ander_beleid(gezocht: Gezocht, _: InformeleLocaties, p: Waarden) -> Regel | None:
    if gezocht.locatie is None:
        return None
    uitleg = (
        "Ander beleid kan ruimte geven om van het label af te wijken. "
        "Zo wil de gemeente binnen de Singel meer woningen dicht bij elkaar."
    )
    return Regel("ander_beleid", gezocht.locatie.label, uitleg, p["ander_beleid"].bron)


def ander_beleid_behouden(gezocht: Gezocht, _: InformeleLocaties, p: Waarden) -> Regel | None:
    """The weighing case by case; the text speaks of it only for places to keep."""
    if gezocht.locatie is None or gezocht.locatie.label != BEHOUDEN:
        return None
    uitleg = (
        "Wilt u deze plek veranderen, en past dat bij een andere wens van de gemeente? "
        "Dan beoordeelt zij per geval welke wens voorgaat."
    )
    return Regel("ander_beleid_behouden", BEHOUDEN, uitleg, p["ander_beleid_behouden"].bron)


def functieverandering_mogelijk(gezocht: Gezocht, _: InformeleLocaties, p: Waarden) -> Regel | None:
    """What is not in the table may have been judged in 2011; that list is not in the document."""
    if gezocht.soort != NIET_IN_TABEL:
        return None
    uitleg = (
        "Er zijn ook plekken die vroeger als ‘functieverandering mogelijk’ zijn beoordeeld. Dat blijft zo. "
        "Die lijst staat niet in de visie. Wij weten dus niet of uw adres erbij hoort."
    )
    return Regel("functieverandering_mogelijk", NIET_IN_TABEL, uitleg, p["functieverandering_mogelijk"].bron)


REGELS: tuple[Callable[[Gezocht, InformeleLocaties, Waarden], Regel | None], ...] = (
    tabel,
    betekenis,
    nieuw_verzoek,
    ander_beleid,
    ander_beleid_behouden,
    functieverandering_mogelijk,
)


def bedoelt_u(gezocht: Gezocht) -> str:
    """The question whether an address near by was meant; empty when there is none."""
    if not gezocht.suggesties:
        return ""
    *eerste, laatste = (f"‘{adres}’" for adres in gezocht.suggesties)
    keuze = f"{', '.join(eerste)} of {laatste}" if eerste else laatste
    return f"Bedoelt u {keuze}?"


def _waarom_niet(gezocht: Gezocht, gegevens: InformeleLocaties) -> str:
    if gezocht.soort == ELDERS:
        return f"U noemt een plek buiten Enschede: {gezocht.elders}. Tabel 5 gaat alleen over adressen in Enschede."
    if gezocht.soort == GEEN_STRAAT:
        return "Wij lezen geen straat met een huisnummer. Die hebben wij allebei nodig."
    if gezocht.soort == MEER_LOCATIES:
        return "U noemt adressen die niet bij elkaar horen in tabel 5. Vraag ze één voor één."
    if gezocht.soort == NIET_IN_TABEL:
        return (
            f"‘{gezocht.adres}’ staat niet in tabel 5. Daarom heeft dit adres geen label. {bedoelt_u(gezocht)}".strip()
        )
    if gezocht.straat is None:
        return "Wij missen het huisnummer. De tabel gaat per adres."
    nummers = ", ".join(map(str, sorted({adres.nummer for adres in gegevens.straten[gezocht.straat]})))
    allebei = (
        " Deze straat heeft adressen met verschillende labels." if len(gegevens.labels(gezocht.straat)) > 1 else ""
    )
    return f"Wij missen het huisnummer. Van de {gezocht.straat} staat in tabel 5: nummer {nummers}.{allebei}"
