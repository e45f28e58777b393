"""The version of the published interface (semantic versioning); its first number stands in the address, `/v1`.

Not the version of the program: a release that changes nothing for partners leaves this as it is.
"""

API_VERSION = "1.0.0"
BASE = f"/v{API_VERSION.split('.')[0]}"
