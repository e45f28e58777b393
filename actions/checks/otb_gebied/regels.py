"""What 2.2 and 1.2 of the OTB say about a business park, in the order of the report."""

from actions.bedrijventerreinen import OtbTerrein
from actions.parameters import Waarden
from actions.uitkomst import ONVOLLEDIG, Regel

ONBEKEND = "onbekend_terrein"
OORDELEN = ("binnen_otb", "buiten_otb")
# Every parameter of the file, with the unit that it must have.
VERWACHT = {
    "binnen": "oordeel",
    "buiten": "oordeel",
    "reden_buiten": "tekst",
    "bindend": "tekst",
    "niet_bindend": "tekst",
}


def een_terrein(terrein: OtbTerrein, p: Waarden) -> list[Regel]:
    """The rules for a park of the lists: in which list, by which sentence, and what follows."""
    oordeel = p["binnen" if terrein.binnen else "buiten"].tekst
    in_de_lijst = f"‘{terrein.terrein}’ staat in de lijst van terreinen {'in' if terrein.binnen else 'buiten'} het OTB."
    regels = [Regel("terrein", oordeel, in_de_lijst, terrein.bron)]
    if terrein.binnen:
        return [
            *regels,
            Regel("afbakening", oordeel, "Het OTB geldt voor de terreinen in deze lijst.", p["binnen"].bron),
            Regel("bindend", oordeel, "Het college van Hengelo moet zich aan het OTB houden.", p["bindend"].bron),
            Regel("niet_bindend", oordeel, "Het OTB bindt u en andere organisaties niet.", p["niet_bindend"].bron),
        ]
    uitleg = "De terreinen in deze lijst vallen buiten het OTB."
    reden = (
        "Daar zijn drie redenen voor: een terrein is anders dan de gewone bedrijventerreinen, het hoort al bij een "
        "andere ontwikkeling, of het ligt buiten de gemeente. De tekst zegt niet welke reden bij welk terrein hoort."
    )
    return [
        *regels,
        Regel("afbakening", oordeel, uitleg, p["buiten"].bron),
        Regel("reden", oordeel, reden, p["reden_buiten"].bron),
    ]


def meer_terreinen(naam: str, passend: list[OtbTerrein], p: Waarden) -> list[Regel]:
    """The name fits several parks: which of them is in and which is not."""
    binnen = [terrein.terrein for terrein in passend if terrein.binnen]
    buiten = [terrein.terrein for terrein in passend if not terrein.binnen]
    zinnen = [f"De naam ‘{naam}’ past bij {len(passend)} terreinen."]
    if binnen:
        zinnen.append(f"Binnen het OTB: {', '.join(binnen)}.")
    if buiten:
        zinnen.append(f"Buiten het OTB: {', '.join(buiten)}.")
    return [Regel("terrein", ONVOLLEDIG, " ".join(zinnen), p["binnen"].bron)]


def geen_terrein(naam: str, suggesties: tuple[str, ...], p: Waarden) -> list[Regel]:
    """The name fits no park of the lists; it is never taken for one that looks like it."""
    uitleg = f"‘{naam}’ staat niet in de lijsten van het OTB. Wij weten dus niet of het erbij hoort."
    if suggesties:
        *eerste, laatste = (f"‘{terrein}’" for terrein in suggesties)
        keuze = f"{', '.join(eerste)} of {laatste}" if eerste else laatste
        uitleg = f"{uitleg} Bedoelt u {keuze}?"
    return [Regel("terrein", ONBEKEND, uitleg, p["binnen"].bron)]


def naam_ontbreekt(p: Waarden) -> list[Regel]:
    return [Regel("terrein", ONVOLLEDIG, "Wij weten nog niet om welk bedrijventerrein het gaat.", p["binnen"].bron)]
