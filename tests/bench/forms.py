"""Conversations that fill in a check, in Enschede; the last message of each brings the verdict."""

GEMEENTE = "enschede"
FORMS = {
    "werken-aan-huis": ["Ik wil thuis een kapsalon beginnen", "ja", "120", "36", "1", "niemand"],
    "kantoorlocatie": ["doe de check kantoorlocatie", "Marssteden", "ja", "nee"],
    "functiemenging": ["doe de check functiemenging", "blauw", "een padelhal"],
}
CONVERSATIONS = 20  # with each check
