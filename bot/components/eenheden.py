"""The words that make a number a quantity: square metres, people, minutes. Parts of regular expressions, no code."""

M2 = (
    r"(?:m\s?\^?2\b|m²|m\.?\s?kw(?:adraat)?\b|mtr2\b|(?:vierkante?|vierk\.?)\s?(?:meters?|metre?s?|mtrs?|metrs?|mtr|"
    r"m)\b"
    r"|vierkant\b|vk\.?\s?m(?:eter|tr)?s?\b|kwadraat\b|square\s?met(?:er|re)s?\b|sq\.?\s?m(?:et(?:er|re)s?)?\b|sqm\b|"
    r"quadratmetern?\b|qm\b|meters?\b|mtr\b|m\b)"
)
HECTARE = r"(?:ha\b|hect?ares?\b|hectaren\b)"
ARE = r"(?:ares?\b|aren\b)"
PROCENT = r"(?:%|procent\b|prcent\b|procnt\b|proc\b|pct\b)"
MENSEN = (
    r"(?:personen|persoon|persoontjes?|pers|mensen|mens|man|mannetjes?|mannen|vrouwen|klanten|klantjes|klant|"
    r"bezoekers|bezoeker|cliënten|clienten|cliënt|client|"
    r"patiënten|patienten|patiënt|patient|cursisten|cursist|leerlingen|leerling|deelnemers|deelnemer|kinderen|kind|"
    r"gasten|gast|studenten|student|afnemers|dames|heren|ouders|people|persons?|clients|customers?|guests?|visitors?)\b"
)
# "vier tegelijk", "2 per keer": a number of people, whatever they are called.
TEGELIJK = (
    r"(?:(?:\w+\s)?tegelijk(?:ertijd)?\b|(?:per|in 1|in een|in één) keer\b|per (?:sessie|les|behandeling|afspraak)\b)"
)
# Rooms of one size: "twee kamers van 12 m²" is 24 m².
KAMERS = r"(?:\w*kamer(?:tje)?s|ruimte[sn]|verdiepingen|hok(?:je)?s|hokken)"
LOPEN = r"(?:lopen|lopn|loopt|wandelen|wandeling|te voet|loopafstand|voetafstand)"
MINUUT = r"(?:minuten|minuut|minuutjes?|minuutes|minuten?|min|mins)\b\.?"
