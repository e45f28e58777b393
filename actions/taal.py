"""Just enough Dutch to read a short description of an activity: words that say nothing about what it is."""

import re
import unicodedata

VERBINDINGEN = frozenset("en of plus tevens daarnaast maar wel met ; , . : ! ? / & +".split())
EINDE_ONTKENNING = frozenset("maar wel . ! ? ;".split())
# "geen winkel": what follows is denied. "ik doe dat niet": which part is denied is unclear.
ONTKENNING_VOOR = frozenset("geen zonder behalve ex voormalig voormalige gestopt stop stoppen".split())
ONTKENNING_ZIN = frozenset("niet nooit niks niets nee noch".split())
# "advies aan winkels" is advice. "yogales in mijn café" may be both.
VOORZETSEL_OVER = frozenset("voor aan over van tegen".split())
VOORZETSEL_PLAATS = frozenset("in bij op naar uit vanuit door via tussen binnen boven naast onder achter buiten".split())
VULWOORDEN = frozenset(
    """
    a aanbieden al alleen als beetje beginnen begin begon ben beroep bedrijf bedrijfje berging bestaand bewoner bewoon bezoekers
    binnenkort boerderij daar daarvoor dag dagen dan dat de deel deze die dit doe doen dus een eenmanszaak eigen enschede er euro
    fulltime gaan ga gaat garage geef geven gemeente graag haar heb hebben heel het hem hier hij hoe huis huiskamer huur huurhuis
    ieder iets ik is ja jaar kamer kan keer kelder klant klanten klein kleine kleinschalig kleinschalige koophuis krijg kunnen
    leuk m2 maand mag maximaal meestal mij mijn mijzelf mezelf minimaal misschien moet moeten mogelijk momenteel na nieuw nieuwe
    nou nu om onderneming ondernemer ons onze ontvang ontvangen ook oppervlakte overdag parttime per plan plek praktijkruimte
    ruimte runnen s schuur schuurtje slaapkamer soms start starten opstarten oprichten opzetten openen open te tegelijk thuis
    tijdens toch tuin tuinhuis uitoefenen uitvoeren uur vaak vanaf verder verzorgen vierkante meter voortaan vrijdag vraag wat
    we week weekend weekenden wekelijks werk werken werkkamer werkruimte werkzaam wij wil willen wilde woning woningbouw woon wonen
    worden wordt zaterdag zelf zelfstandig zelfstandige zich zijn zo zolder zou zzp
    """.split()
)
# Ordinary words that look like an inflection or typing error of an activity, and are not.
EIGEN_WOORDEN = frozenset("winkelen bouwer bouwers klapper kappen baren standaard slapen vormen".split())


def woorden(tekst: str) -> list[str]:
    """Lower case, without accents and hyphens: words and the punctuation that separates activities."""
    plat = unicodedata.normalize("NFKD", tekst.replace("\n", " ; ").casefold())
    plat = "".join(teken for teken in plat if not unicodedata.combining(teken))
    plat = re.sub(r"['’‘`´]", "", plat)
    return re.findall(r"[^\W_]+(?:&[^\W_]+)*|[;,.:!?/&+]", re.sub(r"[-–()\"]", " ", plat))


def zegt_niets(woord: str) -> bool:
    """True for filler and bare numbers."""
    return woord in VULWOORDEN or woord[0].isdigit()
