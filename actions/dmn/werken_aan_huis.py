"""The decision tables of `werken-aan-huis` (Enschede, 3.2.7)."""

from collections.abc import Mapping
from datetime import date

from actions.checks import werken_aan_huis as check
from actions.checks.velden import bekend
from actions.checks.werken_aan_huis.invoer import lees_invoer
from actions.checks.werken_aan_huis.vloeroppervlak import BINNENPLANS
from actions.dmn import model as m
from actions.dmn.feiten import NIET_HERKEND, met_alle_namen
from actions.dmn.model import BEKEND, LEEG, Berekening, Gegeven, Model, Rij, Tabel, getal, ja_of_nee, woorden
from actions.herkenning import CATEGORIEEN, ONZEKER, TOEGELATEN, herken
from actions.parameters import Parameter, Waarden
from actions.uitkomst import NIET_TOEGESTAAN, ONVOLLEDIG, TOEGESTAAN, VERGUNNING_OORDELEN

_MAG, _WEET_NIET = woorden(TOEGESTAAN), woorden(ONVOLLEDIG)
GEGEVENS = (
    Gegeven("gemeente", m.TEKST, "De gemeente van de woning."),
    Gegeven(
        "activiteitHerkend",
        m.TEKST,
        "Bij welke soort de omschrijving van de activiteit hoort. De software leest dat uit de tekst, vóór deze "
        f"tabellen: {', '.join(CATEGORIEEN)}, {ONZEKER} of {NIET_HERKEND}. Leeg: er is geen omschrijving.",
    ),
    Gegeven("activiteitCategorie", m.TEKST, "De soort die de ondernemer zelf koos. Leeg: niet gekozen."),
    Gegeven("bewoner", m.JA_NEE, "Woont de ondernemer zelf in de woning?"),
    Gegeven("woningOppervlakteM2", m.GETAL, "De oppervlakte van de hele woning, in m²."),
    Gegeven("bedrijfOppervlakteM2", m.GETAL, "De oppervlakte van het bedrijf, in m²."),
    Gegeven("bezoekersKantooruren", m.GETAL, "Het grootste aantal klanten tegelijk, tijdens kantooruren."),
    Gegeven("bezoekersBuitenKantooruren", m.GETAL, "Het grootste aantal klanten tegelijk, buiten kantooruren."),
    Gegeven("centrumOfStadserf", m.JA_NEE, "Ligt de woning in het centrum of in een stadserf?"),
    Gegeven("buitenopslag", m.JA_NEE, "Worden buiten goederen opgeslagen?"),
    Gegeven("openbareRuimte", m.JA_NEE, "Wordt gewerkt in de openbare ruimte, anders dan laden en lossen?"),
    Gegeven("extraVerkeer", m.JA_NEE, "Komt er door het bedrijf meer verkeer?"),
)


def model(dag: date) -> Model:
    """The tables with the values of that day. Raises LookupError when there were none."""
    p = check.PARAMETERS.op(dag)
    regels = (
        _activiteit(p),
        _bewoner(p),
        _aandeel(p),
        _maximum(p),
        _groep("regel_bezoekers_kantooruren", "bezoekersKantooruren", p["groep_kantooruren"], p),
        _groep("regel_bezoekers_buiten_kantooruren", "bezoekersBuitenKantooruren", p["groep_buiten_kantooruren"], p),
        _ja_nee("buitenopslag", "Mag u buiten goederen opslaan?", "buitenopslag", p),
        _ja_nee("openbare_ruimte", "Mag u in de openbare ruimte werken?", "openbareRuimte", p),
        _ja_nee("extra_verkeer", "Mag er meer verkeer komen?", "extraVerkeer", p),
    )
    formule = "100 * bedrijfOppervlakteM2 / woningOppervlakteM2"
    nodig = ("bedrijfOppervlakteM2", "woningOppervlakteM2")
    aandeel = Berekening("aandeel", "Welk deel van de woning is voor het bedrijf, in procenten?", formule, nodig)
    eind = (m.strengste(regels, VERGUNNING_OORDELEN), m.eindoordeel(check.GEMEENTE))
    return Model(check.NAAM, check.CHECK.titel, check.KADER.regelset, GEGEVENS, (aandeel, *regels, *eind))


def feiten(fields: Mapping[str, object]) -> dict[str, object]:
    """The facts of the tables, from the fields of a request. Raises InvoerFouten."""
    invoer = lees_invoer(fields)
    herkend = None
    if invoer.activiteit is not None:
        termen = check.ACTIVITEITEN.op(invoer.peildatum or date.today())
        herkend = herken(invoer.activiteit, termen).categorie or NIET_HERKEND
    return met_alle_namen(GEGEVENS, {**bekend(invoer), "activiteitHerkend": herkend})


def _activiteit(p: Waarden) -> Tabel:
    """The strictest of what was recognised and what the user chose; without a description nothing is allowed yet."""
    citaten = check.ACTIVITEITEN.citaten
    oordelen = {categorie: (_MAG, citaten[categorie]) for categorie in TOEGELATEN}
    for categorie in CATEGORIEEN:
        regel = p["activiteit_niet_genoemd" if categorie == "anders" else "horeca_en_detailhandel"]
        oordelen.setdefault(categorie, (woorden(regel.tekst), regel.bron))
    vraagt = citaten["beperkt_tot"]
    rijen = [
        Rij({"activiteitHerkend": LEEG}, _WEET_NIET, vraagt),
        Rij({"activiteitHerkend": woorden(ONZEKER, NIET_HERKEND), "activiteitCategorie": LEEG}, _WEET_NIET, vraagt),
        *(
            Rij({kolom: woorden(categorie)}, dan, bron)
            for kolom in ("activiteitHerkend", "activiteitCategorie")
            for categorie, (dan, bron) in oordelen.items()
        ),
    ]
    return m.met_voorrang("regel_activiteit", "Mag deze activiteit in een woning?", rijen, VERGUNNING_OORDELEN)


def _bewoner(p: Waarden) -> Tabel:
    ja, nee = Rij({}, _MAG, p["bewoner"].bron), Rij({}, woorden(p["bewoner"].tekst), p["bewoner"].bron)
    return ja_of_nee("regel_bewoner", "Woont de ondernemer zelf in de woning?", "bewoner", ja, nee, _WEET_NIET)


def _aandeel(p: Waarden) -> Tabel:
    woning, bedrijf = "woningOppervlakteM2", "bedrijfOppervlakteM2"
    vrij, afwijken = p["vloeroppervlak_aandeel_vrij"], p["vloeroppervlak_aandeel_afwijken"]
    samen = {woning: BEKEND, bedrijf: BEKEND}
    van, tot = getal(vrij.getal), getal(afwijken.getal)
    rijen = (
        Rij({woning: LEEG}, _WEET_NIET, p["vloeroppervlak_woning"].bron),
        Rij({woning: BEKEND, bedrijf: LEEG}, _WEET_NIET, p["vloeroppervlak_woning"].bron),
        Rij({**samen, "aandeel": f"<= {van}"}, _MAG, vrij.bron),
        Rij({**samen, "aandeel": f"({van}..{tot}]"}, woorden(BINNENPLANS), afwijken.bron),
        Rij({**samen, "aandeel": f"> {tot}"}, woorden(NIET_TOEGESTAAN), afwijken.bron),
    )
    return Tabel("regel_vloeroppervlak_aandeel", "Is het deel van de woning klein genoeg?", m.UNIQUE, rijen)


def _maximum(p: Waarden) -> Tabel:
    kolom, vrij = "bedrijfOppervlakteM2", p["vloeroppervlak_maximum_vrij"]
    rijen = (
        Rij({kolom: LEEG}, _WEET_NIET, vrij.bron),
        Rij({kolom: f"<= {getal(vrij.getal)}"}, _MAG, vrij.bron),
        Rij({kolom: f"> {getal(vrij.getal)}"}, woorden(BINNENPLANS), p["vloeroppervlak_aandeel_afwijken"].bron),
    )
    return Tabel("regel_vloeroppervlak_maximum", "Is het bedrijf niet te groot?", m.UNIQUE, rijen)


def _groep(naam: str, kolom: str, grens: Parameter, p: Waarden) -> Tabel:
    """No number given is taken to be within the limit."""
    vrij, groter, elders = p["groep_in_centrum_of_stadserf"], p["groep_groter"], {"centrumOfStadserf": m.NEE_OF_LEEG}
    rijen = (
        Rij({"centrumOfStadserf": m.JA}, woorden(vrij.tekst), vrij.bron),
        Rij({**elders, kolom: LEEG}, _MAG, grens.bron),
        Rij({**elders, kolom: f"<= {getal(grens.getal)}"}, _MAG, grens.bron),
        Rij({**elders, kolom: f"> {getal(grens.getal)}"}, woorden(groter.tekst), groter.bron),
    )
    return Tabel(naam, "Komen er niet te veel klanten tegelijk?", m.UNIQUE, rijen)


def _ja_nee(naam: str, vraag: str, kolom: str, p: Waarden) -> Tabel:
    return ja_of_nee(
        f"regel_{naam}", vraag, kolom, Rij({}, woorden(p[naam].tekst), p[naam].bron), Rij({}, _MAG, p[naam].bron)
    )
