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
