"""Whether the speaker says that they live in the dwelling, or that they do not. Pure."""

import re

_IK = r"(?:ik|we|wij)"
_ER = r"(?:er|daar|hier|erin|daarin)"
_WONEN = r"woon|wonen|slaap|slapen|verblijf|verblijven|bewoon|bewonen"
_NIET = re.compile(
    rf"\b{_IK} (?:woon|wonen) (?:{_ER} )?(?:toch |zelf |nu |helemaal |eigenlijk |dus |natuurlijk |gewoon |ook |"
    rf"inmiddels )*niet\b(?! (?:in het centrum|"
    rf"in de binnenstad|alleen))"
    rf"|\b{_IK} (?:{_ER} )?(?:toch |zelf |nu )*(?:niet|nooit)(?: meer| langer)? (?:zelf )?(?:{_WONEN}|ben "
    rf"ingeschreven)\b"
    rf"|\b{_IK} (?:{_WONEN}) (?:{_ER} |het )?(?:zelf )?(?:nooit|niet meer|niet langer)\b"
    rf"|\b(?:{_IK} )?(?:sta|staan|ben|zijn) (?:{_ER} )?(?:zelf )?niet (?:{_ER} )?ingeschreven"
    rf"|\b{_IK} (?:woon|wonen) zelf (?:in|te) (?!(?:een|het|dit|dat|deze|die|mijn|ons|de|'t)\b)"  # in another place
    r"|\b(?:er|daar|hier) (?:zelf )?(?:niet|nooit)(?: meer| langer)? woon\b"
    r"|\b(?:i|we) (?:do not|don't|dont) live (?:there|here|in it)|\bniet zelf (?:wonen|bewoner)|\b(?:woon|wonen) "
    r"(?:er |daar )?(?:zelf )?(?:ergens anders|anders|elders|"
    r"in een ander)"
    r"|\bben (?:er )?(?:zelf )?(?:geen|niet de) bewoner|\bverhuur (?:de|het|mijn)(?! kantoor)"
    r"|\b(?:zoon|dochter|moeder|vader|ouders?|schoon\w+|pa|ma|papa|mama|pap|mam|neef|nicht|ex|tante|oom|zwager|collega|medewerker|werknemer|buurman|buurvrouw|"
    r"compagnon|vriend|vriendin|huurders?|kennis|broer|zus|oma|opa|iemand anders)"
    r" (?:woont|wonen) (?:er|daar|hier)"
    r"|\b(?:woont|wonen) (?:er |daar )?(?:nu )?(?:huurders?|studenten|iemand anders|andere mensen|niemand|een huurder)"
    r"|\b(?:huis|woning|appartement|flat) (?:is|wordt|staat|heb ik) (?:\w+ )?verhuurd\b"
    r"|\b(?:er|daar) (?:wonen|slapen|verblijven) (?:nu )?(?:huurders|anderen|andere mensen|studenten)",
    re.IGNORECASE,
)
# A denial of the denial: "het is niet zo dat ik er niet woon".
_DUBBEL = re.compile(r"\bniet (?:zo|waar|het geval|ontkennen|zeggen)\W+dat\b|\bontken\w* niet\W+dat\b", re.IGNORECASE)
_WEL = re.compile(
    rf"\b{_IK} (?:{_WONEN}) (?:al \w+ )?(?:{_ER}|zelf)\b(?! (?:ergens anders|niet|in))"
    rf"|\ben (?:woon|wonen|slaap|slapen) (?:{_ER}|zelf)\b(?! (?:niet|ergens anders))"
    rf"|\b{_IK} (?:bewoon|bewonen) (?:het|de|dit|deze|dat|die|mijn|ons)\b|\b(?:sta|staan|ben|zijn) (?:{_ER}|op dat "
    rf"adres) (?:zelf )?(?:ook )?"
    r"ingeschreven"
    rf"|\b{_IK} (?:woon|wonen) (?:\w+ )?(?:in|op) (?:een|het|dit|dat|deze|die|mijn|ons|de|'t)\b(?! (?:centrum|"
    rf"binnenstad|buurt|stad|wijk|straat))"
    rf"|\b(?:woon|wonen) {_IK} (?:{_ER}|zelf)\b(?! niet)"
    rf"|\bwaar {_IK} (?:zelf )?(?:woon|wonen|woont)|\bik ben (?:zelf )?(?:de )?(?:bewoner|eigenaar en bewoner)"
    r"|\b(?:i|we) live (?:there|here|in it)\b|\b(?:mijn|ons) eigen (?:huis|woning|appartement|flat)|\bbij mij "
    r"(?:thuis|in huis)|\bzelf (?:in )?(?:wonen|woon)"
    rf"|\b(?:gezin|man|vrouw|partner|kinderen) (?:\w+ )?wonen {_ER}\b|\bmijn eigen woonhuis\b"
    rf"|\b{_IK}(?<!of ik)(?<!of we)(?<!of wij) {_ER} (?:zelf |wel |gewoon |ook |nu )*(?:{_WONEN})\b",
    re.IGNORECASE,
)


def vind_bewoner(tekst: str) -> bool | None:
    """True: lives there. False: does not. None: not said ("mijn huis" alone says nothing: it may be let)."""
    if _NIET.search(tekst):
        return _DUBBEL.search(tekst) is not None
    return True if _WEL.search(tekst) else None
