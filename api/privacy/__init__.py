"""Personal data is taken out of what somebody types, at the front door: before it is stored, logged or sent on.

    gemaskeerd = mask("mijn bsn is 123456782")
    gemaskeerd.tekst     # "mijn bsn is [bsn]"
    gemaskeerd.soorten   # ("bsn",)

Recognisers stand one a file; each gives the places of one kind. They would rather leave something than spoil what a
check needs: areas, amounts, years, and a street with its number stay as they are.
"""

from api.privacy.mask import SOORTEN, Gemaskeerd, Soort, mask

__all__ = ["SOORTEN", "Gemaskeerd", "Soort", "mask"]
