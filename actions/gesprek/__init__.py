"""The conversation about a check, for any check: pure functions from what is known and one message to what to say next.

The checks decide what is missing, what is impossible and when a verdict is settled; here is only read, asked and told.
"""
