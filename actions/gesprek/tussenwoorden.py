"""What people say in the middle of a check that is no answer and no question to the policy, by its form."""

import re

# After something in between: back to the question. "ok, ga maar verder met de check", "sorry, ik was boos".
VERDER = re.compile(
    r"^(?:(?:ok|oké|oke|goed|ja|nee|sorry|het gaat wel(?: weer)?|laten we|laat maar)[\s,.!]+)*(?:ik wil |we )?"
    r"(?:ga|gaan|kom)?\s?(?:maar |nu |weer |gewoon )*(?:verder|door)(?: maar| graag)?"
    r"(?: met (?:de |het |mijn )?(?:check|vragen|plan))?\W*$"
    r"|^(?:sorry|excuus|mijn excuses|excuses|het spijt me)[\s,.!]*"
    r"(?:(?:ik|was|deed|even|zo|boos|bot|lelijk|daarvoor|hoor|van|net|daarnet|voor)\b[\s,.!]*)*$",
    re.IGNORECASE,
)
# "wat bedoelt u?": how to answer, once more.
WAT = re.compile(
    r"^\W*(?:wat|what|huh|h[eè]|pardon|(?:hoe|wat) bedoelt? (?:u|je)(?: daarmee| precies)?"
    r"|(?:dat |de vraag )?(?:snap|begrijp) ik (?:het |dat |de vraag )?niet(?: helemaal)?"
    r"|leg (?:dat |eens )?uit|wat moet ik (?:hier )?(?:invullen|zeggen|antwoorden))\W*$",
    re.IGNORECASE,
)
# "ik wil de oppervlakte veranderen": without the new value.
WIJZIG = re.compile(r"\b(?:verander\w*|wijzig\w*|aanpass\w*|aan te passen|corrige\w*|pas .+ aan)\b", re.IGNORECASE)
# In a check this stops it; elsewhere it is a no.
LAAT_MAAR = re.compile(r"^\W*(?:(?:nee|ach|och|ok|oké|oke)[\s,.!]+)+laat maar(?: zitten| hoor)*\W*$", re.IGNORECASE)
# "ja graag", of what was offered: no answer to a question for a fact.
GRAAG = re.compile(
    r"^\W*(?:(?:ja+|jazeker|heel|zeer|doe|dat wil ik|wil ik)[\s,.!]+)*graag(?:\W+(?:dan|ja|zelfs|hoor))?\W*$", re.I
)
# Said to the assistant or the municipality, not of a plan.
TOT_ONS = re.compile(r"\b(?:u|uw|je|jij|jou|jouw|jullie|gemeente|bot|dit|dat)\b", re.IGNORECASE)
# "wat nou als ik er niet woon": supposes a fact. "kan ook 110 zijn": a value, though the verb comes first.
STEL = re.compile(r"^(?:(?:en|wat|maar|nou|dus|ok|oké|oke)[\s,]+)*(?:als|stel)\b", re.IGNORECASE)
KAN_ZIJN = re.compile(
    r"^(?:kan|kunnen|zal|zijn|is|wordt) (?!dat|dit|het|die|ik|we|wij|er|een|de|mijn|ons)[^?]*$", re.IGNORECASE
)
# An amount, a size or a distance without a number in it: "vlak bij het station", "best veel", "een paar".
VAAG = re.compile(
    r"\b(?:(?:dicht|vlak) ?(?:bij|naast|achter|tegenover)|nabij|ver(?:af| weg)?|om de hoek|naast|tegenover|ernaast|"
    r"loopafstand|steenworp|even lopen|(?:stuk(?:je)?|eind(?:je)?) lopen|paar|enkele?|meerdere|veel|weinig|"
    r"wat (?:mensen|klanten|bezoekers|minuten|minuutjes|meters?)|"
    r"\d+ ?(?:m|mtr|meters?|km|kilometers?|stappen|straten)|"
    r"groot|grote|kleine?|kleintje|ruim|krap|gemiddeld|normaal|standaard|kort|lang)\b",
    re.IGNORECASE,
)
